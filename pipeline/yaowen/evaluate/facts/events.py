"""How well events were read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterator
from typing import NamedTuple

from yaowen.evaluate.facts.slots import Slot, Told, count_slots, note_unpaired
from yaowen.evaluate.ink import Spans, overlaps
from yaowen.evaluate.match import assign, fold, similarity
from yaowen.evaluate.tally import Fault, Sides, Tally
from yaowen.schema import Event, PartTaken, TimeSpan

SAME_EVENT = 0.35
"""How alike two events of one article must be to be compared."""


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
    wanted, got = ([Told(_describe(item.event), item.event.source) for item in side] for side in (gold, found))
    note_unpaired(tally, "events.found", wanted, got, pairs)
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
    right = count_slots(tally, "events", slots, gold.source, found.source)
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
        tally.count_common(f"events.{name}", (wanted & got).total(), wanted.total(), got.total())
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
    tally.count_common("events.whole", right, 1, 1)


def _list(items: Counter[Hashable]) -> str:
    return "、".join(" ".join(map(str, item)) if isinstance(item, tuple) else str(item) for item in items.elements())
