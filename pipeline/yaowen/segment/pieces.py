"""Pieces: paragraphs of a page, or parts of them, that do one thing each and may be put together to articles."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import Enum, auto
from math import log
from typing import Self

from yaowen.page import Box, Printed, Role
from yaowen.schema import BlockRole
from yaowen.sizes import are_upright
from yaowen.text import Text

LIKELY = 0.95
"""How likely a piece is at least to begin an article where its words say that it does."""


class Tie(Enum):
    """How a piece surely belongs to its body."""

    OPENS = auto()
    """A byline that shares the row of the paragraph below it, a headline over a stamp of the web."""
    CLOSES = auto()
    INSIDE = auto()


@dataclass(frozen=True)
class Piece:
    """A paragraph, or a part of one, that does one thing. `roles` says how likely it is to be what."""

    role: BlockRole
    text: Text
    gap: bool = False
    begins: float = 0.5
    roles: Mapping[Role, float] | None = None
    marks: int = 0
    """The depth of a Markdown heading."""
    bold: bool = False
    """Whether the whole row is bold, and no heading."""
    page: int | None = None
    """To or from which a jump line leads."""
    tie: Tie | None = None
    joins: float = 0.0
    """How likely the row looks to go on in the next."""
    rows: tuple[Piece, ...] = ()
    """Of a headline line of several rows, each for itself."""
    printed: tuple[Printed, ...] = ()
    """How its rows are printed, where that is known."""

    def likelihood(self, *roles: Role) -> float:
        """The logarithm of how likely it is to be one of the roles."""
        return log(max(sum(self.roles.get(role, 0.0) for role in roles), 1e-4)) if self.roles else log(0.5)

    @property
    def boxes(self) -> list[Box]:
        """Where its rows stand, as far as that is known."""
        return [row.box for row in self.printed if row.box]

    @property
    def size(self) -> float:
        """How large its largest row is; 0 where that is not known."""
        return max((row.size for row in self.printed), default=0.0)

    @property
    def is_upright(self) -> bool:
        """Whether its rows run from the top down."""
        return are_upright(self.printed)

    def as_subhead(self) -> Self:
        """The same line within an article."""
        return replace(self, role=BlockRole.SUBHEAD, rows=())
