import numpy as np
import pytest

from yaowen.model.tags import read_tags, write_tags
from yaowen.train.corpora import Piece
from yaowen.train.made_up import HEAD, PATTERNS, SLOTS, Generator, Writer, disturb, make_piece
from yaowen.train.wordlist import short_form


@pytest.fixture
def names():
    return Generator(
        surnames=("王", "李", "欧阳"),
        surname_weights=np.array([0.5, 0.4, 0.1]),
        cities=("云岭市",),
        counties=("沛河县", "青桥区"),
        streets=("石门镇",),
        given=("明", "芳", "舟"),
        divisions=frozenset(("云岭市", "沛河县", "青桥区")),
    )


def spans(piece):
    text = "".join(map(chr, piece.codes))
    return [(text[start:end], label) for start, end, label in read_tags(piece.tags, HEAD)]


@pytest.mark.parametrize("line", [*PATTERNS["bylines"], *PATTERNS["officials"]])
def test_every_pattern_can_be_filled_in(names, line):
    parts = Writer(names, np.random.default_rng(1)).fill(line)
    assert "{" not in "".join(text for text, _ in parts)
    assert "[" not in "".join(text for text, _ in parts)
    assert all(not label or label in HEAD for _, label in parts)


def test_a_byline_marks_the_reporter_and_the_name(names):
    found = spans(make_piece(Writer(names, np.random.default_rng(1)).fill("本报讯（[通讯员|ROLE]{人}）")))
    assert [label for _, label in found] == ["ROLE", "PERSON"]


def test_every_slot_makes_something(names):
    writer = Writer(names, np.random.default_rng(1))
    assert all("".join(text for text, _ in make(writer)) for make in SLOTS.values())


def test_examples_are_the_same_for_the_same_seed(names):
    first, second = (names.make(20, np.random.default_rng(7)) for _ in range(2))
    assert [p.codes.tolist() for p in first] == [p.codes.tolist() for p in second]


def test_a_piece_gets_other_names_and_keeps_its_labels(names):
    text = "沛河县委书记王明，王明"
    piece = Piece(
        np.array([*map(ord, text)], np.int32),
        write_tags([(0, 4, "ORG"), (4, 6, "ROLE"), (6, 8, "PERSON"), (9, 11, "PERSON")], 11, HEAD),
    )
    found = spans(names.rename(piece, np.random.default_rng(2)))
    assert [label for _, label in found] == ["ORG", "ROLE", "PERSON", "PERSON"]
    assert found[2] == found[3]
    assert found[0][0].endswith("委")


def test_noise_leaves_spans_whole(names):
    random = np.random.default_rng(3)
    for piece in names.make(200, random):
        before = [(name.replace(" ", ""), label) for name, label in spans(piece)]
        assert [(name.replace(" ", ""), label) for name, label in spans(disturb(piece, random))] == before


@pytest.mark.parametrize(
    ("name", "short"), [("寿阳县", "寿阳"), ("城区", "城区"), ("延边朝鲜族自治州", "延边朝鲜族"), ("桃园街道", "桃园")]
)
def test_short_forms(name, short):
    assert short_form(name) == short
