"""The text layer of a PDF page as rows of text, told by where PDFium says that each character stands."""

from __future__ import annotations

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from yaowen.load.glyphs import Glyph, lay_upright, read_glyphs
from yaowen.load.unreadable import UnreadableError
from yaowen.page import MANY_ROWS, Box, Printed, PrintedText

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

WORD_GAP = 0.45
"""Room between two characters, in their height, that stands for a space where the others of the row stand closer."""

COLUMN_GAP = 0.7
"""Room that parts two columns, in the same measure."""

VERTICAL = 3
"""The fewest characters that are a vertical title."""

RUNNING = 8
"""The fewest characters in a row of running text."""

GUESS = 0.72
"""Sizes that a program for OCR made up may be so much smaller than the body text, or the reverse, and mean the same."""

ASCENT = 0.85
"""How much of a character's height stands above its baseline."""

NO_CHARACTER = {"Cc", "Cn", "Cs"}
"""The categories of Unicode that are no characters, and with those of private use what a font without names for them gives."""


@dataclass(frozen=True)
class Row:
    """Characters that stand on one line of one column, or one under another in a vertical title."""

    glyphs: Sequence[Glyph]
    text: str

    @property
    def left(self) -> float:
        return min(glyph.left for glyph in self.glyphs)

    @property
    def right(self) -> float:
        return max(glyph.right for glyph in self.glyphs)

    @property
    def size(self) -> float:
        return median(glyph.size for glyph in self.glyphs)

    @property
    def set_size(self) -> float:
        """The size that it is set in; the letters and digits of another font may be higher or lower than that, marks too."""
        return median([glyph.size for glyph in self.glyphs if glyph.char.isalpha() and not glyph.char.isascii()] or [self.size])

    def measure(self, body: float) -> Box:
        """Where it stands, in sizes of the body text."""
        base = min(glyph.base - (1 - ASCENT) * glyph.size for glyph in self.glyphs)
        top = max(glyph.base + ASCENT * glyph.size for glyph in self.glyphs)
        left, base, right, top = (round(length / body, 2) for length in (self.left, base, self.right, top))
        return Box(left, base, right, top)


def read_pdf(path: str, max_chars: int, max_pages: int) -> Iterator[tuple[int, PrintedText | UnreadableError]]:
    """Number and text of each page of a file; the number is 0 where the file has one page only.

    Raises `UnreadableError` for a file that cannot be opened.
    """
    from pypdfium2 import PdfDocument, PdfiumError, raw

    try:
        document = PdfDocument(Path(path).read_bytes())
    except PdfiumError:
        locked = raw.FPDF_GetLastError() in {raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY}
        raise UnreadableError(
            "encrypted; save it without its password: qpdf --decrypt --password=… page.pdf open.pdf"
            if locked
            else "a damaged PDF; repair it (qpdf page.pdf mended.pdf) or get it again"
        ) from None
    if len(document) > max_pages:
        raise UnreadableError(f"{len(document):,} pages; split it, or raise max_pages ({max_pages:,}) in [load]")
    for index in range(len(document)):
        number = index + 1 if len(document) > 1 else 0
        try:
            yield number, read_page(document, index, max_chars)
        except PdfiumError:
            yield number, UnreadableError("a damaged page; repair the file (qpdf page.pdf mended.pdf) or get it again")
        except UnreadableError as error:
            yield number, error


def read_page(document: PdfDocument, index: int, max_chars: int = 2_000_000) -> PrintedText:
    """The rows of a page in the order in which they are drawn, with a blank line where a block of rows ends.

    Raises `UnreadableError` where it has no text or too much of it.
    """
    with closing(document[index]) as page:
        lay_upright(page)
        with closing(page.get_textpage()) as layer:
            count = layer.count_chars()
            if count > max_chars:
                raise UnreadableError(f"{count:,} characters; raise max_chars ({max_chars:,}) in [load]")
            glyphs = read_glyphs(page, layer, count)
    kinds = [unicodedata.category(glyph.char) for glyph in glyphs]
    if all(glyph.char.isspace() for glyph in glyphs):
        raise UnreadableError("no text layer, as in a scan; recognise its text first: ocrmypdf -l chi_sim page.pdf read.pdf")
    if sum(kind in NO_CHARACTER or kind == "Co" for kind in kinds) > len(glyphs) / 2:
        raise UnreadableError(
            "its fonts do not tell which characters they show; recognise its text first: ocrmypdf --force-ocr -l chi_sim"
        )
    return set_rows([glyph for glyph, kind in zip(glyphs, kinds, strict=True) if kind not in NO_CHARACTER])


def set_rows(glyphs: Sequence[Glyph]) -> PrintedText:
    """The text of characters in the order in which they are drawn, and how its rows are printed."""
    rows = list(_join_vertical([row for line in _cut_lines(glyphs) for row in _cut_columns(line) if row.text]))
    told = len(rows) <= MANY_ROWS
    body = _find_body_size(rows)
    guessed = _is_guessed(rows)
    written: list[str] = []
    printed: list[Printed] = []
    place = 0
    for block in _cut_blocks(rows):
        if written:
            written.append("\n")
            place += 1
        for row, text in zip(block, _indent(block), strict=True):
            written.append(text + "\n")
            end = place + len(text)
            if told:
                size = max(round(row.set_size / body, 2), 0.01)
                size = 1.0 if guessed and GUESS < size < 1 / GUESS else size
                printed.append(Printed(end - len(row.text), end, size, row.measure(body)))
            place = end + 1
    return PrintedText("".join(written) or "\n", tuple(printed))


def _find_body_size(rows: Sequence[Row]) -> float:
    """The size in which most characters of a page are set that stand in rows of some length; cells of tables do not."""
    sizes: Counter[float] = Counter()
    for row in [row for row in rows if len(row.glyphs) >= RUNNING] or rows:
        sizes[round(row.set_size, 1)] += len(row.glyphs)
    near = {size: sum(sizes.get(round(size + step / 10, 1), 0) for step in range(-2, 3)) for size in sizes}
    return max(near, key=near.__getitem__, default=1.0)


def _is_guessed(rows: Sequence[Row]) -> bool:
    """Whether the sizes of rows that stand one under another keep changing a little: a program for OCR made them up."""
    pairs = [(above.set_size, row.set_size) for above, row in pairwise(rows) if _is_under(above, row)]
    changes = [abs(size - other) / max(size, other) for size, other in pairs]
    return sum(0.02 < change < 1 - GUESS for change in changes) > 0.3 * len(changes)


def _cut_blocks(rows: Sequence[Row]) -> Iterator[list[Row]]:
    """Rows of one size that stand one under another with no more than their leading between them."""
    leading = _leading(rows)
    block = list(rows[:1])
    for above, row in pairwise(rows):
        if not _goes_on(above, row, leading):
            yield block
            block = []
        block.append(row)
    yield block


def _indent(block: Sequence[Row]) -> Iterator[str]:
    """The rows of a block; one that begins a paragraph by its place gets the full-width spaces that stand for that."""
    edge = min((row.left for row in block), default=0.0)
    for row in block:
        wide = (row.left - edge) / row.size
        yield ("\u3000\u3000" if 1.5 < wide < 2.6 else "") + row.text


def _cut_lines(glyphs: Sequence[Glyph]) -> Iterator[list[Glyph]]:
    """Characters that follow each other to the right on one baseline."""
    line: list[Glyph] = []
    for glyph in glyphs:
        if line:
            last = line[-1]
            size = max(last.size, glyph.size)
            if abs(glyph.base - last.base) > 0.3 * size or glyph.left < last.right - 0.6 * size:
                yield line
                line = []
        line.append(glyph)
    if line:
        yield line


def _cut_columns(line: Sequence[Glyph]) -> Iterator[Row]:
    """The rows of a line: wide gaps part columns, unless all its characters stand so far apart."""
    gaps = [(after.left - before.right) / max(before.size, after.size) for before, after in pairwise(line)]
    usual = max(median(gaps), 0.0) if gaps else 0.0
    start, text = 0, line[0].char
    for number, gap in enumerate(gaps, start=1):
        if gap > max(COLUMN_GAP, 2 * usual):
            yield Row(line[start:number], text.strip(" "))
            start, text = number, ""
        elif gap > max(WORD_GAP, 2 * usual) and not (text[-1:] + line[number].char).isspace():
            text += " "
        text += line[number].char
    yield Row(line[start:], text.strip(" "))


def _join_vertical(rows: Sequence[Row]) -> Iterator[Row]:
    """Rows no wider than a character that stand one under another are a vertical title."""
    runs: list[list[Row]] = []
    for row in rows:
        if runs and _goes_down(runs[-1], row):
            runs[-1].append(row)
        else:
            runs.append([row])
    before: Row | None = None  # the vertical row that was drawn last
    for run in runs:
        column = Row([glyph for row in run for glyph in row.glyphs], "".join(row.text for row in run))
        if len(run) >= VERTICAL or (len(run) > 1 and before and _is_next_column(before, column)):
            yield column
            before = column
        else:
            yield from run
            before = None


def _is_next_column(column: Row, following: Row) -> bool:
    """Whether vertical rows are two of one text, which is read from right to left."""
    return 0 < column.left - following.right < 2 * column.size and abs(column.size - following.size) < 0.2 * column.size


def _goes_down(run: Sequence[Row], row: Row) -> bool:
    """Whether a row stands under the last of a run in a column one character wide."""
    above = run[-1]
    size = max(upper.set_size for upper in run)
    inked = any(_is_inked(upper, size) for upper in (above, row))
    left, right = min(upper.left for upper in run), max(upper.right for upper in run)
    width = max(right, row.right) - min(left, row.left)
    if inked:
        return width < 1.3 * max(size, row.size) and 0 < above.glyphs[-1].base - row.glyphs[0].base < 3 * max(size, row.size)
    centred = abs((above.left + above.right) - (row.left + row.right)) < size
    alike = abs(row.set_size - size) < 0.2 * size
    return width < 1.5 * size and centred and alike and 0.6 * size < above.glyphs[-1].base - row.glyphs[0].base < 3 * size


def _is_inked(row: Row, size: float) -> bool:
    """Whether it may be told by its ink alone, as characters of vertical writing are; 一 and marks have little of it."""
    return row.size < 0.85 * size or all(unicodedata.category(glyph.char).startswith("P") for glyph in row.glyphs)


def _leading(rows: Sequence[Row]) -> dict[int, float]:
    """How far the rows of each size stand apart."""
    drops = defaultdict(list)
    for above, row in pairwise(rows):
        if _is_under(above, row) and round(above.size) == round(row.size):
            drops[round(row.size)].append(above.glyphs[-1].base - row.glyphs[0].base)
    return {size: median(found) for size, found in drops.items()}


def _is_under(above: Row, row: Row) -> bool:
    drop = above.glyphs[-1].base - row.glyphs[0].base
    return 0 < drop < 3 * max(above.size, row.size) and row.left < above.right and above.left < row.right


def _goes_on(above: Row, row: Row, leading: dict[int, float]) -> bool:
    if not _is_under(above, row) or abs(above.size - row.size) > 0.15 * max(above.size, row.size):
        return False
    usual = leading.get(round(row.size), 1.5 * row.size)
    return above.glyphs[-1].base - row.glyphs[0].base < 1.3 * usual
