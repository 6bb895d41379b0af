"""The marks that Markdown puts between the words of a page: bold, HTML tags, links, formulas. They are no part of its text.

OCR programs write them, each in its own way. What they would say of the layout is left to the rows themselves; a break or
a cell of a table still parts what stands on either side.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from yaowen.text import NOWHERE, Source, Text

_TAGS = (
    r"html|body|div|span|p|br|hr|table|thead|tbody|tfoot|colgroup|col|tr|t[dh]|caption|figure|figcaption|img|center|font"
    r"|section|header|footer|details|summary|blockquote|pre|code|sup|sub|strong|small|b|em|i|u|s|del|ins|mark|ul|ol|li|a|h[1-6]"
)
_IN_FORMULA = r"[^$\n\\_^{}\u2e80-\u9fff\uff00-\uffef]{0,60}"
_NUMBER = rf"(?=\S){_IN_FORMULA}(?:\\[%,. ]{_IN_FORMULA}){{0,4}}(?<=\S)"
"""What stands in the signs of a formula and can be read without them: 12.5\\%. A formula with commands of its own is kept."""
_INSIDE = r"(?=[^\s*，。、；和与及])[^*\n]{1,400}?(?<=\S)"
MARKUP = re.compile(
    rf"<!--[^\n]{{0,400}}?-->|</?(?P<tag>{_TAGS})(?:\s[^<>\n]{{0,400}})?/?>"
    r"|(?P<image>!\[[^\]\n]{0,200}\]\([^()\n]{0,400}\))"
    r"|\[(?P<link>[^\[\]\n]{1,200})\]\((?:https?:|/|\.|#|mailto:)[^()\s]{0,400}\)"
    rf"|(?<![\\$])\$(?P<formula>{_NUMBER})\$(?![$\d])|\\\((?P<round>{_NUMBER})\\\)"
    r"|(?P<kept>\$[^$\n\u4e00-\u9fff]{1,120}\$|\\\([^\n\u4e00-\u9fff]{1,120}?\\\))"
    rf"|(?<!\*)(?P<stars>\*{{2,3}})(?P<bold>{_INSIDE})(?P=stars)(?!\*)"
    r"|(?<![\w_])__(?P<strong>[^\s_][^_\n]{0,400}?)__(?![\w_])"
    r"|\\(?=[%$&#_*~\-+.{}!|<>])"
    r"|&(?:nbsp|ensp|emsp);|(?<=&)amp;",
    re.IGNORECASE,
)
_PARTS = re.compile(r"br|hr|tr|p|div|table|li|h[1-6]|blockquote|figure|figcaption|caption", re.IGNORECASE)
_CELL_TAG = re.compile(r"t[dh]", re.IGNORECASE)
_PIPE = re.compile(r"(?<!\\)\|")
_TABLE_ROW = re.compile(r"\s*\|(?P<cells>[^\n]{1,4000})\|\s*")
_BOLD_ROW = re.compile(r"\s*(?:(?P<open>\*{2,3}|__)[^*_\n]+(?P=open))\s*")
LIST_MARK = re.compile(r"[ \t]{0,8}(?:[-*+]|>(?:[ \t]?>){0,4})[ \t]+(?=\S)")
"""What opens an item of a list or a passage that is quoted."""
CELL, BREAK = "\t", "\n"
"""What a mark puts between its neighbours, where it parts them: a border of two cells, the end of a row."""


def find_markup(chars: str) -> Iterator[tuple[int, int, str]]:
    """Where marks stand, in order: `[start, end)`, and what they put between their neighbours, if anything.

    What opens a row that is bold as a whole, as headings are, is left to whoever reads the rows.
    """
    cells = _TABLE_ROW.fullmatch(chars) if chars.lstrip()[:1] == "|" else None
    if cells and not cells["cells"].strip("-:| \t"):
        yield 0, len(chars), CELL
        return
    start = 0
    if whole := _BOLD_ROW.fullmatch(chars):
        start = whole.end("open")
        end = len(chars.rstrip())
        yield from _marks_within(chars, start, end - (start - whole.start("open")))
        yield end - (start - whole.start("open")), end, ""
        return
    if item := LIST_MARK.match(chars):
        start = item.end()
        yield 0, start, ""
    marks = _marks_within(chars, start, len(chars))
    if not cells:
        yield from marks
        return
    pipes = ((pipe.start(), pipe.end(), CELL) for pipe in _PIPE.finditer(chars, start))
    position = start
    for first, last, between in sorted([*pipes, *marks]):
        if first >= position:
            yield first, last, CELL if between else ""
            position = last


def _marks_within(chars: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    for match in MARKUP.finditer(chars, start, end):
        if tag := match["tag"]:
            yield *match.span(), BREAK if _PARTS.fullmatch(tag) else CELL if _CELL_TAG.fullmatch(tag) else ""
        elif said := next((name for name in ("link", "formula", "round", "bold", "strong") if match[name] is not None), None):
            yield match.start(), match.start(said), ""
            # What is bold may hold a link, and a formula a backslash.
            yield from _marks_within(chars, *match.span(said))
            yield match.end(said), match.end(), ""
        # An image alone on its row is a row of the page.
        elif match["kept"] is None and not (match["image"] and match[0] == chars.strip()):
            yield *match.span(), ""


def strip_markup(line: Text) -> list[Text]:
    """A line without the marks, in the rows that they part it into; `CELL` stands between the cells of a table."""
    rows: list[list[Text]] = [[]]
    position = 0
    for start, end, between in find_markup(line.chars):
        rows[-1].append(line[position:start])
        position = end
        if between == BREAK:
            rows.append([])
        elif between:
            rows[-1].append(Text.inserted(between))
    if not position:
        return [line]
    rows[-1].append(line[position:])
    return [Text.join("", row) for row in rows]


def cells_of(text: Text) -> list[Text]:
    """The cells of a row of a table; any other text whole."""
    borders = [place for place, char in enumerate(text.chars) if char == CELL and text.offsets[place] == NOWHERE]
    cells = [
        text[start:end].strip()
        for start, end in zip([0, *(place + 1 for place in borders)], [*borders, len(text)], strict=True)
    ]
    return [cell for cell in cells if cell.chars]


def plain(raw: str) -> str:
    """A page without the marks."""
    return "\n".join(row.chars for line in Text.of(raw).split("\n") for row in strip_markup(line))


def markup_of(raw: str) -> Iterator[Source]:
    """Where the marks of each line of a page stand."""
    start = 0
    for line in raw.split("\n"):
        if found := tuple((start + first, start + end) for first, end, _ in find_markup(line)):
            yield found
        start += len(line) + 1
