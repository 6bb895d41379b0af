"""The events that an article reports besides its main one: of the same day, announced, or held within it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from yaowen.facts.dates.find import DateMatch
from yaowen.facts.events.attendance_words import SPEECH_OPENS
from yaowen.facts.events.gatherings import kind_of
from yaowen.facts.events.occasion_words import EARLIER, FOLLOWS, HELD_AS, MANIFOLD, ON_A_DAY, SEVERAL, WITNESSED
from yaowen.facts.events.occasions import Occasions
from yaowen.facts.events.report_days import ReportDays
from yaowen.facts.events.reports import Report, same_occasion
from yaowen.facts.events.visits import MEETS
from yaowen.facts.scene import Scene
from yaowen.schema import EventKind

_QUOTED = re.compile(r"“[^”\n]*”|《[^》\n]*》")
HELD_WITHIN = {
    EventKind.MEETING: {EventKind.INSPECTION, EventKind.CEREMONY, EventKind.OTHER},
    EventKind.CEREMONY: {EventKind.INSPECTION, EventKind.MEETING},
}
"""At what kinds of occasions another is held, though it has no name of its own: a 座谈会 on a tour, a 签约仪式 of visitors."""
OF_NO_NAME = re.compile(r".{0,6}(?:座谈会?|推进会|交流会|仪式|典礼)")
CONVENES = re.compile("(?:主持|组织)?召开")
LOOKS_ON = re.compile("观看|观摩")
DAYS_BEFORE = 3
"""What was held so many days before the main event is background."""
PROGRAMME = re.compile("(?:升国?旗|升[会队]旗|入场|奏唱?国歌)(?:唱?奏?国歌)?(?:仪式|式)$")
"""What an opening is made of."""
WITHIN = re.compile(r"(?:[^，。；\n]{0,4}(?:活动|演练|义诊|服务)(?:中|现场|当[天日]|期间)|期间)，")
"""Opens what is done at an activity."""
PARALLEL = re.compile(r"分论坛|平行论坛|分会场|专场$")


@dataclass(frozen=True)
class FurtherReports:
    """Finds what one article reports besides its main event."""

    scene: Scene
    occasions: Occasions
    days: ReportDays
    main: Report
    headline: tuple[Report, ...]

    def find(self) -> list[Report]:
        """Other events that the first paragraphs report with a day of their own: announced ones, one of the same day."""
        added: list[Report] = []
        blocks = sorted({sentence.block for sentence in self.scene.body[:60]})[:8]
        for sentence in self.scene.body[:60]:
            if sentence.block in blocks and not EARLIER.match(self.scene.chars, sentence.start, sentence.end):
                further = (report for report in self.occasions.reports(sentence) if self._is_further(report))
                added.extend(report for report in further if not any(self._is_same(report, other) for other in added))
        return added

    def _is_same(self, report: Report, other: Report) -> bool:
        """Whether two passages tell of one event; not of two meetings, each with a day: 5日见面座谈会, 6日调研座谈会."""
        if not same_occasion(report, other):
            return False
        days = [(self.days.of(one), one.sentence) for one in (report, other)]
        own = [day.span.start for day, line in days if day and day.is_day and line.start <= day.start < line.end]
        return report.name == other.name or len(set(own)) < 2

    def _is_long_before(self, day: DateMatch) -> bool:
        """Whether a day is some days before that of the main event."""
        main = self.days.of(self.main)
        ends = [(day.span.end or "")[-5:], (main.span.start or "")[-5:] if main else ""]
        if not all(re.fullmatch(r"[0-9]{2}-[0-9]{2}", end) for end in ends):
            return False
        (month, first), (main_month, last) = (map(int, end.split("-")) for end in ends)
        between = ((main_month - month) % 12) * 30 + last - first
        return DAYS_BEFORE < between < 180

    def _by_visitor(self, report: Report) -> bool:
        """Whether who goes on the tour convenes a meeting."""
        first = self.main.sentence
        visitors = {self.scene.name(m) for m in self.scene.people_before(self.main.place, first.start)}
        hosts = self.scene.people_before(report.place, report.sentence.start)
        return any(self.scene.name(host) in visitors for host in hosts)

    def _is_listed(self, report: Report) -> bool:
        """Whether a passage tells of several, or of a part of one: 同期举办甲大会、乙峰会; 举办多场活动; 升旗仪式."""
        listed = self.scene.chars.startswith("、", report.named[1]) and report.place != self.main.place
        if listed and not self.scene.chars.endswith("主持召开", report.place, report.named[0]):
            return True
        if SEVERAL.search(self.scene.chars, max(report.named[0] - 5, 0), report.named[0]):
            return True
        several = "、" in _QUOTED.sub("", report.called) or MANIFOLD.match(report.called)
        return bool(several or PROGRAMME.search(report.called))

    def _is_named(self, report: Report) -> bool:
        """Whether it has a name, is signed where guests were received, or needs none where it is held (on a tour a 座谈会)."""
        if report.plain:
            within = self.main.kind in HELD_WITHIN.get(report.kind, ())
            return within and OF_NO_NAME.fullmatch(report.called) is not None
        if kind_of(report.called) or report.called.startswith("《"):
            return True
        # 会见后，双方签署合作协议; 会见李二，并共同见证合作协议签署
        return "签" in report.called and MEETS.match(self.scene.chars, self.main.place) is not None

    def _is_further(self, report: Report) -> bool:
        """Whether a passage reports an event of its own besides the main one."""
        if report.loose or self._is_listed(report) or not self._is_named(report) or same_occasion(report, self.main):
            return False
        sentence, chars = report.sentence, self.scene.chars
        if self.main.is_tour and MEETS.match(chars, report.place):
            return False  # 访问某校并与师生座谈
        if not report.planned and SPEECH_OPENS.search(chars, sentence.start, report.place):
            return False  # 王一介绍说，某局办过某展
        tour = self.main.is_tour
        beside = sentence == self.main.sentence
        if beside and report.place == self.main.place:
            return True  # 甲启动仪式、乙比赛同时举行
        opens = self.main.place if beside and not tour else sentence.start
        ties = (FOLLOWS, ON_A_DAY) if report.plain else (FOLLOWS,)
        last = max(report.place, report.named[0])
        follows = any(tie.search(chars, max(opens, report.place - 60), last) for tie in ties)
        held = HELD_AS.match(chars, report.place) is not None  # 在随后举行的某会议上
        if report.place < opens or not (report.told or (follows and (tour or held))):
            return False
        if follows and LOOKS_ON.match(chars, report.place) and not report.planned:
            return False  # 仪式后，与会人员观看了灭火演练
        activities = report.kind == self.main.kind == EventKind.OTHER and not report.planned
        if follows and activities and WITHIN.match(chars, sentence.start, report.place):
            return False  # 活动中，队员们同步开展宣讲活动
        if tour and report.kind == EventKind.MEETING and CONVENES.match(chars, report.place) and self._by_visitor(report):
            return True  # 王一一行深入石河镇，…，并召开座谈会
        if follows:
            return PARALLEL.search(report.called) is None
        # 考察…。17日下午，两市召开协作联席会议: a meeting with a day of its own within a tour.
        date = self.days.of(report)
        if date is not None and date.start >= opens and self.days.dates.is_fresh(date):
            if not report.planned and self._is_long_before(date):
                return False  # 24日，…会议召开。10日，市里召开过动员会
            if date.is_day or (report.planned and date.span.start is None):
                return report.planned or tour or sentence.number == 0 or beside
        if beside:
            # 会见…一行，并共同出席签约仪式
            received = bool(MEETS.match(chars, self.main.place) and WITNESSED.search(chars, opens, report.named[0]))
            return report.kind == (EventKind.CEREMONY if received else EventKind.MEETING) and (received or tour)
        return any(same_occasion(report, other) for other in self.headline)
