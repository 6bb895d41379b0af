"""Full names for short ones: 市委 is 中共安渡市委员会 in that city's paper, 全市 the city, 该院 the hospital named before.

Reads an article's mentions, the paper's home and the table of divisions. A province or a city is the home's first; a
county, a town or a village is the one named last before the word. For a body: national ones, then area and body (市委),
then numbered ones (云漠四中), then the one longer name in the article that a short one is introduced for, is the end
of, or is drawn from.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from functools import cached_property

from yaowen.facts.names.areas import Areas
from yaowen.facts.names.bodies import BY_PLACE, DEPARTMENT, SHORT_BODY, Bodies
from yaowen.facts.names.full_names import BODY_ENDS, ONE_CHARACTER
from yaowen.facts.names.places import Places
from yaowen.facts.names.surnames import introductions, may_mean, tell_by_office
from yaowen.facts.sentences import SITES
from yaowen.page import Clipping, Reading
from yaowen.schema import BlockRole, Label, Mention
from yaowen.vocabulary import Kind, cut

AREA_WORD = re.compile("[全我本该](?P<level>国|省|疆|自治区|市|州|盟|县|旗|区|镇|乡|村|街道|苏木|嘎查)")
TEAM = re.compile("(?:代表[队团]|(?:各级)?(?:法院|检察院|(?:检察|公安|司法|金融|税务)机[关构])|(?<=..)[市城]区)$")
"""What an area has: 全市|法院, 我市|代表队."""
BODY_WORD = re.compile(
    "(?:(?:该|我|本|全)"
    "(?P<suffix>公司|集团|企业|医院|学院|学校|分局|中心|合作社|景区|园区|社区|派出所|研究所|大学|中学|小学"
    "|院|校|局|所|站|厂|馆|店|园|会|行|队|系统|桥|线|路|港|电站|水库|隧道|铁路|高速|机场|平台|项目|工程)"
    "|(?P<bare>公司|企业|集团|学校|医院|合作社|法院|检察院|银行|酒店|景区|园区))"
)
PART_OF_BODY = re.compile("[\u4e00-\u9fff]{1,8}(?:科|科室|部|处|车间|研究所)")
WHOSE = re.compile("该(?:院|局|公司|集团|企业|校|所|中心|行|厂|厅)$")
HOUSE = re.compile("[\u4e00-\u9fff]{1,20}(?:医院|卫生院|法院|检察院|研究院|科学院)")
SHORT_ENDS = {"大桥": "桥", "厂子": "厂", "老厂": "厂", "工厂": "厂"}
"""How the name ends of what a noun speaks of, where that is not the noun."""
LONGEST_SHORT = 3
BARE = re.compile("安置[区点]|工坊|厂|总馆")
NO_SHORT = re.compile(
    "(?:政府|中央|部门|委员会|公司|企业|单位|机关|组织|社会|城市|农村"
    "|地区|市场|大学|中国|人大|政协|常委会|日报|新闻社|大会|会议)$"
)
"""Ends of names that by themselves speak of any such body."""
WITHIN = re.compile("[园馆校厂站院]内")
FAR = 2000
"""How far before 该书 its title may stand."""
TITLE = re.compile("《[^《》\n]{1,30}》")
OCCASION = re.compile("本[届次]|(?:大赛|峰会|论坛|博览会|展会|赛事|大会)$")
"""What an occasion of many editions is called for short: 本届大会, 峰会."""
TOWN_OF = {"市区", "城区", "主城区", "中心城区"}
EDITION = re.compile(
    "(?:第[一二三四五六七八九十百0-9]{1,4}届|(?<![0-9])20[0-9]{2}年?)[\u4e00-\u9fff（）·]{2,18}?"
    "(?:大会|峰会|论坛|博览会|交易会|运动会|展览会|赛|节|展)(?![\u4e00-\u9fff]{0,2}[赛会])"
)
EDITION_ENDS = (("赛事", "赛"), ("赛", "赛"), ("大会", "会"), ("会", "会"), ("论坛", "论坛"), ("节", "节"), ("展", "展"))
"""How the name ends of what 本届赛事, 本届大会 speak of."""


class NameBook:
    """What the short names of one article stand for, from its paper's home place and the full names it uses itself."""

    def __init__(self, clipping: Clipping, mentions: tuple[Mention, ...]) -> None:
        self.areas = Areas(clipping, mentions)
        self.bodies = Bodies(self.areas)
        self.places = Places(self.areas)
        self.mentions = self.areas.mentions
        self.authors = frozenset(byline.name for byline in clipping.bylines if byline.name)
        self.introduced = introductions(self.mentions, self.areas.chars)
        self.body_start = next((block.start for block in clipping.blocks if block.role == BlockRole.PARAGRAPH), 0)

    def place(self, text: str, position: int) -> str | None:
        """A place with the areas that it is in, as far as the table or the article knows."""
        return self.areas.place(text, position)

    def body(self, mention: Mention) -> str | None:
        """The full name of a body that is named short."""
        return self._part(mention) or self.bodies.full_name(mention)

    def _part(self, mention: Mention) -> str | None:
        """What is of the body spoken of (该院|医保科), or of the hospital named before (重症医学科)."""
        if not PART_OF_BODY.fullmatch(mention.text):
            return None
        whose = WHOSE.search(self.areas.chars, max(mention.start - 4, 0), mention.start)
        if whose and whose[0] != "该院":
            whole = self.word(whose[0], mention.start)
        else:
            before = self.areas.mentions_before(mention.start, len(self.mentions))
            houses = (HOUSE.match(m.text) for m in before if m.label in SITES)
            house = next((house[0] for house in houses if house), None)
            whole = house if house and (whose or (house.endswith("医院") and mention.text.endswith("科"))) else None
        named = next((body for body in self.bodies.named if body.text == whole), None)
        if whole and named is None and SHORT_BODY.fullmatch(whole):
            named = replace(mention, text=whole)
        whole = (self.bodies.full_name(named) if named else None) or whole
        return f"{whole}{mention.text}" if whole else None

    def word(self, text: str, position: int) -> str | None:
        """What 全市, 我县, 该院 or 公司 stands for at a place in the text."""
        if area := AREA_WORD.fullmatch(text):
            if text[0] in "我本" and self.areas.home and self.areas.home.endswith(text[1]):
                return self.areas.home
            # 该县 is the one just named, by the name that it was given there.
            named = self.areas.named(area["level"], position) if text[0] == "该" else None
            return named or self.areas.area(area["level"], position)
        if (team := TEAM.search(text)) and (whose := AREA_WORD.fullmatch(text, 0, team.start())):
            area_name = self.word(whose[0], position)
            return f"{area_name}{team[0]}" if area_name else None
        if len(text) == 2 and text[1] == "里":
            return self.areas.area(text[0], position)
        if text == "当地":
            return self.areas.hereabouts(position)
        if text in TOWN_OF:
            city = self.areas.area("市", position)
            return f"{city}{text}" if city else None
        if WITHIN.fullmatch(text):
            return self._named_so(text[0], position)
        if text in {"该书", "该剧", "该片"}:
            titles = TITLE.findall(self.areas.chars, max(position - FAR, 0), position)
            return titles[-1] if titles else None
        if OCCASION.match(text):
            return self._edition(text)
        if body := BODY_WORD.fullmatch(text):
            return self._body_of_kind(body["suffix"] or body["bare"], position, bare=body["bare"] is not None)
        noun = BARE.fullmatch(text) or (2 <= len(text) <= LONGEST_SHORT and len(cut(text)) == 1)
        return self._named_so(SHORT_ENDS.get(text, text), position) if noun else None

    def _body_of_kind(self, kind: str, position: int, *, bare: bool) -> str | None:
        """The body or place that 该公司 or, `bare`, 公司 speaks of.

        公司 in a report on one company is that company, whichever was named last.
        """
        ends = BODY_ENDS.get(kind, (kind,))
        named = Counter(mention.text for mention in self.bodies.named if mention.text.endswith(ends)) if bare else None
        last = self.bodies.last_named(ends, position)
        if body := named.most_common(1)[0][0] if named else last and last.text:
            return self.areas.own.fuller(body) or body
        return next((place.text for place in self.areas.places_before(position) if place.text.endswith(ends)), None)

    def _named_so(self, word: str, position: int) -> str | None:
        """The body or place named last whose name ends with a word: 安置区 after 云漠县安居安置区."""
        named = (mention.text for mention in self.areas.mentions_before(position, 20) if mention.label in SITES)
        return next((name for name in named if name.endswith(word) and name != word), None)

    @cached_property
    def endings(self) -> Mapping[str, int]:
        """The nouns that names of the article end with, and where the first such name ends: 小院 of 安河莲藕科技小院."""
        found: dict[str, int] = {}
        for mention in self.mentions:
            for length in (2, 3):
                ending = mention.text[-length:]
                short = mention.label in SITES and len(mention.text) > length + 1
                if short and not NO_SHORT.search(ending) and len(cut(ending)) == 1 and cut(ending)[0].kind == Kind.NOUN:
                    found.setdefault(ending, mention.end)
        return found

    @cached_property
    def any_ending(self) -> re.Pattern[str] | None:
        """Any of these nouns, the longest first."""
        return re.compile("|".join(map(re.escape, sorted(self.endings, key=len, reverse=True)))) if self.endings else None

    def _edition(self, kind: str) -> str | None:
        """The one contest, meeting or fair of the article that 本届赛事 speaks of: 第三届云漠山茶大会."""
        wanted = next((ending for ending in EDITION_ENDS if kind.endswith(ending[0])), None)
        if wanted is None:
            return None
        named = {name for name in self._editions if name.endswith(wanted[1])}
        return next(iter(named)) if len(named) == 1 else None

    @cached_property
    def _editions(self) -> frozenset[str]:
        return frozenset(match[0] for match in EDITION.finditer(self.areas.chars))

    def last_named(self, label: Label, position: int) -> Mention | None:
        """The last body or place that the article names before a place in its text."""
        before = self.areas.mentions_before(position, 31)
        return next((mention for mention in before if mention.label == label and len(mention.text) > 2), None)

    def person(self, mention: Mention) -> str | None:
        """The one full name in the article that 吴, 老吴 or 阿依古丽 (·买买提) is short for, in the body told before it."""
        text = mention.text
        names = {m.text for m in self.mentions if m.label == Label.PERSON}
        if len(text) >= 2 and (whole := {name for name in names if name.startswith(f"{text}·")}):
            return next(iter(whole)) if len(whole) == 1 else None
        surname = text[1:] if len(text) == 2 and text[0] in "老小" else text
        if len(surname) != 1:
            return None
        full = {name for name in names - self.authors if 2 <= len(name) <= 4 and name[0] == surname and name != text}
        full = {name for name in full if may_mean(text, name, self.introduced)}
        told = min((m.start for m in self.mentions if m.text in full), default=mention.start)
        if mention.start < told and mention.start >= self.body_start:
            return None
        return next(iter(full)) if len(full) == 1 else tell_by_office(text, full, self.mentions)


def resolve_names(reading: Reading) -> Reading:
    """Gives each mention that is a short form its full name as `canonical`; the others keep null."""
    book = NameBook(reading.clipping, reading.mentions)
    known: dict[tuple[str, str], str | None] = {}
    mentions = []
    for mention in reading.mentions:
        canonical = mention.canonical
        if canonical is None and mention.label == Label.PLACE:
            canonical = ONE_CHARACTER.get(mention.text) or book.places.full_name(mention.text, mention.start)
        elif canonical is None and mention.label in {Label.ORG, Label.PERSON}:
            key = (mention.label, mention.text)
            if key not in known or any(name.fullmatch(mention.text) for name in BY_PLACE):
                # 宣传部 far behind its committee is the one that was told of there.
                told = book.body(mention) if mention.label == Label.ORG else book.person(mention)
                known[key] = told or (known.get(key) if DEPARTMENT.fullmatch(mention.text) else None)
            canonical = known[key]
        mentions.append(replace(mention, canonical=canonical) if canonical and canonical != mention.text else mention)
    return replace(reading, mentions=tuple(mentions))
