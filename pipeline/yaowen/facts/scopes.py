"""The area or body that a figure is of (全市, 该院), and its full name.

Reads a line once: scope words (全市), bodies and places that open a clause, what 这里 points at, and subjects that
measure nothing, which end the last scope. A figure is of the nearest one before it that still lasts; a rank is of
what is ranked.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from yaowen.facts.canonical import AREA, AREA_WORD
from yaowen.facts.lines import WINDOW, Figure, Line
from yaowen.schema import Label, Measure, Mention, Scope

WHOLE = re.compile("占(?P<area>[全我][市县区镇乡])")
FOR = re.compile("(?:为|对|给|向|帮助|面向)$")
IN_PLACE = re.compile("(?:在|走进|来到|从|目前|截至|今年|去年)$")
HEADS = re.compile(
    "(?:村党支部书记|党支部书记|村委会主任|村主任|村支书|经理|董事长|总裁|厂长|院长|校长|园长|馆长|行长|理事长|社长|场长|主教练|店长|创始人|CEO)$"
)
NOT_SUBJECT = re.compile(
    "首[个家座批条次]|第[一二三四五]|唯一|最|等|至|到|、|一带|出台|籍|制造|城际|高铁|高速|铁路|牌|号|以[东西南北]|[东西南北]麓"
)
HOSTS = re.compile("(?:联合)?(?:主办|承办|协办|指导)|的")
OVER_AREA = re.compile("[\u4e00-\u9fff]{2,5}[省市县区州盟旗]$")
WIDEST = {"全国", "全球", "世界", "我国"}
SAYS = re.compile(
    "[^，。；]{0,10}?(?:介绍|表示|获悉|了解到|称|说|指出|发布|公布|统计|数据|通报|透露|主办|承办|审结|判决|开庭|宣判|召开|会议)"
)
OTHER_SUBJECT = re.compile(
    "(?:^|[，。；：！？,\n]|[年月日来])“?(?P<other>[他她我你](?:们)?(?![国省市县区州镇乡村校院])|大会|会议|比赛|赛事|活动|仪式|本报|记者|报告|判决|法院)"
)
POINTS = re.compile(
    "(?:^|[，,。；！？：“\\n])(?:作为[^，。；]{0,12}[，,])?(?P<word>这(?:是)?(?:一)?(?P<kind>里|片|所|支|家)(?!人))"
)
QUOTED_BODY = re.compile(
    "(?:^|[，。；：！？,\n])(?:目前)?“(?P<name>[\u4e00-\u9fff]{3,14}(?:镇|区|园|企业|集团|公司|基地|村|中心|联盟|集群))”"
)
COUNT_ALONE = re.compile("[0-9０-９.．]+[\u4e00-\u9fff]{1,2}(?=[、，。；)）]|$)")
REFERENCE = re.compile(
    "(?:占到?|居|列|位居|高于|低于|快于|高出|慢于|好于|优于|排名?|超过?|比|较|领先|跻身|名列|进入|达到|领跑|面向|辐射|覆盖|销往|来自于)(?:了|于)?(?:[全同][国省市区县球][、和与])?$"
)
HERE = re.compile(
    "本[届次站][\u4e00-\u9fff]{0,8}?(?:马拉松|赛事|大赛|联赛|决赛|公开赛|邀请赛|展会|展览|展览会|博览会|交易会|[^\u5c55]会|会(?!展)|[^\u5f00\u51b3]赛|展(?!会|览|示)|节|活动)|此次[一-鿿]{0,8}?(?:博览会|展会|展览|大赛|比赛|赛事|行动|调查)|大赛组委会"
)
OFFICE = re.compile(
    "(?:网|报|电视台|频道|客户端|厅|委|部|办|政府|委员会|办公室|局|常委会|人大|政协|检察院|纪委|党组|组|团|机关|中央|国务院|联合会|妇联|总工会|协会|日报|新闻|社)$"
)
BRANCH = re.compile("(?:分局|税务局|供电局|邮政局|海关|派出所|交警|分公司|车站|机场|医院|学校|大学|学院|中学|小学)")
EDITION = re.compile(
    "[^，。；、]{0,22}?(?:会(?=[^，。；、]{0,10}(?:举行|召开|举办|开幕|启动|定于|将于|在))|招聘会|推介会|洽谈会|赛|运动会|博览会|大会|会议|论坛|仪式|艺术节|文化节|开学典礼)"
)
VENUE = re.compile(
    "[^，。；]{0,8}?(?:召开|举行|举办|开幕|闭幕|启幕|落幕|收官|启动|揭牌|开赛|鸣枪|上演|拉开|开班|开讲|开课|揭幕|亮相|登场)"
)
"""What stands behind the place where an occasion was: 在云漠县召开."""
IN_WORD = re.compile("(?:^|[，。；：“,]|[年月日来起前])(?P<area>[市县区镇乡村]里|[园馆校厂]内|(?:中心|主)城区|城区|市区)")
SEEN_AT = re.compile("(?:看到|发现|了解到|采访|注意到)")
"""Behind a place where a reporter counted: 记者在石河农贸市场看到."""
SCOPE_WORD = re.compile(
    f"(?:(?:{AREA_WORD.pattern}(?:代表[队团])?|全[校院厂]|全行业|[我本][校院厂行司队]|整个[省市县区镇乡村])(?!会|长|间|民|际|级|第|首|最|重点(?:实验室|文物|高[校中]|中学|大学|学科|专业|新闻|镇|县|帮扶县|马克思)|文明|优秀|先进|十佳|百强|一流|劳|性|平均水平|前列|率先|人大|政协|两会|领先|统一|排名|唯一|同类|百|十大|三八|五一|道德|技术能手|名录|各地)|{HERE.pattern}|该[^，。；、该的]{{0,6}}?(?:项目|工程|基金|平台|大队|支队|团伙|航线|断面|片区|小区|书(?!记)|桥|线路|线(?!索|上|下)|路|港|电站|水库|隧道|铁路|高速|机场|平台|公司|集团|企业|医院|学院|学校|分局|中心|合作社|景区|园区|社区|派出所|研究所|银行|(?<!排)行(?![为业动程政情使驶进走])|社|立交|场(?!景|合|次)|矿|湖|院|校|局|所|站|厂|馆|店|园))"
)
LEADING_BODY = re.compile(
    "(?:^|[，。；：“、,]|今年|去年|目前|如今|现在|以来)(?P<body>公司|集团|学校|医院|合作社|景区|园区|法院|检察院|学院|诊所|产业园|隧道|大桥|大队|支队|车间|直播间|检察机关|央企|峰会|论坛|博览会|展会|培训班|托管班|夏令营|热线)(?![外里方长])"
)
HEREABOUTS = re.compile("(?:^|[，。；：“,]|[年月日来前])(?P<area>当地|局地|全域)(?![的群居村百员农]|[一-鿿]{1,3}部门)")
"""An area that the text does not name, where it leads its sentence."""
NO_AREA = re.compile("地区$|[库矿景园山灾校社小片林牧城郊老特风库]区$|度假区$")
AREA_PLACE = re.compile("(?:省|市|县|区|州|盟|旗|镇|乡|村|街道|社区|自治区|国|岛)$")


@dataclass(frozen=True)
class ScopeAt:
    """Something that can be the scope of what follows it."""

    start: int
    end: int
    text: str
    lasts: bool = True
    """Whether the sentences after it are of it too, as they are of an area (全市)."""
    source: Mention | None = None
    """What a demonstrative (这所) points at."""
    leads: bool = True
    """Whether it is what the sentence speaks of, and not just whom something is for (为全县80岁以上老人)."""
    within: bool = False
    """Whether it only says where, if somebody else is named before it in the clause (集团将在云漠县投资)."""


class Scopes:
    """What can be a scope in a line, and which of them a figure is of."""

    def __init__(self, line: Line) -> None:
        self.line = line
        self.text = line.text

    @cached_property
    def starts(self) -> list[int]:
        """Where they start."""
        return [scope.start for scope in self.found]

    @cached_property
    def found(self) -> list[ScopeAt]:
        """What can be a scope, in order. A subject that measures nothing (他, 大会) is one without text: it ends the last."""
        # 该中心副主任柳茵介绍 speaks of a person, not of the centre.
        posts = {mention.start for mention in self.line.mentions if mention.label in {Label.ROLE, Label.PERSON}}
        roles = {mention.start: mention for mention in self.line.mentions if mention.label == Label.ROLE}
        places = {mention.end: mention for mention in self.line.mentions if mention.label == Label.PLACE}
        starts = {mention.start for mention in self.line.mentions}
        found = [
            self._whole(match, places.get(match.start()))
            for match in SCOPE_WORD.finditer(self.text)
            if not REFERENCE.search(self.text[max(match.start() - 7, 0) : match.start()])
            and match.end() not in posts
            and (match[0] not in WIDEST or self.line.starts_clause(match.start()))
        ]
        wholes = {scope.start for scope in found}
        found += [ScopeAt(*match.span("area"), match["area"]) for match in IN_WORD.finditer(self.text)]
        found += [ScopeAt(*match.span("area"), match["area"], lasts=False) for match in HEREABOUTS.finditer(self.text)]
        found += [ScopeAt(*match.span("body"), match["body"]) for match in LEADING_BODY.finditer(self.text)]
        found += [ScopeAt(*match.span("other"), "", lasts=False) for match in OTHER_SUBJECT.finditer(self.text)]
        found += [ScopeAt(*match.span("name"), match["name"], lasts=False) for match in QUOTED_BODY.finditer(self.text)]
        found += self._pointed_at()
        for mention in self.line.mentions:
            lead = self.text[max(mention.start - 4, 0) : mention.start]
            behind = self.text[mention.end : mention.end + 12]
            starts_clause = self.line.starts_clause(mention.start)
            if mention.start in wholes:
                continue
            if mention.end in posts:
                if starts_clause:
                    spoken_for = self._is_spoken_for(mention, roles)
                    found.append(ScopeAt(mention.start, mention.end, mention.text if spoken_for else "", lasts=False))
            elif mention.label == Label.PERSON and starts_clause and not behind.startswith(("、", "等")):
                found.append(ScopeAt(mention.start, mention.end, "", lasts=False))
            elif mention.label == Label.PLACE:
                if behind[:1] in {"和", "与", "及"} and mention.end + 1 in starts:
                    continue  # 岭南和云州占比分别为…
                if EDITION.match(self.text, mention.end) or (behind.startswith("的") and not AREA_PLACE.search(mention.text)):
                    continue
                if lead.endswith(("、", "（", "(")) and COUNT_ALONE.match(behind):
                    found.append(ScopeAt(mention.start, mention.end, mention.text, lasts=False))
                    continue  # 安渡市30例、云州市26例
                if len(mention.text) < 2 or NOT_SUBJECT.match(behind) or (lead.endswith("“") and not behind.startswith("”")):
                    continue
                if lead.endswith(("在", "于")) and VENUE.match(self.text, mention.end):
                    continue
                if lead.endswith("在") and behind.startswith("的"):
                    continue  # 在云漠市的蜜橘交易中心
                if lead.endswith("在") and SEEN_AT.match(behind):
                    found.append(ScopeAt(mention.start, mention.end, mention.text, lasts=bool(AREA_PLACE.search(mention.text))))
                    continue
                if FOR.search(lead) and AREA_PLACE.search(mention.text):
                    found.append(ScopeAt(mention.start, mention.end, mention.text, leads=False))
                elif not starts_clause and AREA_PLACE.search(mention.text) and (over := self._area_before(mention.start)):
                    found.append(ScopeAt(over, mention.end, self.text[over : mention.end]))
                elif starts_clause or (AREA_PLACE.search(mention.text) and IN_PLACE.search(lead)):
                    found.append(
                        ScopeAt(
                            mention.start,
                            mention.end,
                            mention.text,
                            lasts=bool(AREA_PLACE.search(mention.text)) and not NO_AREA.search(mention.text),
                            within=not starts_clause and lead.endswith("在"),
                        )
                    )
            elif mention.label == Label.ORG and starts_clause and not NOT_SUBJECT.match(behind) and not HOSTS.match(behind):
                office = OFFICE.search(mention.text) and not BRANCH.search(mention.text)
                found.append(
                    ScopeAt(
                        mention.start,
                        mention.end,
                        "" if office or SAYS.match(behind) else mention.text,
                        lasts=False,
                    )
                )
        return sorted(found, key=lambda scope: (scope.start, -scope.end))

    def _is_spoken_for(self, mention: Mention, roles: Mapping[int, Mention]) -> bool:
        """Whether the head of a village or a firm speaks for it: 石桥村党支部书记…说, not an official (县商务局局长)."""
        role = roles.get(mention.end)
        return role is not None and bool(HEADS.search(role.text)) and not OFFICE.search(mention.text)

    def _whole(self, word: re.Match[str], place: Mention | None) -> ScopeAt:
        """A scope word, with the place before it that it says to be meant as a whole: 安渡|全市."""
        if place is None or not word[0].startswith("全"):
            leads = not FOR.search(self.text[max(word.start() - 3, 0) : word.start()])
            return ScopeAt(*word.span(), word[0], leads=leads)
        leads = not FOR.search(self.text[max(place.start - 3, 0) : place.start])
        return ScopeAt(place.start, word.end(), place.text + word[0], source=place, leads=leads)

    def _pointed_at(self) -> Iterator[ScopeAt]:
        """这所村小, 这里: the body or the place that the article named last."""
        for match in POINTS.finditer(self.text):
            label = Label.PLACE if match["kind"] in {"里", "片"} else Label.ORG
            named = self.line.names.last_named(label, self.line.offset + match.start())
            if named:
                yield ScopeAt(*match.span("word"), named.text, source=named)

    def _area_before(self, position: int) -> int | None:
        """Where an area opens the clause that a smaller one goes on with (高新区云漠开发区), marked as a mention or not."""
        clause = max(self.line.clause_of(position)[0], position - 8)
        over = OVER_AREA.search(self.text, clause, position)
        return over.start() if over and over.end() == position and self.line.starts_clause(over.start()) else None

    def of(self, figure: Figure, previous: Figure | None) -> Scope | None:
        """The scope of a figure; `previous` is the figure before it."""
        clause = self.line.window(figure)[0]
        index = bisect_left(self.starts, figure.start) - 1
        sentence = self.line.sentences[self.line.sentence_of(figure.start)]
        if figure.measure == Measure.RANK and previous is not None and previous.start > clause - WINDOW:
            return previous.scope
        while index >= 0 and (
            (self.found[index].end > figure.start)
            or (not self.found[index].leads and (self.found[index].start < clause or self._is_led(index, clause)))
            or (not self.found[index].lasts and self.found[index].start < sentence)
            or (self.found[index].within and self._is_where_a_body_acts(index))
        ):
            index -= 1
        if index < 0 or not self.found[index].text:
            whole = WHOLE.search(self.text, max(clause, figure.start - WINDOW), figure.start)
            if index < 0 and whole:
                # 民营企业出口占全市的七成 speaks of the city's.
                return Scope(whole["area"], self.line.names.word(whole["area"], self.line.offset + whole.start("area")))
            return previous.scope if index < 0 and previous is not None and self.line.same_sentence(figure, previous) else None
        return Scope(self.found[index].text, self.resolve(self.found[index]))

    def of_mention(self, mention: Mention) -> Scope:
        """A place or a body as a scope."""
        return Scope(mention.text, self._resolve_mention(mention, self.line.offset + mention.start))

    def _is_led(self, index: int, clause: int) -> bool:
        """Whether somebody named before it in the clause is who does something for it: 安渡市向云漠县支付…."""
        before = self.found[index - 1] if index else None
        return before is not None and before.start >= clause and before.leads and bool(before.text)

    def _is_where_a_body_acts(self, index: int) -> bool:
        """Whether a body named before it in the clause does something there: 集团|将在云漠县投资."""
        clause = self.line.clause_of(self.found[index].start)[0]
        named = self.line.ending.get(self.found[index - 1].end) if index else None
        return self._is_led(index, clause) and not (named and named.label == Label.PLACE)

    def resolve(self, scope: ScopeAt) -> str | None:
        """The full name of what can be a scope."""
        names, position = self.line.names, self.line.offset + scope.start
        if scope.source is not None:
            return self._resolve_mention(scope.source, scope.source.start)
        if word := names.word(scope.text, position):
            return word
        mention = self.line.ending.get(scope.end)
        return self._resolve_mention(mention, position) if mention and mention.start == scope.start else None

    def _resolve_mention(self, mention: Mention, position: int) -> str | None:
        names = self.line.names
        if mention.label == Label.PLACE:
            return names.place(mention.text, position)
        return names.body(replace(mention, start=position)) or (mention.text if AREA.match(mention.text) else None)

    def new_area(self, start: int, figure: Figure) -> bool:
        """Whether the sentence of a figure names another area or body than the text before it, since a period."""
        sentence = self.line.sentences[self.line.sentence_of(figure.start)]
        low, high = (bisect_left(self.starts, place) for place in (sentence, figure.start))
        before = {scope.text for scope in self.found[max(bisect_left(self.starts, start) - 2, 0) : low]}
        return any(scope.text and scope.lasts and scope.text not in before for scope in self.found[low:high])

    def subject_between(self, start: int, end: int) -> bool:
        """Whether the text goes over to another subject, that a period named before may not hold for."""
        low, high = bisect_left(self.starts, start), bisect_left(self.starts, end)
        return any(not scope.text for scope in self.found[low : min(high, low + 8)])
