"""The entity model as it ships: a folder of arrays and an ONNX graph, checked by hash, run without PyTorch."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from yaowen.errors import ModelError
from yaowen.model.features import Features, Featuriser
from yaowen.model.fold import code_points
from yaowen.model.lexicon import Lexicon
from yaowen.model.tags import NEVER, Span, best_tags, read_tags
from yaowen.model.windows import cut_windows

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

META = "meta.json"
GRAPH = "network.onnx"
ARRAYS = "arrays.npz"
COMPONENT = "yaowen_entities"  # the component's folder in a spaCy pipeline
SHIPPED = "entities"
FORMAT = 2
BATCH = 2048  # characters the network reads at once; larger ones do not stay in the cache
GROUP = 1 << 14  # characters whose features are found, and whose tags are chosen, in one go
BLOCK = 1 << 18  # characters whose windows are sorted by length together


class Head(NamedTuple):
    """One corpus's way of marking: its labels, and how its tags follow one another."""

    labels: tuple[str, ...]
    weight: NDArray[np.float32]
    bias: NDArray[np.float32]
    transitions: NDArray[np.float32]


class Window(NamedTuple):
    """A stretch of one of the texts."""

    text: int
    start: int
    codes: NDArray[np.int32]


def file_hash(path: Path) -> str:
    """The sha256 of a file, as hexadecimal digits."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def shipped_model() -> Path:
    """The folder of the model that comes with yaowen: in the installed package, or in a checkout."""
    package = Path(__file__).parents[1]
    folders = (package / "models" / SHIPPED, package.parents[1] / "models" / SHIPPED)
    return next((f for f in folders if f.is_dir()), folders[0])


def read_meta(folder: Path) -> dict[str, Any]:
    """The description of a model, once every file it lists is there and unchanged."""
    path = folder / META
    if not path.is_file():
        raise ModelError(f"{folder}: holds no {META}; an entity model is a folder with {META}, {ARRAYS} and {GRAPH}")
    try:
        meta: dict[str, Any] = json.loads(path.read_text("utf-8"))
        listed = dict(meta["sha256"])
    except (ValueError, KeyError, TypeError) as error:
        raise ModelError(f"{path}: is not the description of an entity model ({error})") from None
    if meta.get("format") != FORMAT:
        found = meta.get("format")
        raise ModelError(f"{path}: is of format {found!r}, this version reads {FORMAT}; export it again with `yaowen train`")
    for name in (ARRAYS, GRAPH):
        if not (folder / name).is_file():
            raise ModelError(f"{folder}: lacks {name}; fetch the model again")
        if (found := file_hash(folder / name)) != listed.get(name):
            raise ModelError(f"{folder / name}: has sha256 {found}, and {META} lists {listed.get(name)}; fetch the model again")
    return meta


@dataclass(frozen=True)
class EntityModel:
    """Finds spans. Load it with `EntityModel.load(folder)`; it may be used from several threads."""

    folder: Path
    meta: dict[str, Any]
    featuriser: Featuriser
    heads: dict[str, Head]
    threads: int = 1

    @classmethod
    def load(cls, folder: Path | str, threads: int = 1) -> EntityModel:
        """The model of a folder, or of the spaCy pipeline in it. Raises `ModelError` where it is missing or was changed."""
        folder = Path(folder)
        if (folder / COMPONENT).is_dir():
            folder = folder / COMPONENT
        meta = read_meta(folder)
        try:
            with np.load(folder / ARRAYS, allow_pickle=False) as arrays:
                lexicon = Lexicon(
                    keys=arrays["word_keys"],
                    kinds=arrays["word_kinds"],
                    vector_rows=arrays["word_rows"],
                    vectors=arrays["word_vectors"],
                    weights=arrays["word_weights"],
                    scale=float(arrays["word_scale"]),
                )
                featuriser = Featuriser(arrays["character_keys"], arrays["pair_keys"], lexicon)
                heads = {
                    name: Head(tuple(labels), *(arrays[f"{part}_{name}"] for part in ("weight", "bias", "transitions")))
                    for name, labels in meta["heads"].items()
                }
        except (KeyError, ValueError, TypeError, AttributeError) as error:
            raise ModelError(f"{folder}: {ARRAYS} and {META} do not go together ({error!r}); get the model anew") from None
        return cls(folder, meta, featuriser, heads, threads)

    @property
    def default_head(self) -> str:
        return str(self.meta["default_head"])

    @property
    def labels(self) -> tuple[str, ...]:
        """Labels of the spans that `find` gives."""
        return self.heads[self.default_head].labels

    @cached_property
    def _session(self) -> InferenceSession:
        from onnxruntime import GraphOptimizationLevel, InferenceSession, SessionOptions

        options = SessionOptions()
        options.intra_op_num_threads = self.threads
        options.inter_op_num_threads = 1
        options.graph_optimization_level = GraphOptimizationLevel.ORT_ENABLE_ALL
        return InferenceSession(str(self.folder / GRAPH), options, providers=["CPUExecutionProvider"])

    def find(self, texts: Sequence[str], head: str | None = None) -> list[list[Span]]:
        """For each text its spans in order, apart from each other, in code points; none runs over a line break.

        What is found in a text does not depend on the other texts.
        """
        name = head or self.default_head
        if name not in self.heads:
            raise ModelError(f"{self.folder}: has no head {name!r}; choose from {sorted(self.heads)}")
        found: list[list[Span]] = [[] for _ in texts]
        for block in blocks(texts):
            for window, tags in self._tag(block, self.heads[name]):
                spans = read_tags(tags, self.heads[name].labels)
                found[window.text] += ((window.start + s, window.start + e, label) for s, e, label in spans)
        return [sorted(spans) for spans in found]

    def _tag(self, windows: Sequence[Window], head: Head) -> Iterator[tuple[Window, NDArray[np.int8]]]:
        ordered = sorted(windows, key=lambda w: len(w.codes), reverse=True)
        groups = np.cumsum([len(w.codes) for w in ordered]) // GROUP
        for first, last in pairwise([0, *(np.flatnonzero(np.diff(groups)) + 1).tolist(), len(ordered)]):
            group = ordered[first:last]
            yield from zip(group, self._tag_group([w.codes for w in group], head), strict=True)

    def _tag_group(self, codes: Sequence[NDArray[np.int32]], head: Head) -> list[NDArray[np.int8]]:
        """Tags of windows, the longest first."""
        strip = self.featuriser.strip(codes)
        scores = np.zeros((len(codes[0]), len(codes), len(head.bias)), dtype=np.float32)
        first = 0
        while first < len(codes):
            last = first + max(1, BATCH // len(codes[first]))
            found = self.score(strip.batch(first, last), head.weight, head.bias)
            scores[: len(found), first:last] = found
            first = last
        for column, window in enumerate(codes):
            scores[np.flatnonzero(window == ord("\n")), column, 1:] = NEVER
        paths = best_tags(scores, strip.lengths, head.transitions)
        return [paths[: len(window), column] for column, window in enumerate(codes)]

    def score(self, features: Features, weight: NDArray[np.float32], bias: NDArray[np.float32]) -> NDArray[np.float32]:
        """The scores [place, text, tag] that a head's layer gives to tags, whatever stands beside them."""
        onward, back = np.split(weight, 2)
        layer = {"onward_weight": onward, "back_weight": back, "head_bias": bias}
        scores: NDArray[np.float32]
        (scores,) = self._session.run(["scores"], features._asdict() | layer)
        return scores


def blocks(texts: Sequence[str]) -> Iterator[list[Window]]:
    """The windows of all texts, in blocks that bound the memory used."""
    block: list[Window] = []
    held = 0
    for number, text in enumerate(texts):
        codes = code_points(text)
        for start, end in cut_windows(codes):
            block.append(Window(number, start, codes[start:end]))
            held += end - start
            if held >= BLOCK:
                yield block
                block, held = [], 0
    if block:
        yield block
