"""The event that an article reports in the first place: of all passages the one of the best standing."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from yaowen.datelines import OPENING
from yaowen.facts.events.occasions import Occasions
from yaowen.facts.events.report_days import ReportDays
from yaowen.facts.events.reports import Report
from yaowen.facts.events.standing import Evidence, Standing
from yaowen.facts.scene import Scene
from yaowen.schema import EventKind, Genre

ANNOUNCES = re.compile("将|拟|定于|在即|启动|倒计时|预告|来了|等你|开幕")
"""What a headline on something to come says."""

SENTENCES = 200
"""So many sentences of the body are read for it."""


@dataclass(frozen=True)
class MainReport:
    """Finds what one article reports in the first place."""

    scene: Scene
    occasions: Occasions
    days: ReportDays
    headline: tuple[Report, ...]

    def find(self) -> Report | None:
        """What the article reports in the first place: the first report of the best standing, else what the headline says."""
        blocks = self._blocks()
        found = self._of_body(blocks)
        best = found[min(found)] if found else None
        # 王一先后来到某厂、某港，了解…: the headline says that it was a tour
        if best and not (best.loose and any(report.is_tour for report in self.headline)):
            return self._held_before(best) or best
        told = (self._of_headline(blocks[0]) or best) if blocks and not self._is_feature else None
        return told or self._of_continued()

    def _of_continued(self) -> Report | None:
        """What goes on from another page, where its name stands: 县人大常委会主任王一等|参加会议; 在某泵站，王一|检查设备."""
        if self.scene.reading.clipping.continued_from is None:
            return None
        reports = (report for sentence in self.scene.body[:SENTENCES] for report in self.occasions.reports(sentence))
        return next((r for r in reports if r.told and not r.planned and (r.name == "会议" or r.is_tour)), None)

    @property
    def _is_feature(self) -> bool:
        return self.scene.reading.clipping.genre == Genre.FEATURE

    def _blocks(self) -> list[int]:
        """The paragraphs that may tell the news: ten from where the report opens, of a feature all."""
        blocks = sorted({sentence.block for sentence in self.scene.body[:SENTENCES]})
        first = next((index for index, block in enumerate(blocks[:8]) if self._opens_report(block)), 0)
        return blocks[first:] if self._is_feature else blocks[first : first + 10]  # what stands over 本报讯 sums up

    def _of_body(self, blocks: list[int]) -> dict[Standing, Report]:
        """The first report of each standing; of the surest, what the headline names goes before others of its paragraph."""
        found: dict[Standing, Report] = {}
        backed = False
        for sentence in self.scene.body[:SENTENCES]:
            if sentence.block not in blocks:
                continue
            sure = found.get(Standing.SURE)
            if sure and (backed or sure.planned or sentence.block != sure.sentence.block):
                break
            for report in self.occasions.reports(sentence):
                evidence = Evidence(self.scene, self.days, self.headline, report, blocks.index(sentence.block))
                if (standing := evidence.standing) is None:
                    continue
                # 某洽谈会在某市开幕。作为其活动之一，某论坛开启: of one paragraph what the headline names.
                named = evidence.backed and report.told and not report.planned and standing == Standing.SURE
                if standing not in found or (named and not backed):
                    found[standing] = report
                    backed = backed or evidence.backed
        return found

    def _of_headline(self, block: int) -> Report | None:
        """What only the headline says (王一出席全市某会议), told by a paragraph's sentence that has the day, else its first."""
        told = next((report for report in self.headline if report.told and not report.plain), None)
        if told is None or (told.kind in {EventKind.INSPECTION, EventKind.OTHER} and self.days.of_lead() is None):
            return None
        day = self.days.of_lead()
        opens = [sentence for sentence in self.scene.body if sentence.block == block]
        lead = next((sentence for sentence in opens if day and sentence.start <= day.start < sentence.end), opens[0])
        return replace(told, sentence=lead, place=lead.start)

    def _held_before(self, coming: Report) -> Report | None:
        """What was held on a day of its own for what is to come: 某大会将于8日举行。|3月5日，我市举行仪式，欢送代表."""
        told = "".join(self.scene.chars[line.start : line.end] for line in self.scene.headlines)
        if not coming.planned or not told or ANNOUNCES.search(told):
            return None
        first = coming.sentence
        behind = [line for line in self.scene.body if line.block == first.block and line.start > first.start]
        held = (report for line in behind[:2] for report in self.occasions.reports(line) if report.told and not report.planned)
        dated = ((report, self.days.of(report)) for report in held)
        return next((report for report, day in dated if day and day.is_day and day.start >= report.sentence.start), None)

    def _opens_report(self, block: int) -> bool:
        """Whether a paragraph opens with 本报讯 or a dateline; 又讯 opens but one report more."""
        place = self.scene.blocks[block]
        if self.scene.chars.startswith("又讯", place.start):
            return False
        return OPENING.match(self.scene.chars, place.start, place.end) is not None
