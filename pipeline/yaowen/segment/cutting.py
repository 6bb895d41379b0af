"""Paragraphs are cut where a byline or a jump line shares their row, and what belongs to no article is set aside."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from yaowen.datelines import OUTLET, SURE, WORD
from yaowen.jumps import JUMP_FROM, JUMP_ON
from yaowen.markup import cells_of, depth_of
from yaowen.numerals import COUNT, read_count
from yaowen.page import SOFT_HYPHEN, Paragraph, Role
from yaowen.schema import BlockRole, Furniture, FurnitureRole, Publication
from yaowen.segment.bylines import AUTHORS, LEAD, SIGNED_BEHIND
from yaowen.segment.pieces import LIKELY, Piece, Tie
from yaowen.segment.roles import choose_roles
from yaowen.segment.row_words import (
    DOCUMENT,
    EDITORS,
    HEADLINE,
    LAW,
    LETTER,
    RESUME,
    SHORT,
    SIGNER,
    TAUGHT,
    dates_document,
)
from yaowen.segment.signatures import settle_signatures
from yaowen.text import NOWHERE, Text

LONGEST_LEAD, LONGEST_SIGNATURE, LONGEST_JUMP = 120, 80, 40
"""Where a byline or a jump line shares a paragraph's row it is no longer than this."""

DATELINE = re.compile(rf"[ \u3000]*据?{SURE}[ \u3000]+(?![ \u3000（(])")
"""Opens a report that names no author: 望江社石桥3月11日电　石桥镇…"""
SENT = re.compile(r"[ \u3000]*[●■◆□◎▲★][ \u3000]*本[报网台]讯(?![一-鿿])")
"""Opens a report among others of its kind, each with a mark in front."""
FIELD = re.compile(r"(?:[主副]?标题|引题|肩题|摘要)\s*[:：]\s*(?=\S)")
"""What a site calls the row behind it: 副标题：百里长堤添新绿."""
BAR = re.compile(r"(?<!\s)\s{1,9}[|｜]$")
"""Parts the end of a text from the buttons of a site, where nothing of those is left: …两岸通车。（卓然） |"""
SHOWN_ROW = re.compile(
    r"(?P<over>[^。！？\n]{4,60}?(?:记者|通讯员)\s*[一-鿿]{2,4}\s*摄[）)]?)\s*"
    rf"(?={OUTLET}[^，。；]{{0,14}}?{WORD}\s*[（(]\s*{AUTHORS})"
)
"""What a picture shows, on one row with the report below it: 石桥修缮现场 记者卓然摄本报讯（记者石小满）昨日…"""
TITLED_ROW = re.compile(
    r"(?P<over>[^，。；！？\s][^。；]{5,44}?[^，、：:；。\s（(])[ \u3000]+"
    rf"(?={OUTLET}[^，。；]{{0,14}}?{WORD}\s*[（(]\s*{AUTHORS})"
)
"""A headline that was read as one with the report below it: 把小事当大事 本报讯（记者卓然）昨日…"""


def sort_paragraphs(
    paragraphs: Sequence[Paragraph], publication: Publication, *, web: bool = False
) -> tuple[list[Piece], list[Furniture]]:
    """The pieces of articles in the order of the page, and the furniture."""
    pieces: list[Piece] = []
    furniture = [Furniture(FurnitureRole.OTHER, paragraph.marks.source()) for paragraph in paragraphs if paragraph.marks]
    chosen = choose_roles(paragraphs, publication, web=web)
    below_number = False
    for role, together in groupby(zip(paragraphs, chosen, strict=True), key=lambda pair: pair[1].role):
        run = list(together)
        if role == FurnitureRole.NAVIGATION:
            # The buttons and lists of a web page stand together and count as one item.
            furniture.append(Furniture(role, tuple(pair for paragraph, _ in run for pair in paragraph.text.source())))
        elif isinstance(role, FurnitureRole):
            furniture += [Furniture(role, paragraph.text.source()) for paragraph, _ in run]
        else:
            for paragraph, (_, likely, opens, inside) in run:
                if web and len(paragraph.lines) == 1:
                    before, said, behind = _part_site(paragraph.text)
                    furniture += [Furniture(FurnitureRole.NAVIGATION, part.source()) for part in (before, behind) if part.chars]
                    paragraph = replace(paragraph, text=said, lines=(said,))
                for piece in _cut(paragraph, role, likely):
                    tied = replace(piece, tie=Tie.OPENS) if opens and piece.role in HEADLINE else piece
                    if inside:
                        tied = replace(piece, tie=Tie.INSIDE, begins=0.0)
                    elif below_number:
                        tied = replace(tied, begins=0.0)
                    below_number = inside and role == BlockRole.SUBHEAD
                    tied = _add_printed(tied, paragraph)
                    pieces[-1:] = _keep_with(pieces[-1:], tied)
    return settle_signatures(pieces), furniture


def _keep_with(last: Sequence[Piece], piece: Piece) -> tuple[Piece, ...]:
    """The last piece and the next; what a body gives out stays below its name, which document that is below its title."""
    if not last or not all(one.role in HEADLINE for one in (*last, piece)):
        return (*last, piece)
    (title,) = last
    given = SIGNER.fullmatch(title.text.chars[:SHORT]) and DOCUMENT.fullmatch(piece.text.chars[:SHORT]) and not piece.gap
    if not given and not dates_document(piece.text.chars):
        return (*last, piece)
    rows = (*(title.rows or (title,)), piece)
    return (replace(title, text=Text.join("", (title.text, piece.text)), rows=rows, printed=(*title.printed, *piece.printed)),)


def _part_site(text: Text) -> tuple[Text, Text, Text]:
    """What a site put before a row of its page, the row, and what it put behind that."""
    field, bar = FIELD.match(text.chars), BAR.search(text.chars)
    start, end = field.end() if field else 0, bar.start() if bar else len(text)
    return text[:start].strip(), text[start:end], text[end:].strip()


def _cut(paragraph: Paragraph, role: BlockRole, roles: Mapping[Role, float]) -> Iterator[Piece]:
    """The pieces of a paragraph. The first stands where it does, and looks as it does beside the paragraph above."""
    for row, part in ((SHOWN_ROW, BlockRole.CAPTION), (TITLED_ROW, BlockRole.TITLE)):
        if role == BlockRole.PARAGRAPH and (over := row.match(paragraph.text.chars[:LONGEST_LEAD])):
            above, report = paragraph.text[: over.end("over")], paragraph.text[over.end() :]
            yield Piece(part, above.strip(), paragraph.gap, 0.5, {part: 1.0})
            yield from _cut(replace(paragraph, text=report.strip(), gap=False), role, roles)
            return
    begins = paragraph.looks[0].begins if paragraph.looks else 0.9 if paragraph.gap else 0.1
    if len(cells_of(paragraph.text)) > 1:
        begins = 0.0  # a row of a table
    if role == BlockRole.PARAGRAPH and SENT.match(paragraph.text.chars):
        begins = max(begins, LIKELY)
    if role == BlockRole.PARAGRAPH and DATELINE.match(paragraph.text.chars):
        begins = max(begins, LIKELY)
    first, *others = _cut_ends(paragraph, role, roles)
    yield replace(first, gap=paragraph.gap, begins=0.0 if LAW.match(first.text.chars) else begins)
    yield from others


def _cut_ends(paragraph: Paragraph, role: BlockRole, roles: Mapping[Role, float]) -> Iterator[Piece]:
    """A paragraph without the jump lines and names of authors at its ends, and those."""
    text = paragraph.text
    tail: list[Piece] = []
    if jump := JUMP_FROM.match(text.chars):
        yield Piece(BlockRole.JUMP, text[: jump.end()].strip(), begins=0.0, page=read_number(jump["page"]))
        text = text[jump.end() :].strip()
    if jump := JUMP_ON.search(text.chars[-LONGEST_JUMP:]):
        start = max(0, len(text) - LONGEST_JUMP) + jump.start()
        tail = [Piece(BlockRole.JUMP, text[start:].strip(), begins=0.0, page=read_number(jump["page"]))]
        text = text[:start].strip()
    if role in (BlockRole.PARAGRAPH, BlockRole.BYLINE, BlockRole.JUMP):
        byline = Piece(BlockRole.BYLINE, text, begins=0.0, roles={BlockRole.PARAGRAPH: 1.0})
        if (lead := LEAD.match(text.chars[:LONGEST_LEAD])) and len(text) > lead.end():
            yield replace(byline, text=text[: lead.end()].strip(), tie=Tie.OPENS)
            text, role = text[lead.end() :].strip(), BlockRole.PARAGRAPH
        if signed := SIGNED_BEHIND.search(text.chars[-LONGEST_SIGNATURE:]):
            start = max(0, len(text) - LONGEST_SIGNATURE) + signed.start("names")
            tail = [replace(byline, text=text[start:].strip(), tie=Tie.CLOSES), *tail]
            text, role = text[:start].strip(), BlockRole.PARAGRAPH
    if text.chars:
        if role == BlockRole.JUMP:
            role = BlockRole.PARAGRAPH
        elif LEAD.fullmatch(text.chars[:LONGEST_LEAD]):
            role = BlockRole.BYLINE
        marks = depth_of(paragraph.marks)
        yield Piece(
            role,
            text,
            begins=0.0,
            roles=roles or None,
            marks=marks,
            bold=paragraph.marks is not None and not marks,
            tie=_tie(role, text.chars),
            joins=paragraph.looks[-1].joins if paragraph.looks else 0.0,
            rows=tuple(_part_rows(paragraph, marks)) if role in HEADLINE and len(text) == len(paragraph.text) else (),
        )
    yield from tail


def _tie(role: BlockRole, chars: str) -> Tie | None:
    if (role == BlockRole.SUBHEAD and LAW.match(chars)) or EDITORS.fullmatch(chars) or RESUME.fullmatch(chars):
        return Tie.INSIDE
    if TAUGHT.fullmatch(chars[: SHORT + 1]):
        return Tie.INSIDE
    return Tie.OPENS if LETTER.fullmatch(chars) else None


def _part_rows(paragraph: Paragraph, marks: int) -> Iterator[Piece]:
    """The rows of a headline line, those that part a Latin word as one; a space put between two stays with the upper one."""
    if len(paragraph.looks) < 2:
        return
    start = end = 0
    for number, (line, look) in enumerate(zip(paragraph.lines, paragraph.looks, strict=True)):
        end += len(line)
        end += end < len(paragraph.text) and paragraph.text.offsets[end] == NOWHERE
        last = number + 1 == len(paragraph.looks)
        if not last and paragraph.text.chars[end - 1] == SOFT_HYPHEN:
            continue
        gap = paragraph.gap and start == 0
        role = max(HEADLINE, key=lambda role: look.roles.get(role, 0.0))
        yield Piece(role, paragraph.text[start:end], gap, look.begins, look.roles, marks, joins=look.joins)
        start = end


def _add_printed(piece: Piece, paragraph: Paragraph) -> Piece:
    """A piece with those rows of its paragraph on which it stands."""
    if not any(paragraph.printed):
        return piece
    first, last = min(piece.text.source())[0], max(piece.text.source())[1]
    printed = tuple(row for row in paragraph.printed if row and row.start < last and first < row.end)
    return replace(piece, printed=printed, rows=tuple(_add_printed(row, paragraph) for row in piece.rows))


def read_number(chars: str) -> int | None:
    """A page number in digits of either width or in Chinese numerals."""
    digits = re.sub(r"\D", "", chars)
    if digits:
        return int(digits) or None
    return read_count(re.sub(f"[^{COUNT}]", "", chars))
