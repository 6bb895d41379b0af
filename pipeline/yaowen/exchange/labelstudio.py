"""Label Studio: a JSON list of tasks, to import as they are; each has its spans as an annotation or as a prediction.

`start` and `end` are code points, as Label Studio stores them today. Older versions counted UTF-16 units, which differ after
rare characters (𠮷); where a region's own words show that, they are read so.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Any

from yaowen.errors import ConfigError, InputError
from yaowen.exchange.files import read_json, write_text
from yaowen.exchange.sheet import Sheet, Span
from yaowen.schema import Label

COLOURS = {Label.PERSON: "#d1495b", Label.ROLE: "#edae49", Label.PLACE: "#66a182", Label.ORG: "#2e86ab"}

INTERFACE = "\n".join(
    (
        "<View>",
        '  <Labels name="label" toName="text">',
        *(f'    <Label value="{escape(label)}" background="{colour}"/>' for label, colour in COLOURS.items()),
        "  </Labels>",
        '  <Text name="text" value="$text" granularity="symbol"/>',
        "</View>\n",
    )
)
"""The labelling interface that the tasks are made for."""


@dataclass(frozen=True)
class LabelStudio:
    """`predictions` come as suggestions for a person to accept, gold as annotations that are done."""

    predictions: bool = False

    def write(self, sheets: Iterable[Sheet], path: Path) -> None:
        """Writes the tasks, and beside them the labelling interface (`.xml`). Raises `ConfigError` where these are one file."""
        if path.suffix == ".xml":
            raise ConfigError(f"{path}: is where the labelling interface is written; give -o tasks.json")
        tasks = [self._make_task(sheet) for sheet in sheets]
        write_text(path, json.dumps(tasks, ensure_ascii=False, indent=1) + "\n")
        write_text(path.with_suffix(".xml"), INTERFACE)

    def _make_task(self, sheet: Sheet) -> dict[str, Any]:
        kind, details = ("predictions", {"model_version": "yaowen"}) if self.predictions else ("annotations", {})
        regions = [_make_region(number, span, sheet.text) for number, span in enumerate(sheet.spans)]
        return {
            "data": {"text": sheet.text, "name": sheet.name, "yaowen": sheet.memo},
            kind: [{"result": regions, **details}],
        }

    def read(self, path: Path) -> Iterator[Sheet]:
        """The tasks of an export in the full JSON format: of each the last annotation that was not cancelled."""
        tasks = read_json(path)
        if not isinstance(tasks, list):
            raise InputError(str(path), "not a list of tasks; export as JSON (not JSON-MIN)")
        for number, task in enumerate(tasks, start=1):
            place = f"{path}: task {number}"
            try:
                data = task["data"]
                text = data["text"]
                kept = [item for item in task.get("annotations") or [] if not item.get("was_cancelled")]
                chosen = (kept or (task.get("predictions") or []))[-1:]
                regions = [region for item in chosen for region in item["result"] if region.get("type") == "labels"]
                spans = tuple(_read_region(region, text, place) for region in regions)
                yield Sheet(data.get("name") or f"{path.stem}-{number}", text, spans, data.get("yaowen"))
            except (TypeError, KeyError, AttributeError) as error:
                raise InputError(place, f"not a Label Studio task ({error!r}); export as JSON (not JSON-MIN)") from None


def _make_region(number: int, span: Span, text: str) -> dict[str, Any]:
    region = {
        "id": f"m{number}",
        "from_name": "label",
        "to_name": "text",
        "type": "labels",
        "value": {"start": span.start, "end": span.end, "text": text[span.start : span.end], "labels": [span.label]},
    }
    return region | ({"meta": {"text": [span.canonical]}} if span.canonical else {})


def _read_region(region: dict[str, Any], text: str, place: str) -> Span:
    value = region["value"]
    start, end = value["start"], value["end"]
    said = value.get("text")
    if isinstance(said, str) and _plain(text[start:end]) != _plain(said):
        units = text.encode("utf-16-le", "surrogatepass")
        before, inside = units[: 2 * start], units[2 * start : 2 * end]
        if _plain(inside.decode("utf-16-le", "replace")) != _plain(said):
            raise InputError(place, f"the region {said!r} is not what stands from {start} to {end}; export it again")
        start = len(before.decode("utf-16-le", "replace"))
        end = start + len(inside.decode("utf-16-le", "replace"))
    (label,) = value["labels"] if len(value["labels"]) == 1 else (None,)
    if label is None:
        raise InputError(place, f"the region {said!r} has {len(value['labels'])} labels; give it one")
    notes = (region.get("meta") or {}).get("text") or []
    return Span(start, end, label, notes[0] if notes else None)


def _plain(text: str) -> str:
    """Without white space, which the tool writes in several ways: a line break as a backslash and an n."""
    return "".join(text.replace("\\n", "").split())
