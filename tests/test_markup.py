import pytest

from yaowen.markup import markup_of, plain, strip_markup
from yaowen.text import Text, quote


@pytest.mark.parametrize(
    ("written", "rows"),
    [
        ("**本报讯** 全县造林", ["本报讯 全县造林"]),
        ("造林<sup>①</sup>成效", ["造林①成效"]),
        ("栽树&nbsp;20万棵&emsp;", ["栽树20万棵"]),
        ("增长$12.5\\%$，达$5,000$亩", ["增长12.5%，达5,000亩"]),
        ("增长12\\%", ["增长12%"]),
        ("第一行<br>第二行<br/>", ["第一行", "第二行", ""]),
        ("<tr><td>松树</td><td>6万</td></tr>", ["", "\t松树\t\t6万\t", ""]),
        ("| 松树 | 6万 |", ["\t 松树 \t 6万 \t"]),
        ("|---|:-:|", ["\t"]),
        ("| **松树** | $20\\%$<br>去年 |", ["\t 松树 \t 20%\t去年 \t"]),
        ("<html><body><table>", ["", ""]),
        ("\\(5.6\\%\\)", ["5.6%"]),
        ("> 编者按", ["编者按"]),
        ("- 造林", ["造林"]),
        ("[上一版](/02.html)", ["上一版"]),
        ("见图![树](a.png)", ["见图"]),
        ("<!-- 第2页 -->造林", ["造林"]),
        ("甲公司&amp;乙公司", ["甲公司&乙公司"]),
    ],
)
def test_marks_go_and_breaks_and_cells_part(written: str, rows: list[str]) -> None:
    assert [row.chars for row in strip_markup(Text.of(written))] == rows


@pytest.mark.parametrize(
    "written",
    [
        "气温$26^{\\circ}$，升高",
        "![树](a.png)",
        "6<8且9>5",
        "每斤$5，共$10",
        "见[1]（二）",
        "a_b_c",
        "尾号138****5678的王**和李**获一等奖",
        "$\\sim5\\%$",
        "每桶$75-$78，上涨",
        "H$_2$O",
        "—造林",
        "<<造林法>>",
    ],
)
def test_what_may_be_text_stays(written: str) -> None:
    assert [row.chars for row in strip_markup(Text.of(written))] == [written]


def test_what_opens_a_bold_row_is_left_to_who_reads_the_rows() -> None:
    assert plain("**植树节**\n**植树**节") == "**植树节\n植树节"


def test_marks_and_text_are_the_page() -> None:
    raw = "# **植树节**\n\n| 松树 | 6万 |\n造林[图](/a)\\!"
    assert [quote(raw, source) for source in markup_of(raw)] == ["****", "|||", "[](/a)\\"]
