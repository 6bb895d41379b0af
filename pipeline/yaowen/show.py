"""Documents on the terminal, the way a person likes to read them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Self

from rich.console import Console, Group, RenderableType
from rich.table import Table
from rich.text import Text as Styled

from yaowen.schema import Article, Document, Event, Person, Statistic

PARTS = {"chair": "主持", "speaker": "讲话", "attendee": "参加"}
LONGEST_QUOTE = 60
LONGEST_TABLE = 40
FACTS = {"mentions": "names", "persons": "people", "events": "events", "statistics": "figures", "statements": "quotes"}
"""The facts that are counted, and the heading of each in the table."""


def show(document: Document, console: Console) -> None:
    """Prints each article of a document with its headline, people, events, figures and statements."""
    publication = document.publication
    details = (publication.name, publication.issue_date, publication.page_name, document.source_kind)
    about = " · ".join(filter(None, details))
    console.rule(Styled.assemble((_plain(document.doc_id), "bold"), "  ", _plain(about)), align="left")
    for article in document.articles:
        console.print(_show_article(article))
    for warning in document.warnings:
        console.print(Styled(_plain(f"! {warning}"), style="yellow"))


@dataclass(frozen=True)
class Tally:
    """What was read, counted."""

    name: str
    counts: tuple[int, ...] = (0,) * 7

    @classmethod
    def of(cls, document: Document) -> Self:
        """The counts of one document."""
        by_kind = (sum(len(getattr(article, kind)) for article in document.articles) for kind in FACTS)
        characters = sum(len(article.text) for article in document.articles)
        return cls(document.doc_id, (characters, len(document.articles), *by_kind))


def show_tallies(tallies: Sequence[Tally], console: Console) -> None:
    """Prints what was read of each page, or of all together where they are many, as a table."""
    total = Tally(f"{len(tallies)} pages", tuple(map(sum, zip(*(tally.counts for tally in tallies), strict=True))))
    table = Table(box=None, pad_edge=False, header_style="dim")
    table.add_column("page", overflow="fold")
    for heading in ("chars", "articles", *FACTS.values()):
        table.add_column(heading, justify="right", no_wrap=True)
    for tally in (*(tallies if len(tallies) <= LONGEST_TABLE else ()), total):
        table.add_row(Styled(_plain(tally.name)), *(f"{count:,}" for count in tally.counts))
    console.print(table)


def _show_article(article: Article) -> RenderableType:
    headline = article.headline
    rows = Table.grid(padding=(0, 2))
    rows.add_column(style="dim", no_wrap=True)
    rows.add_column(overflow="fold")
    for name, value in _rows(article):
        rows.add_row(name, Styled(_plain(value)))
    title = Styled(_plain(headline.title or "（无题）"), style="bold")
    above = [Styled(_plain(line), style="dim") for line in (headline.series, headline.kicker) if line]
    below = [Styled(_plain(line), style="dim") for line in (headline.subtitle,) if line]
    return Group(Styled(""), *above, title, *below, rows)


def _rows(article: Article) -> Iterator[tuple[str, str]]:
    pages = (("转", article.continued_on), ("接", article.continued_from))
    jumps = "".join(f" {word}第{page}版" for word, page in pages if page)
    yield article.article_id, f"{article.genre} {len(article.text)} 字{jumps}"
    if authors := "、".join(byline.name for byline in article.bylines if byline.name):
        yield "作者", authors
    if people := "；".join(map(_show_person, article.persons)):
        yield "人物", people
    for event in article.events:
        yield "事件", _show_event(event)
    for statistic in article.statistics:
        yield "数据", _show_statistic(statistic)
    for statement in article.statements:
        said = statement.quote[:LONGEST_QUOTE] + ("…" if len(statement.quote) > LONGEST_QUOTE else "")
        yield "言论", f"{statement.speaker} {statement.cue or ''}：{said}"


def _show_person(person: Person) -> str:
    posts = "、".join((post.org or "") + post.role for post in person.posts)
    return f"{person.name}（{posts}）" if posts else person.name


def _show_event(event: Event) -> str:
    people = "，".join(
        f"{names}{done}"
        for part, done in PARTS.items()
        if (names := "、".join(someone.person for someone in event.participants if someone.part == part))
    )
    date = (event.date.start or event.date.text) if event.date else None
    return " · ".join(filter(None, (event.name, event.kind, date, "、".join(event.places), people, "、".join(event.groups))))


def _show_statistic(statistic: Statistic) -> str:
    scope = (statistic.scope.canonical or statistic.scope.text) if statistic.scope else None
    period = statistic.period.text if statistic.period else None
    words = (scope, period, statistic.indicator)
    sign = {"up": "↑", "down": "↓", None: ""}[statistic.direction]
    return f"{' '.join(filter(None, words))}: {sign}{statistic.quote} ({statistic.measure}, {statistic.comparator})"


def _plain(text: str) -> str:
    """Without control characters: a page must not steer the terminal that shows it."""
    return "".join(char if char.isprintable() else " " for char in text)
