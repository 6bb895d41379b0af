"""A page as it is laid out: the columns of its text, the lines that make up a headline, and what stands over what."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from yaowen.page import Box, Printed
from yaowen.schema import BlockRole
from yaowen.segment.bigrams import read_bigrams
from yaowen.segment.pieces import Piece

STRIPS = 256
"""So many strips of the sheet, side by side, remember what was last seen in them on the way down."""
EDGE = 0.1
"""How much of a column, on each side, may stand under what belongs to its neighbour."""
COVERED = 0.15
"""How much of a column stands under its headline, at least."""
UNDER = 2.6
"""How far below each other two rows of one column begin at most, in the size of the larger."""
STACKED = 1.6
"""How far apart two lines of one headline stand at most, in the size of the larger."""
HEADING = 1.5
"""A line that is larger, in sizes of the body text, is no subhead."""
NEXT = 4
"""So many characters, all white space, stand between two lines drawn one after the other, at most."""


@dataclass(eq=False)
class Column:
    """Rows of one piece of text that stand one under another."""

    piece: int
    box: Box
    top: float
    """Of the whole column that it is part of."""
    above: Stack | Column | None = None
    """What stands over it, names of authors aside."""

    @property
    def is_top(self) -> bool:
        """Whether no other piece of text stands right over it."""
        return self.top == self.box.top


@dataclass(eq=False)
class Stack:
    """The lines of one headline."""

    heads: list[Piece]
    above: Stack | Column | None = None
    below: Column | None = None
    """The column right under it."""

    @cached_property
    def boxes(self) -> tuple[Box, ...]:
        """The room of each of its rows."""
        return tuple(box for head in self.heads for box in head.boxes)

    @cached_property
    def box(self) -> Box:
        """The room that it takes."""
        return Box.around(self.boxes)

    @cached_property
    def bigrams(self) -> frozenset[str]:
        """The pairs of characters in its lines."""
        return frozenset(gram for head in self.heads for gram in read_bigrams(head.text.chars))

    @cached_property
    def is_byline(self) -> bool:
        """Whether it does nothing but name authors."""
        return all(head.role == BlockRole.BYLINE for head in self.heads)

    @cached_property
    def is_upright(self) -> bool:
        """Whether its rows run from the top down."""
        return all(head.is_upright for head in self.heads)

    @cached_property
    def size(self) -> float:
        """How large its largest line is."""
        return max(head.size for head in self.heads)


Item = Stack | Column


def overlap(box: Box, other: Box) -> float:
    """How wide two boxes stand over each other; less than 0 is the room between them."""
    return min(box.right, other.right) - max(box.left, other.left)


def lay_out(texts: Sequence[Piece], heads: Sequence[Piece]) -> tuple[list[Column], list[Stack]]:
    """The columns of the texts and the headlines of a page, each with what stands over it."""
    columns = [column for number, piece in enumerate(texts) for column in _part_columns(number, piece)]
    lines = [Stack([head]) for head in heads]
    if not columns and not lines:
        return [], []
    over = list(_look_up(columns, lines))
    stacks = _stack_lines(lines, over)
    for item, above in over:
        upper = stacks[above] if isinstance(above, Stack) else above
        if isinstance(item, Column):
            item.above = upper
            # What stands over names of authors stands over the text below them.
            if isinstance(upper, Stack) and upper.is_byline:
                item.above, upper.below = upper.above, upper.below or item
            if isinstance(item.above, Column) and item.above.box.base - item.box.top < UNDER:
                item.top = item.above.top
        elif (stack := stacks[item]) is not upper:
            stack.above = upper
    return columns, list(dict.fromkeys(stacks.values()))


def _part_columns(number: int, piece: Piece) -> Iterator[Column]:
    column: list[Printed] = []
    for row in piece.printed:
        if column and not _is_under(column[-1], row):
            yield _make_column(number, column)
            column = []
        column.append(row)
    yield _make_column(number, column)


def _make_column(number: int, rows: Sequence[Printed]) -> Column:
    box = Box.around(row.box for row in rows if row.box)
    return Column(number, box, box.top)


def _is_under(upper: Printed, lower: Printed) -> bool:
    if not upper.box or not lower.box:
        return False
    drop = upper.box.top - lower.box.top
    return -0.5 < drop < UNDER * max(upper.size, lower.size) + 1 and overlap(upper.box, lower.box) > 0


def _look_up(columns: Sequence[Column], lines: Sequence[Stack]) -> Iterator[tuple[Item, Item]]:
    """Each column and each line of a headline with what stands over it, from the top of the sheet down."""
    items: list[Item] = sorted([*columns, *lines], key=lambda item: -item.box.top)
    strips = _Strips([item.box for item in items])
    for item in items:
        if above := strips.find_above(item):
            yield item, above
        strips.see(item)


class _Strips:
    """What was last seen on the way down a sheet, in strips side by side."""

    def __init__(self, boxes: Sequence[Box]) -> None:
        self.left = min(box.left for box in boxes)
        self.width = max(max(box.right for box in boxes) - self.left, 1.0) / STRIPS
        self.seen: list[Item | None] = [None] * STRIPS

    def _range(self, item: Item) -> range:
        box = item.box
        margin = EDGE * (box.right - box.left) if isinstance(item, Column) else 0.0
        first, last = (int((place - self.left) / self.width) for place in (box.left + margin, box.right - margin))
        return range(max(0, min(first, STRIPS - 1)), max(0, min(last, STRIPS - 1)) + 1)

    def find_above(self, item: Item) -> Item | None:
        """What stands next above something. It covers enough of a column, and some of a line."""
        line = isinstance(item, Stack)
        strips = self._range(item)
        found = Counter(above for strip in strips if (above := self.seen[strip]))
        wide = (above for above, count in found.items() if line or count >= COVERED * len(strips))
        return min(wide, key=lambda above: above.box.base, default=None)

    def see(self, item: Item) -> None:
        """Remembers where something stands."""
        for strip in self._range(item):
            self.seen[strip] = item


def _stack_lines(lines: Sequence[Stack], over: Sequence[tuple[Item, Item]]) -> Mapping[Stack, Stack]:
    """The headline that each line is part of: lines that stand close one under another, and upright ones side by side."""
    parents = {line: line for line in lines}

    def find(line: Stack) -> Stack:
        while parents[line] is not line:
            parents[line] = parents[parents[line]]
            line = parents[line]
        return line

    for line, above in over:
        if isinstance(line, Stack) and isinstance(above, Stack) and line.is_upright == above.is_upright:
            apart = above.box.base - line.boxes[0].top
            if apart < STACKED * max(line.size, above.size):
                parents[find(line)] = find(above)
    for one, other in pairwise(sorted((line for line in lines if line.is_upright), key=lambda line: line.box.left)):
        if _stand_together(one, other):
            parents[find(one)] = find(other)
    for one, other in pairwise(lines):
        if _is_one_row(one, other):
            parents[find(other)] = find(one)
    groups: dict[Stack, list[Stack]] = defaultdict(list)
    for line in lines:
        groups[find(line)].append(line)
    made = ((group, Stack([head for line in group for head in line.heads])) for group in groups.values())
    return {line: stack for group, stack in made for line in group}


def _is_one_row(one: Stack, other: Stack) -> bool:
    """Whether two lines drawn one right after the other are halves of one: two headlines have their texts between them."""
    if other.heads[0].printed[0].start - one.heads[-1].printed[-1].end > NEXT:
        return False
    left, right = one.boxes[-1], other.boxes[0]
    alike = one.size == other.size and one.size > HEADING and abs(left.base - right.base) < 0.1 * one.size
    return alike and 0 <= right.left - left.right < 2 * one.size


def _stand_together(one: Stack, other: Stack) -> bool:
    shared = min(one.box.top, other.box.top) - max(one.box.base, other.box.base)
    low = min(one.box.top - one.box.base, other.box.top - other.box.base)
    return other.box.left - one.box.right < max(one.size, other.size) and shared > 0.5 * low
