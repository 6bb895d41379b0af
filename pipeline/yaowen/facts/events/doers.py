"""Who does what a verb says at an event: chairs, speaks, attends."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from yaowen.facts.events import attendance_words as words
from yaowen.facts.events.reports import Passage, Report
from yaowen.facts.scene import Scene
from yaowen.facts.sentences import Sentence
from yaowen.schema import EventKind, Label, Mention, PartTaken

CUES = ((words.CHAIR, PartTaken.CHAIR), (words.SPOKE, PartTaken.SPEAKER), (words.ATTENDED, PartTaken.ATTENDEE))
"""The verbs of each part."""

HEADS = re.compile("(?<!审判)长$|主任$|书记$|主席$|总(?:工程师|经理|监)$")
"""How the office ends of who stands for a body, named or not: 基金会秘书长."""


@dataclass(frozen=True)
class Doers:
    """Finds the subjects of the verbs that tell of a part."""

    scene: Scene

    def of(self, cue: re.Match[str], part: PartTaken, passage: Passage) -> tuple[Mention, ...]:
        """Who takes the part that a cue of `CUES` tells; nobody where the clause is about others."""
        scene, sentence, report = self.scene, passage.sentence, passage.report
        if scene.quotation(cue.start()) or (part == PartTaken.SPEAKER and self._elsewhere(cue, passage)):
            return ()
        found = self._actors(cue, sentence, report)
        if cue[0] in {"汇报", "发言", "介绍"}:  # 王一听取了市水利局的汇报
            clause, _ = scene.clause(cue.start(), sentence)
            hears = max(scene.chars.rfind(verb, clause, cue.start()) for verb in ("听取", "听了", "听"))
            found = tuple(mention for mention in found if mention.start > hears)
        if part == PartTaken.CHAIR and scene.chars.startswith("的", cue.end()):
            found = tuple(mention for mention in found if cue.start() - mention.end <= 2)  # 市领导|主持的会议
        if cue[0] in {"与", "和", "同"} and not (found and found[-1].end == cue.start()):
            return ()  # 王一|与|茶商一道品茶
        if part == PartTaken.ATTENDEE:
            if words.GIVES.match(cue[0]):
                found = (*found, *self._giving(cue, sentence))
            return found or self._listed(cue, sentence)
        return found

    def _elsewhere(self, cue: re.Match[str], passage: Passage) -> bool:
        """Whether something was said to the press, or in writing, rather than there."""
        chars, start = self.scene.chars, passage.sentence.start
        if words.ANSWERS.search(cue[0]):
            return not words.PRESS_NAME.search(passage.report.called)
        if passage.report.kind != EventKind.MEETING and words.AT_PRESS.search(chars, start, cue.start()):
            return True
        return words.IN_WRITING.search(chars, max(start, cue.start() - 40), cue.start()) is not None

    def said_there(self, mention: Mention, cue: re.Match[str], passage: Passage) -> bool:
        """Whether 说, 介绍 … were said at the event: a visitor of a fair, who holds no post, talks to the reporter."""
        report, sentence = passage.report, passage.sentence
        posts = self.scene.posts.get(self.scene.name(mention), ())
        if report.kind == EventKind.MEETING and words.PRESS_NAME.search(report.called) and not posts:
            return False  # a visitor of what the press conference told of
        if report.is_tour and words.SHOWN.search(self.scene.chars, sentence.start, cue.start()):
            return False
        if report.kind in {EventKind.MEETING, EventKind.INSPECTION}:
            return not report.planned
        if words.ACCORDING.search(self.scene.chars, sentence.start, mention.start):
            return False
        in_office = any(post.org or HEADS.search(post.role) for post in posts)
        gathers = words.COMES_TOGETHER.search(report.called) is not None and report.kind != EventKind.COMPETITION
        if in_office and gathers and not report.planned:
            told = words.TO_REPORTERS.search(self.scene.chars, sentence.start, sentence.end)
            told = told or words.REPORTER_SEES.search(self.scene.chars, self.scene.blocks[sentence.block].start, sentence.start)
            return not told and self.scene.name(mention) not in self._interviewed
        return words.THERE.search(self.scene.chars, max(sentence.start, cue.start() - 40), cue.start()) is not None

    @cached_property
    def _interviewed(self) -> frozenset[str]:
        """Who talks to reporters anywhere in the article: what else he 表示 was said to them too."""
        chars = self.scene.chars
        found = ((cue, line) for line in self.scene.body for cue in words.INTERVIEWED.finditer(chars, line.start, line.end))
        people = (self.scene.people_before(cue.start(), line.start)[-1:] for cue, line in found)
        return frozenset(self.scene.name(mention) for mentions in people for mention in mentions)

    def _actors(self, cue: re.Match[str], sentence: Sentence, report: Report) -> tuple[Mention, ...]:
        """Who does what a cue says; nobody where the clause has a subject of another kind (会议强调, 市妇联汇报)."""
        scene, chars = self.scene, self.scene.chars
        start, _ = scene.clause(cue.start(), sentence)
        if chars.endswith(("批示", "指示", "贺信", "贺电", "来信", "回信", "批示中", "指示中"), sentence.start, cue.start()):
            return ()
        people = scene.people_before(cue.start(), sentence.start)
        if people and words.WITH_HIM.match(chars, people[-1].end, cue.start()):
            people = scene.people_before(scene.office_start(people[0]), sentence.start) or people
        pronoun = words.PRONOUN.search(chars, max(sentence.start, cue.start() - 12), cue.start())
        if pronoun or (not people and (pronoun := words.OPENS_WITH.match(chars, sentence.start, cue.start()))):
            if report.is_tour and (visitors := scene.people_before(report.place, report.sentence.start)):
                return visitors[:1]  # on a tour 他 is who goes round
            meant = scene.people_before(pronoun.start(), scene.blocks[max(0, sentence.block - 1)].start)
            return meant[:1]
        if people and people[-1].start < start and words.OTHER_SUBJECT.match(chars, start, cue.start()):
            return ()
        first = scene.mention_at(start)
        if people and people[-1].start < start and first and first.label == Label.ORG:
            return ()
        return people

    def _giving(self, cue: re.Match[str], sentence: Sentence) -> tuple[Mention, ...]:
        """Who gives and whom it is given to: 馆长王一|向收藏家李二|颁发证书."""
        start, _ = self.scene.clause(cue.start(), sentence)
        found = words.TO_WHOM.finditer(self.scene.chars, start, cue.start() + 1)
        to = next((match for match in found if not self.scene.inside_mention(match.start())), None)
        if to is None:
            return ()
        given = (person for person in self.scene.people_after(to.end(), cue.end()) if self.scene.acts(person))
        given = (person for person in given if not words.SEEN_OFF.match(self.scene.chars, person.end))
        return (*self.scene.people_before(to.start(), start), *given)  # 向某某铜像敬献花篮: to nobody there

    def _listed(self, cue: re.Match[str], sentence: Sentence) -> tuple[Mention, ...]:
        """Who stands in a list that unnamed parties close: 校领导王一、李二，有关部门负责人参加."""
        people = self.scene.people_before(cue.start(), sentence.start)
        if not people or cue.start() - people[-1].end > 150:
            return ()
        return people if words.PARTIES.fullmatch(self.scene.chars, people[-1].end, cue.start()) else ()
