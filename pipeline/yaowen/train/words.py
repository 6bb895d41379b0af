"""Trains a word cutter on PFR 1998 and scores it: `python -m yaowen.train.words CORPORA runs/words`."""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path

from yaowen.errors import ConfigError, InputError, ModelError, YaowenError
from yaowen.train.scoring import Count
from yaowen.words import NOT_INSTALLED, Words

TRAIN, DEV = "seg/pfr199801/train.txt", "seg/pfr199801/dev.txt"
TESTS = ("seg/pfr199801/test.txt", "seg/pku/test.txt")
FEWEST = 10
"""pkuseg changes its rates ten times in an iteration, and fails where it cannot."""

Sentence = list[str]


def read_sentences(path: Path) -> list[Sentence]:
    """The words of each line, which blanks part. Raises `InputError` where there are none."""
    try:
        sentences = [line.split() for line in path.read_text("utf-8").splitlines()]
    except (OSError, ValueError) as error:
        raise InputError(str(path), f"cannot be read ({error}); give the folder of the corpora") from None
    if not any(sentences):
        raise InputError(str(path), "no words there; each line holds words parted by blanks")
    return [words for words in sentences if words]


def draw(sentences: Sequence[Sentence], words: int) -> Iterator[Sentence]:
    """Sentences in an order that is always the same, until they have so many words."""
    for sentence in random.Random(1).sample(sentences, len(sentences)):
        if words <= 0:
            return
        words -= len(sentence)
        yield sentence


def train(sentences: Sequence[Sentence], dev: Iterable[Sentence], out: Path, iterations: int) -> None:
    """Leaves a model in `out`: the same one for the same sentences. pkuseg prints how well each iteration does on `dev`."""
    try:
        import spacy_pkuseg
    except ImportError:
        raise ModelError(NOT_INSTALLED) from None
    if len(sentences) < FEWEST:
        raise ConfigError(
            f"{len(sentences)} sentences to train on; pkuseg needs {FEWEST}: give more --words or a longer corpus"
        )
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder, name) for name in ("train", "dev")]
        for path, part in zip(paths, (sentences, dev), strict=True):
            path.write_text("".join(f"{' '.join(words)}\n" for words in part), "utf-8")
        random.seed(1)  # pkuseg draws from Python's own generator
        spacy_pkuseg.train(*map(str, paths), str(out), train_iter=iterations)


def score(cut: Callable[[str], Sentence], sentences: Sequence[Sentence]) -> tuple[Count, float]:
    """Words that are right from their first character to their last; and characters a second of processor time."""
    cut("读")  # loads the model
    start = time.process_time()
    found = [cut("".join(words)) for words in sentences]
    seconds = time.process_time() - start
    counts = (Count(len(_places(a) & _places(b)), len(a), len(b)) for a, b in zip(found, sentences, strict=True))
    return sum(counts, Count()), sum(map(len, map("".join, sentences))) / seconds


def _places(words: Sentence) -> set[tuple[int, int]]:
    ends = [0]
    for word in words:
        ends.append(ends[-1] + len(word))
    return set(pairwise(ends))


def main(arguments: Sequence[str] | None = None) -> int:
    """Trains, then prints the scores on parts that were not trained on."""
    parser = argparse.ArgumentParser(prog="python -m yaowen.train.words", description=__doc__)
    parser.add_argument("corpora", type=Path, help="the folder of the corpora")
    parser.add_argument("out", type=Path, help="the folder that the model is written to")
    parser.add_argument("--words", type=int, default=232_000, help="train on so many words; the corpus has 923,000")
    parser.add_argument("--iterations", type=int, default=4)
    options = parser.parse_args(arguments)
    try:
        sentences, dev, *tests = (read_sentences(options.corpora / part) for part in (TRAIN, DEV, *TESTS))
        train(list(draw(sentences, options.words)), dev, options.out, options.iterations)
        for part, test in zip(TESTS, tests, strict=True):
            count, speed = score(Words(options.out), test)
            rates = ", ".join(f"{name} {getattr(count, name):.1%}" for name in ("precision", "recall", "f1"))
            print(f"{part}: {rates} of {count.there:,} words; {speed:,.0f} characters a second", flush=True)  # noqa: T201
    except YaowenError as error:
        print(f"yaowen: {error}", file=sys.stderr)  # noqa: T201
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
