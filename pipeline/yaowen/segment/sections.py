"""Headings of the parts of one article that are numbered: in rows of their own (01⏎抓产业) or behind a word (镜头一 老街)."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from yaowen.imprints import PART_NUMBER
from yaowen.numerals import COUNT, read_count
from yaowen.segment.row_words import FINISHED, JUMP_FROM

SHORTEST, LONGEST = 4, 40
FEWEST = 2
"""Parts that an article has at least: a lone 07 is the number of a page."""
COUNTED = re.compile(rf"(?P<word>(?!星期)[一-鿿]{{2,3}})(?P<number>[{COUNT}])(?:[\s:：·丨|](?P<said>.*))?")


def find_counted(rows: Sequence[str]) -> frozenset[int]:
    """The places of headings that count one word (镜头一, 镜头二：老街的早晨), and of the rest of each in the row below."""
    counted: defaultdict[str, list[int]] = defaultdict(list)
    for place, row in enumerate(rows):
        heading = COUNTED.fullmatch(row) if place and len(row) <= LONGEST and not FINISHED.search(row) else None
        if heading and read_count(heading["number"]) == len(counted[heading["word"]]) + 1:
            counted[heading["word"]].append(place)
    found = {place for places in counted.values() if len(places) >= FEWEST for place in places}
    for place in sorted(found):
        label, below, text = (rows[near] if near < len(rows) else "" for near in range(place, place + 3))
        if len(label) <= SHORTEST and len(below) <= LONGEST and not FINISHED.search(below) and len(text) > LONGEST:
            found.add(place + 1)
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
