"""Flat tables in a DuckDB file, and as Parquet and CSV written by it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from yaowen.batch.results import Results, RowFile
from yaowen.batch.tables import TABLES, Column
from yaowen.errors import OutputError
from yaowen.files import replacing
from yaowen.spreadsheets import BOM, FORMULA, GUARD

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

SHORTEST_BUFFER = 1 << 24
MEMORY = "1GB"
"""What the database may hold in memory; the rest of a large run goes through files beside the outputs."""


@dataclass(frozen=True)
class DuckDB:
    """All tables in one database file, with the meaning of each column as its comment."""

    name: str = "yaowen.duckdb"

    def __call__(self, output: Path, results: Results) -> Path:
        with _refusals(output), replacing(output / self.name) as draft, _database(output, draft) as database:
            for table, columns in TABLES.items():
                typed = ", ".join(f'"{column.name}" {column.type}' for column in columns)
                database.execute(f'create table "{table}" ({typed})')
                database.execute(f'insert into "{table}" {_rows(results.rows[table], columns)}')
                for column in columns:
                    database.execute(f'comment on column "{table}"."{column.name}" is {_quoted(column.meaning)}')
        return output / self.name


@dataclass(frozen=True)
class Parquet:
    """A Parquet file for each table, in the folder `name` of the output folder."""

    name: str = "parquet"

    def __call__(self, output: Path, results: Results) -> Path:
        with _refusals(output), _database(output) as database:
            for table, columns in TABLES.items():
                with replacing(output / self.name / f"{table}.parquet") as draft:
                    query = _rows(results.rows[table], columns)
                    database.execute(f"copy ({query}) to {_quoted(str(draft))} (format parquet, compression zstd)")
        return output / self.name


@dataclass(frozen=True)
class Csv:
    """A CSV file for each table, for spreadsheets: UTF-8 with a byte order mark, and no cell that is taken for a formula."""

    name: str = "csv"

    def __call__(self, output: Path, results: Results) -> Path:
        with _refusals(output), _database(output) as database:
            for table, columns in TABLES.items():
                cells = ", ".join(map(_safe, columns))
                path = output / self.name / f"{table}.csv"
                query = f"select {cells} from ({_rows(results.rows[table], columns)})"  # noqa: S608 # our own names
                with replacing(path) as draft:
                    draft.write_bytes(BOM.encode())
                    bare = draft.with_suffix(".bare")
                    database.execute(f"copy ({query}) to {_quoted(str(bare))} (format csv, header)")
                    with bare.open("rb") as rows, draft.open("ab") as file:
                        shutil.copyfileobj(rows, file)
                    bare.unlink()
        return output / self.name


def _safe(column: Column) -> str:
    if column.type != "VARCHAR":
        return f'"{column.name}"'
    name = f'"{column.name}"'
    return f"case when regexp_matches({name}, {_quoted(FORMULA)}) then {_quoted(GUARD)} || {name} else {name} end as {name}"


def _rows(file: RowFile, columns: tuple[Column, ...]) -> str:
    """A query for the rows of a table, in order. An empty file has none, and no columns that could be told from it."""
    kinds = ", ".join(f"{_quoted(column.name)}: {_quoted(column.type)}" for column in columns)
    options = f"columns = {{{kinds}}}, format = 'newline_delimited', maximum_object_size = {max(file.longest, SHORTEST_BUFFER)}"
    if file.longest:
        return f"from read_json({_quoted(str(file.path))}, {options})"
    nulls = ", ".join(f'null::{column.type} as "{column.name}"' for column in columns)
    return f"select {nulls} where false"


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


@contextmanager
def _database(output: Path, path: Path | None = None) -> Iterator[DuckDBPyConnection]:
    import duckdb

    spill = output / ".spill"
    try:
        with duckdb.connect(str(path or ":memory:"), config={"memory_limit": MEMORY, "temp_directory": str(spill)}) as database:
            yield database
    finally:
        shutil.rmtree(spill, ignore_errors=True)


@contextmanager
def _refusals(output: Path) -> Iterator[None]:
    import duckdb

    try:
        yield
    except duckdb.Error as error:
        why = str(error).splitlines()[0]
        raise OutputError(
            f"{output}: DuckDB cannot write there ({why}); what was read is kept, so mend it and run again"
        ) from error
