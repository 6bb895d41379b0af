import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from yaowen.facts.numbers import find_numbers, read_han


@pytest.mark.parametrize(
    ("text", "quote", "value", "unit", "base"),
    [
        ("1086.3亿元", "1086.3亿元", 1086.3, "亿元", (108630000000, "元")),
        # Decimals may stand behind the unit.
        ("7米21的成绩", "7米21", 7.21, "米", (7.21, "米")),
        ("10秒8，获得冠军", "10秒8", 10.8, "秒", (10.8, "秒")),
        ("跑400米", "400米", 400, "米", (400, "米")),
        ("12,345.6万元", "12,345.6万元", 12345.6, "万元", (123456000, "元")),
        ("３５０人", "３５０人", 350, "人", (350, "人")),
        ("47.6％", "47.6％", 47.6, "％", (47.6, "%")),
        ("3.2个百分点", "3.2个百分点", 3.2, "个百分点", (3.2, "个百分点")),
        ("1.15亿名", "1.15亿名", 1.15, "亿名", (115000000, "名")),
        ("500万立方米", "500万立方米", 500, "万立方米", (5000000, "立方米")),
        ("30万千瓦", "30万千瓦", 30, "万千瓦", (300000, "千瓦")),
        ("3千余人", "3千余人", 3, "千人", (3000, "人")),
        ("17万多场", "17万多场", 17, "万场", (170000, "场")),
        ("15块钱", "15块钱", 15, "块钱", (15, "元")),
        ("卖到过7块。", "7块", 7, "块", (7, "元")),
        ("铺设操场11块。", "11块", 11, "块", (11, "块")),
        ("每斤4块2，", "4块2", 4.2, "块", (4.2, "元")),
        ("莴笋2块3一斤", "2块3", 2.3, "块", (2.3, "元")),
        ("90万m³", "90万m³", 90, "万m³", (900000, "m³")),
        ("涨了6毛。", "6毛", 6, "毛", (0.6, "元")),
        ("多卖八毛钱，", "八毛钱", 8, "毛钱", (0.8, "元")),
        ("翻了两番。", "两番", 2, "番", (300, "%")),
        ("12吉瓦时", "12吉瓦时", 12, "吉瓦时", (12, "吉瓦时")),
        ("37基铁塔", "37基", 37, "基", (37, "基")),
        ("412艘次", "412艘次", 412, "艘次", (412, "艘次")),
        ("60余万人", "60余万人", 60, "万人", (600000, "人")),
        ("十几条长凳", "十几条", 10, "条", (10, "条")),
        ("27元/斤", "27元/斤", 27, "元/斤", (27, "元/斤")),
        ("32微克/立方米", "32微克/立方米", 32, "微克/立方米", (32, "微克/立方米")),
        ("两万余人", "两万余人", 2, "万人", (20000, "人")),
        ("一万两千名", "一万两千名", 12000, "名", (12000, "名")),
        ("一百二十名", "一百二十名", 120, "名", (120, "名")),
        ("两个百分点", "两个百分点", 2, "个百分点", (2, "个百分点")),
        ("三成", "三成", 0.3, None, (30, "%")),
        ("九成五", "九成五", 0.95, None, (95, "%")),
        ("百分之八点五", "百分之八点五", 0.085, None, (8.5, "%")),
        ("千分之二", "千分之二", 0.002, None, (0.2, "%")),
        ("三分之一", "三分之一", 0.3333, None, (33.33, "%")),
        ("1/10", "1/10", 0.1, None, (10, "%")),
        ("一半以上", "一半", 0.5, None, (50, "%")),
        ("2.3倍", "2.3倍", 2.3, "倍", (230, "%")),
        ("零下29摄氏度", "零下29摄氏度", -29, "摄氏度", (-29, "摄氏度")),
        ("增长-2.3%", "-2.3%", -2.3, "%", (-2.3, "%")),
    ],
)
def test_a_number_and_its_unit(text, quote, value, unit, base):
    (number,) = find_numbers(text)
    assert text[number.start : number.end] == quote
    assert (number.value, number.unit) == (value, unit)
    assert (number.quantity.value, number.quantity.unit) == base


@pytest.mark.parametrize(
    ("text", "comparator"),
    [
        ("187户", "exact"),
        ("达1.2亿元", "exact"),
        ("超1500亿元", "over"),
        ("突破了1000亿元", "over"),
        ("50余个", "over"),
        ("2100个以上", "over"),
        ("不少于3次", "over"),
        ("近800名", "under"),
        ("不足5%", "under"),
        ("不能超过28人", "under"),
        ("3.5%以内", "under"),
        ("约16米", "about"),
        ("5%左右", "about"),
        ("预计达到5%以上", "over"),
        ("用电量破百亿元", "over"),
        ("跨上3000亿元台阶", "over"),
        ("少说也有12万元", "over"),
        ("20来人", "about"),
        ("进度比去年快3.1个百分点", "exact"),
        ("比去年同期快了11分钟", "exact"),
        ("走了快11公里", "under"),
        ("不应低于18%", "over"),
        ("刺破6个气球", "exact"),
        ("秋粮收获过七成", "over"),
        ("占比不过七成", "under"),
    ],
)
def test_words_round_a_number_bound_it(text, comparator):
    assert [number.comparator for number in find_numbers(text)] == [comparator]


@pytest.mark.parametrize("text", ["成百上千", "三五个", "第十三", "数十万元", "一体推进"])
def test_what_is_no_number(text):
    assert [number for number in find_numbers(text) if number.unit] == []


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("两千三百", 2300),
        ("十", 10),
        ("二十一", 21),
        ("一百零五", 105),
        ("十万", 100000),
        ("一亿两千万", 120000000),
        ("一二", None),
    ],
)
def test_chinese_numerals(written, value):
    assert read_han(written) == value


@example("百分之三五")
@given(
    st.one_of(
        st.text(max_size=60),
        st.text(alphabet="0123456789０１.,，%％一二三十百千万亿两成半倍分之点多余元人个/零下-", max_size=60),
    )
)
def test_any_text_is_read(text):
    position = 0
    for number in find_numbers(text):
        assert position <= number.start < number.end <= len(text)
        position = number.end
