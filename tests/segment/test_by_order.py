"""Headlines find their bodies. Places and people are invented."""

from array import array
from dataclasses import replace

from yaowen.schema import BlockRole
from yaowen.segment.body import Body
from yaowen.segment.by_order import match_by_order
from yaowen.segment.pieces import Piece, Tie
from yaowen.text import Text

PARAGRAPH, TITLE, SUBTITLE = BlockRole.PARAGRAPH, BlockRole.TITLE, BlockRole.SUBTITLE
KICKER, SERIES, CAPTION, SUBHEAD, BYLINE = (
    BlockRole.KICKER,
    BlockRole.SERIES,
    BlockRole.CAPTION,
    BlockRole.SUBHEAD,
    BlockRole.BYLINE,
)


def make_pieces(*rows: tuple[BlockRole, str, float]) -> list[Piece]:
    """Rows that follow each other on a page, each with how likely it is to begin an article."""
    starts = [sum(len(chars) + 1 for _, chars, _ in rows[:number]) for number in range(len(rows))]
    return [
        Piece(role, Text(chars, array("q", range(start, start + len(chars)))), begins=begins, roles={role: 0.95})
        for (role, chars, begins), start in zip(rows, starts, strict=True)
    ]


def show(bodies: list[Body]) -> list[tuple[str, list[str]]]:
    """What each body begins with, and the lines that it was given."""
    return [(body.pieces[0].text.chars[:3], [head.text.chars for head in body.heads]) for body in bodies]


def test_headlines_behind_another_body_go_to_the_one_that_says_what_they_say() -> None:
    """The label beside the first body is that of the essay below, though the body has no headline at its side."""
    pieces = make_pieces(
        (PARAGRAPH, "望江县委书记柏川昨天到石桥镇调研早稻收割，走进田间同农户算账。", 0.9),
        (PARAGRAPH, "收割机开进田里，烘干厂连夜开工，颗粒归仓不误农时。", 0.0),
        (SERIES, "河阳时评", 0.9),
        (TITLE, "孩子的作业不该由家长写", 0.1),
        (PARAGRAPH, "家长替孩子写作业，看似省心，其实害了孩子。", 0.1),
        (PARAGRAPH, "全长九公里的岚州环湖公路今天建成通车，沿线村民出行更快。", 0.9),
        (TITLE, "岚州环湖公路建成通车", 0.1),
        (TITLE, "柏川在石桥镇调研早稻收割", 0.9),
        (TITLE, "不误农时 颗粒归仓", 0.1),
    )
    assert show(match_by_order(pieces)) == [
        ("望江县", ["柏川在石桥镇调研早稻收割", "不误农时 颗粒归仓"]),
        ("家长替", ["河阳时评", "孩子的作业不该由家长写"]),
        ("全长九", ["岚州环湖公路建成通车"]),
    ]


def test_two_headlines_over_two_texts_that_share_no_words_are_one_each() -> None:
    """Where the second text begins hardly shows, and is told by what the texts say."""
    road = "湖边的路全长九公里，石桥镇到柳河镇的车程缩短一半，施工队打下三百根桩。"
    clinic = "夜间门诊开到晚上九点，孩子发烧不必再跑省城，儿科医生轮流坐诊，药房随时取药。"
    pieces = make_pieces(
        (TITLE, "夜间门诊开诊", 0.9),
        (TITLE, "湖边的路修通了", 0.5),
        (PARAGRAPH, road * 5, 0.1),
        (PARAGRAPH, "柳河镇的果子从石桥镇出去，" + road * 5, 0.1),
        (PARAGRAPH, clinic * 5, 0.1),
        (PARAGRAPH, "药房夜里也开，" + clinic * 5, 0.1),
    )
    assert show(match_by_order(pieces)) == [("湖边的", ["湖边的路修通了"]), ("夜间门", ["夜间门诊开诊"])]


def test_a_brief_with_a_mark_in_front_has_no_headline() -> None:
    pieces = make_pieces(
        (PARAGRAPH, "●石桥镇的粮库昨天装上了新风机。", 0.9),
        (TITLE, "新路通到家门口", 0.3),
        (PARAGRAPH, "全长九公里的环湖公路今天建成，沿线村民出行更快。", 0.3),
    )
    assert show(match_by_order(pieces)) == [("●石桥", []), ("全长九", ["新路通到家门口"])]


def test_a_label_for_pictures_stands_over_a_caption() -> None:
    pieces = make_pieces(
        (TITLE, "望江县早稻收割过半", 0.9),
        (PARAGRAPH, "望江县早稻收割过半，烘干厂连夜开工。", 0.1),
        (SERIES, "图片新闻", 0.2),
        (CAPTION, "昨天，市民在岚州湖边拍照。石小满摄", 0.9),
    )
    assert show(match_by_order(pieces)) == [("望江县", ["望江县早稻收割过半"]), ("昨天，", ["图片新闻"])]


def test_headlines_that_share_few_words_with_their_bodies_stay_where_they_stand() -> None:
    """The second body has no headline; were the headlines given out in their order, the third body's would be its."""
    pieces = make_pieces(
        (PARAGRAPH, "望江县石桥镇昨天开镰，首批早稻收割三百亩。", 0.9),
        (TITLE, "颗粒归仓不误农时", 0.05),
        (SUBTITLE, "农机奔走田间", 0.05),
        (PARAGRAPH, "永安石桥的修缮昨天完工，孩子上学少走两公里。", 0.9),
        (PARAGRAPH, "全长九公里的岚州环湖公路今天建成，沿线村民出行更快。", 0.9),
        (TITLE, "家门口跑起班车", 0.05),
        (SUBTITLE, "票价两元", 0.05),
        (PARAGRAPH, "县图书馆把阅览室的关门时间推迟到晚上十点。", 0.9),
        (TITLE, "灯火里书香更浓", 0.05),
        (SUBTITLE, "周末不打烊", 0.05),
    )
    assert show(match_by_order(pieces)) == [
        ("望江县", ["颗粒归仓不误农时", "农机奔走田间"]),
        ("永安石", []),
        ("全长九", ["家门口跑起班车", "票价两元"]),
        ("县图书", ["灯火里书香更浓", "周末不打烊"]),
    ]


def test_a_line_that_says_who_spoke_goes_to_the_body_that_names_them() -> None:
    pieces = make_pieces(
        (PARAGRAPH, "望江县昨天召开民营企业座谈会。县长温立达主持会议并讲话，十二名企业家发言。", 0.9),
        (PARAGRAPH, "县人大常委会昨天举行第九次会议，听取养老服务工作报告。", 0.9),
        (TITLE, "望江县召开民营企业座谈会", 0.9),
        (TITLE, "县人大常委会举行第九次会议", 0.9),
        (SUBTITLE, "温立达主持并讲话", 0.1),
    )
    assert show(match_by_order(pieces)) == [
        ("望江县", ["望江县召开民营企业座谈会", "温立达主持并讲话"]),
        ("县人大", ["县人大常委会举行第九次会议"]),
    ]


def test_a_row_that_stands_in_the_headline_of_another_goes_to_the_body_that_says_it() -> None:
    pieces = make_pieces(
        (PARAGRAPH, "全县石桥养护现场会议昨天在望江县召开，温立达到会讲话，要求年底前修好三十座石桥。", 0.9),
        (PARAGRAPH, "岚州小学的孩子们昨天在操场上放飞风筝，比一比谁的风筝飞得高。", 0.9),
        (PARAGRAPH, "今年的早稻开镰了，收割机开进田里，烘干厂连夜开工。", 0.9),
        (TITLE, "年底前修好三十座石桥", 0.9),
        (TITLE, "孩子们操场放飞风筝", 0.9),
        (KICKER, "全县石桥养护现场会议提出", 0.1),
        (TITLE, "早稻开镰 收割机开进田里", 0.9),
    )
    assert show(match_by_order(pieces)) == [
        ("全县石", ["年底前修好三十座石桥", "全县石桥养护现场会议提出"]),
        ("岚州小", ["孩子们操场放飞风筝"]),
        ("今年的", ["早稻开镰 收割机开进田里"]),
    ]


def test_a_text_with_two_headlines_and_two_authors_is_two_articles() -> None:
    pieces = make_pieces(
        (BYLINE, "本报讯（记者卓然）", 0.9),
        (PARAGRAPH, "望江县代表团昨天举行全体会议，审议政府工作报告，温立达主持。", 0.0),
        (PARAGRAPH, "韦岚代表说，报告提出的目标积极稳妥。", 0.0),
        (PARAGRAPH, "村民方小禾的手机里存着一张照片，村口晒着刚采的菌子。", 0.01),
        (PARAGRAPH, "方小禾说，山里的菌子最怕半路坏了。", 0.0),
        (KICKER, "望江县代表团举行全体会议", 0.9),
        (TITLE, "审议政府工作报告", 0.1),
        (SUBTITLE, "温立达主持 韦岚讲话", 0.0),
        (TITLE, "让山里的菌子走得更远", 0.3),
        (SUBTITLE, "——访村民方小禾", 0.0),
        (BYLINE, "本报记者 石小满", 0.0),
    )
    pieces[0] = replace(pieces[0], tie=Tie.OPENS)
    assert show(match_by_order(pieces)) == [
        ("本报讯", ["望江县代表团举行全体会议", "审议政府工作报告", "温立达主持 韦岚讲话"]),
        ("村民方", ["让山里的菌子走得更远", "——访村民方小禾", "本报记者 石小满"]),
    ]


def test_labels_of_essays_and_briefs_stand_over_no_report() -> None:
    pieces = make_pieces(
        (TITLE, "石桥镇修水渠", 0.9),
        (PARAGRAPH, "石桥镇昨天修好水渠三公里。", 0.1),
        (BYLINE, "（石小满）", 0.0),
        (TITLE, "青塘乡建粮库", 0.9),
        (PARAGRAPH, "青塘乡的粮库昨天装上了新风机。", 0.1),
        (BYLINE, "（韦岚）", 0.0),
        (SERIES, "乡镇短波", 0.5),
        (BYLINE, "本报讯（记者卓然）", 0.9),
        (PARAGRAPH, "全长九公里的环湖公路昨天建成，沿线村民出行更快。", 0.0),
        (TITLE, "环湖公路建成", 0.1),
    )
    for place, tie in ((2, Tie.CLOSES), (5, Tie.CLOSES), (7, Tie.OPENS)):
        pieces[place] = replace(pieces[place], tie=tie)
    assert show(match_by_order(pieces)) == [
        ("石桥镇", ["乡镇短波", "石桥镇修水渠"]),
        ("青塘乡", ["青塘乡建粮库"]),
        ("本报讯", ["环湖公路建成"]),
    ]


def test_what_goes_on_from_another_page_has_its_headline_there() -> None:
    pieces = make_pieces(
        (BlockRole.JUMP, "（上接第1版）", 0.0),
        (PARAGRAPH, "要盯紧山塘水库，确保隐患早发现、早处置。", 0.0),
        (PARAGRAPH, "全长九公里的环湖公路今天建成，沿线村民出行更快。", 0.9),
        (TITLE, "环湖公路今天建成", 0.9),
        (TITLE, "别让好人吃亏", 0.9),
        (PARAGRAPH, "做了好事反被埋怨，谁还肯伸手？该给好人撑腰。", 0.1),
    )
    assert [heads for _, heads in show(match_by_order(pieces))] == [[], ["环湖公路今天建成"], ["别让好人吃亏"]]


def test_a_label_right_above_a_text_opens_what_stands_there() -> None:
    pieces = make_pieces(
        (PARAGRAPH, "全长九公里的岚州环湖公路今天建成通车，沿线村民出行更快。", 0.9),
        (PARAGRAPH, "望江县委书记柏川昨天到石桥镇调研早稻收割。", 0.9),
        (TITLE, "岚州环湖公路建成通车", 0.9),
        (TITLE, "柏川在石桥镇调研早稻收割", 0.9),
        (SERIES, "名医面对面", 0.1),
        (PARAGRAPH, "入冬后老人怎样护好膝盖？骨科医生请大家少爬山，多游泳。", 0.1),
        (TITLE, "护好膝盖 少爬山多游泳", 0.1),
    )
    assert [heads for _, heads in show(match_by_order(pieces))] == [
        ["岚州环湖公路建成通车"],
        ["柏川在石桥镇调研早稻收割"],
        ["名医面对面", "护好膝盖 少爬山多游泳"],
    ]


def test_a_label_alone_behind_a_text_opens_the_next_that_has_nothing_over_it() -> None:
    pieces = make_pieces(
        (PARAGRAPH, "全长九公里的岚州环湖公路今天建成通车，沿线村民出行更快。", 0.9),
        (SERIES, "小贴士", 0.1),
        (PARAGRAPH, "入冬后老人怎样护好膝盖？少爬山，多游泳，少爬楼梯，出门记得戴好护膝。", 0.1),
        (TITLE, "岚州环湖公路建成通车", 0.9),
    )
    assert [heads for _, heads in show(match_by_order(pieces))][1] == ["小贴士"]


def test_a_report_with_a_dateline_below_a_line_is_another() -> None:
    pieces = make_pieces(
        (TITLE, "岚州开出首班夜船", 0.9),
        (PARAGRAPH, "据岚州社电 岚州首班夜船昨晚开出，船上坐满了人。", 0.9),
        (SUBHEAD, "望江冰湖解冻", 0.1),
        (PARAGRAPH, "据岚州社电 望江县的冰湖昨天解冻，渔民下了第一网。", 0.9),
    )
    assert [heads for _, heads in show(match_by_order(pieces))] == [["岚州开出首班夜船"], ["望江冰湖解冻"]]


def test_a_mark_before_a_name_opens_a_text_below_a_report_that_is_signed() -> None:
    pieces = make_pieces(
        (BYLINE, "本报讯（记者卓然）", 0.9),
        (PARAGRAPH, "全省乒乓球联赛昨天在岚州收拍，三十二支队伍参赛。", 0.1),
        (BYLINE, "□韦岚", 0.1),
        (PARAGRAPH, "足球没有捷径，不如沉下心来抓青训，球迷的信任要一场一场赢回来。", 0.5),
    )
    pieces[0] = replace(pieces[0], tie=Tie.OPENS)
    assert [heads for _, heads in show(match_by_order(pieces))] == [[], ["□韦岚"]]


def test_a_row_between_two_texts_of_a_web_page_is_rather_a_subhead() -> None:
    pieces = [
        *make_pieces(
            (PARAGRAPH, "上半年，云岭市工业生产稳步回升，规上工业增加值增长百分之九。", 0.9),
            (TITLE, "投资增速居前", 0.5),
            (PARAGRAPH, "一至六月，全市固定资产投资增长三成，其中民间投资占六成。", 0.1),
        )
    ]
    pieces[1] = replace(pieces[1], roles={TITLE: 0.6, SUBHEAD: 0.35})
    assert [len(match_by_order(pieces, web=web)) for web in (True, False)] == [1, 2]
