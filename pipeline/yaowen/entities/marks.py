"""Brackets and quotation marks of mentions: both halves or neither."""

from __future__ import annotations

import re

from yaowen.page import Clipping
from yaowen.schema import Label, Mention

BRACKET = "（("
QUOTE = "“"
TITLE = "《"
PAIRS = ((BRACKET, "）)"), (QUOTE, "”"), (TITLE, "》"))
NAMED = {Label.PLACE, Label.ORG}
ON_WHOM = re.compile("[—－-]记(?!者)..")
"""How a subtitle says on whom its story is: ——记石桥村支书."""


def mend_marks(clipping: Clipping, mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """Mentions with both halves of their brackets and quotation marks, or with neither, and without the 记 of ——记石桥村.

    Marks round the whole of a name are none of it.
    """
    kept: list[Mention] = []
    chars = clipping.text.chars
    for mention in mentions:
        start, end = mention.start, mention.end
        for opening, closing in PAIRS:
            opens, closes = (sum(map(mention.text.count, marks)) for marks in (opening, closing))
            if closes == opens + 1:
                start, end = _open(chars, start, end, (opening, closing), kept[-1].end if kept else 0)
            elif opens == closes + 1:
                start, end = _close(chars, start, end, (opening, closing))
        if start < mention.start and chars[start] in BRACKET and kept and kept[-1].end == start and kept[-1].label in NAMED:
            start = kept.pop().start  # 中国 + 云岭）自由贸易试验区 is one name
        start += ON_WHOM.match(chars, max(start - 1, 0), end) is not None
        same = (start, end) == (mention.start, mention.end)
        kept.append(mention if same else Mention.at(clipping.text, start, end, mention.label))
    return tuple(kept)


def _open(chars: str, start: int, end: int, pair: tuple[str, str], taken: int) -> tuple[int, int]:
    """A mention that lacks the first half, with it where it stands before it and is free, or without the second at its end."""
    if taken < start and chars[start - 1] in pair[0]:
        return start - 1, end
    return start, end - (chars[end - 1] in pair[1] and end - start > 1)


def _close(chars: str, start: int, end: int, pair: tuple[str, str]) -> tuple[int, int]:
    """A mention that lacks the second half, with it where it follows, or without the first at its beginning."""
    whole = pair[0] in (QUOTE, TITLE) and chars[start] == pair[0]
    if chars[end : end + 1] in {*pair[1]} and not whole:
        return start, end + 1
    return start + (chars[start] in pair[0] and end - start > 1), end
