"""Which line of a headline is what. Places and people are invented."""

from array import array

import numpy as np
import pytest

from yaowen.page import Look, Paragraph
from yaowen.schema import BlockRole, Publication
from yaowen.segment.headlines import Body
from yaowen.segment.pieces import Piece, sort_paragraphs
from yaowen.segment.stack import STACKED, decode, describe, join_rows, spread
from yaowen.text import Text

SERIES, KICKER, TITLE, SUBTITLE, BYLINE = range(5)
PLAIN = {"line": np.eye(5, dtype="float32"), "tie": np.zeros((1, 25), dtype="float32")}


def read(scores: list[list[float]], weights: dict[str, np.ndarray] | None = None) -> list[int]:
    return list(decode(scores, [[1.0]] * (len(scores) - 1), weights or PLAIN))


@pytest.mark.parametrize(
    ("scores", "roles"),
    [
        ([[0, 3, 1, 0, 0], [0, 0, 3, 0, 0], [0, 0, 0, 3, 0]], [KICKER, TITLE, SUBTITLE]),
        # The lines of a title stand together,
        ([[0, 0, 3, 0, 0], [0, 1, 0.5, 0, 0], [0, 0, 3, 0, 0]], [TITLE, TITLE, TITLE]),
        ([[0, 0, 3, 0, 0], [0, 9, 0, 0, 0], [0, 0, 1, 0.5, 0]], [TITLE, KICKER, SUBTITLE]),
        # and there is one, unless the only line names the author.
        ([[0, 4, 0, 0, 0]], [TITLE]),
        ([[5, 0, 1, 0, 0], [0, 5, 0, 0, 0]], [TITLE, KICKER]),
        ([[0, 0, 0, 0, 6]], [BYLINE]),
        ([[0, 0, 0, 0, 1]], [TITLE]),
    ],
)
def test_lines_are_read_together(scores: list[list[float]], roles: list[int]) -> None:
    assert read(scores) == roles


def test_what_stands_above_a_line_counts() -> None:
    tie = np.zeros((5, 5), dtype="float32")
    tie[KICKER, TITLE] = 2
    even = [[0, 1, 1, 0, 0], [0, 1, 1, 0, 0]]
    assert read(even, {"line": np.eye(5, dtype="float32"), "tie": tie.reshape(1, 25)}) == [KICKER, TITLE]


def line(chars: str, start: int, joins: float = 0.0) -> Piece:
    return Piece(BlockRole.TITLE, Text(chars, array("q", range(start, start + len(chars)))), joins=joins)


def test_rows_of_one_role_are_joined_where_the_upper_goes_on() -> None:
    lines = [line("望江县永安石桥", 0, 0.9), line("修缮完工", 8, 0.1), line("两岸往来更便捷", 13)]
    roles = [BlockRole.TITLE] * 3
    assert [text.chars for text in join_rows(lines, roles, BlockRole.TITLE)] == ["望江县永安石桥修缮完工", "两岸往来更便捷"]


def test_rows_of_two_roles_are_not_joined() -> None:
    lines = [line("望江县永安石桥修缮完工", 0, 0.9), line("总投资三百万元", 12)]
    roles = [BlockRole.TITLE, BlockRole.SUBTITLE]
    assert [text.chars for text in join_rows(lines, roles, BlockRole.TITLE)] == ["望江县永安石桥修缮完工"]
    assert [text.chars for text in join_rows(lines, roles, BlockRole.SUBTITLE)] == ["总投资三百万元"]


def test_a_line_of_several_rows_is_read_row_by_row() -> None:
    rows = ("石桥修缮完工", "总投资三百万元")
    texts = (Text.of("\n".join(rows), 0, 6), Text.of("\n".join(rows), 7))
    looks = tuple(Look(joins, 0.5, {BlockRole.TITLE: 0.9}) for joins in (0.8, 0.1))
    paragraph = Paragraph(Text.join("", texts), texts, looks=looks)
    pieces, _ = sort_paragraphs([paragraph], Publication())
    assert [piece.text.chars for piece in pieces] == ["石桥修缮完工总投资三百万元"]
    spread_out = spread(pieces)
    assert [(piece.text.chars, piece.joins) for piece in spread_out] == [(rows[0], 0.8), (rows[1], 0.0)]


def test_every_line_and_step_has_as_many_numbers() -> None:
    body = Body([Piece(BlockRole.PARAGRAPH, Text.of("石桥修缮昨天完工。"))])
    lines = [line("石桥修缮完工", 20), line("卓然出席并讲话", 27)]
    numbers, ties = describe(lines, body)
    assert len(numbers) == 2
    assert len(ties) == 1
    assert len(numbers[0]) == len(numbers[1])
    assert STACKED[TITLE] == BlockRole.TITLE
