"""Where what somebody says ends: with its sentence, or with the last one that goes on with the speech."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

from yaowen.facts.scene import Scene
from yaowen.facts.sentences import SITES, Sentence
from yaowen.facts.statements import cues, report_words
from yaowen.facts.statements.heard import Heard
from yaowen.facts.statements.speakers import Speakers
from yaowen.facts.statements.voices import CALLED_IN
from yaowen.schema import Genre, Label

CREDIT = re.compile(
    r"[（(](?:[^（）()]{0,12}(?:记者|通讯员)|[^（）()]{1,20}[摄文])[^（）()]{0,30}[）)]$"
    r"|(?<=[。！？”])(?:[（(][^（）()\n]{1,40}[）)]|[①-⑳][0-9]{0,2})$"
)
"""（记者王一 摄）, …万元。（县旅游局）, …万元。（责任编辑：王一）, …万元。②7: behind the words, not of them."""
REPORTED = {"表示", "称", "说", "认为", "呼吁", "建议", "希望", "提醒", "号召"}
SHORTEST_QUOTATION = 8
"""A quotation, marks included, that is no mere word."""


@dataclass(frozen=True)
class SpeechEnds:
    """Finds the ends in one article."""

    scene: Scene
    speakers: Speakers

    def of(self, item: Heard, start: int, stop: int, block_end: int) -> int:
        """Where the words end: with their sentence, or the last one that goes on with the speech."""
        chars = self.scene.chars
        end = item.sentence.end
        if self._unmarked(item, start):
            stop = min(stop, max(end, start))
        if item.place < stop < end:
            return self._clause_before(stop, start)
        if self._ends_with_its_sentence(item, start):
            stop = min(stop, end)
        number = self.speakers.meant.body_index[item.sentence.start]
        turn = self._turns[bisect_right(self._turns, number)]
        last = bisect_right(self.scene.body, stop, number + 1, turn, key=lambda sentence: sentence.end) - 1
        if last > number:
            end = self.scene.body[last].end
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
        return self.scene.reading.clipping.genre == Genre.COMMENTARY or (quoted and item.cue not in cues.DIRECTIVE)

    @cached_property
    def _turns(self) -> tuple[int, ...]:
        """The numbers of the sentences that open a paragraph or with which the report takes over, and one past the last."""
        body = self.scene.body
        opens = (not number or line.block != body[number - 1].block for number, line in enumerate(body))
        turns = (number for number, new in enumerate(opens) if new or self._report_takes_over(body[number]))
        return (*turns, len(body))

    def _report_takes_over(self, sentence: Sentence) -> bool:
        chars = self.scene.chars
        anew = report_words.REPORT.match(chars, sentence.start, sentence.end) or report_words.VOICE.match(chars, sentence.start)
        if anew or self._acts_anew(sentence):
            return True
        scene = report_words.SCENE.match(chars, sentence.start, sentence.end)
        if scene is None or report_words.ASPECT.search(scene["where"]):
            return False
        # 在云阳县，他察看堤坝: a new scene; 在数字时代，阅读仍是…: still the speech.
        places = self.scene.mentions_in(scene.start("where"), scene.end("where"))
        return any(mention.label in SITES for mention in places) or scene["where"].endswith(("现场", "会上"))

    def _clause_before(self, stop: int, start: int) -> int:
        """The end of the words before the next cue of the same sentence."""
        semicolon = self.scene.chars.rfind("；", max(start, stop - 40), stop)
        if semicolon >= 0 and not self.scene.quotation(semicolon):
            return semicolon  # 王一指出，…；在与村民交谈时，他叮嘱…
        for place in range(stop - 1, max(start, stop - 80), -1):
            if self.scene.chars[place] in "，,；;。" and not self.scene.quotation(place):
                return place
        return stop

    def _acts_anew(self, sentence: Sentence) -> bool:
        """Whether a sentence opens with a person who does something; 王一同志政治坚定 is said of him in a speech."""
        chars = self.scene.chars
        for mention in self.scene.mentions_in(sentence.start, min(sentence.end, sentence.start + 60)):
            if mention.label == Label.PERSON and self.scene.acts(mention):
                before = chars[sentence.start : self.scene.office_start(mention)]
                return len(before) <= 1 and not chars.startswith("同志", mention.end)
        return False
