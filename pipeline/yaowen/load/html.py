"""The text of a web page, in rows as a reader sees them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from yaowen.load.unreadable import UnreadableError
from yaowen.page import MANY_ROWS, Printed, PrintedText

HIDDEN = re.compile(
    "applet|audio|button|canvas|datalist|embed|head|iframe|input|math|noframes|noscript|object|rp|rt|script|select|style|svg"
    "|template|textarea|title|video"
)
HIDDEN_STYLE = re.compile(r"display\s*:\s*none|(?P<waits>visibility\s*:\s*(?:hidden|collapse))", re.IGNORECASE)
WAITING, MOST_PIECES = 100, 400
"""So many characters that are not visible yet are the text of a page, which a script will show."""

APART = re.compile("article|aside|blockquote|dl|figure|footer|h[1-6r]|header|main|nav|[ou]l|p|pre|section|table")
"""What has a blank line before and after it."""

ROW = re.compile(
    "address|body|caption|center|d[dt]|details|dialog|dir|div|fieldset|figcaption|form|legend|li|menu|summary|t[dhr]|tbody|tfoot|thead"
)
"""What else begins and ends a row. A cell does: the tables of newspapers' sites are columns of a layout, rarely figures."""

HEADINGS = {"h1": 2.0, "h2": 1.5, "h3": 1.17}
"""How large browsers show a heading beside the body text. Deeper ones are no larger than that."""

SPACES = re.compile(r"[ \t\r\n\f]+")
LATIN = "\u2000"
"""The first character after those that a space parts when a line ends between them."""


@dataclass
class _Rows:
    """Rows as they grow. A blank row is written when another row follows."""

    done: list[str] = field(default_factory=list)
    length: int = 0
    printed: list[Printed] = field(default_factory=list)
    size: float = 1.0
    """Of what is being added, where a heading sets it."""
    row: list[str] = field(default_factory=list)
    blank: bool = False
    bullet: str = ""

    def end(self, *, blank: bool = False) -> None:
        text = SPACES.sub(_close, "".join(self.row)).strip(" ").replace("\xa0", " ").rstrip()
        self.row.clear()
        if text:
            self.length += self.blank and bool(self.done)
            self.done += [""] * (self.blank and bool(self.done)) + [self.bullet + text]
            end = self.length + len(self.bullet) + len(text)
            if self.size > 1.0:
                self.printed.append(Printed(end - len(text), end, self.size))
            self.length = end + 1
            self.blank, self.bullet = False, ""
        self.blank |= blank

    def part(self, tag: str) -> None:
        if APART.fullmatch(tag):
            self.end(blank=True)
        elif ROW.fullmatch(tag):
            self.end()

    def add(self, text: str | None, *, as_it_is: bool) -> None:
        if not as_it_is:
            self.row.append(text or "")
            return
        for number, line in enumerate((text or "").replace("\r\n", "\n").split("\n")):
            if number:
                self.end(blank=not any(self.row))
            self.row.append(line.replace(" ", "\xa0"))


def read_html(markup: str) -> PrintedText:
    """The rows that a reader of a page sees, and the size of its headings. An item of a list begins with •.

    Raises `UnreadableError` where the parser gave up part of the page.
    """
    from lxml import etree

    # Of itself it would drop what stands 256 tags deep, which a few hundred <font> that nobody closed come to.
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True)
    root = etree.fromstring(markup.encode("utf-8", "replace"), parser)
    if any("Excessive depth" in error.message for error in parser.error_log):
        raise UnreadableError("its tags are nested too deep; save the text of the page as .txt")
    if root is None:  # there is no element
        return PrintedText("")
    rows, kept = _Rows(), 0
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        tag = element.tag.lower()
        if event == "start":
            if HIDDEN.fullmatch(tag) or "hidden" in element.attrib or _is_hidden(element):
                walk.skip_subtree()
                continue
            if tag == "br":
                rows.end(blank=not any(rows.row))
            rows.part(tag)
            rows.size = HEADINGS.get(tag, rows.size)
            if tag == "li":
                rows.bullet = "• "
            kept += tag == "pre"
            rows.add(element.text, as_it_is=kept > 0)
        else:
            kept -= tag == "pre"
            rows.part(tag)
            if tag in HEADINGS:
                rows.size = 1.0
            if tag == "li":
                rows.bullet = ""
            rows.add(element.tail, as_it_is=kept > 0)
    rows.end()
    return PrintedText("\n".join(rows.done) + "\n", tuple(rows.printed) if len(rows.printed) <= MANY_ROWS else ())


def _is_hidden(element: Any) -> bool:
    """Whether a style hides an element; one that holds a text and keeps its place is shown once the page is there."""
    hidden = HIDDEN_STYLE.search(element.get("style", ""))
    if hidden is None or not hidden["waits"]:
        return hidden is not None
    return sum(len(text.strip()) for text in islice(element.itertext(), MOST_PIECES)) < WAITING


def _close(spaces: re.Match[str]) -> str:
    """What a run of white space is shown as: nothing where the source of a page only broke a line of Chinese in it."""
    text, (start, end) = spaces.string, spaces.span()
    broken = "\n" in spaces[0] and start > 0 and end < len(text) and text[start - 1] >= LATIN and text[end] >= LATIN
    return "" if broken else " "
