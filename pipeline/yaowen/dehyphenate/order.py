"""Columns that were drawn out of their order are read in it, where the page tells how its rows are printed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from yaowen.page import Box, Printed
from yaowen.rows import Row
from yaowen.sizes import LARGE

UNDER = 3.0
"""How far below each other two rows of one column begin at most, in sizes of the body text."""
GUTTER = 3.0
"""How wide the room between two columns is at most, in the same measure."""


def in_reading_order(rows: Sequence[Row]) -> list[Row]:
    """Rows as they are drawn, but a column that is drawn behind those on its right comes before them."""
    ordered: list[list[Row]] = []
    band = 0  # where the columns begin that stand side by side with the last
    for column in _part_columns(rows):
        if not ordered or not _is_body(ordered[-1]) or not _is_body(column):
            band = len(ordered)
        elif _is_beside(ordered[band], column):
            ordered.insert(band, column)
            continue
        elif not _is_beside(column, ordered[-1]):
            band = len(ordered)
        ordered.append(column)
    return [row for column in ordered for row in column]


def _part_columns(rows: Sequence[Row]) -> Iterator[list[Row]]:
    """Rows that follow each other and stand one under another in one size."""
    column = list(rows[:1])
    for upper, lower in pairwise(rows):
        if not _is_under(upper.printed, lower.printed):
            yield column
            column = []
        column.append(lower)
    if column:
        yield column


def _is_under(upper: Printed | None, lower: Printed | None) -> bool:
    if not upper or not lower or not upper.box or not lower.box or (upper.size > LARGE) != (lower.size > LARGE):
        return False
    beside = min(upper.box.right, lower.box.right) > max(upper.box.left, lower.box.left)
    return beside and 0 < upper.box.top - lower.box.top < UNDER


def _is_body(column: Sequence[Row]) -> bool:
    return len(column) > 1 and all(row.printed and row.printed.box and row.printed.size < LARGE for row in column)


def _is_beside(right: Sequence[Row], left: Sequence[Row]) -> bool:
    """Whether the second column stands next on the left of the first."""
    one, other = _around(left), _around(right)
    shared = min(one.top, other.top) - max(one.base, other.base)
    return -1 < other.left - one.right < GUTTER and shared > 0


def _around(column: Sequence[Row]) -> Box:
    return Box.around(row.printed.box for row in column if row.printed and row.printed.box)
