"""Who signs a text stands below it: that closes an article, and what is behind it begins another."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from yaowen.datelines import SURE
from yaowen.mastheads import DATE
from yaowen.schema import BlockRole
from yaowen.segment.bylines import SIGNATURE
from yaowen.segment.pieces import LIKELY, Piece, Tie
from yaowen.segment.row_words import ASKS, SIGNER, is_day_in_brackets

DATED = re.compile(SURE)
HARDLY = 0.005
"""A paragraph less likely than that to begin an article begins none, whoever signs below it."""


def settle_signatures(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces with what signs an article tied to it, and with what a signature says of where the next one begins.

    First is found who signs, the surest first, for a piece that is tied is left as it is: by the day below, by what is
    asked of the readers above, by the brackets around the names. Only when all that close an article are known can it
    be told what stands between two of them. Last comes who sent a report, for where nothing else parts two of them it
    is the likeliest place, and how likely a place is hangs on the signatures around it.
    """
    settled = list(pieces)
    for settle in (_sign_dated, _sign_notices, _sign_below, _part_signed, _part_sent):
        settle(settled)
    return settled


def _sign_dated(pieces: list[Piece]) -> None:
    """A letter or notice ends with its day, and with who signs it above that."""
    for place, piece in enumerate(pieces):
        is_day = re.fullmatch(DATE, piece.text.chars) or is_day_in_brackets(piece.text.chars)
        if piece.role == BlockRole.PARAGRAPH and place and is_day:
            above = pieces[place - 1]
            body = SIGNER.fullmatch(above.text.chars) is not None
            signer = place > 1 and (above.role == BlockRole.BYLINE or body) and pieces[place - 2].role == BlockRole.PARAGRAPH
            if signer and body:
                pieces[place - 1] = replace(above, role=BlockRole.PARAGRAPH, tie=Tie.INSIDE, begins=0.0)
            elif signer and above.tie is None:
                pieces[place - 1] = replace(above, tie=Tie.CLOSES)
            if signer or pieces[place - 1].role == BlockRole.PARAGRAPH:
                pieces[place] = replace(piece, tie=Tie.INSIDE, begins=0.0)


def _sign_notices(pieces: list[Piece]) -> None:
    """A body's name below what it asks of the readers signs that, but for a report, which has a byline of its own."""
    reported = False
    for place, (above, piece) in enumerate(pairwise(pieces), start=1):
        reported = above.tie == Tie.OPENS or (reported and above.role in (BlockRole.PARAGRAPH, BlockRole.SUBHEAD))
        asks = above.role == BlockRole.PARAGRAPH and ASKS.search(above.text.chars) and piece.tie is None
        name = "".join(piece.text.chars.split())
        if asks and not reported and SIGNER.fullmatch(name):
            pieces[place] = replace(piece, role=BlockRole.PARAGRAPH, tie=Tie.INSIDE, begins=0.0, rows=())


def _sign_below(pieces: list[Piece]) -> None:
    """Names in brackets on a row of their own below a paragraph close it: （卓然）."""
    for place, (above, piece) in enumerate(pairwise(pieces), start=1):
        below = above.role == BlockRole.PARAGRAPH and piece.role == BlockRole.BYLINE and piece.tie is None
        if below and SIGNATURE.fullmatch(piece.text.chars):
            pieces[place] = replace(piece, tie=Tie.CLOSES)


def _part_signed(pieces: list[Piece]) -> None:
    """What follows a signature and has one of its own is another article; a first paragraph, too, may end with who sent it."""
    signed = False
    for place in range(len(pieces) - 1, -1, -1):
        piece = pieces[place]
        if piece.tie == Tie.CLOSES:
            signed = True
        elif piece.role not in (BlockRole.PARAGRAPH, BlockRole.SUBHEAD) or piece.tie is not None:
            signed = False
        elif place > 1 and piece.role == BlockRole.PARAGRAPH and pieces[place - 1].tie == Tie.CLOSES:
            sent = DATED.match(pieces[place - 2].text.chars) and not DATED.match(piece.text.chars)
            pieces[place] = replace(piece, begins=1.0 if signed else 0.0 if sent else piece.begins)


def _part_sent(pieces: list[Piece]) -> None:
    """A report that says above who sent it (本报讯（记者卓然）) ends before one that says so below: …（石小满）."""
    opened: int | None = None
    for place, piece in enumerate(pieces):
        if piece.role == BlockRole.BYLINE and piece.tie == Tie.OPENS:
            opened = place
        elif piece.tie == Tie.CLOSES and opened is not None and place > opened + 2 and not _writes_with(pieces[opened], piece):
            first = max(range(opened + 2, place), key=lambda number: pieces[number].begins)
            if pieces[first].begins >= HARDLY:
                pieces[first] = replace(pieces[first], begins=max(pieces[first].begins, LIKELY))
        if piece.role not in (BlockRole.PARAGRAPH, BlockRole.BYLINE) or piece.tie == Tie.CLOSES:
            opened = None


def _writes_with(above: Piece, below: Piece) -> bool:
    """Whether who signs below wrote with who is named above: 本报讯（记者卓然）…（通讯员石小满）."""
    return "通讯员" in below.text.chars and "记者" in above.text.chars and "通讯员" not in above.text.chars
