"""The marks that Markdown puts between the words of a page: bold, HTML tags, links, formulas. They are no part of its text.

OCR programs write them, each in its own way. What they would say of the layout is left to the rows themselves; a break or
a cell of a table still parts what stands on either side.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from yaowen.text import Source, Text

_TAGS = (
    r"div|span|p|br|hr|table|thead|tbody|tfoot|tr|t[dh]|caption|figure|figcaption|img|center|font|section|header|footer"
    r"|sup|sub|strong|b|em|i|u|ul|ol|li|a|h[1-6]"
)
_IN_FORMULA = r"[^$\n\\\u2e80-\u9fff\uff00-\uffef]{0,60}"
_FORMULA = rf"(?<![\\$])\$(?=\S)(?P<formula>{_IN_FORMULA}(?:\\[%,. ]{_IN_FORMULA}){{0,4}})(?<=\S)\$(?!\$)"
"""A number in a formula's marks ($12.5\\%$). A formula that has commands of its own stays as it is."""
MARKUP = re.compile(
    rf"<!--[^\n]{{0,400}}?-->|</?(?P<tag>{_TAGS})(?:\s[^<>\n]{{0,400}})?/?>"
    r"|(?P<image>!\[[^\]\n]{0,200}\]\([^()\n]{0,400}\))"
    r"|(?P<link>\[(?P<said>[^\[\]\n]{1,200})\]\((?:https?:|/|\.|#|mailto:)[^()\s]{0,400}\))"
    rf"|{_FORMULA}"
    r"|\\(?=[%$&#_*~\-+.()\[\]{}!|<>])"
    r"|&(?:nbsp|ensp|emsp);|(?<=&)amp;"
    r"|(?:(?<=^)|(?<=^[ \t]))(?:[-*+]|>(?:[ \t]?>){0,4})[ \t]+(?=\S)"
    r"|\*{2,3}|(?<![\w_])_{2,3}(?=\S)|(?<=\S)_{2,3}(?![\w_])",
    re.IGNORECASE,
)
_PARTS = re.compile(r"br|hr|tr|p|div|table|li|h[1-6]|figure|figcaption|caption", re.IGNORECASE)
_CELL = re.compile(r"t[dh]", re.IGNORECASE)
TABLE_ROW = re.compile(r"\s*\|(?P<cells>[^\n]{1,4000})\|\s*")
BOLD = re.compile(r"\s*(?:\*{2,3}[^*\n]+\*{2,3}|_{2,3}[^_\n]+_{2,3})\s*")
"""A row that is bold as a whole, as headings are; what opens it is kept apart by whoever reads the rows."""


def find_markup(chars: str) -> Iterator[tuple[int, int, str]]:
    """Where marks stand, in order: `[start, end)`, and what they put between their neighbours: nothing, a blank or a break."""
    if chars.strip()[:1] == "|" and (row := TABLE_ROW.fullmatch(chars)):
        for match in re.finditer(r"\|" if row["cells"].strip("-:| \t") else r".+", chars):
            yield *match.span(), " "
        return
    opening = 0
    if whole := BOLD.fullmatch(chars):
        opening = len(chars) - len(chars.lstrip()) + len(whole[0].strip()) - len(whole[0].strip().lstrip("*_"))
    for match in MARKUP.finditer(chars, opening):
        if tag := match["tag"]:
            yield *match.span(), "\n" if _PARTS.fullmatch(tag) else " " if _CELL.fullmatch(tag) else ""
        elif match["link"]:
            yield match.start(), match.start("said"), ""
            yield match.end("said"), match.end(), ""
        elif match["formula"] is not None:
            yield match.start(), match.start() + 1, ""
            for escape in re.finditer(r"\\", match["formula"]):
                place = match.start("formula") + escape.start()
                yield place, place + 1, ""
            yield match.end() - 1, match.end(), ""
        elif not match["image"] or match[0] != chars.strip():  # an image alone on its row is a row of the page
            yield *match.span(), ""


def strip_markup(line: Text) -> list[Text]:
    """A line without the marks, in the rows that they part it into."""
    rows: list[list[Text]] = [[]]
    position = 0
    for start, end, between in find_markup(line.chars):
        rows[-1].append(line[position:start])
        position = end
        if between == "\n":
            rows.append([])
        elif between:
            rows[-1].append(Text.inserted(between))
    if not position:
        return [line]
    rows[-1].append(line[position:])
    return [Text.join("", row) for row in rows]


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
