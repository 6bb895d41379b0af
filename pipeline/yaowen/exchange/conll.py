"""CoNLL columns: a character and its IOB2 tag on each line, an empty line where the text breaks its line.

A comment before each article (`# yaowen = …`) holds its name and memo. A blank is written as its code point, `U+3000`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from yaowen.errors import InputError
from yaowen.exchange.files import read_text, write_text
from yaowen.exchange.sheet import Sheet, Span

OURS = "# yaowen = "
BLANK = re.compile(r"U\+([0-9A-F]{4,6})")
TAG = re.compile(r"O|[BI]-(\S+)")


@dataclass(frozen=True)
class Conll:
    """Full names travel in the comment alone."""

    def write(self, sheets: Iterable[Sheet], path: Path) -> None:
        """Writes the articles one after the other."""
        write_text(path, "".join(line for sheet in sheets for line in _write(sheet)))

    def read(self, path: Path) -> Iterator[Sheet]:
        """The articles of a file; one that we did not write is one text, tokens in its first column and tags in its last."""
        reader = _Reader(path)
        for number, line in enumerate(read_text(path).removesuffix("\n").split("\n"), start=1):
            if line.startswith(OURS):
                yield from reader.close()
                reader.open(number, line.removeprefix(OURS))
            elif not (line.startswith("# ") and "\t" not in line):
                reader.add(number, line)
        yield from reader.close()


def _write(sheet: Sheet) -> Iterator[str]:
    tags = ["O"] * len(sheet.text)
    for span in sheet.spans:
        tags[span.start : span.end] = [f"B-{span.label}", *[f"I-{span.label}"] * (span.end - span.start - 1)]
    yield f"{OURS}{json.dumps({'name': sheet.name, 'yaowen': sheet.memo}, ensure_ascii=True)}\n"
    for char, tag in zip(sheet.text, tags, strict=True):
        yield "\n" if char == "\n" else f"{f'U+{ord(char):04X}' if char.isspace() else char}\t{tag}\n"
    yield "\n"


class _Reader:
    """Puts an article together line by line."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._memo: dict[str, Any] | None = None
        self._clear()

    def _clear(self) -> None:
        self._pieces: list[str] = []
        self._length = 0
        self._spans: list[Span] = []
        self._open = False

    def open(self, number: int, memo: str) -> None:
        try:
            self._memo = json.loads(memo)
        except ValueError as error:
            raise InputError(f"{self._path}:{number}", f"the comment is not JSON ({error}); export it again") from None

    def add(self, number: int, line: str) -> None:
        if not line.strip(" \r"):
            self._append("\n")
            self._open = self._open and self._memo is not None  # other people's sentences end where their lines do
            return
        columns = line.rstrip("\r").split("\t") if "\t" in line else line.split()
        match = TAG.fullmatch(columns[-1])
        if len(columns) < 2 or not match:
            raise InputError(
                f"{self._path}:{number}", "not a token and its tag; write the token, a tab, and O, B-LABEL or I-LABEL"
            )
        token = columns[0]
        if self._memo is not None and (blank := BLANK.fullmatch(token)):
            token = chr(int(blank[1], 16))
        start, label = self._length, match[1]
        self._append(token)
        if label and columns[-1].startswith("I-") and self._open and self._spans[-1].label == label:
            self._spans[-1] = Span(self._spans[-1].start, self._length, label)
        elif label:
            self._spans.append(Span(start, self._length, label))
        self._open = bool(label)

    def _append(self, piece: str) -> None:
        self._pieces.append(piece)
        self._length += len(piece)

    def close(self) -> Iterator[Sheet]:
        text = "".join(self._pieces)
        if self._memo is not None:
            yield Sheet(self._memo["name"], text.removesuffix("\n"), tuple(self._spans), self._memo["yaowen"])
        elif text.strip():
            yield Sheet(self._path.stem, text, tuple(self._spans))
        self._clear()
