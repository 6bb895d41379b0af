import time

import pytest

from timing import least
from yaowen.markdown import markup_of, plain, read_lines
from yaowen.markup import depth_of, strip_markup
from yaowen.text import Text, quote


@pytest.mark.parametrize(
    ("written", "rows"),
    [
        ("**本报讯** 全县造林", ["本报讯 全县造林"]),
        ("造林<sup>①</sup>成效", ["造林①成效"]),
        ("造林<sup>[1]</sup>12km<sup>2</sup>", ["造林12km2"]),
        ("造林成效。<sup>1</sup>10<sup>8</sup>", ["造林成效。108"]),
        ("<sup>1</sup> 县统计局", [" 县统计局"]),
        ("<|ref|>text<|/ref|><|det|>[[52, 230, 330, 560]]<|/det|>", [""]),
        ("<|ref|>title<|/ref|><|det|>[[5, 30, 48, 90]]<|/det|>造林<|end|>", ["造林"]),
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
        ("环湖路长$50\\,\\mathrm{km}$，", ["环湖路长50km，"]),
        ("竹篾厚$0.3 \\mathrm{~mm}$", ["竹篾厚0.3 mm"]),
        ("占地$1.5\\ \\mathrm{km}^{2}$，排放$\\mathrm{CO}_2$减少", ["占地1.5km2，排放CO2减少"]),
        ("$\\textcircled{1}$ 多喝水", ["1 多喝水"]),
        ("每$100\\text{户}$", ["每100户"]),
        ("环湖路长$50 \\mathrm { k m }$，", ["环湖路长50 km，"]),
        ("占地$12 \\mathrm { m } ^ { 2 }$", ["占地12 m2"]),
        ("$\\bullet$石桥造林", ["石桥造林"]),
        ("$ \\blacktriangle $ 新栽的枫杨", [" 新栽的枫杨"]),
        ("见图![树](data:image/png;base64," + "iVBOR" * 200 + ")", ["见图"]),
        ('<img alt="树" src="data:image/png;base64,' + "iVBOR" * 200 + '"/>', [""]),
        ("达到150万亩[^1]。", ["达到150万亩。"]),
        ("[^1]: 县统计局", [" 县统计局"]),
        ("达到150万亩。${ }^{2}$", ["达到150万亩。"]),
        ("记者 *石小满* _摄_", ["记者 石小满 摄"]),
        ("*本报评论员*", ["本报评论员"]),
        ("\\begin{tabular}{|l|r|}", ["", ""]),
        ("松树 & 6万 \\\\", ["松树 \t 6万 "]),
        ("\\footnotetext{县统计局}", ["县统计局"]),
        ("\\title{", [""]),
        ("}", [""]),
        ("<page number='2'><masthead>望江日报</masthead>", ["", "", "望江日报", ""]),
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
        "约$1.8 \\times 10^4\\,\\mathrm{t}$，",
        "王*和李*，获一等奖；3*4*5米",
        "新增项目（*为新建，*为续建）",
        "见 page_1_text",
        "<<造林法>>",
    ],
)
def test_what_may_be_text_stays(written: str) -> None:
    assert [row.chars for row in strip_markup(Text.of(written))] == [written]


def test_what_opens_a_bold_row_is_left_to_who_reads_the_rows() -> None:
    assert plain(
        "**植树节**\n**植树**节\n\\section*{植树节}\n<h2>植树节</h2>\n<p><b>植树节</b></p>\n<b>植树</b>节\n**植树** **节**"
    ) == ("**植树节\n植树节\n植树节\n植树节\n植树节\n植树节\n**植树 节")


@pytest.mark.parametrize(
    ("marks", "depth"),
    [("##", 2), ("# **", 1), ("**", 0), ('<h3 class="a">', 3), ("<p><b>", 0), ("<headline>", 1), ("\\section*{", 0)],
)
def test_marks_tell_how_deep_a_heading_is(marks: str, depth: int) -> None:
    assert depth_of(Text.of(marks)) == depth


@pytest.mark.parametrize(
    ("raw", "lines"),
    [
        ("```markdown\n造林\n```", ["", "造林", ""]),
        ("造林\n\n---\n* * *\n{3}------\n植树", ["造林", "", "", "", "", "植树"]),
        ("> 造林\n>\n> 植树", ["> 造林", "", "> 植树"]),
        ("造林\n\\* \\* \\*\nPage 2 of 8\n植树", ["造林", "", "", "植树"]),
        ("以下是图片中报纸的文字内容：\n造林\n（接下页）\n以上为识别结果。", ["", "造林", "", ""]),
        ("Here is the text of the page:\n造林\n[图片：三人在山上植树]", ["", "造林", ""]),
        ("以下为协议文本：\n造林[图一]", ["以下为协议文本：", "造林[图一]"]),
        ("---\ntitle: 第1版\ntags:\n- 造林\n---\n植树", ["", "", "植树"]),
        ("---\n造林：全县\n---\n植树", ["", "造林：全县", "", "植树"]),
        ("造林<!-- 第\n2\n页 -->植树\n成活", ["造林植树", "成活"]),
        ("造林<!-- 第\n2", ["造林 第", "2"]),
        ("<table>\n<tr>\n<td>松</td>\n</tr>\n</table>植\n树", ["<table><tr><td>松</td></tr></table>植", "树"]),
        ("<table>\n松", ["<table>", "松"]),
    ],
)
def test_what_runs_over_several_lines_is_one_or_none(raw: str, lines: list[str]) -> None:
    assert [line.chars for line in read_lines(raw)] == lines


def test_marks_and_text_are_the_page() -> None:
    raw = "# **植树节**\n\n| 松树 | 6万 |\n造林[图](/a)\\!"
    assert [quote(raw, source) for source in markup_of(raw)] == ["****", "|||", "[](/a)\\"]


@pytest.mark.parametrize("unclosed", ["<!--", "<table ", "$", "*", "\\(", "**a", "[", "![", "{", "\\title{"])
def test_marks_of_many_lines_take_time_in_proportion(unclosed: str) -> None:
    def seconds(size: int) -> float:
        started = time.process_time()
        list(markup_of(f"{unclosed}树\n" * 10 * size + f"{unclosed}树" * size))
        return time.process_time() - started

    seconds(50)
    # Eight times the length takes eight times as long; 64 times would be quadratic.
    assert least(seconds, 3200) < 30 * max(least(seconds, 400), 0.02)


@pytest.mark.parametrize("row", ["$" + "{~" * 300 + "$", "$" + "{~}" * 300 + "汉", "$a^{" * 300])
def test_formulas_made_to_be_read_in_many_ways_are_read_at_once(row):
    assert "".join(each.chars for each in strip_markup(Text.of(row))) == row
