"""Which rows of a headline are clauses of their own. Places and people are invented."""

import pytest

from yaowen.schema import BlockRole
from yaowen.segment.clauses import READ, describe, find_clauses
from yaowen.segment.pieces import Piece
from yaowen.text import Text

TITLE, KICKER = BlockRole.TITLE, BlockRole.KICKER


def find(*rows: str, roles: tuple[BlockRole, ...] = ()) -> list[bool]:
    return find_clauses([Piece(TITLE, Text.of(row)) for row in rows], roles or (TITLE,) * len(rows))


@pytest.mark.parametrize(
    ("upper", "lower"),
    [
        ("望江县石桥修缮完工", "两岸村民出行更便捷"),
        ("抢抓农时备春耕", "田间地头机声隆"),
        ("老人深夜迷路", "民警接力送回家"),
        ("夯实安全生产责任", "守住群众生命防线"),
    ],
)
def test_rows_that_could_stand_alone_are_clauses(upper: str, lower: str) -> None:
    assert find(upper, lower) == [True]


@pytest.mark.parametrize(
    ("upper", "lower"),
    [
        ("望江县人大常委会", "举行第十二次会议"),
        ("全县石桥养护工作", "推进会召开"),
        ("温立达主持召开县政府", "第四十次常务会议"),
        ("前八月全县外贸进出口额", "突破十亿元"),
        ("望江县新增两座", "城市公园"),
    ],
)
def test_a_clause_that_the_end_of_a_row_cuts_is_one(upper: str, lower: str) -> None:
    assert find(upper, lower) == [False]


def test_a_row_that_ends_in_a_mark_needs_no_space_behind_it() -> None:
    assert find("石桥修缮完工，", "两岸村民出行更便捷") == [False]


def test_the_characters_of_an_upright_headline_are_no_clauses() -> None:
    assert find(*"石桥完工") == [False, False, False]


def test_rows_that_do_different_things_are_parted() -> None:
    assert find("望江县人大常委会", "举行第十二次会议", roles=(KICKER, TITLE)) == [True]


def test_one_row_has_no_border() -> None:
    assert find("石桥修缮完工") == []


def test_the_clauses_beside_a_border_are_described() -> None:
    seen = describe("抢修石桥 保通车", "两岸", {"车": 2, "两": 3}, {"两岸": 7})

    assert seen.chars[READ - 3 : READ + 3] == [1, 1, 2, 3, 1, 0]
    assert seen.words[READ : READ + 3] == [7, 7, 0]
    assert not any(seen.chars[: READ - 3])
    assert len(seen.chars) == len(seen.words) == 2 * READ
