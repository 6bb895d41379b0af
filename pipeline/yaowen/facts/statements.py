"""Who said what: the speaker, the word that says so, and the passage that was said.

Reads the body sentence by sentence, after persons and events. Verbs of speech first (`speech` tells which are), each
with its speaker: a pronoun, a name, a phrase of the clause, the subject of the clauses before. Then whole quotations
that no verb goes with. Last, where the words end.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import zip_longest

from yaowen.facts import speech
from yaowen.facts.scene import BODY, DATELINE, PAIRS, Scene, Sentence
from yaowen.page import Reading
from yaowen.schema import Block, Genre, Label, Mention, Statement


def find_statements(reading: Reading) -> Reading:
    """What persons, meetings, bodies and documents are reported to have said, in the order of the text.

    A line of the headline is no statement; a speech printed in full has none.
    """
    if reading.clipping.genre == Genre.SPEECH:
        return reading
    return replace(reading, statements=tuple(_Listener(Scene(reading)).statements()))


SHORTEST_WORDS = 4
SHORTEST_QUOTATION = 8
ASIDE = re.compile(r"[^。！？；：“”\n]{0,60}")
"""“今年收成好。”站在田埂上，种了半辈子地的|村民王一说: what may stand between the words and who said them."""

SIGN = re.compile(r"(?:写着|写有|写道|印着|刻着|挂着|贴着|主题|口号|标语|题为|名为|如下|[是为叫即如])$")
"""Before a colon: what follows is read, not said."""

AT_THE_EVENT = re.compile(r"(?:会|仪式|典礼|活动|论坛|现场)上|致辞|(?:调研|视察|考察|检查|督导|走访)(?:时|中)")
NEW_SCENE = re.compile(r"[0-9]{1,2}月[0-9]{1,2}日|(?:近|昨|今|日前|当)[日天]?，|在[^，。“”\n]{2,30}，|家住")
"""“总算放心了。”10月9日，在某社区，…: not the last speaker, but who is met there."""

BEFORE_PRONOUN = re.compile(r"(?:[，,。；;：:！？”\s]|同时|随后|最后|时)$")
OBEYED = re.compile(r"(?:按|照|根据|落实|执行|贯彻|符合|遵照|依据|响应|对标|严格|[对把将以在于到赴从向与为由])$")
COORDINATED = re.compile(r"[，,]?(?:并|还|又|同时)")


@dataclass(frozen=True)
class _Speaker:
    name: str
    start: int
    """Where the words that name the speaker start."""
    end: int
    mention: Mention | None = None
    """The name, where the speaker is a person."""


@dataclass(frozen=True)
class _Heard:
    """Something said: by whom, and the words before or behind the verb."""

    speaker: _Speaker
    cue: str | None
    place: int
    sentence: Sentence
    words: tuple[int, int] | None = None
    """The words behind the cue; their end may still be open (`-1`)."""
    quoted: tuple[int, int] | None = None
    """The quotation that stands before the speaker: “…。”局长王一说."""

    @property
    def start(self) -> int:
        """Where it starts to be told."""
        return self.quoted[0] if self.quoted else self.place


@dataclass(frozen=True)
class _Listener:
    """Listens to one article."""

    scene: Scene

    def statements(self) -> Iterator[Statement]:
        """Every statement, in the order of the text."""
        by_block: dict[int, list[_Heard]] = {}
        for item in self._told():
            by_block.setdefault(item.sentence.block, []).append(item)
        found: dict[int, Statement] = {}
        last: _Heard | None = None
        since = -1
        for index, block in enumerate(self.scene.blocks):
            if block.role not in BODY:
                continue
            told = by_block.get(index, [])
            # Who speaks goes on in the next paragraph, not three paragraphs later.
            recent = last.speaker if last and index - since <= 1 and last.cue not in speech.DIRECTIVE else None
            if self.scene.reading.clipping.genre != Genre.COMMENTARY:
                told = sorted([*told, *self._quotations(block, told, recent)], key=lambda item: item.start)
            for item, following in zip_longest(told, told[1:]):
                if item.quoted:
                    found.setdefault(item.quoted[0], self._statement(item.quoted, item))
                if item.words:
                    start, end = item.words
                    end = end if end >= 0 else self._end(item, start, following.start if following else block.end, block.end)
                    if end - start >= SHORTEST_WORDS:
                        found.setdefault(start, self._statement((start, end), item))
            spoke = [item for item in told if item.speaker.mention]
            if spoke:
                last, since = spoke[-1], index
        yield from (found[start] for start in sorted(found))

    def _statement(self, words: tuple[int, int], item: _Heard) -> Statement:
        start, end = words
        text = self.scene.reading.clipping.text
        return Statement(
            item.speaker.name, item.cue, start, end, text.chars[start:end], text.source(start, end), self._event_of(item)
        )

    def _event_of(self, item: _Heard) -> int | None:
        """The event that something was said at: its meeting spoke, one who took part, or someone 在会上."""
        events, speaker = self.scene.reading.events, item.speaker.name
        for index, event in enumerate(events):
            if speaker in {person.person for person in event.participants} or speaker in {"会议", "大会", "全会", event.name}:
                return index
        told = self.scene.chars[item.sentence.start : item.place]
        return 0 if len(events) == 1 and AT_THE_EVENT.search(told) else None

    # --- Verbs of speech -------------------------------------------------------------------------------------------------

    def _told(self) -> Iterator[_Heard]:
        """What is told with a verb of speech."""
        chars = self.scene.chars
        last: _Heard | None = None
        acted: Mention | None = None
        for sentence in self.scene.body:
            behind = sentence.start
            before: _Heard | None = None
            for match in speech.CUE.finditer(chars, sentence.start, sentence.end):
                if match.start() < behind or self.scene.quotation(match.start()):
                    continue
                if not speech.is_cue(chars, match, sentence.start, named=match.start() in self._names_end):
                    continue
                words = self._words(match, sentence)
                marked = words is not None and not (words[1] < 0 and words[0] == match.end())
                quoted = (words is not None and words[1] >= 0) or self._quotation_before(
                    match.start(), match.start()
                ) is not None
                speaker = self._speaker(match, sentence, behind, last, acted, marked=marked, quoted=quoted)
                if speaker is None or (before and self._is_told_within(before, speaker, match)):
                    continue
                said_before = self._quotation_before(speaker.start, match.start())
                if words is None and said_before is None:
                    continue
                cue = "说" if match["cue"] in speech.MANNERS and match["tail"] == "说" else match["cue"]
                last = before = _Heard(speaker, cue, match.start(), sentence, words, said_before)
                yield last
                behind = match.end()
            acted = self._subject(sentence) or acted

    def _is_told_within(self, before: _Heard, speaker: _Speaker, match: re.Match[str]) -> bool:
        """Whether a verb belongs to the words of the one before it: 王一说，一些企业认为，…."""
        if before.words is None or before.words[1] >= 0:
            return False
        start = before.words[0]
        between = self.scene.chars[start : match.start()]
        if "；" in between or ";" in between:
            return False
        clause, _ = self.scene.clause(match.start(), before.sentence)
        if speaker.mention and clause <= speaker.start < match.start():
            return False
        if speaker.start == start:
            return True  # 王一表示，他愿重申…
        if speaker.start < start or speaker.name == before.speaker.name:  # 王一指出，…，并强调: the same speaker goes on
            again = match["cue"] in speech.DIRECTIVE and before.cue in speech.DIRECTIVE and clause == match.start()
            return not again and COORDINATED.match(self.scene.chars, clause) is None
        # 王一说，期待李二来访，也希望…: 李二 does not speak.
        return True

    def _words(self, match: re.Match[str], sentence: Sentence) -> tuple[int, int] | None:
        """Where the words behind a cue start, and where they end if they are quoted; None where there are none."""
        chars = self.scene.chars
        opens = speech.opening(chars, match, sentence.end, names_end=self._names_end)
        if opens is None:
            return None
        if not opens["quote"]:
            return None if chars.startswith(("一边", "边"), opens.end()) else (opens.end(), -1)
        start = opens.end()
        quotation = self.scene.quotation(start)
        closed = quotation[1] - 1 if quotation else chars.find(PAIRS[opens["quote"]], start, sentence.end)
        if closed < 0:
            return start, -1
        if match["cue"] == "提出" and chars.startswith("的", closed + 1):
            return None  # 提出“四个统筹”的要求
        # 提出，“十五五”时期要…: a quoted word opens a sentence that is not quoted.
        whole = chars[closed - 1] in "。！？…"
        if not whole and closed + 1 < len(chars) and chars[closed + 1] not in '，,。；;！？!?、\n）”" ' and closed - start < 16:
            return start - 1, -1
        return start, closed

    @cached_property
    def _names_end(self) -> frozenset[int]:
        return frozenset(mention.end for mention in self.scene.people)

    def _quotation_before(self, start: int, place: int, *, told_by: bool = True) -> tuple[int, int] | None:
        """The quotation right before a speaker: “…。”局长王一说. Nobody else may be named between, where `told_by`."""
        chars = self.scene.chars
        end = max(chars.rfind(mark, max(0, place - 100), start) for mark in '”」’"') + 1
        if end < SHORTEST_QUOTATION or not ASIDE.fullmatch(chars, end, start):
            return None
        quotation = self.scene.quotation(end - 1) or self.scene.quotation(end - 2)
        if quotation is None or quotation[1] != end or end - quotation[0] < SHORTEST_QUOTATION:
            return None
        aside = chars[end:start].strip("，, 　")
        # “乡村振兴”座谈会上，王一说: a quoted word, not what was said.
        if chars[end - 2] not in "。！？，…":
            free = quotation[0] == 0 or chars[quotation[0] - 1] in "。！？，：”　 \n"
            if not free or (aside and chars[end : end + 1] not in "，,"):
                return None
        if told_by and any(m.label == Label.PERSON and self.scene.acts(m) for m in self.scene.mentions_in(end, start)):
            return None
        return quotation[0] + 1, quotation[1] - 1

    # --- Speakers --------------------------------------------------------------------------------------------------------

    def _speaker(
        self,
        match: re.Match[str],
        sentence: Sentence,
        behind: int,
        last: _Heard | None,
        acted: Mention | None,
        *,
        marked: bool,
        quoted: bool,
    ) -> _Speaker | None:
        """Who governs a cue: a name, a pronoun, a phrase before it; else the subject of the clauses before."""
        scene, chars = self.scene, self.scene.chars
        place, cue = match.start(), match["cue"]
        if (pronoun := self._pronoun(place, behind)) is not None:
            return self._antecedent(pronoun, sentence, last, acted)
        if self._is_author(place, behind):
            return None
        people = scene.people_before(place, behind)
        if people and self._links(people[-1].end, place):
            return self._person(people[-1])
        start, _ = scene.clause(place, sentence)
        start = max(start, behind)
        alone = speech.links(chars, start, place)
        if marked or quoted or cue in speech.BARE:
            for opens in (start, self._clause_start_before(start, behind, sentence)) if alone else (start,):
                other = self._other(opens, match, last, sturdy=not (marked or quoted), here=opens == start)
                if other and (opens == start or chars[other.end] not in "，,"):
                    return other
        if people and people[-1].start >= start and (quoted or (marked and cue not in speech.NOUN)):
            between = place - people[-1].end
            if between <= (40 if quoted else 16):
                return self._person(people[-1])  # 王一指着新修的院落介绍：“…”
        if chars[start] in "他她" and place - start <= 16 and (quoted or (marked and cue not in speech.NOUN)):
            return self._antecedent(start, sentence, last, acted)  # 他指着山顶说，…
        if quoted and not marked and (opener := scene.people_after(sentence.start, place)) and scene.acts(opener[0]):
            return self._person(opener[0])  # “…。”村民王一握着李二的手，激动地说。
        if alone and (cue in speech.BARE or COORDINATED.match(chars, start)):
            # 王一走进大棚，询问销路，强调要…: the subject stands clauses before.
            if people and people[-1].start < start:
                return self._person(people[-1])
            if group := speech.GROUP.match(chars, self._opens(sentence), start):
                return _Speaker(group[0], *group.span())
            opener_org = scene.mention_at(self._opens(sentence))
            if opener_org and opener_org.label == Label.ORG and opener_org.end < start:
                return _Speaker(opener_org.text, opener_org.start, opener_org.end)  # 市教育局召开会议，要求各校…
            if last and last.sentence == sentence and cue in speech.DIRECTIVE:
                return replace(last.speaker, start=place)
            if last and last.speaker.mention and start == sentence.start and behind <= start and cue in speech.DIRECTIVE:
                return replace(last.speaker, start=place)
            if acted and start == sentence.start and behind <= start and cue in speech.DIRECTIVE:
                return self._person(acted, place)
        return None

    def _person(self, mention: Mention, start: int | None = None) -> _Speaker:
        return _Speaker(
            self.scene.name(mention), self.scene.office_start(mention) if start is None else start, mention.end, mention
        )

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

    def _antecedent(self, place: int, sentence: Sentence, last: _Heard | None, acted: Mention | None) -> _Speaker | None:
        """Whom 他 means: the one who acts before it in the sentence, who spoke in the sentence before, who acted there."""
        people = self.scene.people_before(place, sentence.start)
        if people:
            return self._person(people[0], place)
        index = self._body_index[sentence.start]
        for earlier in reversed(self.scene.body[max(0, index - 3) : index]):
            if last and last.sentence == earlier:
                return replace(last.speaker, start=place)
            if earlier.block != sentence.block:
                break
            if subject := self._subject(earlier):
                return self._person(subject, place)
        if last:
            return replace(last.speaker, start=place)
        return self._person(acted, place) if acted else None

    def _subject(self, sentence: Sentence) -> Mention | None:
        """Who acts in a sentence: the one it opens with, else the one named last."""
        opens = self._opens(sentence)
        people = self.scene.people_after(opens, min(sentence.end, opens + 80))
        if people and self.scene.acts(people[0]) and self.scene.office_start(people[0]) <= opens + 1:
            return people[0]
        people = self.scene.people_before(sentence.end, sentence.start)
        return people[0] if people else None

    def _opens(self, sentence: Sentence) -> int:
        """Where a sentence starts behind its dateline and what leads in."""
        dateline = DATELINE.match(self.scene.chars, sentence.start, sentence.end)
        return self._after_leads(dateline.end() if dateline else sentence.start, sentence.end)

    def _after_leads(self, start: int, place: int) -> int:
        lead = speech.LEADS.match(self.scene.chars, start, place)
        return lead.end() if lead else start

    def _other(self, start: int, match: re.Match[str], last: _Heard | None, *, sturdy: bool, here: bool) -> _Speaker | None:
        """A meeting, document, body or group that speaks: 会议指出, 市委某次全会提出, 与会代表表示.

        `sturdy`: only what can be nobody else, as nothing else marks that something is said. `here`: in the clause of the cue,
        where words may stand before the speaker.
        """
        scene, chars, place = self.scene, self.scene.chars, match.start()
        start = self._after_leads(start, place)
        if meeting := speech.find_meeting(chars, start, place, quoted=scene.quotation):
            name = chars[slice(*meeting)]
            if "”" in name and "“" not in name.partition("”")[0] and chars[start - 1 : start] == "“":
                meeting = (start - 1, meeting[1])  # “十四五”规划提出
            return _Speaker(self._meeting(chars[slice(*meeting)]), *meeting)
        named = [m for m in scene.mentions_in(start, place) if m.label != Label.PERSON]
        if match["cue"] in speech.NOUN:  # 跟上中央要求: a noun
            named = [m for m in named if m.start == start or chars[m.start - 1] in "，中时日天"]
        for opens in (start, *(mention.start for mention in named if here)):
            if OBEYED.search(chars, max(0, opens - 2), opens):
                return None
            if match["cue"] != "明确" and (phrase := speech.find_noun_phrase(chars, opens, place)):
                if any(m.end < phrase[1] for m in scene.people_after(phrase[0], phrase[1]) if scene.acts(m)):
                    return None  # 王一感谢与会专家，表示
                body = any(mention.label == Label.ORG and mention.start == opens for mention in named)
                if sturdy and not body and phrase[1] - phrase[0] < 4:
                    return None
                return _Speaker(self._meant(chars[slice(*phrase)], last), *phrase)
        for mention in reversed(named if here else named[:1]):
            if mention.label in {Label.ORG, Label.PLACE} and speech.links(chars, mention.end, place):
                return _Speaker(mention.text, mention.start, mention.end)
        return None

    def _meant(self, phrase: str, last: _Heard | None) -> str:
        """该负责人 is the one who spoke before and was called so."""
        if last and phrase[0] in "该这" and last.speaker.name.endswith(phrase[-2:]) and last.speaker.name[0] not in "该这":
            return last.speaker.name
        return phrase

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
                name = self.scene.chars[self._after_leads(start, place) : place]
                if re.fullmatch(r"[^，。]{4,40}(?:会议|全会|大会)", name):
                    return name
        return None

    # --- Quotations without a verb ---------------------------------------------------------------------------------------

    def _quotations(self, block: Block, told: list[_Heard], recent: _Speaker | None) -> Iterator[_Heard]:
        """Whole quoted sentences that no verb of speech goes with."""
        scene, chars = self.scene, self.scene.chars
        claimed = {item.quoted[0] for item in told if item.quoted} | {item.words[0] for item in told if item.words}
        reaches = [
            (item.words[0], self._end(item, item.words[0], block.end, block.end))
            for item in told
            if item.words and item.words[1] < 0
        ]
        for match in speech.SUM.finditer(chars, block.start, block.end):
            sentence = self._sentence_at(match.start())
            teller = None if scene.quotation(match.start()) else self._who_opens(match.end() - 1, sentence)
            if teller:
                yield _Heard(teller, None, match.start(), sentence, (match.end(), -1))
        for start, end in scene.quotations_in(block.start, block.end):
            if start + 1 in claimed or end - start < SHORTEST_QUOTATION or chars[start] not in '“"':
                continue
            # “您好！”“请坐！”: voices of a scene, nobody's.
            if (
                chars[end - 2] not in "。！？…"
                or chars.startswith("“", end)
                or chars[start - 1 : start] == "”"
                or any(opens <= start < closes for opens, closes in reaches)
            ):
                continue
            sentence = self._sentence_at(start)
            speaker: _Speaker | None = None
            if start > block.start and chars[start - 1] in "：:，,":
                speaker = self._who_opens(start - 1, sentence)
            elif start == block.start or chars[start - 1] in "。！？”」 　）)":
                speaker = self._actor_behind(end, block.end) or self._speaker_around(start, end, block, recent)
            if speaker:
                yield _Heard(speaker, None, start, sentence, (start + 1, end - 1))

    def _sentence_at(self, place: int) -> Sentence:
        return self.scene.body[max(bisect_right(self._body_starts, place) - 1, 0)]

    @cached_property
    def _body_starts(self) -> list[int]:
        return [sentence.start for sentence in self.scene.body]

    def _who_opens(self, colon: int, sentence: Sentence) -> _Speaker | None:
        """村支书王一掰着指头算账：“…。”: who acts before the colon."""
        scene, chars = self.scene, self.scene.chars
        start, _ = scene.clause(colon, sentence)
        if SIGN.search(chars, max(start, colon - 4), colon) or colon - start < 2:
            return None
        people = scene.people_before(colon, sentence.start)
        if people and colon - people[-1].end <= 60:
            return self._person(people[-1])
        opens = self._after_leads(start, colon)
        if chars[opens] in "他她":
            return self._antecedent(opens, sentence, None, None)
        group = speech.GROUP.match(chars, opens, colon)
        return _Speaker(group[0], *group.span()) if group else None

    def _actor_behind(self, end: int, stop: int) -> _Speaker | None:
        """“今年收成好。”果农王一边摘边笑."""
        people = self.scene.people_after(end, min(stop, end + 40))
        if people and self.scene.acts(people[0]):
            speaker = self._person(people[0])
            if re.fullmatch(r"(?:[^，。“”\n]{1,24}的)?[\u4e00-\u9fff]{0,4}", self.scene.chars[end : speaker.start]):
                return speaker
        return None

    def _speaker_around(self, start: int, end: int, block: Block, recent: _Speaker | None) -> _Speaker | None:
        """Who said a quotation that stands free: who acts in the sentence behind it, else who was told of before it.

        A quotation that opens a paragraph goes on with the last speaker.
        """
        scene, chars = self.scene, self.scene.chars
        if end - start < 10 or speech.TOLD_BY_OTHERS.match(chars, end, block.end) or speech.SAYING.match(chars, end, block.end):
            return None
        people = scene.people_after(end, min(block.end, end + 80))
        behind = (
            self._person(people[0]) if people and scene.acts(people[0]) and "。" not in chars[end : people[0].start] else None
        )
        if start == block.start:
            opens = (
                recent is None or NEW_SCENE.match(chars, end) or (behind and self._after_leads(end, block.end) >= behind.start)
            )
            return behind if behind and opens else recent
        if end == block.end:  # 何阿姨是志愿者。“社区越来越好。”
            opener = scene.people_after(self._sentence_at(start - 1).start, start)
            return self._person(opener[0]) if opener and scene.acts(opener[0]) else None
        return behind

    # --- Where the words end ---------------------------------------------------------------------------------------------

    def _end(self, item: _Heard, start: int, stop: int, block_end: int) -> int:
        """Where the words end: with their sentence, or the last one that goes on with the speech."""
        chars = self.scene.chars
        end = item.sentence.end
        if item.place < stop < end:
            return self._clause_before(stop, start)
        for sentence in self._following(item.sentence):
            if sentence.end > stop or self._report_takes_over(sentence):
                break
            end = sentence.end
        while end > start and chars[end - 1].isspace():
            end -= 1
        return min(end, block_end)

    def _report_takes_over(self, sentence: Sentence) -> bool:
        chars = self.scene.chars
        if speech.REPORT.match(chars, sentence.start, sentence.end) or self._acts_anew(sentence):
            return True
        scene = speech.SCENE.match(chars, sentence.start, sentence.end)
        if scene is None or speech.ASPECT.search(scene["where"]):
            return False
        # 在云阳县，他察看堤坝: a new scene; 在数字时代，阅读仍是…: still the speech.
        places = self.scene.mentions_in(scene.start("where"), scene.end("where"))
        return any(mention.label in {Label.PLACE, Label.ORG} for mention in places) or scene["where"].endswith(("现场", "会上"))

    def _clause_before(self, stop: int, start: int) -> int:
        """The end of the words before the next cue of the same sentence."""
        for place in range(stop - 1, max(start, stop - 80), -1):
            if self.scene.chars[place] in "，,；;。" and not self.scene.quotation(place):
                return place
        return stop

    def _following(self, sentence: Sentence) -> Iterator[Sentence]:
        for following in self.scene.body[self._body_index[sentence.start] + 1 :]:
            if following.block != sentence.block:
                return
            yield following

    @cached_property
    def _body_index(self) -> dict[int, int]:
        return {sentence.start: index for index, sentence in enumerate(self.scene.body)}

    def _acts_anew(self, sentence: Sentence) -> bool:
        """Whether a sentence opens with a person who does something."""
        chars = self.scene.chars
        for mention in self.scene.mentions_in(sentence.start, min(sentence.end, sentence.start + 60)):
            if mention.label == Label.PERSON and self.scene.acts(mention):
                before = chars[sentence.start : self.scene.office_start(mention)]
                return len(before) <= 1
        return False
