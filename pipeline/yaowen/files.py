"""Files that appear whole or not at all."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO


def hash_folder(folder: Path) -> str:
    """A SHA-256 over the names and contents of all files in a folder: which model it is."""
    total = hashlib.sha256()
    for path in sorted(path for path in folder.rglob("*") if path.is_file() and path.suffix != ".pyc"):
        with path.open("rb") as file:
            total.update(f"{path.relative_to(folder).as_posix()} {hashlib.file_digest(file, 'sha256').hexdigest()}\n".encode())
    return total.hexdigest()


def as_utf8(text: str) -> str:
    r"""A text that UTF-8 can hold: a lone surrogate becomes `\udc80`, as JSON writes it."""
    return text.encode("utf-8", "backslashreplace").decode()


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """A path to write to, beside `path`; what stands there takes the name `path` once it is complete and on disk."""
    if path.exists() and not path.is_file() and not path.is_dir():
        yield path  # a device or a pipe is written into: a file must not take the place of /dev/null
        return
    path = Path(os.path.realpath(path)) if path.is_symlink() else path  # what a link leads to is replaced, and the link stays
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name}.part")
    draft.unlink(missing_ok=True)  # a killed run left it
    try:
        yield draft
        with draft.open("rb+") as file:
            os.fsync(file.fileno())
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)


@contextmanager
def writing(path: Path) -> Iterator[TextIO]:
    r"""A UTF-8 text file to write into, which takes its name once it is complete and on disk.

    A lone surrogate, which UTF-8 cannot hold, is written as `\udc80`: what JSON calls it, so that nothing is lost.
    """
    with replacing(path) as draft, draft.open("w", encoding="utf-8", errors="backslashreplace", newline="\n") as file:
        yield file
