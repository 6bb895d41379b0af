"""The unnamed parties and the bodies that took part in an event: 各县分管负责同志, 部分人大代表, 126名选手, 市妇联.

Reads one sentence. What stands before a verb of taking part is cut into a list, item by item: a name and its office
are no group, a phrase that ends with a noun for people or bodies is one, and organisations count where the list is of
nothing else. Then whom somebody leads or meets, parties told by their number, and the teams of a contest.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest

from yaowen.facts.party_words import (
    ACTORS,
    ACTORS_NEAR,
    ALSO,
    AT_IT,
    BEATS,
    BEATS_FROM_AFAR,
    BEFORE_COUNT,
    BRINGS,
    CLOSES,
    COUNT,
    COUNT_BEHIND,
    CUE,
    DEALT_WITH,
    ENDS,
    ENDS_BODY,
    ENDS_OFFICE,
    ENDS_PEOPLE,
    FOR,
    GENERAL,
    GOES_ON,
    GOVERNS,
    HABIT,
    HEAD,
    HEARD,
    HONOURED,
    IN_ALL,
    JOINS,
    LEADS,
    LED,
    MAY,
    NAME_GOES_ON,
    NEXT_TEAM,
    NO_DEED,
    NO_PARTY,
    OF,
    ONE,
    ORIGIN,
    QUANTIFIED,
    QUOTED,
    SECOND_COUNT,
    SENT,
    SEPARATOR,
    SERVED,
    SEVERAL,
    SPEAKS,
    THERE,
    THERE_WERE,
    THOSE,
    TOGETHER,
    TRAIL,
    TWO,
    WINS,
)
from yaowen.facts.scene import Scene, Sentence
from yaowen.facts.vocabulary import DOES, Kind, cut
from yaowen.facts.wording import MEASURE, NUMBER
from yaowen.schema import Label


@dataclass(frozen=True)
class Groups:
    """Finds who took part in an article's events without being named."""

    scene: Scene

    def of(self, sentence: Sentence, *, near: bool, contest: bool = False, acting: bool = False) -> Iterator[str]:
        """The parties of one sentence; those told by their number alone only `near` the report itself.

        In a `contest` the teams that win and lose are parties. `acting`: so is whoever opens a clause and does something.
        """
        found: list[tuple[int, int]] = []
        for cue in CUE.finditer(self.scene.chars, sentence.start, min(sentence.end, sentence.start + 1500)):
            if MAY.search(self.scene.chars, max(sentence.start, cue.start() - 5), cue.start()):
                continue
            if not self.scene.quotation(cue.start()) and (near or self._at_the_event(cue, sentence)):
                found.extend(self._before(cue, sentence))
        if near or THERE.match(self.scene.chars, sentence.start, sentence.end):
            found.extend(self._led(sentence))
            for listed in THOSE.finditer(self.scene.chars, sentence.start, sentence.end):
                found.extend(self._items(*listed.span("list"), speaks=False))
            found.extend(self._counted(sentence))
            found.extend(self._served(sentence))
            found.extend(self._heard(sentence))
            found.extend(self._brought(sentence))
        if acting or (near and AT_IT.match(self.scene.chars, sentence.start, sentence.end)):
            found.extend(self._acting(sentence))
        if contest:
            found.extend(self._teams(sentence))
        spans = sorted({self._trimmed(start, end) for start, end in found})
        for start, end in spans:
            if not any(one <= start and end <= other and (one, other) != (start, end) for one, other in spans):
                yield self.scene.chars[start:end]

    def _trimmed(self, start: int, end: int) -> tuple[int, int]:
        """来自全县86名棋手 is 全县86名棋手; 来自全县的86名棋手 stays."""
        if lead := JOINS.match(self.scene.chars, start, end):
            start = lead.end()
        if dealt := DEALT_WITH.match(self.scene.chars, start, end):
            start = dealt.end()
        if (with_whom := self.scene.chars.find("与", start, end)) > start and _acts(self.scene.chars[start:with_whom]):
            start = with_whom + 1 if not HEAD.search(self.scene.chars[start:with_whom]) else start
        among = self.scene.chars.find("在内的", start, end)
        start = among + 3 if among >= 0 else start
        bare = self.scene.chars.startswith("来自", start) and "的" not in self.scene.chars[start:end]
        return (start + 2 if bare else start), end

    def _at_the_event(self, cue: re.Match[str], sentence: Sentence) -> bool:
        """Whether a sentence further down tells who took part, rather than what else such people do."""
        if THERE.match(self.scene.chars, sentence.start, sentence.end):
            return True
        return CLOSES.match(self.scene.chars, cue.end(), sentence.end) is not None

    def _before(self, cue: re.Match[str], sentence: Sentence) -> Iterator[tuple[int, int]]:
        """The parties of the list that stands before a verb: 王一、李二，各县分管负责同志|参加."""
        chars = self.scene.chars
        end = cue.start()
        while True:
            start, _ = self.scene.clause(end, sentence)
            listed = [*self._items(start, end, adjacent=end == cue.start(), speaks=SPEAKS.match(cue[0]) is not None)]
            if listed == [(-1, -1)]:
                return
            yield from listed
            if start <= sentence.start or chars[start - 1] not in "，,；;" or cue.start() - start > 200:
                return
            if not listed and not self._nominal(start, end):
                return
            end = start - 1

    def _nominal(self, start: int, end: int) -> bool:
        """Whether a clause is but a list of named people, which other parties may stand before."""
        return any(m.label in {Label.PERSON, Label.ROLE} for m in self.scene.mentions_in(start, end))

    def _items(self, start: int, end: int, *, speaks: bool, adjacent: bool = False) -> Iterator[tuple[int, int]]:
        """The parties of a list; (-1, -1) alone where a passage is no list at all."""
        chars = self.scene.chars
        if lead := LEADS.match(chars, start, end):
            start = lead.end()
        if there := THERE_WERE.match(chars[start:end]):
            start += there.end()
        trail = TRAIL.search(chars, start, end) if adjacent else None
        while trail and trail.start() > start and not self.scene.inside_mention(trail.start()):
            end = trail.start()
            trail = TRAIL.search(chars, start, end)
        if start >= end:
            return
        pending: int | None = None
        parties: list[tuple[int, int]] = []
        spans = [*self._split(start, end)]
        for index, (first, last) in enumerate(spans):
            people = [m for m in self.scene.mentions_in(first, last) if m.label == Label.PERSON]
            if people:
                pending = None
                tail = re.match(r"(?:同志)?等", chars[people[-1].end : last])
                if not tail:
                    continue
                first = people[-1].end + tail.end()
            if self._is_office(first, last, spans[index + 1 :]):
                pending = None
                continue
            text = chars[first:last]
            if self._is_party(text):
                whole = (named := self.scene.mention_at(first)) is not None and named.end == last
                apart = chars[first - 1] == "与" and (whole or re.search(f"等{NUMBER}{MEASURE}", text) is not None)
                if pending is not None and not people and not apart and (chars[pending] == "各" or not QUANTIFIED.match(text)):
                    first = pending
                elif pending is not None:
                    parties.extend(self._bodies(pending, first))
                pending = None
                if parties and parties[-1][1] == first - 1 and self._shares_head(*parties[-1], text):
                    first = parties.pop()[0]
                parties.append((first, last))
            elif text and pending is None:
                pending = first
        if pending is not None:
            bodies = [*self._bodies(pending, end)]
            if not bodies and not parties:
                yield -1, -1
                return
            parties.extend(bodies if bodies and (speaks or parties or bodies[-1][1] == end) else ())
        if len(parties) > 1 and COUNT_BEHIND.search(chars, *parties[-1]) and parties[0][0] >= start:
            parties = [(parties[0][0], parties[-1][1])]  # 建设者代表、沿线群众300余人
        for first, last in self._governed(parties):
            behind = SECOND_COUNT.search(chars, first, last)
            if behind and re.search(NUMBER + MEASURE, chars[first : behind.start()]):
                last = behind.start()
            if (
                2 <= last - first <= 90
                and not NO_PARTY.search(QUOTED.sub("", chars[first:last]))
                and not GENERAL.fullmatch(chars, first, last)
            ):
                yield first, last

    def _governed(self, parties: list[tuple[int, int]]) -> list[tuple[int, int]]:
        """The parties, those that one number or origin counts for taken together: 160位华侨、企业家代表."""
        found: list[tuple[int, int]] = []
        for first, last in parties:
            text = self.scene.chars[first:last]
            mention = self.scene.mention_at(first)
            bare = QUANTIFIED.match(text) is None and (mention is None or mention.text in {"政协", "人大"})
            if bare and found and 0 < first - found[-1][1] <= 2 and GOVERNS.match(self.scene.chars, *found[-1]):
                first = found.pop()[0]
            found.append((first, last))
        return found

    def _is_party(self, text: str) -> bool:
        """Whether a phrase names people or bodies: 有关部门负责人; with 各 also by their office (各县工会主席)."""
        if HONOURED.search(text):
            return True
        several = (QUANTIFIED.match(text) is not None or "各" in text) and ENDS_OFFICE.search(text) is not None
        text = QUOTED.sub("", text)
        return (several or HEAD.search(text) is not None) and not NO_PARTY.search(text) and _holds_together(text)

    def _shares_head(self, first: int, last: int, following: str) -> bool:
        """Whether a list goes on to its noun: 各学院、各单位、机关各部门|负责人."""
        text = self.scene.chars[first:last]
        general = self.scene.mention_at(first) is None and not re.search(NUMBER + MEASURE, text)
        return general and ENDS_BODY.search(text) is not None and ENDS_PEOPLE.search(following) is not None

    def _split(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """The items of a list; no separator inside a mention or brackets counts."""
        chars = self.scene.chars
        position, depth = start, 0
        origin = ORIGIN.match(chars, start, end)
        place = origin.end() if origin else start
        while place < end:
            depth += (chars[place] in "（(") - (chars[place] in "）)")
            match = SEPARATOR.match(chars, place, end)
            if match and depth <= 0 and not self._inside(place):
                if position < place:
                    yield position, place
                position = place = match.end()
                continue
            place += 1
        if position < end:
            yield position, end

    def _inside(self, place: int) -> bool:
        return self.scene.inside_mention(place) and self.scene.mention_at(place) is None

    def _is_office(self, first: int, last: int, following: list[tuple[int, int]]) -> bool:
        """Whether an item is the office of a name that follows: 校长、党委书记|王一."""
        roles = [m for m in self.scene.mentions_in(first, last) if m.label == Label.ROLE]
        closes = bool(roles) and roles[-1].end == last
        several = QUANTIFIED.match(self.scene.chars, first, last) or SEVERAL.search(self.scene.chars, first, last)
        several = several or re.search("各", self.scene.chars[first:last])
        anybody = any(m.label == Label.PERSON for span in following[:4] for m in self.scene.mentions_in(*span))
        if closes and (anybody or not several):
            return True
        for nth, (start, end) in enumerate(following[:4]):
            mentions = self.scene.mentions_in(start, end)
            if any(m.label == Label.PERSON for m in mentions):
                named = next(m for m in mentions if m.label == Label.PERSON)
                # 教师代表、某学院教授王一 is one person; 各县负责人、副市长王一 are two parties.
                return (
                    not QUANTIFIED.match(self.scene.chars, first, last)
                    and named.start >= start
                    and (last - first <= 8 or (nth > 0 and several is not None))
                )
            if not mentions or mentions[-1].label != Label.ROLE:
                return False
        return False

    def _bodies(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """The organisations of a passage that is a list of nothing else."""
        for first, last in self._split(start, end):
            mention = self.scene.mention_at(first)
            last = last - len(self.scene.chars[first:last]) + len(self.scene.chars[first:last].rstrip("、，"))
            if mention and mention.end == last and mention.label in {Label.ORG, Label.PLACE}:
                yield first, last

    def _led(self, sentence: Sentence) -> Iterator[tuple[int, int]]:
        """Whom somebody leads, meets or does something with: 率部分委员赴某县视察; 与干部群众一起参加植树."""
        chars = self.scene.chars
        for match in LED.finditer(chars, sentence.start, min(sentence.end, sentence.start + 600)):
            start, end = match.span("party")
            if self.scene.quotation(match.start()) or self.scene.inside_mention(match.start()):
                continue
            if any(m.label == Label.PERSON for m in self.scene.mentions_in(start, end)):
                continue
            if match[0][0] in "和与同" and "对" in chars[self.scene.clause(match.start(), sentence)[0] : match.start()]:
                continue  # 对先进集体和先进个人进行了表彰
            text = chars[start:end]
            if match[0].startswith("邀请") and match["after"] in {"到", "来", "赴"}:
                continue  # 邀请海内外企业到某省投资
            if self._is_party(text) and not GENERAL.fullmatch(text):
                if match[0][0] in "与同和由" and match["after"] not in {
                    "一起",
                    "一同",
                    "一道",
                    "共同",
                    "共进",
                    "深入",
                    "亲切",
                    "面对面",
                    "围坐",
                    "进行",
                    "举行",
                }:
                    continue
                yield from self._items(start, end, speaks=False)
                if match[0][0] in "与同和":
                    yield from self._with_them(self.scene.clause(match.start(), sentence)[0], match.start())

    def _with_them(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Who does something with others: 作家们还|与文学爱好者座谈."""
        if lead := LEADS.match(self.scene.chars, start, end):
            start = lead.end()
        if also := ALSO.search(self.scene.chars, start, end):
            end = also.start()
        text = self.scene.chars[start:end]
        known = any(m.label == Label.PERSON for m in self.scene.mentions_in(start, end))
        if not known and self._is_party(text) and not GENERAL.fullmatch(text) and not _acts(text):
            yield start, end

    def _served(self, sentence: Sentence) -> Iterator[tuple[int, int]]:
        """Parties told by their number for whom something is done: 为30名学生作了讲座."""
        for match in SERVED.finditer(self.scene.chars, sentence.start, min(sentence.end, sentence.start + 600)):
            start, end = match.span("party")
            if IN_ALL.search(self.scene.chars, sentence.start, start):
                return
            if not self.scene.quotation(start) and self._is_party(match["party"]) and not match["party"].startswith("前"):
                yield start, end

    def _heard(self, sentence: Sentence) -> Iterator[tuple[int, int]]:
        """Whom somebody hears: 听取5名村干部对防火的意见."""
        for match in HEARD.finditer(self.scene.chars, sentence.start, min(sentence.end, sentence.start + 600)):
            start, end = match.span("party")
            if not self.scene.quotation(start) and not self.scene.people_after(start, end):
                yield from self._items(start, end, speaks=False)

    def _brought(self, sentence: Sentence) -> Iterator[tuple[int, int]]:
        """Parties told by their number whom somebody brings along: 王一带着6名徒弟演示."""
        for match in BRINGS.finditer(self.scene.chars, sentence.start, min(sentence.end, sentence.start + 600)):
            if self.scene.quotation(match.start()) or self.scene.inside_mention(match.start()):
                continue
            if HABIT.search(self.scene.chars, max(sentence.start, match.start() - 8), match.start()):
                continue
            _, end = self.scene.clause(match.end(), sentence)
            last = self._party_end(match.end(), match.start("count"), end)
            while last and self.scene.chars[last] in "、和" and (further := self._party_end(last + 1, last + 1, end)):
                last = further  # 邀请8名养殖户、合作社负责人
            if last and self._is_party(self.scene.chars[match.end() : last]) and not NO_DEED.match(self.scene.chars, last):
                yield match.end(), last

    def _counted(self, sentence: Sentence) -> Iterator[tuple[int, int]]:
        """Parties told by their number that open a clause: 来自全市的126名选手|同场竞技; 12所高校与35家企业|现场签约."""
        position = sentence.start
        while position < min(sentence.end, sentence.start + 800):
            _, end = self.scene.clause(position, sentence, reach=400)
            if not self.scene.quotation(position):
                yield from self._opening_list(position, end)
            position = max(end, position) + 1

    def _opening_list(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        chars = self.scene.chars
        lead = BEFORE_COUNT.match(chars, start, end)
        number = COUNT.search(chars, lead.end(), min(end, lead.end() + 24)) if lead else None
        if lead and lead["come"] and (number is None or number.start() > lead.end() + 8):
            last = self._party_end(lead.end(), lead.end(), end)
            known = last and any(m.label == Label.PERSON for m in self.scene.mentions_in(lead.end(), last))
            if last and not known and self._is_party(chars[lead.start("come") : last]):
                yield lead.start("come"), last
            return
        if lead is None or number is None or ONE.fullmatch(number[0]):
            return
        if any(m.label == Label.PERSON for m in self.scene.mentions_in(lead.end(), number.start())):
            return  # 某商会会长王一等130多位代表参加: a list
        if TWO.fullmatch(number[0]) and self.scene.people_before(start, self.scene.sentence_start(start)):
            return
        opens = lead.start("come") if lead["come"] else lead.end()
        first = lead.end()
        if (sent := SENT.match(chars, first, number.start())) and not FOR.search(sent[0]):
            opens = first = sent.end()
        if HABIT.search(chars, lead.start(), number.start()) or _acts(chars[first : number.start()]):
            return
        last = self._party_end(number.start(), number.end(), end)
        if last and chars[last : last + 1] in {"和", "与", "及", "、"} and (following := COUNT.match(chars, last + 1, end)):
            alone = chars.endswith(("队", "队伍", "团"), number.end(), last)  # 26支队伍、|680余名桡手
            last = last if alone else self._party_end(*following.span(), end) or last
        if last is None or NO_DEED.match(chars, last) or _belongs(chars[last : min(end, last + 16)]):
            return
        items = [*self._split(first, last)]
        listed = chars.endswith("等", first, number.start())  # 华兴公司、恒泰公司等8家企业
        counted = [COUNT.search(chars, *item) is not None for item in items]
        if opens < first or listed or (counted[0] and not all(counted)):  # 上万名游客和市民
            items = [(opens, last)]
        if all(self._is_party(chars[begin:stop]) for begin, stop in items):
            yield from items

    def _acting(self, sentence: Sentence) -> Iterator[tuple[int, int]]:
        """Unnamed people who open a clause and do something: 志愿者们|为老人理发, 佩戴红领巾的|少先队员们|宣誓."""
        chars = self.scene.chars
        position = sentence.start
        while position < min(sentence.end, sentence.start + 300):
            _, end = self.scene.clause(position, sentence)
            if ACTORS_NEAR.match(chars, position, end) and not self.scene.quotation(position):
                lead = BEFORE_COUNT.match(chars, position, end)
                begin = lead.end() if lead else position
                of = OF.match(chars, begin, end)
                begin = of.end() if of else begin
                stop = self._party_end(begin, begin, end)
                whole = of.start() if of and stop and GENERAL.fullmatch(chars, begin, stop) else begin
                if self.scene.mention_at(whole):
                    begin = whole  # 柳湖镇的|志愿者
                if stop and self._is_acting(begin, stop, end):
                    yield begin, stop
            position = max(end, position) + 1

    def _is_acting(self, start: int, stop: int, end: int) -> bool:
        """Whether a party does something by itself: nobody named, no body that sends it, no part of a longer name."""
        party = self.scene.chars[start:stop]
        home = self.scene.mention_at(start)
        opens = home.end if home and home.end < stop else start  # 柳湖镇|的志愿者
        if (
            not ACTORS.search(party)
            or not self._is_party(party)
            or GENERAL.fullmatch(party)
            or _acts(self.scene.chars[opens:stop])
        ):
            return False
        if NAME_GOES_ON.match(self.scene.chars, stop, end) or NO_DEED.match(self.scene.chars, stop):
            return False  # 市直企业|联赛
        if SENT.match(self.scene.chars, opens + (opens > start), stop) or any(
            m.label == Label.PERSON for m in self.scene.mentions_in(start, stop)
        ):
            return False
        following = cut(self.scene.chars[stop : min(end, stop + 8)])
        if following and following[0].kind == Kind.ADJECTIVE:
            following = following[1:]  # 少先队员们|庄严宣誓
        with_whom = {"手把手", "面对面", "为", "与", "把", "用", "向", "通过", "以", "在" if party.endswith("们") else "为"}
        if MAY.match(self.scene.chars, stop, min(end, stop + 2)):
            return False
        return bool(following) and (following[0].kind in DOES | {Kind.ADVERB} or following[0].text in with_whom)

    def _party_end(self, start: int, behind: int, end: int) -> int | None:
        """Where a party that starts at a place ends: with the first noun for people or bodies that a verb follows."""
        chars = self.scene.chars
        text = chars[behind : min(end, behind + 24)]
        words = cut(text) if text else ()
        found: int | None = None
        for word, following, further in zip_longest(words, words[1:], words[2:]):
            if word.kind == Kind.OTHER and word.text not in "“”":
                break
            stop = behind + word.end
            if not ENDS.search(chars, start, stop) or not _holds_together(chars[start:stop]):
                continue
            if following and following.kind == Kind.CONJUNCTION:
                found = stop  # 上万名游客和市民|涌入
                continue
            if following is None or following.kind in GOES_ON | {Kind.NUMERAL} or TOGETHER.match(chars, stop):
                return stop
            found = stop if further and further.kind in DOES else found  # 320名新生|光荣入队
        return found

    def _teams(self, sentence: Sentence) -> Iterator[tuple[int, int]]:
        """The teams of a contest: 甲校以三比一战胜|乙校; 甲校代表队、乙校代表队分获一二名."""
        chars = self.scene.chars
        listed = -1
        for mention in reversed(self.scene.mentions_in(sentence.start, sentence.end)):
            if mention.label in {Label.ORG, Label.PLACE}:
                wins = WINS.match(chars, mention.end, sentence.end)
                shares = NEXT_TEAM.fullmatch(chars, mention.end, listed) if listed > mention.end else None
                if (does := wins or shares) or BEATS.search(chars, sentence.start, mention.start):
                    yield mention.start, mention.end + len(does["team"] or "" if does else "")
                    listed = mention.start if does else -1
        for match in BEATS_FROM_AFAR.finditer(chars, sentence.start, sentence.end):
            teams = [m for m in self.scene.mentions_in(sentence.start, match.start()) if m.text.endswith("队")]
            if not teams or chars[teams[-1].end] == "的":
                continue
            opens, _ = self.scene.clause(teams[-1].start, sentence)
            if not _acts(chars[opens : teams[-1].start]):
                yield teams[-1].start, teams[-1].end


def _belongs(text: str) -> bool:
    """Whether what stands behind a party says that something is theirs: 6家机构|及个人珍藏的展品, 200名学生|绘制的画."""
    words = cut(text) if text else ()
    while words and (words[0].kind in {Kind.CONJUNCTION, Kind.NOUN, Kind.PRONOUN} or words[0].text == "与"):
        words = words[1:]
    while words and words[0].kind in DOES | {Kind.ADVERB}:
        words = words[1:]
    return bool(words) and words[0].text == "的" and not text.startswith("的")


def _acts(text: str) -> bool:
    """Whether something is done in a phrase, or done with what follows: 首批|入驻, 为."""
    words = cut(text) if text else ()
    return any(word.kind == Kind.PREPOSITION or (word.kind == Kind.VERB and len(word.text) > 1) for word in words)


_PAIRS = re.compile(f"{NUMBER}对")
"""28对|新人: no preposition."""


def _holds_together(text: str) -> bool:
    """Whether a phrase is a noun with what belongs to it, no clause: not 某局于5日举办的培训班, not 新生|入队."""
    words = cut(_PAIRS.sub("", text))
    if any(word.kind in {Kind.PREPOSITION, Kind.PARTICLE} and word.text in "于以向由从把被对了着过" for word in words):
        return False
    *_, last = words
    opens = words[-2] if len(words) > 1 else last
    return not (last.text in "队班组会" and opens.kind in DOES and len(opens.text) == 1)
