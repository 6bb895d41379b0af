"""Counts that add up, and the rates that follow from them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Self


@dataclass(frozen=True)
class Score:
    """What was found rightly, what was missed and what was made up. Partial credit makes the counts fractions."""

    correct: float = 0
    missed: float = 0
    spurious: float = 0

    def __add__(self, other: Self) -> Self:
        return type(self)(self.correct + other.correct, self.missed + other.missed, self.spurious + other.spurious)

    @property
    def counts(self) -> tuple[float, float, float, float]:
        """Numerator and denominator of precision, then of recall."""
        return (self.correct, self.correct + self.spurious, self.correct, self.correct + self.missed)

    @property
    def precision(self) -> float:
        """The share of what was found that is right."""
        return rate(self.correct, self.correct + self.spurious, self.missed)

    @property
    def recall(self) -> float:
        """The share of the gold that was found."""
        return rate(self.correct, self.correct + self.missed, self.spurious)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return harmonic_mean(self.precision, self.recall)

    @property
    def support(self) -> float:
        """How much there was to find."""
        return self.correct + self.missed


@dataclass(frozen=True)
class BCubed:
    """B-cubed over characters: each has a precision and a recall of its own, and these are summed."""

    characters: float = 0
    precise: float = 0
    recalled: float = 0

    def __add__(self, other: Self) -> Self:
        return type(self)(self.characters + other.characters, self.precise + other.precise, self.recalled + other.recalled)

    @property
    def counts(self) -> tuple[float, float, float, float]:
        """Numerator and denominator of precision, then of recall."""
        return (self.precise, self.characters, self.recalled, self.characters)

    @property
    def precision(self) -> float:
        """Of what was put together with a character, the share that belongs with it: falls where articles run together."""
        return rate(self.precise, self.characters, 0)

    @property
    def recall(self) -> float:
        """Of what belongs with a character, the share that was put together with it: falls where articles fall apart."""
        return rate(self.recalled, self.characters, 0)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return harmonic_mean(self.precision, self.recall)

    @property
    def support(self) -> float:
        """How many characters were put somewhere."""
        return self.characters


AnyScore = Score | BCubed
Scores = Mapping[str, AnyScore]


def rate(part: float, whole: float, others: float) -> float:
    """A share; of nothing it is 1 where there was nothing on the other side either, as for a page without events."""
    return part / whole if whole else float(not others)


def harmonic_mean(precision: float, recall: float) -> float:
    """F1 of a precision and a recall."""
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def add_scores(several: Iterable[Scores]) -> dict[str, AnyScore]:
    """The scores of all documents together, section by section."""
    total: dict[str, AnyScore] = {}
    for scores in several:
        for name, score in scores.items():
            total[name] = total[name] + score if name in total else score  # type: ignore[operator] # a name has one type
    first = {section: place for place, section in reversed(list(enumerate(map(section_of, total))))}
    return {name: total[name] for name in sorted(total, key=lambda name: first[section_of(name)])}


def section_of(name: str) -> str:
    """What a score is about: of `events.chair`, the events."""
    return name.partition(".")[0]
