import duckdb
import pytest

from yaowen.spreadsheets import FORMULA, guard

CELLS = [*(f"{sign}1" for sign in "=+-@\t\r\n＝＋－＠"), "", "李建国", "1-2", "'=1"]


@pytest.mark.parametrize("cell", CELLS)
def test_a_cell_that_is_taken_for_a_formula_is_guarded(cell):
    formula = cell.endswith("1") and not cell.startswith("'")
    assert guard(cell) == (f"'{cell}" if formula else cell)
    with duckdb.connect() as database:
        assert database.execute("select regexp_matches(?, ?)", [cell, FORMULA]).fetchone() == (formula,)
