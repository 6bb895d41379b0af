"""A line as the network that reads its figures sees it: its words, and where each of them stands to each figure.

What is asked of a figure is which words say what it measures, of what and when. The words near it are described by what
they are (kind, name, date, scope), by how far they are from it, and by what the rules take them for.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import log2
from typing import TYPE_CHECKING, Any, NamedTuple

from yaowen.facts.dates.find import DateMatch
from yaowen.facts.statistics.lines import Figure, Line
from yaowen.facts.statistics.scope_words import ScopeAt
from yaowen.facts.statistics.scopes import Scopes
from yaowen.schema import Basis, Direction, Label, Measure, Mention
from yaowen.vocabulary import Kind, Word, cut

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Numbers = NDArray[Any]

READ, TAUGHT = (48, 16), (64, 24)
"""So many words before a figure and behind it are read; where the network learnt it were more."""
NEAR = 100
"""So many characters to each side of a figure can be what the rules' words for it stand in."""
STOPS = frozenset("。；！？\n")
"""Words that no scope and no period runs across."""
KINDS, LABELS = tuple(Kind), tuple(Label)
NAMES = len(KINDS)
DATE = NAMES + 3 * len(LABELS)
SCOPE, SUBJECT = DATE + 3, DATE + 6
NUMBER, LENGTH = DATE + 9, DATE + 10
FLAGS = DATE + 11
STEPS, CLAUSES, SENTENCES, PASSED = 14, 8, 4, 6
DISTANCE = 3
CLAUSE = DISTANCE + 2 * STEPS
SENTENCE = CLAUSE + CLAUSES
BETWEEN = SENTENCE + SENTENCES
RULED = BETWEEN + PASSED
RULED_SCOPE, RULED_PERIOD, RULED_BEFORE = RULED + 1, RULED + 4, RULED + 7
RELATIONS = RULED_BEFORE + 1
STEP_OF = (0, *(min(int(log2(distance) * 2) + 1, STEPS - 1) for distance in range(1, max(TAUGHT) + 2)))
"""The number of the step that a distance in words belongs to; steps grow with it."""
MEASURES, DIRECTIONS, BASES = tuple(Measure), tuple(Direction), tuple(Basis)
FACTS = len(MEASURES) + len(DIRECTIONS) + len(BASES) + 4
KIND_NUMBERS = {kind: number for number, kind in enumerate(KINDS)}


class Mark(NamedTuple):
    """What the rules take a word for: what that counts for in a column of the relations."""

    word: int
    column: int
    weight: float


@dataclass(frozen=True)
class Asked:
    """A figure that is asked about, and the words around it, from `low` to `high`; its own are those from `at` to `last`."""

    figure: Figure
    low: int
    high: int
    at: int
    last: int
    marks: tuple[Mark, ...]
    """What the rules take words around it for."""
    facts: tuple[bool, ...]
    """What is known of the figure itself."""


@dataclass(frozen=True)
class Seen:
    """A line's words, and its figures."""

    line: Line
    scopes: Scopes
    words: tuple[Word, ...]
    flags: Numbers
    """What is known of each word by itself [word, FLAGS]."""
    passed: Numbers
    """In which clause, in which sentence and behind how many figures each word stands [3, word]."""
    stops: Numbers
    """Whether a scope or a period ends before the word [word]."""
    asked: tuple[Asked, ...]


def describe(scopes: Scopes, figures: Sequence[Figure], reach: tuple[int, int] = READ) -> Seen:
    """A line as the network sees it, with so many words before a figure and behind it as `reach` says.

    Names, dates, scopes and figures begin and end words.
    """
    import numpy as np

    line = scopes.line
    words = tuple(_cut(line, scopes, figures))
    starts, ends = [word.start for word in words], [word.end for word in words]
    flags = np.zeros((len(words), FLAGS), dtype="float32")
    flags[range(len(words)), [KIND_NUMBERS[word.kind] for word in words]] = 1
    flags[:, LENGTH] = np.minimum(np.subtract(ends, starts), 6) / 4

    def mark(column: int, spans: Iterable[tuple[int, int]]) -> None:
        for start, end in spans:
            first, last = _find(starts, start), _find(ends, end)
            flags[first, column] = flags[first : last + 1, column + 1] = flags[last, column + 2] = 1

    for number, label in enumerate(LABELS):
        mark(NAMES + 3 * number, ((each.start, each.end) for each in line.mentions if each.label == label))
    mark(DATE, ((date.start, date.end) for date in line.dates))
    mark(SCOPE, ((scope.start, scope.end) for scope in scopes.found if scope.text))
    mark(SUBJECT, ((scope.start, scope.end) for scope in scopes.found if not scope.text))
    places = [(_find(starts, figure.start), _find(ends, figure.end)) for figure in figures]
    for first, last in places:
        flags[first : last + 1, NUMBER] = 1
    passed = np.array(
        [
            np.searchsorted(line.clauses.starts, starts, "right"),
            np.searchsorted(line.sentences, starts, "right"),
            np.searchsorted([first for first, _ in places], range(len(words)), "right"),
        ]
    )
    stops = np.array([word.text in STOPS for word in words])
    around = [(max(at - reach[0], 0), min(last + 1 + reach[1], len(words))) for at, last in places]
    asked = tuple(_ask(line.text, figures, places, around, words, starts, ends))
    return Seen(line, scopes, words, flags, passed, stops, asked)


def _ask(
    text: str,
    figures: Sequence[Figure],
    places: Sequence[tuple[int, int]],
    around: Sequence[tuple[int, int]],
    words: Sequence[Word],
    starts: Sequence[int],
    ends: Sequence[int],
) -> Iterator[Asked]:
    before: set[int] = set()
    for figure, (at, last), (low, high) in zip(figures, places, around, strict=True):
        marks = []
        ruled = stands_in(text, figure.indicator, figure)
        for column, held in ((RULED, ruled), (RULED_BEFORE, before)):
            for word, count in Counter(bisect_left(ends, place + 1) for place in held).items():
                if low <= word < high:
                    marks.append(Mark(word, column, count / len(words[word].text)))
        before = ruled
        for column, said in ((RULED_SCOPE, figure.scope), (RULED_PERIOD, figure.period)):
            span = find_near(text, said.text, figure) if said else None
            if span:
                left, right = max(_find(starts, span[0]), low), min(_find(ends, span[1]), high - 1)
                if left <= right:
                    marks += [Mark(left, column, 1), Mark(right, column + 2, 1)]
                    marks += [Mark(word, column + 1, 1) for word in range(left, right + 1)]
        lacks = bool(figure.indicator) and len(ruled) < len(figure.indicator or "")
        facts = (
            *(figure.measure is measure for measure in MEASURES),
            *(figure.direction is direction for direction in DIRECTIONS),
            *(figure.basis is basis for basis in BASES),
            *(not figure.indicator, not figure.scope, not figure.period, lacks),
        )
        yield Asked(figure, low, high, at, last, tuple(marks), facts)


class Around(NamedTuple):
    """The words around some figures, padded to the most."""

    places: Numbers
    """Where they stand in all words [figure, word]."""
    inside: Numbers
    """1 where there is a word [figure, word, 1]."""
    relations: Numbers
    """What they are to the figure [figure, word, RELATIONS]."""


def relate(figures: Sequence[tuple[int, Asked]], passed: Numbers) -> Around:
    """What words are to figures; each comes with the place of its line's first word in all words, of which `passed` tells."""
    import numpy as np

    offsets = np.array([offset for offset, _ in figures])[:, None]
    low, high, at, last = np.array([(asked.low, asked.high, asked.at, asked.last) for _, asked in figures]).T[:, :, None]
    words = low + np.arange((high - low).max())
    inside = words < high
    places = np.where(inside, words + offsets, 0)
    leads, follows = words < at, words > last
    away = np.where(leads, at - words, np.where(follows, np.minimum(words, high) - last, 0))
    clauses, sentences, counts = passed[:, places] - passed[:, at + offsets]
    told = np.zeros((*places.shape, RELATIONS), dtype="float32")
    rows, columns = np.arange(len(figures))[:, None], np.arange(places.shape[1])
    for column in (
        np.where(leads, 0, np.where(follows, 2, 1)),
        DISTANCE + np.array(STEP_OF)[away] + STEPS * follows,
        CLAUSE + np.clip(clauses, -5, 2) + 5,
        SENTENCE + np.clip(-sentences, -1, 2) + 1,
        BETWEEN + np.where(leads, np.clip(-counts, 1, 3) - 1, np.where(follows, 3 + np.clip(counts, 0, 2), 0)),
    ):
        told[rows, columns, column] = 1
    marks = [
        (row, word - asked.low, column, weight)
        for row, (_, asked) in enumerate(figures)
        for word, column, weight in asked.marks
    ]
    if marks:
        row, word, column, weight = zip(*marks, strict=True)
        told[row, word, column] = weight
    return Around(places, inside[:, :, None].astype("float32"), told)


def _cut(line: Line, scopes: Scopes, figures: Sequence[Figure]) -> Iterator[Word]:
    spans: tuple[Iterable[Mention | DateMatch | Figure | ScopeAt], ...] = (line.mentions, line.dates, figures, scopes.found)
    borders = sorted({0, len(line.text), *(place for found in spans for each in found for place in (each.start, each.end))})
    for start, end in pairwise(borders):
        for word in cut(line.text[start:end]):
            yield Word(word.text, word.kind, start + word.start)


def _find(places: Sequence[int], place: int) -> int:
    return min(bisect_left(places, place), len(places) - 1)


def find_near(text: str, said: str, figure: Figure) -> tuple[int, int] | None:
    """Where a wording stands: the last time before a figure, else the first time behind it."""
    start = text.rfind(said, max(figure.start - 4 * NEAR, 0), figure.start)
    if start < 0:
        start = text.find(said, figure.start, figure.end + NEAR)
    return (start, start + len(said)) if start >= 0 else None


def stands_in(text: str, said: str | None, figure: Figure) -> set[int]:
    """The places of the characters of a wording that is put together from pieces near a figure, the longest pieces first."""

    def find(piece: str) -> int:
        before = text.rfind(piece, max(figure.start - NEAR, 0), figure.start)
        behind = text.find(piece, figure.end, figure.end + NEAR // 2)
        nearer = behind < 0 or figure.start - before - len(piece) <= behind - figure.end
        return before if before >= 0 and nearer else behind

    held: set[int] = set()
    rest = [said] if said else []
    while rest:
        phrase = rest.pop()
        pieces = (
            (first, end)
            for length in range(len(phrase), 0, -1)
            for first in range(len(phrase) - length + 1)
            for end in [first + length]
        )
        found = next(((first, end, place) for first, end in pieces if (place := find(phrase[first:end])) >= 0), None)
        if found:
            first, end, place = found
            held.update(range(place, place + end - first))
            rest += [piece for piece in (phrase[:first], phrase[end:]) if piece]
    return held
