"""A text with two headlines, of which the second one names its author, is that of two articles where it is signed itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate

from yaowen.schema import BlockRole
from yaowen.segment.body import Body
from yaowen.segment.likeness import Likeness
from yaowen.segment.pieces import Piece
from yaowen.segment.row_words import is_label
from yaowen.segment.stack_lines import ATTENDANCE, DASH_FIRST, LONG

SURELY = 3.0
"""How much better each of two headlines must fit its own part of a text than the other's."""
MOST = 60
"""Pieces of a text that is looked through; an article of a newspaper has fewer."""


def part_twice(bodies: Sequence[Body], likeness: Likeness) -> list[Body]:
    """The bodies, those that are two articles parted.

    本报讯（记者卓然）… opens one article, and 本报记者 石小满 below 让菌子走得更远 ——访村民方小禾 names who wrote the other,
    that goes on where the first one ends with nothing to be seen between them.
    """
    return [part for body in bodies for part in _part(body, likeness)]


def _part(body: Body, likeness: Likeness) -> Iterator[Body]:
    heads = body.heads
    authors = [place for place, head in enumerate(heads) if head.role == BlockRole.BYLINE]
    cuts = [*_find_cuts(heads, authors[0])] if len(authors) == 1 and body.is_signed else []
    if not cuts or not 2 < len(body.pieces) <= MOST:
        yield body
        return
    best: tuple[float, int, int] = (0.0, 0, 0)
    for place in range(2, len(body.pieces)):
        if body.pieces[place].role != BlockRole.PARAGRAPH:
            continue
        parts = Body(body.pieces[:place]), Body(body.pieces[place:])
        # How much better each row fits the first part, summed up from the first row on.
        sums = [0.0, *accumulate(_prefer(head, parts, likeness) for head in heads)]
        for cut in cuts:
            fits = sums[cut], sums[cut] - sums[-1]
            if min(fits) >= SURELY:
                best = max(best, (sum(fits), cut, place))
    _, cut, place = best
    if not cut:
        yield body
        return
    yield Body(body.pieces[:place], heads[:cut])
    yield Body(body.pieces[place:], heads[cut:])


def _prefer(head: Piece, parts: tuple[Body, Body], likeness: Likeness) -> float:
    """How much better a row fits the first part; labels and names fit both."""
    if is_label(head.text.chars):
        return 0.0
    return likeness.weigh(head, parts[1]) - likeness.weigh(head, parts[0])


def _find_cuts(heads: Sequence[Piece], author: int) -> Iterator[int]:
    """Where the second of two headlines may begin: behind who took part, or with a title that a dash goes on below."""
    for cut in range(1, author):
        closed = ATTENDANCE.fullmatch(heads[cut - 1].text.chars[:LONG]) is not None
        opened = cut + 1 < author and DASH_FIRST.search(heads[cut + 1].text.chars[:LONG]) is not None
        if (closed or opened) and not DASH_FIRST.search(heads[cut].text.chars[:LONG]):
            yield cut
