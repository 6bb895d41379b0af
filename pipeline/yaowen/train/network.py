"""The network: one encoder, and for each corpus a layer of tag scores with a conditional random field."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple, Self, cast

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


class Target(NamedTuple):
    """The tags wanted at each place [place, text]: `best` with probability `share`, else `second`."""

    best: Tensor
    second: Tensor
    share: Tensor

    @classmethod
    def sure(cls, tags: Tensor) -> Self:
        """Tags of which there is no doubt."""
        return cls(tags, torch.zeros_like(tags), torch.ones(tags.shape))

    def to(self, device: torch.device) -> "Target":
        return Target(*(part.to(device, non_blocking=True) for part in self))


def embedding(vectors: NDArray[np.float32], *, sparse: bool) -> nn.Embedding:
    """Vectors that go on learning."""
    rows, size = vectors.shape
    return nn.Embedding(rows, size, sparse=sparse, _weight=torch.from_numpy(vectors))


def scale(values: Tensor) -> tuple[Tensor, Tensor]:
    """Rows made to sum to 1, and the logarithm of what they summed to."""
    sums = values.sum(-1, keepdim=True).clamp_min(1e-300)
    return values / sums, sums[..., 0].log()


class Sweep:
    """All sequences of tags summed up in 64 bits, place by place and each step scaled, forwards and backwards (Rabiner 1989).

    `scores` are [place, text, tag], `transitions` [tag or outside, tag or outside].
    """

    def __init__(self, scores: Tensor, transitions: Tensor, lengths: Tensor) -> None:
        places, _, size = scores.shape
        wide, steps = scores.double(), transitions.double().exp()
        peaks = wide.amax(2)
        self.own = (wide - peaks[..., None]).exp()
        self.begin, self.between, self.end = steps[size, :size], steps[:size, :size], steps[:size, size]
        self.inside = torch.arange(places, device=scores.device)[:, None] < lengths
        state, total = scale(self.own[0] * self.begin)
        self.forward = [state]
        for place in range(1, places):
            state, log = scale(state @ self.between * self.own[place])
            state = torch.where(self.inside[place, :, None], state, self.forward[-1])
            self.forward.append(state)
            total = total + log * self.inside[place]
        self.total = total + (peaks * self.inside).sum(0) + (state @ self.end).log()

    def backward(self) -> Tensor:
        """What follows each tag [place, text, tag], up to a factor for each place."""
        last = self.end.expand_as(self.forward[0])
        states = [last]
        for place in range(len(self.own) - 1, 0, -1):
            state, _ = scale((states[-1] * self.own[place]) @ self.between.T)
            states.append(torch.where(self.inside[place, :, None], state, last))
        return torch.stack(states[::-1])

    def marginals(self, backward: Tensor) -> Tensor:
        """The probability [place, text, tag] of each tag."""
        return scale(torch.stack(self.forward) * backward)[0]


class Partition(torch.autograd.Function):
    """The logarithm [text] of the sum over all sequences, with its gradients written out."""

    @staticmethod
    def forward(context: Any, scores: Tensor, transitions: Tensor, lengths: Tensor) -> Tensor:
        context.sweep = Sweep(scores, transitions, lengths)
        return context.sweep.total

    @staticmethod
    def backward(context: Any, *gradients: Tensor) -> tuple[Tensor, Tensor, None]:
        sweep, (gradient,) = context.sweep, gradients
        following = sweep.backward()
        found = sweep.marginals(following) * (gradient * sweep.inside)[..., None]
        texts = torch.arange(found.shape[1], device=found.device)
        before, after = torch.stack(sweep.forward)[:-1], (following * sweep.own)[1:]
        pairs = ((before @ sweep.between) * after).sum(2).clamp_min(1e-300)
        weights = (gradient * sweep.inside[1:] / pairs)[..., None]
        size = found.shape[2]
        steps = found.new_zeros(size + 1, size + 1)
        steps[:size, :size] = ((before * weights).flatten(0, 1).T @ after.flatten(0, 1)) * sweep.between
        steps[size, :size] = found[0].sum(0)
        steps[:size, size] = found[sweep.inside.sum(0) - 1, texts].sum(0)
        return found.float(), steps.float(), None


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

    def loss(self, scores: Tensor, target: Target, lengths: Tensor) -> Tensor:
        """Cross-entropy with the tags of the target, neighbours drawn together, summed over the texts.

        Where the target is sure, it is the negative log-likelihood of its tags. `scores` are [place, text, tag].
        """
        return (self.partition(scores, lengths) - self._expected(scores, target, lengths)).sum()

    def _expected(self, scores: Tensor, target: Target, lengths: Tensor) -> Tensor:
        """The mean score [text] of the sequences that the target stands for.

        Neighbours that doubt the same thing are drawn together: one number decides for both, so that `best` goes with
        `best` as often as it can.
        """
        places, texts, size = scores.shape
        inside = torch.arange(places, device=scores.device)[:, None] < lengths
        best, second, share = target
        ends = (lengths - 1)[None], torch.arange(texts, device=scores.device)
        weights = torch.where(self.forbidden == 0, self.weights, 0.0)  # two tags of one draw may still not go together
        total = scores.new_zeros(texts)
        for tags, drawn in ((best, share), (second, 1 - share)):
            total = total + (scores.gather(2, tags[:, :, None])[:, :, 0] * drawn * inside).sum(0)
            total = total + weights[size, tags[0]] * drawn[0] + (weights[tags[ends], size] * drawn[ends])[0]
        before, after = share[:-1], share[1:]
        steps = (
            (best[:-1], best[1:], torch.minimum(before, after)),
            (second[:-1], second[1:], 1 - torch.maximum(before, after)),
            (best[:-1], second[1:], (before - after).clamp_min(0)),
            (second[:-1], best[1:], (after - before).clamp_min(0)),
        )
        for tags, following, drawn in steps:
            total = total + (weights[tags, following] * drawn * inside[1:]).sum(0)
        return total

    def partition(self, scores: Tensor, lengths: Tensor) -> Tensor:
        """The logarithm [text] of the sum over all sequences."""
        return cast(Tensor, Partition.apply(scores, self.transitions(), lengths))

    def marginals(self, scores: Tensor, lengths: Tensor) -> Tensor:
        """The probability [place, text, tag] of each tag."""
        sweep = Sweep(scores.detach(), self.transitions().detach(), lengths)
        return sweep.marginals(sweep.backward())


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
