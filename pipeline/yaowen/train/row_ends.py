"""Trains what tells which row goes on in which: `python -m yaowen.train.row_ends CORPORA/raw`.

The paragraphs of the corpora are broken into rows as columns break them. Of the rows of some articles the network is to find,
for each, the one that follows, and the one that it follows; the others, many of the same article, are what might be mistaken.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

import numpy as np
import torch
from torch import Tensor, nn

from yaowen.errors import YaowenError
from yaowen.row_ends import ALIKE, FIRST_CHAR, READ, TOWERS, RowEndsNetwork, number_ends
from yaowen.rows import fold
from yaowen.train.contrast import tell_apart, warm_up
from yaowen.train.copy import is_held_out, read_rows

SOURCES = {"peoples_daily_2020": 1, "chinanews": 2, "people_cn_2018": 1, "xwlb": 6, "nankai_news": 4}
"""The corpora whose articles are read, and of how many one is."""
WIDTHS = range(9, 25)
"""How many characters the rows of a column have."""
SHORTEST, LONGEST = 250, 14
"""Of articles with so many characters at least the first paragraphs are read, so many at most."""
NO_PARAGRAPH = 20
"""A line of fewer characters is a heading or a name."""
HANGING = frozenset("，。、；：？！”》）】…%")
"""Marks that begin no row; the one before takes them."""
RARE = 20
"""A character met less often has no vector of its own."""
TOGETHER, OF_ONE = 512, 40
"""So many borders are told apart at a time; of one article so many at most."""
CHAR_SIZE, HIDDEN, UNITS = 40, 512, 128
RATE, WARM_UP = 2e-3, 300


class Border(NamedTuple):
    """Two rows of which the second follows the first."""

    upper: str
    lower: str


def break_rows(paragraph: str, width: int) -> list[str]:
    """A paragraph in rows of `width` characters; the first is set in by two, and no mark that closes begins one."""
    rows, start, room = [], 0, width - 2
    while start < len(paragraph):
        end = min(start + room, len(paragraph))
        while end < min(start + room + 2, len(paragraph)) and paragraph[end] in HANGING:
            end += 1
        rows.append(paragraph[start:end])
        start, room = end, width
    return rows


def find_borders(paragraphs: Sequence[str], width: int) -> Iterator[Border]:
    """Where the rows of an article set in a column meet, from one paragraph to the next, too."""
    rows = [row for paragraph in paragraphs for row in break_rows(paragraph, width)]
    yield from (Border(upper, lower) for upper, lower in pairwise(rows))


def read_articles(corpora: Path) -> tuple[list[list[str]], list[list[str]]]:
    """The paragraphs of the articles to learn from, and of those that are held out."""
    learnt: list[list[str]] = []
    held: list[list[str]] = []
    for name, stride in SOURCES.items():
        for row in read_rows(corpora / f"{name}.jsonl.xz", stride):
            if len(row["text"]) >= SHORTEST:
                lines = [line.strip() for line in row["text"].split("\n")]
                (held if is_held_out(row["id"]) else learnt).append(
                    [line for line in lines if len(line) >= NO_PARAGRAPH][:LONGEST]
                )
    return learnt, held


def draw_lots(articles: Sequence[Sequence[str]], random: Random) -> Iterator[list[Border]]:
    """`TOGETHER` borders at a time, those of each article next to each other, all articles once."""
    lot: list[Border] = []
    for article in random.sample(articles, len(articles)):
        borders = list(find_borders(article, random.choice(WIDTHS)))
        start = random.randrange(max(len(borders) - OF_ONE, 0) + 1)
        lot += borders[start : start + OF_ONE]
        if len(lot) >= TOGETHER:
            yield lot[:TOGETHER]
            lot = []


class Reader(nn.Module):
    """What `RowEndsNetwork` reads with."""

    def __init__(self, chars: int) -> None:
        super().__init__()
        self.embedding = nn.Embedding(FIRST_CHAR + chars, CHAR_SIZE, padding_idx=0)
        nn.init.normal_(self.embedding.weight, 0.0, 0.3)
        size = READ * CHAR_SIZE
        self.hidden = nn.ModuleDict({name: nn.Linear(size, HIDDEN) for name in TOWERS})
        self.out = nn.ModuleDict({name: nn.Linear(HIDDEN + size, UNITS) for name in TOWERS})
        self.drop = nn.Dropout(0.05)

    def forward(self, tower: str, chars: Tensor) -> Tensor:
        """What a tower says [row, unit] of characters [row, place]."""
        seen = self.drop(self.embedding(chars)).flatten(1)
        told: Tensor = self.out[tower](torch.cat([torch.relu(self.hidden[tower](seen)), seen], 1)) / UNITS**0.25
        return told

    def weights(self) -> dict[str, Any]:
        """The arrays that `RowEndsNetwork` reads, as they are stored."""
        stored = {"embedding": self.embedding.weight.detach().clone()}
        stored["embedding"][0] = 0
        for tower in TOWERS:
            for layer, scale, name in ((self.hidden[tower], 1.0, "in"), (self.out[tower], UNITS**-0.25, "out")):
                stored[f"{tower}.{name}.weight"] = layer.weight.detach() * scale
                stored[f"{tower}.{name}.bias"] = layer.bias.detach() * scale
        return {name: array.numpy().astype(np.float16) for name, array in stored.items()}


def fit(articles: Sequence[Sequence[str]], *, epochs: int, seed: int = 1) -> dict[str, Any]:
    """The weights of a network that tells which row follows which in the columns of articles.

    Raises `YaowenError` where all of them have fewer than `TOGETHER` borders.
    """
    torch.manual_seed(seed)
    random = Random(seed)
    met = Counter(char for article in articles for line in article for char in fold(line).translate(ALIKE))
    chars = "".join(sorted(char for char, times in met.items() if times >= RARE))
    places = {char: number for number, char in enumerate(chars, start=FIRST_CHAR)}
    network = Reader(len(chars))
    optimiser = torch.optim.AdamW(network.parameters(), lr=RATE, weight_decay=0.01)
    steps = epochs * sum(1 for _ in draw_lots(articles, Random(seed)))
    if not steps:
        raise YaowenError(f"too few rows to learn from: {TOGETHER} are told apart at a time")
    schedule = warm_up(optimiser, WARM_UP, steps)
    for epoch in range(epochs):
        losses = []
        for lot in draw_lots(articles, random):
            ends, _ = number_ends([border.upper for border in lot], places)
            _, begins = number_ends([border.lower for border in lot], places)
            scores = network("ends", torch.tensor(ends)) @ network("begins", torch.tensor(begins)).T
            loss = tell_apart(scores)
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            losses.append(loss.item())
        print(f"row ends, epoch {epoch + 1}: loss {np.mean(losses):.4f}", flush=True)  # noqa: T201
    return {"chars": np.array(chars), **network.weights()}


def score(articles: Sequence[Sequence[str]], network: RowEndsNetwork, *, among: int = 10, seed: int = 3) -> float:
    """How often, of so many rows of an article in a column, that which follows a row fits best."""
    random, right, asked = Random(seed), 0, 0
    for article in articles:
        borders = list(find_borders(article, random.choice(WIDTHS)))
        ends = network([border.upper for border in borders]).ends
        begins = network([border.lower for border in borders]).begins
        for start in range(0, len(borders) - among + 1, among):
            some = slice(start, start + among)
            right += int(((ends[some] @ begins[some].T).argmax(1) == np.arange(among)).sum())
            asked += among
    return right / max(asked, 1)


def main(arguments: Sequence[str] | None = None) -> int:
    """Trains on the articles, writes the weights, prints how well the rows of those held out are told."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpora", type=Path, help="the folder of the corpora")
    parser.add_argument("--epochs", type=int, default=14)
    parser.add_argument("--out", type=Path, default=Path("pipeline/yaowen/resources"))
    options = parser.parse_args(arguments)
    path = options.out / "row_ends.npz"
    try:
        learnt, held = read_articles(options.corpora)
        print(f"{len(learnt)} articles, {len(held)} held out", flush=True)  # noqa: T201
        np.savez_compressed(path, **fit(learnt, epochs=options.epochs))
    except YaowenError as error:
        parser.error(str(error))
    print(f"rows that follow, found among 10: {score(held, RowEndsNetwork.load(path)):.4f}")  # noqa: T201
    return 0


if __name__ == "__main__":
    sys.exit(main())
