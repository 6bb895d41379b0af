"""The ledger of a run: what has been read, from which content, with which settings, and what came of it.

One SQLite file holds it, so that a killed run loses nothing that was noted and a resumed one repeats nothing. The sinks
are written from it, in the order of the inputs; that is why an interrupted run ends with the same bytes as an undisturbed one.
"""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path
from typing import Self

from yaowen.errors import OutputError
from yaowen.files import as_utf8
from yaowen.names import Names

FORMAT = 1
"""The number of the tables' format; a ledger of another one is not touched."""

TABLES = """
create table if not exists pages (
    uri text primary key, content text not null, settings text not null, limits text not null,
    run integer not null, position integer not null, name text not null, read integer not null, stage text, error text,
    characters integer not null, warnings integer not null, timings text not null
);
create index if not exists in_order on pages (run, position);
create table if not exists documents (uri text primary key, document blob not null);
create table if not exists runs (run integer primary key autoincrement, settings text not null);
create temp table uris (uri text primary key) without rowid;
"""


@dataclass(frozen=True)
class Quarantined:
    """An input that gave no document: which, at what stage (load, read, time, memory, crash), and why."""

    uri: str
    name: str
    stage: str
    error: str


@dataclass(frozen=True)
class Outcome:
    """What came of one input: its document, or why there is none.

    `content` is the hash of all that the input brought; `document` is packed JSON; `timings` are the seconds of each stage.
    """

    position: int
    uri: str
    name: str
    content: str
    document: bytes | None = None
    stage: str | None = None
    error: str | None = None
    characters: int = 0
    warnings: int = 0
    timings: Mapping[str, float] = field(default_factory=dict)


class Known(Enum):
    """What a ledger knows of an input."""

    NOT = "not read yet, or changed since"
    READ = "read before"
    QUARANTINED = "given up before, under the same limits"


@dataclass(frozen=True)
class Counts:
    """What the inputs of a run came to. `documents` + `quarantined` = inputs."""

    documents: int
    quarantined: int
    characters: int
    warnings: int


def pack(document: str) -> bytes:
    """A document's JSON, compressed."""
    return zlib.compress(as_utf8(document).encode(), 1)


def unpack(document: bytes) -> str:
    """The JSON of a packed document."""
    return zlib.decompress(document).decode()


class Ledger:
    """The ledger of one output folder. Use it in a `with` statement; only one process at a time can.

    `settings` decides what is read from a page, `limits` whether a page is given up: a quarantined page is known under the same
    limits only. Raises `OutputError` where another process has it open or the file is no ledger; `fresh` forgets all it knew.
    """

    def __init__(self, path: Path, settings: str, limits: str = "", *, fresh: bool = False) -> None:
        self.settings, self.limits = settings, limits
        self._connection = sqlite3.connect(path, timeout=0.2)
        try:
            self._open(fresh)
        except sqlite3.OperationalError as error:
            self._connection.close()
            if "locked" in str(error):
                raise OutputError(f"{path.parent}: in use by another run; wait for it, or give another output") from None
            raise
        except sqlite3.DatabaseError:
            self._connection.close()
            raise OutputError(f"{path}: not a ledger; delete it, and all is read again") from None

    def _open(self, fresh: bool) -> None:
        execute = self._connection.execute
        execute("pragma locking_mode = exclusive")
        execute("pragma journal_mode = wal")
        execute("pragma synchronous = normal")
        execute("begin immediate")  # takes the lock, and keeps it until the ledger is closed
        if execute("pragma user_version").fetchone()[0] not in (0, FORMAT):
            raise sqlite3.DatabaseError("another format")
        self._connection.commit()
        self._connection.executescript(f"{TABLES} pragma user_version = {FORMAT};")
        if fresh:
            self._connection.executescript("delete from pages; delete from documents; vacuum;")
        self._names = Names(self._connection)
        self.run = int(execute("insert into runs (settings) values (?)", (self.settings,)).lastrowid or 0)
        self._connection.commit()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        try:
            self._connection.commit()  # what was noted before a Ctrl-C is kept
        finally:
            self._connection.close()

    def meet(self, uri: str) -> bool:
        """Whether an input is met for the first time in this run."""
        return self._connection.execute("insert or ignore into uris values (?)", (uri,)).rowcount == 1

    def make_unique(self, name: str) -> str:
        """A name that no other input of this run has."""
        return self._names.make_unique(name)

    def knows(self, uri: str, content: str, position: int, *, retry: bool = False) -> Known:
        """What came of this content with these settings before, if anything; it then counts for this run too.

        With `retry`, what was given up is not known.
        """
        noted = self._connection.execute(
            "update pages set run = ?, position = ? where uri = ? and content = ? and settings = ?"
            " and (read or (limits = ? and not ?)) returning read",
            (self.run, position, uri, content, self.settings, self.limits, retry),
        ).fetchone()
        if noted is None:
            return Known.NOT
        return Known.READ if noted[0] else Known.QUARANTINED

    def note(self, outcome: Outcome) -> None:
        """Notes what came of an input. It is safe on disk after the next `commit`."""
        read = outcome.document is not None
        self._connection.execute(
            f"insert or replace into pages values ({', '.join('?' * 13)})",  # noqa: S608 # question marks
            (
                *(outcome.uri, outcome.content, self.settings, self.limits, self.run, outcome.position, outcome.name, read),
                *(outcome.stage, outcome.error and as_utf8(outcome.error), outcome.characters, outcome.warnings),
                json.dumps(dict(outcome.timings)),
            ),
        )
        self._connection.execute("delete from documents where uri = ?", (outcome.uri,))
        if read:
            self._connection.execute("insert into documents values (?, ?)", (outcome.uri, outcome.document))

    def commit(self) -> None:
        """Makes what was noted safe on disk."""
        self._connection.commit()

    def documents(self) -> Iterator[str]:
        """The JSON of every document of this run, in the order of the inputs."""
        query = "select document from pages join documents using (uri) where run = ? order by position"
        with closing(self._connection.execute(query, (self.run,))) as rows:
            for (document,) in rows:
                yield unpack(document)

    def quarantined(self) -> Iterator[Quarantined]:
        """Every input of this run that gave no document, in the order of the inputs."""
        query = "select uri, name, stage, error from pages where run = ? and not read order by position"
        with closing(self._connection.execute(query, (self.run,))) as rows:
            for row in rows:
                yield Quarantined(*row)

    def counts(self) -> Counts:
        """The sums over all inputs of this run, whether they were read in it or before."""
        query = "select total(read), total(not read), total(characters), total(warnings) from pages where run = ?"
        return Counts(*map(int, self._connection.execute(query, (self.run,)).fetchone()))

    def timings(self) -> dict[str, float]:
        """The seconds that each stage took on all documents of this run."""
        query = "select key, sum(value) from pages, json_each(timings) where run = ? group by key order by min(json_each.id)"
        return {stage: round(seconds, 3) for stage, seconds in self._connection.execute(query, (self.run,))}
