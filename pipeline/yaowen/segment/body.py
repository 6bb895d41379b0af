"""What one article says, and the lines that stand over it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from yaowen.credits import CREDIT_ALONE
from yaowen.markup import BRIEF_MARKS
from yaowen.schema import BlockRole
from yaowen.segment.bigrams import Wording
from yaowen.segment.pieces import Piece, Tie
from yaowen.segment.row_words import ASKS, HEADLINE, is_label
from yaowen.segment.topics import READ, Side, load_topics

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Numbers = NDArray[Any]

TIPS = re.compile(r"提醒|提示|须知|贴士|常识|知识|资料")
"""What marks part below this label is one text: 防汛小贴士⏎●雷雨天气不要在树下避雨。"""
MARK = re.compile(rf"[{BRIEF_MARKS}]\s*")
"""What opens a brief, or a paragraph of a list."""

GOES_ON = 0.1
"""（上接第1版） that begins an article less likely than this stands below the headline of its own."""


@dataclass
class Body:
    """The pieces of an article in their order, and the headline lines that were found to be its own."""

    pieces: list[Piece] = field(default_factory=list)
    heads: list[Piece] = field(default_factory=list)

    @cached_property
    def says(self) -> Wording:
        """What it says; asked for when its pieces are complete."""
        return Wording.of("".join(piece.text.chars for piece in self.pieces))

    @cached_property
    def about(self) -> Numbers:
        """What it is about [unit], where it opens; asked for when its pieces are complete."""
        return load_topics()("".join(piece.text.chars for piece in self.pieces)[:READ], Side.BODY)

    @cached_property
    def is_notice(self) -> bool:
        """Whether it asks something of its readers, or tells them formally."""
        return any(ASKS.search(piece.text.chars) for piece in self.pieces)

    @property
    def is_signed(self) -> bool:
        """Whether it names its author in the row that opens it: 本报讯（记者卓然）."""
        return any(piece.role == BlockRole.BYLINE for piece in self.pieces)

    @property
    def is_marked(self) -> bool:
        """Whether a mark opens it, as it does briefs that stand together with no headlines of their own: ●3月2日，…"""
        return bool(self.pieces) and MARK.match(self.pieces[0].text.chars) is not None

    @property
    def goes_on(self) -> bool:
        """Whether it goes on from another page, where its headline stands: （上接第1版）."""
        return bool(self.pieces) and self.pieces[0].role == BlockRole.JUMP

    def part_briefs(self) -> Iterator[Body]:
        """Each brief for itself where a mark opens each paragraph and no title stands over them; the first has their label."""
        opens = [place for place, piece in enumerate(self.pieces) if MARK.match(piece.text.chars)]
        roles = Counter(piece.role for piece in self.pieces)
        briefs = {*roles} <= {BlockRole.BYLINE, BlockRole.PARAGRAPH} and roles[BlockRole.PARAGRAPH] == len(opens)
        labels = all(is_label(head.text.chars) and not TIPS.search(head.text.chars) for head in self.heads)
        if len(opens) < 2 or opens[0] or not briefs or not labels:
            yield self
            return
        for start, end in pairwise([*opens, len(self.pieces)]):
            yield Body(self.pieces[start:end], self.heads if start == 0 else [])

    @property
    def is_caption(self) -> bool:
        """Whether it is a picture's caption and nothing else."""
        return bool(self.pieces) and all(piece.role == BlockRole.CAPTION for piece in self.pieces)


def is_head(piece: Piece) -> bool:
    """Whether a piece may be a line of a headline: subheads look like one, and names of authors stand below it."""
    if piece.role == BlockRole.BYLINE:
        return piece.tie not in (Tie.OPENS, Tie.CLOSES)
    return piece.role in HEADLINE or (piece.role == BlockRole.SUBHEAD and piece.tie != Tie.INSIDE)


def surely_begins(piece: Piece, last: Piece, *, opens: bool) -> bool | None:
    """Whether a piece begins a body, where its kind and that of the last one say; `opens` is whether that one did."""
    if piece.tie == Tie.INSIDE:
        return False
    if piece.role == BlockRole.CAPTION or last.role == BlockRole.CAPTION:
        # Who took a picture may stand on a row of its own below what it shows.
        return piece.role != last.role or not CREDIT_ALONE.fullmatch(piece.text.chars)
    if piece.tie == Tie.CLOSES:
        return False
    if last.role == BlockRole.JUMP and not opens:
        return True
    if piece.role == BlockRole.JUMP:
        return "接" in piece.text.chars and piece.begins > GOES_ON
    if last.tie == Tie.OPENS or last.role == BlockRole.JUMP:
        return False
    return True if piece.tie == Tie.OPENS else None
