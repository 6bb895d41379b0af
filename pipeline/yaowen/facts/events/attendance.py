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

from yaowen.facts.events import attendance_words as words
from yaowen.facts.events.doers import CUES, Doers
from yaowen.facts.events.reports import Passage, Report
from yaowen.facts.events.visits import MEETS
from yaowen.facts.scene import Scene
from yaowen.facts.sentences import Sentence
from yaowen.facts.statements.report_words import WORDS_OF
from yaowen.schema import EventKind, Mention, Participant, PartTaken


@dataclass(frozen=True)
class Attendance:
    """Finds who took part in an article's events."""

    scene: Scene

    @cached_property
    def _doers(self) -> Doers:
        return Doers(self.scene)

    def participants(self, report: Report, told: tuple[Sentence, ...]) -> tuple[Participant, ...]:
        """Every named person who took part, once, with the weightiest part; in the order of the body."""
        parts: dict[str, PartTaken] = {}
        for sentence in told:
            for mention, part in self._parts(self._passage(sentence, report)):
                if report.is_tour and part == PartTaken.CHAIR:
                    part = PartTaken.ATTENDEE  # 到石河镇调研并主持召开座谈会: he chairs the meeting of the tour
                name = self.scene.name(mention)
                parts[name] = min(parts.get(name, part), part, key=words.RANK.index)
        return tuple(Participant(name, part, self.scene.posts.get(name, ())) for name, part in self._in_order(parts))

    def _passage(self, sentence: Sentence, report: Report) -> Passage:
        end = min(sentence.end, sentence.start + 3000)
        quoted = words.SPEECH_OPENS.search(self.scene.chars, sentence.start, end)
        return Passage(sentence, report, quoted.end() if quoted else end)

    def _in_order(self, parts: dict[str, PartTaken]) -> Iterator[tuple[str, PartTaken]]:
        """In the order of the body, where the lists are complete."""
        body = [self.scene.name(m) for s in self.scene.body for m in self.scene.people_in(s.start, s.end)]
        for name in dict.fromkeys((*body, *parts)):
            if name in parts:
                yield name, parts[name]

    def _parts(self, passage: Passage) -> Iterator[tuple[Mention, PartTaken]]:
        """Whom a sentence names, and the part each takes, by one rule after another."""
        sentence, chars = passage.sentence, self.scene.chars
        named = self.scene.mentions_in(sentence.start, sentence.end)
        if not named and not words.ANY_PRONOUN.search(chars, sentence.start, sentence.end):
            return
        yield from self._by_verb(passage)
        yield from ((mention, PartTaken.SPEAKER) for rule in (self._quoted, self._heard) for mention in rule(passage))
        rules = [self._listed_behind, self._addressed, self._called_on, self._visitors, self._met]
        if not passage.headline:
            rules += [self._winners, self._in_scene, self._at_work]
            yield from self._in_court(passage)
        if not passage.headline and not passage.report.planned:
            rules += [self._led, self._headed, self._elected, self._on_round]
        for rule in rules:
            yield from ((mention, PartTaken.ATTENDEE) for mention in rule(passage))

    def _by_verb(self, passage: Passage) -> Iterator[tuple[Mention, PartTaken]]:
        """王一主持会议并讲话，李二出席."""
        chars, (name_start, name_end) = self.scene.chars, passage.report.named
        for pattern, part in CUES:
            for cue in pattern.finditer(chars, passage.start, passage.end):
                interview = part == PartTaken.SPEAKER and words.INTERVIEW.search(cue[0])
                for mention in self._doers.of(cue, part, passage):
                    if part == PartTaken.SPEAKER and words.COURT.search(passage.report.called):
                        yield from self._heard_in_court(mention, cue, passage)
                        continue
                    if interview and not self._doers.said_there(mention, cue, passage):
                        roles = (post.role for post in self.scene.posts.get(self.scene.name(mention), ()))
                        after = words.AFTERWARDS.search(chars, passage.start, cue.start()) or any(
                            map(words.OF_CONTEST.search, roles)
                        )
                        if passage.contest and after and not passage.report.planned:
                            yield mention, PartTaken.ATTENDEE  # 主教练王一赛后表示
                        continue
                    if name_start <= mention.start < name_end:
                        continue  # 学雷锋志愿服务月启动: in the name, not at the event
                    if not self.scene.in_dateline(mention) and self._takes_part(mention, headline=passage.headline):
                        yield mention, part

    def _heard_in_court(self, mention: Mention, cue: re.Match[str], passage: Passage) -> Iterator[tuple[Mention, PartTaken]]:
        """Who is heard there speaks; 某某 who goes to law attends, whatever he claims; who talks to the paper does neither."""
        chars, sentence = self.scene.chars, passage.sentence
        there = words.IN_COURT.match(chars, mention.end) or words.TO_THOSE_THERE.search(chars, sentence.start, sentence.end)
        if mention.text.endswith("某") and not there:
            yield mention, PartTaken.ATTENDEE
        elif there or not words.INTERVIEW.search(cue[0]) or self._doers.said_there(mention, cue, passage):
            yield mention, PartTaken.SPEAKER

    def _listed_behind(self, passage: Passage) -> Iterator[Mention]:
        """参加会议的有王一、李二."""
        for cue in words.THERE_WERE.finditer(self.scene.chars, passage.start, passage.sentence.end):
            yield from self.scene.people_after(cue.end(), passage.sentence.end)

    def _quoted(self, passage: Passage) -> Iterator[Mention]:
        """“…。”村民王一的一席话: who is quoted so says it there."""
        for mention in self.scene.people_in(passage.start, passage.end):
            opens = max(self.scene.chars.rfind(mark, 0, mention.start) for mark in "”。\n")
            if WORDS_OF.match(self.scene.chars, mention.end) and self.scene.chars[opens] == "”":
                yield mention

    def _heard(self, passage: Passage) -> Iterator[Mention]:
        """听取镇长王一关于防汛工作的汇报."""
        for cue in words.HEARD.finditer(self.scene.chars, passage.start, passage.end):
            for mention in self.scene.people_after(cue.end(), min(passage.end, cue.end() + 40)):
                if words.REPORTS.match(self.scene.chars, mention.end, passage.sentence.end):
                    yield mention

    def _called_on(self, passage: Passage) -> Iterator[Mention]:
        """On a tour: 来到村民王一家，送上慰问金; 看望了王一、李二等困难职工; 与村民王一算起收入账."""
        if passage.report.is_tour and not passage.report.planned:
            for mention in self.scene.people_in(passage.start, passage.end):
                if words.AT_HOME.match(self.scene.chars, mention.end, passage.sentence.end):
                    yield from self.scene.list_ending_with(mention, passage.start)
            for sees in words.SEES.finditer(self.scene.chars, passage.start, passage.end):
                yield from self.scene.people_after(*sees.span("whom"))
            for talked_to in words.TALKED_TO.finditer(self.scene.chars, passage.start, passage.end):
                yield from self.scene.people_ending_at(talked_to.end())

    def _addressed(self, passage: Passage) -> Iterator[Mention]:
        """对王一的到来表示欢迎."""
        for cue in words.ADDRESSED.finditer(self.scene.chars, passage.start, passage.end):
            yield from self.scene.people_after(cue.end(), min(passage.end, cue.end() + 40))

    def _winners(self, passage: Passage) -> Iterator[Mention]:
        """王一获得女子组冠军, at a contest."""
        chars = self.scene.chars
        if passage.contest and words.WON.search(chars, passage.start, passage.end):
            people = self.scene.people_in(passage.start, passage.end)
            yield from (one for one in people if words.WORK_WON.match(chars, one.end, passage.sentence.end))
            for mention in self._acting(passage.start, passage.end):
                won = chars.endswith(("摘得", "夺得", "获得", "身披"), passage.start, mention.start)  # 摘得|黄衫
                if not (won or self.scene.quotation(mention.start)):
                    yield mention  # 获“柳湖工匠”称号: that one not

    def _led(self, passage: Passage) -> Iterator[Mention]:
        """王一带队…; 王一当选…, at a meeting or a ceremony."""
        chars, scene = self.scene.chars, self.scene
        elects = passage.report.kind in {EventKind.MEETING, EventKind.CEREMONY}
        told = passage.report.place if passage.report.is_told_in(passage.sentence) else passage.start
        limits = {words.LEADS: passage.end, words.LEADS_TO: told} | ({words.CHOSEN: passage.end} if elects else {})
        for pattern, limit in limits.items():
            for cue in pattern.finditer(chars, passage.start, limit):
                here = () if scene.quotation(cue.start()) else scene.people_before(cue.start(), passage.start)
                yield from (mention for mention in here if self._takes_part(mention, headline=False))

    def _headed(self, passage: Passage) -> Iterator[Mention]:
        """王一一行."""
        for cue in words.HEADED.finditer(self.scene.chars, passage.start, passage.end):
            yield from self.scene.people_ending_at(cue.start())

    def _elected(self, passage: Passage) -> Iterator[Mention]:
        """选举王一为…, at a meeting."""
        if passage.report.kind == EventKind.MEETING:
            for cue in words.ELECTS.finditer(self.scene.chars, passage.start, passage.end):
                yield from self.scene.people_after(cue.end(), cue.end() + 12)

    def _visitors(self, passage: Passage) -> Iterator[Mention]:
        """Who goes on the tour, or holds what is held, in the sentence of the report itself."""
        report = passage.report
        if report.is_told_in(passage.sentence):
            people = self.scene.people_before(report.place, passage.start)
            holds = bool(people) and words.HOLDS.fullmatch(self.scene.chars, people[-1].end, report.place) is not None
            for mention in (*self._leading(people, passage), *people):
                if report.is_tour or report.loose or (holds and report.named[0] >= report.place):
                    yield mention

    def _leading(self, people: tuple[Mention, ...], passage: Passage) -> tuple[Mention, ...]:
        """Who takes others along, or is led: 局长王一|带领科长李二|赴某村; 科长李二|在局长王一|的带领下到某村."""
        if not people or not passage.report.is_tour:
            return ()
        start = self.scene.office_start(people[0])
        leaders = self.scene.people_before(start, passage.start)
        led = words.WITH_HIM.match(self.scene.chars, people[-1].end) is not None
        link = words.UNDER if led else words.TAKES_ALONG
        return leaders if leaders and link.fullmatch(self.scene.chars, leaders[-1].end, start) else ()

    def _on_round(self, passage: Passage) -> Iterator[Mention]:
        """Who goes on a stop of a tour by his office: 副县长王一、教育局局长李二先后来到某校."""
        if passage.report.is_tour:
            for mention in self.scene.people_in(passage.start, passage.end):
                if words.GOES_ROUND.match(self.scene.chars, mention.end, passage.end):
                    listed = self.scene.people_before(mention.end, passage.start)
                    yield from (one for one in listed if self._is_official(one))

    def _is_official(self, mention: Mention) -> bool:
        """Whether somebody goes by his office, unlike a reporter or a teacher."""
        posts = self.scene.posts.get(self.scene.name(mention), ())
        return any(words.OFFICIAL.search(post.role) for post in posts)

    def _met(self, passage: Passage) -> Iterator[Mention]:
        """王一会见李二: both."""
        if passage.report.is_told_in(passage.sentence):
            for verb in MEETS.finditer(self.scene.chars, passage.start, min(passage.end, passage.start + 300)):
                yield from self.scene.people_before(verb.start(), passage.start)
                yield from self.scene.people_after(verb.end(), passage.sentence.end)

    def _in_court(self, passage: Passage) -> Iterator[tuple[Mention, PartTaken]]:
        """由法官王一审理; 果农王一与客商李二当场和解."""
        scene, chars = self.scene, self.scene.chars
        if words.COURT.search(passage.report.called):
            for mention in scene.people_in(passage.start, passage.sentence.end):
                if words.BEFORE_COURT.search(chars, passage.start, mention.start):
                    yield mention, PartTaken.SPEAKER if words.IN_COURT.match(chars, mention.end) else PartTaken.ATTENDEE
                elif words.LISTENS.search(chars, passage.start, mention.start) or (
                    scene.acts(mention) and not words.ONLOOKER.match(chars, mention.end)
                ):
                    yield mention, PartTaken.ATTENDEE

    def _in_scene(self, passage: Passage) -> Iterator[Mention]:
        """Who acts in the scene that the report explains: 教师王一教学生剪纸。当天，某馆开展“送戏下乡”活动."""
        report, sentence = passage.report, passage.sentence
        if report.explains and 0 <= report.sentence.block - sentence.block <= 1 and sentence.start < report.sentence.start:
            yield from self._acting(passage.start, sentence.end)

    def _at_work(self, passage: Passage) -> Iterator[Mention]:
        """Who does something with others where an activity is told: 医生王一|把医嘱写成大字，递给李二."""
        report, sentence, chars = passage.report, passage.sentence, self.scene.chars
        if report.kind == EventKind.OTHER and not report.planned and 0 <= sentence.block - report.sentence.block <= 1:
            for mention in self._acting(passage.start, passage.end):
                served = words.TO_HAND.search(chars, passage.start, mention.start) and not words.SEEN_OFF.match(
                    chars, mention.end
                )
                if served or words.BY_HAND.match(chars, mention.end):
                    yield mention

    def _acting(self, start: int, end: int) -> Iterator[Mention]:
        """The persons of a stretch who act in it, leaders who are studied left out."""
        for mention in self.scene.people_in(start, end):
            if self.scene.acts(mention) and self._takes_part(mention, headline=False):
                yield mention

    def _takes_part(self, mention: Mention, *, headline: bool) -> bool:
        """Leaders whose words are being studied took no part, unless the headline names them."""
        if headline:
            return True
        posts = self.scene.posts.get(self.scene.name(mention), ())
        if not any(post.role in words.NATION for post in posts):
            return True
        name = self.scene.name(mention)
        return any(
            self.scene.name(m) == name and self.scene.acts(m)
            for line in self.scene.headlines
            for m in self.scene.mentions_in(line.start, line.end)
        )
