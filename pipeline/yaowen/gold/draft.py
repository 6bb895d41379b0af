"""A document in the inline form, for a person to correct: the way from a first reading to gold."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from yaowen.gold.marks import write_line
from yaowen.gold.passages import find_all
from yaowen.gold.tables import PARTS, quantify
from yaowen.record import clip
from yaowen.schema import (
    Article,
    Comparator,
    Document,
    Event,
    EventStatus,
    Genre,
    Measure,
    Person,
    Publication,
    Statement,
    Statistic,
    TimeSpan,
)
from yaowen.text import Source, quote


def write_inline(document: Document, raw: str, raw_name: str) -> str:
    """The TOML that `compile_gold` reads back as the same document, but for its warnings and where it came from.

    `raw` is the page it was read from and `raw_name` the file of that page, seen from where the TOML will stand.
    """
    publication = document.publication
    details = {key: value for key, value in vars(publication).items() if key != "provenance" and value is not None}
    tables = [_pairs({"raw": raw_name, "source_kind": document.source_kind.value})]
    if details:
        provenance = "".join(f"{key} = {_value(value)}, " for key, value in publication.provenance.items())
        tables.append("[publication]\n" + _pairs(details) + (f"provenance = {{ {provenance[:-2]} }}\n" if provenance else ""))
    tables += [_Writer(article, raw).write() for article in document.articles]
    for furniture in document.furniture:
        lines = "\n".join(quote(raw, (pair,)) for pair in furniture.source)
        tables.append(f"[[furniture]]\nrole = {_value(furniture.role.value)}\ntext = {_text(lines)}\n")
    return "\n".join(tables)


@dataclass(frozen=True)
class _Writer:
    article: Article
    raw: str

    def write(self) -> str:
        article = self.article
        head = {
            "genre": article.genre.value if article.genre != Genre.NEWS else None,
            "bylines": [f"{byline.outlet or ''}|{byline.role or ''}|{byline.name or ''}" for byline in article.bylines],
            "continued_on": article.continued_on,
            "continued_from": article.continued_from,
        }
        rows = [row for person in article.persons if len(row := self._person(person)) > 1]
        persons = "persons = [\n" + "".join(f"  {_value(row)},\n" for row in rows) + "]\n" if rows else ""
        lines = [
            write_line(block.role, article.text[block.start : block.end], block.start, article.mentions)
            for block in article.blocks
        ]
        text = f"text = {_text(chr(10).join(lines))}\n"
        facts = [
            *(("events", self._event(event)) for event in article.events),
            *(("statistics", self._statistic(figure)) for figure in article.statistics),
            *(("statements", self._statement(said)) for said in article.statements),
        ]
        return "\n".join(
            [
                "[[articles]]\n" + _pairs(head) + persons + text,
                *(f"[[articles.{kind}]]\n{_pairs(pairs)}" for kind, pairs in facts),
            ]
        )

    def _person(self, person: Person) -> list[str]:
        authors = {(byline.name, byline.role) for byline in self.article.bylines}
        posts = [post for post in person.posts if post.org or (person.name, post.role) not in authors]
        return [person.name, *(f"{post.org}|{post.role}" if post.org else post.role for post in posts)]

    def _event(self, event: Event) -> dict[str, Any]:
        return {
            "kind": event.kind.value,
            "name": event.name,
            "status": event.status.value if event.status != EventStatus.HELD else None,
            "date": _time(event.date),
            "places": list(event.places),
            "format": event.format,
            "organisers": list(event.organisers),
            **{key: [who.person for who in event.participants if who.part == part] for key, part in PARTS.items()},
            "groups": list(event.groups),
            "quote": event.quote,
            "nth": self._nth(event.quote, self._place(event.source)),
        }

    def _statistic(self, figure: Statistic) -> dict[str, Any]:
        evidence = figure.evidence or figure.quote
        place, evidence_place = self._place(figure.source), self._place(figure.evidence_source or figure.source)
        again = evidence.count(figure.quote) > 1 or len(find_all(evidence, self.article.text)) > 1
        derived = quantify(figure.quote)
        written = derived == (figure.value, figure.unit, figure.quantity)
        return {
            "quote": figure.quote,
            "nth": self._nth(figure.quote, place) if again else None,
            "indicator": figure.indicator,
            "value": None if written else figure.value,
            "unit": None if written else figure.unit,
            "quantity": None if written else [figure.quantity.value, figure.quantity.unit or ""],
            "comparator": figure.comparator.value if figure.comparator != Comparator.EXACT else None,
            "measure": figure.measure.value if figure.measure != Measure.LEVEL else None,
            "direction": figure.direction,
            "basis": figure.basis,
            "scope": [figure.scope.text, *([figure.scope.canonical] if figure.scope.canonical else [])]
            if figure.scope
            else None,
            "period": _time(figure.period),
            "evidence": evidence,
            "evidence_nth": self._nth(evidence, evidence_place),
        }

    def _statement(self, said: Statement) -> dict[str, Any]:
        return {
            "speaker": said.speaker,
            "cue": said.cue,
            "quote": said.quote,
            "nth": self._nth(said.quote, said.start),
            "event": said.event,
        }

    @cached_property
    def _places(self) -> Mapping[int, int]:
        """Where in the article's text a character of the page stands."""
        offsets = clip(self.article, self.raw, Publication()).text.offsets
        return {offset: place for place, offset in enumerate(offsets)}

    def _place(self, source: Source) -> int | None:
        return self._places.get(source[0][0]) if source else None

    def _nth(self, passage: str, place: int | None) -> int | None:
        """Which of several equal passages one is, where there are several."""
        starts = find_all(passage, self.article.text)
        return starts.index(place) + 1 if len(starts) > 1 and place in starts else None


def _time(span: TimeSpan | None) -> list[str] | None:
    if span is None:
        return None
    start, end = span.start or "", span.end or ""
    return [span.text, start] if start == end and start else [span.text, start, end]


def _pairs(pairs: Mapping[str, Any]) -> str:
    return "".join(f"{key} = {_value(value)}\n" for key, value in pairs.items() if value is not None and value != [])


def _value(value: Any) -> str:
    # JSON's strings, numbers and lists are TOML's too, but for the character DEL.
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def _text(lines: str) -> str:
    if "'''" in lines or any((char < " " and char not in "\n\t") or char == "\x7f" for char in lines):
        return '"""\n' + "\n".join(_value(line)[1:-1] for line in lines.split("\n")) + '\n"""'
    return f"'''\n{lines}\n'''"
