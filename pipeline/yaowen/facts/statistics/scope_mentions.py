"""Places and bodies of a line that can be a scope: those that open a clause, and areas where something is (在云漠县)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from yaowen.facts.statistics.lines import Line
from yaowen.facts.statistics.scope_words import ScopeAt, is_for
from yaowen.schema import Label, Mention

IN_PLACE = re.compile("(?:在|走进|来到|从|目前|截至|今年|去年)$")
HEADS = re.compile(
    "(?:党支部书记|村委会主任|村主任|村支书|经理|董事长|总裁"
    "|厂长|院长|校长|园长|馆长|行长|理事长|社长|场长|主教练|店长|创始人|CEO)$"
)
NOT_SUBJECT = re.compile(
    "(?:是|成为|仍为)[^，。；]{0,8}(?:伙伴|市场)|首[个家座批条次]|第[一二三四五]|唯一|最|等|至"
    "|到(?![位账岗期])|、|一带|出台|籍|制造|城际|高铁|高速|铁路|牌|号|以[东西南北]|[东西南北]麓"
)
HOSTS = re.compile("(?:联合)?(?:主办|承办|协办|指导)|的")
OVER_AREA = re.compile("[\u4e00-\u9fff]{2,5}[省市县区州盟旗]$")
SAYS = re.compile(
    "[^，。；]{0,10}?(?:介绍|表示|获悉|了解到|称|说|指出|发布|公布|统计|数据|通报|透露|主办|承办|审结|判决|开庭|宣判|召开|会议)"
)
ASKS = re.compile("(?:还|又|同时|最后)?(?:强调|指出|要求)(?=[，,：:])")
"""Behind a person who speaks of an area still: 王一指出，全县…。王一强调，今年要…."""
HOLDS = re.compile(
    "[^，。；]{0,24}?(?:举办|举行|组织(?!实施)|作出)[^，。；]{0,24}?"
    "(?:活动|竞赛|比赛|大赛|仪式|典礼|讲座|培训|演练|志愿|宣判|判决|招聘会|展)"
    "|(?:[^，。；]{0,4}团队|[^，。；]{0,6}组织[^，。；]{2,30}?)?(?:到|赴|走进|来到|前往|赶[到赴往])(?![位账岗期])[^，。；]{2,}"
    "|[与和同][^，。；0-9]{2,16}的"
)
"""Behind a body that holds what is counted (某公司举办竞赛，9支队…), or that shares it with another (某院与某校共建的联盟)."""
FIRM = re.compile("(?:公司|集团|厂|合作社|医院|银行|农场)$")
"""A body that does something, also where a clause says first what it is: 总投资3亿元的云岭机床厂|投产，…."""
TRADES = re.compile("(?:进出口|出口|进口|贸易|投资)(?!企业)")
"""Behind a place that is traded with: 对甲国|出口80亿元."""
GOES = re.compile("(?:在|走进|来到)$")
INSIDE = re.compile("(?:的?[^，。；的]{0,8}(?:里|内|现场|工地|车间|大厅|厂区|生产线))?[，,]")
COUNT_ALONE = re.compile("[0-9０-９.．]+[\u4e00-\u9fff]{1,2}(?=[、，。；)）]|$)")
OFFICE = re.compile(
    "(?:网|报|电视台|频道|客户端|厅|委|部|办|政府|委员会|办公室|局|常委会|人大|政协"
    "|检察院|组|团|机关|中央|国务院|联合会|妇联|总工会|协会|新闻|社)$"
)
BRANCH = re.compile("(?:分局|税务局|供电局|邮政局|海关|派出所|交警|分公司|车站|机场|医院|学校|大学|学院|中学|小学)")
ACTS = re.compile(
    "[^，。；、0-9]{0,6}?"
    "(?:共(?![同和享建产])|累计|已(?!经)|先后|破获|查处|抓获|办理|受理|审结|立案|打掉|制定|派出|出动)[^，。；]{0,14}[0-9０-９]"
)
"""Behind an office that has done so much itself: 县公安局|共破案87起."""
EDITION = re.compile(
    "[^，。；、]{0,22}?"
    "(?:会(?=[^，。；、]{0,10}(?:举行|召开|举办|开幕|启动|定于|将于|在))|招聘会"
    "|推介会|洽谈会|赛|运动会|博览会|大会|会议|论坛|仪式|艺术节|文化节|开学典礼)"
)
VENUE = re.compile(
    "[^，。；]{0,8}?(?:召开|举行|举办|[开闭启落揭]幕|落下帷幕|收官|启动|揭牌|开[赛班讲课]|鸣枪|上演|拉开|亮相|登场|成立)"
)
"""What stands behind the place where an occasion was: 在云漠县召开."""
OF_IT = re.compile("的[0-9０-９]")
"""Behind a site that has so much: 石河产业园|的120亩番茄."""
LATE = 24
"""How far into a sentence a clause stands that goes on from what it is about."""
COUNTED_AREAS = re.compile("等?[0-9０-９一二三四五六七八九十两]{1,3}个?(?:城区|[市县区州镇乡村])")
"""Behind the last of a list of areas: 云州、安渡、石河|3城区."""
SEEN_AT = re.compile("(?:看到|发现|了解到|采访|注意到)")
"""Behind a place where a reporter counted: 记者在石河农贸市场看到."""
NO_AREA = re.compile("地区$|[库矿景园山灾校社小片林牧城郊老特风库]区$|度假区$")
AREA_PLACE = re.compile("(?:省|市|县|区|州|盟|旗|镇|乡|村|街道|社区|自治区|国|岛)$")


@dataclass(frozen=True)
class NamedScopes:
    """What the mentions of a line say of its scopes."""

    line: Line

    def find(self, taken: set[int]) -> Iterator[ScopeAt]:
        """What can be a scope, and people and offices, who end the last one; none starts where one is `taken`."""
        for mention in self.line.mentions:
            if mention.start in taken:
                continue
            if mention.end in self.posts:
                found = self._with_post(mention)
            elif mention.label == Label.PERSON:
                found = self._person(mention)
            elif self._is_visited(mention):
                found = ScopeAt(mention.start, mention.end, mention.text, lasts=False)
            elif mention.label == Label.PLACE:
                found = self._place(mention)
            else:
                found = self._body(mention) if mention.label == Label.ORG else None
            if found:
                yield found

    @cached_property
    def posts(self) -> set[int]:
        """Where names of posts and people start."""
        return {mention.start for mention in self.line.mentions if mention.label in {Label.ROLE, Label.PERSON}}

    @cached_property
    def roles(self) -> dict[int, str]:
        """The posts by where they start."""
        return {mention.start: mention.text for mention in self.line.mentions if mention.label == Label.ROLE}

    @cached_property
    def starts(self) -> set[int]:
        """Where mentions start."""
        return {mention.start for mention in self.line.mentions}

    def _with_post(self, mention: Mention) -> ScopeAt | None:
        """石桥村 of 石桥村|党支部书记, who speaks for it; an official (县商务局|局长) only ends the last scope."""
        if not self.line.starts_clause(mention.start):
            return None
        speaks_for = HEADS.search(self.roles.get(mention.end, "")) and not OFFICE.search(mention.text)
        return ScopeAt(mention.start, mention.end, mention.text if speaks_for else "", lasts=False)

    def _person(self, mention: Mention) -> ScopeAt | None:
        subject = self.line.starts_clause(mention.start) and not self.line.text.startswith(("、", "等"), mention.end)
        subject = subject and not ASKS.match(self.line.text, mention.end)
        return ScopeAt(mention.start, mention.end, "", lasts=False) if subject else None

    def _body(self, mention: Mention) -> ScopeAt | None:
        """A body that opens a clause; without text where it only speaks (市统计局|介绍)."""
        text, end = self.line.text, mention.end
        told = text[mention.start - 1 : mention.start] == "的" and FIRM.search(mention.text)
        opens = told or self.line.starts_clause(mention.start)
        if not opens or NOT_SUBJECT.match(text, end) or HOSTS.match(text, end):
            return None
        office = OFFICE.search(mention.text) and not BRANCH.search(mention.text) and not ACTS.match(text, end)
        speaks = SAYS.match(text, end, end + 12) or HOLDS.match(text, end, end + 40)
        return ScopeAt(mention.start, end, "" if office or speaks else mention.text, lasts=False)

    def _is_visited(self, mention: Mention) -> bool:
        """Whether a clause says no more than that something is there: 在云漠化工厂的车间里，…."""
        if mention.label not in {Label.ORG, Label.PLACE} or len(mention.text) < 4 or AREA_PLACE.search(mention.text):
            return False
        text, start = self.line.text, mention.start
        there = GOES.search(text, max(start - 4, 0), start)
        return bool(there and self.line.starts_clause(there.start()) and INSIDE.match(text, mention.end))

    def _place(self, mention: Mention) -> ScopeAt | None:
        text, start, end = self.line.text, mention.start, mention.end
        lead, behind = text[max(start - 4, 0) : start], text[end : end + 12]
        is_area = bool(AREA_PLACE.search(mention.text))
        if self._is_no_scope(mention, lead, behind, is_area=is_area):
            return None
        if lead.endswith(("、", "（", "(")) and COUNT_ALONE.match(behind):
            return ScopeAt(start, end, mention.text, lasts=False)  # 安渡市30例、云州市26例
        if len(mention.text) < 2 or NOT_SUBJECT.match(behind):
            return None
        opens = self.line.starts_clause(start)
        if lead.endswith("在") and SEEN_AT.match(behind):
            return ScopeAt(start, end, mention.text, lasts=is_area)
        if lead.endswith(("对", "从", "与", "向", "同")) and TRADES.match(behind):
            return None
        if is_area and is_for(text, start):
            return ScopeAt(start, end, mention.text, leads=False)
        if is_area and not opens and (over := self._area_before(start)) is not None:
            return ScopeAt(over, end, text[over:end])
        if opens or (is_area and IN_PLACE.search(lead)):
            lasts = is_area and not NO_AREA.search(mention.text) and not self._is_one_of_news(start)
            return ScopeAt(start, end, mention.text, lasts=lasts, within=not opens and lead.endswith("在"))
        return None

    def _is_one_of_news(self, position: int) -> bool:
        """Whether a clause late in a sentence tells without a figure what happened where: …机场投用，安渡镇引水工程完工."""
        clause, end = self.line.clause_of(position)
        is_late = clause - self.line.sentence_start(position) > LATE
        return is_late and not any(char.isdecimal() for char in self.line.text[clause : min(end, clause + 80)])

    def _is_no_scope(self, mention: Mention, lead: str, behind: str, *, is_area: bool) -> bool:
        """One of two places (岭南|和云州), one of an occasion (在云漠县|召开), or that says which (在云漠市|的交易中心)."""
        text, end = self.line.text, mention.end
        if lead.endswith("、") and COUNTED_AREAS.match(behind):
            return True
        if (behind[:1] in {"和", "与", "及"} and end + 1 in self.starts) or EDITION.match(text, end):
            return True
        if behind.startswith("的") and (not is_area or lead.endswith("在")):
            return not OF_IT.match(behind)
        if lead.endswith("“") and not behind.startswith("”"):
            return True
        return lead.endswith(("在", "于")) and bool(VENUE.match(text, end))

    def _area_before(self, position: int) -> int | None:
        """Where an area opens the clause that a smaller one goes on with (高新区|云漠开发区), marked as a mention or not."""
        clause = max(self.line.clause_of(position)[0], position - 8)
        over = OVER_AREA.search(self.line.text, clause, position)
        return over.start() if over and self.line.starts_clause(over.start()) else None
