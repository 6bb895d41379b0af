"""Text that remembers where on the page each of its characters stood.

A passage of a newspaper is cut, joined, stripped of spaces and put into a new order before it reads well. `Text` carries
the raw offset of every character through all of that, so that what is found in it can always be shown on the page.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain

Source = tuple[tuple[int, int], ...]
"""Where a passage stands: `[start, end)` pairs of code points in the raw input, in the order in which they are read."""

INVISIBLE = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]+")
"""Characters that show nothing and are no white space, as browsers and programs for layout leave them between others."""

NOWHERE = -1
"""The offset of a character that the page does not hold (a space put between two names that a line break parted)."""


def quote(raw: str, source: Source) -> str:
    """The pieces of `raw` that a source names, put together."""
    return "".join(raw[start:end] for start, end in source)


def source_of(offsets: Iterable[int]) -> Source:
    """The source of characters by their offsets, in the order in which they are read; what stands nowhere is left out."""
    pairs: list[tuple[int, int]] = []
    for offset in offsets:
        if offset == NOWHERE:
            continue
        if pairs and pairs[-1][1] == offset:
            pairs[-1] = (pairs[-1][0], offset + 1)
        else:
            pairs.append((offset, offset + 1))
    return tuple(pairs)


@dataclass(frozen=True, slots=True)
class Text:
    """A string whose characters know their offsets in the raw input. Slice it, add it, join it: the offsets follow."""

    chars: str
    offsets: array[int] = field(repr=False)

    def __post_init__(self) -> None:
        if len(self.chars) != len(self.offsets):
            raise ValueError(f"{len(self.chars)} characters but {len(self.offsets)} offsets")

    @classmethod
    def of(cls, raw: str, start: int = 0, end: int | None = None) -> Text:
        """The passage `raw[start:end]` of a page."""
        end = len(raw) if end is None else end
        return cls(raw[start:end], array("q", range(start, end)))

    @classmethod
    def inserted(cls, chars: str) -> Text:
        """Characters that stand nowhere on the page."""
        return cls(chars, array("q", [NOWHERE]) * len(chars))

    @classmethod
    def join(cls, separator: str, parts: Iterable[Text]) -> Text:
        """The parts one after the other; the separator stands nowhere on the page."""
        glue = cls.inserted(separator)
        pieces = list(chain.from_iterable((glue, part) for part in parts))[1:]
        offsets = array("q")
        for piece in pieces:
            offsets.extend(piece.offsets)
        return cls("".join(piece.chars for piece in pieces), offsets)

    def __str__(self) -> str:
        return self.chars

    def __len__(self) -> int:
        return len(self.chars)

    def __iter__(self) -> Iterator[str]:
        return iter(self.chars)

    def __getitem__(self, part: int | slice) -> Text:
        if isinstance(part, slice):
            return Text(self.chars[part], self.offsets[part])
        return Text(self.chars[part], array("q", [self.offsets[part]]))

    def __add__(self, other: Text) -> Text:
        return Text(self.chars + other.chars, self.offsets + other.offsets)

    def __hash__(self) -> int:
        return hash((self.chars, self.offsets[0] if self.offsets else NOWHERE))

    def strip(self) -> Text:
        """Without the white space at both ends."""
        start = len(self.chars) - len(self.chars.lstrip())
        return self[start : len(self.chars.rstrip())] if start < len(self.chars) else self[:0]

    def visible(self) -> Text:
        """Without characters that show nothing."""
        return self.without(INVISIBLE)

    def without(self, pattern: str | re.Pattern[str]) -> Text:
        """What is left when every match of the pattern is cut out."""
        kept, position = [], 0
        for match in re.finditer(pattern, self.chars):
            kept.append(self[position : match.start()])
            position = match.end()
        return Text.join("", [*kept, self[position:]]) if kept else self

    def split(self, pattern: str | re.Pattern[str]) -> list[Text]:
        """The pieces between the matches of the pattern, empty ones included."""
        pieces, position = [], 0
        for match in re.finditer(pattern, self.chars):
            pieces.append(self[position : match.start()])
            position = match.end()
        return [*pieces, self[position:]]

    def source(self, start: int = 0, end: int | None = None) -> Source:
        """Where the passage `[start, end)` of this text stands in the raw input; inserted characters are left out."""
        return source_of(self.offsets[start:end])
