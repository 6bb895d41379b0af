"""Openings, agreements and lectures, where no word says that people gathered."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from yaowen.facts.events.gatherings import closing_kind, unquoted
from yaowen.facts.events.occasion_words import ADVERBIAL, NOT_DONE, OPENS_UP
from yaowen.facts.events.phrases import Phrases
from yaowen.facts.events.reports import Report, is_planned
from yaowen.facts.scene import Scene
from yaowen.facts.sentences import Sentence
from yaowen.schema import EventKind

FAIR = re.compile("(?:[博洽交览展]会|展览?)[”》]?$")
"""第四届农业博览会|开馆: what has a name of its own."""
NO_OPENING = ("标志着", "意味着", "实现", "预计", "庆祝", "欢庆", "喜迎", "迎接", "见证", "期待")
"""What a clause opens with that says what an opening means: 庆祝|大桥通车."""
COUNTED = re.compile("[0-9]+余?[所座个条处家]")
"""2所新校|投用: what a plan brings."""

ENDS = re.compile(r"[，,。；;！\n \u3000]|$")


@dataclass(frozen=True)
class Openings:
    """Finds what is opened and signed in one article."""

    scene: Scene
    phrases: Phrases

    def reports(self, sentence: Sentence) -> Iterator[Report]:
        """Openings and agreements: 某大桥正式通车; 甲与乙签署战略合作协议."""
        chars = self.scene.chars
        for verb in OPENS_UP.finditer(chars, sentence.start, min(sentence.end, sentence.start + 300)):
            start, _ = self.scene.clause(verb.start(), sentence)
            lecture = "lecture" if verb["lecture"] else "party"
            if self.scene.quotation(verb.start()) or not (verb[lecture] or ENDS.match(chars, verb.end())):
                continue
            if NOT_DONE.search(chars, start, verb.start()):
                continue
            planned = is_planned(self.scene, start, verb.start())
            if verb["signed"]:
                name = re.sub("(?<=^签[署订])了", "", verb[0])
                yield Report(sentence, verb.start(), EventKind.CEREMONY, name, verb.span(), planned)
            elif verb[lecture]:
                yield Report(sentence, verb.start(), EventKind.MEETING, verb[lecture], verb.span(lecture), planned)
            elif opened := self._opened(start, verb):
                first, last = opened
                subject = chars[first:last].rstrip().removesuffix("正式")
                fair = FAIR.search(subject) and not self.phrases.is_body(first, last)
                gathers = closing_kind(unquoted(subject)) if fair else None
                name = unquoted(subject) if gathers else subject + verb["opened"].removeprefix("正式")
                yield Report(sentence, verb.start(), gathers or EventKind.CEREMONY, name, opened, planned)

    def _opened(self, start: int, verb: re.Match[str]) -> tuple[int, int] | None:
        """What is opened, before the verb of its clause: 某大桥|正式通车; nothing counted, no list, nobody who opens it."""
        chars = self.scene.chars
        start = self.phrases.name_start(start, verb.start())
        setting = ADVERBIAL.search(chars, start, verb.start())
        stop = setting.start() if setting else verb.start()
        if (
            not 2 <= stop - start <= 30
            or chars.startswith(NO_OPENING, start)
            or COUNTED.search(chars, start, stop)
            or "、" in chars[start:stop]
            or self.phrases.tells_of_person(start, stop)
            or self.scene.people_ending_at(stop)  # 副市长王一宣布开航
        ):
            return None
        return start, stop
