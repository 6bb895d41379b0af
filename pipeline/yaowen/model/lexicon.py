"""A word list that is looked up for every stretch of every text at once."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntFlag
from functools import cached_property
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from yaowen.model.fold import code_points

LONGEST = 10
MULTIPLIER = np.uint64(0x9E3779B97F4A7C15)
FILTER_BITS = 22


class Kind(IntFlag):
    """What a listed word may name. A word may be of several kinds, or of none."""

    DIVISION = 1
    PLACE = 2
    PERSON = 4
    FOREIGN_PERSON = 8
    ORG = 16
    SURNAME = 32
    ROLE = 64
    ORG_ENDING = 128


class Matches(NamedTuple):
    """All listed words of one length: where they start, and their rows in the lexicon."""

    length: int
    starts: NDArray[np.int64]
    rows: NDArray[np.int64]


def word_key(word: str) -> int:
    """The key of a word: its folded characters as digits of a number, modulo 2 to the 64."""
    key = 0
    for code in code_points(word).tolist():
        key = (key * int(MULTIPLIER) + code + 1) % 2**64
    return key


def word_keys(words: Iterable[str]) -> NDArray[np.uint64]:
    """The keys of words."""
    return np.fromiter((word_key(w) for w in words), dtype=np.uint64)


@dataclass(frozen=True)
class Lexicon:
    """Sorted 64-bit keys of words, and for each its kinds and the row of its vector, -1 where it has none.

    A vector is stored in bytes, to be multiplied by `scale`. Its weight is the logarithm of the word's count.
    """

    keys: NDArray[np.uint64]
    kinds: NDArray[np.uint8]
    vector_rows: NDArray[np.int32]
    vectors: NDArray[np.int8]
    weights: NDArray[np.float32]
    scale: float

    @cached_property
    def _filter(self) -> NDArray[np.bool_]:
        """A bitmap that turns most stretches away before the search."""
        bitmap = np.zeros(1 << FILTER_BITS, dtype=np.bool_)
        bitmap[self.keys >> np.uint64(64 - FILTER_BITS)] = True
        return bitmap

    def find(self, codes: NDArray[np.int32]) -> list[Matches]:
        """Every listed word wherever it stands, by length."""
        found: list[Matches] = []
        units = codes.astype(np.uint64) + np.uint64(1)
        keys = np.zeros(len(units), dtype=np.uint64)
        for length in range(1, min(LONGEST, len(units)) + 1):
            keys = keys[: len(units) - length + 1] * MULTIPLIER + units[length - 1 :]
            starts = np.flatnonzero(self._filter[keys >> np.uint64(64 - FILTER_BITS)])
            wanted = keys[starts]
            rows = np.minimum(np.searchsorted(self.keys, wanted), len(self.keys) - 1)
            same = self.keys[rows] == wanted
            if same.any():
                found.append(Matches(length, starts[same], rows[same]))
        return found
