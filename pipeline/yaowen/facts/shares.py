"""Which sentences tell of which event, where an article reports several."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from yaowen.facts.occasions import Occasions
from yaowen.facts.reports import Report, same_occasion
from yaowen.facts.scene import Scene, Sentence
from yaowen.schema import EventKind

THIS = re.compile(r"[本此这][次届](?P<what>[\u4e00-\u9fff]{2,4})")
AT_MEETING = re.compile(r"会上|会议|座谈会上|仪式上")


@dataclass(frozen=True)
class Shares:
    """Shares the sentences of one article among its events."""

    scene: Scene
    occasions: Occasions

    def of(self, reports: Sequence[Report], headline: Sequence[Report]) -> tuple[tuple[Sentence, ...], ...]:
        """The sentences of each event: lines of the headline where they name it, sentences of the body up to the next one's."""
        owned: list[list[Sentence]] = [[] for _ in reports]
        for line in self.scene.headlines:
            told = [report for report in headline if report.sentence == line]
            owner = next((i for i, r in enumerate(reports) if any(same_occasion(r, other) for other in told)), 0)
            owned[owner].append(line)
        owner = 0
        for sentence in self.scene.body:
            opened = [index for index, report in enumerate(reports) if report.sentence == sentence]
            owner = opened[0] if opened else self._owner(sentence, reports, owner)
            for index in opened or [owner]:
                owned[index].append(sentence)
        return tuple(map(tuple, owned))

    def _owner(self, sentence: Sentence, reports: Sequence[Report], owner: int) -> int:
        """The event of a sentence that reports none: that of the sentence before it, where it does not go back to the first."""
        main = reports[0]
        opening = self.scene.chars[sentence.start : min(sentence.end, sentence.start + 200)]
        word = (main.name or "")[-2:]
        again = opening.startswith(word) and not (reports[owner].name or "").endswith(word)
        if main.kind == EventKind.INSPECTION and len(reports) > 1:
            return 1 if AT_MEETING.match(opening) else 0 if sentence.number == 0 else owner
        if again or (main.name or "")[-3:] in opening or any(word in this["what"] for this in THIS.finditer(opening)):
            return 0  # 某局长在发布会上介绍: back at the first
        if reports[owner].planned and self.scene.people_before(sentence.end, sentence.start):
            return 0  # who is quoted on what is to come speaks now
        return owner
