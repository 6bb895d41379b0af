"""The network: one encoder, and for each corpus a layer of tag scores with a conditional random field."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import cast

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from yaowen.model.features import Features
from yaowen.model.tags import NEVER, legal_transitions, tag_names


@dataclass(frozen=True)
class NetworkSettings:
    """Sizes and dropouts."""

    input_size: int = 254
    hidden_size: int = 382  # with the two units that `export` adds, these suit the processor
    dropout: float = 0.3
    pair_dropout: float = 0.15
    word_dropout: float = 0.1
    flag_dropout: float = 0.1


def embedding(vectors: NDArray[np.float32], *, sparse: bool) -> nn.Embedding:
    """Vectors that go on learning."""
    rows, size = vectors.shape
    return nn.Embedding(rows, size, sparse=sparse, _weight=torch.from_numpy(vectors))


class Crf(nn.Module):
    """Scores of tag sequences. Illegal transitions cost too much to be taken."""

    def __init__(self, labels: Sequence[str]) -> None:
        super().__init__()
        legal = torch.from_numpy(legal_transitions(labels))
        self.forbidden: Tensor
        self.register_buffer("forbidden", torch.where(legal, 0.0, NEVER), persistent=False)
        self.weights = nn.Parameter(torch.zeros(legal.shape))

    def transitions(self) -> Tensor:
        return self.weights + self.forbidden

    def loss(self, scores: Tensor, tags: Tensor, lengths: Tensor) -> Tensor:
        """Negative log-likelihood of the tags [place, text], summed over the texts."""
        places, _, size = scores.shape
        transitions = self.transitions()
        inside = torch.arange(places)[:, None] < lengths
        gold = (scores.gather(2, tags[:, :, None])[:, :, 0] * inside).sum()
        gold = gold + transitions[size, tags[0]].sum() + (transitions[tags[:-1], tags[1:]] * inside[1:]).sum()
        gold = gold + transitions[tags.gather(0, (lengths - 1)[None])[0], size].sum()
        reach = transitions[:size, :size].exp()
        total = scores[0] + transitions[size, :size]
        for place in range(1, places):
            top = total.max(dim=1, keepdim=True).values.detach()
            step = ((total - top).exp() @ reach).clamp_min(1e-30).log() + top + scores[place]
            total = torch.where(inside[place][:, None], step, total)
        return (total + transitions[:size, size]).logsumexp(dim=1).sum() - gold


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

    def encode(self, features: Features) -> Tensor:
        """States [place, text, unit]."""
        lengths = torch.from_numpy(features.lengths).long()
        parts = [
            self._drop_units(self.characters(torch.from_numpy(features.characters)), 1),
            self._drop_rows(self.pairs(torch.from_numpy(features.pairs)), self.settings.pair_dropout),
            self._drop_rows(torch.from_numpy(features.words), self.settings.word_dropout),
            self._drop_rows(torch.from_numpy(features.flags), self.settings.flag_dropout),
        ]
        inputs = self._drop_units(torch.tanh(self.inputs(torch.cat(parts, dim=2))), 1).transpose(0, 1).contiguous()
        places = torch.arange(len(inputs))[:, None]
        reverse = torch.where(places < lengths, lengths - 1 - places, places)[:, :, None]
        # Half the bits train as well and nearly twice as fast.
        with torch.autocast("cpu", dtype=torch.bfloat16, enabled=self.training):
            onward, _ = self.forward_lstm(inputs)
            back, _ = self.backward_lstm(inputs.gather(0, reverse.expand_as(inputs)))
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
        return values * ((torch.rand(shape) < kept) / kept)

    def _drop_rows(self, values: Tensor, share: float) -> Tensor:
        """Some characters of a text lose the whole of one kind of evidence."""
        if not self.training or not share:
            return values
        return values * (torch.rand(values.shape[:2])[:, :, None] >= share)

    def head(self, name: str) -> nn.Linear:
        return cast(nn.Linear, self.heads[name])

    def crf(self, name: str) -> Crf:
        return cast(Crf, self.crfs[name])

    def scores(self, features: Features, head: str) -> Tensor:
        return cast(Tensor, self.head(head)(self.encode(features)))

    def loss(self, features: Features, tags: Tensor, head: str) -> Tensor:
        """Mean loss a character."""
        lengths = torch.from_numpy(features.lengths).long()
        return self.crf(head).loss(self.scores(features, head), tags, lengths) / lengths.sum()
