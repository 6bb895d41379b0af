"""Which paper, issue and page a text was printed in: read off the text, the file's name, or set in the config."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any

from yaowen.divisions import guess_home, home_of_paper
from yaowen.page import Page
from yaowen.schema import Provenance, Publication

PAPER = re.compile(r"^\s*((?:[\u4e00-\u9fff][ \u3000]?){2,8}[日晚早晨时][ \u3000]?报)\s*$", re.MULTILINE)
ISSUE_DATE = re.compile(r"(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日[\s,，]*(?:星期|周)[一二三四五六日天]")
ISSUE_NUMBER = re.compile(r"(?:总?\s*第)\s*(\d{2,6})\s*期")
PAGE = re.compile(
    r"^\s*(?:第\s*)?([A-Z]?\d{1,3})\s*版[ \u3000]*[:：]?[ \u3000]*([\u4e00-\u9fff·]{2,8})?[ \u3000]*$", re.MULTILINE
)
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

    def __call__(self, page: Page) -> Page:
        found: dict[str, tuple[Any, Provenance]] = {}
        for details, provenance in (
            (self._read_text(page.raw), Provenance.TEXT),
            (self._read_filename(page.name), Provenance.FILENAME),
            (((name, getattr(self, name)) for name in NAMED), Provenance.CONFIG),
            (((name, getattr(page.publication, name)) for name in NAMED), Provenance.CONFIG),
        ):
            found |= {name: (value, provenance) for name, value in details if value is not None}
        publication = Publication(
            **{name: value for name, (value, _) in found.items()},
            provenance={name: provenance for name, (_, provenance) in sorted(found.items())},
        )
        home = page.home or self.home or home_of_paper(publication.name, page.raw) or guess_home(page.raw)
        return replace(page, publication=publication, home=home)

    def _read_text(self, raw: str) -> Iterator[tuple[str, Any]]:
        if paper := PAPER.search(raw):
            yield "name", re.sub(r"\s", "", paper[1])
        if day := ISSUE_DATE.search(raw):
            yield "issue_date", _iso(*day.groups())
        if number := ISSUE_NUMBER.search(raw):
            yield "issue_number", int(number[1])
        if on := PAGE.search(raw):
            yield "page_number", int(re.sub(r"\D", "", on[1]))
            yield "page_name", on[2]

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


def _iso(year: str, month: str, day: str) -> str | None:
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None
