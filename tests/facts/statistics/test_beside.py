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
    ],
)
def test_words_are_not_cut_open(before, noun):
    assert read_before(before) == noun


def test_a_noun_that_is_an_object_keeps_what_is_done_to_it():
    assert read_after("产业集群升级。", "个", "推进") == "产业集群升级"
    assert read_after("项目签约。", "个") == "签约项目"
    assert read_after("贫困户脱贫。", "户", "带动") == "带动脱贫贫困户"
