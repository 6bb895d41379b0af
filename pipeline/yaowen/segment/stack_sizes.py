"""What the sizes of the lines over a body say of them, and where they stand: the largest is the title."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from yaowen.page import Box
from yaowen.schema import BlockRole
from yaowen.segment.pieces import Piece
from yaowen.segment.stack_lines import STACKED
from yaowen.segment.stack_network import Weighed
from yaowen.sizes import are_alike

OVER = {BlockRole.SERIES: -1.0, BlockRole.KICKER: 2.0, BlockRole.TITLE: -6.0, BlockRole.SUBTITLE: -3.0, BlockRole.BYLINE: 0.0}
UNDER = {BlockRole.SERIES: -4.0, BlockRole.KICKER: -4.0, BlockRole.TITLE: -6.0, BlockRole.SUBTITLE: 2.0, BlockRole.BYLINE: 0.0}
LARGEST = {
    BlockRole.SERIES: -2.0,
    BlockRole.KICKER: -2.0,
    BlockRole.TITLE: 4.0,
    BlockRole.SUBTITLE: -2.0,
    BlockRole.BYLINE: -4.0,
}
ALIKE = {BlockRole.SERIES: -1.0, BlockRole.KICKER: -1.0, BlockRole.TITLE: 1.0, BlockRole.SUBTITLE: -1.0, BlockRole.BYLINE: 0.0}
"""What speaks for each role where a line stands over larger ones, under them, is itself the largest, or where all are alike."""
SIGNED = 1.35
"""Names of authors are not set larger than this, in sizes of the body text."""
TOO_LARGE = 4.0
NEVER = 100.0


def in_reading_order(lines: Sequence[Piece]) -> list[Piece]:
    """Lines from the top down, and upright ones from the right to the left, where it is known how they stand."""
    placed = [(line, Box.around(line.boxes)) for line in lines if line.boxes]
    if len(placed) < len(lines):
        return list(lines)
    upright = [(line, box) for line, box in placed if line.is_upright]
    level = [(line, box) for line, box in placed if not line.is_upright]
    level.sort(key=lambda item: (-round(item[1].base, 1), item[1].left))
    if not upright:
        return [line for line, _ in level]
    upright.sort(key=lambda item: -item[1].right)
    top = max(box.top for _, box in upright)
    over = sum(box.base >= top for _, box in level)
    return [line for line, _ in (*level[:over], *upright, *level[over:])]


def weigh_line_sizes(weighed: Weighed, lines: Sequence[Piece]) -> Weighed:
    """What several lines may be, when their sizes are seen, too; nothing changes where they are not known.

    Of a page of the web only headings have one, and no place: any other line is as large as the text.
    """
    headings = any(line.printed for line in lines) and not any(line.boxes for line in lines)
    sizes = [line.size or float(headings) for line in lines]
    if len(sizes) == 1 or not all(sizes):
        return weighed
    largest = max(sizes)
    first = next(number for number, size in enumerate(sizes) if are_alike(size, largest))
    alike = all(are_alike(size, largest) for size in sizes)
    scores = []
    for number, (line, size) in enumerate(zip(weighed.lines, sizes, strict=True)):
        rates = ALIKE if alike else LARGEST if are_alike(size, largest) else OVER if number < first else UNDER
        byline = rates[BlockRole.BYLINE] - (TOO_LARGE if size > SIGNED else 0.0)
        rates = rates | {BlockRole.BYLINE: byline}
        scores.append([score + rates[role] for role, score in zip(STACKED, line, strict=True)])
    # What is set in another size goes on in no line.
    goes_on = [
        list(step) if are_alike(upper, lower) else [score - NEVER for score in step]
        for step, (upper, lower) in zip(weighed.goes_on, pairwise(sizes), strict=True)
    ]
    return Weighed(scores, weighed.steps, goes_on)
