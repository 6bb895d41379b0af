"""Pages from files, folders, globs and standard input: text, Markdown, PDF, HTML, and JSON lines with a text field."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO

from yaowen.errors import InputError
from yaowen.load.decoding import decode
from yaowen.load.extractor import Extracted, Extractor
from yaowen.load.kind import recognise_kind
from yaowen.load.listing import HTML, LINES, PDF, STANDARD_INPUT, Inputs, count_unread, each_of, find_closed, find_files
from yaowen.page import Page
from yaowen.schema import SourceKind

BYTES = 8
"""The most that a character takes in any encoding, with room: a file that is larger is not even opened."""
BYTES_ESCAPED = 16
"""The same for a character in a line of JSON (`\\ud83d\\ude00`), with room for the other fields."""

STARTS_HTML = re.compile(rb"(?:\xef\xbb\xbf)?\s{0,64}<(?:!doctype html|html)", re.IGNORECASE)
DECLARES_BIG5 = re.compile(rb"(?:charset|encoding)\s{0,9}=\s{0,9}[\"']?big5", re.IGNORECASE)
OWN = {"doc_id", "sha256", "articles"}
"""What a line of JSON has that yaowen wrote."""

HEAD = 4096
"""The bytes of HTML that may declare its encoding."""


@dataclass(frozen=True)
class LoadFiles:
    """Reads pages; what cannot be read comes out as the `InputError` that says why, in its place among the pages.

    `kind` and `encoding` are recognised where they are not set: a byte order mark, then `encoding`, then strict UTF-8, UTF-16
    without a mark, then Big5 where HTML declares it, then GB18030. JSON lines hold a page
    a line, its text in `text_field` and its name in `id_field`. A PDF may have `max_mb` and `max_pages`; each of its
    pages, and each file of HTML, may take `page_seconds`.
    """

    kind: SourceKind | None = None
    encoding: str | None = None
    text_field: str = "text"
    id_field: str = "id"
    max_chars: int = 2_000_000
    max_mb: int = 256
    max_pages: int = 1_000
    page_seconds: float = 60.0

    def __call__(self, inputs: Inputs) -> Iterator[Page | InputError]:
        """The pages of all inputs in order; a folder gives its files in the order of their names."""
        with Extractor(self.page_seconds) as extract:
            for given in each_of(inputs):
                closed = list(find_closed(given))
                yield from closed
                try:
                    files = list(self.find(given))
                except InputError as error:
                    if not closed:
                        yield error
                    continue
                for name, path in files:
                    yield from self.read(name, path, extract)

    def find(self, given: str) -> Iterator[tuple[str, str]]:
        """The name and path of each file that an input stands for. Raises `InputError` where there is none."""
        return find_files(given)

    def count_unread(self, inputs: Inputs) -> dict[str, int]:
        """How many files of which suffix stand in the folders and globs and are no pages by their names."""
        return count_unread(inputs)

    def read(self, name: str, path: str, extract: Extractor) -> Iterator[Page | InputError]:
        """The pages of one file, each as soon as it is decoded."""
        suffix = "" if path == STANDARD_INPUT else Path(path).suffix.lower()
        if suffix in LINES:
            yield from self._read_lines(name, path)
            return
        try:
            size = 0 if path == STANDARD_INPUT else Path(path).stat().st_size
            if suffix == PDF:
                if size > self.max_mb << 20:
                    raise InputError(path, f"larger than {self.max_mb:,} MB; split it, or raise max_mb in [load]")
                sheets = extract(path, pdf=path, max_chars=self.max_chars, max_pages=self.max_pages)
                yield from self._pages(name, path, SourceKind.PDF, sheets)
                return
            if size > BYTES * self.max_chars:
                raise self._too_long(path)
            data = sys.stdin.buffer.read() if path == STANDARD_INPUT else Path(path).read_bytes()
            if suffix not in HTML and not STARTS_HTML.match(data):
                yield self.page(name, self.decode(data, path), uri=path, suffix=suffix)
                return
            # A page that was converted to UTF-8 often still declares what it was; so what it declares comes second.
            markup = self.decode(data, path, "big5hkscs" if DECLARES_BIG5.search(data[:HEAD]) else "gb18030")
            yield from self._pages(name, path, SourceKind.HTML, extract(path, html=markup))
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

    def decode(self, data: bytes, place: str, fallback: str = "gb18030") -> str:
        """The text of a file. Raises `InputError` for what is no text, and names the first byte that no encoding explains."""
        return decode(data, place, self.encoding, fallback)

    def _too_long(self, place: str) -> InputError:
        return InputError(place, f"far more than {self.max_chars:,} characters; split it, or raise max_chars in [load]")

    def _pages(self, name: str, path: str, kind: SourceKind, sheets: Extracted) -> Iterator[Page | InputError]:
        for number, sheet in sheets:
            named, uri = (f"{name}-{number}", f"{path}:{number}") if number else (name, path)
            if isinstance(sheet, InputError):
                yield sheet
                continue
            try:
                page = self.page(named, sheet.text, self.kind or kind, uri=uri)
                # Offsets count in the text as it was taken out.
                yield replace(page, printed=sheet.printed) if page.raw == sheet.text else page
            except InputError as error:
                yield error

    def _read_lines(self, name: str, path: str) -> Iterator[Page | InputError]:
        try:
            with Path(path).open("rb") as file:
                for number, line in enumerate(_lines(file, BYTES_ESCAPED * self.max_chars), start=1):
                    if line is None:
                        yield self._too_long(f"{path}:{number}")
                    elif line.strip():
                        try:
                            yield self._read_row(f"{name}-{number}", line, f"{path}:{number}")
                        except _OwnDocumentError as error:
                            yield InputError(path, error.problem)
                            return
                        except InputError as error:
                            yield error
        except OSError as error:
            yield InputError(path, f"cannot be read ({error.strerror})")

    def _read_row(self, name: str, line: bytes, place: str) -> Page:
        try:
            row = json.loads(self.decode(line, place))
        except (ValueError, RecursionError) as error:  # a number of 5,000 digits is a plain ValueError
            raise InputError(place, f"not a line of JSON ({error})") from None
        if isinstance(row, dict) and self.text_field not in row and row.keys() >= OWN:
            raise _OwnDocumentError(place, "documents that yaowen wrote, no pages; keep them in another folder")
        if not isinstance(row, dict) or not isinstance(row.get(self.text_field), str):
            raise InputError(place, f"has no text in {self.text_field!r}; set `text_field` in [load]")
        given = row.get(self.id_field)
        return self.page(name if given in (None, "") else str(given), row[self.text_field], uri=place)


class _OwnDocumentError(InputError):
    """A line that holds a document: so does the rest of its file."""


def _lines(file: BinaryIO, longest: int) -> Iterator[bytes | None]:
    """The lines of a file; None for one that is longer, which is never held as a whole."""
    while line := file.readline(longest):
        if len(line) < longest or line.endswith(b"\n"):
            yield line
        else:
            yield None
            while (rest := file.readline(longest)) and not rest.endswith(b"\n"):
                pass
