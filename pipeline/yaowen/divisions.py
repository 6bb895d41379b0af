"""The administrative divisions of China, province to county, and which of them a newspaper is for."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from importlib import resources

PROVINCE, CITY, COUNTY = 2, 4, 6
"""How many digits the code of a division of each level has."""

PEOPLES = (
    "蒙古|回|藏|维吾尔|苗|彝|壮|布依|朝鲜|满|侗|瑶|白|土家|哈尼|哈萨克|傣|黎|傈僳|佤|畲|拉祜|水|东乡|纳西|景颇|柯尔克孜|土|达斡尔|仫佬|羌"
    "|布朗|撒拉|毛南|仡佬|锡伯|阿昌|塔吉克|怒|鄂温克|德昂|保安|裕固|独龙|鄂伦春|普米|各"
)
REGIONS = {"内蒙古自治区": "内蒙古", "西藏自治区": "西藏"}
"""Where the name of the people is that of the place."""

SUFFIX = re.compile(f"(?:特别行政区|(?:(?:{PEOPLES})族?)*自治[区州县旗]|地区|林区|特区|新区|省|市|县|区|盟|旗)$")
AMBIGUOUS_SHORT = {
    "和平",
    "城关",
    "平安",
    "文山",
    "长安",
    "新华",
    "桥东",
    "桥西",
    "海口镇",
    "城区",
    "郊区",
    "矿区",
    "东风",
    "友谊",
    "解放",
    "安定",
}


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

    def find(self, name: str, near: str | None = None) -> str | None:
        """The code of a full or short name; of several the one under or over the division `near`, None where none is."""
        codes = self.codes.get(name) or self.short.get(name, ())
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


# --- The home of a paper -----------------------------------------------------------------------------------------------

PAPER = re.compile("(?P<place>[\u4e00-\u9fff]{2,6}?)(?:日报|晚报|晨报|早报|时报|都市报|商报|快报|新闻网?|报)(?:社|客户端)?$")
TODAY = re.compile("今日(?P<place>[\u4e00-\u9fff]{2,4})")
PAPERS = {
    "南方": "广东省",
    "羊城": "广州市",
    "新华": "江苏省",
    "扬子": "江苏省",
    "大众": "山东省",
    "齐鲁": "山东省",
    "解放": "上海市",
    "新民": "上海市",
    "三晋": "山西省",
    "燕赵": "河北省",
    "大河": "河南省",
    "楚天": "湖北省",
    "潇湘": "湖南省",
    "三湘": "湖南省",
    "三秦": "陕西省",
    "长江": "武汉市",
    "钱江": "浙江省",
    "八桂": "广西壮族自治区",
}
"""Papers named after a region by another name."""

NO_PLACE = re.compile(
    "人民|光明|经济|农民|工人|法治|法制|科技|中国|环球|参考|健康|教育|文汇|华商|半岛|海峡|都市|"
    "今|信息|消费|企业|证券|金融|青年|妇女|老年|少年|体育|民族|国防|检察|法院|学习"
)


def home_of_paper(name: str | None, raw: str = "") -> str | None:
    """The area that a paper is named after: 大同市 for 大同日报.

    A name that the table does not know counts as a city's or a county's where the text speaks as one does (我市, 县委).
    """
    written = re.sub(r"\s", "", name) if name else ""
    paper = TODAY.fullmatch(written) or PAPER.fullmatch(written)
    if not paper:
        return None
    place = paper["place"]
    divisions = read_divisions()
    if place in PAPERS:
        return PAPERS[place]
    if code := divisions.find(place):
        return divisions.names[code]
    if NO_PLACE.fullmatch(place) or place.startswith("中国") or len(place) > 3 or place in divisions.short:
        return None
    spoken = _spoken(raw)
    return place + ("县" if spoken["县"] > spoken["市"] else "市") if spoken["市"] or spoken["县"] else None


OWN = re.compile("[全我](?P<area>[省市县])(?![外长际])|(?<![\u4e00-\u9fff])(?P<organ>[省市县])(?:委(?!员)|政府|人大|政协)")
LONGEST_NAME = 12
ENOUGH = 4
MOST_READ = 200_000


def _spoken(raw: str) -> Counter[str]:
    """How often a text speaks of an area of each level as its own: 我市, 全县, 省委."""
    return Counter(match["area"] or match["organ"] for match in OWN.finditer(raw))


def guess_home(raw: str) -> str | None:
    """The area that a page is most likely for, from the areas it names and whether it says 我市, 我县 or 我省.

    None unless one area is named clearly more often than any other of its level: a wrong home is worse than none.
    """
    raw = re.sub(r"\s", "", raw[:MOST_READ])
    spoken = _spoken(raw)
    if not spoken:
        return None
    divisions = read_divisions()
    named = _count_areas(raw, divisions)
    level = max(("市", "县", "省"), key=lambda level: (spoken[level], level == "市"))
    provinces: Counter[str] = Counter()
    cities: Counter[str] = Counter()
    counties: Counter[str] = Counter()
    for code, count in named.items():
        provinces[code[:PROVINCE]] += count
        if len(code) >= CITY:
            # Most of what a city's paper names are its counties.
            cities[code[:CITY] if code[:CITY] in divisions.names else code[:PROVINCE]] += count if len(code) == CITY else 1
        if len(code) == COUNTY:
            counties[code] += count
    found = _clear_first({"市": cities, "县": counties, "省": provinces}[level])
    if found is None and level == "县":
        found = _clear_first(cities)
    return divisions.names[found] if found else None


def _clear_first(counts: Counter[str]) -> str | None:
    most = counts.most_common(2)
    if not most or most[0][1] < ENOUGH or (len(most) > 1 and most[0][1] < 2 * most[1][1]):
        return None
    return most[0][0]


def _count_areas(raw: str, divisions: Divisions) -> Counter[str]:
    """How often each division is named, a city or province also by its short name; names that several share do not count."""
    counts: Counter[str] = Counter()
    for match in re.finditer("[省市县区州旗盟]", raw):
        for start in range(max(match.end() - LONGEST_NAME, 0), match.end() - 1):
            codes = divisions.codes.get(raw[start : match.end()])
            if codes:
                if len(codes) == 1:
                    counts[codes[0]] += 1
                break
    for start in range(len(raw) - 1):
        for length in (2, 3):
            codes = divisions.short.get(raw[start : start + length], ())
            if (
                len(codes) == 1
                and len(codes[0]) <= CITY
                and raw[start + length : start + length + 1] not in {"省", "市", "县", "区"}
            ):
                counts[codes[0]] += 1
    return counts
