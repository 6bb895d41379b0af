"""What is held, by the verb that says so: 某会议召开; 某局举办某活动."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from yaowen.facts.events import occasion_words as words
from yaowen.facts.events.gatherings import CLOSES_NAME, closing_kind, heads, is_none, is_plain, kind_of, unquoted
from yaowen.facts.events.held_names import HeldNames
from yaowen.facts.events.reports import Report, is_planned, with_joined
from yaowen.facts.scene import Scene
from yaowen.facts.sentences import BODY, Sentence
from yaowen.facts.wording import OPENERS, ORDERS
from yaowen.schema import EventKind
from yaowen.vocabulary import cut

ACCORDS = re.compile(r"(?:按照|根据|依据|依照)[^，。；\n]{2,40}，")
PURPOSE = re.compile(
    r"(?<![\u4e00-\u9fff])为了?"
    r"(?:进一步|更好地?|切实|扎实|深入|全面|有效|广泛|积极|认真|持续|大力|顺利|配合|做好|推动|推进|保障|确保|组织)*$"
)
"""为扎实|开展“质量月”活动，某局…: what something else is done for."""
SESSION = re.compile("次(?:全体)?会议$")
"""What lasts for days and holds meetings: 市四届人大二次会议|举行第三次全体会议."""
SITTING = re.compile("了?[\u4e00-\u9fff、]{0,12}(?:(?:联组|分组|专题|全体)(?:讨论|审议|协商)|会议)(?=[，。\n]|$)")


@dataclass(frozen=True)
class Held:
    """Finds what is held in one article."""

    scene: Scene
    names: HeldNames

    def reports(self, sentence: Sentence) -> Iterator[Report]:
        """Meetings and the like: 某会议召开; 某局举办某活动."""
        chars = self.scene.chars
        headline = sentence.role not in BODY
        for verb in words.HOLD.finditer(chars, sentence.start, min(sentence.end, sentence.start + 1500)):
            if self.scene.quotation(verb.start()) or self._is_compound(verb):
                continue
            if verb[0] in words.ORDERED and self._is_ordered(sentence, verb.start()):
                continue
            if PURPOSE.search(chars, sentence.start, verb.start()):
                continue
            if verb[0] in words.ORDERED and words.SUPPORTS.search(chars, max(sentence.start, verb.start() - 16), verb.start()):
                continue
            if words.NOT_NEWS_BEFORE.search(chars, max(sentence.start, verb.start() - 8), verb.start()):
                continue
            start, end = self.scene.clause(verb.start(), sentence)
            planned = is_planned(self.scene, start, verb.start())
            if words.CLOSES.match(chars, verb.start()):
                report = self.names.before(sentence, verb, start, planned)
                if report and (headline or not words.NOT_NEWS_AFTER.match(chars, verb.end(), sentence.end)):
                    held = self._with_object(report, sentence, verb, start, end, planned)
                    yield from (held,) if held else self._apart(report)
                    continue
            starts = verb[0] == "启动" and (words.WHERE.search(chars, start, verb.start()) or chars.startswith("“", verb.end()))
            if words.OPENED.match(chars, verb.start()) or starts:
                report = self.names.after(sentence, verb, start, end, planned)
                if report:
                    yield from with_joined(self.scene, report, end) if verb[0].endswith("召开") else (report,)
                    continue
            if words.CLOSES.match(chars, verb.start()) and (report := self.names.unnamed(sentence, verb, start, planned)):
                yield report

    def _is_ordered(self, sentence: Sentence, place: int) -> bool:
        """Whether something is only decided: 要求各县|开展排查, but not 按照演练方案，某校|开展演练."""
        accords = [accord.end() for accord in ACCORDS.finditer(self.scene.chars, sentence.start, place)]
        return ORDERS.search(self.scene.chars, accords[-1] if accords else sentence.start, place) is not None

    def _is_compound(self, verb: re.Match[str]) -> bool:
        """Whether a verb is a part of another word: 开幕|式, 举办|方."""
        chars, place = self.scene.chars, verb.end()
        if verb[0] in words.SHOWS:
            return False
        if verb[0] not in OPENERS:
            return words.COMPOUND.match(chars, place) is not None
        return any(word.text in words.HOSTS for word in cut(chars[place : place + 6])[:1])

    def _apart(self, report: Report) -> tuple[Report, ...]:
        """Two gatherings that share a verb: 某节启动仪式、某比赛|同时举行; the report itself where it tells of one."""
        chars, (start, end) = self.scene.chars, report.named
        ends = [
            last + len(closing[0]) if (closing := CLOSES_NAME.match(chars, last)) else last for last in heads(chars, start, end)
        ]
        parted = [last for last in ends if chars.startswith("、", last) and not self.scene.quotation(last)]
        if len(parted) != 1 or "暨" in chars[start:end]:
            return (report,)
        spans = ((start, parted[0]), (parted[0] + 1, end))
        names = [unquoted(chars[slice(*span)]) for span in spans]
        if any(len(name) < 4 or is_plain(name) or is_none(name, held=True) or not closing_kind(name) for name in names):
            return (report,)
        return tuple(
            replace(report, kind=kind_of(name) or report.kind, name=name, named=span)
            for name, span in zip(names, spans, strict=True)
        )

    def _with_object(
        self, report: Report, sentence: Sentence, verb: re.Match[str], start: int, end: int, planned: bool
    ) -> Report | None:
        """What a gathering holds: 某次会议举行|宪法宣誓仪式, 某大赛举行|颁奖典礼."""
        held = self.names.after(sentence, verb, start, end, planned) if verb[0] in OPENERS else None
        in_session = verb[0] in OPENERS and SESSION.search(report.called) is not None
        if in_session and (sitting := SITTING.match(self.scene.chars, verb.end(), end)):
            return replace(report, name=f"{report.name}{sitting[0]}")
        if held is None or (held.kind != EventKind.CEREMONY and not (in_session and "“" in held.called)):
            return None
        name = f"{report.name}{held.name}" if held.plain else held.name
        return replace(held, name=name, body=(), plain=held.plain and report.plain)
