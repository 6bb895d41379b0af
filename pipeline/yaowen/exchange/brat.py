"""brat standoff: a folder with a `.txt` and an `.ann` for each article, and a `.json` with what brat does not hold."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from yaowen.errors import InputError
from yaowen.exchange.files import read_json, read_lines, read_text, write_text
from yaowen.exchange.sheet import Sheet, Span

ENTITY = re.compile(r"(?P<id>T\d+)\t(?P<label>\S+) (?P<pieces>\d+ \d+(?:;\d+ \d+)*)(?:\t.*)?", re.DOTALL)
NOTE = re.compile(r"#\d+\tAnnotatorNotes (?P<id>T\d+)\t(?P<note>.*)", re.DOTALL)


@dataclass(frozen=True)
class Brat:
    """Offsets in code points. A full name is the annotator's note of its span."""

    def write(self, sheets: Iterable[Sheet], path: Path) -> None:
        """Writes the files of each sheet into a folder, and the labels that brat is to know (`annotation.conf`)."""
        labels: set[str] = set()
        for number, sheet in enumerate(sheets, start=1):
            stem = f"{number:05}"  # brat lists files in the order of their names
            write_text(path / f"{stem}.txt", sheet.text)
            write_text(path / f"{stem}.ann", "".join(f"{line}\n" for line in _write_spans(sheet)))
            memo = {"name": sheet.name, "yaowen": sheet.memo}
            write_text(path / f"{stem}.json", json.dumps(memo, ensure_ascii=False) + "\n")
            labels |= {span.label for span in sheet.spans}
        listed = "\n".join(sorted(labels))
        write_text(path / "annotation.conf", f"[entities]\n{listed}\n\n[relations]\n\n[events]\n\n[attributes]\n")

    def read(self, path: Path) -> Iterator[Sheet]:
        """The articles of a folder in the order of their names."""
        files = sorted(path.glob("*.ann"))
        if not files:
            raise InputError(str(path), "no .ann there; give the folder of a brat collection")
        for file in files:
            memo = read_json(file.with_suffix(".json")) if file.with_suffix(".json").exists() else {}
            text = read_text(file.with_suffix(".txt"))
            yield Sheet(memo.get("name") or file.stem, text, tuple(_read_spans(file)), memo.get("yaowen"))


def _write_spans(sheet: Sheet) -> Iterator[str]:
    notes = 0
    for number, span in enumerate(sheet.spans, start=1):
        # brat allows no line break inside a span, and writes one that goes on after it in pieces.
        pieces, start = [], span.start
        for line in sheet.text[span.start : span.end].split("\n"):
            if line:
                pieces.append(f"{start} {start + len(line)}")
            start += len(line) + 1
        words = re.sub(r"\s", " ", sheet.text[span.start : span.end])
        yield f"T{number}\t{span.label} {';'.join(pieces)}\t{words}"
        if span.canonical:
            notes += 1
            yield f"#{notes}\tAnnotatorNotes T{number}\t{json.dumps(span.canonical, ensure_ascii=False)[1:-1]}"


def _read_spans(file: Path) -> Iterator[Span]:
    spans: dict[str, Span] = {}
    notes: dict[str, str] = {}
    for number, line in read_lines(file):
        if match := ENTITY.fullmatch(line):
            places = [int(place) for piece in match["pieces"].split(";") for place in piece.split()]
            spans[match["id"]] = Span(places[0], places[-1], match["label"])
        elif match := NOTE.fullmatch(line):
            notes[match["id"]] = _read_note(match["note"])
        elif line.startswith("T"):
            raise InputError(f"{file}:{number}", "not an entity; write T1, a tab, LABEL START END, a tab, the words")
    for name, span in spans.items():
        yield Span(span.start, span.end, span.label, notes.get(name))


def _read_note(note: str) -> str:
    try:
        return str(json.loads(f'"{note}"'))
    except ValueError:
        return note  # a person's own note need not be escaped
