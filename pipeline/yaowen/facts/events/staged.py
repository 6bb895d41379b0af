"""Named gatherings that need no verb: what opens a clause, and what a day is said to be."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from yaowen.facts.events.days import Days
from yaowen.facts.events.gatherings import CLOSES_NAME, end_of_object, heads, is_none, is_plain, kind_of, unquoted
from yaowen.facts.events.occasion_words import EDITION, GOES_WELL, HELD_AS, PLAYED, STAGE, TELLS, THE_DAY
from yaowen.facts.events.phrases import Phrases, is_noun
from yaowen.facts.events.reports import Report
from yaowen.facts.scene import Scene
from yaowen.facts.sentences import BODY, Sentence
from yaowen.facts.wording import PLANNED
from yaowen.schema import EventKind


@dataclass(frozen=True)
class Staged:
    """Finds the gatherings of one article that no verb of holding tells."""

    scene: Scene
    days: Days
    phrases: Phrases

    def reports(self, sentence: Sentence) -> Iterator[Report]:
        """A named gathering that opens a clause, and whatever is said of it there: 某厨王争霸赛|在某村烟火升腾."""
        chars = self.scene.chars
        limit = min(sentence.end, sentence.start + 200) if sentence.role in BODY else sentence.start
        for last in heads(chars, sentence.start, limit):
            _, end = self.scene.clause(last, sentence)
            closing = CLOSES_NAME.match(chars, last, sentence.end)
            stage = STAGE.match(chars, closing.end() if closing else last, sentence.end)
            start = self.phrases.name_start(self.scene.clause(last - 1, sentence)[0], last)
            named = EDITION.search(chars, start, last) or chars.startswith("“", start) or "”" in chars[start:last]
            goes_on = named and GOES_WELL.match(chars, last, end)
            name = chars[start:last]
            kind = kind_of(name)
            played = kind == EventKind.COMPETITION and PLAYED.match(chars, last, sentence.end)
            held = played or goes_on or self._was_held(start, closing.end() if closing else last)
            if stage is None and not held:
                continue
            if kind is None or last - start < 5 or is_none(name) or is_plain(name):
                continue
            if self.phrases.is_body(start, last) or self.phrases.tells_of_person(start, last) or not is_noun(name):
                continue
            planned = PLANNED.search(chars, last, stage.end() if stage else last) is not None
            last = closing.end() if closing else last
            yield Report(sentence, last, kind, unquoted(chars[start:last]), (start, last), planned)
            return

    def _was_held(self, start: int, end: int) -> bool:
        """Whether a day is told before a name, with the verb that it was held: 20日在某地举行的“…”论坛|高朋满座."""
        chars = self.scene.chars
        opens = max(chars.rfind(mark, 0, start) for mark in "。；！\n") + 1
        held = HELD_AS.search(chars, max(opens, start - 4), start)
        if held is None or held.end() != start or TELLS.match(chars, end):
            return False
        return any(date.is_day and self.days.is_fresh(date) for date in self.days.within(max(opens, start - 60), start))

    def of_the_day(self, sentence: Sentence) -> Iterator[Report]:
        """当天是该院首个“公众开放日”."""
        chars = self.scene.chars
        for match in THE_DAY.finditer(chars, sentence.start, min(sentence.end, sentence.start + 200)):
            named = end_of_object(self.scene, match.end(), min(sentence.end, match.end() + 24))
            kind = kind_of(chars[match.end() : named]) if named else None
            if named and kind and not self.scene.quotation(match.start()):
                yield Report(sentence, match.start(), kind, unquoted(chars[match.end() : named]), (match.end(), named))
