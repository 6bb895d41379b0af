"""Texts without a headline on a page of the web that has one: several dispatches of one article, each from its place."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from yaowen.row_features import SENTENCE_END
from yaowen.schema import BlockRole
from yaowen.segment.body import Body
from yaowen.segment.pieces import Piece

LONGEST_LINE, MOST_LINES = 50, 3
"""Rows between a title and a dateline are lines of the headline where they are so short and so few, and end no sentence."""


def join_untitled(bodies: Sequence[Body]) -> Sequence[Body]:
    """The bodies of a page that is in reading order; where it has one headline, those without are joined to the one above.

    Briefs that a mark opens, captions and what goes on from another page stand by themselves.
    """
    if sum(_is_titled(body) for body in bodies) != 1:
        return bodies
    joined: list[Body] = []
    above = 0
    for body in bodies:
        if whole := _join(joined[above], body) if joined else None:
            joined[above] = whole
            continue
        joined.append(body)
        if not body.is_caption:
            above = len(joined) - 1
    return joined


def _join(above: Body, body: Body) -> Body | None:
    """Two bodies as one; None where they are two articles."""
    if body.goes_on or any(not each.pieces or each.is_caption or each.is_marked for each in (above, body)):
        return None
    titled = [_is_titled(each) for each in (above, body)]
    heads = sorted([*above.heads, *body.heads], key=_place)
    if any(titled) and not all(titled) and _place(heads[0]) < _place(above.pieces[0]) and _are_lines(above.pieces):
        lines = [replace(piece, role=BlockRole.SUBTITLE, roles={BlockRole.SUBTITLE: 1.0}) for piece in above.pieces]
        if _says_again(lines, heads):
            return Body([*above.pieces, *body.pieces], heads)
        return Body(body.pieces, sorted([*heads, *lines], key=_place))
    return None if titled[1] else Body([*above.pieces, *body.heads, *body.pieces], above.heads)


def _place(piece: Piece) -> int:
    return piece.text.offsets[0]


def _is_titled(body: Body) -> bool:
    return any(head.role != BlockRole.BYLINE for head in body.heads)


def _are_lines(pieces: Sequence[Piece]) -> bool:
    """Whether rows below a title may be lines of its headline."""
    return len(pieces) <= MOST_LINES and all(
        piece.role == BlockRole.PARAGRAPH and len(piece.text.chars) <= LONGEST_LINE and piece.text.chars[-1] not in SENTENCE_END
        for piece in pieces
    )


def _says_again(lines: Iterable[Piece], heads: Iterable[Piece]) -> bool:
    """Whether a row repeats a headline, or a part of it."""
    title, *said = (
        "".join("".join(piece.text.chars.split()) for piece in pieces)
        for pieces in ([head for head in heads if head.role != BlockRole.BYLINE], *([line] for line in lines))
    )
    return any(line in title or title in line for line in said)
