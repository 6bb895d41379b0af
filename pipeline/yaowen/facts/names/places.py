"""The full names of places that are named short: 云漠 for the city, 石河镇 for 云漠县石河镇, 市体育中心."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from yaowen.divisions import ALIASES, CITY, shorten
from yaowen.facts.names.area_words import AREA, COUNTY_LEVELS, NOT_AREA, NOT_NAME, OF_CITY, SHORT_SITE, TOWN, TOWNS, ZONE
from yaowen.facts.names.areas import Areas
from yaowen.facts.names.full_names import ONE_CHARACTER


@dataclass(frozen=True)
class Places:
    """The places of one article."""

    areas: Areas

    def full_name(self, text: str, position: int) -> str | None:
        """What a place's bare name stands for: the home's (云漠), a city's or a province's (长沙), or a village's (柳村)."""
        if ZONE.search(text):
            return self.areas.zone(text)
        home = self.areas.home
        if len(text) < 2:
            return home if home and home.startswith(text) and text not in ONE_CHARACTER else None  # 来潍考察
        if text in ALIASES:
            return ALIASES[text]
        if home and shorten(home) == text:
            return home
        whole = tuple(text + suffix for suffix in TOWNS) if not TOWN.search(text) else text
        if text.endswith(("路", "街", "道", "桥")):
            whole = text  # 石河路 is not 石河路街道
        # 云漠 in an article that names one 云漠县, whatever towns and villages it names too.
        named = {area for area in self.areas.counts if shorten(area) == text and area.endswith(OF_CITY)}
        ends = {name for name in self._towns if name.endswith(whole) and len(name) > len(text)}
        if ends and len(named) != 1:
            longest = max(ends, key=len)
            return longest if all(longest.endswith(name) for name in ends) else None
        if site := SHORT_SITE.fullmatch(text):
            area = self.areas.of_body(site["level"], position)
            return f"{area}{site['site']}" if area else None
        first = AREA.match(text)
        if first and first["name"].endswith("州") and (full := self.areas.divisions.spell_out(first["name"])) != first["name"]:
            return full + text[first.end() :]  # 凉山州|甘洛县
        if AREA.fullmatch(text):
            return self._lies_in(text)
        if TOWN.fullmatch(text) and not NOT_NAME.search(text):
            return self.areas.over(text) or self._town_in_county(text)
        code = self.areas.divisions.find(text, self.areas.home_code)
        if code and len(code) <= CITY:
            return self.areas.divisions.names[code]
        if len(named) != 1:
            return None
        known = next(iter(named))
        return known if known.endswith("市") else self.areas.with_city(known)

    def _lies_in(self, text: str) -> str | None:
        """A county with its city, as the table or the article knows it or as the paper is of that city: 安渡市云漠县."""
        first = AREA.match(text)
        if not first or first.end() < len(text) or not text.endswith(COUNTY_LEVELS) or NOT_AREA.search(text):
            return None
        if self.areas.divisions.find(text, self.areas.home_code) is None and (over := self.areas.over(text)):
            return over
        return self.areas.with_city(text)

    def _town_in_county(self, text: str) -> str | None:
        """A town or village with the one county that the article names: 云漠县石河镇; in a county's paper they go without."""
        counties = {name for name in self.areas.counts if name.endswith(COUNTY_LEVELS) and not ZONE.search(name)}
        if len(counties) != 1 or AREA.match(text) or (self.areas.home and self.areas.home.endswith(COUNTY_LEVELS)):
            return None
        county = next(iter(counties))
        own = text.removeprefix(shorten(county))  # 云漠|石河镇
        return county + (text if own in TOWNS else own)

    @cached_property
    def _towns(self) -> frozenset[str]:
        """The towns and villages that the article names."""
        return frozenset(place.text for place in self.areas.places[:1000] if TOWN.search(place.text))
