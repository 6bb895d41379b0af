"""A line as the network that reads its figures sees it: its words, and where each of them stands to each figure.

What is asked of a figure is which words say what it measures, of what and when. The words near it are described by what
they are (kind, name, date, scope), by how far they are from it, and by what the rules take them for.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import log2
from typing import TYPE_CHECKING, Any

from yaowen.facts.dates import DateMatch
from yaowen.facts.lines import Figure, Line
from yaowen.facts.scopes import ScopeAt, Scopes
from yaowen.facts.vocabulary import Kind, Word, cut
from yaowen.schema import Basis, Direction, Label, Measure, Mention

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Numbers = NDArray[Any]

BEFORE, AFTER = 64, 24
"""So many words before a figure and behind it are read."""
NEAR = 100
"""So many characters to each side of a figure can be what the rules' words for it stand in."""

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
RULED, RULED_SCOPE, RULED_PERIOD, RULED_BEFORE = (
    BETWEEN + PASSED,
    BETWEEN + PASSED + 1,
    BETWEEN + PASSED + 4,
    BETWEEN + PASSED + 7,
)
RELATIONS = RULED_BEFORE + 1

STEP_OF = (0, *(min(int(log2(distance) * 2) + 1, STEPS - 1) for distance in range(1, max(BEFORE, AFTER) + 2)))
"""The number of the step that a distance in words belongs to; steps grow with it."""

FACTS = len(Measure) + len(Direction) + len(Basis) + 4


@dataclass(frozen=True)
class Asked:
    """A figure that is asked about, and the words around it, from `low` to `high`; its own first word is `at`."""

    figure: Figure
    low: int
    high: int
    at: int
    relations: Numbers
    """Of each word around it [word, RELATIONS]."""
    facts: Numbers
    """What is known of the figure itself."""


@dataclass(frozen=True)
class Seen:
    """A line's words with their flags [word, FLAGS], and its figures."""

    line: Line
    scopes: Scopes
    words: tuple[Word, ...]
    flags: Numbers
    asked: tuple[Asked, ...]


def describe(scopes: Scopes, figures: Sequence[Figure]) -> Seen:
    """A line as the network sees it. Names, dates, scopes and figures begin and end words."""
    import numpy as np

    line = scopes.line
    words = tuple(_cut(line, scopes, figures))
    starts, ends = [word.start for word in words], [word.end for word in words]
    flags = np.zeros((len(words), FLAGS), dtype="float32")
    flags[range(len(words)), [KINDS.index(word.kind) for word in words]] = 1
    flags[:, LENGTH] = [min(len(word.text), 6) / 4 for word in words]

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
    passed = np.zeros(len(words), dtype=int)
    for first, last in places:
        flags[first : last + 1, NUMBER] = 1
        passed[first] += 1
    counts = np.cumsum(passed)
    clauses = np.cumsum([0, *(line.clause_of(left)[0] != line.clause_of(right)[0] for left, right in pairwise(starts))])
    sentences = np.array([line.sentence_of(start) for start in starts])
    steps = np.array(STEP_OF)
    asked = []
    before: set[int] = set()
    for figure, (at, last) in zip(figures, places, strict=True):
        low, high = max(at - BEFORE, 0), min(last + 1 + AFTER, len(words))
        around = np.arange(low, high)
        rows = around - low
        told = np.zeros((high - low, RELATIONS), dtype="float32")
        leads, follows = around < at, around > last
        told[:, 0], told[:, 1], told[:, 2] = leads, ~(leads | follows), follows
        away = np.where(leads, at - around, np.where(follows, around - last, 0))
        told[rows, DISTANCE + steps[away] + STEPS * follows] = 1
        told[rows, CLAUSE + np.clip(clauses[low:high] - clauses[at], -5, 2) + 5] = 1
        told[rows, SENTENCE + np.clip(sentences[at] - sentences[low:high], -1, 2) + 1] = 1
        others = counts[low:high] - counts[at]
        told[rows, BETWEEN + np.where(leads, np.clip(-others, 1, 3) - 1, np.where(follows, 3 + np.clip(others, 0, 2), 0))] = 1
        ruled = stands_in(line.text, figure.indicator, figure)
        for column, held in ((RULED, ruled), (RULED_BEFORE, before)):
            for place in held:
                word = bisect_left(ends, place + 1)
                if low <= word < high:
                    told[word - low, column] += 1 / len(words[word].text)
        before = ruled
        for column, said in ((RULED_SCOPE, figure.scope), (RULED_PERIOD, figure.period)):
            span = find_near(line.text, said.text, figure) if said else None
            if span:
                left, right = max(_find(starts, span[0]) - low, 0), min(_find(ends, span[1]), high - 1) - low
                if left <= right:
                    told[left, column] = told[left : right + 1, column + 1] = told[right, column + 2] = 1
        lacks = bool(figure.indicator) and len(ruled) < len(figure.indicator or "")
        facts = [
            *(figure.measure == measure for measure in Measure),
            *(figure.direction == direction for direction in Direction),
            *(figure.basis == basis for basis in Basis),
            *(not figure.indicator, not figure.scope, not figure.period, lacks),
        ]
        asked.append(Asked(figure, low, high, at, told, np.array(facts, dtype="float32")))
    return Seen(line, scopes, words, flags, tuple(asked))


def _cut(line: Line, scopes: Scopes, figures: Sequence[Figure]) -> Iterable[Word]:
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
