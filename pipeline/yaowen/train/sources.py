"""The annotated corpora of a run, and the raw text of which its teacher learns."""

import glob
from collections.abc import Collection, Iterable
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from yaowen.files import replacing
from yaowen.model.fold import code_points
from yaowen.train.corpora import LABELS, Annotated, read_annotations, read_jsonl, read_written
from yaowen.train.settings import TrainSettings
from yaowen.train.vectors import read_paragraphs

DEV_TENTH = 0.9  # MSRA has no development part; the last tenth of its training part serves
REPLACED = 0xFFFD


class Corpus(NamedTuple):
    """The parts of one corpus. `test` is read when the model that ships is scored."""

    train: list[Annotated]
    dev: list[Annotated]
    test: list[Annotated]


def read_corpora(settings: TrainSettings) -> dict[str, Corpus]:
    """Every head's corpus, in its own labels."""
    folder = settings.corpora / "ner"

    def read(head: str, part: str) -> list[Annotated]:
        path = folder / head / f"{part}.jsonl"
        return list(read_jsonl(path)) if path.exists() else []

    corpora = {head: Corpus(read(head, "train"), read(head, "dev"), read(head, "test")) for head in LABELS}
    msra = corpora["msra"]
    cut = int(len(msra.train) * DEV_TENTH)
    corpora["msra"] = Corpus(msra.train[:cut], msra.train[cut:], msra.test)
    ours = corpora["news_domain"]
    held_out = {article_of(t.identifier) for c in (ours, corpora["pfr199801"]) for part in (c.dev, c.test) for t in part}
    paths = [Path(p) for pattern in settings.annotations for p in sorted(glob.glob(pattern))]
    written = [path for path in paths if path.suffix == ".txt"]
    extra = [
        *read_annotations([path for path in paths if path not in written], settings.corpora / "raw"),
        *(text for path in written for text in read_written(path)),
    ]
    return {
        head: Corpus(apart([*c.train, *extra] if head == "news_domain" else c.train, held_out), c.dev, c.test)
        for head, c in corpora.items()
    }


def article_of(identifier: str) -> str:
    """One name for an article of January 1998, of which two corpora hold parts: pfr-19980101-01-001, 19980101-01-001-004."""
    name = identifier.split("#")[0].removeprefix("pfr-")
    return name[:15] if name.startswith("199801") else name


def apart(texts: Iterable[Annotated], held_out: Collection[str]) -> list[Annotated]:
    """The texts of other articles."""
    return [t for t in texts if article_of(t.identifier) not in held_out]


def read_press(settings: TrainSettings) -> NDArray[np.uint16]:
    """The raw text as folded code points without blanks, each paragraph ended by a line break; kept as `press.npy`."""
    path = settings.folder / settings.name / "press.npy"
    if not path.exists():
        parts: list[NDArray[np.uint16]] = []
        for name, share in settings.press.items():
            for paragraph, _ in read_paragraphs(settings.corpora / "raw" / f"{name}.jsonl.xz", share):
                codes = code_points("".join(paragraph.split()) + "\n")
                parts.append(np.where(codes > np.iinfo(np.uint16).max, REPLACED, codes).astype(np.uint16))
        with replacing(path) as draft, draft.open("wb") as out:
            np.save(out, np.concatenate(parts))
    stored: NDArray[np.uint16] = np.load(path, mmap_mode="r", allow_pickle=False)
    return stored
