"""Letters to a paper go on in what it answers: 编辑同志：…⏎读者 卓然⏎卓然：…"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from yaowen.schema import BlockRole
from yaowen.segment.pieces import Piece, Tie
from yaowen.segment.row_words import ENDS_TEXT, HEADLINE, LETTER

ANSWER = re.compile(
    r"[一-鿿]{1,4}(?:同志|先生|女士|读者|朋友)?[：:]$|[一-鿿]{0,4}(?:编者|编辑|回复|答复|律师|法官)[一-鿿]{0,4}[：:]"
)
"""Opens what is answered to a letter: 卓然：, 编者：来信反映的问题…"""
SIGNERS, LONGEST_SIGNER = 2, 16
"""So many rows at most stand between a letter and its answer: who wrote it, and from where."""


def join_answers(pieces: Sequence[Piece]) -> list[Piece]:
    """Pieces of which a letter, who signs it and its answer are one body."""
    joined = list(pieces)
    below = None  # the last paragraph of a letter
    for place, piece in enumerate(joined):
        if below is not None and place - below > SIGNERS + 1:
            below = None
        if LETTER.fullmatch(piece.text.chars):
            below = place
        elif below is not None and piece.role in (BlockRole.PARAGRAPH, BlockRole.SUBHEAD):
            between = joined[below + 1 : place]
            if ANSWER.match(piece.text.chars) and all(map(_may_sign, between)):
                joined[below + 1 : place] = map(_sign, between)
                piece = replace(piece, role=BlockRole.PARAGRAPH, tie=Tie.INSIDE, begins=0.0)
                joined[place] = piece
            if piece.role == BlockRole.PARAGRAPH:
                below = place if not between or piece.tie == Tie.INSIDE else None
    return joined


def _may_sign(piece: Piece) -> bool:
    signs = piece.role in (BlockRole.BYLINE, BlockRole.SUBHEAD, *HEADLINE) and piece.tie in (None, Tie.CLOSES)
    return signs and len(piece.text) <= LONGEST_SIGNER and not ENDS_TEXT.search(piece.text.chars)


def _sign(piece: Piece) -> Piece:
    if piece.role == BlockRole.BYLINE:
        return replace(piece, tie=Tie.CLOSES)
    return replace(piece, role=BlockRole.PARAGRAPH, tie=Tie.INSIDE, begins=0.0, rows=())
