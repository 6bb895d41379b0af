"""What the pages of one paper have in common, drawn by chance."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import md5
from random import Random

from yaowen.schema import BlockRole

STACK = (BlockRole.SERIES, BlockRole.KICKER, BlockRole.TITLE, BlockRole.SUBTITLE, BlockRole.BYLINE)
STACKS = (
    STACK,
    (BlockRole.KICKER, BlockRole.TITLE, BlockRole.SUBTITLE, BlockRole.BYLINE, BlockRole.SERIES),
    (BlockRole.TITLE, BlockRole.KICKER, BlockRole.SUBTITLE, BlockRole.BYLINE, BlockRole.SERIES),
    (BlockRole.SUBTITLE, BlockRole.SERIES, BlockRole.KICKER, BlockRole.TITLE, BlockRole.BYLINE),
    (BlockRole.TITLE, BlockRole.SUBTITLE, BlockRole.SERIES, BlockRole.KICKER, BlockRole.BYLINE),
)
"""The orders in which a program can write the lines of a headline, the commonest first."""
WIDTHS_HELD_OUT = (13, 19)


@dataclass(frozen=True)
class Style:
    """What the pages of one paper, and the program that dumped them, have in common."""

    order: str
    stack: tuple[BlockRole, ...]
    widths: tuple[int, ...]
    blank_columns: bool
    blank_blocks: float
    blank_headlines: float
    blank_subtitles: bool
    """Whether a subtitle, too, is parted from what stands above it."""
    indent: str
    flush: bool
    """Whether the first row of a paragraph is as wide as the others."""
    padding: float
    compress: bool
    wrap: int
    furniture: float
    adverts: float
    half_width: bool
    spaced: float
    blank_paragraphs: float
    untitled: float
    stray: float
    """How many headlines stand on the other side of their body than the page's own."""
    snug: float
    """How many headlines are just as wide as the columns below them: nothing but their words tells them from a body's rows."""

    @classmethod
    def draw(cls, random: Random, *, held_out: bool = False) -> Style:
        """A style by chance, of those that pages to learn from may have, or of those kept for measuring."""
        while (style := cls._draw(random, held_out)).is_held_out != held_out:
            pass
        return style

    @property
    def is_held_out(self) -> bool:
        """Whether no page to learn from is set like this: one in six ways to order, indent and part, two widths of column."""
        ways = (self.order, self.indent, self.blank_columns, self.flush, STACKS.index(self.stack), self.blank_headlines)
        return md5(repr(ways).encode(), usedforsecurity=False).digest()[0] < 43

    @classmethod
    def _draw(cls, random: Random, held_out: bool) -> Style:
        blank = random.random() < 0.6
        return cls(
            order=random.choices(("after", "before", "mixed", "bunched", "end", "start"), (40, 24, 15, 9, 8, 4))[0],
            stack=random.choices(STACKS, (74, 11, 5, 5, 5))[0],
            widths=WIDTHS_HELD_OUT if held_out else tuple(set(range(11, 23)) - set(WIDTHS_HELD_OUT)),
            blank_columns=blank,
            blank_blocks=1.0 if blank else random.choice((0.0, 0.0, 0.5, 1.0)),
            blank_headlines=random.choice((0.0, 0.0, 0.3, 0.7, 1.0)) if blank else 0.0,
            blank_subtitles=random.random() < 0.5,
            indent=random.choices(("", "\u3000\u3000", "  ", " ", "    "), (62, 20, 8, 6, 4))[0],
            flush=random.random() < 0.12,
            padding=random.choice((0.0, 0.0, 0.4, 0.8, 1.0)),
            compress=random.random() < 0.7,
            wrap=random.randint(9, 30),
            furniture=random.choice((0.0, 0.3, 1.0)),
            adverts=random.choice((0.0, 0.0, 0.1, 0.25)),
            half_width=random.random() < 0.65,
            spaced=random.choice((0.0, 0.05, 0.2, 0.5)),
            blank_paragraphs=random.choices((0.0, 0.2, 1.0), (90, 4, 6))[0],
            untitled=random.choice((0.02, 0.07, 0.07, 0.2)),
            stray=random.choice((0.0, 0.04, 0.08, 0.2)),
            snug=random.choice((0.05, 0.1, 0.3, 0.8)),
        )
