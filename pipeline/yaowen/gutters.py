"""Columns that a text has side by side in its rows, as `pdftotext -layout` writes them, are put one below the other."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile
from math import inf
from statistics import median

from yaowen.text import Text

ROOM = 2
"""So many spaces may be a gutter, where every row beside it has them."""
APART = re.compile(rf" {{{ROOM},}}")
WIDE = " " * (ROOM + 1)
LONGEST, MOST = 600, 24
"""Characters of a row that may hold columns, and what may stand side by side in it; no page is wider."""
LANES = 6
"""Of many strips so many, the widest, are tried."""
ROWS = 3
"""So many rows on either side of a gutter make it one that a row may not cross."""
CELL = 6
"""A column whose rows are shorter than this is one of a table or of a list of names, which are read across."""
PROSE = re.compile(r"(?=.{10}).*[，。；,;]")
LONE = 6
"""So much room parts two things on a row of its own (the section and the date), where a page is known to have columns."""
AUTHOR = re.compile(r"[□■◎●○◆]\s*\S|[^，。]{0,6}(?:记者|通讯员|评论员)")
"""Who wrote what a row begins: the first row of an article is read across."""


@dataclass(frozen=True, slots=True)
class _Piece:
    """What stands in a row without wide room in it."""

    start: int
    end: int
    chars: str


@dataclass(frozen=True, slots=True)
class _Row:
    """A line's number, and the pieces on it; all of them, or those on one side of a gutter."""

    line: int
    pieces: tuple[_Piece, ...]

    @property
    def longest(self) -> int:
        return max(len(piece.chars) for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class _Lane:
    """A strip that is blank in some rows, and how many of them have text on both sides of it."""

    start: float
    end: float
    sided: int = 0


_Block = list[_Row]


def part_columns(lines: Sequence[Text]) -> Sequence[Text]:
    """The lines of a page, each column below the one to its left; the same lines where none stand side by side."""
    if not any(WIDE in line.chars.strip() for line in lines):
        return lines
    rows = [_Row(number, pieces) for number, line in enumerate(lines) if (pieces := tuple(_read_pieces(line.chars)))]
    blocks = list(_part(rows))
    if [row.line for block in blocks for row in block] == [row.line for row in rows]:
        return lines
    return list(_write(lines, [part for block in blocks for part in _part_lone(block)]))


def _read_pieces(chars: str) -> Iterator[_Piece]:
    start, end = len(chars) - len(chars.lstrip()), len(chars.rstrip())
    rooms = list(APART.finditer(chars, start, end)) if end - start <= LONGEST else []
    for room in rooms if len(rooms) < MOST else ():
        yield _Piece(start, room.start(), chars[start : room.start()])
        start = room.end()
    if start < end:
        yield _Piece(start, end, chars[start:end])


def _part(rows: _Block) -> Iterator[_Block]:
    """Blocks in the order in which they are read."""
    cuts = (_part_at_gaps, _part_at_gutter, _part_at_blanks, _part_at_crossings)
    waiting = [rows]
    while waiting:
        block = waiting.pop()
        parts = next((parts for cut in cuts if len(block) > 1 and len(parts := cut(block)) > 1), None)
        if parts:
            waiting.extend(reversed(parts))
        else:
            yield block


def _part_at_gaps(rows: _Block) -> list[_Block]:
    """Parted by two blank lines, or by one with a headline below: a row with nothing beside it, below one of columns."""
    step = _step(rows)
    blocks = [rows[:1]]
    for upper, lower in pairwise(rows):
        headline = len(lower.pieces) == 1 < len(upper.pieces) and lower.pieces[0].start < upper.pieces[1].start
        if lower.line - upper.line > step + (not headline):
            blocks.append([])
        blocks[-1].append(lower)
    return blocks


def _part_at_blanks(rows: _Block) -> list[_Block]:
    step = _step(rows)
    blocks = [rows[:1]]
    for upper, lower in pairwise(rows):
        if lower.line - upper.line > step:
            blocks.append([])
        blocks[-1].append(lower)
    return blocks


def _step(rows: _Block) -> int:
    """How many lines further down the next row usually is: two, where rows of another column stand between."""
    steps = Counter(lower.line - upper.line for upper, lower in pairwise(rows))
    return 2 if steps[2] > steps[1] else 1


def _part_at_gutter(rows: _Block) -> list[_Block]:
    """Left and right of the gutter that parts most: articles from one beside them, then rows of text from others."""
    signed = list(takewhile(lambda row: len(row.pieces) > 1 and AUTHOR.match(row.pieces[-1].chars), rows))
    if signed:
        return [*([row] for row in signed), *filter(None, [rows[len(signed) :]])]
    best, most = [rows], (0, 0)
    for lane in sorted(_find_lanes(rows), key=lambda lane: lane.start - lane.end)[:LANES]:
        sides = _halve(rows, lane)
        left, right = ({row.line for row in side} for side in sides)
        # Where their rows stand at other heights, lines of the left column and of the right take turns.
        turns = sum((upper.line in left) != (lower.line in left) for upper, lower in pairwise(rows))
        sided = len(left & right) or turns // 2 * (turns > ROWS)
        # Two articles, one below the other, may stand beside one that runs down the page.
        stacked = sum(len(row.pieces) for side in sides if len(_part_at_gaps(side)) > 1 for row in side)
        if sided and (stacked, sided) > most and _are_columns(sides):
            best, most = sides, (stacked, sided)
    return best


def _find_lanes(rows: _Block) -> Iterator[_Lane]:
    """The strips that are blank in all rows, between what stands farthest left and right."""
    end = None
    for piece in sorted((piece for row in rows for piece in row.pieces), key=lambda piece: piece.start):
        if end is not None and piece.start - end >= ROOM:
            yield _Lane(end, piece.start)
        end = max(end or 0, piece.end)


def _halve(rows: _Block, lane: _Lane) -> list[_Block]:
    left, right = (
        [(row.line, tuple(piece for piece in row.pieces if (piece.start < lane.start) == before)) for row in rows]
        for before in (True, False)
    )
    return [[_Row(line, pieces) for line, pieces in side if pieces] for side in (left, right)]


def _are_columns(sides: Sequence[_Block]) -> bool:
    """Whether two columns are none of a table: both are wide, and one of them surely is running text."""
    return all(median(row.longest for row in side) >= CELL for side in sides) and any(
        3 * prose >= len(side) and prose > 1
        for side in sides
        for prose in (sum(any(map(PROSE.match, (piece.chars for piece in row.pieces))) for row in side),)
    )


def _part_at_crossings(rows: _Block) -> list[_Block]:
    """Parted above and below a row that runs across what is a gutter in the rows beside it."""
    blocks: list[_Block] = []
    lanes: list[_Lane] = []
    for row in rows:
        ends = [-inf, *(place for piece in row.pieces for place in (piece.start, piece.end)), inf]
        free = [_Lane(start, end, int(start > -inf and end < inf)) for start, end in zip(ends[::2], ends[1::2], strict=True)]
        kept = [
            _Lane(max(lane.start, gap.start), min(lane.end, gap.end), lane.sided + gap.sided)
            for lane in lanes
            for gap in free
            if min(lane.end, gap.end) - max(lane.start, gap.start) >= ROOM
        ]
        crossed = any(
            lane.sided >= ROWS and not any(lane.start <= other.start and other.end <= lane.end for other in kept)
            for lane in lanes
        )
        headline = bool(blocks) and len(blocks[-1]) == 1 and len(blocks[-1][0].pieces) == 1 < len(row.pieces)
        if not blocks or crossed or headline:
            blocks.append([])
            kept = free
        blocks[-1].append(row)
        lanes = kept
    return blocks


def _part_lone(rows: _Block) -> list[_Block]:
    """One row or two may hold a few things side by side that are no running text: a date, a section, the editors' names."""
    if len(rows) == 1:
        row = rows[0]
        parts = [[row.pieces[0]]]
        for before, piece in pairwise(row.pieces):
            if piece.start - before.end >= LONE:
                parts.append([])
            parts[-1].append(piece)
        return [[_Row(row.line, tuple(part))] for part in parts] if row.longest >= CELL else [rows]
    if len(rows) < ROWS:
        for lane in _find_lanes(rows):
            sides = _halve(rows, lane)
            if lane.end - lane.start >= LONE and all(row.longest >= CELL for side in sides for row in side):
                return [part for side in sides for part in _part_lone(side)]
    return [rows]


def _write(lines: Sequence[Text], blocks: Sequence[_Block]) -> Iterator[Text]:
    """The rows of all blocks, set in as they are in their own."""
    last = -1
    for rows in blocks:
        left, step = min(row.pieces[0].start for row in rows), _step(rows)
        for row in rows:
            if row.line > last + step or row.line < last:
                yield lines[0][:0]
            yield lines[row.line][left : row.pieces[-1].end]
            last = row.line
