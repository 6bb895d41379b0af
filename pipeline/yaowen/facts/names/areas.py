"""The full names of areas: what 全市 and 我县 are in a paper and an article, and what a place lies in.

A province or a city is the home's first; a county, a town or a village is the one named last before the word.
"""

from __future__ import annotations

from collections import Counter

from yaowen.divisions import CITY, COUNTY, PROVINCE, shorten
from yaowen.facts.names.area_words import AREA, AREA_END, COUNTY_LEVELS, NOT_NAME, QUARTER, TOWN, TOWNS, ZONE
from yaowen.facts.names.named_areas import NamedAreas


class Areas(NamedAreas):
    """What an article speaks of as 全市, 我县 or 省委, from its paper's home and the areas that it names itself."""

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
            return self.named_before(level, position)
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
        named = Counter(name for name in self.provinces_named() if name.endswith(level))
        if named:
            (first, most), *others = named.most_common(2)
            return first if not others or most >= 2 * others[0][1] else None
        if (city := self._city("市")) and (code := self.divisions.find(city)):
            return self.divisions.province(code) if self.divisions.province(code).endswith(level) else None
        within = {self.divisions.province(code) for _, name in self.areas if (code := self.divisions.find(name))}
        return next((name for name in within if name.endswith(level)), None) if len(within) == 1 else None

    def _city(self, level: str) -> str | None:
        """The home city, unless the article is about another: in a report from 云漠市 alone, 全市 is that."""
        named = Counter({name: count for name, count in self.counts.items() if name.endswith(level)})
        most = named.most_common(1)
        if self.home and self.home.endswith(level):
            other = most[0][0] if most and len(named) <= 2 and most[0][1] >= max(3, 2 * named[self.home] + 1) else self.home
            return self.home if other == self.home or self.is_toured(other) else other
        if self.home_code and len(self.home_code) == COUNTY and (parent := self.divisions.parent(self.home_code)):
            return self.divisions.names[parent]
        (known, often), *_ = self.short_cities.most_common(1) or [("", 0)]
        if known.endswith(level) and often > max(2 * (most[0][1] if most else 0) - 1, 1):
            return known
        if most and (len(most) == len(named) or most[0][1] > sum(named.values()) / 2):
            return most[0][0]
        return None

    def _county(self, level: str, position: int) -> str | None:
        named = self.county_named(level, position)
        return self.with_city(named) if named else None

    def county_named(self, level: str, position: int) -> str | None:
        """The county that was named last, else the home, else the only one that the article names."""
        own = self.home is not None and self.home.endswith(level)
        if before := self.named_before(level, position):
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

    def place(self, text: str, position: int) -> str | None:
        """A place with the areas that it is in, as far as the table or the article knows: 大同市阳高县, 云漠县石河镇柳村.

        None for a place that neither knows (a park, a hall).
        """
        if city := self._city_behind_province(text):
            return city
        if QUARTER.search(text) and not AREA.match(text[:-2]):
            over = self.named_before(COUNTY_LEVELS, position) or self.home
            return f"{over}{text}" if over else None
        if first := AREA.match(text):
            code = self.divisions.find(first["name"], self.home_code)
            if code and len(code) == COUNTY:
                return self.divisions.chain(code) + text[first.end() :]
            if ZONE.search(text):
                return self.own.fuller(text) or text
            if first["name"].endswith(COUNTY_LEVELS):
                return self.with_city(first["name"]) + text[first.end() :]
            return self.over(text) or text
        if TOWN.fullmatch(text):
            return self._town(text, position)
        for area in (self.home, *self.counts):
            if area and len(text) >= 2 and shorten(area) == text:
                return area
        code = self.divisions.find(text, self.home_code)
        return self.divisions.chain(code) if code else None

    def _city_behind_province(self, text: str) -> str | None:
        """A city with its province, where both are named short: 江西萍乡."""
        for length in (2, 3):
            over = next(iter(self.divisions.short.get(text[:length], ())), None)
            if over and len(over) <= CITY and len(text) > length + 1:
                code = self.divisions.find(text[length:], over)
                if code and code.startswith(over[:PROVINCE]):
                    return self.divisions.chain(code)
        return None

    def _town(self, text: str, position: int) -> str:
        """A town or village by its longer name in the article, else with the area named last that it may be in."""
        for mention in self.places[:1000]:
            if mention.text.endswith(text) and len(mention.text) > len(text):
                return mention.text
        over = ("镇", "乡", "街道") if text.endswith(("村", "社区")) else ("县", "区", "市")
        for mention in self.places_before(position):
            if mention.text.endswith(over) and mention.text != text and AREA.match(mention.text):
                return mention.text + text
        return text

    def of_body(self, level: str, position: int) -> str | None:
        """The area in the name of a body or a site: 县委 is 中共云漠县委员会, without the city."""
        return self.county_named(level, position) if level in COUNTY_LEVELS else self.area(level, position)
