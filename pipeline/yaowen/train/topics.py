"""Trains what tells which body a headline stands over: `python -m yaowen.train.topics CORPORA/raw`.

Of the bodies of many articles the network is to find, for a line of each headline, the one that it stands over, and the line
that stands over each; the others are mostly of the same days. Some of the words that a line has in common with its body are
hidden, for the page tells those anyway (`yaowen.segment.likeness`): what is to be learnt is which words go together.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from math import log
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

import numpy as np
import torch
from torch import Tensor, nn

from yaowen.errors import YaowenError
from yaowen.segment.topics import READ, Side, TopicNetwork, read_parts
from yaowen.train.contrast import tell_apart, warm_up
from yaowen.train.copy import is_held_out, read_rows

SOURCES = {"peoples_daily_2020": 1, "chinanews": 2, "people_cn_2018": 1, "xwlb": 3, "nankai_news": 3}
"""The corpora whose articles are read, and of how many one is."""
SHORTEST, LONGEST_LINE = 60, 60
"""How many characters a body has at least, and a line at most."""
PARTS, UNITS = 30_000, 64
NEIGHBOURS, TOGETHER = 48, 384
"""So many articles that follow each other in their source stay together; so many are told apart at a time."""
LONG, HALVED = 14, 0.4
"""A longer line is set on two rows so often, of which one is read."""
SIZES = (120, 200, READ, READ)
"""So much of a body is there: a column may cut it."""
HIDDEN = 0.4
"""How many of the parts of a line that its body holds are hidden."""
RATE, WARM_UP = 3e-3, 100


class Article(NamedTuple):
    """The lines of a headline, and the body they stand over."""

    lines: tuple[str, ...]
    body: str


def read_articles(corpora: Path) -> tuple[list[Article], list[Article]]:
    """The articles to learn from, and those that are held out, in the order of their sources."""
    learnt: list[Article] = []
    held: list[Article] = []
    for name, stride in SOURCES.items():
        for row in read_rows(corpora / f"{name}.jsonl.xz", stride):
            lines = (row.get("kicker"), row["title"], row.get("subtitle"))
            article = Article(tuple(line for line in lines if line and len(line) < LONGEST_LINE), "".join(row["text"].split()))
            if article.lines and len(article.body) >= SHORTEST:
                (held if is_held_out(row["id"]) else learnt).append(article)
    return learnt, held


def draw_lots(articles: Sequence[Article], random: Random) -> Iterator[list[Article]]:
    """`TOGETHER` articles at a time, each with a line or half of one, and as much of its body as a page might show."""
    starts = range(0, len(articles), NEIGHBOURS)
    order = (article for start in random.sample(starts, len(starts)) for article in articles[start : start + NEIGHBOURS])
    while len(lot := list(islice(order, TOGETHER))) == TOGETHER:
        size = random.choice(SIZES)
        yield [Article((_draw_line(article, random),), article.body[:size]) for article in lot]


def _draw_line(article: Article, random: Random) -> str:
    line = random.choice(article.lines)
    if len(line) <= LONG or random.random() >= HALVED:
        return line
    middle = len(line) // 2
    return random.choice((line[:middle], line[middle:]))


class Reader(nn.Module):
    """What `TopicNetwork` reads with; `tells` is how much each part tells before any headline is seen [part]."""

    def __init__(self, tells: Tensor) -> None:
        super().__init__()
        self.vectors = nn.EmbeddingBag(len(tells), UNITS, mode="sum")
        nn.init.normal_(self.vectors.weight, 0.0, 0.1)
        self.tells = nn.ParameterList(nn.Parameter(tells.clone()) for _ in Side)
        self.turns = nn.ModuleList(nn.Linear(UNITS, UNITS) for _ in Side)
        self.scale = nn.Parameter(torch.tensor(10.0))

    def forward(self, side: Side, texts: Iterable[Sequence[int]]) -> Tensor:
        """What texts are about [text, unit], by the numbers of the parts of each."""
        bags = list(texts)
        numbers = torch.tensor([number for bag in bags for number in bag], dtype=torch.long)
        starts = torch.tensor([0, *np.cumsum([len(bag) for bag in bags])[:-1]], dtype=torch.long)
        held = self.vectors(numbers, starts, per_sample_weights=torch.relu(self.tells[side][numbers]))
        return nn.functional.normalize(self.turns[side](held), dim=1)

    def weights(self) -> dict[str, Any]:
        """The arrays that `TopicNetwork` reads, as they are stored: of whole numbers, but for what they are multiplied by."""
        vectors = self.vectors.weight.detach()
        step = float(vectors.abs().max()) / 127
        stored = {
            "tells": torch.stack([torch.relu(tells.detach()) for tells in self.tells]) * step,
            "turns": torch.stack([turn.weight.detach() for turn in self.turns]),
            "shifts": torch.stack([turn.bias.detach() for turn in self.turns]),
            "scale": self.scale.detach().abs().sqrt(),
        }
        whole = {"vectors": (vectors / step).round().to(torch.int8).numpy()}
        return {**whole, **{name: array.numpy().astype(np.float16) for name, array in stored.items()}}


def fit(articles: Sequence[Article], *, epochs: int, seed: int = 1) -> dict[str, Any]:
    """The weights of a network that tells which body a line stands over.

    Raises `YaowenError` where there are fewer than `TOGETHER` articles.
    """
    torch.manual_seed(seed)
    random = Random(seed)
    met = Counter(part for article in articles for part in read_parts("".join(article.lines) + article.body[:READ]))
    parts = sorted(part for part, _ in met.most_common(PARTS))
    places = {part: number for number, part in enumerate(parts)}
    network = Reader(torch.tensor([log(len(articles) / met[part]) / 5 for part in parts]))
    optimiser = torch.optim.AdamW(network.parameters(), lr=RATE, weight_decay=0.01)
    steps = epochs * (len(articles) // TOGETHER)
    if not steps:
        raise YaowenError(f"too few articles to learn from: {TOGETHER} are told apart at a time")
    schedule = warm_up(optimiser, WARM_UP, steps)
    for epoch in range(epochs):
        losses = []
        for lot in draw_lots(articles, random):
            bodies = [_number(article.body, places) for article in lot]
            lines = [
                [number for number in _number(article.lines[0], places) if number not in body or random.random() >= HIDDEN]
                for article, body in zip(lot, map(set, bodies), strict=True)
            ]
            scores = network.scale * network(Side.LINE, lines) @ network(Side.BODY, bodies).T
            loss = tell_apart(scores)
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            schedule.step()
            losses.append(loss.item())
        print(f"topics, epoch {epoch + 1}: loss {np.mean(losses):.4f}", flush=True)  # noqa: T201
    return {"parts": np.array("\n".join(parts)), **network.weights()}


def _number(text: str, places: Mapping[str, int]) -> list[int]:
    return sorted(places[part] for part in read_parts(text) if part in places)


def score(articles: Sequence[Article], network: TopicNetwork, *, among: int = 10) -> float:
    """How often, of so many articles that follow each other in a source, its own body fits a line best."""
    right, asked = 0, 0
    for start in range(0, len(articles) - among + 1, among):
        lot = articles[start : start + among]
        bodies = np.stack([network(article.body[:READ], Side.BODY) for article in lot])
        for number, article in enumerate(lot):
            for line in article.lines:
                right += int((bodies @ network(line, Side.LINE)).argmax() == number)
                asked += 1
    return right / max(asked, 1)


def main(arguments: Sequence[str] | None = None) -> int:
    """Trains on the articles, writes the weights, prints how well the bodies of those held out are found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpora", type=Path, help="the folder of the corpora")
    parser.add_argument("--epochs", type=int, default=8)
    parser.add_argument("--out", type=Path, default=Path("pipeline/yaowen/resources"))
    options = parser.parse_args(arguments)
    path = options.out / "topics.npz"
    try:
        learnt, held = read_articles(options.corpora)
        print(f"{len(learnt)} articles, {len(held)} held out", flush=True)  # noqa: T201
        np.savez_compressed(path, **fit(learnt, epochs=options.epochs))
    except YaowenError as error:
        parser.error(str(error))
    print(f"bodies found among 10: {score(held, TopicNetwork.load(path)):.4f}")  # noqa: T201
    return 0


if __name__ == "__main__":
    sys.exit(main())
