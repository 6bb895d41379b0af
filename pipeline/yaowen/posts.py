"""Who held which post when, as the papers say: the posts of all documents in one table."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
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
    article: str
    source: str
    quote: str


def find_posts(documents: Iterable[Document]) -> dict[Holder, list[Stated]]:
    """Every post of every person and where it is stated. People are told apart by their names alone."""
    posts: dict[Holder, list[Stated]] = defaultdict(list)
    for document in documents:
        day, paper = document.publication.issue_date or "", document.publication.name or ""
        for article in document.articles:
            full = _full_names(article)
            for person in article.persons:
                for post in person.posts:
                    org = post.org or ""
                    source = ",".join(f"{start}-{end}" for start, end in post.source)
                    stated = Stated(day, paper, f"{document.doc_id}/{article.article_id}", source, post.quote)
                    posts[Holder(person.name, full.get(org, org), post.role)].append(stated)
    return posts


def _full_names(article: Article) -> Mapping[str, str]:
    return {mention.text: mention.canonical for mention in article.mentions if mention.canonical}


def write_posts(posts: Mapping[Holder, list[Stated]], path: Path) -> None:
    """A CSV file with a row for each person, body and post: the days of the first and last paper that states it, and where
    the first does.

    A paper without a day counts among the articles and papers; a post that only such papers state has no days.
    """
    rows = [_make_row(holder, stated) for holder, stated in posts.items()]
    rows.sort(key=lambda row: (row[0], row[3], row))
    write_csv(path, COLUMNS, rows)


def _make_row(holder: Holder, stated: list[Stated]) -> tuple[str, ...]:
    dated = sorted(each for each in stated if each.day) or stated
    first, last = dated[0], dated[-1]
    articles = len({each.article for each in stated})
    papers = "；".join(sorted({each.paper for each in stated if each.paper}))
    document, _, _ = first.article.rpartition("/")
    return (*holder, first.day, last.day, str(articles), papers, document, first.source, first.quote)
