"""The area or body that a figure is of (全市, 该院), and its full name.

Reads a line once: scope words, bodies and places that open a clause, what 这里 points at, and subjects that
measure nothing, which end the last scope. A figure is of the nearest one before it that still lasts; a rank is of
what is ranked.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cached_property

from yaowen.facts.names.area_words import AREA
from yaowen.facts.statistics.lines import WINDOW, Figure, Line
from yaowen.facts.statistics.scope_mentions import NamedScopes
from yaowen.facts.statistics.scope_words import ScopeAt, find_opening_words, find_pointed_at, find_scope_words, find_short_names
from yaowen.schema import Label, Measure, Mention, Scope

PUBLIC = re.compile("(?:局|院|厅|委|政府|支队|大队|派出所|小学|中学|学校)$")
"""A body that an area has for itself: its name with that area is the full one."""
SAME_AREA = re.compile("^[全我本](?=[省市县区州镇乡村]$)")
"""我市 is 全市 where both are spoken of."""
BRACKET_ENDS = re.compile("[）)]")
WHOLE = re.compile("占(?P<area>[全我][市县区镇乡])")
"""民营企业出口占全市的七成 speaks of the city's, where nothing else does."""


def _drop_inner(found: Iterable[ScopeAt]) -> Iterator[ScopeAt]:
    """Without what stands inside a wider one: 我市 of 我市北部."""
    wider = (0, 0)
    for scope in found:
        if scope.end > wider[1] or (scope.start, scope.end) == wider:
            yield scope
            wider = (scope.start, scope.end)


class Scopes:
    """What can be a scope in a line, and which of them a figure is of."""

    def __init__(self, line: Line) -> None:
        self.line = line
        self.text = line.text

    @cached_property
    def starts(self) -> list[int]:
        """Where they start."""
        return [scope.start for scope in self.found]

    @cached_property
    def found(self) -> list[ScopeAt]:
        """What can be a scope, in order. A subject that measures nothing (他, 大会) is one without text: it ends the last."""
        words = list(find_scope_words(self.line))
        named = NamedScopes(self.line).find({scope.start for scope in words})
        found = [*words, *find_opening_words(self.line), *find_short_names(self.line), *find_pointed_at(self.line), *named]
        return list(_drop_inner(sorted(found, key=lambda scope: (scope.start, -scope.end))))

    def of(self, figure: Figure, previous: Figure | None) -> Scope | None:
        """The scope of a figure; `previous` is the figure before it."""
        clause = self.line.window(figure)[0]
        if figure.measure == Measure.RANK and previous is not None and previous.start > clause - WINDOW:
            return previous.scope
        index = bisect_left(self.starts, figure.start) - 1
        while index >= 0 and not self._holds(index, figure, clause):
            index -= 1
        if index >= 0 and self.found[index].text:
            return Scope(self.found[index].text, self.resolve(self.found[index]))
        if index >= 0:
            return None
        if whole := WHOLE.search(self.text, max(clause, figure.start - WINDOW), figure.start):
            return Scope(whole["area"], self.line.names.word(whole["area"], self.line.offset + whole.start("area")))
        goes_on = previous is not None and self.line.same_sentence(figure, previous)
        if previous is None or not goes_on or self._is_bracketed_before(self._bracket(previous), figure.start):
            return None
        return previous.scope

    def _bracket(self, figure: Figure) -> int:
        """Where what stands in the bracket before a figure starts."""
        return max(self.text.rfind(mark, max(figure.start - WINDOW, 0), figure.start) for mark in "（(") + 1

    def _holds(self, index: int, figure: Figure, clause: int) -> bool:
        """Whether what can be a scope still is one where a figure of a clause stands."""
        scope = self.found[index]
        if scope.end > figure.start or self._is_bracketed_before(scope.start, figure.start):
            return False
        if scope.text and scope.lasts and self._is_told_of_else(scope, figure):
            return False
        if not scope.leads and (scope.start < clause or self._is_led(index, clause)):
            return False
        if not scope.lasts and scope.start < self._opening(figure.start):
            return False
        return not (scope.within and self._is_where_a_body_acts(index))

    def _opening(self, position: int) -> int:
        """Where the sentence starts, or the one before it where it opens with 其中."""
        sentence = self.line.sentence_of(position)
        while sentence and self.text.startswith("其中", self.line.sentences[sentence]):
            sentence -= 1
        return self.line.sentences[sentence]

    def _is_bracketed_before(self, start: int, place: int) -> bool:
        """Whether a bracket that holds a scope is closed before a place: 35例（安渡县20例），|重症4例."""
        opened = self.text[start - 1 : start] in {"（", "("}
        return opened and BRACKET_ENDS.search(self.text, start, place) is not None

    def _is_told_of_else(self, scope: ScopeAt, figure: Figure) -> bool:
        """Whether somebody tells of himself in a sentence behind: 石河镇的田里一片忙碌。“我种了5亩。”."""
        sentence = self.line.sentence_start(figure.start)
        opens = self.text.rfind("“", max(sentence, figure.start - WINDOW), figure.start)
        return scope.end <= sentence <= opens <= sentence + 1 and self.text.find("”", opens, figure.start) < 0

    def of_area(self, start: int, end: int) -> Scope:
        """An area as it is written between two places."""
        return Scope(self.text[start:end], self.resolve(ScopeAt(start, end, self.text[start:end])))

    def of_mention(self, mention: Mention) -> Scope:
        """A place or a body as a scope."""
        return Scope(mention.text, self._resolve_mention(mention, self.line.offset + mention.start))

    def _is_led(self, index: int, clause: int) -> bool:
        """Whether somebody named before it in the clause is who does something for it: 安渡市向云漠县支付…."""
        before = self.found[index - 1] if index else None
        return before is not None and before.start >= clause and before.leads and bool(before.text)

    def _is_where_a_body_acts(self, index: int) -> bool:
        """Whether a body named before it in the clause does something there: 集团|将在云漠县投资."""
        clause = self.line.clause_of(self.found[index].start)[0]
        named = self.line.ending.get(self.found[index - 1].end) if index else None
        return self._is_led(index, clause) and not (named and named.label == Label.PLACE)

    def resolve(self, scope: ScopeAt) -> str | None:
        """The full name of what can be a scope."""
        names, position = self.line.names, self.line.offset + scope.start
        if scope.source is not None:
            return self._resolve_mention(scope.source, scope.source.start)
        if word := names.word(scope.text, position):
            return word
        mention = self.line.ending.get(scope.end)
        return self._resolve_mention(mention, position) if mention and mention.start == scope.start else None

    def _resolve_mention(self, mention: Mention, position: int) -> str | None:
        names = self.line.names
        if mention.label == Label.PLACE:
            full = names.place(mention.text, position)
            return full if full != mention.text else None
        full = names.body(replace(mention, start=position))
        return full or (mention.text if AREA.match(mention.text) and PUBLIC.search(mention.text) else None)

    def new_area(self, start: int, figure: Figure) -> bool:
        """Whether the sentence of a figure names another area or body than the text before it, since a period."""
        sentence = self.line.sentence_start(figure.start)
        low, high = (bisect_left(self.starts, place) for place in (sentence, figure.start))
        before = {SAME_AREA.sub("", scope.text) for scope in self.found[max(bisect_left(self.starts, start) - 2, 0) : low]}
        return any(scope.text and scope.lasts and SAME_AREA.sub("", scope.text) not in before for scope in self.found[low:high])

    def subject_between(self, start: int, end: int) -> bool:
        """Whether the text goes over to another subject, that a period named before may not hold for.

        Who stands right behind it is its own: 今年以来，|县交通局|抢抓机遇，改造公路30公里.
        """
        start += self.text[start : start + 1] in {"，", ","}
        start += start in self.starts
        low, high = bisect_left(self.starts, start), bisect_left(self.starts, end)
        return any(not scope.text for scope in self.found[low : min(high, low + 8)])
