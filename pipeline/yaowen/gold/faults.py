"""What is wrong with a gold document: marks that do not stand where they say, so that no reading could be right."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from yaowen.schema import Article, Document
from yaowen.text import Source, quote


def find_faults(document: Document, raw: str) -> Iterator[str]:
    """Each fault in words, with the article it is in.

    A source names places of the raw input, which hold what is quoted but for blanks; indexes name what is there.
    """
    for article in document.articles:
        for problem in _find_in(article, raw):
            yield f"{article.article_id}: {problem}"
    for furniture in document.furniture:
        if not _inside(furniture.source, raw):
            yield f"furniture: {_beyond(furniture.source, raw)}"


def _find_in(article: Article, raw: str) -> Iterator[str]:
    for block in article.blocks:
        yield from _check(block.role, article.text[block.start : block.end], block.source, raw, exact=False)
    for mention in article.mentions:
        yield from _check(mention.label, mention.text, mention.source, raw)
        if (there := article.text[mention.start : mention.end]) != mention.text:
            yield f"{mention.label} {mention.text!r}: its start and end give {there[:20]!r}"
    for one, other in pairwise(sorted(article.mentions, key=lambda mention: mention.start)):
        if other.start < one.end:
            yield f"{other.label} {other.text!r}: begins within {one.label} {one.text!r}"
    for kind in ("events", "statistics", "statements"):
        for fact in getattr(article, kind):
            yield from _check(kind, fact.quote, fact.source, raw, exact=bool(fact.quote))
    for person in article.persons:
        if any(not 0 <= index < len(article.mentions) for index in person.mentions):
            yield f"persons {person.name!r}: there is no mention {max(person.mentions)}; there are {len(article.mentions)}"
    for statement in article.statements:
        if statement.event is not None and not 0 <= statement.event < len(article.events):
            yield f"statements {statement.quote[:20]!r}: there is no event {statement.event}; there are {len(article.events)}"


def _check(what: str, text: str, source: Source, raw: str, *, exact: bool = True) -> Iterator[str]:
    if not _inside(source, raw):
        yield f"{what} {text[:20]!r}: {_beyond(source, raw)}"
    elif exact and _ink(there := quote(raw, source)) != _ink(text):
        yield f"{what} {text[:20]!r}: its source gives {there[:20]!r}"


def _inside(source: Source, raw: str) -> bool:
    return all(0 <= start < end <= len(raw) for start, end in source)


def _beyond(source: Source, raw: str) -> str:
    wrong = next(list(pair) for pair in source if not _inside((pair,), raw))
    return f"its source {wrong} is no passage of a page of {len(raw):,} characters"


def _ink(text: str) -> str:
    return "".join(text.split())
