"""Annotated pages in other settings: columns of other widths, other blank rows, headings of other levels, half-width marks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from random import Random
from typing import NamedTuple

from yaowen.page import Clipping, CutPage, Cuttings, Page, Part
from yaowen.rows import measure
from yaowen.schema import BlockRole, SourceKind
from yaowen.text import NOWHERE, Text, source_of

RUNNING = {BlockRole.PARAGRAPH, BlockRole.BYLINE, BlockRole.CAPTION, BlockRole.SUBHEAD}
WIDTHS = range(11, 23)
"""Of columns, in characters."""
INDENTS = (0, 2, 2)
"""How much room a paragraph leaves free in its first row."""
HANGING = "，。、；：！？”’）》」』】,.;:!?)"
"""Begins no row of a column."""
HEADING = re.compile(r"#{1,6}\s+(?=\S)")
HALVES = str.maketrans("，：；！？（）", ",:;!?()")
SHORTEST = 3
"""A paragraph on fewer rows says nothing of the width of its column."""

AS_IT_IS = 0.4
"""How many of the copies of a page stay as it is."""


class Owner(NamedTuple):
    """Which part of which article a character belongs to."""

    article: int
    part: int


def repeat(pages: Iterable[CutPage], times: int, random: Random) -> Iterator[CutPage]:
    """Each page so many times: as it is, and in other settings."""
    for page, cuttings in pages:
        yield page, cuttings
        for _ in range(times - 1):
            yield (page, cuttings) if random.random() < AS_IT_IS else vary(page, cuttings, random)


def vary(page: Page, cuttings: Cuttings, random: Random) -> CutPage:
    """A page in another setting, cut as it was."""
    lines = Text.of(page.raw).split("\n")
    if page.kind == SourceKind.OCR_MARKDOWN and random.random() < 0.5:
        lines = _level(lines, random)
    if page.kind != SourceKind.WEB_TEXT and random.random() < 0.7:
        lines = _set_again(lines, cuttings, random)
    if random.random() < 0.3:
        lines = _space(lines, random)
    text = Text.join("\n", lines)
    if page.kind == SourceKind.OCR_MARKDOWN and random.random() < 0.3:
        text = Text(text.chars.translate(HALVES), text.offsets)
    return _carry(page, cuttings, text)


def _level(lines: Sequence[Text], random: Random) -> list[Text]:
    """The headings of Markdown as another program marks them: all on one level, each on any, in bold, or not at all."""
    ways = random.choice((("#",), ("##",), ("#", "##", "###"), ("**",), ("",), ("", "#", "**")))
    found = []
    for line in lines:
        if (heading := HEADING.match(line.chars)) and "*" not in line.chars:
            way, text = random.choice(ways), line[heading.end() :]
            marks = (way, way) if way == "**" else (f"{way} " if way else "", "")
            found.append(Text.inserted(marks[0]) + text + Text.inserted(marks[1]))
        else:
            found.append(line)
    return found


def _set_again(lines: Sequence[Text], cuttings: Cuttings, random: Random) -> list[Text]:
    """Each article's paragraphs in a column of another width; rows between which a blank one stands stay apart."""
    owners = {
        offset: Owner(article, part)
        for article, clipping in enumerate(cuttings.clippings)
        for part, piece in enumerate(clipping.parts)
        if piece.role in RUNNING
        for offset in piece.text.offsets
    }
    widths = [random.choice(WIDTHS) for _ in cuttings.clippings]
    indent = random.choice(INDENTS)
    found: list[Text] = []
    run: list[Text] = []
    before: Owner | None = None
    for line in (*lines, Text.of("")):
        ink = line.strip()
        last = owners.get(run[-1].strip().offsets[-1]) if run else None
        if run and (not ink or last is None or owners.get(ink.offsets[0]) != last):
            first = indent if owners.get(run[0].strip().offsets[0]) != before else 0
            found += _break(run, widths[last.article], first) if last and len(run) >= SHORTEST else run
            before = last
            run = []
        if ink:
            run.append(line)
        else:
            found.append(line)
    return found[:-1]


def _break(run: Sequence[Text], width: int, indent: int) -> list[Text]:
    text = Text.join("", (line.strip() for line in run))
    rows: list[Text] = []
    start = 0
    for place in range(1, len(text)):
        room = width if rows else width - indent
        if measure(text.chars[start : place + 1]) > room and text.chars[place] not in HANGING:
            rows.append(text[start:place])
            start = place
    return [*rows, text[start:]]


def _space(lines: Sequence[Text], random: Random) -> list[Text]:
    """Without blank rows, or with one before every row."""
    inked = [line for line in lines if line.strip()]
    if random.random() < 0.7:
        return inked
    return [row for line in inked for row in (Text.of(""), line)][1:]


def _carry(page: Page, cuttings: Cuttings, text: Text) -> CutPage:
    """The page with another text, made of its characters, and its cuttings where those stand now."""
    places = {offset: place for place, offset in enumerate(text.offsets) if offset != NOWHERE}
    raw = Text.of(text.chars)

    def put(offsets: Sequence[int]) -> list[int]:
        return [places[offset] for offset in offsets if offset in places]

    clippings = tuple(
        Clipping(tuple(Part(part.role, _pick(raw, put(part.text.offsets))) for part in clipping.parts))
        for clipping in cuttings.clippings
    )
    furniture = tuple(
        type(item)(item.role, source_of(put([offset for start, end in item.source for offset in range(start, end)])))
        for item in cuttings.furniture
    )
    return Page(page.name, raw.chars, page.kind), Cuttings(clippings, furniture)


def _pick(raw: Text, places: Sequence[int]) -> Text:
    return Text.join("", (raw[start:end] for start, end in source_of(places)))
