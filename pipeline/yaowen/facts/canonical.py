"""Full names for short ones: 市委 is 中共安渡市委员会 in that city's paper, 全市 the city, 该院 the hospital named before.

Reads an article's mentions, the paper's home and the table of divisions. A province or a city is the home's first; a
county, a town or a village is the one named last before the word. For a body: national ones, then area and body (市委),
then numbered ones (云漠四中), then the one longer name in the article that a short one is introduced for, is the end
of, or is drawn from.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cached_property

from yaowen.divisions import CITY, COUNTY, PROVINCE, Divisions, home_of_paper, read_divisions, shorten, split_home
from yaowen.facts.full_names import BODIES, BODY_ENDS, NATIONAL, NUMBERED_BODIES, ONE_CHARACTER, TOWN_BODIES
from yaowen.page import Clipping, Reading
from yaowen.schema import Label, Mention

AREA = re.compile("(?P<name>[\u4e00-\u9fff]{2,9}?(?:自治区|自治州|自治县|地区|新区|省|市|县|区|州|盟|旗))")
AREA_WORD = re.compile("[全我本该](?P<level>国|省|疆|自治区|市|州|盟|县|旗|区|镇|乡|村|街道|苏木|嘎查)")
TEAM = re.compile("代表[队团]$")
PARTY_OF = re.compile("中国共产党|中共|政协|共青团|民革|民盟|民建|九三学社|中国人民政治协商会议")
QUARTER = re.compile("(?:小区|片区|家属院)$")
"""What people live in, of which no table knows."""
ZONE = re.compile("(?:开发区|新区|示范区|高新区|保税区|合作区)$")
NOT_NAME = re.compile(
    "(?:[穷富小古老山乡农渔新同各邻该全本我两一每名]|贫困|示范|明星|空心|城中|美丽|专业|先进|典型|特色|重点|中心|试点|样板)(?:县|镇|乡|村|街道|社区)$"
)
"""梁峁村 is a village's name, 穷山村 and 示范村 are none."""
TOWN = re.compile("(?P<name>[\u4e00-\u9fff]{1,6}?(?:镇|乡|街道|村|社区|苏木|嘎查))$")
BODY_WORD = re.compile(
    "(?:(?:该|我|本|全)(?P<suffix>公司|集团|企业|医院|学院|学校|分局|中心|合作社|景区|园区|社区|派出所|研究所|大学|中学|小学|院|校|局|所|站|厂|馆|店|园|会|行|队|系统|桥|线|路|港|电站|水库|隧道|铁路|高速|机场|平台|项目|工程)"
    "|(?P<bare>公司|集团|学校|医院|合作社|法院|检察院|银行|酒店|景区|园区))"
)

PARTY = re.compile(
    "委(?:办|组织部|宣传部|统战部|政法委|社会工作部|党校|老干部局|网信办|编办|改革办|财经办|巡察办|机要局|理论学习中心组)"
)
TOWN_OF = {"市区", "城区", "主城区", "中心城区"}
EDITION = re.compile(
    "第[一二三四五六七八九十百0-9]{1,4}届[\u4e00-\u9fff（）·]{2,18}?(?:大会|峰会|论坛|博览会|交易会|运动会|展览会|赛|节|展)(?![\u4e00-\u9fff]{0,2}[赛会])"
)
EDITION_ENDS = (("赛事", "赛"), ("赛", "赛"), ("大会", "会"), ("会", "会"), ("论坛", "论坛"), ("节", "节"), ("展", "展"))
"""How the name ends of what 本届赛事, 本届大会 speak of."""
TOWNS = {"镇", "乡", "村", "街道", "社区", "苏木", "嘎查"}
TOWN_BODY = re.compile(
    "(?P<level>镇|乡|村|街道|社区|苏木|嘎查)(?P<body>(?![村镇土])[\u4e00-\u9fff]{0,8}"
    "(?:党委|党工委|党总支|党支部|党组|政府|人大|主席团|纪委|妇联|团委|团工委|武装部|委会|办|办事处|中学|小学|学校|幼儿园|院|服务中心|所|站|队))"
)
PART = re.compile("(?P<whole>分局|支队|总队|分公司|支行)(?P<part>[\u4e00-\u9fff]{2,12})")
SUBUNIT = re.compile("[\u4e00-\u9fff]{0,10}(?:中心|科|处|室|股|支队|大队|中队|站|所|队|分局|理事会|主席团|党组|党委|学会|协会)")
SHORT_BODY = re.compile("(?P<level>省|自治区|市|州|盟|县|旗|区)(?P<body>[\u4e00-\u9fff]{1,20})")
SHORT_SITE = re.compile(
    "(?P<level>省|市|县|区|州|旗)(?P<site>(?!中心|民(?!族)|[区城郊道])[\u4e00-\u9fff]{2,8}(?:中心|[馆院校场园厅宫站]))"
)
"""The park, stadium or hall of an area: 市体育中心."""
LEAGUE = re.compile("团(?P<level>省|市|州|县|区)委")
OFFICE = re.compile("(?:委|政府|中央|国务院|人大|政协|常委会|厅|部|日报|新闻社)$")
NUMBERED_BODY = re.compile("(?P<number>[一二三四五六七八九十]{1,3})(?P<kind>[中小院幼])")
NUMBERED = re.compile("(?P<area>[\u4e00-\u9fff]{2,4}?)(?P<number>[一二三四五六七八九十]{1,3})(?P<kind>[中小院幼])")

IN_PROVINCE = re.compile(f"[来在驻赴入]([{''.join(ONE_CHARACTER)}])(?=考察|视察|调研|投资|创业|[央高企单])")
"""来陕考察 tells the province."""

NOT_AREA = re.compile(
    "^[全各我本该两外跨]|^自治.$|[小片]区$|城市$|都市$|^(?:小区|社区|灾区|城区|景区|园区|地区|校区|山区|片区|郊区|老区|库区|辖区|矿区|牧区|林区|特区|新区|超市|股市)$"
)


COUNTY_LEVELS = ("县", "区", "旗")
INTRODUCED = re.compile('[（(](?:以下)?简称(?:为)?[：:]?[“”"《](?P<short>[^“”"》（）()]{2,12})[“”"》][）)]')


class NameBook:
    """What the short names of one article stand for, from its paper's home place and the full names it uses itself."""

    def __init__(self, clipping: Clipping, mentions: tuple[Mention, ...]) -> None:
        self.chars = str(clipping.text)
        self.divisions: Divisions = read_divisions()
        self.mentions = sorted(mentions, key=lambda mention: mention.start)
        self.starts = [mention.start for mention in self.mentions]
        self.province, self.home = split_home(clipping.home or home_of_paper(clipping.publication.name, self.chars))
        self.home_code = self.divisions.find(self.home) if self.home else None
        self.areas = list(self._find_areas())
        self.area_starts = [start for start, _ in self.areas]
        self.counts = Counter(name for _, name in self.areas)
        self.bodies = [mention for mention in self.mentions if mention.label == Label.ORG and len(mention.text) >= 4]
        self.body_starts = [mention.start for mention in self.bodies]
        self.places = [mention for mention in self.mentions if mention.label == Label.PLACE]
        self.place_starts = [mention.start for mention in self.places]
        self.place_names = frozenset(mention.text for mention in self.places)

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
                    if not NOT_AREA.search(match["name"]):
                        yield mention.start, self._without_brand(match["name"])
                    position = match.end()

    def _without_brand(self, name: str) -> str:
        """An area without what a body's name has before it: 国网|云漠县 of 国网云漠县供电公司."""
        ends = (name[start:] for start in range(len(name) - 1))
        return next((end for end in ends if end == self.home or end in self._area_names), name)

    @cached_property
    def _area_names(self) -> frozenset[str]:
        return frozenset(
            mention.text
            for mention in self.mentions
            if mention.label == Label.PLACE and AREA.fullmatch(mention.text) and not NOT_AREA.search(mention.text)
        )

    # -- areas

    def area(self, level: str, position: int) -> str | None:
        """The area that 全市, 我县 or 省委 speak of at a place in the text: by its full name, None where it is not known."""
        match level:
            case "国":
                return "中国"
            case "疆":
                return "新疆维吾尔自治区"
            case "省" | "自治区":
                return self._province()
            case "市" | "州" | "盟":
                return self._city(level)
            case "县" | "区" | "旗":
                return self._county(level, position)
        return self._named_before(level, position)

    def _province(self) -> str | None:
        if self.home_code:
            return self.divisions.province(self.home_code)
        if self.province:
            return self.province
        provinces = {name for _, name in self.areas if (code := self.divisions.find(name)) and len(code) == PROVINCE}
        within = {self.divisions.province(code) for _, name in self.areas if (code := self.divisions.find(name))}
        found = provinces or within or {ONE_CHARACTER[match[1]] for match in IN_PROVINCE.finditer(self.chars)}
        return next(iter(found)) if len(found) == 1 else None

    def _city(self, level: str) -> str | None:
        """The home city, unless the article is about another: in a report from 云漠市 alone, 全市 is that."""
        named = Counter({name: count for name, count in self.counts.items() if name.endswith(level)})
        most = named.most_common(1)
        if self.home and self.home.endswith(level):
            if most and most[0][0] != self.home and most[0][1] >= 3 and most[0][1] > 2 * named[self.home] and len(named) <= 2:
                return most[0][0]
            return self.home
        if self.home_code and len(self.home_code) == COUNTY and (parent := self.divisions.parent(self.home_code)):
            return self.divisions.names[parent]
        if most and (len(most) == len(named) or most[0][1] > sum(named.values()) / 2):
            return most[0][0]
        return None

    def _county(self, level: str, position: int) -> str | None:
        named = self._county_named(level, position)
        return self._with_city(named) if named else None

    def _county_named(self, level: str, position: int) -> str | None:
        """The county that was named last, else the home, else the only one that the article names."""
        if before := self._named_before(level, position):
            return before
        if self.home and self.home.endswith(level):
            return self.home
        named = {name for name in self.counts if name.endswith(level)}
        return next(iter(named)) if len(named) == 1 else None

    def _with_city(self, county: str) -> str:
        """A county with its city; one that the table does not know is the home city's."""
        if code := self.divisions.find(county, self.home_code):
            return self.divisions.chain(code)
        if ZONE.search(county):
            return self._fuller(county) or county
        of_home = (
            self.home and self.home != county and self.home.endswith(("市", "州", "盟")) and county not in self.divisions.codes
        )
        return f"{self.home}{county}" if of_home else county

    def _named_before(self, suffix: str, position: int) -> str | None:
        """The last area with a suffix that is named before a place in the text."""
        if suffix in TOWNS:
            for mention in self._places_before(position):
                if mention.text.endswith(suffix) and not NOT_NAME.search(mention.text):
                    return self.place(mention.text, mention.start)
            return None
        for index in range(bisect_left(self.area_starts, position) - 1, -1, -1):
            if self.areas[index][1].endswith(suffix):
                return self.areas[index][1]
        return None

    def _places_before(self, position: int) -> Iterator[Mention]:
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
                return self._fuller(text) or text
            if first["name"].endswith(COUNTY_LEVELS):
                return self._with_city(first["name"]) + text[first.end() :]
            return self._over(text) or text
        if TOWN.fullmatch(text):
            for mention in self.places[:1000]:
                if mention.text.endswith(text) and len(mention.text) > len(text):
                    return mention.text if text.endswith(("村", "社区")) else self.place(mention.text, position)
            over = ("镇", "乡", "街道") if text.endswith(("村", "社区")) else ("县", "区", "市")
            for mention in self._places_before(position):
                if mention.text.endswith(over) and mention.text != text and AREA.match(mention.text):
                    return mention.text + text
            return text
        for area in (self.home, *self.counts):
            if area and len(text) >= 2 and shorten(area) == text:
                return area
        code = self.divisions.find(text, self.home_code)
        return self.divisions.chain(code) if code else None

    def short_place(self, text: str, position: int) -> str | None:
        """What a place's bare name stands for: the home's (云漠), a city's or a province's (长沙), or a village's (柳村)."""
        if ZONE.search(text):
            return self._fuller(text)
        if len(text) < 2:
            return None
        if self.home and shorten(self.home) == text:
            return self.home
        whole = tuple(text + suffix for suffix in TOWNS) if not TOWN.search(text) else text
        ends = {name for name in self._towns if name.endswith(whole) and len(name) > len(text)}
        if ends:
            longest = max(ends, key=len)
            return longest if all(longest.endswith(name) for name in ends) else None
        if site := SHORT_SITE.fullmatch(text):
            return f"{area}{site['site']}" if (area := self.area(site["level"], position)) else None
        if AREA.fullmatch(text):
            return None
        code = self.divisions.find(text, self.home_code)
        return self.divisions.names[code] if code and len(code) <= CITY else None

    @cached_property
    def _towns(self) -> frozenset[str]:
        """The towns and villages that the article names."""
        return frozenset(place.text for place in self.places[:1000] if TOWN.search(place.text))

    def _over(self, text: str) -> str | None:
        """A city with its province where the article names both together: 甘肃省凉源市."""
        over = {name for name in self.place_names if len(name) > len(text) and name.endswith(text) and AREA.match(name)}
        return next(iter(over)) if len(over) == 1 else None

    # -- bodies

    def body(self, mention: Mention) -> str | None:
        """The full name of a body that is named short; None where its name is full or nothing tells."""
        text = mention.text
        if text in NATIONAL:
            return NATIONAL[text]
        if league := LEAGUE.fullmatch(text):
            area = self.area(league["level"], mention.start)
            return f"共青团{area}委员会" if area else None
        if short := SHORT_BODY.fullmatch(text):
            return self._short_body(short["level"], short["body"], mention.start)
        if town := TOWN_BODY.fullmatch(text):
            return self._town_body(town["level"], town["body"], mention.start)
        if part := PART.fullmatch(text):
            index = bisect_left(self.body_starts, mention.start)
            whole = next((body for body in reversed(self.bodies[:index]) if body.text.endswith(part["whole"])), None)
            return ((self.body(whole) or whole.text) + part["part"]) if whole else None
        if numbered := NUMBERED.fullmatch(text):
            # 大同一中 is 大同市第一中学 where the paper or the article is of 大同市.
            for area in (self.home, *self.counts):
                if area and shorten(area) == numbered["area"]:
                    return f"{area}第{numbered['number']}{NUMBERED_BODIES[numbered['kind']]}"
        if AREA.match(text) and (full := self._area_body(text)):
            return full
        return self._fuller(text)

    def _short_body(self, level: str, body: str, position: int) -> str | None:
        # 县委 is 中共阳高县委员会, without the city.
        area = self._county_named(level, position) if level in COUNTY_LEVELS else self.area(level, position)
        if area is None or body.startswith(("区", "场", "民", "内", "级", "域", "长", "外", "直")):
            return None
        if form := BODIES.get(body):
            return form.format(area=area)
        if numbered := NUMBERED_BODY.fullmatch(body):
            return f"{area}第{numbered['number']}{NUMBERED_BODIES[numbered['kind']]}"
        if body == "法院":
            return area + ("高级人民法院" if level == "省" else "中级人民法院" if level == "市" else "人民法院")
        if PARTY.match(body):
            return f"中共{area}{body}"
        for length in range(len(body) - 1, 2, -1):
            # 发改委|价格监测中心
            if (form := BODIES.get(body[:length])) and form.startswith("{area}") and SUBUNIT.fullmatch(body, length):
                return form.format(area=area) + body[length:]
        if body.startswith(("委", "政府")):
            return None
        return area + body

    def _town_body(self, level: str, body: str, position: int) -> str | None:
        """The body of a town or village that the article named before: 镇党委, 社区党支部, 村委会."""
        named = (place.text for place in self._places_before(position) if place.text.endswith(level) and place.text != level)
        area = next((text for text in named if not NOT_NAME.search(text)), None)
        if area is None:
            return None
        form = TOWN_BODIES.get(body) if level in {"镇", "乡", "苏木", "街道"} or body.endswith("委会") else None
        return form.format(area=area) if form else area + body

    def _area_body(self, text: str) -> str | None:
        """云漠县委 is 中共云漠县委员会."""
        for body in ("委", "政府", "人大常委会", "人大", "政协", "纪委", "妇联", "检察院"):
            area = text.removesuffix(body)
            if area != text and AREA.fullmatch(area) and not area.endswith("人民"):
                return BODIES[body].format(area=area)
        return None

    def _fuller(self, text: str) -> str | None:
        """The one longer name of the article that a name is the end of (第二分局) or is drawn from (云漠四中, 云岭重工).

        What the article itself introduces (以下简称“云岭重工”) comes first.
        """
        if text in self._introduced:
            return self._introduced[text]
        longer = {name for name in self._full_names if len(text) < len(name)}
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
            if (area in self.divisions.short or area == shorten(self.home or "")) and name.endswith("公司"):
                return name[length:].lstrip("省市县区")
        return name

    @cached_property
    def _full_names(self) -> frozenset[str]:
        return frozenset(
            mention.text for mention in self.mentions if mention.label in {Label.ORG, Label.PLACE} and len(mention.text) >= 4
        )

    @cached_property
    def _introduced(self) -> Mapping[str, str]:
        """The short names that the article introduces in brackets behind the full one."""
        found = {}
        for match in INTRODUCED.finditer(self.chars):
            full = [m for m in self.mentions if m.end == match.start() and m.label in {Label.ORG, Label.PLACE}]
            if full:
                found[match["short"]] = full[0].text
        return found

    def word(self, text: str, position: int) -> str | None:
        """What 全市, 我县, 该院 or 公司 stands for at a place in the text."""
        if area := AREA_WORD.fullmatch(text):
            if text[0] in "我本" and self.home and self.home.endswith(text[1]):
                return self.home
            return self.area(area["level"], position)
        if (team := TEAM.search(text)) and (whose := AREA_WORD.fullmatch(text, 0, team.start())):
            area_name = self.word(whose[0], position)
            return f"{area_name}{team[0]}" if area_name else None
        if len(text) == 2 and text[1] == "里":
            return self.area(text[0], position)
        if text in TOWN_OF:
            city = self.area("市", position)
            return f"{city}{text}" if city else None
        if text in {"园内", "馆内"}:
            inside = (place.text for place in self._places_before(position) if place.text.endswith(text[0]))
            return next(inside, None)
        if text.startswith("本届"):
            return self._edition(text)
        body = BODY_WORD.fullmatch(text)
        if not body:
            return None
        suffix = body["suffix"] or body["bare"]
        ends = BODY_ENDS.get(suffix, (suffix,))
        if body["bare"]:
            # 公司 in a report on one company is that company, whichever was named last.
            named = Counter(mention.text for mention in self.bodies if mention.text.endswith(ends))
            if named:
                most = named.most_common(1)[0][0]
                return self._fuller(most) or most
        for index in range(bisect_left(self.body_starts, position) - 1, -1, -1):
            if self.bodies[index].text.endswith(ends):
                return self._fuller(self.bodies[index].text) or self.bodies[index].text
        for place in self._places_before(position):
            if place.text.endswith(ends):
                return place.text
        return None

    def _edition(self, kind: str) -> str | None:
        """The one contest, meeting or fair of the article that 本届赛事 speaks of: 第三届云漠山茶大会."""
        wanted = next((ending for ending in EDITION_ENDS if kind.endswith(ending[0])), None)
        if wanted is None:
            return None
        named = {name for name in self._editions if name.endswith(wanted[1])}
        return next(iter(named)) if len(named) == 1 else None

    @cached_property
    def _editions(self) -> frozenset[str]:
        return frozenset(match[0] for match in EDITION.finditer(self.chars))

    def last_named(self, label: Label, position: int) -> Mention | None:
        """The last body or place that the article names before a place in its text; offices of the state are passed over."""
        index = bisect_left(self.starts, position) - 1
        for mention in reversed(self.mentions[max(index - 30, 0) : index + 1]):
            if mention.label == label and len(mention.text) > 2 and not OFFICE.search(mention.text):
                return mention
        return None

    def person(self, text: str) -> str | None:
        """The one full name in the article that a surname alone (吴) is short for."""
        if len(text) != 1:
            return None
        full = {m.text for m in self.mentions if m.label == Label.PERSON and 2 <= len(m.text) <= 4 and m.text[0] == text}
        return next(iter(full)) if len(full) == 1 else None


def _is_short_for(short: str, full: str) -> bool:
    """Whether the characters of a short name stand in the full one, in order, from its start or up to its end.

    A name that keeps the place of the full one may add a character for its trade: 云岭重工 of 云岭重型机械集团有限公司.
    """
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


def resolve_names(reading: Reading) -> Reading:
    """Gives each mention that is a short form its full name as `canonical`; the others keep null."""
    book = NameBook(reading.clipping, reading.mentions)
    known: dict[tuple[str, str], str | None] = {}
    mentions = []
    for mention in reading.mentions:
        canonical = mention.canonical
        if canonical is None and mention.label == Label.PLACE:
            canonical = ONE_CHARACTER.get(mention.text) or book.short_place(mention.text, mention.start)
        elif canonical is None and mention.label in {Label.ORG, Label.PERSON}:
            key = (mention.label, mention.text)
            if key not in known or SHORT_BODY.fullmatch(mention.text) or TOWN_BODY.fullmatch(mention.text):
                known[key] = book.body(mention) if mention.label == Label.ORG else book.person(mention.text)
            canonical = known[key]
        mentions.append(replace(mention, canonical=canonical) if canonical and canonical != mention.text else mention)
    return replace(reading, mentions=tuple(mentions))
