"""What a run has read, for its sinks: documents as JSON, and the rows of their tables on disk."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterable
from contextlib import ExitStack
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import NamedTuple, Self

from yaowen.batch.tables import TABLES, Row, make_rows


class RowFile(NamedTuple):
    """The rows of a table as JSON lines, and a bound on the bytes of the longest; 0 where there are none."""

    path: Path
    longest: int


def write_rows(documents: Iterable[str], folder: Path) -> dict[str, RowFile]:
    """Every table of the documents (each as JSON) as a file of JSON lines in the folder: how rows get into a database."""
    paths = {table: folder / f"{table}.jsonl" for table in TABLES}
    names = {table: [column.name for column in columns] for table, columns in TABLES.items()}
    longest = dict.fromkeys(TABLES, 0)
    encode = json.JSONEncoder(ensure_ascii=False, check_circular=False, allow_nan=False).encode
    with ExitStack() as stack:
        files = {table: stack.enter_context(path.open("w", encoding="utf-8")) for table, path in paths.items()}
        for document in documents:
            # Escapes are rare, and only they can bring what a database refuses.
            clean = _clean if "\\u" in document else tuple
            for table, row in make_rows(json.loads(document)):
                line = encode(dict(zip(names[table], clean(row), strict=True))) + "\n"
                longest[table] = max(longest[table], 4 * len(line))
                files[table].write(line)
    return {table: RowFile(path, longest[table]) for table, path in paths.items()}


def _clean(row: Row) -> Row:
    return tuple(_hold(cell) if isinstance(cell, str) else cell for cell in row)


def _hold(text: str) -> str:
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace").replace("\0", "\ufffd")


@dataclass(frozen=True)
class Results:
    """What a run has read, for the sinks: its documents as JSON, and their rows, written once for all sinks that want them.

    Use it in a `with` statement: the rows stand in a temporary folder in `folder`.
    """

    read: Callable[[], Iterable[str]]
    folder: Path

    @cached_property
    def rows(self) -> dict[str, RowFile]:
        """A file of JSON lines for each table."""
        self._drafts.mkdir()
        return write_rows(self.read(), self._drafts)

    @property
    def _drafts(self) -> Path:
        # Beside the outputs, since the system's folder for temporary files may be small, or in memory.
        return self.folder / ".rows"

    def __enter__(self) -> Self:
        self.__exit__()  # a killed run left them
        return self

    def __exit__(self, *_: object) -> None:
        shutil.rmtree(self._drafts, ignore_errors=True)
