"""Columns side by side in the rows of a text, as pdftotext -layout writes them. Places and people are invented."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timing import least
from yaowen.gutters import part_columns
from yaowen.load.kind import recognise_kind
from yaowen.page import Page
from yaowen.rows import read_rows
from yaowen.schema import SourceKind
from yaowen.text import Text, quote


def beside(*columns: list[str], gutter: int = 4) -> str:
    """Columns side by side, as wide as their widest row."""
    height = max(map(len, columns))
    widths = [max(map(len, column)) + gutter for column in columns]
    rows = zip(*(column + [""] * (height - len(column)) for column in columns), strict=True)
    return "\n".join("".join(map(str.ljust, row, widths)).rstrip() for row in rows) + "\n"


MEETING = [
    ["  本报讯（记者何田）昨日，全市招商", "引资大会召开。市长欧阳澈出席会议", "并讲话，市领导参加会议。"],
    ["  欧阳澈指出，要紧盯长三角、粤港澳", "大湾区等重点区域，开展精准招商。", "  会上，高新区作表态发言。"],
]
LIBRARY = ["市图书馆新馆开放", "  昨日，市图书馆新馆开放，读者凭", "证入馆。新馆藏书八十万册，设座位", "两千个，周一闭馆。"]
TITLE = "全市招商引资大会召开"


def part(raw: str) -> list[str]:
    return [line.chars for line in part_columns(Text.of(raw).split("\n"))]


@pytest.mark.parametrize(
    ("raw", "columns"),
    [
        (beside(*MEETING, LIBRARY), [*MEETING, LIBRARY]),
        (beside(*MEETING, gutter=2), MEETING),
        (f"{TITLE}\n\n{beside(*MEETING)}", [[TITLE], *MEETING]),
        # What stands over columns runs across them, or is the first row of the leftmost.
        (f"{TITLE}\n{beside(*MEETING)}", [[TITLE], *MEETING]),
        (f"{beside(*MEETING)}{'':16}{TITLE}\n{beside(LIBRARY, LIBRARY)}", [*MEETING, [TITLE], LIBRARY, LIBRARY]),
        (beside([TITLE, *MEETING[0]], ["□ 石小满", *MEETING[1]]), [[TITLE], ["□ 石小满"], *MEETING]),
        # Another article below, with columns of its own, beside one that runs down the page.
        (
            beside([*beside(*MEETING).split("\n"), "", TITLE, *beside(*MEETING).split("\n")], LIBRARY * 3),
            [*MEETING, [TITLE], *MEETING, LIBRARY * 3],
        ),
        # Rows of two columns stand at different heights.
        (
            "02 时政        2022年8月19日 星期五\n\n"
            + beside([row for line in MEETING[0] for row in (line, "")], [row for line in LIBRARY for row in ("", line)]),
            [["02 时政"], ["2022年8月19日 星期五"], MEETING[0], LIBRARY],
        ),
        # The headline of the right column stands lower.
        (
            beside([TITLE, "", "", *MEETING[0]], ["走基层纪事", "", *LIBRARY, "共签约九十八项。"]),
            [[TITLE, *MEETING[0]], ["走基层纪事", *LIBRARY, "共签约九十八项。"]],
        ),
        # The last row alone has text in the second column.
        (beside(MEETING[0], ["共签约九十八项。"]), [MEETING[0], ["共签约九十八项。"]]),
        (
            "02 时政        2022年8月19日 星期五        青潭日报\n\n" + beside(*MEETING),
            [["02 时政"], ["2022年8月19日 星期五"], ["青潭日报"], *MEETING],
        ),
    ],
)
def test_each_column_comes_below_the_one_to_its_left(raw: str, columns: list[list[str]]) -> None:
    assert [row.strip() for row in part(raw) if row] == [row.strip() for column in columns for row in column]


def test_a_column_begins_behind_a_blank_line_and_keeps_what_is_set_in() -> None:
    assert part(beside(*MEETING)) == [*MEETING[0], "", *MEETING[1]]


def test_every_character_stays_where_it_stands() -> None:
    raw = beside(*MEETING, LIBRARY)
    rows = read_rows(Page("p", raw))
    assert len(rows) == 10
    assert all(quote(raw, row.text.source()) == row.text.chars for row in rows)
    assert sorted("".join(row.text.chars for row in rows)) == sorted("".join(raw.split()))
    assert recognise_kind(raw) == SourceKind.PDF_TEXT


@pytest.mark.parametrize(
    "raw",
    [
        "全  市  巩  固  提  升\n全  县  深  入  学  习\n各  地  扎  实  推  进\n",
        "同心协力修好水渠    抢抓农时种满山田\n\n会议要求，各地要压实责任，守住底线。\n会议强调，要抓住农时，确保丰收。\n",
        "孟春和      祁家骏      桑小满\n解  放      楚云飞      麦穗\n凌燕        白长贵      童谣\n",
        "品种      均价      比上周\n西瓜      1.20      下降\n黄瓜      2.35      上涨\n西红柿    2.80      持平\n",
        beside(
            ["3月2日", "3月5日", "3月9日"], ["开会，请准时到市会展中心。", "植树，请到南山公园。", "防汛演练，请绕行江滨路。"]
        ),
        "会议要求，各地要压实责任，守住底线。      （何田）\n",
    ],
)
def test_spaced_letters_lists_of_names_and_tables_are_read_across(raw: str) -> None:
    assert part(raw) == raw.split("\n")


@pytest.mark.parametrize(
    "rows",
    [
        "会  议  要求，各地  \n" * 20,
        ("会议要求，各地要压实责任，" + " " * 4) * 10,
        ("会议要求，各地要压实责任" + " " * 4) * 20 + "\n",
        ("会议要求，各地要压实责任" + " " * 4) * 20 + "\n" + "会" * 300 + "\n",
        "县里修桥又铺路了   □ 记者王一\n" * 5,
    ],
)
def test_rows_of_many_spaces_take_time_in_proportion(rows: str) -> None:
    def seconds(size: int) -> float:
        started = time.process_time()
        part(rows * size)
        return time.process_time() - started

    seconds(50)
    # Eight times the length takes eight times as long; 64 times would be quadratic.
    assert least(seconds, 1600) < 30 * max(least(seconds, 200), 0.02)


@given(
    st.lists(
        st.lists(st.sampled_from(["会议要求压实责任，守住底线", "昨日", "  ", "    ", "□ 石小满", "\u3000\u3000"]), max_size=7),
        max_size=14,
    )
)
def test_no_character_is_lost_or_doubled(rows: list[list[str]]) -> None:
    raw = "\n".join(map("".join, rows))
    offsets = [offset for line in part_columns(Text.of(raw).split("\n")) for offset in line.offsets]
    assert sorted(offset for offset in offsets if not raw[offset].isspace()) == [
        offset for offset, char in enumerate(raw) if not char.isspace()
    ]


def test_thousands_of_rows_with_their_authors_are_read_across() -> None:
    raw = "\n".join(["县里修桥又铺路了   □ 记者王一"] * 3000)
    assert len(part_columns(Text.of(raw).split("\n"))) == 3000
