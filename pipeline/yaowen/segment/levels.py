"""Headings of Markdown that are subheads: told by their level, their place and their words together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from yaowen.markup import cells_of
from yaowen.schema import BlockRole
from yaowen.segment.pieces import Piece, Tie
from yaowen.segment.row_words import HEADLINE

LIKELY, FAINT = 0.38, 0.1
"""So likely are headings, and so likely bold rows, to be subheads at least, on the average, where all of them are."""
LOWEST = 7
"""A bold row stands below a heading of any depth."""
HEADING = (*HEADLINE, BlockRole.SUBHEAD)


def settle_levels(pieces: Sequence[Piece]) -> list[Piece]:
    """Pieces of which headings of one level are subheads all together, and so are bold rows."""
    settled = list(pieces)
    for run in _find_runs(pieces):
        for place in _find_subheads(pieces, run):
            settled[place] = replace(pieces[place], role=BlockRole.SUBHEAD, begins=0.0, tie=Tie.INSIDE)
    return settled


def _find_runs(pieces: Sequence[Piece]) -> Iterator[list[int]]:
    """The places of headings of one level that follow each other below a headline of a higher one.

    Each stands alone between paragraphs, as far as captions do not; a report that says who sent it ends them.
    """
    run: list[int] = []
    highest = end = 0
    for place, piece in enumerate(pieces):
        if piece.tie == Tie.OPENS:
            yield run
            run, highest = [], 0
        if place < end or piece.role not in HEADING:
            continue
        end = next((below for below in range(place, len(pieces)) if pieces[below].role not in HEADING), len(pieces))
        depths = [depth for depth in map(_depth, pieces[place:end]) if depth]
        inside = len(depths) == end - place == 1 and 0 < highest < depths[0] and _is_between(pieces, place)
        if not inside or (run and _depth(pieces[run[0]]) != depths[0]):
            yield run
            run = []
        if inside:
            run.append(place)
        else:
            highest = min(depths, default=0)
    yield run


def _depth(piece: Piece) -> int:
    return LOWEST if piece.bold else piece.marks


def _find_subheads(pieces: Sequence[Piece], run: Sequence[int]) -> Sequence[int]:
    """A run that looks like subheads together. What is bold over a table is one, whatever it looks like: 金牌榜."""
    bold = bool(run) and pieces[run[0]].bold
    likely = sum((pieces[place].roles or {}).get(BlockRole.SUBHEAD, 0.0) for place in run)
    if likely >= (FAINT if bold else LIKELY) * len(run):
        return run
    return [place for place in run if bold and len(cells_of(pieces[place + 1].text)) > 1]


def _is_between(pieces: Sequence[Piece], place: int) -> bool:
    """Whether paragraphs stand above and below, as far as captions do not, and the lower opens no report."""
    above, below = place - 1, place + 1
    while above >= 0 and pieces[above].role == BlockRole.CAPTION:
        above -= 1
    while below < len(pieces) and pieces[below].role == BlockRole.CAPTION:
        below += 1
    return (
        above >= 0
        and below < len(pieces)
        and pieces[above].role == pieces[below].role == BlockRole.PARAGRAPH
        and pieces[below].tie is None
    )
