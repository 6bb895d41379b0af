"""The figures of an article: what is measured, how much, of what area or body, over which period, up or down.

Reads line by line, with dates and mentions moved to the line. For each figure in order: its surroundings, its
measure, then indicator, period and scope, which may look back at the figure before. A network that sees what the
rules say corrects them, the figures of all lines together.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from yaowen.facts.dates.certain_years import certain_year
from yaowen.facts.names.resolve import NameBook
from yaowen.facts.sentences import HEADLINE
from yaowen.facts.statistics.figure_reader import correct_figures
from yaowen.facts.statistics.figures import find_figures
from yaowen.facts.statistics.indicators import Indicators
from yaowen.facts.statistics.lines import WINDOW, Figure, Line, widen_marks
from yaowen.facts.statistics.measures import compared_area, measure_reference, refers, tell_measure
from yaowen.facts.statistics.periods import Periods
from yaowen.facts.statistics.scopes import Scopes
from yaowen.facts.statistics.surroundings import Surroundings, Words
from yaowen.page import Reading
from yaowen.schema import Block, BlockRole, Measure, Statistic
from yaowen.text import Text

HAS_NUMBER = re.compile("[0-9０-９一二两三四五六七八九十百千半]")
READ = HEADLINE | {BlockRole.SUBHEAD, BlockRole.PARAGRAPH, BlockRole.CAPTION}
"""The blocks that hold figures; series lines, bylines and jump lines (（下转第3版）) do not."""


@dataclass(frozen=True)
class FindStatistics:
    """One `Statistic` for each number that measures something, in the order of the text."""

    network: bool = True
    """Whether a network corrects what the rules say of indicator, scope and period."""

    def __call__(self, reading: Reading) -> Reading:
        lines = [(scopes, tuple(describe_figures(scopes))) for scopes in read_lines(reading)]
        corrected = correct_figures(lines) if self.network else (figures for _, figures in lines)
        found = tuple(
            _make_statistic(figure, scopes.line, reading.clipping.text)
            for (scopes, _), figures in zip(lines, corrected, strict=True)
            for figure in figures
        )
        return replace(reading, statistics=found)


def read_lines(reading: Reading) -> Iterator[Scopes]:
    """The lines of an article that may have figures, with what can be the scope of one."""
    clipping = reading.clipping
    chars = str(clipping.text)
    issue_date = clipping.publication.issue_date
    year = None if issue_date else certain_year(chars)
    mentions = sorted(reading.mentions, key=lambda mention: mention.start)
    names = NameBook(clipping, reading.mentions)
    starts = [mention.start for mention in mentions]
    for start, end in _lines(clipping.blocks):
        text = widen_marks(chars[start:end])
        if not HAS_NUMBER.search(text):
            continue
        inside = tuple(
            replace(mention, start=mention.start - start, end=mention.end - start)
            for mention in mentions[bisect_left(starts, start) : bisect_right(starts, end)]
            if mention.end <= end
        )
        yield Scopes(Line(text, inside, names, start, issue_date=issue_date, year=year))


def _lines(blocks: Iterable[Block]) -> Iterator[tuple[int, int]]:
    """The stretches that are read together: a paragraph, or all lines of a headline, of which one goes on with another."""
    for is_headline, several in groupby(
        (block for block in blocks if block.role in READ), lambda block: block.role in HEADLINE
    ):
        together = list(several)
        if is_headline:
            yield together[0].start, together[-1].end
        else:
            yield from ((block.start, block.end) for block in together)


def _make_statistic(figure: Figure, line: Line, text: Text) -> Statistic:
    start, end = line.offset + figure.start, line.offset + figure.end
    evidence_start, evidence_end = (line.offset + place for place in figure.evidence)
    return Statistic(
        indicator=figure.indicator,
        value=figure.value,
        unit=figure.unit,
        quantity=figure.quantity,
        comparator=figure.comparator,
        measure=figure.measure,
        direction=figure.direction,
        basis=figure.basis,
        scope=figure.scope,
        period=figure.period,
        quote=text.chars[start:end],
        source=text.source(start, end),
        evidence=text.chars[evidence_start:evidence_end],
        evidence_source=text.source(evidence_start, evidence_end),
    )


def describe_figures(scopes: Scopes) -> Iterator[Figure]:
    """The figures of a line with all that is said of each; a figure whose clause does not say takes it from the one before."""
    line = scopes.line
    bare = find_figures(line)
    if not bare:
        return
    surroundings = Surroundings(line, bare, scopes)
    indicators = Indicators(surroundings)
    periods = Periods(line, bare, scopes)
    done: list[Figure] = []
    for index, figure in enumerate(bare):
        words = surroundings.words(index)
        previous = done[-1] if done else None
        same_clause = previous is not None and previous.start >= words.clause[0]
        told = tell_measure(line, figure, words, previous if same_clause else None)
        told = measure_reference(told, previous) if refers(line, told) else told
        area = compared_area(line, told)
        dealt = indicators.of(index, told, words, done)
        told = replace(
            told,
            indicator=dealt.indicator,
            period=periods.of(told, words, previous),
            scope=dealt.scope or (scopes.of_area(*area) if area else scopes.of(told, previous)),
            evidence=_evidence(line, told, words, previous),
        )
        done.append(told)
        yield told


def _evidence(line: Line, figure: Figure, words: Words, previous: Figure | None) -> tuple[int, int]:
    """The clause; with the clause of the figure that is ranked before it, where it is a rank."""
    start, end = words.clause
    if figure.measure == Measure.RANK and previous is not None and start - WINDOW < previous.start < start:
        start = previous.evidence[0]
    while start < figure.start and line.text[start] in "、，, “":
        start += 1
    while end > figure.end and line.text[end - 1] in " 、，":
        end -= 1
    return start, end
