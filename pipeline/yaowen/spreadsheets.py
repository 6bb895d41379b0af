"""What a CSV file needs so that spreadsheets open it as it is meant."""

from __future__ import annotations

import re

BOM = "\ufeff"
"""Without it spreadsheets take UTF-8 for something else."""

FORMULA = r"^[=+@\t\r\n＝＋－＠-]"
"""What a spreadsheet takes for the start of a formula (OWASP, CSV Injection), as Python and DuckDB read it."""

GUARD = "'"
"""Before a cell it says that this is text."""


def guard(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return GUARD + cell if re.match(FORMULA, cell) else cell
