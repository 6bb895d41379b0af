"""Brackets and quotation marks of mentions: both halves or neither."""

from __future__ import annotations

import re

from yaowen.page import Clipping
from yaowen.schema import Label, Mention

BRACKET = "（("
QUOTE = "“"
TITLE = "《"
PAIRS = ((BRACKET, "）)"), (QUOTE, "”"), (TITLE, "》"))
ON_WHOM = re.compile("[—－-]记(?!者)..")
"""How a subtitle says on whom its story is: ——记石桥村支书."""


def mend_marks(clipping: Clipping, mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """Mentions with both halves of their brackets and quotation marks, or with neither, and without the 记 of ——记石桥村.

    Marks round the whole of a name are none of it.
    """
    kept: list[Mention] = []
    for mention in mentions:
        chars, start, end = clipping.text.chars, mention.start, mention.end
        for opening, closing in PAIRS:
            opens, closes = (sum(map(mention.text.count, marks)) for marks in (opening, closing))
            free = not kept or kept[-1].end < start
            if closes == opens + 1 and start and chars[start - 1] in opening and free:
                start -= 1
                if opening == BRACKET and kept and kept[-1].end == start and kept[-1].label in {Label.PLACE, Label.ORG}:
                    start = kept.pop().start  # 中国 + 云岭）自由贸易试验区 is one name
            elif (
                opens == closes + 1
                and chars[end : end + 1] in {*closing}
                and not (opening in (QUOTE, TITLE) and chars[start] == opening)
            ):
                end += 1
            elif opens == closes + 1 and chars[start] in opening and end - start > 1:
                start += 1
            elif closes == opens + 1 and chars[end - 1] in closing and end - start > 1:
                end -= 1
        if ON_WHOM.match(chars, max(start - 1, 0), end):
            start += 1
        kept.append(
            mention if (start, end) == (mention.start, mention.end) else Mention.at(clipping.text, start, end, mention.label)
        )
    return tuple(kept)
