"""Which area a newspaper is for: by its name, its licence, or what its page speaks of as its own."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from yaowen.divisions import ALIASES, CITY, COUNTY, PEOPLES, PROVINCE, Divisions, read_divisions, read_other_names

THEMES = (
    "工人|劳动|职工|农民|农村|青年|少年|老年|妇女|法治|法制|经济|政协|科技|教育|广播电视|广电|生活|健康|交通|旅游|消费|财经"
)
PAPER = re.compile(
    f"(?P<place>[\u4e00-\u9fff]{{2,6}}?)(?:{THEMES})?"
    "(?:日报|晚报|晨报|早报|时报|都市报|商报|快报|新报|特区报|导报|新闻网?|报)(?:社|客户端|[·—][\u4e00-\u9fff]{2,6})?$"
)
"""云漠日报, and a paper of a place for some (云漠工人报)."""
CITY_PAPER = re.compile("(?:晚报|晨报|早报|都市报)$")
"""Only cities have one."""
TODAY = re.compile("今日(?P<place>(?![早晚晨]报|新闻)[\u4e00-\u9fff]{2,4})")
PAPERS = read_other_names("papers")
"""What papers call a region besides (南方 for 广东省), before 日报 or 晚报."""
BY_WHOLE_NAME = read_other_names("paper")
"""Papers whose names tell another place than theirs, or none: 新京报."""

LOCAL = "(?![据由在经向])[\u4e00-\u9fff]{2,3}(?:日报|晚报|晨报|早报|都市报|新闻网)"
PRINTED = re.compile(
    f"(?<![\u4e00-\u9fff《“])(?:(?<![（(])(?P<paper>{LOCAL})(?![\u4e00-\u9fff）)》”])"
    f"|(?P<writes>{LOCAL})(?=讯[ \u3000（(]|(?:首席|见习|全媒体)?记者))"
)
"""A paper's name that stands free, as in its imprint (云漠晚报 责编/余声), or that of a reporter's paper (云漠晚报记者卓然).

Not whence a report was taken (（北京晚报）).
"""

NO_PLACE = re.compile(
    "人民|光明|经济|农民|工人|法治|法制|科技|中国|环球|参考|健康|教育|文汇|半岛|南国|北方|都市|"
    "今|信息|消费|企业|证券|金融|青年|妇女|老年|少年|体育|民族|国防|检察|法院|学习|"
    "今日|每日|新闻|联合|城市|现代|家庭|西部|东南|江南|华东|鲁中|鲁南|胶东|皖东|皖江|大江|沂蒙|中老年|综合|本地|地方"
)


def home_of_paper(name: str | None, raw: str = "") -> str | None:
    """The area that a paper is named after: 大同市 for 大同日报.

    A name that the table does not know counts as a city's or a county's where the text speaks as one does (我市, 县委).
    """
    written = re.sub(r"\s", "", name) if name else ""
    if written in BY_WHOLE_NAME:
        return BY_WHOLE_NAME[written]
    paper = TODAY.fullmatch(written) or PAPER.fullmatch(written)
    if not paper:
        return None
    place = paper["place"]
    divisions = read_divisions()
    if area := PAPERS.get(place) or ALIASES.get(place):
        return area
    if code := divisions.find(place):
        return divisions.names[code]
    if NO_PLACE.fullmatch(place) or place.startswith("中国") or len(place) > 3 or place in divisions.short:
        return None
    spoken = _spoken(raw)
    level = max("市县区省旗州盟", key=lambda level: spoken[level])  # the first of equals
    if (not spoken[level] and not CITY_PAPER.search(written)) or level == "省":
        return None
    if level in "县区旗" and _names_counties(raw, place):
        level = "市"
    if full := re.search(f"{place}(?:(?:{PEOPLES})族)+自治{level}", raw):
        return full[0]
    named = _count_areas(re.sub(r"\s", "", raw[:MOST_READ]), divisions)
    over = licensed_in(raw) or _guess_province(
        {code: count for code, count in named.items() if len(code) == PROVINCE}, divisions
    )
    return (over or "") + place + level


COUNTY_NAME = re.compile("(?<![\u4e00-\u9fff])(?P<name>(?![全我本该各市省外])[\u4e00-\u9fff]{2}县)")
SEVERAL = 3
"""So many counties a county's paper does not write of."""


def _names_counties(raw: str, place: str) -> bool:
    """Whether a page writes of so many counties, each where a clause opens, that its paper is their city's."""
    if place + "县" in raw or "我县" in raw:
        return False
    return len({match["name"] for match in COUNTY_NAME.finditer(raw)}) >= SEVERAL


def name_paper(raw: str) -> str | None:
    """The local paper whose name stands free on a page most often, where no header says which it is."""
    printed = Counter(match["paper"] or match["writes"] for match in PRINTED.finditer(raw[:MOST_READ]))
    return next((paper for paper, _ in printed.most_common(5) if home_of_paper(paper, raw)), None)


LICENCE = re.compile("CN ?(?P<code>[1-6][0-9])-[0-9]{4}|(?P<short>[\u4e00-\u9fff])ICP备")
LICENCES = dict(
    re.findall(
        "(.)([0-9]{2})",
        "京11津12冀13晋14蒙15辽21吉22黑23沪31苏32浙33皖34闽35赣36鲁37豫41鄂42湘43粤44桂45琼46渝50川51黔52滇53藏54陕61甘62青63宁64新65",
    )
)
"""The provinces that a site's licence begins with."""


def licensed_in(raw: str) -> str | None:
    """The one province whose licence a page prints: 滇ICP备…, CN 53-0001; none for a city of that rank."""
    found = {match["code"] or LICENCES.get(match["short"], "") for match in LICENCE.finditer(raw[:MOST_READ])} - {""}
    return read_divisions().names.get(code) if len(found) == 1 and (code := found.pop()) not in NO_PROVINCE else None


def split_home(home: str | None) -> tuple[str | None, str | None]:
    """A home's province, where it is written before it, and the home itself: 海南省 and 云漠市 of 海南省云漠市."""
    if home:
        for name in read_divisions().provinces:
            if home.startswith(name) and home != name:
                return name, home.removeprefix(name)
    return None, home


OWN = re.compile(
    "[全我](?P<area>[省市县区旗州盟])(?![外长际])|(?<![\u4e00-\u9fff])(?P<organ>[省市县区旗州盟])(?:委(?!员)|政府|人大|政协)"
)
PROVINCE_ORGAN = re.compile("[\u4e00-\u9fff]{2,8}(?:省|自治区)(?=委|人民政府|人民代表|人大|政协)")
NO_PROVINCE = {"11", "12", "31", "50", "71", "81", "82"}
"""What a paper of one calls neither 省 nor 自治区; Beijing is named wherever news comes from."""
GUESTS = re.compile("[\u4e00-\u9fff]{0,4}?(?:(?:考察|访问|参观|学习|交流)[团组]|(?:党政|经贸|政协|人大|友好)代表团)")
"""石桥市|党政考察团 comes from elsewhere."""
LONGEST_NAME = 12
ENOUGH = 4
ALONE = 2
"""How often an area must be named: among others, and where no other of its level is."""
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
    if not any(spoken[level] for level in "省市县区旗"):
        return None
    divisions = read_divisions()
    named = _count_areas(raw, divisions)
    level = max(("市", "县", "省"), key=lambda level: (spoken[level], level == "市"))
    if level == "省":
        organs = set(_name_organs(raw, divisions))
        return next(iter(organs)) if len(organs) == 1 else licensed_in(raw) or _guess_province(named, divisions)
    found = (_guess_city if level == "市" else _guess_county)(named, divisions)
    return divisions.names[found] if found else None


def _name_organs(raw: str, divisions: Divisions) -> Iterator[str]:
    """The provinces whose party, government or congress a text names in full: 中共江西省委."""
    for match in PROVINCE_ORGAN.finditer(raw):
        for start in range(len(match[0]) - 1):
            if match[0][start:] in divisions.codes:
                yield match[0][start:]
                break


def _guess_province(named: Mapping[str, int], divisions: Divisions) -> str | None:
    provinces: Counter[str] = Counter()
    for code, count in named.items():
        provinces[code[:PROVINCE]] += count * (code[:PROVINCE] not in NO_PROVINCE)
    found = _clear_first(+provinces)
    return divisions.names[found] if found else None


def _guess_county(named: Counter[str], divisions: Divisions) -> str | None:
    counties = Counter({code: count for code, count in named.items() if len(code) == COUNTY})
    return _clear_first(counties) or _guess_city(named, divisions)


def _guess_city(named: Counter[str], divisions: Divisions) -> str | None:
    """The city, where most of what a paper names are its counties; 昆山市 is one too, and 天津市."""
    cities: Counter[str] = Counter()
    for code, count in named.items():
        if len(code) == CITY or divisions.names[code].endswith("市"):
            cities[code] += count
        elif len(code) == COUNTY and (parent := divisions.parent(code)):
            cities[parent] += 1
    if not cities:
        return None
    first = max(cities, key=lambda code: (cities[code], -len(code)))
    over = next((code for code in cities if code != first and first.startswith(code)), None)
    # 昆山市 is the city only where 苏州市 is hardly named.
    if over and cities[first] < 2 * cities[over]:
        first = over
    kin = {code for code in cities if code != first and (code.startswith(first) or first.startswith(code))}
    return _clear_first(Counter({code: count for code, count in cities.items() if code not in kin}))


def _clear_first(counts: Counter[str]) -> str | None:
    most = counts.most_common(2)
    if not most or most[0][1] < (ENOUGH if len(most) > 1 else ALONE) or (len(most) > 1 and most[0][1] < 2 * most[1][1]):
        return None
    return most[0][0]


def _count_areas(raw: str, divisions: Divisions) -> Counter[str]:
    """How often each division is named, a city or province also by its short name; names that several share do not count."""
    counts: Counter[str] = Counter()
    for match in re.finditer("[省市县区州旗盟]", raw):
        if GUESTS.match(raw, match.end()):
            continue
        for start in range(max(match.end() - LONGEST_NAME, 0), match.end() - 1):
            codes = divisions.codes.get(raw[start : match.end()])
            if codes:
                if len(codes) == 1:
                    counts[codes[0]] += 1
                break
    for alias, area in ALIASES.items():
        if named := raw.count(alias):
            counts[divisions.codes[area][0]] += named
    for start, pair in enumerate(map(str.__add__, raw, raw[1:])):
        for length in (2, 3) if pair in divisions.openings else ():
            # 西安 is the city before the districts of that name.
            codes = divisions.short.get(raw[start : start + length], ())
            # 海南 is the province before the prefecture.
            large = [code for code in codes if len(code) == PROVINCE] or [code for code in codes if len(code) == CITY]
            if len(large) == 1 and raw[start + length : start + length + 1] not in {"省", "市", "县", "区"}:
                counts[large[0]] += 1
    return counts
