"""Whom a pronoun or a sentence without a subject means, in the sentences of one article."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, replace
from functools import cached_property

from yaowen.datelines import OPENING
from yaowen.facts.scene import Scene
from yaowen.facts.sentences import Sentence
from yaowen.facts.statements import speaker_phrases
from yaowen.facts.statements.heard import Heard, Speaker
from yaowen.schema import Mention

PRONOUN = re.compile("(?:[0-9]{4}年)?(?:[0-9]{1,2}月|[春夏秋冬][天季]|去年|今年|腊月|，)*[他她](?![们的])")
"""A sentence that opens with whom the one before tells of: 去年冬天，他…."""

NEAR = 200
"""How far before it somebody is named who is called 老人."""
_OLD = "(?:(?:[6-9][0-9]|1[01][0-9])多?岁|[六七八九]旬)"
AGED = re.compile(f"{_OLD}的?[^，。0-9]{{0,8}}$")
AGED_BEHIND = re.compile(f"奶奶|爷爷|大[爷娘妈伯]|阿[婆公]|老[伯太汉人]|婆婆|[，、]?(?:今年|现年|年?已)?{_OLD}")
"""83岁的|石小满, 石小满|今年83岁, 石|大爷: who may be called 老人."""
WHERE = re.compile(r"(?:(?:(?:在|来到|走进)[^，。；：“”\n]{2,30}|[^，。；：“”\n]{2,12}(?:以来|期间))，){1,2}")
"""Before who acts there or then: |在石河村，|王一与村民李二算账."""
TALKED_WITH = re.compile("[与同和跟][^，。；：]{0,10}$")
TALKS = re.compile("[\u4e00-\u9fff]{0,2}?(?:[交会座]谈|见面|握手|[通谈对]话|会面|交流|聊天)")


@dataclass(frozen=True)
class Antecedents:
    """Finds who is meant in one article."""

    scene: Scene

    def person(self, mention: Mention, start: int | None = None) -> Speaker:
        return Speaker(
            self.scene.name(mention), self.scene.office_start(mention) if start is None else start, mention.end, mention
        )

    def antecedent(
        self, place: int, sentence: Sentence, last: Heard | None = None, acted: Mention | None = None
    ) -> Speaker | None:
        """Whom 他 means: the one who acts before it in the sentence, who spoke in the sentence before, who acted there."""
        people = self.scene.people_before(place, sentence.start)
        opener = self.scene.people_after(self.opens(sentence), place)
        if opener and self.scene.acts(opener[0]) and self.scene.office_start(opener[0]) <= self.opens(sentence) + 1:
            return self.person(opener[0], place)  # 王一说，在会见李二时，他认为…
        if people:
            return self.person(people[0], place)
        above = None
        index = self.body_index[sentence.start]
        for earlier in reversed(self.scene.body[max(0, index - 3) : index]):
            if last and last.sentence == earlier:
                return replace(last.speaker, start=place)
            if earlier.block != sentence.block:
                above = earlier
                break
            if PRONOUN.match(self.scene.chars, self.opens(earlier)):
                continue  # 去年他敲李二家的门。“…。”他说: not 李二
            if subject := self.subject(earlier):
                return self.person(subject, place)
            if someone := speaker_phrases.SOMEONE.search(self.scene.chars, earlier.start, earlier.end):
                return Speaker(someone[0], place, place + 1)
        if last:
            return replace(last.speaker, start=place)
        acted = acted or (self.subject(above) if above else None)
        return self.person(acted, place) if acted else None

    def group(self, sentence: Sentence) -> Speaker | None:
        """Whom 他们 means: the group that the sentence before opens with."""
        index = self.body_index[sentence.start]
        before = self.scene.body[index - 1] if index else None
        if before is None or before.block != sentence.block:
            return None
        group = speaker_phrases.GROUP.match(self.scene.chars, self.opens(before), before.end)
        return Speaker.called(group) if group else None

    def aged(self, place: int, start: int) -> Speaker | None:
        """Who named last before a place is told to be old: 乔医生扶着83岁的石小满。|老人说."""
        chars = self.scene.chars
        for person in reversed(self.scene.people_in(max(start, place - NEAR), place)):
            opens = self.scene.office_start(person)
            if AGED.search(chars, max(start, opens - 16), opens) or AGED_BEHIND.match(chars, person.end, place):
                return self.person(person)
        return None

    def actors_before(self, place: int, behind: int) -> tuple[Mention, ...]:
        """Who acts before a cue: not whom he talks with (王一与李二|交谈时说)."""
        people = self.scene.people_before(place, behind)
        while people and TALKS.match(self.scene.chars, people[-1].end):
            last = self.scene.office_start(people[-1])
            talked = TALKED_WITH.search(self.scene.chars, max(behind, last - 12), last)
            if talked is None:
                break
            people = self.scene.people_before(talked.start(), behind)
        return people

    def subject(self, sentence: Sentence) -> Mention | None:
        """Who acts in a sentence: the one it opens with, else the one named last."""
        opens = self.opens(sentence)
        people = self.scene.people_after(opens, min(sentence.end, opens + 80))
        if people and self.scene.acts(people[0]) and self.scene.office_start(people[0]) <= opens + 1:
            return people[0]
        people = self.scene.people_before(sentence.end, sentence.start)
        return people[0] if people else None

    def opens(self, sentence: Sentence) -> int:
        """Where a sentence starts behind its dateline, what leads in and the place where it plays."""
        dateline = OPENING.match(self.scene.chars, sentence.start, sentence.end)
        start = self.after_leads(dateline.end() if dateline else sentence.start, sentence.end)
        where = WHERE.match(self.scene.chars, start, sentence.end)
        return where.end() if where else start

    def after_leads(self, start: int, place: int) -> int:
        lead = speaker_phrases.LEADS.match(self.scene.chars, start, place)
        return lead.end() if lead else start

    def sentence_at(self, place: int) -> Sentence:
        """The sentence of the body that a place is in."""
        return self.scene.body[max(bisect_right(self._body_starts, place) - 1, 0)]

    @cached_property
    def _body_starts(self) -> list[int]:
        return [sentence.start for sentence in self.scene.body]

    @cached_property
    def body_index(self) -> dict[int, int]:
        return {sentence.start: index for index, sentence in enumerate(self.scene.body)}
