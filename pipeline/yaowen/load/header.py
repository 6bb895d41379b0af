"""What the masthead and the header of a page say: every part may tell a field, the one with most beside it is believed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby, pairwise
from operator import itemgetter

from yaowen.mastheads import DATE, HAN, IS_SECTION, LABELS, LONGEST_ROW, SURE, WEEKDAY, Kind, Part, iso, read_parts

REACH = 3
"""So many rows a header has at most above and below one of its parts."""
SAME_ROW, SAME_HEADER = 2.0, 1.0
FIRST_ROWS = 2
LONGEST_SECTION = 6
"""Characters of the name of a section."""
SECTION = re.compile(f"{HAN}{{2,{LONGEST_SECTION}}}")
NUMBERED = ({Kind.PAGE}, {Kind.NUMBER})
"""What a row says that says but which page this is."""
CONTENTS = 3
"""So many pages that follow each other are a list of what the issue has."""
DATED = (Kind.DAY, Kind.WEEKDAY, Kind.LUNAR)
OF_ISSUE = (*DATED, Kind.ISSUE, Kind.FRONT, Kind.PUBLISHER, Kind.PAPER)
PUBLISHED = 3.0
PUBLISHED_ON = ("发布日期", "发布时间", "发稿时间", "发稿日期", "发表日期", "发表时间", "刊发日期")
OF_VISIT = "今天是"
"""Before the day on which somebody opened the site."""
LEAST = 0.5
"""What speaks for a value that is believed only where there is no other."""
IN_ALL = 4.0
MOST_MENTIONS = 3
SMALLEST_ALONE = 100
TRAIL = (">", "＞", "»", "›")
"""Before the page that a site shows: 云岭日报 > 第03版：综合."""
DAY_OF_ISSUE = re.compile(rf"(?:今天是|(?<!{HAN}))(?:{DATE})[\s,，(（]*{WEEKDAY}(?!{HAN})")

Told = tuple[float, str | int]
"""A value that a field may have, and how much speaks for it; nothing does where that is not above 0."""


@dataclass(frozen=True)
class HeaderRow:
    """A row that may belong to a header: its parts, which row of the page it is, and what stands in those above and below."""

    place: int
    parts: tuple[Part, ...]
    beside: frozenset[Kind] = frozenset()
    kinds: frozenset[Kind] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "kinds", frozenset(part.kind for part in self.parts))

    @property
    def foreign(self) -> int:
        """How many parts no header has; it has one section."""
        kinds = [part.kind for part in self.parts]
        return kinds.count(Kind.FOREIGN) + max(0, kinds.count(Kind.SECTION) - 1)

    @property
    def is_header(self) -> bool:
        return bool(self.parts) and (self.is_dated or len(self.kinds & SURE) >= self.foreign)

    @property
    def is_dated(self) -> bool:
        """Whether the day is that of the issue, whatever else the row says: 2024-05-07 10:20 阅读 12."""
        return Kind.DAY in self.kinds and bool(self.kinds & {Kind.WEEKDAY, Kind.STAMP})

    def support(self, *kinds: Kind) -> float:
        """How much the parts of these kinds speak for another one in this row, the nearer the more."""
        here = self.kinds & {*kinds}
        return SAME_ROW * len(here) + SAME_HEADER * len(self.beside & {*kinds} - here)


def read_header(raw: str) -> Iterator[tuple[str, str | int]]:
    """The fields of the publication of which the page tells the value."""
    rows = _name_sections(list(_read_rows(raw)))
    contents = _find_contents(rows)
    runs = [_join_days(list(run)) for is_header, run in groupby(rows, lambda row: row.is_header) if is_header]
    header = [row for run in runs for row in _look_round(run)]
    page = _best(_tell_pages(row for row in header if row.place not in contents))
    for name, value in (
        ("name", _best(_tell_names(header, rows))),
        ("issue_date", _best(_tell_days(header, _count_top(rows)))),
        ("issue_number", _best(_tell_issues(header))),
        ("page_number", page),
        ("page_name", _best(_tell_sections((row for row in header if page or row.place not in contents), page))),
    ):
        if value is not None:
            yield name, value


def _best(told: Iterable[Told]) -> str | int | None:
    """The value for which most speaks, the first of several."""
    best = max(told, key=lambda one: one[0], default=None)
    return best[1] if best and best[0] > 0 else None


def _read_rows(raw: str) -> Iterator[HeaderRow]:
    """The rows that are not empty; a word that runs from the top down, a character a row, is one."""
    lines = [line for line in map(str.strip, raw.splitlines()) if line]
    rows: list[str] = []
    for is_upright, run in groupby(lines, lambda line: re.fullmatch(HAN, line) is not None):
        word = list(run)
        rows += ["".join(word)] if is_upright else word
    rows = [
        part for row in rows for part in (_part_off_day(row) if DAY_OF_ISSUE.search(row) and not read_parts(row) else [row])
    ]
    return (HeaderRow(place, read_parts(row)) for place, row in enumerate(rows))


def _name_sections(rows: Sequence[HeaderRow]) -> list[HeaderRow]:
    """Rows of which a word between two of a header, one of them but the number of the page, is a section: 3⏎晨读⏎云岭日报."""
    named = list(rows)
    for above, row, below in zip(rows, rows[1:], rows[2:], strict=False):
        part = row.parts[0] if len(row.parts) == 1 else None
        beside = above.is_header and below.is_header and any(near.kinds in NUMBERED for near in (above, below))
        if part and part.kind == Kind.FOREIGN and beside and SECTION.fullmatch(part.said):
            named[row.place] = HeaderRow(row.place, (replace(part, kind=Kind.SECTION, value=part.said),))
    return named


def _find_contents(rows: Sequence[HeaderRow]) -> set[int]:
    """The places of rows that follow each other and each name a page of their own: 第01版：要闻⏎第02版：综合⏎第03版：文体."""
    told = [(Kind.PAGE, Kind.NUMBER) if row.kinds == {Kind.NUMBER, Kind.SECTION} else (Kind.PAGE,) for row in rows]
    pages = [
        [part.value for part in row.parts if part.kind in kinds and part.after not in TRAIL]
        for row, kinds in zip(rows, told, strict=True)
    ]
    listed = [len(own) == 1 and not row.kinds & {Kind.DAY, Kind.PAPER} for own, row in zip(pages, rows, strict=True)]
    found: set[int] = set()
    for is_listed, run in groupby(zip(rows, pages, listed, strict=True), key=itemgetter(2)):
        together = list(run)
        if is_listed and len({own[0] for _, own, _ in together}) >= CONTENTS:
            found.update(row.place for row, _, _ in together)
    return found


def _part_off_day(row: str) -> list[str]:
    """A row that says too much for a header, with the day of the issue as a row of its own."""
    return DAY_OF_ISSUE.sub(r"\n\g<0>\n", row).splitlines()


def _look_round(run: Sequence[HeaderRow]) -> Iterator[HeaderRow]:
    for number, row in enumerate(run):
        near = (*run[max(0, number - REACH) : number], *run[number + 1 : number + 1 + REACH])
        yield HeaderRow(row.place, row.parts, frozenset[Kind]().union(*(other.kinds for other in near)))


def _join_days(run: Sequence[HeaderRow]) -> list[HeaderRow]:
    """The rows of a header; a day that is set in two parts (2024年5月 and, above or below it, 7) stands in one of them."""
    parts = [(number, part) for number, row in enumerate(run) for part in row.parts]
    taken: set[int] = set()
    for at, (number, part) in enumerate(parts):
        if part.kind != Kind.PART_OF_DAY or "年" not in part.said:
            continue
        for near in (at + 1, at - 1):
            if near in taken or not 0 <= near < len(parts) or parts[near][1].kind not in (Kind.PART_OF_DAY, Kind.NUMBER):
                continue
            if day := iso(*map(int, re.findall(r"\d+", f"{part.said} {parts[near][1].said}"))):
                parts[at] = (number, Part(Kind.DAY, part.said, day))
                taken.add(near)
                break
    kept: list[list[Part]] = [[] for _ in run]
    for at, (number, part) in enumerate(parts):
        if at not in taken:
            kept[number].append(part)
    return [HeaderRow(row.place, tuple(own)) for row, own in zip(run, kept, strict=True)]


def _tell_names(header: Iterable[HeaderRow], rows: Iterable[HeaderRow]) -> Iterator[Told]:
    """Papers, the more surely the more often they are named; else the house that makes one."""
    houses = {Kind.PRESS, Kind.PUBLISHER}
    said = [part for row in rows for part in row.parts if part.kind in {Kind.PAPER, *houses} and part.value]
    often = Counter(part.value for part in said)
    for row in header:
        for part in row.parts:
            if part.kind == Kind.SECTION and part.value and _is_local_paper(row, part.said):
                yield LEAST, part.value
            if part.kind == Kind.PAPER and part.value:
                alone = row.kinds <= {Kind.PAPER, Kind.OTHER}
                known = row.support(*DATED, Kind.ISSUE, Kind.FRONT, Kind.PUBLISHER, Kind.PAGE, Kind.NUMBER, Kind.STAFF)
                if alone or known:
                    yield known + alone + min(often[part.value], MOST_MENTIONS), part.value
    yield from ((LEAST, part.value) for part in said if part.kind in houses and part.value)


def _is_local_paper(row: HeaderRow, said: str) -> bool:
    """望江新闻 is a paper where it stands alone on a front page, 综合新闻 is not."""
    place = said.removesuffix("新闻")
    is_front = {Kind.FRONT, Kind.PUBLISHER} & (row.kinds | row.beside)
    return bool(is_front and row.kinds <= {Kind.SECTION, Kind.OTHER} and place != said and not IS_SECTION.fullmatch(place))


def _count_top(rows: Sequence[HeaderRow]) -> int:
    """With how many rows the page opens that are those of a header, or as short as the name of a section."""
    said = (sum(len(part.said) for part in row.parts) or LONGEST_ROW for row in rows)
    return next((row.place for row, size in zip(rows, said, strict=True) if not row.is_header and size > LONGEST_SECTION), 0)


def _tell_days(header: Iterable[HeaderRow], top: int) -> Iterator[Told]:
    """A notice ends with a day too (某局⏎2024年7月3日): that of an issue has the paper, the page or the weekday beside it.

    Or it stands on a row of its own among the first of the page, the `top`: 4⏎文苑⏎2024年7月3日.
    """
    for row in header:
        for before, part in pairwise((None, *row.parts)):
            # 会议时间：2024年5月7日, 定于2024年5月7日
            goes_on = before and part and before.kind == Kind.FOREIGN and part.after in ("", *LABELS)
            if part and part.kind == Kind.DAY and part.value and not goes_on:
                known = row.support(*OF_ISSUE, Kind.PAGE, Kind.STAMP) - SAME_ROW * (Kind.DAY in row.kinds)
                # 发布日期 is the day of the article, the day that a site opens with that of the visit
                known += PUBLISHED * (before is not None and before.said in PUBLISHED_ON)
                if before is not None and before.said == OF_VISIT and Kind.STAMP not in row.kinds:
                    known = min(known, LEAST)
                known += LEAST * (row.place < top and row.kinds == {Kind.DAY})
                yield known + (row.place < FIRST_ROWS) - SAME_ROW * (0 if row.is_dated else row.foreign), part.value


def _tell_issues(header: Iterable[HeaderRow]) -> Iterator[Told]:
    """第24期（总第1863期） is the 1863rd issue."""
    for row in header:
        for part in row.parts:
            if part.kind == Kind.ISSUE and part.value:
                in_all, alone = "总" in part.said, row.kinds == {Kind.ISSUE} and int(part.value) >= SMALLEST_ALONE
                yield row.support(*OF_ISSUE) - SAME_ROW + IN_ALL * in_all + LEAST * alone, part.value


def _tell_pages(header: Iterable[HeaderRow]) -> Iterator[Told]:
    """第03版, or 03 beside what headers have; page 1 where nothing tells the page of a masthead.

    Beside the time at which a site published something (2024-05-07 10:20 28) a number says how often that was read.
    """
    for row in header:
        if Kind.FRONT in row.kinds:
            yield LEAST + row.support(*DATED, Kind.ISSUE, Kind.PAPER), 1
        for before, part in pairwise((None, *row.parts)):
            known = row.support(*OF_ISSUE, Kind.STAFF)
            if part is None or not part.value or _is_contents(row, before, part):
                continue
            if part.kind == Kind.PAGE:
                named = Kind.SECTION in row.kinds
                alone = part.said[0] == "第" or named or row.place < FIRST_ROWS
                yield known + alone + SAME_ROW * (part.after in TRAIL) + SAME_HEADER * named, part.value
            elif part.kind == Kind.NUMBER and _is_lone(row) and Kind.STAMP not in row.kinds:
                first = row.place < FIRST_ROWS
                yield (known + SAME_ROW if known or first else 0) if Kind.SECTION in row.kinds else known, part.value


def _is_lone(row: HeaderRow) -> bool:
    return not row.foreign and [part.kind for part in row.parts].count(Kind.NUMBER) == 1


def _is_contents(row: HeaderRow, before: Part | None, part: Part) -> bool:
    """植树 2版: what stands on another page."""
    return (
        part.kind == Kind.PAGE
        and part.said[0] != "第"
        and before is not None
        and before.kind in (Kind.SECTION, Kind.FOREIGN)
        and not row.kinds & {Kind.DAY, Kind.PAPER}
    )


def _tell_sections(header: Iterable[HeaderRow], page: str | int | None) -> Iterator[Told]:
    """The section beside this page, or beside the day and the paper."""
    for row in header:
        numbers = [part.value for part in row.parts if part.kind in (Kind.PAGE, Kind.NUMBER)]
        if page in numbers or not numbers:
            for part in row.parts:
                if part.kind == Kind.SECTION and part.value and not _is_local_paper(row, part.said):
                    yield row.support(Kind.DAY, Kind.PAGE, Kind.NUMBER) + SAME_ROW * (page in numbers), part.value
