"""Flat tables in a DuckDB file, and as Parquet and CSV written by it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from yaowen.batch.tables import COLUMNS, write_rows

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

FORMULA = "[=+@\\t\\r-]"
"""What a spreadsheet takes for the start of a formula; such cells get a leading apostrophe (OWASP, CSV Injection)."""


@dataclass(frozen=True)
class DuckDB:
    """All tables in one database file in the output folder."""

    name: str = "yaowen.duckdb"

    def __call__(self, output: Path, documents: Iterable[str]) -> Path:
        draft = output / f".{self.name}.part"
        draft.unlink(missing_ok=True)
        with _filled(draft, documents):
            pass
        draft.replace(output / self.name)
        return output / self.name


@dataclass(frozen=True)
class Parquet:
    """A Parquet file for each table, in the folder `name` of the output folder."""

    name: str = "parquet"

    def __call__(self, output: Path, documents: Iterable[str]) -> Path:
        with _filled(None, documents) as database:
            for table in COLUMNS:
                _copy(database, f'from "{table}"', output / self.name / f"{table}.parquet", "format parquet, compression zstd")
        return output / self.name


@dataclass(frozen=True)
class Csv:
    """A CSV file for each table, for spreadsheets: UTF-8 with a byte order mark, and no cell that is taken for a formula."""

    name: str = "csv"

    def __call__(self, output: Path, documents: Iterable[str]) -> Path:
        with _filled(None, documents) as database:
            for table, columns in COLUMNS.items():
                cells = ", ".join(_safe(column) if kind == "VARCHAR" else f'"{column}"' for column, kind in columns.items())
                path = output / self.name / f"{table}.csv"
                _copy(database, f'select {cells} from "{table}"', path, "format csv, header")  # noqa: S608 # our own names
                path.write_bytes("\ufeff".encode() + path.read_bytes())
        return output / self.name


def _safe(column: str) -> str:
    guarded = f"""case when regexp_matches("{column}", '^{FORMULA}') then chr(39) || "{column}" else "{column}" end"""
    return f'{guarded} as "{column}"'


@contextmanager
def _filled(path: Path | None, documents: Iterable[str]) -> Iterator[DuckDBPyConnection]:
    import duckdb

    with TemporaryDirectory() as folder, duckdb.connect(str(path or ":memory:")) as database:
        for table, file in write_rows(documents, Path(folder)).items():
            columns = ", ".join(f'"{column}" {kind}' for column, kind in COLUMNS[table].items())
            kinds = ", ".join(f"'{column}': '{kind}'" for column, kind in COLUMNS[table].items())
            database.execute(f'create table "{table}" ({columns})')
            if file.stat().st_size:
                rows = f"read_json(?, columns = {{{kinds}}}, format = 'newline_delimited', maximum_object_size = 268435456)"
                database.execute(f'insert into "{table}" from {rows}', [str(file)])
        yield database


def _copy(database: DuckDBPyConnection, query: str, path: Path, options: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name}.part")
    quoted = str(draft).replace("'", "''")
    database.execute(f"copy ({query}) to '{quoted}' ({options})")
    draft.replace(path)
