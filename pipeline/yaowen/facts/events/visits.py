"""How newspapers tell of visits: tours of inspection, and guests who are received.

Reads one sentence. Somebody has to go somewhere or do it in person; what a visit was about is its name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from yaowen.facts.events.reports import Report
from yaowen.facts.scene import BODY, Scene, Sentence
from yaowen.facts.wording import DAY, PEOPLE, PLANNED
from yaowen.schema import EventKind, Label, Mention

_VISITS = (
    r"考察学习|参观(?![者券证人团门的])|学习考察|明察暗访|现场办公|对接洽谈|交流指导|巡视检查|走基层|调研|督导|督察(?![组局员室])|(?<!大)检查|考察|视察|走访|慰问|看望|暗访|巡查|督查|督办"
    r"|访问|巡河|巡林|夜查|接访|督战|踏查|(?:实地|现场|仔细)(?:察看|查看|了解)|详细了解|回访|家访|探望|巡田|视导|观摩|调度|招商|拜访|验收|抽查|核查|(?:评估|指导)(?=工作|[，。])"
)
VISIT = re.compile(
    rf"(?:深入|实地|专题|专程|现场|走访)?(?:{_VISITS}|来访|到访|接待(?!中心|大厅|室|日)[^，。\n]{{0,8}}(?=群众|信访|来访))"
)
LOOKS = re.compile(r"共[度庆](?=[^，。；]{1,14}节)|[察查]看|巡[视考访]|(?<![的切以])问候")
"""What visitors do, where nothing says more of their visit."""
TOUR_NAME = re.compile(
    rf"(?:{_VISITS}|共[度庆]|接待|指导|推进|[察查]看|巡[视考访]|问候|了解|部署)+[^，,。；;：:\n]{{0,40}}?"
    r"(?=时(?:强调|指出|要求|提出|表示|，|,)|并|[，,。；;：:\n]|$)"
)
_DID = re.compile(r"(?<=[\u4e00-\u9fff]{2})(?<=察看|查看|巡查|检查|调研|考察|走访|慰问|看望|参观|督导)了(?=[^，。]{2})")
"""巡查了|白石河: the name says what, not that it was done."""
_ACTIVITY = re.compile(r"(?:开展|进行)了?(?P<what>[^，。；\n的]{2,12})$")
"""开展|安全生产|检查: what is done is named whole."""
GOES = (
    r"赴|到|在|深入|前往|来到|走进|奔赴|率队到|带队到|一行到|先后到|率队赴|带队赴|就|围绕|对|带队|率队|率|带领|一行|先后|分别|集体"
    r"|实地|专题|专程|走访|冒雨|顶着|冒着|利用|轻车简从|开展|进行|来|组织|视频"
)
PARTY = re.compile(
    r"(?:[^，。\n]{2,8}，)?(?:[^，。\n]{0,12}(?:委员|代表|成员|大家|(?:[调督检视巡工专考慰走]|服务|帮扶)[\u4e00-\u9fff]组"
    r"|[考代调访采观慰宣][\u4e00-\u9fff]团)们?|[^，。\n]{0,12}一行)"
)
_LEADERS = re.compile(r"(?:领导|负责人|负责同志|班子成员|班子)(?:一行|等|们|分别|先后|带队|率队|来到|深入|到|赴|走访|看望|，)")
_PRIVATE = re.compile(r"看望|探望|拜访|回访|访问|检查|观摩|参观|走访")
"""What anybody may do to friends, sights and hospitals."""
_REMOTE = re.compile(r"视频|连线|电话|主持")
"""通过视频连线，调度各县防汛: a meeting rather than a tour."""
_STAFF = re.compile(
    rf"[^，。；\n]{{0,8}}?(?:{PEOPLE})们?(?:一[行起]|分别|先后|冒着[^，。]{{1,6}})?(?:来到|走进|深入|前往|赴|到)"
)
"""市检察院|干警来到某校看望…."""
_CARES = re.compile(rf"(?:{DAY}|先后|分别|集中|组织|开展)*+(?:[赴到][^，。；\n]{{2,16}}?)?(?:走访|看望|慰问|探望|回访)+")
"""市总工会|走访慰问困难职工: what a body does for people is its visit."""
SPEECH = re.compile(r"强调|指出|要求|表示|说[，,：:]|提出|认为")
MEETS = re.compile(
    r"(?:会见|接见)(?=了[^，。\n]{2}|(?!了)[^，。\n并中时后前][^，。\n])|(?:举行)?了?(?:闭门|双边|小范围|大范围)?会[谈晤](?![中时后前])|[与同和](?=[^，。\n]{2,40}通(?:了)?(?:电话|视频|话))|一行(?:举行)?(?:座谈|洽谈|商谈)(?![会中时后前])|约谈(?=了?[^，。\n]{2})|(?<!工)会商(?:研判|调度)?(?=[，。])|(?:[与同]|邀请)(?=[^，。\n]{2,40}座谈(?:交流)?[，。])"
)


@dataclass(frozen=True)
class Visits:
    """Finds the visits of one article."""

    scene: Scene

    def reports(self, sentence: Sentence) -> Iterator[Report]:
        """王一赴某县调研某工作."""
        chars = self.scene.chars
        headline = sentence.role not in BODY
        limit = min(sentence.end, sentence.start + 600)
        verbs = [*VISIT.finditer(chars, sentence.start, limit)] or [*LOOKS.finditer(chars, sentence.start, limit)]
        for verb in verbs:
            if self.scene.quotation(verb.start()) or SPEECH.search(chars, sentence.start, verb.start()):
                break
            start, end = self.scene.clause(verb.start(), sentence)
            people = self.scene.people_before(verb.start(), sentence.start)
            bodies = [m for m in self.scene.mentions_in(sentence.start, verb.start()) if m.label == Label.ORG]
            party = PARTY.search(chars, sentence.start, verb.start()) is not None
            party = party or (bool(bodies) and re.search(r"组织|开展|一行|联合|出动", chars[sentence.start : end]) is not None)
            party = party or (bool(bodies) and _STAFF.match(chars, bodies[0].end, verb.start()) is not None)
            cares = bool(bodies) and _CARES.fullmatch(chars, bodies[-1].end, verb.end()) is not None
            party = party or cares
            leaders = _LEADERS.search(chars, sentence.start, verb.start()) is not None
            # 市长察看河道 in a headline, 王一 in the report.
            leaders = leaders or (headline and any(m.label == Label.ROLE for m in self.scene.mentions_in(start, verb.start())))
            if not people and not party and not leaders and not (headline and bodies and bodies[-1].end == verb.start()):
                continue
            if (
                people
                and not (party or leaders or headline)
                and _PRIVATE.search(verb[0])
                and not self._holds_office(people, sentence)
            ):
                continue
            between = chars[people[-1].end if people else start : verb.start()]
            if re.search(r"召开|举行|听取|曾|印发|审议", between) or "时曾" in chars[verb.end() : end]:
                break
            if re.search("(?:支持|鼓励|引导|帮助|动员)[^，。；]{2,12}(?:开展|进行)", between):
                continue  # 支持学生开展社会|调研
            if not (headline or cares or re.search(GOES, between) or not between):
                continue
            if re.match(
                r"(?:时|中|组|员|报告|期间|座谈会|成果|站|结果|了解到)?的|组|团|队|员|意见|报告|成果|站|点|委|中(?![心国小央])",
                chars[verb.end() : verb.end() + 4],
            ):
                continue
            planned = PLANNED.search(chars, max(start, verb.start() - 50), verb.start()) is not None
            remote = verb[0] in {"调度", "督战"} and _REMOTE.search(chars, sentence.start, end)
            kind = EventKind.MEETING if remote else EventKind.INSPECTION
            yield Report(sentence, verb.start(), kind, *self._tour(verb.start(), end, start), planned)
            break
        for verb in MEETS.finditer(chars, sentence.start, min(sentence.end, sentence.start + 300)):
            start, end = self.scene.clause(verb.start(), sentence)
            if re.search(r"出席|参加|会前|会后|期间|抵达", chars[sentence.start : verb.start()]):
                break
            bodies = [m for m in self.scene.mentions_in(sentence.start, verb.start()) if m.label == Label.ORG]
            who = self.scene.people_before(verb.start(), sentence.start) or (bodies and verb[0][:2] in {"约谈", "会商"})
            if not self.scene.quotation(verb.start()) and who:
                met = re.split(r"[时并 ]", chars[verb.start() : end])[0]
                yield Report(
                    sentence,
                    verb.start(),
                    EventKind.MEETING,
                    re.sub("^举行了?|(?<=约谈|[会接]见)了", "", met[:60]),
                    (verb.start(), verb.start() + len(met)),
                )
                break

    def _holds_office(self, people: tuple[Mention, ...], sentence: Sentence) -> bool:
        """Whether those who visit do so by their office: 市长王一, not a boy who visits his father."""
        if any(self.scene.posts.get(self.scene.name(person)) for person in people):
            return True
        return any(m.label == Label.ROLE for m in self.scene.mentions_in(sentence.start, people[-1].start))

    def _tour(self, place: int, end: int, start: int) -> tuple[str | None, tuple[int, int]]:
        """What a tour was about: 调研督导防汛工作; 就防汛工作开展调研; without a subject, where it went."""
        chars = self.scene.chars
        best = None
        if (match := TOUR_NAME.search(chars, place, end)) and match.start() - place <= 4:
            best = match.span()
            while best[0] < best[1] and chars[best[1] - 1] in " 　”，":
                best = (best[0], best[1] - 1)
            if best[1] - best[0] > 4:
                return _DID.sub("", chars[slice(*best)]), best
        if activity := _ACTIVITY.search(chars, start, place):
            span = (activity.start("what"), best[1] if best else place)
            return chars[slice(*span)], span
        if about := re.search(
            r"(?:就|围绕|对(?![我该]))([^，。；\n]{2,40}?)(?:工作|情况)?(?:进行|开展|作|到|赴|深入|在)", chars[start:place]
        ):
            span = (start + about.start(), best[1] if best else place)
            return chars[slice(*span)], span
        if best and best[1] - best[0] > 2 and chars.endswith(("开展", "进行"), start, place):
            return chars[slice(*best)], best  # 到石河镇开展|巡河工作
        places = [m for m in self.scene.mentions_in(start, place) if m.label == Label.PLACE]
        if places and best and place - places[-1].end <= 6 and len(places[-1].text) > 1:
            span = (places[-1].start, best[1])
            return chars[slice(*span)], span
        return (chars[slice(*best)], best) if best else (None, (place, place))
