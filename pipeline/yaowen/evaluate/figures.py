"""How well what is said of figures is read in paragraphs annotated by hand: indicator, scope and period.

python -m yaowen.evaluate.figures CORPORA/raw data/annotations/figures/press.jsonl
python -m yaowen.evaluate.figures data/annotations/figures/written.txt
"""

from __future__ import annotations

import argparse
import sys
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from rich.console import Console

from yaowen.config import read_pipeline
from yaowen.evaluate.facts.statistics import SAME_INDICATOR
from yaowen.evaluate.match import similarity
from yaowen.evaluate.score import Score
from yaowen.evaluate.table import make_table
from yaowen.facts.names.resolve import resolve_names
from yaowen.facts.statistics.find import FindStatistics
from yaowen.gold.annotated_figures import SLOTS, Paragraph, read_paragraphs, read_written
from yaowen.page import Clipping, Part, Reading
from yaowen.schema import BlockRole, Publication, Statistic
from yaowen.text import Text


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


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints the score of each slot in each part."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("raw", type=Path, nargs="?", help="the folder of the raw corpora; not for texts that are written out")
    parser.add_argument("annotated", type=Path, help="the annotated paragraphs")
    options = parser.parse_args(arguments)
    paragraphs = list(read_paragraphs(options.annotated, options.raw) if options.raw else read_written(options.annotated))
    clippings = [
        Clipping((Part(BlockRole.PARAGRAPH, Text.of(each.text)),), publication=Publication(issue_date=each.date))
        for each in paragraphs
    ]
    mentions = read_pipeline(None).find_entities(clippings)
    readings = (FindStatistics()(resolve_names(Reading(*each))) for each in zip(clippings, mentions, strict=True))
    found = ({each.source[0][0]: each for each in reading.statistics} for reading in readings)
    Console().print(make_table(score(paragraphs, found), {}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
