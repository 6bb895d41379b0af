"""Which paper, issue and page a text was printed in: read off the text, the file's name, or set in the config."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any

from yaowen.errors import ConfigError
from yaowen.gutters import part_columns
from yaowen.homes import guess_home, home_of_paper, name_paper
from yaowen.load.header import read_header
from yaowen.markdown import plain
from yaowen.mastheads import iso
from yaowen.page import Page
from yaowen.schema import Provenance, Publication, SourceKind
from yaowen.spacing import mend_broken
from yaowen.text import INVISIBLE, Text

NAMED = {field.name for field in fields(Publication)} - {"provenance"}
NUMBERS = {"issue_number", "page_number"}


@dataclass(frozen=True)
class ReadImprint:
    r"""What the config sets is believed first, then the file's name, then the text.

    `filename` is a regular expression with groups named like the fields of the publication (`issue_date` as 2024-10-14,
    20241014, 2024/10/14 or 2024年10月14日), looked for in the page's name: `(?P<issue_date>\d{8})_(?P<page_number>\d+)`. `home`
    is the area that the paper is for; where it is not set, the paper's name tells it or, where one area is clearly meant, the
    text.
    """

    name: str | None = None
    issue_date: str | date | None = None
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
            (read_header(_plain(page)), Provenance.TEXT),
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
        paper = publication.name or name_paper(page.raw)
        home = page.home or self.home or home_of_paper(paper, page.raw) or guess_home(page.raw)
        return replace(page, publication=publication, home=home)

    def _read_filename(self, name: str) -> Iterator[tuple[str, Any]]:
        match = re.search(self.filename, name) if self.filename else None
        for field, value in (match.groupdict() if match else {}).items():
            if field == "issue_date":
                day = re.fullmatch(r"(\d{4})\D?(\d{1,2})\D?(\d{1,2})\D?", value or "")
                yield field, iso(*map(int, day.groups())) if day else None
            elif field in NUMBERS:
                yield field, int(value) if value and value.isdecimal() else None
            elif field in NAMED:
                yield field, value


def _plain(page: Page) -> str:
    """What the page says, row by row."""
    if page.kind == SourceKind.OCR_MARKDOWN:
        return plain(page.raw)
    raw = INVISIBLE.sub("", page.raw)
    lines = Text.of(raw).split("\n") if page.kind == SourceKind.PDF_TEXT else []
    parted = mend_broken(part_columns(lines))
    return raw if parted is lines else "\n".join(line.chars for line in parted)


def parse_day(written: str | date) -> str:
    """A day as ISO 8601 writes it, from 2024-10-14, 20241014 or a date. Raises `ConfigError` where it is none of them."""
    try:
        # A datetime and a pandas Timestamp are dates too; their hours are not asked for.
        return written.isoformat()[:10] if isinstance(written, date) else date.fromisoformat(written).isoformat()
    except (TypeError, ValueError):
        raise ConfigError(f"{written!r} is not a day; write it as 2024-10-14") from None
