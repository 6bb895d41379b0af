"""Who took part in an event, and how.

Reads the sentences that tell of an event, with the persons and posts found before. In each sentence: who chairs, who
speaks, who attends, each by its verb and the list of names that is its subject; then who stands behind 出席的有, who
is addressed, who wins a contest, who goes on a tour or meets. The weightiest part that a person plays anywhere
counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from yaowen.facts.events.attendance_words import (
    ADDRESSED,
    AFTERWARDS,
    ANY_PRONOUN,
    AT_PRESS,
    ATTENDED,
    BEFORE_COURT,
    CHAIR,
    CHOSEN,
    COURT,
    ELECTS,
    FROM_THERE,
    GIVES,
    HEADED,
    HOLDS,
    IN_COURT,
    IN_WRITING,
    INTERVIEW,
    INTERVIEWED,
    LEADS,
    MET,
    NATION,
    ONLOOKER,
    OTHER_SUBJECT,
    PARTIES,
    PRESS_NAME,
    PRONOUN,
    RANK,
    SPEECH_OPENS,
    SPOKE,
    THERE,
    THERE_WERE,
    TO_REPORTERS,
    TO_WHOM,
    WITH,
    WON,
)
from yaowen.facts.events.days import Days
from yaowen.facts.events.reports import Report
from yaowen.facts.events.visits import MEETS
from yaowen.facts.scene import BODY, Scene, Sentence
from yaowen.schema import EventKind, Label, Mention, Participant, PartTaken

HEADS = re.compile("(?<!审判)长$|主任$|书记$|主席$")
"""How the office ends of who stands for a body, named or not: 基金会秘书长."""


@dataclass(frozen=True)
class Attendance:
    """Finds who took part in an article's events."""

    scene: Scene
    days: Days

    def participants(self, report: Report, told: tuple[Sentence, ...]) -> tuple[Participant, ...]:
        """Every named person who took part, once, with the weightiest part; in the order of the body."""
        parts: dict[str, PartTaken] = {}
        for sentence in told:
            for mention, part in self._parts(sentence, report):
                name = self.scene.name(mention)
                parts[name] = min(parts.get(name, part), part, key=RANK.index)
        return tuple(Participant(name, part, self.scene.posts.get(name, ())) for name, part in self._in_order(parts))

    def _in_order(self, parts: dict[str, PartTaken]) -> Iterator[tuple[str, PartTaken]]:
        """In the order of the body, where the lists are complete."""
        body = [
            self.scene.name(m)
            for s in self.scene.body
            for m in self.scene.mentions_in(s.start, s.end)
            if m.label == Label.PERSON
        ]
        for name in dict.fromkeys((*body, *parts)):
            if name in parts:
                yield name, parts[name]

    def _parts(self, sentence: Sentence, report: Report) -> Iterator[tuple[Mention, PartTaken]]:
        scene, chars = self.scene, self.scene.chars
        if not scene.mentions_in(sentence.start, sentence.end) and not ANY_PRONOUN.search(chars, sentence.start, sentence.end):
            return
        headline = sentence.role not in BODY
        end = min(sentence.end, sentence.start + 3000)
        if quoted := SPEECH_OPENS.search(chars, sentence.start, end):
            end = quoted.end()  # what is said there is done by nobody here
        speaking = PartTaken.SPEAKER
        contest = report.kind == EventKind.COMPETITION or "赛" in (report.name or "")
        for pattern, part in ((CHAIR, PartTaken.CHAIR), (SPOKE, speaking), (ATTENDED, PartTaken.ATTENDEE)):
            for cue in pattern.finditer(chars, sentence.start, end):
                if scene.quotation(cue.start()):
                    continue
                told_press = report.kind != EventKind.MEETING and AT_PRESS.search(chars, sentence.start, cue.start())
                if part == speaking and told_press:
                    continue
                if part == speaking and IN_WRITING.search(chars, max(sentence.start, cue.start() - 40), cue.start()):
                    continue
                actors = self._actors(cue, sentence, report)
                if cue[0] in {"汇报", "发言", "介绍"}:  # 王一听取了市水利局的汇报
                    clause, _ = scene.clause(cue.start(), sentence)
                    hears = max(chars.rfind(verb, clause, cue.start()) for verb in ("听取", "听了", "听"))
                    actors = tuple(mention for mention in actors if mention.start > hears)
                if part != PartTaken.ATTENDEE and len(actors) > 1 and self._met(actors, cue):
                    actors = actors[:1]  # 王一与李二座谈，介绍了全市情况
                if part == PartTaken.ATTENDEE and GIVES.match(cue[0]):
                    actors = (*actors, *self._giving(cue, sentence))
                if part == PartTaken.ATTENDEE and not actors:
                    actors = self._listed(cue, sentence)
                interview = part == speaking and INTERVIEW.search(cue[0])
                for mention in actors:
                    if interview and not self._said_there(mention, cue, sentence, report):
                        if contest and AFTERWARDS.search(chars, sentence.start, cue.start()):
                            yield mention, PartTaken.ATTENDEE  # 主教练王一赛后表示
                        continue
                    if report.named[0] <= mention.start < report.named[1]:
                        continue  # 学雷锋志愿服务月启动: in the name, not at the event
                    if not self.scene.in_dateline(mention) and self._takes_part(mention, headline=headline):
                        yield mention, part
        for cue in THERE_WERE.finditer(chars, sentence.start, sentence.end):
            yield from ((mention, PartTaken.ATTENDEE) for mention in scene.people_after(cue.end(), sentence.end))
        for cue in ADDRESSED.finditer(chars, sentence.start, end):
            yield from ((mention, PartTaken.ATTENDEE) for mention in scene.people_after(cue.end(), min(end, cue.end() + 40)))
        if contest and WON.search(chars, sentence.start, end) and not headline:
            for mention in scene.mentions_in(sentence.start, end):
                if (
                    mention.label == Label.PERSON
                    and not self.scene.in_dateline(mention)
                    and not scene.quotation(mention.start)  # 获“柳湖工匠”称号
                    and not FROM_THERE.match(chars, mention.end)
                    and scene.acts(mention)
                    and self._takes_part(mention, headline=False)
                ):
                    yield mention, PartTaken.ATTENDEE
        elects = report.kind in {EventKind.MEETING, EventKind.CEREMONY}
        chosen = CHOSEN.finditer(chars, sentence.start, end) if elects else ()
        for cue in (*LEADS.finditer(chars, sentence.start, end), *chosen):
            if not scene.quotation(cue.start()) and not headline and not report.planned:
                here = scene.people_before(cue.start(), sentence.start)
                yield from ((mention, PartTaken.ATTENDEE) for mention in here if self._takes_part(mention, headline=False))
        if not headline and not report.planned:
            for cue in HEADED.finditer(chars, sentence.start, end):
                yield from ((mention, PartTaken.ATTENDEE) for mention in scene.people_ending_at(cue.start()))
        if report.kind == EventKind.MEETING and not headline and not report.planned:
            for cue in ELECTS.finditer(chars, sentence.start, end):
                yield from ((mention, PartTaken.ATTENDEE) for mention in scene.people_after(cue.end(), cue.end() + 12))
        if report.is_told_in(sentence):
            for mention in scene.people_before(report.place, sentence.start):
                holds = HOLDS.fullmatch(chars, mention.end, report.place) is not None
                if report.kind == EventKind.INSPECTION or report.loose or (holds and report.named[0] >= report.place):
                    yield mention, PartTaken.ATTENDEE
        if COURT.search(report.name or "") and not headline:
            for mention in scene.mentions_in(sentence.start, sentence.end):
                if mention.label == Label.PERSON and BEFORE_COURT.search(chars, sentence.start, mention.start):
                    yield mention, speaking if IN_COURT.match(chars, mention.end) else PartTaken.ATTENDEE
                elif mention.label == Label.PERSON and scene.acts(mention) and not ONLOOKER.match(chars, mention.end):
                    yield mention, PartTaken.ATTENDEE  # 果农王一与客商李二当场和解
        if report.explains and 0 <= report.sentence.block - sentence.block <= 1 and sentence.start < report.sentence.start:
            # 教师王一拨通电话。这是某校开展的“云家访”: who acts in the scene is there.
            for mention in scene.mentions_in(sentence.start, sentence.end):
                if mention.label == Label.PERSON and scene.acts(mention) and self._takes_part(mention, headline=False):
                    yield mention, PartTaken.ATTENDEE
        for verb in MEETS.finditer(chars, sentence.start, min(end, sentence.start + 300)):
            if report.is_told_in(sentence):
                for mention in (
                    *scene.people_before(verb.start(), sentence.start),
                    *scene.people_after(verb.end(), sentence.end),
                ):
                    yield mention, PartTaken.ATTENDEE

    def _actors(self, cue: re.Match[str], sentence: Sentence, report: Report) -> tuple[Mention, ...]:
        """Who does what a cue says; nobody where the clause has a subject of another kind (会议强调, 市妇联汇报)."""
        scene, chars = self.scene, self.scene.chars
        start, _ = scene.clause(cue.start(), sentence)
        if chars.endswith(("批示", "指示", "贺信", "贺电", "来信", "回信", "批示中", "指示中"), sentence.start, cue.start()):
            return ()
        people = scene.people_before(cue.start(), sentence.start)
        if pronoun := PRONOUN.search(chars, max(sentence.start, cue.start() - 12), cue.start()):
            if report.kind == EventKind.INSPECTION and (visitors := scene.people_before(report.place, report.sentence.start)):
                return visitors[:1]  # on a tour 他 is who goes round
            meant = scene.people_before(pronoun.start(), scene.blocks[max(0, sentence.block - 1)].start)
            return meant[:1]
        if people and people[-1].start < start and OTHER_SUBJECT.match(chars, start, cue.start()):
            return ()
        first = scene.mention_at(start)
        if people and people[-1].start < start and first and first.label == Label.ORG:
            return ()
        return people

    def _met(self, people: tuple[Mention, ...], cue: re.Match[str]) -> bool:
        """Whether the first of some people met the others, and speaks in a clause behind."""
        chars = self.scene.chars
        met = WITH.match(chars, people[0].end, people[1].start) and MET.match(chars, people[-1].end, cue.start())
        return bool(met)

    def _giving(self, cue: re.Match[str], sentence: Sentence) -> tuple[Mention, ...]:
        """Who gives and whom it is given to: 馆长王一|向收藏家李二|颁发证书."""
        start, _ = self.scene.clause(cue.start(), sentence)
        found = TO_WHOM.finditer(self.scene.chars, start, cue.start() + 1)
        to = next((match for match in found if not self.scene.inside_mention(match.start())), None)
        if to is None:
            return ()
        given = (person for person in self.scene.people_after(to.end(), cue.end()) if self.scene.acts(person))
        return (*self.scene.people_before(to.start(), start), *given)  # 向某某铜像敬献花篮: to nobody there

    def _listed(self, cue: re.Match[str], sentence: Sentence) -> tuple[Mention, ...]:
        """Who stands in a list that unnamed parties close: 校领导王一、李二，有关部门负责人参加."""
        people = self.scene.people_before(cue.start(), sentence.start)
        if not people or cue.start() - people[-1].end > 150:
            return ()
        return people if PARTIES.fullmatch(self.scene.chars, people[-1].end, cue.start()) else ()

    def _said_there(self, mention: Mention, cue: re.Match[str], sentence: Sentence, report: Report) -> bool:
        """Whether 说, 介绍 … were said at the event: a visitor of a fair, who holds no post, talks to the reporter."""
        posts = self.scene.posts.get(self.scene.name(mention), ())
        if report.kind == EventKind.MEETING and PRESS_NAME.search(report.name or "") and not posts:
            return False  # a visitor of what the press conference told of
        if report.kind in {EventKind.MEETING, EventKind.INSPECTION}:
            return not report.planned
        in_office = any(post.org or HEADS.search(post.role) for post in posts)
        if in_office and report.kind != EventKind.COMPETITION and not report.planned:
            told = TO_REPORTERS.search(self.scene.chars, sentence.start, sentence.end)
            return not told and self.scene.name(mention) not in self._interviewed
        return THERE.search(self.scene.chars, max(sentence.start, cue.start() - 40), cue.start()) is not None

    @cached_property
    def _interviewed(self) -> frozenset[str]:
        """Who talks to reporters anywhere in the article: what else he 表示 was said to them too."""
        chars = self.scene.chars
        found = ((cue, line) for line in self.scene.body for cue in INTERVIEWED.finditer(chars, line.start, line.end))
        people = (self.scene.people_before(cue.start(), line.start)[-1:] for cue, line in found)
        return frozenset(self.scene.name(mention) for mentions in people for mention in mentions)

    def _takes_part(self, mention: Mention, *, headline: bool) -> bool:
        """Leaders whose words are being studied took no part, unless the headline names them."""
        if headline:
            return True
        posts = self.scene.posts.get(self.scene.name(mention), ())
        if not any(post.role in NATION for post in posts):
            return True
        name = self.scene.name(mention)
        return any(
            self.scene.name(m) == name and self.scene.acts(m)
            for line in self.scene.headlines
            for m in self.scene.mentions_in(line.start, line.end)
        )
