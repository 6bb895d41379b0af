"""Documents on the terminal, the way a person likes to read them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Self, TypeVar

from rich.console import Console, Group, RenderableType
from rich.table import Table
from rich.text import Text as Styled

from yaowen.errors import several
from yaowen.schema import Article, Document, Event, Person, Statement, Statistic

Thing = TypeVar("Thing")

PARTS = {"chair": "主持", "speaker": "讲话", "attendee": "参加"}
LONGEST_QUOTE = 60
LONGEST_LINE = 400
"""Characters of a headline, of an event or of all people of an article; more than that nobody reads on a terminal."""
MOST_OF_A_KIND = 30
"""Events, figures, statements of an article; warnings of a page."""
MOST_ARTICLES = 60
"""A page of a newspaper has fewer."""
LONGEST_TABLE = 40
FACTS = {"mentions": "names", "persons": "people", "events": "events", "statistics": "figures", "statements": "quotes"}
"""The facts that are counted, and the heading of each in the table."""


def show(document: Document, console: Console) -> None:
    """Prints each article of a document with its headline, people, events, figures and statements.

    Of what is very long or very many only the first is shown, and how much more there is: JSON lines have it all.
    """
    publication = document.publication
    details = (publication.name, publication.issue_date, publication.page_name, document.source_kind)
    about = " · ".join(filter(None, details))
    console.rule(Styled.assemble((_plain(document.doc_id), "bold"), "  ", _plain(about)), align="left")
    for article in document.articles[:MOST_ARTICLES]:
        console.print(_show_article(article))
    if len(document.articles) > MOST_ARTICLES:
        console.print(f"\n… 另有 {len(document.articles) - MOST_ARTICLES:,} 篇 (-o OUT.jsonl)", highlight=False)
    for warning in _first(document.warnings, str):
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
    total = Tally(several(len(tallies), "page"), tuple(map(sum, zip(*(tally.counts for tally in tallies), strict=True))))
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
    yield from (("事件", event) for event in _first(article.events, _show_event))
    yield from (("数据", statistic) for statistic in _first(article.statistics, _show_statistic))
    yield from (("言论", statement) for statement in _first(article.statements, _show_statement))


def _first(things: Sequence[Thing], show: Callable[[Thing], str]) -> Iterator[str]:
    """The first things in words, and how many more there are."""
    yield from map(show, things[:MOST_OF_A_KIND])
    if len(things) > MOST_OF_A_KIND:
        yield f"… 另有 {len(things) - MOST_OF_A_KIND:,} 条"


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


def _show_statement(statement: Statement) -> str:
    return f"{statement.speaker} {statement.cue or ''}：{_short(statement.quote, LONGEST_QUOTE)}"


def _show_statistic(statistic: Statistic) -> str:
    scope = (statistic.scope.canonical or statistic.scope.text) if statistic.scope else None
    period = statistic.period.text if statistic.period else None
    words = (scope, period, statistic.indicator)
    sign = {"up": "↑", "down": "↓", None: ""}[statistic.direction]
    quote = _short(statistic.quote, LONGEST_QUOTE)
    return f"{' '.join(filter(None, words))}: {sign}{quote} ({statistic.measure}, {statistic.comparator})"


def _short(text: str, longest: int) -> str:
    return text if len(text) <= longest else f"{text[:longest]}…"


def _plain(text: str) -> str:
    """Without control characters, by which a page could steer the terminal that shows it, and no longer than a person reads."""
    return "".join(char if char.isprintable() else " " for char in _short(text, LONGEST_LINE))
