"""The entity model that comes with yaowen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from yaowen.model.entity_model import EntityModel, shipped_model
from yaowen.page import Clipping
from yaowen.schema import Label, Mention


@dataclass(frozen=True)
class NeuralEntities:
    """The mentions that our own model finds, all clippings of a page at once.

    `model` is the folder of another model trained by `yaowen train`. A headline is read together with what follows it;
    still no mention runs across a line end. Raises `ModelError` where the model is missing or damaged.
    """

    model: str | None = None
    threads: int = 1

    @property
    def fingerprint(self) -> str:
        """Which weights: another model finds other mentions."""
        return str(sorted(self._model.meta["sha256"].items()))

    def __call__(self, clippings: Sequence[Clipping]) -> Iterator[tuple[Mention, ...]]:
        found = self._model.find([str(clipping.text) for clipping in clippings])
        for clipping, spans in zip(clippings, found, strict=True):
            yield tuple(Mention.at(clipping.text, start, end, Label(label)) for start, end, label in spans)

    def __getstate__(self) -> dict[str, Any]:
        """The settings alone: a copy, or a pipeline sent to another process, loads the model when it is first called."""
        return {name: value for name, value in vars(self).items() if name != "_model"}

    @cached_property
    def _model(self) -> EntityModel:
        return EntityModel.load(Path(self.model) if self.model else shipped_model(), self.threads)
