import pytest

from yaowen.dehyphenate.columns import JoinColumns
from yaowen.page import Look, Page
from yaowen.rows import read_rows
from yaowen.schema import BlockRole, SourceKind


@pytest.mark.parametrize(
    ("raw", "paragraphs"),
    [
        ("河堤加固工程昨天在临\n河全线完工，比计划提\n前了两个月。", ["河堤加固工程昨天在临河全线完工，比计划提前了两个月。"]),
        ("　　两岸种上了柳树。\n　　灯也亮了。", ["两岸种上了柳树。", "灯也亮了。"]),
        ("工程于昨天完工。　　两岸种上了柳树。", ["工程于昨天完工。", "两岸种上了柳树。"]),
        ("全线完工，将全\n\n，面通车。", ["全线完工，将全，面通车。"]),
        ("望江县医院骨科主任医师 韦岚\n入冬后老人怎样护好膝盖？", ["望江县医院骨科主任医师 韦岚", "入冬后老人怎样护好膝盖？"]),
        ("完工。\n（下转第3版）", ["完工。", "（下转第3版）"]),
        (
            "石桥修缮完工\n上接第一版\n昨天，石桥镇的老桥修缮完工。",
            ["石桥修缮完工", "上接第一版", "昨天，石桥镇的老桥修缮完工。"],
        ),
        ("修好我们的路吧\n编辑同志：\n村里的路坏了。", ["修好我们的路吧", "编辑同志：", "村里的路坏了。"]),
        ("“干一行，就要爱一行、钻一行。”\n这是韦岚常说的话。", ["“干一行，就要爱一行、钻一行。”这是韦岚常说的话。"]),
        # A dateline goes on where the row below says who sent it.
        ("本报讯\n（记者卓然）工程昨天完\n工。", ["本报讯（记者卓然）工程昨天完工。"]),
        # Who took a picture ends what is said of it.
        ("果农在摘枇杷。 记者 卓然 摄\n火器压住火头。", ["果农在摘枇杷。 记者 卓然 摄", "火器压住火头。"]),
        # So do the names of the authors.
        ("复供水。本报记者 卓然\n果园里来了授粉", ["复供水。本报记者 卓然", "果园里来了授粉"]),
        # A row that stops short behind them is the headline of the next brief.
        (
            "户均增收一千元。\n（卓然）\n石桥镇 粮库换新机\n石桥镇今年投入三百万元，为全镇粮\n库换上烘干机，七月起就能用上。",
            [
                "户均增收一千元。",
                "（卓然）",
                "石桥镇 粮库换新机",
                "石桥镇今年投入三百万元，为全镇粮库换上烘干机，七月起就能用上。",
            ],
        ),
        # Whose brief it is opens its headline, too.
        (
            "\n石桥镇：水渠通水\n昨天，石桥镇的水渠通了水，浇\n灌稻田两千亩，今年不愁旱。",
            ["石桥镇：水渠通水", "昨天，石桥镇的水渠通了水，浇灌稻田两千亩，今年不愁旱。"],
        ),
        # Characters that show nothing do not end a row.
        (
            "河堤加固工程昨天在临\u200b\n河全\ufeff线完工，比计划提\u200b\n前了两个月。",
            ["河堤加固工程昨天在临河全线完工，比计划提前了两个月。"],
        ),
        # A line that runs from the top down has one character a row.
        ("工程昨天完工。\n河\n阳\n时\n评\n好事要办到底", ["工程昨天完工。", "河阳时评", "好事要办到底"]),
    ],
)
def test_rows_join_into_paragraphs(raw: str, paragraphs: list[str]) -> None:
    assert paragraphs == [str(paragraph.text) for paragraph in JoinColumns()(Page("p", raw))]


def test_a_blank_row_sets_off_a_heading_of_the_web() -> None:
    raw = "石桥镇的人都去过河边\n\n清早，河边的人多了起来。\n"
    assert len(JoinColumns()(Page("p", raw, SourceKind.WEB_TEXT))) == 2


def test_a_row_of_a_table_goes_on_in_nothing() -> None:
    raw = "<table><tr><td>望江代表 卓然</td><td>建议完善补偿</td></tr></table>\n\n石小满建议，健全种粮农民收益保障机制。\n"
    assert len(JoinColumns()(Page("p", raw, SourceKind.OCR_MARKDOWN))) == 2


@pytest.mark.parametrize(
    ("margin", "indents"), [("    ", [0.0, 0.0, 2.0, 0.0]), ("", [0.0, 0.0, 2.0, 0.0])], ids=["a margin", "none"]
)
def test_rows_are_measured_from_the_margin_of_the_page(margin: str, indents: list[float]) -> None:
    raw = "河堤加固工程昨天在临\n河全线完工，比计划早。\n　　两岸种上了柳树，灯\n也亮了，路也修平，昨"
    page = Page("p", "\n".join(margin + row for row in raw.split("\n")), SourceKind.PDF_TEXT)
    assert [row.indent for row in read_rows(page)] == indents


def test_where_each_row_is_a_paragraph_that_is_set_in_there_is_no_margin() -> None:
    raw = "    两岸种上了柳树。\n    灯也亮了。\n    路也修平了。"
    assert [row.indent for row in read_rows(Page("p", raw, SourceKind.PDF_TEXT))] == [2.0, 2.0, 2.0]


def test_markdown_whose_characters_are_spaced_is_read_without_the_spaces() -> None:
    raw = "# 全 县 植 树 三 万 亩\n\n春 季 植 树 已 经 过 半 ， 全 县 造 林 面 积 达 3 万 亩 。 共 种 下 Green Bay 松 树"
    rows = read_rows(Page("p", raw, SourceKind.OCR_MARKDOWN))
    assert [row.text.chars for row in rows] == [
        "全县植树三万亩",
        "春季植树已经过半，全县造林面积达3万亩。共种下 Green Bay 松树",
    ]
    assert rows[0].level == 1


@pytest.mark.parametrize(("role", "paragraphs"), [(BlockRole.PARAGRAPH, 1), (BlockRole.CAPTION, 1), (BlockRole.TITLE, 2)])
def test_a_row_of_a_headline_goes_on_only_where_that_is_likelier(role: BlockRole, paragraphs: int) -> None:
    rows = read_rows(Page("p", "望江县石桥修缮\n两岸今起通车"))
    looks = [Look(joins, 0.0, {role: 1.0}) for joins in (0.6, 0.0)]
    assert len(list(JoinColumns().join(rows, looks))) == paragraphs
    surer = [Look(0.8, 0.0, {role: 1.0}), looks[1]]
    assert len(list(JoinColumns().join(rows, surer))) == 1
