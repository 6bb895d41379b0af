"""Which files an input stands for: a file, a folder, a glob, or standard input."""

from __future__ import annotations

import glob
import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from os import PathLike, fspath
from pathlib import Path
from typing import TypeAlias

from yaowen.errors import InputError

Inputs: TypeAlias = str | PathLike[str] | Iterable[str | PathLike[str]]
"""A file, folder or glob, or several of them."""

STANDARD_INPUT = "-"
LINES = {".jsonl", ".ndjson"}
PDF = ".pdf"
HTML = {".html", ".htm", ".xhtml"}
PAGES = {".txt", ".text", ".md", ".markdown", PDF, *HTML}
SUFFIXES = PAGES | LINES
LEDGER = ("ledger", "ledger.sqlite")
"""The file by which the output folder of a run is known."""
SAVED = ("_files", ".files")
"""How the folder ends in which a browser saves the pictures, styles and frames of `NAME.html` beside it."""


def each_of(inputs: Inputs) -> Iterator[str]:
    """The inputs one by one."""
    return (fspath(each) for each in ([inputs] if isinstance(inputs, (str, PathLike)) else inputs))


def find_files(given: str) -> Iterator[tuple[str, str]]:
    """The name and path of each file that an input stands for. Raises `InputError` where there is none."""
    if given == STANDARD_INPUT or _is_file(Path(given)):
        yield ("stdin" if given == STANDARD_INPUT else Path(given).stem), given
        return
    root, found = _look_in(given)
    empty = True
    for file in filter(_is_page, found):
        empty = False
        yield file.relative_to(root).with_suffix("").as_posix(), str(file)
    if empty:
        raise InputError(given, f"nothing to read there; files must end in {', '.join(sorted(SUFFIXES))}")


def find_closed(given: str) -> Iterator[InputError]:
    """The folders below an input that may not be looked into; what stands in them would be missing without a word."""
    if not given or _is_file(Path(given)) or not Path(given).is_dir():
        return
    closed: list[OSError] = []
    for _ in os.walk(given, onerror=closed.append):
        pass
    for error in closed:
        yield InputError(str(error.filename), f"cannot be read ({error.strerror})")


def count_unread(inputs: Inputs) -> dict[str, int]:
    """How many files of which suffix stand in the folders and globs and are no pages by their names; most frequent first.

    Hidden files do not count: they are the system's.
    """
    unread: set[Path] = set()
    for given in each_of(inputs):
        if given != STANDARD_INPUT and not _is_file(Path(given)):
            try:
                root, found = _look_in(given)
            except InputError:  # the reading says so
                continue
            seen = (file for file in found if not any(part.startswith(".") for part in file.relative_to(root).parts))
            unread.update(file for file in seen if _is_file(file) and not _is_page(file))
    return dict(Counter(file.suffix.lower() for file in sorted(unread)).most_common())


def _look_in(given: str) -> tuple[Path, list[Path]]:
    """The folder at which names start, and all that a folder or glob holds. Raises `InputError` for what is neither."""
    if not given:
        raise InputError("''", "names no file or folder; write . for the folder you are in")
    path = Path(given)
    if path.is_dir():
        root, found = path, [Path(base, file) for base, _, files in os.walk(path) for file in files]
    elif glob.has_magic(given):
        fixed = [glob.has_magic(part) for part in path.parts].index(True)
        root, found = Path(*path.parts[:fixed]), [Path(file) for file in glob.glob(given, recursive=True)]
    else:
        raise InputError(given, "no such file or folder; give a text, Markdown, PDF, HTML or JSON lines file, a folder, a glob")
    is_made = _made_below(root)
    return root, [file for file in sorted(found, key=lambda file: file.parts) if not is_made(file)]


def _made_below(root: Path) -> Callable[[Path], bool]:
    """Whether nobody put a file there as a page: a run wrote it, or a browser saved it beside a page.

    Of the output folder of a run only pages remain, so that a run whose output lies among its inputs does not read it.
    """

    @cache
    def made_by(folder: Path) -> str:
        inside = folder not in {root, folder.parent}
        if inside and (by := made_by(folder.parent)):
            return by
        if inside and folder.name.endswith(SAVED):
            page = folder.name[: -len(SAVED[0])]
            if any(_is_file(folder.with_name(page + suffix)) for suffix in HTML):
                return "browser"
        return "run" if _is_file(folder.joinpath(*LEDGER)) else ""

    def is_made(file: Path) -> bool:
        by = made_by(file.parent)
        return by == "browser" or (by == "run" and file.suffix.lower() not in PAGES)

    return is_made


def _is_page(file: Path) -> bool:
    return file.suffix.lower() in SUFFIXES and _is_file(file)


def _is_file(path: Path) -> bool:
    """Whether a path is a file. What may not be looked at, or has an impossible name, counts as one: who reads it says why."""
    try:
        return path.is_file()
    except OSError:
        return True
