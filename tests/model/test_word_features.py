import numpy as np
import pytest

from yaowen.model.features import STRANGE, UNKNOWN, Featuriser
from yaowen.model.fold import code_points
from yaowen.model.lexicon import Kind, Lexicon, word_keys

WORDS = {"寿阳": Kind.PLACE, "寿阳县": Kind.DIVISION, "县委": Kind.ORG_ENDING, "书记": Kind.ROLE, "李": Kind.SURNAME}


@pytest.fixture
def lexicon():
    keys = word_keys(WORDS)
    order = np.argsort(keys)
    return Lexicon(
        keys=keys[order],
        kinds=np.array(list(WORDS.values()), np.uint8)[order],
        vector_rows=np.arange(len(WORDS), dtype=np.int32)[order],
        vectors=np.full((len(WORDS), 2), 10, np.int8),
        weights=np.ones(len(WORDS), np.float32),
        scale=0.1,
    )


def test_every_word_is_found_wherever_it_stands(lexicon):
    text = "寿阳县委书记李寿阳"
    found = {text[s : s + m.length] for m in lexicon.find(code_points(text)) for s in m.starts.tolist()}
    assert found == set(WORDS)
    assert sum(len(m.starts) for m in lexicon.find(code_points(text))) == len(WORDS) + 1


def test_no_word_runs_from_one_text_into_the_next(lexicon):
    featurise = Featuriser(np.array([ord("寿")]), np.array([0]), lexicon)
    features = featurise([code_points("寿"), code_points("阳县委")])
    assert not features.flags[:, 0].any()
    assert features.characters.T.tolist() == [[2, 0, 0], [1, 1, 1]]


def test_a_text_has_the_same_features_in_any_company(lexicon):
    featurise = Featuriser(np.array([ord("寿")]), np.array([0]), lexicon)
    alone = featurise([code_points("寿阳县委")])
    together = featurise([code_points("李书记到寿阳县"), code_points("寿阳县委"), code_points("")])
    np.testing.assert_array_equal(together.words[:4, 1], alone.words[:, 0])
    np.testing.assert_array_equal(together.flags[:4, 1], alone.flags[:, 0])


def test_a_part_of_the_texts_is_as_it_would_be_alone(lexicon):
    featurise = Featuriser(np.array([ord("寿")]), np.array([0]), lexicon)
    texts = [code_points(text) for text in ("李书记到寿阳县", "寿阳县委", "", "书记")]
    for first, last in ((0, 2), (1, 4), (2, 3)):
        for part, alone in zip(featurise.strip(texts).batch(first, last), featurise(texts[first:last]), strict=True):
            np.testing.assert_array_equal(part, alone)


def test_chinese_characters_never_met_share_a_row_and_blanks_do_not(lexicon):
    known = np.array(sorted((STRANGE, ord("寿"))))
    features = Featuriser(known, np.array([0]), lexicon)([code_points("寿沄𫍽 🙂")])
    assert features.characters.T.tolist() == [[3, 2, 2, UNKNOWN, UNKNOWN]]


def test_without_that_row_they_are_unknown(lexicon):
    features = Featuriser(np.array([ord("寿")]), np.array([0]), lexicon)([code_points("寿沄")])
    assert features.characters.T.tolist() == [[2, UNKNOWN]]
