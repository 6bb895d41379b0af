import pytest

from yaowen.facts.statistics.verbs import drop_subject, lone_verb, predicate, without_verb


@pytest.mark.parametrize(
    ("phrase", "told"),
    [
        ("公安机关抓获犯罪嫌疑人", "抓获犯罪嫌疑人"),
        ("指导企业过滤违法网页", "过滤违法网页"),
        ("向山区学校派出教师", "派出教师"),
        ("文化产业实现营业收入", "文化产业营业收入"),
        ("重点项目完成投资", "重点项目完成投资"),
        ("企业开办时间", "企业开办时间"),
        ("签发票据的小微企业", "签发票据的小微企业"),
        ("国债发行", "国债发行"),
        ("行政非诉审查案件", "行政非诉审查案件"),
        ("公路沿线栽植树木", "栽植树木"),
        ("网店平台上销售农产品", "销售农产品"),
        ("过夜游客", "过夜游客"),
        ("秋收作物", "秋收作物"),
        ("冬桃", "冬桃"),
        ("空气质量达到二级以上天数", "空气质量二级以上天数"),
        ("研发投入占比", "研发投入占比"),
        ("专精特新“小巨人”企业", "专精特新“小巨人”企业"),
        ("化肥可供应", "化肥供应"),
        ("自行车产量超过总产量", "自行车产量"),
        ("研发投入占营收比重", "研发投入占营收比重"),
        ("市外转诊患者", "市外转诊患者"),
        ("但每亩成本却", "每亩成本"),
        ("该林区以石河岭林场全域", "石河岭林场全域"),
        ("“蜻蜓”或将以暴雨级", "暴雨级"),
        ("补贴按照家庭人口", "家庭人口"),
    ],
)
def test_who_does_something_is_no_part_of_what_is_measured(phrase, told):
    assert drop_subject(phrase) == told


@pytest.mark.parametrize(
    ("phrase", "done"),
    [("集中签约。", "签约"), ("临时封闭", "临时封闭"), ("签约12亿元", None), ("将轮番登台", None), ("参加的", None)],
)
def test_what_is_done_is_read_where_the_clause_says_no_more(phrase, done):
    assert predicate(phrase) == done


@pytest.mark.parametrize(
    ("phrase", "verb"), [("已办结", "办结"), ("发送", "发送"), ("办结诉求", None), ("诉求", None), ("达到", None), ("", None)]
)
def test_a_verb_may_stand_alone(phrase, verb):
    assert lone_verb(phrase) == verb


@pytest.mark.parametrize(("phrase", "things"), [("受理诉求", "诉求"), ("诉求", "诉求"), ("受理", ""), ("完成发电量", "")])
def test_things_are_what_is_left_without_the_verb(phrase, things):
    assert without_verb(phrase) == things
