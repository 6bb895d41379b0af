"""Rows are joined by what the columns of a page show: how wide they are set, where a row stops short, where a sentence ends."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from yaowen.page import Look, Page, Paragraph
from yaowen.rows import Row, look_at, read_rows
from yaowen.text import Text

LATIN_END = re.compile(r"[A-Za-z,.;:]$")
# 卓然 石小满 温立达⏎骆行舟 涂小青: two rows of one list of names.
NAMES = re.compile(r"[一-鿿·]{2,3}(?:[ \u3000]{1,4}[一-鿿·]{2,3})*$")
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
            if end == len(rows) or rows[end].marks or rows[end].set_in or looks[end - 1].joins < self.certainty:
                yield _paragraph(rows[start:end], tuple(looks[start:end]))
                start = end


def _paragraph(rows: Sequence[Row], looks: tuple[Look, ...]) -> Paragraph:
    lines = tuple(row.text for row in rows)
    return Paragraph(_join_lines(lines), lines, rows[0].gap, rows[0].marks, looks)


def _join_lines(lines: Sequence[Text]) -> Text:
    pieces = [lines[0]]
    for upper, lower in pairwise(lines):
        # Two Latin words that a row end parts need the space that stood there, and so do two names of a list.
        words = LATIN_END.search(upper.chars) and LATIN_START.match(lower.chars)
        if words or (" " in upper.chars and NAMES.match(upper.chars) and NAMES.match(lower.chars)):
            pieces.append(Text.inserted(" "))
        pieces.append(lower)
    return Text.join("", pieces)
