"""Pages from files, folders, globs and standard input: plain text, Markdown, and JSON lines with a text field."""

from __future__ import annotations

import codecs
import glob
import json
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from yaowen.errors import InputError
from yaowen.load.kind import recognise_kind
from yaowen.page import Page
from yaowen.schema import SourceKind

STANDARD_INPUT = "-"
SUFFIXES = {".txt", ".text", ".md", ".markdown", ".jsonl", ".ndjson"}
LINES = {".jsonl", ".ndjson"}
BYTES = 8
"""The most that a character takes in any encoding, with room: a file that is larger is not even opened."""
BYTES_ESCAPED = 16
"""The same for a character in a line of JSON (`\\ud83d\\ude00`), with room for the other fields."""
BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))

NOT_TEXT = (
    (b"%pdf-", "a PDF; take its text out first: pdftotext page.pdf page.txt"),
    (b"<!doctype html", "HTML; save the text of the page first"),
    (b"<html", "HTML; save the text of the page first"),
)
"""How files start that hold a page but not its text, and what to do with them."""


@dataclass(frozen=True)
class LoadFiles:
    """Reads pages; what cannot be read comes out as the `InputError` that says why, in its place among the pages.

    `kind` and `encoding` are recognised where they are not set: a byte order mark, then `encoding`, then strict UTF-8, then
    GB18030. Files of JSON lines hold a page a line, its text in `text_field` and its name in `id_field`.
    """

    kind: SourceKind | None = None
    encoding: str | None = None
    text_field: str = "text"
    id_field: str = "id"
    max_chars: int = 2_000_000

    def __call__(self, inputs: Iterable[str]) -> Iterator[Page | InputError]:
        """The pages of all inputs in order; a folder gives its files in the order of their names."""
        for given in inputs:
            try:
                files = list(self.find(given))
            except InputError as error:
                yield error
                continue
            for name, path in files:
                yield from self.read(name, path)

    def find(self, given: str) -> Iterator[tuple[str, str]]:
        """The name and path of each file that an input stands for. Raises `InputError` where there is none."""
        path = Path(given)
        if given == STANDARD_INPUT or path.is_file():
            yield ("stdin" if given == STANDARD_INPUT else path.stem), given
            return
        if path.is_dir():
            root, found = path, sorted(path.rglob("*"))
        elif glob.has_magic(given):
            fixed = [glob.has_magic(part) for part in path.parts].index(True)
            root, found = Path(*path.parts[:fixed]), sorted(map(Path, glob.glob(given, recursive=True)))
        else:
            raise InputError(given, "no such file or folder; give a text, Markdown or JSON lines file, a folder or a glob")
        empty = True
        for file in found:
            if file.suffix.lower() in SUFFIXES and file.is_file():
                empty = False
                yield file.relative_to(root).with_suffix("").as_posix(), str(file)
        if empty:
            raise InputError(given, f"nothing to read there; files must end in {', '.join(sorted(SUFFIXES))}")

    def read(self, name: str, path: str) -> Iterator[Page | InputError]:
        """The pages of one file, each as soon as it is decoded."""
        suffix = "" if path == STANDARD_INPUT else Path(path).suffix.lower()
        if suffix in LINES:
            yield from self._read_lines(name, path)
            return
        try:
            if path != STANDARD_INPUT and Path(path).stat().st_size > BYTES * self.max_chars:
                raise self._too_long(path)
            data = sys.stdin.buffer.read() if path == STANDARD_INPUT else Path(path).read_bytes()
            yield self.page(name, self.decode(data, path), uri=path, suffix=suffix)
        except OSError as error:
            yield InputError(path, f"cannot be read ({error.strerror})")
        except InputError as error:
            yield error

    def page(self, name: str, raw: str, kind: SourceKind | None = None, *, uri: str | None = None, suffix: str = "") -> Page:
        """A page from its decoded text. Raises `InputError` where the text is blank or longer than `max_chars`."""
        raw = raw.replace("\r\n", "\n").replace("\r", "\n")
        place = uri or name
        if not raw.strip():
            raise InputError(place, "the text is empty; give a page with text on it")
        if len(raw) > self.max_chars:
            raise InputError(place, f"{len(raw):,} characters; split it, or raise max_chars ({self.max_chars:,}) in [load]")
        return Page(name, raw, kind or self.kind or recognise_kind(raw, suffix), uri)

    def decode(self, data: bytes, place: str) -> str:
        """The text of a file. Raises `InputError` for a PDF or HTML, and names the first byte that no encoding explains."""
        for start, advice in NOT_TEXT:
            if data[:64].lstrip().lower().startswith(start):
                raise InputError(place, advice)
        for mark, encoding in BOMS:
            if data.startswith(mark):
                return _decode(data, encoding, place)
        if self.encoding:
            return _decode(data, self.encoding, place)
        try:
            return data.decode("utf-8")
        except UnicodeDecodeError as utf8_error:
            try:
                return data.decode("gb18030")
            except UnicodeDecodeError:
                raise InputError(
                    place, f"byte {utf8_error.start} is neither UTF-8 nor GB18030; set `encoding` in [load]"
                ) from None

    def _too_long(self, place: str) -> InputError:
        return InputError(place, f"far more than {self.max_chars:,} characters; split it, or raise max_chars in [load]")

    def _read_lines(self, name: str, path: str) -> Iterator[Page | InputError]:
        try:
            with Path(path).open("rb") as file:
                for number, line in enumerate(_lines(file, BYTES_ESCAPED * self.max_chars), start=1):
                    if line is None:
                        yield self._too_long(f"{path}:{number}")
                    elif line.strip():
                        try:
                            yield self._read_row(f"{name}-{number}", line, f"{path}:{number}")
                        except InputError as error:
                            yield error
        except OSError as error:
            yield InputError(path, f"cannot be read ({error.strerror})")

    def _read_row(self, name: str, line: bytes, place: str) -> Page:
        try:
            row = json.loads(self.decode(line, place))
        except (ValueError, RecursionError) as error:  # a number of 5,000 digits is a plain ValueError
            raise InputError(place, f"not a line of JSON ({error})") from None
        if not isinstance(row, dict) or not isinstance(row.get(self.text_field), str):
            raise InputError(place, f"has no text in {self.text_field!r}; set `text_field` in [load]")
        return self.page(str(row.get(self.id_field, name)), row[self.text_field], uri=place)


def _lines(file: BinaryIO, longest: int) -> Iterator[bytes | None]:
    """The lines of a file; None for one that is longer, which is never held as a whole."""
    while line := file.readline(longest):
        if len(line) < longest or line.endswith(b"\n"):
            yield line
        else:
            yield None
            while (rest := file.readline(longest)) and not rest.endswith(b"\n"):
                pass


def _decode(data: bytes, encoding: str, place: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise InputError(place, f"byte {error.start} is not {encoding}; set another `encoding` in [load]") from None
    except LookupError:
        raise InputError(place, f"there is no encoding {encoding!r}; set another `encoding` in [load]") from None
