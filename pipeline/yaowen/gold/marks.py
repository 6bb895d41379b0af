"""The inline form of a text: `p: [[周启明|PERSON]]是[[县长|ROLE]]。` is a paragraph with two mentions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from yaowen.schema import BlockRole, Label, Mention

SHORT: Mapping[str, BlockRole] = {"p": BlockRole.PARAGRAPH}
"""The prefixes that are not the name of their role."""

PREFIXES: Mapping[str, BlockRole] = {role.value: role for role in BlockRole if role not in SHORT.values()} | dict(SHORT)

CUT = "{|}"
"""Where a block goes on in another place of the page, and the sameness of two characters would mislead the search."""

_MARK = re.compile(r"\[\[([^|\[\]]+)\|([^|\[\]]+)(?:\|([^|\[\]]+))?\]\]")
_LINE = re.compile(r"\s*([a-z]+):[ \t]?(.*)", re.DOTALL)


@dataclass(frozen=True)
class Mark:
    """A mention in a line: `[start, end)` of the line without its marks."""

    start: int
    end: int
    label: Label
    canonical: str | None = None


@dataclass(frozen=True)
class Line:
    """A block as it was written: its pieces on the page, put together in `text`, and what is marked in it."""

    written: str
    role: BlockRole
    pieces: tuple[str, ...]
    marks: tuple[Mark, ...]

    @property
    def text(self) -> str:
        return "".join(self.pieces)


def parse_line(written: str) -> Line:
    """A block from its line. Raises `ValueError` that says what is wrong with the prefix or a mark."""
    match = _LINE.fullmatch(written)
    if not match or match[1] not in PREFIXES:
        raise ValueError(f"a line starts with one of {list(PREFIXES)} and a colon")
    pieces, marks, before = [], [], 0
    for piece in match[2].split(CUT):
        text, found = parse_marks(piece)
        pieces.append(text)
        marks += [Mark(before + mark.start, before + mark.end, mark.label, mark.canonical) for mark in found]
        before += len(text)
    return Line(written, PREFIXES[match[1]], tuple(pieces), tuple(marks))


def parse_marks(written: str) -> tuple[str, list[Mark]]:
    """A text without its marks, and what they mark. Raises `ValueError` where a mark is not closed or has no label of ours."""
    text, marks, position = "", [], 0
    for match in _MARK.finditer(written):
        text += written[position : match.start()]
        if match[2] not in set(Label):
            raise ValueError(f"{match[0]} has no label {match[2]!r}; choose from {[label.value for label in Label]}")
        marks.append(Mark(len(text), len(text) + len(match[1]), Label(match[2]), match[3]))
        text += match[1]
        position = match.end()
    text += written[position:]
    if "[[" in text or "]]" in text:
        raise ValueError("a mark is [[text|LABEL]] or [[text|LABEL|canonical]]; one of them is not closed")
    return text, marks


def write_line(role: BlockRole, text: str, start: int, mentions: Iterable[Mention]) -> str:
    """A block whose text stands at `start` of its article, with the mentions that lie in it."""
    prefix = next(prefix for prefix, named in PREFIXES.items() if named == role)
    written, position = "", 0
    for mention in mentions:
        if start <= mention.start and mention.end <= start + len(text):
            fields = [mention.text, mention.label.value, *([mention.canonical] if mention.canonical else [])]
            written += text[position : mention.start - start] + f"[[{'|'.join(fields)}]]"
            position = mention.end - start
    return f"{prefix}: {written}{text[position:]}"
