"""Places on a page counted in ink: the non-blank characters of the raw input, numbered from its start.

In ink, 书记 is in one place whether or not a line ends between its characters: readings that join lines differently compare.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Self

from yaowen.schema import Document
from yaowen.text import Source

Spans = tuple[tuple[int, int], ...]
"""`[start, end)` pairs in ink, in reading order; pieces that touch are one."""


@dataclass(frozen=True)
class Ink:
    """How much ink stands before each offset of a raw input, and on which of its rows each piece of ink stands."""

    before: Sequence[int]
    offsets: Sequence[int]
    rows: Sequence[int] | None
    """Unknown where the raw input is not at hand."""

    @classmethod
    def of(cls, raw: str) -> Self:
        """The ink of a raw input."""
        rows: list[int] = []
        for row, line in enumerate(raw.split("\n")):
            rows.extend([row] * sum(not char.isspace() for char in line))
        marks = [not char.isspace() for char in raw]
        return cls([0, *accumulate(marks)], [offset for offset, mark in enumerate(marks) if mark], rows)

    @classmethod
    def guess(cls, *documents: Document) -> Self:
        """The ink of a raw input that is not at hand: whatever a document's sources name, but for blanks of its text."""
        blank: set[int] = set()
        end = 0
        for document in documents:
            for article in document.articles:
                for block in article.blocks:
                    places = [offset for start, stop in block.source for offset in range(start, stop)]
                    end = max(end, *places, 0)
                    if len(places) == block.end - block.start:
                        text = article.text[block.start : block.end]
                        blank.update(place for place, char in zip(places, text, strict=True) if char.isspace())
            end = max([end, *(stop for furniture in document.furniture for _, stop in furniture.source)])
        marks = [offset not in blank for offset in range(end + 1)]
        return cls([0, *accumulate(marks)], [offset for offset, mark in enumerate(marks) if mark], None)

    def __len__(self) -> int:
        return len(self.offsets)

    def spans(self, source: Source) -> Spans:
        """Where a source stands; blanks within it are skipped."""
        last = len(self.before) - 1
        pieces: list[tuple[int, int]] = []
        for start, end in source:
            first, stop = self.before[min(start, last)], self.before[min(end, last)]
            if first < stop:
                if pieces and pieces[-1][1] == first:
                    pieces[-1] = (pieces[-1][0], stop)
                else:
                    pieces.append((first, stop))
        return tuple(pieces)

    def source(self, spans: Iterable[tuple[int, int]]) -> Source:
        """Where a passage stands in the raw input, blanks between its characters included."""
        return tuple((self.offsets[start], self.offsets[end - 1] + 1) for start, end in spans)


def ink_of(spans: Iterable[tuple[int, int]]) -> Iterator[int]:
    """Each piece of ink of a passage, in reading order."""
    for start, end in spans:
        yield from range(start, end)


def overlaps(left: Sequence[Spans], right: Sequence[Spans]) -> dict[tuple[int, int], int]:
    """The pairs of passages that share ink, and how much. Passages are known by their index."""
    pieces = sorted(
        (start, end, side, index)
        for side, passages in enumerate((left, right))
        for index, spans in enumerate(passages)
        for start, end in spans
    )
    shared: dict[tuple[int, int], int] = {}
    active: tuple[list[tuple[int, int]], list[tuple[int, int]]] = ([], [])
    for start, end, side, index in pieces:
        others = active[1 - side]
        others[:] = [piece for piece in others if piece[0] > start]
        for other_end, other in others:
            pair = (other, index) if side else (index, other)
            shared[pair] = shared.get(pair, 0) + min(end, other_end) - start
        active[side].append((end, index))
    return shared
