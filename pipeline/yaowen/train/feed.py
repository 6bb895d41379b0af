"""What an epoch is made of: batches of pieces, and the tensors that a network reads of them."""

import itertools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple, Self

import numpy as np
import torch
from numpy.typing import NDArray
from torch.utils.data import DataLoader

from yaowen.files import replacing
from yaowen.model.features import Featuriser
from yaowen.train import made_up
from yaowen.train.corpora import Document, Piece, make_batches, read_documents, sample, split_long
from yaowen.train.crf import Target
from yaowen.train.network import Inputs
from yaowen.train.settings import RunSettings
from yaowen.train.sources import Corpus

CERTAIN = 255  # of the bytes in which a share is kept
KEPT = ("starts", "lengths", "best", "second", "share")


@dataclass(frozen=True)
class SoftPiece:
    """A piece of raw text, and for each head of a teacher two tags a place, with how far it believes the first."""

    codes: NDArray[np.int32]
    best: NDArray[np.int8]  # [head, place]
    second: NDArray[np.int8]
    share: NDArray[np.uint8]


@dataclass(frozen=True)
class SoftLabels:
    """What a teacher thinks of windows of a stream of raw text: for each head and place two tags.

    Tags are [head, place], the windows one after the other.
    """

    heads: tuple[str, ...]
    stream: NDArray[np.uint16]
    starts: NDArray[np.int64]
    lengths: NDArray[np.int64]
    best: NDArray[np.int8]
    second: NDArray[np.int8]
    share: NDArray[np.uint8]

    def save(self, path: Path) -> None:
        """Everything but the stream."""
        with replacing(path) as draft, draft.open("wb") as out:
            np.savez_compressed(out, heads=np.array(self.heads), **{name: getattr(self, name) for name in KEPT})

    @classmethod
    def load(cls, path: Path, stream: NDArray[np.uint16]) -> Self:
        with np.load(path, allow_pickle=False) as stored:
            return cls(tuple(stored["heads"].tolist()), stream, *(stored[name] for name in KEPT))

    def pieces(self, windows: NDArray[np.int64]) -> Iterator[SoftPiece]:
        """Some of the windows, to learn from."""
        ends = np.cumsum(self.lengths)
        for i in windows.tolist():
            start, length = int(self.starts[i]), int(self.lengths[i])
            place = slice(ends[i] - length, ends[i])
            codes = self.stream[start : start + length].astype(np.int32)
            yield SoftPiece(codes, self.best[:, place], self.second[:, place], self.share[:, place])


class Batch(NamedTuple):
    """Pieces of like length for one head; soft labels may have several."""

    heads: tuple[str, ...]
    pieces: Sequence[Piece | SoftPiece]

    @property
    def soft(self) -> bool:
        return isinstance(self.pieces[0], SoftPiece)


Targets = Mapping[str, Target]


def training_documents(corpora: Mapping[str, Corpus]) -> dict[str, list[Document]]:
    """MSRA stands sentence by sentence in the order of its articles, so a hundred of them are taken as one."""
    documents = {head: read_documents(corpus.train, head) for head, corpus in corpora.items()}
    sentences = documents["msra"]
    together = (sentences[i : i + 100] for i in range(0, len(sentences), 100))
    documents["msra"] = [tuple(itertools.chain.from_iterable(part)) for part in together]
    return documents


@dataclass(frozen=True)
class EpochSampler:
    """Makes the batches of an epoch."""

    documents: Mapping[str, Sequence[Document]]
    generator: made_up.Generator | None
    run: RunSettings
    soft_labels: Sequence[SoftLabels] = ()

    def __call__(self, epoch: int) -> list[Batch]:
        """Every head's share of an epoch. A share of 2.5 is two rounds and half of the documents."""
        run = self.run
        random = np.random.default_rng((run.seed, epoch))
        batches: list[Batch] = []
        for head, share in run.shares.items():
            pieces: list[Piece] = []
            for turn in range(int(np.ceil(share))):
                chosen = [d for d in self.documents[head] if random.random() < share - turn]
                pieces += (s for p in sample(chosen, random, run.longest) for s in split_long(p, 2 * run.longest))
            if head == "news_domain":
                if self.generator is not None:
                    pieces = [self.generator.rename(p, random) if random.random() < run.renamed else p for p in pieces]
                    pieces += self.generator.make(run.made_up, random)
                pieces = [made_up.disturb(p, random) for p in pieces]
            batches += (Batch((head,), batch) for batch in make_batches(pieces, run.batch, random))
        for labels in self.soft_labels:
            chosen_pieces = labels.pieces(np.flatnonzero(random.random(len(labels.lengths)) < run.soft_labels))
            batches += (Batch(labels.heads, batch) for batch in make_batches(chosen_pieces, run.batch, random))
        random.shuffle(batches)
        return batches


def pad(rows: Sequence[NDArray[np.integer]]) -> torch.Tensor:
    """One tensor [place, text] of rows of several lengths."""
    padded = np.zeros((max(map(len, rows)), len(rows)), dtype=np.int64)
    for column, row in enumerate(rows):
        padded[: len(row), column] = row
    return torch.from_numpy(padded)


def make_targets(batch: Batch) -> Targets:
    """What each head should say of the batch."""
    targets: dict[str, Target] = {}
    for number, head in enumerate(batch.heads):
        soft = [piece for piece in batch.pieces if isinstance(piece, SoftPiece)]
        if soft:
            share = pad([p.share[number] for p in soft]).float() / CERTAIN
            targets[head] = Target(pad([p.best[number] for p in soft]), pad([p.second[number] for p in soft]), share)
        else:
            targets[head] = Target.sure(pad([p.tags for p in batch.pieces if isinstance(p, Piece)]))
    return targets


@dataclass(frozen=True)
class Collator:
    """Turns a numbered batch into what the network takes; with a seed some dictionary words go unseen."""

    featuriser: Featuriser
    seed: tuple[int, ...] | None

    def __call__(self, numbered: tuple[int, Batch]) -> tuple[Inputs, Targets]:
        number, batch = numbered
        forget = None if self.seed is None else np.random.default_rng((*self.seed, number))
        features = self.featuriser([p.codes for p in batch.pieces], forget)
        return Inputs.of(features), make_targets(batch)


def read_batches(
    batches: Sequence[Batch], featuriser: Featuriser, readers: int, seed: tuple[int, ...] | None = None
) -> Iterator[tuple[Inputs, Targets]]:
    """The tensors of the batches in their order, made by so many processes beside this one, or by this one."""
    yield from DataLoader(
        list(enumerate(batches)),
        batch_size=None,
        collate_fn=Collator(featuriser, seed),
        num_workers=readers,
        prefetch_factor=4 if readers else None,
    )
