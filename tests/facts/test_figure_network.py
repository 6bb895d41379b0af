from dataclasses import replace

import numpy as np

from facts.figures import see
from yaowen.facts.figure_network import best_paths, load_network

TRANSITIONS = np.array([[0.0, 0.0, -9.0], [0.0, 0.0, 0.0], [0.0, 0.0, 0.0]])


def test_the_best_path_never_goes_on_with_what_has_not_begun():
    scores = np.array([[[0.0, 0.0, 5.0], [0.0, 0.0, 5.0], [5.0, 0.0, 0.0]]])
    assert best_paths(scores, np.ones((1, 3), dtype=bool), TRANSITIONS).tolist() == [[1, 2, 0]]


def test_padding_changes_no_path():
    scores = np.array(
        [[[0.0, 3.0, 0.0], [0.0, 0.0, 1.0], [0.0, 9.0, 9.0]], [[3.0, 0.0, 0.0], [0.0, 3.0, 0.0], [0.0, 0.0, 3.0]]]
    )
    inside = np.array([[True, True, False], [True, True, True]])
    paths = best_paths(scores, inside, TRANSITIONS).tolist()
    assert [paths[0][:2], paths[1]] == [[1, 2], [0, 1, 2]]


def test_a_word_without_a_vector_has_the_mean_of_its_characters():
    vocabulary = replace(load_network().vocabulary, vectors={"桥": np.array([1.0, 3.0]), "路": np.array([3.0, 5.0])})
    assert vocabulary.vector("桥路").tolist() == [2.0, 4.0]
    assert not vocabulary.vector("@").any()


def test_what_is_said_of_a_figure_does_not_depend_on_other_lines():
    network = load_network()
    lines = [see("全县新建桥梁13座，惠及2万人。"), see("上半年，石桥镇种植果树600亩。")]
    for together, alone in zip(network(lines), (next(network([line])) for line in lines), strict=True):
        for left, right in zip(together, alone, strict=True):
            assert np.allclose(left.pointers, right.pointers, atol=1e-4)
            assert np.allclose(left.tags, right.tags, atol=1e-4)
