import pytest

from yaowen.facts.statistics.before import read_before
from yaowen.facts.statistics.behind import read_after


@pytest.mark.parametrize(
    ("before", "noun"),
    [
        ("存款余额同比增长", "存款余额"),
        ("现场签约", "现场签约"),
        ("工资涨到了每小时", "工资"),
        ("五年", None),
        ("2.旧机动车", "旧机动车"),
        ("消费支出扣除价格因素实际增长", "消费支出"),
        ("扣除价格因素实际增长", None),
        ("增长到如今的", None),
        ("单是竹笋的纯收入就有", "竹笋的纯收入"),
        ("营造油松、山杏、核桃、樱桃、枣树等经济林", "营造经济林"),
        ("在石桥、柳湾、南坪、梨沟等村共发展榨菜种植", "发展榨菜种植"),
        ("日用电量最高达", "日用电量"),
        ("指数被评为", "指数"),
        ("发病率降到", "发病率"),
        ("水质优良率均达", "水质优良率"),
        ("资产周转率平均为", "资产周转率"),
        ("赛事数量与相比增长", "赛事数量"),
    ],
)
def test_words_are_not_cut_open(before, noun):
    assert read_before(before) == noun


@pytest.mark.parametrize(
    ("after", "unit", "noun"),
    [
        ("呢。", "元", None),
        ("几无犹豫", "人", None),
        ("套。", "件", None),
        ("地。", "亩", "地"),
        ("门印发通知", "部", "印发通知部门"),
        ("正在建设。", "座", None),
    ],
)
def test_what_belongs_to_the_number_or_says_how_is_no_noun(after, unit, noun):
    assert read_after(after, unit) == noun


def test_a_long_noun_ends_with_a_word_or_a_thing_of_its_list():
    names = "、".join(f"{name}河村" for name in "云石安柳桥松竹")
    assert read_after(names + "。", "个") == names[:23]
    assert len(read_after("全国重点推广农村生活污水治理设施运行维护管理技术服务站点。", "个") or "") == 24


def test_some_are_told_apart_by_what_they_are_doing_and_what_they_are():
    assert read_after("村民都在种植药材", "%") == "种植药材村民"
    assert read_after("企业是招商引资来的", "家") == "招商引资来的企业"


def test_a_noun_that_is_an_object_keeps_what_is_done_to_it():
    assert read_after("产业集群升级。", "个", "推进") == "产业集群升级"
    assert read_after("项目签约。", "个") == "签约项目"
    assert read_after("贫困户脱贫。", "户", "带动") == "带动脱贫贫困户"
