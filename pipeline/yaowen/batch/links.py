"""The halves of articles that go on on another page, found and linked once all pages of a run are read."""

from __future__ import annotations

import json
import re
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import Any

from yaowen.files import as_utf8

HALF = re.compile(r'"continued_(?:on|from)": \d')
SECOND_HALF = re.compile(r'"continued_from": \d')
READ = 800
"""How many characters before and after the jump are searched for shared words."""
TITLE_COUNTS = 3.0
"""A word of both titles counts as much as so many in the bodies: the second half often has a short form of the title."""
MOST_PAIRS = 10_000
"""Pages of one issue have fewer halves that could belong together; a heap of copies of one page is left unlinked."""

TABLES = """
create table halves (
    place integer primary key, doc_id text, article_id text, name text, issue_date text, upper integer, lower integer,
    second integer, title text, words text
);
create index jumps on halves (issue_date, name, upper, lower, second);
create table links (doc_id text, article_id text, first_doc text, first_article text, primary key (doc_id, article_id));
"""

ONE_PAPER = """
create table papers as
    select issue_date, max(name) as name from halves where name > '' group by 1 having count(distinct name) = 1;
create index days on papers (issue_date);
update halves set name = coalesce((select name from papers where papers.issue_date = halves.issue_date), '') where name = '';
"""
"""A page that does not give its paper's name is of the one paper of that day, where the run has one."""

JUMPS = """
select issue_date, name, upper, lower from halves where upper <> lower group by 1, 2, 3, 4
having total(second) * total(not second) between 1 and ? order by 1, 2, 3, 4
"""

ReadDocuments = Callable[[], Iterable[str]]


@dataclass(frozen=True)
class Half:
    """What is left or found of an article at its jump, with what tells it from others of the same jump."""

    doc_id: str
    article_id: str
    title: str
    words: str


@contextmanager
def linked(read: ReadDocuments, folder: Path) -> Iterator[ReadDocuments]:
    """The documents (each as JSON) with the second half of every article naming the first one in `continues`.

    Two halves belong together where the first says 下转第3版 on page 1 and the second 上接第1版 on page 3 of the same issue,
    told by the paper's name and the day. Of several, those with most words in common do. What is found hangs on the documents
    and their order alone. The halves wait in a file in `folder`, so that memory stays flat.
    """
    path = folder / ".links"
    path.unlink(missing_ok=True)  # a killed run left it
    try:
        with closing(sqlite3.connect(path)) as connection:
            connection.executescript(f"pragma journal_mode = off; pragma synchronous = off; {TABLES}")
            for document in read():
                if HALF.search(document):
                    _note(connection, json.loads(document))
            _link(connection)
            connection.commit()
            yield lambda: (_with_links(connection, document) for document in read())
    finally:
        path.unlink(missing_ok=True)


def _note(connection: sqlite3.Connection, document: Mapping[str, Any]) -> None:
    publication = document["publication"]
    name, day, page = (publication[key] for key in ("name", "issue_date", "page_number"))
    if day is None or page is None:
        return
    insert = "insert into halves values (null, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
    for article in document["articles"]:
        about = (document["doc_id"], article["article_id"], name or "", day)
        title, text = article["headline"]["title"] or "", article["text"]
        if (on := article["continued_on"]) is not None:
            connection.execute(insert, (*map(as_utf8, about), page, on, False, as_utf8(title), as_utf8(text[-READ:])))
        if (start := article["continued_from"]) is not None:
            connection.execute(insert, (*map(as_utf8, about), start, page, True, as_utf8(title), as_utf8(text[:READ])))


def _link(connection: sqlite3.Connection) -> None:
    connection.executescript(ONE_PAPER)
    select = (
        "select doc_id, article_id, title, words from halves"
        " where (issue_date, name, upper, lower, second) = (?, ?, ?, ?, ?) order by place"
    )
    for jump in connection.execute(JUMPS, (MOST_PAIRS,)).fetchall():
        first, second = ([Half(*row) for row in connection.execute(select, (*jump, side))] for side in (False, True))
        for upper, lower in match_halves(first, second):
            link = (lower.doc_id, lower.article_id, upper.doc_id, upper.article_id)
            connection.execute("insert or ignore into links values (?, ?, ?, ?)", link)


def match_halves(first: Sequence[Half], second: Sequence[Half]) -> Iterator[tuple[Half, Half]]:
    """The halves of one jump that belong together, each once; the pairs that share most words first.

    What shares no words is matched only where nothing else is left on either side.
    """
    uppers, lowers = list(first), list(second)
    if len(first) * len(second) > 1:
        for upper, lower in _sort_pairs(first, second):
            if upper in uppers and lower in lowers:
                uppers.remove(upper)
                lowers.remove(lower)
                yield upper, lower
    if len(uppers) == len(lowers) == 1:
        yield uppers[0], lowers[0]


def _sort_pairs(first: Sequence[Half], second: Sequence[Half]) -> Iterator[tuple[Half, Half]]:
    titles = {half: _pairs(half.title) for half in (*first, *second)}
    words = {half: _pairs(half.words) for half in (*first, *second)}
    # What all of them speak of (全市, 会议) tells nothing.
    counts = Counter(pair for found in words.values() for pair in found)
    scores = {
        (upper, lower): sum(1 / counts[pair] for pair in words[upper] & words[lower])
        + TITLE_COUNTS * sum(1 / max(counts[pair], 1) for pair in titles[upper] & titles[lower])
        for upper, lower in product(first, second)
    }
    yield from (pair for pair in sorted(scores, key=scores.__getitem__, reverse=True) if scores[pair])


def _pairs(chars: str) -> set[str]:
    return {pair for pair in map(str.__add__, chars, chars[1:]) if pair.isalnum()}


def _with_links(connection: sqlite3.Connection, document: str) -> str:
    if not SECOND_HALF.search(document):
        return document
    found = json.loads(document)
    select = "select article_id, first_doc, first_article from links where doc_id = ?"
    links = {article: rest for article, *rest in connection.execute(select, (as_utf8(found["doc_id"]),))}
    if not links:
        return document
    for article in found["articles"]:
        if first := links.get(article["article_id"]):
            article["continues"] = {"doc_id": first[0], "article_id": first[1]}
    return as_utf8(json.dumps(found, ensure_ascii=False))
