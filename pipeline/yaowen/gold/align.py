"""Finds the place of a block on its page, whatever the layout did to it."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections.abc import Collection, Iterable, Sequence

from yaowen.page import HYPHENS, SOFT_HYPHEN
from yaowen.text import NOWHERE, Source, Text, source_of

TAKEN = "\0"


class Sheet:
    """A raw page of which each character but white space can be given away once."""

    def __init__(self, raw: str) -> None:
        self.raw = raw
        self._offsets = [offset for offset, char in enumerate(raw) if not char.isspace()]
        self._free = "".join(raw.split())

    def has(self, text: str) -> bool:
        """Whether the text stands in one piece in what is left, but for white space."""
        return "".join(text.split()) in self._free

    def take(self, pieces: Sequence[str], beside: Collection[int] = ()) -> Text:
        """Gives away the place where the pieces stand, and where one does not stand whole, its longest beginnings.

        Of several places it is the one nearest to one of the offsets `beside`, or else the first.
        Raises `ValueError` that quotes what is nowhere in what is left of the page.
        """
        near = [bisect_left(self._offsets, offset) for offset in beside]
        places = [place for piece in pieces for place in self._take("".join(piece.split()), near)]
        return self._lay("".join(pieces), places)

    def left(self) -> Source:
        """The runs of characters that were not given away."""
        return source_of(offset for offset, char in zip(self._offsets, self._free, strict=True) if char != TAKEN)

    def _take(self, wanted: str, near: Collection[int]) -> Iterable[int]:
        while wanted:
            length = self._longest(wanted)
            if length < min(2, len(wanted)):
                raise ValueError(f"the page has no more {wanted[:12]!r}")
            start = self._find(wanted[:length], near)
            self._free = self._free[:start] + TAKEN * length + self._free[start + length :]
            end = start + length
            yield from self._offsets[start:end]
            wanted = wanted[length:]
            # multi-⏎modal is written multimodal: the hyphen goes with the word.
            if wanted and self._free[end : end + 1] in HYPHENS and self._free.startswith(wanted[:2], end + 1):
                self._free = self._free[:end] + TAKEN + self._free[end + 1 :]
                yield self._offsets[end]

    def _find(self, wanted: str, near: Collection[int]) -> int:
        found = [match.start() for match in re.finditer(f"(?={re.escape(wanted)})", self._free)]
        return min(found, key=lambda start: min((max(start - place, place - start - len(wanted)) for place in near), default=0))

    def _longest(self, wanted: str) -> int:
        if wanted in self._free:
            return len(wanted)
        found, missing = 0, len(wanted)
        while missing - found > 1:
            middle = (found + missing) // 2
            if wanted[:middle] in self._free:
                found = middle
            else:
                missing = middle
        return found

    def _lay(self, text: str, places: Sequence[int]) -> Text:
        written, offsets, rest, last = "", array("q"), iter(places), NOWHERE
        for char in text:
            if char.isspace():
                # The space between two headline clauses may stand on the page, or stand for its line end.
                beside = last + 1
                stands = last != NOWHERE and self.raw[beside : beside + 1] == char
                offsets.append(beside if stands else NOWHERE)
                last = beside if stands else last
            else:
                last = next(rest)
                if self.raw[last] != char:
                    written += SOFT_HYPHEN
                    offsets.append(last)
                    last = next(rest)
                offsets.append(last)
            written += char
        return Text(written, offsets)
