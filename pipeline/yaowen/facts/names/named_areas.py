"""The areas and places that an article names, and where: what its short names can stand for.

Nothing here says which of them 全市 or 我县 is; `areas` does.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property

from yaowen.divisions import CITY, PROVINCE, Divisions, read_divisions
from yaowen.facts.names.area_words import (
    AREA,
    GUESTS,
    NOT_AREA,
    NOT_NAME,
    OF_TOWN,
    OF_VILLAGE,
    PARTY_OF,
    TWICE,
    ZONE,
    ZONE_KINDS,
)
from yaowen.facts.names.cities import LONGEST_LIST, name_short_cities, opens_list
from yaowen.facts.names.full_names import ONE_CHARACTER
from yaowen.facts.names.own_names import OwnNames
from yaowen.facts.sentences import SITES
from yaowen.homes import home_of_paper, split_home
from yaowen.page import Clipping
from yaowen.schema import Label, Mention


class NamedAreas:
    """The areas that an article names, beside the home of its paper."""

    def __init__(self, clipping: Clipping, mentions: tuple[Mention, ...]) -> None:
        self.chars = str(clipping.text)
        self.divisions: Divisions = read_divisions()
        self.mentions = sorted(mentions, key=lambda mention: mention.start)
        self.starts = [mention.start for mention in self.mentions]
        self.province, self.home = split_home(clipping.home or home_of_paper(clipping.publication.name, self.chars))
        self.home_code = self.divisions.find(self.home) if self.home else None
        self.own = OwnNames(self.chars, self.mentions, self.home)
        self.areas = list(self._find_areas())
        self.area_starts = [start for start, _ in self.areas]
        self.counts = Counter(name for _, name in self.areas)
        self.places = [place for mention in self.mentions if (place := _as_place(mention))]
        self.place_starts = [mention.start for mention in self.places]
        self.place_names = frozenset(mention.text for mention in self.places)
        self._tours: dict[str, bool] = {}

    def _find_areas(self) -> Iterator[tuple[int, str]]:
        """The areas that the article names in full, also at the front of a body's name (宁塬县统计局)."""
        for mention in self.mentions:
            if mention.label == Label.PLACE and mention.text in ONE_CHARACTER:
                yield mention.start, ONE_CHARACTER[mention.text]
            elif mention.label == Label.PLACE and mention.text in self.divisions.short:
                # 大同, in a paper of 山西省, is the city that 全市 speaks of.
                code = self.divisions.find(mention.text, self.home_code)
                if code and len(code) == CITY and code[:PROVINCE] == self.home_code:
                    yield mention.start, self.divisions.names[code]
            if mention.label in SITES:
                position = len(body[0]) if (body := PARTY_OF.match(mention.text)) else 0
                if ZONE.search(mention.text):
                    yield mention.start, mention.text
                    continue
                while match := AREA.match(mention.text, position):
                    name = TWICE.sub(r"\g<level>", match["name"])
                    if not NOT_AREA.search(match["name"]) and not GUESTS.search(mention.text):
                        yield mention.start, self.divisions.spell_out(self._without_brand(name))
                    position = match.end()

    def _without_brand(self, name: str) -> str:
        """An area without what a body's name has before it: 国网|云漠县 of 国网云漠县供电公司, 陕西|云漠县."""
        over = self.divisions.find(name[:2])
        if over and len(over) == PROVINCE and len(name) >= 4 and not name.endswith("自治区"):
            name = name[2:]
        ends = (name[start:] for start in range(len(name) - 1))
        return next((end for end in ends if self._is_area(end)), name)

    def _is_area(self, name: str) -> bool:
        """Whether a name is that of an area of the article, the home or the table; 云县 may be the end of another."""
        return name in self._area_names or name == self.home or (len(name) > 2 and name in self.divisions.codes)

    @cached_property
    def _area_names(self) -> frozenset[str]:
        return frozenset(
            mention.text
            for mention in self.mentions
            if mention.label == Label.PLACE and AREA.fullmatch(mention.text) and not NOT_AREA.search(mention.text)
        )

    def named_before(self, suffix: str | tuple[str, ...], position: int) -> str | None:
        """The last area with a suffix that is named before a place in the text."""
        index = bisect_left(self.area_starts, position)
        return next(
            (self.areas[before][1] for before in range(index - 1, -1, -1) if self.areas[before][1].endswith(suffix)), None
        )

    def mentions_before(self, position: int, most: int) -> Iterator[Mention]:
        """The last mentions before a place in the text, so many at most, the nearest first."""
        index = bisect_left(self.starts, position)
        return reversed(self.mentions[max(index - most, 0) : index])

    def places_before(self, position: int) -> Iterator[Mention]:
        """The last places named before a place in the text, the nearest first."""
        index = bisect_left(self.place_starts, position)
        return reversed(self.places[max(index - 20, 0) : index])

    def provinces_named(self) -> Iterator[str]:
        """The provinces that the article names, in full or short, each time that it does."""
        for mention in self.mentions:
            if mention.label in SITES:
                for name in {mention.text[:length] for length in range(2, 9)}:
                    code = self.divisions.find(name)
                    if code and len(code) == PROVINCE:
                        yield self.divisions.names[code]
                        break

    @cached_property
    def short_cities(self) -> Counter[str]:
        """The cities that the article names short, and how often: 大同."""
        return name_short_cities(self.mentions)

    def of_list(self, level: str, position: int) -> str | None:
        """The area whose officials a list opens with, which a short name in it is of."""
        area = opens_list(self.chars, self.mentions_before(position, LONGEST_LIST), level, position)
        return self.divisions.spell_out(area) if area else None

    def is_toured(self, city: str) -> bool:
        """Whether somebody tours a city: he comes from another 市委."""
        if city not in self._tours:
            tour = re.compile(f"[入赴到进往在]{city}[^，。；\n]{{0,12}}(?:调研|考察|督导|检查|慰问)")
            self._tours[city] = tour.search(self.chars) is not None
        return self._tours[city]

    def zone(self, text: str) -> str | None:
        """The one zone that the article names in full and that a short name means: 云漠经济技术开发区 for 经开区."""
        for kind, whole in ZONE_KINDS.items():
            if text.endswith(kind):
                lead = text.removesuffix(kind)
                names = {mention.text for mention in self.mentions} - {text}
                named = {name for name in names if name.endswith(whole) and name.startswith(lead)}
                return next(iter(named)) if len(named) == 1 else None
        return self.own.fuller(text)

    def over(self, text: str) -> str | None:
        """An area with those over it, where the article names them together: 凉源市|云漠县 of 凉源市云漠县石河镇."""
        names = {name[: name.find(text) + len(text)] for name in self.place_names if name.find(text) > 1}
        over = {name for name in names if AREA.match(name)}
        return next(iter(over)) if len(over) == 1 else None


def _as_place(mention: Mention) -> Mention | None:
    """A place, or the town or village that a body's name begins with: 石河村 of 石河村党支部."""
    if mention.label == Label.PLACE:
        return mention
    town = (OF_VILLAGE.match(mention.text) or OF_TOWN.match(mention.text)) if mention.label == Label.ORG else None
    if town is None or NOT_NAME.search(town["town"]):
        return None
    return replace(mention, label=Label.PLACE, text=town["town"], end=mention.start + len(town["town"]))
