"""Rows are joined by what the columns of a page show: how wide they are set, where a row stops short, where a sentence ends."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from yaowen.page import Page, Paragraph
from yaowen.text import Text

ROW_BREAK = re.compile(r"[\n\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029]")
INDENT = re.compile(r"\s*")
# Web text without line breaks marks its paragraphs by two full-width spaces: …圆满结束。　　会议要求，…
INDENT_WITHIN = re.compile(r"(?<=[。！？!?…”」）)；;])[ \xa0]*\u3000{2,}(?=\S)")

SENTENCE_END = "。！？…!?"
CLOSING = "”’」』）)】》〉\"'"
NEVER_FIRST = "，。、；：！？”’」』）】》〉％℃…·,;:!?)%"
NEVER_LAST = "“‘「『（【《〈("
GOES_ON = "，、,；;"

JUMP = re.compile(r"[（(]\s*(?:下转|上接|下接|紧接|转)\s*[^（）()]{0,12}?版?\s*[）)]?")
OPENING = re.compile(
    r"本报[^，。]{0,6}?[讯电]|本刊讯|[（(]\s*上接|新华社[^，。]{1,16}?[电讯]|[—―─-]{2}|[（(][一二三四五六七八九十]{1,3}[）)]|图为|图①|#|责任编辑|责编"
)
ENDING = re.compile(r"[（(]\s*[下紧][转接][^（）()]{0,14}[）)]?$|[（(]\s*完\s*[）)]$")
BYLINE = re.compile(
    r"(?:本报|本刊|人民日报|新华社)?\s*(?:首席|见习|实习|特约|通讯员?|融媒体?|全媒体)*\s*(?:记\s*者|评\s*论\s*员|通\s*讯\s*员)\s*[^，。；：]{0,24}$"
)

TIGHT = 0.5
"""A row counts as full when it is at most this many characters (and two hanging marks) narrower than its column."""


def measure(chars: str) -> float:
    """How wide a row is set, in characters of full width; letters, digits and spaces are half as wide."""
    narrow = sum(char < "\u2000" for char in chars)
    return len(chars) - narrow / 2


MARKS = re.compile("[，。、；：！？“”‘’（）《》「」『』【】·]")


@dataclass(frozen=True)
class Row:
    """A row of the page without the white space around it."""

    text: Text
    gap: bool
    indent: bool
    width: float
    marks: int

    @classmethod
    def of(cls, line: Text, gap: bool) -> Row:
        """A row from its line; an indent is white space that sets a paragraph off."""
        chars = str(line)
        margin = chars[: len(chars) - len(chars.lstrip())]
        text = line.strip()
        return cls(text, gap, measure(margin) >= 1, measure(text.chars), len(MARKS.findall(text.chars)))


def read_rows(page: Page) -> list[Row]:
    """The rows of a page that have anything on them."""
    rows, gap = [], False
    for line in Text.of(page.raw).split(ROW_BREAK):
        chars = line.chars
        if not chars or chars.isspace():
            gap = True
            continue
        pieces = line.split(INDENT_WITHIN) if "\u3000\u3000" in chars else [line]
        for number, piece in enumerate(pieces):
            row = Row.of(piece, gap)
            rows.append(row if number == 0 else Row(row.text, gap, True, row.width, row.marks))
            gap = False
    return rows


def measure_columns(rows: Sequence[Row], reach: int = 7) -> list[tuple[float, float]]:
    """The width of the column that each row ends and the one that the next row begins: what most rows around share."""
    sizes = [round(row.width) for row in rows]
    back, ahead = [], []
    for number in range(len(rows)):
        back.append(_common(sizes[max(0, number - reach) : number + 2]))
        ahead.append(_common(sizes[number : number + reach + 2]))
    return list(zip(back, ahead, strict=True))


def _common(sizes: Sequence[int]) -> float:
    counts = Counter(sizes)
    best = max(counts, key=lambda size: (counts[size] * 2 + counts[size - 1] + counts[size + 1], size))
    return float(best)


@dataclass(frozen=True)
class JoinColumns:
    """Joins the rows of columns into the paragraphs that the author wrote."""

    longest_column: float = 32.0

    def __call__(self, page: Page) -> tuple[Paragraph, ...]:
        return tuple(self._join(page))

    def _join(self, page: Page) -> Iterator[Paragraph]:
        rows = read_rows(page)
        if not rows:
            return
        columns = measure_columns(rows)
        group = [rows[0]]
        for number in range(1, len(rows)):
            after = rows[number + 1] if number + 1 < len(rows) else None
            if self._joins(rows[number - 1], rows[number], after, columns[number - 1][0], columns[number][1], len(group)):
                group.append(rows[number])
            else:
                yield _paragraph(group)
                group = [rows[number]]
        yield _paragraph(group)

    def _joins(self, row: Row, following: Row, after: Row | None, column: float, column_ahead: float, rows_so_far: int) -> bool:
        first, last = str(row.text), str(following.text)
        if following.indent or OPENING.match(last) or ENDING.search(first) or first.startswith("#"):
            return False
        if re.match(r"[（(]\s*[下紧][转接]", last):
            return False
        wide = column > self.longest_column or row.width > self.longest_column
        if last[0] in NEVER_FIRST or first[-1] in NEVER_LAST:
            return True
        core = first.rstrip(CLOSING)
        ends = core[-1:] in SENTENCE_END if core else True
        if first[-1] in GOES_ON and not wide:
            return True
        if wide:
            body = row.width > self.longest_column
            return (
                body
                and not ends
                and first[-1] not in ":：;；"
                and following.width > self.longest_column / 2
                and not BYLINE.match(last)
            )
        # The first row of a paragraph is set in by two characters, which a dump may not show.
        short = row.width < column - (3.5 if rows_so_far == 1 else 1.5) - min(row.marks, 3) / 2
        if ends:
            indented = following.width < column_ahead - 1 and after is not None and not _ends(following)
            return rows_so_far > 1 and not short and not indented
        if short and rows_so_far < 2:
            return False
        return not short and not (BYLINE.match(last) and not _ends(following))


def _ends(row: Row) -> bool:
    core = row.text.chars.rstrip(CLOSING)
    return not core or core[-1] in SENTENCE_END


def _paragraph(group: Sequence[Row]) -> Paragraph:
    return Paragraph(Text.join("", [row.text for row in group]), tuple(row.text for row in group), group[0].gap)
