"""The unnamed parties and the bodies that took part in an event: 各县分管负责同志, 部分人大代表, 126名选手, 市妇联.

Reads one sentence: the lists before verbs of taking part (`party_lists`), whom somebody leads, meets or hears, parties
told by their number or by what they do (`actors`), and the teams of a contest (`teams`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from yaowen.facts.parties import words
from yaowen.facts.parties.actors import Actors
from yaowen.facts.parties.lists import PartyLists
from yaowen.facts.parties.phrases import acts, is_party
from yaowen.facts.parties.teams import find_teams
from yaowen.facts.scene import Scene
from yaowen.facts.sentences import Sentence
from yaowen.schema import Label
from yaowen.vocabulary import DOES, Kind, cut

DID_SO = re.compile("了|[此本这]次|活动|会议|仪式")
"""Behind a verb that is said of those before it: 参与|了此次活动."""


@dataclass(frozen=True)
class Groups:
    """Finds who took part in an article's events without being named."""

    scene: Scene

    @cached_property
    def _lists(self) -> PartyLists:
        return PartyLists(self.scene)

    @cached_property
    def _actors(self) -> Actors:
        return Actors(self.scene)

    def of(self, sentence: Sentence, *, near: bool, contest: bool = False, acting: bool = False) -> Iterator[str]:
        """The parties of one sentence; those told by their number alone only `near` the report itself.

        In a `contest` the teams that win and lose are parties. `acting`: so is whoever opens a clause and does something.
        """
        found: list[tuple[int, int]] = []
        for cue in words.CUE.finditer(self.scene.chars, sentence.start, min(sentence.end, sentence.start + 1500)):
            if self._tells_part(cue, sentence) and (near or self._at_the_event(cue, sentence)):
                found.extend(self._before(cue, sentence))
        if near or words.THERE.match(self.scene.chars, sentence.start, sentence.end):
            actors = self._actors
            rules = [self._led, self._listed_behind, self._in_charge, self._heard]
            for rule in (*rules, actors.counted, actors.served, actors.brought, actors.delegations):
                found.extend(rule(sentence))
        found.extend(self._of_tour(sentence))
        if acting or (near and words.AT_IT.match(self.scene.chars, sentence.start, sentence.end)):
            acting_now = self._actors.acting(sentence)
            found.extend(span for span in acting_now if not any(span[0] <= start and end <= span[1] for start, end in found))
        if contest:
            found.extend(find_teams(self.scene, sentence))
        spans = sorted({self._trimmed(start, end) for start, end in found})
        # 37户村民|和部分企业、商户
        spans = [
            (start, behind - 1 if start < behind - 1 < end < further else end)
            for (start, end), (behind, further) in zip(spans, [*spans[1:], (0, 0)], strict=False)
        ]
        for start, end in spans:
            if not any(one <= start and end <= other and (one, other) != (start, end) for one, other in spans):
                yield self.scene.chars[start:end]

    def _tells_part(self, cue: re.Match[str], sentence: Sentence) -> bool:
        """Whether a verb tells of those at one event: not what people may do, nor what is summed up or goes before it."""
        chars, place = self.scene.chars, cue.start()
        if self.scene.quotation(place) or words.MAY.search(chars, max(sentence.start, place - 5), place):
            return False
        if words.IN_ALL.search(chars, self.scene.clause(place, sentence)[0], place):
            return False  # 累计有560名教师参加
        if words.TALLY.search(chars, max(sentence.start, place - 50), place) or words.PRELIMINARY.match(
            chars, cue.end(), sentence.end
        ):
            return False
        # 全部录入家庭医生签约|系统
        return cue[0] != "签约" or not any(word.kind == Kind.NOUN for word in cut(chars[cue.end() : cue.end() + 6])[:1])

    def _listed_behind(self, sentence: Sentence) -> Iterator[tuple[int, int]]:
        """Who is listed behind 出席的有, and whom a body brings: 组织女职工、妇女代表等120多人."""
        for listed in words.THOSE.finditer(self.scene.chars, sentence.start, sentence.end):
            for clause in words.CLAUSE.finditer(self.scene.chars, *listed.span("list")):
                yield from self._lists.items(*clause.span())
        for brought in words.BROUGHT.finditer(self.scene.chars, sentence.start, sentence.end):
            yield from self._lists.items(*brought.span("party"))

    def _trimmed(self, start: int, end: int) -> tuple[int, int]:
        """来自全县86名棋手 is 全县86名棋手; 来自全县的86名棋手 stays."""
        if lead := words.JOINS.match(self.scene.chars, start, end):
            start = lead.end()
        if dealt := words.DEALT_WITH.match(self.scene.chars, start, end):
            start = dealt.end()
        with_whom = self.scene.chars.find("与", start, end)
        if with_whom > start and not self.scene.inside_mention(with_whom) and acts(self.scene.chars[start:with_whom]):
            start = with_whom + 1 if not words.HEAD.search(self.scene.chars[start:with_whom]) else start
        among = self.scene.chars.find("在内的", start, end)
        start = among + 3 if among >= 0 else start
        bare = self.scene.chars.startswith("来自", start) and "的" not in self.scene.chars[start:end]
        return (start + 2 if bare else start), end

    def _at_the_event(self, cue: re.Match[str], sentence: Sentence) -> bool:
        """Whether a sentence further down tells who took part, rather than what else such people do."""
        if words.THERE.match(self.scene.chars, sentence.start, sentence.end):
            return True
        if cue[0] == "宣誓":
            return True
        if words.SPEAKS_THERE.match(cue[0]) and self.scene.mention_at(self.scene.clause(cue.start(), sentence)[0]):
            return True
        return words.CLOSES.match(self.scene.chars, cue.end(), sentence.end) is not None

    def _before(self, cue: re.Match[str], sentence: Sentence) -> Iterator[tuple[int, int]]:
        """The parties of the list that stands before a verb: 王一、李二，各县分管负责同志|参加."""
        chars = self.scene.chars
        end = cue.start()
        while True:
            start, _ = self.scene.clause(end, sentence, reach=300)
            if end != cue.start() and words.DIVIDES.search(chars, start, end):
                return
            if start > sentence.start and words.MOVES.match(chars, start, end):
                end = start - 1
                continue
            end = self._before_those_spoken_for(start, end)
            listed = self._lists.before_verb(
                start, end, adjacent=end == cue.start(), speaks=words.SPEAKS.match(cue[0]) is not None
            )
            if words.WELCOMES.match(chars, start, end) or (end != cue.start() and words.HONOURS.match(chars, start, end)):
                return
            if listed is None or (end != cue.start() and words.CUE.match(chars, start)):
                return
            if cue[0] == "汇报" and "听取" in chars[start:end] and (not listed or listed[-1][1] != end):
                return  # 听取某县与某学会合作项目进展情况汇报
            yield from listed
            if start <= sentence.start or chars[start - 1] not in "，,；;" or cue.start() - start > 300:
                return
            opens = start == end == cue.start() and self._did_so(cue.end(), sentence)  # …8家单位代表，|参与了活动
            if not listed and not opens and not self._nominal(start, end):
                return
            end = start - 1

    def _before_those_spoken_for(self, start: int, end: int) -> int:
        """Where those who speak end, before whom they speak for: 裁判员王一|代表全体裁判员|宣誓, but not 裁判员代表宣誓."""
        for speaks in words.SPEAKS_FOR.finditer(self.scene.chars, start, end):
            people = self.scene.people_in(start, speaks.start())
            if speaks[0] != "代表" or (people and people[-1].end == speaks.start()):
                return speaks.start()
        return end

    def _in_charge(self, sentence: Sentence) -> Iterator[tuple[int, int]]:
        """The officials of bodies that open a clause, whatever they do: 市水利局、市气象局有关负责人|解读政策."""
        position = sentence.start
        while position < min(sentence.end, sentence.start + 600):
            start, end = position, self.scene.clause(position, sentence)[1]
            while (body := self.scene.mention_at(position)) and body.label == Label.ORG:
                position = body.end + self.scene.chars.startswith(("、", "和", "与"), body.end)
            officials = words.IN_CHARGE.match(self.scene.chars, position, end) if position > start else None
            does = cut(self.scene.chars[officials.end() : officials.end() + 8])[0].kind if officials else Kind.OTHER
            if officials and does in DOES | {Kind.ADVERB} and not self.scene.quotation(start):
                yield start, officials.end()
            position = max(end, position) + 1

    def _did_so(self, place: int, sentence: Sentence) -> bool:
        """Whether a verb that opens a clause is said of those before it: …代表，|参与了此次活动, not 出席60名."""
        return DID_SO.match(self.scene.chars, place, sentence.end) is not None

    def _nominal(self, start: int, end: int) -> bool:
        """Whether a clause is but a list of named people, which other parties may stand before."""
        return any(m.label in {Label.PERSON, Label.ROLE} for m in self.scene.mentions_in(start, end))

    def _led(self, sentence: Sentence) -> Iterator[tuple[int, int]]:
        """Whom somebody leads, meets or does something with: 率部分委员赴某县视察; 与干部群众一起参加植树."""
        chars = self.scene.chars
        for match in words.LED.finditer(chars, sentence.start, min(sentence.end, sentence.start + 600)):
            start, end = match.span("party")
            if self.scene.quotation(match.start()) or self.scene.inside_mention(match.start()):
                continue
            if people := self.scene.people_in(start, end):
                also = words.BEHIND_LEADER.match(chars, people[-1].end, end) if match[0][0] in "率带" else None
                if also:
                    yield from self._lists.items(also.end(), end)
                continue
            opens = self.scene.clause(match.start(), sentence)[0]
            if match[0][0] in "和与同" and "对" in chars[opens : match.start()]:
                continue  # 对先进集体和先进个人进行了表彰
            if match[0][0] in "和与同" and self._before_those_spoken_for(opens, match.start()) < match.start():
                continue  # 分别代表运动员和裁判员进行宣誓
            if at_work := words.AT_WORK.match(chars, start, end):
                start = at_work.end()
            text = chars[start:end]
            if match[0][0] == "由" and not words.COUNT.search(text):
                continue  # 由街道、社区共同分担
            if words.SEES.match(match[0]) and not words.ENDS_PEOPLE.search(text):
                continue  # 慰问敬老院、某社区: where he goes
            if match[0].startswith("邀请") and match["after"] in {"到", "来", "赴"}:
                continue  # 邀请海内外企业到某省投资
            if match["after"] == "走进" and not match[0].startswith("邀请"):
                continue  # 组织业务骨干走进集市: its own staff
            if is_party(text) and not words.GENERAL.fullmatch(text):
                jointly = match["after"] in words.JOINTLY or (match["after"].endswith("家常") and words.COUNT.search(text))
                if match[0][0] in "与同和由" and not jointly:
                    continue
                yield from self._lists.items(start, end)
                if match[0][0] in "与同和":
                    yield from self._with_them(self.scene.clause(match.start(), sentence)[0], match.start())

    def _with_them(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Who does something with others: 作家们还|与文学爱好者座谈."""
        if lead := words.LEADS.match(self.scene.chars, start, end):
            start = lead.end()
        if also := words.ALSO.search(self.scene.chars, start, end):
            end = also.start()
        text = self.scene.chars[start:end]
        known = bool(self.scene.people_in(start, end))
        if not known and is_party(text) and not words.GENERAL.fullmatch(text) and not acts(text):
            yield start, end

    def _of_tour(self, sentence: Sentence) -> Iterator[tuple[int, int]]:
        """Whom a visitor speaks to on his way: 叮嘱|随行的农技人员; and with whom somebody holds it: 联合|9家单位主办."""
        for match in words.ON_THE_WAY.finditer(self.scene.chars, sentence.start, min(sentence.end, sentence.start + 600)):
            start, end = match.span("party" if match["party"] else "with")
            text = self.scene.chars[start:end]
            if not self.scene.quotation(start) and is_party(text) and not words.GENERAL.fullmatch(text.removeprefix("随行的")):
                yield start, end

    def _heard(self, sentence: Sentence) -> Iterator[tuple[int, int]]:
        """Whom somebody hears: 听取5名村干部对防火的意见."""
        for match in words.HEARD.finditer(self.scene.chars, sentence.start, min(sentence.end, sentence.start + 600)):
            start, end = match.span("party" if match["party"] else "list")
            if not self.scene.quotation(start) and not self.scene.people_after(start, end):
                if self.scene.chars.endswith("党组", start, end):
                    yield start, end  # 市人大、市政府、市法院党组: one phrase
                    continue
                heard = [*self._lists.items(start, end, speaks=match["party"] is None)]
                if match["party"] or (heard and heard[-1][1] == end):
                    yield from heard
