"""Where a command writes: a file, standard output, or nowhere."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from yaowen.errors import ConfigError, InputError
from yaowen.files import writing
from yaowen.load.listing import find_files

STANDARD_OUTPUT = "-"
TABLES = {".csv", ".tsv", ".xls", ".xlsx", ".parquet", ".duckdb", ".sqlite", ".db"}
"""The suffixes of what nobody would look for JSON lines in."""


@contextmanager
def opening(output: str | None, inputs: Iterable[str] = ()) -> Iterator[TextIO | None]:
    """The file that `-o` names; None where it is not given.

    Raises `ConfigError` for one that cannot be written, and for one of the inputs: a page must not be replaced by its reading.
    """
    if output == "":
        raise ConfigError("-o: names no file; give a path, or - for standard output")
    if output is None:
        yield None
    elif Path(output).suffix.lower() in TABLES:
        raise ConfigError(
            f"{output}: JSON lines are written there, and no table; name it .jsonl, or let `yaowen run` make tables"
        )
    elif output != STANDARD_OUTPUT and _is_among(output, inputs):
        raise ConfigError(f"{output}: is one of the inputs, and would be replaced; give another -o")
    elif output == STANDARD_OUTPUT:
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr] # a text stream
        yield sys.stdout
    else:
        try:
            with writing(Path(output)) as file:
                yield file
        except OSError as error:
            raise ConfigError(f"{output}: cannot be written ({error.strerror}); give another -o") from None


def _is_among(output: str, inputs: Iterable[str]) -> bool:
    if not Path(output).is_file():
        return False
    for given in inputs:
        try:
            if any(path != STANDARD_OUTPUT and Path(path).samefile(output) for _, path in find_files(given)):
                return True
        except (InputError, OSError):  # the reading says so
            continue
    return False
