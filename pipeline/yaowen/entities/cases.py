"""A mention among its neighbours, and the kinds of rules that read it anew from how it is written."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import zip_longest
from typing import TypeAlias

from yaowen.page import Clipping
from yaowen.schema import Label, Mention

ANYTHING = re.compile("")
AROUND = 12
"""So many characters before a mention may decide what it is."""


@dataclass(frozen=True)
class Names:
    """What a page names: its people with how often each is found, those that a title stands before, and its places."""

    people: Mapping[str, int]
    titled: Set[str]
    places: Set[str]


@dataclass(frozen=True)
class Case:
    """A mention, those `above` it as they have been read anew, and the next ones as they were found."""

    clipping: Clipping
    mention: Mention
    above: Sequence[Mention]
    behind: Sequence[Mention]
    names: Names

    @property
    def chars(self) -> str:
        """The text of the clipping."""
        return self.clipping.text.chars

    @property
    def free(self) -> int:
        """Where the next mention begins."""
        return self.behind[0].start if self.behind else len(self.chars)

    @property
    def taken(self) -> int:
        """Where the mention above ends."""
        return self.above[-1].end if self.above else 0

    @property
    def is_home(self) -> bool:
        """Whether the paper or its area is named after it: 云岭, in 云岭日报."""
        named_after = (self.clipping.publication.name or "", self.clipping.home or "")
        return len(self.mention.text) > 1 and any(name.startswith(self.mention.text) for name in named_after)

    def touches(self, *labels: Label) -> bool:
        """Whether the mention above stands right before it and is such a one."""
        return bool(self.above) and self.taken == self.mention.start and self.above[-1].label in labels

    def leads(self, *labels: Label) -> bool:
        """Whether the next mention stands right behind it and is such a one."""
        return bool(self.behind) and self.free == self.mention.end and self.behind[0].label in labels

    def mark(self, start: int, end: int, label: Label | None = None) -> Mention:
        """A mention with the same label where none is given."""
        return Mention.at(self.clipping.text, start, end, label or self.mention.label)


Rule: TypeAlias = Callable[[Case], tuple[Mention, ...] | None]
"""What stands in the place of a mention; None where the rule has nothing to say."""


@dataclass(frozen=True)
class NoName:
    """Words that name nothing are left out."""

    words: re.Pattern[str]

    def __call__(self, case: Case) -> tuple[Mention, ...] | None:
        found = self.words.match(case.chars, case.mention.start)
        return () if found and found.end() == case.mention.end else None


@dataclass(frozen=True)
class Parts:
    """Of a mention that `whole` fits, and what stands around it, each group is a mention and the rest is none."""

    whole: re.Pattern[str]
    before: re.Pattern[str] = ANYTHING
    behind: re.Pattern[str] = ANYTHING
    into: tuple[Label, ...] = ()
    """What each group is, where it is not what the mention was."""

    def __call__(self, case: Case) -> tuple[Mention, ...] | None:
        found, mention = self.whole.fullmatch(case.mention.text), case.mention
        if (
            found is None
            or not self.behind.match(case.chars, mention.end)
            or not self.before.search(case.chars, max(mention.start - AROUND, 0), mention.start)
        ):
            return None
        parts = zip_longest(range(1, len(found.groups()) + 1), self.into, fillvalue=mention.label)
        at = mention.start
        return tuple(case.mark(at + found.start(part), at + found.end(part), label) for part, label in parts if found[part])


@dataclass(frozen=True)
class Longer:
    """To a mention that `whole` fits, and `before` what stands before it, belongs what `more` fits behind it."""

    whole: re.Pattern[str]
    more: re.Pattern[str]
    before: re.Pattern[str] = ANYTHING
    into: Label | None = None

    def __call__(self, case: Case) -> tuple[Mention, ...] | None:
        start, end = case.mention.start, case.mention.end
        fits = self.whole.fullmatch(case.mention.text) and self.before.search(case.chars, max(start - AROUND, 0), start)
        more = self.more.match(case.chars, end) if fits else None
        return (case.mark(start, more.end(), self.into),) if more and more.end() <= case.free else None
