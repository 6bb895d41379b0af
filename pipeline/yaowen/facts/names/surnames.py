"""Whom a surname with an office means where an article names several of that family: 乔校长 beside 乔禾校长 and 乔山主任."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence, Set
from itertools import pairwise

from yaowen.schema import Label, Mention

SOMEBODY = re.compile("(?:市民|居民|村民|读者|顾客|车主|业主|乘客|旅客|游客|网友|家长|患者|用户|商户|消费者)$")
"""Before somebody who is named for the first time."""


def introductions(mentions: Sequence[Mention], chars: str) -> Mapping[str, Set[str]]:
    """What each name is introduced as, where it is: 市民|王|女士, 村民|王一山."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for mention in mentions:
        if mention.label == Label.PERSON and (word := SOMEBODY.search(chars, max(mention.start - 3, 0), mention.start)):
            found[mention.text].add(word[0])
    return found


def may_mean(surname: str, name: str, introduced: Mapping[str, Set[str]]) -> bool:
    """Whether a surname may be that of somebody: 市民王女士 is not the 局长王一山 of the article, 村民王大爷 its 村民王一山."""
    words = introduced.get(surname)
    return not words or not words.isdisjoint(introduced.get(name, ()))


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
