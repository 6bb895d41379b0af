"""Lines that run from the top down, in pages whose text alone is left."""

import pytest

from yaowen.dehyphenate.columns import JoinColumns
from yaowen.dehyphenate.upright import read_upright
from yaowen.page import Page
from yaowen.rows import read_rows
from yaowen.schema import BlockRole


def lines(raw: str) -> list[str]:
    return [str(row.text) for row in read_upright(read_rows(Page("p", raw)))]


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        pytest.param("工程完工。\n河\n阳\n时\n评\n好事要办到底", ["工程完工。", "河阳时评", "好事要办到底"], id="one line"),
        pytest.param(
            "新 老\n模 街\n样 换\n昨日，老街修缮完工。",
            ["老街换新模样", "昨日，老街修缮完工。"],
            id="two lines, the right one first",
        ),
        pytest.param("学环\n生境\n当保\n卫护\n士", ["环境保护学生当卫士"], id="the left one is longer"),
        pytest.param("生环\n当境\n卫保\n士护\n 者", ["环境保护者生当卫士"], id="the right one is longer"),
        pytest.param("要闻\n时评\n教育\n副刊", ["要闻", "时评", "教育", "副刊"], id="names of sections"),
        pytest.param("周岚\n石岩\n方芸\n陆川", ["周岚", "石岩", "方芸", "陆川"], id="names"),
        pytest.param("防汛\n工作\n会议\n召开", ["防汛", "工作", "会议", "召开"], id="a headline in a narrow box"),
        pytest.param("新老\n模街\n\n样换", ["新老", "模街", "样换"], id="a blank row ends them"),
    ],
)
def test_lines_that_run_down_are_a_row_each(raw: str, expected: list[str]) -> None:
    assert lines(raw) == expected


def test_every_character_is_where_it_stood() -> None:
    raw = "新 老\n模 街\n样 换\n"
    (row,) = read_upright(read_rows(Page("p", raw)))
    assert row.text.source() == ((2, 3), (6, 7), (10, 11), (0, 1), (4, 5), (8, 9))


def test_nobody_s_name_runs_down() -> None:
    headline, name = (JoinColumns()(Page("p", f"{over}\n\n老街开街\n\n昨日，老街开街。\n"))[0] for over in ("周\n岚", "周岚"))
    assert BlockRole.BYLINE not in headline.looks[0].roles
    assert BlockRole.BYLINE in name.looks[0].roles
