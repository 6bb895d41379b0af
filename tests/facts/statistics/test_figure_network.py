from dataclasses import replace
from itertools import pairwise, product

import numpy as np
import pytest

from facts.figures import see
from yaowen.facts.statistics.figure_network import LONGEST, OPENING, Found, best_path, best_spans, load_network

TRANSITIONS = np.array([[0.0, 0.0, -9.0], [0.0, 0.0, 0.0], [0.0, 0.0, 0.0]])


def test_the_best_path_never_goes_on_with_what_has_not_begun():
    scores = np.array([[0.0, 0.0, 5.0], [0.0, 0.0, 5.0], [5.0, 0.0, 0.0]])
    assert best_path(scores, TRANSITIONS) == [1, 2, 0]


@pytest.mark.parametrize("seed", range(5))
def test_the_best_path_is_the_best_of_all(seed):
    scores, transitions = (np.random.default_rng(seed).normal(size=size) for size in ((5, 3), (3, 3)))

    def weigh(path):
        steps = sum(transitions[pair] for pair in pairwise(path))
        return OPENING[path[0]] + steps + sum(fits[tag] for fits, tag in zip(scores, path, strict=True))

    assert best_path(scores, transitions) == list(max(product(range(3), repeat=5), key=weigh))


def test_a_word_without_a_vector_has_the_mean_of_its_characters():
    vocabulary = replace(load_network().vocabulary, vectors={"桥": np.array([1.0, 3.0]), "路": np.array([3.0, 5.0])})
    assert vocabulary.vectors_of(["桥路", "路", "@"]).tolist() == [[2.0, 4.0], [3.0, 5.0], [0.0, 0.0]]


def test_what_is_said_of_a_figure_does_not_depend_on_other_lines():
    network = load_network()
    lines = [see("全县新建桥梁13座，惠及2万人。"), see("上半年，石桥镇种植果树600亩。")]
    for together, alone in zip(network(lines), (next(network([line])) for line in lines), strict=True):
        for left, right in zip(together, alone, strict=True):
            places = [*range(len(left.tags)), -1]
            assert np.allclose(left.pointers[:, places], right.pointers[:, places], atol=1e-4)
            assert np.allclose(left.tags, right.tags, atol=1e-4)


def test_a_span_runs_across_no_stop_and_is_not_too_long():
    first, last = np.full((1, 41), -9.0, dtype="float32"), np.full((1, 41), -9.0, dtype="float32")
    first[0, 2] = last[0, 5] = 0.0
    stops = np.zeros((1, 40), dtype=bool)
    assert best_spans(first, last, stops) == [Found(2, 5, 0.0)]
    stops[0, 4] = True
    assert best_spans(first, last, stops)[0].likely == -9.0
    last[0, 5], last[0, 2 + LONGEST] = -9.0, 0.0
    assert best_spans(first, last, stops)[0].likely == -9.0
