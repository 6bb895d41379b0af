"""The events that an article reports as its own news: meetings, visits, ceremonies, contests and other gatherings.

Reads an article with its mentions, persons and posts. The main event comes first: `occasions` gives the passages of
the first paragraphs that report something, and the one of best standing wins (the headline says it too, it opens the
report, it is dated). Then those that the same report adds. Each event owns some sentences of the body, and its fields
are read in these alone: `sites`, `attendance`, `groups`.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from yaowen.datelines import OPENING
from yaowen.facts.attendance import SPEECH_OPENS, Attendance
from yaowen.facts.dates import DateMatch
from yaowen.facts.days import Days, tells_day
from yaowen.facts.gatherings import alike, is_plain, kind_of
from yaowen.facts.groups import Groups
from yaowen.facts.occasion_words import FOLLOWS, HELD_AS, HOLD, MOVED, PRESS
from yaowen.facts.occasions import Occasions
from yaowen.facts.reports import Report, same_occasion
from yaowen.facts.scene import BODY, Scene, Sentence
from yaowen.facts.sites import Sites
from yaowen.facts.speech import REPORT
from yaowen.facts.visits import MEETS, VISIT
from yaowen.page import Reading
from yaowen.schema import Event, EventKind, EventStatus, Genre, Label

EVENTFUL = {Genre.NEWS, Genre.CAPTION, Genre.FEATURE, Genre.NOTICE}
"""The genres that report events; commentaries and speeches only speak of them."""


def find_events(reading: Reading) -> Reading:
    """The gathering or visit that the article reports, if it reports one."""
    if reading.clipping.genre not in EVENTFUL:
        return reading
    return replace(reading, events=tuple(_Reporter(Scene(reading)).events()))


EARLIER = re.compile(
    r"此前|前些年|以前|当年|往[年届]|今年以来|近年来|早在|去年|上月|据悉|据了解|不久前|曾|回顾|作为|自[^，。]{1,12}以来"
)
ALL_ALONG = re.compile(r"[^，。；\n]{0,12}(?:今年以来|近年来|近[几两二三]年|一直以来|长期以来|多年来)")
"""What opens a sentence on what is done all along."""
LONG_AGO = re.compile(r"[ \u3000]*(?:前些年|早些年|早年|当年|过去(?=[，,几]))")
PAST = re.compile(
    r"[^，。]{0,4}(?:此前|早在|去年|前年|上年|上月|不久前)|(?:[^，。]{0,8}，)?[^，。]{0,30}自[^，。]{2,12}(?:起|以来)"
)
SAYS = re.compile(r"[^，。；：“”\n0-9０-９]{2,30}(?:说|表示|介绍|指出|强调|认为|透露)[，,：:]")
_QUOTED = re.compile(r"“[^”\n]*”|《[^》\n]*》")
CALLED = re.compile(r"简?称(?:为|作)?[：:]?[“\"]?(?P<short>[^“”\"（）()，。：:\n]{2,12})[”\"]?[）)]")
"""第六届某博览会（以下简称“某博会”）."""

THIS = re.compile(r"[本此这][次届](?P<what>[\u4e00-\u9fff]{2,4})")
HELD_WITHIN = {
    EventKind.MEETING: {EventKind.INSPECTION, EventKind.OTHER},
    EventKind.CEREMONY: {EventKind.INSPECTION, EventKind.MEETING},
}
"""At what kinds of occasions another is held, though it has no name of its own: a 座谈会 on a tour, a 签约仪式 of visitors."""
MOVED_TO = re.compile(rf"{MOVED}[于在]?(?=[^，。；\n]{{0,8}}[日号])")
"""原定于5日举行的某活动|延期至8日."""
RUNS_TILL = re.compile(r"(?:开放|持续|延续|展出|展期|展览|运行|进行)(?:将|一直)?[至到][0-9０-９]?$")
"""Before the day on which something ends."""
BEGINS = {
    re.compile(r"班[”》]?$"): re.compile(r"(?<!自)开班(?!以来)"),
    re.compile(r"展览?[”》]?$"): re.compile(r"宣布[^，。；]{0,10}(?:开幕|开展)|开幕式"),
}
"""What is named by what it opens: a course, an exhibition."""
OF_NO_NAME = re.compile(r".{0,6}(?:座谈会?|推进会|交流会|仪式|典礼)")
PARALLEL = re.compile(r"分论坛|平行论坛|分会场|专场$")
AT_MEETING = re.compile(r"会上|会议|座谈会上|仪式上")
WHOLE = ("会", "会议", "式", "典礼", "赛", "节", "展", "活动", "论坛", "班", "学习", "营", "季", "周", "站")
FORMAT = re.compile(
    r"(?:以|采取|采用|通过)[^，。；\n]{0,10}?(?P<form>电视电话会议|电视电话|视频会议|电视会议|视频连线|视频"
    r"|线上线下相结合|线上线下结合|线上\+线下|“线上\+线下”|线上与线下相结合|线上|网络直播|云签约"
    r"|“云签约”)[^，。；\n]{0,4}(?:形式|方式|召开|举行)"
    r"|[（(](?P<bracket>视频|电视电话|线上|视频会议)[）)]"
)
FORM_IN_NAME = re.compile(r"电视电话会议|视频会议|电视会议|视频(?=(?:调度|推进|座谈|培训|连线|动员|部署|工作)*会)")
_LED_TO = re.compile(r"为(?:确保|了|做|推|进|迎)|[在对由与将]|通过|确保")
"""为确保某活动顺利举办: how it is spoken of further down."""
SEVERAL = re.compile(r"(?:多[场项次个种]|系列|各[类种])(?:的|主题)?$")
MANIFOLD = re.compile(r"(?:(?:多[种场项次个样]|一?系列|各[种类]|丰富多彩的?).{0,6}|.*一系列.*|形式[^，。]{2,8}的.*|.*等)活动$")
GIVES_IT = re.compile(r"(?<=[主承]办)(?!了?过|[者方地]|单位|城市)|(?<=发起)[，。、；的]")
ORGANISES = re.compile(
    r"(?:联合|共同|携手)?(?:(?:主办|承办|发起|举办|组织开展|组织举办|联合组织|牵头举办)[并、]?)+(?!成立|设立|组建)"
)
THIS_ONE = re.compile(r"[ \u3000]*(?:[本此该这][次届场]|活动|大会|会议|论坛|展览|比赛|大赛|赛事|展会|峰会)[^，。；\n]{0,12}由")
ORGANISED_BY = re.compile(r"在([^，。；\n]{2,60}?)的?(?:组织|倡议|发起)下")
CHAIRED_BY = re.compile(r"由([^，。；\n]{2,30})主持")


@dataclass(frozen=True)
class _Reporter:
    """Reads one article."""

    scene: Scene

    @cached_property
    def days(self) -> Days:
        return Days(self.scene)

    @cached_property
    def occasions(self) -> Occasions:
        return Occasions(self.scene, self.days)

    def events(self) -> Iterator[Event]:
        """The event that the article reports, and those that the same report adds (同日, 某某举行; 将于某日举办)."""
        scene = self.scene
        headline = [report for line in scene.headlines for report in self.occasions.reports(line)]
        main = self._main(headline)
        if main is None:
            return
        reports = [main, *self._added(main, headline)]
        owned: dict[int, list[Sentence]] = {index: [] for index in range(len(reports))}
        for line in self.scene.headlines:
            told = [report for report in headline if report.sentence == line]
            owner = next((i for i, r in enumerate(reports) if any(same_occasion(r, other) for other in told)), 0)
            owned[owner].append(line)
        owner = 0
        for sentence in self.scene.body:
            opening = self.scene.chars[sentence.start : min(sentence.end, sentence.start + 200)]
            word = (main.name or "")[-2:]
            again = opening.startswith(word) and not (reports[owner].name or "").endswith(word)
            if main.kind == EventKind.INSPECTION and len(reports) > 1:
                owner = 1 if AT_MEETING.match(opening) else 0 if sentence.number == 0 else owner
            elif again or (main.name or "")[-3:] in opening or any(word in this["what"] for this in THIS.finditer(opening)):
                owner = 0  # 某局长在发布会上介绍: back at the first
            elif reports[owner].planned and scene.people_before(sentence.end, sentence.start):
                owner = 0  # who is quoted on what is to come speaks now
            opened = [index for index, report in enumerate(reports) if report.sentence == sentence]
            owner = opened[0] if opened else owner
            for index in opened or [owner]:
                owned[index].append(sentence)
        named: set[str | None] = set()
        for index, report in enumerate(reports):
            event = self._event(report, headline, tuple(owned[index]), further=index > 0)
            if event.name is None or event.name not in named:
                yield event
            named.add(event.name)  # 某行动启动。⏎启动仪式上，…: what it is called by its full name is one

    def _added(self, main: Report, headline: list[Report]) -> list[Report]:
        """Other events that the first paragraphs report with a day of their own: announced ones, one of the same day."""
        added: list[Report] = []
        blocks = sorted({sentence.block for sentence in self.scene.body[:60]})[:8]
        for sentence in self.scene.body[:60]:
            if sentence.block in blocks and not EARLIER.match(self.scene.chars, sentence.start, sentence.end):
                further = (report for report in self.occasions.reports(sentence) if self._is_further(report, main, headline))
                added.extend(report for report in further if not any(same_occasion(report, other) for other in added))
        return added

    def _is_further(self, report: Report, main: Report, headline: list[Report]) -> bool:
        """Whether a passage reports an event of its own besides the main one."""
        listed = self.scene.chars.startswith("、", report.named[1]) and report.place != main.place
        if (
            listed
            or "、" in _QUOTED.sub("", report.name or "")
            or MANIFOLD.match(report.name or "")
            or SEVERAL.search(self.scene.chars, max(report.named[0] - 5, 0), report.named[0])
        ):
            return False  # 同期举办甲大会、乙峰会; 举办多场活动
        title = (report.name or "").startswith("《")
        if report.loose or not (kind_of(report.name or "") or title) or same_occasion(report, main):
            return False
        if report.plain and not (OF_NO_NAME.fullmatch(report.name or "") and main.kind in HELD_WITHIN.get(report.kind, ())):
            return False
        sentence, chars = report.sentence, self.scene.chars
        if main.kind == EventKind.INSPECTION and MEETS.match(chars, report.place):
            return False  # 访问某校并与师生座谈
        if not report.planned and SPEECH_OPENS.search(chars, sentence.start, report.place):
            return False  # 王一介绍说，某局办过某展
        tour = main.kind == EventKind.INSPECTION
        beside = sentence == main.sentence
        if beside and report.place == main.place:
            return True  # 甲启动仪式、乙比赛同时举行
        opens = main.place if beside and not tour else sentence.start
        follows = FOLLOWS.search(chars, max(opens, report.place - 60), max(report.place, report.named[0])) is not None
        held = HELD_AS.match(chars, report.place) is not None  # 在随后举行的某会议上
        if report.place < opens or not (report.told or (follows and (tour or held))):
            return False
        if follows:
            return PARALLEL.search(report.name or "") is None
        # 考察…。17日下午，两市召开协作联席会议: a meeting with a day of its own within a tour.
        date = self._day_of(report)
        own = date is not None and date.start >= opens and self.days.is_fresh(date)
        if own and date is not None and (date.is_day or (report.planned and date.span.start is None)):
            return report.planned or tour or sentence.number == 0 or beside
        if beside:
            # 会见…一行，并共同出席签约仪式
            received = MEETS.match(chars, main.place) is not None and chars.startswith("共同出席", report.place - 2)
            return report.kind == (EventKind.CEREMONY if received else EventKind.MEETING) and (received or tour)
        return any(same_occasion(report, other) for other in headline)

    def _main(self, headline: list[Report]) -> Report | None:
        """What the article reports in the first place: the first report of the best standing, else what the headline says."""
        body = self.scene.body
        blocks = sorted({sentence.block for sentence in body[:200]})
        first = next((index for index, block in enumerate(blocks[:8]) if self._opens_report(block)), 0)
        blocks = blocks[first : first + 10]  # what stands over 本报讯 sums up
        found: dict[int, Report] = {}
        for sentence in body[:200]:
            if sentence.block not in blocks:
                continue
            for report in self.occasions.reports(sentence):
                standing = self._standing(report, headline, blocks.index(sentence.block))
                if standing is not None:
                    found.setdefault(standing, report)
            if 0 in found:
                break
        # 王一先后来到某厂、某港，了解…: the headline says that it was a tour
        tours = [report for report in headline if report.kind == EventKind.INSPECTION]
        if found and not (tours and found[min(found)].loose):
            return found[min(found)]
        if not body or not headline or self.scene.reading.clipping.genre == Genre.FEATURE:
            return None
        # 王一出席全市某会议: only the headline says it; the first sentence is then what reports it.
        told = next((report for report in headline if report.told and not report.plain), None)
        if told is None or (told.kind == EventKind.INSPECTION and not self._dated_lead()):
            return found[min(found)] if found else None
        day = self._lead_day()
        opens = [sentence for sentence in body if sentence.block == blocks[0]] or [body[0]]
        lead = next((sentence for sentence in opens if day and sentence.start <= day.start < sentence.end), opens[0])
        return replace(told, sentence=lead, place=lead.start)

    def _standing(self, report: Report, headline: list[Report], paragraph: int) -> int | None:
        """How surely a passage is the article's own news, 0 the surest; None where it is background.

        The headline says it too, or it opens the report, or it is dated in the first paragraphs. What only tells where
        something was said (记者从发布会上获悉), and what has no name, gives way to what has.
        """
        sentence = report.sentence
        date = self._day_of(report)
        day = date is not None and date.is_day and self.days.is_fresh(date)
        dated = day or (date is not None and date.span.start is None)
        backed = any(same_occasion(report, other) for other in headline)
        earlier = EARLIER.match(self.scene.chars, sentence.start, sentence.end) is not None
        if any(self.days.is_history(told) for told in self.days.within(sentence.start, max(report.place, report.named[0]))):
            return None
        opens = paragraph == 0 and sentence.number == 0
        if self.scene.reading.clipping.genre == Genre.FEATURE:
            if report.explains:
                return 0 if paragraph < 3 and self._dated_lead() else None
            visit = report.kind == EventKind.INSPECTION or report.loose
            told = backed and report.told and (dated or not visit)
            if visit and day and paragraph == 0 and sentence.number < 2 and not report.planned:
                return 1
            return 0 if paragraph < 3 and (told or (not visit and (day or (opens and dated)))) else None
        if report.explains:
            return 1 if paragraph < 3 and self._dated_lead() else None
        visit = report.loose or report.kind == EventKind.INSPECTION
        if LONG_AGO.match(self.scene.chars, sentence.start, sentence.end):
            return None
        if visit and not backed and ALL_ALONG.match(self.scene.chars, sentence.start, report.place):
            return None
        if report.plain and report.kind == EventKind.CEREMONY and 0 < paragraph < 3 and day:
            # 救人者找到了。⏎昨日，某基金会举行颁奖仪式: what the ceremony was for is told before it.
            return 3 if sentence.number == 0 and report.body and report.told and not report.planned and not earlier else None
        certain = backed or opens or (paragraph == 0 and dated and not earlier)
        if SEVERAL.search(self.scene.chars, *report.named) or MANIFOLD.match(report.name or ""):
            return 3 if certain and paragraph == 0 and report.told and report.body else None  # 举办多种活动
        if report.loose:
            told = day if sentence.number else dated or report.kind == EventKind.INSPECTION
            return 1 if paragraph == 0 and told and sentence.number < 3 else None
        if report.plain or (headline and not report.told and not backed):
            told = report.told or dated or backed
            return 1 if certain and told and paragraph == 0 and not report.planned else None
        if certain:  # 某院9月9日成立。昨天，王一到该院调研: the headline tells of the visit
            toured = any(other.kind == EventKind.INSPECTION for other in headline)
            return 1 if toured and not backed and report.kind != EventKind.INSPECTION else 0
        if paragraph < 3 and date is None and sentence.number == 0 and report.told and self._dated_lead():
            # 某校友捐资设立基金。⏎捐赠仪式在某学院举行: the day is that of what the ceremony was for.
            named = kind_of(self.scene.chars[slice(*report.named)]) == EventKind.CEREMONY
            return 3 if named and not report.planned and not earlier else None
        later = paragraph < 3 and day and not earlier and (report.kind != EventKind.INSPECTION or sentence.number < 2)
        if paragraph < 3 and dated and not day and sentence.number == 0 and report.told and not report.planned and not earlier:
            return 3 if HOLD.match(self.scene.chars, report.place) else None  # “…。”王一表示。⏎近日，某论坛召开
        return (2 if report.told else 3) if later else None

    def _opens_report(self, block: int) -> bool:
        """Whether a paragraph opens with 本报讯 or a dateline."""
        place = self.scene.blocks[block]
        return OPENING.match(self.scene.chars, place.start, place.end) is not None

    def _dated_lead(self) -> bool:
        return self._lead_day() is not None

    def _day_of(self, report: Report) -> DateMatch | None:
        """The day of what a passage reports; of what is to come, what its sentence tells last before the verb (将于6月举办)."""
        sentence = report.sentence
        if moved := self._moved_to(report):
            return moved
        date = self.days.day_of(sentence, report.place, report.named)
        first, last = report.named
        before = self.days.within(sentence.start, report.place)
        runs = [other for other in before if RUNS_TILL.search(self.scene.chars, sentence.start, other.start + 1)]
        told = [other for other in before if _in_a_month(other) and not first <= other.start < last and other not in runs]
        if date in runs and not told:  # 展出至5月18日，其间举办公开课，首堂3月22日开讲
            return next((other for other in self.days.within(report.place, sentence.end) if other.is_day), None)
        if not report.planned:
            return date
        return told[-1] if told else date if date and sentence.start <= date.start < sentence.end else None

    def _moved_to(self, report: Report) -> DateMatch | None:
        """The day to which something is put off: 原定于5日举行的某活动延期至8日."""
        moved = MOVED_TO.search(self.scene.chars, max(report.sentence.start, report.named[0]), report.sentence.end)
        return next(iter(self.days.within(moved.end(), moved.end() + 3)), None) if moved else None

    def _lead_day(self) -> DateMatch | None:
        """The day that the body's first sentences tell."""
        first, last = self.scene.body[0], self.scene.body[:3][-1]
        dates = self.days.within(first.start, min(last.end, self.scene.blocks[first.block].end))
        return next((date for date in dates if tells_day(date)), None)

    def _event(self, report: Report, headline: list[Report], told: tuple[Sentence, ...], *, further: bool) -> Event:
        scene = self.scene
        sentence = report.sentence
        same = [other for other in headline if same_occasion(report, other)]
        told = tuple(line for line in told if line == sentence or not self._is_past(line))
        lines = [line for line in told if line.role in BODY]
        lead = [other for line in lines[:6] for other in self.occasions.reports(line) if same_occasion(report, other)]
        lead = lead if report.kind != EventKind.INSPECTION else []
        called = [
            other
            for other in (report, *same, *lead)
            if (other.kind == report.kind or "暨" in (other.name or "")) and not other.plain and other.loose <= report.loose
        ]
        names = [other.name for other in called if other.name and len(other.name) >= 5 and not _LED_TO.match(other.name)]
        # 某会议第一次全体会议 is not the 主席团会议 held in it.
        names = [
            name for name in names if any(other.name == name for other in same) or alike(name, report.name) >= 0.6
        ] or names
        name = self._shortest_full(names) or report.name
        if report.kind == EventKind.INSPECTION:
            names = sorted(names, key=lambda name: "了" in name)  # 走访慰问百岁老人 over 走访慰问了5位百岁老人
            # 督导春耕和防汛工作 in the body is fuller than 督导春耕工作 over it; 围绕春耕开展视察 is worse than either.
            whole = report.name or ""
            bare = whole.removesuffix("情况")
            fuller = (name for name in names if VISIT.match(name) and name.removesuffix("工作") not in whole)
            name = bare if bare != whole and bare in names else next(fuller, report.name)
        date = self._day_of(report)
        running = self.scene.chars.find("正在", report.named[0], report.place + 2) >= 0
        if running and date and date.start > report.place:
            date = None  # 正在市美术馆展出，展期至6月10日
        else:
            date = date or (None if report.planned or (further and report.plain) else self._lead_day())
        planned = report.planned or self.days.is_ahead(date) or self._moved_to(report) is not None
        begun = any(self._is_begun(report, line) for line in lines)
        attendance = Attendance(scene, self.days)
        told_by = [report, *lead] if report.body else [report, *same, *lead]
        organisers = tuple(dict.fromkeys(self._organisers(told_by, lines)))
        return Event(
            kind=EventKind.CEREMONY if begun else report.kind,
            name=name,
            status=EventStatus.PLANNED if planned else EventStatus.HELD,
            date=date.span if date else None,
            places=_fullest(self._places(report, lines, same)),
            format=self._format(report, lines),
            organisers=organisers,
            participants=attendance.participants(report, told),
            groups=tuple(
                group for group in self._groups(report, lines) if not set(re.split("[、和与及]", group)) <= {*organisers}
            ),
            quote=scene.chars[sentence.start : sentence.end].strip(),
            source=self._source(sentence),
        )

    def _is_begun(self, report: Report, sentence: Sentence) -> bool:
        """Whether a course or an exhibition is told of by its opening: it 开班, somebody 宣布展览开幕."""
        if report.planned or report.kind not in {EventKind.MEETING, EventKind.OTHER}:
            return False
        begins = next((begins for words, begins in BEGINS.items() if words.search(report.name or "")), None)
        return begins is not None and begins.search(self.scene.chars, sentence.start, sentence.end) is not None

    def _shortest_full(self, names: list[str]) -> str | None:
        """The shortest of some names that is full: of A暨B the whole, no 教博会 for what the text calls so for short."""
        short = tuple(match["short"] for match in CALLED.finditer(self.scene.chars))
        for full in (
            lambda name: "暨" in name,
            lambda name: not name.endswith(short) if short else True,
            lambda name: not is_plain(name) and "的" not in name,
            lambda name: name.endswith(WHOLE),  # 某大桥通车仪式, though the headline says 某大桥通车
        ):
            names = [name for name in names if full(name)] or names
        return min(names, key=len, default=None)

    def _is_past(self, sentence: Sentence) -> bool:
        """Whether a sentence of the body opens with a time that is long past: 2018年5月，该选手曾…."""
        if sentence.role not in BODY:
            return False
        if SAYS.match(self.scene.chars, sentence.start, sentence.end):
            return False  # 王一说，公司2006年落户本市: it is said now
        opening = self.days.within(sentence.start, sentence.start + 12)
        return PAST.match(self.scene.chars, sentence.start, sentence.end) is not None or any(
            not self.days.is_fresh(date) for date in opening[:1]
        )

    def _groups(self, report: Report, lines: list[Sentence]) -> tuple[str, ...]:
        """The unnamed parties; those told by their number only where the report stands."""
        groups = Groups(self.scene)
        first = report.sentence.block
        if PRESS.fullmatch(report.name or ""):
            lines = [report.sentence]  # what is told at a press conference are others' doings
        contest = report.kind == EventKind.COMPETITION
        told = [self._before_speech(line) for line in lines if not self._is_speech(line)]
        activity = report.kind not in {EventKind.MEETING, EventKind.INSPECTION} and not report.planned
        opens = report.sentence.number
        found = (
            group
            for line in told
            for group in groups.of(
                line,
                near=line.block <= first + 1,
                contest=contest,
                acting=activity and line.block == first and opens <= line.number <= opens + 2,
            )
        )
        return _longest(found)

    def _before_speech(self, sentence: Sentence) -> Sentence:
        """A sentence up to what somebody says in it."""
        speech = SPEECH_OPENS.search(self.scene.chars, sentence.start, sentence.end)
        return replace(sentence, end=speech.end()) if speech else sentence

    def _is_speech(self, sentence: Sentence) -> bool:
        """Whether a sentence goes on with what somebody says in the one before it."""
        if sentence.number == 0 or REPORT.match(self.scene.chars, sentence.start, sentence.end):
            return False
        body = self.scene.body
        before = body[bisect_left(body, sentence.start, key=lambda other: other.start) - 1]
        opened = SPEECH_OPENS.search(self.scene.chars, before.start, before.end) or self._is_speech(before)
        people = self.scene.people_after(sentence.start, min(sentence.end, sentence.start + 60))
        acts = bool(people) and self.scene.office_start(people[0]) <= sentence.start + 1
        return bool(opened) and not acts

    def _source(self, sentence: Sentence) -> tuple[tuple[int, int], ...]:
        chars = self.scene.chars
        start, end = sentence.start, sentence.end
        while start < end and chars[start].isspace():
            start += 1
        while end > start and chars[end - 1].isspace():
            end -= 1
        return self.scene.reading.clipping.text.source(start, end)

    def _places(self, report: Report, lines: list[Sentence], same: list[Report]) -> Iterator[str]:
        sites = Sites(self.scene)
        if report.kind == EventKind.INSPECTION:
            yield from sites.stops(report)
            return
        for line in dict.fromkeys((report.sentence, *lines[:4], *(other.sentence for other in same))):
            of = None if line == report.sentence or line.role not in BODY else report.name
            if venue := list(sites.venue(line, planned=report.planned, of=of)):
                yield from venue
                return
        if not any(other.kind == EventKind.INSPECTION for other in self.occasions.reports(report.sentence)):
            found = list(sites.gone_to(report))
            yield from found
            if not found and report.kind == EventKind.OTHER and not report.planned:
                yield from sites.rounds(report, lines)

    def _format(self, report: Report, lines: list[Sentence]) -> str | None:
        chars = self.scene.chars
        if report.kind == EventKind.INSPECTION:
            return None
        if found := FORM_IN_NAME.search(chars[slice(*report.named)]):
            return found[0]
        for sentence in lines:
            if found := FORMAT.search(chars, sentence.start, sentence.end):
                return (found["form"] or found["bracket"]).strip("“”")
        return None

    def _organisers(self, reports: list[Report], lines: list[Sentence]) -> list[str]:
        """Who 主办, 承办 or 举行 it, or has it chaired (由市委常委会主持)."""
        scene, chars = self.scene, self.scene.chars
        found = [mention for report in reports for mention in report.body]
        for sentence in (*lines[:12], *(line for line in lines[12:] if THIS_ONE.match(chars, line.start, line.end))):
            for match in ORGANISES.finditer(chars, sentence.start, sentence.end):
                by = re.search(r"由[^，。；\n]{1,80}$", chars[max(sentence.start, match.start() - 90) : match.start()])
                if by or GIVES_IT.match(chars, match.end()):
                    found.extend(self.occasions.phrases.bodies(sentence.start, match.start()))
            for match in ORGANISED_BY.finditer(chars, sentence.start, sentence.end):
                found.extend(self.occasions.phrases.bodies(match.start(1), match.end(1)))
            for match in CHAIRED_BY.finditer(chars, sentence.start, sentence.end):
                body = scene.mention_at(match.start(1))
                if body and body.label == Label.ORG and body.end == match.end(1):
                    found.append(body)
        return [mention.text for mention in found]


def _in_a_month(date: DateMatch) -> bool:
    """Whether a date is a day or a month, rather than a year."""
    start, end = date.span.start, date.span.end
    return date.is_day or (start is not None and end is not None and start[:7] == end[:7])


def _fullest(places: Iterable[str]) -> tuple[str, ...]:
    """The places, each once; 示范基地 behind 安河大学示范基地 is the same."""
    found = tuple(dict.fromkeys(places))
    return tuple(
        place for index, place in enumerate(found) if not (len(place) > 3 and any(p.endswith(place) for p in found[:index]))
    )


def _longest(groups: Iterable[str]) -> tuple[str, ...]:
    """The groups, each once; 860名运动员 is the same as 来自全县的860名运动员."""
    found = tuple(dict.fromkeys(groups))
    return tuple(group for group in found if not any(group != other and other.endswith(group) for other in found))
