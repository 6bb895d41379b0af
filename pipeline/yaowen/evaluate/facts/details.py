"""How well what a page says of itself, genres and authors were read."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import fields

from yaowen.evaluate.facts.slots import Slot, count_slots, score_set
from yaowen.evaluate.match import fold
from yaowen.evaluate.tally import Sides, Tally
from yaowen.schema import Article, BlockRole, Publication
from yaowen.text import Source


def score_details(sides: Sides, tally: Tally) -> None:
    """What the page says of itself, and the genre and authors of each article."""
    left, right = sides.gold.document.publication, sides.found.document.publication
    told = (name for name in PUBLICATION if getattr(left, name) is not None)
    count_slots(tally, "publication", (Slot.of(name, getattr(left, name), getattr(right, name)) for name in told), (), ())
    for here, there in sides.counterparts.items():
        gold, found = sides.gold.articles[here], sides.found.articles[there]
        sources = gold.blocks[0].source, found.blocks[0].source
        slots = (
            Slot.of(name, getattr(gold, name), getattr(found, name)) for name in ("genre", "continued_on", "continued_from")
        )
        count_slots(tally, "articles", slots, *sources)
        score_set(tally, "articles.bylines", _bylines(gold), _bylines(found))


PUBLICATION = tuple(field.name for field in fields(Publication) if field.name != "provenance")
"""What a page can say of its paper; where gold has nothing, it was not annotated and is not scored."""


def _bylines(article: Article) -> dict[Hashable, tuple[str, Source]]:
    return {
        (fold(item.outlet), fold(item.role), fold(item.name)): (
            " ".join(part for part in (item.outlet, item.role, item.name) if part),
            _find_byline(article, item.name or item.role or ""),
        )
        for item in article.bylines
    }


def _find_byline(article: Article, words: str) -> Source:
    """Where an author is named: in a byline, else in the first block with the name (本报讯（记者张琦）opens a paragraph)."""
    blocks = sorted(article.blocks, key=lambda block: block.role != BlockRole.BYLINE)
    named = (block.source for block in blocks if words in article.text[block.start : block.end])
    return next(named, ())
