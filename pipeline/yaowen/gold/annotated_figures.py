"""Paragraphs whose figures were annotated by hand: what each of them measures, of what and when.

Some files say where a paragraph stands in a corpus, others have it written out.
"""

from __future__ import annotations

import json
import lzma
import re
from collections.abc import Container, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

SLOTS = ("indicator", "scope", "period")

Pieces = list[Any] | None
"""`[start, end]` of a text, and characters that it does not have as they are; None where nothing is said."""

NONE, AS_ABOVE, NEXT_PIECE = "-", "=", "…"

_NTH = re.compile(r"(.+)#(\d+)")
_LACKED = re.compile(r"\[(.+)\]")
_WITHIN_NUMBER = r"(?<![\d.零一二两三四五六七八九十百千万亿])"


@dataclass(frozen=True)
class Paragraph:
    """A paragraph of an article, and what is said of its figures."""

    part: str
    text: str
    date: str | None
    rows: tuple[dict[str, Any], ...]
    """Of each figure where it stands, and the `Pieces` of each slot."""

    @cached_property
    def figures(self) -> dict[int, dict[str, str | None]]:
        """What is said of the figures, by where they start."""
        return {row["figure"][0]: {slot: put_together(row[slot], self.text) for slot in SLOTS} for row in self.rows}


def read_paragraphs(path: Path, raw: Path) -> Iterator[Paragraph]:
    """The annotated paragraphs, their wording put together from the corpora."""
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    for corpus in sorted({row["corpus"] for row in rows}):
        articles = find_articles(raw / f"{corpus}.jsonl.xz", {row["id"] for row in rows if row["corpus"] == corpus})
        for row in rows:
            if row["corpus"] == corpus:
                article = articles[row["id"]]
                text = article["text"][row["start"] : row["end"]]
                yield Paragraph(row["part"], text, article["date"] or None, tuple(row["figures"]))


def find_articles(path: Path, wanted: Container[str]) -> dict[str, dict[str, Any]]:
    """The articles of a corpus by their ids, where these are wanted."""
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        return {row["id"]: row for row in map(json.loads, lines) if row["id"] in wanted}


def read_written(path: Path) -> Iterator[Paragraph]:
    """The paragraphs of a file that has the texts themselves, parted by lines of `---`."""
    for number, written in enumerate(re.split(r"^---\n", path.read_text("utf-8"), flags=re.MULTILINE), 1):
        try:
            text, figures = parse_written(written)
        except ValueError as error:
            raise ValueError(f"{path.name}, paragraph {number}: {error}") from error
        yield Paragraph("written", text, None, tuple(figures))


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


def put_together(pieces: Pieces, text: str) -> str | None:
    """Pieces of the text, or characters that it does not have, in order."""
    if pieces is None:
        return None
    return "".join(piece if isinstance(piece, str) else text[piece[0] : piece[1]] for piece in pieces)
