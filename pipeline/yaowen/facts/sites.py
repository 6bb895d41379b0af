"""Where events are held, and where tours stop.

Reads the sentences of an event. A venue stands in 在…举行, first in the report, then behind it; else where people
come to. The stops of a tour stand behind verbs of motion and of looking, sentence by sentence, up to the first
speech.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from yaowen.facts.reports import Report
from yaowen.facts.scene import Scene, Sentence
from yaowen.facts.visits import PARTY, SPEECH
from yaowen.facts.wording import AREA, MANNER, OPENERS, PHASE, PLACE_NOUN
from yaowen.schema import Label, Mention

VENUE = re.compile(
    r"(?:在|(?<![关由对位属基终等处])于)(?P<venue>[^，,。；;\n“”在]{1,40}?)，?"
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
STOP_VERB = re.compile(
    r"(?:在|来到|到访|来(?![到自访源])|走进|深入|前往|奔赴|赴|到|抵达|到达|察看了?|查看了?|考察了?|参观了?|走访了?|访问了?|看望了?|慰问了?|调研了?"
    r"|检查了?|督导了?)"
)
_SETTING = re.compile(r"[后时前中]$|期间$|之际$|支持下$|领导下$|指导下$")
_ANNOUNCED = re.compile(r"(?:将|定|拟|即将)(?:[于在会]|[^，。\n]{0,8}$)")
_AREA = re.compile(r"(?:[省市县区州盟旗镇乡]|街道)$")
ARRIVES = {"在", "来到", "抵达", "前往", "到达", "赴"}
_OPENING = re.compile(
    r"[ \u3000]*(?:(?:随后|之后|接着|紧接着|当天|当日|首先|最后|其间|期间|同时|下午|上午|离开[^，。]{1,16}"
    r"|[^，。]{0,6}一行|大家|[他她]们?|还|又|先后|分别|驱车|步行|乘车|冒雨)[，,]?)*+"
)
_AT_WORK = re.compile(r"(?:[一二三四五六]期)?(?:项目|工程)(?:施工|建设|生产|作业)?(?:现场|工地)?|(?:生产|作业)?车间|(?:生产|作业)现场")
_ITEM_ENDS = re.compile("(?:食堂|门诊|工地|教室|宿舍|[校厂院]区|车间|大厅)?[、，,。；和及的时并等]")
"""Behind what was looked at: 查看安河中学|食堂、, not 调研云阳县|防汛工作."""
_ALONG = re.compile("沿[线岸]|[江河湖]?[畔岸]边?|两岸")
"""Behind a river: 白石河|沿线."""
_SITE_LEAD = re.compile(r"(?:(?:包联|联系|帮扶|挂[钩点]|重点|民营|龙头|基层)+(?:企业|乡镇|社区|单位|学校|[点村])|位于|坐落在|地处|该.|我.|当地|新建的?|新?改造后的|正在建设的)*")
MOTION = {"来到", "走进", "深入", "前往", "奔赴"}
EXAMINES = {"察看", "查看", "考察", "参观", "走访", "访问", "看望", "慰问", "调研", "检查", "督导"}
_THERE = re.compile(r"这里|此间?|该(?P<kind>[地市县区镇乡村校院馆园局])")
_OF_CAPITAL = re.compile(r"(?:首都|首府|省会)?")
"""Between an area and its town: 某国|首都|某城."""

_HOLDS = re.compile(r"[^，。；]{0,6}(?:召开|举行|举办|主办|发布)的")
"""在某局|召开的发布会上: the body holds it."""

_WITH_THEM = re.compile(r"[^，。；]{0,60}?(?:组织|倡议|发起|支持|指导|领导|带领|见证|陪同|帮助|推动|协助|努力)下")
"""在甲学会、乙院的组织下: nobody goes there."""
_THEY = re.compile(r"[^，。；\n]{1,12}们")
_IS_DESCRIBED = re.compile(
    r"[^，。；\n]{0,10}?(?:建成|始建|建于|兴建|改造|位于|地处|坐落|占地|是|有|总投资|成立|规划|完工|竣工|投产|在建"
    r"|[^，。；\n]里|专[做注门]|主[营要打]|从事|生产|年产|致力|深耕)"
)
ROOM = re.compile(r"[\u4e00-\u9fff]{0,4}(?:车间|大?厅|展[区馆]|生产线|工位|窗口|站台|室)")
"""What is but a part of a factory, a station or a hall."""
_IS_THERE = re.compile(
    r"[^，。；\n]{0,6}(?:走[进到入]|来到|登上|停下|驻足|[察查]看|沿着?|仔细|详细|认真|询问|了解|同|与|拉着|握着|坐[在到]|听取|俯身)"
)
"""What tells that a visitor is at the site that a paragraph describes."""
_GOES_TO = re.compile(r"(?:[在赴到]|深入)$")
_PART = re.compile(r"仪式|典礼|[开闭启]幕|活动|现场|会上|论坛")
_AT = re.compile("[在于]")
_DEPARTS = re.compile(r"驶[出离]|从(?=[^，。；\n]{2,24}(?:出发|启程|发[车出]|驶[出离]|始发|开[出行]))")
"""Where a train or a ship sets out: 满载柑橘的列车|驶出某站."""
_ROUTE = re.compile(r"(?:途[经径]|[起终]点(?:设[在于]|[仍均都]?[为是]))")
_COME = re.compile(r"来到|走进|前往|抵达|开进|齐聚|相聚|走入|亮相|[搬开][到进]")
STOP_LIST = re.compile(r"[^，,。；;：:！？\n]{2,80}")
SITES = {Label.PLACE, Label.ORG}


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
        scene, chars = self.scene, self.scene.chars
        for match in VENUE.finditer(chars, line.start, min(line.end, line.start + 1500)):
            start, end = match.span("venue")
            if scene.quotation(match.start()) or scene.inside_mention(match.start()):
                continue
            if named[0] <= match.start() < named[1]:
                continue
            if chars.startswith(("原定", "原计划", "原拟"), scene.clause(match.start(), line)[0]):
                continue
            if planned is False and _ANNOUNCED.search(chars, line.start, match.start()):
                continue
            if there := _THERE.fullmatch(chars, start, end):
                before = scene.mentions_in(max(scene.blocks[line.block].start, line.start - 400), line.start)
                known = [m for m in before if m.label in SITES and m.text.endswith(there["kind"] or "")]
                yield from (site.text for site in known[-1:])
                return
            if of and chars.startswith("的", match.end()):
                behind = scene.clause(match.end(), line)[1]
                if of[-2:] not in chars[match.end() : behind] and not _PART.search(chars, match.end(), behind):
                    continue
            sites = [m for m in scene.mentions_in(start, end) if m.label in SITES]
            held_by = chars[match.end() : match.end() + 1] == "的" and chars[match.end() - 2 : match.end()] in OPENERS
            if held_by and sites and sites[-1].label == Label.ORG:
                continue  # 在某局召开的发布会上: the body holds it
            if sites and _SETTING.search(chars[sites[-1].end : end]):
                continue  # 在某市疫情缓解后举行
            if sites and sites[0].start - start <= 2:
                first, last = sites[0].start, sites[0].end
                for site in sites[1:]:
                    last = site.end if _OF_CAPITAL.fullmatch(chars, last, site.start) else last
                last = end if PLACE_NOUN.search(chars[last:end]) else last
                closed = (
                    re.match(r"[^（(]*[）)]", chars[last : last + 8])
                    if re.search(r"[（(][^）)]*$", chars[first:last])
                    else None
                )
                yield chars[first : last + (closed.end() if closed else 0)]
                yield from (site.text for site in sites[1:] if chars[site.start - 1] in "、和")
                return
            plain = chars[start:end]
            if not sites and 2 <= len(plain) <= 14 and PLACE_NOUN.search(plain) and not NO_PLACE.search(plain):
                yield chars[start:end]
                return

    def gone_to(self, report: Report) -> Iterator[str]:
        """Where people come to for what they do together: 来到某公园，与居民一起植树; else where they are: 在某校讲党课."""
        chars, line = self.scene.chars, report.sentence
        for match in _COME.finditer(chars, line.start, min(line.end, line.start + 300)):
            if not self.scene.quotation(match.start()):
                end = self.scene.clause(match.end(), line)[1]
                yield from (chars[slice(*span)] for span in self._stop_items(match.end(), end, whole=True))
                return
        if report.place == report.named[1] and (there := self._behind_name(report)):
            yield there
            return
        if train := _DEPARTS.search(chars, line.start, line.end):
            site = self.scene.mention_at(train.end())
            if site and site.label in SITES:
                yield site.text
                return
        for site in self.scene.mentions_in(line.start, report.named[1] if report.loose else report.place):
            if site.label not in SITES or self.scene.quotation(site.start) or _HOLDS.match(chars, site.end):
                continue
            if _WITH_THEM.match(chars, site.end):
                continue
            if _GOES_TO.search(chars, line.start, site.start) or (
                site.start == report.place + 1 and chars[report.place] in "为给"
            ):
                yield from (chars[slice(*span)] for span in self._stop_items(site.start, site.end, whole=True))
                return

    def _behind_name(self, report: Report) -> str | None:
        """Where a gathering that no verb of holding tells took place: 某毽球赛|在镜湖公园收脚."""
        chars = self.scene.chars
        _, end = self.scene.clause(report.place, report.sentence)
        for match in _AT.finditer(chars, report.place, end):
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
                yield from (self.scene.chars[slice(*span)] for span in self._stop_items(match.end(), end, whole=True))

    def stops(self, report: Report) -> Iterator[str]:
        """The stops of a tour: 赴某县; 在某园区，…; 先后来到某村、某厂."""
        yield from self._stops(report, [line for line in self.scene.body if line.start >= report.sentence.start])

    def rounds(self, report: Report, lines: list[Sentence]) -> Iterator[str]:
        """Where an activity leads those who take part: 老人们先后参观了某馆和某园."""
        near = [line for line in lines if line.block == report.sentence.block and line.start > report.sentence.start]
        yield from self._stops(report, near[:2])

    def _stops(self, report: Report, lines: list[Sentence]) -> Iterator[str]:
        chars, at = self.scene.chars, -1
        for sentence in lines:
            if site := self._introduced(report, sentence):
                yield site.text
                at = sentence.block
            limit = min(sentence.end, sentence.start + 400)
            speech = SPEECH.search(chars, sentence.start, limit)
            limit = speech.start() if speech else limit
            position = sentence.start
            while match := STOP_VERB.search(chars, position, limit):
                position = match.end()
                if self.scene.quotation(match.start()):
                    continue
                part = max(chars.rfind("；", sentence.start, match.start()), chars.rfind(";", sentence.start, match.start())) + 1
                opening = _OPENING.fullmatch(chars, max(part, sentence.start), match.start()) is not None
                acted = bool(self.scene.people_before(match.start(), sentence.start)) or sentence == report.sentence
                party = (
                    PARTY.match(chars, sentence.start, match.start()) or _THEY.match(chars, sentence.start, match.start())
                ) is not None
                if not opening and not acted and not party:
                    continue
                items = STOP_LIST.match(chars, match.end(), limit)
                if not items or "陪同" in items[0]:  # 在某局负责人陪同下
                    continue
                if match[0] == "在" and self.scene.people_after(items.start(), items.end()):
                    continue  # 在县委书记王一，副县长李二陪同下
                # 走进智能温室 further down is a part of a stop.
                whole = match[0] in MOTION if sentence == report.sentence else (opening or party) and match[0] in ARRIVES
                found = list(self._stop_items(match.end(), items.end(), whole=whole))
                if match[0][:2] in EXAMINES:
                    # 调研某县防汛工作 tells what was examined, 调研某县、某厂 where.
                    found = [(first, last) for first, last in found if _ITEM_ENDS.match(chars, last)]
                found = [span for span in found if not chars.startswith("期间", span[1])]
                if at == sentence.block:  # 某公司年产10万台。在装配车间，…
                    found = [span for span in found if not (ROOM.fullmatch(chars, *span) and not self.scene.mention_at(span[0]))]
                if found:
                    yield from (chars[start:end] for start, end in found)
                    position = found[-1][1]

    def _introduced(self, report: Report, sentence: Sentence) -> Mention | None:
        """The site that a paragraph of a tour opens with, where the visitor is: 某小区建成于1990年。…王一停下脚步."""
        site = self.scene.mention_at(sentence.start)
        if sentence.number or sentence.block == report.sentence.block or not site or site.label not in SITES:
            return None
        if not _IS_DESCRIBED.match(self.scene.chars, site.end, sentence.end):
            return None
        visitors = {self.scene.name(m) for m in self.scene.people_before(report.place, report.sentence.start)}
        block = self.scene.blocks[sentence.block]
        there = (m for m in self.scene.mentions_in(sentence.end, block.end) if m.label == Label.PERSON)
        came = any(self.scene.name(m) in visitors and _IS_THERE.match(self.scene.chars, m.end, block.end) for m in there)
        return site if came else None

    def _stop_items(self, start: int, end: int, *, whole: bool) -> Iterator[tuple[int, int]]:
        """The places of a list; a place goes on to the end of its item where that is a site (某县某项目现场)."""
        chars = self.scene.chars
        for item in re.finditer(r"[^、和以及]+|[和以及]", chars[start:end]):
            first, last = start + item.start(), start + item.end()
            sites = [m for m in self.scene.mentions_in(first, last) if m.label in SITES]
            lead = _SITE_LEAD.match(chars, first, last)
            begin = lead.end() if lead else first
            if sites and sites[0].start - begin <= (8 if first > start else 0):
                while len(sites) > 1 and sites[1].start == sites[0].end and not AREA.search(sites[0].text):
                    sites = sites[1:]
                site_end = sites[0].end
                for site in sites[1:]:
                    site_end = site.end if site.start == site_end else site_end
                rest = chars[site_end:last]
                longer = _AT_WORK.fullmatch(rest) or _ALONG.fullmatch(rest) or (
                    _AREA.search(chars[sites[0].start : site_end])
                    and re.match(r"[^时的里上如等]*$", rest)
                    and PLACE_NOUN.search(rest)
                    and len(rest) <= 24
                    and "的" not in rest
                )
                yield sites[0].start, last if longer else site_end
            elif (whole or first > start) and not sites and PLACE_NOUN.search(item[0]) and 3 <= len(item[0]) <= 24:
                yield first, last
            elif first == start:
                return
