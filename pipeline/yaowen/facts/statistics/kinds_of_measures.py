"""Rules for measures that are told in words of their own: the weather, points and rounds of a game, distances, what is spent.

Each returns None where it has nothing to say.
"""

from __future__ import annotations

import re

from yaowen.facts.statistics.behind import read_after
from yaowen.facts.statistics.cases import Case
from yaowen.facts.statistics.digit_rules import GETS_POINTS
from yaowen.facts.statistics.naming import name_indicator
from yaowen.schema import Measure

WEATHER = re.compile(
    "(?P<what>(?:日|累计|过程|平均|最[高低大小]|[0-9]{1,2}小时){0,3}(?:面?雨量|降[雨水雪]量|[降积]雪深度|气温|阵风|风力)(?!站))"
    "(?:[\u4e00-\u9fff]{0,8}?(?:[达至到为在升降]|上升|下降|偏[多少高低]))?[\u4e00-\u9fff]{0,3}$"
)
"""How much it rains, how warm it is, how strong the wind."""
MOST_AT = re.compile("(?P<what>最[高低大小](?:日|累计)?(?:降[雨水雪]量|[降积]雪深度|气温|雨量))(?:出现|发生)在")
"""What a clause before says to be the most somewhere."""
WARMER = re.compile("(?:降温|升温)(?:幅度)?(?:可?达到?|约|近|超过?|为)*$")
SPENDS = re.compile("(?:拿出|投入|将|把)(?P<of>[\u4e00-\u9fff]{2,8})的$")
SPENT_ON = re.compile(
    "(?:以上|左右|多)?(?:用[于来]|投[入进]到?|搞|进行|做)(?P<on>[\u4e00-\u9fff]{2,6}?)(?:投入)?(?=[，。；、]|$)"
)
ROUNDS = {"场": "场次", "轮": "轮次", "盘": "盘数", "局": "局数"}
FOUGHT = re.compile("的?(?:激烈|激情|精彩)?的?(?:角逐|比拼|争夺|较量|对决|鏖战)")
LENGTHS = {"公里", "里", "米", "海里", "千米"}
OFF = re.compile("(?:(?:以|之|开)?外|处)(?=的|[，。；、]|$)")
FROM = re.compile(
    "(?:(?P<where>(?:(?<![间车行差轴株])距|(?<![隔脱撤逃分距])离)(?!离)[^，。；为是]{1,12}?)|距离|相[距隔])"
    "(?:有|约|近|仅|只有|大约)*$"
)
LENGTHS_AND_WEIGHTS = {*"米斤吨克尺寸丈", "公里", "千米", "厘米", "毫米", "微米", "公斤", "千克", "kg"}
SIZE = re.compile(
    "(?P<size>直径|半径|幅宽|跨度|落差|[厚高宽长深]度|重量|体重|全长|[长宽高厚深重])(?:达到?|约|仅|只有|不到|近|超过?|为|有)*$"
)
SIZE_BEHIND = re.compile("(?:多|余|左右|以上)?(?P<size>[长宽高厚深重])(?:的(?=..)|(?=[，。；、！？”）]|$))")
"""How a thing is measured, said before its size or behind it: 直径|2毫米的滚珠, 20米|高的铁塔, 门脸只有3米|宽."""
SHORT = 3
WON_POINTS = re.compile(f"(?P<named>总?积分|总分)$|(?:(?P<table>积|[全多]取)|{GETS_POINTS})[^，。；分]{{0,8}}$")
BEATS = re.compile("的?成绩|(?:夺[冠得下]|摘得|打破|刷新|获得?[冠亚季])")
"""What somebody comes to with a result: 以|9.8秒打破纪录."""


def name_weather(case: Case) -> str | None:
    """What is measured of the weather, and not where: 大部地区|累计雨量可达|50毫米."""
    said = WEATHER.search(case.words.before)
    where = MOST_AT.search(case.clause_before() or "") if case.unit in {"毫米", "厘米", "℃", "摄氏度"} else None
    if where and not said:
        return where["what"]  # 最大降雨量出现在云漠县，达|96毫米
    warmer = case.unit in {"℃", "摄氏度", "度"} and WARMER.search(case.words.before)
    return said["what"] if said else "气温" if warmer else None


def name_invested(case: Case) -> str | None:
    """What is spent of what comes in: 每年拿出销售收入的|7%搞研发 is of 研发投入占销售收入比重."""
    spends = SPENDS.search(case.own_before) if case.unit == "%" else None
    on = SPENT_ON.match(case.words.after) if spends else None
    return f"{on['on']}投入占{spends['of']}比重" if spends and on else None


def name_rounds(case: Case) -> str | None:
    """How many games were played: 经过5天|27场角逐."""
    return f"比赛{ROUNDS[case.figure.unit or '']}" if case.figure.unit in ROUNDS and FOUGHT.match(case.words.after) else None


def name_distance(case: Case) -> str | None:
    """How far off a place is: 搬到|12公里外的新村, 距云州|30公里."""
    if case.unit not in LENGTHS:
        return None
    start = FROM.search(case.before)
    return (start["where"] or "") + "距离" if start else "距离" if OFF.match(case.words.after) else None


def name_size(case: Case) -> str | None:
    """How long, high or heavy a thing is that is named behind its size: 直径|2毫米的滚珠, 20米|高的铁塔."""
    if case.figure.unit not in LENGTHS_AND_WEIGHTS or case.figure.measure != Measure.LEVEL or case.words.joined:
        return None
    after = case.words.after
    if behind := SIZE_BEHIND.match(after):
        things = (
            read_after(after[behind.end() - 1 :], with_verb=False)
            if behind[0].endswith("的")
            else name_indicator(case.own_before, "", case.unit, prefers_before=True)
        )
        return things + behind["size"] if things else None
    size = SIZE.search(case.own_before) if after.startswith("的") else None
    things = read_after(after, with_verb=False) if size else None
    if not size or not things:
        return None
    named = any(mention.start == case.figure.end + 1 and len(mention.text) > SHORT for mention in case.line.mentions)
    return ("" if named else things) + size["size"]  # 全长9公里的|云漠大桥


def name_points(case: Case) -> str | None:
    """Points in a table or a game: 两胜一平积|9分, 前锋拿下|31分."""
    if case.figure.unit == "环" or (case.before.endswith("以") and case.unit != "分" and BEATS.match(case.words.after)):
        return "成绩"
    if case.figure.unit != "分":
        return None
    if case.words.after.startswith("之差"):
        return "积分差"
    if case.before.endswith("以") or case.words.joined:
        return "总成绩" if "总成绩" in case.words.after else "得分"
    won = WON_POINTS.search(case.before)
    return (won["named"] or ("积分" if won["table"] else "得分")) if won else None
