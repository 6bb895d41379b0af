"""Which paper, issue and page a text was printed in: read off the text, the file's name, or set in the config."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any

from yaowen.divisions import guess_home, home_of_paper
from yaowen.errors import ConfigError
from yaowen.gutters import part_columns
from yaowen.load.header import IMPRINT, read_header
from yaowen.markdown import plain
from yaowen.page import Page
from yaowen.schema import Provenance, Publication, SourceKind
from yaowen.text import Text

HEAD = r"[#*\s>＞|]*+"
PAPER = re.compile(
    rf"{HEAD}(?:(?:当前位置|首页|数字报)[^\n]{{0,20}}[>＞»]\s*)?([\u4e00-\u9fff]{{2,10}}?(?<![通简公汇海情预捷喜填上申警])报|今日(?!热[点门]|看点|导读|要闻|头条|推荐|提示|天气|关注|视点|话题|焦点|快讯|新闻)[\u4e00-\u9fff]{{2,4}})"
    r"(?:数字报|电子报|电子版|数字版)?[*\s]*"
)
DAY = r"(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日"
WEEKDAY = r"(?:星期|周)[一二三四五六日天]"
DIGITS = r"(\d{4})[-./](\d{1,2})[-./](\d{1,2})"
ISSUE_DATE = re.compile(
    rf"{DAY}[\s,，]*{WEEKDAY}|{WEEKDAY}[\s,，]*{DAY}|{DIGITS}[\s,，]*{WEEKDAY}|{WEEKDAY}[\s,，]*{DIGITS}(?!\d)"
)
DATE_ROW = re.compile(
    rf"{HEAD}(?:发布时间[:：]|日期[:：])?(?:{DAY}|(\d{{4}})-(\d{{1,2}})-(\d{{1,2}}))(?:\d{{1,2}}:\d{{2}}(?::\d{{2}})?)?(?:来源[:：].*)?"
)
ISSUE_NUMBER = re.compile(r"总?第(\d{2,6})期")
TRAIL = re.compile(r"[>＞»]\s*第?[A-Z]?(\d{1,3})版[:：]([\u4e00-\u9fff·]{2,8})")
"""Which of the pages that a site lists this one is: 云岭日报 > 第03版：综合."""
PUT_ON_THE_WEB = re.compile(r"(?:\d日|-\d{1,2})\d{1,2}:\d{2}")
PAGE = re.compile(rf"{HEAD}(?:.*(?:星期|周)[一二三四五六日天])?第?[A-Z]?(\d{{1,3}})版[:：]?([\u4e00-\u9fff·]{{2,8}})?")
FRONT = re.compile(r"今日\d{1,3}版|国内统一|准印证号|邮发代号")
"""What only the masthead of a front page says."""

SECTION = re.compile(
    r"(?:要|综合|时政|国内|国际|本地|民生|社会|经济|财经|文化|体育|教育|健康|法治|县域|基层|专题|城市|乡村)(?:闻|新闻|要闻|·[\u4e00-\u9fff]{2,4})"
    r"|[\u4e00-\u9fff]{2,4}·[\u4e00-\u9fff]{2,4}|时政|社会|经济|财经|国内|国际|本地|文化|体育|教育|健康|法治|科技|生活|旅游|文娱|天下|对话|专题|信息"
    r"|头版|综合|民生|副刊|专版|评论|理论|时评|公告|广告|特别报道|[\u4e00-\u9fff]{2}周刊"
)
LATIN = re.compile(r"[A-Za-z.&]{2,}")
LONE = re.compile(r"[A-Z]?0?([1-9]\d?)版?")
LONGEST_ROW = 100
"""Characters of a row that may belong to a masthead or page header; longer ones are running text."""

PAGE_HEADER = 3
"""The rows on either side of the date that make up a page header: number, section, paper."""
NAMED = {field.name for field in fields(Publication)} - {"provenance"}
NUMBERS = {"issue_number", "page_number"}


@dataclass(frozen=True)
class ReadImprint:
    r"""What the config sets is believed first, then the file's name, then the text.

    `filename` is a regular expression with groups named like the fields of the publication (`issue_date` as 2024-10-14,
    20241014 or 2024_10_14): `(?P<issue_date>\d{8})_(?P<page_number>\d+)`. `home` is the area that the paper is for;
    where it is not set, the paper's name tells it or, where one area is clearly meant, the text.
    """

    name: str | None = None
    issue_date: str | None = None
    issue_number: int | None = None
    page_number: int | None = None
    page_name: str | None = None
    home: str | None = None
    filename: str | None = None

    def __post_init__(self) -> None:
        if self.issue_date is not None:
            parse_day(self.issue_date)
        if self.filename is not None:
            try:
                groups = re.compile(self.filename).groupindex
            except re.error as error:
                raise ValueError(f"filename is no regular expression ({error})") from None
            if not groups or set(groups) - NAMED:
                raise ValueError(f"filename must have groups named like {', '.join(sorted(NAMED))}; it has {sorted(groups)}")

    def __call__(self, page: Page) -> Page:
        found: dict[str, tuple[Any, Provenance]] = {}
        for details, provenance in (
            (self._read_text(_plain(page)), Provenance.TEXT),
            (self._read_filename(page.name), Provenance.FILENAME),
            (((name, getattr(self, name)) for name in NAMED), Provenance.CONFIG),
            (((name, getattr(page.publication, name)) for name in NAMED), Provenance.CONFIG),
        ):
            found |= {name: (value, provenance) for name, value in details if value is not None}
        if "issue_date" in found:
            found["issue_date"] = (parse_day(found["issue_date"][0]), found["issue_date"][1])
        publication = Publication(
            **{name: value for name, (value, _) in found.items()},
            provenance={name: provenance for name, (_, provenance) in sorted(found.items())},
        )
        home = page.home or self.home or home_of_paper(publication.name, page.raw) or guess_home(page.raw)
        return replace(page, publication=publication, home=home)

    def _read_text(self, raw: str) -> Iterator[tuple[str, Any]]:
        yield from read_header([row for line in raw.splitlines() if (row := line.strip())])
        # 云岭日报 2024年1月6日 星期六 要闻 may stand on one row.
        lines = ISSUE_DATE.sub(r"\n\g<0>\n", raw).splitlines()
        rows: list[str] = []
        named: list[str] = []
        beside: dict[int, list[str]] = {}
        for line in lines:
            row, parts = "".join(line.split()), _part_header(line)
            if any(map(PAPER.fullmatch, parts)):
                rows += parts
                named += parts
            elif row and len(row) <= LONGEST_ROW:
                beside[len(rows)] = parts
                rows.append(row)
        if paper := _first(PAPER.fullmatch, rows):
            yield "name", paper[1]
        dated = [
            (number, day)
            for number, row in enumerate(rows)
            if (day := ISSUE_DATE.search(row))
            # A notice ends with a day too (某局⏎2024年7月3日); that of a header has the page or the paper beside it.
            or (
                (day := DATE_ROW.fullmatch(row))
                and (
                    number < 2 or PUT_ON_THE_WEB.search(row) or IMPRINT.search("\n".join(rows[max(0, number - 1) : number + 2]))
                )
            )
        ]
        if dated:
            yield "issue_date", _iso(*filter(None, dated[0][1].groups()))
        if number := _first(ISSUE_NUMBER.search, rows):
            yield "issue_number", int(number[1])
        near = [place for number, _ in dated for place in range(max(0, number - PAGE_HEADER), number + PAGE_HEADER + 1)]
        header = [part for place in near if place < len(rows) for part in (rows[place], *beside.get(place, ()))] + named
        if on := _first(TRAIL.search, rows) or _first(PAGE.fullmatch, rows):
            yield "page_number", int(on[1])
            yield "page_name", on[2]
        elif lone := _first(LONE.fullmatch, header):
            yield "page_number", int(lone[1])
        elif _first(FRONT.search, rows):
            yield "page_number", 1
        if section := _first(SECTION.fullmatch, header):
            yield "page_name", section[0]

    def _read_filename(self, name: str) -> Iterator[tuple[str, Any]]:
        match = re.search(self.filename, name) if self.filename else None
        for field, value in (match.groupdict() if match else {}).items():
            if field == "issue_date":
                day = re.fullmatch(r"(\d{4})\D?(\d{1,2})\D?(\d{1,2})", value or "")
                yield field, _iso(*day.groups()) if day else None
            elif field in NUMBERS:
                yield field, int(value) if value and value.isdecimal() else None
            elif field in NAMED:
                yield field, value


def _plain(page: Page) -> str:
    """What the page says, row by row."""
    if page.kind == SourceKind.OCR_MARKDOWN:
        return plain(page.raw)
    lines = Text.of(page.raw).split("\n") if page.kind == SourceKind.PDF_TEXT else []
    parted = part_columns(lines)
    return page.raw if parted is lines else "\n".join(line.chars for line in parted)


def _part_header(line: str) -> list[str]:
    """The parts of a row that has a page beside its section, its paper or both: 云岭日报 02 要闻, 综合新闻 03; else none.

    They may stand at the end of a row that begins with the editors' names.
    """
    joined = re.sub(r"(?<!\s)\s*·\s*", "·", line.strip(" \t#*>|"))
    parts = [part for part in re.split(r"[\s|｜]+", joined) if not LATIN.fullmatch(part)]
    named = [next((kind for kind in (PAPER, LONE, SECTION) if kind.fullmatch(part)), None) for part in parts]
    first = max((number + 1 for number, kind in enumerate(named) if kind is None), default=0)
    kinds = named[first:]
    return parts[first:] if 2 <= len(kinds) == len({*kinds}) and LONE in kinds else []


def parse_day(written: str) -> str:
    """A day as ISO 8601 writes it, from 2024-10-14 or 20241014. Raises `ConfigError` where it is neither."""
    try:
        return date.fromisoformat(written).isoformat()
    except ValueError:
        raise ConfigError(f"{written!r} is not a day; write it as 2024-10-14") from None


def _first(match: Callable[[str], re.Match[str] | None], rows: Iterable[str]) -> re.Match[str] | None:
    return next(filter(None, map(match, rows)), None)


def _iso(year: str, month: str, day: str) -> str | None:
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None
