"""Rows that belong together are put together, with what stood between their words and without what parts a word."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from yaowen.page import SOFT_HYPHEN
from yaowen.text import Text

LATIN_END = re.compile(r"[A-Za-z,.;:]$")
LATIN_START = re.compile(r"[A-Za-z]")
# 卓然 石小满 温立达⏎骆行舟 涂小青: two rows of one list of names.
NAMES = re.compile(r"[一-鿿·]{2,3}(?:[ \u3000]{1,4}[一-鿿·]{2,3})*$")

LOWER = "a-z\u00df-\u00f6\u00f8-\u00ff"
# multi-⏎modal is one word. The hyphens of COVID-⏎19, 5G-⏎A, T-⏎shirt, state-of-the-⏎art and www.a-⏎b.com belong to it.
CUT_WORD = re.compile(rf"(?<![A-Za-z0-9\u00c0-\u024f./@:&=?#%_-])[A-Z{LOWER}][A-Z{LOWER}]*[{LOWER}](?P<hyphen>[-\u2010\xad])$")
REST_OF_WORD = re.compile(rf"[{LOWER}]{{2,}}+(?![A-Z0-9]|[-./@:&=?#%_][A-Za-z0-9])")
LONGEST_WORD = 60
# 2.5G-⏎A, 5-⏎HT, Moun-⏎tain: no row ends so but in the middle of a word.
WITHIN_WORD = re.compile(r"[A-Za-z0-9][-\u2010\xad]$")


def goes_on(upper: Text, lower: Text) -> bool:
    """Whether a hyphen says that the second row ends the word with which the first one ends."""
    return WITHIN_WORD.search(upper.chars) is not None and re.match("[A-Za-z0-9]", lower.chars) is not None


def join_rows(rows: Sequence[Text]) -> Text:
    """The rows as one text. The hyphen of a Latin word that a row end cut in two becomes a soft one."""
    pieces = [rows[0]]
    for upper, lower in pairwise(rows):
        # Two Latin words that a row end parts need the space that stood there, and so do two names of a list.
        words = LATIN_END.search(upper.chars) and LATIN_START.match(lower.chars)
        if words or (" " in upper.chars and NAMES.match(upper.chars) and NAMES.match(lower.chars)):
            pieces.append(Text.inserted(" "))
        elif CUT_WORD.search(upper.chars[-LONGEST_WORD:]) and REST_OF_WORD.match(lower.chars):
            pieces[-1] = pieces[-1][:-1] + Text(SOFT_HYPHEN, upper.offsets[-1:])
        pieces.append(lower)
    return Text.join("", pieces)
