"""The tables of a gold article become its facts. `data/README.md` and `tests/gold/test_compile.py` show them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from yaowen.gold.passages import Passages
from yaowen.schema import (
    Basis,
    Byline,
    Comparator,
    Direction,
    Event,
    EventKind,
    EventStatus,
    Label,
    Measure,
    Participant,
    PartTaken,
    Person,
    Post,
    Quantity,
    Scope,
    Statement,
    Statistic,
    TimeSpan,
)

PARTS = {"chair": PartTaken.CHAIR, "speakers": PartTaken.SPEAKER, "attendees": PartTaken.ATTENDEE}

SCALES = {"": 1, "十": 10, "百": 100, "千": 1000, "万": 10**4, "百万": 10**6, "千万": 10**7, "亿": 10**8, "万亿": 10**12}

LEAP_YEAR = 2000
"""The year in which an open one is tried, so that --02-29 is a day."""

_NUMBER = re.compile(r"(第?)([0-9]+(?:\.[0-9]+)?)[余多]?(万亿|百万|千万|[十百千万亿]?)[余多]?(.*)")

EVENT_KEYS = {
    "kind",
    "name",
    "status",
    "date",
    "places",
    "format",
    "organisers",
    "groups",
    "quote",
    "from",
    "to",
    "nth",
    *PARTS,
}
STATISTIC_KEYS = {
    *("quote", "nth", "evidence", "evidence_nth", "indicator", "value", "unit", "quantity", "comparator", "measure"),
    *("direction", "basis", "scope", "period"),
}
STATEMENT_KEYS = {"speaker", "cue", "quote", "from", "to", "nth", "event"}

Table = Mapping[str, Any]


def check_keys(table: Table, known: set[str], place: str) -> None:
    """Raises `ValueError` for a key that is not known."""
    if unknown := sorted(set(table) - known):
        raise ValueError(f"{place} has no key {unknown[0]!r}; choose from {sorted(known)}")


def read_list(table: Table, key: str) -> list[Any]:
    """The list of a key, empty where it is left out. A lone string is refused: its characters would be taken for the items."""
    value = table.get(key, [])
    if not isinstance(value, list):
        raise ValueError(f"{key} is a list; write {value!r} in brackets")
    return value


def read_tables(table: Table, key: str, above: str = "") -> list[Table]:
    """The tables of a key, none where it is left out. A lone one is refused."""
    tables = table.get(key, [])
    if not isinstance(tables, list) or not all(isinstance(each, dict) for each in tables):
        raise ValueError(f"{key} is a list of tables; write [[{above}{key}]]")
    return tables


def read_whole(table: Table, key: str) -> int | None:
    """A number of a page, or the index of an event."""
    value = table.get(key)
    if value is not None and type(value) is not int:
        raise ValueError(f"{key} = {value!r} is no whole number; write {key} = 0, 1, 2 …")
    return value


def read_byline(written: str) -> Byline:
    """`本报|记者|张琦` is outlet, role and name; any of them can be empty."""
    fields = [field.strip() or None for field in str(written).split("|")]
    if len(fields) != 3:
        raise ValueError(f"{written!r} is no byline; write outlet|role|name, each of which may be empty: '||张琦'")
    outlet, role, name = fields
    return Byline(name, role, outlet)


def read_persons(rows: list[list[str]], bylines: tuple[Byline, ...], passages: Passages) -> Iterator[Person]:
    """Everyone who is marked, in the order of the text; a row is a name and the posts (`组织|职务` or `职务`).

    Authors hold the role of their byline, where both are marked. A mention under another name belongs to its canonical name.
    """
    names: dict[str, list[int]] = {}
    for index, mention in enumerate(passages.mentions):
        if mention.label == Label.PERSON:
            names.setdefault(mention.canonical or mention.text, []).append(index)
    posts: dict[str, list[Post]] = {name: [] for name in names}
    roles = {mention.text for mention in passages.mentions if mention.label == Label.ROLE}
    rows = rows + [[who.name, who.role] for who in bylines if who.name in names and who.role in roles]
    for name, *written in rows:
        if name not in names:
            raise ValueError(f"no PERSON mention is {name!r}")
        for post in written:
            org, _, role = post.rpartition("|")
            found = passages.post(name, org or None, role)
            if found not in posts[name]:
                posts[name].append(found)
    return (Person(name, tuple(posts[name]), tuple(indexes)) for name, indexes in names.items())


def read_event(table: Table, passages: Passages) -> Event:
    """An event; those who took part stand in lists `chair`, `speakers` and `attendees`."""
    check_keys(table, EVENT_KEYS, "[[articles.events]]")
    quote = passages.quoted(table)
    named = [(person, part) for key, part in PARTS.items() for person in read_list(table, key)]
    places, organisers, groups = (tuple(read_list(table, key)) for key in ("places", "organisers", "groups"))
    passages.check(*places, *organisers, *groups)
    persons = {mention.canonical or mention.text for mention in passages.mentions if mention.label == Label.PERSON}
    for person, _ in named:
        if person not in persons:
            raise ValueError(f"no PERSON mention is {person!r}")
    return Event(
        kind=EventKind(table["kind"]),
        name=table.get("name"),
        status=EventStatus(table.get("status", EventStatus.HELD)),
        date=read_time(table, "date", passages),
        places=places,
        format=table.get("format"),
        organisers=organisers,
        participants=tuple(Participant(person, part) for person, part in named),
        groups=groups,
        quote=quote.quote,
        source=quote.source,
    )


def read_time(table: Table, key: str, passages: Passages) -> TimeSpan | None:
    """`["10月12日", "--10-12"]`, or with first and last day; an open bound is an empty string."""
    if key not in table:
        return None
    match table[key]:
        case [str(text), start]:
            end = start
        case [str(text), start, end]:
            pass
        case written:
            raise ValueError(f'{key} = {written!r}: write ["5月6日", "2024-05-06"], or with first and last day, "" where open')
    passages.check(text)
    return TimeSpan(text, read_day(start), read_day(end))


def read_day(written: Any) -> str | None:
    """A day as the schema writes it, its year left open or not. Raises `ValueError` for what is none."""
    day = str(written)  # TOML has days of its own: 2024-05-06 without quotation marks
    tried = day.replace("--", f"{LEAP_YEAR}-", 1) if day.startswith("--") else day
    try:
        known = not day or date.fromisoformat(tried).isoformat() == tried  # 20240506 and 2024-W19-1 are days, too
    except ValueError:
        known = False
    if not known:
        raise ValueError(f'{day!r} is no day; write "2024-05-06", or "--05-06" where the year is open, or ""')
    return day or None


def read_statistic(table: Table, passages: Passages) -> Statistic:
    """A figure. Value, unit and quantity follow from the quote where it is written in digits."""
    check_keys(table, STATISTIC_KEYS, "[[articles.statistics]]")
    clause, number = passages.around(table["evidence"], table.get("evidence_nth"), table["quote"], table.get("nth"))
    value, unit, quantity = _read_number(table)
    scope = read_list(table, "scope")
    if len(scope) > 2:
        raise ValueError(f'scope = {scope}: write it as it stands in the text, and resolved: ["全乡", "白石乡"]')
    return Statistic(
        indicator=table.get("indicator"),
        value=value,
        unit=unit,
        quantity=quantity,
        comparator=Comparator(table.get("comparator", Comparator.EXACT)),
        measure=Measure(table.get("measure", Measure.LEVEL)),
        direction=Direction(table["direction"]) if "direction" in table else None,
        basis=Basis(table["basis"]) if "basis" in table else None,
        scope=Scope(*scope) if scope else None,
        period=read_time(table, "period", passages),
        quote=number.quote,
        source=number.source,
        evidence=clause.quote,
        evidence_source=clause.source,
    )


def _read_number(table: Table) -> tuple[float | int, str | None, Quantity]:
    if "value" in table:
        value, unit = table["value"], table.get("unit")
        amount, base = table.get("quantity", (value, unit))
        return value, unit, Quantity(amount, base or None)
    if {"unit", "quantity"} & {*table}:
        raise ValueError(f"{table['quote']!r} has a unit or a quantity, but no value")
    if (number := quantify(table["quote"])) is None:
        raise ValueError(f"{table['quote']!r} is not written in digits; give value, unit and quantity")
    return number


def quantify(quote: str) -> tuple[float | int, str | None, Quantity] | None:
    """Value, unit and quantity of a number in digits: 40余万人 is 40, 万人 and 400000 人; a rank has the unit 位."""
    match = _NUMBER.fullmatch(quote)
    if match is None:
        return None
    rank, digits, scale, measure = match.groups()
    value = float(digits) if "." in digits else int(digits)
    if rank:
        return value, "位", Quantity(value, "位")
    amount = Decimal(digits) * SCALES[scale]  # 168.3 × 10⁸ in floats is 16830000000.000002
    whole = int(amount) if amount == int(amount) else float(amount)
    return value, scale + measure or None, Quantity(whole, measure.replace("％", "%") or None)


def read_statement(table: Table, passages: Passages) -> Statement:
    """What somebody said."""
    check_keys(table, STATEMENT_KEYS, "[[articles.statements]]")
    said = passages.quoted(table)
    passages.check(table["speaker"], *([table["cue"]] if "cue" in table else []))
    return Statement(
        table["speaker"], table.get("cue"), said.start, said.end, said.quote, said.source, read_whole(table, "event")
    )
