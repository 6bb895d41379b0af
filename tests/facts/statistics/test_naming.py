import pytest

from yaowen.facts.statistics.naming import name_indicator, name_people, shared_verb


@pytest.mark.parametrize(
    ("before", "after", "unit", "indicator"),
    [
        ("全市外贸企业", "", "户", "外贸企业"),
        ("新建", "学校", "所", "学校"),
        ("走访", "村", "个", "走访村"),
        ("察看安渡港、云州港等", "港口", "个", "察看港口"),
        ("为", "老人提供助餐服务", "名", "老人助餐服务"),
    ],
)
def test_a_count_is_of_the_noun_behind_it(before, after, unit, indicator):
    assert name_indicator(before, after, unit, prefers_before=False) == indicator


@pytest.mark.parametrize(
    ("before", "after", "unit", "indicator"),
    [
        ("总投资", "的新材料项目", "元", "新材料项目总投资"),
        ("粮食产量同比增长", "", "%", "粮食产量"),
    ],
)
def test_an_amount_is_of_the_noun_before_it(before, after, unit, indicator):
    assert name_indicator(before, after, unit, prefers_before=True) == indicator


def test_an_amount_behind_a_verb_is_of_what_the_verb_is_done_to():
    assert name_indicator("种着", "地", "亩", prefers_before=True) == "地"
    assert name_indicator("新建", "厂房", "平方米", prefers_before=False) == "厂房面积"


@pytest.mark.parametrize(
    ("before", "after", "unit", "indicator"),
    [
        ("惠及", "", "人", "惠及人数"),
        ("", "参加", "人", "参加人数"),
        ("", "脱贫", "户", "脱贫户数"),
        ("", "失踪", "人", "失踪人数"),
        ("惠及", "", "家", None),
        ("尚有", "正在接受医学观察。", "人", "接受医学观察人数"),
        ("另有", "仍在全力搜救中。", "人", "搜救人数"),
        ("", "已全部复工。", "人", "复工人数"),
        ("", "获赠“清风、", "人次", None),
    ],
)
def test_people_are_counted_by_what_they_do(before, after, unit, indicator):
    assert name_people(before, after, unit) == indicator


def test_the_nouns_of_a_list_share_its_verb():
    assert shared_verb("发放树苗", "化肥") == "发放"
    assert shared_verb("树苗", "化肥") is None
