"""A page is made of articles: as the text layer of a PDF, as OCR Markdown or as web text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from random import Random

from yaowen.page import CutPage, Page
from yaowen.schema import SourceKind
from yaowen.train.copy import Copy
from yaowen.train.pages.columns import ColumnSetter
from yaowen.train.pages.markdown import MarkdownSetter
from yaowen.train.pages.setter import Setter
from yaowen.train.pages.style import Style
from yaowen.train.pages.web import WebSetter

SETTERS: Mapping[SourceKind, type[Setter]] = {
    SourceKind.PDF_TEXT: ColumnSetter,
    SourceKind.OCR_MARKDOWN: MarkdownSetter,
    SourceKind.WEB_TEXT: WebSetter,
}
SHARES = {SourceKind.PDF_TEXT: 64, SourceKind.OCR_MARKDOWN: 18, SourceKind.WEB_TEXT: 18}
"""How many of a hundred pages are of a kind."""


def make_page(copies: Sequence[Copy], random: Random, kind: SourceKind | None = None, *, held_out: bool = False) -> CutPage:
    """A page with all of the articles on it, and how it is to be cut; in a layout that is held out, or in any other."""
    kind = kind or random.choices(tuple(SHARES), tuple(SHARES.values()))[0]
    setter = SETTERS[kind](random, Style.draw(random, held_out=held_out))
    setter.set(copies)
    return Page("made", setter.sheet.raw, kind), setter.cut()
