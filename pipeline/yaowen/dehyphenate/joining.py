"""Rows that belong together are put together, with what stood between their words and without what parts a word."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from yaowen.numerals import COUNT, read_count
from yaowen.page import SOFT_HYPHEN
from yaowen.rows import is_over_speech
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

ITEM = re.compile(rf"[（(]?(?P<number>\d{{1,2}}|[{COUNT}]{{1,3}}|[①-⑳])(?:[）)]|(?<![①-⑳])[、．]|(?<=\d)\.(?!\d)|(?<=[①-⑳]))")
ARTICLE_OF_LAW = re.compile(rf"第[{COUNT}百]{{1,6}}条[ \u3000](?!规定|的|之|款|第)")
ADDRESSED = re.compile(
    r"(?=.{3,14}$)[一-鿿]{1,8}(?:同志|先生|女士|老师|朋友|律师|编辑|读者|代表|委员)们?[：:]|(?:编辑|同志们)[：:]"
)
"""Whom a letter or an answer is for, on a row of its own: 编辑同志：."""
TURN = re.compile(r"(?:问|答|@?[一-鿿·]{2,8})[：:](?!“)")
"""Who speaks, as he takes his turn in an interview: 记者：…？⏎卓然：…"""
ENDED = re.compile(r"[。！？…][”’」』）)]*$")
SPOKEN = re.compile(r"[。！？…][”’」]$")
SAID_BEFORE = re.compile(
    r"[^，。“”！？：；]{1,24}(?:说道?|告诉(?:记者|大家)|表示|介绍|回忆|感叹道?|感慨道?|坦言|笑道)。|这是[^，。“”！？：；]{1,16}话。"
)
"""Ends what was said before it; no paragraph opens with that: “…就能看上病。”⏎村民涂小青说。"""


def begins_anew(first: str, upper: str, lower: str) -> bool:
    """Whether a row begins a paragraph by its words: a letter, or what follows in kind on the row `first` that began
    the last one, be it the next item of a list, the next turn of an interview or somebody speaking below a headline.
    """
    if ADDRESSED.fullmatch(lower) or (upper[-1:] in "》。：；" and ARTICLE_OF_LAW.match(lower)):
        return True
    if first == upper and ADDRESSED.fullmatch(upper):
        return True
    if ENDED.search(upper) and TURN.match(first) and TURN.match(lower):
        return True
    if first == upper and is_over_speech(upper, lower):
        return True  # a headline over a text that opens with somebody speaking: 石桥昨天通车⏎“娃上学近多了！”…
    item, following = _read_item(first), _read_item(lower)
    return item is not None and following is not None and following == item + 1


def _read_item(row: str) -> int | None:
    """The number with which a row opens as the items of lists do: 二、, （二）, 2., ②."""
    if not (item := ITEM.match(row)):
        return None
    written = item["number"]
    if "①" <= written <= "⑳":
        return ord(written) - ord("①") + 1
    return int(written) if written.isdecimal() else read_count(written)


def tells_who_spoke(upper: str, following: str) -> bool:
    """Whether the rows behind a quotation say whose it was."""
    return SPOKEN.search(upper) is not None and SAID_BEFORE.match(following) is not None


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
