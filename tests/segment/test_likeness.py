"""A headline line is given to the body that says what it says. Places and people are invented."""

from array import array

import pytest

from yaowen.schema import BlockRole
from yaowen.segment.bigrams import OPENING, Wording
from yaowen.segment.body import Body
from yaowen.segment.likeness import Likeness, PageWords, compare
from yaowen.segment.pieces import Piece
from yaowen.text import Text

ROAD = "全长九公里的岚州环湖公路今天建成通车，沿线村民出行更快。"
ESSAY = "家长替孩子写作业，看似省心，其实害了孩子。望江的老师们这样劝大家。"


def make_piece(role: BlockRole, chars: str) -> Piece:
    return Piece(role, Text(chars, array("q", range(len(chars)))), roles={role: 0.95})


def test_what_is_compared() -> None:
    """The pairs, the characters, those where the body opens, and both lengths; what is on every body tells less."""
    body = Wording.of("环湖公路通车" + "。" * OPENING + "村民")
    words = PageWords([body, Wording.of("无关的话")])
    assert compare(words.weigh("环湖公路通车"), body)[:3] == pytest.approx((1, 1, 1))
    pairs, chars, opening, *_ = compare(words.weigh("村民"), body)
    assert (pairs, chars, opening) == pytest.approx((1, 1, 0))
    assert compare(words.weigh("孩子"), body)[:3] == (0, 0, 0)


@pytest.mark.parametrize("role", [BlockRole.TITLE, BlockRole.KICKER, BlockRole.SUBTITLE])
def test_a_line_costs_less_where_its_words_are_said(role: BlockRole) -> None:
    road, essay = bodies = [Body([make_piece(BlockRole.PARAGRAPH, text)]) for text in (ROAD, ESSAY)]
    likeness = Likeness(bodies)
    line = make_piece(role, "岚州环湖公路建成通车")
    assert likeness.weigh(line, road) < 0 < likeness.weigh(line, essay)
    assert likeness.rate(line) == {0: likeness.weigh(line, road)}


def test_single_characters_tell_where_no_pair_is_shared() -> None:
    """A feature's title names its matter in other words: 写字 for 写作业."""
    road, essay = bodies = [Body([make_piece(BlockRole.PARAGRAPH, text)]) for text in (ROAD, ESSAY)]
    likeness = Likeness(bodies)
    line = make_piece(BlockRole.TITLE, "替写的字 害人")
    assert likeness.rate(line) == {}
    assert likeness.weigh(line, essay) < likeness.weigh(line, road)


def test_names_of_authors_fit_any_body() -> None:
    body = Body([make_piece(BlockRole.PARAGRAPH, ROAD)])
    line = make_piece(BlockRole.BYLINE, "本报记者 卓然")
    assert (Likeness([body]).weigh(line, body), Likeness([body]).weigh_unknown(line)) == (0, 0)
