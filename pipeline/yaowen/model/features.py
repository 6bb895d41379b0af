"""What the network is told about each character."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from yaowen.model.lexicon import Kind, Lexicon, Matches

KINDS = len(Kind)
PARTS = 3  # a character begins a word, goes on in one, or ends one
UNKNOWN = 1  # row 0 is padding
STRANGE = ord("〓")
"""What print sets for a character that it does not have. In a model that has a row for it, it stands for every Chinese
character that no text it learnt from holds: those are nearly always of a name."""
CHINESE = ((0x3400, 0xA000), (0x20000, 0x40000))
PADDING_CODE = ord("\n")  # no listed word holds a line break, so none runs from one text into the next


class Features(NamedTuple):
    """For each character of a batch [place, text]: rows of the embeddings, mean word vectors, and flags."""

    characters: NDArray[np.int32]
    pairs: NDArray[np.int32]
    words: NDArray[np.float32]
    flags: NDArray[np.float32]
    lengths: NDArray[np.int32]


class Strip(NamedTuple):
    """The features of texts one after the other, with one place of padding after each."""

    characters: NDArray[np.int32]
    pairs: NDArray[np.int32]
    words: NDArray[np.float32]
    flags: NDArray[np.float32]
    lengths: NDArray[np.int32]

    def batch(self, first: int, last: int) -> Features:
        """Some of the texts side by side, each padded to the longest of them."""
        lengths = self.lengths[first:last]
        ends = np.cumsum(self.lengths + 1, dtype=np.int64)[first:last] - 1
        places = np.minimum(ends - lengths + np.arange(lengths.max(initial=0))[:, None], ends)
        return Features(self.characters[places], self.pairs[places], self.words[places], self.flags[places], lengths)


def find_rows(keys: NDArray[np.int64], wanted: NDArray[np.integer]) -> NDArray[np.int32]:
    """Rows of an embedding whose first two are padding and the unknown."""
    places = np.minimum(np.searchsorted(keys, wanted), len(keys) - 1)
    return np.where(keys[places] == wanted, places + 2, UNKNOWN).astype(np.int32)


def pair_keys(codes: NDArray[np.int32]) -> NDArray[np.int64]:
    """A key for each character and the one after it."""
    wide = codes.astype(np.int64)
    following: NDArray[np.int64] = np.append(wide[1:], PADDING_CODE)
    return (wide << 21) | following


def stand_in(codes: NDArray[np.int32], rows: NDArray[np.int32], strange: int) -> NDArray[np.int32]:
    """The rows of characters, with that of `STRANGE` for the Chinese among the unknown."""
    chinese = np.logical_or.reduce([(codes >= first) & (codes < end) for first, end in CHINESE])
    return np.where((rows == UNKNOWN) & chinese, strange, rows).astype(np.int32)


@dataclass(frozen=True)
class Featuriser:
    """Sorted keys of the known characters and pairs, and the lexicon."""

    characters: NDArray[np.int64]
    pairs: NDArray[np.int64]
    lexicon: Lexicon

    @property
    def word_size(self) -> int:
        return PARTS * int(self.lexicon.vectors.shape[1])

    @property
    def flag_size(self) -> int:
        return PARTS * KINDS

    def __call__(self, texts: Sequence[NDArray[np.int32]], forget: np.random.Generator | None = None) -> Features:
        """The texts as one batch. With `forget` some words go unseen, to train for it."""
        return self.strip(texts, forget).batch(0, len(texts))

    def strip(self, texts: Sequence[NDArray[np.int32]], forget: np.random.Generator | None = None) -> Strip:
        """The features of all texts, found in one go."""
        lengths = np.array([len(t) for t in texts], dtype=np.int32)
        padding = np.cumsum(lengths + 1, dtype=np.int64) - 1
        codes = np.full(int(lengths.sum()) + len(texts), PADDING_CODE, dtype=np.int32)
        inside = np.ones(len(codes), dtype=np.bool_)
        inside[padding] = False
        codes[inside] = np.concatenate(texts) if texts else codes[:0]
        matches = self.lexicon.find(codes)
        if forget is not None:
            matches = [forget_some(m, forget) for m in matches]
        (strange,) = find_rows(self.characters, np.array([STRANGE]))
        characters = stand_in(codes, find_rows(self.characters, codes), int(strange))
        pairs = find_rows(self.pairs, pair_keys(codes))
        characters[padding] = pairs[padding] = 0
        return Strip(characters, pairs, *self._word_features(len(codes), matches), lengths)

    def _word_features(self, size: int, matches: Sequence[Matches]) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        """Soft lexicon (after Ma et al. 2020): means of the words that begin, go on and end at a character.

        A longer word weighs more, and so does a common one.
        """
        lexicon = self.lexicon
        words = np.zeros((size, PARTS, lexicon.vectors.shape[1]), dtype=np.float32)
        weights = np.full((size, PARTS), 1e-9, dtype=np.float32)
        flags = np.zeros((size, PARTS), dtype=np.uint8)
        for length, starts, rows in matches:
            kinds = lexicon.kinds[rows]
            named = kinds > 0
            places, kinds = starts[named], kinds[named]
            for place in range(length):
                flags[places + place, part_of(place, length)] |= kinds
            if length == 1:
                flags[places, 2] |= kinds
                continue
            vector_rows = lexicon.vector_rows[rows]
            known = vector_rows >= 0
            places, vector_rows = starts[known], vector_rows[known]
            weight = lexicon.weights[vector_rows] * np.float32(length)
            vectors = lexicon.vectors[vector_rows] * (weight * np.float32(lexicon.scale))[:, None]
            for place in range(length):
                part = part_of(place, length)
                words[places + place, part] += vectors
                weights[places + place, part] += weight
        words /= weights[:, :, None]
        bits = np.unpackbits(flags.reshape(size, PARTS, 1), axis=2, bitorder="little").reshape(size, PARTS * KINDS)
        return words.reshape(size, self.word_size), bits.astype(np.float32)


def part_of(place: int, length: int) -> int:
    """Whether a word begins, goes on or ends at one of its characters."""
    return 0 if place == 0 else 2 if place == length - 1 else 1


def forget_some(matches: Matches, random: np.random.Generator, share: float = 0.1) -> Matches:
    """A share of the words goes unseen."""
    kept = random.random(len(matches.starts)) >= share
    return Matches(matches.length, matches.starts[kept], matches.rows[kept])
