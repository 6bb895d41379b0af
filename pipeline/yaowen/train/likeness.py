"""Fits what the words of a headline line tell of its body: `python -m yaowen.train.likeness CORPORA/raw --gold GOLD …`.

Prints the numbers of `yaowen.segment.likeness.FITS`. A line that stands over an article is compared with this one and with the
others of its page or its day, which weigh as much together. A logistic regression for each role tells the one from the others.
"""

from __future__ import annotations

import argparse
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from random import Random
from typing import NamedTuple

import torch
from torch.nn.functional import binary_cross_entropy_with_logits

from yaowen.errors import YaowenError
from yaowen.gold import read_golds
from yaowen.page import Role
from yaowen.schema import BlockRole, Document
from yaowen.segment.bigrams import Wording
from yaowen.segment.likeness import FITS, PageWords, compare
from yaowen.train.copy import Copy
from yaowen.train.layout import NEIGHBOURS, load_copies

PAGES = 2500
GOLD_WEIGHT = 60
"""How much a line of a gold document counts, of which there are few: its headlines are worded as those of local papers."""
LONG = 14
"""A longer title may be set on two rows, of which each is a line."""
PENALTY = 1e-4


class Article(NamedTuple):
    """What stands over an article, line by line, and what it says."""

    lines: Sequence[tuple[Role, str]]
    text: str


class Example(NamedTuple):
    """A line beside a body."""

    found: tuple[float, ...]
    """What `compare` finds."""
    own: float
    """1 where the body is the line's own, 0 elsewhere."""
    weight: float


def make_groups(copies: Sequence[Copy], count: int, random: Random) -> Iterator[list[Article]]:
    """Articles that can stand on one page: mostly neighbours in their source; of some only a part is there."""
    for _ in range(count):
        size = random.randint(4, 9)
        start = random.randrange(max(1, len(copies) - NEIGHBOURS))
        near = random.random() < 0.7
        neighbours = copies[start : start + NEIGHBOURS]
        chosen = random.sample(neighbours, min(size, len(neighbours))) if near else random.choices(copies, k=size)
        yield [_make_article(copy, random) for copy in chosen]


def _make_article(copy: Copy, random: Random) -> Article:
    text = "".join(part for _, part in copy.body)
    if random.random() < 0.25:
        text = text[: random.randint(80, 400)]
    lines: list[tuple[Role, str]] = [(BlockRole.TITLE, row) for line in copy.title for row in _break_line(line, random)]
    others = ((BlockRole.KICKER, copy.kicker), (BlockRole.SUBTITLE, copy.subtitle), (BlockRole.SERIES, copy.series))
    return Article([*lines, *((role, line) for role, line in others if line)], text)


def _break_line(line: str, random: Random) -> list[str]:
    if len(line) < LONG or random.random() > 0.35:
        return [line]
    middle = len(line) // 2 + random.randint(-2, 2)
    return [line[:middle], line[middle:]]


def read_articles(document: Document) -> list[Article]:
    """The articles of a gold document that have a text."""
    articles = []
    for article in document.articles:
        blocks = [(block.role, article.text[block.start : block.end]) for block in article.blocks]
        text = "".join(said for role, said in blocks if role in (BlockRole.PARAGRAPH, BlockRole.SUBHEAD))
        if text:
            articles.append(Article([(role, said) for role, said in blocks if role in FITS], text))
    return articles


def make_examples(groups: Iterable[tuple[Sequence[Article], float]]) -> Mapping[Role, Sequence[Example]]:
    """Each line beside each body of its group; groups come with what their lines weigh. One alone tells nothing."""
    found: dict[Role, list[Example]] = defaultdict(list)
    for articles, weight in groups:
        bodies = [Wording.of(article.text) for article in articles]
        words = PageWords(bodies)
        for own, article in enumerate(articles):
            for role, line in article.lines if len(articles) > 1 else ():
                told = words.weigh(line)
                for number, body in enumerate(bodies):
                    is_own = number == own
                    share = weight / (1 if is_own else len(bodies) - 1)
                    found[role].append(Example(compare(told, body), float(is_own), share))
    return found


def fit(examples: Sequence[Example]) -> list[float]:
    """What each number counts, and all else, by a logistic regression (L-BFGS)."""
    values, own, weights = (torch.tensor(column) for column in zip(*examples, strict=True))
    counts = torch.zeros(values.shape[1] + 1, requires_grad=True)
    optimiser = torch.optim.LBFGS([counts], max_iter=200, line_search_fn="strong_wolfe")

    def weigh() -> float:
        optimiser.zero_grad()
        losses = binary_cross_entropy_with_logits(values @ counts[:-1] + counts[-1], own, reduction="none")
        loss = (losses * weights).sum() / weights.sum() + PENALTY * counts[:-1].square().sum()
        loss.backward()
        return float(loss.detach())

    optimiser.step(weigh)
    return [round(count, 2) for count in counts.tolist()]


def main(arguments: Sequence[str] | None = None) -> int:
    """Reads the articles, fits, prints the numbers."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpora", type=Path, help="the folder of the corpora")
    parser.add_argument("--gold", type=Path, nargs="*", default=(), help="gold documents, or their folders")
    parser.add_argument("--pages", type=int, default=PAGES)
    options = parser.parse_args(arguments)
    try:
        copies = load_copies(options.corpora, held_out=False)
        gold = [read_articles(document) for path in options.gold for document in read_golds(path)]
    except YaowenError as error:
        parser.error(str(error))
    made = ((group, 1.0) for group in make_groups(copies, options.pages, Random(5)))
    examples = make_examples([*made, *((articles, float(GOLD_WEIGHT)) for articles in gold)])
    for role in FITS:
        print(f"{role.name}: {fit(examples[role])}", flush=True)  # noqa: T201
    return 0


if __name__ == "__main__":
    sys.exit(main())
