"""A gold page as a person writes it becomes a document with exact offsets."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from functools import partial
from itertools import chain, pairwise
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from yaowen.errors import InputError, SchemaError, say_why
from yaowen.gold.align import Sheet
from yaowen.gold.marks import Line, Mark, parse_line
from yaowen.gold.passages import Passages
from yaowen.gold.tables import (
    check_keys,
    read_byline,
    read_day,
    read_event,
    read_list,
    read_persons,
    read_statement,
    read_statistic,
    read_tables,
    read_whole,
)
from yaowen.page import Clipping, Cuttings, Page, Part, Reading
from yaowen.record import make_document
from yaowen.schema import (
    BlockRole,
    Document,
    Furniture,
    FurnitureRole,
    Genre,
    Mention,
    Provenance,
    Publication,
    SourceKind,
    parse_document,
)
from yaowen.text import NOWHERE, Source, Text

PAGE_KEYS = {"raw", "source_kind", "publication", "articles", "furniture"}
ARTICLE_KEYS = {
    *("genre", "bylines", "continued_on", "continued_from", "text", "persons", "events", "statistics", "statements"),
}
PUBLICATION_KEYS = {field.name for field in fields(Publication)}
FURNITURE_KEYS = {"role", "text"}
CLAUSED = (BlockRole.KICKER, BlockRole.TITLE, BlockRole.SUBTITLE)
"""The lines of a headline that may have clauses."""

T = TypeVar("T")


@dataclass(frozen=True)
class Draft:
    """A gold page as it was written, which knows its lines."""

    path: Path
    written: str

    def fail(self, problem: object, near: str = "", article: int | None = None) -> InputError:
        """An error at the line where `near` first stands in the table of an article (counted from 0)."""
        lines = self.written.splitlines()
        starts = [number for number, line in enumerate(lines) if line.strip() == "[[articles]]"]
        first = starts[article] if article is not None and article < len(starts) else 0
        number = next((number for number in range(first, len(lines)) if near in lines[number]), first)
        return InputError(f"{self.path}:{number + 1}", str(problem))


def compile_gold(path: Path) -> Document:
    """The document that a gold page written as TOML describes; its raw text stands where `raw` says, seen from the file.

    Raises `InputError` that names file and line: where a block is not on the page, a quote not in its article, a mark or
    key is wrong, or a character of the page is in no block and no furniture.
    """
    try:
        draft = Draft(path, path.read_text("utf-8-sig"))
        tables = tomllib.loads(draft.written)
    except UnicodeDecodeError:
        raise InputError(str(path), "not UTF-8; save the gold page in that encoding") from None
    except (OSError, ValueError) as error:
        raise InputError(str(path), f"not a gold page ({say_why(error)})") from None
    page = _guard(draft, "raw", None, lambda: _read_page(draft, tables))
    articles, furniture = (_guard(draft, key, None, partial(read_tables, tables, key)) for key in ("articles", "furniture"))
    lines = [(number, line) for number, article in enumerate(articles) for line in _read_lines(draft, number, article)]
    rows = [
        (number, row.strip())
        for number, table in enumerate(furniture)
        for row in str(table.get("text", "")).splitlines()
        if row.strip()
    ]
    sheet = Sheet(page.raw)
    wanted = [Wanted(line.written, line.pieces, number) for number, line in lines]
    wanted += [Wanted(row, (row,)) for _, row in rows]
    places = iter(_find_places(draft, sheet, wanted))
    parts: list[list[tuple[Sequence[Mark], Part]]] = [[] for _ in articles]
    for number, line in lines:
        parts[number] += _part_clauses(line, next(places), page.raw)
    standing: list[Source] = [() for _ in furniture]
    for (number, _), place in zip(rows, places, strict=True):
        standing[number] += place.source()
    pieces = tuple(
        _guard(draft, "[[furniture]]", None, partial(_read_furniture, table, source))
        for table, source in zip(furniture, standing, strict=True)
    )
    if left := sheet.left():
        start, end = left[0]
        row = page.raw.count("\n", 0, start) + 1
        passage = page.raw[start:end][:20]
        raise draft.fail(f"{passage!r} on line {row} of {tables['raw']} is in no block and no furniture", "raw =")
    readings = [_read_article(draft, number, article, parts[number]) for number, article in enumerate(articles)]
    document = replace(make_document(page, Cuttings((), pieces), readings), doc_id=page.name)
    return _guard(draft, "", None, lambda: parse_document(document.to_json(ensure_ascii=False)))


class Wanted(NamedTuple):
    """What must stand on the page: the pieces of a line as it was written, and its article; furniture has none."""

    written: str
    pieces: tuple[str, ...]
    article: int | None = None


def _find_places(draft: Draft, sheet: Sheet, wanted: Sequence[Wanted]) -> list[Text]:
    """Where each stands. Raises `InputError` for what does not."""
    places: dict[int, Text] = {}
    ends: dict[int, list[int]] = defaultdict(list)

    def order(index: int) -> tuple[bool, int]:
        # A short line (刘某主持) may stand word for word inside a long one: what is long and whole finds its place first.
        words = "".join(wanted[index].pieces)
        return not sheet.has(words), -len(words)

    for index in sorted(range(len(wanted)), key=order):
        written, pieces, article = wanted[index]
        # Of two bylines of one wording, each belongs to the article that stands nearer.
        beside = () if article is None else tuple(ends[article])
        place = places[index] = _guard(draft, written, article, partial(sheet.take, pieces, beside))
        if article is not None:
            ends[article] += chain.from_iterable(place.source())
    return [places[index] for index in range(len(wanted))]


def _guard(draft: Draft, near: str, article: int | None, make: Callable[[], T]) -> T:
    try:
        return make()
    except KeyError as error:
        raise draft.fail(f"the key {error} is missing", near, article) from None
    except (ValueError, TypeError, SchemaError) as error:
        raise draft.fail(error, near, article) from None


def _read_page(draft: Draft, tables: Mapping[str, Any]) -> Page:
    check_keys(tables, PAGE_KEYS, "the file")
    raw = draft.path.parent / tables["raw"]
    publication = tables.get("publication", {})
    check_keys(publication, PUBLICATION_KEYS, "[publication]")
    details = {key: value for key, value in publication.items() if key != "provenance"}
    if "issue_date" in details:
        details["issue_date"] = _guard(draft, "issue_date", None, lambda: read_day(details["issue_date"]))
    given = publication.get("provenance", {})
    provenance = {key: Provenance(given.get(key, Provenance.TEXT)) for key in details}
    try:
        text = raw.read_text("utf-8-sig")
    except UnicodeDecodeError:
        raise ValueError(
            f"raw = {tables['raw']!r} is not UTF-8; `yaowen gold new` writes the text of the page beside it"
        ) from None
    except OSError as error:
        raise ValueError(f"raw = {tables['raw']!r} cannot be read ({say_why(error)})") from None
    return Page(
        name=raw.stem,
        raw=text,
        kind=SourceKind(tables["source_kind"]),
        publication=Publication(**details, provenance=provenance),
    )


def _read_lines(draft: Draft, number: int, article: Mapping[str, Any]) -> Iterator[Line]:
    text = _guard(draft, "[[articles]]", number, lambda: str(article["text"]))
    for written in text.splitlines():
        if written.strip():
            yield _guard(draft, written, number, partial(parse_line, written))


def _part_clauses(line: Line, placed: Text, raw: str) -> Iterator[tuple[Sequence[Mark], Part]]:
    """The blocks of a line, each with what is marked in it: a clause of a headline that begins a row is a block of its own."""
    starts = [0]
    for place, offset in enumerate(placed.offsets):
        if line.role in CLAUSED and offset == NOWHERE and "\n" in raw[placed.offsets[place - 1] : placed.offsets[place + 1]]:
            starts.append(place + 1)
    for start, following in pairwise((*starts, len(placed) + 1)):
        marks = [
            replace(mark, start=mark.start - start, end=mark.end - start)
            for mark in line.marks
            if start <= mark.start < following
        ]
        yield marks, Part.of(line.role, placed[start : following - 1])


def _read_furniture(table: Mapping[str, Any], source: Source) -> Furniture:
    check_keys(table, FURNITURE_KEYS, "[[furniture]]")
    return Furniture(FurnitureRole(table["role"]), source)


def _read_article(
    draft: Draft, number: int, article: Mapping[str, Any], parts: Sequence[tuple[Sequence[Mark], Part]]
) -> Reading:
    def guard(near: str, make: Callable[[], T]) -> T:
        return _guard(draft, near, number, make)

    guard("[[articles]]", lambda: check_keys(article, ARTICLE_KEYS, "[[articles]]"))
    bylines = guard("bylines", lambda: tuple(map(read_byline, read_list(article, "bylines"))))
    clipping = Clipping(
        parts=tuple(part for _, part in parts),
        genre=guard("genre", lambda: Genre(article.get("genre", Genre.NEWS))),
        bylines=bylines,
        continued_on=guard("continued_on", lambda: read_whole(article, "continued_on")),
        continued_from=guard("continued_from", lambda: read_whole(article, "continued_from")),
    )
    text = clipping.text
    mentions = tuple(
        replace(Mention.at(text, block.start + mark.start, block.start + mark.end, mark.label), canonical=mark.canonical)
        for (marks, _), block in zip(parts, clipping.blocks, strict=True)
        for mark in marks
    )
    passages = Passages(text, mentions)

    def facts(kind: str, read: Callable[[Mapping[str, Any], Passages], T]) -> tuple[T, ...]:
        rows = guard(kind, lambda: read_tables(article, kind, "articles."))
        return tuple(guard(_near(row), partial(read, row, passages)) for row in rows)

    reading = Reading(
        clipping,
        mentions,
        persons=guard("persons", lambda: tuple(read_persons(read_list(article, "persons"), bylines, passages))),
        events=facts("events", read_event),
        statistics=facts("statistics", read_statistic),
        statements=facts("statements", read_statement),
    )
    for statement in reading.statements:
        if statement.event is not None and not 0 <= statement.event < len(reading.events):
            raise draft.fail(f"the article has no event {statement.event}", f"event = {statement.event}", number)
    return reading


def _near(table: Mapping[str, Any]) -> str:
    """A line that the table surely has: that of its quote or first words."""
    for key in ("evidence", "quote", "from", "indicator", "speaker", "kind"):
        if isinstance(table.get(key), str):
            return f'{key} = "{table[key]}"'
    return "[[articles]]"
