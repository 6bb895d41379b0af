"""How well persons, events, statistics and statements were read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from typing import NamedTuple

from yaowen.evaluate.ink import Spans, overlaps
from yaowen.evaluate.match import assign, fold, similarity
from yaowen.evaluate.tally import Fault, Side, Sides, Tally
from yaowen.schema import Article, BlockRole, Event, PartTaken, Person, Statement, Statistic, TimeSpan
from yaowen.text import Source

SAME_INDICATOR = 0.8
"""How alike two wordings of what is measured must be to count as one."""

SAME_EVENT = 0.35
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
            tally.note(name, Fault.MISSED, text, "", gold_source=source)
    for key, (text, source) in found.items():
        if key not in gold:
            tally.note(name, Fault.SPURIOUS, "", text, found_source=source)


class PlacedEvent(NamedTuple):
    """An event in ink, and the gold article that it stands in."""

    place: int
    key: tuple[int, int]
    event: Event
    spans: Spans


EventPairs = dict[tuple[int, int], tuple[int, int]]
"""The predicted event (article and index) that answers to each gold one."""


def score_events(sides: Sides, tally: Tally) -> EventPairs:
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
        tally.note("events.found", Fault.MISSED, _describe(event), "", gold_source=event.source)
    for there in sorted(set(range(len(found))) - {there for _, there in pairs}):
        event = found[there].event
        tally.note("events.found", Fault.SPURIOUS, "", _describe(event), found_source=event.source)
    for here, there in pairs:
        _compare_events(gold[here].event, found[there].event, tally)
    return {gold[here].key: found[there].key for here, there in pairs}


def _events(sides: Sides, *, gold: bool) -> Iterator[PlacedEvent]:
    side = sides.gold if gold else sides.found
    for number, article in enumerate(side.articles):
        for index, event in enumerate(article.events):
            spans = side.ink.spans(event.source)
            yield PlacedEvent(sides.place(spans, number, gold=gold), (number, index), event, spans)


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
    """The first and last day; of a time that is known by its wording alone (近日), the wording."""
    if span is None:
        return None
    return (span.start, span.end) if span.start or span.end else (fold(span.text), None)


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
                Fault.SLOT,
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
        key = f"{name}.{slot.name}"
        if slot.gold is None and slot.found is None:
            tally.count(key)
            continue
        tally.count(
            key,
            int(slot.right),
            int(not slot.right and slot.gold is not None),
            int(not slot.right and slot.found is not None),
        )
        if not slot.right:
            all_right = False
            tally.note(key, Fault.SLOT, _say(slot.gold), _say(slot.found), gold_source=gold_source, found_source=found_source)
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
        tally.note("statistics.found", Fault.MISSED, _figure(gold[here]), "", gold_source=gold[here].source)
    for there in sorted(set(range(len(found))) - {there for _, there in pairs}):
        tally.note("statistics.found", Fault.SPURIOUS, "", _figure(found[there]), found_source=found[there].source)
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
    bounds = ((period.start, period.end) if period else (None, None) for period in (gold.period, found.period))
    yield Slot.of("period_bounds", *(bound if any(bound) else None for bound in bounds))


def same_number(left: float, right: float) -> bool:
    """Whether two numbers differ by no more than their arithmetic does."""
    return abs(left - right) <= 1e-9 * max(abs(left), abs(right))


class PlacedStatement(NamedTuple):
    """A statement in ink, and the event it was made at."""

    statement: Statement
    spans: Spans
    event: tuple[int, int] | None

    @property
    def speaker(self) -> str | None:
        """Whose it is; 李建国同志 is 李建国."""
        speaker = fold(self.statement.speaker)
        return speaker.removesuffix("同志") if speaker else None

    @property
    def start(self) -> int | None:
        """Where it begins."""
        return self.spans[0][0] if self.spans else None


def score_statements(sides: Sides, events: EventPairs, tally: Tally) -> None:
    """A statement is right where the same is said by the same speaker with the same cue.

    Gold often quotes the first clause alone, so a statement is found where one begins inside the other; `start` asks for more.
    """
    gold, found = list(_statements(sides.gold)), list(_statements(sides.found))
    shared = overlaps([item.spans for item in gold], [item.spans for item in found])
    pairs = assign({(here, there): _agreement(gold[here], found[there]) for here, there in shared})
    right = 0
    tally.count("statements.found", len(pairs), len(gold) - len(pairs), len(found) - len(pairs))
    for here, there in pairs:
        left, other = gold[here], found[there]
        sources = left.statement.source, other.statement.source
        said = (
            Slot.of("speaker", left.speaker, other.speaker),
            Slot.of("cue", fold(left.statement.cue), fold(other.statement.cue)),
        )
        right += _count_slots(tally, "statements", said, *sources)
        if left.event is not None:
            at = events.get(left.event)
            _count_slots(tally, "statements", [Slot("event", left.event, other.event, at == other.event)], *sources)
        same_start = left.start == other.start
        tally.count("statements.start", same_start, not same_start, not same_start)
        if not same_start:
            quotes = left.statement.quote[:40], other.statement.quote[:40]
            tally.note("statements.start", Fault.BOUNDARY, *quotes, gold_source=sources[0], found_source=sources[1])
    tally.count("statements.right", right, len(gold) - right, len(found) - right)
    for here in sorted(set(range(len(gold))) - {here for here, _ in pairs}):
        statement = gold[here].statement
        tally.note("statements.found", Fault.MISSED, _speech(statement), "", gold_source=statement.source)
    for there in sorted(set(range(len(found))) - {there for _, there in pairs}):
        statement = found[there].statement
        tally.note("statements.found", Fault.SPURIOUS, "", _speech(statement), found_source=statement.source)


def _agreement(gold: PlacedStatement, found: PlacedStatement) -> float:
    same_cue = fold(gold.statement.cue) == fold(found.statement.cue)
    return 1 + 2 * (gold.speaker == found.speaker) + 2 * same_cue + (gold.start == found.start)


def _statements(side: Side) -> Iterator[PlacedStatement]:
    for number, article in enumerate(side.articles):
        for statement in article.statements:
            event = None if statement.event is None else (number, statement.event)
            yield PlacedStatement(statement, side.ink.spans(statement.source), event)


def _speech(statement: Statement) -> str:
    return f"{statement.speaker} {statement.cue or '–'}：{statement.quote[:40]}"


def score_details(sides: Sides, tally: Tally) -> None:
    """What the page says of itself, and the genre and authors of each article."""
    left, right = sides.gold.document.publication, sides.found.document.publication
    told = (name for name in PUBLICATION if getattr(left, name) is not None)
    _count_slots(tally, "publication", (Slot.of(name, getattr(left, name), getattr(right, name)) for name in told), (), ())
    for here, there in sides.counterparts.items():
        gold, found = sides.gold.articles[here], sides.found.articles[there]
        sources = gold.blocks[0].source, found.blocks[0].source
        slots = (
            Slot.of(name, getattr(gold, name), getattr(found, name)) for name in ("genre", "continued_on", "continued_from")
        )
        _count_slots(tally, "articles", slots, *sources)
        _score_set(tally, "articles.bylines", _bylines(gold), _bylines(found))


PUBLICATION = ("name", "issue_date", "issue_number", "page_number", "page_name")
"""What a page can say of its paper; where gold has nothing, it was not annotated and is not scored."""


def _bylines(article: Article) -> dict[Hashable, tuple[str, Source]]:
    return {
        (fold(item.outlet), fold(item.role), fold(item.name)): (
            " ".join(part for part in (item.outlet, item.role, item.name) if part),
            _find_byline(article, item.name or item.role or ""),
        )
        for item in article.bylines
    }


def _find_byline(article: Article, words: str) -> Source:
    """Where an author is named: in a byline, else in the first block with the name (本报讯（记者张琦）opens a paragraph)."""
    blocks = sorted(article.blocks, key=lambda block: block.role != BlockRole.BYLINE)
    named = (block.source for block in blocks if words in article.text[block.start : block.end])
    return next(named, ())
