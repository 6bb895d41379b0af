"""Rules that say whether a number in digits measures something; their order stands in `figures`.

Each returns None where it has nothing to say. The first ones hold for Chinese numerals too.
"""

from __future__ import annotations

import re

from yaowen.facts.statistics.candidates import Candidate
from yaowen.facts.statistics.units import MEDALS, TIME
from yaowen.schema import Comparator

NEVER = {*"号届章岁代时点日月地级首", "余岁", "周岁", "周年"}
HELD = re.compile("(?:举办|开办|开设|办|播出|推出|发行|共|已|设|培训|培训班|讲座|课堂|讲堂|沙龙|节目|论坛)了?$")
"""Verbs of what has 期: 举办|3期培训班."""
# 3县 and 两市 name areas; 11个县 counts them.
DOUBTFUL = {*"省国区镇乡市县村校队店院厅手步把里堂则段面根层度分环股集幕例"}
READINGS = {
    "度": re.compile("(?:气?温|偏[高低])[^，。；]{0,6}$"),
    "环": re.compile("(?:以|成绩|打出|总)[^，。；]{0,6}$"),
    "级": re.compile("(?:风力|(?<![作党家校学民文国歌])风(?![险景格貌气尚采情俗光])|震级)[^，。；、]{0,6}$"),
}
"""What tells a reading from other words with the same unit: 气温偏高|1.9度, not 90度弯道."""
WIND = re.compile("(?:左右|以上)?的?[^，。；、0-9]{0,4}(?:大风|阵风|地震)")
"""What is so strong: 6级左右|偏北大风."""
WINS = re.compile("(?:[夺摘揽得获收取拿添以到]|单日|斩获|[金银][、，]?)了?$")
"""Who wins medals, or has won others: 斩获|6金|4银, 获得|6金、|4银."""
SPENT = re.compile("(?:全程(?:用时)?|生育期|[比较][^，。；、]{1,6}(?:快|早熟?|晚熟?))(?:了|约|仅|近)*$")
"""What tells how long something takes, or how much sooner it is: 全程|23天, 比常年快|3天."""
DURATION_OF = re.compile(
    "(?:累计(?:志愿)?服务|天数|用时|耗时|间隔|能力|节省|时长|时间|时限|周期"
    "|工期|期限|寿命|缩短|压缩|压减|延长|提速|提前|减少)[^，。；、]{0,12}$"
)
MORE_DAYS = re.compile("(?:同比|[比较][上去]年)[^，。；]{0,6}$")
AHEAD = re.compile("提前(?:了|近)?$")
COMPARED_TO = re.compile("[比较]|平均|时限")
"""Without which 提前|5天| says when, and not by how much sooner."""
DURATION_CHANGES = re.compile("(?:左右|以上)?(?:缩短|压缩|压减|延长|减少|降|增加)(?:至|到|为)")
GETS_POINTS = "拿下|得到|砍下|贡献|独得|狂砍|抢下"
SCORED = re.compile(
    f"(?:(?:{GETS_POINTS}|[全多]取|积)[^，。；]{{0,8}}|积分"
    "|分数|得分|评分|成绩|满意度|测评|指数|平均|总分|均分|高分)[^，。；、]{0,6}$"
)
WITH_SCORE = re.compile("以(?:[0-9０-９.]{1,5}分[和、])?$")
BEATS_WITH = re.compile(
    "[夺摘胜]|获得?[冠亚季金银铜]|获得?[^，。；]{0,12}第[一二三1-3]|的(?:总)?成绩|打破|刷新|紧随|[和、][0-9０-９.]{1,5}分"
)
"""What somebody comes to with so many points: 以|9.5分|夺冠."""
INDEX = re.compile(
    "(?:指数|PMI|CPI|PPI|AQI|系数|评分|得分|收入比|之比|比值|比例|倍[数率]|排名|总数|人数|数量|户数|件数|浓度|均值)"
    "(?:[^，。；、0-9]{0,4}(?:达到?|为|至|到|是|提高|上升|缩小|扩大|下降|降低|增|降|升)(?:到|至|为)?)$"
    "|收入比[由从](?:[^，。；0-9]{0,10}|[^，。；]{0,16}[至到])$"
)
OF_INDEX = re.compile(
    "(?:指数|收入比|之比|比值|倍率|系数|转化率)(?:约|仅)?$"
    "|(?:比|较)(?:上年|去年|上月|年初|同期)[^，。；]{0,8}(?:缩小|扩大|下降|降低|提高|上升|升|降)了?$"
)
"""What a decimal without a unit is of: 空气质量指数|3.12, 比上年缩小|0.03."""
JUST_ENDS = re.compile("[，。；、！？,;]|$")
ORDINAL = re.compile("第$|No\\.?$", re.IGNORECASE)
LATIN = re.compile("[A-Za-z]")
MODEL = re.compile(
    "(?:直道|竞速|龙舟|特高压|超高压|及以上|输电|变电|输变电|高铁)|[^，。；、0-9]{0,5}(?<![大小中微轻重新])型"
    "|(?:级|段|跑|栏|接力|短跑|长跑|自由泳|蛙泳|仰泳|蝶泳|混合泳|决赛"
    "|项目决赛|障碍|步枪|手枪|气步枪|台跳|跳台|跳板|[冠亚季]军|[金银铜]牌)"
)
PHYSICAL = {*"米吨升克寸尺", "毫升", "公斤", "千瓦", "千伏", "厘米", "兆瓦", "毫米", "公里"}
JOINED = re.compile("[0-9０-９+＋×xX*＊:：∶~～/／-]")
NOT_COUNTED = re.compile(
    "[多半]?(?:月|小时|钟头|星期|季度|年头|世纪|晚上|上午|下午|夜晚|昼夜|春秋|寒暑|礼拜|节气)|(?:方面|层面|维度|环节|角度)"
)
# 投资10亿元以上项目5个 counts projects.
THRESHOLD = re.compile(
    "及?以[上下内]的?[\u4e00-\u9fff]{1,15}?(?:近|超|约|达|占)?(?:[0-9０-９]|[一二三四五六七八九]成)"
    "|以上的[\u4e00-\u9fff]{1,10}?(?:进行|开展|实施|给予|予以|依法|一律|从严)"
)
ONE_TIME = re.compile("一次(?:性)?(?:死亡|伤亡|受伤|失踪|死伤)$")
"""Before how grave an accident must be to be counted: 一次死亡|3人以上事故."""
WHO = re.compile(
    "(?:以上|以下)?的(?:[\u4e00-\u9fff]{0,6})(?:市民|企业|家庭|居民|人员|职工|学生|用户|单位|农户|商户)(?=[，,。、]|$)"
)
RANGE_BEHIND = re.compile("[-－—~～至到][-－−—]?[0-9０-９]")
AT_LEAST = re.compile("(?:超过?|满|达到?|不低于|高于)$")
"""Before a number that says who is meant: 年收入|超过|3万元的农户."""
DAY_PARTS = {"月", "日", "时", "点", "年", "个季度"}
"""Times that are never measured."""
COUNT_ENDS = re.compile("[，,。；、]|以上|左右|$")
"""Behind 3|县|, which counts them: 覆盖5县|，."""
LEVELS = {*"层度段步手里"}
"""… but not 3层, 5度, 2手."""


def is_each(case: Candidate) -> bool | None:
    """每|500克|4.5元: by what something is counted."""
    return False if case.before.endswith("每") and case.unit not in TIME else None


def is_ordinal(case: Candidate) -> bool | None:
    """第|8|次, A|320|客机, 5|G."""
    before = case.before
    ordinal = ORDINAL.search(before) or (before and LATIN.match(before[-1]))
    return False if ordinal or (case.unit is None and LATIN.match(case.after)) else None


def is_joined(case: Candidate) -> bool | None:
    """0351-|1234567, but 2至5%-|8% and 人数:|30."""
    before = case.before
    if not before or not JOINED.match(before[-1]):
        return None
    goes_on = (before[-1] in "-~～:：" and len(before) > 1 and before[-2] in "%％元人吨到至为是数：:") or (
        before[-1] in "-~～" and before[-2:-1].isdecimal() and case.unit
    )
    return None if goes_on else False


def is_sum(case: Candidate) -> bool | None:
    """3|+1+3."""
    return False if case.after and case.after[0] in "+＋×:：∶" and case.after[1:2].isdecimal() else None


def is_threshold(case: Candidate) -> bool | None:
    """10亿元|以上项目5个, 一次死亡|3人|以上事故; 三成以上的 is a share."""
    share = case.number.in_han and case.number.quantity.unit == "%"
    bound = not share and THRESHOLD.match(case.text, case.end)
    return False if bound or (ONE_TIME.search(case.before) and case.after.startswith("以上")) else None


def says_who(case: Candidate) -> bool | None:
    """年收入超过|3万元|的农户."""
    return False if WHO.match(case.text, case.end) and AT_LEAST.search(case.before) else None


def count_bare(case: Candidate) -> bool | None:
    """Without a unit: 6000多|员工, 指数|3.12; not 2|至3."""
    if case.unit is not None:
        return None
    if RANGE_BEHIND.match(case.after):
        return None if case.number.quantity.unit else False
    number = case.number
    counts = number.value != number.quantity.value or (
        case.text[case.end - 1] in "多余" and number.value >= 10 and case.after[:1] > "\u4e00"
    )
    is_decimal = isinstance(number.value, float) and JUST_ENDS.match(case.after)
    return counts or bool(INDEX.search(case.before) or (is_decimal and OF_INDEX.search(case.before)))


def count_thousands(case: Candidate) -> bool | None:
    """13.1万|驻村干部, not the first of 4万|—5万元."""
    return None if case.base else not RANGE_BEHIND.match(case.after)


def last(case: Candidate) -> bool | None:
    """办理时限由|20天|压缩到5天, 比常年快|3天, 120万小时; not for |3天|."""
    if case.base not in TIME:
        return None
    if case.base in DAY_PARTS:
        return False
    if AHEAD.search(case.before) and not COMPARED_TO.search(case.before):
        return False
    return (case.scaled and "小时" in case.base) or bool(
        DURATION_OF.search(case.before)
        or SPENT.search(case.before)
        or DURATION_CHANGES.match(case.after)
        or MORE_DAYS.search(case.before)
        or (case.base == "秒" and case.before.endswith("以") and BEATS_WITH.match(case.after))
    )


def is_reading(case: Candidate) -> bool | None:
    """气温偏高|1.9度, |6级|左右偏北大风."""
    reading = READINGS.get(case.base)
    return True if (reading and reading.search(case.before)) or (case.base == "级" and WIND.match(case.after)) else None


def win(case: Candidate) -> bool | None:
    """斩获|6金|, 获得6金、|4银|."""
    return bool(WINS.search(case.before)) if case.base in MEDALS else None


def never_measures(case: Candidate) -> bool | None:
    """|35周岁|, |500千伏|电网: a kind of grid."""
    return False if case.base in NEVER or (case.base == "千伏" and case.after[:1] > "\u4e00") else None


def score(case: Candidate) -> bool | None:
    """积|9分|, 以|2分|之差."""
    if case.base != "分":
        return None
    with_score = WITH_SCORE.search(case.before) and BEATS_WITH.match(case.after)
    return bool(SCORED.search(case.before) or with_score) or case.after.startswith("之差")


def hold(case: Candidate) -> bool | None:
    """举办|3期|培训班."""
    return bool(HELD.search(case.before)) if case.base == "期" else None


def is_heading(case: Candidate) -> bool | None:
    """|3个|方面, |2个|小时."""
    return False if case.base == "个" and NOT_COUNTED.match(case.after) else None


def count_doubtful(case: Candidate) -> bool | None:
    """|3例|, 覆盖|5县|，; |3县| else names areas."""
    if case.base not in DOUBTFUL or case.scaled:
        return None
    many = case.number.comparator == Comparator.OVER and case.number.value >= 10
    return (
        case.base == "例"
        or bool(COUNT_ENDS.match(case.after) and case.base not in LEVELS)
        or (case.base in {"段", "把"} and many)
    )


def is_model(case: Candidate) -> bool | None:
    """|400米|决赛, 时速|350公里|高铁."""
    if case.base not in PHYSICAL or case.scaled:
        return None
    return False if MODEL.match(case.after) or (case.before.endswith("时速") and case.after[:1] not in "，。；、") else None
