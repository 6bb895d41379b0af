"""How well names, roles, places and organisations were found."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from yaowen.evaluate.ink import Spans, overlaps
from yaowen.evaluate.match import assign
from yaowen.evaluate.tally import Fault, Side, Sides, Tally
from yaowen.schema import Label, Mention


class Placed(NamedTuple):
    """A mention in ink."""

    mention: Mention
    spans: Spans

    @property
    def label(self) -> Label:
        """What it names."""
        return self.mention.label


def score_mentions(sides: Sides, tally: Tally) -> None:
    """Strict (same label, same ink) and, as in SemEval-2013 task 9.1, exact, partial and type; each label by itself too."""
    gold, found = _place(sides.gold), _place(sides.found)
    pairs = _pair(gold, found)
    strict = [
        (here, there)
        for here, there in pairs
        if _same_place(gold[here], found[there]) and gold[here].label == found[there].label
    ]
    _count(tally, "mentions.strict", len(strict), gold, found)
    for label in Label:
        _count(tally, f"mentions.{label}", sum(gold[here].label == label for here, _ in strict), gold, found, label)
    _count(tally, "mentions.exact", sum(_same_place(gold[here], found[there]) for here, there in pairs), gold, found)
    _count(tally, "mentions.partial", sum(_credit(gold[here], found[there]) for here, there in pairs), gold, found)
    _count(tally, "mentions.type", sum(gold[here].label == found[there].label for here, there in pairs), gold, found)
    for label in Label:
        wanted, read = ([item for item in side if item.label == label] for side in (gold, found))
        credit = sum(_credit(wanted[here], read[there]) for here, there in _pair(wanted, read))
        _count(tally, f"mentions.{label}.partial", credit, wanted, read)
    _score_canonical(gold, found, tally)
    _note_mistakes(gold, found, pairs, tally)


def _count(
    tally: Tally, name: str, correct: float, gold: list[Placed], found: list[Placed], label: Label | None = None
) -> None:
    tally.count_common(name, correct, *(sum(label in (None, item.label) for item in side) for side in (gold, found)))


def _same_place(gold: Placed, found: Placed) -> bool:
    return gold.spans == found.spans


def _credit(gold: Placed, found: Placed) -> float:
    return 1 if _same_place(gold, found) else 0.5


def _note_mistakes(gold: list[Placed], found: list[Placed], pairs: list[tuple[int, int]], tally: Tally) -> None:
    for here, there in pairs:
        left, right = gold[here].mention, found[there].mention
        same_place = _same_place(gold[here], found[there])
        if not same_place or left.label != right.label:
            tally.note(
                f"mentions.{left.label}",
                Fault.LABEL if same_place else Fault.BOUNDARY,
                f"{left.text} {left.label}",
                f"{right.text} {right.label}",
                gold_source=left.source,
                found_source=right.source,
            )
    for here in sorted(set(range(len(gold))) - {here for here, _ in pairs}):
        mention = gold[here].mention
        said = f"{mention.text} {mention.label}"
        tally.note(f"mentions.{mention.label}", Fault.MISSED, said, "", gold_source=mention.source)
    for there in sorted(set(range(len(found))) - {there for _, there in pairs}):
        mention = found[there].mention
        said = f"{mention.text} {mention.label}"
        tally.note(f"mentions.{mention.label}", Fault.SPURIOUS, "", said, found_source=mention.source)


def _place(side: Side) -> list[Placed]:
    """The mentions of all articles by their place on the page; where the same one is given twice, it counts twice."""
    placed = [
        Placed(mention, tuple(sorted(side.ink.spans(mention.source))))
        for article in side.articles
        for mention in article.mentions
    ]
    return sorted(placed, key=lambda item: (item.spans, item.mention.label))


def _pair(gold: list[Placed], found: list[Placed]) -> list[tuple[int, int]]:
    """Mentions with shared ink, one to one: as many as can be, the same label and place before the same place before any."""
    weights = {
        (here, there): 1.0
        + 4 * (_same_place(gold[here], found[there]) and gold[here].label == found[there].label)
        + 2 * _same_place(gold[here], found[there])
        + 0.5 * (gold[here].label == found[there].label)
        + shared / 1e6
        for (here, there), shared in overlaps([item.spans for item in gold], [item.spans for item in found]).items()
    }
    return assign(weights)


def _score_canonical(gold: list[Placed], found: list[Placed], tally: Tally) -> None:
    """Full names, where gold resolves a short form."""
    wanted = Counter((item.spans, item.mention.canonical) for item in gold if item.mention.canonical)
    places = {spans for spans, _ in wanted}
    got = Counter((item.spans, item.mention.canonical) for item in found if item.mention.canonical and item.spans in places)
    tally.count_common("mentions.canonical", (wanted & got).total(), wanted.total(), got.total())
