"""How well what is said of figures is read in press paragraphs annotated by hand: indicator, scope and period.

python -m yaowen.evaluate.figures CORPORA/raw data/annotations/figures/press.jsonl
"""

from __future__ import annotations

import json
import lzma
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rich.console import Console

from yaowen.config import read_pipeline
from yaowen.evaluate.facts import SAME_INDICATOR
from yaowen.evaluate.match import similarity
from yaowen.evaluate.score import Score
from yaowen.evaluate.table import make_table
from yaowen.facts.canonical import resolve_names
from yaowen.facts.statistics import find_statistics
from yaowen.page import Clipping, Part, Reading
from yaowen.schema import BlockRole, Publication, Statistic
from yaowen.text import Text

SLOTS = ("indicator", "scope", "period")


@dataclass(frozen=True)
class Paragraph:
    """A paragraph of an article, and what is said of its figures by where they start."""

    part: str
    text: str
    date: str | None
    figures: dict[int, dict[str, str | None]]


def read_paragraphs(path: Path, raw: Path) -> Iterator[Paragraph]:
    """The annotated paragraphs, their wording put together from the corpora."""
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    for corpus in sorted({row["corpus"] for row in rows}):
        wanted = {row["id"] for row in rows if row["corpus"] == corpus}
        with lzma.open(raw / f"{corpus}.jsonl.xz", "rt", encoding="utf-8") as lines:
            articles = {row["id"]: row for row in map(json.loads, lines) if row["id"] in wanted}
        for row in rows:
            if row["corpus"] == corpus:
                article = articles[row["id"]]
                text = article["text"][row["start"] : row["end"]]
                yield Paragraph(row["part"], text, article["date"] or None, dict(_figures(row["figures"], text)))


def _figures(figures: Iterable[dict[str, Any]], text: str) -> Iterator[tuple[int, dict[str, str | None]]]:
    for figure in figures:
        yield figure["figure"][0], {slot: _wording(figure[slot], text) for slot in SLOTS}


def _wording(pieces: list[Any] | None, text: str) -> str | None:
    """Pieces of the text, or characters that it does not have, in order."""
    if pieces is None:
        return None
    return "".join(piece if isinstance(piece, str) else text[piece[0] : piece[1]] for piece in pieces)


def score(paragraphs: Iterable[Paragraph], found: Iterable[Mapping[int, Statistic]]) -> dict[str, Score]:
    """The score of each part and slot, over the figures that were found."""
    scores: dict[str, Score] = defaultdict(Score)
    for paragraph, statistics in zip(paragraphs, found, strict=True):
        for start, gold in paragraph.figures.items():
            if statistic := statistics.get(start):
                for slot, read in zip(SLOTS, _said(statistic), strict=True):
                    scores[f"{paragraph.part}.{slot}"] += compare(slot, gold[slot], read)
    return scores


def _said(statistic: Statistic) -> tuple[str | None, str | None, str | None]:
    scope, period = statistic.scope, statistic.period
    return statistic.indicator, scope.text if scope else None, period.text if period else None


def compare(slot: str, gold: str | None, read: str | None) -> Score:
    """One slot of one figure: two that differ are missed and spurious, and two that say nothing do not count."""
    if gold and read:
        same = similarity(gold, read) >= SAME_INDICATOR if slot == "indicator" else gold == read
        return Score(correct=1) if same else Score(missed=1, spurious=1)
    return Score(missed=bool(gold), spurious=bool(read))


def main(raw: Path, path: Path) -> None:
    """Prints the score of each slot, of the paragraphs to look at and of those that are only measured."""
    paragraphs = list(read_paragraphs(path, raw))
    clippings = [
        Clipping((Part(BlockRole.PARAGRAPH, Text.of(each.text)),), publication=Publication(issue_date=each.date))
        for each in paragraphs
    ]
    mentions = read_pipeline(None).find_entities(clippings)
    readings = (find_statistics(resolve_names(Reading(*each))) for each in zip(clippings, mentions, strict=True))
    found = ({each.source[0][0]: each for each in reading.statistics} for reading in readings)
    Console().print(make_table(score(paragraphs, found), {}))


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
