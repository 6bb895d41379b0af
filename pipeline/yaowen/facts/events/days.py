"""The dates of an article, and which of them is the day of what a sentence reports.

Reads the dates of the whole article once. The day of an event: the last one before its verb in the sentence, else the
first behind it, else an earlier one of the paragraph, else what opens the next paragraph; one in the dateline only
where there is no other.
"""

from __future__ import annotations

import datetime
import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property

from yaowen.datelines import OPENING
from yaowen.facts.dates.certain_years import certain_year
from yaowen.facts.dates.find import DateMatch, find_dates
from yaowen.facts.scene import Scene
from yaowen.facts.sentences import Sentence
from yaowen.schema import TimeSpan

_YEAR = re.compile(r"[12１２][0-9０-９]{3}年")

EVE = re.compile(
    r"[ \u3000]*(?:在|值此)?(?P<eve>[“”0-9·一二三四五六七八十]{0,6}[\u4e00-\u9fff]{0,8}"
    r"(?:节|日|元旦|新春|岁末|年关|年末|开学|”)"
    r"(?:前夕|(?:来临|到来)?之际|临近|将至))(?=，)"
)
"""“五四”青年节前夕, 重阳节来临之际: no day, but when it was."""
_NEWS_DAYS = 45


@dataclass(frozen=True)
class Days:
    """The dates of one article."""

    scene: Scene

    @cached_property
    def dates(self) -> tuple[DateMatch, ...]:
        chars = self.scene.chars
        return find_dates(chars, issue_date=self._issue, year=certain_year(chars))

    def eve(self, block: int) -> DateMatch | None:
        """The time before a feast with which a paragraph opens: 春节前夕，县书法家协会…."""
        place = self.scene.blocks[block]
        eve = EVE.match(self.scene.chars, self.dateline_end(place.start, place.end), place.end)
        return DateMatch(*eve.span("eve"), TimeSpan(eve["eve"], None, None), is_day=False) if eve else None

    @property
    def _issue(self) -> str | None:
        """The day on which the paper came out."""
        return self.scene.reading.clipping.publication.issue_date

    @cached_property
    def _starts(self) -> list[int]:
        return [date.start for date in self.dates]

    def within(self, start: int, end: int) -> list[DateMatch]:
        """The dates that start inside `[start, end)`."""
        return list(self.dates[bisect_left(self._starts, start) : bisect_left(self._starts, end)])

    def day_of(self, sentence: Sentence, place: int, named: tuple[int, int]) -> DateMatch | None:
        """The day of what a sentence tells at a place: nearest before it, else behind it, else the paragraph's first.

        No date inside the name (`named`) counts, and one in the dateline only where there is no other.
        """
        block = self.scene.blocks[sentence.block]
        near = self.within(max(block.start, sentence.start - 1500), sentence.end)
        near = [date for date in near if tells_day(date)]
        near = [date for date in near if not named[0] < date.start < named[1]]
        dateline = self.dateline_end(block.start, block.end)
        told = [date for date in near if date.start >= dateline]
        before = [date for date in told if sentence.start <= date.start < max(place, sentence.start + 1)]
        if before:
            return before[-1]
        inside = [date for date in told if sentence.start <= date.start < sentence.end and date.is_day]
        if inside:
            return inside[0]
        earlier = [date for date in (*told, *near) if date.start < sentence.start or date.start < dateline]
        if earlier:
            return earlier[0]
        # 春节前夕，市领导走访慰问…。⏎1月28日，王一来到…: the next paragraph may open with the day.
        behind = [date for date in self.within(sentence.end, sentence.end + 400) if date.is_day]
        opens = next((date for date in behind if self.scene.chars[date.start - 1] == "\n"), None)
        return opens or self.eve(sentence.block)

    def dateline_end(self, start: int, end: int) -> int:
        """Where the news starts behind a dateline: 本报安河3月2日电（记者王一）."""
        match = OPENING.match(self.scene.chars, start, end)
        return match.end() if match else start

    def is_ahead(self, date: DateMatch | None) -> bool:
        """Whether a day lies behind the issue date: what is held on it is only announced."""
        return bool(self._issue and date and date.is_day and date.span.start and date.span.start > self._issue)

    def is_fresh(self, date: DateMatch) -> bool:
        """Whether a date can be news: 1949年10月13日 is history, and so is a day long before the issue date."""
        issue, written = self._issue, _YEAR.match(self.scene.chars, date.start)
        told = date.span.end or date.span.start
        if issue and told and told[0] != "-":
            return (datetime.date.fromisoformat(issue) - datetime.date.fromisoformat(told)).days <= _NEWS_DAYS
        if not written or date.span.start is None:
            return True
        latest = issue or max((other.span.start or "" for other in self.dates if other.is_day), default="")
        return date.span.start[:4] >= str(int(latest[:4]) - (latest[5:7] < "03")) if latest[:4].isdigit() else True

    def is_history(self, date: DateMatch) -> bool:
        """Whether a date lies more than a year before the issue date."""
        issue, told = self._issue, date.span.end or date.span.start
        return bool(issue and told and told[0] != "-" and told[:4].isdigit() and int(told[:4]) < int(issue[:4]) - 1)


def tells_day(date: DateMatch) -> bool:
    """Whether a date can be an event's: a day, or a vague one that stands for it (近日, 日前)."""
    if date.span.text.startswith(("截至", "截止")):
        return False
    return date.is_day or (
        date.span.start is None
        and re.fullmatch(r"近日|日前|近期|连日来|当日|当天|同日|[0-9０-９]{1,2}日.{0,2}|昨.*|今天.*|今日.*", date.span.text)
        is not None
    )
