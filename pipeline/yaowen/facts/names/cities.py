"""Which cities an article names without saying so in full: by what a list opens with, or by their short names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from yaowen.divisions import CITY, read_divisions
from yaowen.facts.names.area_words import ORGAN, TWICE
from yaowen.facts.sentences import SITES
from yaowen.schema import Label, Mention

LONGEST_LIST = 60
"""How many names and offices a list may have."""


def opens_list(chars: str, before: Iterable[Mention], level: str, position: int) -> str | None:
    """The area whose officials a list opens with: 石桥市委书记卓然，|市委副书记石小满 in a paper of another city.

    石桥市委 behind 市委常委、 is one of the home's. `before` are the mentions before the place in the text, the nearest first.
    """
    end = position
    for mention in before:
        if chars[mention.end : end] not in {"", "，", ",", "、", "和", "及"}:
            return None
        organ = ORGAN.match(mention.text) if mention.label == Label.ORG and level in "省市州盟" else None
        if organ and organ["name"].endswith(level) and not chars.endswith("、", 0, mention.start):
            return TWICE.sub(r"\g<level>", organ["name"])
        end = mention.start
    return None


def name_short_cities(mentions: Sequence[Mention]) -> Counter[str]:
    """How often each city of the table opens a name without 市: 大同 of 大同国际会展中心."""
    divisions = read_divisions()
    found: Counter[str] = Counter()
    for mention in mentions:
        if mention.label in SITES:
            codes = {divisions.find(mention.text[:length]) for length in (2, 3)}
            found.update(divisions.names[code] for code in codes if code and len(code) == CITY)
    return found
