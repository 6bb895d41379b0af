"""Rows of pages whose cuttings are known, as the network that says what rows look like is to see and read them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from yaowen.page import CutPage, Cuttings, Page
from yaowen.row_features import read_features
from yaowen.row_network import ROLES, RowNetwork
from yaowen.rows import Row, read_rows


@dataclass(frozen=True)
class Example:
    """The rows of a page as the network sees them, and what it is to say of each."""

    numbers: Any
    chars: Any
    joins: Any
    begins: Any
    roles: Any


def make_example(page: Page, cuttings: Cuttings, places: dict[str, int]) -> Example | None:
    """A page with its gold; nothing where the page is blank."""
    import numpy as np

    rows = read_rows(page)
    if not rows:
        return None
    owner = _owners(cuttings)
    numbers, chars = read_features(page, rows, places)
    joins = np.zeros(len(rows), dtype="float32")
    begins = np.zeros(len(rows), dtype="float32")
    roles = np.zeros(len(rows), dtype="int64")
    for number, row in enumerate(rows):
        ink = _ink(row)
        roles[number] = Counter(owner[offset][2] for offset in ink if offset in owner).most_common(1)[0][0] if ink else 0
        if number + 1 < len(rows):
            last, first = owner.get(ink[-1]), owner.get(_ink(rows[number + 1])[0])
            joins[number] = last is not None and first is not None and last[:2] == first[:2]
            begins[number + 1] = last is None or first is None or last[0] != first[0]
    return Example(numbers, chars, joins, begins, roles)


def _ink(row: Row) -> list[int]:
    return [offset for offset, char in zip(row.text.offsets, row.text.chars, strict=True) if not char.isspace()]


def _owners(cuttings: Cuttings) -> dict[int, tuple[int, int, int]]:
    owner = {}
    for number, clipping in enumerate(cuttings.clippings):
        for place, part in enumerate(clipping.parts):
            for offset in part.text.offsets:
                owner[offset] = (number, place, ROLES.index(part.role))
    for number, item in enumerate(cuttings.furniture):
        for place, (start, end) in enumerate(item.source):
            for offset in range(start, end):
                owner[offset] = (-1 - number, place, ROLES.index(item.role))
    return owner


def count_chars(pages: Iterable[CutPage], least: int = 30) -> str:
    """The characters that rows begin or end with at least that often, the commonest first."""
    counts: Counter[str] = Counter()
    for page, _ in pages:
        for row in read_rows(page):
            counts.update(row.text.chars[:30] + row.text.chars[-3:])
    return "".join(char for char, count in counts.most_common() if count >= least)


def score(pages: Iterable[CutPage], network: RowNetwork) -> dict[str, float]:
    """Of the rows of pages whose cuttings are known, the shares of which the network says rightly what they do."""
    right, rows = Counter[str](), 0
    for page, cuttings in pages:
        if example := make_example(page, cuttings, network.places):
            looks = network(page, read_rows(page))
            rows += len(looks)
            for look, joins, begins, role in zip(looks, example.joins, example.begins, example.roles, strict=True):
                right["goes on"] += (look.joins > 0.5) == (joins > 0.5)
                right["begins"] += (look.begins > 0.5) == (begins > 0.5)
                right["role"] += max(look.roles, key=look.roles.__getitem__) == ROLES[role]
    return {name: count / max(rows, 1) for name, count in right.items()}
