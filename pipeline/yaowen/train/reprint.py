"""The articles of gold documents, to be set into pages again, in any layout."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from yaowen.datelines import OPENING
from yaowen.schema import Article, Block, BlockRole, Document, Genre
from yaowen.train.copy import Copy

SHORTEST = 25
"""A body of fewer characters, such as a notice of one row, says too little to be told from what stands beside it."""
RUNNING = (BlockRole.PARAGRAPH, BlockRole.SUBHEAD)


def reprint(documents: Iterable[Document]) -> Iterator[Copy]:
    """The articles of documents as their authors handed them in; a picture that stands in an article of its own is left out."""
    for document in documents:
        for article in document.articles:
            if copy := _make_copy(article):
                yield copy


def _make_copy(article: Article) -> Copy | None:
    held = (BlockRole.CAPTION,) if article.genre == Genre.CAPTION else RUNNING
    flow = [block for block in article.blocks if block.role in held]
    while flow and flow[-1].role == BlockRole.SUBHEAD:
        flow.pop()
    while flow and flow[0].role == BlockRole.SUBHEAD:
        del flow[0]
    body = tuple((block.role, _say(article, block)) for block in flow)
    if sum(len(text) for _, text in body) < SHORTEST:
        return None
    lead = signed = byline = None
    for block in article.blocks:
        if block.role == BlockRole.BYLINE:
            text = _say(article, block)
            if block.source[0] > flow[-1].source[0]:
                signed = text
            elif OPENING.match(text):
                lead = text
            else:
                byline = text
    return Copy(
        tuple(_say_all(article, BlockRole.TITLE)),
        body,
        article.genre,
        kicker=" ".join(_say_all(article, BlockRole.KICKER)) or None,
        subtitle=" ".join(_say_all(article, BlockRole.SUBTITLE)) or None,
        series=" ".join(_say_all(article, BlockRole.SERIES)) or None,
        byline=byline,
        lead=lead,
        signed=signed,
    )


def _say_all(article: Article, role: BlockRole) -> list[str]:
    return [_say(article, block) for block in article.blocks if block.role == role]


def _say(article: Article, block: Block) -> str:
    return article.text[block.start : block.end]
