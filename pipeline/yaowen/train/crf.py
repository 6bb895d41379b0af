"""The conditional random field over tags: what a sequence costs, and the loss of what a text is labelled with."""

from collections.abc import Sequence
from typing import Any, NamedTuple, Self, cast

import torch
from torch import Tensor, nn

from yaowen.model.tags import NEVER, legal_transitions


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
