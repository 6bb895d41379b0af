"""Rules that say whether a number in Chinese numerals measures something; their order stands in `figures`.

Each returns None where it has nothing to say.
"""

from __future__ import annotations

import re

from yaowen.facts.statistics.candidates import Candidate
from yaowen.facts.statistics.digit_rules import DOUBTFUL, NEVER, NOT_COUNTED
from yaowen.facts.statistics.units import PERSONS, THINGS, TIME
from yaowen.schema import Comparator

HALVES = re.compile(
    "占|减少|缩短|下降|降低|压缩|节省|只有|仅|为$|的$|了$|(?<!(?<!成)本)(?<![全我该外各东西南北川林江苏徽州海建肃宁湾])省$"
)
"""Before 一半 where it is measured: 比人工省|一半, but not 全省|一半的县."""
COUNTED_BEFORE = re.compile("[0-9０-９一二三四五六七八九十][个座家]$")
DUTIES = re.compile(
    "(?:规定|纪律|议程)"
    "|(?:重点|主要|重大|具体|专项|核心|关键|基本|全面|深刻)?"
    # What is to be done: 三项|重点任务.
    "(?:任务|举措|措施|方面|环节|要求|关系|维度|层面|抓手|工作|原则|意识|自信|维护|确立|坚持|到位|统一|转变|"
    # How something is arranged: 四大|板块.
    "领域|重点|难点|问题上|清单|体系|机制|路径|主题|板块|部分|阶段|步骤|专题|批次|级别|方向"
    # What something has: 三大|优势.
    "|目标|优势|特点|特征|变化|字|关|维|大局|事实|结合|文明|建议|结论|意见|层次|角度)"
)
RESULT = re.compile(
    # What is won, caught or named: 获|两项大奖, 抓获.
    "获|评为|入选|入围"
    # What is built, signed or begun: 建成|三座冷库.
    "|建成|新建|建有|建起|新增|引进|签约|落地|投产|开工|竣工|立项|夺|摘|取得|包揽|决出|产生"
    # What is solved or saved: 破获|三起案件.
    "|查处|破|办理|办结|完成|培育|创建|成立|救|挽回|走访|捐|发放"
    # What there is: 拥有|两条生产线.
    "|现有|拥有|设有|设立|开设|开通|打造|录取|聘|增加|增设|增至|改造|修建|修复|栽|种|出栏|生产"
    # Who comes: 接待|三个团.
    "|接待|参加|参赛|参展|来自|举办|举行|开展|排查|整改|发现|化解|受理|审结"
    # What befell people: 造成|三人受伤.
    "|受伤|死亡|遇难|失踪|超|上|添|重启|打掉|恢复|投放|更换|覆盖|达|只有|仅|共"
    # Who or what is brought together or sold: 带动|三个村.
    "|集聚|汇聚|聚集|带动|吸引|吸纳|安置|帮扶|销售|卖|买|转让|授权|出口|涵盖|推出|发布"
)
"""What a clause tells that reports a result."""
REPEATED = re.compile("此次|这次|本次|上述|其他|另外")
RESULT_BEHIND = re.compile(
    "[^，。；、]{1,20}(?:获|入选|入围|落地|投产|竣工|开工|建成|中标|夺|上榜|立项|贯通|通车|恢复|取保候审|判处)"
)
POINTED_AT = {*"家座所栋台辆名位块艘架幢间"}
REPORTED = THINGS | PERSONS | {*"个项次类种吨亩米"}
"""What a few of are a result where the clause tells of one: 两个项目获批."""
NAMES_BEHIND = re.compile("全会|会议|审议|产业|分配|全体|代表大会|一体|一(?:活动|工程|行动|机制|批)|[“‘]")
"""Behind a number that is part of a name or a saying: 十届|三次|全会, 三位|一体, 五个|一活动."""
GRADE_BEHIND = re.compile("及?以上|[线科类]|批次?|院校|大学|录取|上线|志愿")
"""Behind the grade of a university: 二本|以上."""
RHETORICAL = re.compile("^[百千万]+$")
SAYING_OF_TIMES = re.compile("事半功$|加$")
"""事半功|倍, 加|倍努力."""
SHORTER = re.compile("缩短|压缩|压减")
LASTS = TIME - {"年", "月", "日", "时", "点", "天"}
HAN_DIGITS = re.compile("[^零〇一二两三四五六七八九十百千万亿]")
"""What a number is written with besides."""
SAYING_OF_MANY = re.compile("家灯火|户千门|家")
"""万|家灯火, 千|家万户."""
SUMS = re.compile("追回|达|超|近|逾|捐|花|赔|骗|损失|元")
"""Before 三万 without a unit, of money: 被骗|三万."""
DUTY = re.compile("[^，。；、]{0,8}(?:任务|举措|措施|方面|环节|要求|关系|原则|机制|体系)(?:[，。；、]|$)")
"""三项|重点任务，."""
HABIT = re.compile("每[天日周月年晚]")
"""每天|三次."""
POINTS_OUT = {*"这那哪每第前后另头各等至、"}
"""Right before a number that only points: 这|两个."""


def count_others(case: Candidate) -> bool | None:
    """13个|千亿方|气田 counts the fields."""
    return False if COUNTED_BEFORE.search(case.before) else None


def is_half(case: Candidate) -> bool | None:
    """比人工省|一半|, 近|一半|, but not 全省|一半|的县."""
    if case.written not in {"一半", "半数"}:
        return None
    return case.number.comparator != Comparator.EXACT or bool(HALVES.search(case.clause))


def is_share(case: Candidate) -> bool | None:
    """|三成|, |百分之八|; not |一成|."""
    if case.unit not in {"%", "‰"} and not (case.unit is None and case.base == "%"):
        return None
    a_tenth = case.written == "一成" and case.number.comparator == Comparator.EXACT
    return not a_tenth


def is_multiple(case: Candidate) -> bool | None:
    """增加|两倍|, not 事半功|倍|."""
    if case.base != "倍" and not case.written.endswith("倍"):
        return None
    return case.number.value < 100 and not SAYING_OF_TIMES.search(case.before)


def last(case: Candidate) -> bool | None:
    """缩短|三个小时|; other times, ages and 一元 measure nothing."""
    if not (case.base in TIME | NEVER | DOUBTFUL or (case.base == "元" and case.number.value == 1)):
        return None
    return bool(case.base in LASTS and SHORTER.search(case.clause))


def is_rhetorical(case: Candidate) -> bool | None:
    """|千万|游客."""
    rhetorical = RHETORICAL.match(HAN_DIGITS.sub("", case.written))
    return False if rhetorical and case.number.comparator == Comparator.EXACT else None


def count_thousands(case: Candidate) -> bool | None:
    """|三万吨|, 被骗|三万|; not |万家|灯火."""
    if not case.scaled:
        return None
    if case.base:
        return case.number.value >= 1 and not SAYING_OF_MANY.match(case.after)
    return bool(SUMS.search(case.clause))


def is_bare(case: Candidate) -> bool | None:
    """|三|."""
    return None if case.base else False


def is_duty(case: Candidate) -> bool | None:
    """|三项|任务, |两个|确立."""
    return False if DUTIES.match(case.after) or DUTY.match(case.after) else None


def is_name(case: Candidate) -> bool | None:
    """十届|三次|全会, |三位|一体, |两位|数增长, |二本|以上."""
    digits = case.base == "位" and case.after.startswith("数")
    grade = case.base == "本" and case.number.value <= 3 and GRADE_BEHIND.match(case.after)
    return False if digits or grade or case.before.endswith("届") or NAMES_BEHIND.match(case.after) else None


def is_habit(case: Candidate) -> bool | None:
    """|三个|月, 每天|三次|."""
    counted = not (case.base == "个" and NOT_COUNTED.match(case.after))
    return None if counted and not (case.base == "次" and HABIT.search(case.clause)) else False


def count_many(case: Candidate) -> bool | None:
    """|十五名|, 近|三个|: more than ten, or about so many."""
    number = case.number
    return True if number.value > 1 and (number.comparator != Comparator.EXACT or number.value > 10) else None


def points(case: Candidate) -> bool | None:
    """|一个|, 这|两个|, 此次|三个|."""
    before = case.before
    pointed = case.number.value <= 1 or (before and before[-1] in POINTS_OUT)
    return False if pointed or REPEATED.match(case.clause) else None


def report(case: Candidate) -> bool | None:
    """|两个|项目获批, 建成|三座|: a result, or what can be pointed at."""
    told = RESULT.search(case.clause) or RESULT_BEHIND.match(case.after) or case.base in POINTED_AT
    return bool(told) and case.base in REPORTED
