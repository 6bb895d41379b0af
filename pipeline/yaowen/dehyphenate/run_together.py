"""Rows of a text layer on which an extractor wrote what stands on two: a headline and who wrote the report, or the report."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from yaowen.datelines import SURE
from yaowen.rows import Row

WHO = "(?:(?:本[报刊]|[一-鿿]{2,4}报)[一-鿿]{0,4}?|首席|见习|实习|特约|特派|摄影)?(?:记者|评论员|通讯员|实习生)"
NAME = "(?![走在带说探看问眼])(?:[一-鿿]{2,3}|[一-鿿][ \u3000][一-鿿])(?![一-鿿])"
"""记者走基层 is the name of a series."""
DONE = "文[/／]?[图摄]|图[/／]?文|(?:摄影)?报道|采写|整理"
AUTHORS = rf"{WHO}[ \u3000]*{NAME}(?:[ \u3000、]+(?:{WHO}[ \u3000]*)?{NAME}){{0,4}}+(?:[ \u3000]*(?:{DONE}))?+"
BYLINES = (
    AUTHORS,
    "本[报刊](?:特约|首席)?评论员",
    rf"[（(][ \u3000]*{AUTHORS}[ \u3000]*[）)]",
    rf"[□■◎●][ \u3000]*(?:{AUTHORS}|{NAME}(?:[ \u3000、]+{NAME}){{0,4}}+)",
)
NO_HEADLINE = "记者|通讯员|实习生|编辑|责编|校对|[摄版图]"
BELOW = re.compile(
    rf"(?P<upper>(?:(?!{NO_HEADLINE})[^，。；：（）()□■◎●▲]){{4,40}}(?<![ \u3000、]))[ \u3000]+(?P<lower>{'|'.join(BYLINES)})"
)
"""Authors on the row of a headline: 加固工程完工 本报记者 卓然, 加固工程完工 □ 卓然."""
ABOVE = re.compile(rf"(?P<upper>{AUTHORS})[ \u3000]+(?!发自|{WHO})(?P<lower>[^ \u3000，。；]{{5,}}+.*)")
"""Authors at the end of a report, and the headline of the next: 本报记者 卓然 全市春季植树完成过半."""
OVER_REPORT = re.compile(rf"(?P<upper>[^，。；：（）()\u3000]{{4,40}})\u3000{{2}}(?P<lower>{SURE}[ \u3000]*[（(].*)")
"""A report that is set in behind its headline: 加固工程完工　　本报讯（记者卓然）昨日."""
TWO = (BELOW, ABOVE, OVER_REPORT)
LONGEST = 60


def part_rows(rows: Sequence[Row]) -> Iterator[Row]:
    """The rows, those on which a headline has authors or its report beside it as two."""
    for row in rows:
        chars = row.text.chars
        parted = next(filter(None, (two.fullmatch(chars) for two in TWO)), None) if len(chars) <= LONGEST else None
        if parted is None:
            yield row
            continue
        yield replace(row, text=row.text[slice(*parted.span("upper"))])
        yield replace(row, text=row.text[slice(*parted.span("lower"))], gap=False, indent=0.0, marks=None, set_in=False)
