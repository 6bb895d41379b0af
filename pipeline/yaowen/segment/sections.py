"""Headings of the parts of one article: numbered, in rows of their own (01⏎抓产业) or not, or right below a jump line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from yaowen.imprints import PART_NUMBER
from yaowen.jumps import JUMP_FROM
from yaowen.numerals import COUNT, read_count
from yaowen.segment.row_words import FINISHED

LONGEST = 40
FEWEST = 2
"""Parts that an article has at least: a lone 07 is the number of a page."""

COUNTED = re.compile(rf"(?P<number>[{COUNT}]{{1,3}})、[^，。；：:！？]{{2,{LONGEST}}}")
"""A heading that is counted: 一、水利工程."""


def find_counted(rows: Sequence[str]) -> frozenset[int]:
    """The places of headings that are counted from 一、 on, each over a longer row."""
    found: set[int] = set()
    run: list[int] = []
    for place, (row, text) in enumerate(pairwise(rows)):
        heading = COUNTED.fullmatch(row[: 2 * LONGEST])
        if heading and len(text) > len(row):
            number = read_count(heading["number"])
            run = run if number == len(run) + 1 else []
            if number == len(run) + 1:
                run.append(place)
            if len(run) >= FEWEST:
                found.update(run[-FEWEST:])
    return frozenset(found)


def find_sections(rows: Sequence[str]) -> frozenset[int]:
    """The places of headings below 01, 02 and so on, each with the longer row of its text below it."""
    found: list[int] = []
    for place, row in enumerate(rows):
        counted = PART_NUMBER.fullmatch(row)
        if not counted or not place or int(counted["number"]) != len(found) + 1 or place + 2 >= len(rows):
            continue
        heading, text = rows[place + 1 : place + 3]
        if len(heading) <= LONGEST and not FINISHED.search(heading) and len(text) > len(heading):
            found.append(place + 1)
    return frozenset(found) if len(found) >= FEWEST else frozenset()


def find_behind_jump(rows: Sequence[str]) -> frozenset[int]:
    """The places of headings right below （上接第1版）, over a longer text: what goes on here goes on with its next part."""
    return frozenset(
        place
        for place, (jump, heading, text) in enumerate(zip(rows, rows[1:], rows[2:], strict=False), start=1)
        if len(jump) <= LONGEST
        and JUMP_FROM.fullmatch(jump)
        and len(heading) <= LONGEST / 2
        and not FINISHED.search(heading)
        and len(text) > LONGEST
    )
