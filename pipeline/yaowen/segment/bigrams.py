"""What two texts have in common: pairs of characters that follow each other, of which rare ones count for more."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Set
from math import fsum, log


def read_bigrams(chars: str) -> Iterator[str]:
    """The pairs of letters and digits that follow each other, whatever blanks and marks part them."""
    kept = "".join(filter(str.isalnum, chars))
    return map(str.__add__, kept, kept[1:])


class Rarity:
    """How much each pair of characters tells of a text: the more, the fewer of the texts hold it."""

    def __init__(self, texts: Collection[Set[str]]) -> None:
        self.total = len(texts) + 1
        self.times = Counter(bigram for bigrams in texts for bigram in bigrams)

    def weigh(self, bigrams: Iterable[str]) -> dict[str, float]:
        """What each pair counts."""
        return {bigram: log(self.total / max(self.times.get(bigram, 0) + 0.3, 0.5)) for bigram in bigrams}


def share(weights: Mapping[str, float], said: Set[str]) -> float:
    """How much of what one text says, by the weights of its pairs, another says, too.

    The sums are exact, so that the order in which a set gives its members decides nothing.
    """
    total = fsum(weights.values())
    return fsum(weight for bigram, weight in weights.items() if bigram in said) / total if total > 0 else 0.0
