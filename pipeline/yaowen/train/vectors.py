"""Vectors of characters, character pairs and words, pretrained on raw press text."""

import hashlib
import itertools
import json
import lzma
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from yaowen.model.fold import fold
from yaowen.train.strict import Strict


@dataclass(frozen=True)
class VectorSettings(Strict):
    """Which raw texts are read, how much of each, and how vectors are trained."""

    raw: Mapping[str, float]  # share of the articles of each source that is read
    character_share: float = 0.5  # of what is read, for characters and pairs, which need less
    word_size: int = 50
    character_size: int = 100
    pair_size: int = 50
    word_minimum: int = 10
    pair_minimum: int = 60
    pairs: int = 150_000
    words: int = 200_000
    workers: int = 2
    seed: int = 1


def share_of(identifier: str) -> float:
    """A number in [0, 1) that depends on the identifier alone."""
    return int.from_bytes(hashlib.sha256(identifier.encode()).digest()[:4], "big") / 2**32


def read_paragraphs(path: Path, share: float, character_share: float = 0.0) -> Iterator[tuple[str, bool]]:
    """Folded paragraphs of a share of the articles, with a mark on those of a share of it, which train characters too."""
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            place = share_of(row["id"])
            if place < share:
                for paragraph in (row.get("title") or "", *row["text"].split("\n")):
                    if len(paragraph) > 3:
                        yield fold(paragraph), place < share * character_share


def split_characters(text: str) -> list[str]:
    """What is printed, without blanks."""
    return [c for c in text if not c.isspace()]


def write_units(source: tuple[Path, float, float, Path]) -> Path:
    """Words, characters and pairs of one source, a paragraph a line, in the files gensim reads."""
    import jieba

    path, share, character_share, folder = source
    jieba.setLogLevel("WARNING")
    stem = folder / path.name.split(".")[0]
    with (
        stem.with_suffix(".words").open("w", encoding="utf-8") as words,
        stem.with_suffix(".characters").open("w", encoding="utf-8") as characters,
        stem.with_suffix(".pairs").open("w", encoding="utf-8") as pairs,
    ):
        for paragraph, both in read_paragraphs(path, share, character_share):
            words.write(" ".join(w for w in jieba.cut(paragraph) if not w.isspace()) + "\n")
            if both:
                units = split_characters(paragraph)
                characters.write(" ".join(units) + "\n")
                pairs.write(" ".join(map("".join, itertools.pairwise(units))) + "\n")
    return stem


def join_files(stems: Iterable[Path], suffix: str, target: Path) -> Path:
    """One file of the files that are written for each source."""
    with target.open("wb") as out:
        for stem in stems:
            with stem.with_suffix(suffix).open("rb") as part:
                while block := part.read(1 << 24):
                    out.write(block)
    return target


def train_units(path: Path, target: Path, size: int, minimum: int, most: int | None, settings: VectorSettings) -> None:
    """Vectors of the commonest units of a file, by skip-gram."""
    from gensim.models import Word2Vec

    model = Word2Vec(
        corpus_file=str(path),
        vector_size=size,
        window=5,
        min_count=minimum,
        sg=1,
        negative=5,
        sample=1e-4,
        epochs=1,
        workers=settings.workers,
        seed=settings.seed,
    )
    kept = model.wv.index_to_key[:most]
    counts = np.array([model.wv.get_vecattr(unit, "count") for unit in kept], np.int64)
    np.savez(target, units=kept, counts=counts, vectors=model.wv.vectors[: len(kept)])


def pretrain(raw: Path, folder: Path, settings: VectorSettings) -> None:
    """Leave `words.npz`, `characters.npz` and `pairs.npz` in the folder; what is there already is kept."""
    folder.mkdir(parents=True, exist_ok=True)
    sources = [(raw / f"{name}.jsonl.xz", share, settings.character_share, folder) for name, share in settings.raw.items()]
    missing = [n for n in ("words", "characters", "pairs") if not (folder / f"{n}.npz").exists()]
    if not missing:
        return
    stems = [folder / name for name in settings.raw]
    if not (folder / "units.done").exists():
        with ProcessPoolExecutor(settings.workers) as pool:
            stems = list(pool.map(write_units, sources))
        (folder / "units.done").touch()
    sizes = {
        "words": (settings.word_size, settings.word_minimum, settings.words),
        "characters": (settings.character_size, 10, None),
        "pairs": (settings.pair_size, settings.pair_minimum, settings.pairs),
    }
    for name in missing:
        path = join_files(stems, f".{name}", folder / f"all.{name}")
        train_units(path, folder / f"{name}.npz", *sizes[name], settings)
