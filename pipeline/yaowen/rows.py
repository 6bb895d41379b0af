"""The rows of a page that have anything on them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from yaowen.credits import CREDIT_ALONE
from yaowen.gutters import part_columns
from yaowen.markdown import LINE_BREAK, read_lines
from yaowen.markup import HEADING_TAG, LIST_MARK, cells_of, depth_of, strip_markup
from yaowen.page import Page, Printed
from yaowen.radicals import RADICALS
from yaowen.schema import SourceKind
from yaowen.spacing import mend_broken
from yaowen.text import Text

# Web text without line breaks marks its paragraphs by full-width spaces: …圆满结束。　　会议要求，… Who took a picture ends its
# caption, however far he is set from it.
INDENT_WITHIN = re.compile(rf"(?<=[。！？!?…”」）);；])[ \xa0]*\u3000{{2}}[\u3000 ]*(?=\S)(?!{CREDIT_ALONE.pattern}$)")
MARKS_OF_HEADING = re.compile(
    rf"#{{1,6}}(?=\s|$)\s*|[*_]{{2,3}}(?=\S)|\\(?:title|(?:sub){{0,2}}section)\*?\{{|{HEADING_TAG}(?=[^<>\s])", re.IGNORECASE
)

# Dumps hold radicals for common characters (⼈ ⻓) and digits of either width. They are folded to be recognised, never in the
# text that is kept.
FOLDED = str.maketrans(
    RADICALS
    | {chr(code): chr(code - 0xFEE0) for code in range(0xFF10, 0xFF1A)}
    | {chr(code): chr(code - 0xFEE0) for code in (*range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))}
    | {"―": "—", "％": "%", "﹒": ".", "．": "."}
)
FOLDABLE = re.compile("[\u2e80-\u2fdf\uff0e-\uff5a―％﹒]")

OF_PLACE = re.compile(r"[一-鿿]{1,8}(?:[镇乡县区市局村]|街道|社区|公司|学校|医院)[：:]")
"""Opens the headline of a brief: 石桥镇：水渠通了水."""
SAYING = re.compile(r"“[^“”]{1,60}[。！？…]”")
"""Opens with all that somebody says."""
NOBODY_SPEAKS = re.compile(r"[一-鿿](?<![说道着写是以为有喊问答称叫唱念读题曰])$")
NARROW = re.compile(r"[\x00-\u1fff]")

MOST = 0.6
"""A share of rows that is most of them."""
ENDS = "。！？…”）"


@dataclass(frozen=True)
class Row:
    """A row of the page without the white space around it. `level` counts the marks of a Markdown heading, kept in `marks`."""

    text: Text
    gap: bool
    indent: float
    marks: Text | None = None
    set_in: bool = False
    """Whether full-width spaces within its line set it off: what stands before them has ended."""
    printed: Printed | None = None
    """How it is printed, where the page tells."""
    runs_down: bool = False
    """Whether it stood one character under another."""

    @property
    def level(self) -> int:
        """Of a Markdown heading, its depth; 0 for any other row."""
        return depth_of(self.marks)


def is_over_speech(upper: str, lower: str) -> bool:
    """Whether a row that leads nobody's words in stands above some: a headline over a text that opens with them.

    石桥昨天通车⏎“娃上学近多了！”村民涂小青说。
    """
    return NOBODY_SPEAKS.search(upper) is not None and SAYING.match(lower) is not None


def read_rows(page: Page) -> list[Row]:
    """The rows of a page that have anything on them."""
    rows: list[Row] = []
    gap = False
    markdown = page.kind == SourceKind.OCR_MARKDOWN
    lines: Sequence[Text] = list(read_lines(page.raw)) if markdown else Text.of(page.raw).visible().split(LINE_BREAK)
    if page.kind == SourceKind.PDF_TEXT:
        lines = part_columns(lines)
    if page.kind in {SourceKind.PDF_TEXT, SourceKind.WEB_TEXT}:
        lines = mend_broken(lines)
    for line in lines:
        chars = line.chars
        if not chars or chars.isspace():
            gap = True
            continue
        parted = strip_markup(line) if markdown else [line]
        ended = len(parted) > 1 or (markdown and (LIST_MARK.match(chars) is not None or len(cells_of(parted[0])) > 1))
        for row in parted:
            if not row.chars or row.chars.isspace():
                continue
            pieces = row.split(INDENT_WITHIN) if "\u3000\u3000" in chars else [row]
            for number, piece in enumerate(pieces):
                rows.append(_read_row(piece, gap and number == 0, number > 0 or ended, markdown))
            gap = False
    if markdown:
        texts = mend_broken([row.text for row in rows])
        rows = [replace(row, text=text) for row, text in zip(rows, texts, strict=True)]
    if page.kind == SourceKind.PDF_TEXT:
        rows = _without_margin(rows)
    return list(_add_printed(rows, page.printed)) if page.printed else rows


def _without_margin(rows: list[Row]) -> list[Row]:
    """Rows measured from the margin that most of them keep, where they go on in each other: it begins no paragraphs."""
    indent, count = Counter(row.indent for row in rows).most_common(1)[0] if rows else (0.0, 0)
    if not indent or count < MOST * len(rows):
        return rows
    ended = sum(row.text.chars[-1] in ENDS for row in rows if row.indent == indent)
    if ended > MOST * count:
        return rows
    return [row if row.set_in else replace(row, indent=max(row.indent - indent, 0.0)) for row in rows]


def _add_printed(rows: Sequence[Row], printed: Sequence[Printed]) -> Iterator[Row]:
    """Rows with how they are printed; both stand in the order of the page."""
    ends = [told.end for told in printed]
    for row in rows:
        place = bisect_right(ends, row.text.offsets[0])
        told = printed[place] if place < len(printed) else None
        yield replace(row, printed=told) if told and told.start <= row.text.offsets[0] else row


def _read_row(line: Text, gap: bool, set_in: bool, markdown: bool) -> Row:
    chars = line.chars
    margin = chars[: len(chars) - len(chars.lstrip())]
    text = line.strip()
    marks = MARKS_OF_HEADING.match(text.chars) if (markdown or text.chars.startswith("#")) else None
    if marks and text.chars[marks.end() :].strip("*_ "):
        body = text[marks.end() :]
        return Row(body.strip(), gap, 0.0, text[: marks.end()].strip())
    return Row(text, gap, 2.0 if set_in else measure(margin), None, set_in)


def fold(chars: str) -> str:
    """The text as it is recognised by: as long as it was, each character in its common form."""
    return chars.translate(FOLDED) if FOLDABLE.search(chars) else chars


def measure(chars: str) -> float:
    """How wide a row is set, in characters of full width; letters, digits and spaces are half as wide."""
    return len(chars) - len(NARROW.findall(chars)) / 2
