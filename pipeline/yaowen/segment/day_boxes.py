"""Boxes beside the headlines of a page that tell the day and the weather, a word or two a row."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from yaowen.imprints import WEATHER
from yaowen.mastheads import WEEKDAY
from yaowen.schema import FurnitureRole

LONGEST = 24
DAY = re.compile(rf"(?:\d{{4}}年)?\d{{1,2}}月\d{{1,2}}日(?:\s*{WEEKDAY})?|{WEEKDAY}|农历[一-鿿]{{4,10}}")


def find_day_boxes(rows: Sequence[str]) -> Iterator[tuple[int, FurnitureRole]]:
    """The places of such rows, one below the other, and what they are: 11月28日⏎周六⏎多云转晴⏎2℃～11℃.

    A day alone says nothing of where it stands, nor does one with another.
    """
    roles = [_read(row) for row in rows]
    end = 0
    for in_box, run in groupby(roles, lambda role: role is not None):
        start, end = end, end + sum(1 for _ in run)
        if in_box and FurnitureRole.OTHER in roles[start:end] and FurnitureRole.PAGE_HEADER in roles[start:end]:
            yield from ((number, role) for number, role in enumerate(roles[start:end], start) if role)


def _read(row: str) -> FurnitureRole | None:
    if len(row) > LONGEST:
        return None
    return FurnitureRole.PAGE_HEADER if DAY.fullmatch(row) else FurnitureRole.OTHER if WEATHER.fullmatch(row) else None
