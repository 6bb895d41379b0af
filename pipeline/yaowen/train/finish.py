"""What an exported model learns last, from what its encoder has not learnt by heart.

Of the texts that it learnt from an encoder tells names too surely for the layers above it to learn what its doubts mean. So
the layers of some corpora learn once more, the encoder as it is exported and unchanged, from the development parts, beside as
much of the training parts. And a character that no text held gets a row of its own: the mean of the rare ones.

`yaowen train` ends so; `python -m yaowen.train.finish configs/train/entities.toml` does it to the model in a config's `output`.
Do it once: a layer that has learnt from a part can no longer be tried on it.
"""

from __future__ import annotations

import argparse
import json
import logging
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from yaowen.errors import ConfigError, YaowenError
from yaowen.model.entity_model import ARRAYS, COMPONENT, GRAPH, META, EntityModel, Head, blocks, file_hash
from yaowen.model.features import CHINESE, STRANGE
from yaowen.model.tags import NEVER, best_tags, read_tags, write_tags
from yaowen.train.corpora import Annotated, flat_spans
from yaowen.train.crf import Crf, Target
from yaowen.train.scoring import Count, add_counts, count_spans
from yaowen.train.settings import FinishSettings, read_settings
from yaowen.train.sources import Corpus, read_corpora

log = logging.getLogger(__name__)
TABLE = "characters_table"
STATES = ("onward_squeezed", "back_squeezed")
"""What the graph calls the rows of characters, and what either direction of the LSTM gives."""
RARE = 0xD8
"""The lead byte of GB 2312 from which on its characters are those of the second level, the rare ones."""
READ_TOGETHER = 64


class Window(NamedTuple):
    """A stretch of a text, what the encoder says of each of its characters, and the tags that they should have."""

    text: int
    start: int
    codes: NDArray[np.int32]
    states: NDArray[np.float16]
    tags: NDArray[np.int8]


def add_stranger(folder: Path) -> None:
    """Gives a model a row for Chinese characters that it has never met, if it has none: the mean of the rare ones it knows."""
    import onnx
    from onnx import numpy_helper

    with np.load(folder / ARRAYS, allow_pickle=False) as stored:
        arrays = dict(stored)
    keys = arrays["character_keys"]
    place = int(np.searchsorted(keys, STRANGE))
    if place < len(keys) and keys[place] == STRANGE:
        return
    graph = onnx.load(folder / GRAPH)
    stored = next(constant for constant in graph.graph.initializer if constant.name == TABLE)
    table = numpy_helper.to_array(stored)
    rare = [number + 2 for number, code in enumerate(keys.tolist()) if _is_rare(code)]
    row = table[rare or [1]].astype(np.float32).mean(0).astype(table.dtype)
    stored.CopyFrom(numpy_helper.from_array(np.insert(table, place + 2, row, axis=0), TABLE))
    onnx.save(graph, folder / GRAPH)
    _store(folder, arrays | {"character_keys": np.insert(keys, place, STRANGE)})


def _is_rare(code: int) -> bool:
    if not any(first <= code < end for first, end in CHINESE):
        return False
    try:
        return chr(code).encode("gb2312")[0] >= RARE
    except UnicodeEncodeError:
        return True


def _store(folder: Path, arrays: dict[str, Any]) -> None:
    np.savez(folder / ARRAYS, **arrays)
    meta = json.loads((folder / META).read_text("utf-8"))
    meta["sha256"] = {name: file_hash(folder / name) for name in (ARRAYS, GRAPH)}
    (folder / META).write_text(json.dumps(meta, ensure_ascii=False, indent=2) + "\n", "utf-8")


class Encoder:
    """The encoder of an exported model."""

    def __init__(self, model: EntityModel) -> None:
        import onnx
        from onnxruntime import InferenceSession

        self.model = model
        graph = onnx.load(model.folder / GRAPH)
        for name in STATES:
            graph.graph.output.append(onnx.helper.make_tensor_value_info(name, onnx.TensorProto.FLOAT, None))
        self.session = InferenceSession(graph.SerializeToString(), providers=["CPUExecutionProvider"])

    def read(self, texts: Sequence[Annotated], head: str) -> Iterator[Window]:
        """The windows of texts, as the model cuts them."""
        layer, labels = self.model.heads[head], self.model.heads[head].labels
        onward, back = np.split(layer.weight, 2)
        given = {"onward_weight": onward, "back_weight": back, "head_bias": layer.bias}
        tags = [write_tags(flat_spans(text, labels), len(text.text), labels) for text in texts]
        for block in blocks([text.text for text in texts]):
            block.sort(key=lambda window: -len(window.codes))
            for first in range(0, len(block), READ_TOGETHER):
                some = block[first : first + READ_TOGETHER]
                features = self.model.featuriser.strip([window.codes for window in some]).batch(0, len(some))
                states = np.concatenate(self.session.run(list(STATES), features._asdict() | given), axis=2).astype(np.float16)
                for column, (text, start, codes) in enumerate(some):
                    end = start + len(codes)
                    yield Window(text, start, codes, states[: len(codes), column], tags[text][start:end])


def refit(head: Head, windows: Sequence[Window], settings: FinishSettings) -> Head:
    """A layer that has learnt once more, from those windows."""
    torch.manual_seed(settings.seed)
    random = np.random.default_rng(settings.seed)
    before = torch.from_numpy(head.weight.T.copy())
    layer, crf = nn.Linear(*head.weight.shape), Crf(head.labels)
    with torch.no_grad():
        layer.weight.copy_(before)
        layer.bias.copy_(torch.from_numpy(head.bias))
        steps = torch.from_numpy(head.transitions)
        crf.weights.copy_(torch.where(crf.forbidden < 0, 0.0, steps))
    order = sorted(range(len(windows)), key=lambda number: len(windows[number].codes))
    batches = [order[first : first + settings.batch] for first in range(0, len(order), settings.batch)]
    optimiser = torch.optim.Adam([*layer.parameters(), crf.weights], lr=settings.rate)
    total = settings.epochs * len(batches)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda step: 1 - step / (total + 1))
    drop = nn.Dropout(settings.dropout)
    for _ in range(settings.epochs):
        random.shuffle(batches)
        for batch in batches:
            states, tags, lengths = _put_together([windows[number] for number in batch])
            loss = crf.loss(layer(drop(states)), Target.sure(tags), lengths) / lengths.sum()
            optimiser.zero_grad()
            (loss + settings.drawn * (layer.weight - before).square().sum()).backward()
            optimiser.step()
            schedule.step()
    weight, bias = (part.detach().numpy() for part in (layer.weight, layer.bias))
    transitions = crf.transitions().detach().numpy().astype(np.float32)
    return Head(head.labels, np.ascontiguousarray(weight.T), bias.copy(), transitions)


def _put_together(windows: Sequence[Window]) -> tuple[Tensor, Tensor, Tensor]:
    """States [place, window, unit], tags [place, window] and lengths."""
    parts = [torch.from_numpy(window.states.astype(np.float32)) for window in windows]
    tags = [torch.from_numpy(window.tags.astype(np.int64)) for window in windows]
    pad = nn.utils.rnn.pad_sequence
    return pad(parts), pad(tags), torch.tensor([len(part) for part in parts])


def score(head: Head, windows: Sequence[Window], texts: Sequence[Annotated]) -> dict[str, Count]:
    """The counts of the texts that windows were cut from, read by a layer; the texts are named by their numbers."""
    found: dict[int, list[tuple[int, int, str]]] = {window.text: [] for window in windows}
    for window in windows:
        scores = (window.states.astype(np.float32) @ head.weight + head.bias)[:, None]
        scores[np.flatnonzero(window.codes == ord("\n")), :, 1:] = NEVER
        path = best_tags(scores, np.array([len(window.codes)]), head.transitions)[:, 0]
        found[window.text] += [
            (window.start + start, window.start + end, label) for start, end, label in read_tags(path, head.labels)
        ]
    return add_counts(count_spans(spans, flat_spans(texts[number], head.labels)) for number, spans in found.items())


def try_out(
    head: Head, dev: Sequence[Window], beside: Sequence[Window], texts: Sequence[Annotated], settings: FinishSettings
) -> dict[str, Count]:
    """The counts of a development part, each fold of it read by a layer that has learnt from the others."""
    counts = []
    for fold in range(settings.folds):
        seen = [window for window in dev if window.text % settings.folds != fold]
        kept = [window for window in dev if window.text % settings.folds == fold]
        if kept:
            counts.append(score(refit(head, [*seen, *beside], settings), kept, texts))
    return add_counts(counts)


def finish(folder: Path, corpora: Mapping[str, Corpus], settings: FinishSettings) -> dict[str, dict[str, float]]:
    """Gives the model of a folder its last touches.

    What comes back is, for each layer that learnt, F1 of its development part before, and as `try_out` finds it.
    """
    component = folder / COMPONENT if (folder / COMPONENT).is_dir() else folder
    add_stranger(component)
    model = EntityModel.load(component)
    encoder = Encoder(model)
    report: dict[str, dict[str, float]] = {}
    changed: dict[str, NDArray[np.float32]] = {}
    for name in settings.heads:
        if name not in model.heads:
            raise ConfigError(f"{component}: has no head {name!r} to learn once more; choose from {sorted(model.heads)}")
        corpus = corpora[name]
        log.info("%s: reads the development part, then learns %d times", name, settings.folds + 1)
        dev = list(encoder.read(corpus.dev, name))
        count = min(len(corpus.train), round(settings.beside * len(corpus.dev)))
        drawn = np.random.default_rng(settings.seed).choice(len(corpus.train), count, replace=False)
        beside = list(encoder.read([corpus.train[number] for number in drawn], name))
        head = model.heads[name]
        before, tried = score(head, dev, corpus.dev)[""], try_out(head, dev, beside, corpus.dev, settings)[""]
        report[name] = {"before": round(before.f1, 4), "tried": round(tried.f1, 4)}
        log.info("%s: F1 of the development part %.4f, by layers that have not seen it %.4f", name, before.f1, tried.f1)
        new = refit(head, [*dev, *beside], settings)
        changed |= {f"{part}_{name}": getattr(new, part) for part in ("weight", "bias", "transitions")}
    if changed:
        with np.load(component / ARRAYS, allow_pickle=False) as stored:
            arrays = dict(stored)
        _store(component, arrays | changed)
    return report


def main(arguments: Sequence[str] | None = None) -> int:
    """Gives the model that a config names its last touches, and prints what that is worth."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("config", type=Path, help="such as configs/train/entities.toml")
    options = parser.parse_args(arguments)
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    try:
        settings = read_settings(options.config)
        report = finish(settings.output, read_corpora(settings), settings.finish)
    except YaowenError as error:
        parser.error(str(error))
    print(json.dumps(report))  # noqa: T201
    return 0


if __name__ == "__main__":
    sys.exit(main())
