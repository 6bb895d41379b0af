"""How newspapers tell of gatherings and visits: the passages of a sentence that report them.

Reads one sentence. What is held (召开), where something was said (在某论坛上), what is attended and what is visited are
found side by side; only where there is none of these, what a day is said to be, openings and agreements, and named
gatherings that no verb tells; only without those, what people did together. Within each, a verb is passed over in
a quotation, as a part of another word, and where it tells of a habit or of the past.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from yaowen.facts.events.attended import Attended
from yaowen.facts.events.days import Days
from yaowen.facts.events.deeds import Deeds
from yaowen.facts.events.held import Held
from yaowen.facts.events.held_names import HeldNames
from yaowen.facts.events.occasion_words import CALLED_OFF, HABIT, NO_NAME, WITNESSED
from yaowen.facts.events.openings import Openings
from yaowen.facts.events.phrases import Phrases
from yaowen.facts.events.reports import Report
from yaowen.facts.events.staged import Staged
from yaowen.facts.events.visits import MEETS, Visits
from yaowen.facts.scene import Scene
from yaowen.facts.sentences import Sentence
from yaowen.schema import EventKind


@dataclass(frozen=True)
class Occasions:
    """Finds the reports of one article."""

    scene: Scene
    days: Days

    @cached_property
    def phrases(self) -> Phrases:
        """Reads the names of gatherings and whose they are."""
        return Phrases(self.scene, self.days)

    @cached_property
    def _known(self) -> dict[int, list[Report]]:
        return {}

    def reports(self, sentence: Sentence) -> list[Report]:
        """The passages of a sentence that report an event, in their order."""
        if sentence.start not in self._known:
            self._known[sentence.start] = self._read(sentence)
        return self._known[sentence.start]

    def _read(self, sentence: Sentence) -> list[Report]:
        found = [
            *self._held.reports(sentence),
            *self._attended.mentioned(sentence),
            *self._attended.attended(sentence),
            *Visits(self.scene).reports(sentence),
        ]
        if found and all(report.is_tour for report in found):
            # 王一来校访问，并作题为“…”的报告
            found = [report for report in self._openings.reports(sentence) if report.kind == EventKind.MEETING] or found
        if any(MEETS.match(self.scene.chars, report.place) for report in found):
            # 王一会见李二一行，并共同见证双方签署合作协议
            signed = (report for report in self._openings.reports(sentence) if report.kind == EventKind.CEREMONY)
            found += (report for report in signed if WITNESSED.search(self.scene.chars, sentence.start, report.named[0]))
        if any(report.kind == EventKind.MEETING for report in found):
            # 市长王一率队到访某公司，与李二举行座谈: the visit is where they met.
            found = [report for report in found if not report.is_tour or report.name]
        found = found or [*self._staged.of_the_day(sentence)]
        found = found or [*self._openings.reports(sentence)] or [*self._staged.reports(sentence)]
        found = found or [deed for deed in Deeds(self.scene, self.phrases).reports(sentence) if not self._is_habit(deed)]
        told = (report for report in found if not (NO_NAME.match(report.called) or self._is_off(report)))
        return sorted(told, key=lambda report: report.place)

    def _is_habit(self, report: Report) -> bool:
        """Whether its clause says that it is done every day: 每晚…开展巡逻."""
        start, _ = self.scene.clause(report.place, report.sentence)
        return HABIT.search(self.scene.chars, start, report.place) is not None

    def _is_off(self, report: Report) -> bool:
        """Whether what a name stands for is not held after all: 原定昨晚举行的某晚会|取消."""
        return CALLED_OFF.match(self.scene.chars, report.named[1], report.sentence.end) is not None

    @cached_property
    def _held(self) -> Held:
        return Held(self.scene, HeldNames(self.scene, self.days, self.phrases))

    @cached_property
    def _attended(self) -> Attended:
        return Attended(self.scene, self.phrases)

    @cached_property
    def _openings(self) -> Openings:
        return Openings(self.scene, self.phrases)

    @cached_property
    def _staged(self) -> Staged:
        return Staged(self.scene, self.days, self.phrases)
