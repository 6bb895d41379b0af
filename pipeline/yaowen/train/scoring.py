"""Strict span scores."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from yaowen.model.tags import Span


@dataclass(frozen=True)
class Count:
    """How many spans were found, and how many of which there are. Counts add."""

    correct: int = 0
    found: int = 0
    there: int = 0

    def __add__(self, other: "Count") -> "Count":
        return Count(self.correct + other.correct, self.found + other.found, self.there + other.there)

    @property
    def precision(self) -> float:
        return self.correct / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        return self.correct / self.there if self.there else 0.0

    @property
    def f1(self) -> float:
        return 2 * self.correct / (self.found + self.there) if self.found + self.there else 0.0


def count_spans(found: Iterable[Span], there: Iterable[Span]) -> dict[str, Count]:
    """By label, and overall under `""`."""
    mine, gold = set(found), set(there)
    counts: Counter[tuple[str, int]] = Counter()
    for column, spans in enumerate((mine & gold, mine, gold)):
        for *_, label in spans:
            counts[label, column] += 1
            counts["", column] += 1
    return {label: Count(*(counts[label, i] for i in range(3))) for label in {label for label, _ in counts}}


def add_counts(parts: Iterable[Mapping[str, Count]]) -> dict[str, Count]:
    """The counts of several texts together."""
    total: dict[str, Count] = {"": Count()}
    for part in parts:
        for label, count in part.items():
            total[label] = total.get(label, Count()) + count
    return total
