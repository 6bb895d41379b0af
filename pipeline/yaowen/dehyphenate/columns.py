"""Rows are joined by what the columns of a page show: how wide they are set, where a row stops short, where a sentence ends."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from yaowen.credits import CREDIT_BEHIND
from yaowen.datelines import ENDS_SIGNED, EXPERT, SENDERS, SENT_ALONE
from yaowen.dehyphenate.interleaved import part_interleaved
from yaowen.dehyphenate.joining import begins_anew, goes_on, join_rows, tells_who_spoke
from yaowen.dehyphenate.order import in_reading_order
from yaowen.dehyphenate.run_together import part_rows
from yaowen.dehyphenate.tables import part_cells
from yaowen.dehyphenate.upright import read_upright
from yaowen.dehyphenate.verses import POEMS, find_verses
from yaowen.imprints import find_apart
from yaowen.jumps import is_jump
from yaowen.markup import BRIEF_MARKS, cells_of
from yaowen.page import Look, Page, Paragraph
from yaowen.row_network import look_at
from yaowen.rows import OF_PLACE, Row, measure, read_rows
from yaowen.schema import BlockRole, Publication, SourceKind
from yaowen.text import Text

UNKNOWN = Publication()
WEB = (SourceKind.WEB_TEXT, SourceKind.HTML)
READ = (*WEB, SourceKind.OCR_MARKDOWN)
NAMES_AUTHORS = re.compile(r"[□■◎●○]?\s*本报[一-鿿]{0,4}(?:记者|通讯员)[一-鿿 \u3000]{2,24}")
TEXT = (BlockRole.PARAGRAPH, BlockRole.CAPTION)
FINISHED = re.compile(r"[。！？”）)]$")
BRIEF = re.compile(rf"[{BRIEF_MARKS}]\s*[\w“《]")
"""A mark that opens a brief, or a paragraph of a list."""
LONGEST_BYLINE = 50
CUT = 30
"""A row of Markdown so long that stops in no sentence's end is cut by a column."""
LISTED = re.compile(r"[（(][一-鿿·]{1,4}(?:[ 、\u3000]+[一-鿿·]{1,4}){0,5}[）)]")
STOPS = re.compile(r"，|[。！？”）)]$")
TITLED = re.compile(rf"{OF_PLACE.pattern}|.{{0,16}}[\u4e00-\u9fff”][ \u3000]+[\u4e00-\u9fff“]")
"""A headline may have a space within it, or name the place of a brief."""
SHORT = 2.5
"""By so much at least is a row that stops short not as wide as its column; one that is set in is by two."""


@dataclass(frozen=True)
class JoinColumns:
    """Joins the rows of columns into the paragraphs that the author wrote.

    Two rows are joined where it is at least this likely (`certainty`) that the upper one goes on in the lower; of one that
    looks like no text's it must be as likely as `of_headlines`, for the lines of headlines are told apart later on.
    """

    certainty: float = 0.4
    of_headlines: float = 0.7

    def __call__(self, page: Page) -> tuple[Paragraph, ...]:
        rows = order_rows(page)
        return tuple(self.join(rows, look_at(page, rows), page.publication, page.kind))

    def join(
        self, rows: Sequence[Row], looks: Sequence[Look], publication: Publication = UNKNOWN, kind: SourceKind | None = None
    ) -> Iterator[Paragraph]:
        """The paragraphs that rows with these looks are; a blank row sets off the headings of the web."""
        rows = part_cells(rows)
        chars = [row.text.chars for row in rows]
        apart = find_apart(chars, publication)
        verses = find_verses(rows, looks, read=kind in READ)
        looks = [_as_verse(look) if number in verses else look for number, look in enumerate(looks)]
        looks = [_as_no_name(look) if row.runs_down else look for row, look in zip(rows, looks, strict=True)]
        start = 0
        for end in range(1, len(rows) + 1):
            parted = end in apart or end - 1 in apart or end - 1 in verses
            parted |= kind in READ and end == start + 1 and end < len(rows) and _is_set_off(rows[start], rows[end], kind)
            if end == len(rows) or parted or not self._goes_on(rows, start, end, looks[end - 1]):
                yield _paragraph(rows[start:end], tuple(looks[start:end]))
                start = end

    def _goes_on(self, rows: Sequence[Row], start: int, end: int, look: Look) -> bool:
        """Whether a paragraph that begins in the row `start` goes on in the row `end`."""
        upper, lower = rows[end - 1], rows[end]
        ended = FINISHED.search(upper.text.chars) and BRIEF.match(lower.text.chars)
        if POEMS.fullmatch(upper.text.chars[:LONGEST_BYLINE]):
            return False
        if max(len(cells_of(row.text)) for row in (upper, lower)) > 1:
            return False  # a row of a table
        last = upper.text.chars[-60:]
        if is_jump(upper.text.chars[:LONGEST_BYLINE]) or is_jump(lower.text.chars[:LONGEST_BYLINE]):
            return False
        if lower.marks or lower.set_in or ended or ENDS_SIGNED.search(last) or CREDIT_BEHIND.search(last):
            return False
        if end == start + 1 and EXPERT.fullmatch(upper.text.chars[:LONGEST_BYLINE]):
            return False
        if begins_anew(rows[start].text.chars, upper.text.chars, lower.text.chars):
            return False
        if tells_who_spoke(last, "".join(row.text.chars for row in rows[end : end + 2])):
            return True
        if end == start + 1 and _stops_short(rows, start):
            return False
        sent = SENT_ALONE.fullmatch(upper.text.chars) and SENDERS.match(lower.text.chars)
        of_text = sum(look.roles.get(role, 0.0) for role in TEXT) >= 0.5
        sure = look.joins >= (self.certainty if of_text else self.of_headlines)
        return sure or sent is not None or goes_on(upper.text, lower.text)


def order_rows(page: Page) -> list[Row]:
    """The rows of a page in the order in which they are read, those that an extractor mixed or cut up put right."""
    rows = read_rows(page)
    if page.printed:
        return in_reading_order(rows)
    rows = list(read_upright(rows))
    return list(part_rows(part_interleaved(rows))) if page.kind == SourceKind.PDF_TEXT else rows


def _stops_short(rows: Sequence[Row], number: int) -> bool:
    """Whether a row right behind who signed what stands above ends long before the column of the rows below does.

    It is the headline of the next brief: …户均增收一千元。⏎（卓然）⏎青塘乡 修缮水渠⏎青塘乡今年投入三百万元，修缮
    """
    if not 0 < number < len(rows) - 2:
        return False
    above, upper, *below = rows[number - 1 : number + 3]
    signed = LISTED.fullmatch(above.text.chars) or ENDS_SIGNED.search(above.text.chars[-60:])
    signed = signed or (upper.gap and OF_PLACE.match(upper.text.chars)) or None
    widths = [measure(row.text.chars) for row in (upper, *below)]
    alike = abs(widths[1] - widths[2]) <= 1 or FINISHED.search(below[1].text.chars) is not None
    short = widths[0] + SHORT <= widths[1] and not STOPS.search(upper.text.chars)
    return signed is not None and alike and short and TITLED.match(upper.text.chars) is not None


def _is_set_off(upper: Row, lower: Row, kind: SourceKind | None) -> bool:
    """Whether a blank row parts a short one from a text below it: 人人护河⏎⏎清晨，河边…; if not on the web, the authors."""
    text = len(lower.text) > CUT or FINISHED.search(lower.text.chars) is not None
    short = len(upper.text) <= CUT and re.search(r"[\w”》]$", upper.text.chars) is not None
    row = kind in WEB or NAMES_AUTHORS.fullmatch(upper.text.chars) is not None
    return lower.gap and row and text and short and not SENT_ALONE.fullmatch(upper.text.chars)


def _as_verse(look: Look) -> Look:
    return replace(look, joins=0.0, begins=0.0, roles={BlockRole.PARAGRAPH: 1.0})


def _as_no_name(look: Look) -> Look:
    """Nobody's name runs down a page, though a line that does is as short."""
    return replace(look, roles={role: share for role, share in look.roles.items() if role != BlockRole.BYLINE})


def _paragraph(rows: Sequence[Row], looks: tuple[Look, ...]) -> Paragraph:
    lines = tuple(row.text for row in rows)
    printed = tuple(row.printed for row in rows)
    marks = [row.marks for row in rows if row.marks]
    first = Text.join("", marks) if len(marks) > 1 else marks[0] if marks else None
    return Paragraph(join_rows(lines), lines, rows[0].gap, first, looks, printed if any(printed) else ())
