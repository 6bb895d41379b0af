"""Annotated corpora as documents: pieces of folded text with a tag for each character."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, TypeVar

import numpy as np
from numpy.typing import NDArray

from yaowen.gold.annotated_figures import find_articles
from yaowen.gold.marks import parse_marks
from yaowen.model.fold import code_points
from yaowen.model.tags import Span, write_tags
from yaowen.model.windows import sentence_ends

# Labels of each head, under the corpus's own names. Spans of other labels are left out.
LABELS: Mapping[str, tuple[str, ...]] = {
    "news_domain": ("PERSON", "ROLE", "PLACE", "ORG"),
    "msra": ("PER", "LOC", "ORG"),
    "pfr199801": ("nr", "ns", "nt"),
    "cluener2020": (
        "name",
        "position",
        "address",
        "scene",
        "organization",
        "company",
        "government",
        "book",
        "game",
        "movie",
    ),
    "resume": ("NAME", "TITLE", "ORG", "LOC", "EDU", "CONT", "PRO", "RACE"),
}


@dataclass(frozen=True)
class Annotated:
    """A text and what is marked in it, as its annotators gave it."""

    identifier: str
    text: str
    spans: tuple[Span, ...]


@dataclass(frozen=True)
class Piece:
    """A stretch that no span crosses, usually a sentence."""

    codes: NDArray[np.int32]
    tags: NDArray[np.int8]


Document = tuple[Piece, ...]


def read_jsonl(path: Path) -> Iterator[Annotated]:
    """A text a line, with its spans."""
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            row = json.loads(line)
            spans = tuple((s["start"], s["end"], s["label"]) for s in row["spans"])
            yield Annotated(row.get("id", f"{path.stem}-{number}"), row["text"], spans)


def read_annotations(paths: Iterable[Path], raw: Path) -> Iterator[Annotated]:
    """Annotations kept as offsets into raw articles. A row whose spans do not fit its text is an error."""
    rows = [json.loads(line) for path in paths for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    for corpus in sorted({row["corpus"] for row in rows}):
        articles = find_articles(raw / f"{corpus}.jsonl.xz", {row["id"] for row in rows if row["corpus"] == corpus})
        for row in rows:
            if row["corpus"] == corpus:
                text = articles[row["id"]]["text"][row["start"] : row["end"]]
                yield checked(Annotated(row["id"], text, tuple(map(tuple, row["spans"]))))


def read_written(path: Path) -> Iterator[Annotated]:
    """Texts parted by lines of `---`, marked like [[市委|ORG]][[书记|ROLE]]. A wrong mark is a `ValueError` with its place."""
    for number, written in enumerate(re.split(r"^---\n", path.read_text("utf-8"), flags=re.MULTILINE)):
        try:
            text, marks = parse_marks(written.strip())
        except ValueError as error:
            raise ValueError(f"{path}, text {number + 1}: {error}") from None
        if text:
            yield checked(Annotated(f"{path.stem}-{number + 1}", text, tuple((m.start, m.end, str(m.label)) for m in marks)))


def checked(text: Annotated) -> Annotated:
    """The same, its spans in order, if they are inside the text, apart from each other, and of our labels."""
    spans = sorted(text.spans)
    for (start, end, label), after in zip(spans, [*(s[0] for s in spans[1:]), len(text.text)], strict=False):
        if not (0 <= start < end <= after) or "\n" in text.text[start:end] or label not in LABELS["news_domain"]:
            raise ValueError(f"{text.identifier} has a bad span {start}:{end} {label}; spans must lie in order inside a line")
    return Annotated(text.identifier, text.text, tuple(spans))


def flat_spans(text: Annotated, labels: Sequence[str]) -> list[Span]:
    """Spans of the head's labels; of two that overlap the longer."""
    kept: list[Span] = []
    for span in sorted((s for s in text.spans if s[2] in labels), key=lambda s: (s[0] - s[1], s[0])):
        if all(span[1] <= other[0] or other[1] <= span[0] for other in kept):
            kept.append(span)
    return sorted(kept)


def cut_document(text: Annotated, labels: Sequence[str]) -> Document:
    """The text cut at its sentence ends, except inside a span."""
    codes = code_points(text.text)
    tags = write_tags(flat_spans(text, labels), len(codes), labels)
    inside = np.append((tags > 0) & np.isin((tags - 1) % 4, (0, 1)), False)
    ends = [e for e in sentence_ends(codes).tolist() if e > 0 and not inside[e - 1]]
    return tuple(Piece(codes[s:e], tags[s:e]) for s, e in zip([0, *ends], ends, strict=False) if e > s)


def read_documents(texts: Iterable[Annotated], head: str) -> list[Document]:
    """Texts as documents for a head."""
    return [d for t in texts if (d := cut_document(t, LABELS[head]))]


def join_pieces(pieces: Sequence[Piece]) -> Piece:
    """Pieces that follow one another as one."""
    return Piece(np.concatenate([p.codes for p in pieces]), np.concatenate([p.tags for p in pieces]))


def sample(documents: Iterable[Document], random: np.random.Generator, longest: int) -> Iterator[Piece]:
    """Every piece once, alone or with those that follow it, up to a length drawn anew each time."""
    for document in documents:
        held: list[Piece] = []
        room = 0
        for piece in document:
            if held and sum(len(p.codes) for p in held) + len(piece.codes) > room:
                yield join_pieces(held)
                held = []
            if not held:
                room = 0 if random.random() < 0.3 else int(random.integers(40, longest))
            held.append(piece)
        if held:
            yield join_pieces(held)


class Coded(Protocol):
    """Whatever has code points."""

    @property
    def codes(self) -> NDArray[np.int32]: ...


P = TypeVar("P", bound=Coded)


def make_batches(pieces: Iterable[P], size: int, random: np.random.Generator) -> list[list[P]]:
    """Pieces of like length together, about `size` characters a batch, in random order."""
    ordered = sorted(pieces, key=lambda p: (len(p.codes), random.random()))
    batches: list[list[P]] = [[]]
    for piece in ordered:
        if batches[-1] and (len(batches[-1]) + 1) * len(piece.codes) > size:
            batches.append([])
        batches[-1].append(piece)
    random.shuffle(batches)
    return [b for b in batches if b]


def split_long(piece: Piece, limit: int) -> Iterator[Piece]:
    """Rarely a sentence runs on for a thousand characters; it is cut where no span is open."""
    while len(piece.codes) > limit:
        closed = np.flatnonzero((piece.tags == 0) | np.isin((piece.tags - 1) % 4, (2, 3)))
        cut = int(closed[closed < limit][-1]) + 1
        yield Piece(piece.codes[:cut], piece.tags[:cut])
        piece = Piece(piece.codes[cut:], piece.tags[cut:])
    yield piece
