"""The day of what a passage reports: of what is over, of what is to come and of what is put off."""

from __future__ import annotations

import re
from dataclasses import dataclass

from yaowen.facts.dates.find import DateMatch
from yaowen.facts.events.days import Days, tells_day
from yaowen.facts.events.occasion_words import MOVED
from yaowen.facts.events.reports import Report
from yaowen.facts.scene import Scene

MOVED_TO = re.compile(rf"{MOVED}[于在]?(?=[^，。；\n]{{0,8}}[日号])")
"""原定于5日举行的某活动|延期至8日."""
THAT_DAY = {"当天", "当日"}
RUNS_TILL = re.compile(r"(?:开放|持续|延续|展出|展期|展览|运行|进行)(?:将|一直)?[至到][0-9０-９]?$")
"""Before the day on which something ends."""
LONGEST_TILL = 5


@dataclass(frozen=True)
class ReportDays:
    """Finds the days of the reports of one article."""

    scene: Scene
    dates: Days

    def of(self, report: Report) -> DateMatch | None:
        """The day of what a passage reports; of what is to come, what its sentence tells last before the verb (将于6月举办)."""
        sentence = report.sentence
        if moved := self.moved_to(report):
            return moved
        date = self._certain(self.dates.day_of(sentence, report.place, report.named), report)
        first, last = report.named
        inside = self.dates.within(sentence.start, sentence.end)
        others = [other for other in inside if not self._is_end(other, sentence.start)]
        told = [
            other for other in others if other.start < report.place and _in_a_month(other) and not first <= other.start < last
        ]
        if date in inside and date not in others and not told:  # 展出至5月18日，其间举办公开课，首堂3月22日开讲
            return next((other for other in others if other.start >= report.place and other.is_day), None)
        if not report.planned:
            return date
        return told[-1] if told else date if date and sentence.start <= date.start < sentence.end else None

    def _certain(self, date: DateMatch | None, report: Report) -> DateMatch | None:
        """A day by its number, where it is told so too (今天，|9月23日; 9月23日…。|当天); none where it is 当天 behind."""
        if date is None:
            return None
        if date.span.start:
            block = self.scene.blocks[report.sentence.block]
            before = [other for other in self.dates.within(block.start, date.start) if other.span.start == date.span.start]
            return before[-1] if before and date.span.text in THAT_DAY else date
        if date.span.text in THAT_DAY and date.start > report.place:
            return None
        behind = self.dates.within(date.end, date.end + 2)
        again = bool(behind) and behind[0].is_day and self.scene.chars[date.end : behind[0].start] in {"，", "（", "("}
        return behind[0] if again else date

    def moved_to(self, report: Report) -> DateMatch | None:
        """The day to which something is put off: 原定于5日举行的某活动延期至8日."""
        moved = MOVED_TO.search(self.scene.chars, max(report.sentence.start, report.named[0]), report.sentence.end)
        return next(iter(self.dates.within(moved.end(), moved.end() + 3)), None) if moved else None

    def of_lead(self) -> DateMatch | None:
        """The day that the body's first sentences tell."""
        first, last = self.scene.body[0], self.scene.body[:3][-1]
        dates = self.dates.within(first.start, min(last.end, self.scene.blocks[first.block].end))
        days = (date for date in dates if tells_day(date) and not self._is_end(date, first.start))
        told = next((date for date in days if date.span.start or date.span.text not in THAT_DAY), None)
        return told or self.dates.eve(first.block)

    def _is_end(self, date: DateMatch, start: int) -> bool:
        """Whether a date is the day on which something ends: 展期至|6月10日."""
        return RUNS_TILL.search(self.scene.chars, max(start, date.start - LONGEST_TILL), date.start + 1) is not None


def _in_a_month(date: DateMatch) -> bool:
    """Whether a date is a day or a month, rather than a year."""
    start, end = date.span.start, date.span.end
    return date.is_day or (start is not None and end is not None and start[:7] == end[:7])
