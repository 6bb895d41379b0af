"""What a row does whose looks leave it open, told by the rows beside it: titles, and who wrote what stands below."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from yaowen.datelines import ENDS_SIGNED
from yaowen.markup import cells_of
from yaowen.page import Paragraph, Role
from yaowen.rows import OF_PLACE, is_over_speech
from yaowen.schema import BlockRole, FurnitureRole
from yaowen.segment.bylines import OFFICIAL
from yaowen.segment.row_words import (
    ADDRESS,
    DOCUMENT,
    FAINT_LOOK,
    FINISHED,
    HEADLINE,
    SHORT,
    SIGNER,
    is_day_in_brackets,
)

LOST = re.compile(r"[^。]{0,40}(?:遗失|丢失)[^。]{2,80}声明作废")
"""石小满遗失残疾人证，声明作废。"""
OF_TABLE = re.compile(r"[榜表]$|一览$|成绩$|行情$|数据$|名单$")


def settle_beside(
    chosen: list[Role], paragraphs: Sequence[Paragraph], likely: Sequence[Mapping[Role, float]]
) -> frozenset[int]:
    """Settles what the rows beside a row tell of it, and gives the places of titles that surely stand over their bodies."""
    for number, (role, following) in enumerate(pairwise(chosen)):
        if role in HEADLINE and following == FurnitureRole.ADVERT and likely[number].get(following, 0.0) > FAINT_LOOK:
            chosen[number] = following
    for number in range(1, len(chosen)):
        # Below 遗失声明 that is an advert, so is whoever has lost something; several follow each other.
        if chosen[number - 1] == FurnitureRole.ADVERT and LOST.match(paragraphs[number].text.chars):
            chosen[number] = FurnitureRole.ADVERT
    for number in (*_find_behind_names(paragraphs, chosen), *_find_over_speech(paragraphs, chosen)):
        chosen[number] = BlockRole.TITLE
    opening = frozenset(_find_titles(paragraphs))
    for number in opening:
        chosen[number] = BlockRole.TITLE
    for number, (above, below) in enumerate(pairwise(paragraphs)):
        if OFFICIAL.fullmatch(above.text.chars[:SHORT]) and ADDRESS.match(below.text.chars):
            chosen[number] = BlockRole.BYLINE
        # Below a text, and not below its title, the day of a speech is no headline.
        of_day = chosen[number + 1] == BlockRole.SUBTITLE and is_day_in_brackets(below.text.chars)
        if chosen[number] == BlockRole.PARAGRAPH and of_day:
            chosen[number + 1] = BlockRole.PARAGRAPH
    return opening


def _find_titles(paragraphs: Sequence[Paragraph]) -> Iterator[int]:
    """The places of titles of tables (积分榜), and of bodies that give out what stands below them (任免名单)."""
    for number, (above, below) in enumerate(pairwise(paragraphs)):
        title = above.text.chars
        table = len(title) <= SHORT and OF_TABLE.search(title) and len(cells_of(below.text)) > 1
        if table or (SIGNER.fullmatch(title[:SHORT]) and DOCUMENT.fullmatch(below.text.chars[:SHORT])):
            yield number


def _find_behind_names(paragraphs: Sequence[Paragraph], chosen: Sequence[Role]) -> Iterator[int]:
    """The places of single rows over a text, right behind an article that its authors end: …供水。本报记者 卓然⏎水厂扩建.

    So is 石桥镇：水渠通了水 the title of a brief, whatever stands above it.
    """
    for number, (above, here, below) in enumerate(zip(paragraphs, paragraphs[1:], paragraphs[2:], strict=False), start=1):
        if (
            chosen[number] in (BlockRole.SUBHEAD, BlockRole.PARAGRAPH)
            and len(here.lines) == 1
            and not FINISHED.search(here.text.chars)
            and chosen[number + 1] == BlockRole.PARAGRAPH
            and len(below.text) > max(len(here.text), SHORT / 4)
            and "。" in below.text.chars
            and (_is_signed(chosen[number - 1], above.text.chars) or OF_PLACE.match(here.text.chars))
        ):
            yield number


def _find_over_speech(paragraphs: Sequence[Paragraph], chosen: Sequence[Role]) -> Iterator[int]:
    """The places of single rows that look like text, between one that has ended and one that opens with somebody's words."""
    for number, (here, below) in enumerate(pairwise(paragraphs)):
        alone = chosen[number] == BlockRole.PARAGRAPH and len(here.lines) == 1 and len(here.text) <= SHORT
        ended = not number or FINISHED.search(paragraphs[number - 1].text.chars) is not None
        if alone and ended and is_over_speech(here.text.chars, below.text.chars):
            yield number


def _is_signed(role: Role, chars: str) -> bool:
    """Whether an article ends with its authors here; those in a row of their own stand in brackets, or may open another one."""
    if role == BlockRole.BYLINE:
        return chars[:1] in {*"（("}
    return role == BlockRole.PARAGRAPH and ENDS_SIGNED.search(chars[-SHORT:]) is not None
