"""Any HanLP named entity recogniser, alone or in a multi-task model."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from yaowen.entities.lines import Spans, find_in_lines
from yaowen.errors import ModelError
from yaowen.files import hash_folder
from yaowen.page import Clipping
from yaowen.schema import Label, Mention

MSRA_AND_OTHERS = {
    **dict.fromkeys(("NR", "PER", "PERSON"), Label.PERSON),
    **dict.fromkeys(("NS", "LOC", "LOCATION", "GPE", "FAC"), Label.PLACE),
    **dict.fromkeys(("NT", "ORG", "ORGANIZATION"), Label.ORG),
    "ROLE": Label.ROLE,
}
"""What the labels of HanLP's recognisers (MSRA, PKU, OntoNotes) are called here."""


@dataclass(frozen=True)
class HanlpEntities:
    """The entities of a HanLP model: a folder, or a name that HanLP knows (it then downloads the model).

    `task` names the recogniser within a multi-task model (`ner/msra`). `labels` says what each label is called here; labels
    that it does not name are left out. Raises `ModelError` where HanLP or the model is missing, and for a folder whose
    `config.json` would have code imported that is not HanLP's own. Load only folders that you trust all the same: HanLP reads
    weights and vocabularies with PyTorch.
    """

    model: str
    task: str | None = None
    labels: Mapping[str, Label] = field(default_factory=lambda: MSRA_AND_OTHERS)
    batch_size: int = 32

    @property
    def fingerprint(self) -> str:
        """Which model, where it is a folder; a name stands for what HanLP knows by it."""
        return hash_folder(Path(self.model)) if Path(self.model).is_dir() else self.model

    def __call__(self, clippings: Sequence[Clipping]) -> Iterator[tuple[Mention, ...]]:
        return find_in_lines(clippings, self._find)

    def _find(self, lines: Sequence[str]) -> Iterator[Spans]:
        # An empty sentence in a batch is an error to HanLP.
        filled = [number for number, line in enumerate(lines) if line]
        found: dict[int, list[tuple[int, int, Label]]] = {}
        for start in range(0, len(filled), self.batch_size):
            numbers = filled[start : start + self.batch_size]
            for number, spans in zip(numbers, self._recognise([lines[number] for number in numbers]), strict=True):
                found[number] = [(begin, end, self.labels[label]) for _, label, begin, end in spans if label in self.labels]
        return (found.get(number, []) for number in range(len(lines)))

    def _recognise(self, lines: Sequence[str]) -> list[list[tuple[str, str, int, int]]]:
        characters = [list(line) for line in lines]  # tokens of one character each: their offsets are ours
        if self.task is None:
            spans: list[list[tuple[str, str, int, int]]] = self._hanlp(characters)
            return spans
        document = self._hanlp(characters, tasks=self.task, skip_tasks="tok*")
        return list(document[self.task])

    @cached_property
    def _hanlp(self) -> Any:
        folder = Path(self.model)
        if folder.is_dir():
            _check_classpath(folder)
        try:
            import hanlp
        except ImportError:
            raise ModelError("hanlp: not installed; install torch==2.13.0, then yaowen[hanlp]") from None
        try:
            return hanlp.load(str(folder.resolve()) if folder.is_dir() else self.model, devices=-1)
        except (OSError, ValueError, KeyError) as error:
            raise ModelError(f"{self.model}: HanLP cannot load it ({error}); give a folder with config.json") from None


def _check_classpath(folder: Path) -> None:
    """HanLP imports the class that `config.json` names. Raises `ModelError` unless it is one of HanLP's."""
    try:
        named = json.loads((folder / "config.json").read_text("utf-8")).get("classpath")
    except (OSError, ValueError, AttributeError) as error:
        raise ModelError(f"{folder}: not a HanLP model (config.json: {error})") from None
    if not isinstance(named, str) or not named.startswith("hanlp."):
        raise ModelError(f"{folder}: config.json names the class {named!r}; only classes of hanlp are loaded")
