import re
from contextlib import closing

import duckdb
import pytest

from conftest import ROOT
from yaowen.cli import main

QUESTION = re.compile(r"```sql\n(.*?)```\n\n\|[^\n]*\n\|[ |-]*\n((?:\|[^\n]*\n)+)", re.DOTALL)


@pytest.mark.models
def test_the_questions_of_the_docs_have_answers_on_the_sample_run(tmp_path):
    assert main(["run", str(ROOT / "configs" / "sample.toml"), "--set", f"run.output='{tmp_path}'"]) == 0

    questions = QUESTION.findall((ROOT / "docs" / "runs.md").read_text("utf-8"))
    assert len(questions) == 3
    with closing(duckdb.connect(str(tmp_path / "yaowen.duckdb"), read_only=True)) as database:
        for question, table in questions:
            told = [[cell.strip() for cell in row.strip("|").split("|")] for row in table.splitlines()]
            assert [list(map(show, row)) for row in database.sql(question).fetchall()] == told


def show(cell):
    return "" if cell is None else f"{cell:g}" if isinstance(cell, float) else str(cell)
