"""How well what is said of figures is read in paragraphs annotated by hand: indicator, scope and period.

python -m yaowen.evaluate.figures CORPORA/raw data/annotations/figures/press.jsonl
python -m yaowen.evaluate.figures data/annotations/figures/written.txt
"""

from __future__ import annotations

import json
import lzma
import re
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

Pieces = list[Any] | None
"""`[start, end]` of a text, and characters that it does not have as they are; None where nothing is said."""

NONE, AS_ABOVE, NEXT_PIECE = "-", "=", "…"

_NTH = re.compile(r"(.+)#(\d+)")
_LACKED = re.compile(r"\[(.+)\]")
_WITHIN_NUMBER = r"(?<![\d.零一二两三四五六七八九十百千万亿])"


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


def read_written(path: Path) -> Iterator[Paragraph]:
    """The paragraphs of a file that has the texts themselves, parted by lines of `---`."""
    for number, written in enumerate(re.split(r"^---\n", path.read_text("utf-8"), flags=re.MULTILINE), 1):
        try:
            text, figures = parse_written(written)
        except ValueError as error:
            raise ValueError(f"{path.name}, paragraph {number}: {error}") from error
        yield Paragraph("written", text, None, dict(_figures(figures, text)))


def parse_written(written: str) -> tuple[str, list[dict[str, Any]]]:
    """A paragraph in a line of its own, and the figures in the lines under it, in order: `6万人次 | 接待…游客 | 全市 | -`.

    `…` joins pieces that stand apart, `[人数]` is a piece that the text does not have, `-` is nothing and `=` as in the
    line above. A piece is the one nearest to its figure, a figure the first after the one above; `#2` asks for the second
    in the text instead.
    """
    text, *lines = written.strip().splitlines() or [""]
    if not text or "|" in text:
        raise ValueError("it starts with its text, in one line without |")
    figures: list[dict[str, Any]] = []
    for line in lines:
        cells = [cell.strip() for cell in line.split("|")]
        if len(cells) != 1 + len(SLOTS):
            raise ValueError(f"{line!r} is not FIGURE | INDICATOR | SCOPE | PERIOD")
        above = figures[-1] if figures else None
        start, end = _find_figure(cells[0], text, above["figure"] if above else [0, 0])
        row: dict[str, Any] = {"figure": [start, end]}
        for slot, cell in zip(SLOTS, cells[1:], strict=True):
            if cell == AS_ABOVE and not above:
                raise ValueError(f"{line!r} has no line above it")
            row[slot] = above[slot] if above and cell == AS_ABOVE else _find_pieces(cell, text, start)
        figures.append(row)
    return text, figures


def _find_figure(cell: str, text: str, above: list[int]) -> list[int]:
    """Where a figure stands: not inside a longer number (`3个` in 13个), and not before the one above."""
    nth = _NTH.fullmatch(cell)
    wording = nth[1] if nth else cell
    spans = [[*match.span()] for match in re.finditer(_WITHIN_NUMBER + re.escape(wording), text)]
    after = spans[int(nth[2]) - 1 :] if nth else [span for span in spans if span[0] >= above[1]]
    if not after:
        raise ValueError(f"there is no figure {cell!r} after {text[slice(*above)]!r}")
    if after[0][0] < above[1]:
        raise ValueError(f"the figure {cell!r} comes before {text[slice(*above)]!r}")
    return after[0]


def _find_pieces(cell: str, text: str, figure: int) -> Pieces:
    return None if cell == NONE else [_find_piece(piece, text, figure) for piece in cell.split(NEXT_PIECE)]


def _find_piece(piece: str, text: str, figure: int) -> list[int] | str:
    if lacked := _LACKED.fullmatch(piece):
        return lacked[1]
    nth = _NTH.fullmatch(piece)
    wording = nth[1] if nth else piece
    starts = [match.start() for match in re.finditer(re.escape(wording), text)] if wording else []
    if len(starts) < (int(nth[2]) if nth else 1):
        raise ValueError(f"there is no {piece!r} in {text!r}; a piece that the text lacks is written [{piece}]")
    start = starts[int(nth[2]) - 1] if nth else min(starts, key=lambda start: abs(start - figure))
    return [start, start + len(wording)]


def _figures(figures: Iterable[dict[str, Any]], text: str) -> Iterator[tuple[int, dict[str, str | None]]]:
    for figure in figures:
        yield figure["figure"][0], {slot: _wording(figure[slot], text) for slot in SLOTS}


def _wording(pieces: Pieces, text: str) -> str | None:
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


def main(*paths: Path) -> None:
    """Prints the score of each slot in each part: the corpora and a file of annotations, or a file of written texts alone."""
    *raw, path = paths
    paragraphs = list(read_paragraphs(path, *raw) if raw else read_written(path))
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
