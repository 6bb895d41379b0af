"""How well statements were read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from yaowen.evaluate.facts.events import EventPairs
from yaowen.evaluate.facts.slots import Slot, Told, count_slots, note_unpaired
from yaowen.evaluate.ink import Spans, overlaps
from yaowen.evaluate.match import assign, fold
from yaowen.evaluate.tally import Fault, Side, Sides, Tally
from yaowen.schema import Statement


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
    wanted, got = ([Told(_speech(item.statement), item.statement.source) for item in side] for side in (gold, found))
    note_unpaired(tally, "statements.found", wanted, got, pairs)
    for here, there in pairs:
        left, other = gold[here], found[there]
        sources = left.statement.source, other.statement.source
        said = (
            Slot.of("speaker", left.speaker, other.speaker),
            Slot.of("cue", fold(left.statement.cue), fold(other.statement.cue)),
        )
        right += count_slots(tally, "statements", said, *sources)
        if left.event is not None:
            at = events.get(left.event)
            count_slots(tally, "statements", [Slot("event", left.event, other.event, at == other.event)], *sources)
        same_start = left.start == other.start
        tally.count_common("statements.start", same_start, 1, 1)
        if not same_start:
            quotes = left.statement.quote[:40], other.statement.quote[:40]
            tally.note("statements.start", Fault.BOUNDARY, *quotes, gold_source=sources[0], found_source=sources[1])
    tally.count_common("statements.right", right, len(gold), len(found))


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
