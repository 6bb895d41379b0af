"""The administrative divisions of China, province to county."""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from importlib import resources

PROVINCE, CITY, COUNTY = 2, 4, 6
"""How many digits the code of a division of each level has."""

LONG_PEOPLES = (
    "蒙古|维吾尔|布依|朝鲜|土家|哈尼|哈萨克|傈僳|拉祜|东乡|纳西|景颇|柯尔克孜|达斡尔|仫佬|布朗|撒拉|毛南|仡佬|锡伯|阿昌|塔吉克|鄂温克|德昂|保安"
    "|裕固|独龙|鄂伦春|普米"
)
SHORT_PEOPLES = "回藏苗彝壮满侗瑶白傣黎佤畲水土羌怒各"
"""Those of one character have 族 behind them: 水 is of the place in 融水苗族自治县."""
PEOPLES = f"{LONG_PEOPLES}|{'|'.join(SHORT_PEOPLES)}"
REGIONS = {"内蒙古自治区": "内蒙古", "西藏自治区": "西藏"}
"""Where the name of the people is that of the place."""

SUFFIX = re.compile(
    f"(?:特别行政区|(?:(?:{LONG_PEOPLES})族?|[{SHORT_PEOPLES}]族)*自治[区州县旗]|地区|林区|特区|新区|省|市|县|区|盟|旗)$"
)
AUTONOMOUS = re.compile("自治[州县旗]$")
AMBIGUOUS_SHORT = {
    *("和平", "城关", "平安", "文山", "长安", "新华", "桥东", "桥西"),
    *("城区", "郊区", "矿区", "东风", "友谊", "解放", "安定"),
}
"""Short names that are words, or those of many places, as often as the one of a division."""


def read_other_names(of: str) -> dict[str, str]:
    """The areas that are called otherwise than by their own names: of an `area`, of its `papers`, or of one `paper`."""
    with resources.files("yaowen.resources").joinpath("other_names.csv").open(encoding="utf-8") as file:
        return {row["name"]: row["area"] for row in csv.DictReader(file) if row["of"] == of}


ALIASES = read_other_names("area")
"""Other names of provinces and cities: 申城."""


@dataclass(frozen=True)
class Divisions:
    """A table from code to name; the parents of 140725 are 1407 and 14."""

    names: Mapping[str, str]

    @cached_property
    def codes(self) -> Mapping[str, tuple[str, ...]]:
        """The codes of each full name; 朝阳区 has several."""
        codes: dict[str, tuple[str, ...]] = {}
        for code, name in self.names.items():
            codes[name] = (*codes.get(name, ()), code)
        return codes

    @cached_property
    def short(self) -> Mapping[str, tuple[str, ...]]:
        """The codes of each name without its suffix: 大同, 山西. Names of one character and common words have none."""
        codes: dict[str, tuple[str, ...]] = {}
        for code, name in self.names.items():
            short = shorten(name)
            if len(short) >= 2 and short not in AMBIGUOUS_SHORT:
                codes[short] = (*codes.get(short, ()), code)
        return codes

    @cached_property
    def usual(self) -> Mapping[str, tuple[str, ...]]:
        """The codes of autonomous prefectures, counties and banners by their names without the peoples': 凉山州, 融水县."""
        codes: dict[str, tuple[str, ...]] = {}
        for code, name in self.names.items():
            if AUTONOMOUS.search(name) and len(shorten(name)) >= 2:
                usual = shorten(name) + name[-1]
                codes[usual] = (*codes.get(usual, ()), code)
        return codes

    def spell_out(self, name: str) -> str:
        """The full name of an area called without its peoples: 凉山彝族自治州 for 凉山州; of another its own."""
        codes = () if name in self.codes else self.usual.get(name, ())
        return self.names[codes[0]] if len(codes) == 1 else name

    @cached_property
    def provinces(self) -> tuple[str, ...]:
        """The names of the provinces."""
        return tuple(name for code, name in self.names.items() if len(code) == PROVINCE)

    @cached_property
    def openings(self) -> frozenset[str]:
        """The first two characters of the names without their suffix."""
        return frozenset(short[:2] for short in self.short)

    def find(self, name: str, near: str | None = None) -> str | None:
        """The code of a full or short name; of several the one under or over the division `near`, None where none is."""
        codes = self.codes.get(name) or self.short.get(name) or self.usual.get(name, ())
        if len(codes) > 1 and near:
            related = tuple(code for code in codes if code.startswith(near) or near.startswith(code[:CITY]))
            codes = related or tuple(code for code in codes if code[:PROVINCE] == near[:PROVINCE])
        if len(codes) > 1 and name not in self.codes:
            # 吉林 is the province and its city: the larger.
            shortest = min(map(len, codes))
            codes = tuple(code for code in codes if len(code) == shortest)
        return codes[0] if len(codes) == 1 else None

    def parent(self, code: str) -> str | None:
        """The code of the division that a division is part of; a county under the province itself has that."""
        for length in (CITY, PROVINCE):
            if len(code) > length and code[:length] in self.names:
                return code[:length]
        return None

    def chain(self, code: str) -> str:
        """A county with its city (大同市阳高县), a city or a province alone."""
        if len(code) <= CITY:
            return self.names[code]
        parent = self.parent(code)
        return (self.names[parent] if parent else "") + self.names[code]

    def province(self, code: str) -> str:
        """The name of the province that a division is in."""
        return self.names[code[:PROVINCE]]


def shorten(name: str) -> str:
    """A division's name without what kind it is: 大同 of 大同市, 延边 of 延边朝鲜族自治州."""
    return REGIONS.get(name) or SUFFIX.sub("", name)


@cache
def read_divisions() -> Divisions:
    """The table that ships."""
    with resources.files("yaowen.resources").joinpath("divisions.csv").open(encoding="utf-8") as file:
        return Divisions({row["code"]: row["name"] for row in csv.DictReader(file)})
