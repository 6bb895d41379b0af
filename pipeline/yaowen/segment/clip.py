"""A body and its headline become the clipping of an article, in reading order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from yaowen.credits import CREDIT
from yaowen.datelines import SENT, SENT_UNSIGNED, TITLED
from yaowen.page import Clipping, Page, Part
from yaowen.schema import BlockRole, Byline, Furniture, FurnitureRole, Genre, SourceKind
from yaowen.segment.body import MARK, Body
from yaowen.segment.bylines import LISTED_NAMES, SENT_BY, merge_bylines, parse_byline, read_authors
from yaowen.segment.genres import Account, judge_genre
from yaowen.segment.pieces import Piece, Tie
from yaowen.segment.row_words import HEADLINE
from yaowen.segment.stack import join_rows, read_stack, spread
from yaowen.spacing import close_up, close_up_byline, close_up_headline, close_up_names
from yaowen.text import Text
from yaowen.websites import tells_writer

DRAWN = (SourceKind.PDF, SourceKind.PDF_TEXT)
"""The text layer of a PDF is as it was drawn; OCR and web pages give things in the order in which they are read."""
TAKER = re.compile(rf"[。！？”)）]?\s*{CREDIT}")
"""Who took the picture of a caption, be that a sentence or none: 春到石桥（卓然摄）."""


def clip_body(body: Body, page: Page, *, levels_tell: bool = False) -> Clipping:
    """The clipping of a body and its headline lines, in reading order."""
    body = replace(body, pieces=_part_dateline(body.pieces))
    lines = spread(head for head in body.heads if head.role != BlockRole.BYLINE)
    readings = read_stack(lines, body, in_order=page.kind not in DRAWN, levels_tell=levels_tell)
    lines = [replace(line, text=line.text[_measure_mark(line) :]) for line in lines]
    headline = [Part.of(role, close_up_headline(text)) for role in HEADLINE for text in join_rows(lines, readings, role)]
    beside = [
        *(head.text for head in body.heads if head.role == BlockRole.BYLINE),
        *join_rows(lines, readings, BlockRole.BYLINE),
    ]
    inside = [piece.text for piece in body.pieces if piece.role == BlockRole.BYLINE]
    bylines = [close_up_byline(text) for text in (*sorted(beside, key=lambda text: text.offsets[0]), *inside)]
    from_page = next((piece for piece in body.pieces[:1] if piece.role == BlockRole.JUMP and "接" in piece.text.chars), None)
    flow = [piece for piece in body.pieces if piece.role != BlockRole.BYLINE and piece is not from_page]
    to_page = [piece.page for piece in flow if piece.role == BlockRole.JUMP]
    byline_parts = [Part.of(BlockRole.BYLINE, text) for text in bylines]
    authors = read_authors([part.text.chars for part in byline_parts])
    flow_parts = [_make_part(piece) for piece in flow]
    if body.is_caption:
        genre, authors = Genre.CAPTION, merge_bylines((*authors, *_credits(body)))
    else:
        over = [line.text for line, reading in zip(lines, readings, strict=True) if reading.role != BlockRole.BYLINE]
        titled = any(TITLED.search(text.chars) for text in (*over, *bylines))
        by_dateline = not titled and any(SENT.match(text.chars) for text in bylines)
        sent = by_dateline or any(SENT_BY.match(text.chars) for text in inside)
        signed = not sent and _is_over_body(beside, over, body)
        of_site = any(text.chars.startswith(("作者", "来源")) or tells_writer(text.chars) for text in bylines)
        genre = judge_genre(Account(headline, authors, flow_parts, signed=signed, sent=sent, of_site=of_site, titled=titled))
    return Clipping(
        (*([_make_part(from_page)] if from_page else ()), *headline, *byline_parts, *flow_parts),
        genre,
        authors,
        continued_on=to_page[-1] if to_page else None,
        continued_from=from_page.page if from_page else None,
        publication=page.publication,
        home=page.home,
    )


def _part_dateline(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces of a body; a dateline that names no author is parted from the first paragraph: 本报讯| 昨天，…"""
    parted = list(pieces)
    first = next((place for place, piece in enumerate(parted) if piece.role == BlockRole.PARAGRAPH), None)
    if first is not None and (sent := SENT_UNSIGNED.match(parted[first].text.chars)):
        text = parted[first].text
        told = text[sent.end() :].strip()
        opening = Piece(BlockRole.BYLINE, text[: sent.end()].strip(), tie=Tie.OPENS)
        parted[first : first + 1] = [opening, *([replace(parted[first], text=told)] if told else [])]
    return parted


def _make_part(piece: Piece) -> Part:
    text = piece.text[_measure_mark(piece) :]
    if piece.role == BlockRole.SUBHEAD:
        return Part.of(piece.role, close_up_headline(text))
    names = piece.role != BlockRole.JUMP and LISTED_NAMES.fullmatch(text.chars)
    return Part.of(piece.role, close_up_names(text) if names else close_up(text))


def _measure_mark(piece: Piece) -> int:
    """How many characters at the beginning of a paragraph or headline are a mark; of a caption it points to the picture."""
    marked = (BlockRole.PARAGRAPH, BlockRole.SUBHEAD, *HEADLINE)
    mark = MARK.match(piece.text.chars) if piece.role in marked else None
    return mark.end() if mark and mark.end() < len(piece.text) else 0


def find_marks(body: Body) -> Iterator[Furniture]:
    """The marks that open paragraphs and subheads of a body and lines of its headline, which are no part of what it says."""
    for piece in (*body.pieces, *spread(head for head in body.heads if head.role != BlockRole.BYLINE)):
        if size := _measure_mark(piece):
            yield Furniture(FurnitureRole.OTHER, piece.text[:size].strip().source())


def _is_over_body(bylines: Sequence[Text], over: Sequence[Text], body: Body) -> bool:
    """Whether a byline follows the headline on the page; names that follow the body are those of any report."""
    starts = [piece.text.offsets[0] for piece in body.pieces]
    for byline in bylines:
        place = byline.offsets[0]
        line = max((text.offsets[0] for text in over if text.offsets[0] < place), default=-1)
        if line > max((start for start in starts if start < place), default=-1):
            return True
    return False


def _credits(body: Body) -> tuple[Byline, ...]:
    credit = TAKER.search(body.pieces[-1].text.chars[-60:])
    return parse_byline(credit["credit"]) if credit else ()
