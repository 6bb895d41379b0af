"""Where tours stop, and the sites of a list.

Reads the sentences of a tour. Its stops stand behind verbs of motion and of looking, sentence by sentence, up to the
first speech, or open a paragraph that describes them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from yaowen.facts.events.reports import Report
from yaowen.facts.events.visits import PARTY, SPEECH
from yaowen.facts.parties.items import split_items
from yaowen.facts.scene import Scene
from yaowen.facts.sentences import SITES, Sentence
from yaowen.facts.wording import AREA, NUMBER, PLACE_NOUN
from yaowen.schema import Label, Mention
from yaowen.vocabulary import Kind, cut

STOP_VERB = re.compile(
    r"(?:(?<![存所实])在|来到|莅临|到访|来(?![到自访源])|走进|深入(?:到(?!底))?|前往|奔赴|赴|到|抵达"
    r"|到达|察看了?|查看了?|视察了?|考察了?|参观了?|走访了?|访问了?|看望了?|慰问了?|调研了?"
    r"|检查了?|督[导查察]了?|暗访了?|巡查了?|抽查了?|观摩了?|拜访了?)(?![团组])"
)
_AREA = re.compile(r"(?:[省市县区州盟旗镇乡]|街道)$")
ARRIVES = {"在", "莅临", "来到", "抵达", "前往", "到达", "赴"}
_OPENING = re.compile(
    r"[ \u3000]*(?:(?:随后|之后|接着|紧接着|当天|当日|首先|最后|其间|期间|同时|下午|上午|离开[^，。]{1,16}"
    r"|[^，。]{0,6}一行|大家|[他她]们?|还|又|先后|分别|实地|驱车|步行|乘车|冒雨)[，,]?)*+"
)
_AT_WORK = re.compile(
    r"(?:[一二三四五六]期)?(?:项目|工程)(?:施工|建设|生产|作业)?(?:现场|工地)?"
    r"|(?:生产|作业)?车间|(?:生产|作业)现场"
)
_ITEM_ENDS = re.compile("(?:食堂|门诊|考[点场]|工地|教室|宿舍|[校厂院]区|车间|大厅)?[、，,。；和及的时并等]")
"""Behind what was looked at: 查看安河中学|食堂、, not 调研云阳县|防汛工作."""
_ALONG = re.compile("沿[线岸]|[江河湖]?[畔岸]边?|两岸")
"""Behind a river: 白石河|沿线."""
SITE_LEAD = re.compile(
    r"(?:(?:包联|联系|帮扶|挂[钩点]|重点|民营|龙头|基层)+(?:企业|乡镇|社区|单位|学校|[点村]|的)"
    r"|辖区内?的?|位于|坐落在|地处|该.|我.|当地|新建的?|新?改造后的|正在建设的)*"
)
"""Before a site: 来到|包联企业|某公司."""
_OF_AREA = re.compile("辖区内?的?")
MOTION = {"来到", "莅临", "走进", "深入", "深入到", "前往", "奔赴"}
PARTS = {"走进", "深入"}
"""Where somebody goes who has arrived: a part of a stop."""
_THEY = re.compile(r"[^，。；\n]{1,12}们")
_IS_DESCRIBED = re.compile(
    r"[^，。；\n]{0,10}?(?:建成|始建|建于|兴建|改造|位于|地处|坐落|占地|是|有|总投资|成立|规划|完工|竣工|投产|在建"
    r"|[^，。；\n]?里(?=，)|[^，。；\n]里|专[做注门]|主[营要打]|从事|生产|年产|致力|深耕|[去今]年|目前|现"
    r"|项目，|现场|工地|的[^，。；\n]{2,14}(?:已|正))"
)
_ZONE = re.compile("[区园镇乡村]$")
_BEFORE_SITE = re.compile(
    r"(?:(?:眼下|如今|目前|此时|当下)，?)?(?:(?:总投资|占地)[^，。；\n的]{1,12}的|新[建投][^，。；\n]{0,4}的)?"
)
"""Before a site that a paragraph opens with: 总投资9亿元的|某公司二期项目."""
_HOME = re.compile("家[中里]?$")
"""在|石河社区居民王一家中: whom he calls on lives in a stop."""
ROOM = re.compile(r"[\u4e00-\u9fff]{0,4}(?:车间|大?厅|展[区馆]|生产线|工位|窗口|站台|室)")
"""What is but a part of a factory, a station or a hall."""
_IS_THERE = re.compile(
    r"[^，。；\n]{0,6}"
    r"(?:走[进到入]|来到|登上|停下|驻足|[察查]看|沿着?|仔细|详细|认真|询问|了解|同|与|拉着|握着|坐[在到]|听取|俯身|一[边路]|十分|连连|频频|叮嘱|勉励)"
)
"""What tells that a visitor is at the site that a paragraph describes."""
_THEIR_PEOPLE = re.compile(rf"[^，]{{2,40}}、[^，]{{2,40}}?{NUMBER}[名位][^，。；\n]{{0,8}}")
"""Who came together from several places: 慰问了|甲校、乙校和丙校的8名教师代表."""
_PROJECT = re.compile(
    "(?!调研|检查|督[导查察]|视察|考察|[察查]看|推进|走访)(?:(?!等)[\u4e00-\u9fff“”0-9]){0,16}(?<![时的里上])(?:项目|工程)(?:施工|建设)?(?:现场|工地)?"
)
"""Behind the place that a project is called by: 柳湖|石膏项目."""
_EXAMINED = re.compile("调研|检查|督[导查察]|视察|考察|[察查]看|推进|走访|慰问|看望|指导|开展|参观|[拜暗]访|访问|[巡抽]查|观摩")
"""Behind an area, what somebody did there: 赴高新区|调研民营企业."""
_IN_AREA = re.compile("[^时的里上如等]*")
_OF_VILLAGE = re.compile("[村区]的[\u4e00-\u9fff]{2,6}")
"""石河村|的苹果园."""
ON_SITE = re.compile("[\u4e00-\u9fff“”0-9]{0,12}[点区段场](?<!现场)(?:[\u4e00-\u9fff]{2}现场)?")
"""Behind a name, what of it is looked at: 白石河|北岸治理区, 大石垭|地质灾害隐患点."""
EXCURSION = re.compile(
    "与会(?:人员|代表|同志|嘉宾|领导)?(?:分[两三四][路组]，?)?(?:乘车|，|一行|还|集体|实地)*(?:先后|分别|实地)*"
    "(?:来?到|走进|前往|深入|赴|观摩|参观|[察查]看|考察)了?"
)
"""Where those who are at a meeting go to: 王一带领|与会人员先后来到|甲厂、乙村."""
_CLOSED = re.compile(
    r"(?P<list>[^，,。；;：:\n等]{2,60}、[^，,。；;：:\n]{1,160}?)等"
    rf"(?:地|处|多[地处]|(?:{NUMBER}[个家处所座])?[^，,。；;：:、\n]{{0,10}}?"
    r"(?:项目|企业|公司|学校|单位|社区|现场|工地|点位?|场所|[景园]区|小区|市场|基地|车站|村庄?))"
    r"(?=[，,。；;\n]|$|实地|现场|调研|考察|参观|检查|[察查]看|视察|走访|督导|指导|进行)"
)
"""A list of stops with the word for what they are: 先后到|甲水泵厂、乙路改造|等项目现场."""
_DOES_THERE = re.compile("听取|听了|召开|主持|参加")
"""What ends a place behind 在, though no comma does: 在县一中|听取甲镇、乙镇汇报."""
_AND_ALSO = re.compile("[，,]以及")
"""到甲厂、乙厂等项目，|以及丙公司、丁公司等企业."""
STOP_LIST = re.compile(r"[^，,。；;：:！？\n]{2,80}")


@dataclass(frozen=True)
class Stops:
    """Finds the stops of an article's tours."""

    scene: Scene

    def of_tour(self, report: Report) -> Iterator[str]:
        """The stops of a tour: 赴某县; 在某园区，…; 先后来到某村、某厂."""
        yield from self._told_in(report, [line for line in self.scene.body if line.start >= report.sentence.start])

    def rounds(self, report: Report, lines: list[Sentence]) -> Iterator[str]:
        """Where an activity leads those who take part: 老人们先后参观了某馆和某园."""
        near = [line for line in lines if line.block == report.sentence.block and line.start > report.sentence.start]
        yield from self._told_in(report, near[:2])

    def excursion(self, lines: list[Sentence]) -> Iterator[str]:
        """Where a meeting goes to, not before it: 与会人员先后来到甲厂、乙村."""
        for line in lines:
            if self.scene.chars.startswith("会前", line.start):
                continue
            for match in EXCURSION.finditer(self.scene.chars, line.start, min(line.end, line.start + 300)):
                items = STOP_LIST.match(self.scene.chars, match.end(), line.end)
                if items:
                    yield from (self.scene.chars[slice(*span)] for span in self.items(*items.span(), whole=True))

    def _told_in(self, report: Report, lines: list[Sentence]) -> Iterator[str]:
        introduced = -1
        for sentence in lines:
            if site := self._introduced(report, sentence):
                yield site
                introduced = sentence.block
            within = introduced == sentence.block  # 某公司年产10万台。在装配车间，…
            spans = self._in_sentence(sentence, of_report=sentence == report.sentence, within=within)
            yield from (self.scene.chars[slice(*span)] for span in spans)

    def _in_sentence(self, sentence: Sentence, *, of_report: bool, within: bool) -> Iterator[tuple[int, int]]:
        """The stops that a sentence tells before somebody speaks in it.

        `of_report`: it is the tour's own; `within`: its paragraph opens with a site, whose rooms are no stops.
        """
        chars, arrived = self.scene.chars, False
        limit = min(sentence.end, sentence.start + 400)
        speech = SPEECH.search(chars, sentence.start, limit)
        limit = speech.start() if speech else limit
        position = sentence.start
        while verb := STOP_VERB.search(chars, position, limit):
            position = verb.end()
            if self.scene.quotation(verb.start()):
                continue
            opening, party = self._opens_part(sentence, verb.start()), self._has_party(sentence, verb.start())
            if not (opening or party or of_report or self.scene.people_before(verb.start(), sentence.start)):
                continue
            if arrived and verb[0] in PARTS and not opening:
                continue  # 在柳湖镇，王一|走进石林深处
            # 走进智能温室 further down is a part of a stop.
            whole = verb[0] in MOTION if of_report else (opening or party) and verb[0] in ARRIVES
            found = self._behind(verb, limit, whole=whole)
            if within:
                found = [span for span in found if self.scene.mention_at(span[0]) or not ROOM.fullmatch(chars, *span)]
            if found:
                yield from found
                position = found[-1][1]
                arrived = arrived or (opening and verb[0] == "在")

    def _opens_part(self, sentence: Sentence, place: int) -> bool:
        """Whether nothing but a time or a pronoun stands before a verb, in the sentence or behind its last ；."""
        part = max(self.scene.chars.rfind(mark, sentence.start, place) for mark in "；;") + 1
        return _OPENING.fullmatch(self.scene.chars, max(part, sentence.start), place) is not None

    def _has_party(self, sentence: Sentence, place: int) -> bool:
        """Whether a sentence opens with those who go on the tour: 考察团|先后来到, 委员们|走进."""
        return any(who.match(self.scene.chars, sentence.start, place) for who in (PARTY, _THEY))

    def _behind(self, verb: re.Match[str], limit: int, *, whole: bool) -> list[tuple[int, int]]:
        """The stops behind a verb, up to a limit."""
        chars = self.scene.chars
        does = _DOES_THERE.search(chars, verb.end() + 1, limit) if verb[0] == "在" else None
        items = STOP_LIST.match(chars, verb.end(), does.start() if does else limit)
        if not items or "陪同" in items[0] or _THEIR_PEOPLE.fullmatch(items[0]):
            return []
        if verb[0] == "在" and self.scene.people_after(items.start(), items.end()) and not _HOME.search(items[0]):
            return []  # 在县委书记王一，副县长李二陪同下
        found = [span for span in self.items(*items.span(), whole=whole) if not chars.startswith("期间", span[1])]
        if _EXAMINED.match(verb[0]):
            # 调研某县防汛工作 tells what was examined, 调研某县、某厂 where.
            return [(first, last) for first, last in found if _ITEM_ENDS.match(chars, last)]
        return found

    def _introduced(self, report: Report, sentence: Sentence) -> str | None:
        """The site that a paragraph of a tour opens with, where the visitor is: 某小区建成于1990年。…王一停下脚步."""
        lead = _BEFORE_SITE.match(self.scene.chars, sentence.start, sentence.end)
        site = self.scene.mention_at(lead.end() if lead else sentence.start)
        if sentence.number or sentence.block == report.sentence.block or not site or site.label not in SITES:
            return None
        if not _IS_DESCRIBED.match(self.scene.chars, site.end, sentence.end):
            return None
        toured = self.scene.mentions_in(report.sentence.start, report.sentence.end)
        if any(other.text.startswith(site.text) and AREA.search(other.text) for other in toured):
            return None  # 王一到柳湖市调研。柳湖是…: where all of it is
        visitors = {self.scene.name(m) for m in self.scene.people_before(report.place, report.sentence.start)}
        block = self.scene.blocks[sentence.block]
        there = self.scene.people_in(sentence.end, block.end)
        came = any(self.scene.name(m) in visitors and _IS_THERE.match(self.scene.chars, m.end, block.end) for m in there)
        if not came:
            return None
        return self.scene.chars[site.start : self._work_end(site, sentence)]

    def _work_end(self, site: Mention, sentence: Sentence) -> int:
        """Where the project ends that is named by its company or its zone: 某公司|二期项目, 某园区|某项目, not 某水库|工程."""
        pattern = _AT_WORK if site.label == Label.ORG else _PROJECT if _ZONE.search(site.text) else None
        work = pattern.match(self.scene.chars, site.end, sentence.end) if pattern else None
        return work.end() if work else site.end

    def items(self, start: int, end: int, *, whole: bool) -> Iterator[tuple[int, int]]:
        """The places of a list; a place goes on to the end of its item where that is a site (某县某项目现场)."""
        chars = self.scene.chars
        if named := self._named_as_stops(start, end):
            yield from named
            return
        listed = "、" in chars[start:end] and any(chars[m.start - 1] == "、" for m in self.scene.mentions_in(start + 1, end))
        for first, last in self._parts(start, end):
            sites = [m for m in self.scene.mentions_in(first, last) if m.label in SITES]
            lead = SITE_LEAD.match(chars, first, last)
            begin = lead.end() if lead else first
            if sites and sites[0].start - begin <= (8 if first > start else 0):
                while len(sites) > 1 and self._leads_to(*sites[:2]):
                    sites = sites[1:]
                yield self._whole_site(sites[0], begin, last, whole=whole)
            elif (
                (whole or listed or first > start)
                and not sites
                and PLACE_NOUN.search(chars[first:last])
                and 3 <= last - first <= 24
            ):
                yield first, last
            elif first == start and not (whole and listed):
                return
            elif whole and listed and not sites and 3 <= last - first <= 8 and chars[last : last + 1] == "、":
                yield first, last  # 来到|云岭纺织、某公司: a firm by its brand

    def _whole_site(self, site: Mention, begin: int, last: int, *, whole: bool) -> tuple[int, int]:
        """A site of a list, with what stands around it in its item where that belongs to its name: 某县|某项目现场."""
        chars, site_end, is_place = self.scene.chars, site.end, site.label == Label.PLACE
        while (further := self.scene.mention_at(site_end)) and further.label in SITES and further.end <= last:
            site_end = further.end
        rest = chars[site_end:last]
        if (is_place or rest[-1:] != "点") and ON_SITE.fullmatch(rest) and _is_plain_noun(rest):
            # 输油管道|白石河|穿越段抢修现场
            return begin if _is_plain_noun(chars[begin : site.start]) else site.start, last
        of_village = whole and _OF_VILLAGE.fullmatch(chars, site_end - 1, last)
        of_area = _AREA.search(chars[site.start : site_end]) and _IN_AREA.fullmatch(rest) and not _EXAMINED.match(rest)
        longer = (
            _AT_WORK.fullmatch(rest)
            or _ALONG.fullmatch(rest)
            or (is_place and _PROJECT.fullmatch(rest))
            or ((of_village or (of_area and len(rest) <= 24)) and PLACE_NOUN.search(rest))
        )
        return site.start, last if longer else site_end

    def _parts(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """The items of a list and the words between them, apart from 、; no mention is cut (省文化和旅游厅)."""
        first = start
        for place in range(start, end):
            if self.scene.chars[place] in "、和以及" and not self.scene.inside_mention(place):
                if first < place:
                    yield first, place
                if self.scene.chars[place] != "、":
                    yield place, place + 1
                first = place + 1
        if first < end:
            yield first, end

    def _leads_to(self, site: Mention, following: Mention) -> bool:
        """Whether a name only leads to the next: whose it is, 柳湖街道|辖区|石桥社区."""
        if site.end == following.start:
            return AREA.search(site.text) is None
        return _OF_AREA.fullmatch(self.scene.chars, site.end, following.start) is not None

    def _named_as_stops(self, start: int, end: int) -> list[tuple[int, int]]:
        """The items of a list that is said to be one of sites, whole as they stand; none where one of them is no noun."""
        chars, closed = self.scene.chars, _CLOSED.match(self.scene.chars, start, end)
        if closed is None:
            return []
        first, last = closed.span("list")
        lead = SITE_LEAD.match(chars, first, last)
        spans = [*split_items(self.scene, lead.end() if lead else first, last)]
        sites = [m for m in self.scene.mentions_in(first, last) if m.label in SITES]
        if not sites or any(not 2 <= b - a <= 24 or _is_clause(chars[a:b]) for a, b in spans):
            return []
        if more := _AND_ALSO.match(chars, end):
            stop = STOP_LIST.match(chars, more.end())
            spans += self._named_as_stops(*stop.span()) if stop else []
        return spans


def _is_clause(text: str) -> bool:
    """Whether an item of a list of sites is more than a noun: 与村民座谈, 了解的情况."""
    return any(word.kind in {Kind.PARTICLE, Kind.PREPOSITION, Kind.PRONOUN} for word in cut(text))


def _is_plain_noun(text: str) -> bool:
    """Whether a phrase is made of nouns and what stands before them: 北岸治理区, no 是治理区, no 的现场."""
    clausal = {Kind.PARTICLE, Kind.PREPOSITION, Kind.PRONOUN, Kind.ADVERB, Kind.CONJUNCTION}
    return not any(word.kind in clausal or word.text in {"是", "有"} for word in cut(text)) if text else True
