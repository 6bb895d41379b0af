"""The full names that an article uses itself, and which of them a short one is introduced for, the end of or drawn from."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from yaowen.divisions import read_divisions, shorten
from yaowen.facts.sentences import SITES
from yaowen.schema import Mention

INTRODUCED = re.compile('[（(](?:(?:以下)?简称|下称)(?:为)?[：:]?[“”"《]?(?P<short>[^“”"《》（）()，、。]{2,12})[“”"》]?[）)]')
FIRM = re.compile("(?:公司|集团|厂)$")
WHOLE_BODY = re.compile("(?:公司|集团|厂|[学院局委部会所处站社报厅]|中心)$")
WHOLE = {"国务院", "中国共产党", "联合国"}
"""Short for nothing, whatever longer name ends or starts with them."""


@dataclass(frozen=True)
class OwnNames:
    """The names of one article."""

    chars: str
    mentions: Sequence[Mention]
    home: str | None

    def fuller(self, text: str) -> str | None:
        """The one longer name of the article that a name is the end of (第二分局) or is drawn from (云漠四中, 云岭重工).

        What the article itself introduces (以下简称“云岭重工”) comes first.
        """
        if text in self._introduced:
            return self._introduced[text]
        if text in WHOLE:
            return None
        joined = tuple(mark + text for mark in "和与及、")  # 松陵中学和|石河中学
        longer = {name for name in self._full_names if len(text) < len(name) and not name.endswith(joined)}
        branded = {name for name in longer if name.endswith("公司") and (name.startswith(text, 2) or name.startswith(text, 3))}
        if len(branded) == 1 and not WHOLE_BODY.search(text):
            return next(iter(branded))  # 云岭 of 安渡云岭材料有限公司, wherever 安渡 is
        ends = {name for name in longer if name.endswith(text)}
        if len(ends) == 1 and len(text) >= 3:
            return next(iter(ends))
        if ends or not 3 <= len(text) <= 12:
            return None
        drawn = {
            name
            for name in longer
            if len(name) <= 5 * len(text) and (_is_short_for(text, name) or _is_short_for(text, self._without_area(name)))
        }
        firms = {name for name in drawn if name.endswith("公司")}
        drawn = firms or drawn
        return next(iter(drawn)) if len(drawn) == 1 else None

    def _without_area(self, name: str) -> str:
        """A firm's name without the area that it is registered in: 江苏|云岭材料股份有限公司."""
        for length in (2, 3):
            area = name[:length]
            if (area in read_divisions().short or area == shorten(self.home or "")) and name.endswith("公司"):
                return name[length:].lstrip("省市县区")
        return name

    @cached_property
    def _full_names(self) -> frozenset[str]:
        return frozenset(mention.text for mention in self.mentions if mention.label in SITES and len(mention.text) >= 4)

    @cached_property
    def _introduced(self) -> Mapping[str, str]:
        """The short names that the article introduces in brackets behind the full one."""
        full = {mention.end: mention.text for mention in self.mentions if mention.label in SITES}
        introduced = (match for match in INTRODUCED.finditer(self.chars) if match.start() in full)
        return {match["short"]: full[match.start()] for match in introduced}


def _is_short_for(short: str, full: str) -> bool:
    """Whether the characters of a short name stand in the full one, in order, from its start or up to its end.

    A name that keeps the place of the full one may add a character for its trade: 云岭重工 of 云岭重型机械集团有限公司.
    The start of a name is short for it only where it is a firm's: 安河大学 is none of its 安河大学历史学院.
    """
    firm = FIRM.search(full) is not None
    if full.startswith(short):
        return firm and WHOLE_BODY.search(short) is None
    shared = next(length for length in range(len(short) + 1) if length == len(short) or short[length] != full[length])
    if not firm and len(short) - shared < 2 <= shared:
        return False  # 中国网 and 中国农业信息网 share no more than a country
    drawn = _count_drawn(short, full)
    if drawn == len(short):
        return short[0] == full[0] or (len(short) >= 5 and short[-2:] == full[-2:])
    return drawn == len(short) - 1 >= 3 and short[:2] == full[:2] and full.endswith(("公司", "集团", "厂"))


def _count_drawn(short: str, full: str) -> int:
    """How many characters of the short name stand in the full one, in order."""
    count, start = 0, 0
    for char in short:
        place = full.find(char, start)
        if place >= 0:
            count, start = count + 1, place + 1
    return count
