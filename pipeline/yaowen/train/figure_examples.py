"""What the network of figures learns from: annotated paragraphs as it sees them, and the words it knows."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from yaowen.entities.combined import CombinedEntities
from yaowen.entities.known import KnownEntities
from yaowen.entities.neural import NeuralEntities
from yaowen.entities.repeated import RepeatedEntities
from yaowen.facts.names.resolve import resolve_names
from yaowen.facts.statistics.figure_network import Vocabulary
from yaowen.facts.statistics.figure_reader import start_tags
from yaowen.facts.statistics.figure_words import TAUGHT, Asked, Seen, describe
from yaowen.facts.statistics.find import describe_figures, read_lines
from yaowen.gold.annotated_figures import SLOTS, Paragraph, read_paragraphs, read_written
from yaowen.model.entity_model import EntityModel, shipped_model
from yaowen.model.lexicon import Lexicon, word_keys
from yaowen.page import Clipping, Part, Reading
from yaowen.schema import BlockRole, Publication
from yaowen.text import Text
from yaowen.vocabulary import listed_words

ANNOTATED = ("press.jsonl", "press-b.jsonl", "press-c.jsonl", "written.txt")

SOURCES = ("", *ANNOTATED)
"""Where a paragraph comes from. Each annotator has ways of their own; the network that ships answers as the first does."""

HELD = "held"

ADDED = ("", "人数", "面积", "户数", "参赛", "资金", "数", "距离", "量", "价格", "金额", "件数")
"""What an indicator may end with that its text does not have."""

UNSAID = -100

WORDS = 16_000
"""So many words, and their characters, have a vector of their own; others have the mean of those of their characters."""

COMMON = 6
UNIT = 3
"""How often a common word and a unit are met."""


@dataclass(frozen=True)
class Wanted:
    """What is right for a figure."""

    tags: Any
    """Of the words around it."""
    pointers: tuple[int, ...]
    """The numbers of the words where the scope and the period begin and end; that of none is the count of the words."""
    added: int


@dataclass(frozen=True)
class Example:
    """A line with what is right for some of its figures, by where they stand among its figures."""

    seen: Seen
    wanted: Mapping[int, Wanted]
    source: int = 0


def see(paragraphs: Sequence[tuple[str, str | None]]) -> Iterator[Seen | None]:
    """Paragraphs as the network sees them, each with its date; None where one has no figures."""
    clippings = [
        Clipping((Part(BlockRole.PARAGRAPH, Text.of(text)),), publication=Publication(issue_date=date))
        for text, date in paragraphs
    ]
    find_entities = CombinedEntities((NeuralEntities(), KnownEntities()), (RepeatedEntities(),))
    for clipping, mentions in zip(clippings, find_entities(clippings), strict=True):
        lines = list(read_lines(resolve_names(Reading(clipping, mentions))))
        figures = tuple(describe_figures(lines[0])) if lines else ()
        yield describe(lines[0], figures, TAUGHT) if figures else None


def make_examples(paragraphs: Iterable[Paragraph], source: int) -> Iterator[Example]:
    """The annotated paragraphs with figures that the rules find."""
    paragraphs = list(paragraphs)
    for paragraph, seen in zip(paragraphs, see([(each.text, each.date) for each in paragraphs]), strict=True):
        if seen:
            rows = {row["figure"][0]: row for row in paragraph.rows}
            wanted = {
                number: read_row(rows[asked.figure.start], seen, asked)
                for number, asked in enumerate(seen.asked)
                if asked.figure.start in rows
            }
            if wanted:
                yield Example(seen, wanted, source)


def read_row(row: Mapping[str, Any], seen: Seen, asked: Asked) -> Wanted:
    """What a row of annotations says of a figure, in words of the line."""
    words = seen.words[asked.low : asked.high]
    starts, ends = [word.start for word in words], [word.end for word in words]
    pieces = [piece for piece in row[SLOTS[0]] or () if not isinstance(piece, str)]
    held = [sum(max(min(word.end, end) - max(word.start, start), 0) for start, end in pieces) for word in words]
    inside = np.array([2 * size > len(word.text) for size, word in zip(held, words, strict=True)])
    added = "".join(piece for piece in row[SLOTS[0]] or () if isinstance(piece, str))
    pointers: list[int] = []
    for slot in SLOTS[1:]:
        spans = row[slot]
        if spans is None:
            pointers += [len(words)] * 2
        elif len(spans) == 1 and not isinstance(spans[0], str) and starts[0] <= spans[0][0] and spans[0][1] <= ends[-1]:
            pointers += [bisect_right(starts, spans[0][0]) - 1, bisect_left(ends, spans[0][1])]
        else:
            pointers += [UNSAID] * 2
    return Wanted(start_tags(inside), tuple(pointers), ADDED.index(added) if added in ADDED else UNSAID)


def read_vectors(lexicon: Lexicon, words: Sequence[str]) -> dict[str, Any]:
    """The vectors of words as the entity model has them."""
    keys = word_keys(words)
    places = np.minimum(np.searchsorted(lexicon.keys, keys), len(lexicon.keys) - 1)
    rows = np.where(lexicon.keys[places] == keys, lexicon.vector_rows[places], -1)
    vectors = lexicon.vectors[rows[rows >= 0]].astype("float32")
    return dict(zip((word for word, row in zip(words, rows, strict=True) if row >= 0), vectors / vectors.std(), strict=True))


def make_vocabulary(examples: Sequence[Example]) -> Vocabulary:
    """The words and units of examples, and the vectors of the words of the dictionary."""
    words = Counter(word.text for example in examples for word in example.seen.words)
    units = Counter(asked.figure.unit or "" for example in examples for asked in example.seen.asked)
    lexicon = EntityModel.load(shipped_model()).featuriser.lexicon
    listed = listed_words()[:WORDS]
    common = [word for word, count in words.most_common() if count >= COMMON and "\n" not in word]
    return Vocabulary(
        read_vectors(lexicon, [*listed, *sorted(set("".join(listed)).difference(listed))]),
        {word: number for number, word in enumerate(common, start=1)},
        {unit: number for number, unit in enumerate((unit for unit, count in units.most_common() if count >= UNIT), start=1)},
        ADDED,
    )


def read_annotated(raw: Path, folder: Path) -> Iterator[Example]:
    """The annotated paragraphs, without those that are kept for measuring."""
    for name in ANNOTATED:
        path = folder / name
        paragraphs = read_written(path) if path.suffix == ".txt" else read_paragraphs(path, raw)
        yield from make_examples((each for each in paragraphs if each.part != HELD), SOURCES.index(name))
