"""What made a text: a PDF's text layer, OCR, or a web page."""

from __future__ import annotations

import re
from statistics import median

from yaowen.schema import SourceKind

MARKDOWN = re.compile(r"^(?:#{1,6} |!\[|\|.*\|$|\*\*)", re.MULTILINE)
WEB = re.compile(r"分享到|过往期刊|责任编辑[:：]|^上一[版篇期]|^下一[版篇期]|^第\d+版\s*[:：]|^返回(?:目录|首页)", re.MULTILINE)
COLUMN = 32
"""Rows of newspaper columns are shorter than this; set columns have 11–22 characters, and rows of two run together."""


def recognise_kind(raw: str, suffix: str = "") -> SourceKind:
    """The source kind of a page that does not say: Markdown by its marks, columns by their width, the web by the rest."""
    if suffix in {".md", ".markdown"}:
        return SourceKind.OCR_MARKDOWN
    rows = [len(row) for line in raw.splitlines() if (row := line.strip())]
    in_columns = len(rows) > 5 and median(rows) <= COLUMN and sum(row for row in rows if row <= COLUMN) > 0.7 * sum(rows)
    if MARKDOWN.search(raw) and not in_columns:
        return SourceKind.OCR_MARKDOWN
    if in_columns and not WEB.search(raw):
        return SourceKind.PDF_TEXT
    return SourceKind.WEB_TEXT
