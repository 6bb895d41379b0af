"""Columns whose rows an extractor wrote by turns are read one after the other.

Where columns are set with loose leading, or close to each other, pdftotext and pdfminer write the first row of each, then the
second of each. How a row ends and another begins tells whether the one goes on in the other (`yaowen.row_ends`); of all ways
to give the rows to columns a beam search looks for the likeliest.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from heapq import nlargest
from itertools import accumulate, pairwise
from math import inf

from yaowen.row_ends import RowEnds, read_ends
from yaowen.rows import Row, measure

ODD, NEAR = 6, 3
"""So many rows at least look as if they had been written by turns, no two of them further apart than the second number."""
SIDE_BY_SIDE = range(2, 10)
"""So many columns were written by turns."""
OTHER = -1.0
"""So much less likely than any row (a logarithm) are the words where a row stands below one that does not go on in it."""
OPENS = 3.0
"""What it costs (a logarithm, as all that follows) that a column begins."""
PASSED = 2.0
"""What it costs that a row goes on in one column while another has waited longer."""
GONE = 2
"""A column that was passed over so often has ended."""
UNLIKE, ALIKE = 1.0, 1.5
"""What it costs that a row goes on in one whose width differs by more than the second number."""
BESIDE = 20.0
"""What it costs that a row goes on in one beside it."""
SURE, AHEAD = 2.0, 1.0
"""By so much must words be likelier where a column goes on at the head of another, and by so much more than at any other."""
CLEAR = 1.0
"""By so much likelier than chance must words be at each row's end; in the order in which rows are written they are less."""
TURNS = 0.4
"""So many of the rows, of all that were written by turns, go on in one that is not the next."""
KEPT = 24
"""So many ways are followed at a time."""
WAITING = 14
"""So many columns of a way may go on at most; the one that has waited longest ends."""
FEWEST, SHARE = 4, 1 / 12
"""So many rows at least, and such a share of all, are as wide as a column."""
NARROWEST = 5
CELL = re.compile(r"[^ \u3000](?:[ \u3000][^ \u3000](?![^ \u3000])){4,}|[^ \u3000]+")
"""What a row holds of one column; its letters may be set apart."""
FINISHED = re.compile(r"[。！？…：；”）]$")
SHORT_LAST = re.compile(r"[^ \u3000]{1,4}[。！？…]”?")
"""The last row of a paragraph, too short for a column's width."""
LAST = re.compile(r"[。！？…]”?$")
"""The end of the last row of a paragraph."""


@dataclass(frozen=True)
class Cell:
    """A row of one column, and the number of the row that an extractor wrote it in."""

    row: Row
    line: int
    width: float

    @property
    def ends(self) -> bool:
        """Whether a sentence ends with it."""
        return FINISHED.search(self.row.text.chars) is not None

    def is_unlike(self, lower: Cell) -> bool:
        """Whether it is set in another width than a row that it might go on in."""
        other = abs(self.width - lower.width) > ALIKE
        return other and not self.ends and not (lower.ends and lower.width < self.width)


class Cells(tuple[Cell, ...]):
    """The cells of a zone, and how well each goes on in another."""

    @cached_property
    def borders(self) -> RowEnds:
        """What their ends and beginnings tell."""
        return read_ends([cell.row.text.chars for cell in self])

    def fit(self, uppers: Sequence[int], lower: int) -> list[float]:
        """How much likelier each of some cells goes on in the cell `lower` than in any; cells of one row stand side by side."""
        below = self[lower]
        told = []
        for upper, (fit,) in zip(uppers, self.borders.fit_all(uppers, [lower]), strict=True):
            above = self[upper]
            told.append(fit - UNLIKE * above.is_unlike(below) - (BESIDE if above.line == below.line else 0.0))
        return told


class Widths:
    """How wide the rows of the columns of a zone are."""

    def __init__(self, widths: Iterable[float]) -> None:
        self.widths = sorted(widths)
        self.fewest = max(FEWEST, len(self.widths) * SHARE)

    def hold(self, row: Row) -> bool:
        """Whether a row is as wide as several others, or set in by two as the first of a paragraph, or the last of one."""
        width = measure(row.text.chars)
        near = max(bisect_right(self.widths, wide + 1) - bisect_left(self.widths, wide - 1) for wide in (width, width + 2))
        return (near > self.fewest and len(row.text) >= NARROWEST) or LAST.search(row.text.chars) is not None


def part_interleaved(rows: Sequence[Row]) -> list[Row]:
    """Rows in the order in which their columns are read; a row that holds several columns is several."""
    read: list[Row] = []
    position = 0
    for start, end in _find_zones(rows):
        read += rows[position:start]
        read += _read_zone(rows[start:end])
        position = end
    return [*read, *rows[position:]]


def _find_zones(rows: Sequence[Row]) -> Iterator[tuple[int, int]]:
    """Where rows stand that hold several columns, or that each stand by itself within a sentence."""
    borders = read_ends([row.text.chars for row in rows])
    odd = [number for number, row in enumerate(rows) if len(_part(row)) > 1 or _is_cut_off(rows, number, borders)]
    start = 0
    for number, (place, after) in enumerate(pairwise([*odd, len(rows) + NEAR + 1])):
        if after - place <= NEAR:
            continue
        if number + 1 - start >= ODD:
            yield max(odd[start] - 1, 0), min(place + NEAR, len(rows))
        start = number + 1


def _is_cut_off(rows: Sequence[Row], number: int, borders: RowEnds) -> bool:
    """Whether a row stands by itself below one that is cut in a sentence, or does not read as what that goes on in."""
    if not number or FINISHED.search(rows[number - 1].text.chars):
        return False
    alone = rows[number].gap and len(rows[number].text) > NARROWEST
    return alone or (len(rows[number - 1].text) > NARROWEST and borders.fit(number - 1, number) < OTHER)


def _part(row: Row) -> list[Row]:
    """What a row holds of each column; clauses of few characters part none."""
    places = [match.span() for match in CELL.finditer(row.text.chars)]
    if len(places) < 2 or row.marks:
        return [row]
    if any(end - start < NARROWEST and not SHORT_LAST.fullmatch(row.text.chars, start, end) for start, end in places):
        return [row]
    cells = [replace(row, text=row.text[slice(*place)], gap=False, indent=0.0, set_in=False) for place in places]
    return [replace(row, text=cells[0].text), *cells[1:]]


def _read_zone(rows: Sequence[Row]) -> list[Row]:
    """The columns of a zone one after the other, or its rows as they are where words are made up in no other order."""
    parts = [_part(row) for row in rows]
    usual = Widths(measure(part.text.chars) for cells in parts for part in cells)
    kept = [cells if all(map(usual.hold, cells)) else [row] for row, cells in zip(rows, parts, strict=True)]
    cells = Cells(Cell(cell, line, measure(cell.text.chars)) for line, row in enumerate(kept) for cell in row)
    columns = _find_columns(cells, {place for place, cell in enumerate(cells) if usual.hold(cell.row)})
    if _count_beside(columns) not in SIDE_BY_SIDE or not _is_likelier(cells, columns):
        return list(rows)
    return [
        replace(cells[place].row, gap=cells[place].row.gap and not number)
        for column in _join_columns(cells, columns)
        for number, place in enumerate(column)
    ]


@dataclass(frozen=True)
class Way:
    """One way to give the cells so far to columns: the last cell of each that may go on, and how often it was passed over."""

    weight: float
    open: tuple[tuple[int, int], ...] = ()
    before: Way | None = None
    link: tuple[int, int | None] | None = None
    """The last cell, and the one above it in its column, if it begins none."""

    def extend(self, place: int, fits: Mapping[int, float]) -> Iterator[Way]:
        """The cell at the beginning of a new column, and at the end of each; `fits` tells how well it goes on there."""
        yield Way(self.weight - OPENS, (*self.open[1 - WAITING :], (place, 0)), self, (place, None))
        for number, (last, _) in enumerate(self.open):
            others = [(other, passed + (other < last)) for other, passed in (*self.open[:number], *self.open[number + 1 :])]
            cost = PASSED * sum(other < last for other, _ in others)
            kept = tuple(pair for pair in others if pair[1] < GONE)
            yield Way(self.weight + fits[last] - cost, (*kept, (place, 0)), self, (place, last))


def _find_columns(cells: Cells, flow: Container[int]) -> list[list[int]]:
    """The cells of each column, in the order in which they begin; one that is in no flow of text, as a headline, ends all."""
    ways = [Way(0.0)]
    for place in range(len(cells)):
        if place in flow:
            lasts = sorted({last for way in ways for last, _ in way.open})
            fits = dict(zip(lasts, cells.fit(lasts, place), strict=True))
            longer = sorted((longer for way in ways for longer in way.extend(place, fits)), key=lambda way: way.weight)
            ways = sorted({way.open: way for way in longer}.values(), key=lambda way: -way.weight)[:KEPT]
        else:
            ways = [replace(way, open=()) for way in ways]
    above: dict[int, int | None] = {}
    way: Way | None = ways[0]
    while way and way.link:
        above.update([way.link])
        way = way.before
    columns: dict[int, list[int]] = {}
    for place in range(len(cells)):
        upper = above.get(place)
        columns[place] = columns.pop(upper) if upper is not None else []
        columns[place].append(place)
    return sorted(columns.values())


def _count_beside(columns: Iterable[Sequence[int]]) -> int:
    """How many columns stand side by side at most."""
    ends = [pair for column in columns if len(column) > 2 for pair in ((column[0], 1), (column[-1] + 1, -1))]
    return max(accumulate(change for _, change in sorted(ends)), default=0)


def _is_likelier(cells: Cells, columns: Iterable[Sequence[int]]) -> bool:
    """Whether the words at the ends of rows say clearly that they were written by turns, and of enough rows that they were."""
    size = len(cells)
    links = [link for column in columns for link in pairwise(column)]
    read = sum(cells.borders.fit(upper, lower) for upper, lower in links)
    written = sum(cells.borders.fit(upper, lower) for upper, lower in pairwise(range(size)))
    turns = sum(lower != upper + 1 for upper, lower in links)
    return written < 0 and read > CLEAR * size and turns > TURNS * size


def _join_columns(cells: Cells, columns: Sequence[Sequence[int]]) -> Iterator[Sequence[int]]:
    """Columns in the order in which they begin, but each that is cut in a sentence stands before that in which it goes on."""
    near = SIDE_BY_SIDE.stop
    fits = {
        (upper, lower): cells.fit([column[-1]], columns[lower][0])[0]
        for upper, column in enumerate(columns)
        if not cells[column[-1]].ends
        for lower in range(max(upper - near, 0), min(upper + near + 1, len(columns)))
        if lower != upper
    }
    after: dict[int, int] = {}
    # Of each run of columns the first by its last, and the last by its first.
    first, last = ({number: number for number in range(len(columns))} for _ in range(2))
    for upper, lower in _find_sure(fits):
        if first[upper] != lower:
            after[upper] = lower
            begin, end = first.pop(upper), last.pop(lower)
            first[end], last[begin] = begin, end
    for number in sorted(last):
        place: int | None = number
        while place is not None:
            yield columns[place]
            place = after.get(place)


def _find_sure(fits: Mapping[tuple[int, int], float]) -> Iterator[tuple[int, int]]:
    """The pairs of columns that fit each other better than either fits any other."""
    of_upper, of_lower = defaultdict[int, list[float]](list), defaultdict[int, list[float]](list)
    for (upper, lower), fit in fits.items():
        of_upper[upper].append(fit)
        of_lower[lower].append(fit)
    for (upper, lower), fit in fits.items():
        rivals = [second for told in (of_upper[upper], of_lower[lower]) for second in nlargest(2, told)[1:]]
        if fit > SURE and fit > AHEAD + max(rivals, default=-inf):
            yield upper, lower
