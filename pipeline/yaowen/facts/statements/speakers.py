"""Who says what a verb of speech tells: a name, a pronoun, a phrase of the clause, the subject of the clauses before.

Reads one article with its events; `speech` tells which words can name a speaker and what may stand between it and the verb.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cached_property

from yaowen.facts.scene import Scene, Sentence
from yaowen.facts.statements import speech
from yaowen.facts.statements.antecedents import Antecedents
from yaowen.facts.statements.heard import Heard, Speaker
from yaowen.schema import Label, Mention

SIGN = re.compile(r"(?:写着|写有|写道|印着|刻着|挂着|贴着|主题|口号|标语|题为|名为|如下|[是为叫即如])$")
"""Before a colon: what follows is read, not said."""

BEFORE_PRONOUN = re.compile(r"(?:[，,。；;：:！？”\s据]|同时|随后|最后|时)$")

OBEYED = re.compile(r"(?:按|照|根据|落实|执行|贯彻|符合|遵照|依据|响应|对标|严格|[对把将以在于到赴从向与为由])$")
EARLIER_PRONOUN = re.compile(r"(?<![\u4e00-\u9fff])[他她](?!们)")
"""每到一处，他都仔细询问，叮嘱…."""
COORDINATED = re.compile(r"[，,]?(?:并|还|又|同时)")
CALLED_IN = re.compile(
    r"(?:接到?|收到)(?:了)?(?P<who>[一-鿿]{2,8}?)的?(?:报警|举报|投诉|反映|来电|求助|报案|电话|来信)(?:后)?[，,]?$"
)
"""派出所接到一位群众报警称，…: it is the one who called that says it."""


@dataclass(frozen=True)
class Speakers:
    """Finds the speakers of one article."""

    scene: Scene

    @cached_property
    def meant(self) -> Antecedents:
        """Whom pronouns mean."""
        return Antecedents(self.scene)

    def of(
        self,
        match: re.Match[str],
        sentence: Sentence,
        behind: int,
        last: Heard | None,
        acted: Mention | None,
        *,
        marked: bool,
        quoted: bool,
    ) -> Speaker | None:
        """Who governs a cue: a name, a pronoun, a phrase before it; else the subject of the clauses before."""
        scene, chars = self.scene, self.scene.chars
        place, cue = match.start(), match["cue"]
        if cue in speech.IMPERSONAL:
            return self._body(max(scene.clause(place, sentence)[0], behind), place, cue)
        if (pronoun := self._pronoun(place, behind)) is not None:
            return self.meant.antecedent(pronoun, sentence, last, acted)
        if self._is_author(place, behind):
            return None
        people = self.meant.actors_before(place, behind)
        if people and self._links(people[-1].end, place):
            return self.meant.person(people[-1])
        start, _ = scene.clause(place, sentence)
        start = max(start, behind)
        alone = speech.links(chars, start, place)
        if marked or quoted or cue in speech.BARE:
            for opens in (start, self._clause_start_before(start, behind, sentence)) if alone else (start,):
                other = self._other(opens, match, last, sturdy=not (marked or quoted), here=opens == start)
                if other and (opens == start or chars[other.end] not in "，,"):
                    return self._named_before(other, sentence, last, acted)
        told = marked and (cue not in speech.NOUN or match["tail"] is not None)  # 解释|说
        if people and people[-1].start >= start and (quoted or told):
            between = place - people[-1].end
            during = marked and scene.chars[place - 1] in "时后"  # 王一在出席…座谈会时强调，…
            if between <= (40 if quoted or during else 16):
                return self.meant.person(people[-1])  # 王一指着新修的院落介绍：“…”
        if chars[start] in "他她" and chars.startswith("们", start + 1):
            return self.meant.they(start, sentence)
        if chars[start] in "他她" and place - start <= 16 and (quoted or (marked and cue not in speech.NOUN)):
            return self.meant.antecedent(start, sentence, last, acted)  # 他指着山顶说，…
        if quoted and not marked and (opener := scene.people_after(sentence.start, place)) and scene.acts(opener[0]):
            return self.meant.person(opener[0])  # “…。”村民王一握着李二的手，激动地说。
        if alone and (cue in speech.BARE or COORDINATED.match(chars, start)):
            # 王一走进大棚，询问销路，强调要…: the subject stands clauses before.
            if people and people[-1].start < start:
                return self.meant.person(people[-1])
            if he := EARLIER_PRONOUN.search(chars, sentence.start, start):
                return self.meant.antecedent(he.end() - 1, sentence, last, acted)
            if last and last.sentence == sentence and last.speaker.mention and chars[start - 1] in "；;":
                return replace(last.speaker, start=place)  # 王一寄语企业家，…；希望部门…
            if group := speech.GROUP.match(chars, self.meant.opens(sentence), start):
                return Speaker(group[0], *group.span())
            opener_org = scene.mention_at(self.meant.opens(sentence))
            officers = scene.people_after(self.meant.opens(sentence), start)
            of_person = bool(officers) and scene.office_start(officers[0]) <= self.meant.opens(
                sentence
            )  # 教务处主任王一认为，…
            if opener_org and opener_org.label == Label.ORG and opener_org.end < start and not of_person:
                return Speaker(opener_org.text, opener_org.start, opener_org.end)  # 市教育局召开会议，要求各校…
            if last and last.sentence == sentence and cue in speech.DIRECTIVE:
                return replace(last.speaker, start=place)
            if last and last.speaker.mention and start == sentence.start and behind <= start and cue in speech.DIRECTIVE:
                return replace(last.speaker, start=place)
            if acted and start == sentence.start and behind <= start and cue in speech.DIRECTIVE:
                return self.meant.person(acted, place)
        return None

    def _named_before(self, speaker: Speaker, sentence: Sentence, last: Heard | None, acted: Mention | None) -> Speaker:
        """Who is called 老人 after his name, where his paragraph has it: 乔禾摇摇头。“…。”老人说."""
        if not speech.ONE_NAMED.fullmatch(speaker.name):
            return speaker
        named = self.meant.antecedent(speaker.start, sentence, last, acted)
        near = named and named.mention and named.mention.start >= self.scene.blocks[sentence.block].start
        return replace(speaker, name=named.name, mention=named.mention) if named and near else speaker

    def _body(self, start: int, place: int, cue: str) -> Speaker | None:
        """The meeting, document or body that decides, shows or makes known: no person, no 数据."""
        start = self.meant.after_leads(start, place)
        if meeting := speech.find_meeting(self.scene.chars, start, place, quoted=self.scene.quotation):
            return Speaker(self._meeting(self.scene.chars[slice(*meeting)]), *meeting)
        first = self.scene.mention_at(start)
        speaks = (
            first is not None
            and first.label == Label.ORG
            and cue != "显示"
            and speech.links(self.scene.chars, first.end, place)
        )
        return Speaker(first.text, first.start, first.end) if first and speaks else None

    def _clause_start_before(self, start: int, behind: int, sentence: Sentence) -> int:
        return max(self.scene.clause(start - 1, sentence)[0], behind) if start > sentence.start else start

    def _pronoun(self, place: int, behind: int) -> int | None:
        """Where the pronoun stands that is the subject of a cue: 他|还特别强调."""
        chars = self.scene.chars
        for position in range(place - 1, max(behind, place - 40) - 1, -1):
            if chars[position] in "他她" and speech.links(chars, position + 1, place):
                opens = position == behind or BEFORE_PRONOUN.search(chars, max(behind, position - 2), position)
                return position if opens else None
            if chars[position] in "。；！？\n":
                break
        return None

    def _is_author(self, place: int, behind: int) -> bool:
        """Whether 我 speaks: who wrote the article."""
        position = self.scene.chars.rfind("我", max(behind, place - 12), place)
        opens = position >= 0 and (
            position == behind or BEFORE_PRONOUN.search(self.scene.chars, max(behind, position - 2), position)
        )
        return bool(opens) and speech.links(self.scene.chars, position + 1, place)

    def _links(self, start: int, place: int) -> bool:
        """Whether only adverbs stand between a name and a cue: 王一|在会上还强调."""
        tail = speech.PERSON_TAIL.match(self.scene.chars, start, place)
        for end in {start, tail.end() if tail else start}:
            after = self.scene.mention_at(end)
            if after is not None and after.label == Label.ROLE and after.end <= place:
                end = after.end
            if speech.links(self.scene.chars, end, place):
                return True
        return False

    def _other(self, start: int, match: re.Match[str], last: Heard | None, *, sturdy: bool, here: bool) -> Speaker | None:
        """A meeting, document, body or group that speaks: 会议指出, 市委某次全会提出, 与会代表表示.

        `sturdy`: only what can be nobody else, as nothing else marks that something is said. `here`: in the clause of the cue,
        where words may stand before the speaker.
        """
        scene, chars, place = self.scene, self.scene.chars, match.start()
        if caller := CALLED_IN.search(chars, start, place):
            return Speaker(caller["who"], caller.start("who"), caller.end("who"))
        start = self.meant.after_leads(start, place)
        if meeting := speech.find_meeting(chars, start, place, quoted=scene.quotation):
            name = chars[slice(*meeting)]
            if "”" in name and "“" not in name.partition("”")[0] and chars[start - 1 : start] == "“":
                meeting = (start - 1, meeting[1])  # “十四五”规划提出
            return Speaker(self._meeting(chars[slice(*meeting)]), *meeting)
        named = [m for m in scene.mentions_in(start, place) if m.label != Label.PERSON]
        actors = [m for m in scene.people_after(start, place) if scene.acts(m)]
        if actors:  # 王一在出席某局座谈会时说: not the body
            named = [m for m in named if m.start == start or m.end <= actors[0].start]
        if match["cue"] in speech.NOUN:  # 跟上中央要求: a noun
            named = [m for m in named if m.start == start or chars[m.start - 1] in "，中时日天"]
        for opens in (start, *(mention.start for mention in named if here)):
            if OBEYED.search(chars, max(0, opens - 2), opens):
                return None
            own = scene.mention_at(opens)
            if own and own.label == Label.ORG and speech.links(chars, own.end, place) and own in named:
                return Speaker(self._meant(own.text, last), own.start, own.end)  # 市公安局车管所, not 市公安局车管|所
            if match["cue"] != "明确" and (phrase := speech.find_noun_phrase(chars, opens, place)):
                if any(m.end < phrase[1] for m in scene.people_after(phrase[0], phrase[1]) if scene.acts(m)):
                    return None  # 王一感谢与会专家，表示
                body = any(mention.label == Label.ORG and mention.start == opens for mention in named)
                if sturdy and not body and phrase[1] - phrase[0] < 4:
                    return None
                return Speaker(self._meant(chars[slice(*phrase)], last), *phrase)
        for mention in reversed(named if here else named[:1]):
            if not here and mention.start != start:
                return None  # 王一走进会场，听到某报联合报道，强调…
            if mention.label in {Label.ORG, Label.PLACE} and speech.links(chars, mention.end, place):
                return Speaker(mention.text, mention.start, mention.end)
        return None

    def _meant(self, phrase: str, last: Heard | None) -> str:
        """该负责人 is the one who spoke before and was called so."""
        if last and phrase[0] in "该这" and last.speaker.name.endswith(phrase[-2:]) and last.speaker.name[0] not in "该这":
            return last.speaker.name
        holders = {name for name, posts in self.scene.posts.items() if phrase in {post.role for post in posts}}
        return holders.pop() if len(holders) == 1 else phrase  # 总书记 is the one who has that office

    def _meeting(self, name: str) -> str:
        """会议 means the meeting that spoke before in an article that reports none of its own."""
        if name == "会议" and not self.scene.reading.events and self._cited:
            return self._cited
        return name

    @cached_property
    def _cited(self) -> str | None:
        for sentence in self.scene.body[:6]:
            for match in re.finditer(r"(?:提出|指出|强调|要求|明确)", self.scene.chars[sentence.start : sentence.end]):
                place = sentence.start + match.start()
                start, _ = self.scene.clause(place, sentence)
                name = self.scene.chars[self.meant.after_leads(start, place) : place]
                if re.fullmatch(r"[^，。]{4,40}(?:会议|全会|大会)", name):
                    return name
        return None

    def who_opens(self, colon: int, sentence: Sentence) -> Speaker | None:
        """村支书王一掰着指头算账：“…。”: who acts before the colon."""
        scene, chars = self.scene, self.scene.chars
        start, _ = scene.clause(colon, sentence)
        if SIGN.search(chars, max(start, colon - 4), colon) or colon - start < 2:
            return None
        people = scene.people_before(colon, sentence.start)
        if people and colon - people[-1].end <= 60:
            return self.meant.person(people[-1])
        opens = self.meant.after_leads(start, colon)
        if chars[opens] in "他她":
            return self.meant.antecedent(opens, sentence, None, None)
        if he := EARLIER_PRONOUN.match(chars, start, colon):
            return self.meant.antecedent(he.end() - 1, sentence, None, None)
        group = speech.GROUP.match(chars, opens, colon) or speech.KIN.match(chars, opens, colon)
        return Speaker(group[0], *group.span()) if group else None

    def actor_behind(self, end: int, stop: int) -> Speaker | None:
        """“今年收成好。”果农王一边摘边笑; “…。”他拍了拍树干."""
        if self.scene.chars[end : end + 1] in {"他", "她"}:
            return self.meant.antecedent(end, self.meant.sentence_at(end), None, None)
        people = self.scene.people_after(end, min(stop, end + 80))
        kin = speech.KIN.match(self.scene.chars, people[0].start, stop) if people else None
        if kin and kin.end() > people[0].end and people[0].start - end <= 2:
            return Speaker(kin[0], *kin.span())  # “明年再扩两亩！”王一的妻子搭话
        if people and self.scene.acts(people[0]):
            speaker = self.meant.person(people[0])
            if re.fullmatch(r"(?:[^，。“”\n]{1,24}的)?[\u4e00-\u9fff]{0,4}", self.scene.chars[end : speaker.start]):
                return speaker
        return None

    @cached_property
    def names_end(self) -> frozenset[int]:
        return frozenset(mention.end for mention in self.scene.people)
