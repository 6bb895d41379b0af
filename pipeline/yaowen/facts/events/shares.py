"""Which sentences tell of which event, where an article reports several."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from yaowen.facts.events.reports import Report, same_occasion
from yaowen.facts.scene import Scene
from yaowen.facts.sentences import Sentence
from yaowen.facts.wording import DAY
from yaowen.schema import EventKind

THIS = re.compile(r"[本此这][次届](?P<what>[\u4e00-\u9fff]{2,4})")
CONTEST = re.compile("[本此][届次](?:赛事|比赛|大赛|联赛)")
AT_MEETING = re.compile(r"(?:[^，。；“”\n]{2,12}在座谈)?会上|会议|座谈会[上由]|仪式上")
"""会上，王一指出; 王一|在座谈会上指出."""

ON_TOUR = re.compile(r"(?:参加|陪同|一[同起道])了?(?:上述|此次)?(?:调研|考察|视察|检查|督导|走访|慰问|活动|参观)")
HELD_BY = re.compile(rf"(?:由[^，。；\n]{{2,60}}的|{DAY}|随后|同期|宣布|在[^，。；\n]{{2,30}}(?:举行|召开|举办)的)*")
"""Before the name of what a clause is about: 由市商务局主办的|某博览会将于…举行."""
SIGNED = re.compile("签[署订约](?!.*会)")
SIGNS = re.compile("(?P<met>会见)|签[约署订字]")
NAME = 8
"""So many characters at least has a name that stands for one event alone."""
CHAIRS = re.compile(
    r"主持(?:召开)?了?(?:会议|座谈会|联席会议|汇报会|反馈会)|(?:参加|出席)了?(?:上述|此次)?(?:会议|座谈会?|汇报会)(?=[。，])"
)
"""What tells that somebody was at the meeting of a tour, or on the tour itself."""


@dataclass(frozen=True)
class Shares:
    """Shares the sentences of one article among its events."""

    scene: Scene

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
            cut = self._cut(sentence, reports[opened[-1]]) if opened and opened[-1] else None
            if cut is not None and all(reports[index].place < cut for index in opened[:-1]):
                before, sentence = replace(sentence, end=cut), replace(sentence, start=cut)
                for index in opened[:-1] or [self._owner(before, reports, owner)]:
                    owned[index].append(before)
                opened = opened[-1:]
            owner = opened[0] if opened else self._owner(sentence, reports, owner)
            for index in opened or [owner]:
                owned[index].append(sentence)
        return tuple(map(tuple, owned))

    def _cut(self, sentence: Sentence, report: Report) -> int | None:
        """Where a sentence turns to another event, as it has a subject of its own: 王一当选；|在随后举行的某会议上，…."""
        chars = self.scene.chars
        first = min(report.place, report.named[0])
        parts = [place for place in range(sentence.start, first) if chars[place] in "；;" and not self.scene.quotation(place)]
        if parts:
            return parts[-1] + 1
        start, _ = self.scene.clause(first, sentence)
        opens = report.named[0] <= report.place and start > sentence.start
        return start if opens and HELD_BY.fullmatch(chars, start, report.named[0]) else None

    def _owner(self, sentence: Sentence, reports: Sequence[Report], owner: int) -> int:
        """The event of a sentence that reports none: that of the sentence before it, where it does not go back to the first."""
        main = reports[0]
        opening = self.scene.chars[sentence.start : min(sentence.end, sentence.start + 200)]
        word = main.called[-2:]
        told = [
            index for index, report in enumerate(reports) if (name := report.name) and len(name) >= NAME and name in opening
        ]
        if len(told) == 1:
            return told[0]  # 据悉，首届某博览会由某局主办: the one that is named
        signed = next((index for index, report in enumerate(reports) if index and SIGNED.search(report.called)), None)
        if signed is not None and (said := SIGNS.search(opening)):
            return 0 if said["met"] else signed  # 会见…，共同见证签署协议。|李二代表双方签约。|王一参加会见
        again = opening.startswith(word) and not reports[owner].called.endswith(word)
        if main.is_tour and len(reports) > 1:
            if ON_TOUR.search(opening):
                return 0
            return 1 if AT_MEETING.match(opening) or CHAIRS.search(opening) else 0 if sentence.number == 0 else owner
        if main.kind == EventKind.MEETING and reports[owner].kind == EventKind.CEREMONY and owner:
            # 会议举行宣誓仪式。⏎王一指出，…: the ceremony is told in its paragraph.
            owner = owner if sentence.block == reports[owner].sentence.block else 0
        if CONTEST.search(opening):  # 本届赛事由某会主办: the one with a title
            return next((index for index, report in enumerate(reports) if report.kind == EventKind.COMPETITION), owner)
        if again or main.called[-3:] in opening or any(word in this["what"] for this in THIS.finditer(opening)):
            return 0  # 某局长在发布会上介绍: back at the first
        if reports[owner].planned and self.scene.people_before(sentence.end, sentence.start):
            return 0  # who is quoted on what is to come speaks now
        return owner
