"""How the lines between two bodies may be shared out, and where the headlines of a page may stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from yaowen.schema import BlockRole
from yaowen.segment.apart import LINE_STRAY, Elsewhere
from yaowen.segment.pieces import Piece
from yaowen.segment.row_words import is_label

NOWHERE_ELSE = Elsewhere()


@dataclass(frozen=True)
class Given:
    """What a body is given by lines: a headline, the name of its author."""

    title: bool = False
    author: bool = False

    @classmethod
    def of(cls, lines: Sequence[Piece]) -> Given:
        """Names with no title over them are those at the end of a body, and give no author to it."""
        first = next((number for number, line in enumerate(lines) if line.role != BlockRole.BYLINE), None)
        title = any(line.role != BlockRole.BYLINE and not is_label(line.text.chars) for line in lines)
        return cls(title, first is not None and any(line.role == BlockRole.BYLINE for line in lines[first:]))


Cut = tuple[int, int]
"""The lines before the first place go to the body above, those from the second on to the body below, the rest elsewhere."""


@dataclass(frozen=True)
class Choice:
    """Where a run is cut (nowhere: the article goes on), what that costs, and what it gives to the bodies on either side."""

    cut: Cut | None
    cost: float
    above: Given = Given()
    below: Given = Given()
    elsewhere: Elsewhere = NOWHERE_ELSE


@dataclass(frozen=True)
class Hopes:
    """What is hoped of lines that stand apart before they are shared out: bodies that they claim, or that none is theirs."""

    claimed: frozenset[int] = frozenset()
    none: bool = False

    def weigh(self, choice: Choice) -> float:
        """What it may cost that lines of a run stand apart."""
        if self.none and choice.cut:
            return LINE_STRAY * (choice.cut[1] - choice.cut[0])
        return choice.elsewhere.cost


@dataclass(frozen=True)
class Way:
    """Where the headlines of a page stand: what it costs that one stands elsewhere, or a body has none."""

    before: float
    behind: float
    apart: float
    all: float = 0.0

    def weigh(self, choice: Choice) -> float:
        """What it costs to share a run out so on such a page."""
        cost = choice.above.title * self.behind + choice.below.title * self.before
        return cost + self.apart if choice.cut and choice.cut[0] < choice.cut[1] else cost


WAYS = (
    Way(before=2.5, behind=0.0, apart=1.5),
    Way(before=0.0, behind=2.5, apart=1.5),
    # All stand apart, next to none beside its body; they are given out afterwards.
    Way(before=10.0, behind=10.0, apart=0.0, all=0.5),
)


@dataclass(frozen=True)
class Trail:
    """How the last run was cut, and the way that led there: kept in common, so that long pages cost no more a run."""

    before: Trail | None
    choice: Choice

    def walk(self) -> Iterator[Choice]:
        """From the last run to the first."""
        step: Trail | None = self
        while step:
            yield step.choice
            step = step.before
