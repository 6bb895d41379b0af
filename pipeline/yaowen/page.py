"""What flows between the stages: a page, its paragraphs, and the clippings cut from it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple, Self, TypeAlias

from yaowen.schema import (
    Block,
    BlockRole,
    Byline,
    Event,
    Furniture,
    FurnitureRole,
    Genre,
    Headline,
    Mention,
    Person,
    Publication,
    SourceKind,
    Statement,
    Statistic,
)
from yaowen.text import Source, Text

Role: TypeAlias = BlockRole | FurnitureRole
"""What a row or a paragraph can do on its page."""

SOFT_HYPHEN = "\xad"
"""Stands for the hyphen of a word that a row end cut in two (multi-⏎modal): it is on the page and not in the clean text."""

HYPHENS = f"-\u2010{SOFT_HYPHEN}"
DROPPED = re.compile(rf"(?<=[A-Za-z\u00c0-\u024f]){SOFT_HYPHEN}(?=[A-Za-z\u00c0-\u024f])")


class Box(NamedTuple):
    """Where something stands on its sheet, in sizes of the sheet's body text; `base` and `top` grow upwards."""

    left: float
    base: float
    right: float
    top: float

    @classmethod
    def around(cls, boxes: Iterable[Box]) -> Self:
        """The room that several take."""
        lefts, bases, rights, tops = zip(*boxes, strict=True)
        return cls(min(lefts), min(bases), max(rights), max(tops))


class Printed(NamedTuple):
    """How a row of `raw` is printed. Its `size` is 1 where it is that of the body text; not all inputs tell where it stands."""

    start: int
    end: int
    size: float
    box: Box | None = None

    @property
    def is_upright(self) -> bool:
        """Whether its characters stand one under another."""
        return self.box is not None and self.box.top - self.box.base > 1.5 * (self.box.right - self.box.left)


MANY_ROWS = 20_000
"""Of more rows than this it is not told how they are printed; a page of a newspaper has a tenth of them."""


class PrintedText(NamedTuple):
    """A text as it was taken out of a file, and how its rows are printed where the file says so."""

    text: str
    printed: tuple[Printed, ...] = ()


@dataclass(frozen=True)
class Page:
    """One input as it was read. `raw` is decoded, its line ends are line feeds, and nothing else was done to it."""

    name: str
    raw: str
    kind: SourceKind = SourceKind.PDF_TEXT
    uri: str | None = None
    publication: Publication = field(default_factory=Publication)
    home: str | None = None
    """The area the paper is for (晋中市, 寿阳县), by its full name: what 我市 and 市委 refer to."""
    warnings: tuple[str, ...] = ()
    printed: tuple[Printed, ...] = ()
    """How its rows are printed, in their order, where the file that it was taken from says so."""


@dataclass(frozen=True)
class Look:
    """What a row looks like beside its neighbours, in probabilities."""

    joins: float
    """That it goes on in the row below."""
    begins: float
    """That it belongs to another article than the row above."""
    roles: Mapping[Role, float]
    """That it is part of a title, a paragraph, a page header …"""


@dataclass(frozen=True)
class Paragraph:
    """Text that the author wrote as one, put together from the rows (`lines`) that the layout broke it into."""

    text: Text
    lines: tuple[Text, ...] = ()
    gap: bool = False
    """Whether a blank row stands before it on the page."""
    marks: Text | None = None
    """The `#` of a Markdown heading, which is not part of the text."""
    looks: tuple[Look, ...] = ()
    """What each of its rows looks like, where dehyphenating has found that out."""
    printed: tuple[Printed | None, ...] = ()
    """How each of its rows is printed, where that is known."""


@dataclass(frozen=True)
class Part:
    """A piece of a clipping that does one thing: a title line, a paragraph, a byline."""

    role: BlockRole
    text: Text
    source: Source | None = None
    """Where it stands, where it stands in more places than its text: the hyphens of re-joined words are only here."""

    @classmethod
    def of(cls, role: BlockRole, text: Text) -> Self:
        """A part whose words are whole: soft hyphens within them are left out."""
        if SOFT_HYPHEN in text.chars and DROPPED.search(text.chars):
            return cls(role, text.without(DROPPED), text.source())
        return cls(role, text)


@dataclass(frozen=True)
class Clipping:
    """An article cut from its page; `parts` stand in reading order."""

    parts: tuple[Part, ...]
    genre: Genre = Genre.NEWS
    bylines: tuple[Byline, ...] = ()
    continued_on: int | None = None
    continued_from: int | None = None
    publication: Publication = field(default_factory=Publication)
    home: str | None = None

    @cached_property
    def text(self) -> Text:
        """The article's text: its parts, each a line that ends with a line break."""
        return Text.join("\n", (*(part.text for part in self.parts), Text.of("")))

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """Where each part stands in the text and on the page."""
        blocks, start = [], 0
        for part in self.parts:
            blocks.append(Block(part.role, start, start + len(part.text), part.source or part.text.source()))
            start += len(part.text) + 1
        return tuple(blocks)

    @property
    def headline(self) -> Headline:
        """What stands over the body."""
        return Headline(
            kicker=self._line(BlockRole.KICKER),
            title=self._line(BlockRole.TITLE),
            subtitle=self._line(BlockRole.SUBTITLE),
            series=self._line(BlockRole.SERIES),
        )

    def _line(self, role: BlockRole) -> str | None:
        return " ".join(str(part.text) for part in self.parts if part.role == role) or None


@dataclass(frozen=True)
class Cuttings:
    """A page cut up: its clippings in the order of the page, and the text that belongs to none of them."""

    clippings: tuple[Clipping, ...]
    furniture: tuple[Furniture, ...] = ()
    warnings: tuple[str, ...] = ()


CutPage: TypeAlias = tuple[Page, Cuttings]
"""A page, and how it is to be cut."""


@dataclass(frozen=True)
class Reading:
    """What has been understood of a clipping so far; each facts stage returns it with more in it."""

    clipping: Clipping
    mentions: tuple[Mention, ...] = ()
    persons: tuple[Person, ...] = ()
    events: tuple[Event, ...] = ()
    statistics: tuple[Statistic, ...] = ()
    statements: tuple[Statement, ...] = ()
    warnings: tuple[str, ...] = ()
