"""Spaces that only the layout put there, taken out."""

from __future__ import annotations

import re

from yaowen.text import NOWHERE, Text

LATIN = "A-Za-z\u00c0-\u024f"
PADDING = re.compile(rf"(?<![{LATIN}.,;:!?])\s+|\s+(?![{LATIN}(])")
SPACE = re.compile(r"\s")
# 10 月 12 日: only Chinese characters and digits that a space parts, none of them letter-spaced.
PADDED_DIGIT = re.compile(r"(?<=[^\s\x00-\x7f])[ \xa0]+(?=[0-9０-９])|(?<=[0-9０-９%％])[ \xa0]+(?=[^\s\x00-\x7f])")
AROUND_MARKS = re.compile(r"\s+(?=[，。、；：！？”’）》」』】])|(?<=[，。、；：！？“‘（《「『【])\s+")
SINGLE_NAME = re.compile(r"(?<![一-鿿])(?P<surname>[一-鿿])\s+(?=[一-鿿](?![一-鿿]))")
BEFORE_NAME = re.compile(r"(?<=[讯电息者员])\s+(?=[（(]?\S+\s*[）)摄文]?$)|\s+(?=[（(])|(?<=[□■◎●])\s+")


def close_up(text: Text) -> Text:
    """Running text: only the spaces between Latin words stay."""
    return text.strip().without(PADDING) if SPACE.search(text.chars) else text


def close_up_headline(text: Text) -> Text:
    """A headline: letter spacing and padding go, the spaces between parallel clauses stay."""
    text = text.strip()
    if not SPACE.search(text.chars):
        return text
    words = text.chars.split()
    # 全 市 巩 固 拓 展: most of what the spaces part is single characters.
    if sum(len(word) == 1 for word in words) > 0.6 * len(words) > 1.2:
        return close_up(text)
    return text.without(AROUND_MARKS).without(PADDED_DIGIT) if text.offsets[0] != NOWHERE else text


def close_up_byline(text: Text) -> Text:
    """A byline: 本报记者 张 琦 loses its spaces, a list of names keeps them."""
    return text.strip().without(SINGLE_NAME_SPACE).without(BEFORE_NAME).strip()


SINGLE_NAME_SPACE = re.compile(
    r"(?<=(?<![一-鿿])[一-鿿])\s+(?=[一-鿿](?![一-鿿]))|(?<=[者员])\s+(?=[一-鿿]\s+[一-鿿](?![一-鿿]))"
)
