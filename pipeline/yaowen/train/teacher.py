"""A larger network, too slow to ship, that reads raw text for the one that ships.

A transformer first learns the language from raw text. Then its states are given to a network like the one that ships, beside
what that one is told, and both learn from the annotations together. What this teacher thinks of further raw text,
tag by tag with its doubts, the network that ships learns besides the annotations (distillation, after Hinton et al. 2015).
"""

import logging
from collections.abc import Mapping, Sequence
from typing import Protocol

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from yaowen.model.entity_model import EntityModel
from yaowen.model.features import Features, Featuriser
from yaowen.model.windows import cut_windows
from yaowen.train.crf import Crf
from yaowen.train.feed import CERTAIN, Batch, SoftLabels, SoftPiece, read_batches
from yaowen.train.network import Inputs, Network, NetworkSettings
from yaowen.train.settings import ReadingSettings
from yaowen.train.transformer import Transformer

log = logging.getLogger(__name__)
STRETCH = 1500  # characters of raw text that are cut into windows together


class Teacher(Network):
    """The network that ships, but that the states of a transformer stand beside its word vectors."""

    def __init__(
        self,
        characters: NDArray[np.float32],
        pairs: NDArray[np.float32],
        word_size: int,
        flags: int,
        heads: Mapping[str, Sequence[str]],
        settings: NetworkSettings,
        transformer: Transformer,
    ) -> None:
        states = transformer.characters.embedding_dim
        super().__init__(characters, pairs, word_size + states, flags, heads, settings)
        self.transformer = transformer

    def encode(self, inputs: Inputs) -> Tensor:
        states = self.transformer(inputs.characters, inputs.lengths)
        return super().encode(inputs._replace(words=torch.cat((inputs.words, states), dim=2)))


class Labeller(Protocol):
    """Whatever can say what it thinks of raw text: a teacher, or a model that was released before."""

    @property
    def device(self) -> torch.device: ...

    def scores(self, inputs: Inputs, heads: Sequence[str]) -> Sequence[Tensor]: ...

    def crf(self, name: str) -> Crf: ...


class Released:
    """A released model, which runs on the processor."""

    def __init__(self, model: EntityModel) -> None:
        self.model = model
        self.device = torch.device("cpu")

    def scores(self, inputs: Inputs, heads: Sequence[str]) -> list[Tensor]:
        characters, pairs, words, flags = (part.transpose(0, 1).contiguous().numpy() for part in inputs[:4])
        features = Features(
            characters.astype(np.int32), pairs.astype(np.int32), words, flags, inputs.lengths.numpy().astype(np.int32)
        )
        asked = [self.model.heads[head] for head in heads]
        # One reading serves all heads.
        found = self.model.score(
            features, np.concatenate([h.weight for h in asked], 1), np.concatenate([h.bias for h in asked])
        )
        return list(torch.from_numpy(found).split([len(head.bias) for head in asked], dim=2))

    def crf(self, name: str) -> Crf:
        head = self.model.heads[name]
        crf = Crf(head.labels)
        with torch.no_grad():
            crf.weights.copy_(torch.from_numpy(head.transitions) - crf.forbidden)
        return crf


def choose_windows(stream: NDArray[np.uint16], settings: ReadingSettings, random: np.random.Generator) -> NDArray[np.int64]:
    """Starts and lengths [window, 2] of windows of whole sentences, drawn from all of the text without overlaps."""
    stretches = random.permutation(len(stream) // STRETCH)[: max(1, settings.characters // STRETCH)]
    found: list[tuple[int, int]] = []
    for start in np.sort(stretches).tolist():
        codes = stream[start * STRETCH : (start + 1) * STRETCH].astype(np.int32)
        windows = cut_windows(codes, settings.longest)
        found += ((start * STRETCH + s, e - s) for s, e in windows[1:-1] or windows)  # the outer ones are torn
    return np.array(found, dtype=np.int64)


def label_raw_text(
    labeller: Labeller,
    featuriser: Featuriser,
    stream: NDArray[np.uint16],
    settings: ReadingSettings,
    *,
    seed: int,
    readers: int = 0,
) -> SoftLabels:
    """Let a labeller read raw text; a network among them must be in `eval` mode. Its heads say what they think."""
    random = np.random.default_rng((seed, 99))
    windows = choose_windows(stream, settings, random)
    windows = windows[np.argsort(windows[:, 1], kind="stable")]
    offsets = np.concatenate(([0], np.cumsum(windows[:, 1])))
    tags = np.zeros((2, len(settings.heads), offsets[-1]), np.int8)
    shares = np.zeros((len(settings.heads), offsets[-1]), np.uint8)
    size = max(1, settings.batch // settings.longest)
    nothing = np.zeros((0, 0), np.int8)
    parts = [windows[first : first + size].tolist() for first in range(0, len(windows), size)]
    batches = [
        Batch((), [SoftPiece(stream[s : s + n].astype(np.int32), nothing, nothing, nothing.view(np.uint8)) for s, n in part])
        for part in parts
    ]
    fields = [labeller.crf(head) for head in settings.heads]
    for number, (read, _) in enumerate(read_batches(batches, featuriser, readers)):
        inputs = read.to(labeller.device)
        place = slice(offsets[number * size], offsets[min((number + 1) * size, len(windows))])
        with torch.no_grad():
            scored = labeller.scores(inputs, settings.heads)
        for row, (field, scores) in enumerate(zip(fields, scored, strict=True)):
            inside = torch.arange(len(scores), device=labeller.device) < inputs.lengths[:, None]
            likely = field.marginals(scores, inputs.lengths).topk(2)
            share = likely.values[..., 0] / likely.values.sum(-1).clamp_min(1e-9)
            # texts one after the other, without what pads them
            flat = [value.transpose(0, 1)[inside].cpu().numpy() for value in (*likely.indices.unbind(-1), share)]
            tags[0, row, place], tags[1, row, place] = flat[0], flat[1]
            shares[row, place] = np.round(flat[2] * CERTAIN)
    tags[1][shares == CERTAIN] = 0  # of no weight, and quicker to keep
    named = np.add.reduceat((tags[0] > 0).any(0), offsets[:-1]) > 0
    kept = named | (random.random(len(windows)) < settings.bare)
    places = np.repeat(kept, windows[:, 1])
    starts, lengths = windows[kept].T
    return SoftLabels(settings.heads, stream, starts, lengths, tags[0][:, places], tags[1][:, places], shares[:, places])
