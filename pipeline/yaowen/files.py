"""Files that appear whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO


@contextmanager
def writing(path: Path) -> Iterator[TextIO]:
    """A UTF-8 text file to write into, which takes its name once it is complete and on disk."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name}.part")
    # A lone surrogate that an input held is written as its three-byte form rather than lost.
    with draft.open("w", encoding="utf-8", errors="surrogatepass", newline="\n") as file:
        yield file
        file.flush()
        os.fsync(file.fileno())
    draft.replace(path)
