"""Articles parted by blank rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from yaowen.page import Clipping, Cuttings, Page, Paragraph, Part
from yaowen.schema import BlockRole


@dataclass(frozen=True)
class SegmentByGaps:
    """A new article begins where a short line without a full stop follows a blank row; that line is its title."""

    longest_title: int = 30

    def __call__(self, page: Page, paragraphs: Sequence[Paragraph]) -> Cuttings:
        articles: list[list[Part]] = []
        for paragraph in paragraphs:
            is_title = len(paragraph.text) <= self.longest_title and not str(paragraph.text).endswith(("。", "！", "？", "”"))
            if not articles or (is_title and paragraph.gap):
                articles.append([])
            role = BlockRole.TITLE if is_title and not articles[-1] else BlockRole.PARAGRAPH
            articles[-1].append(Part.of(role, paragraph.text))
        return Cuttings(tuple(Clipping(tuple(parts), publication=page.publication, home=page.home) for parts in articles))
