import pytest
from hypothesis import given
from hypothesis import strategies as st

from yaowen.divisions import read_divisions
from yaowen.homes import guess_home, home_of_paper, name_paper


@pytest.mark.parametrize(
    ("paper", "raw", "home"),
    [
        ("太原日报", "", "太原市"),
        ("南方日报", "", "广东省"),
        ("太行日报", "", "晋城市"),
        ("太原都市报", "", "太原市"),
        ("云漠新报", "全区推进，区委要求。", "云漠区"),
        ("人民日报", "我市", None),
        ("中国青年报", "我市", None),
        ("云漠日报", "我市召开会议。", "云漠市"),
        ("云漠日报", "会议召开。", None),
        ("云漠日报", "我省部署工作，省委、省政府召开会议，全县响应。", None),
        ("云漠日报", "我市召开会议。云南省书记到云南省边境，云南省会议，云南省。", "云南省云漠市"),
        ("云漠日报", "我市召开会议。据新华社北京电，北京今天下雪，北京市民出行。", "云漠市"),
        ("今日云漠", "我县县委要求，全县落实。", "云漠县"),
        ("今日云漠", "我县召开会议。安河县队获胜，白石县队第二，东江县队第三。我县队第四，县委祝贺。", "云漠县"),
        ("岚川县报", "", None),
        ("云漠日报", "县委要求全县响应。\n安渡县开会。\n宁塬县开会。\n石岭县开会。", "云漠市"),
        ("云漠日报", "县委要求全县响应。\n云漠县开会。\n安渡县、宁塬县、石岭县取经。", "云漠县"),
        (None, "我市", None),
        ("云漠工人报", "我市召开会议。", "云漠市"),
        ("云漠日报", "我州召开会议，州委要求。", "云漠州"),
        ("云漠日报", "云漠彝族自治州召开会议，全州响应。", "云漠彝族自治州"),
        ("云漠晚报", "昨天下雨。", "云漠市"),
        ("八闽日报", "昨天下雨。", "福建省"),
        ("云漠日报", "我市召开会议。滇ICP备00000001号", "云南省云漠市"),
        ("云漠日报", "我市召开会议。统一刊号 CN 53-0001", "云南省云漠市"),
        ("云漠日报", "我市召开会议。京ICP备00000001号", "云漠市"),
        ("云漠日报", "我市召开会议。网站ICP备案：滇ICP备00000001号", "云南省云漠市"),
        ("新闻晨报", "我市召开会议。", "上海市"),
        ("本地晨报", "我市召开会议。", None),
        ("颍州晚报", "", "阜阳市"),
        ("江南都市报", "", "江西省"),
        ("今日早报", "我市召开会议。", None),
    ],
)
def test_a_paper_may_be_named_after_its_home(paper, raw, home):
    assert home_of_paper(paper, raw) == home


@pytest.mark.parametrize(
    ("raw", "home"),
    [
        ("我市召开会议。大同市、云州区、平城区、大同市阳高县参加，全市推进。大同、大同。", "大同市"),
        ("全省推进。山西、山西省、太原市、大同市、运城市的经验，省委要求。山西。", "山西省"),
        ("我市昨日降雨。西安市气象台预计，西安明日放晴。", "西安市"),
        ("全市推进。昆山、昆山市、昆山市、苏州市。昆山市再提速。", "昆山市"),
        ("全市推进。苏州、苏州市、苏州市、昆山市。", "苏州市"),
        ("太原市、大同市、运城市。", None),
        ("我市召开会议。太原市、大同市、运城市参加。", None),
        ("", None),
    ],
)
def test_a_page_may_tell_its_home(raw, home):
    assert guess_home(raw) == home


@given(st.text(alphabet="太原市我全县委政府大同省州 \n朝阳区x", max_size=80))
def test_any_page_is_read(raw):
    home = guess_home(raw)
    assert home is None or home in read_divisions().codes


@pytest.mark.parametrize(
    ("raw", "paper"),
    [
        ("昨天下雨。\n云漠晚报 责编/余声", "云漠晚报"),
        ("据人民日报 报道，我市下雨。", None),
        ("记者从云漠晚报获悉，我市下雨。", None),
        ("我市下雨。\n（北京晚报）", None),
        ("云漠新闻网讯（记者余声）我市下雨。", "云漠新闻网"),
        ("我市下雨。（云漠晚报记者余声 摄）", "云漠晚报"),
    ],
)
def test_a_paper_is_named_by_what_stands_free_on_its_page(raw, paper):
    assert name_paper(raw) == paper
