"""Words of running text with what kind of word each is, by a dictionary: 受理|警情 is a verb and a noun."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping
from enum import StrEnum
from functools import cache, lru_cache
from importlib import resources
from math import log
from typing import NamedTuple


class Kind(StrEnum):
    """What a word does in a phrase."""

    NOUN = "n"
    VERB = "v"
    """One that tells what somebody does: 受理, 参加, 惠及."""
    ACTION = "w"
    """One that tells it or names it: 培训, 销售, 签约."""
    ADJECTIVE = "a"
    ADVERB = "d"
    PREPOSITION = "p"
    CONJUNCTION = "c"
    PARTICLE = "u"
    PRONOUN = "r"
    NUMERAL = "m"
    MEASURE = "q"
    TIME = "t"
    SIDE = "f"
    """Of place: 上, 以内, 中."""
    OTHER = "x"


DOES = frozenset({Kind.VERB, Kind.ACTION})


class Word(NamedTuple):
    """A word where it stands in a phrase."""

    text: str
    kind: Kind
    start: int

    @property
    def end(self) -> int:
        """Where the next word starts."""
        return self.start + len(self.text)


RUN = re.compile("[\u4e00-\u9fff]+|[0-9０-９A-Za-z.．]+|.", re.DOTALL)


@lru_cache(maxsize=4096)
def cut(text: str) -> tuple[Word, ...]:
    """The words of a phrase: of all ways to cut it the one whose words are most frequent taken together.

    A run of digits or Latin letters is one word, and so is each mark. A character that no word holds is a noun.
    """
    return tuple(word for match in RUN.finditer(text) for word in _cut_run(match[0], match.start()))


def weigh(text: str) -> float:
    """The logarithm of how often the words of a text, as `cut` has them, are met together; marks and digits count nothing."""
    return sum(_weigh_run(match[0])[0][0] for match in RUN.finditer(text) if _is_han(match[0]))


def _cut_run(run: str, offset: int) -> Iterator[Word]:
    if not _is_han(run):
        yield Word(run, Kind.NUMERAL if run[0].isdecimal() else Kind.NOUN if run[0].isalpha() else Kind.OTHER, offset)
        return
    words, (_, ends) = _words(), _weigh_run(run)
    position = 0
    while position < len(run):
        end = ends[position]
        written = run[position:end]
        yield Word(written, words[written][1] if written in words else Kind.NOUN, offset + position)
        position = end


def _is_han(run: str) -> bool:
    return "\u4e00" <= run[0] <= "\u9fff"


def _weigh_run(run: str) -> tuple[list[float], list[int]]:
    """From each character on, the weight of the likeliest words, and where the first of them ends."""
    words, longest = _words(), _longest()
    weights, ends = [0.0] * (len(run) + 1), [0] * (len(run) + 1)
    for start in reversed(range(len(run))):
        best, ends[start] = UNKNOWN + weights[start + 1], start + 1
        for end in range(start + 1, min(start + longest.get(run[start : start + 2], 1), len(run)) + 1):
            known = words.get(run[start:end])
            if known is not None and known[0] + weights[end] > best:
                best, ends[start] = known[0] + weights[end], end
        weights[start] = best
    return weights, ends


UNKNOWN = -18.0
"""The logarithm of how often a character that no word holds is met."""


@cache
def _words() -> Mapping[str, tuple[float, Kind]]:
    """Each word of the dictionary: the logarithm of its frequency, and its kind."""
    written = resources.files("yaowen.resources").joinpath("words.csv").read_text("utf-8")
    rows = [(row["word"], int(row["frequency"]), Kind(row["kind"])) for row in csv.DictReader(written.splitlines())]
    total = log(sum(frequency for _, frequency, _ in rows))
    return {word: (log(frequency or 1) - total, kind) for word, frequency, kind in rows}


@cache
def _longest() -> Mapping[str, int]:
    """How long the longest word is that opens with two characters; of others there is only the first by itself."""
    longest: dict[str, int] = {}
    for word in _words():
        longest[word[:2]] = max(longest.get(word[:2], 1), len(word))
    return longest


def listed_words() -> list[str]:
    """The words of the dictionary, the most frequent first."""
    words = _words()
    return sorted(words, key=lambda word: -words[word][0])
