"""Poems: rows that end where the verse does, wherever the column would."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import mean

from yaowen.page import Look
from yaowen.row_features import CLOSING, COUPLET, SENTENCE_END
from yaowen.rows import Row, measure
from yaowen.schema import BlockRole

FEWEST = 8
"""So many verses has a poem."""
FEW, BARE = 4, re.compile(r"[一-鿿·—]{2,14}")
"""So many have one whose verses close up and no mark parts: 雨落下来⏎像谁的脚步."""
LONGEST, SHORTEST = 20, 2
"""Characters of a verse."""
READ = 0.4
"""So likely at least is a verse to be part of a paragraph, taken all together."""
READ_BARE = 0.3
"""So likely is one of a poem that has more bare rows close together than a headline."""
LONGEST_STACK = 5
FAINT = 0.08
"""So likely at least is each: a verse by itself may read like a headline."""
FREE = 0.55
"""Of a poem's rows at least so many end before the column does, and with no full stop."""
COLUMN = 0.45
"""More of a column's rows are as wide as the next."""
RUNS_ON = re.compile(r"[。！？][”’」』]?[^\s”’」』]")
"""A row that goes on behind the end of a sentence is one of a column."""
REGULAR = 16
COUPLETS = 2
"""So many rows of an old form are a poem."""
POEMS = re.compile(r"[^，。；]{1,14}[（(](?:组诗|外[一二三四五]首|[二三四五六七八九十两]首|诗歌?)[）)]")
"""Over poems: 石桥（外一首）."""
POET = re.compile(r"[一-鿿]{2,4}|[一-鿿](?: [一-鿿]){1,3}")
SPREAD = re.compile(r"[一-鿿](?:[ \u3000]+[一-鿿]){1,7}")
TITLED, PROSE = 3, 12
"""So many verses at least are those of a title, and no verse below one is so wide."""
WORD = 4
"""A verse of so few characters tells nothing by its looks."""
WORDS_ONLY = re.compile(r"[一-鿿，、；：。！？…“”‘’《》—·\s]+")
NO_VERSE = re.compile(
    r"记\s*者|通\s*讯\s*员|责任?编|[（(]|^[\W_]*[•·●▪◆■□▶▲]|[一-鿿]{1,3}[ \u3000]+[一-鿿]{1,3}(?:[ \u3000]+[一-鿿]{1,3})+$"
)


def find_verses(rows: Sequence[Row], looks: Sequence[Look], *, read: bool = False) -> frozenset[int]:
    """The places of rows that are verses: short ones of all sizes that stop in no sentence's end, many together.

    Where rows are `read`, as by OCR, fewer do that stand close together and have no marks at all.
    """
    found: set[int] = set()
    likely = [look.roles.get(BlockRole.PARAGRAPH, 0.0) for look in looks]
    for start, end in _runs([COUPLET.fullmatch(row.text.chars) is not None for row in rows], COUPLETS):
        found.update(range(start, end))
    wanted: list[bool] = []
    for row, share in zip(rows, likely, strict=True):
        goes_on = bool(wanted) and wanted[-1] and not row.gap and len(row.text) <= WORD
        wanted.append((share >= FAINT or goes_on) and _may_be_verse(row))
    for start, end in _runs(wanted, FEWEST):
        run = rows[start:end]
        if mean(likely[start:end]) >= READ and (_is_free(run) or _is_regular(run)):
            found.update(range(start, end))
    bare = [want and read and BARE.fullmatch(row.text.chars) is not None for want, row in zip(wanted, rows, strict=True)]
    for start, end in _runs(bare, FEW):
        read_so = READ_BARE if end - start > LONGEST_STACK else READ
        if mean(likely[start:end]) >= read_so and not any(row.gap for row in rows[start + 1 : end]):
            found.update(range(start, end))
    found.update(_find_titled(rows))
    return frozenset(found)


def _find_titled(rows: Sequence[Row]) -> Iterator[int]:
    """The places of verses below 石桥（外一首） and its author, however few: up to the next title with its author below it."""
    for title, row in enumerate(rows):
        if len(row.text) > LONGEST or not POEMS.fullmatch(row.text.chars):
            continue
        start = title + 1
        start += start < len(rows) and POET.fullmatch(rows[start].text.chars) is not None
        end = start
        while (
            end < len(rows)
            and (_may_be_verse(rows[end]) or _is_name_of_poem(rows[end]))
            and not _begins_prose(rows[end : end + 3])
        ):
            end += 1
        if end - start >= TITLED:
            yield from range(start, end)


def _is_name_of_poem(row: Row) -> bool:
    return row.gap and SPREAD.fullmatch(row.text.chars) is not None


def _begins_prose(rows: Sequence[Row]) -> bool:
    """Whether a title with its author stands here over a text that is wider than verses are."""
    texts = [row.text.chars for row in rows]
    return len(texts) > 2 and rows[0].gap and POET.fullmatch(texts[1]) is not None and measure(texts[2]) > PROSE


def _is_free(run: Sequence[Row]) -> bool:
    """Whether rows are of all sizes, as those of a column are not, and stop where no sentence does."""
    widths = [measure(row.text.chars) for row in run]
    ends = [row.text.chars.rstrip(CLOSING)[-1:] in SENTENCE_END for row in run]
    free = sum(width < max(widths) - 1 and not ended for width, ended in zip(widths, ends, strict=True))
    alike = sum(abs(upper - lower) <= 1 for upper, lower in pairwise(widths))
    runs_on = any(RUNS_ON.search(row.text.chars) for row in run)
    return free >= FREE * len(run) and alike <= COLUMN * len(run) and not runs_on


def _is_regular(run: Sequence[Row]) -> bool:
    """Whether each row is a clause or two, and as long as the one above or as every other: 春到江南雨似烟，."""
    return all(row.text.chars[-1] in "，。；？！、：" for row in run) and max(measure(row.text.chars) for row in run) <= REGULAR


def _may_be_verse(row: Row) -> bool:
    chars = row.text.chars
    return (
        not row.marks
        and SHORTEST <= measure(chars) <= LONGEST
        and WORDS_ONLY.fullmatch(chars) is not None
        and NO_VERSE.search(chars) is None
    )


def _runs(wanted: Sequence[bool], fewest: int) -> Iterator[tuple[int, int]]:
    start = 0
    for end in range(len(wanted) + 1):
        if end == len(wanted) or not wanted[end]:
            if end - start >= fewest:
                yield start, end
            start = end + 1
