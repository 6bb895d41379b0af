"""Reading pages whose gold is known, with none, some or all of the early stages replaced by it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from enum import StrEnum

from yaowen.page import Clipping, Cuttings, Page
from yaowen.pipeline import Pipeline
from yaowen.record import clip, make_document
from yaowen.schema import Document, Mention


class Given(StrEnum):
    """What may be taken from gold, so that the later stages are judged by their own mistakes."""

    SEGMENTATION = "segmentation"
    MENTIONS = "mentions"


def predict(pipeline: Pipeline, gold: Document, page: Page, given: Collection[Given] = ()) -> Document:
    """What a pipeline reads of a page, with what is given taken from its gold."""
    if not given:
        return pipeline(page)
    page = pipeline.imprint(page)
    if Given.SEGMENTATION in given:
        clippings = tuple(clip(article, page.raw, page.publication, page.home) for article in gold.articles)
        cuttings = Cuttings(clippings, gold.furniture)
    else:
        cuttings = pipeline.segment(page, pipeline.dehyphenate(page))
    if Given.MENTIONS in given:
        mentions: Iterable[tuple[Mention, ...]] = place_mentions(gold, cuttings.clippings, page.raw)
    else:
        mentions = pipeline.find_entities(cuttings.clippings)
    return make_document(page, cuttings, map(pipeline.read_clipping, cuttings.clippings, mentions))


def place_mentions(gold: Document, clippings: Sequence[Clipping], raw: str) -> Iterator[tuple[Mention, ...]]:
    """The gold mentions in clippings that may be cut in another way; one that a cut goes through is left out."""
    mentions = [mention for article in gold.articles for mention in article.mentions]
    for clipping in clippings:
        position = {offset: index for index, offset in enumerate(clipping.text.offsets)}
        placed = []
        for mention in mentions:
            offsets = [offset for start, end in mention.source for offset in range(start, end) if not raw[offset].isspace()]
            indexes = [position.get(offset, -1) for offset in offsets]
            if indexes and indexes[0] >= 0 and indexes[-1] >= indexes[0]:
                start, end = indexes[0], indexes[-1] + 1
                inside = clipping.text.chars[start:end]
                if "\n" not in inside and "".join(inside.split()) == "".join(raw[offset] for offset in offsets):
                    placed.append(
                        Mention(mention.label, start, end, inside, clipping.text.source(start, end), mention.canonical)
                    )
        yield tuple(sorted(placed, key=lambda mention: mention.start))
