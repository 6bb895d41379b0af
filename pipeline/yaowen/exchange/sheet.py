"""A sheet: an article's text with named spans, which is all that annotation tools know.

Whatever else a document holds travels with the sheet as its `memo`, a JSON value that tools keep and do not show, so that what
comes back is the same document with other mentions. A text that others annotated has no memo; it becomes a page of its own.
"""

from __future__ import annotations

import json
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise
from typing import Any

from yaowen.errors import InputError, SchemaError
from yaowen.record import clip, hash_text
from yaowen.schema import (
    Article,
    Block,
    BlockRole,
    Document,
    Genre,
    Headline,
    Label,
    Mention,
    Person,
    SourceKind,
    parse_document,
)
from yaowen.text import NOWHERE, Text

Labels = Mapping[str, Label | None]
"""What the labels of a tool mean; one that means nothing is left out."""


@dataclass(frozen=True)
class Span:
    """A named part of a text, `start` and `end` in code points. `canonical` is the full name, where the tool can hold it."""

    start: int
    end: int
    label: str
    canonical: str | None = None


@dataclass(frozen=True)
class Sheet:
    """A text with its spans, in order."""

    name: str
    text: str
    spans: tuple[Span, ...] = ()
    memo: Any = None


def make_sheets(document: Document, raw: str | None = None) -> Iterator[Sheet]:
    """A sheet for each article of a document.

    Raises `InputError` where only the raw text could tell where a character of the article stands.
    """
    head = json.loads(replace(document, articles=()).to_json(ensure_ascii=False))
    for article in document.articles:
        text = _locate(article, document, raw)
        memo = {
            "document": head,
            "article": json.loads(replace(article, text="").to_json(ensure_ascii=False)),
            "offsets": _runs(text.offsets),
            "sha256": hash_text(article.text),
        }
        spans = (Span(mention.start, mention.end, str(mention.label), mention.canonical) for mention in article.mentions)
        yield Sheet(f"{document.doc_id}/{article.article_id}", article.text, tuple(spans), memo)


def _locate(article: Article, document: Document, raw: str | None) -> Text:
    """The article's text with the place of each of its characters on the page."""
    offsets = array("q", [NOWHERE]) * len(article.text)
    parts = clip(article, raw, document.publication).parts if raw is not None else ()
    for number, block in enumerate(article.blocks):
        places = array("q", (place for start, end in block.source for place in range(start, end)))
        if parts:
            offsets[block.start : block.end] = parts[number].text.offsets
        elif len(places) == block.end - block.start:
            offsets[block.start : block.end] = places
        else:
            problem = f"the text of block {number} of {article.article_id} is not as long as its source; give --raw PAGES"
            raise InputError(document.doc_id, problem)
    return Text(article.text, offsets)


def _runs(offsets: Sequence[int]) -> list[list[int]]:
    """Where characters stand on the page, as `[position in the text, offset, length]` of each run."""
    runs: list[list[int]] = []
    for position, offset in enumerate(offsets):
        if offset == NOWHERE:
            continue
        if runs and position == runs[-1][0] + runs[-1][2] and offset == runs[-1][1] + runs[-1][2]:
            runs[-1][2] += 1
        else:
            runs.append([position, offset, 1])
    return runs


def make_documents(sheets: Iterable[Sheet], labels: Labels | None = None) -> Iterator[Document]:
    """The documents that sheets belong to, with the mentions that the sheets have now.

    Sheets of one document stand together. Raises `InputError` that names the sheet where a span or the memo is not sound.
    """
    labels = labels or {}
    for name, group in groupby(sheets, key=_document_name):
        members = list(group)
        if name is None:
            yield from (_make_page(sheet, labels) for sheet in members)
            continue
        articles = tuple(_make_article(sheet, labels) for sheet in members)
        yield replace(_parse(members[0].name, members[0].memo["document"]), articles=articles)


def _document_name(sheet: Sheet) -> str | None:
    if sheet.memo is None:
        return None
    try:
        return f"{sheet.memo['document']['doc_id']} {sheet.memo['document']['sha256']}"
    except (TypeError, KeyError):
        raise _changed(sheet.name) from None


def _changed(name: str, why: str = "") -> InputError:
    return InputError(name, f"what yaowen put with the text was changed by the tool{why}; export it again")


def _parse(name: str, head: Any) -> Document:
    try:
        return parse_document(json.dumps(head, ensure_ascii=False))
    except SchemaError as error:
        raise _changed(name, f" ({error})") from None


def _make_article(sheet: Sheet, labels: Labels) -> Article:
    try:
        head = {**sheet.memo["document"], "articles": [sheet.memo["article"]]}
        runs, digest = [(int(a), int(b), int(c)) for a, b, c in sheet.memo["offsets"]], sheet.memo["sha256"]
    except (TypeError, KeyError, ValueError):
        raise _changed(sheet.name) from None
    (article,) = _parse(sheet.name, head).articles
    if hash_text(sheet.text) != digest:
        raise InputError(sheet.name, "the text was changed in the tool, so that its spans have no place; export it again")
    offsets = array("q", [NOWHERE]) * len(sheet.text)
    for position, offset, length in runs:
        if min(position, offset, length) < 0 or position + length > len(offsets):
            raise _changed(sheet.name)
        offsets[position : position + length] = array("q", range(offset, offset + length))
    mentions = _make_mentions(sheet, Text(sheet.text, offsets), article.mentions, labels)
    return replace(
        article, text=sheet.text, mentions=mentions, persons=tuple(_renumber(article.persons, article.mentions, mentions))
    )


def _make_page(sheet: Sheet, labels: Labels) -> Document:
    """A page of one article, each of its lines a paragraph."""
    blocks, start = [], 0
    for line in sheet.text.split("\n"):
        if line.strip():
            blocks.append(Block(BlockRole.PARAGRAPH, start, start + len(line), ((start, start + len(line)),)))
        start += len(line) + 1
    mentions = _make_mentions(sheet, Text.of(sheet.text), (), labels)
    article = Article("a1", Genre.NEWS, Headline(), text=sheet.text, blocks=tuple(blocks), mentions=mentions)
    return Document(sheet.name, SourceKind.WEB_TEXT, hash_text(sheet.text), articles=(article,))


def _make_mentions(sheet: Sheet, text: Text, known: Iterable[Mention], labels: Labels) -> tuple[Mention, ...]:
    """Mentions at the spans; one that was there before keeps what the tool could not hold."""
    before = {(mention.start, mention.end, mention.label): mention for mention in known}
    if wrong := [span for span in sheet.spans if not isinstance(span.start, int) or not isinstance(span.end, int)]:
        raise InputError(sheet.name, f"a span from {wrong[0].start!r} to {wrong[0].end!r}; they must be whole numbers")
    mentions = []
    for span in sorted(sheet.spans, key=lambda span: (span.start, span.end)):
        label = _read_label(sheet, span, labels)
        if label is None:
            continue
        if not 0 <= span.start < span.end <= len(text):
            raise InputError(sheet.name, f"a span from {span.start} to {span.end} in a text of {len(text)} characters")
        mention = before.get((span.start, span.end, label)) or Mention.at(text, span.start, span.end, label)
        mentions.append(replace(mention, canonical=span.canonical or mention.canonical))
    for one, other in pairwise(mentions):
        if other.start < one.end:
            raise InputError(sheet.name, f"{one.text!r} and {other.text!r} overlap at {other.start}; mentions must not")
    return tuple(mentions)


def _read_label(sheet: Sheet, span: Span, labels: Labels) -> Label | None:
    if span.label in labels:
        return labels[span.label]
    if span.label in list(Label):
        return Label(span.label)
    problem = f"label {span.label!r} is none of {', '.join(Label)}; say what it means: --labels {span.label}=PERSON"
    raise InputError(sheet.name, f"{problem}, or {span.label}= to leave it out")


def _renumber(persons: Iterable[Person], before: Sequence[Mention], after: Sequence[Mention]) -> Iterator[Person]:
    """The persons with the indexes that their mentions have now; one that is gone is left out."""
    places = {(mention.start, mention.end, mention.label): index for index, mention in enumerate(after)}
    for person in persons:
        old = [before[index] for index in person.mentions if index < len(before)]
        keys = [(mention.start, mention.end, mention.label) for mention in old]
        yield replace(person, mentions=tuple(places[key] for key in keys if key in places))
