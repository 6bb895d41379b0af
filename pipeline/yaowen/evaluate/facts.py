"""How well persons, events, statistics and statements were read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from typing import NamedTuple

from yaowen.evaluate.ink import Spans, overlaps
from yaowen.evaluate.match import assign, fold, similarity
from yaowen.evaluate.tally import Side, Sides, Tally
from yaowen.schema import Event, PartTaken, Person, Statement, Statistic, TimeSpan
from yaowen.text import Source

SAME_INDICATOR = 0.8
"""How alike two wordings of what is measured must be to count as one."""

SAME_EVENT = 0.3
"""How alike two events of one article must be to be compared."""


class Slot(NamedTuple):
    """One thing that a fact says, or none."""

    name: str
    gold: Hashable
    found: Hashable
    right: bool

    @classmethod
    def of(cls, name: str, gold: Hashable, found: Hashable) -> Slot:
        """A slot that is right where both say the same."""
        return cls(name, gold, found, gold == found)


def score_persons(sides: Sides, tally: Tally) -> None:
    """Persons by name and posts by name, organisation and role, each counted in the article where it stands."""
    gold, found = list(_persons(sides, gold=True)), list(_persons(sides, gold=False))
    _score_set(tally, "persons.names", _names(gold), _names(found))
    _score_set(tally, "persons.posts", _posts(gold), _posts(found))


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


def _score_set(
    tally: Tally, name: str, gold: Mapping[Hashable, tuple[str, Source]], found: Mapping[Hashable, tuple[str, Source]]
) -> None:
    right = len(gold.keys() & found.keys())
    tally.count(name, right, len(gold) - right, len(found) - right)
    for key, (text, source) in gold.items():
        if key not in found:
            tally.note(name, "missed", text, "", gold_source=source)
    for key, (text, source) in found.items():
        if key not in gold:
            tally.note(name, "spurious", "", text, found_source=source)


class PlacedEvent(NamedTuple):
    """An event in ink, and the gold article that it stands in."""

    place: int
    event: Event
    spans: Spans


def score_events(sides: Sides, tally: Tally) -> None:
    """Events of the same article are paired so that they are most alike; then slot by slot."""
    gold, found = list(_events(sides, gold=True)), list(_events(sides, gold=False))
    shared = overlaps([item.spans for item in gold], [item.spans for item in found])
    alike = {
        (here, there): likeness
        for here, left in enumerate(gold)
        for there, right in enumerate(found)
        if left.place == right.place and (likeness := _likeness(left.event, right.event, (here, there) in shared)) >= SAME_EVENT
    }
    pairs = assign(alike)
    tally.count("events.found", len(pairs), len(gold) - len(pairs), len(found) - len(pairs))
    for here in sorted(set(range(len(gold))) - {here for here, _ in pairs}):
        event = gold[here].event
        tally.note("events.found", "missed", _describe(event), "", gold_source=event.source)
    for there in sorted(set(range(len(found))) - {there for _, there in pairs}):
        event = found[there].event
        tally.note("events.found", "spurious", "", _describe(event), found_source=event.source)
    for here, there in pairs:
        _compare_events(gold[here].event, found[there].event, tally)


def _events(sides: Sides, *, gold: bool) -> Iterator[PlacedEvent]:
    side = sides.gold if gold else sides.found
    for number, article in enumerate(side.articles):
        for event in article.events:
            spans = side.ink.spans(event.source)
            yield PlacedEvent(sides.place(spans, number, gold=gold), event, spans)


def _describe(event: Event) -> str:
    return f"{event.kind}: {event.name or event.quote[:40] or '–'}"


def _likeness(gold: Event, found: Event, share_ink: bool) -> float:
    """From 0 to 1: the name above all, then where it is told, who took part, the kind and the day."""
    people = _dice({fold(item.person) for item in gold.participants}, {fold(item.person) for item in found.participants})
    return (
        0.4 * (similarity(gold.name, found.name) if gold.name and found.name else 0)
        + 0.3 * share_ink
        + 0.1 * people
        + 0.1 * (gold.kind == found.kind)
        + 0.1 * (_days(gold.date) == _days(found.date))
    )


def _dice(left: set[str | None], right: set[str | None]) -> float:
    return 2 * len(left & right) / (len(left) + len(right)) if left or right else 1.0


def _days(span: TimeSpan | None) -> tuple[str | None, str | None] | None:
    return (span.start, span.end) if span else None


def _compare_events(gold: Event, found: Event, tally: Tally) -> None:
    slots = (
        Slot.of("kind", gold.kind, found.kind),
        Slot.of("name", fold(gold.name), fold(found.name)),
        Slot.of("status", gold.status, found.status),
        Slot.of("date", _days(gold.date), _days(found.date)),
        Slot.of("format", fold(gold.format), fold(found.format)),
    )
    right = _count_slots(tally, "events", slots, gold.source, found.source)
    lists: tuple[tuple[str, Callable[[Event], Iterator[Hashable]]], ...] = (
        ("places", lambda event: map(fold, event.places)),
        ("organisers", lambda event: map(fold, event.organisers)),
        ("participants", lambda event: (fold(item.person) for item in event.participants)),
        ("parts", lambda event: ((fold(item.person), item.part) for item in event.participants)),
        ("chair", lambda event: (fold(item.person) for item in event.participants if item.part == PartTaken.CHAIR)),
        ("groups", lambda event: map(fold, event.groups)),
    )
    for name, read in lists:
        wanted, got = Counter(read(gold)), Counter(read(found))
        common = (wanted & got).total()
        tally.count(f"events.{name}", common, wanted.total() - common, got.total() - common)
        if wanted != got:
            right = False
            tally.note(
                f"events.{name}",
                "wrong slot",
                _list(wanted - got) or "(all found)",
                _list(got - wanted) or "(nothing more)",
                gold_source=gold.source,
                found_source=found.source,
            )
    tally.count("events.whole", int(right), int(not right), int(not right))


def _list(items: Counter[Hashable]) -> str:
    return "、".join(" ".join(map(str, item)) if isinstance(item, tuple) else str(item) for item in items.elements())


def _count_slots(tally: Tally, name: str, slots: Iterable[Slot], gold_source: Source, found_source: Source) -> bool:
    """Counts each slot that either side fills; says whether all are right."""
    all_right = True
    for slot in slots:
        if slot.gold is None and slot.found is None:
            continue
        key = f"{name}.{slot.name}"
        tally.count(
            key,
            int(slot.right),
            int(not slot.right and slot.gold is not None),
            int(not slot.right and slot.found is not None),
        )
        if not slot.right:
            all_right = False
            tally.note(key, "wrong slot", _say(slot.gold), _say(slot.found), gold_source=gold_source, found_source=found_source)
    return all_right


def _say(value: Hashable) -> str:
    if value is None:
        return "–"
    return " … ".join(str(item or "–") for item in value) if isinstance(value, tuple) else str(value)


def score_statistics(sides: Sides, tally: Tally) -> None:
    """A statistic is found where the number overlaps; then slot by slot."""
    gold = [item for article in sides.gold.articles for item in article.statistics]
    found = [item for article in sides.found.articles for item in article.statistics]
    shared = overlaps(
        [sides.gold.ink.spans(item.source) for item in gold], [sides.found.ink.spans(item.source) for item in found]
    )
    pairs = assign(
        {(here, there): 1 + (gold[here].value == found[there].value) + amount / 1e3 for (here, there), amount in shared.items()}
    )
    tally.count("statistics.found", len(pairs), len(gold) - len(pairs), len(found) - len(pairs))
    for here in sorted(set(range(len(gold))) - {here for here, _ in pairs}):
        tally.note("statistics.found", "missed", _figure(gold[here]), "", gold_source=gold[here].source)
    for there in sorted(set(range(len(found))) - {there for _, there in pairs}):
        tally.note("statistics.found", "spurious", "", _figure(found[there]), found_source=found[there].source)
    for here, there in pairs:
        left, right = gold[here], found[there]
        whole = _count_slots(tally, "statistics", _statistic_slots(left, right), left.source, right.source)
        tally.count("statistics.whole", int(whole), int(not whole), int(not whole))


def _figure(item: Statistic) -> str:
    return f"{item.indicator or '–'} {item.quote or item.value}"


def _statistic_slots(gold: Statistic, found: Statistic) -> Iterator[Slot]:
    yield Slot("value", gold.value, found.value, same_number(gold.value, found.value))
    yield Slot.of("unit", fold(gold.unit), fold(found.unit))
    quantities = (gold.quantity.value, fold(gold.quantity.unit)), (found.quantity.value, fold(found.quantity.unit))
    same = quantities[0][1] == quantities[1][1] and same_number(gold.quantity.value, found.quantity.value)
    yield Slot("quantity", *quantities, same)
    yield Slot.of("comparator", gold.comparator, found.comparator)
    yield Slot.of("measure", gold.measure, found.measure)
    yield Slot.of("direction", gold.direction, found.direction)
    yield Slot.of("basis", gold.basis, found.basis)
    alike = similarity(gold.indicator, found.indicator) >= SAME_INDICATOR
    yield Slot("indicator", gold.indicator, found.indicator, alike)
    scopes = gold.scope, found.scope
    yield Slot.of("scope", *(scope and fold(scope.text) for scope in scopes))
    yield Slot.of("scope_canonical", *(scope and fold(scope.canonical) for scope in scopes))
    yield Slot.of("period", *(period and fold(period.text) for period in (gold.period, found.period)))
    bounds = (_days(period) for period in (gold.period, found.period))
    yield Slot.of("period_bounds", *(bound if bound and any(bound) else None for bound in bounds))


def same_number(left: float, right: float) -> bool:
    """Whether two numbers differ by no more than their arithmetic does."""
    return abs(left - right) <= 1e-9 * max(abs(left), abs(right))


def score_statements(sides: Sides, tally: Tally) -> None:
    """A statement is found where the same is said by the same speaker with the same cue.

    Gold often quotes the first clause alone, so what begins in the other's passage is the same.
    """
    gold, found = list(_statements(sides.gold)), list(_statements(sides.found))
    shared = overlaps([spans for _, spans in gold], [spans for _, spans in found])
    pairs = assign(
        {
            (here, there): 1.0
            + 2 * (_speaker(gold[here][0]) == _speaker(found[there][0]))
            + 2 * (fold(gold[here][0].cue) == fold(found[there][0].cue))
            + (gold[here][1][0][0] == found[there][1][0][0])
            for here, there in shared
        }
    )
    right = 0
    tally.count("statements.right")
    tally.count("statements.found", len(pairs), len(gold) - len(pairs), len(found) - len(pairs))
    for here, there in pairs:
        (left, left_spans), (other, other_spans) = gold[here], found[there]
        speaker_and_cue = (
            Slot.of("speaker", _speaker(left), _speaker(other)),
            Slot.of("cue", fold(left.cue), fold(other.cue)),
        )
        right += _count_slots(tally, "statements", speaker_and_cue, left.source, other.source)
        start = Slot.of("start", left_spans[0][0], other_spans[0][0])
        tally.count("statements.start", int(start.right), int(not start.right), int(not start.right))
        if not start.right:
            tally.note(
                "statements.start",
                "wrong boundary",
                left.quote[:40],
                other.quote[:40],
                gold_source=left.source,
                found_source=other.source,
            )
    tally.count("statements.right", right, len(gold) - right, len(found) - right)
    for here in sorted(set(range(len(gold))) - {here for here, _ in pairs}):
        left = gold[here][0]
        tally.note("statements.found", "missed", _speech(left), "", gold_source=left.source)
    for there in sorted(set(range(len(found))) - {there for _, there in pairs}):
        other = found[there][0]
        tally.note("statements.found", "spurious", "", _speech(other), found_source=other.source)


def _statements(side: Side) -> Iterator[tuple[Statement, Spans]]:
    for article in side.articles:
        for statement in article.statements:
            yield statement, side.ink.spans(statement.source)


def _speaker(statement: Statement) -> str | None:
    speaker = fold(statement.speaker)
    return speaker.removesuffix("同志") if speaker else None


def _speech(statement: Statement) -> str:
    return f"{statement.speaker} {statement.cue or '–'}：{statement.quote[:40]}"


def score_details(sides: Sides, tally: Tally) -> None:
    """What the page says of itself, and the genre and authors of each article."""
    left, right = sides.gold.document.publication, sides.found.document.publication
    fields = ("name", "issue_date", "issue_number", "page_number", "page_name")
    slots = (Slot.of(field, getattr(left, field), getattr(right, field)) for field in fields)
    _count_slots(tally, "publication", (slot for slot in slots if slot.gold is not None), (), ())
    for here, there in sides.counterparts.items():
        gold, found = sides.gold.articles[here], sides.found.articles[there]
        pages = ("continued_on", "continued_from")
        _count_slots(
            tally,
            "articles",
            (
                Slot.of("genre", gold.genre, found.genre),
                *(Slot.of(page, getattr(gold, page), getattr(found, page)) for page in pages),
            ),
            gold.blocks[0].source,
            found.blocks[0].source,
        )
        wanted, got = (
            {
                (fold(item.name), fold(item.role), fold(item.outlet)): str(item.name or item.outlet or item.role)
                for item in article.bylines
            }
            for article in (gold, found)
        )
        common = len(wanted.keys() & got.keys())
        tally.count("articles.bylines", common, len(wanted) - common, len(got) - common)
