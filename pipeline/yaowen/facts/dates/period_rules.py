"""Periods: months before years, the vague ones last."""

from __future__ import annotations

import re
from datetime import timedelta

from yaowen.facts.dates.reader import NO_BOUNDS, Bounds, DateReader, Rules, as_day, framed, last_day
from yaowen.facts.dates.words import (
    BEFORE,
    DAY_DIGITS,
    DAY_HAN,
    DIGIT,
    FOUR,
    MONTH_DIGITS,
    MONTH_HAN,
    QUOTE_L,
    QUOTE_R,
    SINCE,
    TILL,
    TO,
    UNTIL,
    YEAR,
    number,
)

RULES = Rules()

FEASTS = "元旦|春节|清明节?|五一|端午节?|中秋节?|国庆节?"
TIMES = f"{FEASTS}|双(?:11|12|十[一二])|劳动节|双节|中秋国庆|暑期|寒假|暑假|春运"
OFF = (
    f"(?:(?:[三四五六七八九]|{DIGIT})[天日])?(?:小长假|长假|假期|假日|黄金周(?:假期)?)"
    "(?:前(?![0-9０-９一二两三四五六七八九十几往来半]))?"
)
"""How a feast goes on that is a time off: 春节|七天假期."""
SEVERAL = "[一二三四五六七八九十两几]{1,2}"
FEW = f"(?:{SEVERAL}|[1-9][0-9]?)"
"""How many years or days: 近|三|年."""


@RULES.rule(
    f"(?P<until>{UNTIL}|{TILL})?(?P<y>{YEAR})?(?P<m>{MONTH_DIGITS}|元(?=月?(?:{TO})))月?份?"
    f"(?:{TO})(?P<y2>{YEAR}|次年|翌年)?(?P<m2>{MONTH_DIGITS})月份?"
    f"|(?P<until2>{UNTIL}|{TILL})?(?P<y3>{YEAR})?(?P<m3>{MONTH_HAN}|(?<![0-9０-９百千万亿])元)月?份?(?:{TO})(?P<m4>{MONTH_HAN})月(?!龄)份?"
)
def _months(reader: DateReader, match: re.Match[str]) -> Bounds | None:
    first, last = number(match["m"] or match["m3"]), number(match["m2"] or match["m4"])
    written = match["y"] or match["y3"]
    bounds = reader.months(written, first, last, past=first == 1)
    if bounds and bounds.end and match["y2"] and match["y2"] not in {"次年", "翌年"}:
        year2, _ = reader.year_of(match["y2"])
        bounds = Bounds(bounds.start, (year2, last, last_day(year2, last)))
    return bounds and (Bounds(None, bounds.end) if match["until"] or match["until2"] else bounds)


@RULES.rule(
    f"{YEAR}的?(?:[春夏秋冬](?:天|季(?:学期前?|(?!度)))|腊月|正月|越冬期)[初中末底]?{SINCE}"
    f"|{QUOTE_L}(?:{FEASTS}|十一(?!起)){QUOTE_R}(?:以来|至今|起(?![草飞步点来伏源航]))"
)
def _unbounded(reader: DateReader, match: re.Match[str]) -> Bounds | None:
    """1968年冬天, 去年腊月起, “五一”以来, 去年同期: said without days; 十一起 counts cases."""
    return NO_BOUNDS


@RULES.rule(
    f"(?:(?P<y>{YEAR})(?:(?P<m>{MONTH_DIGITS})月)?|(?P<m2>{MONTH_DIGITS})月(?![上中下]旬))"
    "(?!入[春夏秋冬汛伏])[\u4e00-\u9fff]{2,10}?以来"
)
def _since_deed(reader: DateReader, match: re.Match[str]) -> Bounds | None:
    """去年5月启动治理以来, 2008年进入云南市场以来, 9月开镰以来."""
    month = number(match["m"] or match["m2"] or "1")
    whole = reader.months(match["y"], month, month)
    return None if whole is None else Bounds(whole.start if whole.start and whole.start[0] else None, None)


@RULES.rule(
    f"(?P<until>{UNTIL}|{TILL})?"
    f"(?:(?P<y>{YEAR})(?P<m>{MONTH_DIGITS}|{MONTH_HAN})|(?P<m2>{MONTH_DIGITS})|(?P<m3>{MONTH_HAN})(?=月份))月份?(?:当月)?"
    f"(?!{DAY_DIGITS}[日号])"
    f"(?P<edge>底|末|初|上中旬|中下旬|上旬|中旬|下旬)?(?P<since>{SINCE})(?P<before>{BEFORE})"
)
def _month(reader: DateReader, match: re.Match[str]) -> Bounds | None:
    month = number(match["m"] or match["m2"] or match["m3"])
    whole = reader.months(match["y"], month, month)
    if whole is None or whole.start is None or whole.end is None:
        return None
    (year, _, _), (_, _, last) = whole.start, whole.end
    match match["edge"]:
        case "上旬":
            return framed(match, (year, month, 1), (year, month, 10))
        case "上中旬":
            return framed(match, (year, month, 1), (year, month, 20))
        case "中旬":
            return framed(match, (year, month, 11), (year, month, 20))
        case "中下旬":
            return framed(match, (year, month, 11), (year, month, last))
        case "下旬":
            return framed(match, (year, month, 21), (year, month, last))
        case "底" | "末":
            return framed(match, whole.end, whole.end)
        case "初":
            return framed(match, whole.start, None) if match["since"] else NO_BOUNDS
    return framed(match, whole.start, whole.end)


@RULES.rule(
    f"(?P<until>{UNTIL}|{TILL})?(?P<y>{YEAR})?(?:[前头](?P<n>{MONTH_DIGITS}|{MONTH_HAN}|两)个?月(?!来)"
    "|前(?P<q>[二两三]|[23２３])个?季度?"
    "|(?:第(?=[一二三四1-4１-４][、至和二三四]*季)|(?=.(?:[、至和].)?季度))"
    "(?P<q2>[一二三四]|[1-4１-４])(?:[、至和](?P<q3>[二三四]))?季度?"
    "|(?P<q1>首)季度?|(?P<half>[上下])半年)"
    f"(?P<edge>底|末)?(?P<since>{SINCE})"
)
def _part_of_year(reader: DateReader, match: re.Match[str]) -> Bounds | None:
    if match["n"]:
        first, last = 1, number(match["n"])
        if last == 1:
            return None  # 前一个月 is the month before
    elif match["q"]:
        first, last = 1, 3 * number(match["q"])
    elif match["half"]:
        first, last = (1, 6) if match["half"] == "上" else (7, 12)
    else:
        first = 3 * number(match["q1"] or match["q2"]) - 2
        last = 3 * number(match["q3"]) if match["q3"] else first + 2
    bounds = reader.months(match["y"], first, last, past=bool(match["n"] or match["q"]))
    if bounds is None or first > last:
        return None
    return framed(match, bounds.end if match["edge"] else bounds.start, bounds.end)


@RULES.rule(f"(?P<y>{FOUR})年?(?:{TO})(?P<y2>{FOUR}|今|去)年度?(?P<edge>底|末)?(?![0-9０-９])")
def _years(reader: DateReader, match: re.Match[str]) -> Bounds | None:
    first = number(match["y"])
    last, _ = reader.year_of(match["y2"] + "年")
    if last is not None and last < first:
        return None
    return Bounds((first, 1, 1), None if last is None else (last, 12, 31))


RULES.rule(f"{YEAR}的?(?:入[春夏秋冬汛]以来|{QUOTE_L}(?:{TIMES}|暑运|主?汛期){QUOTE_R}(?:{OFF}|期间|以来)?)|{YEAR}同期")(
    _unbounded
)


@RULES.rule("(?P<y>今年)来(?![到自临访源的])")
def _since_new_year(reader: DateReader, match: re.Match[str]) -> Bounds | None:
    year, _ = reader.year_of(match["y"])
    return NO_BOUNDS if year is None else Bounds((year, 1, 1), None)


@RULES.rule(f"(?P<y>{FOUR})全年")
def _bare_year(reader: DateReader, match: re.Match[str]) -> Bounds | None:
    year = number(match["y"])
    return Bounds((year, 1, 1), (year, 12, 31))


@RULES.rule(
    f"(?P<until>{UNTIL}|{TILL})?(?P<y>{YEAR})(?!第[0-9０-９一二三四五六七八九十]{{1,3}}周)"
    f"(?:的?(?P<edge>全年|一年(?!级|期|一度|之)|年底|年末|底|末|年初|初|前后|内(?![外部])))?(?P<since>{SINCE})(?P<before>{BEFORE})"
)
def _year(reader: DateReader, match: re.Match[str]) -> Bounds | None:
    year, _ = reader.year_of(match["y"])
    if year is None:
        return NO_BOUNDS  # 去年 of an article without a date: said, but not known
    if not 1 <= year <= 9999:
        return None
    match (match["edge"] or "").removeprefix("年"):
        case "底" | "末":
            return framed(match, (year, 12, 31), (year, 12, 31))
        case "初":
            return framed(match, (year, 1, 1), None) if match["since"] else NO_BOUNDS
        case "前后":
            return NO_BOUNDS
    return framed(match, (year, 1, 1), (year, 12, 31))


@RULES.rule(
    f"(?P<until>{UNTIL}|{TILL})?{QUOTE_L}(?P<n>十[一二三四五六七八九]?|[六七八九])五{QUOTE_R}"
    "(?:规划)?(?P<edge>期间|时期|以来|末期?|初期?|期末|收官)"
)
def _five_years(reader: DateReader, match: re.Match[str]) -> Bounds | None:
    # The Sixth Five-Year Plan began in 1981, and each since in the year after the one before it ended.
    first = 1951 + 5 * number(match["n"])
    start, end = (first, 1, 1), (first + 4, 12, 31)
    match match["edge"]:
        case "以来":
            return Bounds(start, None)
        case "末" | "末期" | "期末":
            return framed(match, end, end)
        case "初" | "初期":
            return NO_BOUNDS
        case "收官":
            return None
    return framed(match, start, end)


@RULES.rule(
    f"(?P<century>上世纪|本世纪|[12]{DIGIT}世纪)"
    "(?P<ten>[0-9０-９一二三四五六七八九]0?|[0-9０-９]{2}|[一二三四五六七八九]?十)年代(?:初|末|中期|末期|初期)?"
)
def _decade(reader: DateReader, match: re.Match[str]) -> Bounds | None:
    century = {"上": 20, "本": 21}.get(match["century"][0]) or number(match["century"][:2])
    ten = number(match["ten"])
    ten = ten if ten >= 10 else ten * 10
    if match[0][-1] != "代" or ten % 10:
        return NO_BOUNDS
    first = (century - 1) * 100 + ten
    return Bounds((first, 1, 1), (first + 9, 12, 31))


@RULES.rule(f"(?P<until>{UNTIL})?(?P<which>本月|上个?月)(?:底|末)?(?P<since>{SINCE})")
def _relative_month(reader: DateReader, match: re.Match[str]) -> Bounds | None:
    if reader.issue is None:
        return NO_BOUNDS
    month, year = reader.issue.month, reader.issue.year
    if match["which"] != "本月":
        month, year = (month - 1, year) if month > 1 else (12, year - 1)
    return framed(match, (year, month, 1), (year, month, last_day(year, month))) if year else NO_BOUNDS


# 会上周海平说 and 这周围 hold no week.
@RULES.rule(
    "(?P<which>(?<![晚早会场路街手身以台])上|[本这下])个?(?:周(?![围身岁旋])|星期|礼拜)"
    f"(?![一二三四五六日天末年报刊边转期堂])(?P<since>{SINCE})"
)
def _week(reader: DateReader, match: re.Match[str]) -> Bounds | None:
    """From Monday to Sunday: 上周, 上个礼拜."""
    if reader.issue is None or not 1 < reader.issue.year < 9999:
        return NO_BOUNDS
    weeks = {"上": -1, "下": 1}.get(match["which"], 0)
    first = reader.issue + timedelta(days=7 * weeks - reader.issue.weekday())
    return framed(match, as_day(first), as_day(first + timedelta(days=6)))


@RULES.rule("今明(?:后三|两)天")
def _next_days(reader: DateReader, match: re.Match[str]) -> Bounds | None:
    if reader.issue is None or reader.issue.year >= 9999:
        return NO_BOUNDS
    return Bounds(as_day(reader.issue), as_day(reader.issue + timedelta(days=2 if "后" in match[0] else 1)))


PLANNED = re.compile("(?:确保|力争|争取|预计|目标|完成)$")
"""Before what a year shall bring: 确保|全年增长6%."""


@RULES.rule(
    f"{YEAR}(?:[春夏秋冬][天季]?|暑期|汛期)|这个?[暑寒]假|(?:未来|今后)(?:{SEVERAL}|{DIGIT}{{1,2}})(?:天|年|个月|周)"
    "|近日来?|日前|连日来|近期|近来|不久前|最近|前不久|(?:截至|截止)(?:目前|发稿|记者发稿)|迄今为?止?"
    "|(?:近|过去|最近|这)?(?:[一二三四五六七八九十两几多数百]{1,3}|[1-9１-９][0-9０-９]?|[1-9][05]0)"
    "[多余]?(?:年|个?月|天|周)[多半]?来(?![到自源临访])"
    "|(?:大?半年|半个多?月)多?来(?![到自])|近年来?|多年来|历年来?|长期以来"
    f"|(?:近|过去|最近){FEW}(?:年|个月|周)(?!级|龄|代)|(?:短短)?{FEW}年间"
    "|(?:今冬明春|去冬今春)|(?<=[，。；：“])第[一二三四五]年|今[春夏秋冬]|去[冬秋夏春]"
    "|(?:党的)?(?:十[一二三四五六七八九]大|二十大)以来|改革开放(?:[一二三四五六七八九十0-9]{1,3}多?年)?以?来"
    "|新中国成立(?:[一二三四五六七八九十0-9]{1,3}多?年)?以?来|建[国党][^，。；\n]{0,6}年来|疫情以来"
    f"|(?<![0-9０-９一二三四五六七八九十百])(?:{SEVERAL}|{DIGIT}{{1,3}})[多余]?年前(?!后)"
    "|入[春夏秋冬汛伏]以来|开[春年学业]以来|汛期以来"
    "|(?:(?<=[，。；：、自“\n])|^)(?!长期|一直|自)[\u4e00-\u9fff](?:(?![今去前近本][年月来])[\u4e00-\u9fff“”]){1,9}?以来"
    f"|(?:{YEAR})?第[0-9０-９一二三四五六七八九十]{{1,3}}周"
    f"|(?:{YEAR}的?)?{QUOTE_L}(?:(?:{TIMES}|十一|春耕|三夏|三秋|汛期|供暖季|采暖季){QUOTE_R}[、和]?{QUOTE_L}){{1,2}}{QUOTE_R}"
    f"(?:{OFF}|期间)"
    f"|(?:今后|未来)?(?<![0-9０-９一二三四五六七八九十百第前后]){FEW}(?:(?:年|个月)[内里](?!的)|(?<!一)(?:年|个月)下来)"
    f"|(?:{FEASTS}|劳动节)当[天日]|(?:大年|正月)初{DAY_HAN}{TO}(?:正月)?(?:初{DAY_HAN}|十[一二三四五六])"
    "|(?:[本上](?:赛季|学期|学年)|[春秋]季学期)(?:起(?![草飞步点来伏]))?|[上下]半场"
    "|(?:比赛|赛事|赛会|展会|会议|峰会|活动|大会|展览|赛季|考试|行动|试点|放假|闭馆|迎峰度夏)期间"
    "|开[展园馆市业幕赛]首日"
    "|当月(?!亮|球|光)|全年(?!龄|级|会|任务|目标|计划|的)|(?<![一二两三四五六七八九十数几多0-9０-９])年内"
    "|(?<![想忆起念说话如减似像])当年(?!轻)|年底(?:之前|前)?|年末|年初(?:以来|至今)?|岁末年初|岁末"
)
def _vague(reader: DateReader, match: re.Match[str]) -> Bounds | None:
    year = reader.this_year()
    if match[0] == "当年" and reader.named:
        return Bounds((reader.named, 1, 1), (reader.named, 12, 31))
    if year is None or not 1 < year <= 9999:
        return NO_BOUNDS
    match match[0]:
        case "年内":
            return Bounds((year, 1, 1), (year, 12, 31))
        case "年底前" | "年底之前":
            return Bounds(None, (year, 12, 31))
        case "当月" if reader.last:
            at, month, _ = reader.last
            return Bounds((at, month, 1), (at, month, last_day(at, month)))
        case "全年" if reader.issue:
            ahead = PLANNED.search(match.string, max(match.start() - 4, 0), match.start())
            told = year - 1 if reader.issue.month <= 3 and not ahead else year
            return Bounds((told, 1, 1), (told, 12, 31))
        case "过去一年" if reader.issue and reader.issue.month <= 3:
            # The reports of January to March look back on the year before.
            return Bounds((year - 1, 1, 1), (year - 1, 12, 31))
    return NO_BOUNDS
