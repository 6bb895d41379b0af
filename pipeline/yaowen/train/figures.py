"""Trains the network that corrects what the rules say of figures: `python -m yaowen.train.figures CORPORA`."""

from __future__ import annotations

import argparse
import sys
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn

from yaowen.entities.combined import CombinedEntities
from yaowen.entities.known import KnownEntities
from yaowen.entities.neural import NeuralEntities
from yaowen.entities.repeated import RepeatedEntities
from yaowen.facts.names.resolve import resolve_names
from yaowen.facts.statistics.figure_network import OPENING, OWN, POINTERS, SHARED, TAGS, Vocabulary
from yaowen.facts.statistics.figure_reader import start_tags
from yaowen.facts.statistics.figure_words import FACTS, FLAGS, RELATIONS, RULED, TAUGHT, Asked, Seen, describe, relate
from yaowen.facts.statistics.find import describe_figures, read_lines
from yaowen.facts.vocabulary import listed_words
from yaowen.gold.annotated_figures import SLOTS, Paragraph, read_paragraphs, read_written
from yaowen.model.entity_model import EntityModel, shipped_model
from yaowen.model.lexicon import Lexicon, word_keys
from yaowen.page import Clipping, Part, Reading
from yaowen.schema import BlockRole, Publication
from yaowen.text import Text

ANNOTATED = ("press.jsonl", "press-b.jsonl", "press-c.jsonl", "written.txt")
SOURCES = ("", *ANNOTATED)
"""Where a paragraph comes from. Each annotator has ways of their own; the network that ships answers as the first does."""
HELD = "held"
ADDED = ("", "人数", "面积", "户数", "参赛", "资金", "数", "距离", "量", "价格", "金额", "件数")
"""What an indicator may end with that its text does not have."""
UNSAID = -100
WORDS = 16_000
"""So many words, and their characters, have a vector of their own; others have the mean of those of their characters."""
COMMON, UNIT = 6, 3
"""How often a common word and a unit are met."""
BATCH = 80


@dataclass(frozen=True)
class Wanted:
    """What is right for a figure."""

    tags: Any
    """Of the words around it."""
    pointers: tuple[int, ...]
    """The numbers of the words where the scope and the period begin and end; that of none is the count of the words."""
    added: int


@dataclass(frozen=True)
class Example:
    """A line with what is right for some of its figures, by where they stand among its figures."""

    seen: Seen
    wanted: Mapping[int, Wanted]
    source: int = 0


def see(paragraphs: Sequence[tuple[str, str | None]]) -> Iterator[Seen | None]:
    """Paragraphs as the network sees them, each with its date; None where one has no figures."""
    clippings = [
        Clipping((Part(BlockRole.PARAGRAPH, Text.of(text)),), publication=Publication(issue_date=date))
        for text, date in paragraphs
    ]
    find_entities = CombinedEntities((NeuralEntities(), KnownEntities()), (RepeatedEntities(),))
    for clipping, mentions in zip(clippings, find_entities(clippings), strict=True):
        lines = list(read_lines(resolve_names(Reading(clipping, mentions))))
        figures = tuple(describe_figures(lines[0])) if lines else ()
        yield describe(lines[0], figures, TAUGHT) if figures else None


def make_examples(paragraphs: Iterable[Paragraph], source: int) -> Iterator[Example]:
    """The annotated paragraphs with figures that the rules find."""
    paragraphs = list(paragraphs)
    for paragraph, seen in zip(paragraphs, see([(each.text, each.date) for each in paragraphs]), strict=True):
        if seen:
            rows = {row["figure"][0]: row for row in paragraph.rows}
            wanted = {
                number: _read_row(rows[asked.figure.start], seen, asked)
                for number, asked in enumerate(seen.asked)
                if asked.figure.start in rows
            }
            if wanted:
                yield Example(seen, wanted, source)


def _read_row(row: Mapping[str, Any], seen: Seen, asked: Asked) -> Wanted:
    words = seen.words[asked.low : asked.high]
    starts, ends = [word.start for word in words], [word.end for word in words]
    pieces = [piece for piece in row[SLOTS[0]] or () if not isinstance(piece, str)]
    held = [sum(max(min(word.end, end) - max(word.start, start), 0) for start, end in pieces) for word in words]
    inside = np.array([2 * size > len(word.text) for size, word in zip(held, words, strict=True)])
    added = "".join(piece for piece in row[SLOTS[0]] or () if isinstance(piece, str))
    pointers: list[int] = []
    for slot in SLOTS[1:]:
        spans = row[slot]
        if spans is None:
            pointers += [len(words)] * 2
        elif len(spans) == 1 and not isinstance(spans[0], str) and starts[0] <= spans[0][0] and spans[0][1] <= ends[-1]:
            pointers += [bisect_right(starts, spans[0][0]) - 1, bisect_left(ends, spans[0][1])]
        else:
            pointers += [UNSAID] * 2
    return Wanted(start_tags(inside), tuple(pointers), ADDED.index(added) if added in ADDED else UNSAID)


def read_vectors(lexicon: Lexicon, words: Sequence[str]) -> dict[str, Any]:
    """The vectors of words as the entity model has them."""
    keys = word_keys(words)
    places = np.minimum(np.searchsorted(lexicon.keys, keys), len(lexicon.keys) - 1)
    rows = np.where(lexicon.keys[places] == keys, lexicon.vector_rows[places], -1)
    vectors = lexicon.vectors[rows[rows >= 0]].astype("float32")
    return dict(zip((word for word, row in zip(words, rows, strict=True) if row >= 0), vectors / vectors.std(), strict=True))


def make_vocabulary(examples: Sequence[Example]) -> Vocabulary:
    """The words and units of examples, and the vectors of the words of the dictionary."""
    words = Counter(word.text for example in examples for word in example.seen.words)
    units = Counter(asked.figure.unit or "" for example in examples for asked in example.seen.asked)
    lexicon = EntityModel.load(shipped_model()).featuriser.lexicon
    listed = listed_words()[:WORDS]
    common = [word for word, count in words.most_common() if count >= COMMON and "\n" not in word]
    return Vocabulary(
        read_vectors(lexicon, [*listed, *sorted(set("".join(listed)).difference(listed))]),
        {word: number for number, word in enumerate(common, start=1)},
        {unit: number for number, unit in enumerate((unit for unit, count in units.most_common() if count >= UNIT), start=1)},
        ADDED,
    )


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
            layout, around, source, wanted = _make_tensors(batch, vocabulary)
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


def _make_tensors(batch: Sequence[Example], vocabulary: Vocabulary) -> tuple[list[Tensor], list[Tensor], Tensor, list[Wanted]]:
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


def read_annotated(raw: Path, folder: Path) -> Iterator[Example]:
    """The annotated paragraphs, without those that are kept for measuring."""
    for name in ANNOTATED:
        path = folder / name
        paragraphs = read_written(path) if path.suffix == ".txt" else read_paragraphs(path, raw)
        yield from make_examples((each for each in paragraphs if each.part != HELD), SOURCES.index(name))


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
