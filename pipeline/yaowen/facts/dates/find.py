"""Dates and periods in running text, by one grammar: 10月12日, 12日上午, 今年1至8月, “十四五”期间, 截至2023年底, 近日.

Reads a text from left to right. Where several rules match at a place, the one written first wins: days before months,
months before years, the vague ones last; where its handler refuses, the text is read on from the next character. What
a date leaves out comes from the issue date, the year that the article makes certain, or the date before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from yaowen.facts.dates import day_rules, period_rules
from yaowen.facts.dates.reader import DateReader, write
from yaowen.facts.dates.words import AHEAD, YEAR
from yaowen.schema import TimeSpan


@dataclass(frozen=True)
class DateMatch:
    """A date or period where it stands in a text. `is_day` where it is given to the day (also 12月11日至13日)."""

    start: int
    end: int
    span: TimeSpan
    is_day: bool


SAYS_YEAR = re.compile(YEAR)
"""A date that leaves its year out (5月8日) is none that 当年 speaks of."""
DATELINE = re.compile(r"[ \u3000]*(?:专?电|讯)(?=[ \u3000（(\n]|$)")
"""Behind the day of a dateline: 本报安河3月2日|电（记者王一）."""


def find_dates(text: str, *, issue_date: str | None = None, year: int | None = None) -> tuple[DateMatch, ...]:
    """Every date and period of a text, in order, none inside another.

    A year that is not written comes from the issue date; without one from `year`, which an article's own text may make
    certain (`certain_year`); otherwise it stays open (`--10-12`). Vague ones (近日, 近年来) keep their text without bounds.
    """
    reader = DateReader(_read_iso(issue_date), year if year is not None and 1 <= year <= 9998 else None)
    return tuple(_read(reader, text))


_RULES = (*day_rules.RULES.written, *period_rules.RULES.written)
_COMPILED = {f"rule{index}": (re.compile(pattern), handle) for index, (pattern, handle) in enumerate(_RULES)}
OPENS = (
    '(?=[0-9０-９‘“”「『＂"一七三上下不两中九二五今供元党入全八六几到前十劳半历去双四国多大头寒岁年建开当截改数新日明春昨暑最'
    "未本汛清疫百短端第至迄过近这连采长首即秋正])|(?<=[，。；：、自“\n])|^"
)
"""What a date may begin with, or the opening of a clause (防汛工作开展以来): looked at first, as most places are neither."""
_ANY = re.compile(
    f"(?:{OPENS})(?:"
    + "|".join(f"(?P<rule{index}>{re.sub(r'[(][?]P<[a-z0-9]+>', '(?:', pattern)})" for index, (pattern, _) in enumerate(_RULES))
    + ")"
)


def _read(reader: DateReader, text: str) -> Iterator[DateMatch]:
    position = 0
    while match := _ANY.search(text, position):
        pattern, handle = _COMPILED[match.lastgroup or ""]
        inner = pattern.match(text, match.start())
        reader.ahead = AHEAD.search(text, max(0, match.start() - 8), match.start()) is not None
        bounds = handle(reader, inner) if inner else None
        if inner is None or bounds is None:
            # 13月 or 0000年 is no date; what stands behind its first character may be one.
            position = match.start() + 1
            continue
        reader.day = bounds.end if bounds.is_day and bounds.end else reader.day
        if (known := bounds.end or bounds.start) and SAYS_YEAR.search(inner[0]):
            reader.named = known[0]
        if bounds.is_day and DATELINE.match(text, inner.end()):
            reader.sent = bounds.end
        yield DateMatch(
            inner.start(),
            inner.end(),
            TimeSpan(inner[0], write(bounds.start), write(bounds.end)),
            bounds.is_day,
        )
        position = inner.end()


def _read_iso(written: str | None) -> date | None:
    try:
        return date.fromisoformat(written) if written else None
    except ValueError:
        return None
