"""Trains what tells two clauses of a headline from one cut by the end of a row: `python -m yaowen.train.clauses CORPORA/raw`.

Papers part the clauses of a headline that they print on one row by a space: so each of their headlines says where a row might
end between two clauses, and where within one.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

import numpy as np
import torch
from torch import Tensor, nn

from yaowen.errors import YaowenError
from yaowen.page import Clipping, CutPage, Page, Part
from yaowen.segment.clauses import CLAUSED, MARKS, SHORTEST, ClauseNetwork, Seen, describe
from yaowen.segment.stack_lines import LONGEST_WORD
from yaowen.segment.stack_network import load_network, number_chars
from yaowen.spacing import close_up_headline
from yaowen.train.copy import is_held_out, read_rows
from yaowen.train.stack_fitting import KINDS, WIDTH, CharReader

SOURCES = {"peoples_daily_2020": 1, "chinanews": 1, "people_cn_2018": 1, "xwlb": 2}
"""The corpora whose headlines are read, and of how many one is."""
REPEATED = 4
"""How often a border of an annotated page counts: its headlines are worded as those of local papers."""
COLUMN = re.compile(r"^【[^【】]*】|[（(][^（）()]*[）)]$")
COMMA = re.compile(r"(?<=[一-鿿”》])，(?=[一-鿿“《])")
LATIN = re.compile(r"[A-Za-z0-9] [A-Za-z]")
HAN = re.compile(r"[一-鿿]")
SENTENCE = re.compile(r"[，。！？]")
SIZES = range(3, 27)
"""How long a clause is."""
CUT_SIZES = range(8, 35)
"""How long a clause is that may be cut."""
MOST_CLAUSES = 5
BATCH = 128
HIDDEN = 48
ONE_CLAUSE_WEIGHT = 0.5
"""How much a cut within a clause counts for one between two: there are more places where a clause may be cut."""


class Border(NamedTuple):
    """The rows on either side of where a row ends, and whether a clause ends with it."""

    upper: str
    lower: str
    parts: bool


def find_borders(headline: str, random: Random) -> Iterator[Border]:
    """Where a headline printed on one row might be broken: between its clauses, and at a place within each."""
    clauses = COMMA.sub(" ", COLUMN.sub("", headline).strip()).split()
    if not clauses or len(clauses) > MOST_CLAUSES or "【" in headline or LATIN.search(headline):
        return
    if len(clauses) > 1 and all(len(clause) in SIZES and len(HAN.findall(clause)) >= SIZES[0] for clause in clauses):
        for end in range(1, len(clauses)):
            start, last = random.randrange(end), random.randrange(end + 1, len(clauses) + 1)
            yield Border(" ".join(clauses[start:end]), " ".join(clauses[end:last]), parts=True)
    for number, clause in enumerate(clauses):
        if len(clause) in CUT_SIZES and len(HAN.findall(clause)) >= CUT_SIZES[0] - 2 and not SENTENCE.search(clause):
            place = _choose_cut(clause, random)
            if place is None:
                continue
            upper, lower = clause[:place], clause[place:]
            if len(clauses) > 1 and random.random() < 0.3:
                before = number and random.random() < 0.5
                upper = f"{clauses[number - 1]} {upper}" if before else upper
                lower = f"{lower} {clauses[number + 1]}" if not before and number + 1 < len(clauses) else lower
            yield Border(upper, lower, parts=False)


def _choose_cut(clause: str, random: Random) -> int | None:
    """A place between two words, mostly one near the middle, where most rows end."""
    places = [place for place in _end_words(clause) if SIZES[0] <= place <= len(clause) - SIZES[0]]
    middle = [place for place in places if abs(place - len(clause) / 2) <= max(2, len(clause) / 4)]
    return random.choice(middle if middle and random.random() < 0.6 else places) if places else None


def _end_words(chars: str) -> Iterator[int]:
    """Where the words of a headline end: each is the longest known from where the last one ended."""
    lexicon, place = load_network().lexicon, 0
    while place < len(chars):
        ends = range(min(place + LONGEST_WORD, len(chars)), place, -1)
        place = next((end for end in ends if chars[place:end] in lexicon), place + 1)
        yield place


def read_headlines(corpora: Path) -> Iterator[str]:
    """The titles of the corpora, and the kickers and subtitles of the paper that is printed."""
    for name, stride in SOURCES.items():
        for row in read_rows(corpora / f"{name}.jsonl.xz", stride):
            fields = ("title", "kicker", "subtitle") if name == "peoples_daily_2020" else ("title",)
            yield from (row[field] for field in fields if row.get(field))


def read_annotated(pages: Iterable[CutPage], random: Random) -> Iterator[Border]:
    """The borders between the rows of annotated headlines, and those that are not there."""
    for page, cuttings in pages:
        for clipping in cuttings.clippings:
            yield from _read_headline(page, clipping, random)


def _read_headline(page: Page, clipping: Clipping, random: Random) -> Iterator[Border]:
    above: tuple[Part, str] | None = None
    for part in clipping.parts:
        if part.role not in CLAUSED:
            continue
        rows = [close_up_headline(row).chars for row in _split_rows(page, part)]
        if min(map(len, rows)) < SHORTEST:
            above = None
            continue
        if above and above[0].role == part.role and above[1][-1] not in MARKS:
            yield Border(above[1], rows[0], parts=True)
        yield from (Border(upper, lower, parts=False) for upper, lower in pairwise(rows) if upper[-1] not in MARKS)
        if len(rows) == 1:
            yield from find_borders(rows[0], random)
        above = part, rows[-1]


def _split_rows(page: Page, part: Part) -> Iterator[Any]:
    start = 0
    for place, (before, offset) in enumerate(pairwise(part.text.offsets), start=1):
        if "\n" in page.raw[before:offset]:
            yield part.text[start:place]
            start = place
    yield part.text[start:]


class ClauseReader(nn.Module):
    """What `ClauseNetwork` reads with."""

    def __init__(self, vectors: Tensor, chars: int, numbers: int) -> None:
        super().__init__()
        self.reader = CharReader(vectors, chars)
        self.hidden, self.out = nn.Linear(6 * WIDTH + numbers, HIDDEN), nn.Linear(HIDDEN, 1)
        self.drop = nn.Dropout(0.3)

    def forward(self, chars: Tensor, words: Tensor, numbers: Tensor) -> Tensor:
        """How likely borders [border] part clauses, as logarithms of odds."""
        upper, lower = self.reader(chars, words).chunk(2, 1)
        pooled = (upper.amax(1), lower.amax(1), upper[:, -1], lower[:, 0], upper.sum(1) / 8, lower.sum(1) / 8, numbers)
        scores: Tensor = self.out(self.drop(torch.relu(self.hidden(self.drop(torch.cat(pooled, 1))))))[:, 0]
        return scores

    def weights(self) -> dict[str, Any]:
        """The arrays that `ClauseNetwork` reads, as they are stored."""
        layers = {"in": self.hidden, "out": self.out}
        pooled = {
            f"{name}.{kind}": getattr(layer, kind).detach().numpy().astype(np.float16)
            for name, layer in layers.items()
            for kind in KINDS
        }
        return {**self.reader.weights(), **pooled}


def fit_several(borders: Sequence[Border], count: int, *, epochs: int = 4) -> dict[str, Any]:
    """The weights of as many networks as `ClauseNetwork` reads them, each fitted from another beginning."""
    held = Counter(char for border in borders for char in {*border.upper, *border.lower})
    chars = "".join(sorted(char for char, seen in held.items() if seen >= 5 and not char.isspace()))
    places, headlines = number_chars(chars), load_network()
    seen = [describe(border.upper, border.lower, places, headlines.lexicon) for border in borders]
    members = [
        fit(seen, [border.parts for border in borders], len(chars), headlines.vectors, epochs=epochs, seed=seed).weights()
        for seed in range(1, count + 1)
    ]
    return {"chars": np.array(chars), **{name: np.stack([member[name] for member in members]) for name in members[0]}}


def fit(seen: Sequence[Seen], parts: Sequence[bool], chars: int, vectors: Any, *, epochs: int, seed: int) -> ClauseReader:
    """A network under which what the borders are is likeliest."""
    torch.manual_seed(seed)
    network = ClauseReader(torch.tensor(vectors), chars, len(seen[0].numbers))
    inputs = tuple(torch.tensor([each[field] for each in seen]) for field in range(3))
    wanted = torch.tensor(parts, dtype=torch.float32)
    optimiser = torch.optim.AdamW(network.parameters(), lr=2e-3, weight_decay=0.01)
    steps = epochs * -(-len(seen) // BATCH)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda step: 1 - step / steps)
    for epoch in range(epochs):
        total = 0.0
        for batch in torch.randperm(len(seen)).split(BATCH):
            weights = torch.where(wanted[batch] > 0, 1.0, ONE_CLAUSE_WEIGHT)
            scores = network(*(values[batch] for values in inputs))
            loss = nn.functional.binary_cross_entropy_with_logits(scores, wanted[batch], weights)
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            schedule.step()
            total += loss.item() * len(batch)
        print(f"clauses, epoch {epoch + 1}: loss {total / len(seen):.4f}", flush=True)  # noqa: T201
    network.eval()
    return network


def score(borders: Sequence[Border], network: ClauseNetwork) -> dict[str, float]:
    """Of the borders between clauses and of those within one, the shares that are known for what they are."""
    found = network((border.upper, border.lower) for border in borders)
    right = Counter((border.parts, (odds > 0) == border.parts) for border, odds in zip(borders, found, strict=True))
    return {name: right[parts, True] / max(right[parts, True] + right[parts, False], 1) for name, parts in NAMES.items()}


NAMES: Mapping[str, bool] = {"between clauses": True, "within one": False}


def main(arguments: Sequence[str] | None = None) -> int:
    """Finds borders, trains on them, writes the weights, prints the scores on those held out."""
    from yaowen.train.tagged import read_cut_pages

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpora", type=Path, help="the folder of the corpora")
    parser.add_argument("--annotated", type=Path, nargs="*", default=(), help="folders of tagged pages, or of gold")
    parser.add_argument("--held", type=Path, nargs="*", default=(), help="such folders that are only measured")
    parser.add_argument("--members", type=int, default=2, help="networks, of which the mean is believed")
    parser.add_argument("--out", type=Path, default=Path("pipeline/yaowen/resources"))
    options = parser.parse_args(arguments)
    random = Random(7)
    try:
        annotated = list(read_annotated(read_cut_pages(options.annotated), random))
        held = {str(folder): list(read_annotated(read_cut_pages([folder]), random)) for folder in options.held}
        lots: tuple[list[Border], list[Border]] = ([], [])
        for headline in read_headlines(options.corpora):
            lots[is_held_out(headline)].extend(find_borders(headline, random))
    except YaowenError as error:
        parser.error(str(error))
    learnt, held["headlines held out"] = lots
    print(f"{len(learnt)} borders, {len(annotated)} annotated", flush=True)  # noqa: T201
    usable = [border for border in (*learnt, *annotated * REPEATED) if border.upper[-1] not in MARKS]
    np.savez_compressed(options.out / "clauses.npz", **fit_several(usable, options.members))
    network = ClauseNetwork.load(options.out / "clauses.npz")
    for name, borders in held.items():
        print(f"{name}:", ", ".join(f"{what} {right:.4f}" for what, right in score(borders, network).items()))  # noqa: T201
    return 0


if __name__ == "__main__":
    sys.exit(main())
