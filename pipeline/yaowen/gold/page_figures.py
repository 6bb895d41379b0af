"""The figures of gold pages as annotated paragraphs, to learn from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from yaowen.gold.annotated_figures import Paragraph, Pieces
from yaowen.schema import Article, Block, BlockRole, Document, Statistic

ELSEWHERE: Pieces = [""]
"""Words that do not stand in the paragraph."""


def read_documents(documents: Iterable[Document]) -> Iterator[Paragraph]:
    """The paragraphs of gold documents that have figures. Of what gold says in other words than theirs nothing is told."""
    for document in documents:
        date = document.publication.issue_date
        for article in document.articles:
            paragraphs = (block for block in article.blocks if block.role == BlockRole.PARAGRAPH)
            yield from filter(None, (_read_block(article, block, date) for block in paragraphs))


def _read_block(article: Article, block: Block, date: str | None) -> Paragraph | None:
    text = article.text[block.start : block.end]
    offsets = [offset for start, end in block.source for offset in range(start, end)]
    if len(offsets) != len(text):
        return None  # spaces were put in, so that offsets do not tell places
    places = {offset: place for place, offset in enumerate(offsets)}
    rows = []
    for statistic in article.statistics:
        first, last = statistic.source[0][0], statistic.source[-1][1] - 1
        if first in places and last in places:
            rows.append(_read_row(statistic, text, places[first], places[last] + 1))
    return Paragraph("pages", text, date, tuple(rows)) if rows else None


def _read_row(statistic: Statistic, text: str, start: int, end: int) -> dict[str, object]:
    return {
        "figure": [start, end],
        "indicator": _find(statistic.indicator, text, start),
        "scope": _find(statistic.scope.text, text, start) if statistic.scope else None,
        "period": _find(statistic.period.text, text, start) if statistic.period else None,
    }


def _find(wording: str | None, text: str, figure: int) -> Pieces:
    """Where the words stand that are nearest to the figure."""
    if not wording:
        return None
    starts = [match.start() for match in re.finditer(re.escape(wording), text)]
    if not starts:
        return ELSEWHERE
    start = min(starts, key=lambda start: abs(start - figure))
    return [[start, start + len(wording)]]
