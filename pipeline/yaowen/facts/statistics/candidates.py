"""A number that may be a figure, and the words round it that the rules of `digit_rules` and `han_rules` ask."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from yaowen.facts.numbers import NumberMatch
from yaowen.facts.statistics.lines import Line


@dataclass(frozen=True)
class Candidate:
    """A number where it stands in its line."""

    line: Line
    number: NumberMatch

    @property
    def text(self) -> str:
        """The line."""
        return self.line.text

    @property
    def end(self) -> int:
        """Where the number with its unit ends."""
        return self.number.end

    @cached_property
    def written(self) -> str:
        """The number with its unit, as it stands."""
        return self.text[self.number.start : self.number.end]

    @cached_property
    def before(self) -> str:
        """The 24 characters before."""
        return self.text[max(self.number.start - 24, 0) : self.number.start]

    @cached_property
    def after(self) -> str:
        """The 16 characters behind."""
        return self.text[self.number.end : self.number.end + 16]

    @cached_property
    def clause(self) -> str:
        """The clause up to the number."""
        return self.line.clause_before(self.number.start)

    @property
    def unit(self) -> str | None:
        """The unit as it is written: 亿元."""
        return self.number.unit

    @property
    def base(self) -> str:
        """The base unit: 元 of 亿元; empty where there is none."""
        return self.number.quantity.unit or ""

    @property
    def scaled(self) -> bool:
        """Whether the unit is a multiple of the base unit: 亿元, 万个."""
        return bool(self.unit) and self.unit != self.base
