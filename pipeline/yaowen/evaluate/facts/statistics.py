"""How well statistics were read."""

from __future__ import annotations

from collections.abc import Iterator

from yaowen.evaluate.facts.slots import Slot, Told, count_slots, note_unpaired
from yaowen.evaluate.ink import overlaps
from yaowen.evaluate.match import assign, fold, similarity
from yaowen.evaluate.tally import Sides, Tally
from yaowen.schema import Statistic

SAME_INDICATOR = 0.8
"""How alike two wordings of what is measured must be to count as one."""


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
    wanted, got = ([Told(_figure(item), item.source) for item in side] for side in (gold, found))
    note_unpaired(tally, "statistics.found", wanted, got, pairs)
    for here, there in pairs:
        left, right = gold[here], found[there]
        whole = count_slots(tally, "statistics", _statistic_slots(left, right), left.source, right.source)
        tally.count_common("statistics.whole", whole, 1, 1)


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
