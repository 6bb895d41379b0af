"""The lines of a page of Markdown, and what of it is no text: marks within lines, and what runs over several of them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yaowen.markup import SECTION, strip_markup
from yaowen.text import NOWHERE, Source, Text

FRONT_MATTER = re.compile(
    r"\s{0,20}(?:```\w{0,12}[ \t]*\n\s{0,20})?---[ \t]*\n"
    r"(?=[^\S\n]*[A-Za-z_])(?:(?:[A-Za-z_][\w -]{0,40}:|[ \t]+\S|-[ \t]|#)[^\n]*\n|[ \t]*\n){1,60}(?:---|\.\.\.)[ \t]*(?=\n|$)"
)
"""YAML that says of a file what it is, before its text begins."""
DIVIDER = re.compile(
    r"\s*(?:(?:`{3,}|~{3,})[ \t]*\w{0,12}|(?:>[ \t]?)+|(\\?[-*_=])(?:[ \t]*\1){2,}|\{\d+\}-{3,}|Page\s+\d+\s+of\s+\d+)\s*"
)
"""A line that is no text: a rule, what fences a block of code, the mark of a page (`{3}-----`), `>` alone."""
REMARK = re.compile(
    r"[\s>*]*(?:(?:以下|下面|这)[^。，]{0,24}(?:图[片像中]|页面|版面|识别|转录|转写|提取|OCR)[^。，]{0,24}[：:。]"
    r"|(?:以上|上述)[^。]{0,20}(?:识别|转录|转写|提取|OCR)[^。]{0,40}。?"
    r"|(?:Here|Below|Sure|Certainly|The following)\b[A-Za-z ,!'’\d-]{0,120}"
    r"(?:text|transcri\w{1,8}|content|page|image|Markdown)[A-Za-z ,'’\d-]{0,60}[:.]"
    r"|[（(](?:接|转|续)[上下]页[）)]"
    r"|[\[【](?:图片?|图像|照片|插图|image|figure|picture|photo)\s*(?:(?:说明|描述|内容|description)?\s*[:：][^\[\]【】\n]{0,300})?[\]】])[\s*]*",
    re.IGNORECASE,
)
"""What a model says of its reading (以下是图片中的文字：), or of a picture that it saw ([图片：工人在桥上])."""
LONGEST_REMARK = 320
OPENS = re.compile(r"<!--|<table\b", re.IGNORECASE)
CLOSES = {"<!--": "-->", "<table": "</table>"}
LONGEST_COMMENT = 4000
LINE_BREAK = re.compile(r"[\n\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029]")


def read_lines(raw: str) -> Iterator[Text]:
    """The lines of a page. A table of HTML is one however many it takes; lines that are no text are empty."""
    text = Text.of(raw)
    position = 0
    if front := FRONT_MATTER.match(raw):
        yield text[:0]
        position = front.end()
    lowered = raw.lower() if OPENS.search(raw) else ""
    ends = dict.fromkeys(CLOSES, position)
    while position <= len(raw):
        found = LINE_BREAK.search(raw, position)
        end = found.start() if found else len(raw)
        kept = []
        while lowered and (opened := OPENS.search(raw, position, end)):
            name = opened[0].lower()
            closing = CLOSES[name]
            if ends[name] < opened.end():
                closed = lowered.find(closing, opened.end())
                ends[name] = closed if closed >= 0 else len(raw) + 1
            comment = name == "<!--"
            kept.append(text[position : opened.start() if comment else opened.end()])
            position = opened.end()
            if ends[name] > len(raw) or (comment and ends[name] - position > LONGEST_COMMENT):
                continue
            if not comment:
                # What only the source breaks within a table is no row: its rows have marks of their own.
                kept.append(text[position : ends[name]].without(LINE_BREAK))
            position = ends[name] + (len(closing) if comment else 0)
            if position > end:
                found = LINE_BREAK.search(raw, position)
                end = found.start() if found else len(raw)
        line = (Text.join("", [*kept, text[position:end]]) if kept else text[position:end]).visible()
        yield line[:0] if DIVIDER.fullmatch(line.chars) or _is_remark(line.chars) else line
        position = end + 1


def _is_remark(chars: str) -> bool:
    return len(chars) <= LONGEST_REMARK and REMARK.fullmatch(chars) is not None


def plain(raw: str) -> str:
    """A page without its marks."""
    return "\n".join(SECTION.sub("", row.chars) for line in read_lines(raw) for row in strip_markup(line))


def markup_of(raw: str) -> Iterator[Source]:
    """Where on each line of a page stands what is no text."""
    told = bytearray(len(raw))
    for line in read_lines(raw):
        for row in strip_markup(line):
            for offset in row.offsets:
                if offset != NOWHERE:
                    told[offset] = 1
    start = 0
    for chars in raw.split("\n"):
        marks: list[tuple[int, int]] = []
        for place, char in enumerate(chars, start):
            goes_on = bool(marks) and marks[-1][1] == place
            if told[place] or (char.isspace() and not goes_on):
                continue
            marks.append((marks.pop()[0] if goes_on else place, place + 1))
        if marks:
            yield tuple(marks)
        start += len(chars) + 1
