from functools import reduce

import pytest
from hypothesis import given
from hypothesis import strategies as st
from newsprint import mark

from yaowen.facts.events import find_events
from yaowen.facts.persons import find_persons
from yaowen.facts.statements import find_statements
from yaowen.page import Clipping, Part, Reading
from yaowen.schema import BlockRole, Genre, Label, Mention
from yaowen.text import Text, quote

FACTS = (find_persons, find_events, find_statements)


def heard(newsprint, **clipping):
    reading = reduce(lambda reading, find: find(reading), FACTS, mark(newsprint, **clipping))
    return [(said.speaker, said.cue, said.quote) for said in reading.statements]


@pytest.mark.parametrize(
    ("newsprint", "statements"),
    [
        ("[P冯立山]强调，要守住底线。", [("冯立山", "强调", "要守住底线。")]),
        ("[P冯立山]强调要守住底线。", [("冯立山", "强调", "要守住底线。")]),
        ("[O市应急局][R局长][P乔禾]建议，要备足物资。", [("乔禾", "建议", "要备足物资。")]),
        ("应邀而来的[P乔禾]呼吁，要备足物资。", [("乔禾", "呼吁", "要备足物资。")]),
        ("[O市林业局][R局长][P乔禾]表示，将抓好落实。", [("乔禾", "表示", "将抓好落实。")]),
        ("[P乔禾]在会上还特别指出：山火无情。", [("乔禾", "指出", "山火无情。")]),
        ("[P乔禾]介绍：“这里原来是粮站，去年改成了书屋。”", [("乔禾", "介绍", "这里原来是粮站，去年改成了书屋。")]),
        ("[P乔禾]指着新修的院落介绍：“这里原来是粮站。”", [("乔禾", "介绍", "这里原来是粮站。")]),
        ("会议指出，山火无情。", [("会议", "指出", "山火无情。")]),
        ("[O市委]四届三次全会提出，要办好实事。", [("市委四届三次全会", "提出", "要办好实事。")]),
        ("[O省委]《关于防火工作的意见》明确提出，要守住底线。", [("省委《关于防火工作的意见》", "提出", "要守住底线。")]),
        ("[O省委]要求，各地要守住底线。", [("省委", "要求", "各地要守住底线。")]),
        ("全会提出“办好十件实事”，为工作指明方向。", [("全会", "提出", "办好十件实事")]),
        ("全会提出，“十五五”时期要办好实事。", [("全会", "提出", "“十五五”时期要办好实事。")]),
        ("全市广大干部认真学习精神，纷纷表示，要抓好落实。", [("全市广大干部", "表示", "要抓好落实。")]),
        ("与会代表认为，报告振奋人心。", [("与会代表", "认为", "报告振奋人心。")]),
        ("据[P乔禾]介绍，今年游客不断。", [("乔禾", "介绍", "今年游客不断。")]),
        ("[R副局长][P乔禾]提醒市民，雨天慢行。", [("乔禾", "提醒", "雨天慢行。")]),
        ("他希望大家放心。", []),
        ("[P乔禾]希望大家放心。", [("乔禾", "希望", "大家放心。")]),
        ("[P乔禾]5日表示，价格平稳。", [("乔禾", "表示", "价格平稳。")]),
        ("[O市水利局]有关负责人说，水位平稳。", [("市水利局有关负责人", "说", "水位平稳。")]),
        ("一位摊主说：“今天的菜价不高。”", [("一位摊主", "说", "今天的菜价不高。")]),
        ("[O省委]《决定》提出“三个坚持”的要求。", []),
        ("[O市气象台]专家分析认为，冷空气将至。", [("市气象台专家", "认为", "冷空气将至。")]),
        ("一位不愿具名的商户对本报记者表示，生意不错。", [("一位不愿具名的商户", "表示", "生意不错。")]),
        ("长期在路口执勤的交警提醒，雨天慢行。", [("交警", "提醒", "雨天慢行。")]),
        ("县纪委有关负责人在接受采访时，透露：“名单已公布。”", [("县纪委有关负责人", "透露", "名单已公布。")]),
        ("据云川县委宣传部介绍，展览月底开幕。", [("云川县委宣传部", "介绍", "展览月底开幕。")]),
        ("“十四五”规划提出，要办好实事。", [("“十四五”规划", "提出", "要办好实事。")]),
        ("昨日，[O云川中院]审理后认为，合同有效。", [("云川中院", "认为", "合同有效。")]),
        ("[O云川集团]发布公告称，项目如期开工。", [("云川集团", "称", "项目如期开工。")]),
        ("[P石岩]走到田边，掰着指头笑了：“今年能挣三万元。”", [("石岩", None, "今年能挣三万元。")]),
        ("谈起收成，[P石岩]心里踏实，“明年还要再种五亩。”", [("石岩", None, "明年还要再种五亩。")]),
        ("[P石岩]的母亲说，孩子懂事。", [("石岩的母亲", "说", "孩子懂事。")]),
        ("[P石岩]算了一笔账：一亩菜能挣三千元。", [("石岩", None, "一亩菜能挣三千元。")]),
        ("老人们竖起大拇指：“政策真好啊！”", [("老人们", None, "政策真好啊！")]),
        ("会议听取汇报，强调要守住底线。", [("会议", "强调", "要守住底线。")]),
        ("[O市教育局]召开会议，要求各校加强值守。", [("市教育局", "要求", "各校加强值守。")]),
        ("[P冯立山]要求加强监管，强调防火就是守家。", [("冯立山", "要求", "加强监管"), ("冯立山", "强调", "防火就是守家。")]),
        ("[P石岩]对[L安河]的茶点赞不绝口：“回去还要带两盒。”", [("石岩", None, "回去还要带两盒。")]),
        ("3月5日，“电梯终于装上了。”[P石岩]逢人便夸。", [("石岩", None, "电梯终于装上了。")]),
        ("意见提出，到2028年，全县要建成六个示范村。", [("意见", "提出", "到2028年，全县要建成六个示范村。")]),
        ("约谈指出，问题仍然突出。", [("约谈", "指出", "问题仍然突出。")]),
        ("会后大家纷纷表示，收获不小。", [("大家", "表示", "收获不小。")]),
        ("妻子常劝他：“山上风大，早点回来。”", [("妻子", None, "山上风大，早点回来。")]),
        (
            "[O市气象局]要求，各地值守。市民[P石]先生：“手机收到了短信。”",
            [("市气象局", "要求", "各地值守。"), ("石", None, "手机收到了短信。")],
        ),
        (
            "[P冯立山]指出，产业是根基；在与村民交谈时，他叮嘱干部，要算好账。",
            [("冯立山", "指出", "产业是根基"), ("冯立山", "叮嘱", "要算好账。")],
        ),
        (
            "[P石岩]总是笑笑：“闲不住啊，走走舒坦。”儿子[P石小川]记得，父亲天天巡山。",
            [("石岩", None, "闲不住啊，走走舒坦。"), ("石小川", "记得", "父亲天天巡山。")],
        ),
        ("[P石岩]打开话匣子：“过去全是泥路。”“可不是嘛！”", [("石岩", None, "过去全是泥路。")]),
        ("[R护林员][P石岩]走了两公里。“这片林子我熟得很。”他拍了拍松树。", [("石岩", None, "这片林子我熟得很。")]),
    ],
)
def test_a_cue_gives_its_speaker_and_what_was_said(newsprint, statements):
    assert heard(newsprint) == statements


@pytest.mark.parametrize(
    ("newsprint", "statements"),
    [
        ("[P冯立山]热烈欢迎[P石岩]来访。他指出，合作要深化。", [("冯立山", "指出", "合作要深化。")]),
        ("[P冯立山]表示，他愿重申，合作要深化。", [("冯立山", "表示", "他愿重申，合作要深化。")]),
        (
            "本报安河3月5日电（[R记者][P石岩]）5日，[O市教育局]发布通知，要求各校守住底线。",
            [("市教育局", "要求", "各校守住底线。")],
        ),
        ("[R市长][P冯立山]到会。他强调，要守住底线。", [("冯立山", "强调", "要守住底线。")]),
        ("[P冯立山]走进大棚，询问销路，指出要打响品牌。", [("冯立山", "指出", "要打响品牌。")]),
        ("[P冯立山]询问用气情况。要求企业加强巡查。", [("冯立山", "要求", "企业加强巡查。")]),
        ("[P乔禾]指出，山火无情。她要求，各级要尽责。", [("乔禾", "指出", "山火无情。"), ("乔禾", "要求", "各级要尽责。")]),
        (
            "[O市商务局]有关负责人表示，市场平稳。该负责人说，货源充足。",
            [("市商务局有关负责人", "表示", "市场平稳。"), ("市商务局有关负责人", "说", "货源充足。")],
        ),
        ("“路修通了，菜才卖得出去。”她指着山下说。", []),
        ("[R村民][P石岩]到场。“路修通了，菜才卖得出去。”她指着山下说。", [("石岩", "说", "路修通了，菜才卖得出去。")]),
    ],
)
def test_pronouns_and_missing_subjects_mean_who_acted(newsprint, statements):
    assert heard(newsprint) == statements


@pytest.mark.parametrize(
    ("newsprint", "statements"),
    [
        ("“今年收成好。”[R村民][P石岩]说。", [("石岩", "说", "今年收成好。")]),
        (
            "“今年收成比去年好。”[R村民][P石岩]说，“明年还要扩种。”",
            [("石岩", "说", "今年收成比去年好。"), ("石岩", "说", "明年还要扩种。")],
        ),
        (
            "“窗口就是脸面。”[R局长][P乔禾]介绍，坚持天天晨会是规矩。",
            [("乔禾", "介绍", "窗口就是脸面。"), ("乔禾", "介绍", "坚持天天晨会是规矩。")],
        ),
        (
            "[R局长][P乔禾]介绍，坚持晨会。\n“我们也办读书会，大家都来参加。”几年来，活动不断。",
            [("乔禾", "介绍", "坚持晨会。"), ("乔禾", None, "我们也办读书会，大家都来参加。")],
        ),
        ("“您好，请您先在这边取号排队！”\n大厅里人来人往。", []),
        ("“今年收成比去年还要好。”站在田埂上，种了半辈子地的[R村民][P石岩]说。", [("石岩", "说", "今年收成比去年还要好。")]),
        ("山上苹果红了。“今年收成比去年还要好。”果农[P石岩]边摘边笑。", [("石岩", None, "今年收成比去年还要好。")]),
        ("“进入夏季，用电量还会增长。”[P石岩]分析说。", [("石岩", "说", "进入夏季，用电量还会增长。")]),
        ("“今年收成比去年还要好。”她感慨道，[P石岩]点头。", []),
        ("“路修通了，菜才卖得出去。”[R村民][P石岩]握着[P乔禾]的手，激动地说。", [("石岩", "说", "路修通了，菜才卖得出去。")]),
        ("今年，[P石岩]承包了三十亩地。“净利润三万元，没想到。”", [("石岩", None, "净利润三万元，没想到。")]),
        ("“有女不嫁牛头山，吃水要翻三道湾。”这句顺口溜，[P石岩]常念叨。", []),
        ("“您好，请问办什么业务？”“请坐，马上就好。”[P石岩]走进大厅。", []),
    ],
)
def test_quotations_belong_to_who_is_named_with_them(newsprint, statements):
    assert heard(newsprint) == statements


@pytest.mark.parametrize(
    ("newsprint", "said"),
    [
        ("[P冯立山]强调，要守住底线。要压实责任。各县要行动。", "要守住底线。要压实责任。各县要行动。"),
        ("[P冯立山]强调，要守住底线。会议由[P乔禾]主持。", "要守住底线。"),
        ("[P冯立山]强调，要守住底线。[O市政协][R主席][P石岩]参加。", "要守住底线。"),
        ("[P冯立山]强调，要守住底线。在[L云阳县]，他察看堤坝。", "要守住底线。"),
        ("[P冯立山]强调，要守住底线。\n要压实责任。", "要守住底线。"),
        ("[P冯立山]说，防火不能松。在基层治理方面，要用好网格。", "防火不能松。在基层治理方面，要用好网格。"),
        ("[P冯立山]说，防火不能松。“一松就要出事。”", "防火不能松。“一松就要出事。”"),
        ("[P冯立山]说，近年游客不断，一些商户认为，价格偏高。", "近年游客不断，一些商户认为，价格偏高。"),
    ],
)
def test_a_speech_goes_on_until_the_report_takes_over(newsprint, said):
    assert heard(newsprint)[0][2] == said


@pytest.mark.parametrize(
    "newsprint",
    [
        "按照[O市委]要求，各地迅速行动。",
        "[P冯立山]对来访客人表示热烈欢迎。",
        "[P冯立山]提出的任务已经完成。",
        "[P石岩]爱看小说，也爱下棋。",
        "[P冯立山]听取了情况介绍，询问进展。",
        "[P石岩]一边说，一边翻开账本。",
        "[P石岩]说着话，手上不停。",
        "在[P石岩]号召下，村民上山种树。",
        "各级干部要在思想上跟上[O省委]要求，认真落实。",
        "对部分城市适当放宽要求，但要确保安全。",
        "有人说，山火离我们很远。",
        "听到这里，我感慨地说：“您真不容易。”",
        "[P石岩]提出了“三个坚持”，大家鼓掌。",
        "据报道，可以说，这样的要求，前所未有。",
        "> [P冯立山]在全市防火工作会议上强调\n# 守住底线",
        "云阳书展馆（下称，书馆）5日落成。",
        "[O市科协]被认为“不务正业”的日子过去了。",
        "应[L云阳县]方面倡议，[R市长][P冯立山]与各方举行视频会议。",
    ],
)
def test_other_words_and_headlines_say_nothing(newsprint):
    assert heard(newsprint) == []


def test_a_printed_speech_has_no_statements():
    assert heard("[P冯立山]强调，要守住底线。", genre=Genre.SPEECH) == []


def test_a_meeting_cited_by_name_is_meant_by_its_short_form():
    assert [said[0] for said in heard("[O省委]经济工作会议提出，要稳就业。\n会议提出，要强保障。")] == ["省委经济工作会议"] * 2


def test_statements_know_the_event_that_they_were_made_at():
    newsprint = (
        "3月5日，全市防火工作会议召开。[R市长][P冯立山]出席。[P冯立山]强调，要尽责。会议指出，山火无情。[O省委]要求，要落实。"
    )
    reading = reduce(lambda reading, find: find(reading), FACTS, mark(newsprint))

    assert [(said.speaker, said.event) for said in reading.statements] == [("冯立山", 0), ("会议", 0), ("省委", None)]


SPANS = st.lists(st.tuples(st.integers(0, 60), st.integers(1, 6), st.sampled_from(Label)), max_size=12)
PIECES = st.sampled_from(
    [
        "王一",
        "强调",
        "说",
        "介绍",
        "要求",
        "，",
        "。",
        "：",
        "“",
        "”",
        "‘",
        "’",
        "《",
        "》",
        "\n",
        "他",
        "会议",
        "市委",
        "表示",
        "a",
        "　",
    ]
)


@given(st.lists(PIECES, max_size=30).map("".join), SPANS)
def test_no_text_and_no_mentions_make_it_fail(raw, spans):
    parts = tuple(Part(BlockRole.PARAGRAPH, line) for line in Text.of(raw).split("\n"))
    clipping = Clipping(parts)
    mentions = tuple(
        Mention.at(clipping.text, start, start + size, label)
        for start, size, label in spans
        if start + size <= len(clipping.text) and "\n" not in str(clipping.text)[start : start + size]
    )
    reading = reduce(lambda reading, find: find(reading), FACTS, Reading(clipping, mentions))

    for said in reading.statements:
        assert str(clipping.text)[said.start : said.end] == said.quote == quote(raw, said.source)
        assert "\n" not in said.quote


@pytest.mark.parametrize(
    "piece",
    [
        "[P王一]",
        "的代表",
        "在某地",
        "市代表、",
        "强调，",
        "要求，",
        "会议召开",
        "3月5日",
        "“强调，”[P王一]说，",
        "等",
        "（",
        "由某局主办的",
        "王一\n",
    ],
)
def test_text_that_repeats_one_thing_is_read_in_no_time(piece):
    # An expression that tries every way to cut the text would not come back.
    reading = mark("[P王一]、" + piece * 2000 + "[P石岩]出席会议，在某地召开。")

    reading = reduce(lambda reading, find: find(reading), FACTS, reading)
    assert {person.name for person in reading.persons} == {"王一", "石岩"}
