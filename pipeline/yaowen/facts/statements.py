"""Who said what: the speaker, the word that says so, and the passage that was said.

Reads the body sentence by sentence, after persons and events. Verbs of speech first (`speech` tells which are), each
with its speaker: a pronoun, a name, a phrase of the clause, the subject of the clauses before. Then whole quotations
that no verb goes with. Last, where the words end.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import zip_longest

from yaowen.facts import speech
from yaowen.facts.scene import BODY, PAIRS, Scene, Sentence
from yaowen.facts.speakers import CALLED_IN, COORDINATED, Heard, Speaker, Speakers
from yaowen.page import Reading
from yaowen.schema import Block, EventStatus, Genre, Label, Mention, Statement


def find_statements(reading: Reading) -> Reading:
    """What persons, meetings, bodies and documents are reported to have said, in the order of the text.

    A line of the headline is no statement; a speech printed in full has none.
    """
    if reading.clipping.genre == Genre.SPEECH:
        return reading
    return replace(reading, statements=tuple(_Listener(Scene(reading)).statements()))


QUALIFIES = re.compile("的|有关|相关|等|这[一个]|系列")
"""Behind a quotation that is part of a noun phrase."""
STOPS = "。！？…!?"
SHORTEST_WORDS = 4
SHORTEST_QUOTATION = 8
ASIDE = re.compile(r"(?:[^。！？；：“”\n]|“[^“”\n]{1,10}”){0,60}")
"""“今年收成好。”站在田埂上，种了半辈子地的|村民王一说: what may stand between the words and who said them."""


MEETINGS = {"会议", "大会", "全会"}
AT_THE_EVENT = re.compile(r"(?:会|仪式|典礼|活动|论坛|现场)上|致辞|(?:调研|视察|考察|检查|督导|走访)(?:时|中)|赛后")
WHO_WAS_THERE = re.compile(r"[与到参]会|出席")
"""与会专家, 参会代表."""
NEW_SCENE = re.compile(r"[0-9]{1,2}月[0-9]{1,2}日|(?:近|昨|今|日前|当)[日天]?，|在[^，。“”\n]{2,30}，|家住")
"""“总算放心了。”10月9日，在某社区，…: not the last speaker, but who is met there."""


CREDIT = re.compile(r"[（(](?:[^（）()]{0,12}(?:记者|通讯员)|[^（）()]{1,20}[摄文])[^（）()]{0,30}[）)]$")
"""（记者王一 摄）: behind the words, not of them."""
UNQUOTED = re.compile(r"[：:](?![“‘\"]|男，|女，|[0-9])[^。！？\n]{12,}[。！？]")
REPORTED = {"表示", "称", "说", "认为", "呼吁", "建议", "希望", "提醒", "号召"}
INTRODUCED = re.compile(r"(?:是|成立于|位于|坐落|创建于|始建于)")
"""某公司是百强企业: the report goes on with the next stop."""


@dataclass(frozen=True)
class _Listener:
    """Listens to one article."""

    scene: Scene

    @cached_property
    def speakers(self) -> Speakers:
        return Speakers(self.scene)

    def statements(self) -> Iterator[Statement]:
        """Every statement, in the order of the text."""
        by_block: dict[int, list[Heard]] = {}
        for item in self._told():
            by_block.setdefault(item.sentence.block, []).append(item)
        found: dict[int, Statement] = {}
        last: Heard | None = None
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

    def _statement(self, words: tuple[int, int], item: Heard) -> Statement:
        start, end = words
        text = self.scene.reading.clipping.text
        return Statement(
            item.speaker.name, item.cue, start, end, text.chars[start:end], text.source(start, end), self._event_of(item)
        )

    def _event_of(self, item: Heard) -> int | None:
        """The event that something was said at: its meeting spoke, one who took part, or someone 在会上."""
        events, speaker = self.scene.reading.events, item.speaker.name
        for index, event in enumerate(events):
            if (
                speaker in {person.person for person in event.participants}
                or speaker in MEETINGS
                or (event.name or "").endswith(speaker)
            ):
                return index
        if events and WHO_WAS_THERE.match(speaker):
            return 0
        told = self.scene.chars[item.sentence.start : item.place]
        held = [event for event in events if event.status == EventStatus.HELD]
        return events.index(held[0]) if len(held) == 1 and AT_THE_EVENT.search(told) else None

    # --- Verbs of speech -------------------------------------------------------------------------------------------------

    def _told(self) -> Iterator[Heard]:
        """What is told with a verb of speech."""
        chars = self.scene.chars
        last: Heard | None = None
        acted: Mention | None = None
        for sentence in self.scene.body:
            behind = sentence.start
            before: Heard | None = None
            for match in speech.CUE.finditer(chars, sentence.start, sentence.end):
                if match.start() < behind or self.scene.quotation(match.start()):
                    continue
                if not speech.is_cue(chars, match, sentence.start, named=match.start() in self.speakers.names_end):
                    continue
                if match["cue"] in speech.MANNERS and match["tail"] is None and speech.CUE.match(chars, match.end()):
                    continue  # 分析|认为: the second verb says it
                words = self._words(match, sentence)
                marked = words is not None and not (words[1] < 0 and words[0] == match.end())
                noun = match["cue"] in speech.NOUN
                behind_quotation = self._quotation_before(match.start(), match.start(), told_by=noun) is not None
                quoted = behind_quotation or (words is not None and words[1] >= 0)
                speaker = self.speakers.of(match, sentence, behind, last, acted, marked=marked, quoted=quoted)
                if speaker is None or (before and self._is_told_within(before, speaker, match)):
                    continue
                said_before = self._quotation_before(speaker.start, match.start())
                if words is None and said_before is None:
                    continue
                cue = "说" if match["cue"] in speech.MANNERS and match["tail"] == "说" else match["cue"]
                last = before = Heard(speaker, cue, match.start(), sentence, words, said_before)
                yield last
                behind = match.end()
            acted = self.speakers.subject(sentence) or acted

    def _is_told_within(self, before: Heard, speaker: Speaker, match: re.Match[str]) -> bool:
        """Whether a verb belongs to the words of the one before it: 王一说，一些企业认为，…."""
        if before.words is None or before.words[1] >= 0:
            return False
        start = before.words[0]
        if speaker.start == start:
            return True  # 王一表示，他愿重申…
        between = self.scene.chars[start : match.start()]
        if "；" in between or ";" in between:
            return False
        clause, _ = self.scene.clause(match.start(), before.sentence)
        if speaker.mention and clause <= speaker.start < match.start():
            return False
        if speaker.start < start or speaker.name == before.speaker.name:  # 王一指出，…，并强调: the same speaker goes on
            again = match["cue"] in speech.DIRECTIVE and before.cue in speech.DIRECTIVE and clause == match.start()
            return not again and COORDINATED.match(self.scene.chars, clause) is None
        # 王一说，期待李二来访，也希望…: 李二 does not speak.
        return True

    def _words(self, match: re.Match[str], sentence: Sentence) -> tuple[int, int] | None:
        """Where the words behind a cue start, and where they end if they are quoted; None where there are none."""
        chars = self.scene.chars
        opens = speech.opening(chars, match, sentence.end, names_end=self.speakers.names_end)
        if opens is None:
            return None
        if not opens["quote"]:
            return None if chars.startswith(("一边", "边"), opens.end()) else (opens.end(), -1)
        start = opens.end()
        quotation = self.scene.quotation(start)
        closed = quotation[1] - 1 if quotation else chars.find(PAIRS[opens["quote"]], start, sentence.end)
        if closed < 0:
            return start, -1
        if match["cue"] in speech.NOUN and QUALIFIES.match(chars, closed + 1):
            return None  # 提出“四个统筹”的要求, 介绍“贷动小生意”有关情况
        # 提出，“十五五”时期要…: a quoted word opens a sentence that is not quoted.
        whole = chars[closed - 1] in STOPS
        if not whole and closed + 1 < len(chars) and chars[closed + 1] not in '，,。；;！？!?、\n）”" ' and closed - start < 16:
            return start - 1, -1
        return start, closed

    def _quotation_before(self, start: int, place: int, *, told_by: bool = True) -> tuple[int, int] | None:
        """The quotation right before a speaker: “…。”局长王一说. Nobody else may be named between, where `told_by`."""
        chars = self.scene.chars
        quotation = self._last_quotation(max(0, place - 100), start)
        end = quotation[1] if quotation else 0
        if quotation is None or not ASIDE.fullmatch(chars, end, start):
            return None
        if quotation[0] and chars[quotation[0] - 1] in "：:" and end < start and chars[end - 2] in STOPS:
            return None  # 王一笑笑：“…。”儿子王二记得: said by whom the colon stands behind
        aside = chars[end:start].strip("，, 　")
        # “乡村振兴”座谈会上，王一说: a quoted word, not what was said.
        if chars[end - 2] not in STOPS + "，,":
            free = quotation[0] == 0 or chars[quotation[0] - 1] in "。！？，：”　 \n"
            if not free or (aside and chars[end : end + 1] not in "，,"):
                return None
        if told_by and any(m.label == Label.PERSON and self.scene.acts(m) for m in self.scene.mentions_in(end, start)):
            return None
        return quotation[0] + 1, quotation[1] - 1

    def _last_quotation(self, start: int, place: int) -> tuple[int, int] | None:
        """The last quotation before a place that is no mere word: “…。”种了半辈子地的“土专家”|王一."""
        before = bisect_left(self.scene.quotations, (place, 0))
        for quotation in reversed(self.scene.quotations[max(0, before - 4) : before]):
            if quotation[1] <= start or self.scene.chars[quotation[0]] == "《":
                continue
            if quotation[1] <= place and quotation[1] - quotation[0] >= SHORTEST_QUOTATION:
                return quotation
        return None

    # --- Quotations without a verb ---------------------------------------------------------------------------------------

    def _quotations(self, block: Block, told: list[Heard], recent: Speaker | None) -> Iterator[Heard]:
        """Whole quoted sentences that no verb of speech goes with."""
        scene, chars = self.scene, self.scene.chars
        claimed = {item.quoted[0] for item in told if item.quoted} | {item.words[0] for item in told if item.words}
        reaches = [
            (item.words[0], self._end(item, item.words[0], block.end, block.end))
            for item in told
            if item.words and item.words[1] < 0
        ]
        for match in speech.SUM.finditer(chars, block.start, block.end):
            sentence = self.speakers.sentence_at(match.start())
            teller = None if scene.quotation(match.start()) else self.speakers.who_opens(match.end() - 1, sentence)
            if teller:
                yield Heard(teller, None, match.start(), sentence, (match.end(), -1))
        if voice := self._opens_with_name(block):
            yield Heard(voice, None, block.start, self.speakers.sentence_at(block.start), (voice.end + 1, -1))
        for start, end in scene.quotations_in(block.start, block.end):
            if start + 1 in claimed or end - start < SHORTEST_QUOTATION or chars[start] not in '“"':
                continue
            # “您好！”“请坐！”: voices of a scene, nobody's.
            side_by_side = chars.startswith("“", end) and chars[start - 1 : start] not in {"：", ":"}
            if (
                chars[end - 2] not in STOPS
                or side_by_side
                or chars[start - 1 : start] == "”"
                or any(opens <= start < closes for opens, closes in reaches)
            ):
                continue
            sentence = self.speakers.sentence_at(start)
            speaker: Speaker | None = None
            if start > block.start and chars[start - 1] in "：:，,":
                speaker = self.speakers.who_opens(start - 1, sentence)
                if speaker is None and chars[start - 1] in "，," and not chars.startswith("。", end):
                    speaker = self._speaker_around(start, end, block, None)  # 3月5日，“…。”老周连连点赞。
            elif start == block.start or chars[start - 1] in "。！？”」 　）)":
                speaker = self.speakers.actor_behind(end, block.end) or self._speaker_around(start, end, block, recent)
            if speaker:
                yield Heard(speaker, None, start, sentence, (start + 1, end - 1))

    def _opens_with_name(self, block: Block) -> Speaker | None:
        """Who speaks a whole paragraph, as in a broadcast: 市气象局局长王一：未来三天…."""
        people = self.scene.people_after(block.start, min(block.end, block.start + 80))
        if len(people) != 1:
            return None
        speaker = self.speakers.person(people[0])
        opens = not self.scene.chars[block.start : speaker.start].strip()
        return speaker if opens and UNQUOTED.match(self.scene.chars, speaker.end, block.end) else None

    def _speaker_around(self, start: int, end: int, block: Block, recent: Speaker | None) -> Speaker | None:
        """Who said a quotation that stands free: who acts in the sentence behind it, else who was told of before it.

        A quotation that opens a paragraph goes on with the last speaker.
        """
        scene, chars = self.scene, self.scene.chars
        if end - start < 10 or speech.TOLD_BY_OTHERS.match(chars, end, block.end) or speech.SAYING.match(chars, end, block.end):
            return None
        people = scene.people_after(end, min(block.end, end + 80))
        behind = (
            self.speakers.person(people[0])
            if people and scene.acts(people[0]) and "。" not in chars[end : people[0].start]
            else None
        )
        if start == block.start:
            opens = (
                recent is None
                or NEW_SCENE.match(chars, end)
                or (behind and self.speakers.after_leads(end, block.end) >= behind.start)
            )
            return behind if behind and opens else recent
        if end == block.end:  # 何阿姨是志愿者。“社区越来越好。”
            opener = scene.people_after(self.speakers.sentence_at(start - 1).start, start)
            return self.speakers.person(opener[0]) if opener and scene.acts(opener[0]) else None
        return behind

    # --- Where the words end ---------------------------------------------------------------------------------------------

    def _end(self, item: Heard, start: int, stop: int, block_end: int) -> int:
        """Where the words end: with their sentence, or the last one that goes on with the speech."""
        chars = self.scene.chars
        end = item.sentence.end
        if self._unmarked(item, start):
            stop = min(stop, max(end, start))
        if item.place < stop < end:
            return self._clause_before(stop, start)
        if self._ends_with_its_sentence(item, start):
            stop = min(stop, end)
        for sentence in self._following(item.sentence):
            if sentence.end > stop or self._report_takes_over(sentence):
                break
            end = sentence.end
        while end > start and chars[end - 1].isspace():
            end -= 1
        end = min(end, block_end)
        credit = CREDIT.search(chars, max(start, end - 60), end)
        return credit.start() if credit else end

    def _unmarked(self, item: Heard, start: int) -> bool:
        """Whether words follow 表示 at once (王一表示不再续租。不料，…) or a call (接到报警称，…): just the sentence."""
        called = CALLED_IN.search(self.scene.chars, item.sentence.start, item.place) is not None
        return item.cue in REPORTED and (called or start == item.place + len(item.cue))

    def _ends_with_its_sentence(self, item: Heard, start: int) -> bool:
        """Whether the report goes on behind one sentence: in a commentary, and behind words that close with a quotation.

        王一介绍，车卖到网上，“两天就脱手”。专案组…
        """
        end = item.sentence.end
        closes = self.scene.chars.endswith(("”。", "”！", "”？"), start, end)
        quotation = self.scene.quotation(end - 2) if closes else None
        quoted = quotation is not None and start < quotation[0] and quotation[1] - quotation[0] >= SHORTEST_QUOTATION
        return self.scene.reading.clipping.genre == Genre.COMMENTARY or (quoted and item.cue not in speech.DIRECTIVE)

    def _report_takes_over(self, sentence: Sentence) -> bool:
        chars = self.scene.chars
        anew = speech.REPORT.match(chars, sentence.start, sentence.end) or speech.VOICE.match(chars, sentence.start)
        if anew or self._acts_anew(sentence):
            return True
        first = self.scene.mention_at(sentence.start)
        if first and first.label == Label.ORG and INTRODUCED.match(chars, first.end):
            return True
        scene = speech.SCENE.match(chars, sentence.start, sentence.end)
        if scene is None or speech.ASPECT.search(scene["where"]):
            return False
        # 在云阳县，他察看堤坝: a new scene; 在数字时代，阅读仍是…: still the speech.
        places = self.scene.mentions_in(scene.start("where"), scene.end("where"))
        return any(mention.label in {Label.PLACE, Label.ORG} for mention in places) or scene["where"].endswith(("现场", "会上"))

    def _clause_before(self, stop: int, start: int) -> int:
        """The end of the words before the next cue of the same sentence."""
        semicolon = self.scene.chars.rfind("；", max(start, stop - 40), stop)
        if semicolon >= 0 and not self.scene.quotation(semicolon):
            return semicolon  # 王一指出，…；在与村民交谈时，他叮嘱…
        for place in range(stop - 1, max(start, stop - 80), -1):
            if self.scene.chars[place] in "，,；;。" and not self.scene.quotation(place):
                return place
        return stop

    def _following(self, sentence: Sentence) -> Iterator[Sentence]:
        for following in self.scene.body[self.speakers.body_index[sentence.start] + 1 :]:
            if following.block != sentence.block:
                return
            yield following

    def _acts_anew(self, sentence: Sentence) -> bool:
        """Whether a sentence opens with a person who does something."""
        chars = self.scene.chars
        for mention in self.scene.mentions_in(sentence.start, min(sentence.end, sentence.start + 60)):
            if mention.label == Label.PERSON and self.scene.acts(mention):
                before = chars[sentence.start : self.scene.office_start(mention)]
                return len(before) <= 1
        return False
