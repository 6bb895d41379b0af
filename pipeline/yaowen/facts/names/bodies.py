"""The full names of bodies that are named short: 市委, 市二中, 镇党委, 分局刑侦大队.

National ones come first, then area and body, then numbered ones, then the longer names of the article itself.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from yaowen.divisions import shorten
from yaowen.facts.names.area_words import AREA, NOT_AREA, NOT_NAME, TWICE
from yaowen.facts.names.areas import Areas
from yaowen.facts.names.full_names import BODIES, NATIONAL, NUMBERED_BODIES, TOWN_BODIES
from yaowen.schema import Label, Mention

PARTY = re.compile(
    "委(?:组织部|宣传部|统战部|政法委|社会工作部|党校|老干部局|网信办|编办|改革办|财经办|巡察办|机要局|理论学习中心组)"
)
TOWN_BODY = re.compile(
    "(?P<level>镇|乡|村|街道|社区|苏木|嘎查)(?P<body>(?![村镇土])[\u4e00-\u9fff]{0,8}"
    "(?:党委|党工委|党总支|党支部|党组|政府|人大|主席团|纪委|妇联|团委|团工委"
    "|武装部|委会|办|办事处|中学|小学|学校|幼儿园|院|服务中心|所|站|队))"
)
PART = re.compile(
    "(?P<whole>分局|支队|总队|分公司|支行)(?P<part>[\u4e00-\u9fff]{2,12})"
    "|(?P<firm>厂|公司|集团|学校|医院)(?P<own>工会|党委|党总支|党支部|团委|纪委|董事会)"
)
SUBUNIT = re.compile(
    "[\u4e00-\u9fff]{0,10}"
    "(?:中心|科|处|室|股|支队|大队|中队|站|所|队|分局|理事会|主席团|党组|党委|学会|协会|委员会|工委|专委|办公厅|研究室)"
)
POLICE = re.compile(
    "(?P<city>[\u4e00-\u9fff]{2,4}市)?(?P<district>[\u4e00-\u9fff]{2,4})公安分局(?P<part>[\u4e00-\u9fff]{0,10})"
)
BRANCH = re.compile("(?!第)[\u4e00-\u9fff]{2,4}分局")
BUREAU = re.compile("(?:公安|税务|自然资源(?:和规划)?|生态环境|市场监督管理|市场监管)局$")
BODY_OF_TOWN = re.compile(f"(?P<area>[\u4e00-\u9fff]{{1,10}}(?:镇|乡|街道|苏木))(?P<body>{'|'.join(TOWN_BODIES)})")
BODY_OF_ZONE = re.compile(
    "(?P<area>[\u4e00-\u9fff]{0,6}(?:经开区|高新区|开发区))"
    "(?P<body>[\u4e00-\u9fff]{2,12}(?<!公司|集团|学校|[中小]学|医院|[银支]行))"
)
TERM = re.compile("[一二三四五六七八九十]{1,3}届")
TWO_BODIES = re.compile("(?<=纪委)[省市州盟县旗区](?=监委)")
NO_BODY = re.compile("[区场内级域长]|外(?![办事国专经])|民(?![政族宗间革盟建进乐兵营航俗宿])")
"""How no body goes on behind the word for its area: 市内, 市民, 市场; 市民政局 is one."""
SHORT_BODY = re.compile("(?P<level>省|自治区|市|州|盟|县|旗|区)(?P<body>[\u4e00-\u9fff]{1,20})")
LISTED = re.compile("[局委办厅]$")
LEAGUE = re.compile("(?P<area>[\u4e00-\u9fff]{2,9}?)?团(?P<level>省|市|州|县|区)委")
LEAGUE_OF = re.compile("(?:共青)?团(?P<area>[\u4e00-\u9fff]{2,12}?)委")
DEMOCRATIC = re.compile(
    "(?P<whole>(?:民革|民盟|民建|民进|农工党|致公党|九三学社|台盟)(?P<area>[\u4e00-\u9fff]{2,9}?)委)(?:会|员会)?$"
)
"""The committee of one of the other parties: 民盟云漠市委."""
DEPARTMENT = re.compile("组织部|宣传部|统战部|政法委(?:员会)?|社会工作部")
COMMITTEE = re.compile("[省市州盟县旗区]委$")
BY_PLACE = (SHORT_BODY, TOWN_BODY, DEPARTMENT)
"""Names that stand for one body here and for another there in the same article."""
LONGEST_BODY = max(map(len, BODIES))
MOST_ASKED = 20
NUMBERED_BODY = re.compile("(?P<number>[一二三四五六七八九十]{1,3})(?P<kind>[中小院幼])")
NUMBERED = re.compile("(?P<area>[\u4e00-\u9fff]{2,4}?)(?P<number>[一二三四五六七八九十]{1,3})(?P<kind>[中小院幼])")


@dataclass(frozen=True)
class Bodies:
    """The bodies of one article."""

    areas: Areas

    @cached_property
    def named(self) -> list[Mention]:
        """The bodies that the article names, by names of some length."""
        return [mention for mention in self.areas.mentions if mention.label == Label.ORG and len(mention.text) >= 4]

    @cached_property
    def starts(self) -> list[int]:
        return [mention.start for mention in self.named]

    def full_name(self, mention: Mention, asked: frozenset[str] = frozenset()) -> str | None:
        """The full name of a body that is named short; None where its name is full or nothing tells.

        Names that tell each other (云岭重工（以下简称“云岭重工”）) tell nothing: `asked` are those that wait for this one,
        a few at most.
        """
        if mention.text in asked or len(asked) >= MOST_ASKED:
            return None
        asked |= {mention.text}
        text = TWO_BODIES.sub("", mention.text)
        if text in NATIONAL:
            return NATIONAL[text]
        if league := LEAGUE.fullmatch(text):
            return self._league(league, mention, asked)
        if short := SHORT_BODY.fullmatch(text):
            return self._short_body(short["level"], short["body"], mention.start)
        if town := TOWN_BODY.fullmatch(text):
            return self._town_body(town["level"], town["body"], mention.start)
        if police := POLICE.fullmatch(text):
            # 东江公安分局 is the city's 公安局东江分局.
            city = police["city"] or self.areas.area("市", mention.start)
            return f"{city}公安局{police['district']}分局{police['part']}" if city else None
        if BRANCH.fullmatch(text) and (bureau := self._bureau(mention, asked)):
            return bureau + text
        if of_town := BODY_OF_TOWN.fullmatch(text):
            return TOWN_BODIES[of_town["body"]].format(area=of_town["area"])
        if (of_zone := BODY_OF_ZONE.fullmatch(text)) and (zone := self.areas.zone(of_zone["area"])):
            form = TOWN_BODIES.get(of_zone["body"])
            return form.format(area=zone) if form else zone + _close(of_zone["body"])
        if part := PART.fullmatch(text):
            ends, own = (part["whole"], part["part"]) if part["whole"] else (part["firm"], part["own"])
            whole = self.last_named(ends, mention.start)
            return ((self.full_name(whole, asked) or whole.text) + own) if whole else None
        if full := self._numbered(text) or self._area_body(text) or self._listed(mention):
            return full
        full = self._department(text, mention.start) or self.areas.own.fuller(text)
        # 工商联 is the end of 静安区工商联, which is short too.
        longer = next((body for body in self.named if body.text == full), None)
        return (self.full_name(longer, asked) if longer else None) or full

    def last_named(self, ends: str | tuple[str, ...], position: int) -> Mention | None:
        """The body with such an end that is named last before a place in the text."""
        index = bisect_left(self.starts, position)
        return next((self.named[before] for before in range(index - 1, -1, -1) if self.named[before].text.endswith(ends)), None)

    def _league(self, league: re.Match[str], mention: Mention, asked: frozenset[str]) -> str | None:
        """The youth league of an area: 团区委, 石河团区委."""
        named = league["area"] and league["area"] + league["level"]
        if area := named or self.areas.of_body(league["level"], mention.start):
            return f"共青团{area}委员会"
        longer = next((body for body in self.named if body.text.endswith(league[0]) and body.text != league[0]), None)
        return self.full_name(longer, asked) if longer else None

    def _numbered(self, text: str) -> str | None:
        """大同一中 is 大同市第一中学 where the paper or the article is of 大同市."""
        if numbered := NUMBERED.fullmatch(text):
            for area in (self.areas.home, *self.areas.counts):
                if area and numbered["area"] in {area, shorten(area)}:
                    return f"{area}第{numbered['number']}{NUMBERED_BODIES[numbered['kind']]}"
        return None

    def _bureau(self, mention: Mention, asked: frozenset[str]) -> str | None:
        """The one bureau with branches that the article names before a branch: 市公安局, for 江北分局."""
        full: set[str] = set()
        for named in self._bureaus.values():
            if before := bisect_left(named, mention.start, key=lambda body: body.start):
                body = named[before - 1]
                full.add(self.full_name(body, asked) or body.text)
            if len(full) > 1:
                return None
        return next(iter(full), None)

    @cached_property
    def _bureaus(self) -> Mapping[str, list[Mention]]:
        """Where the article names each bureau with branches."""
        found: defaultdict[str, list[Mention]] = defaultdict(list)
        for body in self.named:
            if BUREAU.search(body.text):
                found[body.text].append(body)
        return found

    def _listed(self, mention: Mention) -> str | None:
        """A body of the area that the one before it in a list is of: 市发改委、住建局."""
        form = BODIES.get(mention.text) if LISTED.search(mention.text) else None
        end = bisect_left(self.areas.starts, mention.start)
        while form and end and (before := self.areas.mentions[end - 1]).label == Label.ORG:
            if self.areas.chars[before.end : mention.start] not in {"、", "和", "以及"}:
                return None
            if short := SHORT_BODY.fullmatch(before.text):
                area = self.areas.of_body(short["level"], before.start)
                return form.format(area=area) if area else None
            mention, end = before, end - 1
        return None

    def _department(self, text: str, position: int) -> str | None:
        """The department of the committee that was named right before it: 市委常委、组织部部长."""
        if not DEPARTMENT.fullmatch(text):
            return None
        for mention in self.areas.mentions_before(position, 4):
            if mention.start >= position - 20 and mention.label == Label.ORG and COMMITTEE.search(mention.text):
                body = self.full_name(mention)
                return f"{body.removesuffix('委员会')}委{_close(text)}" if body else None
        return None

    def _short_body(self, level: str, body: str, position: int) -> str | None:
        # 县委 is 中共阳高县委员会, without the city.
        area = self.areas.of_list(level, position) or self.areas.of_body(level, position)
        if area is None or NO_BODY.match(body):
            return None
        if form := BODIES.get("委" if (level, body) == ("自治区", "党委") else body):
            return form.format(area=area)
        if term := TERM.match(body):
            # 市五届人大常委会|党组
            area, body = f"{area}第{term[0]}", body[term.end() :]
            if form := BODIES.get(body):
                return form.format(area=area)
        if numbered := NUMBERED_BODY.fullmatch(body):
            return f"{area}第{numbered['number']}{NUMBERED_BODIES[numbered['kind']]}"
        if body == "法院":
            return area + ("高级人民法院" if level == "省" else "中级人民法院" if level in "市州盟" else "人民法院")
        if PARTY.match(body):
            return f"中共{area}{_close(body)}"
        for length in range(len(body) - 1, 1, -1):
            # 发改委|价格监测中心; 政府采购中心 is none of the 政府
            form = BODIES.get(body[:length]) if length > 2 or body[:length] in {"人大", "政协"} else None
            if form and form.startswith(("{area}", "政协{area}")) and SUBUNIT.fullmatch(body, length):
                return form.format(area=area) + body[length:]
        if body.startswith(("委", "政府", "直")):
            return None
        return area + _close(body)

    def _town_body(self, level: str, body: str, position: int) -> str | None:
        """The body of a town or village that the article named before: 镇党委, 社区党支部, 村委会."""
        named = (
            place.text for place in self.areas.places_before(position) if place.text.endswith(level) and place.text != level
        )
        area = next((text for text in named if not NOT_NAME.search(text)), None)
        if area is None:
            return None
        form = TOWN_BODIES.get(body) if level in {"镇", "乡", "苏木", "街道"} or body.endswith("委会") else None
        return form.format(area=area) if form else area + body

    def _area_body(self, text: str) -> str | None:
        """云漠县委 is 中共云漠县委员会, 安渡市发改委 is 安渡市发展和改革委员会."""
        if league := LEAGUE_OF.fullmatch(text):
            return f"共青团{league['area']}委员会" if AREA.fullmatch(league["area"]) else None
        if party := DEMOCRATIC.match(text):
            return f"{party['whole']}员会" if AREA.fullmatch(party["area"]) else None
        text = text.removeprefix("中共")
        for length in range(min(len(text) - 2, LONGEST_BODY), 0, -1):
            area, form = TWICE.sub(r"\g<level>", text[:-length]), BODIES.get(text[-length:])
            known = AREA.fullmatch(area) or (len(area) == 2 and area != text[:-length])  # 陇县县|委
            if form and known and not area.endswith("人民") and not NOT_AREA.search(area):
                full = form.format(area=self.areas.divisions.spell_out(area))
                return full if full != text else None
        return None


def _close(body: str) -> str:
    """政法委 of a party committee and 管委会 in full."""
    return f"{body}员会" if body.endswith("政法委") else re.sub("管委会$", "管理委员会", body)
