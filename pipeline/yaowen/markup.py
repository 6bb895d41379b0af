"""The marks that Markdown puts between the words of a line: bold, HTML tags, links, formulas. They are no part of its text.

OCR programs write them, each in its own way. What they would say of the layout is left to the rows themselves; a break or
a cell of a table still parts what stands on either side.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from yaowen.text import NOWHERE, Text

_TAGS = (
    r"html|body|div|span|p|br|hr|table|thead|tbody|tfoot|colgroup|col|tr|t[dh]|caption|figure|figcaption|img|center|font"
    r"|article|page|headline|subheadline|title|subtitle|kicker|byline|masthead|dateline|date|main|aside|nav|section|header|footer|details|summary|blockquote|pre|code|sup|sub|strong|small|b|em|i|u|s|del|ins|mark|ul|ol|li|a|h[1-6]"
)
_SET = r"\\(?:math|text|operatorname|underline|boldsymbol|mbox)[a-z]*[ ]?(?=\{)|\\(?:rm|bf|it|q?quad)(?![a-zA-Z])"
"""Commands of a formula that say how to set it, not what it says."""
_SPACES = r"\\[,;:! ]"
_SIMPLE = r"[^$\n\\_^{}\u2e80-\u9fff\uff00-\uffef]|\\[%.#&]"
_NUMBER = rf"(?=\S)(?:{_SIMPLE}|{_SPACES}){{1,120}}(?<=\S)"
_SETTING = rf"{_SET}|{_SPACES}| ?[{{}}] ?|(?<=\{{)~|(?:(?<=[A-Za-z}}])|(?<=[A-Za-z}}] ))[_^](?= ?\{{? ?\d)"
_UNIT = rf"(?:{_SETTING}|{_SIMPLE}|(?<=\{{)[\u4e00-\u9fff]{{1,20}}(?=\}})){{1,120}}+"
"""What can be read without the signs of a formula around it: 12.5\\%, 50\\,\\mathrm{km}. Any other is kept: 26^{\\circ}."""
IN_FORMULA = re.compile(rf"{_SETTING}|\\(?=[%.#&])|(?<=[^A-Za-z][A-Za-z]) (?=[A-Za-z](?![A-Za-z]))")
_IMAGE = r"!\[[^\]\n]{0,200}\]\((?:data:image/[^()\s]*|[^()\n]{0,400})\)"
"""A picture by the name of its file, or all of it."""
_INSIDE = r"(?=[^\s*，。、；和与及])[^*\n]{1,400}?(?<=\S)"
_LATEX = (
    r"\\(?P<block>begin|end)\{[a-z]{1,20}\*?\}(?:\[[^\]\n]{0,80}\]|\{[|lcrpm{}.\d\\a-z@ ]{0,80}?\}(?!\}))?"
    r"|\\(?:hline|cline\{[\d-]{1,9}\}|[a-z]{3,6}rule|centering|noindent|maketitle|item)(?![a-zA-Z])"
    r"|\\includegraphics(?:\[[^\]\n]{0,200}\])?\{[^{}\n]{0,400}\}"
    r"|\\(?:title|author|(?:sub){0,2}section|footnote(?:text)?|caption|text[a-z]{2}|emph|underline)\*?\{(?P<latex>[^{}\n]{1,400})\}"
    r"|\\(?:title|author|footnotetext|caption)\*?\{(?=\s*$)|^\s*\}(?=\s*$)|\\{1,2}(?=\s*$)"
)
"""The commands of LaTeX that say how a page is set: some programs write Markdown with them."""
MARKUP = re.compile(
    # what DeepSeek-OCR says of the kind and place of what follows: <|ref|>text<|/ref|><|det|>[[52, 30, 480, 90]]<|/det|>
    r"<\|(?P<of>ref|det)\|>[^\n<>|]{0,400}<\|/(?P=of)\|>|<\|/?[a-z_]{2,16}\|>"
    rf"|<!--[^\n]{{0,400}}?-->|<sup>\s*[\[(〔]\d{{1,2}}[\])〕]\s*</sup>|(?:(?<=[。！？；，、”）])|^\s*)<sup>\s*\d{{1,2}}\s*</sup>|</?(?P<tag>{_TAGS})(?:\s[^<>\n]{{0,400}}|\s[^<>\n]{{0,200}}?data:image/[^<>\s]*[^<>\n]{{0,400}})?/?>"
    rf"|(?P<image>{_IMAGE})"
    r"|\[(?P<link>[^\[\]\n]{1,200})\]\((?:https?:|/|\.|#|mailto:)[^()\s]{0,400}\)"
    # What refers to a note: [^1], ${ }^{1}$, <sup>[1]</sup>.
    r"|\[\^[\w-]{1,20}\]:?|(?<![A-Za-z\d$\\])\$(?:\{ ?\})?\^\{?[\[(]?\d{1,2}[\])]?\}?\$"
    # what opens a brief or points to a picture, and is no character to the program: $\bullet$
    r"|\$ ?\\(?:bullet|(?:black|big)?(?:triangle|square|star|diamond|lozenge|circle)(?:down|left|right|up)?) ?\$"
    rf"|(?<![\\$])\$(?P<formula>{_NUMBER})\$(?![$\d])|\\\((?P<round>{_NUMBER})\\\)"
    rf"|(?<![\\$])\$(?P<unit>{_UNIT})\$(?![$\d])|\\\((?P<unit_round>{_UNIT})\\\)"
    r"|(?P<kept>\$[^$\n\u4e00-\u9fff]{1,120}\$|\\\([^\n\u4e00-\u9fff]{1,120}?\\\))"
    rf"|(?<!\*)(?P<stars>\*{{2,3}})(?P<bold>{_INSIDE})(?P=stars)(?!\*)"
    r"|(?<![\w_])__(?P<strong>[^\s_][^_\n]{0,400}?)__(?![\w_])"
    r"|(?<![\w*\\])\*(?P<star>[^\s*，。、；：！？][^*\n]{0,400}?)(?<![\s，、；：\\])\*(?![\w*])"
    r"|(?<![\w_\\])_(?P<line>[^\s_][^_\n]{0,400}?)(?<=\S)_(?![\w_])"
    rf"|{_LATEX}"
    r"|\\(?=[%$&#_*~\-+.{}!|<>])"
    r"|&(?:nbsp|ensp|emsp);|(?<=&)amp;",
    re.IGNORECASE,
)
_PARTS = re.compile(
    r"br|hr|tr|p|div|table|li|h[1-6]|blockquote|figure|figcaption|caption|article|page|(?:sub)?headline|(?:sub)?title|kicker"
    r"|byline|masthead|date|main|aside|nav|section|header|footer",
    re.IGNORECASE,
)
_CELL_TAG = re.compile(r"t[dh]", re.IGNORECASE)
_PIPE = re.compile(r"(?<!\\)\|")
_TABLE_ROW = re.compile(r"\s*\|(?P<cells>[^\n]{1,4000})\|\s*")
_LATEX_ROW = re.compile(r"[^\n&]{0,400}&[^\n]{1,4000}\\\\\s*(?:\\hline\s*)?")
_AMPERSAND = re.compile(r"(?<!\\)&(?!(?:nbsp|ensp|emsp|amp);)")
HEADING_TAG = r"(?:<(?:h[1-6]|headline|title)(?:\s[^<>\n]{0,200})?>|(?:<(?:p|div)(?:\s[^<>\n]{0,200})?>\s*)?<(?:b|strong)>)"
_HEADING = re.compile(
    r"\s*(?:(?P<stars>\*{2,3}|__)[^*_\n]+(?:(?P=stars)\s+(?P=stars)[^*_\n]+){0,4}(?P<close>(?P=stars))|(?P<section>\\(?:title|(?:sub){0,2}section)\*?\{)[^{}\n]+(?P<brace>\})"
    # <h2>石桥修缮完工</h2>, <p><b>石桥修缮完工</b></p>
    rf"|(?P<tagged>{HEADING_TAG})[^<>\n]+(?P<untagged></(?:h[1-6]|headline|title|b|strong)>(?:\s*</(?:p|div)>)?))\s*",
    re.IGNORECASE,
)
HEADING_ENDS = (("stars", "close"), ("section", "brace"), ("tagged", "untagged"))
SECTION = re.compile(rf"^\s*(?:\\(?:title|(?:sub){{0,2}}section)\*?\{{|{HEADING_TAG})", re.IGNORECASE)
IMAGE = re.compile(rf"(?:{_IMAGE}\s*){{1,9}}")
"""A picture, or several, alone in a row."""
BRIEF_MARKS = "●■◆▲★◎•"
"""What opens a brief, or a paragraph of a list, in print."""
LIST_MARK = re.compile(r"[ \t]{0,8}(?:[-*+]|>(?:[ \t]?>){0,4})[ \t]+(?=\S)")
"""What opens an item of a list or a passage that is quoted."""
FORMULAS = ("formula", "round", "unit", "unit_round")
WRAPPED = ("link", "bold", "strong", "star", "line", "latex")
CELL, BREAK = "\t", "\n"
"""What a mark puts between its neighbours, where it parts them: a border of two cells, the end of a row."""


def find_markup(chars: str) -> Iterator[tuple[int, int, str]]:
    """Where marks stand, in order: `[start, end)`, and what they put between their neighbours, if anything.

    What opens a heading, or a row that is bold as a whole, as headings are, is left to whoever reads the rows.
    """
    cells = _TABLE_ROW.fullmatch(chars) if chars.lstrip()[:1] == "|" else None
    if cells and not cells["cells"].strip("-:| \t"):
        yield 0, len(chars), CELL
        return
    if heading := _HEADING.fullmatch(chars):
        opened, close = next(pair for pair in HEADING_ENDS if heading[pair[0]])
        position = heading.end(opened)
        # **望江造林** **连续三年居首**
        within = re.finditer(r"(?<![*_])[*_]{2,3}(?![*_])", chars) if opened == "stars" else ()
        for mark in within:
            if position <= mark.start() < heading.start(close):
                yield from _marks_within(chars, position, mark.start())
                yield *mark.span(), ""
                position = mark.end()
        yield from _marks_within(chars, position, heading.start(close))
        yield *heading.span(close), ""
        return
    start = 0
    if item := LIST_MARK.match(chars):
        start = item.end()
        yield 0, start, ""
    marks = _marks_within(chars, start, len(chars))
    border = _PIPE if cells else _AMPERSAND if "&" in chars and _LATEX_ROW.fullmatch(chars) else None
    if border is None:
        yield from marks
        return
    borders = ((match.start(), match.end(), CELL) for match in border.finditer(chars, start))
    position = start
    for first, last, between in sorted([*borders, *marks]):
        if first >= position:
            yield first, last, CELL if between else ""
            position = last


def _marks_within(chars: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    for match in MARKUP.finditer(chars, start, end):
        if tag := match["tag"]:
            yield *match.span(), BREAK if _PARTS.fullmatch(tag) else CELL if _CELL_TAG.fullmatch(tag) else ""
        elif match["block"]:
            yield *match.span(), BREAK
        elif said := next((name for name in FORMULAS if match[name] is not None), None):
            yield match.start(), match.start(said), ""
            yield from ((*mark.span(), "") for mark in IN_FORMULA.finditer(chars, *match.span(said)))
            yield match.end(said), match.end(), ""
        elif said := next((name for name in WRAPPED if match[name] is not None), None):
            yield match.start(), match.start(said), ""
            # What is bold may hold a link.
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
    if CELL not in text.chars:
        whole = text.strip()
        return [whole] if whole.chars else []
    borders = [place for place, char in enumerate(text.chars) if char == CELL and text.offsets[place] == NOWHERE]
    cells = [
        text[start:end].strip()
        for start, end in zip([0, *(place + 1 for place in borders)], [*borders, len(text)], strict=True)
    ]
    return [cell for cell in cells if cell.chars]


def depth_of(marks: Text | None) -> int:
    """How deep the heading is that these marks open: ##, <h2>; 0 where they say nothing of that."""
    if marks is None:
        return 0
    if marks.chars.lower().startswith(("<headline", "<title")):
        return 1
    tag = re.match(r"<h([1-6])", marks.chars, re.IGNORECASE)
    return int(tag[1]) if tag else marks.chars.count("#")
