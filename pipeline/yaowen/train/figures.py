"""Trains the network that corrects what the rules say of figures: `python -m yaowen.train.figures CORPORA`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn

from yaowen.facts.statistics.figure_network import OPENING, OWN, POINTERS, SHARED, TAGS, Vocabulary
from yaowen.facts.statistics.figure_words import FACTS, FLAGS, RELATIONS, RULED, relate
from yaowen.train.figure_examples import SOURCES, UNSAID, Example, Wanted, make_vocabulary, read_annotated

BATCH = 80


class Network(nn.Module):
    """What `FigureNetwork` reads with; its names are those of the weights there."""

    def __init__(
        self, vocabulary: Vocabulary, *, width: int = 64, common: int = 24, unit: int = 12, dropout: float = 0.3
    ) -> None:
        super().__init__()
        self.common = nn.Embedding(len(vocabulary.common) + 1, common)
        self.units = nn.Embedding(len(vocabulary.units) + 1, unit)
        self.source = nn.Embedding(len(SOURCES), 2 * width)
        nn.init.normal_(self.common.weight, std=0.3)
        nn.init.normal_(self.units.weight, std=0.3)
        nn.init.zeros_(self.source.weight)
        self.inp = nn.Linear(vocabulary.size + common + FLAGS, width)
        self.shared = nn.ModuleList(nn.Conv1d(width, width, 3, padding=reach, dilation=reach) for reach in SHARED)
        self.near = nn.Linear(width, width)
        self.relation = nn.Linear(RELATIONS, width, bias=False)
        self.figure = nn.Linear(FACTS + unit + width, width, bias=False)
        self.own = nn.ModuleList(nn.Conv1d(width, width, 3, padding=reach, dilation=reach) for reach in OWN)
        self.out = nn.Linear(width, TAGS + POINTERS)
        self.pool = nn.Linear(2 * width + FACTS + unit, width)
        self.none = nn.Linear(width, POINTERS // 2 + len(vocabulary.added))
        self.trans = nn.Parameter(torch.tensor([[0.0, -1, -9], [-1, -3, 1], [-1, -3, 1]]))
        self.drop = nn.Dropout(dropout)

    def forward(self, layout: Sequence[Tensor], around: Sequence[Tensor], source: Tensor) -> tuple[Tensor, Tensor]:
        """Scores of words [figure, word, TAGS + POINTERS] and of what no word says [figure, none and added]."""
        vectors, common, flags, inside = layout
        seen = torch.cat([vectors, self.common(common), flags], 1)
        hidden = (torch.relu(self.inp(self.drop(seen))) * inside).T[None]
        for convolve in self.shared:
            hidden = (hidden + self.drop(torch.relu(convolve(hidden)))) * inside.T[None]
        places, within, relations, facts, units, at = around
        near = hidden[0].T[places]
        rows = torch.arange(len(places))
        facts = torch.cat([facts, self.units(units)], 1)
        to_own, to_pool = self.source(source).chunk(2, 1)
        own = self.figure(torch.cat([facts, near[rows, at]], 1)) + to_own
        hidden = torch.relu(self.near(near) + self.relation(relations) + own[:, None]) * within
        hidden, within = self.drop(hidden).transpose(1, 2), within.transpose(1, 2)
        for convolve in self.own:
            hidden = (hidden + self.drop(torch.relu(convolve(hidden)))) * within
        hidden, within = hidden.transpose(1, 2), within.transpose(1, 2)
        whole = torch.cat([hidden[rows, at], (hidden - 1e3 * (1 - within)).amax(1), facts], 1)
        whole = self.none(self.drop(torch.relu(self.pool(whole) + to_pool)))
        return self.out(hidden), whole


def loss_of(network: Network, scores: Tensor, whole: Tensor, within: Tensor, wanted: Sequence[Wanted]) -> Tensor:
    """Negative log-likelihood of what is right, per figure: a conditional random field over the tags, a choice among words."""
    count, most = scores.shape[:2]
    tags, pointers = np.zeros((count, most), dtype=int), np.full((count, POINTERS), UNSAID)
    for row, want in enumerate(wanted):
        size = len(want.tags)
        tags[row, :size] = want.tags
        pointers[row] = [most if place == size else place for place in want.pointers]
    loss = 0.5 * _tag_loss(scores[:, :, :TAGS], torch.from_numpy(tags), within[:, :, 0], network.trans)
    chances = scores[:, :, TAGS:] - 1e4 * (1 - within)
    for number in range(POINTERS):
        choices = torch.cat([chances[:, :, number], whole[:, number // 2, None]], 1)
        targets = torch.from_numpy(pointers[:, number])
        loss = loss + 0.5 * nn.functional.cross_entropy(choices, targets, ignore_index=UNSAID, reduction="sum") / count
    added = torch.tensor([want.added for want in wanted])
    chosen = nn.functional.cross_entropy(whole[:, POINTERS // 2 :], added, ignore_index=UNSAID, reduction="sum") / count
    return loss + 0.3 * chosen


def _tag_loss(scores: Tensor, tags: Tensor, inside: Tensor, transitions: Tensor) -> Tensor:
    rows = torch.arange(len(scores))
    opening = torch.tensor(OPENING)
    right, total = scores[rows, 0, tags[:, 0]], scores[:, 0] + opening
    for place in range(1, scores.shape[1]):
        here, before = tags[:, place], tags[:, place - 1]
        right = right + (scores[rows, place, here] + transitions[before, here]) * inside[:, place]
        onward = torch.logsumexp(total[:, :, None] + transitions, 1) + scores[:, place]
        total = torch.where(inside[:, place, None] > 0, onward, total)
    return (torch.logsumexp(total, 1) - right).mean()


def fit(examples: Sequence[Example], vocabulary: Vocabulary, *, epochs: int = 9, seed: int = 1, rate: float = 3e-3) -> Network:
    """A network under which what is right is likeliest. At times it is not told what the rules say, or whose text it is."""
    torch.manual_seed(seed)
    network = Network(vocabulary)
    optimiser = torch.optim.AdamW(network.parameters(), lr=rate, weight_decay=0.01)
    random = Random(seed)
    epoch_batches = [list(make_batches(examples, random)) for _ in range(epochs)]
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, rate, total_steps=sum(map(len, epoch_batches)) + 1)
    for number, batches in enumerate(epoch_batches, start=1):
        total = count = 0.0
        for batch in batches:
            layout, around, source, wanted = make_tensors(batch, vocabulary)
            told = torch.rand(len(wanted), 1, 1) >= 0.1
            around[2][:, :, RULED:] *= told
            source = torch.where(torch.rand(len(wanted)) < 0.3, 0, source)
            scores, whole = network(layout, around, source)
            loss = loss_of(network, scores, whole, around[1], wanted)
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 2.0)
            optimiser.step()
            schedule.step()
            total, count = total + loss.item() * len(wanted), count + len(wanted)
        print(f"figures, epoch {number}: loss {total / count:.4f}", flush=True)  # noqa: T201
    network.eval()
    return network


def make_batches(examples: Sequence[Example], random: Random) -> Iterator[list[Example]]:
    """Examples of about equal length together."""
    ordered = sorted(examples, key=lambda example: len(example.seen.words) + random.random() * 20)
    batches: list[list[Example]] = [[]]
    for example in ordered:
        if sum(len(each.wanted) for each in batches[-1]) >= BATCH:
            batches.append([])
        batches[-1].append(example)
    random.shuffle(batches)
    yield from batches


def make_tensors(batch: Sequence[Example], vocabulary: Vocabulary) -> tuple[list[Tensor], list[Tensor], Tensor, list[Wanted]]:
    """Lines as the network takes them: their words, the words around each figure, whose each is, and what is right."""
    layout = vocabulary.lay_out([example.seen for example in batch])
    asked = [
        ((offset, example.seen.asked[number]), example.source, wanted)
        for example, offset in zip(batch, layout.offsets, strict=True)
        for number, wanted in example.wanted.items()
    ]
    figures = [each for each, _, _ in asked]
    around = (*relate(figures, layout.passed), *vocabulary.describe_figures([each for _, each in figures]))
    sources = torch.tensor([source for _, source, _ in asked])
    return [*map(torch.from_numpy, layout[:4])], [*map(torch.from_numpy, around)], sources, [wanted for _, _, wanted in asked]


def export(network: Network, vocabulary: Vocabulary, source: int = 1) -> dict[str, Any]:
    """The weights as `FigureNetwork` loads them, answering as the annotator of a source does."""
    state = {name: value.detach().numpy() for name, value in network.state_dict().items()}
    to_near, to_pool = np.split(state.pop("source.weight")[source], 2)
    state["near.bias"], state["pool.bias"] = state["near.bias"] + to_near, state["pool.bias"] + to_pool
    vectors = np.array(list(vocabulary.vectors.values()))
    scale = np.abs(vectors).max() / 127
    lists = {"words": vocabulary.vectors, "common": vocabulary.common, "units": vocabulary.units, "added": vocabulary.added}
    return {
        **{name: np.array("\n".join(words)) for name, words in lists.items()},
        "vectors": np.round(vectors / scale).astype("int8"),
        "scale": np.float32(scale),
        **{name: value.astype("float16") for name, value in state.items()},
    }


def main(arguments: Sequence[str] | None = None) -> int:
    """Trains on the annotated figures, writes the weights."""
    parser = argparse.ArgumentParser(prog="python -m yaowen.train.figures", description=__doc__)
    parser.add_argument("corpora", type=Path, help="the folder of the raw corpora")
    parser.add_argument("--annotated", type=Path, default=Path("data/annotations/figures"))
    parser.add_argument("--out", type=Path, default=Path("pipeline/yaowen/resources"))
    parser.add_argument("--epochs", type=int, default=9)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args(arguments)
    torch.set_num_threads(1)
    examples = list(read_annotated(options.corpora, options.annotated))
    vocabulary = make_vocabulary(examples)
    network = fit(examples, vocabulary, epochs=options.epochs, seed=options.seed)
    np.savez_compressed(options.out / "figures.npz", **export(network, vocabulary))
    return 0


if __name__ == "__main__":
    sys.exit(main())
