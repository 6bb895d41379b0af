"""Fits the network that reads the lines over a body together; `StackNetwork` reads what comes of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from random import Random
from typing import Any, NamedTuple

import numpy as np
import torch
from torch import Tensor, nn

from yaowen.segment.stack_lines import EDGE, EXPECTED, EXPECTED_JOINS, EXPECTED_STEPS, STACKED, Features, describe
from yaowen.segment.stack_network import REACHES, number_chars
from yaowen.train.stacks import KnownStack, Lexicon

BATCH = 64
CHAR_SIZE = 24
WIDTH = 96
HIDDEN = 128
KINDS = ("weight", "bias")
DRAWN = 3e-2
"""How strongly the weights of the numbers are drawn to what is expected of them."""


class Batch(NamedTuple):
    """Stacks of equally many lines, padded to the longest line: what `Features` holds, then what is known."""

    numbers: Tensor
    ties: Tensor
    chars: Tensor
    borders: Tensor
    words: Tensor
    border_words: Tensor
    roles: Tensor
    goes_on: Tensor


def fit_several(stacks: Sequence[KnownStack], vectors: Mapping[str, Any], count: int, *, epochs: int = 6) -> dict[str, Any]:
    """The weights of as many networks as `StackNetwork` reads them, each fitted from another beginning."""
    lexicon = Lexicon.of(stacks, vectors)
    members = [fit(stacks, lexicon, epochs=epochs, seed=seed).weights() for seed in range(1, count + 1)]
    return {
        "chars": np.array(lexicon.chars),
        "words": np.array("\n".join(lexicon.words)),
        "vectors": lexicon.vectors,
        "scale": np.array(lexicon.scale, dtype=np.float32),
        **{name: np.stack([member[name] for member in members]) for name in members[0]},
    }


class CharReader(nn.Module):
    """Two convolutions over characters and the words that they are part of, which `convolve` runs."""

    def __init__(self, vectors: Tensor, chars: int) -> None:
        super().__init__()
        self.vectors = vectors
        self.embedding = nn.Embedding(chars + 2, CHAR_SIZE, padding_idx=0)
        read = CHAR_SIZE + vectors.shape[1]
        self.read = nn.ModuleList(nn.Linear(3 * (WIDTH if layer else read), WIDTH) for layer in range(len(REACHES)))
        self.drop = nn.Dropout(0.25)

    def forward(self, chars: Tensor, words: Tensor) -> Tensor:
        """What they see at each character [line, place, unit]."""
        inside = (chars > 0)[:, :, None]
        hidden: Tensor = self.drop(torch.cat([self.embedding(chars), self.vectors[words]], 2))
        for reach, linear in zip(REACHES, self.read, strict=True):
            padded = nn.functional.pad(hidden, (0, 0, reach, reach))
            near = torch.cat([padded[:, : -2 * reach], hidden, padded[:, 2 * reach :]], 2)
            hidden = torch.relu(linear(near)) * inside
        return hidden

    def weights(self) -> dict[str, Any]:
        """The arrays that `convolve` reads, as they are stored."""
        state = {name: value.numpy().astype(np.float16) for name, value in self.state_dict().items()}
        layers = {f"read{layer}.{kind}": state[f"read.{layer}.{kind}"] for layer in range(len(REACHES)) for kind in KINDS}
        return {"embedding": state["embedding.weight"], **layers}


class StackReader(nn.Module):
    """Sums of what the numbers of lines and steps say, and of what convolutions say that also read characters and words."""

    def __init__(self, vectors: Tensor, chars: int, numbers: int, ties: int) -> None:
        super().__init__()
        roles = len(STACKED)
        self.reader = CharReader(vectors, chars)
        self.line = nn.ModuleList((nn.Linear(6 * WIDTH + numbers, HIDDEN), nn.Linear(HIDDEN, roles)))
        self.tie = nn.ModuleList((nn.Linear(3 * WIDTH + ties, HIDDEN), nn.Linear(HIDDEN, roles * roles + roles)))
        self.expected = _expected_lines(numbers), _expected_steps(ties)
        self.plain_line, self.plain_tie = (nn.Parameter(weights.clone()) for weights in self.expected)
        self.drop = nn.Dropout(0.25)

    def forward(self, batch: Batch) -> tuple[Tensor, Tensor]:
        """Scores [stack, line, role] and [stack, step, option]."""
        count, lines = batch.numbers.shape[:2]
        said = self.reader(batch.chars.flatten(0, 1), batch.words.flatten(0, 1))
        sizes = (batch.chars > 0).sum(2).flatten()[:, None].clamp(min=1)
        whole = torch.cat([said.amax(1), said.sum(1) / sizes], 1).unflatten(0, (count, lines))
        edge = whole.new_zeros(count, 1, whole.shape[2])
        above, below = torch.cat([edge, whole[:, :-1]], 1), torch.cat([whole[:, 1:], edge], 1)
        scores = batch.numbers @ self.plain_line + self._pass(self.line, torch.cat([whole, above, below, batch.numbers], 2))
        said = self.reader(batch.borders.flatten(0, 1), batch.border_words.flatten(0, 1))
        said = torch.cat([said[:, EDGE - 1], said[:, EDGE], said.amax(1)], 1).unflatten(0, (count, lines - 1))
        return scores, batch.ties @ self.plain_tie + self._pass(self.tie, torch.cat([said, batch.ties], 2))

    def _pass(self, layers: nn.ModuleList, seen: Tensor) -> Tensor:
        said: Tensor = layers[1](self.drop(torch.relu(layers[0](self.drop(seen)))))
        return said

    def strangeness(self) -> Tensor:
        """How far the weights of the numbers are from what is expected of them."""
        lines, steps = self.expected
        return (self.plain_line - lines).square().sum() + (self.plain_tie - steps).square().sum()

    def weights(self) -> dict[str, Any]:
        """The arrays that `StackNetwork` reads, as they are stored."""
        state = {name: value.numpy().astype(np.float16) for name, value in self.state_dict().items()}
        weights = {**self.reader.weights(), "line": state["plain_line"], "tie": state["plain_tie"]}
        for kind in KINDS:
            for part in ("line", "tie"):
                weights[f"{part}.in.{kind}"], weights[f"{part}.out.{kind}"] = (
                    state[f"{part}.0.{kind}"],
                    state[f"{part}.1.{kind}"],
                )
        return weights


def fit(stacks: Sequence[KnownStack], lexicon: Lexicon, *, epochs: int, seed: int) -> StackReader:
    """A network under which the known readings are likeliest: a conditional random field (Lafferty et al. 2001)."""
    torch.manual_seed(seed)
    places, words = number_chars(lexicon.chars), {word: number for number, word in enumerate(lexicon.words, start=1)}
    described = [(describe(known.lines, known.body, places, words), known) for known in stacks]
    vectors = torch.tensor(lexicon.vectors.astype(np.float32) * lexicon.scale)
    seen = described[0][0]
    network = StackReader(vectors, len(lexicon.chars), len(seen.numbers[0]), len(seen.ties[0]))
    optimiser = torch.optim.AdamW(network.parameters(), lr=3e-3, weight_decay=1e-3)
    steps = epochs * len(_make_batches(described, Random(seed)))
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, 4e-3, total_steps=steps + 1)
    for epoch in range(epochs):
        total = 0.0
        for batch in _make_batches(described, Random(100 * seed + epoch)):
            loss = _loss(network, batch) / len(batch.roles)
            total += loss.item() * len(batch.roles)
            optimiser.zero_grad()
            (loss + DRAWN * network.strangeness()).backward()
            optimiser.step()
            schedule.step()
        print(f"stacks, epoch {epoch + 1}: loss {total / len(described):.4f}", flush=True)  # noqa: T201
    network.eval()
    return network


def _expected_lines(numbers: int) -> Tensor:
    expected = torch.zeros(numbers, len(STACKED))
    for place, role, weight in EXPECTED:
        expected[place, STACKED.index(role)] = weight
    return expected


def _expected_steps(ties: int) -> Tensor:
    size = len(STACKED)
    expected = torch.zeros(ties, size * size + size)
    for place, upper, lower, weight in EXPECTED_STEPS:
        expected[place, STACKED.index(upper) * size + STACKED.index(lower)] = weight
    for place, role, weight in EXPECTED_JOINS:
        expected[place, size * size + STACKED.index(role)] = weight
    return expected


def _make_batches(described: Iterable[tuple[Features, KnownStack]], random: Random) -> list[Batch]:
    groups: dict[int, list[tuple[Features, KnownStack]]] = defaultdict(list)
    for pair in described:
        groups[len(pair[1].roles)].append(pair)
    batches = []
    for group in groups.values():
        random.shuffle(group)
        batches += [_make_batch(group[start : start + BATCH]) for start in range(0, len(group), BATCH)]
    random.shuffle(batches)
    return batches


def _make_batch(stacks: Sequence[tuple[Features, KnownStack]]) -> Batch:
    longest = max(len(features.chars[0]) for features, _ in stacks)

    def padded(lines: Sequence[Sequence[int]]) -> list[list[int]]:
        return [[*line, *[0] * (longest - len(line))] for line in lines]

    return Batch(
        numbers=torch.tensor([features.numbers for features, _ in stacks], dtype=torch.float32),
        ties=torch.tensor([features.ties for features, _ in stacks], dtype=torch.float32),
        chars=torch.tensor([padded(features.chars) for features, _ in stacks]),
        borders=torch.tensor([features.borders for features, _ in stacks]),
        words=torch.tensor([padded(features.words) for features, _ in stacks]),
        border_words=torch.tensor([features.border_words for features, _ in stacks]),
        roles=torch.tensor([known.roles for _, known in stacks]),
        goes_on=torch.tensor([known.goes_on for _, known in stacks]),
    )


def _loss(network: StackReader, batch: Batch) -> Tensor:
    """Negative log-likelihood of the readings, summed over the stacks."""
    (scores, steps), roles, goes_on = network(batch), batch.roles, batch.goes_on
    size = len(STACKED)
    change = steps[..., : size * size].unflatten(-1, (size, size))
    stay = steps[..., size * size :]
    either = torch.logaddexp(change, torch.diag_embed(stay) + torch.where(torch.eye(size) > 0, 0.0, -1e4))
    places = torch.arange(len(roles))
    right, total = scores[places, 0, roles[:, 0]], scores[:, 0]
    for number in range(1, roles.shape[1]):
        upper, lower = roles[:, number - 1], roles[:, number]
        step = torch.where(goes_on[:, number], stay[places, number - 1, lower], change[places, number - 1, upper, lower])
        right = right + scores[places, number, lower] + step
        total = torch.logsumexp(total[:, :, None] + either[:, number - 1], 1) + scores[:, number]
    return (torch.logsumexp(total, 1) - right).sum()
