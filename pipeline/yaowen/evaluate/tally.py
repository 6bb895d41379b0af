"""Two readings of one page side by side, and what is counted and noted of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from yaowen.evaluate.ink import Ink, Spans, ink_of, overlaps
from yaowen.evaluate.match import assign
from yaowen.evaluate.score import AnyScore, BCubed, Score
from yaowen.schema import Article, Document
from yaowen.text import Source


class Fault(StrEnum):
    """What is wrong with a thing that does not count as correct."""

    MISSED = "missed"
    SPURIOUS = "spurious"
    LABEL = "wrong label"
    BOUNDARY = "wrong boundary"
    SLOT = "wrong slot"


@dataclass(frozen=True)
class Mistake:
    """Something missed, made up, or read wrongly. `gold` and `found` say what was to be read and what was."""

    score: str
    fault: Fault
    gold: str
    found: str
    gold_source: Source = ()
    found_source: Source = ()


@dataclass
class Tally:
    """Counts and mistakes as they come in; the order in which names are first counted is the order of the table."""

    scores: dict[str, AnyScore] = field(default_factory=dict)
    mistakes: list[Mistake] = field(default_factory=list)

    def count(self, name: str, correct: float = 0, missed: float = 0, spurious: float = 0) -> None:
        """Adds to a score."""
        self._add(name, Score(correct, missed, spurious))

    def count_common(self, name: str, common: float, gold: float, found: float) -> None:
        """Adds to a score what two readings of so many things each have in common."""
        self.count(name, +common, gold - common, found - common)

    def count_characters(self, name: str, characters: float, precise: float, recalled: float) -> None:
        """Adds to a B-cubed score."""
        self._add(name, BCubed(characters, precise, recalled))

    def note(
        self, score: str, fault: Fault, gold: str, found: str, *, gold_source: Source = (), found_source: Source = ()
    ) -> None:
        """Keeps a mistake to be looked at."""
        self.mistakes.append(Mistake(score, fault, gold, found, gold_source, found_source))

    def _add(self, name: str, score: AnyScore) -> None:
        self.scores[name] = self.scores[name] + score if name in self.scores else score  # type: ignore[operator] # same type


NO_ARTICLE = -1
"""The article of what stands in none: furniture, and what a reading left out."""


@dataclass(frozen=True)
class Side:
    """One reading of a page, in ink."""

    document: Document
    ink: Ink

    @cached_property
    def blocks(self) -> tuple[tuple[Spans, ...], ...]:
        """Where the blocks of each article stand."""
        return tuple(tuple(self.ink.spans(block.source) for block in article.blocks) for article in self.articles)

    @property
    def articles(self) -> tuple[Article, ...]:
        """The articles of the page."""
        return self.document.articles

    @cached_property
    def passages(self) -> tuple[Spans, ...]:
        """Where each article stands as a whole."""
        return tuple(tuple(span for spans in blocks for span in spans) for blocks in self.blocks)

    @cached_property
    def furniture(self) -> frozenset[int]:
        """The ink that belongs to no article."""
        return frozenset(place for item in self.document.furniture for place in ink_of(self.ink.spans(item.source)))

    @cached_property
    def owner(self) -> Sequence[int]:
        """The index of the article that each piece of ink belongs to."""
        owner = [NO_ARTICLE] * len(self.ink)
        for number, spans in enumerate(self.passages):
            for start, end in spans:
                owner[start:end] = [number] * (end - start)
        return owner


@dataclass(frozen=True)
class Sides:
    """Gold and prediction of one page."""

    gold: Side
    found: Side

    @cached_property
    def counterparts(self) -> dict[int, int]:
        """For each gold article the predicted one that shares most ink with it, each used once."""
        return dict(assign(overlaps(self.gold.passages, self.found.passages)))

    def place(self, spans: Spans, number: int, *, gold: bool) -> int:
        """The gold article in which a passage stands; of a fact without a source, the one that its article answers to."""
        if gold:
            return number
        if spans:
            return self.gold.owner[spans[0][0]]
        return self.answers.get(number, NO_ARTICLE)

    @cached_property
    def answers(self) -> dict[int, int]:
        """The gold article of each predicted one."""
        return {found: gold for gold, found in self.counterparts.items()}
