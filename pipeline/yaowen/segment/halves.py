"""Bodies that a column cuts in two and whose second half was drawn elsewhere on the page are put together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from yaowen.schema import BlockRole
from yaowen.segment.bigrams import read_bigrams
from yaowen.segment.pieces import Piece, Tie
from yaowen.text import Text

LONGEST_WORD = 5
NEWLY = 0.3
"""A paragraph that looks so much like the first of an article ends what goes on above it."""
SHORTEST = 16
"""Characters of half a paragraph, the least."""
MOST = 400
"""Pieces of a page whose columns are looked through; a page of a newspaper has fewer."""
SHARED = 2
"""So many pairs of characters that no other text has must both halves have."""
ENDED = "。！？…!?：:”’）)；;"
INNER = "，、。；：！？”’）》,;:!?)"


def join_halves(pieces: Sequence[Piece], lexicon: Mapping[str, int]) -> list[Piece]:
    """Pieces with the second half of a body behind the first one.

    The first ends within a sentence, the second begins within one: a word of the `lexicon` runs across, or a mark that opens
    no text stands first. What both say they say alone, or nothing but a picture stands between them.
    """
    joined = list(pieces)
    while len(joined) <= MOST and (found := _find(joined, lexicon)):
        first, start, end = found
        half = replace(joined[first], text=Text.join("", (joined[first].text, joined[start].text)), joins=joined[start].joins)
        moved = [half, *joined[start + 1 : end]]
        if start > first:
            joined = [*joined[:first], *moved, *joined[first + 1 : start], *joined[end:]]
        else:
            joined = [*joined[:start], *joined[end:first], *moved, *joined[first + 1 :]]
    return joined


def _find(pieces: Sequence[Piece], lexicon: Mapping[str, int]) -> tuple[int, int, int] | None:
    open_ends = [place for place in range(len(pieces)) if _is_unfinished(pieces, place)]
    starts = [place for place in range(len(pieces)) if _may_go_on(pieces, place)] if open_ends else []
    for first in open_ends:
        for start in starts:
            if start == first or not _fit(pieces[first].text.chars, pieces[start].text.chars, lexicon):
                continue
            end = start + 1
            while end not in (first, len(pieces)) and pieces[end].role == BlockRole.PARAGRAPH and pieces[end].begins < NEWLY:
                end += 1
            if _only_pictures(pieces[first + 1 : start]) or _share(pieces, first, start, end) >= SHARED:
                return first, start, end
    return None


def _only_pictures(between: Sequence[Piece]) -> bool:
    """Whether nothing but a picture parts two halves: what they say need not tell then."""
    return bool(between) and all(piece.role == BlockRole.CAPTION for piece in between)


def _is_unfinished(pieces: Sequence[Piece], place: int) -> bool:
    piece, following = pieces[place], pieces[place + 1] if place + 1 < len(pieces) else None
    return (
        piece.role == BlockRole.PARAGRAPH
        and len(piece.text) >= SHORTEST
        and piece.text.chars[-1] not in ENDED
        and (following is None or (following.role not in (BlockRole.PARAGRAPH, BlockRole.JUMP) and following.tie != Tie.CLOSES))
    )


def _may_go_on(pieces: Sequence[Piece], place: int) -> bool:
    """Whether a paragraph is the first of a body and says of itself that it opens none."""
    piece, above = pieces[place], pieces[place - 1] if place else None
    first = (
        above is None
        or (above.role not in (BlockRole.PARAGRAPH, BlockRole.JUMP) and above.tie != Tie.OPENS)
        or piece.begins > NEWLY
    )
    return piece.role == BlockRole.PARAGRAPH and piece.tie is None and first and len(piece.text) >= SHORTEST


def _fit(upper: str, lower: str, lexicon: Mapping[str, int]) -> bool:
    if lower[0] in INNER:
        return True
    sizes = range(2, LONGEST_WORD + 1)
    across = (upper[-before:] + lower[: size - before] for size in sizes for before in range(1, size))
    return any(word in lexicon for word in across)


def _share(pieces: Sequence[Piece], first: int, start: int, end: int) -> int:
    """How many pairs of characters are in the article of the first half and in the second one, and in no other."""
    top = first
    while top and pieces[top - 1].role in (BlockRole.PARAGRAPH, BlockRole.SUBHEAD) and pieces[top].begins < NEWLY:
        top -= 1
    here = set(read_bigrams("".join(piece.text.chars for piece in pieces[top : first + 1])))
    there = set(read_bigrams("".join(piece.text.chars for piece in pieces[start:end])))
    own = (*range(top, first + 1), *range(start, end))
    others = "".join(
        piece.text.chars + "\n" for place, piece in enumerate(pieces) if place not in own and piece.role == BlockRole.PARAGRAPH
    )
    return len((here & there) - set(read_bigrams(others)))
