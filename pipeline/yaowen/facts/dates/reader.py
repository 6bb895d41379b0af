"""What the rules for dates share: the first and last day, what is known while a text is read, and the list of the rules."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TypeAlias

from yaowen.facts.dates.words import SHIFTS, number

Day: TypeAlias = tuple[int | None, int, int]
"""Year, month and day, the year None where it is open."""


@dataclass(frozen=True)
class Bounds:
    """First and last day; a bound that is not known at all is None."""

    start: Day | None = None
    end: Day | None = None
    is_day: bool = False


NO_BOUNDS = Bounds()
WEEK = 7
"""How far a day without its month lies behind one of this month that goes before it: 明日起转阴，16日放晴."""


@dataclass
class DateReader:
    """Reads one text from left to right; 12日 after 10月11日 is in the same month."""

    issue: date | None
    year: int | None
    last: Day | None = None
    day: Day | None = None
    """The last day that was named, which 当天 means."""
    sent: Day | None = None
    """The day of the dateline, which 今天 means there: the paper appears the day after 本报3月2日讯."""
    named: int | None = None
    """The year of the last date, which 当年 means."""
    ahead: bool = False
    """Whether the date being read is announced."""

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
        return number(word.rstrip("年")), True

    def nearest(self, month: int, day: int, *, past: bool = False) -> int | None:
        """The year of a day written without one: what lies ahead is counted as farther, for papers report what was.

        More so where it ends months that are summed up (前两个月): `past`. What is announced lies ahead.
        """
        if self.issue is None:
            return self.year
        issue = self.issue

        def distance(year: int) -> float:
            days = (day_of(year, month, day) - issue).days
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
            goes_on = self.day is not None and self.day[:2] == (first.year, first.month) and 0 < day - self.day[2] <= WEEK
            earlier = day > self.issue.day + 2 and first > date(1, 1, 1) and not goes_on
            month = first - timedelta(days=1) if earlier else first
            return month.year, month.month
        return self.last[:2] if self.last else None

    def months(self, written: str | None, first: int, last: int, *, past: bool = False) -> Bounds | None:
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
        start, end = (year, first, 1), (end_year, last, last_day(end_year, last))
        self.last = end
        return Bounds(start, end)


Handle = Callable[[DateReader, re.Match[str]], "Bounds | None"]


@dataclass(frozen=True)
class Rules:
    """Patterns with what reads them; where several match at a place, the one written first wins."""

    written: list[tuple[str, Handle]] = field(default_factory=list)

    def rule(self, pattern: str) -> Callable[[Handle], Handle]:
        """Adds a rule. A handler that returns None refuses."""

        def add(handle: Handle) -> Handle:
            self.written.append((pattern, handle))
            return handle

        return add


def framed(match: re.Match[str], start: Day | None, end: Day | None, *, is_day: bool = False) -> Bounds:
    """截至… and …前 have no first day, …以来 and …起 no last."""
    words = match.groupdict()
    if words.get("until") or words.get("before"):
        return Bounds(None, end, is_day)
    return Bounds(start, None if words.get("since") else end, is_day)


def as_day(day: date) -> Day:
    """A day of the calendar."""
    return day.year, day.month, day.day


def day_of(year: int, month: int, day: int) -> date:
    """A day, or the last of its month where that is shorter."""
    return date(year, month, min(day, monthrange(year, month)[1]))


def last_day(year: int | None, month: int) -> int:
    """The last day of a month; of a February whose year is open, the 28th."""
    return monthrange(year if year and 1 <= year <= 9999 else 2001, month)[1]


def write(bound: Day | None) -> str | None:
    """A bound in ISO 8601, with `--` for a year that is open."""
    if bound is None:
        return None
    year, month, day = bound
    return f"--{month:02}-{day:02}" if year is None else f"{year:04}-{month:02}-{day:02}"


def is_day(year: int | None, month: int, day: int) -> bool:
    """Whether there is such a day; the 29th of a February whose year is open is one."""
    return 1 <= month <= 12 and 1 <= day <= monthrange(year or 2000, month)[1]
