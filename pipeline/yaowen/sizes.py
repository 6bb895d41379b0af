"""What the size of a row says of it: what it can be part of, and whether it goes on in the next."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import zip_longest

from yaowen.page import Look, Printed, Role
from yaowen.schema import BlockRole, FurnitureRole

STEPS = (0.85, 1.12, 1.4, 1.8, 2.6)
"""The sizes, in those of the body text, that part the columns of the table below."""
USUAL: Mapping[Role, tuple[float, ...]] = {
    BlockRole.SERIES: (0.05, 0.30, 0.30, 0.20, 0.12, 0.03),
    BlockRole.KICKER: (0.01, 0.12, 0.30, 0.33, 0.20, 0.04),
    BlockRole.TITLE: (0.003, 0.06, 0.12, 0.22, 0.347, 0.25),
    BlockRole.SUBTITLE: (0.02, 0.15, 0.32, 0.31, 0.17, 0.03),
    BlockRole.BYLINE: (0.12, 0.70, 0.15, 0.025, 0.004, 0.001),
    BlockRole.SUBHEAD: (0.02, 0.55, 0.31, 0.10, 0.015, 0.005),
    BlockRole.PARAGRAPH: (0.07, 0.88, 0.045, 0.004, 0.0007, 0.0003),
    BlockRole.CAPTION: (0.33, 0.60, 0.06, 0.008, 0.0015, 0.0005),
    BlockRole.JUMP: (0.20, 0.74, 0.05, 0.008, 0.0015, 0.0005),
    FurnitureRole.MASTHEAD: (0.10, 0.20, 0.20, 0.20, 0.15, 0.15),
    FurnitureRole.PAGE_HEADER: (0.10, 0.30, 0.25, 0.20, 0.10, 0.05),
    FurnitureRole.NAVIGATION: (0.15, 0.45, 0.20, 0.12, 0.06, 0.02),
    FurnitureRole.ADVERT: (0.15, 0.25, 0.17, 0.15, 0.15, 0.13),
    FurnitureRole.OTHER: (0.25, 0.40, 0.15, 0.10, 0.06, 0.04),
}
"""How often what is part of a title, a paragraph, … is set so large. Papers differ; the words of a row have their say, too."""

ALIKE = 0.13
"""Two sizes differ by no more than this part of the larger where they were meant as one."""
LARGE = 1.25
RUNNING = 0.5
"""How likely a row is part of a paragraph where it may go on in another column, however large it is."""
INITIAL = 1.5
"""How large the first character of an article is set, at least, where it stands over several rows."""


def weigh_sizes(looks: Sequence[Look], printed: Sequence[Printed | None]) -> list[Look]:
    """What rows look like when their sizes are seen, too; a page that is set in one size says nothing by it."""
    return list(_weigh(looks, printed)) if any(row and row.size >= LARGE for row in printed) else list(looks)


def _weigh(looks: Sequence[Look], printed: Sequence[Printed | None]) -> Iterator[Look]:
    before: Printed | None = None
    for look, upper, lower in zip_longest(looks, printed, printed[1:]):
        roles = look.roles
        if upper and not is_initial(upper, lower):
            place = bisect_right(STEPS, upper.size)
            rated = {role: chance * USUAL[role][place] for role, chance in roles.items()}
            total = sum(rated.values())
            roles = {role: chance / total for role, chance in rated.items()} if total > 0 else roles
        # A large first character stands over several rows: the first of them goes on.
        begun = before and upper and is_initial(before, upper)
        yield replace(look, joins=1.0 if begun else _weigh_join(look, upper, lower), roles=roles)
        before = upper


def _weigh_join(look: Look, upper: Printed | None, lower: Printed | None) -> float:
    """How likely a row goes on in the next.

    What is large never does in another size, and a line of a headline only in what stands beside or close below it.
    """
    if not upper or not lower:
        return look.joins
    if is_initial(upper, lower):
        return 1.0
    if max(upper.size, lower.size) < LARGE:
        return look.joins
    runs_on = look.roles.get(BlockRole.PARAGRAPH, 0.0) > RUNNING or are_near(upper, lower)
    return look.joins if are_alike(upper.size, lower.size) and runs_on else 0.0


def are_alike(size: float, other: float) -> bool:
    """Whether two rows are meant to be of one size."""
    return abs(size - other) <= ALIKE * max(size, other)


def are_upright(rows: Sequence[Printed]) -> bool:
    """Whether rows run from the top down, side by side; of a single character that cannot be told."""
    return any(row.is_upright for row in rows) and all(row.is_upright or row.end - row.start == 1 for row in rows)


def is_initial(row: Printed, following: Printed | None) -> bool:
    """Whether it is the large first character of the text beside it."""
    if not following or not row.box or not following.box or row.end - row.start > 1 or row.size < INITIAL:
        return False
    beside = -0.5 < following.box.left - row.box.right < 1.5
    return beside and row.box.base < following.box.base < row.box.top and following.size < LARGE


def are_near(row: Printed, other: Printed) -> bool:
    """Whether two rows of one size stand side by side, or one close below the other."""
    if not row.box or not other.box:
        return True
    size = max(row.size, other.size)
    apart = max(row.box.left, other.box.left) - min(row.box.right, other.box.right)
    below = max(row.box.base, other.box.base) - min(row.box.top, other.box.top)
    return below < size and apart < size
