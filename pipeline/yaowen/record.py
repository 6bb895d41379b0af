"""From what flows to what is written, and back."""

from __future__ import annotations

import hashlib
from array import array
from collections.abc import Iterable

from yaowen.page import HYPHENS, SOFT_HYPHEN, Clipping, Cuttings, Page, Part, Reading
from yaowen.schema import Article, Block, Document, Publication
from yaowen.text import INVISIBLE, NOWHERE, Text


def make_article(number: int, reading: Reading) -> Article:
    """The `number`-th article of its page, counted from 1."""
    clipping = reading.clipping
    return Article(
        article_id=f"a{number}",
        genre=clipping.genre,
        headline=clipping.headline,
        bylines=clipping.bylines,
        continued_on=clipping.continued_on,
        continued_from=clipping.continued_from,
        text=str(clipping.text),
        blocks=clipping.blocks,
        mentions=reading.mentions,
        persons=reading.persons,
        events=reading.events,
        statistics=reading.statistics,
        statements=reading.statements,
    )


def make_document(page: Page, cuttings: Cuttings, readings: Iterable[Reading]) -> Document:
    """What was read of a page, with the warnings of every stage."""
    readings = tuple(readings)
    return Document(
        doc_id=page.name,
        source_uri=page.uri,
        source_kind=page.kind,
        sha256=hash_text(page.raw),
        publication=page.publication,
        articles=tuple(make_article(number, reading) for number, reading in enumerate(readings, start=1)),
        furniture=cuttings.furniture,
        warnings=(
            *page.warnings,
            *cuttings.warnings,
            *(f"a{number}: {warning}" for number, reading in enumerate(readings, start=1) for warning in reading.warnings),
        ),
    )


def hash_text(raw: str) -> str:
    """The SHA-256 of a raw text in UTF-8; lone surrogates, which UTF-8 cannot hold, count as their three-byte forms."""
    return hashlib.sha256(raw.encode("utf-8", "surrogatepass")).hexdigest()


def clip(article: Article, raw: str, publication: Publication, home: str | None = None) -> Clipping:
    """The clipping that an article was made from: how gold segmentation is given to the later stages."""
    return Clipping(
        parts=tuple(
            Part.of(block.role, _block_text(article.text[block.start : block.end], block, raw)) for block in article.blocks
        ),
        genre=article.genre,
        bylines=article.bylines,
        continued_on=article.continued_on,
        continued_from=article.continued_from,
        publication=publication,
        home=home,
    )


def _block_text(chars: str, block: Block, raw: str) -> Text:
    places = [offset for start, end in block.source for offset in range(start, end)]
    written, offsets, used = "", array("q"), 0
    for char in chars:
        while used < len(places) and raw[places[used]] != char:
            if raw[places[used]] in HYPHENS and not char.isspace():  # multi-⏎modal reads multimodal
                written += SOFT_HYPHEN
                offsets.append(places[used])
            elif not (raw[places[used]].isspace() or INVISIBLE.match(raw[places[used]])):
                break
            used += 1  # padding that the source runs across
        # 卓然⏎石小满 reads 卓然 石小满: the space stands nowhere on the page.
        if used < len(places) and raw[places[used]] == char:
            offsets.append(places[used])
            used += 1
        else:
            offsets.append(NOWHERE)
        written += char
    return Text(written, offsets)
