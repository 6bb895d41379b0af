"""Dates and periods in running text, by one grammar: 10月12日, 12日上午, 今年1至8月, “十四五”期间, 截至2023年底, 近日.

Reads a text from left to right. Where several rules match at a place, the one written first wins: days before months,
months before years, the vague ones last; where its handler refuses, the text is read on from the next character. What
a date leaves out comes from the issue date, the year that the article makes certain, or the date before it.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from yaowen.facts.numbers import DIGITS
from yaowen.schema import TimeSpan


@dataclass(frozen=True)
class DateMatch:
    """A date or period where it stands in a text. `is_day` where it is given to the day (also 12月11日至13日)."""

    start: int
    end: int
    span: TimeSpan
    is_day: bool


def find_dates(text: str, *, issue_date: str | None = None, year: int | None = None) -> tuple[DateMatch, ...]:
    """Every date and period of a text, in order, none inside another.

    A year that is not written comes from the issue date; without one from `year`, which an article's own text may make
    certain (`certain_year`); otherwise it stays open (`--10-12`). Vague ones (近日, 近年来) keep their text without bounds.
    """
    reader = _Reader(_read_iso(issue_date), year if year is not None and 1 <= year <= 9998 else None)
    return tuple(reader.read(text))


def certain_year(text: str) -> int | None:
    """The year that an article was written in, where its own text leaves no doubt; None where it says nothing or two years.

    A year review gives it (总结2023年…部署2024年: the latter, or the former in a paper of the last months), so does an event
    held under its year (2024年全市卫生工作会议召开, 第五届…2024…), and a year in brackets after 今年.
    """
    if told := {_number(match[1]) for match in THIS_YEAR.finditer(text)}:
        return told.pop() if len(told) == 1 else None
    late = {_number(match[1]) for match in MONTH_DAY.finditer(text)}
    reviewed = set()
    for match in REVIEW.finditer(text):
        before, after = _number(match[1]), _number(match[2])
        if after == before + 1:
            reviewed.add(before if late and min(late) >= 10 else after)
    held = {
        _number(match[1] or match[2] or match[3])
        for match in HELD.finditer(text)
        if not NOT_YET.search(text, max(match.start() - 6, 0), match.end())
    }
    for years in (reviewed, held):
        if years:
            return years.pop() if len(years) == 1 else None
    return None


# --- Pieces of the grammar ---------------------------------------------------------------------------------------------

DIGIT = "[0-9０-９]"
FOUR = f"(?<![0-9０-９.．])(?:[1１][6-9６-９]{DIGIT}{{2}}|[2２][01０１]{DIGIT}{{2}}|[一二][〇○零Ｏ一二三四五六七八九]{{3}})"
RELATIVE = "今年(?!轻)|去年|前年(?!均|产)|明年|上年|(?<![成资基样])本年"
# 一座有2000年历史的古城 tells how long, not when.
YEAR = f"(?:{FOUR}年(?![多余来]|的?历史|的?文明)度?|上年度|本年度|{RELATIVE})"
MONTH_DIGITS = "(?<![0-9０-９.．])(?:[1１][012０１２]|[0０]?[1-9１-９])(?![0-9０-９])"
DAY_DIGITS = f"(?:[12１２]{DIGIT}|[3３][01０１]|[0０]?[1-9１-９])(?![0-9０-９])"
MONTH_HAN = "(?:十[一二]?|[一二三四五六七八九])"
DAY_HAN = "(?:三十一?|二?十[一二三四五六七八九]?|[一二三四五六七八九])"
TO = "(?:至|到|[-－—–―~～]{1,2})"
PART_OF_DAY = "(?:上午|下午|中午|晚上|晚间|晚|凌晨|清晨|早上|早晨|傍晚|夜间|夜里|深夜|当晚|当天)?"
UNTIL = "(?:截至|截止到?|截止至)"
TILL = "(?<![达得看听想收谈提签来直回找遇做接升增高降加跌减长延缩])[到至]"
SINCE = "(?:以来|至今|起(?![草飞步点来伏])|开始(?=[，,]))?"
HOUR = "(?:[0-9０-９]{1,2}时)?"
BEFORE = "(?:之前|以前|前(?![0-9０-９一二三四五六七八九十两列往进去来后期沿]))?"
QUOTE_L, QUOTE_R = '[“"‘「『”＂]?', '[”"’」』“＂]?'
HAN = DIGITS | {"Ｏ": 0, "首": 1}
SHIFTS = {"今年": 0, "本年": 0, "去年": -1, "上年": -1, "前年": -2, "明年": 1}
DAY_SHIFTS = {
    "今日": 0,
    "今天": 0,
    "今晨": 0,
    "今早": 0,
    "今晚": 0,
    "昨日": -1,
    "昨天": -1,
    "昨晚": -1,
    "昨夜": -1,
    "昨晨": -1,
    "前天": -2,
    "前晚": -2,
    "后天": 2,
    "明日": 1,
    "明天": 1,
    "明晚": 1,
}

AHEAD = re.compile(r"(?:将|[拟定订]|计划|预计|即将)[于在从自到](?:每年|当地时间|北京时间)?$")
"""将于11月19日举行: a day that is announced."""
THIS_YEAR = re.compile(f"今年[（(]({FOUR})年[)）]")
MONTH_DAY = re.compile(f"({MONTH_DIGITS})月{DAY_DIGITS}日")
REVIEW = re.compile(
    f"(?:总结|回顾)[^。；\n]{{0,6}}?({FOUR})年[^。；\n]{{0,60}}?(?:部署|安排|谋划|研究|展望)[^。；\n]{{0,8}}?({FOUR})年"
)
OCCASION = "(?:会议|大会|年会|例会|全会|推进会|论坛|峰会|仪式|典礼|赛|运动会|奥运会|博览会|展览会|交易会|艺术节|文化节|活动|行)"
TAKES_PLACE = "(?:召开|举行|举办|开幕|闭幕|启动|开赛|开跑|开班|鸣枪|收官|落幕|备战|主办|承办)"
EDITION = f"({FOUR})年?(?!{DIGIT}|至今|以来)[^，。；、！？\n年]{{0,24}}?{OCCASION}"
HELD = re.compile(
    f"{EDITION}(?:[（(][^（）()\n]{{1,8}}[)）])?[^，。；！？\n]{{0,14}}?{TAKES_PLACE}"
    f"|{TAKES_PLACE}[了的]?{EDITION}"
    f"|({FOUR})年{MONTH_DIGITS}月{DAY_DIGITS}日[^。；！？\n将]{{0,40}}?{TAKES_PLACE}"
)
# 筹备2025年全市运动会 tells of another year than the paper's.
NOT_YET = re.compile("将|拟|筹备|迎接|申办")


def _number(digits: str) -> int:
    """The number that digits of any width, or Chinese digits one after the other or with 十, stand for."""
    if digits.isdecimal():
        return int(digits)
    if "十" in digits:
        tens, _, ones = digits.partition("十")
        return HAN.get(tens, 1) * 10 + HAN.get(ones, 0)
    return int("".join(str(HAN[char]) for char in digits))


def _read_iso(written: str | None) -> date | None:
    try:
        return date.fromisoformat(written) if written else None
    except ValueError:
        return None


@dataclass(frozen=True)
class _Bounds:
    """First and last day, the year None where it is open; a bound that is not known at all is None."""

    start: tuple[int | None, int, int] | None = None
    end: tuple[int | None, int, int] | None = None
    is_day: bool = False


NO_BOUNDS = _Bounds()
_Handle = Callable[["_Reader", re.Match[str]], "_Bounds | None"]
_RULES: list[tuple[str, _Handle]] = []


def _rule(pattern: str) -> Callable[[_Handle], _Handle]:
    """Adds a rule; where several match at a place, the one written first wins. A handler that returns None refuses."""

    def add(handle: _Handle) -> _Handle:
        _RULES.append((pattern, handle))
        return handle

    return add


DATELINE = re.compile(r"[ \u3000]*(?:专?电|讯)(?=[ \u3000（(\n]|$)")
"""Behind the day of a dateline: 本报安河3月2日|电（记者王一）."""


@dataclass
class _Reader:
    """Reads one text from left to right; 12日 after 10月11日 is in the same month."""

    issue: date | None
    year: int | None
    last: tuple[int | None, int, int] | None = None
    day: tuple[int | None, int, int] | None = None
    """The last day that was named, which 当天 means."""
    sent: tuple[int | None, int, int] | None = None
    """The day of the dateline, which 今天 means there: the paper appears the day after 本报3月2日讯."""
    ahead: bool = False
    """Whether the date being read is announced."""

    def read(self, text: str) -> Iterator[DateMatch]:
        position = 0
        while match := _ANY.search(text, position):
            pattern, handle = _COMPILED[match.lastgroup or ""]
            inner = pattern.match(text, match.start())
            self.ahead = AHEAD.search(text, max(0, match.start() - 8), match.start()) is not None
            bounds = handle(self, inner) if inner else None
            if inner is None or bounds is None:
                # 13月 or 0000年 is no date; what stands behind its first character may be one.
                position = match.start() + 1
                continue
            self.day = bounds.end if bounds.is_day and bounds.end else self.day
            if bounds.is_day and DATELINE.match(text, inner.end()):
                self.sent = bounds.end
            yield DateMatch(
                inner.start(),
                inner.end(),
                TimeSpan(inner[0], _write(bounds.start), _write(bounds.end)),
                bounds.is_day,
            )
            position = inner.end()

    def this_year(self) -> int | None:
        return self.issue.year if self.issue else self.year

    def year_of(self, written: str | None) -> tuple[int | None, bool]:
        """The year that a year word names, and whether there was one (今年 without an issue date is open, but is said)."""
        if not written:
            return None, False
        word = written.rstrip("度")
        if word in SHIFTS:
            base = self.this_year()
            return (None if base is None else base + SHIFTS[word]), True
        return _number(word.rstrip("年")), True

    def nearest(self, month: int, day: int, *, past: bool = False) -> int | None:
        """The year of a day written without one: what lies ahead is counted as farther, for papers report what was.

        More so where it ends months that are summed up (前两个月): `past`. What is announced lies ahead.
        """
        if self.issue is None:
            return self.year
        issue = self.issue

        def distance(year: int) -> float:
            days = (_day(year, month, day) - issue).days
            if self.ahead:
                return days if days >= 0 else -10 * days
            return -days if days <= 0 else (10 if past else 1.5) * days

        years = [year for year in (issue.year, issue.year - 1, issue.year + 1) if 1 <= year <= 9998]
        return min(years, key=distance)

    def month_of(self, day: int) -> tuple[int | None, int] | None:
        """The year and month of a day written without them: the issue's or the one before, or those of the date before it.

        What is announced lies in the issue's month or the next.
        """
        if self.issue and self.ahead:
            month = self.issue.replace(day=1) + timedelta(days=32 if day < self.issue.day else 0)
            return month.year, month.month
        if self.issue:
            first = self.issue.replace(day=1)
            earlier = day > self.issue.day + 2 and first > date(1, 1, 1)
            month = first - timedelta(days=1) if earlier else first
            return month.year, month.month
        return self.last[:2] if self.last else None

    def months(self, written: str | None, first: int, last: int, *, past: bool = False) -> _Bounds | None:
        """From the first day of one month to the last day of another."""
        if not (1 <= first <= 12 and 1 <= last <= 12):
            return None
        year, said = self.year_of(written)
        end_year = year
        if not said:
            end_year = self.nearest(last, 28, past=past)
            year = end_year if first <= last or end_year is None else end_year - 1
        elif first > last and year is not None:
            end_year = year + 1
        start, end = (year, first, 1), (end_year, last, _last_day(end_year, last))
        self.last = end
        return _Bounds(start, end)


def _day(year: int, month: int, day: int) -> date:
    return date(year, month, min(day, monthrange(year, month)[1]))


def _last_day(year: int | None, month: int) -> int:
    """The last day of a month; of a February whose year is open, the 28th."""
    return monthrange(year if year and 1 <= year <= 9999 else 2001, month)[1]


def _write(bound: tuple[int | None, int, int] | None) -> str | None:
    if bound is None:
        return None
    year, month, day = bound
    return f"--{month:02}-{day:02}" if year is None else f"{year:04}-{month:02}-{day:02}"


def _is_day(year: int | None, month: int, day: int) -> bool:
    return 1 <= month <= 12 and 1 <= day <= monthrange(year or 2000, month)[1]


# --- Rules -------------------------------------------------------------------------------------------------------------


@_rule(r"(?P<y>[12]\d{3})(?:-(?P<m>\d{1,2})-|/(?P<m2>\d{1,2})/|\.(?P<m3>\d{1,2})\.)(?P<d>\d{1,2})(?![\d.])")
def _iso_day(reader: _Reader, match: re.Match[str]) -> _Bounds | None:
    if match.start() and match.string[match.start() - 1].isdecimal():
        return None
    found = (_number(match["y"]), _number(match["m"] or match["m2"] or match["m3"]), _number(match["d"]))
    if not _is_day(*found):
        return None
    reader.last = found
    return _Bounds(found, found, is_day=True)


@_rule(
    f"(?P<until>{UNTIL})(?:(?P<y>{YEAR})?(?P<m>{MONTH_DIGITS})月)?(?P<d>{DAY_DIGITS})日(?:当[日天])?(?:[0-9０-９]{{1,2}}[时点](?:[0-9０-９]{{1,2}}分)?|晚|上午|下午)?"
)
def _until_hour(reader: _Reader, match: re.Match[str]) -> _Bounds | None:
    day = _number(match["d"])
    if match["m"]:
        month = _number(match["m"])
        year, said = reader.year_of(match["y"])
        end = (year if said else reader.nearest(month, day), month, day)
    else:
        found = reader.month_of(day)
        if found is None:
            return _Bounds(is_day=True)
        end = (*found, day)
    if not _is_day(*end):
        return None
    reader.last = end
    return _Bounds(None, end, is_day=True)


@_rule(
    f"(?P<until>{UNTIL})?(?P<y>{YEAR})?(?P<m>{MONTH_DIGITS}|{MONTH_HAN})月(?P<d>{DAY_DIGITS}|{DAY_HAN})"
    f"(?:(?:[日号]{HOUR}(?:{TO}|[、和]))(?P<y2>{YEAR}|次年|翌年)?(?:(?P<m2>{MONTH_DIGITS}|{MONTH_HAN})月)?(?P<d2>{DAY_DIGITS}|{DAY_HAN})"
    f"|{TO}(?P<d3>{DAY_DIGITS}))?[日号]{PART_OF_DAY}(?P<since>{SINCE})(?P<before>{BEFORE})"
)
def _day_of_month(reader: _Reader, match: re.Match[str]) -> _Bounds | None:
    month, day = _number(match["m"]), _number(match["d"])
    year, said = reader.year_of(match["y"])
    if not _is_day(year, month, day):
        return None
    if not said:
        year = reader.nearest(month, day)
    start = end = (year, month, day)
    if last := match["d2"] or match["d3"]:
        month2 = _number(match["m2"]) if match["m2"] else month
        year2 = year
        if match["y2"] in {"次年", "翌年"} or (not match["y2"] and month2 < month):
            year2 = None if year is None else year + 1
        elif match["y2"]:
            year2, _ = reader.year_of(match["y2"])
        end = (year2, month2, _number(last))
        if not _is_day(*end) or (year2 == year and end[1:] < start[1:]):
            return NO_BOUNDS
    reader.last = end
    return _framed(match, start, end, is_day=True)


@_rule(
    f"(?<![0-9０-９.．第期满续过共近约余每隔逾足达之元月年周个])(?:{DAY_DIGITS}日{HOUR}{TO}{DAY_DIGITS}日{HOUR}(?!{DIGIT})|{DAY_DIGITS}日0时?{TO}24时|{DAY_DIGITS}(?:日?(?:{TO}|、){DAY_DIGITS})?日)"
    f"(?![0-9０-９内龄游均租程报]){PART_OF_DAY}"
)
def _day_alone(reader: _Reader, match: re.Match[str]) -> _Bounds | None:
    days = [_number(found) for found in re.findall(f"{DIGIT}+(?=日|{TO}|、)(?!{TO}24时)", match[0])]
    if max(days) > 31 or min(days) < 1:
        return None
    found = reader.month_of(days[-1])
    if found is None:
        return NO_BOUNDS if len(days) == 1 else _Bounds(is_day=True)
    known, number = found
    if not (_is_day(known, number, days[0]) and _is_day(known, number, days[-1])) or days[-1] < days[0]:
        return NO_BOUNDS
    return _Bounds((known, number, days[0]), (known, number, days[-1]), is_day=True)


@_rule(
    f"(?P<until>{UNTIL}|{TILL})?(?P<y>{YEAR})?(?P<m>{MONTH_DIGITS})月?份?(?:{TO})(?P<y2>{YEAR}|次年|翌年)?(?P<m2>{MONTH_DIGITS})月份?"
    f"|(?P<until2>{UNTIL}|{TILL})?(?P<y3>{YEAR})(?P<m3>{MONTH_HAN})月份?(?:{TO})(?P<m4>{MONTH_HAN})月份?"
)
def _months(reader: _Reader, match: re.Match[str]) -> _Bounds | None:
    first, last = _number(match["m"] or match["m3"]), _number(match["m2"] or match["m4"])
    written = match["y"] or match["y3"]
    bounds = reader.months(written, first, last, past=first == 1)
    if bounds and bounds.end and match["y2"] and match["y2"] not in {"次年", "翌年"}:
        year2, _ = reader.year_of(match["y2"])
        bounds = _Bounds(bounds.start, (year2, last, _last_day(year2, last)))
    return bounds and (_Bounds(None, bounds.end) if match["until"] or match["until2"] else bounds)


@_rule(f"(?P<y>{YEAR})(?:(?P<m>{MONTH_DIGITS})月)?(?!入[春夏秋冬汛伏])[\u4e00-\u9fff]{{2,10}}?以来")
def _since_deed(reader: _Reader, match: re.Match[str]) -> _Bounds | None:
    """去年5月启动治理以来, 2008年进入云南市场以来."""
    month = _number(match["m"]) if match["m"] else 1
    whole = reader.months(match["y"], month, month)
    return None if whole is None else _Bounds(whole.start if whole.start and whole.start[0] else None, None)


@_rule(
    f"(?P<until>{UNTIL}|{TILL})?(?:(?P<y>{YEAR})(?P<m>{MONTH_DIGITS}|{MONTH_HAN})|(?P<m2>{MONTH_DIGITS})|(?P<m3>{MONTH_HAN})(?=月份))月份?(?!{DAY_DIGITS}[日号])"
    f"(?P<edge>底|末|初|上中旬|中下旬|上旬|中旬|下旬)?(?P<since>{SINCE})(?P<before>{BEFORE})"
)
def _month(reader: _Reader, match: re.Match[str]) -> _Bounds | None:
    month = _number(match["m"] or match["m2"] or match["m3"])
    whole = reader.months(match["y"], month, month)
    if whole is None or whole.start is None or whole.end is None:
        return None
    (year, _, _), (_, _, last) = whole.start, whole.end
    match match["edge"]:
        case "上旬":
            return _framed(match, (year, month, 1), (year, month, 10))
        case "上中旬":
            return _framed(match, (year, month, 1), (year, month, 20))
        case "中旬":
            return _framed(match, (year, month, 11), (year, month, 20))
        case "中下旬":
            return _framed(match, (year, month, 11), (year, month, last))
        case "下旬":
            return _framed(match, (year, month, 21), (year, month, last))
        case "底" | "末":
            return _framed(match, whole.end, whole.end)
        case "初":
            return _framed(match, whole.start, None) if match["since"] else NO_BOUNDS
    return _framed(match, whole.start, whole.end)


@_rule(
    f"(?P<until>{UNTIL}|{TILL})?(?P<y>{YEAR})?(?:[前头](?P<n>{MONTH_DIGITS}|{MONTH_HAN}|两)个?月(?!来)"
    f"|前(?P<q>[二两三]|[23２３])个?季度?|(?:第(?=[一二三四1-4１-４][、至和二三四]*季)|(?=.(?:[、至和].)?季度))(?P<q2>[一二三四]|[1-4１-４])(?:[、至和](?P<q3>[二三四]))?季度?|(?P<q1>首)季度?|(?P<half>[上下])半年)"
    f"(?P<edge>底|末)?(?P<since>{SINCE})"
)
def _part_of_year(reader: _Reader, match: re.Match[str]) -> _Bounds | None:
    if match["n"]:
        first, last = 1, _number(match["n"])
        if last == 1:
            return None  # 前一个月 is the month before
    elif match["q"]:
        first, last = 1, 3 * _number(match["q"])
    elif match["half"]:
        first, last = (1, 6) if match["half"] == "上" else (7, 12)
    else:
        first = 3 * _number(match["q1"] or match["q2"]) - 2
        last = 3 * _number(match["q3"]) if match["q3"] else first + 2
    bounds = reader.months(match["y"], first, last, past=bool(match["n"] or match["q"]))
    if bounds is None or first > last:
        return None
    return _framed(match, bounds.end if match["edge"] else bounds.start, bounds.end)


@_rule(f"(?P<y>{FOUR})年?(?:{TO})(?P<y2>{FOUR}|今|去)年度?(?P<edge>底|末)?(?![0-9０-９])")
def _years(reader: _Reader, match: re.Match[str]) -> _Bounds | None:
    first = _number(match["y"])
    last, _ = reader.year_of(match["y2"] + "年")
    if last is not None and last < first:
        return None
    return _Bounds((first, 1, 1), None if last is None else (last, 12, 31))


@_rule(
    f"{YEAR}的?(?:入[春夏秋冬汛]以来|{QUOTE_L}(?:元旦|春节|清明节?|五一|劳动节|端午节?|中秋节?|国庆节?|双节|中秋国庆|暑期|寒假|暑假|春运|暑运|汛期)"
    f"{QUOTE_R}(?:小长假|长假|假期|假日|黄金周|期间|以来)?)"
)
def _season(reader: _Reader, match: re.Match[str]) -> _Bounds | None:
    return NO_BOUNDS


@_rule("(?P<y>今年)来(?!到|自|临|访|源|的)")
def _since_new_year(reader: _Reader, match: re.Match[str]) -> _Bounds | None:
    year, _ = reader.year_of(match["y"])
    return NO_BOUNDS if year is None else _Bounds((year, 1, 1), None)


@_rule(f"(?P<y>{FOUR})全年")
def _bare_year(reader: _Reader, match: re.Match[str]) -> _Bounds | None:
    year = _number(match["y"])
    return _Bounds((year, 1, 1), (year, 12, 31))


@_rule(f"(?P<y>{YEAR})同期")
def _same_period(reader: _Reader, match: re.Match[str]) -> _Bounds | None:
    return NO_BOUNDS


@_rule(
    f"(?P<until>{UNTIL}|{TILL})?(?P<y>{YEAR})(?!第[0-9０-９一二三四五六七八九十]{{1,3}}周)(?:的?(?P<edge>全年|年底|年末|底|末|年初|初|内(?![外部])))?(?P<since>{SINCE})(?P<before>{BEFORE})"
)
def _year(reader: _Reader, match: re.Match[str]) -> _Bounds | None:
    year, _ = reader.year_of(match["y"])
    if year is None:
        # 去年 of an article without a date: said, but not known.
        return NO_BOUNDS
    if not 1 <= year <= 9999:
        return None
    match (match["edge"] or "").removeprefix("年"):
        case "底" | "末":
            return _framed(match, (year, 12, 31), (year, 12, 31))
        case "初":
            return _framed(match, (year, 1, 1), None) if match["since"] else NO_BOUNDS
    return _framed(match, (year, 1, 1), (year, 12, 31))


@_rule(
    f"(?P<until>{UNTIL}|{TILL})?{QUOTE_L}(?P<n>十[一二三四五六七八九]?|[六七八九])五{QUOTE_R}(?:规划)?(?P<edge>期间|时期|以来|末期?|初期?|期末|收官)"
)
def _five_years(reader: _Reader, match: re.Match[str]) -> _Bounds | None:
    # The Sixth Five-Year Plan began in 1981, and each since in the year after the one before it ended.
    first = 1951 + 5 * _number(match["n"])
    start, end = (first, 1, 1), (first + 4, 12, 31)
    match match["edge"]:
        case "以来":
            return _Bounds(start, None)
        case "末" | "末期" | "期末":
            return _framed(match, end, end)
        case "初" | "初期":
            return NO_BOUNDS
        case "收官":
            return None
    return _framed(match, start, end)


@_rule(
    f"(?P<century>上世纪|本世纪|[12]{DIGIT}世纪)(?P<ten>[0-9０-９一二三四五六七八九]0?|[0-9０-９]{{2}}|[一二三四五六七八九]?十)年代(?:初|末|中期|末期|初期)?"
)
def _decade(reader: _Reader, match: re.Match[str]) -> _Bounds | None:
    century = {"上": 20, "本": 21}.get(match["century"][0]) or _number(match["century"][:2])
    ten = _number(match["ten"])
    ten = ten if ten >= 10 else ten * 10
    if match[0][-1] != "代" or ten % 10:
        return NO_BOUNDS
    first = (century - 1) * 100 + ten
    return _Bounds((first, 1, 1), (first + 9, 12, 31))


# 表明日本经济 holds no 明日.
@_rule(
    f"(?P<until>{UNTIL})?(?<![表说证声鲜光])(?P<day>{'|'.join(DAY_SHIFTS)})(?!本|之星|头条|》){PART_OF_DAY}(?:[0-9０-９]{{1,2}}[时点])?"
)
def _relative_day(reader: _Reader, match: re.Match[str]) -> _Bounds | None:
    shift = DAY_SHIFTS[match["day"]]
    if reader.sent and not shift:
        return _framed(match, reader.sent, reader.sent, is_day=True)
    if reader.issue is None:
        return _Bounds(is_day=True)
    try:
        day = reader.issue + timedelta(days=shift)
    except OverflowError:
        return NO_BOUNDS
    found = (day.year, day.month, day.day)
    return _framed(match, found, found, is_day=True)


WEEKDAYS = "一二三四五六日"


@_rule(f"(?<!每)(?P<week>[上本这下])?个?(?:周|星期)(?P<on>[一二三四五六日天末])(?!年|报|刊|边|转|期|[至到、]|刻){PART_OF_DAY}")
def _day_of_week(reader: _Reader, match: re.Match[str]) -> _Bounds | None:
    """上周六; 周六 alone is the last one."""
    issue = reader.issue
    if not match["week"] and (issue is None or match["on"] == "末"):
        return None  # 周末 may be any
    if issue is None or not 1 < issue.year < 9999:
        return _Bounds(is_day=True)
    on = 5 if match["on"] == "末" else WEEKDAYS.index(match["on"].replace("天", "日"))
    weeks = {"上": -1, "下": 1}.get(match["week"] or "", 0)
    day = issue + timedelta(days=on - issue.weekday() + 7 * weeks)
    if not match["week"] and day > issue:
        day -= timedelta(days=7)
    last = day + timedelta(days=1) if match["on"] == "末" else day
    start, end = (day.year, day.month, day.day), (last.year, last.month, last.day)
    reader.last = start
    return _Bounds(start, end, is_day=True)


@_rule(r"当(?:[日天]上?下?午?|晚)")
def _same_day(reader: _Reader, match: re.Match[str]) -> _Bounds | None:
    if reader.day is None:
        return NO_BOUNDS
    return _Bounds(reader.day, reader.day, is_day=True)


@_rule(f"(?P<until>{UNTIL})?(?P<which>本月|上个?月)(?:底|末)?(?P<since>{SINCE})")
def _relative_month(reader: _Reader, match: re.Match[str]) -> _Bounds | None:
    if reader.issue is None:
        return NO_BOUNDS
    month, year = reader.issue.month, reader.issue.year
    if match["which"] != "本月":
        month, year = (month - 1, year) if month > 1 else (12, year - 1)
    if year < 1:
        return NO_BOUNDS
    return _framed(match, (year, month, 1), (year, month, _last_day(year, month)))


@_rule(
    f"{YEAR}(?:[春夏秋冬][天季]?|暑期|汛期)|(?:未来|今后)(?:[一二三四五六七八九十两几]{{1,2}}|{DIGIT}{{1,2}})(?:天|年|个月|周)"
    "|近日来?|日前|连日来|近期|近来|不久前|最近|前不久|(?:截至|截止)(?:目前|发稿|记者发稿)|迄今为?止?"
    "|(?:近|过去|最近|这)?(?:[一二三四五六七八九十两几多数百]{1,3}|[1-9１-９][0-9０-９]?|[1-9][05]0)(?:多|余)?(?:年|个?月|天|周)多?来(?!到|自|源|临|访)|(?:大?半年|半个月|半个多月)多?来(?!到|自)|近年来?|多年来|历年来?|长期以来"
    "|(?:近|过去|最近)(?:[一二三四五六七八九十两几]{1,2}|[1-9][0-9]?)(?:年|个月|周)(?!级|龄|代)"
    "|(?:短短)?(?:[一二三四五六七八九十两几]{1,2}|[1-9][0-9]?)年间|(?:今冬明春|去冬今春)|(?<=[，。；：“])第[一二三四五]年|今[春夏秋冬]|去[冬秋夏春]"
    "|(?:党的)?(?:十[一二三四五六七八九]大|二十大)以来|改革开放(?:[一二三四五六七八九十0-9]{1,3}多?年)?以?来|新中国成立(?:[一二三四五六七八九十0-9]{1,3}多?年)?以?来|建[国党][^，。；\n]{0,6}年来|疫情以来"
    "|(?<![0-9０-９一二三四五六七八九十百])(?:[一二三四五六七八九十两几]{1,2}|[0-9０-９]{1,3})(?:多|余)?年前(?!后)|入[春夏秋冬汛伏]以来|开[春年学业]以来|汛期以来|(?:(?<=[，。；：、自“\n])|^)(?!长期|一直|自)[\u4e00-\u9fff](?:[\u4e00-\u9fff“”]{1,9}?)以来"
    "|(?:本|上|这|下)周[一二三四五六日末]?(?!年|报|刊|边|转|期)"
    f"|(?:{YEAR})?第[0-9０-９一二三四五六七八九十]{{1,3}}周"
    f"|(?:(?:{YEAR}的?)?{QUOTE_L}(?:(?:元旦|春节|清明节?|五一|劳动节|端午节?|中秋节?|国庆节?|十一|双节|中秋国庆|暑期|寒假|暑假|春运|春耕|三夏|三秋|汛期|供暖季|采暖季){QUOTE_R}[、和]?{QUOTE_L}){{1,2}}{QUOTE_R}(?:小长假|长假|假期|假日|黄金周|期间))"
    "|(?:今后|未来)?(?<![0-9０-９一二三四五六七八九十百第前后])(?:[一二三四五六七八九十两几]{1,2}|[1-9][0-9]?)(?:年|个月)[内里](?!的)|[本上](?:赛季|学期|学年)|[上下]半场"
    "|(?:赛事|赛会|展会|会议|峰会|活动|大会|展览|赛季|放假)期间|开[展园馆市业幕赛]首日"
    "|当月(?!亮|球|光)|全年(?!龄|级|会|任务|目标|计划|的)|(?<![一二两三四五六七八九十数几多0-9０-９])年内|当年(?!轻)|年底(?:之前|前)?|年末|年初(?:以来|至今)?|岁末年初|岁末"
)
def _vague(reader: _Reader, match: re.Match[str]) -> _Bounds | None:
    year = reader.this_year()
    if year is None or not 1 < year <= 9999:
        return NO_BOUNDS
    match match[0]:
        case "年内":
            return _Bounds((year, 1, 1), (year, 12, 31))
        case "年底前" | "年底之前":
            return _Bounds(None, (year, 12, 31))
        case "当月" if reader.last:
            at, month, _ = reader.last
            return _Bounds((at, month, 1), (at, month, _last_day(at, month)))
        case "全年" if reader.issue:
            told = year - 1 if reader.issue.month <= 3 else year
            return _Bounds((told, 1, 1), (told, 12, 31))
        case "过去一年" if reader.issue and reader.issue.month <= 3:
            # The reports of January to March look back on the year before.
            return _Bounds((year - 1, 1, 1), (year - 1, 12, 31))
    return NO_BOUNDS


def _framed(
    match: re.Match[str],
    start: tuple[int | None, int, int] | None,
    end: tuple[int | None, int, int] | None,
    *,
    is_day: bool = False,
) -> _Bounds:
    """截至… and …前 have no first day, …以来 and …起 no last."""
    words = match.groupdict()
    if words.get("until") or words.get("before"):
        return _Bounds(None, end, is_day)
    return _Bounds(start, None if words.get("since") else end, is_day)


_COMPILED = {f"rule{index}": (re.compile(pattern), handle) for index, (pattern, handle) in enumerate(_RULES)}
OPENS = (
    '(?=[0-9０-９‘“”「『＂"一七三上下不两中九二五今供元党入全八六几到前十劳半历去双四国多大头寒岁年建开当截改数新日明春昨暑最未本'
    "汛清疫百短端第至迄过近这连采长首])|(?<=[，。；：、自“\n])|^"
)
"""What a date may begin with, or the opening of a clause (防汛工作开展以来): looked at first, as most places are neither."""

_ANY = re.compile(
    f"(?:{OPENS})(?:"
    + "|".join(f"(?P<rule{index}>{re.sub(r'[(][?]P<[a-z0-9]+>', '(?:', pattern)})" for index, (pattern, _) in enumerate(_RULES))
    + ")"
)
