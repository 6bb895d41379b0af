"""Text is broken into rows of one width, and the rows are written."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from yaowen.train.pages.draft import Draft
from yaowen.train.pages.press import Press

CLOSING = set("，。、；：！？”’」』）》】…,.;:!?)%％")
OPENING = set("“‘「『（《【(")
MARKS = CLOSING | OPENING
UNIT = re.compile(r"[A-Za-z0-9.%+\-]+|——|……|.", re.DOTALL)
"""What no end of a row parts."""
OVERHANG = 1.5
"""A mark that closes may stand so far beyond the edge."""

Row = list[tuple[str, Draft | None]]
"""Characters, each with the part that it belongs to; a space that was only set belongs to none."""


class Narrow(NamedTuple):
    """Rows of a paragraph that have less room, since a picture stands beside them."""

    first: int
    rows: int
    width: int


@dataclass
class _Open:
    """The row that is being filled."""

    room: float
    row: Row = field(default_factory=list)
    used: float = 0.0
    marks: int = 0

    def add(self, unit: Row, mark: bool) -> None:
        self.row.extend(unit)
        self.used += measure(unit)
        self.marks += mark


def fill(press: Press, tokens: Row, width: int, *, flush: bool, narrow: Narrow | None = None) -> list[Row]:
    """Breaks a paragraph into rows; no mark that closes may begin one, none that opens may end one."""
    rows: list[Row] = []
    line = _Open(float(width if flush else max(2, width - 2)))
    for match in UNIT.finditer("".join(char for char, _ in tokens)):
        said, unit = match[0], tokens[match.start() : match.end()]
        over = line.used + measure(unit) - line.room
        squeeze = min(line.marks + (said in MARKS), 3) * 0.5 if press.style.compress else 0.0
        if over > squeeze and line.row:
            if said in CLOSING and press.chance(0.75) and over <= OVERHANG:
                line.add(unit, mark=False)
                continue
            carried = _take_back(line.row, said)
            rows.append(line.row)
            room = float(_find_width(len(rows), width, narrow))
            line = _Open(room, carried, measure(carried), sum(char in MARKS for char, _ in carried))
        line.add(unit, mark=said in MARKS)
    rows.append(line.row)
    return [row for row in rows if row]


def _take_back(row: Row, following: str) -> Row:
    """Takes off the end of a row what must stand on the next one, before what follows."""
    carried: Row = []
    while row and (row[-1][0] in OPENING or (following[0] in CLOSING and not carried and len(row) > 1)):
        carried.insert(0, row.pop())
    return carried


def _find_width(number: int, width: int, narrow: Narrow | None) -> int:
    return narrow.width if narrow and narrow.first <= number < narrow.first + narrow.rows else width


def put_row(press: Press, row: Row, *, is_short: bool = False) -> None:
    """Writes a row; the characters of one that is short are readily spread."""
    is_spread = press.chance(0.3 if is_short else 0.004) and len(row) < 14
    is_padded = press.style.padding > 0 and press.chance(press.style.padding)
    for place, (char, draft) in enumerate(row):
        if place and (is_spread or (is_padded and _is_padded_between(press, row[place - 1][0], char))):
            press.sheet.put(" ")
        if draft is None:
            press.sheet.put(char)
        else:
            press.sheet.set(char, draft)


def _is_padded_between(press: Press, before: str, char: str) -> bool:
    # A program can part letters and digits from the characters beside them: 共 120 块.
    is_edge = _is_letter(before) != _is_letter(char) and not {before, char} & MARKS
    return is_edge and press.chance(0.8)


def _is_letter(char: str) -> bool:
    return char.isascii() and char.isalnum()


def hold(text: str, draft: Draft) -> Row:
    """A text of which every character belongs to one part."""
    return [(char, draft) for char in text]


def hold_words(text: str, draft: Draft) -> Row:
    """A text of which every character belongs to one part, but for its spaces."""
    return [(char, None if char == " " else draft) for char in text]


def measure(row: Sequence[tuple[str, Draft | None]]) -> float:
    """How wide a row is, in characters of full width."""
    return sum(0.5 if char < "\u2000" else 1.0 for char, _ in row)


def clean(text: str) -> str:
    """A text without spaces, but for those between letters."""
    return re.sub(r"(?<![A-Za-z])\s+|\s+(?![A-Za-z])", "", text)
