"""Articles as their authors handed them in: what the page generator sets."""

from __future__ import annotations

import json
import lzma
import re
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import md5
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

from yaowen.datelines import OPENING
from yaowen.errors import InputError
from yaowen.schema import BlockRole, Genre
from yaowen.train import dressing
from yaowen.train.newsprint import make_name

SENTENCE_END = re.compile(r"[。！？…；：][”’」』）)》]*$")
SIGNED = re.compile(r"^[（(][一-鿿 、]{2,20}[）)]$")
ONE_ROW = 22
"""A title of several clauses of different length is set on one row, if it is no longer than this."""
LEAST_SAID = 8
"""A clause of so many characters says what happened."""
MOST_DETAILS = 2
"""So many clauses stand below a title that says what happened."""
HELD_OUT = 26
"""Of 256 articles so many are kept for measuring; no training learns from them."""
SITE = re.compile(r"-.*$")
SERIES_BEHIND = re.compile(r"[（(]([^（）()]{2,24})[）)]$")
SERIES_BEFORE = re.compile(r"[【\[]([^【】\[\]]{2,14})[】\]]")
# A report of a meeting says in the last clause of its title who took part, in the first one who said what follows.
TOOK_PART = re.compile(r"(?<=\S\S\S) ([^，。]{2,24}(?:出席|主持|参加|讲话|致辞|陪同)(?:会议|活动|并讲话|并致辞)?)$")
SAID = re.compile(r"^(\S{3,30}(?:强调|指出|表示|要求|时说)) (?=\S{4})")


@dataclass(frozen=True)
class Copy:
    """An article before it is set; `body` holds paragraphs and subheads in their order."""

    title: tuple[str, ...]
    body: tuple[tuple[BlockRole, str], ...]
    genre: Genre = Genre.NEWS
    kicker: str | None = None
    subtitle: str | None = None
    series: str | None = None
    byline: str | None = None
    lead: str | None = None
    """`本报讯（记者某某）`, which stands in the first row of the body."""
    signed: str | None = None
    """The names that stand after the body."""


def is_held_out(identity: object) -> bool:
    """Whether the article of this id, or the headline itself, is kept for measuring."""
    return md5(str(identity).encode(), usedforsecurity=False).digest()[0] < HELD_OUT


def read_rows(path: Path, stride: int = 1, first: int = 0) -> Iterator[dict[str, Any]]:
    """Every `stride`-th row of a corpus of JSON lines, from the `first` on. Raises `InputError` where there is no such file."""
    if not path.is_file():
        raise InputError(str(path), "no such corpus; yaowen.train.layout.SOURCES names those that pages are made of")
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            if number % stride == first:
                yield json.loads(line)


class _Told(NamedTuple):
    """What the title of a row says as a kicker, as a title, as a subtitle, and as the name of a series."""

    above: str | None
    title: str
    below: str | None
    series: str | None


def make_copy(row: dict[str, Any], random: Random) -> Copy | None:
    """An article from a row of a corpus, dressed as a local paper would; nothing where its text is not plain prose."""
    told = _read_title(row, random)
    paragraphs, signed = _read_text(row)
    if not told or not 4 <= len(told.title) <= 40 or not paragraphs or row.get("partial"):
        return None
    reporter = make_name(random)
    lead = _take_lead(paragraphs, reporter, random)
    body = _tell_subheads(paragraphs)
    if not body:
        return None
    if told.title and not (told.above or told.below or _read_line(row, "kicker") or _read_line(row, "subtitle")):
        told = told._replace(**dressing.announce(told.title, body[0][1], random))
    body = dressing.vary_opening(told.title, body, lead, random)
    authors = dressing.name_authors(lead, signed, reporter, random)
    kicker = dressing.choose_kicker(_read_line(row, "kicker") or told.above, told.title, body, authors, random)
    clauses = _break_title(told.title, random)
    subtitle = _read_line(row, "subtitle") or told.below
    if kicker and dressing.SPOKE.search(kicker) and not subtitle:
        # Under a kicker that says who spoke, the title can have a row more of what was said.
        clauses += dressing.find_demand(paragraphs, random)
    elif not subtitle and random.random() < 0.15:
        subtitle = dressing.make_subtitle(told.title, paragraphs, random, essay=bool(authors.byline))
    subtitle = dressing.vary_dash(subtitle, random) if subtitle else None
    series = dressing.choose_series(told.series, authors.byline, random)
    if len(kicker or "") > 40 or len(subtitle or "") > 45:
        return None
    return Copy(
        tuple(clauses), tuple(body), authors.genre, kicker, subtitle, series, authors.byline, authors.lead, authors.signed
    )


def _read_line(row: dict[str, Any], key: str) -> str:
    return str(row.get(key) or "").strip()


def _read_title(row: dict[str, Any], random: Random) -> _Told | None:
    """What a title says, part by part; nothing for a long one of the web whose parts nobody can tell."""
    title = SITE.sub("", re.sub(r"\s+", " ", _read_line(row, "title"))).strip()
    series = None
    if found := SERIES_BEHIND.search(title) or SERIES_BEFORE.match(title):
        series, title = found[1], (title[: found.start()] or title[found.end() :]).strip()
    above, title, below = _part_title(title)
    if "page" not in row:
        is_long = len(title) > ONE_ROW and not are_parallel(title)
        if (is_long or random.random() < 0.3) and not above and not below and (told := _part_told(title)):
            title, below = told
        elif is_long:
            return None
    return _Told(above, title, below, series)


def _part_title(title: str) -> tuple[str | None, str, str | None]:
    """What a title of several clauses says as its kicker, as itself and as its subtitle."""
    above = below = None
    if said := SAID.match(title):
        above, title = said[1], title[said.end() :]
    elif part := TOOK_PART.search(title):
        below, title = part[1], title[: part.start()]
    return above, title, below


def _part_told(title: str) -> list[str] | None:
    """What a web page says on one row and a paper on two, the second one smaller: 河阳冰雪节开幕 四国选手参加大众组比赛.

    Nothing where a part is short: of 历时三年 新桥通车 nobody knows which one a paper would set smaller.
    """
    first, *more = title.split(" ")
    parts = [first, " ".join(more)]
    return parts if 0 < len(more) <= MOST_DETAILS and min(map(len, parts)) >= LEAST_SAID else None


def _read_text(row: dict[str, Any]) -> tuple[list[str], str | None]:
    """The rows of a text, and the names that stand after them in brackets."""
    paragraphs = [re.sub(r"[ \t\xa0]+", " ", line).strip("\u3000 ") for line in str(row["text"]).split("\n")]
    paragraphs = [line for line in paragraphs if line]
    signed = paragraphs.pop() if len(paragraphs) > 1 and SIGNED.match(paragraphs[-1]) else None
    return paragraphs, signed


def _take_lead(paragraphs: list[str], reporter: str, random: Random) -> str | None:
    """Takes the dateline off the first paragraph; what a local paper has in its place."""
    dateline = OPENING.match(paragraphs[0])
    if not dateline:
        return None
    paragraphs[0] = paragraphs[0][dateline.end() :].lstrip()
    return dateline[0].strip() if dateline["authors"] and random.random() < 0.3 else dressing.make_lead(reporter, random)


def _tell_subheads(paragraphs: list[str]) -> dressing.Body:
    """Paragraphs and subheads, told by their ends; nothing where a row can be neither, or where they are too many."""
    body: dressing.Body = []
    for line in paragraphs:
        is_plain = SENTENCE_END.search(line) or len(line) > 30
        if not is_plain and not (4 <= len(line) <= 24 and body and not re.search("[，,]$", line)):
            return []
        body.append((BlockRole.PARAGRAPH if is_plain else BlockRole.SUBHEAD, line))
    subheads = sum(role == BlockRole.SUBHEAD for role, _ in body)
    return [] if body[-1][0] == BlockRole.SUBHEAD or subheads > 6 or len(body) > 40 else body


def are_parallel(title: str) -> bool:
    """Whether the clauses of a title are as long as each other, so that a paper can set them on a row each."""
    sizes = [len(clause) for clause in title.split(" ")]
    return max(sizes) - min(sizes) < 2


def _break_title(title: str, random: Random) -> list[str]:
    clauses = title.split(" ")
    if len(clauses) > 1 and are_parallel(title) and random.random() < (0.6 if len(title) > 14 else 0.3):
        cut = random.randint(1, len(clauses) - 1)
        return [" ".join(clauses[:cut]), " ".join(clauses[cut:])]
    return [title]
