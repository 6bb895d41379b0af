"""Texts of a page of the web that are parts of its one article: several dispatches, each from its place, or below subheads."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from yaowen.row_features import SENTENCE_END
from yaowen.schema import BlockRole
from yaowen.segment.body import Body
from yaowen.segment.cutting import DATELINE
from yaowen.segment.pieces import Piece, Tie
from yaowen.segment.row_words import TOLD_BEFORE

LONGEST_LINE, MOST_LINES = 50, 3
"""Rows between a title and a dateline are lines of the headline where they are so short and so few, and end no sentence."""
MAY_BE_SUBHEAD = 0.2
"""The headline of a part looks at least so much like one."""


def join_untitled(bodies: Sequence[Body]) -> Sequence[Body]:
    """The bodies of a page that is in reading order; where it has one headline, those without are joined to the one above.

    Briefs that a mark opens, captions and what goes on from another page stand by themselves. Where it has no headline,
    so does what says where it begins, but the first that does: what stands above that leads to it.
    """
    titles = sum(_is_titled(body) for body in bodies)
    if titles > 1:
        return bodies
    begun = [number for number in range(len(bodies)) if not titles and _says_begins(bodies, number)]
    joined: list[Body] = []
    above = 0
    for number, body in enumerate(bodies):
        if whole := _join(joined[above], body) if joined and number not in begun[1:] else None:
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


def join_parts(bodies: Sequence[Body]) -> Sequence[Body]:
    """The bodies of a page that is in reading order; where the first alone says where it begins, the others are its parts.

    So they are where the first has no title: the page was taken from where its article goes on.
    """
    texts = [number for number, body in enumerate(bodies) if body.pieces and not body.is_caption]
    first, parts = texts[:1], [number for number in texts[1:] if _is_titled(bodies[number])]
    if not parts or any(_says_begins(bodies, number) for number in parts):
        return bodies
    if _is_titled(bodies[first[0]]):
        joins = _says_begins(bodies, first[0]) and all(_may_be_part(bodies[number]) for number in parts)
    else:
        joins = any(len(piece.text) > LONGEST_LINE for piece in bodies[first[0]].pieces)
    if not joins:
        return bodies
    joined: list[Body] = []
    whole: Body | None = None
    for number, body in enumerate(bodies):
        if number == first[0]:
            whole = Body([*body.pieces], body.heads)
            joined.append(whole)
        elif whole is None or body.is_caption or body.is_marked or body.goes_on:
            joined.append(body)
        else:
            heads = [head if head.role == BlockRole.BYLINE else head.as_subhead() for head in body.heads]
            whole.pieces.extend(sorted([*heads, *body.pieces], key=_place))
    return joined


def _may_be_part(body: Body) -> bool:
    return max((head.roles or {}).get(BlockRole.SUBHEAD, 0.0) for head in body.heads) >= MAY_BE_SUBHEAD


def _says_begins(bodies: Sequence[Body], number: int) -> bool:
    """Whether an article shows where it begins: by a stamp, a dateline, who wrote it, or the end of the one above."""
    body, above = bodies[number], bodies[number - 1].pieces[-1:] if number else []
    stamped = any(head.tie == Tie.OPENS or head.role == BlockRole.BYLINE for head in body.heads)
    sent = bool(body.pieces) and (
        body.pieces[0].role == BlockRole.BYLINE or DATELINE.match(body.pieces[0].text.chars) is not None
    )
    return stamped or sent or any(piece.tie == Tie.CLOSES for piece in above)


def _place(piece: Piece) -> int:
    return piece.text.offsets[0]


def _is_titled(body: Body) -> bool:
    return any(head.role != BlockRole.BYLINE for head in body.heads)


def _are_lines(pieces: Sequence[Piece]) -> bool:
    """Whether rows below a title may be lines of its headline."""
    return len(pieces) <= MOST_LINES and all(
        piece.role == BlockRole.PARAGRAPH
        and len(piece.text.chars) <= LONGEST_LINE
        and piece.text.chars[-1] not in SENTENCE_END
        and not TOLD_BEFORE.fullmatch(piece.text.chars)
        for piece in pieces
    )


def _says_again(lines: Iterable[Piece], heads: Iterable[Piece]) -> bool:
    """Whether a row repeats a headline, or a part of it."""
    title, *said = (
        "".join("".join(piece.text.chars.split()) for piece in pieces)
        for pieces in ([head for head in heads if head.role != BlockRole.BYLINE], *([line] for line in lines))
    )
    return any(line in title or title in line for line in said)
