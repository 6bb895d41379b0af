"""Who held which post when, as the papers say: the posts of all documents in one table."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from yaowen.schema import Article, Document
from yaowen.spreadsheets import write_csv

COLUMNS = ("person", "org", "role", "first", "last", "articles", "papers", "document", "source", "quote")


class Holder(NamedTuple):
    """Somebody in a post. The body has its full name where the article tells it, so that each city has a 市委 of its own."""

    person: str
    org: str
    role: str


class Stated(NamedTuple):
    """That an article says so: on which day, in which paper, where and in which words."""

    day: str
    paper: str
    document: str
    source: str
    quote: str


@dataclass
class Record:
    """What all articles say of somebody in a post: the first statement, that with the earliest day, and the last day."""

    first: Stated
    last: str = ""
    articles: int = 0
    papers: set[str] = field(default_factory=set)

    def add(self, stated: Stated) -> None:
        """Adds what one article says."""
        if stated.day and (not self.first.day or stated.day < self.first.day):
            self.first = stated
        self.last = max(self.last, stated.day)
        self.articles += 1
        self.papers |= {stated.paper} - {""}


def find_posts(documents: Iterable[Document]) -> dict[Holder, Record]:
    """Every post of every person, and what is said of it. People are told apart by their names alone."""
    posts: dict[Holder, Record] = {}
    for document in documents:
        for article in document.articles:
            for holder, stated in _find_in(document, article).items():
                posts.setdefault(holder, Record(stated)).add(stated)
    return posts


def _find_in(document: Document, article: Article) -> dict[Holder, Stated]:
    full_names = {mention.text: mention.canonical for mention in article.mentions if mention.canonical}
    found: dict[Holder, Stated] = {}
    for person in article.persons:
        for post in person.posts:
            org = post.org or ""
            source = ",".join(f"{start}-{end}" for start, end in post.source)
            day, paper = document.publication.issue_date or "", document.publication.name or ""
            holder = Holder(person.name, full_names.get(org, org), post.role)
            found.setdefault(holder, Stated(day, paper, document.doc_id, source, post.quote))
    return found


def write_posts(posts: Mapping[Holder, Record], path: Path) -> None:
    """A CSV file with a row for each person, body and post: the days of the first and last paper that states it, and where
    the first does.

    A paper without a day counts among the articles and papers; a post that only such papers state has no days.
    """
    rows = [
        (*holder, told.first.day, told.last, str(told.articles), "；".join(sorted(told.papers)), *told.first[2:])
        for holder, told in posts.items()
    ]
    rows.sort(key=lambda row: (row[0], row[3], row))
    write_csv(path, COLUMNS, rows)
