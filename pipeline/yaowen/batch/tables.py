"""Documents as flat tables: one row a document, article, mention, post, event, participant, statistic or statement.

`COLUMNS` is the codebook. Every row carries `document`, the key of its document, and where it belongs to an article
`article`, the key of that; keys are made of the document's id and the position in the document, so that the same reading gives
the same keys. `source` is the evidence: `start-end` pairs of code points of the raw input, parted by commas.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import Any

Row = tuple[Any, ...]

COLUMNS: Mapping[str, Mapping[str, str]] = {
    "documents": {
        "document": "VARCHAR",
        "source_uri": "VARCHAR",
        "source_kind": "VARCHAR",
        "sha256": "VARCHAR",
        "publication": "VARCHAR",
        "issue_date": "VARCHAR",
        "issue_number": "BIGINT",
        "page_number": "BIGINT",
        "page_name": "VARCHAR",
        "articles": "BIGINT",
        "warnings": "VARCHAR",
    },
    "articles": {
        "article": "VARCHAR",
        "document": "VARCHAR",
        "genre": "VARCHAR",
        "series": "VARCHAR",
        "kicker": "VARCHAR",
        "title": "VARCHAR",
        "subtitle": "VARCHAR",
        "bylines": "VARCHAR",
        "continued_on": "BIGINT",
        "continued_from": "BIGINT",
        "text": "VARCHAR",
    },
    "mentions": {
        "mention": "VARCHAR",
        "article": "VARCHAR",
        "document": "VARCHAR",
        "label": "VARCHAR",
        "text": "VARCHAR",
        "canonical": "VARCHAR",
        "start": "BIGINT",
        "end": "BIGINT",
        "source": "VARCHAR",
    },
    "persons_posts": {
        "person": "VARCHAR",
        "article": "VARCHAR",
        "document": "VARCHAR",
        "name": "VARCHAR",
        "org": "VARCHAR",
        "role": "VARCHAR",
        "quote": "VARCHAR",
        "source": "VARCHAR",
    },
    "events": {
        "event": "VARCHAR",
        "article": "VARCHAR",
        "document": "VARCHAR",
        "kind": "VARCHAR",
        "name": "VARCHAR",
        "status": "VARCHAR",
        "date": "VARCHAR",
        "date_start": "VARCHAR",
        "date_end": "VARCHAR",
        "places": "VARCHAR",
        "format": "VARCHAR",
        "organisers": "VARCHAR",
        "groups": "VARCHAR",
        "quote": "VARCHAR",
        "source": "VARCHAR",
    },
    "participants": {
        "participant": "VARCHAR",
        "event": "VARCHAR",
        "article": "VARCHAR",
        "document": "VARCHAR",
        "person": "VARCHAR",
        "name": "VARCHAR",
        "part": "VARCHAR",
        "posts": "VARCHAR",
    },
    "statistics": {
        "statistic": "VARCHAR",
        "article": "VARCHAR",
        "document": "VARCHAR",
        "indicator": "VARCHAR",
        "value": "DOUBLE",
        "unit": "VARCHAR",
        "base_value": "DOUBLE",
        "base_unit": "VARCHAR",
        "comparator": "VARCHAR",
        "measure": "VARCHAR",
        "direction": "VARCHAR",
        "basis": "VARCHAR",
        "scope": "VARCHAR",
        "scope_canonical": "VARCHAR",
        "period": "VARCHAR",
        "period_start": "VARCHAR",
        "period_end": "VARCHAR",
        "quote": "VARCHAR",
        "evidence": "VARCHAR",
        "source": "VARCHAR",
    },
    "statements": {
        "statement": "VARCHAR",
        "article": "VARCHAR",
        "document": "VARCHAR",
        "speaker": "VARCHAR",
        "cue": "VARCHAR",
        "event": "VARCHAR",
        "quote": "VARCHAR",
        "start": "BIGINT",
        "end": "BIGINT",
        "source": "VARCHAR",
    },
}
"""The columns of each table, in order, with their SQL types. Dates are ISO 8601 texts, since a year may be open (`--10-12`)."""


def make_rows(document: Mapping[str, Any]) -> Iterator[tuple[str, Row]]:
    """The rows of one document (as JSON gives it), each with the name of its table."""
    key, publication = document["doc_id"], document["publication"]
    yield (
        "documents",
        (
            *(key, document["source_uri"], document["source_kind"], document["sha256"], publication["name"]),
            *(publication[field] for field in ("issue_date", "issue_number", "page_number", "page_name")),
            *(len(document["articles"]), _list(document["warnings"])),
        ),
    )
    for article in document["articles"]:
        yield from _article_rows(key, article)


def _article_rows(document: str, article: Mapping[str, Any]) -> Iterator[tuple[str, Row]]:
    key, headline = f"{document}/{article['article_id']}", article["headline"]
    yield (
        "articles",
        (
            *(key, document, article["genre"], headline["series"], headline["kicker"], headline["title"]),
            *(headline["subtitle"], _list(byline["name"] or byline["role"] for byline in article["bylines"])),
            *(article["continued_on"], article["continued_from"], article["text"]),
        ),
    )
    for number, item in enumerate(article["mentions"]):
        label, place = (item["label"], item["text"], item["canonical"]), (item["start"], item["end"])
        yield "mentions", (f"{key}/m{number}", key, document, *label, *place, _source(item))
    people = {person["name"]: f"{key}/p{number}" for number, person in enumerate(article["persons"])}
    for person in article["persons"]:
        for post in person["posts"] or [dict.fromkeys(("org", "role", "quote")) | {"source": []}]:
            said = (person["name"], post["org"], post["role"], post["quote"], _source(post))
            yield "persons_posts", (people[person["name"]], key, document, *said)
    for number, item in enumerate(article["events"]):
        yield from _event_rows((f"{key}/e{number}", key, document), item, people)
    for number, item in enumerate(article["statistics"]):
        scope, period = item["scope"] or {}, item["period"] or {}
        yield (
            "statistics",
            (
                *(f"{key}/s{number}", key, document, item["indicator"], item["value"], item["unit"]),
                *(item["quantity"]["value"], item["quantity"]["unit"], item["comparator"], item["measure"]),
                *(item["direction"], item["basis"], scope.get("text"), scope.get("canonical")),
                *(period.get("text"), period.get("start"), period.get("end")),
                *(item["quote"], item["evidence"], _source(item)),
            ),
        )
    for number, item in enumerate(article["statements"]):
        event = None if item["event"] is None else f"{key}/e{item['event']}"
        spoken = (item["speaker"], item["cue"], event, item["quote"], item["start"], item["end"])
        yield "statements", (f"{key}/q{number}", key, document, *spoken, _source(item))


def _event_rows(keys: tuple[str, str, str], item: Mapping[str, Any], people: Mapping[str, str]) -> Iterator[tuple[str, Row]]:
    date = item["date"] or {}
    yield (
        "events",
        (
            *(*keys, item["kind"], item["name"], item["status"], date.get("text"), date.get("start"), date.get("end")),
            *(_list(item["places"]), item["format"], _list(item["organisers"]), _list(item["groups"])),
            *(item["quote"], _source(item)),
        ),
    )
    for number, someone in enumerate(item["participants"]):
        posts = _list((post["org"] or "") + post["role"] for post in someone["posts"])
        name = someone["person"]
        yield "participants", (f"{keys[0]}/p{number}", *keys, people.get(name), name, someone["part"], posts)


def _list(values: Iterable[str]) -> str | None:
    return "；".join(filter(None, values)) or None


def _source(item: Mapping[str, Any]) -> str:
    return ",".join(f"{start}-{end}" for start, end in item["source"])


def write_rows(documents: Iterable[str], folder: Path) -> dict[str, Path]:
    """Every table of the documents (each as JSON) as a file of JSON lines in the folder: how rows get into a database."""
    paths = {table: folder / f"{table}.jsonl" for table in COLUMNS}
    with ExitStack() as stack:
        files = {
            table: stack.enter_context(path.open("w", encoding="utf-8", errors="replace")) for table, path in paths.items()
        }
        for document in documents:
            for table, row in make_rows(json.loads(document)):
                files[table].write(json.dumps(dict(zip(COLUMNS[table], row, strict=True)), ensure_ascii=False) + "\n")
    return paths
