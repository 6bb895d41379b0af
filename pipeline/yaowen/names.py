"""Names that are each given once, however many pages have them."""

from __future__ import annotations

import sqlite3

from yaowen.files import as_utf8


class Names:
    """The names given so far. They are kept in a table of a database, which holds millions of them."""

    def __init__(self, connection: sqlite3.Connection | None = None) -> None:
        self._connection = connection or sqlite3.connect("")
        self._connection.execute("create temp table names (name text primary key, times integer not null) without rowid")

    def make_unique(self, name: str) -> str:
        """A name that was not given before: the name itself, or with `~2`, `~3` … after it."""
        take = "insert into names values (?, 1) on conflict do update set times = times + 1 returning times"
        name = as_utf8(name)
        (times,) = self._connection.execute(take, (name,)).fetchone()
        return name if times == 1 else self.make_unique(f"{name}~{times}")
