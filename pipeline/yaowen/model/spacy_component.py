"""The entity model as a component of a spaCy pipeline: `spacy.load("models/entities")` gives `doc.ents`."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from spacy.pipeline import Pipe
from spacy.tokens import Doc
from spacy.util import filter_spans, minibatch
from spacy.vocab import Vocab

from yaowen.errors import ModelError
from yaowen.model.entity_model import ARRAYS, COMPONENT, GRAPH, META, EntityModel


class YaowenEntities(Pipe):
    """Sets the entities of a document. Where a name ends inside a token, the whole token is taken."""

    def __init__(self, vocab: Vocab, name: str = COMPONENT, threads: int = 1) -> None:
        self.vocab, self.name, self.threads = vocab, name, threads
        self.model: EntityModel | None = None

    @property
    def labels(self) -> tuple[str, ...]:
        return self.model.labels if self.model else ()

    def __call__(self, doc: Doc) -> Doc:
        return next(iter(self.pipe([doc])))

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = 128) -> Iterator[Doc]:
        if self.model is None:
            raise ModelError(f"{self.name}: has no model yet; load it with from_disk")
        for docs in minibatch(stream, batch_size):  # type: ignore[no-untyped-call]
            for doc, spans in zip(docs, self.model.find([doc.text for doc in docs]), strict=True):
                found = (doc.char_span(start, end, label, alignment_mode="expand") for start, end, label in spans)
                doc.set_ents(filter_spans([span for span in found if span is not None]), default="outside")
                yield doc

    def to_disk(self, path: Path | str, *, exclude: Iterable[str] = ()) -> None:
        if self.model is None:
            raise ModelError(f"{self.name}: has no model to write")
        folder = Path(path)
        folder.mkdir(parents=True, exist_ok=True)
        if folder.resolve() != self.model.folder.resolve():
            for name in (META, ARRAYS, GRAPH):
                shutil.copyfile(self.model.folder / name, folder / name)

    def from_disk(self, path: Path | str, *, exclude: Iterable[str] = ()) -> YaowenEntities:
        self.model = EntityModel.load(Path(path), self.threads)
        return self


@Language.factory(COMPONENT, assigns=["doc.ents"], default_config={"threads": 1})
def make_component(nlp: Language, name: str, threads: int) -> YaowenEntities:
    """What spaCy calls by the name in a pipeline's config."""
    return YaowenEntities(nlp.vocab, name, threads)


def make_pipeline(model: Path) -> Language:
    """A Chinese pipeline, a token a character, with the entities of a model."""
    config: dict[str, Any] = {"nlp": {"tokenizer": {"segmenter": "char"}}}
    nlp = spacy.blank("zh", config=config)
    component = nlp.add_pipe(COMPONENT)
    component.from_disk(model)  # type: ignore[attr-defined]
    return nlp
