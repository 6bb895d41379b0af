"""Trains what reads the rows of a page: `python -m yaowen.train.layout CORPORA/raw`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain
from pathlib import Path
from random import Random
from typing import Any

from yaowen.errors import YaowenError
from yaowen.facts.statistics.figure_network import FigureNetwork
from yaowen.page import CutPage
from yaowen.row_network import RowNetwork
from yaowen.schema import BlockRole, Genre
from yaowen.segment.stack_network import StackNetwork
from yaowen.train import rows, stacks
from yaowen.train.copy import Copy, is_held_out, make_copy, read_rows
from yaowen.train.extracted import make_extracted
from yaowen.train.pages import make_page
from yaowen.train.shorts import make_briefs, make_notice, make_photo
from yaowen.train.tagged import read_cut_pages
from yaowen.train.varied import repeat

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
LONGEST = 3500
EXTRACTED = 3200
"""So many pages are set as PDFs, half of them with each seed; of four in five the text comes out whole and is learnt from."""
HEADLINE_PAGES = 8000
HEADLINE_LOTS = range(4, 6)
"""The seeds of the lots of pages for the lines of headlines: with more of them, those of other papers are read better."""
PRINTED_LOTS = (77, 78)
"""The seeds of the pages that are set as PDFs."""
HEADLINE_NETWORKS = 7
NEIGHBOURS = 14
REPEATED = 10
"""How often an annotated page counts, of which there are few, for each made one."""
REPEATED_HEADLINES = 6
"""How often a headline of theirs counts."""


def load_copies(corpora: Path, *, held_out: bool) -> list[Copy]:
    """The articles of the corpora in their order; those held out, or all the others."""
    return [copy for copy, kept in _read_copies(corpora) if kept == held_out]


def _read_copies(corpora: Path) -> Iterator[tuple[Copy, bool]]:
    for name, stride in SOURCES.items():
        random = Random(name)
        for row in read_rows(corpora / f"{name}.jsonl.xz", stride):
            made = list(_cut_speech(row, random)) if name == "gov_work_reports" else [make_copy(row, random)]
            for copy in made:
                if copy and sum(len(text) for _, text in copy.body) < LONGEST:
                    yield copy, is_held_out(row["id"])


def _cut_speech(row: dict[str, str], random: Random) -> Iterator[Copy]:
    paragraphs = [line.strip() for line in row["text"].split("\n") if line.strip().endswith(("。", "！", "："))]
    for start in range(0, len(paragraphs) - 10, 14):
        chosen = paragraphs[start : start + random.randint(6, 20)]
        yield Copy((row["title"],), tuple((BlockRole.PARAGRAPH, line) for line in chosen), Genre.SPEECH)


def make_pages(copies: Sequence[Copy], count: int, random: Random, *, held_out: bool = False) -> Iterator[CutPage]:
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
        if random.random() < 0.25 and chosen[-1].title and chosen[-1].genre != Genre.CAPTION:
            chosen[-1] = make_photo(chosen[-1], random)
            random.shuffle(chosen)
        if random.random() < 0.1:
            chosen = make_briefs(chosen, random)
        if random.random() < 0.12:
            place = random.randint(0, len(chosen))
            chosen[place:place] = [make_notice(random) for _ in range(random.choice((1, 1, 2, 3)))]
        yield make_page(chosen, random, held_out=held_out)


def main(arguments: Sequence[str] | None = None) -> int:
    """Makes pages, trains on them, writes the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpora", type=Path, help="the folder of the corpora")
    parser.add_argument("--annotated", type=Path, nargs="*", default=(), help="folders of tagged pages, or of gold")
    parser.add_argument("--pages", type=int, default=8000)
    parser.add_argument("--extracted", type=int, default=EXTRACTED, help="pages set as PDFs whose text programs take out")
    parser.add_argument("--epochs", type=int, default=7)
    parser.add_argument("--width", type=int, default=96, help="numbers that a network keeps of a row")
    parser.add_argument("--members", type=int, default=8, help="networks, of which the mean is believed")
    parser.add_argument("--out", type=Path, default=Path("pipeline/yaowen/resources"))
    parser.add_argument("--stacks", action="store_true", help="keep the rows' weights; fit those of headlines alone")
    options = parser.parse_args(arguments)
    copies: list[Copy] = []
    unseen: list[Copy] = []
    try:
        annotated = list(read_cut_pages(options.annotated))
        for copy, is_kept in _read_copies(options.corpora):
            (unseen if is_kept else copies).append(copy)
        _train(copies, unseen, annotated, options)
    except YaowenError as error:
        parser.error(str(error))
    return 0


def _extract(copies: Sequence[Copy], count: int) -> Iterator[CutPage]:
    return chain.from_iterable(make_extracted(copies, count // len(PRINTED_LOTS), seed) for seed in PRINTED_LOTS)


def _train(copies: Sequence[Copy], unseen: Sequence[Copy], annotated: Sequence[CutPage], options: argparse.Namespace) -> None:
    import numpy as np

    few = min(options.pages // 10, 150)
    kept = {
        "unseen articles": list(make_pages(unseen, few, Random(2))),
        "unseen articles and layouts": list(make_pages(unseen, few, Random(3), held_out=True)),
    }
    if not options.stacks:
        np.savez_compressed(options.out / "rows.npz", **_train_rows(copies, annotated, options))
    network = RowNetwork.load(options.out / "rows.npz")
    if not options.stacks:
        for name, held_out in kept.items():
            _print(f"rows of {name}", rows.score(held_out, network))
        for number, (left_out, reader) in enumerate(_leave_out(annotated, network), start=1):
            _print(f"rows of annotated pages that network {number} has not seen", rows.score(left_out, reader))
    np.savez_compressed(options.out / "stacks.npz", **_train_stacks(copies, annotated, network, options))
    weights = StackNetwork.load(options.out / "stacks.npz")
    for name, held_out in kept.items():
        _print(f"headlines of several lines, {name}", stacks.score(stacks.find_stacks(held_out, network), weights))


def _train_stacks(
    copies: Sequence[Copy], annotated: Sequence[CutPage], network: RowNetwork, options: argparse.Namespace
) -> dict[str, Any]:
    from yaowen.train.stack_fitting import fit_several

    count = min(options.pages, HEADLINE_PAGES)
    made = chain.from_iterable(make_pages(copies, count, Random(seed)) for seed in HEADLINE_LOTS)
    found = list(stacks.find_stacks(chain(made, _extract(copies, options.extracted)), network))
    for left_out, reader in _leave_out(annotated, network):
        found += list(stacks.find_stacks(left_out, reader)) * REPEATED_HEADLINES
    return fit_several(found, FigureNetwork.load().vocabulary.vectors, HEADLINE_NETWORKS)


def _print(name: str, scores: Mapping[str, float]) -> None:
    print(f"{name}:", ", ".join(f"{what} {right:.4f}" for what, right in scores.items()), flush=True)  # noqa: T201


def _train_rows(copies: Sequence[Copy], annotated: Sequence[CutPage], options: argparse.Namespace) -> dict[str, Any]:
    from yaowen.train.row_fitting import train_several

    chars = rows.count_chars(make_pages(copies, 400, Random(7)), 40)
    places = {char: number for number, char in enumerate(chars, start=1)}

    def describe(pages: Iterable[CutPage]) -> list[rows.Example]:
        return [example for page, cuttings in pages if (example := rows.make_example(page, cuttings, places))]

    made = describe(chain(make_pages(copies, options.pages, Random(1)), _extract(copies, options.extracted)))
    lots = (
        [*made, *describe(repeat(_keep(annotated, member, options.members), REPEATED, Random(member)))]
        for member in range(options.members)
    )
    return train_several(lots, chars, width=options.width, epochs=options.epochs)


def _keep(annotated: Sequence[CutPage], member: int, members: int) -> list[CutPage]:
    """The annotated pages that one of several networks is shown: each leaves out others, to read headlines on."""
    return [page for number, page in enumerate(annotated) if members == 1 or number % members != member]


def _leave_out(annotated: Sequence[CutPage], network: RowNetwork) -> Iterator[tuple[Sequence[CutPage], RowNetwork]]:
    """The annotated pages that each network has not been shown, with it."""
    members = network.members
    for number, member in enumerate(members if annotated else ()):
        yield annotated[number :: len(members)], replace(network, members=(member,))


if __name__ == "__main__":
    sys.exit(main())
