"""Documents as flat tables: one row a document, article, mention, post, event, participant, statistic or statement.

`TABLES` is the codebook. The first column of each table is its key, no value of which comes twice; keys are made of the
document's id and the position in the document, so that the same reading gives the same keys.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

Row = tuple[Any, ...]


class Column(NamedTuple):
    """A column of a table: its name, its SQL type, and what it says."""

    name: str
    type: str
    meaning: str


def _texts(**meanings: str) -> tuple[Column, ...]:
    return tuple(Column(name, "VARCHAR", meaning) for name, meaning in meanings.items())


def _whole(**meanings: str) -> tuple[Column, ...]:
    return tuple(Column(name, "BIGINT", meaning) for name, meaning in meanings.items())


def _real(**meanings: str) -> tuple[Column, ...]:
    return tuple(Column(name, "DOUBLE", meaning) for name, meaning in meanings.items())


IN_ARTICLE = _texts(article="the article it stands in", document="the document of that article")
SOURCE = _texts(source="where it stands on the page: `start-end` pairs of code points of the raw input, parted by commas")
PLACE = _whole(start="its first character in the article's text, counted from 0", end="the character after its last")

TABLES: Mapping[str, tuple[Column, ...]] = {
    "documents": (
        *_texts(
            document="key: the id of the input, unique in the run",
            source_uri="the file it was read from, seen from the config's folder; with the line number in a file of JSON lines",
            source_kind="what made the text: `pdf`, `pdf_text`, `ocr_markdown`, `html`, `web_text`",
            sha256="SHA-256 of the raw text in UTF-8",
            publication="the newspaper",
            issue_date="the day of the issue, ISO 8601",
        ),
        *_whole(issue_number="the number of the issue", page_number="the number of the page"),
        *_texts(page_name="the name of the page (要闻)"),
        *_whole(articles="how many articles it has"),
        *_texts(warnings="what the reading was unsure of, parted by ；"),
    ),
    "articles": (
        *_texts(
            article="key: document/a1, a2 … in the order of the page",
            document="the document it stands in",
            genre="`news`, `commentary`, `feature`, `speech`, `caption`, `notice`",
            series="the line of a series over it",
            kicker="the line over the title",
            title="the title",
            subtitle="the line under the title",
            bylines="who wrote it, parted by ；",
        ),
        *_whole(continued_on="the page it goes on at", continued_from="the page it began on"),
        *_texts(continues="the article on that page whose second half it is, where the run has read it"),
        *_texts(text="its clean text in reading order, a line a block"),
    ),
    "mentions": (
        *_texts(mention="key: article/m0, m1 …"),
        *IN_ARTICLE,
        *_texts(
            label="`PERSON`, `ROLE`, `PLACE`, `ORG`",
            text="the words",
            canonical="the full name that a short form stands for (市委 → 中共云岭市委员会)",
        ),
        *PLACE,
        *SOURCE,
    ),
    "persons_posts": (
        *_texts(
            post="key: person/o0, o1 …; a person with no post stated has one row, with `role` null",
            person="the person, article/p0, p1 …: one of a name in each article",
        ),
        *IN_ARTICLE,
        *_texts(
            name="the person's name",
            org="the body of the post (市委)",
            org_canonical="its full name, where the article tells it (中共云岭市委员会)",
            role="the post (副书记)",
            quote="the passage that says so",
        ),
        *SOURCE,
    ),
    "events": (
        *_texts(event="key: article/e0, e1 …"),
        *IN_ARTICLE,
        *_texts(
            kind="`meeting`, `inspection`, `ceremony`, `competition`, `other`",
            name="the shortest full name in the text; for a tour its subject",
            status="`held` or `planned`",
            date="the date as written",
            date_start="its first day, ISO 8601; where no year is known `--10-12`",
            date_end="its last day",
            places="where, parted by ；",
            format="how it was held (视频会议)",
            organisers="who held it, parted by ；",
            groups="who took part without being named, parted by ；",
            quote="the passage that reports it",
        ),
        *SOURCE,
    ),
    "participants": (
        *_texts(participant="key: event/p0, p1 …", event="the event"),
        *IN_ARTICLE,
        *_texts(
            person="the person in `persons_posts`, where the article lists them",
            name="the person's name",
            part="`chair`, `speaker`, `attendee`",
            posts="the posts stated, parted by ；",
        ),
    ),
    "statistics": (
        *_texts(statistic="key: article/s0, s1 …"),
        *IN_ARTICLE,
        *_texts(indicator="what is measured (地区生产总值)"),
        *_real(value="the number as written (1164.4)"),
        *_texts(unit="its unit as written (亿元)"),
        *_real(base_value="the number in base units (116440000000)"),
        *_texts(
            base_unit="the base unit (元)",
            comparator="`exact`, `about`, `over`, `under`",
            measure="`level`, `change`, `share`, `rank`",
            direction="of a change: `up`, `down`",
            basis="`yoy` (a year ago), `mom` (the period before), `cumulative`",
            scope="the area or body measured, as written (我市)",
            scope_canonical="its full name (云岭市)",
            period="the period as written (前三季度)",
            period_start="its first day, ISO 8601; where no year is known `--01-01`",
            period_end="its last day",
            quote="the number with its unit as it stands in the text",
            evidence="the clause it stands in",
        ),
        *SOURCE,
    ),
    "statements": (
        *_texts(statement="key: article/q0, q1 …"),
        *IN_ARTICLE,
        *_texts(
            speaker="who said it: a person, or a meeting or body (会议)",
            cue="the word that introduces it (强调, 指出)",
            event="the event it was said at",
            quote="what was said",
        ),
        *PLACE,
        *SOURCE,
    ),
}
"""The columns of each table, in order. Dates are texts, since a year may be open (`--10-12`)."""


def describe_tables() -> str:
    """The codebook as Markdown: docs/tables.md."""
    lines = ["# The tables of a run", "", *(INTRODUCTION.splitlines())]
    for table, columns in TABLES.items():
        lines += ["", f"## {table}", "", "| Column | Type | Meaning |", "| --- | --- | --- |"]
        lines += [f"| `{column.name}` | {column.type} | {column.meaning} |" for column in columns]
    return "\n".join(lines) + "\n"


INTRODUCTION = """\
The same in Parquet, DuckDB, CSV and PostgreSQL. The first column of each table is its key; no key comes twice, and the same
reading gives the same keys. `article` and `document` join the tables, `event` joins participants and statements to events.
What is not stated is null. A character that databases cannot hold (NUL, a lone surrogate) is U+FFFD here; `documents.jsonl`
keeps it. In CSV a cell that a spreadsheet would take for a formula has an apostrophe in front.

Written by `yaowen schema --tables`."""


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
            *(article["continued_on"], article["continued_from"], _other(article.get("continues")), article["text"]),
        ),
    )
    for number, item in enumerate(article["mentions"]):
        label, place = (item["label"], item["text"], item["canonical"]), (item["start"], item["end"])
        yield "mentions", (f"{key}/m{number}", key, document, *label, *place, _source(item))
    people: dict[str, str] = {}
    full_names = {item["text"]: item["canonical"] for item in article["mentions"] if item["canonical"]}
    for number, someone in enumerate(article["persons"]):
        person = f"{key}/p{number}"
        people.setdefault(someone["name"], person)
        for nth, post in enumerate(someone["posts"] or [dict.fromkeys(("org", "role", "quote"))]):
            said = (post["org"], full_names.get(post["org"]), post["role"], post["quote"], _source(post))
            yield "persons_posts", (f"{person}/o{nth}", person, key, document, someone["name"], *said)
    for number, item in enumerate(article["events"]):
        yield from _event_rows((f"{key}/e{number}", key, document), item, people)
    for number, item in enumerate(article["statistics"]):
        scope, period = item["scope"] or {}, item["period"] or {}
        yield (
            "statistics",
            (
                *(f"{key}/s{number}", key, document, item["indicator"], _number(item["value"]), item["unit"]),
                *(_number(item["quantity"]["value"]), item["quantity"]["unit"], item["comparator"], item["measure"]),
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


def _other(article: Mapping[str, str] | None) -> str | None:
    return f"{article['doc_id']}/{article['article_id']}" if article else None


def _list(values: Iterable[str]) -> str | None:
    return "；".join(filter(None, values)) or None


def _source(item: Mapping[str, Any]) -> str | None:
    return ",".join(f"{start}-{end}" for start, end in item.get("source", ())) or None


def _number(value: float) -> float | None:
    # 9 repeated four hundred times is a number on a page, but none that a database holds.
    try:
        real = float(value)
    except OverflowError:
        return None
    return real if math.isfinite(real) else None
