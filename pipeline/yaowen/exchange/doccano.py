"""doccano: JSON lines with `text` and `label`, offsets in code points; other keys come back as they went in."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from yaowen.errors import InputError
from yaowen.exchange.files import read_lines, write_text
from yaowen.exchange.sheet import Sheet, Span


@dataclass(frozen=True)
class Doccano:
    """For projects of sequence labelling. Full names travel in the memo alone."""

    def write(self, sheets: Iterable[Sheet], path: Path) -> None:
        """Writes a line for each sheet."""
        lines = (
            {
                "text": sheet.text,
                "label": [[span.start, span.end, span.label] for span in sheet.spans],
                "name": sheet.name,
                "yaowen": sheet.memo,
            }
            for sheet in sheets
        )
        write_text(path, "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines))

    def read(self, path: Path) -> Iterator[Sheet]:
        """The lines of an export, with labels as triples (`label`, `labels`) or as `entities` with relations."""
        for number, line in read_lines(path):
            if not line.strip():
                continue
            place = f"{path}:{number}"
            try:
                record = json.loads(line)
                name = record.get("name") or f"{path.stem}-{record.get('id', number)}"
                yield Sheet(name, record["text"], tuple(_read_spans(record)), record.get("yaowen"))
            except (ValueError, TypeError, KeyError, AttributeError) as error:
                raise InputError(place, f"not a doccano record ({error!r}); export as JSONL") from None


def _read_spans(record: dict[str, Any]) -> Iterator[Span]:
    if "entities" in record:
        for entity in record["entities"]:
            yield Span(entity["start_offset"], entity["end_offset"], entity["label"])
    else:
        for start, end, label in record["label"] if "label" in record else record["labels"]:
            yield Span(start, end, label)
