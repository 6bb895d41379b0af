import numpy as np
import pytest

from yaowen.model.tags import NEVER, best_tags, legal_transitions, read_tags, tag_names, write_tags

LABELS = ("PERSON", "ROLE")


@pytest.mark.parametrize(
    "spans",
    [
        [],
        [(0, 1, "PERSON")],
        [(0, 2, "ROLE"), (2, 5, "PERSON")],
        [(1, 3, "PERSON"), (4, 5, "ROLE"), (5, 6, "ROLE")],
    ],
)
def test_spans_survive_as_tags(spans):
    assert read_tags(write_tags(spans, 6, LABELS), LABELS) == spans


@pytest.mark.parametrize(
    ("before", "after", "legal"),
    [
        ("O", "B-ROLE", True),
        ("O", "I-ROLE", False),
        ("B-ROLE", "E-ROLE", True),
        ("B-ROLE", "E-PERSON", False),
        ("B-ROLE", "O", False),
        ("E-ROLE", "S-PERSON", True),
    ],
)
def test_what_may_follow_what(before, after, legal):
    names = tag_names(LABELS)
    assert legal_transitions(LABELS)[names.index(before), names.index(after)] == legal


def test_the_best_path_is_legal_and_blind_to_padding_and_neighbours():
    random = np.random.default_rng(1)
    scores = random.normal(size=(7, 3, 9)).astype(np.float32)
    lengths = np.array([7, 1, 4])
    transitions = np.where(legal_transitions(LABELS), 0, NEVER).astype(np.float32)
    together = best_tags(scores, lengths, transitions)
    for column, length in enumerate(lengths):
        alone = best_tags(scores[:length, [column]], lengths[[column]], transitions)
        assert together[:length, column].tolist() == alone[:, 0].tolist()
        spans = read_tags(alone[:, 0], LABELS)
        assert write_tags(spans, length, LABELS).tolist() == alone[:, 0].tolist()
