"""Rows are joined until a sentence ends."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from yaowen.dehyphenate.joining import join_rows
from yaowen.page import Page, Paragraph
from yaowen.text import Text


@dataclass(frozen=True)
class JoinUnfinished:
    """A paragraph ends where a row ends with one of `ends`, and at every blank row."""

    ends: str = "。！？…”：；"

    def __call__(self, page: Page) -> tuple[Paragraph, ...]:
        return tuple(self._join(page))

    def _join(self, page: Page) -> Iterator[Paragraph]:
        rows: list[Text] = []
        gap = after_gap = False
        for row in (line.strip() for line in Text.of(page.raw).visible().split("\n")):
            if rows and (not row or str(rows[-1])[-1] in self.ends):
                yield Paragraph(join_rows(rows), tuple(rows), after_gap)
                rows = []
            if row and not rows:
                after_gap = gap
            if row:
                rows.append(row)
            gap = not row
        if rows:
            yield Paragraph(join_rows(rows), tuple(rows), after_gap)
