"""Unnamed people who act, or for whom something is done, by number (126名选手同场竞技) or by what they do (志愿者们)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest

from yaowen.facts.parties import words
from yaowen.facts.parties.items import COUNTED, split_items
from yaowen.facts.parties.phrases import acts, belongs_to_them, holds_together, is_party
from yaowen.facts.scene import Scene
from yaowen.facts.sentences import Sentence
from yaowen.schema import Label
from yaowen.vocabulary import DOES, Kind, cut


@dataclass(frozen=True)
class Actors:
    """Finds the unnamed people and bodies that act in one article."""

    scene: Scene

    def counted(self, sentence: Sentence) -> Iterator[tuple[int, int]]:
        """Parties told by their number that open a clause: 来自全市的126名选手|同场竞技; 12所高校与35家企业|现场签约."""
        position = sentence.start
        while position < min(sentence.end, sentence.start + 800):
            _, end = self.scene.clause(position, sentence, reach=400)
            if not self.scene.quotation(position):
                yield from self._opening_list(position, end)
            position = max(end, position) + 1

    def _opening_list(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        chars = self.scene.chars
        lead = words.BEFORE_COUNT.match(chars, start, end)
        number = words.COUNT.search(chars, lead.end(), min(end, lead.end() + 24)) if lead else None
        if lead and lead["come"] and (number is None or number.start() > lead.end() + 8):
            last = self._party_end(lead.end(), lead.end(), end)
            named = last and self.scene.mention_at(last)  # 来自柳湖的大学生|王一
            known = last and (self.scene.people_in(lead.end(), last) or (named and named.label == Label.PERSON))
            if last and not known and is_party(chars[lead.start("come") : last]):
                yield lead.start("come"), last
            return
        if lead is None or number is None or words.ONE.fullmatch(number[0]):
            return
        if self.scene.people_in(lead.end(), number.start()):
            return  # 某商会会长王一等130多位代表参加: a list
        opens = lead.start("come") if lead["come"] else lead.end()
        first = lead.end()
        if (sent := words.SENT.match(chars, first, number.start())) and not words.FOR.search(sent[0]):
            opens = first = sent.end()
            if words.PROMISES.search(sent[0]):
                return
        if words.HABIT.search(chars, lead.start(), number.start()) or acts(chars[first : number.start()]):
            return
        last = self._party_end(number.start(), number.end(), end)
        if last and number[0][-1] in "所家" and (people := COUNTED.match(chars, last, end)):
            last = self._party_end(last, people.end(), end) or last  # 120所高校|900余名运动员、教练员
        teams = ("队伍",) if lead["come"] else ("队", "队伍", "团")  # 26支队伍、|680余名桡手
        if last and not (chars.endswith(teams, number.end(), last) or words.AND_SOME.search(chars, number.end(), last + 3)):
            last = self._goes_on(last, end)
        if last is None or words.NO_DEED.match(chars, last) or belongs_to_them(chars[last : min(end, last + 16)]):
            return
        items = [*split_items(self.scene, first, last)]
        listed = chars.endswith("等", first, number.start())  # 华兴公司、恒泰公司等8家企业
        counted = [COUNTED.search(chars, *item) is not None for item in items]
        # 上万名游客和市民; 12名教师、3名班主任和9个先进集体
        if opens < first or listed or (counted[0] and not all(counted)) or len(items) > 2:
            items = [(opens, last)]
        if all(is_party(chars[begin:stop]) for begin, stop in items):
            yield from items

    def _goes_on(self, last: int, end: int) -> int:
        """Where a list ends that a counted party opens: 20余位评论家、|作家; 12名教师、3名班主任和|9个先进集体."""
        chars = self.scene.chars
        while last < end and chars[last] in "和与及、":
            counted = COUNTED.match(chars, last + 1, end)
            if not counted and chars[last] in "与及":
                break
            further = self._party_end(last + 1, counted.end() if counted else last + 1, end)
            if further is None:
                break
            last = further
        return last

    def served(self, sentence: Sentence) -> Iterator[tuple[int, int]]:
        """Parties told by their number for whom something is done: 为30名学生作了讲座."""
        for match in words.SERVED.finditer(self.scene.chars, sentence.start, min(sentence.end, sentence.start + 600)):
            start, end = match.span("party")
            if people := self.scene.people_in(start, end):
                start = people[-1].end + self.scene.chars.startswith("等", people[-1].end)  # 为王一、李二等5名教师颁奖
            if words.IN_ALL.search(self.scene.chars, sentence.start, start):
                return
            if match["doing"] and not acts(match["doing"]):
                continue  # 为敬老院的20位老人理发: what is done
            if not self.scene.quotation(start) and is_party(party := self.scene.chars[start:end]) and party[0] != "前":
                yield start, end

    def brought(self, sentence: Sentence) -> Iterator[tuple[int, int]]:
        """Parties told by their number whom somebody brings along (王一带着6名徒弟演示), or who come (吸引2400多人进场)."""
        for match in words.BRINGS.finditer(self.scene.chars, sentence.start, min(sentence.end, sentence.start + 600)):
            if self.scene.quotation(match.start()) or self.scene.inside_mention(match.start()):
                continue
            if words.HABIT.search(self.scene.chars, max(sentence.start, match.start() - 8), match.start()):
                continue
            if words.PROMISES.search(self.scene.chars, max(sentence.start, match.start() - 6), match.start()):
                continue
            _, end = self.scene.clause(match.end(), sentence)
            last = self._party_end(match.end(), match.start("count"), end)
            while last and self.scene.chars[last] in "、和" and (further := self._party_end(last + 1, last + 1, end)):
                last = further  # 邀请8名养殖户、合作社负责人
            if last and is_party(self.scene.chars[match.end() : last]) and not words.NO_DEED.match(self.scene.chars, last):
                yield match.end(), last

        for came in words.CAME.finditer(self.scene.chars, sentence.start, min(sentence.end, sentence.start + 600)):
            if not self.scene.quotation(came.start()):
                yield came.span("party")

    def delegations(self, sentence: Sentence) -> Iterator[tuple[int, int]]:
        """Parties that travel, with their number: 会长王一率|考察团一行8人."""
        chars = self.scene.chars
        for match in words.DELEGATION.finditer(chars, sentence.start, min(sentence.end, sentence.start + 300)):
            start, _ = self.scene.clause(match.start(), sentence)
            people = self.scene.people_before(match.start(), start)
            lead = words.LEADS_THEM.match(chars, people[-1].end if people else start, match.start())
            start = lead.end() if lead else people[-1].end if people else start
            if match.start() - start >= 2 and not self.scene.quotation(match.start()) and is_party(chars[start : match.end()]):
                yield start, match.end()
        for guests in self.scene.mentions_in(sentence.start, min(sentence.end, sentence.start + 120)):
            # 石桥市党政考察团|来我市考察
            comes = guests.label == Label.ORG and words.GUESTS.search(guests.text) and words.COMES.match(chars, guests.end)
            if comes and not self.scene.quotation(guests.start):
                yield guests.start, guests.end
        for match in words.LED_HERE.finditer(chars, sentence.start, min(sentence.end, sentence.start + 300)):
            if not self.scene.quotation(match.start()) and not words.DELEGATION.match(chars, match.end()):
                yield match.span("party")

    def acting(self, sentence: Sentence) -> Iterator[tuple[int, int]]:
        """Unnamed people who open a clause and do something: 志愿者们|为老人理发, 佩戴红领巾的|少先队员们|宣誓."""
        chars = self.scene.chars
        position = sentence.start
        while position < min(sentence.end, sentence.start + 300):
            _, end = self.scene.clause(position, sentence)
            if words.ACTORS_NEAR.match(chars, position, end) and not self.scene.quotation(position):
                lead = words.BEFORE_COUNT.match(chars, position, end)
                begin = lead.end() if lead else position
                of = words.OF.match(chars, begin, end)
                begin = of.end() if of else begin
                stop = self._party_end(begin, begin, end)
                whole = of.start() if of and stop and words.GENERAL.fullmatch(chars, begin, stop) else begin
                if self.scene.mention_at(whole):
                    begin = whole  # 柳湖镇的|志愿者
                if stop and self._is_acting(begin, stop, end):
                    yield begin, stop
            position = max(end, position) + 1
        for match in words.GUIDED.finditer(chars, sentence.start, min(sentence.end, sentence.start + 300)):
            if not self.scene.quotation(match.start()) and not words.GENERAL.fullmatch(match["party"]):
                yield match.span("party")

    def _is_acting(self, start: int, stop: int, end: int) -> bool:
        """Whether a party does something by itself: nobody named, no body that sends it, no part of a longer name."""
        party = self.scene.chars[start:stop]
        home, named = self.scene.mention_at(start), self.scene.mention_at(stop)
        if named and named.label == Label.PERSON:
            return False  # 学生代表|王一
        opens = home.end if home and home.end < stop else start  # 柳湖镇|的志愿者
        if (
            not words.ACTORS.search(party)
            or not is_party(party)
            or words.GENERAL.fullmatch(party)
            or acts(self.scene.chars[opens:stop])
        ):
            return False
        if words.NAME_GOES_ON.match(self.scene.chars, stop, end) or words.NO_DEED.match(self.scene.chars, stop):
            return False  # 市直企业|联赛
        if words.SENT.match(self.scene.chars, opens + self.scene.chars.startswith("的", opens), stop) or self.scene.people_in(
            start, stop
        ):
            return False
        following = cut(self.scene.chars[stop : min(end, stop + 8)])
        if following and following[0].kind == Kind.ADJECTIVE:
            following = following[1:]  # 少先队员们|庄严宣誓
        with_whom = {"手把手", "面对面", "为", "与", "把", "用", "向", "通过", "以", "在" if party.endswith("们") else "为"}
        if words.MAY.match(self.scene.chars, stop, min(end, stop + 2)):
            return False
        if words.ON_THE_SPOT.match(self.scene.chars, stop, end) or words.DOES_THERE.match(self.scene.chars, stop, end):
            return True
        return bool(following) and (following[0].kind in DOES | {Kind.ADVERB} or following[0].text in with_whom)

    def _party_end(self, start: int, behind: int, end: int) -> int | None:
        """Where a party that starts at a place ends: with the first noun for people or bodies that a verb follows."""
        chars = self.scene.chars
        text = chars[behind : min(end, behind + 24)]
        found_words = cut(text)
        found: int | None = None
        for word, following, further in zip_longest(found_words, found_words[1:], found_words[2:]):
            if word.kind == Kind.OTHER and word.text not in "“”":
                break
            stop = behind + word.end
            if not words.ENDS.search(chars, start, stop) or not holds_together(chars[start:stop]):
                continue
            if following and following.kind == Kind.CONJUNCTION:
                found = stop  # 上万名游客和市民|涌入
                continue
            if following is None or following.kind in words.GOES_ON | {Kind.NUMERAL} or words.TOGETHER.match(chars, stop):
                return stop
            found = stop if further and further.kind in DOES else found  # 320名新生|光荣入队
        return found
