"""Columns whose rows were written by turns."""

from random import Random
from time import process_time

import pytest

from timing import least
from two_columns import LEFT, RIGHT
from yaowen.dehyphenate.interleaved import part_interleaved
from yaowen.page import Page
from yaowen.rows import read_rows


def read(raw: str) -> list[str]:
    return [str(row.text) for row in part_interleaved(read_rows(Page("p", raw)))]


@pytest.mark.parametrize(
    "raw",
    [
        pytest.param("\n".join(map(" ".join, zip(LEFT, RIGHT, strict=True))), id="on one row"),
        pytest.param("\n\n".join(row for pair in zip(LEFT, RIGHT, strict=True) for row in pair), id="by turns"),
        pytest.param("\n".join(row for pair in zip(LEFT, RIGHT, strict=True) for row in pair), id="by turns, no row blank"),
    ],
)
def test_columns_are_read_one_after_the_other(raw: str) -> None:
    assert read(raw) == [*LEFT, *RIGHT]


def test_more_columns_than_five_are_told_apart() -> None:
    texts = (
        "县图书馆从本周起延长开放时间，读者可以在馆内看书到晚上十点。馆里还添置了两千册新书，其中有一半是小学",
        "入冬以来，平川镇的蔬菜大棚迎来了丰收，西红柿和黄瓜每天装满三辆货车运往省城。种植户说，今年的价格比去",
        "中小学生篮球联赛上周末落幕，来自全县的十二支球队参加了比赛。决赛中，实验中学以两分优势战胜对手，第一",
        "老城区的供水管道改造已经过半，施工人员利用夜间停水的几个小时更换旧管。工程完成以后，八千户居民家里的",
    )
    columns = [LEFT[:5], RIGHT[:5], *([text[start : start + 10] for start in range(0, 50, 10)] for text in texts)]
    by_turns = "\n\n".join(row for rows in zip(*columns, strict=True) for row in rows)
    assert read(by_turns) == [row for column in columns for row in column]


@pytest.mark.parametrize("above", [[""], []], ids=["a blank row above", "none above"])
def test_a_headline_ends_the_columns(above: list[str]) -> None:
    upper, lower = (" ".join(pair) for pair in zip(LEFT, RIGHT, strict=True)), zip(RIGHT, LEFT, strict=True)
    raw = "\n".join([*upper, *above, "老街开街迎客", *map(" ".join, lower)])
    assert read(raw) == [*LEFT, *RIGHT, "老街开街迎客", *RIGHT, *LEFT]


@pytest.mark.parametrize(
    "raw",
    [
        pytest.param("\n".join([*LEFT, *RIGHT]), id="columns one after the other"),
        pytest.param("\n\n".join(LEFT), id="rows parted by blank ones"),
        pytest.param("\n".join(f"{number}号站台东侧候车区 {number}号站台西侧候车区" for number in range(1, 9)), id="a list"),
    ],
)
def test_other_rows_stay_as_they_are(raw: str) -> None:
    assert read(raw) == [row for row in raw.split("\n") if row]


def test_no_character_is_lost() -> None:
    raw = "\n".join(map(" ".join, zip(LEFT, RIGHT, strict=True)))
    offsets = sorted(offset for row in part_interleaved(read_rows(Page("p", raw))) for offset in row.text.offsets)
    assert offsets == [place for place, char in enumerate(raw) if not char.isspace()]


TEXT = "".join((*LEFT, *RIGHT))
RANDOM = Random(1)


@pytest.mark.parametrize(
    "page",
    [
        pytest.param([" ".join(pair) for pair in zip(LEFT, RIGHT, strict=True)], id="two columns"),
        pytest.param(
            [" ".join("".join(RANDOM.choices(TEXT, k=RANDOM.choice((8, 11, 14, 17, 20)))) for _ in "LR") for _ in range(80)],
            id="rows that go on nowhere",
        ),
    ],
)
def test_time_grows_with_the_length(page: list[str]) -> None:
    def seconds(rows_of_page: int) -> float:
        rows = read_rows(Page("p", "\n".join((page * rows_of_page)[:rows_of_page])))
        start = process_time()
        part_interleaved(rows)
        return process_time() - start

    assert least(seconds, 160, times=5) < 3 * least(seconds, 80, times=5)
