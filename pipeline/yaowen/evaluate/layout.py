"""How well a page was cut into articles and its lines joined."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from yaowen.evaluate.ink import Spans, ink_of
from yaowen.evaluate.tally import NO_ARTICLE, Fault, Side, Sides, Tally
from yaowen.schema import Article, BlockRole
from yaowen.text import Source

HEADLINES = (BlockRole.TITLE, BlockRole.KICKER, BlockRole.SUBTITLE, BlockRole.SERIES, BlockRole.BYLINE)
BODY = {BlockRole.PARAGRAPH, BlockRole.SUBHEAD, BlockRole.CAPTION}
SAME_ARTICLE = 0.9
"""The share of the ink of either that two articles have in common to count as the same one."""


def score_segmentation(sides: Sides, tally: Tally) -> None:
    """B-cubed over the ink, articles that are there as a whole, their headlines to the character, and furniture."""
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
    _score_articles(sides, cells, tally)
    for role in HEADLINES:
        _score_headlines(sides, role, tally)
    furniture = cells[NO_ARTICLE, NO_ARTICLE], rows[NO_ARTICLE], columns[NO_ARTICLE]
    tally.count_common("segmentation.furniture", *furniture)


def _score_articles(sides: Sides, cells: Counter[tuple[int, int]], tally: Tally) -> None:
    gold, found = sides.gold, sides.found
    same = {
        here
        for here, there in sides.counterparts.items()
        if cells[here, there] >= SAME_ARTICLE * (_size(gold, here) + _size(found, there) - cells[here, there])
    }
    tally.count_common("segmentation.articles", len(same), len(gold.articles), len(found.articles))
    for here in sorted(set(range(len(gold.articles))) - same):
        name, there = _name(gold.articles[here]), sides.counterparts.get(here)
        if there is None:
            tally.note("segmentation.articles", Fault.MISSED, name, "", gold_source=_top(gold.articles[here]))
            continue
        lost, added = _differences(sides, here, there)
        other = _name(found.articles[there])
        tally.note("segmentation.articles", Fault.BOUNDARY, name, other, gold_source=lost, found_source=added)
    for there in sorted(set(range(len(found.articles))) - set(sides.answers)):
        article = found.articles[there]
        tally.note("segmentation.articles", Fault.SPURIOUS, "", _name(article), found_source=_top(article))


def _differences(sides: Sides, here: int, there: int) -> tuple[Source, Source]:
    """What of a gold article its counterpart has not, and what it has too much."""
    wanted, read = set(ink_of(sides.gold.passages[here])), set(ink_of(sides.found.passages[there]))
    lost, added = (_merge((place, place + 1) for place in part) for part in (wanted - read, read - wanted))
    return sides.gold.ink.source(lost), sides.gold.ink.source(added)


def _size(side: Side, number: int) -> int:
    return sum(end - start for start, end in side.passages[number])


def _name(article: Article) -> str:
    return article.headline.title or article.text[:30]


def _top(article: Article) -> Source:
    return article.blocks[0].source if article.blocks else ()


class Lines(NamedTuple):
    """The lines of an article that have one role."""

    text: str = ""
    source: Source = ()
    spans: Spans = ()

    @classmethod
    def of(cls, side: Side, number: int | None, role: BlockRole) -> Lines:
        """Those of an article, if there is one."""
        if number is None:
            return cls()
        article = side.articles[number]
        blocks = [
            (block, spans) for block, spans in zip(article.blocks, side.blocks[number], strict=True) if block.role == role
        ]
        return cls(
            " ".join(article.text[block.start : block.end] for block, _ in blocks),
            tuple(pair for block, _ in blocks for pair in block.source),
            _merge(span for _, spans in blocks for span in spans),
        )


def _merge(spans: Iterable[tuple[int, int]]) -> Spans:
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and merged[-1][1] == start:
            merged[-1] = (merged[-1][0], end)
        else:
            merged.append((start, end))
    return tuple(merged)


def _score_headlines(sides: Sides, role: BlockRole, tally: Tally) -> None:
    """The lines of a role are right where the article's counterpart has the same ink in that role, no more and no less."""
    pairs: list[tuple[int | None, int | None]] = [
        (here, sides.counterparts.get(here)) for here in range(len(sides.gold.articles))
    ]
    pairs += [(None, there) for there in range(len(sides.found.articles)) if there not in sides.answers]
    name = f"segmentation.{role}"
    for here, there in pairs:
        gold, found = Lines.of(sides.gold, here, role), Lines.of(sides.found, there, role)
        if gold.spans == found.spans:
            tally.count(name, int(bool(gold.spans)))
            continue
        tally.count(name, 0, int(bool(gold.spans)), int(bool(found.spans)))
        fault = Fault.MISSED if not found.spans else Fault.SPURIOUS if not gold.spans else Fault.BOUNDARY
        tally.note(name, fault, gold.text, found.text, gold_source=gold.source, found_source=found.source)


def score_lines(sides: Sides, tally: Tally) -> None:
    """Rows that go on and rows that end a block, within the gold articles; and how alike the bodies read."""
    gold, found = _read_rows(sides, sides.gold), _read_rows(sides, sides.found)
    for name, wanted, read, says in zip(("joins", "breaks"), gold, found, ("the row goes on", "a block ends"), strict=True):
        tally.count_common(f"lines.{name}", len(wanted & read), len(wanted), len(read))
        for place in sorted(wanted - read):
            tally.note(f"lines.{name}", Fault.MISSED, says, "", gold_source=_mark(sides, place))
        for place in sorted(read - wanted):
            tally.note(f"lines.{name}", Fault.SPURIOUS, "", says, found_source=_mark(sides, place))
    _score_bodies(sides, tally)


def _mark(sides: Sides, places: tuple[int, ...]) -> Source:
    return sides.gold.ink.source((place, place + 1) for place in places)


def _read_rows(sides: Sides, side: Side) -> tuple[set[tuple[int, ...]], set[tuple[int, ...]]]:
    """Where a reading goes on from one row to another within a block, and where a block ends."""
    rows, owner = side.ink.rows, sides.gold.owner
    if rows is None:
        raise ValueError("rows are known from the raw input only")
    joins: set[tuple[int, ...]] = set()
    breaks: set[tuple[int, ...]] = set()
    for spans in (spans for blocks in side.blocks for spans in blocks if spans):
        for start, end in spans:
            if rows[end - 1] != rows[start]:
                joins.update(pair for pair in pairwise(range(start, end)) if rows[pair[0]] != rows[pair[1]])
        joins.update((end - 1, start) for (_, end), (start, _) in pairwise(spans) if rows[end - 1] != rows[start])
        breaks.add((spans[-1][1] - 1,))
    return (
        {places for places in joins if owner[places[0]] != NO_ARTICLE},
        {places for places in breaks if owner[places[0]] != NO_ARTICLE},
    )


def _score_bodies(sides: Sides, tally: Tally) -> None:
    """The characters of the body that both read in the same order."""
    for here, article in enumerate(sides.gold.articles):
        there = sides.counterparts.get(here)
        wanted = list(_body(sides.gold, here))
        read = list(_body(sides.found, there)) if there is not None else []
        common = common_length(wanted, read)
        tally.count_common("lines.body", common, len(wanted), len(read))
        if there is not None and not common == len(wanted) == len(read):
            said = f"{_name(article)}: {len(wanted)} characters", f"{len(read)} characters, {common} as in gold"
            tally.note("lines.body", Fault.BOUNDARY, *said, gold_source=_top(article))
    for there in range(len(sides.found.articles)):
        if there not in sides.answers:
            tally.count("lines.body", spurious=len(list(_body(sides.found, there))))


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
