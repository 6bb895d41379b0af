"""How surely a passage is what its article reports as news, rather than background.

Repeated by the headline, opening the report or dated in the first paragraph it is surest. What only tells where something
was said (记者从发布会上获悉), and what has no name, gives way to what has.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from functools import cached_property

from yaowen.facts.dates.find import DateMatch
from yaowen.facts.events.gatherings import kind_of
from yaowen.facts.events.occasion_words import EARLIER, HOLD, MANIFOLD, SEVERAL
from yaowen.facts.events.report_days import ReportDays
from yaowen.facts.events.reports import Report, same_occasion
from yaowen.facts.scene import Scene
from yaowen.schema import EventKind, Genre


class Standing(IntEnum):
    """How surely something is the news, the surest first."""

    SURE = 0
    VAGUE = 1
    """It has no name or no word of its own."""
    LATER = 2
    """A later paragraph tells its day."""
    LAST = 3


@dataclass(frozen=True)
class Evidence:
    """What speaks for a report of a paragraph, counted from where the news starts."""

    scene: Scene
    days: ReportDays
    headline: tuple[Report, ...]
    report: Report
    paragraph: int

    @cached_property
    def standing(self) -> Standing | None:
        """None where it is background."""
        if self._tells_history:
            return None
        if self.scene.reading.clipping.genre == Genre.FEATURE:
            return self._of_feature
        if not (self.report.told or self.report.body or self._date or self.backed):
            return None  # 王一在某座谈会上指出: on a day that nobody tells
        if self.report.plain and self.report.kind == EventKind.CEREMONY and 0 < self.paragraph < 3 and self._day:
            # 救人者找到了。⏎昨日，某基金会举行颁奖仪式: what the ceremony was for is told before it.
            return Standing.LAST if self._opens_paragraph and self.report.body and self._was_held else None
        if self._is_manifold:
            held = self.report.told and self.report.body
            return Standing.LAST if self._certain and self.paragraph == 0 and held else None  # 举办多种活动
        if self.report.loose or self._is_nameless:
            return self._of_nameless
        return self._of_certain if self._certain else self._of_later

    @property
    def _of_feature(self) -> Standing | None:
        """A feature tells of much that was; only what has its day or its headline is news."""
        told = self.backed and self.report.told and (self._dated or not self._visit)
        if self._visit and self._day and self.paragraph == 0 and self.report.sentence.number < 2 and not self.report.planned:
            return Standing.VAGUE
        gathered = not self._visit and (self._day or (self._opens and self._dated))
        if self._near and (told or gathered):
            return Standing.SURE
        # …他背着药箱走了40年。⏎3月5日，县最美医生颁奖典礼举行; 追悼会将于8日举行: where a life's story leads.
        led_to = self.report.planned or (self._opens_paragraph and self._was_held)
        return Standing.LAST if self._day and led_to and self.report.told and not self._visit else None

    @property
    def _of_nameless(self) -> Standing | None:
        """What has no name, no word for a gathering, or was only the place where something was said."""
        if self.paragraph > 0:
            return None
        if self.report.loose:
            number = self.report.sentence.number
            told = self._day if number else self._dated or self.report.kind == EventKind.INSPECTION
            return Standing.VAGUE if told and number < 3 else None
        told = self.report.told or self._dated or self.backed
        return Standing.VAGUE if self._certain and told and not self.report.planned else None

    @property
    def _of_certain(self) -> Standing:
        # 某院9月9日成立。昨天，王一到该院调研: the headline tells of the visit.
        toured = any(other.is_tour for other in self.headline)
        return Standing.VAGUE if toured and not self.backed and not self.report.is_tour else Standing.SURE

    @property
    def _of_later(self) -> Standing | None:
        """What neither the headline nor the opening tells."""
        if not self._near:
            return Standing.LAST if self.report.planned and self._day and self.report.told else None
        if self._date is None and self._opens_paragraph and self.report.told and self._dated_lead:
            # 某校友捐资设立基金。⏎捐赠仪式在某学院举行: the day is that of what the ceremony was for.
            named = kind_of(self.scene.chars[slice(*self.report.named)]) == EventKind.CEREMONY
            return Standing.LAST if named and self._was_held else None
        if self._dated and not self._day and self._opens_paragraph and self._was_held:
            # “…。”王一表示。⏎近日，某论坛召开
            return Standing.LAST if HOLD.match(self.scene.chars, self.report.place) else None
        visit = self.report.is_tour and self.report.sentence.number > 1
        if not self._day or self._earlier or visit:
            return None
        return Standing.LATER if self.report.told else Standing.LAST

    # --- What is known of it ---------------------------------------------------------------------------------------------

    @cached_property
    def _date(self) -> DateMatch | None:
        return self.days.of(self.report)

    @property
    def _day(self) -> bool:
        return self._date is not None and self._date.is_day and self.days.dates.is_fresh(self._date)

    @property
    def _dated(self) -> bool:
        """Whether a day is told, or a word that stands for one (近日)."""
        return self._day or (self._date is not None and self._date.span.start is None)

    @property
    def _dated_lead(self) -> bool:
        return self.days.of_lead() is not None

    @cached_property
    def backed(self) -> bool:
        """Whether the headline reports it too."""
        return any(same_occasion(self.report, other) for other in self.headline)

    @property
    def _certain(self) -> bool:
        return self.backed or self._opens or (self.paragraph == 0 and self._dated and not self._earlier)

    @property
    def _near(self) -> bool:
        return self.paragraph < 3

    @property
    def _opens_paragraph(self) -> bool:
        return self.report.sentence.number == 0

    @property
    def _opens(self) -> bool:
        return self.paragraph == 0 and self._opens_paragraph

    @property
    def _visit(self) -> bool:
        return self.report.loose or self.report.is_tour

    @property
    def _was_held(self) -> bool:
        return self.report.told and not self.report.planned and not self._earlier

    @cached_property
    def _earlier(self) -> bool:
        return EARLIER.match(self.scene.chars, self.report.sentence.start, self.report.sentence.end) is not None

    @property
    def _tells_history(self) -> bool:
        """Whether a day that is long past stands before it."""
        end = max(self.report.place, self.report.named[0])
        return any(self.days.dates.is_history(date) for date in self.days.dates.within(self.report.sentence.start, end))

    @property
    def _is_manifold(self) -> bool:
        several = SEVERAL.search(self.scene.chars, *self.report.named)
        return several is not None or MANIFOLD.match(self.report.called) is not None

    @property
    def _is_nameless(self) -> bool:
        return self.report.plain or bool(self.headline and not self.report.told and not self.backed)
