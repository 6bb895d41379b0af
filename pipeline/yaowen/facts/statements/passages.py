"""The passages that a verb of speech tells: the words behind it, and the quotation before who speaks."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass

from yaowen.facts.scene import Scene
from yaowen.facts.sentences import PAIRS, Sentence
from yaowen.facts.statements import cues
from yaowen.facts.statements.quotations import STOPS
from yaowen.facts.statements.speech_ends import SHORTEST_QUOTATION

SHORTEST_WORDS = 4
QUALIFIES = re.compile("的|有关|相关|等|这[一个]|系列")
"""Behind a quotation that is part of a noun phrase."""
ASIDE = re.compile(r"(?:[^。！？；：“”\n]|“[^“”\n]{1,10}”){0,60}")
"""“今年收成好。”站在田埂上，种了半辈子地的|村民王一说: what may stand between the words and who said them."""


@dataclass(frozen=True)
class Passages:
    """Finds the passages of one article; `names_end` are the places where a person's name ends."""

    scene: Scene
    names_end: frozenset[int]

    def behind(self, match: re.Match[str], sentence: Sentence) -> tuple[int, int] | None:
        """Where the words behind a cue start, and where they end if they are quoted; None where there are none."""
        chars = self.scene.chars
        if match["cue"] == "说" and match["tail"] is None and cues.SAID.match(chars, match.end()):
            return None
        opens = cues.opening(chars, match, sentence.end, names_end=self.names_end)
        if opens is None:
            return None
        if not opens["quote"]:
            return None if chars.startswith(("一边", "边"), opens.end()) else (opens.end(), -1)
        start = opens.end()
        quotation = self.scene.quotation(start)
        closed = quotation[1] - 1 if quotation else chars.find(PAIRS[opens["quote"]], start, sentence.end)
        if closed < 0:
            return start, -1
        if match["cue"] in cues.NOUN and QUALIFIES.match(chars, closed + 1):
            return None  # 提出“四个统筹”的要求, 介绍“贷动小生意”有关情况
        # 提出，“十五五”时期要…: a quoted word opens a sentence that is not quoted.
        whole = chars[closed - 1] in STOPS
        if not whole and closed + 1 < len(chars) and chars[closed + 1] not in '，,。；;！？!?、\n）”" ' and closed - start < 16:
            return start - 1, -1
        if closed - start < SHORTEST_WORDS and chars.startswith(("，", "、"), closed + 1):
            return start - 1, -1  # 王一介绍，“谷子”，由英文而来
        return start, closed

    def before(self, start: int, place: int, *, told_by: bool = True) -> tuple[int, int] | None:
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
        if told_by and any(map(self.scene.acts, self.scene.people_in(end, start))):
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
