"""Chinese numerals below a hundred, with which pages, days and the items of lists are counted: 三, 十二, 二十三."""

from __future__ import annotations

import re

COUNT = "一二三四五六七八九十"
"""What such a numeral is written with."""
NUMERAL = re.compile(r"(?P<tens>[一二三四五六七八九]?)十(?P<ones>[一二三四五六七八九]?)|(?P<one>[一二三四五六七八九])")


def read_count(written: str) -> int | None:
    """The number that a numeral stands for; None for what is no number: 一二, or 十十, as a program for OCR reads twice."""
    if not (numeral := NUMERAL.fullmatch(written)):
        return None
    if one := numeral["one"]:
        return COUNT.index(one) + 1
    tens, ones = numeral["tens"], numeral["ones"]
    return 10 * (COUNT.index(tens) + 1 if tens else 1) + (COUNT.index(ones) + 1 if ones else 0)
