"""Whom a surname with an office means where an article names several of that family: 乔校长 beside 乔禾校长 and 乔山主任."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import pairwise

from yaowen.schema import Label, Mention


def tell_by_office(surname: str, names: Collection[str], mentions: Sequence[Mention]) -> str | None:
    """The one of some names that stands beside the same office as the surname does; `mentions` in the order of the text."""
    offices: dict[str, set[str]] = {name: set() for name in (surname, *names)}
    for before, after in pairwise(mentions):
        if before.end == after.start:
            if before.text in offices and after.label == Label.ROLE:
                offices[before.text].add(after.text)
            elif after.text in offices and before.label == Label.ROLE:
                offices[after.text].add(before.text)
    alike = [name for name in names if offices[name] & offices[surname]]
    return alike[0] if len(alike) == 1 else None
