"""Where events are held.

Reads the sentences of an event. A venue stands in 在…举行, first in the report, then behind it; else where people
come to; a race takes its way besides. Tours stop elsewhere (`stops`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from yaowen.facts.events.reports import Report
from yaowen.facts.events.stops import SITE_LEAD, Stops
from yaowen.facts.scene import Scene
from yaowen.facts.sentences import SITES, Sentence
from yaowen.facts.wording import MANNER, OPENERS, PHASE, PLACE_NOUN
from yaowen.schema import EventKind, Label

VENUE = re.compile(
    r"(?:在|(?<![关由对位属基终等处])于)(?P<venue>[^，,。；;\n“”在]{1,40}?(?:“(?P<quoted>[^“”\n]{2,16})”)?)，?"
    rf"(?:(?:{MANNER})*"
    rf"(?:召开|举行|举办|{PHASE}|结业|拉开|启动|开工|奠基|签约|开展|进行(?![^，。\n]{{0,12}}访问)|揭牌|挂牌|落成|启用|开业"
    r"|投用|开园|开馆|坐镇(?=主场)|主持召开|组织召开|组织开展|会见"
    r"|[同与](?=[^，。\n]{1,30}(?:会谈|会见|座谈))))"
)
# 在线上, 在全国各地, 在热烈的气氛中: no place that can be gone to.
NO_PLACE = re.compile(
    r"(?:[中下时后前内里]|期间|之际|背景|基础|形势|[线云会]上|云端|我[市县区省州校院镇]|全[国省市县区]|各地"
    r"|[今当昨][天日年]|近日|日前"
    r"|[日月年]|同期|现场|联合|共同|地)$|^由|^[一-鿿]$"
)
_ANNOUNCED = re.compile(r"(?:将|定|拟)(?:[于在会]|[^，。\n]{0,8}$)|决定[^，。；\n]{2,40}$")
_THERE = re.compile(r"这里|此间?|该(?P<kind>[地市县区镇乡村校院馆园局])")
_OPEN_BRACKET, _CLOSED_BRACKET = re.compile("[（(][^）)]*$"), re.compile("[^（(]*[）)]")
_WHOSE = re.compile("[县市省区镇乡村校院]|学[校院]|公司|集团")
"""Before a hall, whose it is: 学校|大礼堂."""
_OF_CAPITAL = re.compile(r"(?:首都|首府|省会)?")
"""Between an area and its town: 某国|首都|某城."""
_HOLDS = re.compile(r"[^，。；]{0,6}(?:召开|举行|举办|主办|发布)的")
"""在某局|召开的发布会上: the body holds it."""
_STUDIES = re.compile("学习|传达|贯彻|领会|重温")
_GOES_TO = re.compile(rf"(?:[在赴到]|深入){SITE_LEAD.pattern}$")
_PART = re.compile(r"仪式|典礼|[开闭启]幕|活动|现场|会上|论坛")
_AT = re.compile("[在于]")
_DEPARTS = re.compile(r"驶[出离]|从(?=[^，。；\n]{2,24}(?:出发|启程|发[车出]|驶[出离]|始发|开[出行]))")
"""Where a train or a ship sets out: 满载柑橘的列车|驶出某站."""
_VOYAGE = re.compile("首[航发飞]|开[行港航]|直航|航线|班列|专列")
_ROUTE = re.compile(r"(?:途[经径]|[起终]点(?:设[在于]|[仍均都]?[为是]))")
_WHEN = re.compile(r"(?:本报讯 ?)?(?:[（(][^（）()\n]{2,24}[）)])?[^，。\n“”]{0,10}[日天晨晚午时分](?:[逢赶][场集墟])?，")
_AND_THERE = re.compile(
    r"(?:内外|[内里]|现场|主会场)?，(?=[^，。；\n]{3,12}[，。])|[\u4e00-\u9fff]{0,6}[内里下上外旁前](?=[^，。；\n]{3,12}[，。])"
    r"|(?=(?:锣鼓|人头|彩旗|鼓乐|人声)[\u4e00-\u9fff]{2}[，。])"
)
"""Behind the place that a report opens with: 柳湖公园|内，|彩旗飘扬; 老街|树下|排起长队."""
_AT_HOME = re.compile("坐镇(?!主场)")
"""甲县队|坐镇|柳湖体育场."""
_ON_IT = re.compile(r"[\u4e00-\u9fff]{0,6}[上内里]，")
"""Behind where a contest goes on: 柳湖体育中心|田径场上，王一夺冠."""
_COME = re.compile(r"(?:来到|走进|前往|抵达|开进|齐聚|相聚|走入|亮相|“?[搬开移]”?了?[到进至入上])了?")


@dataclass(frozen=True)
class Sites:
    """Finds the places of an article's events."""

    scene: Scene

    def venue(
        self, line: Sentence, *, planned: bool | None = None, of: str | None = None, named: tuple[int, int] = (0, 0)
    ) -> Iterator[str]:
        """Where a sentence says that something is held: 在某馆举行; not what its name (`named`) says (某馆在某地揭牌仪式).

        `of` is the name of what is held, where another sentence reports it: 在某地举行的另一比赛 is elsewhere.
        """
        chars = self.scene.chars
        for match in VENUE.finditer(chars, line.start, min(line.end, line.start + 1500)):
            if named[0] <= match.start() < named[1] or not self._tells_place(match, line):
                continue
            if planned is False and _ANNOUNCED.search(chars, line.start, match.start()):
                continue
            if there := _THERE.fullmatch(chars, *match.span("venue")):
                yield from self._meant(there, line, named[0])
                return
            if of and self._is_of_another(of, match, line):
                continue
            if match["quoted"] and PLACE_NOUN.search(match["quoted"]):
                yield match["quoted"]  # 在某市网红景点“云上驿站”开幕
                return
            if found := self._named_in(match):
                yield from found
                return

    def _tells_place(self, match: re.Match[str], line: Sentence) -> bool:
        """Whether 在… tells of a place at all: not in a quotation or a name, nor of what was 原定 there or is studied."""
        place = match.start()
        if self.scene.quotation(place) or self.scene.inside_mention(place):
            return False
        clause, _ = self.scene.clause(place, line)
        return not (self.scene.chars.startswith(("原定", "原计划", "原拟"), clause) or self._is_studied(place, line))

    def _meant(self, there: re.Match[str], line: Sentence, name: int) -> Iterator[str]:
        """The place that 这里 and 该馆 stand for: named before the sentence, else opening it before the `name`."""
        before = self.scene.mentions_in(max(self.scene.blocks[line.block].start, line.start - 400), line.start)
        known = [m for m in before if m.label in SITES and m.text.endswith(there["kind"] or "")]
        opens = _WHEN.match(self.scene.chars, line.start, there.start())
        site = self.scene.mention_at(opens.end() if opens else line.start)
        if not known and site and site.label == Label.PLACE and site.end < name:
            known = [site]  # 3月5日，县体育馆|彩旗飘扬，某运动会在这里开幕
        yield from (site.text for site in known[-1:])

    def _is_of_another(self, name: str, match: re.Match[str], line: Sentence) -> bool:
        """Whether what is held there is another event than that of a name: 在某地举行的|另一比赛."""
        chars, opens = self.scene.chars, match.end()
        end = self.scene.clause(opens, line)[1]
        return chars.startswith("的", opens) and name[-2:] not in chars[opens:end] and not _PART.search(chars, opens, end)

    def _named_in(self, match: re.Match[str]) -> list[str]:
        """The places between 在 and the verb: mentions with what belongs to them, else a noun for a place."""
        chars, (start, end) = self.scene.chars, match.span("venue")
        sites = [m for m in self.scene.mentions_in(start, end) if m.label in SITES]
        held_by = chars.startswith("的", match.end()) and chars.endswith(tuple(OPENERS), start, match.end())
        if held_by and sites and sites[-1].label == Label.ORG:
            return []  # 在某局召开的发布会上: the body holds it
        if sites and sites[0].start - start <= 2:
            first, last = start if _WHOSE.fullmatch(chars, start, sites[0].start) else sites[0].start, sites[0].end
            for site in sites[1:]:
                last = site.end if _OF_CAPITAL.fullmatch(chars, last, site.start) else last
            last = end if PLACE_NOUN.search(chars[last:end]) else last
            if last == start + 1 < end:
                return []  # 第三次在意联合巡逻|启动
            closed = _CLOSED_BRACKET.match(chars, last, last + 8) if _OPEN_BRACKET.search(chars, first, last) else None
            whole = chars[first : closed.end() if closed else last]
            return [whole, *(site.text for site in sites[1:] if chars[site.start - 1] in "、和")]
        plain = chars[start:end]
        is_place = not sites and 2 <= len(plain) <= 14 and PLACE_NOUN.search(plain) and not NO_PLACE.search(plain)
        return [plain] if is_place else []

    def _is_studied(self, place: int, line: Sentence) -> bool:
        """Whether a place is where somebody said what is studied now: 学习王一书记|在市委党校开班式上的讲话."""
        start, _ = self.scene.clause(place, line)
        people = self.scene.people_in(start, place)
        studied = people and _STUDIES.search(self.scene.chars, start, people[-1].start)
        return bool(studied) and place - people[-1].end <= 6

    def scene_before(self, report: Report) -> str | None:
        """Where the picture was taken that an event explains: 王一在某校教学生剪纸。|当天，某馆开展…活动."""
        start = self.scene.blocks[report.sentence.block].start
        for site in self.scene.mentions_in(start, report.sentence.start):
            if site.label in SITES and _AT.match(self.scene.chars, site.start - 1) and not self.scene.quotation(site.start):
                return site.text
        return None

    def opening(self, report: Report) -> Iterator[str]:
        """The place with which a report opens: 3月5日上午，|安河区柳湖公园|，彩旗飘扬。某灯会开幕; 3月5日，在|柳湖镇|，…."""
        chars = self.scene.chars
        start, end = self.scene.blocks[report.sentence.block].start, report.sentence.end
        when = _WHEN.match(chars, start, end)
        within = when is not None and chars.startswith("在", when.end())
        site = self.scene.mention_at(when.end() + within) if when else None
        if site is None or site.label != Label.PLACE or (report.kind == EventKind.MEETING and not within):
            return
        last = site.end
        while (further := self.scene.mention_at(last)) and further.label == Label.PLACE:
            last = further.end
        if chars.startswith("，", last) if within else _AND_THERE.match(chars, last, end):
            yield chars[site.start : last]

    def arena(self, lines: list[Sentence]) -> Iterator[str]:
        """Where a contest goes on, told with what happens there: 甲县队坐镇柳湖体育场; 柳湖体育中心田径场上，王一夺冠."""
        for line in lines:
            home = _AT_HOME.search(self.scene.chars, line.start, line.end)
            site = self.scene.mention_at(home.end() if home else line.start)
            if site and site.label in SITES and (home or _ON_IT.match(self.scene.chars, site.end, line.end)):
                yield site.text
                return

    def gone_to(self, report: Report) -> Iterator[str]:
        """Where people come to for what they do together: 来到某公园，与居民一起植树; else where they are: 在某校讲党课."""
        chars, line = self.scene.chars, report.sentence
        stands = report.place == report.named[1] or _AT.match(chars, report.named[1])
        if stands and (there := self._behind_name(report)):
            yield there
            return
        for match in _COME.finditer(chars, line.start, min(line.end, line.start + 300)):
            if not self.scene.quotation(match.start()):
                end = self.scene.clause(match.end(), line)[1]
                yield from (chars[slice(*span)] for span in Stops(self.scene).items(match.end(), end, whole=True))
                return
        if harbour := [*self._sets_out(line.start, line.end)]:
            yield from harbour
            return
        for site in self.scene.mentions_in(line.start, report.named[1] if report.loose else max(report.place, report.named[0])):
            if site.label not in SITES or self.scene.quotation(site.start) or _HOLDS.match(chars, site.end):
                continue
            if len(site.text) == 1 and not report.loose and site.start > report.named[0]:
                continue
            if _GOES_TO.search(chars, line.start, site.start) or (
                site.start == report.place + 1 and chars[report.place] in "为给"
            ):
                yield from (chars[slice(*span)] for span in Stops(self.scene).items(site.start, site.end, whole=True))
                return

    def departure(self, report: Report) -> Iterator[str]:
        """Where the ship or train sets out whose first voyage is celebrated: 货轮驶离|柳湖港东码头|。某航线首航仪式举行."""
        if _VOYAGE.search(report.called):
            yield from self._sets_out(self.scene.blocks[report.sentence.block].start, report.sentence.end)

    def _sets_out(self, start: int, end: int) -> Iterator[str]:
        """What ship or train leaves in a passage: 货轮驶离|柳湖港东码头."""
        departs = _DEPARTS.search(self.scene.chars, start, end)
        site = self.scene.mention_at(departs.end()) if departs else None
        if site and site.label in SITES:
            yield site.text

    def _behind_name(self, report: Report) -> str | None:
        """Where a gathering that no verb of holding tells took place: 某毽球赛|在镜湖公园收脚."""
        chars = self.scene.chars
        _, end = self.scene.clause(report.named[1], report.sentence)
        for match in _AT.finditer(chars, report.named[1], end):
            site = self.scene.mention_at(match.end())
            if site is None or site.label not in SITES:
                continue
            last = site.end
            while (further := self.scene.mention_at(last)) and further.label in SITES:
                last = further.end
            # 某公园|东广场|收脚: the last two characters are the verb.
            return chars[site.start : end - 2 if PLACE_NOUN.search(chars[last : end - 2]) else last]
        return None

    def route(self, lines: list[Sentence]) -> Iterator[str]:
        """The way that a race or a march takes: 途经滨河大道、云阳桥，终点设在县体育馆."""
        for line in lines:
            for match in _ROUTE.finditer(self.scene.chars, line.start, min(line.end, line.start + 600)):
                _, end = self.scene.clause(match.end(), line)
                yield from (self.scene.chars[slice(*span)] for span in Stops(self.scene).items(match.end(), end, whole=True))
