"""What grows while a page is set: its raw text, its articles and their parts."""

from __future__ import annotations

from array import array
from dataclasses import dataclass, field

from yaowen.page import Clipping, Part
from yaowen.schema import BlockRole, Genre
from yaowen.segment.body import MARK
from yaowen.text import Text
from yaowen.train.copy import Copy


@dataclass
class Draft:
    """A part while it is being set: its characters and where they came to stand."""

    role: BlockRole
    chars: list[str] = field(default_factory=list)
    offsets: list[int] = field(default_factory=list)

    @property
    def mark(self) -> Text:
        """The mark that opens a brief, which is no part of what it says."""
        said = self._read()
        mark = MARK.match(said.chars) if self.role == BlockRole.PARAGRAPH else None
        return said[: mark.end() if mark else 0].strip()

    def finish(self) -> Part:
        """The part, without the spaces at its ends and the mark that opens it."""
        return Part(self.role, self._read()[len(self.mark) :].strip())

    def _read(self) -> Text:
        return Text("".join(self.chars), array("q", self.offsets)).strip()


@dataclass
class Sheet:
    """The raw text as it grows."""

    pieces: list[str] = field(default_factory=list)
    length: int = 0

    @property
    def raw(self) -> str:
        """All that has been written."""
        return "".join(self.pieces)

    def put(self, chars: str) -> tuple[int, int]:
        """Writes characters; where they stand."""
        self.pieces.append(chars)
        start, self.length = self.length, self.length + len(chars)
        return start, self.length

    def set(self, chars: str, draft: Draft) -> None:
        """Writes characters that belong to a part."""
        start, end = self.put(chars)
        draft.chars.extend(chars)
        draft.offsets.extend(range(start, end))


@dataclass
class Story:
    """An article on its way onto the page, with its parts in reading order of the groups."""

    copy: Copy
    heads: list[Draft] = field(default_factory=list)
    flow: list[Draft] = field(default_factory=list)
    continued_on: int | None = None
    continued_from: int | None = None
    genre: Genre = Genre.NEWS
    width: int = 16
    is_snug: bool = False
    """Whether a line of the title is just as wide as the columns."""

    def begin(self, role: BlockRole) -> Draft:
        """The next part of the body."""
        draft = Draft(role)
        self.flow.append(draft)
        return draft

    def begin_heads(self) -> None:
        """A part for every line of the headline."""
        copy = self.copy
        self.heads = [
            *([Draft(BlockRole.SERIES)] if copy.series else []),
            *([Draft(BlockRole.KICKER)] if copy.kicker else []),
            *(Draft(BlockRole.TITLE) for _ in copy.title),
            *([Draft(BlockRole.SUBTITLE)] if copy.subtitle else []),
            *([Draft(BlockRole.BYLINE)] if copy.byline else []),
        ]

    def break_head(self, draft: Draft) -> Draft:
        """A part of the same role that follows one of the headline."""
        place = next(place for place, known in enumerate(self.heads, start=1) if known is draft)
        clause = Draft(draft.role)
        self.heads.insert(place, clause)
        return clause

    def head_lines(self) -> list[tuple[Draft, str]]:
        """The lines of the headline, each with its part."""
        copy, titles = self.copy, iter(self.copy.title)
        others = {
            BlockRole.SERIES: copy.series,
            BlockRole.KICKER: copy.kicker,
            BlockRole.SUBTITLE: copy.subtitle,
            BlockRole.BYLINE: copy.byline,
        }
        return [(draft, others.get(draft.role) or next(titles)) for draft in self.heads]

    def clip(self) -> Clipping:
        """The gold clipping."""
        order = list(BlockRole)
        heads = sorted(self.heads, key=lambda draft: order.index(draft.role))
        first = [draft for draft in self.flow[:1] if draft.role == BlockRole.JUMP and self.continued_from]
        later = self.flow[len(first) :]
        bylines = [draft for draft in later if draft.role == BlockRole.BYLINE]
        rest = [draft for draft in later if draft.role != BlockRole.BYLINE]
        parts = [draft.finish() for draft in (*first, *heads, *bylines, *rest) if draft.chars]
        return Clipping(tuple(parts), self.genre, (), self.continued_on, self.continued_from)
