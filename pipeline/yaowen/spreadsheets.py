"""What a CSV file needs so that spreadsheets open it as it is meant."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from yaowen.files import writing

BOM = "\ufeff"
"""Without it spreadsheets take UTF-8 for something else."""

FORMULA = r"^[=+@\t\r\n＝＋－＠-]"
"""What a spreadsheet takes for the start of a formula (OWASP, CSV Injection), as Python and DuckDB read it."""

GUARD = "'"
"""Before a cell it says that this is text."""


def guard(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return GUARD + cell if re.match(FORMULA, cell) else cell


def write_csv(path: Path, columns: Sequence[str], rows: Iterable[Iterable[str]]) -> None:
    """A CSV file that spreadsheets open as it is meant."""
    with writing(path) as file:
        file.write(BOM)
        out = csv.writer(file)
        out.writerow(columns)
        out.writerows(map(guard, row) for row in rows)
