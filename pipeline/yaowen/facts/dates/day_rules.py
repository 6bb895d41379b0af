"""Days: 10月12日, 12日上午, 截至10月12日8时, 昨日, 上周六."""

from __future__ import annotations

import re
from datetime import timedelta

from yaowen.facts.dates.reader import NO_BOUNDS, Bounds, DateReader, Rules, as_day, framed, is_day
from yaowen.facts.dates.words import (
    BEFORE,
    CLOCK,
    DAY_DIGITS,
    DAY_HAN,
    DAY_SHIFTS,
    DIGIT,
    HOUR,
    MONTH_DIGITS,
    MONTH_HAN,
    PART_OF_DAY,
    SINCE,
    TO,
    UNTIL,
    YEAR,
    number,
)

RULES = Rules()


@RULES.rule(r"(?P<y>[12]\d{3})(?:-(?P<m>\d{1,2})-|/(?P<m2>\d{1,2})/|\.(?P<m3>\d{1,2})\.)(?P<d>\d{1,2})(?![\d.])")
def _iso_day(reader: DateReader, match: re.Match[str]) -> Bounds | None:
    if match.start() and match.string[match.start() - 1].isdecimal():
        return None
    found = (number(match["y"]), number(match["m"] or match["m2"] or match["m3"]), number(match["d"]))
    if not is_day(*found):
        return None
    reader.last = found
    return Bounds(found, found, is_day=True)


@RULES.rule(f"(?P<y>{YEAR})?(?P<m>{MONTH_DIGITS})月(?P<d>{DAY_DIGITS})日[\u4e00-\u9fff]{{2,8}}?以来")
def _since_deed(reader: DateReader, match: re.Match[str]) -> Bounds | None:
    """3月8日开赛以来."""
    month, day = number(match["m"]), number(match["d"])
    year, said = reader.year_of(match["y"])
    start = (year if said else reader.nearest(month, day, past=True), month, day)
    if not is_day(*start):
        return None
    reader.last = start
    return Bounds(start, None)


@RULES.rule(
    f"(?P<until>{UNTIL})?(?P<y>{YEAR})?(?P<m>{MONTH_DIGITS}|{MONTH_HAN}|(?<![0-9０-９万亿])元)月(?P<d>{DAY_DIGITS}|{DAY_HAN})"
    f"(?:(?:[日号]{HOUR}(?:{TO}|[、和]))(?P<y2>{YEAR}|次年|翌年)?"
    f"(?:(?P<m2>{MONTH_DIGITS}|{MONTH_HAN})月)?(?P<d2>{DAY_DIGITS}|{DAY_HAN})"
    f"|{TO}(?P<d3>{DAY_DIGITS}))?[日号]{PART_OF_DAY}{CLOCK}(?P<since>{SINCE})(?P<before>{BEFORE})"
)
def _day_of_month(reader: DateReader, match: re.Match[str]) -> Bounds | None:
    month, day = number(match["m"]), number(match["d"])
    year, said = reader.year_of(match["y"])
    if not is_day(year, month, day):
        return None
    if not said:
        year = reader.nearest(month, day, past=bool(match["since"]))
    start = end = (year, month, day)
    if last := match["d2"] or match["d3"]:
        month2 = number(match["m2"]) if match["m2"] else month
        year2 = year
        if match["y2"] in {"次年", "翌年"} or (not match["y2"] and month2 < month):
            year2 = None if year is None else year + 1
        elif match["y2"]:
            year2, _ = reader.year_of(match["y2"])
        end = (year2, month2, number(last))
        if not is_day(*end) or (year2 == year and end[1:] < start[1:]):
            return NO_BOUNDS
    reader.last = end
    return framed(match, start, end, is_day=True)


@RULES.rule(
    f"(?P<until>{UNTIL})?"
    "(?<![0-9０-９.．第期满续过共近约余每隔逾足达之元月年个])(?<![每一二两三四单双0-9]周)"
    f"(?:{DAY_DIGITS}日{HOUR}{PART_OF_DAY}{TO}{DAY_DIGITS}日{HOUR}(?!{DIGIT})"
    f"|{DAY_DIGITS}日0时?{TO}24时|{DAY_DIGITS}(?:日?(?:{TO}|、){DAY_DIGITS})?日)"
    f"(?!{DIGIT}(?!{DIGIT}?[时点])|[内龄游均租程报]){PART_OF_DAY}{CLOCK}(?P<since>{SINCE})"
)
def _day_alone(reader: DateReader, match: re.Match[str]) -> Bounds | None:
    days = [number(found) for found in re.findall(f"{DIGIT}+(?=日|{TO}|、)(?!{TO}24时)", match[0])]
    if max(days) > 31 or min(days) < 1:
        return None
    found = reader.month_of(days[0])
    if found is None:
        return NO_BOUNDS if len(days) == 1 else Bounds(is_day=True)
    known, month = found
    if not (is_day(known, month, days[0]) and is_day(known, month, days[-1])) or days[-1] < days[0]:
        return NO_BOUNDS
    return framed(match, (known, month, days[0]), (known, month, days[-1]), is_day=True)


@RULES.rule(f"[今昨][（(](?P<d>{DAY_DIGITS})[）)][日天晚]{PART_OF_DAY}")
def _numbered_day(reader: DateReader, match: re.Match[str]) -> Bounds:
    """今（26）日, 昨（25）日下午."""
    found = reader.month_of(day := number(match["d"]))
    if found is None or not is_day(*found, day):
        return Bounds(is_day=True)
    reader.last = (*found, day)
    return framed(match, reader.last, reader.last, is_day=True)


@RULES.rule(f"(?P<until>{UNTIL})?(?P<which>本月|上个?月)(?P<d>{DAY_DIGITS})[日号]{PART_OF_DAY}(?P<since>{SINCE})")
def _day_of_this_month(reader: DateReader, match: re.Match[str]) -> Bounds | None:
    """截至本月23日."""
    if reader.issue is None:
        return Bounds(is_day=True)
    last = reader.issue.replace(day=1) - timedelta(days=1) if reader.issue.toordinal() > 31 else reader.issue
    of = reader.issue if match["which"] == "本月" else last
    day = (of.year, of.month, number(match["d"]))
    return framed(match, day, day, is_day=True) if is_day(*day) else None


# 表明日本经济 holds no 明日, 目前日均 and 节前日常 no 前日.
@RULES.rule(
    f"(?P<until>{UNTIL})?(?<![表说证声鲜光])(?<![目此之节](?=前日))(?P<day>{'|'.join(DAY_SHIFTS)})"
    f"(?<!前日(?=[常均产程期]))(?!本(?![市省县区州镇乡村])|之星|头条|》){PART_OF_DAY}{CLOCK}(?P<since>{SINCE})"
)
def _relative_day(reader: DateReader, match: re.Match[str]) -> Bounds | None:
    shift = DAY_SHIFTS[match["day"]]
    if reader.sent and not shift:
        return framed(match, reader.sent, reader.sent, is_day=True)
    if reader.issue is None:
        return Bounds(is_day=True)
    try:
        day = as_day(reader.issue + timedelta(days=shift))
    except OverflowError:
        return NO_BOUNDS
    return framed(match, day, day, is_day=True)


WEEKDAYS = "一二三四五六日"


@RULES.rule(
    "(?<!每)(?P<week>[上本这下])?个?(?:周|星期|礼拜)(?P<on>[一二三四五六日天末])"
    f"(?!年|报|刊|边|转|期|[至到、]|刻){PART_OF_DAY}(?P<since>{SINCE})"
)
def _day_of_week(reader: DateReader, match: re.Match[str]) -> Bounds | None:
    """上周六; 周六 alone is the last one."""
    issue = reader.issue
    if not match["week"] and (issue is None or match["on"] == "末"):
        return None  # 周末 may be any
    if issue is None or not 1 < issue.year < 9999:
        return Bounds(is_day=True)
    on = 5 if match["on"] == "末" else WEEKDAYS.index(match["on"].replace("天", "日"))
    weeks = {"上": -1, "下": 1}.get(match["week"] or "", 0)
    day = issue + timedelta(days=on - issue.weekday() + 7 * weeks)
    if not match["week"] and day > issue:
        day -= timedelta(days=7)
    last = day + timedelta(days=1) if match["on"] == "末" else day
    reader.last = as_day(day)
    return framed(match, reader.last, as_day(last), is_day=True)


@RULES.rule(r"当(?:[日天]上?下?午?|晚)")
def _same_day(reader: DateReader, match: re.Match[str]) -> Bounds | None:
    return Bounds(reader.day, reader.day, is_day=True) if reader.day else NO_BOUNDS
