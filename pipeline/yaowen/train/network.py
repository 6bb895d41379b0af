"""The network: one encoder, and for each corpus a layer of tag scores with a conditional random field."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple, Self, cast

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from yaowen.model.features import Features
from yaowen.model.tags import tag_names
from yaowen.train.crf import Crf, Target
from yaowen.train.strict import Strict


@dataclass(frozen=True)
class NetworkSettings(Strict):
    """Sizes and dropouts."""

    input_size: int = 254
    hidden_size: int = 382  # with the two units that `export` adds, these suit the processor
    dropout: float = 0.3
    pair_dropout: float = 0.15
    word_dropout: float = 0.1
    flag_dropout: float = 0.1


class Inputs(NamedTuple):
    """`Features` as tensors [text, place, ...] where the network is."""

    characters: Tensor
    pairs: Tensor
    words: Tensor
    flags: Tensor
    lengths: Tensor

    @classmethod
    def of(cls, features: Features) -> Self:
        characters, pairs, words, flags = (torch.from_numpy(part).transpose(0, 1) for part in features[:4])
        return cls(characters.long(), pairs.long(), words, flags, torch.from_numpy(features.lengths).long())

    def to(self, device: torch.device) -> "Inputs":
        return Inputs(*(part.to(device, non_blocking=True) for part in self))


def embedding(vectors: NDArray[np.float32], *, sparse: bool) -> nn.Embedding:
    """Vectors that go on learning."""
    rows, size = vectors.shape
    return nn.Embedding(rows, size, sparse=sparse, _weight=torch.from_numpy(vectors))


class Network(nn.Module):
    """Embeddings, word vectors and flags, through a bidirectional LSTM, to tag scores for each head."""

    def __init__(
        self,
        characters: NDArray[np.float32],
        pairs: NDArray[np.float32],
        word_size: int,
        flags: int,
        heads: Mapping[str, Sequence[str]],
        settings: NetworkSettings,
    ) -> None:
        super().__init__()
        self.settings, self.flag_size = settings, flags
        self.characters = embedding(characters, sparse=False)
        self.pairs = embedding(pairs, sparse=True)
        width = characters.shape[1] + pairs.shape[1] + word_size + flags
        self.inputs = nn.Linear(width, settings.input_size)
        self.forward_lstm = nn.LSTM(settings.input_size, settings.hidden_size)
        self.backward_lstm = nn.LSTM(settings.input_size, settings.hidden_size)
        self.heads = nn.ModuleDict(
            {name: nn.Linear(2 * settings.hidden_size, len(tag_names(labels))) for name, labels in heads.items()}
        )
        self.crfs = nn.ModuleDict({name: Crf(labels) for name, labels in heads.items()})
        for lstm in (self.forward_lstm, self.backward_lstm):
            recurrent, bias = lstm.weight_hh_l0, lstm.bias_ih_l0
            nn.init.orthogonal_(cast(Tensor, recurrent))
            with torch.no_grad():  # the forget gate starts open
                cast(Tensor, bias)[settings.hidden_size : 2 * settings.hidden_size] = 1.0

    @property
    def device(self) -> torch.device:
        return self.characters.weight.device

    def encode(self, inputs: Inputs) -> Tensor:
        """States [place, text, unit]."""
        parts = [
            self._drop_units(self.characters(inputs.characters), 1),
            self._drop_rows(self.pairs(inputs.pairs), self.settings.pair_dropout),
            self._drop_rows(inputs.words, self.settings.word_dropout),
            self._drop_rows(inputs.flags, self.settings.flag_dropout),
        ]
        merged = self._drop_units(torch.tanh(self.inputs(torch.cat(parts, dim=2))), 1).transpose(0, 1).contiguous()
        places = torch.arange(len(merged), device=merged.device)[:, None]
        reverse = torch.where(places < inputs.lengths, inputs.lengths - 1 - places, places)[:, :, None]
        # Half the bits train as well and nearly twice as fast.
        with torch.autocast(merged.device.type, dtype=torch.bfloat16, enabled=self.training):
            onward, _ = self.forward_lstm(merged)
            back, _ = self.backward_lstm(merged.gather(0, reverse.expand_as(merged)))
        onward, back = onward.float(), back.float()
        back = back.gather(0, reverse.expand_as(back))
        return self._drop_units(torch.cat((onward, back), dim=2), 0)

    def _drop_units(self, values: Tensor, along: int) -> Tensor:
        """Dropout with one mask for all characters of a text, which is quicker and no worse."""
        if not self.training:
            return values
        shape = list(values.shape)
        shape[along] = 1
        kept = 1 - self.settings.dropout
        return values * ((torch.rand(shape, device=values.device) < kept) / kept)

    def _drop_rows(self, values: Tensor, share: float) -> Tensor:
        """Some characters of a text lose the whole of one kind of evidence."""
        if not self.training or not share:
            return values
        return values * (torch.rand(values.shape[:2], device=values.device)[:, :, None] >= share)

    def head(self, name: str) -> nn.Linear:
        return cast(nn.Linear, self.heads[name])

    def crf(self, name: str) -> Crf:
        return cast(Crf, self.crfs[name])

    def scores(self, inputs: Inputs, heads: Sequence[str]) -> list[Tensor]:
        """The tag scores [place, text, tag] of each of the heads."""
        states = self.encode(inputs)
        return [self.head(head)(states) for head in heads]

    def loss(self, inputs: Inputs, targets: Mapping[str, Target]) -> Tensor:
        """Mean loss a character over the heads that have a target."""
        states = self.encode(inputs)
        losses = [self.crf(name).loss(self.head(name)(states), target, inputs.lengths) for name, target in targets.items()]
        return torch.stack(losses).sum() / (inputs.lengths.sum() * len(losses))
