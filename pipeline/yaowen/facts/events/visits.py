"""How newspapers tell of visits: tours of inspection, and guests who are received.

Reads one sentence. Somebody has to go somewhere or do it in person; what a visit was about is its name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from yaowen.facts.events.reports import Report, is_planned
from yaowen.facts.scene import Scene
from yaowen.facts.sentences import BODY, SITES, Sentence
from yaowen.facts.wording import DAY
from yaowen.schema import EventKind, Label, Mention

_VISITS = (
    # Words for a visit, a longer one before what it begins with.
    r"考察学习|参观(?![者券证人团门的])|学习考察|明察暗访|现场办公|对接洽谈|交流指导|巡视检查|走基层"
    r"|调研|督导|督察(?![组局员室])|(?<!大)检查|考察|视察|走访|慰问|看望|暗访|巡查|督查|督办|访问"
    # On a river, in a wood, at night.
    r"|巡河|巡林|夜查|接访|督战|踏查|(?:实地|现场|仔细)(?:察看|查看|了解)|详细了解"
    # At somebody's home, in a field, at a firm.
    r"|对接(?=[^，。；\n]{0,16}(?:工作|事宜))|(?<=厅|局|委|院|部|司)汇报(?:衔接|对接)(?:工作)?|回访|家访|探望|巡田|视导|观摩|调度|招商|拜访|验收|抽查|核查|考核(?=评估|[^，。；\n组]{2,24}(?:工作|情况))|(?:评估|指导)(?=工作|[，。])"
)
VISIT = re.compile(
    rf"(?:深入|实地|专题|专程|现场|走访)?(?:{_VISITS}|来访|到访|接待(?!中心|大厅|室|日)[^，。\n]{{0,8}}(?=群众|信访|来访|选民))"
)
LOOKS = re.compile(r"共[度庆](?=[^，。；]{1,14}节)|(?<!留党)[察查]看|巡[视考访]|(?<![的切以])问候")
"""What visitors do, where nothing says more of their visit."""
TOUR_NAME = re.compile(
    rf"(?:{_VISITS}|共[度庆]|接待(?!中心|大厅|室|日)|指导|推进|[察查]看|巡[视考访]|问候|了解|部署)+[^，,。；;：:\n]{{0,40}}?"
    r"(?=时(?:强调|指出|要求|提出|表示|建议|呼吁|，|,)|并|[，,。；;：:\n]|$)"
)
_DID = re.compile(r"(?<=[\u4e00-\u9fff]{2})(?<=察看|查看|巡查|检查|调研|考察|走访|慰问|看望|参观|督导)了(?=[^解，。][^，。])")
"""巡查了|白石河: the name says what, not that it was done."""
_ACTIVITY = re.compile(r"(?:开展|进行)了?(?P<what>[^，。；\n的]{2,12})$")
"""开展|安全生产|检查: what is done is named whole."""
_GOES = re.compile(
    r"赴|到|在|陪同|深入|前往|来到|走进|奔赴|莅临|率队到|带队到|一行到|先后到"
    r"|率队赴|带队赴|就|围绕|对|带队|率队|率|带领|一行|先后|分别|集体"
    r"|实地|专题|专程|走访|冒雨|顶着|冒着|利用|轻车简从|分头|分[两三四五六七八九十0-9]{1,2}[路组]|开展|进行|来|组织|视频"
)
"""Between who visits and the verb: 王一|赴石河镇|调研."""
PARTY = re.compile(
    r"(?:[^，。\n]{2,8}，)?(?:[^，。\n]{0,12}(?:委员|代表|成员|大家|(?:[调督检视巡工专考慰走]|服务|帮扶)[\u4e00-\u9fff]组"
    r"|[考代调访采观慰宣][\u4e00-\u9fff]团)们?|[^，。\n]{0,12}一行)"
)
"""A party that goes somewhere: 政协委员, 督导组, 考察团, 王一|一行."""
_LEADERS = re.compile(r"(?:领导|负责人|负责同志|班子成员|班子)(?:一行|等|们|分别|先后|带队|率队|来到|深入|到|赴|走访|看望|，)")
"""Those who lead a place: 市领导|分别走访企业."""
PRIVATE = re.compile(r"看望|探望|拜访|回访|访问|检查|观摩|参观|走访")
"""What anybody may do to friends, sights and hospitals."""
_REMOTE = re.compile(r"视频|连线|电话|主持")
"""通过视频连线，调度各县防汛: a meeting rather than a tour."""
_CARES = re.compile(rf"(?:{DAY}|先后|分别|集中|组织|开展)*+(?:[赴到][^，。；\n]{{2,16}}?)?(?:走访|看望|慰问|探望|回访)+")
"""市总工会|走访慰问困难职工: what a body does for people is its visit."""
SPEECH = re.compile(r"强调|指出|(?<!的)要求|表示|说[，,：:]|提出|认为")
_TOGETHER = re.compile("组织|开展|一行|联合|出动|集体")
"""Makes a party of a body: 市水利局|组织人员检查水库."""
_NO_VISIT = re.compile("召开|举行|听取|曾|印发|审议")
"""Between who acts and the verb, of what is no visit: 市政府|印发通知，检查防火."""
_MEANS = re.compile("(?:通过|采[取用])[^，。；\n]{0,24}$")
_WAY = re.compile("[^，。；\n]{0,30}?(?:方式|形式)")
"""通过实地|调研、召开联席会等方式，|开展对口帮扶: how something else is done."""
_ONCE = "时曾"
"""王一考察石河镇|时曾说: a visit long past."""
_PART_OF_WORD = re.compile(
    "(?:时|中|组|员|报告|期间|座谈会|成果|站|结果|了解到)?的|组|团|队|员|会(?!商)|过程|意见|报告|成果|站|点|委|中(?![心国小央])"
)
"""Behind the verb, where it is part of a noun: 调研|报告, 检查|站, 考察|期间的."""
MEETS = re.compile(
    # 会见|客商; 会见了|一行, but not 会见|时 or 会见|并.
    r"(?:会见|接见)(?=了[^，。\n]{2}|(?!了)[^，。\n并中时后前][^，。\n])"
    # 两国外长举行|会谈.
    r"|(?:举行)?了?(?:闭门|双边|小范围|大范围)?会[谈晤](?![中时后前])"
    # 王一与李二|通电话.
    r"|[与同和](?=[^，。\n]{2,40}通了?(?:电话|视频|话))"
    # 王一同李二|一行座谈.
    r"|一行(?:举行)?(?:座谈|洽谈|商谈)(?![会中时后前])"
    # 市住建局|约谈三家企业.
    r"|约谈(?=了?[^，。\n]{2})"
    # 市气象局、市水利局|会商研判.
    r"|(?<!工)会商(?:研判|调度)?(?=[，。])"
    # 王一|与企业家座谈交流; 市政府|邀请企业家座谈.
    r"|(?:(?<![陪随会一])[与同]|邀请)(?=[^，。\n]{2,40}(?:座谈(?:交流)?|面对面交流)[，。])"
)
_ELSEWHERE = re.compile("出席|参加|会前|会后|期间|抵达")
"""Before who meets, of what the meeting only belongs to: 出席论坛|期间，王一会见客商."""
_BODIES_MEET = {"约谈", "会商"}
"""What bodies do without anybody named: 市住建局|约谈."""
_MEETING_ENDS = re.compile(r"[时并 ]")
_HELD = re.compile("^举行了?|(?<=约谈|[会接]见)了")
"""What the name of a meeting leaves out: 举行了|会谈, 会见|了|客商."""
_KEPT = re.compile("[，,](?:集中)?(?:开展|进行)了?(?P<what>[^，。；\n]{2,16}活动)(?=[，,。；])")
"""走访甲校、乙校，|开展教师节慰问活动: what a visit was for, behind where it went."""
_ABOUT = re.compile(r"(?:就|围绕|对(?![我该口接]))(?P<what>[^，。；\n]{2,40}?)(?:进行|开展|(?<!工)作|到|赴|深入|在)")
"""就|防汛工作|开展调研: the subject before the verb."""


@dataclass(frozen=True)
class _Visit:
    """A verb of visiting, and who stands before it."""

    verb: re.Match[str]
    start: int
    end: int
    """Of the clause around it."""
    people: tuple[Mention, ...]
    bodies: tuple[Mention, ...]
    cares: bool
    """Whether a body does it for people (市总工会走访慰问困难职工)."""


@dataclass(frozen=True)
class Visits:
    """Finds the visits of one article."""

    scene: Scene

    def reports(self, sentence: Sentence) -> Iterator[Report]:
        """The visit that a sentence reports, and the talks with whoever is received."""
        yield from self._tours(sentence)
        yield from self._meetings(sentence)

    def _tours(self, sentence: Sentence) -> Iterator[Report]:
        """王一赴某县调研某工作."""
        chars = self.scene.chars
        limit = min(sentence.end, sentence.start + 600)
        verbs = [*VISIT.finditer(chars, sentence.start, limit)] or [*LOOKS.finditer(chars, sentence.start, limit)]
        for verb in verbs:
            if self.scene.quotation(verb.start()) or SPEECH.search(chars, sentence.start, verb.start()):
                return
            if self.scene.inside_mention(verb.start()):
                continue  # 到县群众来访接待中心
            visit = self._visit(verb, sentence)
            if not self._has_visitor(visit, sentence):
                continue
            between = chars[visit.people[-1].end if visit.people else visit.start : verb.start()]
            if _NO_VISIT.search(between) or _ONCE in chars[verb.end() : visit.end]:
                return
            if not (sentence.role not in BODY or visit.cares or _GOES.search(between) or not between):
                continue
            if _PART_OF_WORD.match(chars[verb.end() : verb.end() + 4]):
                continue
            planned = is_planned(self.scene, visit.start, verb.start())
            remote = verb[0] in {"调度", "督战"} and _REMOTE.search(chars, sentence.start, visit.end)
            kind = EventKind.MEETING if remote else EventKind.INSPECTION
            tour = self._tour(verb.start(), visit.end, visit.start)
            if _MEANS.search(chars, visit.start, verb.start()) and _WAY.match(chars, verb.end(), visit.end):
                done = (visit.end + 1, self.scene.clause(visit.end + 1, sentence)[1])
                tour = (chars[slice(*done)], done) if done[0] < done[1] else tour
            yield Report(sentence, verb.start(), kind, *tour, planned)
            return

    def _visit(self, verb: re.Match[str], sentence: Sentence) -> _Visit:
        bodies = self._bodies(sentence.start, verb.start())
        return _Visit(
            verb,
            *self.scene.clause(verb.start(), sentence),
            self.scene.people_before(verb.start(), sentence.start),
            bodies,
            bool(bodies) and _CARES.fullmatch(self.scene.chars, bodies[-1].end, verb.end()) is not None,
        )

    def _bodies(self, start: int, end: int) -> tuple[Mention, ...]:
        return tuple(mention for mention in self.scene.mentions_in(start, end) if mention.label == Label.ORG)

    def _has_visitor(self, visit: _Visit, sentence: Sentence) -> bool:
        """Whether somebody is named who may be on a visit: a party, leaders, or people.

        What anybody may do (王一探望父亲) is one of an office alone, unless the headline tells it.
        """
        headline = sentence.role not in BODY
        if self._is_party(visit, sentence) or self._leads(visit, sentence):
            return True
        if not visit.people:
            return headline and bool(visit.bodies) and visit.bodies[-1].end == visit.verb.start()
        return headline or not PRIVATE.search(visit.verb[0]) or self._holds_office(visit.people, sentence)

    def _is_party(self, visit: _Visit, sentence: Sentence) -> bool:
        """Whether a party goes somewhere, or a body with its people: 督导组, 市水利局组织检查."""
        chars, place = self.scene.chars, visit.verb.start()
        if visit.cares or PARTY.search(chars, sentence.start, place):
            return True
        return bool(visit.bodies) and _TOGETHER.search(chars, sentence.start, visit.end) is not None

    def _leads(self, visit: _Visit, sentence: Sentence) -> bool:
        """Whether leaders visit: 市领导走访企业; in a headline an office is enough, 王一 is in the report (市长察看河道)."""
        place = visit.verb.start()
        if _LEADERS.search(self.scene.chars, sentence.start, visit.verb.end()):
            return True
        return sentence.role not in BODY and any(m.label == Label.ROLE for m in self.scene.mentions_in(visit.start, place))

    def _meetings(self, sentence: Sentence) -> Iterator[Report]:
        """王一会见某客商."""
        chars = self.scene.chars
        for verb in MEETS.finditer(chars, sentence.start, min(sentence.end, sentence.start + 300)):
            place = verb.start()
            if _ELSEWHERE.search(chars, sentence.start, place):
                return
            who = self.scene.people_before(place, sentence.start) or (
                verb[0][:2] in _BODIES_MEET and self._bodies(sentence.start, place)
            )
            if who and not self.scene.quotation(place):
                _, end = self.scene.clause(place, sentence)
                met = _MEETING_ENDS.split(chars[place:end])[0]
                yield Report(sentence, place, EventKind.MEETING, _HELD.sub("", met[:60]), (place, place + len(met)))
                return

    def _holds_office(self, people: tuple[Mention, ...], sentence: Sentence) -> bool:
        """Whether those who visit do so by their office: 市长王一, not a boy who visits his father."""
        if any(self.scene.posts.get(self.scene.name(person)) for person in people):
            return True
        return any(m.label == Label.ROLE for m in self.scene.mentions_in(sentence.start, people[-1].start))

    def _tour(self, place: int, end: int, start: int) -> tuple[str | None, tuple[int, int]]:
        """What a tour was about: 调研督导防汛工作; 就防汛工作开展调研; without a subject, where it went."""
        chars = self.scene.chars
        best = self._from_verb(place, end)
        if best and best[1] - best[0] > 4:
            verb = VISIT.match(chars, place)
            first = self.scene.mention_at(verb.end()) if verb else None
            if first and first.label in SITES and (kept := _KEPT.match(chars, best[1])):
                return kept["what"], kept.span("what")
            kept = _ACTIVITY.search(chars, start, place) if chars.endswith("活动", *best) else None
            if kept:  # 开展|春节|走访慰问活动
                best = (kept.start("what"), best[1])
            return _DID.sub("", chars[slice(*best)]), best
        return self._before_verb(place, start, best) or ((chars[slice(*best)], best) if best else (None, (place, place)))

    def _from_verb(self, place: int, end: int) -> tuple[int, int] | None:
        """What a clause tells from the verb on: 调研|防汛工作."""
        match = TOUR_NAME.search(self.scene.chars, place, end)
        if match is None or match.start() - place > 4:
            return None
        return match.start(), match.start() + len(match[0].rstrip(" 　”，"))

    def _before_verb(self, place: int, start: int, best: tuple[int, int] | None) -> tuple[str, tuple[int, int]] | None:
        """What stands before the verb, where little stands behind it (`best`): 就防汛工作开展|调研."""
        chars, verb = self.scene.chars, VISIT.match(self.scene.chars, place)
        end = best[1] if best else verb.end() if verb else place
        activity, about = _ACTIVITY.search(chars, start, place), self._about(start, place)
        if about and verb and (about["what"].endswith("情况") or (about[0][0] != "对" and not verb[0].startswith("专题"))):
            return f"{activity['what'] if activity else ''}{verb[0]}{about['what']}", (about.start(), end)
        opens = activity.start("what") if activity else about.start() if about else None
        return None if opens is None else (chars[opens:end], (opens, end))

    def _about(self, start: int, place: int) -> re.Match[str] | None:
        """What a tour is about, before its verb: 就|防汛工作|开展调研, not 对|柳湖镇|进行了考察."""
        about = _ABOUT.search(self.scene.chars, start, place)
        if about and (where := self.scene.mention_at(about.start("what"))) and where.end == about.end("what"):
            return None
        return about
