"""Rows of type: how wide a text is set in which fonts, and where it is broken for a column."""

from __future__ import annotations

import re
from collections.abc import Sequence

FONT, LATIN = "STSong-Light", "Times-Roman"
CLOSING = set("，。、；：！？”’」』）》】…,.;:!?)%％")
OPENING = set("“‘「『（《【(")
RUN = re.compile(r"[ -~]+|[^ -~]+")
UNIT = re.compile(r"[A-Za-z0-9.%+\-]+|.", re.DOTALL)


def measure(text: str, size: float) -> float:
    """How wide a text is set."""
    from reportlab.pdfbase.pdfmetrics import stringWidth

    return sum(float(stringWidth(run, font, size)) for font, run in part_fonts(text))


def part_fonts(text: str) -> list[tuple[str, str]]:
    """The runs of a text and the font of each; PDFium loses a lone character of a font that it has to replace."""
    runs = RUN.findall(text)
    if any(len(run) == 1 and not run.isascii() for run in runs):
        return [(FONT, text)]
    return [(LATIN if run.isascii() else FONT, run) for run in runs]


def break_rows(text: str, size: float, width: float, indent: int) -> list[str]:
    """Rows no wider than the column; no mark that closes begins one, none that opens ends one."""
    rows, row, room = [], "", width - indent * size
    for unit in UNIT.findall(text):
        if row and measure(row + unit, size) > room + 0.01:
            if unit in CLOSING:
                row += unit  # it hangs over the edge
                continue
            kept = row.rstrip("".join(OPENING))
            rows.append(kept or row)
            row, room = row[len(kept) :] if kept else "", width
        row += unit
    return [*rows, *([row] if row else [])]


def cut_rows(rows: Sequence[str], length: int) -> tuple[list[str], list[str]]:
    """The rows of the first so many characters, and those of the rest."""
    first, rest = [], []
    for row in rows:
        first.append(row[:length])
        rest.append(row[length:])
        length = max(0, length - len(row))
    return [row for row in first if row], [row for row in rest if row]
