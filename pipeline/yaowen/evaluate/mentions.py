"""How well names, roles, places and organisations were found."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import NamedTuple

from yaowen.evaluate.ink import Spans, overlaps
from yaowen.evaluate.match import assign
from yaowen.evaluate.tally import Side, Sides, Tally
from yaowen.schema import Label, Mention


class Placed(NamedTuple):
    """A mention in ink."""

    mention: Mention
    spans: Spans


def score_mentions(sides: Sides, tally: Tally) -> None:
    """Strict (same label, same ink), and as in SemEval-2013 task 9.1: partial (any label) and type (overlap, same label)."""
    gold, found = _place(sides.gold), _place(sides.found)
    pairs = _pair(gold, found)
    strict: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    partial, typed, exact = 0.0, 0, 0
    for here, there in pairs:
        left, right = gold[here], found[there]
        same_label, same_spans = left.mention.label == right.mention.label, left.spans == right.spans
        partial += 1 if same_spans else 0.5
        typed += same_label
        exact += same_spans
        if same_label and same_spans:
            strict[left.mention.label][0] += 1
            continue
        strict[left.mention.label][1] += 1
        strict[right.mention.label][2] += 1
        tally.note(
            f"mentions.{left.mention.label}",
            "wrong label" if same_spans else "wrong boundary",
            f"{left.mention.text} {left.mention.label}",
            f"{right.mention.text} {right.mention.label}",
            gold_source=left.mention.source,
            found_source=right.mention.source,
        )
    for here in sorted(set(range(len(gold))) - {here for here, _ in pairs}):
        mention = gold[here].mention
        strict[mention.label][1] += 1
        source = mention.source
        tally.note(f"mentions.{mention.label}", "missed", f"{mention.text} {mention.label}", "", gold_source=source)
    for there in sorted(set(range(len(found))) - {there for _, there in pairs}):
        mention = found[there].mention
        strict[mention.label][2] += 1
        source = mention.source
        tally.note(f"mentions.{mention.label}", "spurious", "", f"{mention.text} {mention.label}", found_source=source)
    tally.count("mentions.strict", *(sum(counts) for counts in zip(*strict.values(), strict=True)) if strict else ())
    for label in Label:
        tally.count(f"mentions.{label}", *strict[label])
    for name, correct in (("exact", exact), ("partial", partial), ("type", typed)):
        tally.count(f"mentions.{name}", correct, len(gold) - correct, len(found) - correct)
    _score_canonical(gold, found, tally)


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
        + 4 * (gold[here].spans == found[there].spans and gold[here].mention.label == found[there].mention.label)
        + 2 * (gold[here].spans == found[there].spans)
        + 0.5 * (gold[here].mention.label == found[there].mention.label)
        + shared / 1e6
        for (here, there), shared in overlaps([item.spans for item in gold], [item.spans for item in found]).items()
    }
    return assign(weights)


def _score_canonical(gold: list[Placed], found: list[Placed], tally: Tally) -> None:
    """Full names, where gold resolves a short form."""
    wanted = Counter((item.spans, item.mention.canonical) for item in gold if item.mention.canonical)
    places = {spans for spans, _ in wanted}
    got = Counter((item.spans, item.mention.canonical) for item in found if item.mention.canonical and item.spans in places)
    right = (wanted & got).total()
    tally.count("mentions.canonical", right, wanted.total() - right, got.total() - right)
