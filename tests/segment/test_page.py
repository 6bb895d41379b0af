"""What is cut from pages, in the Chinese they come in. Places and people are invented."""

import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from timing import least
from yaowen.dehyphenate.columns import JoinColumns
from yaowen.page import Clipping, Cuttings, Page
from yaowen.schema import Byline, FurnitureRole, Genre, Publication, SourceKind
from yaowen.segment.page import SegmentPage
from yaowen.segment.row_words import OFFICES
from yaowen.segment.stack_lines import ATTENDANCE
from yaowen.text import quote


def cut(raw: str, kind: SourceKind = SourceKind.PDF_TEXT) -> Cuttings:
    page = Page("p", raw, kind)
    return SegmentPage()(page, JoinColumns()(page))


def parts(clipping: Clipping) -> list[tuple[str, str]]:
    return [(part.role.value, str(part.text)) for part in clipping.parts]


AFTER = """\
 本报讯 （记者卓然）3 月 12
日，全县春季造林动员会召开。县
委副书记、县长温立达出席并讲话。
他强调，要抓住农时，确保栽一棵
活一棵。

温立达指出，造林绿化是生态建设
的重要内容。要科学选择树种，落

实管护责任，巩固造林成果，让绿
水青山成为群众的幸福靠山。

全县春季造林动员会召开
温立达出席并讲话

本报讯 （记者石小满）连日来，
望江县图书馆推出夜间开放服务，
每晚延时至十点，三百多个座位几
乎坐满，成为市民夜读的好去处。

据介绍，图书馆还为夜读市民准备
了热水和毛毯，并增加了两班安保
人员，方便读者安全离馆。

县图书馆夜间开放受欢迎
"""


def test_a_headline_after_its_body_comes_first() -> None:
    meeting, library = cut(AFTER).clippings
    assert parts(meeting)[:3] == [
        ("title", "全县春季造林动员会召开"),
        ("subtitle", "温立达出席并讲话"),
        ("byline", "本报讯（记者卓然）"),
    ]
    assert library.headline.title == "县图书馆夜间开放受欢迎"


def test_a_sentence_that_a_column_cuts_is_whole_again() -> None:
    body = [text for role, text in parts(cut(AFTER).clippings[0]) if role == "paragraph"]
    assert body[0].startswith("3月12日，全县春季造林动员会召开。")
    assert body[1].endswith("落实管护责任，巩固造林成果，让绿水青山成为群众的幸福靠山。")
    assert len(body) == 2


def test_a_jump_line_says_where_the_article_goes_on() -> None:
    raw = AFTER.replace("成为群众的幸福靠山。", "成为群众的幸福靠山。\n（下转第3版）")
    clipping = cut(raw).clippings[0]
    assert clipping.continued_on == 3
    assert parts(clipping)[-1] == ("jump", "（下转第3版）")


def test_a_body_without_a_headline_has_no_title() -> None:
    raw = AFTER.replace("全县春季造林动员会召开\n温立达出席并讲话\n", "")
    meeting = cut(raw).clippings[0]
    assert meeting.headline.title is None


@pytest.mark.parametrize(
    ("row", "attendance"),
    [
        ("温立达出席并讲话", True),
        ("温立达主持 卓然石小满参加", True),
        ("温立达作报告 卓然主持会议", True),
        ("温立达主持 卓然 石小满 韦岚参加", True),
        ("温立达 卓然等参加", True),
        ("温立达出席全县教育工作会议", False),
        ("温立达主持召开县政府常务会议", False),
    ],
)
def test_a_row_of_who_took_part_is_no_title(row: str, attendance: bool) -> None:
    assert bool(ATTENDANCE.fullmatch(row)) is attendance


MARKDOWN = """\
### 温立达在检查防汛准备工作时强调

## 备足物资 练好队伍

本报讯 (记者卓然)6月3日,县长温立达到清漳河沿线检查防汛准备工作。他强调,要把群众安危放在首位,将全

部物资清点到位,确保拉得出、用得上。

温立达来到城北泵站,察看设备运行情况。 (下转第4版)

## 老街变身记

本报记者 石小满

走进县城老街,青石板路干净整洁,沿街店铺的招牌统一换成了木匾。
"""


def test_marks_of_headings_are_furniture() -> None:
    cuttings = cut(MARKDOWN, SourceKind.OCR_MARKDOWN)
    assert [quote(MARKDOWN, item.source) for item in cuttings.furniture] == ["###", "##", "##"]
    assert {item.role for item in cuttings.furniture} == {FurnitureRole.OTHER}


def test_a_paragraph_of_markdown_goes_on_after_a_column_break() -> None:
    flood, street = cut(MARKDOWN, SourceKind.OCR_MARKDOWN).clippings
    assert flood.headline.title == "备足物资 练好队伍"
    assert flood.headline.kicker == "温立达在检查防汛准备工作时强调"
    assert "将全部物资清点到位" in str(flood.text)
    assert flood.continued_on == 4
    assert street.genre == Genre.FEATURE
    assert [author.name for author in street.bylines] == ["石小满"]


WEB = """\
第02版:综合

三举措守护校园食品安全

  本报讯（记者卓然）新学期伊始，望江县教育局推出三项举措，守护校园食品安全。
  全县41所学校的食堂全部实现“明厨亮灶”，家长可以在手机上看到后厨。

分享到:

过往期刊

  • 第2025-01-03期

  • 第2025-01-02期
"""


def test_the_buttons_of_a_web_page_are_one_piece_of_navigation() -> None:
    cuttings = cut(WEB, SourceKind.WEB_TEXT)
    assert [(item.role.value, quote(WEB, item.source)) for item in cuttings.furniture] == [
        ("page_header", "第02版:综合"),
        ("navigation", "分享到:过往期刊• 第2025-01-03期• 第2025-01-02期"),
    ]
    (clipping,) = cuttings.clippings
    assert clipping.headline.title == "三举措守护校园食品安全"


MARKS = (
    "**全县造林**",
    "# **植树节**",
    "<table><tr><td>松树</td><td>$20$万棵</td></tr></table>",
    "| 松树 | 20% |",
    "[下一版](/03)",
    "> - 造林&nbsp;",
)

ROWS = st.lists(
    st.one_of(
        st.sampled_from(
            [*AFTER.split("\n"), *MARKDOWN.split("\n"), *WEB.split("\n"), *MARKS, "（上接第2版）", "全 县 造 林", "图①"]
        ),
        st.text(max_size=40),
    ),
    max_size=30,
).map("\n".join)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    raw=st.one_of(ROWS, st.text()), kind=st.sampled_from([SourceKind.PDF_TEXT, SourceKind.OCR_MARKDOWN, SourceKind.WEB_TEXT])
)
def test_no_character_is_lost_or_doubled(raw: str, kind: SourceKind) -> None:
    cuttings = cut(raw, kind)
    sources = [block.source for clipping in cuttings.clippings for block in clipping.blocks]
    held = [offset for source in sources for start, end in source for offset in range(start, end)]
    held += [offset for item in cuttings.furniture for start, end in item.source for offset in range(start, end)]
    assert len(held) == len(set(held))
    assert {offset for offset, char in enumerate(raw) if not char.isspace()} <= set(held)


@pytest.mark.parametrize(
    "make",
    [
        lambda size: AFTER * (size // 40),
        lambda size: "望江县造林\n" * size,
        lambda size: "造林，" * (size * 5),
        lambda size: "（" * (size * 10),
        lambda size: "柳湖大桥通车\n\n本报讯（记者卓然）柳湖大桥昨日通车。\n\n图①：柳湖大桥。\n\n" * (size // 20),
        lambda size: "**造林** $5\\%$ [树](/x <td>" * (size * 2),
        lambda size: "本报讯 （记者\n" * size,
        lambda size: "张 三 " * (size * 3),
    ],
    ids=["pages", "headlines", "one line", "brackets", "captions", "marks", "bylines", "names"],
)
def test_time_grows_with_the_length_of_the_page(make) -> None:  # type: ignore[no-untyped-def]
    def seconds(size: int) -> float:
        started = time.process_time()
        cut(make(size))
        return time.process_time() - started

    seconds(500)
    # Eight times the length takes eight times as long; 64 times would be quadratic.
    assert least(seconds, 16000) < 30 * max(least(seconds, 2000), 0.03)


@pytest.mark.parametrize(
    "part",
    [
        "新桥边人来人往。\n\n本报记者 卓然 摄\n\n",
        "图为5月8日，农民在收割早稻。 卓然 摄\n\n",
        "桥上灯火亮\n\n老人说，桥通了以后走亲戚很方便。\n\n",
    ],
    ids=["credits", "captions", "parts"],
)
def test_time_grows_with_the_length_of_a_web_page(part: str) -> None:
    def seconds(size: int) -> float:
        page = "石桥修缮完工\n\n2024年5月8日 来源：望江日报\n\n昨天，望江县石桥修缮完工，两岸群众出行更便捷了。\n\n" + part * (
            size // 20
        )
        started = time.process_time()
        cut(page, SourceKind.WEB_TEXT)
        return time.process_time() - started

    seconds(500)
    assert least(seconds, 16000) < 30 * max(least(seconds, 2000), 0.03)


def clipped(raw: str, kind: SourceKind = SourceKind.PDF_TEXT) -> list[list[tuple[str, str]]]:
    """The headline lines and bylines of each article."""
    lines = ("series", "kicker", "title", "subtitle", "byline")
    return [[part for part in parts(clipping) if part[0] in lines] for clipping in cut(raw, kind).clippings]


def test_names_below_a_title_are_its_byline() -> None:
    raw = """\
## 把办事窗口搬到家门口

涂小青 骆行舟

一张便民清单,看着简单,背后是把群众的事当自己的事。窗口往前挪一步,群众就少跑十步路。

办好一件小事,贵在用心。用心才能看见老人看不清的小字,才能听见年轻人等不起的抱怨。
"""
    assert clipped(raw, SourceKind.OCR_MARKDOWN) == [[("title", "把办事窗口搬到家门口"), ("byline", "涂小青 骆行舟")]]


def test_names_that_end_a_report_do_not_make_it_a_feature() -> None:
    raw = """\
公积金年报出炉

　　3月12日，望江县住房公积金管理中心公布年报，全县新增缴存职工2140人，归集资金3.6亿元。
　　中心主任骆行舟说，今年还将扩大灵活就业人员缴存试点。
　　记者卓然
"""
    (article,) = cut(raw, SourceKind.WEB_TEXT).clippings
    assert [(author.name, author.role) for author in article.bylines] == [("卓然", "记者")]
    assert article.genre == Genre.NEWS


def test_marks_of_markdown_are_furniture_and_cells_stay_apart() -> None:
    raw = """# **全县造林成效显著**

**本报讯**（记者卓然）今年全县造林$20$万亩，增长12\\%。

<table><tr><td>松树</td><td>6万棵</td></tr><tr><td>柏树</td><td>9万棵</td></tr></table>
"""
    cuttings = cut(raw, SourceKind.OCR_MARKDOWN)
    (clipping,) = cuttings.clippings
    assert parts(clipping) == [
        ("title", "全县造林成效显著"),
        ("byline", "本报讯（记者卓然）"),
        ("paragraph", "今年全县造林20万亩，增长12%。"),
        ("paragraph", "松树 6万棵"),
        ("paragraph", "柏树 9万棵"),
    ]
    assert [quote(raw, item.source) for item in cuttings.furniture] == [
        "#",
        "****",
        "****$$\\",
        "<table><tr><td></td><td></td></tr><tr><td></td><td></td></tr></table>",
    ]


BRIDGE = """柳湖大桥建成通车

本报讯（记者卓然）3月2日，柳湖大桥正式建成通车，大桥全长2.8公里，副县长石小满宣布通车。

图①：柳湖大桥全景。

图②：市民骑行。

（本报记者 骆行舟 摄）

3月2日，游客在望江古镇赏花。

韦岚 摄
"""


def test_captions_stand_behind_the_article_whose_picture_they_tell_of() -> None:
    clippings = cut(BRIDGE, SourceKind.WEB_TEXT).clippings
    assert [clipping.genre for clipping in clippings] == [Genre.NEWS, Genre.CAPTION]
    assert parts(clippings[0])[-2:] == [("caption", "图①：柳湖大桥全景。"), ("caption", "图②：市民骑行。（本报记者骆行舟摄）")]
    assert [author.name for author in clippings[0].bylines] == ["卓然"]


@pytest.mark.parametrize(
    ("opening", "genre"),
    [("本报讯（卓然）", Genre.NEWS), ("望江3月2日电（卓然）", Genre.NEWS), ("卓然\n\n", Genre.COMMENTARY)],
)
def test_who_sends_a_report_is_no_essayist(opening: str, genre: Genre) -> None:
    essay = "种树是一件功在长远的大事，三分栽，七分管，谁都不能松一口气。一任接着一任干，荒山才能绿起来。"
    raw = f"种树贵在持久\n\n{opening}{essay}\n"
    (clipping,) = cut(raw, SourceKind.WEB_TEXT).clippings
    assert ([author.name for author in clipping.bylines], clipping.genre) == (["卓然"], genre)


@pytest.mark.parametrize(
    ("text", "genre"),
    [
        ("石桥镇投资八十万元整修环湖公路，沿线四个村的村民出行更快。（卓然）", Genre.NEWS),
        ("种树要靠久久为功，三分栽，七分管，谁都不能松一口气。（卓然）", Genre.COMMENTARY),
    ],
)
def test_a_bare_name_behind_a_text_is_that_of_an_essayist_where_it_argues(text: str, genre: Genre) -> None:
    (clipping,) = cut(f"环湖公路整修完工\n\n{text}\n", SourceKind.WEB_TEXT).clippings
    assert clipping.genre == genre


@pytest.mark.parametrize(
    ("text", "genre"),
    [
        ("父亲种了一辈子树。小时候我跟在他身后，看他一锹一锹地挖坑。如今老家的山绿了，父亲的背却弯了。", Genre.FEATURE),
        ("种树不能图快。老家的人常说，三分栽，七分管；管不好，如果再来一场旱，就等于没栽。关键要有人守着。", Genre.COMMENTARY),
    ],
)
def test_an_essay_that_recalls_argues_nothing(text: str, genre: Genre) -> None:
    (clipping,) = cut(f"种树的人\n\n卓然\n\n{text}\n", SourceKind.WEB_TEXT).clippings
    assert clipping.genre == genre


@pytest.mark.parametrize(
    ("raw", "genre"),
    [
        ("# 百强村名单公布\n\n本报讯（记者卓然）3月2日，市农业农村局公布百强村名单。\n", Genre.NEWS),
        ("# 望江县水务局公告\n\n特此公告，请广大用户提前储水。\n", Genre.NOTICE),
        ("# 【微型小说】\n\n# 渡船\n\n卓 然\n\n雨下得很大，老周把船撑了过去。\n", Genre.FEATURE),
        ("# 卜算子·晚渡\n\n○ 卓然\n\n风起白满汀，月落寒生浦。\n一夜秋声入梦来，尽是还乡路。\n", Genre.FEATURE),
        ("# 等一场雨\n\n农学院2022级 卓然\n\n雨落下来\n像谁的脚步\n我在窗前\n听了一夜\n天亮了\n河水满上来\n", Genre.FEATURE),
    ],
)
def test_what_is_said_over_a_text_tells_its_genre(raw: str, genre: Genre) -> None:
    (clipping,) = cut(raw, SourceKind.OCR_MARKDOWN).clippings
    assert clipping.genre == genre


NOTICE_OF_SITE = """\
望江县水务局关于供水规划公开征求意见的通知

日期:2024-05-08   来源:  望江县水务局

现将规划草案向社会公开征求意见,公众可通过以下方式和途径提出意见:

联系电话:84070000

邮    箱:a@example.com

意见反馈截止日期:2024年6月8日

望江县水务局

2024年5月8日
"""


def test_how_to_reach_a_body_and_its_name_end_its_notice() -> None:
    (notice,) = cut(NOTICE_OF_SITE, SourceKind.WEB_TEXT).clippings
    assert [str(part.text) for part in notice.parts[-5:]] == [
        "联系电话:84070000",
        "邮箱:a@example.com",
        "意见反馈截止日期:2024年6月8日",
        "望江县水务局",
        "2024年5月8日",
    ]


@pytest.mark.parametrize("site", ["作者：记者 卓然", "来源：望江日报　记者 卓然"])
@pytest.mark.parametrize(("over", "genre"), [("", Genre.NEWS), ("暖城故事\n", Genre.FEATURE)])
def test_where_a_site_names_every_author_a_series_tells_a_feature(over: str, genre: Genre, site: str) -> None:
    text = "上午十点，石桥社区食堂的蒸汽还没散尽，门口已排起了队。骆平安掌勺三年，记得每位老人的口味，谁牙口不好，谁不吃辣。"
    (clipping,) = cut(f"{over}一碗热汤暖了老街坊\n\n{site}\n\n　　{text}\n", SourceKind.WEB_TEXT).clippings
    assert clipping.genre == genre


@pytest.mark.parametrize(
    "row",
    [
        "岚州水电（万安）有限公司3月2日宣布，大坝已经蓄水，今年发电两亿度。",
        "市民来电（王女士）反映，村口的路灯坏了三天，盼着早日修好。",
        "图③显示，全市造林面积逐年增长，今年又添了三万亩。",
        "好消息（石小满）传来，全县造林三万亩，超过了去年。",
    ],
)
def test_running_text_is_no_byline_and_no_caption(row: str) -> None:
    (clipping,) = cut(f"石桥镇造林见成效\n\n3月2日，石桥镇造林工作会议召开。\n\n{row}\n", SourceKind.WEB_TEXT).clippings
    assert parts(clipping)[-1] == ("paragraph", row)
    assert clipping.bylines == ()


def test_each_series_of_pictures_has_its_article() -> None:
    bridge = "柳湖大桥建成通车\n\n本报讯（记者卓然）3月2日，柳湖大桥正式建成通车，全长2.8公里。"
    town = "望江古镇迎来花季\n\n本报讯（记者韦岚）3月3日，望江古镇花开，游客纷至沓来。"
    pictures = "图①：柳湖大桥全景。\n\n图②：市民在柳湖大桥骑行。\n\n图①：望江古镇花开。\n\n图②：游客在望江古镇赏花。"
    clippings = cut(f"{bridge}\n\n{town}\n\n{pictures}\n", SourceKind.WEB_TEXT).clippings
    told = [[text for role, text in parts(clipping) if role == "caption"] for clipping in clippings]
    assert told == [["图①：柳湖大桥全景。", "图②：市民在柳湖大桥骑行。"], ["图①：望江古镇花开。", "图②：游客在望江古镇赏花。"]]


PICTURES = """\
# 全县春季造林动员会召开

![](images/a.jpg)

图为干部群众在南山植树。（涂小青摄）

本报讯（记者卓然）3月12日，全县春季造林动员会召开。县委副书记、县长温立达出席并讲话。他强调，要抓住农时，确保栽一棵活一棵。

图为南山新栽的松树。（涂小青摄）

温立达指出，造林绿化是生态建设的重要内容。要科学选择树种，落实管护责任，巩固造林成果，让绿水青山成为群众的幸福靠山。

# 县图书馆夜间开放受欢迎

本报讯（记者石小满）连日来，望江县图书馆推出夜间开放服务，每晚延时至十点，三百多个座位几乎坐满，成为市民夜读的好去处。
"""


def test_pictures_between_a_headline_and_its_body_and_within_it_leave_it_whole() -> None:
    meeting, library = cut(PICTURES, SourceKind.OCR_MARKDOWN).clippings
    assert [(role, text[:8]) for role, text in parts(meeting)] == [
        ("title", "全县春季造林动员"),
        ("byline", "本报讯（记者卓然"),
        ("paragraph", "3月12日，全县"),
        ("paragraph", "温立达指出，造林"),
        ("caption", "图为干部群众在南"),
        ("caption", "图为南山新栽的松"),
    ]
    assert library.headline.title == "县图书馆夜间开放受欢迎"


SITE = """\
望江晚报
A07版：城事
本版导读
· 县图书馆夜间开放受欢迎
· 天气
上一版 下一版
县图书馆夜间开放受欢迎

2024年05月08日 来源：望江晚报
【字体：大 中 小】
　　晚报讯（记者石小满）连日来，望江县图书馆推出夜间开放服务，成为市民夜读的好去处。
　　馆方还为读者准备了热水和毛毯，并增加了两班安保人员，方便读者安全离馆。
分享：
天气

2024年05月08日 来源：望江晚报
　　今天阴有小雨，13℃到18℃，东北风3到4级；明天多云到晴，11℃到20℃。
猜你喜欢
县人大常委会任免名单
石桥修缮完工
"""


def test_on_the_web_a_headline_stands_over_the_day_its_article_was_put_there() -> None:
    library, weather = cut(SITE, SourceKind.WEB_TEXT).clippings
    assert library.headline.title == "县图书馆夜间开放受欢迎"
    assert weather.headline.title == "天气"
    assert str(weather.parts[-1].text).endswith("11℃到20℃。")


def test_two_signatures_are_those_of_two_articles() -> None:
    first = "县水务局昨天完成今年第一次巡堤，两岸共查出险情三处，都已排除。（卓然）"
    second = "县图书馆本周起夜间开放，每晚延时至十点，欢迎市民前往。（石小满）"
    assert [parts(clipping)[-1][1] for clipping in cut(f"{first}\n{second}\n").clippings] == [first[:-4], second[:-5]]


def test_a_first_paragraph_may_end_with_who_sent_it() -> None:
    raw = "本报讯 3月12日，县长温立达到望江镇调研春季造林。（记者 卓然）\n在望江镇苗圃，温立达察看了苗木长势。\n"
    (article,) = cut(raw).clippings
    assert [role for role, _ in parts(article)] == ["byline", "byline", "paragraph", "paragraph"]


@pytest.mark.parametrize(
    ("dateline", "outlet"),
    [
        ("本报讯", "本报"),
        ("望江晚报讯", "望江晚报"),
        ("据新华社岚州3月2日电", "新华社"),
        ("本网望江3月2日讯", "本网"),
        ("据新华社电", "新华社"),
        ("望江讯", None),
    ],
)
def test_a_dateline_that_names_no_author_is_a_byline(dateline: str, outlet: str | None) -> None:
    raw = f"石桥修缮完工\n\n　　{dateline} 望江县石桥镇的老桥昨天修缮完工，两岸的乡亲又能走近路去赶集了。（卓然 石小满）\n"
    (article,) = cut(raw, SourceKind.WEB_TEXT).clippings
    assert parts(article)[1:3] == [("byline", dateline), ("byline", "（卓然 石小满）")]
    assert [(author.name, author.outlet) for author in article.bylines] == [("卓然", outlet), ("石小满", outlet)]


def test_a_dateline_with_the_title_behind_it_is_a_byline_as_a_whole() -> None:
    text = "石桥镇的老桥修缮完工，两岸的乡亲又能走近路去赶集了。摆渡四十年的卓然收起船桨，在桥头支起茶摊，招呼过桥的人歇脚。"
    row = "望江社石桥3月2日电题：走近路去赶集：“等了三年，总算不用再绕远路了！”"
    (article,) = cut(
        f"走近路去赶集：“等了三年，总算不用再绕远路了！”\n{row}\n\n望江社记者石小满\n\n{text}\n", SourceKind.WEB_TEXT
    ).clippings
    assert [role for role, chars in parts(article) if chars == row] == ["byline"]


def test_a_headline_is_told_from_the_report_on_its_row() -> None:
    raw = "# 温立达在望江调研造林时强调\n\n把每一棵树当成自己的孩子 本报讯(记者 卓然)昨日下午,县长温立达到望江镇调研造林。\n"
    (article,) = cut(raw, SourceKind.OCR_MARKDOWN).clippings
    assert parts(article)[:3] == [
        ("kicker", "温立达在望江调研造林时强调"),
        ("title", "把每一棵树当成自己的孩子"),
        ("byline", "本报讯(记者卓然)"),
    ]


LETTER = """\
# 读者来信

# 为巡堤员点个赞

编辑同志：

3月8日下午，我带孩子在望江堤上散步，孩子滑进了水里，巡堤员石小满跳下去把他救了上来。

借贵报一角，向他说声谢谢！

读者 涂小青

2024年3月10日
"""


def test_a_letter_is_signed_and_dated_at_its_end() -> None:
    (article,) = cut(LETTER, SourceKind.OCR_MARKDOWN).clippings
    assert article.genre == Genre.FEATURE
    assert [author.name for author in article.bylines] == ["涂小青"]
    assert parts(article)[-1] == ("paragraph", "2024年3月10日")


ANSWERED = """\
读者来信
修好我们村的路吧
编辑同志：
我们是望江县石桥镇的村民，村里
的路坏了两年，一直没有人修，希
望有人管一管。
几位村民
编者：来信说的事，本报已经转给
望江县，还会继续关注。
"""


def test_a_letter_goes_on_in_its_answer() -> None:
    (article,) = cut(ANSWERED).clippings
    assert parts(article)[:3] == [("series", "读者来信"), ("title", "修好我们村的路吧"), ("paragraph", "编辑同志：")]
    assert [text for role, text in parts(article)[3:] if role == "paragraph"] == [
        "我们是望江县石桥镇的村民，村里的路坏了两年，一直没有人修，希望有人管一管。",
        "几位村民",
        "编者：来信说的事，本报已经转给望江县，还会继续关注。",
    ]


def test_a_poem_keeps_its_rows_and_argues_nothing() -> None:
    raw = "七律·渡口\n\n□ 卓然\n\n春到江南柳色新，一行白鹭认归人。\n渡头旧日敲钟处，又见桃花照水滨。\n"
    (article,) = cut(raw).clippings
    assert article.genre == Genre.FEATURE
    assert parts(article)[-2:] == [
        ("paragraph", "春到江南柳色新，一行白鹭认归人。"),
        ("paragraph", "渡头旧日敲钟处，又见桃花照水滨。"),
    ]


def test_words_set_letter_by_letter_over_the_name_of_a_student_are_a_title() -> None:
    raw = "小小说\n\n还 钱\n\n卓然 （农学院2022级）\n\n老刘头卖了两筐鸡蛋，回家一数，多了一百块钱，忙又往镇上赶。\n"
    raw = raw.replace("卓然", "温然")
    (article,) = cut(raw).clippings
    assert ("title", "还钱") in parts(article)
    assert [author.name for author in article.bylines] == ["温然"]


MEETING = "本报讯（记者卓然）昨天，市委常委会召开会议，研究防汛备汛和春季造林等工作，温立达主持会议并讲话。\n"


@pytest.mark.parametrize(
    ("heads", "roles"),
    [
        ("市委常委会召开会议\n\n研究防汛备汛等工作\n\n", ["kicker", "title"]),
        ("市委常委会召开会议\n\n传达学习全省造林绿化会议精神 研究防汛备汛和春季造林等工作\n\n", ["title", "subtitle"]),
    ],
)
def test_what_a_meeting_dealt_with_is_the_title_where_it_is_short(heads: str, roles: list[str]) -> None:
    (article,) = cut(heads + MEETING).clippings
    assert [role for role, _ in parts(article)][:2] == roles


BRIEFS = """\
乡镇短波

●石桥镇日前栽下枫杨二千株，两岸新添绿荫十里。
●望江镇苗圃昨天开园，首日迎来游客三百余人。
●城东街道本周起每晚开放两处公园篮球场，直到十点。
"""


def test_briefs_that_marks_open_are_articles_and_their_label_is_of_the_first() -> None:
    cuttings = cut(BRIEFS)
    assert parts(cuttings.clippings[0])[0] == ("series", "乡镇短波")
    assert [parts(clipping)[-1][1][:3] for clipping in cuttings.clippings] == ["石桥镇", "望江镇", "城东街"]
    assert [quote(BRIEFS, mark.source) for mark in cuttings.furniture] == ["●"] * 3


SPEECH = """\
在全县造林动员会上的讲话

（2024年3月12日）

温立达

同志们：
春季造林时间紧、任务重，我们要抓住农时，栽一棵活一棵，把管护责任落实到人。
谢谢大家！
"""


def test_a_table_stands_below_its_title_cell_by_cell() -> None:
    raw = f"{AFTER}\n棋类联赛积分榜\n名次 队名 胜 负\n1 石桥队 9 2\n2 望江队 8 3\n3 青塘队 7 4\n"
    *_, table = cut(raw).clippings
    assert parts(table) == [
        ("title", "棋类联赛积分榜"),
        ("paragraph", "名次 队名 胜 负"),
        ("paragraph", "1 石桥队 9 2"),
        ("paragraph", "2 望江队 8 3"),
        ("paragraph", "3 青塘队 7 4"),
    ]


def test_an_arrow_points_to_the_picture_that_it_tells_of() -> None:
    *_, picture = cut(f"{AFTER}\n◀昨天，工人在石桥镇粮库调试风机。今年全镇\n收稻三千吨。\n").clippings
    assert parts(picture) == [("caption", "◀昨天，工人在石桥镇粮库调试风机。今年全镇收稻三千吨。")]


def test_the_place_of_a_brief_is_its_series() -> None:
    raw = f"{AFTER}\n【石桥镇】\n整治飞线充电\n石桥镇昨天清理飞线二百处，新装充电桩六十\n个，居民拍手叫好。\n通讯员 石小满\n"
    *_, brief = cut(raw).clippings
    assert parts(brief)[:2] == [("series", "【石桥镇】"), ("title", "整治飞线充电")]


def test_advice_that_marks_part_is_one_text() -> None:
    raw = f"{AFTER}\n防汛小贴士\n●不要在河边、桥下逗留。\n●雷雨天气不要在树下避雨。\n●发现险情立即拨打119。\n"
    *_, advice = cut(raw).clippings
    assert [role for role, _ in parts(advice)] == ["series", "paragraph", "paragraph", "paragraph"]


def test_the_day_of_a_speech_stands_below_its_title() -> None:
    (speech,) = cut(SPEECH).clippings
    assert parts(speech)[:2] == [("title", "在全县造林动员会上的讲话"), ("subtitle", "（2024年3月12日）")]


def test_what_leads_to_another_page_is_navigation() -> None:
    raw = "今日导读\n\n县图书馆夜间开放受欢迎 第五版\n\n" + AFTER
    guide = "县图书馆夜间开放受欢迎 第五版"
    assert any(guide in quote(raw, item.source) for item in cut(raw).furniture if item.role == FurnitureRole.NAVIGATION)


def test_the_day_over_the_weather_is_furniture() -> None:
    raw = AFTER + "\n明日天气\n小雨转多云 13℃～18℃ 东北风3级\n"
    assert "明日天气" in [quote(raw, item.source) for item in cut(raw).furniture]


def test_who_took_a_picture_ends_its_caption() -> None:
    raw = AFTER.replace("据介绍，图书馆还", "3月12日，孩子们在石桥镇苗圃里给树苗浇水。 本报记者 卓然 摄\n\n据介绍，图书馆还")
    assert ("caption", "3月12日，孩子们在石桥镇苗圃里给树苗浇水。本报记者卓然摄") in [
        part for clipping in cut(raw).clippings for part in parts(clipping)
    ]


def test_on_the_web_what_a_picture_shows_stands_below_its_button() -> None:
    said = "县图书馆昨天起每晚延时至十点，三百个座位坐满了夜读的市民。"
    raw = f"县图书馆夜间开放受欢迎\n\n{said * 2}\n[点击查看原图]\n市民在县图书馆夜读。\n"
    (library,) = cut(raw, SourceKind.WEB_TEXT).clippings
    assert ("caption", "市民在县图书馆夜读。") in parts(library)


def test_links_below_the_whole_text_of_a_web_page_are_none_of_its_headline() -> None:
    said = "县图书馆昨天起每晚延时至十点，三百个座位坐满了夜读的市民。"
    (library,) = cut(f"县图书馆夜间开放受欢迎\n\n{said * 2}\n{said}\n县城石桥修缮完工\n", SourceKind.WEB_TEXT).clippings
    assert [chars for role, chars in parts(library) if role == "title"] == ["县图书馆夜间开放受欢迎"]


def test_the_first_row_of_a_web_page_is_its_headline_whatever_it_ends_with() -> None:
    said = "县图书馆昨天起每晚延时至十点，三百个座位坐满了夜读的市民。"
    (library,) = cut(f"图书馆晚上该不该开门？\n{said * 2}\n{said}\n", SourceKind.WEB_TEXT).clippings
    assert parts(library)[0] == ("title", "图书馆晚上该不该开门？")


def test_names_set_apart_letter_by_letter_sign_an_article() -> None:
    first = "县水务局昨天完成今年第一次巡堤，两岸共查出险情三处，都已排除。（储 良 牧 歌）"
    second = "县图书馆本周起夜间开放，每晚延时至十点，欢迎市民前往。（石小满）"
    assert len(cut(f"{first}\n{second}\n").clippings) == 2


NOTICE_BELOW = AFTER.replace(
    "\n本报讯 （记者石小满）",
    """
停 水 通 知

因东风路管道改造，3月14日22时至次日6时沿线停水，请用户提前储水。
望江县水务有限公司

本报讯 （记者石小满）""",
)


def test_a_notice_has_the_title_that_says_it_is_one() -> None:
    notices = [clipping for clipping in cut(NOTICE_BELOW).clippings if clipping.genre == Genre.NOTICE]
    assert [notice.headline.title for notice in notices] == ["停水通知"]
    assert parts(notices[0])[-1] == ("paragraph", "望江县水务有限公司")


def test_an_offer_with_a_number_to_call_is_an_advert() -> None:
    raw = "旺铺转让\n\n东风路临街门面120平方米，接手即可营业。电话13000000000石女士\n\n" + AFTER
    cuttings = cut(raw)
    assert len(cuttings.clippings) == 2
    adverts = [quote(raw, item.source) for item in cuttings.furniture if item.role == FurnitureRole.ADVERT]
    assert "".join(adverts).startswith("旺铺转让东风路")


def test_a_report_that_asks_something_of_its_readers_is_not_signed_by_the_next_headline() -> None:
    report = "本报讯 （记者石小满）我市今起降温。\n\n气象部门提醒，昼夜温差大，请市民注意添衣保暖。\n\n"
    title = "望江海事处添三艘快艇进港值守的第一支水上队"
    raw = f"冷空气今起南下\n\n{report}{title}\n\n本报讯 （记者卓然）3月12日，三艘快艇进港，水上队当天值守。\n"
    assert [clipping.headline.title for clipping in cut(raw).clippings] == ["冷空气今起南下", title]


def test_a_day_in_brackets_behind_what_was_said_opens_no_article() -> None:
    raw = "冷空气今起南下\n\n我市今起降温，最低气温降至5℃，并有五级大风。\n（2024年1月16日）\n"
    (weather,) = cut(raw).clippings
    assert parts(weather)[-1] == ("paragraph", "（2024年1月16日）")


def test_the_number_of_a_page_beside_its_section_is_a_header() -> None:
    raw = "综合新闻 第3版\n\n" + AFTER
    assert ("page_header", "综合新闻 第3版") in [(item.role.value, quote(raw, item.source)) for item in cut(raw).furniture]


def test_how_many_asked_is_no_number_to_call() -> None:
    raw = "●市公交集团为老年人推出优惠票，接待咨询1200人次。\n\n" + AFTER
    assert FurnitureRole.ADVERT not in {item.role for item in cut(raw).furniture}


REPRINTED = """\
望江日报
全县春季造林绿化现场推进会举行
坚定扛牢“绿化先行”使命担当
推动造林绿化不断取得新成效
温立达石小满出席
3月12日，县委、县政府举行全县春季造林绿化现场推进会，部署重点工作，要求各乡镇抓住农时，栽一棵活一棵。
县委书记温立达，县委副书记、县长石小满出席会议，并到石桥镇、双桥镇察看造林现场，听取护林员的意见。
"""


def test_the_first_line_of_a_headline_is_no_link_of_the_site() -> None:
    page = Page("p", REPRINTED, SourceKind.WEB_TEXT, publication=Publication(name="望江日报"))
    (clipping,) = SegmentPage()(page, JoinColumns()(page)).clippings
    headline = [text for role, text in parts(clipping) if role in {"kicker", "title"}]
    assert "全县春季造林绿化现场推进会举行" in headline


def test_where_a_picture_comes_from_ends_its_caption() -> None:
    page = REPRINTED.replace("温立达石小满出席\n", "造林现场 图片来源：望江县新闻中心\n")
    roles = {text: role for clipping in cut(page, SourceKind.WEB_TEXT).clippings for role, text in parts(clipping)}
    assert next(role for text, role in roles.items() if text.startswith("造林现场")) == "caption"


OFFICIAL = """\
望江县人民代表大会常务委员会
任免名单
（2024年3月2日望江县第七届人民代表大会常务委员会第九次会议通过）
决定任命：
骆行舟为望江县水务局局长；
免去：
温立达的望江县水务局局长职务。
望江县人民代表大会常务委员会公告
（第12号）
望江县第七届人民代表大会常务委员会第九次会议于3月2日决定接受卓然辞去望江县副县长职务的请求。
特此公告。
望江县人民代表大会常务委员会
2024年3月2日
讣告
望江县水务局原局长石小满同志因病于3月1日在望江逝世，享年八十岁。
"""


@pytest.mark.parametrize("kind", [SourceKind.WEB_TEXT, SourceKind.PDF_TEXT])
def test_documents_of_a_body_are_notices_each_under_its_title(kind: SourceKind) -> None:
    clippings = cut(OFFICIAL, kind).clippings
    assert [(clipping.genre, parts(clipping)[0]) for clipping in clippings] == [
        (Genre.NOTICE, ("title", "望江县人民代表大会常务委员会任免名单")),
        (Genre.NOTICE, ("title", "望江县人民代表大会常务委员会公告")),
        (Genre.NOTICE, ("title", "讣告")),
    ]
    assert parts(clippings[1])[1] == ("subtitle", "（第12号）")
    assert parts(clippings[1])[-1] == ("paragraph", "2024年3月2日")


def test_who_gives_a_speech_is_its_author() -> None:
    raw = (
        "政府工作报告\n——2024年3月2日在望江县人民代表大会上\n望江县县长 温立达\n各位代表：\n现在，我代表县人民政府报告工作。\n"
    )
    (clipping,) = cut(raw, SourceKind.WEB_TEXT).clippings
    assert clipping.genre == Genre.SPEECH
    assert clipping.bylines == (Byline("温立达"),)
    assert parts(clipping)[:3] == [
        ("title", "政府工作报告"),
        ("subtitle", "——2024年3月2日在望江县人民代表大会上"),
        ("byline", "望江县县长 温立达"),
    ]


def test_a_column_of_its_own_and_a_notice_open_articles_within_a_column() -> None:
    raw = """\
记者帮你问
石桥路口的灯坏了半年没人修
物业：三天内修好
本报记者 韩雪
3月2日，家住石桥小区的
王女士拨打本报热线反映，小区
里的路灯坏了半年，晚上出行很
不方便，多次找物业都没有结
果。
接到反映后，记者来到小区
看到，6号楼至9号楼之间的12
盏路灯全部不亮。物业经理张志
刚告诉记者，三天内修好。
律师说法
试用期内被辞退能要补偿吗
读者赵先生问：我在一家餐
饮公司工作两个月，公司以试用
期不合格为由把我辞退，我能要
求补偿吗？
天气预报
今日晴转多云，西南风3到4
级，最高气温34℃，最低气温
19℃；明日多云转阴。
"""
    cuttings = cut(raw)
    first, second = cuttings.clippings
    assert parts(first)[0] == ("series", "记者帮你问")
    assert [author.name for author in first.bylines] == ["韩雪"]
    assert parts(second)[:2] == [("series", "律师说法"), ("title", "试用期内被辞退能要补偿吗")]
    assert [furniture.role for furniture in cuttings.furniture] == [FurnitureRole.OTHER] * 2


def test_below_who_makes_the_paper_stands_the_day_of_the_issue() -> None:
    header = "中共望江县委宣传部主办\n2024年5月7日\n星期二\n第1432期\n\n"
    raw = f"{header}新桥通车\n\n望江县石桥镇的新桥昨天通车，两岸村民出行更快。\n"
    page = Page("p", raw, SourceKind.PDF_TEXT, publication=Publication(issue_date="2024-05-07"))
    assert len(SegmentPage()(page, JoinColumns()(page)).clippings) == 1


@pytest.mark.parametrize(("number", "told"), [("5", True), ("1", False)])
def test_what_stands_over_the_number_of_another_page_is_told_there(number: str, *, told: bool) -> None:
    body = "望江县石桥镇的新桥昨天通车，两岸村民出行更快，孩子上学也近了。\n"
    raw = f"新桥通车\n\n{body}\n气温骤降12度\n冷空气今夜到望江\n【A0{number}】\n"
    page = Page("p", raw, SourceKind.PDF_TEXT, publication=Publication(page_number=1))
    furniture = SegmentPage()(page, JoinColumns()(page)).furniture
    assert any(item.role == FurnitureRole.NAVIGATION for item in furniture) == told


def test_who_taught_a_pupil_stands_within_the_essay() -> None:
    raw = "我的布老虎\n\n实验小学五班 林子涵\n\n我有一个宝贝，它是一只小小的布老虎。\n\n指导老师：温 然\n"
    (article,) = cut(raw).clippings
    assert parts(article)[-1] == ("paragraph", "指导老师：温然")


NUMBERED = """\
县长到石桥镇调研乡村振兴工作
望江发布 2024-03-15 18:22 云岭

3月14日，县长温立达到石桥镇调研乡村振兴工作，副县长韦岚参加，并在石桥村察看了育苗大棚。

01
抓产业

在石桥村食用菌基地，温立达与种植户亲切交谈。该基地现有大棚86个，年产值达1300万元。

02
抓治理

温立达强调，要完善积分制，让群众成为治理主角，把村里的事办好办实。
"""


def test_numbered_parts_of_an_article_stay_together() -> None:
    (clipping,) = cut(NUMBERED, SourceKind.WEB_TEXT).clippings
    assert [text for role, text in parts(clipping) if role == "subhead"] == ["抓产业", "抓治理"]


@pytest.mark.parametrize(
    ("heads", "genre"),
    [
        ("温立达在招商引资大会上强调\n\n# 以大招商推动大发展", Genre.NEWS),
        ("# 以大招商推动大发展\n\n韦岚主持", Genre.NEWS),
        ("# 石桥边的豆腐坊", Genre.FEATURE),
    ],
)
def test_what_was_said_at_a_meeting_is_no_feature(heads: str, genre: Genre) -> None:
    body = "5月15日，望江县招商引资大会召开。县委书记温立达出席会议并讲话。他指出，一季度全县新签约项目26个。"
    (clipping,) = cut(f"# {heads.removeprefix('# ')}\n\n■本报记者 石小满\n\n{body}\n", SourceKind.OCR_MARKDOWN).clippings
    assert clipping.genre == genre


def test_what_a_reporter_noted_names_nobody() -> None:
    told = "一楼住户的反对往往让工程搁浅，记者就此进行了调查。"
    raw = f"# 小区加梯为何难\n\n核心提示\n\n{told}\n\n■ 记者手记\n\n加梯，加的是邻里间的体谅，更是便利。\n"
    clippings = cut(raw, SourceKind.OCR_MARKDOWN).clippings
    assert [clipping.bylines for clipping in clippings] == [()] * len(clippings)
    assert parts(clippings[0])[1] == ("paragraph", "核心提示")


def test_below_the_buttons_of_a_reader_stands_the_headline() -> None:
    raw = "第三版：社会    上一版\n2024年6月15日 星期三  放大 缩小 默认\n高考志愿今起填报\n三类考生须留意\n本报记者 卓然\n"
    body = "　　本报讯 今日起，望江县两万名考生开始填报高考志愿，县招办提醒三类考生须留意填报的时间和办法。\n3上一篇  下一篇4\n"
    (clipping,) = cut(raw + body, SourceKind.WEB_TEXT).clippings
    assert [text for role, text in parts(clipping) if role in ("kicker", "title", "subtitle")] == [
        "高考志愿今起填报",
        "三类考生须留意",
    ]


def test_what_stands_above_a_caption_within_a_text_is_text() -> None:
    raw = (
        "石桥镇水渠通水惠及六个村\n\n本报讯（记者 卓然）3月15日，石桥镇东干渠通水，惠及6个村的8000亩农田。"
        "镇水管站站长温立达说，今年的水比往年早来了10天。\n\n"
        "“有了水，心里就踏实。”石桥村村民林越说，他家的12亩稻田当天就灌上了水。\n\n"
        "石桥镇村民在引水灌溉。 石小满 摄\n"
    )
    (canal,) = cut(raw, SourceKind.WEB_TEXT).clippings
    assert [role for role, _ in parts(canal)] == ["title", "byline", "paragraph", "paragraph", "caption"]


def test_what_follows_who_took_a_picture_is_the_text_and_so_is_a_table() -> None:
    raw = (
        "# 为了那一渠清水\n\n本报记者 卓然\n\n在望江灌区，有一条长37公里的干渠，石小满在这条渠上走了26年，从不间断。\n\n"
        "![](a.jpg)\n\n石小满在清理渠道杂物。 卓然 摄\n\n"
        "2 0 2 1 年7月的一天夜里，暴雨如注，渠水猛涨。石小满打着手电，一处处查……\n\n| 渠 | 长 |\n|---|---|\n| 东渠 | 12 |\n"
    )
    (clipping,) = cut(raw, SourceKind.OCR_MARKDOWN).clippings
    assert [role for role, _ in parts(clipping)[2:]] == ["paragraph", "paragraph", "paragraph", "paragraph", "caption"]


def test_a_dateline_that_looks_like_a_heading_is_a_byline() -> None:
    raw = "# 本报岚州3月5日电\n\n# 青年划船赛在望江开幕\n\n（记者 卓然）全省青年划船赛5日上午在望江县石桥镇开幕，八百人参赛。\n"
    (clipping,) = cut(raw, SourceKind.OCR_MARKDOWN).clippings
    assert parts(clipping)[:2] == [("title", "青年划船赛在望江开幕"), ("byline", "本报岚州3月5日电")]


def test_a_row_behind_the_authors_of_an_article_heads_the_next_one() -> None:
    raw = (
        "果园里来了无人机\n清晨6时，石桥镇的梨园里响起嗡嗡声，3\n架无人机正在授粉。往年靠人工，20个人要\n"
        "干一周；如今一天就够了。本报记者 卓然\n水厂扩建工程昨日全线完工\n历时八个月，望江县第二水厂扩建工程昨天\n"
        "完工，日供水能力达到8万吨。县水务局说，\n供水压力明显缓解。 记者 石小满\n"
    )
    first, second = cut(raw).clippings
    assert parts(first)[0] == ("title", "果园里来了无人机")
    assert parts(second)[:2] == [("title", "水厂扩建工程昨日全线完工"), ("byline", "记者石小满")]


SECOND = "　　本报石桥3月5日电（记者 石小满）石桥镇5日也出动了三百人，加固河堤两公里，清理河道里的杂物。\n"


@pytest.mark.parametrize(
    ("second", "articles"),
    [
        (SECOND, 1),
        ("　　（上接第1版）石桥镇5日也出动了三百人，加固河堤两公里，清理河道里的杂物。\n", 2),
    ],
    ids=["a dispatch", "from another page"],
)
def test_on_a_page_of_one_headline_what_has_none_goes_on_with_the_article_above(second: str, articles: int) -> None:
    first = "　　本报望江3月5日电（记者 卓然）望江县5日出动千人加固河堤，县防汛办说，险工险段都有人值守。\n"
    raw = f"望江千人加固河堤\n\n　　险工险段都有人值守，物料已经备足\n{first}{second}"
    clippings = cut(raw, SourceKind.WEB_TEXT).clippings
    assert len(clippings) == articles
    assert [role for role, _ in parts(clippings[0])].count("paragraph") == 3 - articles


def test_a_mark_before_a_headline_is_furniture() -> None:
    raw = """\
■县图书馆夜间开放受欢迎
本报讯（记者石小满）连日来，望江县图书馆推出夜间开放服务，每晚延时至十点，三百多个座位几乎坐满。

■石桥修缮完工
本报讯（记者卓然）3月12日，望江县石桥镇的老桥修缮完工，两岸的乡亲又能走近路去赶集了。
"""
    page = cut(raw, SourceKind.OCR_MARKDOWN)
    titles = [str(part.text) for clipping in page.clippings for part in clipping.parts if part.role.value == "title"]
    assert titles == ["县图书馆夜间开放受欢迎", "石桥修缮完工"]
    marks = [raw[start:end] for item in page.furniture for start, end in item.source]
    assert marks == ["■", "■"]


def test_on_the_web_who_took_the_pictures_ends_the_text_above() -> None:
    raw = (
        "3月12日，望江县石桥镇柳湾村的老两口在采摘草莓。\n"
        "春风送暖，草莓飘香。眼下正是草莓成熟的季节，石桥镇八百亩草莓喜获丰收，吸引各地客商前来采购，果农们在大棚里忙着采摘。\n"
        "近年来，石桥镇立足水土优势，大力发展草莓产业，通过技术培训、合作社带动等办法，提高果品质量，助力农户增产增收。\n"
        "（特约摄影 卓然 石小满 摄）\n责任编辑：骆行舟\n"
    )
    (strawberries,) = cut(raw, SourceKind.WEB_TEXT).clippings
    assert [role for role, _ in parts(strawberries)] == ["paragraph", "paragraph", "paragraph", "caption"]


@pytest.mark.parametrize("label", ["副标题:", "标题："])
def test_what_a_site_calls_a_row_is_none_of_its_headline(label: str) -> None:
    raw = f"{label}百里长堤添新绿\n\n正文：\n\n3月12日，望江县干部群众来到柳湖边义务植树，一天栽下枫杨两千株。\n作者:卓然\n"
    cuttings = cut(raw, SourceKind.WEB_TEXT)
    assert cuttings.clippings[0].headline.title == "百里长堤添新绿"
    assert {label, "正文："} <= {quote(raw, item.source) for item in cuttings.furniture}


def test_below_a_stamp_stands_the_text_whatever_it_looks_like() -> None:
    stamp = "2024-03-17 10:05:00 来源：望江日报 编辑：涂小青"
    text = "3月12日，安渡大桥主体工程完工，比计划提前了20天。该桥全长680米，总投资1.2亿元。"
    first = (
        f"望江一中举行百日誓师\n{stamp}\n望江网讯（通讯员 卓然）3月14日，望江一中举行高考百日誓师大会，860名高三学生参加。\n"
    )
    clippings = cut(
        f"{first}\n安渡大桥主体完工\n{stamp}\n{text}（左岸）\n首页 上一页 1 2 3 下一页 尾页\n", SourceKind.WEB_TEXT
    ).clippings
    assert [clipping.headline.title for clipping in clippings] == ["望江一中举行百日誓师", "安渡大桥主体完工"]


def test_when_and_where_a_report_was_made_stands_in_it() -> None:
    raw = "街拍\n\n时间：3月6日上午\n\n地点：石桥路口\n\n有市民反映，路口的餐棚长期弃用，挡住了行人，希望有关部门尽快处理。\n"
    (report,) = cut(raw, SourceKind.WEB_TEXT).clippings
    assert [role for role, _ in parts(report)] == ["title", "paragraph", "paragraph", "paragraph"]


def test_the_name_of_a_section_below_a_stamp_is_no_author() -> None:
    text = "石桥修好以后，两岸的人每天都从桥上走过，孩子们上学再也不用绕路，种菜的人也多了起来。"
    (article,) = cut(f"石桥修缮完工\n2024-05-08 09:12 来源：望江网\n时讯\n{text}\n", SourceKind.WEB_TEXT).clippings
    assert article.bylines == ()


def test_what_a_picture_shows_may_share_its_row_with_the_report_below_it() -> None:
    text = "石桥修好以后，两岸的人每天都从桥上走过，孩子们上学再也不用绕路，种菜的人也多了起来。"
    raw = f"石桥修缮完工\n\n石桥上行人不断记者温立达摄本报讯（记者卓然）{text}\n\n{text[:20]}。\n"
    (article,) = cut(raw, SourceKind.WEB_TEXT).clippings
    assert ("caption", "石桥上行人不断记者温立达摄") in parts(article)
    assert [author.name for author in article.bylines] == ["卓然"]


BRIEFS_OF_SITE = """\
石桥修缮完工 两岸今起通车

本报讯（记者 卓然）昨天，望江县石桥镇的老桥修缮完工，今起恢复通车。

工程历时八个月，更换桥面石板一千二百块，两侧护栏按旧样重修。

{title}

果农们说，今年雨水匀、日照足，果子比往年甜，客商早早上门订货。

合作社把果子分级装箱，当天就能发往外地。

水厂扩建工程开工

本报讯（记者 石小满）望江县水厂扩建工程昨天开工，建成后日供水量将达八万吨。
"""


@pytest.mark.parametrize(("title", "articles"), [("“一个果子就是一家人的指望”", 3), ("过桥的人", 2)])
def test_on_a_web_page_of_several_reports_a_long_row_is_a_headline(title: str, articles: int) -> None:
    assert len(cut(BRIEFS_OF_SITE.format(title=title), SourceKind.WEB_TEXT).clippings) == articles


RESUME = """\
望江县水务局原局长韦岚被查

望江县水务局原党组书记、局长韦岚涉嫌严重违纪违法，目前正接受审查调查。

韦岚简历

韦岚，女，1968年3月生，望江县人，大学学历。

1989.08—1996.05 望江县石桥镇干部、团委书记

1996年5月任青塘乡副乡长

2008年11月任望江县水务局局长
"""


def test_a_resume_and_its_rows_belong_to_the_report_above() -> None:
    (report,) = cut(RESUME, SourceKind.WEB_TEXT).clippings
    assert [role for role, _ in parts(report)] == ["title", "paragraph", "subhead", *["paragraph"] * 4]


@pytest.mark.parametrize("title", ["2024年任务书", "2024年任前公示", "2021—2025年石桥养护规划", "2024年5月居民用水量公布"])
def test_a_title_that_opens_with_its_year_is_no_row_of_a_resume(title: str) -> None:
    assert not OFFICES.match(title)


def test_a_bar_behind_a_text_is_of_the_site() -> None:
    raw = "石桥修缮完工\n\n昨天，石桥修缮工程完工，两岸的人又能从桥上走过了。（卓然 石小满） |\n"
    cuttings = cut(raw, SourceKind.WEB_TEXT)
    assert [author.name for author in cuttings.clippings[0].bylines] == ["卓然", "石小满"]
    assert [quote(raw, item.source) for item in cuttings.furniture] == ["|"]


PAGES_BELOW_EACH_OTHER = """\
第2版：要闻

石桥镇新渠通水

　　本报讯（记者 卓然）3月12日，石桥镇新渠通水，沿渠三千亩水田用上了库水。今年春灌，全镇投入劳力两千余人，清淤渠道十八公里。
　　村民说，往年插秧要等雨，今年不用等了，家门口就能放水进田。

第3版：县域

插秧下田 机手上门 水渠放水
全县春耕全面展开

　　本报讯（记者 石小满）3月12日，记者从县农业农村局了解到，全县春耕全面展开，已出动农机四千台。
　　县里为机手免费检修农机，把种子送到田头。
"""


def test_on_the_web_what_stands_below_the_name_of_a_page_belongs_to_nothing_above() -> None:
    above, below = cut(PAGES_BELOW_EACH_OTHER, SourceKind.WEB_TEXT).clippings
    assert parts(above)[0] == ("title", "石桥镇新渠通水")
    assert [text for role, text in parts(below) if role != "paragraph"] == [
        "插秧下田 机手上门 水渠放水",
        "全县春耕全面展开",
        "本报讯（记者石小满）",
    ]


def test_on_the_web_a_counted_heading_is_no_title_even_as_the_first_row() -> None:
    text = "全县开工水利项目86个，完成投资1.3亿元，清淤渠道210公里，受益农田九万亩。"
    (article,) = cut(f"一、水利工程建设情况\n\n{text}\n\n二、移民安置情况\n\n{text}\n", SourceKind.WEB_TEXT).clippings
    assert [role for role, _ in parts(article)] == ["subhead", "paragraph", "subhead", "paragraph"]
