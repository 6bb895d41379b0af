"""Headlines of several lines on pages whose cuttings are known, as the network that reads them together is to read them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

import numpy as np

from yaowen.dehyphenate.columns import JoinColumns, order_rows
from yaowen.page import CutPage
from yaowen.row_network import RowNetwork
from yaowen.rows import fold
from yaowen.schema import BlockRole
from yaowen.segment.body import Body
from yaowen.segment.by_order import match_by_order
from yaowen.segment.cutting import sort_paragraphs
from yaowen.segment.pieces import Piece
from yaowen.segment.stack import decode, spread
from yaowen.segment.stack_lines import STACKED, describe, find_words
from yaowen.segment.stack_network import StackNetwork

LONGEST = 8
BATCH = 64


class KnownStack(NamedTuple):
    """The lines that were found over one body, what each of them is, and which go on the line above."""

    lines: list[Piece]
    body: Body
    roles: tuple[int, ...]
    goes_on: tuple[bool, ...]


def find_stacks(pages: Iterable[CutPage], network: RowNetwork) -> Iterator[KnownStack]:
    """The stacks of two lines or more of pages whose cuttings are known, as the earlier steps leave them."""
    for page, cuttings in pages:
        rows = order_rows(page)
        paragraphs = tuple(JoinColumns().join(rows, network(page, rows)))
        owner = {
            offset: (number, place, part.role)
            for number, clipping in enumerate(cuttings.clippings)
            for place, part in enumerate(clipping.parts)
            for offset in part.text.offsets
        }
        for body in match_by_order(sort_paragraphs(paragraphs, page.publication)[0]):
            lines = spread(head for head in body.heads if head.role != BlockRole.BYLINE)
            if not 1 < len(lines) <= LONGEST:
                continue
            found = [_find_owner(line, owner) for line in lines]
            roles = tuple(STACKED.index(part[2]) for part in found if part and part[2] in STACKED)
            if len(roles) == len(lines) and len({part[0] for part in found if part}) == 1:
                yield KnownStack(lines, body, roles, (False, *(upper == lower for upper, lower in pairwise(found))))


def _find_owner(line: Piece, owner: dict[int, tuple[int, int, BlockRole]]) -> tuple[int, int, BlockRole] | None:
    held = Counter(owner[offset] for offset in line.text.offsets if offset in owner)
    return held.most_common(1)[0][0] if held else None


def score(stacks: Iterable[KnownStack], network: StackNetwork) -> dict[str, float]:
    """Of stacks, the share whose roles are all right; of lines, the shares of the right role and rightly joined or not."""
    counts = Counter[str]()
    for known in stacks:
        found = decode(network(describe(known.lines, known.body, network.places, network.lexicon)))
        right = [STACKED.index(reading.role) == role for reading, role in zip(found, known.roles, strict=True)]
        counts["stacks"] += 1
        counts["lines"] += len(right)
        counts["whole"] += all(right)
        counts["roles"] += sum(right)
        counts["joins"] += sum(reading.goes_on == goes for reading, goes in zip(found, known.goes_on, strict=True))
    return {
        "as a whole": counts["whole"] / max(counts["stacks"], 1),
        "roles": counts["roles"] / max(counts["lines"], 1),
        "joins": counts["joins"] / max(counts["lines"], 1),
    }


def count_chars(stacks: Iterable[KnownStack], least: int = 8) -> str:
    """The characters that stand in headlines at least so often, the commonest first."""
    counts = Counter(char for known in stacks for line in known.lines for char in fold(line.text.chars))
    return "".join(char for char, count in counts.most_common() if count >= least and not char.isspace())


class Lexicon(NamedTuple):
    """The characters and the words that a network knows, and what each word is like."""

    chars: str
    words: tuple[str, ...]
    vectors: Any
    scale: float

    @classmethod
    def of(cls, stacks: Sequence[KnownStack], vectors: Mapping[str, Any], least: int = 3) -> Lexicon:
        """What stands in headlines at least so often, of the words that have a vector."""
        numbers = {word: number for number, word in enumerate(vectors, start=1) if word.strip()}
        known = tuple(vectors)
        counts = Counter(
            known[number - 1]
            for stack in stacks
            for line in stack.lines
            for number in find_words(fold("".join(line.text.chars.split())), numbers)
            if number
        )
        words = tuple(word for word, count in counts.most_common() if count >= least * len(word))
        table = np.array([vectors[word] for word in words])
        table /= table.std()
        scale = float(np.abs(table).max()) / 127
        steps = np.concatenate([np.zeros_like(table[:1]), table]) / scale
        return cls(count_chars(stacks), words, steps.round().astype(np.int8), scale)
