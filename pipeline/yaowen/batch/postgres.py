"""Flat tables in a PostgreSQL database."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from yaowen.batch.results import Results
from yaowen.batch.tables import TABLES, Column
from yaowen.errors import ConfigError, OutputError

if TYPE_CHECKING:
    from psycopg import Connection

RUN = "yaowen_run"
"""The table that says whose a schema is."""

TYPES = {"VARCHAR": "text", "BIGINT": "bigint", "DOUBLE": "double precision"}


@dataclass(frozen=True)
class Postgres:
    """All tables in `schema` of the database whose URL the environment variable `url_from` holds.

    The rows of each document take the place of those that this run wrote for it before; documents whose inputs have
    vanished stay. All appears at once, in one transaction. The URL is not in the config, since it may hold a password.

    A schema is for one run, told by its output folder: ids are unique within a run, so the `01` of another one would take the
    place of this one's. A schema that holds another run is left alone.
    """

    url_from: str = "YAOWEN_POSTGRES_URL"
    schema: str = "yaowen"

    def check(self) -> None:
        """Raises `ConfigError` or `OutputError` where the database cannot be reached, before hours of reading."""
        with self._connect() as connection:
            connection.execute("select 1")

    def __call__(self, output: Path, results: Results) -> str:
        with self._connect() as connection:
            connection.execute(f"create schema if not exists {_name(self.schema)}")
            connection.execute(f"set local search_path to {_name(self.schema)}")
            self._claim(connection, str(output.resolve()))
            for table, columns in TABLES.items():
                _make_table(connection, table, columns)
                _copy(connection, table, columns, results.rows[table].path)
            for table, columns in TABLES.items():
                _upsert(connection, table, columns)
        return f"postgres: {self.schema}"

    def _claim(self, connection: Connection, run: str) -> None:
        """Raises `OutputError` where the schema is another run's."""
        connection.execute(f"create table if not exists {RUN} (one boolean primary key default true check (one), folder text)")
        connection.execute(f"comment on table {RUN} is 'the output folder of the run that writes this schema'")
        connection.execute(f"insert into {RUN} (folder) values (%s) on conflict (one) do nothing", [run])  # noqa: S608
        (owner,) = connection.execute(f"select folder from {RUN}").fetchone() or ("",)  # noqa: S608 # our own name
        if owner != run:
            raise OutputError(
                f"[[sinks]] use = 'postgres': schema {self.schema!r} holds the run of {owner}, whose ids may be the same; set "
                f"another schema for {run}, or drop the table {RUN} in it if this is that run, moved"
            )

    @contextmanager
    def _connect(self) -> Iterator[Connection]:
        url = os.environ.get(self.url_from)
        if not url:
            raise ConfigError(f"[[sinks]] use = 'postgres': set {self.url_from} to postgresql://user:password@host/database")
        try:
            import psycopg
        except ImportError:
            raise ConfigError("psycopg: not installed; install yaowen[postgres]") from None
        try:
            with psycopg.connect(url, connect_timeout=10) as connection:
                yield connection
        except psycopg.Error as error:
            why = (str(error).splitlines() or [type(error).__name__])[0]
            raise OutputError(
                f"the database of {self.url_from}: {why}; what was read is kept, so mend it and run again"
            ) from None


def _make_table(connection: Connection, table: str, columns: tuple[Column, ...]) -> None:
    typed = ", ".join(f"{_name(column.name)} {TYPES[column.type]}" for column in columns)
    connection.execute(f"create table if not exists {_name(table)} ({typed}, primary key ({_name(columns[0].name)}))")
    for column in columns:  # an earlier version may have made the table
        connection.execute(f"alter table {_name(table)} add column if not exists {_name(column.name)} {TYPES[column.type]}")
    if table != "documents":
        connection.execute(f"create index if not exists {_name(f'{table}_document')} on {_name(table)} (document)")
    for column in columns:
        meaning = column.meaning.replace("'", "''")
        connection.execute(f"comment on column {_name(table)}.{_name(column.name)} is '{meaning}'")


def _copy(connection: Connection, table: str, columns: tuple[Column, ...], rows: Path) -> None:
    new = _name(f"new_{table}")
    connection.execute(f"create temp table {new} (like {_name(table)}) on commit drop")
    names = [column.name for column in columns]
    with (
        connection.cursor() as cursor,
        cursor.copy(f"copy {new} ({', '.join(map(_name, names))}) from stdin") as copy,
        rows.open(encoding="utf-8") as file,
    ):
        for line in file:
            row = json.loads(line)
            copy.write_row([row[name] for name in names])


def _upsert(connection: Connection, table: str, columns: tuple[Column, ...]) -> None:
    key, *others = (_name(column.name) for column in columns)
    old, new, documents = _name(table), _name(f"new_{table}"), _name("new_documents")
    # A document read again may say less than it did: what it no longer says must go.
    connection.execute(
        f"delete from {old} where document in (select document from {documents})"  # noqa: S608 # our own names
        f" and not exists (select from {new} where {new}.{key} = {old}.{key})"
    )
    updates = ", ".join(f"{name} = excluded.{name}" for name in others)
    listed = ", ".join((key, *others))
    connection.execute(
        f"insert into {old} ({listed}) select {listed} from {new} on conflict ({key}) do update set {updates}"  # noqa: S608
    )


def _name(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
