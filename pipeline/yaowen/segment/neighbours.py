"""Which headlines come into question for each piece of text on a sheet: those over its columns, beside them, or far above."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise
from operator import attrgetter
from statistics import median
from typing import NamedTuple

from yaowen.segment.geometry import Column, Stack, lay_out, overlap
from yaowen.segment.pieces import Piece

BESIDE = 6.0
"""How far a column stands from a headline beside it at most, in sizes of the body text."""
FAR = 12.0
"""How far below its headline a column begins at most, where nothing else stands between, in the same measure."""
LEVEL = 3.0
"""How much higher than its headline a column beside it begins at most."""
GUTTER = 3.0
"""How wide the room between two columns is at most."""
ALIGNED = 1.2
"""How far apart the tops of two columns are at most that begin at one height."""
MANY = 40
"""So many headlines are thought of for one piece of text."""


class Over(NamedTuple):
    """A headline by its number, and a column right under it."""

    number: int
    stack: Stack
    column: Column


class Neighbours:
    """The columns of each piece of text, what stands over them, and the numbers of the headlines near them."""

    def __init__(self, texts: Sequence[Piece], heads: Sequence[Piece]) -> None:
        columns, self.stacks = lay_out(texts, heads)
        self.numbers = {stack: number for number, stack in enumerate(self.stacks)}
        self.columns: list[list[Column]] = [[] for _ in texts]
        for column in columns:
            self.columns[column.piece].append(column)
        self.gutter = _find_gutter(self.columns)
        self.over = [list(self._find_over(own))[:MANY] for own in self.columns]
        self.near: list[set[int]] = [set() for _ in texts]
        tops = [column for column in columns if column.is_top]
        for piece, stack in (*self._find_beside(tops), *self._find_level(tops), *_find_far(tops)):
            if len(self.near[piece]) < MANY:
                self.near[piece].add(self.numbers[stack])
        # What opens an article may stand beside the column that its headline is over.
        self.ahead: list[Collection[int]] = [()] * (len(texts) + 1)
        for number in range(len(texts) - 1, -1, -1):
            close = {over.number for over in self.over[number]} | self.near[number]
            self.ahead[number] = close or self.ahead[number + 1]

    def are_level(self, column: Column, other: Column) -> bool:
        """Whether two columns begin at one height, side by side."""
        return abs(column.top - other.top) < ALIGNED and -overlap(column.box, other.box) < self.gutter

    def _find_over(self, columns: Sequence[Column]) -> Iterator[Over]:
        for column in columns:
            if (stack := _headline_over(column)) and not _is_far(stack, column):
                yield Over(self.numbers[stack], stack, column)

    def _find_beside(self, tops: Sequence[Column]) -> Iterator[tuple[int, Stack]]:
        """Pieces of text and the headlines beside them."""
        loose = sorted((column for column in tops if not isinstance(column.above, Stack)), key=attrgetter("top"))
        heights = [column.top for column in loose]
        for stack in self.stacks:
            if not stack.is_byline:
                start, end = bisect_left(heights, stack.box.base - 1), bisect_left(heights, stack.box.top + LEVEL)
                for column in loose[start : min(end, start + MANY)]:
                    if -overlap(stack.box, column.box) < BESIDE:
                        yield column.piece, stack

    def _find_level(self, tops: Sequence[Column]) -> Iterator[tuple[int, Stack]]:
        """Pieces of text that begin beside a column with a headline over it, at its height, and that headline."""
        levels: list[list[Column]] = []
        for column in sorted(tops, key=attrgetter("top")):
            if not levels or column.top - levels[-1][0].top > ALIGNED:
                levels.append([])
            levels[-1].append(column)
        ordered = [column for level in levels for column in sorted(level, key=attrgetter("box.left"))]
        for columns in (ordered, ordered[::-1]):
            last: Column | None = None
            over: Stack | None = None
            for column in columns:
                if isinstance(column.above, Stack) and not _is_far(column.above, column):
                    over = None if column.above.is_byline else column.above
                elif over and last and self.are_level(last, column):
                    yield column.piece, over
                else:
                    over = None
                last = column


def _headline_over(column: Column) -> Stack | None:
    return column.above if isinstance(column.above, Stack) and not column.above.is_byline else None


def _is_far(stack: Stack, column: Column) -> bool:
    return stack.box.base - column.box.top > max(FAR, 2 * stack.size)


def _find_far(tops: Sequence[Column]) -> Iterator[tuple[int, Stack]]:
    """Pieces of text and the headlines that stand over them, but far away: a picture may stand between."""
    for column in tops:
        if (stack := _headline_over(column)) and _is_far(stack, column):
            yield column.piece, stack


def _find_gutter(columns: Sequence[Sequence[Column]]) -> float:
    """The room between two columns of one article at most: half more than is usual between those that a text goes on in."""
    gaps = (after.box.left - before.box.right for own in columns for before, after in pairwise(own))
    found = [gap for gap in gaps if 0 <= gap < GUTTER]
    return min(1.5 * median(found) + 0.5, GUTTER) if found else GUTTER
