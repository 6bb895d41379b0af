"""What made a text: a PDF's text layer, OCR, or a web page."""

from __future__ import annotations

import re

from yaowen.credits import ENDS_WITH_CREDIT
from yaowen.gutters import part_columns
from yaowen.markdown import LINE_BREAK
from yaowen.schema import SourceKind
from yaowen.text import INVISIBLE, Text

MARKDOWN = re.compile(r"^(?:#{1,6} |!\[|\|.*\|$|\*\*)", re.MULTILINE)
WEB = re.compile(
    # Buttons may have marks or numbers beside them: ◀ 上一版, 3上一篇.
    r"^[^\S\n]*(?:分享到|过往期刊|[\W\d]{0,6}(?:上|下)一[版篇期]|放大\s+缩小|第[\d\w]{1,4}版[^\n]{0,60}[上下]一版|返回(?:目录|首页)|首页\s*[>＞»]|相关新闻|Copyright\b|原标题\s*[:：]|以下文章来源于"
    r"|点击上方|字[号體体號]\s*[:：]|发布(?:时间|日期)\s*[:：]|\d{4}-\d\d-\d\d \d\d:\d\d)"
    # a stamp: 2024-05-08 09:12:40 来源：…, |编辑: 卓然 |时间: 2024-05-08 09:12
    r"|^[^\S\n]*(?:\S[^\n]{0,40}?[\s:：|])?\d{4}(?:-\d\d?-\d\d?|年\d\d?月\d\d?日)[^\S\n]*\d\d?:\d\d(?::\d\d)?(?:$|[\s|来作])"
    r"|^[^\S\n]*(?:当前|[您你]的|您当前的|现在的?)?位置\s*[:：]\s*首页|^[^\S\n]*(?:登录\s*[|｜]\s*注册|设为首页)",
    re.MULTILINE,
)
FINISHED = re.compile(rf"[。！？…：；!?;:][”’）)』」\"]*$|{ENDS_WITH_CREDIT.pattern}")
LONGEST_COLUMN = 80
"""No row of a column is longer: it is a paragraph, whatever it ends with."""
FEW_ROWS = 5


def recognise_kind(raw: str, suffix: str = "") -> SourceKind:
    """The source kind of a page that does not say.

    In columns most characters stand in rows that a sentence runs out of; in Markdown and on the web in rows that end with
    one, or are longer than any column. What has no columns is Markdown by its marks, else the web's; so are rows that the
    web's own words surround.
    """
    if suffix in {".md", ".markdown"}:
        return SourceKind.OCR_MARKDOWN
    raw = INVISIBLE.sub("", raw)
    lines = Text.of(raw).split(LINE_BREAK)
    parted = part_columns(lines)
    rows = [row for line in parted if (row := line.chars.strip())]
    finished = sum(len(row) for row in rows if FINISHED.search(row) or len(row) > LONGEST_COLUMN)
    in_columns = parted is not lines or (len(rows) > FEW_ROWS and finished < 0.5 * sum(map(len, rows)))
    if MARKDOWN.search(raw) and not in_columns:
        return SourceKind.OCR_MARKDOWN
    if in_columns and not WEB.search(raw):
        return SourceKind.PDF_TEXT
    return SourceKind.WEB_TEXT
