"""Whole quoted sentences that no verb of speech goes with, and whose they are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from yaowen.facts.scene import Scene
from yaowen.facts.sentences import BODY
from yaowen.facts.statements import cues, report_words
from yaowen.facts.statements.heard import Heard, Speaker
from yaowen.facts.statements.speakers import Speakers
from yaowen.facts.statements.speech_ends import SHORTEST_QUOTATION, SpeechEnds
from yaowen.schema import Block

STOPS = "。！？…!?"
NEW_SCENE = re.compile(r"[0-9]{1,2}月[0-9]{1,2}日|(?:[近昨今当][日天]|日前)，|在[^，。“”\n]{2,30}，")
"""“总算放心了。”10月9日，在某社区，…: not the last speaker, but who is met there."""
SHORTEST_CLOSING = 12
"""A quotation, marks included, that may close a sentence with no mark of its own and is no mere word."""
BULLETS = " 　●■□◆▲○"
QUESTION = re.compile(f"[{BULLETS}]*(?:问|[\u4e00-\u9fff]{{0,8}}(?:记者|主持人|[报网台刊]))[：:](?!“)")
ANSWER, ANSWERER = re.compile(f"[{BULLETS}]*答[：:]"), re.compile("(?P<cue>答)?[：:](?!“)")
ANSWERS = re.compile(r"(?P<who>[\u4e00-\u9fff]{2,20}(?:发言人|负责人))就[^。\n]{2,80}答记者问")
UNQUOTED = re.compile(r"[：:](?![“‘\"]|男，|女，|[0-9]|本[院局庭委])[^。！？\n]{12,}[。！？]")


@dataclass(frozen=True)
class Quotations:
    """Finds the quotations of one article."""

    scene: Scene
    speakers: Speakers
    ends: SpeechEnds

    def of(self, block: Block, told: list[Heard], recent: Speaker | None) -> Iterator[Heard]:
        """What is said in a block without a verb of speech, beside what is `told` with one; `recent` spoke before it."""
        yield from self._unquoted(block)
        claimed = {item.quoted[0] for item in told if item.quoted} | {item.words[0] for item in told if item.words}
        reaches = [
            (item.words[0], self.ends.of(item, item.words[0], block.end, block.end))
            for item in told
            if item.words and item.words[1] < 0
        ]
        for start, end in self.scene.quotations_in(block.start, block.end):
            if not self._is_speech(start, end) or start + 1 in claimed or any(opens <= start < to for opens, to in reaches):
                continue
            if speaker := self._speaker_of(start, end, block, recent):
                yield Heard(
                    speaker, self._verb_before(start), start, self.speakers.meant.sentence_at(start), (start + 1, end - 1)
                )

    def _unquoted(self, block: Block) -> Iterator[Heard]:
        """What is said without quotation marks: a sum that somebody does, a paragraph of one speaker, an answer."""
        chars, meant = self.scene.chars, self.speakers.meant
        for match in report_words.SUM.finditer(chars, block.start, block.end):
            sentence = meant.sentence_at(match.start())
            teller = None if self.scene.quotation(match.start()) else self.speakers.who_opens(match.end() - 1, sentence)
            if teller:
                yield Heard(teller, None, match.start(), sentence, (match.end(), -1))
        if voice := self._opens_with_name(block):
            yield Heard(voice, None, block.start, meant.sentence_at(block.start), (voice.end + 1, -1))

    def answer(self, block: Block) -> Heard | None:
        """What a block answers to a question (记者：… or 问：…), as a whole: 王一：…, 答：…."""
        chars = self.scene.chars
        if (answer := ANSWER.match(chars, block.start)) and self._interviewed:
            voice, cue, start = self._interviewed, "答", answer.end()
        elif block.start in self._answered and (named := self._named_at(block)):
            answer = ANSWERER.match(chars, named.end, block.end)
            if answer is None:
                return None
            voice, cue, start = named, answer["cue"], answer.end()
        else:
            return None
        return Heard(voice, cue, block.start, self.speakers.meant.sentence_at(block.start), (start, block.end))

    @cached_property
    def _answered(self) -> frozenset[int]:
        """Where the blocks start that stand behind a question."""
        blocks = [block for block in self.scene.blocks if block.role in BODY]
        return frozenset(after.start for asks, after in pairwise(blocks) if QUESTION.match(self.scene.chars, asks.start))

    def _is_speech(self, start: int, end: int) -> bool:
        """Whether a quotation is a whole sentence that somebody says."""
        chars = self.scene.chars
        if end - start < SHORTEST_QUOTATION or chars[start] not in '“"' or chars[start - 1 : start] == "”":
            return False
        if report_words.CHANT.search(chars, start, end):
            return False
        # “您好！”“请坐！”: voices of a scene, nobody's.
        following = self.scene.quotation(end + 1) if chars.startswith("“", end) else None
        if following is not None and chars[following[1] - 2] in STOPS and chars[start - 1 : start] not in {"：", ":"}:
            return False
        return chars[end - 2] in STOPS or self._closes(start, end)

    def _verb_before(self, start: int) -> str | None:
        """The verb of speech that leads to a quotation: 父亲拉着他的手|说：“…”."""
        verbs = cues.CUE.finditer(self.scene.chars, max(start - 4, 0), start)
        return next((verb["cue"] for verb in verbs if verb.end() == start - 1), None)

    def _speaker_of(self, start: int, end: int, block: Block, recent: Speaker | None) -> Speaker | None:
        """Who said a quotation: who acts before its colon or comma, else who acts behind it or around it."""
        before = self.scene.chars[start - 1] if start > block.start else ""
        if before and before in "：:，,":
            speaker = self.speakers.who_opens(start - 1, self.speakers.meant.sentence_at(start))
            if speaker is None and before in "，," and not self.scene.chars.startswith("。", end):
                return self._speaker_around(start, end, block, None)  # 3月5日，“…。”老周连连点赞。
            return speaker
        if not before or before in "。！？”」 　）)":
            return self.speakers.actor_behind(end, block.end) or self._speaker_around(start, end, block, recent)
        return None

    def _closes(self, start: int, end: int) -> bool:
        """Whether a sentence ends with a quotation of some length: 王一感触很深，“参加这样的活动很有意义”。"""
        chars = self.scene.chars
        return (
            end - start >= SHORTEST_CLOSING
            and chars[start - 1 : start] in {"：", ":", "，", ","}
            and chars.startswith("。", end)
        )

    @cached_property
    def _interviewed(self) -> Speaker | None:
        """Who answers where questions and answers name nobody: who is named last before the first one, or 某局负责人."""
        asked = next((block.start for block in self.scene.blocks if QUESTION.match(self.scene.chars, block.start)), None)
        authors = {byline.name for byline in self.scene.reading.clipping.bylines}
        named = [m for m in self.scene.people if m.end <= (asked or 0) and m.text not in authors]
        people = [m for m in named if self.scene.office_start(m) < m.start]
        told = ANSWERS.search(self.scene.chars, 0, asked or 0)
        return self.speakers.meant.person(people[-1]) if people else told and Speaker(told["who"], *told.span("who"))

    def _opens_with_name(self, block: Block) -> Speaker | None:
        """Who speaks a whole paragraph, as in a broadcast: 市气象局局长王一：未来三天…."""
        speaker = self._named_at(block)
        return speaker if speaker and UNQUOTED.match(self.scene.chars, speaker.end, block.end) else None

    def _named_at(self, block: Block) -> Speaker | None:
        """The one person whose name, or offices and name, a block opens with."""
        people = self.scene.people_after(block.start, min(block.end, block.start + 80))
        if len(people) != 1:
            return None
        speaker = self.speakers.meant.person(people[0])
        return None if self.scene.chars[block.start : speaker.start].strip(BULLETS) else speaker

    def _speaker_around(self, start: int, end: int, block: Block, recent: Speaker | None) -> Speaker | None:
        """Who said a quotation that stands free: who acts in the sentence behind it, else who was told of before it.

        A quotation that opens a paragraph goes on with the last speaker.
        """
        scene, chars = self.scene, self.scene.chars
        told_else = report_words.TOLD_BY_OTHERS.match(chars, end, block.end) or report_words.SAYING.match(chars, end, block.end)
        if end - start < 10 or told_else:
            return None
        people = scene.people_after(end, min(block.end, end + 80))
        behind = (
            self.speakers.meant.person(people[0])
            if people and scene.acts(people[0]) and "。" not in chars[end : people[0].start]
            else None
        )
        if start == block.start:
            opens = (
                recent is None
                or NEW_SCENE.match(chars, end)
                or (behind and self.speakers.meant.after_leads(end, block.end) >= behind.start)
            )
            return behind if behind and opens else recent
        if end == block.end:  # 何阿姨是志愿者。“社区越来越好。”
            opener = scene.people_after(self.speakers.meant.sentence_at(start - 1).start, start)
            return self.speakers.meant.person(opener[0]) if opener and scene.acts(opener[0]) else None
        return behind
