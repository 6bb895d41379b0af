"""Trains what reads the rows of a page: `python -m yaowen.train.layout shared/corpora/raw`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import md5
from pathlib import Path
from random import Random
from typing import Any

from yaowen.page import Cuttings, Page
from yaowen.rows import RowNetwork
from yaowen.schema import BlockRole, Genre
from yaowen.train.copy import Copy, make_brief, make_copy, make_notice, make_photo, read_rows
from yaowen.train.pages import make_page
from yaowen.train.rows import Example, count_chars, make_example, train
from yaowen.train.stacks import find_stacks, fit, score

SOURCES = {
    "peoples_daily_2020": 1,
    "chinanews": 6,
    "xwlb": 12,
    "nankai_news": 4,
    "people_cn_2018": 2,
    "shanghai_dailies_2022": 1,
    "gov_work_reports": 1,
}
"""The corpora that articles are taken from, and of how many rows one is read."""
HELD_OUT = 26
"""Of 256 articles so many are kept for measuring."""
LONGEST = 3500
NEIGHBOURS = 14


def load_copies(corpora: Path, *, held_out: bool) -> list[Copy]:
    """The articles of the corpora in their order; those held out, or all the others."""
    return [copy for copy, kept in _read_copies(corpora) if kept == held_out]


def _read_copies(corpora: Path) -> Iterator[tuple[Copy, bool]]:
    for name, stride in SOURCES.items():
        random = Random(name)
        for row in read_rows(corpora / f"{name}.jsonl.xz", stride):
            digest = md5(str(row["id"]).encode(), usedforsecurity=False).digest()
            made = list(_cut_speech(row, random)) if name == "gov_work_reports" else [make_copy(row, random)]
            for copy in made:
                if copy and sum(len(text) for _, text in copy.body) < LONGEST:
                    yield copy, digest[0] < HELD_OUT


def _cut_speech(row: dict[str, str], random: Random) -> Iterator[Copy]:
    paragraphs = [line.strip() for line in row["text"].split("\n") if line.strip().endswith(("。", "！", "："))]
    for start in range(0, len(paragraphs) - 10, 14):
        chosen = paragraphs[start : start + random.randint(6, 20)]
        yield Copy((row["title"],), tuple((BlockRole.PARAGRAPH, line) for line in chosen), Genre.SPEECH)


def make_pages(
    copies: Sequence[Copy], count: int, random: Random, *, held_out: bool = False
) -> Iterator[tuple[Page, Cuttings]]:
    """Pages of one to nine articles, most of them of one day: like those of a real page, they speak of the same things.

    `held_out` are pages in layouts that no other page is set in.
    """
    for _ in range(count):
        size = random.randint(1, 9)
        if random.random() < 0.6:
            start = random.randrange(max(1, len(copies) - NEIGHBOURS))
            chosen = random.sample(copies[start : start + NEIGHBOURS], min(size, len(copies) - start))
        else:
            chosen = random.choices(copies, k=size)
        if random.random() < 0.25:
            chosen[-1] = make_photo(chosen[-1], random)
            random.shuffle(chosen)
        if random.random() < 0.1:
            chosen = [make_brief(copy, random) if copy.genre == Genre.NEWS else copy for copy in chosen]
        if random.random() < 0.12:
            place = random.randint(0, len(chosen))
            chosen[place:place] = [make_notice(random) for _ in range(random.choice((1, 1, 2, 3)))]
        yield make_page(chosen, random, held_out=held_out)


def main(arguments: Sequence[str] | None = None) -> int:
    """Makes pages, trains on them, writes the weights."""
    import numpy as np

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpora", type=Path, help="the folder of the corpora")
    parser.add_argument("--pages", type=int, default=7000)
    parser.add_argument("--epochs", type=int, default=7)
    parser.add_argument("--width", type=int, default=80, help="numbers that the network keeps of a row")
    parser.add_argument("--out", type=Path, default=Path("pipeline/yaowen/resources"))
    parser.add_argument("--stacks", action="store_true", help="keep the rows' weights; fit those of headline stacks alone")
    options = parser.parse_args(arguments)
    copies: list[Copy] = []
    unseen: list[Copy] = []
    for copy, held_out in _read_copies(options.corpora):
        (unseen if held_out else copies).append(copy)
    few = min(options.pages // 10, 150)
    kept = {
        "unseen articles": list(make_pages(unseen, few, Random(2))),
        "unseen articles and layouts": list(make_pages(unseen, few, Random(3), held_out=True)),
    }
    if not options.stacks:
        np.savez_compressed(options.out / "rows.npz", **_train_rows(copies, kept, options))
    network = RowNetwork.load(options.out / "rows.npz")
    stacks = list(find_stacks(make_pages(copies, options.pages, Random(4)), network))
    weights = fit(stacks)
    for name, pages in kept.items():
        shown = ", ".join(f"{what} {right:.4f}" for what, right in score(find_stacks(pages, network), weights).items())
        print(f"headlines of several lines, {name}: {shown}")  # noqa: T201
    np.savez_compressed(options.out / "stacks.npz", **weights)
    return 0


def _train_rows(
    copies: Sequence[Copy], kept: Mapping[str, Sequence[tuple[Page, Cuttings]]], options: argparse.Namespace
) -> dict[str, Any]:
    chars = count_chars(make_pages(copies, 400, Random(7)), 40)
    places = {char: number for number, char in enumerate(chars, start=1)}

    def make_examples(pages: Iterable[tuple[Page, Cuttings]]) -> list[Example]:
        return [example for page, cuttings in pages if (example := make_example(page, cuttings, places))]

    examples = make_examples(make_pages(copies, options.pages, Random(1)))
    held_out = {name: make_examples(pages) for name, pages in kept.items()}
    return train(examples, held_out, chars, width=options.width, epochs=options.epochs)


if __name__ == "__main__":
    sys.exit(main())
