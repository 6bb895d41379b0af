"""How well a page was cut into articles and its lines joined."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from yaowen.evaluate.ink import Spans, ink_of
from yaowen.evaluate.tally import NO_ARTICLE, Side, Sides, Tally
from yaowen.schema import BlockRole

HEADLINES = (BlockRole.TITLE, BlockRole.KICKER, BlockRole.SUBTITLE, BlockRole.SERIES, BlockRole.BYLINE)
BODY = {BlockRole.PARAGRAPH, BlockRole.SUBHEAD, BlockRole.CAPTION}
SAME_ARTICLE = 0.9
"""The share of the ink of either that two articles have in common to count as the same one."""


def score_segmentation(sides: Sides, tally: Tally) -> None:
    """B-cubed over the ink, articles that are there as a whole, and their headlines to the character."""
    gold, found = sides.gold, sides.found
    cells = Counter(
        (here, there)
        for place, (here, there) in enumerate(zip(gold.owner, found.owner, strict=True))
        if here != NO_ARTICLE or place in gold.furniture
    )
    rows, columns = Counter[int](), Counter[int]()
    for (here, there), count in cells.items():
        rows[here] += count
        columns[there] += count
    tally.count_characters(
        "segmentation.bcubed",
        cells.total(),
        sum(count * count / columns[there] for (_, there), count in cells.items()),
        sum(count * count / rows[here] for (here, _), count in cells.items()),
    )
    same = {
        here
        for here, there in sides.counterparts.items()
        if cells[here, there] >= SAME_ARTICLE * (_size(gold, here) + _size(found, there) - cells[here, there])
    }
    tally.count("segmentation.articles", len(same), len(gold.articles) - len(same), len(found.articles) - len(same))
    for here, article in enumerate(gold.articles):
        if here not in same:
            fault = "wrong boundary" if here in sides.counterparts else "missed"
            other = found.articles[sides.counterparts[here]] if here in sides.counterparts else None
            tally.note(
                "segmentation.articles",
                fault,
                article.headline.title or article.text[:30],
                (other.headline.title or other.text[:30]) if other else "",
                gold_source=article.blocks[0].source if article.blocks else (),
                found_source=other.blocks[0].source if other and other.blocks else (),
            )
    for role in HEADLINES:
        _score_headlines(sides, role, tally)


def _size(side: Side, number: int) -> int:
    return sum(end - start for start, end in side.passages[number])


def _score_headlines(sides: Sides, role: BlockRole, tally: Tally) -> None:
    name = f"segmentation.{role}"
    for here, article in enumerate(sides.gold.articles):
        there = sides.counterparts.get(here)
        wanted = _merge(_in_role(sides.gold, here, role))
        got = _merge(_in_role(sides.found, there, role)) if there is not None else ()
        if wanted or got:
            right = wanted == got
            tally.count(name, int(right), int(bool(wanted) and not right), int(bool(got) and not right))
            if not right:
                gold_source = tuple(pair for block in article.blocks if block.role == role for pair in block.source)
                found_article = sides.found.articles[there] if there is not None else None
                blocks = found_article.blocks if found_article else ()
                tally.note(
                    name,
                    "missed" if not got else "spurious" if not wanted else "wrong boundary",
                    " ".join(article.text[block.start : block.end] for block in article.blocks if block.role == role),
                    " ".join(found_article.text[block.start : block.end] for block in blocks if block.role == role)
                    if found_article
                    else "",
                    gold_source=gold_source,
                    found_source=tuple(pair for block in blocks if block.role == role for pair in block.source),
                )
    for there in range(len(sides.found.articles)):
        if there not in sides.answers and (got := _merge(_in_role(sides.found, there, role))):
            tally.count(name, spurious=1)
            article = sides.found.articles[there]
            sources = tuple(pair for block in article.blocks if block.role == role for pair in block.source)
            text = " ".join(article.text[block.start : block.end] for block in article.blocks if block.role == role)
            tally.note(name, "spurious", "", text, found_source=sources)


def _in_role(side: Side, number: int, role: BlockRole) -> Iterator[tuple[int, int]]:
    for block, spans in zip(side.articles[number].blocks, side.blocks[number], strict=True):
        if block.role == role:
            yield from spans


def _merge(spans: Iterator[tuple[int, int]]) -> Spans:
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and merged[-1][1] == start:
            merged[-1] = (merged[-1][0], end)
        else:
            merged.append((start, end))
    return tuple(merged)


def score_lines(sides: Sides, tally: Tally) -> None:
    """Rows that go on and rows that end a block, within the gold articles; and how alike the bodies read."""
    wanted, got = _read_rows(sides, sides.gold), _read_rows(sides, sides.found)
    for name, rows, read_rows in zip(("lines.joins", "lines.breaks"), wanted, got, strict=True):
        tally.count(name, len(rows & read_rows), len(rows - read_rows), len(read_rows - rows))
    joins_missed, breaks_missed = wanted[0] - got[0], wanted[1] - got[1]
    offsets = sides.gold.ink.offsets
    for place, _ in sorted(joins_missed):
        tally.note("lines.joins", "missed", "joined to the next row", "", gold_source=((offsets[place], offsets[place] + 1),))
    for (place,) in sorted(breaks_missed):
        tally.note("lines.breaks", "missed", "ends a block", "", gold_source=((offsets[place], offsets[place] + 1),))
    for here in range(len(sides.gold.articles)):
        body = list(_body(sides.gold, here))
        there = sides.counterparts.get(here)
        read = list(_body(sides.found, there)) if there is not None else []
        common = common_length(body, read)
        tally.count("lines.body", common, len(body) - common, len(read) - common)
    for other in range(len(sides.found.articles)):
        if other not in sides.answers:
            tally.count("lines.body", spurious=len(list(_body(sides.found, other))))


def _read_rows(sides: Sides, side: Side) -> tuple[set[tuple[int, ...]], set[tuple[int, ...]]]:
    """Where a reading goes on from one row to another within a block, and where a block ends."""
    rows = side.ink.rows
    if rows is None:
        raise ValueError("rows are known from the raw input only")
    joins: set[tuple[int, ...]] = set()
    breaks: set[tuple[int, ...]] = set()
    for blocks in side.blocks:
        for spans in blocks:
            for (start, end), following in pairwise((*spans, (0, 0))):
                first = rows[start]
                if rows[end - 1] != first:
                    joins.update((place, place + 1) for place in range(start, end - 1) if rows[place] != rows[place + 1])
                if following[1] and rows[end - 1] != rows[following[0]]:
                    joins.add((end - 1, following[0]))
            if spans:
                breaks.add((spans[-1][1] - 1,))
    owner = sides.gold.owner
    return (
        {place for place in joins if owner[place[0]] != NO_ARTICLE},
        {place for place in breaks if owner[place[0]] != NO_ARTICLE},
    )


def _body(side: Side, number: int) -> Iterator[int]:
    for block, spans in zip(side.articles[number].blocks, side.blocks[number], strict=True):
        if block.role in BODY:
            yield from ink_of(spans)


def common_length(left: Sequence[int], right: Sequence[int]) -> int:
    """The length of the longest common subsequence of two orders of distinct places (Hunt and Szymanski 1977)."""
    if left == right:
        return len(left)
    position = {place: index for index, place in enumerate(left)}
    ends: list[int] = []
    for place in right:
        if (index := position.get(place)) is not None:
            if not ends or index > ends[-1]:
                ends.append(index)
            else:
                ends[bisect_left(ends, index)] = index
    return len(ends)
