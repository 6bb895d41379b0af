"""The full names of areas: what 全市 and 我县 are in a paper and an article, and what a place lies in.

A province or a city is the home's first; a county, a town or a village is the one named last before the word.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property

from yaowen.divisions import CITY, COUNTY, PROVINCE, Divisions, read_divisions, shorten
from yaowen.facts.names.area_words import (
    AREA,
    AREA_END,
    COUNTY_LEVELS,
    GUESTS,
    IN_PROVINCE,
    NOT_AREA,
    NOT_NAME,
    OF_TOWN,
    PARTY_OF,
    QUARTER,
    TOWN,
    TOWNS,
    TWICE,
    ZONE,
    ZONE_KINDS,
)
from yaowen.facts.names.cities import name_short_cities, opens_list
from yaowen.facts.names.full_names import ONE_CHARACTER
from yaowen.facts.names.own_names import OwnNames
from yaowen.homes import home_of_paper, split_home
from yaowen.page import Clipping
from yaowen.schema import Label, Mention


class Areas:
    """What an article speaks of as 全市, 我县 or 省委, from its paper's home and the areas that it names itself."""

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
            if mention.label in {Label.PLACE, Label.ORG}:
                position = len(body[0]) if (body := PARTY_OF.match(mention.text)) else 0
                if ZONE.search(mention.text):
                    yield mention.start, mention.text
                    continue
                while match := AREA.match(mention.text, position):
                    name = TWICE.sub(r"\g<level>", match["name"])
                    if not NOT_AREA.search(match["name"]) and not GUESTS.search(mention.text):
                        yield mention.start, self._without_brand(name)
                    position = match.end()

    def _without_brand(self, name: str) -> str:
        """An area without what a body's name has before it: 国网|云漠县 of 国网云漠县供电公司, 陕西|云漠县."""
        over = self.divisions.find(name[:2])
        if over and len(over) == PROVINCE and len(name) >= 4 and not name.endswith("自治区"):
            name = name[2:]
        ends = (name[start:] for start in range(len(name) - 1))
        return next((end for end in ends if end == self.home or end in self._area_names), name)

    @cached_property
    def _area_names(self) -> frozenset[str]:
        return frozenset(
            mention.text
            for mention in self.mentions
            if mention.label == Label.PLACE and AREA.fullmatch(mention.text) and not NOT_AREA.search(mention.text)
        )

    def area(self, level: str, position: int) -> str | None:
        """The area that 全市, 我县 or 省委 speak of at a place in the text: by its full name, None where it is not known."""
        match level:
            case "国":
                return "中国"
            case "疆":
                return "新疆维吾尔自治区"
            case "省" | "自治区":
                return self._province(level)
            case "市" | "州" | "盟":
                return self._city(level)
            case "县" | "区" | "旗":
                return self._county(level, position)
        return self.named(level, position)

    def named(self, level: str, position: int) -> str | None:
        """The area that 该县, 全镇 speak of, as the article itself names it: 云漠县, 云漠县石河镇."""
        if level not in TOWNS:
            return self._named_before(level, position)
        for mention in self.places_before(position):
            if mention.text.endswith(level) and mention.text != level and not NOT_NAME.search(mention.text):
                full = self.place(mention.text, mention.start) or mention.text
                over = self.home if self.home and self.home.endswith(("市", "州", "盟")) else None
                return full if not over or mention.text.startswith(over) else full.removeprefix(over)
        return None

    def hereabouts(self, position: int) -> str | None:
        """The county, town or village that was named last: 当地."""
        for mention in self.places_before(position):
            if AREA_END.search(mention.text) and not NOT_NAME.search(mention.text):
                return self.named(mention.text[-1], mention.start + 1) or mention.text
        return None

    def _province(self, level: str) -> str | None:
        """The home's, else the one that the article names; 省 is said of none that is a 自治区 or a city."""
        if self.home_code:
            province = self.divisions.province(self.home_code)
            return province if province.endswith(level) else None
        if self.province:
            return self.province
        named = Counter(name for name in self._provinces_named() if name.endswith(level))
        if named:
            (first, most), *others = named.most_common(2)
            return first if not others or most >= 2 * others[0][1] else None
        if (city := self._city("市")) and (code := self.divisions.find(city)):
            return self.divisions.province(code) if self.divisions.province(code).endswith(level) else None
        within = {self.divisions.province(code) for _, name in self.areas if (code := self.divisions.find(name))}
        found = within or {ONE_CHARACTER[match[1]] for match in IN_PROVINCE.finditer(self.chars)}
        return next((name for name in found if name and name.endswith(level)), None) if len(found) == 1 else None

    def _provinces_named(self) -> Iterator[str]:
        """The provinces that the article names, in full or short, each time that it does."""
        for mention in self.mentions:
            if mention.label in {Label.PLACE, Label.ORG}:
                for name in {mention.text[:length] for length in range(2, 9)}:
                    code = self.divisions.find(name)
                    if code and len(code) == PROVINCE:
                        yield self.divisions.names[code]
                        break

    def _city(self, level: str) -> str | None:
        """The home city, unless the article is about another: in a report from 云漠市 alone, 全市 is that."""
        named = Counter({name: count for name, count in self.counts.items() if name.endswith(level)})
        most = named.most_common(1)
        if self.home and self.home.endswith(level):
            other = most[0][0] if most and len(named) <= 2 and most[0][1] >= max(3, 2 * named[self.home] + 1) else self.home
            return self.home if other == self.home or self._toured(other) else other
        if self.home_code and len(self.home_code) == COUNTY and (parent := self.divisions.parent(self.home_code)):
            return self.divisions.names[parent]
        (known, often), *_ = self._short_cities.most_common(1) or [("", 0)]
        if known.endswith(level) and often > max(2 * (most[0][1] if most else 0) - 1, 1):
            return known
        if most and (len(most) == len(named) or most[0][1] > sum(named.values()) / 2):
            return most[0][0]
        return None

    @cached_property
    def _short_cities(self) -> Counter[str]:
        return name_short_cities(self.mentions)

    def of_list(self, level: str, position: int) -> str | None:
        """The area whose officials a list opens with, which a short name in it is of."""
        return opens_list(self.chars, self.mentions[: bisect_left(self.starts, position)], level, position)

    def _toured(self, city: str) -> bool:
        """Whether somebody tours a city: he comes from another 市委."""
        if city not in self._tours:
            tour = re.compile(f"[入赴到进往在]{city}[^，。；\n]{{0,12}}(?:调研|考察|督导|检查|慰问)")
            self._tours[city] = tour.search(self.chars) is not None
        return self._tours[city]

    def _county(self, level: str, position: int) -> str | None:
        named = self.county_named(level, position)
        return self.with_city(named) if named else None

    def county_named(self, level: str, position: int) -> str | None:
        """The county that was named last, else the home, else the only one that the article names."""
        own = self.home is not None and self.home.endswith(level)
        if before := self._named_before(level, position):
            # 云漠县委书记卓然到我县调研，县委书记石小满陪同: of the two the home is spoken of last.
            since = max(self.chars.rfind(before, 0, position), 0)
            return self.home if own and self.chars.rfind(f"我{level}", since, position) >= 0 else before
        if own:
            return self.home
        named = {name for name in self.counts if name.endswith(level)}
        return next(iter(named)) if len(named) == 1 else None

    def with_city(self, county: str) -> str:
        """A county with its city; one that the table does not know is the home city's."""
        if code := self.divisions.find(county, self.home_code):
            return self.divisions.chain(code)
        if ZONE.search(county):
            return self.own.fuller(county) or county
        of_home = (
            self.home
            and not county.endswith(("地区", "自治区"))
            and self.home != county
            and self.home.endswith(("市", "州", "盟"))
            and county not in self.divisions.codes
        )
        return f"{self.home}{county}" if of_home else county

    def _named_before(self, suffix: str, position: int) -> str | None:
        """The last area with a suffix that is named before a place in the text."""
        for index in range(bisect_left(self.area_starts, position) - 1, -1, -1):
            if self.areas[index][1].endswith(suffix):
                return self.areas[index][1]
        return None

    def places_before(self, position: int) -> Iterator[Mention]:
        """The last places named before a place in the text, the nearest first."""
        index = bisect_left(self.place_starts, position)
        return reversed(self.places[max(index - 20, 0) : index])

    def place(self, text: str, position: int) -> str | None:
        """A place with the areas that it is in, as far as the table or the article knows: 大同市阳高县, 云漠县石河镇柳村.

        None for a place that neither knows (a park, a hall).
        """
        for length in (2, 3):
            over = self.divisions.short.get(text[:length], ())
            if len(text) > length + 1 and len(over) >= 1 and len(over[0]) <= CITY:
                # 江西萍乡: the province before its city, both short.
                code = self.divisions.find(text[length:], over[0])
                if code and code.startswith(over[0][:PROVINCE]):
                    return self.divisions.chain(code)
        if QUARTER.search(text) and not AREA.match(text[:-2]):
            for index in range(bisect_left(self.area_starts, position) - 1, -1, -1):
                if self.areas[index][1].endswith(COUNTY_LEVELS):
                    return self.areas[index][1] + text
            return f"{self.home}{text}" if self.home else None
        first = AREA.match(text)
        if first:
            code = self.divisions.find(first["name"], self.home_code)
            if code and len(code) == COUNTY:
                return self.divisions.chain(code) + text[first.end() :]
            if ZONE.search(text):
                return self.own.fuller(text) or text
            if first["name"].endswith(COUNTY_LEVELS):
                return self.with_city(first["name"]) + text[first.end() :]
            return self.over(text) or text
        if TOWN.fullmatch(text):
            for mention in self.places[:1000]:
                if mention.text.endswith(text) and len(mention.text) > len(text):
                    return mention.text
            over = ("镇", "乡", "街道") if text.endswith(("村", "社区")) else ("县", "区", "市")
            for mention in self.places_before(position):
                if mention.text.endswith(over) and mention.text != text and AREA.match(mention.text):
                    return mention.text + text
            return text
        for area in (self.home, *self.counts):
            if area and len(text) >= 2 and shorten(area) == text:
                return area
        code = self.divisions.find(text, self.home_code)
        return self.divisions.chain(code) if code else None

    def of_body(self, level: str, position: int) -> str | None:
        """The area in the name of a body or a site: 县委 is 中共云漠县委员会, without the city."""
        return self.county_named(level, position) if level in COUNTY_LEVELS else self.area(level, position)

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
    town = OF_TOWN.match(mention.text) if mention.label == Label.ORG else None
    if town is None or NOT_NAME.search(town["town"]):
        return None
    return replace(mention, label=Label.PLACE, text=town["town"], end=mention.start + len(town["town"]))
