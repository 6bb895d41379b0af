"""Which line of a headline is what. Places and people are invented."""

from array import array
from dataclasses import replace

import numpy as np
import pytest

from yaowen.page import Look, Paragraph
from yaowen.schema import BlockRole, Publication
from yaowen.segment.body import Body
from yaowen.segment.cutting import sort_paragraphs
from yaowen.segment.pieces import Piece
from yaowen.segment.stack import Reading, decode, join_rows, read_stack, spread
from yaowen.segment.stack_lines import STACKED, describe, find_words
from yaowen.segment.stack_network import Weighed
from yaowen.text import Text

SERIES, KICKER, TITLE, SUBTITLE, BYLINE = range(5)
NEVER = [[-9.0] * 5]


def read(scores: list[list[float]], steps: list[list[list[float]]] | None = None) -> list[int]:
    count = len(scores) - 1
    readings = decode(Weighed(scores, steps or [[[0.0] * 5] * 5] * count, NEVER * count))
    return [STACKED.index(reading.role) for reading in readings]


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
    step = np.zeros((5, 5))
    step[KICKER, TITLE] = 2
    even = [[0.0, 1, 1, 0, 0], [0, 1, 1, 0, 0]]
    assert read(even, [step.tolist()]) == [KICKER, TITLE]


@pytest.mark.parametrize(
    ("goes_on", "expected"),
    [
        ([0, 0, 2, 0, 0], [(BlockRole.TITLE, False), (BlockRole.TITLE, True)]),
        ([0, 0, -2, 0, 0], [(BlockRole.TITLE, False), (BlockRole.TITLE, False)]),
        # What goes on is of the same role, however little the lower line looks like it.
        ([0, 0, 9, 0, 0], [(BlockRole.TITLE, False), (BlockRole.TITLE, True)]),
    ],
)
def test_a_line_goes_on_the_one_above_or_begins_anew(goes_on: list[float], expected: list[tuple[BlockRole, bool]]) -> None:
    scores = [[0.0, 0, 5, 0, 0], [0, 0, 0.5, 1 if goes_on[TITLE] == 9 else 0, 0]]
    assert decode(Weighed(scores, [[[0.0] * 5] * 5], [goes_on])) == tuple(Reading(*pair) for pair in expected)


def line(chars: str, start: int, joins: float = 0.0) -> Piece:
    return Piece(BlockRole.TITLE, Text(chars, array("q", range(start, start + len(chars)))), joins=joins)


def test_rows_of_one_role_are_joined_where_the_lower_goes_on() -> None:
    lines = [line("望江县永安石桥", 0), line("修缮完工", 8), line("两岸往来更便捷", 13)]
    readings = [Reading(BlockRole.TITLE, goes_on) for goes_on in (False, True, False)]
    assert [text.chars for text in join_rows(lines, readings, BlockRole.TITLE)] == ["望江县永安石桥修缮完工", "两岸往来更便捷"]


def test_rows_of_two_roles_are_not_joined() -> None:
    lines = [line("望江县永安石桥修缮完工", 0), line("总投资三百万元", 12)]
    readings = [Reading(BlockRole.TITLE, False), Reading(BlockRole.SUBTITLE, False)]
    assert [text.chars for text in join_rows(lines, readings, BlockRole.TITLE)] == ["望江县永安石桥修缮完工"]
    assert [text.chars for text in join_rows(lines, readings, BlockRole.SUBTITLE)] == ["总投资三百万元"]


def test_a_line_of_several_rows_is_read_row_by_row() -> None:
    rows = ("石桥修缮完工", "总投资三百万元")
    texts = (Text.of("\n".join(rows), 0, 6), Text.of("\n".join(rows), 7))
    looks = tuple(Look(joins, 0.5, {BlockRole.TITLE: 0.9}) for joins in (0.8, 0.1))
    paragraph = Paragraph(Text.join("", texts), texts, looks=looks)
    pieces, _ = sort_paragraphs([paragraph], Publication())
    assert [piece.text.chars for piece in pieces] == ["石桥修缮完工总投资三百万元"]
    spread_out = spread(pieces)
    assert [(piece.text.chars, piece.joins) for piece in spread_out] == [(rows[0], 0.8), (rows[1], 0.1)]


def test_every_line_and_step_is_described_by_as_much() -> None:
    body = Body([Piece(BlockRole.PARAGRAPH, Text.of("石桥修缮昨天完工。"))])
    stack = describe(
        [line("石桥修缮完工", 20), line("卓然出席", 27)], body, {"石": 2, "桥": 3}, {"修缮": 1, "工卓": 2, "出席": 3}
    )
    assert (len(stack.numbers), len(stack.ties)) == (2, 1)
    assert len(stack.numbers[0]) == len(stack.numbers[1])
    assert stack.chars == [[2, 3, 1, 1, 1, 1], [1, 1, 1, 1, 0, 0]]
    assert stack.borders == [[2, 3, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0]]
    assert stack.words == [[0, 0, 1, 1, 0, 0], [0, 0, 3, 3, 0, 0]]
    assert stack.border_words == [[0, 0, 1, 1, 0, 0, 0, 0, 3, 3, 0, 0]]


@pytest.mark.parametrize(
    ("chars", "found"),
    [("石桥修缮", [1, 1, 2, 2]), ("新石桥镇", [0, 3, 3, 3]), ("石桥修", [1, 1, 0]), ("", [])],
)
def test_the_longest_known_word_counts(chars: str, found: list[int]) -> None:
    assert find_words(chars, {"石桥": 1, "修缮": 2, "石桥镇": 3}) == found


@pytest.mark.parametrize(
    ("upper", "lower", "told"),
    [("望江县永安石", "桥修缮完工", 0.5), ("望江县永安石桥", "修缮完工", 0.0), ("望江石", "桥镇开镰", 0.75)],
)
def test_a_word_that_runs_over_a_border_is_seen(upper: str, lower: str, told: float) -> None:
    lexicon = {"石桥": 1, "修缮": 2, "石桥镇": 3}
    stack = describe([line(upper, 20), line(lower, 30)], Body(), {}, lexicon)
    assert stack.ties[0][-5] == told


def test_a_line_whose_letters_are_spread_differs_from_one_whose_are_not() -> None:
    spread_out, plain = line("石 桥 修 缮 完 工", 20), line("总投资三百万元", 40)
    for lines, told in (((spread_out, plain), 1), ((plain, spread_out), -1), ((plain, plain), 0)):
        assert describe(lines, Body(), {}, {}).ties[0][-7] == told


READ_TOGETHER = [
    (
        ("温立达在岚州县调研防汛备汛工作时强调", "宁可备而不用", "不可用时无备"),
        (BlockRole.KICKER, BlockRole.TITLE, BlockRole.TITLE),
    ),
    (("全市冬修水利工作会议召开", "卓然石小满出席并讲话"), (BlockRole.TITLE, BlockRole.SUBTITLE)),
    (("温立达当选石桥商会会长", "石桥商会第五次会员大会闭幕"), (BlockRole.SUBTITLE, BlockRole.TITLE)),
    (("望江湖大桥主桥合龙", "预计明年六月通车"), (BlockRole.TITLE, BlockRole.SUBTITLE)),
    (("携手共建水渠研究院", "我市与石桥大学签约"), (BlockRole.KICKER, BlockRole.TITLE)),
    (("据岚州水厂统计", "前十月供水量超千万吨"), (BlockRole.KICKER, BlockRole.TITLE)),
    (("石桥商会在望江县座谈时建议", "每村配一名修车师傅"), (BlockRole.KICKER, BlockRole.TITLE)),
    (
        ("温立达主持召开县政府第二十三次常务会议", "研究春耕备耕工作"),
        (BlockRole.KICKER, BlockRole.TITLE),
    ),
    (("石桥边的读书声", "——写在望江县农家书屋开放十年之际"), (BlockRole.TITLE, BlockRole.SUBTITLE)),
]


@pytest.mark.parametrize(("rows", "roles"), READ_TOGETHER)
def test_the_shipped_weights_read_common_headlines(rows: tuple[str, ...], roles: tuple[BlockRole, ...]) -> None:
    body = Body([Piece(BlockRole.PARAGRAPH, Text.of("记者昨天从县里获悉，各项工作进展顺利。"))])
    starts = [sum(len(row) + 1 for row in rows[:number]) for number in range(len(rows))]
    looks = {BlockRole.TITLE: 0.5, BlockRole.KICKER: 0.2, BlockRole.SUBTITLE: 0.2, BlockRole.SERIES: 0.1}
    lines = [replace(line(row, start), roles=looks) for row, start in zip(rows, starts, strict=True)]
    readings = read_stack(lines, body)
    assert tuple(reading.role for reading in readings) == roles


def test_a_column_in_brackets_is_the_series_where_a_title_stands_beside_it() -> None:
    def roles(*rows: str) -> list[BlockRole]:
        lines = [Piece(BlockRole.TITLE, Text.of(row)) for row in rows]
        return [reading.role for reading in read_stack(lines, Body())]

    assert roles("【河阳记忆】", "一把桨 三代摆渡人") == [BlockRole.SERIES, BlockRole.TITLE]
    assert roles("【河阳记忆】") == [BlockRole.TITLE]


def test_headings_of_the_highest_level_are_the_title_together_where_levels_tell() -> None:
    """A page that gives kickers a level of their own has none among the headings of its titles."""
    body = Body([Piece(BlockRole.PARAGRAPH, Text.of("望江县石桥镇的粮库昨天装上了新风机，稻谷降温时间缩短一半，省电三成。"))])
    looks = {BlockRole.TITLE: 0.7, BlockRole.KICKER: 0.3}
    rows = ("望江县粮库改造工程完工", "稻谷降温又快又省电")
    lines = [Piece(BlockRole.TITLE, Text.of(row), marks=2, roles=looks) for row in rows]
    told = [[reading.role for reading in read_stack(lines, body, levels_tell=tell)] for tell in (False, True)]
    assert told == [[BlockRole.KICKER, BlockRole.TITLE], [BlockRole.TITLE, BlockRole.TITLE]]


def test_no_kicker_follows_the_title_where_lines_are_in_order() -> None:
    scores = [[0.0, 0.0, 3.0, 0.0, 0.0], [0.0, 3.0, 0.0, 2.0, 0.0]]
    weighed = Weighed(scores, [[[0.0] * 5] * 5], NEVER)
    roles = [[STACKED.index(reading.role) for reading in decode(weighed, in_order=order)] for order in (False, True)]
    assert roles == [[TITLE, KICKER], [TITLE, SUBTITLE]]


@pytest.mark.parametrize(
    ("rows", "depths", "roles"),
    [
        (("村里来了“新乡亲”", "望江县三百名大学生返乡创业"), (3, 2), (BlockRole.KICKER, BlockRole.TITLE)),
        (
            ("县委常委会召开会议", "传达学习省委全会精神 研究部署秋粮收购和森林防火等重点工作"),
            (2, 1),
            (BlockRole.KICKER, BlockRole.TITLE),
        ),
        (
            ("县委常委会召开会议", "传达学习省委全会精神 研究部署秋粮收购和森林防火等重点工作"),
            (1, 2),
            (BlockRole.TITLE, BlockRole.SUBTITLE),
        ),
        (("全省青少年划船锦标赛收官", "望江队夺18金居首位"), (1, 2), (BlockRole.TITLE, BlockRole.SUBTITLE)),
        (("石桥修缮完工", "温立达、韦岚出席通车仪式"), (3, 4), (BlockRole.TITLE, BlockRole.SUBTITLE)),
    ],
)
def test_the_heading_with_a_lower_one_above_it_is_the_title(
    rows: tuple[str, ...], depths: tuple[int, ...], roles: tuple[BlockRole, ...]
) -> None:
    body = Body([Piece(BlockRole.PARAGRAPH, Text.of("记者昨天从县里获悉，各项工作进展顺利。"))])
    looks = {BlockRole.TITLE: 0.6, BlockRole.KICKER: 0.2, BlockRole.SUBTITLE: 0.2}
    lines = [Piece(BlockRole.TITLE, Text.of(row), marks=depth, roles=looks) for row, depth in zip(rows, depths, strict=True)]
    assert tuple(reading.role for reading in read_stack(lines, body, in_order=True)) == roles
