"""What the sizes of the lines over a body say of them, and where they stand: the largest is the title."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from yaowen.page import Box
from yaowen.schema import BlockRole
from yaowen.segment.pieces import Piece
from yaowen.segment.stack_lines import STACKED
from yaowen.segment.stack_network import Weighed
from yaowen.sizes import are_alike, are_upright

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
NEVER = 100.0


def in_reading_order(lines: Sequence[Piece]) -> list[Piece]:
    """Lines from the top down, and upright ones from the right to the left, where it is known how they stand."""
    placed = [(line, box) for line in lines if (box := _box(line))]
    if len(placed) < len(lines) or len(lines) < 2:  # a single line
        return list(lines)
    upright = [(line, box) for line, box in placed if are_upright(line.printed)]
    level = [(line, box) for line, box in placed if not are_upright(line.printed)]
    level.sort(key=lambda item: (-round(item[1].base, 1), item[1].left))
    if not upright:
        return [line for line, _ in level]
    upright.sort(key=lambda item: -item[1].right)
    top = max(box.top for _, box in upright)
    over = sum(box.base >= top for _, box in level)
    return [line for line, _ in (*level[:over], *upright, *level[over:])]


def weigh_line_sizes(weighed: Weighed, lines: Sequence[Piece]) -> Weighed:
    """What lines may be, when their sizes are seen, too; nothing changes where they are not known."""
    sizes = [_size(line) for line in lines]
    if not all(sizes):
        return weighed
    largest = max(sizes)
    if len(sizes) == 1:
        return weighed
    alike = all(are_alike(size, largest) for size in sizes)
    first = next(number for number, size in enumerate(sizes) if are_alike(size, largest))
    scores = []
    for number, (line, size) in enumerate(zip(weighed.lines, sizes, strict=True)):
        rates = ALIKE if alike else LARGEST if are_alike(size, largest) else OVER if number < first else UNDER
        large = 4.0 if size > SIGNED else 0.0
        scores.append(
            [
                score + rates[role] - (large if role == BlockRole.BYLINE else 0.0)
                for role, score in zip(STACKED, line, strict=True)
            ]
        )
    # What is set in another size goes on in no line.
    goes_on = [
        list(step) if are_alike(upper, lower) else [score - NEVER for score in step]
        for step, (upper, lower) in zip(weighed.goes_on, pairwise(sizes), strict=True)
    ]
    return Weighed(scores, weighed.steps, goes_on)


def _size(line: Piece) -> float:
    return max((row.size for row in line.printed), default=0.0)


def _box(line: Piece) -> Box | None:
    boxes = [row.box for row in line.printed if row.box]
    return Box.around(boxes) if boxes else None
