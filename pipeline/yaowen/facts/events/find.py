"""The events that an article reports as its own news: meetings, visits, ceremonies, contests and other gatherings.

Reads an article with its mentions, persons and posts. `occasions` gives the passages that report something. The main
event comes first (`main_report`): the passage of best standing wins, as the headline says it too, it opens the report
or it is dated. Then those that the same report adds (`further_reports`). The sentences are shared among them (`shares`),
and the fields of each event are read in its own alone: `names`, `report_days`, `places`, `organisers`, `attendance`, `groups`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from yaowen.facts.dates.find import DateMatch
from yaowen.facts.events.attendance import Attendance
from yaowen.facts.events.days import Days
from yaowen.facts.events.formats import find_format
from yaowen.facts.events.further_reports import FurtherReports
from yaowen.facts.events.gatherings import kind_of
from yaowen.facts.events.groups import EventGroups
from yaowen.facts.events.main_report import MainReport
from yaowen.facts.events.names import EventNames
from yaowen.facts.events.occasions import Occasions
from yaowen.facts.events.organisers import Organisers
from yaowen.facts.events.places import EventPlaces
from yaowen.facts.events.report_days import ReportDays
from yaowen.facts.events.reports import Report, same_occasion
from yaowen.facts.events.shares import Shares
from yaowen.facts.scene import Scene
from yaowen.facts.sentences import BODY, Sentence
from yaowen.page import Reading
from yaowen.schema import Event, EventKind, EventStatus, Genre

EVENTFUL = {Genre.NEWS, Genre.CAPTION, Genre.FEATURE, Genre.NOTICE}
"""The genres that report events; commentaries and speeches only speak of them."""


def find_events(reading: Reading) -> Reading:
    """The gathering or visit that the article reports, if it reports one."""
    if reading.clipping.genre not in EVENTFUL:
        return reading
    return replace(reading, events=tuple(_Reporter(Scene(reading)).events()))


THAT_DAY = re.compile("当[天日]")
"""Opens what explains the scene of a picture: 当天，某馆开展…活动."""
PAST = re.compile(
    r"[^，。]{0,4}(?:此前|早在|去年|前年|上年|上月|不久前)|(?:[^，。]{0,8}，)?[^，。]{0,30}自[^，。]{2,12}(?:起|以来)|[^，。“”]{2,20}，早在"
)
SAYS = re.compile(r"[^，。；：“”\n0-9０-９]{2,30}(?:说|表示|介绍|指出|强调|认为|透露)[，,：:]")
BEGINS = (
    ((EventKind.MEETING, EventKind.OTHER), re.compile(r"班[”》]?$"), re.compile(r"(?<!自)开班(?!以来)|开学典礼")),
    ((EventKind.OTHER,), re.compile(r"展览?[”》]?$"), re.compile(r"宣布[^，。；]{0,30}(?:开幕|开展)|开幕式|开[幕展]仪式")),
    ((EventKind.OTHER,), re.compile(r"[会节季][”》]?$"), re.compile(r"宣布[^，。；]{0,30}开幕")),
)
"""What is named by what it opens: a course, an exhibition, a fair."""


@dataclass(frozen=True)
class _Reporter:
    """Reads one article."""

    scene: Scene

    @cached_property
    def days(self) -> ReportDays:
        return ReportDays(self.scene, Days(self.scene))

    @cached_property
    def occasions(self) -> Occasions:
        return Occasions(self.scene, self.days.dates)

    @cached_property
    def headline(self) -> tuple[Report, ...]:
        """What the headline reports."""
        return tuple(report for line in self.scene.headlines for report in self.occasions.reports(line))

    def events(self) -> Iterator[Event]:
        """The event that the article reports, and those that the same report adds (同日, 某某举行; 将于某日举办)."""
        main = MainReport(self.scene, self.occasions, self.days, self.headline).find()
        if main is None:
            return
        further = FurtherReports(self.scene, self.occasions, self.days, main, self.headline).find()
        if self.scene.reading.clipping.genre == Genre.CAPTION and THAT_DAY.match(self.scene.chars, main.sentence.start):
            main = replace(main, explains=True)
        reports = (main, *further)
        named: set[str | None] = set()
        for report, told in zip(reports, Shares(self.scene).of(reports, self.headline), strict=True):
            event = self._event(report, told, further=report is not main)
            if event.name is None or event.name not in named:
                yield event
            named.add(event.name)  # 某行动启动。⏎启动仪式上，…: what it is called by its full name is one

    def _event(self, report: Report, told: tuple[Sentence, ...], *, further: bool) -> Event:
        same = self._in_headline(report)
        told = self._of_its_day(report, told)
        lines = [line for line in told if line.role in BODY]
        near = () if report.is_tour else lines[:6]
        lead = [other for line in near for other in self.occasions.reports(line) if same_occasion(report, other)]
        date = self._date(report, further=further)
        ahead = not report.is_tour and self.days.dates.is_ahead(date)  # who was on a tour has come back from it
        planned = report.planned or ahead or self.days.moved_to(report) is not None
        told_by = [report, *lead] if report.body else [report, *same, *lead]
        organisers = Organisers(self.scene, self.occasions.phrases).of(told_by, lines)
        name = EventNames(self.scene).of(report, same, lead)
        kind = kind_of(name) if name and "暨" in name else report.kind
        text, sentence = self.scene.reading.clipping.text, report.sentence
        quote = text.chars[sentence.start : sentence.end].strip()
        opens = text.chars.index(quote, sentence.start)
        return Event(
            kind=EventKind.CEREMONY if any(self._is_begun(report, line) for line in lines) else kind or report.kind,
            name=name,
            status=EventStatus.PLANNED if planned else EventStatus.HELD,
            date=date.span if date else None,
            places=EventPlaces(self.scene, self.occasions).of(report, lines, same),
            format=find_format(self.scene, report, lines),
            organisers=organisers,
            participants=Attendance(self.scene).participants(report, told),
            groups=EventGroups(self.scene).of(report, lines, organisers),
            quote=quote,
            source=text.source(opens, opens + len(quote)),
        )

    def _in_headline(self, report: Report) -> list[Report]:
        """What the headline reports of it; of 会议 its one meeting (省委巡视反馈会召开 over 王一出席会议并讲话)."""
        same = [other for other in self.headline if same_occasion(report, other)]
        if report.name == "会议" and not same:
            known = [other for other in self.headline if other.kind == report.kind and other.told and not other.plain]
            return known if len(known) == 1 else []
        return same

    def _of_its_day(self, report: Report, told: tuple[Sentence, ...]) -> tuple[Sentence, ...]:
        """Its sentences without those on what is long past; where a life's story leads to it, those of its paragraph alone."""
        told = tuple(line for line in told if report.is_told_in(line) or not self._is_past(line))
        if self.scene.reading.clipping.genre == Genre.FEATURE and report.sentence.block > self.scene.body[0].block + 2:
            return tuple(line for line in told if line.block == report.sentence.block)
        return told

    def _date(self, report: Report, *, further: bool) -> DateMatch | None:
        """The day of an event: what tells it of the report, else the day that the body opens with."""
        return self.days.of(report) or (None if report.planned or (further and report.plain) else self.days.of_lead())

    def _is_begun(self, report: Report, sentence: Sentence) -> bool:
        """Whether a course or an exhibition is told of by its opening: it 开班, somebody 宣布展览开幕."""
        for kinds, words, begins in BEGINS:
            if report.kind in kinds and words.search(report.called):
                return not report.planned and begins.search(self.scene.chars, sentence.start, sentence.end) is not None
        return False

    def _is_past(self, sentence: Sentence) -> bool:
        """Whether a sentence of the body opens with a time that is long past: 2018年5月，该选手曾…."""
        if sentence.role not in BODY:
            return False
        if SAYS.match(self.scene.chars, sentence.start, sentence.end):
            return False  # 王一说，公司2006年落户本市: it is said now
        opening = self.days.dates.within(sentence.start, sentence.start + 12)
        return PAST.match(self.scene.chars, sentence.start, sentence.end) is not None or any(
            not self.days.dates.is_fresh(date) for date in opening[:1]
        )
