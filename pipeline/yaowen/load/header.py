"""A page header in one row: 云岭晚报 2022年3月30日 第06版:数据."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

LONGEST_ROW = 100
PROSE = re.compile(r"[，。；！？“”]")
DAY = re.compile(
    r"(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日|(?<![\d第])(\d{4})[-./](\d{1,2})[-./](\d{1,2})(?![\d期])"
    r"|([〇○零一二三四五六七八九]{4})年([一二三四五六七八九十]{1,3})月([一二三四五六七八九十]{1,3})日"
)
IMPRINT = re.compile(r"(?:星期|周)[一二三四五六日天]|版(?:$|[\s:：|])|第\s*\d{2,6}\s*期|[报网](?:$|[\s|·])")
PAPER = re.compile(r"(?:^|[\s|·>])([\u4e00-\u9fff]{1,7}(?:报|新闻网|在线))(?=$|[\s|·])")
PAGE = re.compile(
    r"(?:^|[\s|·])第?\s*[A-Z]?(\d{1,3})\s*版[\s:：]*(?![\u4e00-\u9fff]{1,7}报)([\u4e00-\u9fff·]{2,8})?(?=$|[\s|])"
)
DIGITS = str.maketrans("〇○零一二三四五六七八九", "000123456789")


def read_header(rows: Sequence[str]) -> Iterator[tuple[str, str | int | None]]:
    """Fields of the publication with their values, from the first row that has a day and the rows around it.

    A notice ends with a day too (某局⏎2024年7月3日): what makes a header is the paper, the page or the weekday beside it.
    """
    for index, row in enumerate(rows):
        day = DAY.search(row) if _may_be_header(row) else None
        beside = [rows[number] for number in (index - 1, index + 1) if 0 <= number < len(rows)]
        near = [text for text in (*beside, row) if _may_be_header(text) and IMPRINT.search(text)]
        if day is None or not near:
            continue
        yield "issue_date", _read_day(day)
        for text in near:
            if paper := PAPER.search(text):
                yield "name", paper[1]
            # Beside the row of the day, 2版 may end a line of contents (防汛责任到人 2版).
            if on := PAGE.search(text) if text is row else PAGE.match(text):
                yield "page_number", int(on[1])
                yield "page_name", on[2]
        return


def _may_be_header(row: str) -> bool:
    return len(row) <= LONGEST_ROW and not PROSE.search(row)


def _read_day(match: re.Match[str]) -> str | None:
    year, month, day = (part for part in match.groups() if part is not None)
    if match[7]:
        year, month, day = year.translate(DIGITS), _count(month), _count(day)
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None


def _count(written: str) -> str:
    """Chinese numerals below a hundred: 二十三."""
    tens, ten, ones = written.rpartition("十")
    return f"{tens.translate(DIGITS) or '1' if ten else ''}{ones.translate(DIGITS) or '0'}"
