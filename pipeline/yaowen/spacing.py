"""Spaces that only the layout put there, taken out."""

from __future__ import annotations

import re

from yaowen.text import Text

PADDING = re.compile(r"(?<![A-Za-z.,;:!?])\s+|\s+(?![A-Za-z(])")
# 全 市 巩 固: every character stands alone, at least three of them.
LETTER_SPACED = re.compile(r"(?<!\S)\S(?:[ \xa0\u3000]{1,4}\S){2,}(?!\S)")
SPACE = re.compile(r"\s+")
PADDED_DIGITS = re.compile(r"(?<=[^\sA-Za-z0-9])\s+(?=[0-9０-９])|(?<=[0-9０-９%％])\s+(?=[^\sA-Za-z0-9])")


def close_up(text: Text) -> Text:
    """Running text: only the spaces between Latin words stay."""
    return text.strip().without(PADDING) if SPACE.search(text.chars) else text


def close_up_headline(text: Text) -> Text:
    """A headline: letter spacing goes, the spaces between parallel clauses stay."""
    text = text.strip()
    if not SPACE.search(text.chars):
        return text
    singles = sum(len(piece) == 1 for piece in text.chars.split())
    if singles >= 3 and singles > 0.6 * len(text.chars.split()):
        return close_up(text)
    return text
