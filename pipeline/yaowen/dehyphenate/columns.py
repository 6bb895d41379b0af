"""Rows are joined by what the columns of a page show: how wide they are set, where a row stops short, where a sentence ends."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from yaowen.page import Look, Page, Paragraph
from yaowen.rows import Row, look_at, read_rows
from yaowen.text import Text

HYPHENATED = re.compile(r"[A-Za-z]-$")
LATIN_END = re.compile(r"[A-Za-z,.;:]$")
LATIN_START = re.compile(r"[A-Za-z]")


@dataclass(frozen=True)
class JoinColumns:
    """Joins the rows of columns into the paragraphs that the author wrote.

    Two rows are joined where it is at least this likely (`certainty`) that the upper one goes on in the lower.
    """

    certainty: float = 0.5

    def __call__(self, page: Page) -> tuple[Paragraph, ...]:
        rows = read_rows(page)
        return tuple(self._join(rows, look_at(page, rows)))

    def _join(self, rows: Sequence[Row], looks: Sequence[Look]) -> Iterator[Paragraph]:
        start = 0
        for end in range(1, len(rows) + 1):
            if end == len(rows) or looks[end - 1].joins < self.certainty or rows[end].marks:
                yield _paragraph(rows[start:end], tuple(looks[start:end]))
                start = end


def _paragraph(rows: Sequence[Row], looks: tuple[Look, ...]) -> Paragraph:
    lines = tuple(row.text for row in rows)
    return Paragraph(_join_lines(lines), lines, rows[0].gap, rows[0].marks, looks)


def _join_lines(lines: Sequence[Text]) -> Text:
    pieces = [lines[0]]
    for upper, lower in pairwise(lines):
        # Two Latin words that a row end parts need the space that stood there; a name such as Coca-Cola keeps its hyphen.
        if LATIN_END.search(upper.chars) and LATIN_START.match(lower.chars):
            pieces.append(Text.inserted(" "))
        pieces.append(lower)
    return Text.join("", pieces)
