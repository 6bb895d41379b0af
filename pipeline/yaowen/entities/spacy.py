"""Any spaCy pipeline with named entities."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from yaowen.entities.lines import Spans, find_in_lines
from yaowen.errors import ModelError
from yaowen.files import hash_folder
from yaowen.page import Clipping
from yaowen.schema import Label, Mention

if TYPE_CHECKING:
    from spacy.language import Language

ONTONOTES = {"PERSON": Label.PERSON, "GPE": Label.PLACE, "LOC": Label.PLACE, "FAC": Label.PLACE, "ORG": Label.ORG}
"""What the labels of spaCy's own Chinese pipelines are called here."""


@dataclass(frozen=True)
class SpacyEntities:
    """The entities of a spaCy model, by package name or path.

    `labels` says what each of the model's labels is called here; labels that it does not name are left out, and our own
    four are always understood. Raises `ModelError` where the model is missing.
    """

    model: str = "zh_core_web_sm"
    labels: Mapping[str, Label] = field(default_factory=lambda: ONTONOTES)
    batch_size: int = 64

    @property
    def fingerprint(self) -> str:
        """Which model: one of the same name may have been trained again."""
        return hash_folder(self._nlp.path) if self._nlp.path else self.model

    def __call__(self, clippings: Sequence[Clipping]) -> Iterator[tuple[Mention, ...]]:
        return find_in_lines(clippings, self._find)

    def _find(self, lines: Sequence[str]) -> Iterator[Spans]:
        labels = {str(label): label for label in Label} | dict(self.labels)
        for document in self._nlp.pipe(lines, batch_size=self.batch_size):
            yield [(span.start_char, span.end_char, labels[span.label_]) for span in document.ents if span.label_ in labels]

    @cached_property
    def _nlp(self) -> Language:
        import spacy

        try:
            return spacy.load(self.model)
        except (OSError, ValueError) as error:
            raise ModelError(
                f"{self.model}: spaCy cannot load it ({str(error).splitlines()[0]}); give a path or install it"
            ) from None
