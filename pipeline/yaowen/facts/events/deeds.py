"""What people did together, where no word says that it was an occasion: they came somewhere, ran something.

Reads one sentence. What they did is the name: it stands behind the place they came to, or in the clause behind.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from yaowen.facts.events.gatherings import kind_of, unquoted
from yaowen.facts.events.occasion_words import SUPPORTS
from yaowen.facts.events.phrases import MANY, Phrases, unmeasured
from yaowen.facts.events.reports import Report, is_planned
from yaowen.facts.events.visits import SPEECH
from yaowen.facts.scene import Scene
from yaowen.facts.sentences import BODY, SITES, Sentence
from yaowen.facts.wording import ORDERS, PEOPLE
from yaowen.schema import EventKind, Label
from yaowen.vocabulary import DOES, Kind, cut

_VISITORS_DO = re.compile(
    r"(?:宣讲|参观|疗?休养|疗养|开展|采风|研学|写生|祭扫|瞻仰|体验|植树|义诊|坐诊"
    r"|巡诊|打扫|清[理扫洗]|[检维]修|授课|慰问演出|联欢|座谈|接受[^，。；]{0,8}教育|义务(?:植树|诊))"
)
_VERB = re.compile(
    r"(?P<goes>来到|走进|前往|奔赴|抵达|开进|齐聚|相聚|深入"
    rf"|[到赴](?=[\u4e00-\u9fff]{{2,20}}{_VISITORS_DO.pattern}))"
    r"|(?P<runs>开展(?!了?以来)|组织(?=[^，。]{2,40}(?:进行|参观|观看|体检|捡拾|清[理扫]|植树)))"
    r"|(?P<sends>组织"
    r"(?=[^，。；]{2,24}?(?P<away>赴|前往)[\u4e00-\u9fff]{2,16}(?:疗?休养|疗养|研学|采风|培训|[考参][察观])(?:[，。]|$)))"
    r"|(?P<court>[把将](?:庭审(?:现场)?|(?:巡回)?法庭|审判[庭台])(?=“?[搬开设移]”?了?[到进在至入上])(?![^。；\n]{0,60}(?<!的)(?:审理|宣判)))"
    r"|(?P<case>对(?=(?P<of>[^，。；]{2,40}(?:案件?|纠纷))(?:依法)?进行了?(?P<tried>(?:依法|公开|巡回|集中|开庭|一审)*(?:审理|宣判))))"
    r"|(?P<kept>宣讲(?![团员队组活会])|(?:(?:分组|集体)?审议|分组讨论)(?=[^，。；]{2,20}(?:报告|草案|议案))"
    r"|(?:集中)?(?:收看|收听)(?:收[看听])?|就(?=[^，。]{2,24}(?:展开|进行)(?:讨论|协商|交流|座谈))"
    r"|(?P<tries>(?:(?:公开|巡回|依法)*(?:开庭，?)?审理|(?:公开|集中)宣判)(?=[^，。；]{2,40}(?:案|纠纷|官司))))"
    r"|(?P<serves>(?<=者|员|队|工|士|们)(?:在[^，。；\n]{2,20})?[为给](?=[^，。；\n]{4,40}[，。；]))"
    r"|(?P<shows>连演|演出|上演|献演|带来|送上|献上|奉上)(?=了?[一两三四五六七八九十0-9]+余?[场台出堂])"
)
"""`kept` verbs belong to the name of what is done."""
_SERVES = re.compile(r"(?:志愿|义工|爱心|公益|雷锋|突击队|服务队|小分队|少先队员|党员)[^，。；\n]{0,8}$")
"""Who does something for others: 志愿者|为老人理发."""
_SITTING = re.compile("公开|巡回|开庭|宣判")
"""What tells that a court sits: 公开开庭|审理."""
_HOW_MANY = re.compile(r"[0-9０-９一二两三四五六七八九十]+余?[件起宗副幅]$")
_COUNTS = re.compile(r"[^\u4e00-\u9fff“《]|[一二三四五六七八九十百千万两]+余?[个名位项条件]")
"""开展5000亿元操作, 组织3000名学生: how much, not what for."""
_GIVEN = re.compile(
    r"[^，。]{0,24}(?:送上|送去|带来|献上|奉上|上|讲)了?一[台场堂次节](?:[^，。的“”]{1,12}的)?(?=[^，。]{2,16}$)"
)
"""Before what is given: 为村民送上一台精彩的|文艺演出."""
_SHOWS = re.compile(r"了?[一两三四五六七八九十0-9]+余?[场台出堂](?:[^，。的“”]{1,12}的)?")
_CLOSES = re.compile(r"[，。；\n]|$")
_KIND_OF_PLAY = re.compile(r"[ \u3000]*(?:[\u4e00-\u9fff]{0,10}[剧戏曲舞会影诗]|该剧)?")
_FOR_PEOPLE = re.compile(rf"[^，。；\n]{{0,20}}?(?:{PEOPLE})")
_TALKS = re.compile(
    r"^(?:分组|集体)?(?:审议|讨论)|讲[课解授]|授课|[作讲].{0,16}(?:报告|辅导|讲座|课)$"
    r"|(?:座谈|协商|讨论|询问|恳谈|会商|收[看听])$|^(?:集中)?收[看听]|^就"
)
_NO_DEED = re.compile(
    r"(?:专项(?:行动|整治)|工作|措施|政策|制度|机制|模式|服务|业务|试点|管控|建设|计划|工程|项目|改革|手术|救治|抢救)$"
)
"""What is done for months: no occasion."""
_REPORTER = re.compile(r"(?<![\u4e00-\u9fff])(?:本报|连日来)?(?:记者|笔者)[^，。；]{0,8}$")
_RUNS = re.compile(r"(?<!组织)(?:集中|现场|共同)?(?:开展|进行)(?=[^，。；]{2,24}$)")
"""来到企业、学校等地|开展反诈宣传."""
_DONE = re.compile(r"[\u4e00-\u9fff][下上起出完]了?(?=[0-9一两三四五六七八九十百千])")
"""种下500株树苗."""
_ADVERBS = re.compile(
    r"(?:了(?!解)|在[^，。；\n]{2,14}[里内上](?=公开|依法|巡回|开庭)|现场|实地|零距离|近距离|沉浸式|亲身|亲手|积极|认真|集中|深入|一起"
    r"|共同|一同|开展了?|参加了?|进行了?|里|内|先后|分别|面对面|与[^，。]{2,10}一起)*"
)


@dataclass(frozen=True)
class Deeds:
    """Finds what people did in one article."""

    scene: Scene
    phrases: Phrases

    def reports(self, sentence: Sentence) -> Iterator[Report]:
        """市长来到热线中心，接听来电; 学校组织学生开展研学: the first of a sentence of the body."""
        chars = self.scene.chars
        limit = min(sentence.end, sentence.start + 300) if sentence.role in BODY else sentence.start
        for verb in _VERB.finditer(chars, sentence.start, limit):
            if self.scene.quotation(verb.start()) or SPEECH.search(chars, sentence.start, verb.start()):
                continue
            readers = {"serves": self._served, "court": self._sat, "case": self._tried, "sends": self._sent}
            read = next((reader for group, reader in readers.items() if verb[group]), self._done)
            if report := (verb["shows"] and self._played(sentence, verb)) or read(sentence, verb):
                yield report
                return

    def _done(self, sentence: Sentence, verb: re.Match[str]) -> Report | None:
        chars, place = self.scene.chars, verb.start()
        start, end = self.scene.clause(place, sentence)
        people = self.scene.people_before(place, sentence.start)
        bodies = self.phrases.bodies(start, place)
        who = people or bodies or MANY.search(chars, sentence.start, place) or self.phrases.opening_body(sentence, place)
        if not who or _REPORTER.search(chars, start, place):
            return None
        if verb["tries"] and "旁听" not in chars and not _SITTING.search(verb["tries"]):
            return None  # a case is no occasion, a sitting is one
        named = self._behind(sentence, verb) if verb["goes"] else (verb.end(), end)
        if named is None:
            return None
        begin, end = named
        if verb["shows"]:
            return self._shown(sentence, verb, end)
        lead = _ADVERBS.match(chars, begin, end)
        begin = place if verb["kept"] else lead.end() if lead else begin
        if verb["runs"] and SUPPORTS.search(chars, max(start, place - 16), place):
            return None
        if verb["runs"] and (ORDERS.search(chars, sentence.start, place) or _NO_DEED.search(chars, begin, end)):
            return None
        least = 2 if _VISITORS_DO.fullmatch(chars, begin, end) else 4
        if not least <= end - begin <= (60 if verb["tries"] else 30) or _COUNTS.match(chars, begin, end):
            return None
        runs = lead is not None and re.search("开展|进行|参加", lead[0])
        if verb["goes"] and not runs and not _is_doing(chars[begin:end]):
            return None
        if given := _GIVEN.match(chars, begin, end):
            begin = given.end()
        name = chars[begin:end]
        official = any(mention.label == Label.ROLE for mention in self.scene.mentions_in(sentence.start, place))
        if verb["goes"] and people and not (official or bodies):
            return None  # 王一前往医院，探望父亲
        planned = is_planned(self.scene, start, place)
        name = _HOW_MANY.sub("", name).replace("审理了", "审理", 1) if _SITTING.match(name) else unmeasured(name)
        kind = kind_of(name) or (EventKind.MEETING if _TALKS.search(name) else EventKind.OTHER)
        body = bodies if not (verb["goes"] and (people or kind == EventKind.INSPECTION)) else ()
        sent = (verb["tries"] or verb["goes"]) and not (people or body or kind == EventKind.INSPECTION)
        if sent and (first := self.phrases.opening_body(sentence, place)):
            body = (first,)  # 某法院把庭审搬到某村，公开审理; 某公司组织青年|来到某村，打扫卫生
        return Report(sentence, place, kind, unquoted(name), (begin, end), planned, body, loose=True)

    def _served(self, sentence: Sentence, verb: re.Match[str]) -> Report | None:
        """What people do for others: 志愿者|为敬老院的老人理发."""
        chars = self.scene.chars
        start, end = self.scene.clause(verb.end(), sentence)
        place = verb.end() - 1
        if not _SERVES.search(chars, start, verb.start()) or self.scene.inside_mention(place):
            return None
        doing = [word for word in cut(chars[place + 1 : end]) if word.kind in DOES]
        if not doing or not _FOR_PEOPLE.match(chars, place + 1, end):
            return None
        return Report(sentence, place, EventKind.OTHER, chars[place:end], (place, end), loose=True)

    def _sat(self, sentence: Sentence, verb: re.Match[str]) -> Report:
        """A court that sits where people live: 法官把庭审|搬到村头榕树下."""
        bodies = self.phrases.bodies(self.scene.clause(verb.start(), sentence)[0], verb.start())
        named = (verb.start() + 1, verb.end())
        return Report(sentence, verb.start(), EventKind.OTHER, "庭审", named, body=bodies, loose=True)

    def _tried(self, sentence: Sentence, verb: re.Match[str]) -> Report | None:
        """A case that a court hears: 县法院对|一起盗窃案|进行|公开审理."""
        bodies = self.phrases.bodies(self.scene.clause(verb.start(), sentence)[0], verb.start())
        name, named = verb["tried"] + verb["of"], (verb.start("of"), verb.end("tried"))
        return Report(sentence, verb.start(), EventKind.OTHER, name, named, body=bodies, loose=True) if bodies else None

    def _sent(self, sentence: Sentence, verb: re.Match[str]) -> Report | None:
        """Where a body sends its people: 市总工会组织60名职工|赴云岭疗养."""
        chars, place = self.scene.chars, verb.start()
        start, end = self.scene.clause(place, sentence)
        body, named = self.phrases.bodies(start, place), (verb.start("away"), end)
        if not body:
            return None
        return Report(sentence, place, EventKind.OTHER, chars[slice(*named)], named, body=body, loose=True)

    def _played(self, sentence: Sentence, verb: re.Match[str]) -> Report | None:
        """A play that a sentence opens with and that is given so many times: 《山里人家》将于3月8日在县剧院连演|3场."""
        chars = self.scene.chars
        measured = _SHOWS.match(chars, verb.end(), sentence.end)
        quotations = self.scene.quotations_in(sentence.start, verb.start())
        if measured is None or not _CLOSES.match(chars, measured.end()) or not quotations:
            return None
        start, end = quotations[0]
        if chars[start] != "《" or not _KIND_OF_PLAY.fullmatch(chars, sentence.start, start):
            return None
        planned = is_planned(self.scene, sentence.start, verb.start())
        return Report(sentence, verb.start(), EventKind.OTHER, chars[start:end], (start, end), planned)

    def _shown(self, sentence: Sentence, verb: re.Match[str], end: int) -> Report | None:
        """What is played: 连演三场|折子戏."""
        chars = self.scene.chars
        measured = _SHOWS.match(chars, verb.end(), end)
        if measured is None or not 3 <= end - measured.end() <= 24:
            return None
        named = (measured.end(), end)
        name = unquoted(chars[slice(*named)])
        return Report(sentence, verb.start(), kind_of(name) or EventKind.OTHER, name, named, loose=True)

    def _behind(self, sentence: Sentence, verb: re.Match[str]) -> tuple[int, int] | None:
        """What is done behind the place somebody came to, in its clause or the next: 来到某村|义诊; 来到某村，|送去年货."""
        chars = self.scene.chars
        begin, end = verb.end(), self.scene.clause(verb.end(), sentence)[1]
        site = next((m for m in self.scene.mentions_in(begin, end) if m.label in SITES), None)
        near = site is not None and site.start - begin <= 8
        if runs := _RUNS.search(chars, begin, end):
            return runs.start(), end
        if verb[0] == "深入" and not (site and near and not _tells(chars[begin : site.start])):
            return None  # 深入贯彻落实
        if site and near and _is_doing(chars[site.end : end]):
            return site.end, end
        if chars[end : end + 1] not in {"，", ","} or not (near or end - begin <= 24):
            return None
        begin, end = end + 1, self.scene.clause(end + 1, sentence)[1]
        return begin, end


def _is_doing(name: str) -> bool:
    """Whether a phrase opens with what somebody does: 接听来电, 为群众义诊, not 茶香扑鼻."""
    lead = _ADVERBS.match(name)
    bare = name[lead.end() :] if lead else name
    words = cut(bare)
    if _DONE.match(bare):
        return True
    if _VISITORS_DO.match(name) or _VISITORS_DO.match(bare):
        return True
    return bool(words) and (words[0].kind in DOES | {Kind.PREPOSITION} or words[0].text in {"一起", "共同"})


def _tells(text: str) -> bool:
    return any(word.kind in DOES for word in cut(text)) if text else False
