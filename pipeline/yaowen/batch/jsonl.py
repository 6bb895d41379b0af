"""Documents as JSON lines."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from yaowen.files import writing


@dataclass(frozen=True)
class JsonLines:
    """One document a line, in the order of the inputs, in the file `name` of the output folder."""

    name: str = "documents.jsonl"

    def __call__(self, output: Path, documents: Iterable[str]) -> Path:
        with writing(output / self.name) as file:
            for document in documents:
                file.write(document + "\n")
        return output / self.name
