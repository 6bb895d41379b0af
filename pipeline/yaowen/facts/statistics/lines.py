"""A paragraph or a headline line, cut into sentences and clauses, and a figure in it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property

from yaowen.facts.clauses import Clauses
from yaowen.facts.dates.find import DateMatch, find_dates
from yaowen.facts.names.resolve import NameBook
from yaowen.schema import Basis, Comparator, Direction, Measure, Mention, Quantity, Scope, TimeSpan

WINDOW = 120
"""Clauses are shorter; a line of a million characters without a stop is read this far around a number."""
LONGEST_SENTENCE = 240
"""So far back a sentence is searched for what it says once of all its figures."""
SENTENCE_END = re.compile("[。！？\n]|[!?](?![0-9])|……")
NOW = re.compile("(?<!截至)(?<!截止)目前(?!为止)|眼下(?=[^，。；的]{0,24}[0-9０-９])")
"""A period of its own where a state is measured: 目前全镇已栽种1200亩."""
ADVERB_ONLY = re.compile(
    r"^(?:[^，。；]{0,16}[讯电][ \u3000]?[（(][^（）()]{1,30}[）)])?"
    r"(?:[一二三四五六七八九十]{1,3}[、是]|[（(][一二三四五六七八九十]{1,3}[）)]|[，,、“”\s]|目前|同时|此外|另外|而"
    r"|其中|据悉|据了解|截至|今年|去年|近年来|如今|现在|在|从|位于|自|到|是|预计|全年|期间|以来|当年|上年|去年同期|仅)*$"
)
NARROW = re.compile("(?<![0-9A-Za-z])[,;:!?]|[,;:!?](?![0-9A-Za-z])")
WIDE = str.maketrans(",;:!?", "，；：！？")


def widen_marks(text: str) -> str:
    """A line with the marks of Chinese between its words, as many papers' sites have those of English; 1,200 keeps its own."""
    return NARROW.sub(lambda mark: mark[0].translate(WIDE), text)


@dataclass(frozen=True)
class Figure:
    """A number of a line that measures something; positions count in the line."""

    start: int
    end: int
    value: float | int
    unit: str | None
    quantity: Quantity
    comparator: Comparator
    measure: Measure = Measure.LEVEL
    direction: Direction | None = None
    basis: Basis | None = None
    indicator: str | None = None
    scope: Scope | None = None
    period: TimeSpan | None = None
    evidence: tuple[int, int] = (0, 0)


class Line:
    """One paragraph or headline line with what was found in it; `offset` is where it stands in the article.

    The year of its dates comes from the issue's date, or is that of the text.
    """

    def __init__(
        self,
        text: str,
        mentions: tuple[Mention, ...],
        names: NameBook,
        offset: int,
        *,
        issue_date: str | None = None,
        year: int | None = None,
    ) -> None:
        self.text = text
        self.mentions = mentions
        self.names = names
        self.offset = offset
        self.issue_date = issue_date
        self.year = year
        self.clauses = Clauses(text)
        self.sentences = [0, *(match.end() for match in SENTENCE_END.finditer(text))]

    @cached_property
    def dates(self) -> tuple[DateMatch, ...]:
        """The dates of the line and 目前, in order; most lines are never asked."""
        found = find_dates(self.text, issue_date=self.issue_date, year=self.year)
        now = [DateMatch(*match.span(), TimeSpan(match[0]), is_day=False) for match in NOW.finditer(self.text)]
        return tuple(sorted((*found, *now), key=lambda date: date.start)) if now else found

    @cached_property
    def ending(self) -> dict[int, Mention]:
        """The mentions by where they end."""
        return {mention.end: mention for mention in self.mentions}

    def clause_of(self, position: int) -> tuple[int, int]:
        """The clause around a position, without its punctuation."""
        return self.clauses.around(position)

    def sentence_of(self, position: int) -> int:
        """The number of the sentence that a position is in."""
        return bisect_right(self.sentences, position) - 1

    def sentence_start(self, position: int) -> int:
        """Where the sentence that a position is in starts."""
        return self.sentences[self.sentence_of(position)]

    def read_from(self, position: int) -> int:
        """From where on a sentence is read up to a position in it: from its start, or `LONGEST_SENTENCE` before."""
        return max(self.sentence_start(position), position - LONGEST_SENTENCE)

    def window(self, figure: Figure) -> tuple[int, int]:
        """The clause of a figure, no more than `WINDOW` to each side."""
        start, end = self.clause_of(figure.start)
        return max(start, figure.start - WINDOW), min(end, figure.end + WINDOW)

    def clause_before(self, position: int) -> str:
        """What stands before a place in its clause."""
        return self.text[max(self.clause_of(position)[0], position - WINDOW) : position]

    def without_dates(self, start: int, end: int) -> str:
        """What stands between two places, less its dates."""
        pieces, position = [], start
        first, last = (bisect_left(self.dates, place, key=lambda date: date.start) for place in (start, end))
        for date in self.dates[first:last]:
            pieces.append(self.text[position : date.start].removesuffix("自"))
            position = min(date.end, end)
        return "".join([*pieces, self.text[position:end]])

    def starts_clause(self, position: int) -> bool:
        """Whether nothing but adverbs and dates stands between a place and the start of its clause."""
        clause = max(self.clause_of(position)[0], position - WINDOW)
        return bool(ADVERB_ONLY.match(self.without_dates(clause, position)))

    def same_sentence(self, figure: Figure, previous: Figure | None) -> bool:
        """Whether another figure stands in the sentence of a figure."""
        return previous is not None and self.sentence_of(previous.start) == self.sentence_of(figure.start)
