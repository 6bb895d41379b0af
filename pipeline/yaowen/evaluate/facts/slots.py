"""Counts what facts say, slot by slot, and notes where gold says otherwise."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence
from typing import NamedTuple

from yaowen.evaluate.tally import Fault, Tally
from yaowen.text import Source


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


def count_slots(tally: Tally, name: str, slots: Iterable[Slot], gold_source: Source, found_source: Source) -> bool:
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


class Told(NamedTuple):
    """How an item that has no counterpart is shown, and where it stands."""

    words: str
    source: Source


def note_unpaired(
    tally: Tally, name: str, gold: Sequence[Told], found: Sequence[Told], pairs: Collection[tuple[int, int]]
) -> None:
    """Counts the pairs, and notes what gold has and was not found, and what was found and gold has not."""
    tally.count_common(name, len(pairs), len(gold), len(found))
    for here in sorted(set(range(len(gold))) - {here for here, _ in pairs}):
        tally.note(name, Fault.MISSED, gold[here].words, "", gold_source=gold[here].source)
    for there in sorted(set(range(len(found))) - {there for _, there in pairs}):
        tally.note(name, Fault.SPURIOUS, "", found[there].words, found_source=found[there].source)


def score_set(
    tally: Tally, name: str, gold: Mapping[Hashable, tuple[str, Source]], found: Mapping[Hashable, tuple[str, Source]]
) -> None:
    """Counts what both have by its key; each key comes with how it is shown and where it stands."""
    tally.count_common(name, len(gold.keys() & found.keys()), len(gold), len(found))
    for key, (text, source) in gold.items():
        if key not in found:
            tally.note(name, Fault.MISSED, text, "", gold_source=source)
    for key, (text, source) in found.items():
        if key not in gold:
            tally.note(name, Fault.SPURIOUS, "", text, found_source=source)
