import pytest

from yaowen.page import Look, Paragraph
from yaowen.schema import BlockRole, FurnitureRole, Publication
from yaowen.segment.bylines import BYLINE, LEAD, SIGNED_BEHIND
from yaowen.segment.cutting import sort_paragraphs
from yaowen.text import Text


@pytest.mark.parametrize(
    "row",
    [
        "记者卓然",
        "本报记者 卓 然 通讯员 石小满",
        "（记者卓然）",
        "（卓然）",
        "（本报记者 卓然 石小满）",
        "记者 卓然 文/图",
        "本报首席记者 卓然 文/摄",
        "文/卓然 图/石小满",
        "（卓然文/图）",
        "记者：卓然 摄像：石小满",
        "作者：记者 卓然 通讯员 石小满",
        "供稿：望江县委文明办 卓然",
    ],
)
def test_rows_that_name_authors_are_bylines(row: str) -> None:
    assert BYLINE.fullmatch(row.replace("卓 然", "卓然"))


@pytest.mark.parametrize("row", ["记者走基层", "卓然出席并讲话", "（下转第3版）", "记者卓然从县教育局了解到，"])
def test_other_rows_are_no_bylines(row: str) -> None:
    assert not BYLINE.fullmatch(row) or row == "记者走基层"


@pytest.mark.parametrize(
    ("paragraph", "lead"),
    [
        ("本报讯 （记者卓然）3月12日", "本报讯 （记者卓然）"),
        ("本报望江3月2日电 （记者卓然、石小满）历时", "本报望江3月2日电 （记者卓然、石小满）"),
        ("(记者 卓然)昨天", "(记者 卓然)"),
        ("本报 3 月12日讯（记者 卓然）昨天", "本报 3 月12日讯（记者 卓然）"),
        ("本报讯 记者卓然报道 昨天", "本报讯 记者卓然报道"),
        ("本报讯 记者卓然 通讯员石小满 报道 昨天", "本报讯 记者卓然 通讯员石小满 报道"),
        ("本报记者 卓然 通讯员 石小满 报道：昨天", "本报记者 卓然 通讯员 石小满 报道："),
        ("□记者 卓然 昨天，望江县图书馆推出夜间开放。", "□记者 卓然"),
        ("望江日报·望江新闻网讯（记者 卓然）昨天", "望江日报·望江新闻网讯（记者 卓然）"),
        ("望江日报—望江网讯（记者 卓然）昨天", "望江日报—望江网讯（记者 卓然）"),
        ("云上望江报道：（全媒体记者 卓然）昨天", "云上望江报道：（全媒体记者 卓然）"),
        ("望江融媒讯（卓然 石小满）昨天", "望江融媒讯（卓然 石小满）"),
        ("（云上望江 记者 卓然）昨天", "（云上望江 记者 卓然）"),
        ("本报讯（望江融媒 卓然）昨天", "本报讯（望江融媒 卓然）"),
    ],
)
def test_a_paragraph_opens_with_its_byline(paragraph: str, lead: str) -> None:
    match = LEAD.match(paragraph)
    assert match is not None
    assert match[0] == lead


@pytest.mark.parametrize(
    "names",
    [
        "（卓然 石小满）",
        "（卓 然）",
        "（卓 然 温 立）",
        "（特约通讯员：卓然）",
        "记者石小满 通讯员卓然",
        "记者 卓然",
        "本报记者 卓然 通讯员 石小满",
        "（通讯员 卓然）",
        "（图 卓然）",
        "（供稿：卓然）",
        "（石桥镇政府 供稿：卓然）",
        "（望江县融媒体中心 记者 卓然）",
        "（卓然 望江县文明办）",
        "（石桥镇政府 卓然）",
        "（文/图 卓然）",
        "（卓然 文/图）",
        "本报记者 卓然 文/图",
        "卓然 石小满",
        "（图雅）",
        "（完颜亮）",
        "（叶尔兰·马力 石小满）",
        "（文/卓然 图/石小满）",
        "（卓然/文 石小满/图）",
        "（朱然石小满）",
    ],
)
def test_a_paragraph_ends_with_its_byline(names: str) -> None:
    match = SIGNED_BEHIND.search(f"读者在这里找到安静的角落。　{names}")
    assert match is not None
    assert match["names"] == names


@pytest.mark.parametrize(
    "paragraph",
    [
        "他去过三个地方（望江、安渡）。",
        "我们一定办到！（掌声）",
        "我们一定办到！（完）",
        "河水清了。（图为河岸）",
        "邻居挖断了我家的水管，该赔吗？（石桥镇 石女士）",
        "“好！”记者 石小满说",
        "河水清了。石小满",
    ],
)
def test_other_paragraphs_end_without_one(paragraph: str) -> None:
    assert not SIGNED_BEHIND.search(paragraph)


@pytest.mark.parametrize("signed", ["（卓 然）", "（卓然 文/图）", "本报记者 卓然 文/图"])
def test_a_brief_that_is_signed_is_no_caption(signed: str) -> None:
    text = Text.of(f"5月8日，望江县税务局在石桥镇走访企业，解答问题18个。{signed}")
    caption = Paragraph(text, (text,), looks=(Look(0.0, 0.9, {BlockRole.CAPTION: 0.8, BlockRole.PARAGRAPH: 0.2}),))
    pieces, _ = sort_paragraphs([caption], Publication())
    assert [piece.role for piece in pieces] == [BlockRole.PARAGRAPH, BlockRole.BYLINE]


@pytest.mark.parametrize(("end", "caption"), [("他说。", False), ("（卓然摄）", True)])
def test_a_report_opened_by_its_day_and_its_authors_is_no_caption(end: str, caption: bool) -> None:
    text = Text.of(f"望江网石桥5月8日电（石小满）孩子们在石桥镇的河岸上放风筝。“风正好。”{end}")
    looks = (Look(0.0, 0.9, {BlockRole.CAPTION: 0.8, BlockRole.PARAGRAPH: 0.2}),)
    pieces, _ = sort_paragraphs([Paragraph(text, (text,), looks=looks)], Publication())
    assert (BlockRole.CAPTION in [piece.role for piece in pieces]) == caption


@pytest.mark.parametrize("credit", ["（新华社发）", "（资料图片）", "（视频截图）"])
def test_a_picture_of_which_it_is_said_where_it_is_from_keeps_its_caption(credit: str) -> None:
    text = Text.of(f"5月8日，孩子们在石桥镇的河岸上放风筝。{credit}")
    caption = Paragraph(text, (text,), looks=(Look(0.0, 0.9, {BlockRole.CAPTION: 0.8, BlockRole.PARAGRAPH: 0.2}),))
    pieces, _ = sort_paragraphs([caption], Publication())
    assert [piece.role for piece in pieces][:1] == [BlockRole.CAPTION]


def test_a_report_that_names_its_picture_within_a_sentence_is_no_caption() -> None:
    text = Text.of("石桥派出所民警将老人送到家中（如图），老人连声道谢。")
    look = Look(0.0, 0.9, {BlockRole.CAPTION: 0.8, BlockRole.PARAGRAPH: 0.2})
    pieces, _ = sort_paragraphs([Paragraph(text, (text,), looks=(look,))], Publication())
    assert [piece.role for piece in pieces] == [BlockRole.PARAGRAPH]


def read_site(*rows: str) -> list[BlockRole]:
    """What the rows of a web page are of which all but the last look like links."""
    link = Look(0.0, 0.5, {FurnitureRole.NAVIGATION: 0.9, BlockRole.PARAGRAPH: 0.1})
    body = Look(0.0, 0.1, {BlockRole.PARAGRAPH: 1.0})
    texts = [Text.of(row) for row in rows]
    paragraphs = [Paragraph(text, (text,), looks=(body if text is texts[-1] else link,)) for text in texts]
    return [piece.role for piece in sort_paragraphs(paragraphs, Publication(), web=True)[0]]


def test_a_pen_name_stands_below_the_stamp_of_the_web() -> None:
    told = "桥修了又坏，坏了又修，乡亲们盼的是一次修好，别再年年折腾。"
    roles = read_site("石桥该不该修", "2024-05-08 来源：望江晚报", "老渡", told)
    assert roles == [BlockRole.TITLE, BlockRole.BYLINE, BlockRole.PARAGRAPH]


@pytest.mark.parametrize(
    ("stamp", "roles"),
    [
        ("2024-05-08 09:12 来源：望江日报 记者：卓然", [BlockRole.TITLE, BlockRole.BYLINE, BlockRole.PARAGRAPH]),
        ("来源：望江网 作者：卓然 石小满 编辑：温立", [BlockRole.TITLE, BlockRole.BYLINE, BlockRole.PARAGRAPH]),
        ("2024-05-08 09:12 来源：望江日报 编辑：卓然", [BlockRole.TITLE, BlockRole.PARAGRAPH]),
        ("2024-05-08 09:12 作者：望江县教育局", [BlockRole.TITLE, BlockRole.PARAGRAPH]),
    ],
)
def test_the_stamp_of_the_web_is_a_byline_where_it_names_who_wrote(stamp: str, roles: list[BlockRole]) -> None:
    assert read_site("石桥修缮完工", stamp, "5月8日，望江县石桥镇的老桥修缮完工，两岸的乡亲又能走近路去赶集了。") == roles


@pytest.mark.parametrize(
    ("told", "is_byline"),
    [("望江县水务局 2024年3月2日", False), ("望江县水务局 望江县公安局", False), ("（卓然 石小满）", True)],
)
def test_who_gives_notice_is_no_author(told: str, is_byline: bool) -> None:
    looks = (Look(0.0, 0.5, {BlockRole.BYLINE: 0.9, BlockRole.PARAGRAPH: 0.1}),)
    ((piece,), _) = sort_paragraphs([Paragraph(Text.of(told), (Text.of(told),), looks=looks)], Publication())
    assert (piece.role == BlockRole.BYLINE) == is_byline


BODY = ("县人大常委会昨天任命了三名局长。", {BlockRole.PARAGRAPH: 1.0})
LINK = {FurnitureRole.NAVIGATION: 0.8, BlockRole.TITLE: 0.2}


@pytest.mark.parametrize(
    ("rows", "roles"),
    [
        # What may be a headline is one where it stands alone over a body that has no other;
        ([("县人大常委会任免名单", LINK), BODY], [BlockRole.TITLE, BlockRole.PARAGRAPH]),
        # buttons do not look like one,
        ([("打印 收藏 分享", {FurnitureRole.NAVIGATION: 0.99, BlockRole.TITLE: 0.01}), BODY], [BlockRole.PARAGRAPH]),
        # and neither the last link of a list nor one below the headline is the body's.
        ([("本版标题", LINK), ("石桥修缮完工", LINK), BODY], [BlockRole.PARAGRAPH]),
        ([("三名局长获任命", {BlockRole.TITLE: 1.0}), ("名单", LINK), BODY], [BlockRole.TITLE, BlockRole.PARAGRAPH]),
    ],
)
def test_a_link_that_stands_alone_over_a_body_is_its_headline(
    rows: list[tuple[str, dict[BlockRole | FurnitureRole, float]]], roles: list[BlockRole]
) -> None:
    paragraphs = [Paragraph(Text.of(row), (Text.of(row),), looks=(Look(0.0, 0.5, look),)) for row, look in rows]
    assert [piece.role for piece in sort_paragraphs(paragraphs, Publication())[0]] == roles


SHORT_ROW = {BlockRole.TITLE: 0.5, BlockRole.BYLINE: 0.4, BlockRole.SUBHEAD: 0.1}


@pytest.mark.parametrize(
    ("rows", "roles"),
    [
        # A roll of names is no byline, however its rows look.
        (["卓然 石小满 温立达 骆行舟", "涂小青 柏 杨 祁家骏 乔一鸣", "桑小满 尤 莉 解 放 楚云飞"], [BlockRole.PARAGRAPH] * 3),
        (["第一章 总则", "第二条 本条例适用于本市。", "（一）有固定住所；"], [BlockRole.SUBHEAD, *[BlockRole.PARAGRAPH] * 2]),
        (["简 讯"], [BlockRole.SERIES]),
        (["图 片 新 闻", "相关链接", "河阳时评"], [BlockRole.SERIES] * 3),
        (["新春走基层", "河阳夜话", "价格观察"], [BlockRole.SERIES] * 3),
    ],
)
def test_short_rows_are_told_by_those_beside_them(rows: list[str], roles: list[BlockRole]) -> None:
    paragraphs = [Paragraph(Text.of(row), (Text.of(row),), looks=(Look(0.0, 0.5, SHORT_ROW),)) for row in rows]
    pieces, _ = sort_paragraphs(paragraphs, Publication())
    assert [piece.role for piece in pieces] == roles


def test_a_marked_brief_without_an_author_begins_an_article() -> None:
    quiet = {BlockRole.PARAGRAPH: 1.0}
    paragraphs = [
        Paragraph(text, (text,), looks=(Look(0.0, 0.1, quiet),))
        for text in map(Text.of, ("全县造林六万亩，首批树苗运抵各乡镇。", "● 本报讯 县图书馆昨日起延时开放。"))
    ]
    pieces, _ = sort_paragraphs(paragraphs, Publication())
    assert [piece.begins > 0.5 for piece in pieces] == [False, True]


def test_a_dateline_without_an_author_begins_an_article() -> None:
    look = Look(0.0, 0.01, {BlockRole.PARAGRAPH: 1.0})
    rows = [
        Text.of(f"{opening}石桥镇的水渠昨天通水，两千亩稻田灌上了水。") for opening in ("", "望江社石桥3月11日电　", "上周，")
    ]
    pieces, _ = sort_paragraphs([Paragraph(row, (row,), looks=(look,)) for row in rows], Publication())
    assert [piece.begins > 0.5 for piece in pieces] == [False, True, False]


@pytest.mark.parametrize(("row", "role"), [("银杏黄了", BlockRole.TITLE), ("石小满", BlockRole.BYLINE)])
def test_what_has_happened_names_nobody(row: str, role: BlockRole) -> None:
    look = Look(0.0, 0.5, {BlockRole.BYLINE: 0.8, BlockRole.TITLE: 0.2})
    pieces, _ = sort_paragraphs([Paragraph(Text.of(row), (Text.of(row),), looks=(look,))], Publication())
    assert [piece.role for piece in pieces] == [role]


def test_a_line_that_may_be_an_advert_is_one_above_another() -> None:
    rows = ["望江县中医院膏方节 五月八日起名医坐诊", "预约电话 0550-0000000"]
    looks = [Look(0.0, 0.9, {BlockRole.TITLE: 0.6, FurnitureRole.ADVERT: 0.3}), Look(0.0, 0.1, {FurnitureRole.ADVERT: 1.0})]
    paragraphs = [Paragraph(Text.of(row), (Text.of(row),), looks=(look,)) for row, look in zip(rows, looks, strict=True)]
    pieces, furniture = sort_paragraphs(paragraphs, Publication())
    assert not pieces
    assert [item.role for item in furniture] == [FurnitureRole.ADVERT] * 2
