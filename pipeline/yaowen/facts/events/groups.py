"""The unnamed parties of an event: of its sentences those that tell what was done, up to what somebody says in them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

from yaowen.facts.events.attendance_words import SPEECH_OPENS
from yaowen.facts.events.occasion_words import PRESS
from yaowen.facts.events.reports import Report
from yaowen.facts.parties.groups import Groups
from yaowen.facts.scene import Scene
from yaowen.facts.sentences import Sentence
from yaowen.facts.statements.report_words import REPORT
from yaowen.facts.wording import NUMBER
from yaowen.schema import EventKind

CARES = re.compile("看望|慰问|探望")
"""What volunteers do too, and tell as an activity."""
ASKS = re.compile("(?:要求|希望|指示|强调|指出)(?![，,：:的])")
"""王一|要求各县认真准备: whom he speaks of is no party."""


@dataclass(frozen=True)
class EventGroups:
    """Finds the unnamed parties of the events of one article."""

    scene: Scene

    def of(self, report: Report, lines: list[Sentence], organisers: tuple[str, ...]) -> tuple[str, ...]:
        """The unnamed parties; those told by their number only where the report stands."""
        groups = Groups(self.scene)
        first = report.sentence.block
        if PRESS.fullmatch(report.called):
            lines = [report.sentence]  # what is told at a press conference are others' doings
        contest = report.kind == EventKind.COMPETITION
        told = [self._before_speech(line) for line in lines if line.start not in self._speech]
        tour = report.is_tour and not CARES.search(report.called)
        activity = report.kind != EventKind.MEETING and not tour and not report.planned
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
        # Who holds it is no party: 市妇联和市文联 of 市妇联、市文联联合举办.
        # 市领导王一、李二来到某厂。市领导还看望了…: those who are named.
        named = {post.role for posts in self.scene.posts.values() for post in posts if "领导" in post.role}
        return tuple(
            group for group in _longest(found) if not set(re.split("[、和与及]", group)) <= {*organisers} and group not in named
        )

    def _before_speech(self, sentence: Sentence) -> Sentence:
        """A sentence up to what somebody says in it."""
        speech = SPEECH_OPENS.search(self.scene.chars, sentence.start, sentence.end)
        end = speech.end() if speech else sentence.end
        people = self.scene.people_in(sentence.start, end)
        asks = next((ask.end() for m in people if (ask := ASKS.match(self.scene.chars, m.end, end))), end)
        return replace(sentence, end=asks)

    @cached_property
    def _speech(self) -> frozenset[int]:
        """Where the sentences start that go on with what somebody says in the one before them."""
        found: set[int] = set()
        for before, sentence in pairwise(self.scene.body):
            opened = before.start in found or SPEECH_OPENS.search(self.scene.chars, before.start, before.end)
            told = sentence.number == 0 or REPORT.match(self.scene.chars, sentence.start, sentence.end)
            if opened and not told and not self._opens_with_person(sentence):
                found.add(sentence.start)
        return frozenset(found)

    def _opens_with_person(self, sentence: Sentence) -> bool:
        people = self.scene.people_after(sentence.start, min(sentence.end, sentence.start + 60))
        return bool(people) and self.scene.office_start(people[0]) <= sentence.start + 1


TEAMS = re.compile(rf"(?P<count>{NUMBER})支(?:优秀|参赛|晋级)?(?:代表|参赛)?队伍?")


def _longest(groups: Iterable[str]) -> tuple[str, ...]:
    """The groups, each once; 860名运动员 is the same as 来自全县的860名运动员, 专家组 as 省专家组一行6人."""
    teams = [(TEAMS.fullmatch(group), group) for group in dict.fromkeys(groups)]
    counts = [match["count"] if match else None for match, _ in teams]
    # 12支优秀队伍 further on is the same as 12支队伍
    told = [group for nth, (match, group) in enumerate(teams) if match is None or match["count"] not in counts[:nth]]
    found = {group: group.partition("一行")[0] for group in told}
    return tuple(
        group for group in found if not any(group != other and whole.endswith(group) for other, whole in found.items())
    )
