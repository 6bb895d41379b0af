"""Tables of a text layer: rows that follow each other with the same number of cells, most of them numbers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from yaowen.markup import CELL
from yaowen.rows import Row
from yaowen.text import Text

FEWEST, CELLS = 3, 3
"""So many rows has a table, and so many cells each of them."""
LONGEST = 60
NUMBER = re.compile(r"[-+±−]?[\d.,:：∶/%％‰]+(?:[一-鿿℃%]{1,2})?|[—–-]+")


def part_cells(rows: Sequence[Row]) -> list[Row]:
    """The rows, those of tables cut into cells: 名次 队名 胜 负⏎1 石桥队 9 2⏎2 望江队 8 3.

    The first of them may name the columns.
    """
    parted = list(rows)
    cells = [row.text.chars.split() if len(row.text) <= LONGEST else [] for row in rows]
    start = 0
    while start < len(rows):
        end = start + 1
        while end < len(rows) and len(cells[end]) == len(cells[start]):
            end += 1
        counted = all(_counts(row) for row in cells[start + 1 : end])
        if len(cells[start]) >= CELLS and end - start >= FEWEST and counted:
            parted[start:end] = [_cut(row) for row in rows[start:end]]
        start = end
    return parted


def _cut(row: Row) -> Row:
    places = [match.span() for match in re.finditer(r"\S+", row.text.chars)]
    return replace(row, text=Text.join(CELL, (row.text[slice(*place)] for place in places)))


def _counts(cells: Sequence[str]) -> bool:
    """Whether half of the cells are numbers, and one of them names what they count."""
    numbers = sum(NUMBER.fullmatch(cell) is not None for cell in cells)
    return len(cells) / 2 <= numbers < len(cells)
