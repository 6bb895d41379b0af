"""The ledger of a run: what has been read, from which content, with which settings, and what came of it.

One SQLite file holds it, so that a killed run loses nothing that was noted and a resumed one repeats nothing. The sinks
are written from it, in the order of the inputs; that is why an interrupted run ends with the same bytes as an undisturbed one.
"""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Self

TABLES = """
create table if not exists pages (
    uri text primary key, sha256 text not null, settings text not null, run integer not null, position integer not null,
    document blob, name text, stage text, error text, seconds real not null, characters integer not null
);
create index if not exists in_order on pages (run, position);
create table if not exists runs (run integer primary key autoincrement, settings text not null);
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
    """What came of one input: the JSON of its document, or why there is none."""

    uri: str
    name: str
    sha256: str
    document: str | None = None
    stage: str | None = None
    error: str | None = None
    seconds: float = 0.0
    characters: int = 0


class Ledger:
    """The ledger of one output folder. Use it in a `with` statement."""

    def __init__(self, path: Path, settings: str) -> None:
        self.settings = settings
        self._connection = sqlite3.connect(path)
        self._connection.execute("pragma journal_mode = wal")
        self._connection.executescript(TABLES)
        self.run = int(self._connection.execute("insert into runs (settings) values (?)", (settings,)).lastrowid or 0)
        self._connection.commit()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._connection.close()

    def knows(self, uri: str, sha256: str, position: int) -> bool:
        """Whether this content was read with these settings before; if so, it counts for this run too."""
        noted = self._connection.execute(
            "update pages set run = ?, position = ? where uri = ? and sha256 = ? and settings = ? and document is not null",
            (self.run, position, uri, sha256, self.settings),
        )
        return noted.rowcount == 1

    def note(self, outcome: Outcome, position: int) -> None:
        """Notes what came of an input. It is safe on disk after the next `commit`."""
        blob = zlib.compress(outcome.document.encode("utf-8", "surrogatepass"), 1) if outcome.document is not None else None
        self._connection.execute(
            "insert or replace into pages values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                *(outcome.uri, outcome.sha256, self.settings, self.run, position, blob),
                *(outcome.name, outcome.stage, outcome.error, outcome.seconds, outcome.characters),
            ),
        )

    def commit(self) -> None:
        """Makes what was noted safe on disk."""
        self._connection.commit()

    def documents(self) -> Iterator[str]:
        """The JSON of every document of this run, in the order of the inputs."""
        with closing(
            self._connection.execute(
                "select document from pages where run = ? and document is not null order by position", (self.run,)
            )
        ) as rows:
            for (blob,) in rows:
                yield zlib.decompress(blob).decode("utf-8", "surrogatepass")

    def quarantined(self) -> Iterator[Quarantined]:
        """Every input of this run that gave no document, in the order of the inputs."""
        with closing(
            self._connection.execute(
                "select uri, name, stage, error from pages where run = ? and document is null order by position", (self.run,)
            )
        ) as rows:
            for row in rows:
                yield Quarantined(*row)

    def counts(self) -> tuple[int, int]:
        """How many inputs of this run gave a document, and how many did not."""
        row = self._connection.execute("select count(document), count(*) from pages where run = ?", (self.run,)).fetchone()
        return row[0], row[1] - row[0]
