"""Headings of Markdown that are subheads: told by their level, their place and their words together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from yaowen.markup import cells_of
from yaowen.schema import BlockRole
from yaowen.segment.pieces import Piece, Tie
from yaowen.segment.row_words import HEADLINE

LIKELY = 0.4
"""So likely are the headings of a level in one article to be subheads, on the average, where all of them are."""
FAINT_LEVEL = 0.1
"""So likely are bold rows between paragraphs to be subheads at least, on the average."""
HEADING = (*HEADLINE, BlockRole.SUBHEAD)


def settle_levels(pieces: Sequence[Piece]) -> list[Piece]:
    """Pieces of which headings of one level are subheads all together.

    They stand within an article whose headline is of a higher level, each alone between paragraphs; a picture's caption may
    come between. None of the reports below them says who sent it.
    """
    settled = list(pieces)
    for start, end in _articles(pieces):
        for place in _find_bold(pieces, start, end):
            settled[place] = replace(pieces[place], role=BlockRole.SUBHEAD, begins=0.0, tie=Tie.INSIDE)
        inner = [place for place in range(start, end) if _stands_within(pieces, place)]
        headings = [
            place for place in range(start, end) if pieces[place].role in HEADING and place > start and _is_apart(pieces, place)
        ]
        if not inner or inner != headings or any(pieces[place].tie == Tie.OPENS for place in range(inner[0], end)):
            continue
        if sum((pieces[place].roles or {}).get(BlockRole.SUBHEAD, 0.0) for place in inner) < LIKELY * len(inner):
            continue
        for place in inner:
            settled[place] = replace(pieces[place], role=BlockRole.SUBHEAD, begins=0.0, tie=Tie.INSIDE)
    return settled


def _find_bold(pieces: Sequence[Piece], start: int, end: int) -> list[int]:
    """The places of bold rows between the paragraphs below a heading: what is bold and no heading stands over no report.

    What stands over a table is one, whatever it looks like: 金牌榜.
    """
    bold = [place for place in range(start + 1, end) if pieces[place].bold and pieces[place].role in HEADING]
    within = [place for place in bold if _is_between(pieces, place)]
    likely = sum((pieces[place].roles or {}).get(BlockRole.SUBHEAD, 0.0) for place in within)
    if within and likely >= FAINT_LEVEL * len(within):
        return within
    return [place for place in within if len(cells_of(pieces[place + 1].text)) > 1]


def _articles(pieces: Sequence[Piece]) -> Iterator[tuple[int, int]]:
    """From each headline to the next that is not of a lower level."""
    start, level = 0, 0
    for place, piece in enumerate(pieces):
        if piece.role in HEADING and piece.marks and _is_apart(pieces, place) and (not level or piece.marks <= level):
            if level:
                yield start, place
            start, level = place, piece.marks
    if level:
        yield start, len(pieces)


def _is_apart(pieces: Sequence[Piece], place: int) -> bool:
    """Whether no other line of a headline stands right above."""
    return place == 0 or pieces[place - 1].role not in HEADLINE


def _stands_within(pieces: Sequence[Piece], place: int) -> bool:
    return pieces[place].role in HEADING and pieces[place].marks > 0 and _is_between(pieces, place)


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
