"""What two texts have in common: characters, and pairs that follow each other, of which rare ones count for more."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Set
from math import fsum, log
from typing import NamedTuple

OPENING = 120
"""So many characters of a body open it, and say most of what its headline says."""


def read_bigrams(chars: str) -> Iterator[str]:
    """The pairs of letters and digits that follow each other, whatever blanks and marks part them."""
    kept = "".join(filter(str.isalnum, chars))
    return map(str.__add__, kept, kept[1:])


def read_chars(chars: str) -> frozenset[str]:
    """The letters and digits of a text."""
    return frozenset(filter(str.isalnum, chars))


class Wording(NamedTuple):
    """What a text says: its pairs of characters, its characters, those that open it, and how many they are in all."""

    bigrams: frozenset[str]
    chars: frozenset[str]
    opening: frozenset[str]
    size: int

    @classmethod
    def of(cls, text: str) -> Wording:
        return cls(frozenset(read_bigrams(text)), read_chars(text), read_chars(text[:OPENING]), len(text))


class Rarity:
    """How much each pair of characters, or each character, tells of a text: the more, the fewer of the texts hold it."""

    def __init__(self, texts: Collection[Set[str]]) -> None:
        self.total = len(texts) + 1
        self.times = Counter(part for text in texts for part in text)

    def weigh(self, parts: Iterable[str]) -> dict[str, float]:
        """What each of them counts."""
        return {part: log(self.total / max(self.times.get(part, 0) + 0.3, 0.5)) for part in parts}


def share(weights: Mapping[str, float], said: Set[str]) -> float:
    """How much of what one text says, by the weights of its parts, another says, too.

    The sums are exact, so that the order in which a set gives its members decides nothing.
    """
    total = fsum(weights.values())
    return fsum(weight for part, weight in weights.items() if part in said) / total if total > 0 else 0.0
