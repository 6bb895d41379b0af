"""How well persons and posts were read."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from typing import NamedTuple

from yaowen.evaluate.facts.slots import score_set
from yaowen.evaluate.match import fold
from yaowen.evaluate.tally import Sides, Tally
from yaowen.schema import Person
from yaowen.text import Source


def score_persons(sides: Sides, tally: Tally) -> None:
    """Persons by name and posts by name, organisation and role, each counted in the article where it stands."""
    gold, found = list(_persons(sides, gold=True)), list(_persons(sides, gold=False))
    score_set(tally, "persons.names", _names(gold), _names(found))
    score_set(tally, "persons.posts", _posts(gold), _posts(found))


class PlacedPerson(NamedTuple):
    """A person and the gold article that the person stands in."""

    place: int
    person: Person


def _persons(sides: Sides, *, gold: bool) -> Iterator[PlacedPerson]:
    side = sides.gold if gold else sides.found
    for number, article in enumerate(side.articles):
        for person in article.persons:
            sources = [post.source for post in person.posts if post.source]
            sources += [article.mentions[index].source for index in person.mentions if index < len(article.mentions)]
            spans = side.ink.spans(sources[0]) if sources else ()
            yield PlacedPerson(sides.place(spans, number, gold=gold), person)


def _names(persons: Iterable[PlacedPerson]) -> dict[Hashable, tuple[str, Source]]:
    return {
        (place, fold(person.name)): (person.name, person.posts[0].source if person.posts else ()) for place, person in persons
    }


def _posts(persons: Iterable[PlacedPerson]) -> dict[Hashable, tuple[str, Source]]:
    return {
        (place, fold(person.name), fold(post.org), fold(post.role)): (
            f"{person.name}: {post.org or '–'} | {post.role}",
            post.source,
        )
        for place, person in persons
        for post in person.posts
    }
