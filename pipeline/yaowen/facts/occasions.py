"""How newspapers tell of gatherings and visits: the words for them, and the passages that report them.

Reads one sentence. What is held (召开), where something was said (在某论坛上), what is attended and what is visited
are found side by side; only where there is none of these, openings and agreements; only without those, what people
did together. Within each, a verb is passed over in a quotation, as a part of another word, and where it tells of a
habit or of the past.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from yaowen.facts.days import Days
from yaowen.facts.deeds import Deeds
from yaowen.facts.gatherings import (
    BODY_AND_WORD,
    CLOSES_NAME,
    OWN_MEETING,
    closing_kind,
    end_of_object,
    heads,
    is_none,
    is_plain,
    kind_of,
    unquoted,
)
from yaowen.facts.phrases import MANY, MEASURED, Phrases, is_noun, unmeasured
from yaowen.facts.reports import Report
from yaowen.facts.scene import BODY, Scene, Sentence
from yaowen.facts.visits import Visits
from yaowen.facts.wording import DAY, MANNER, OPENERS, PHASE, PLANNED
from yaowen.schema import EventKind, Mention

HOPE = re.compile("力争|预计|确保|争取|有望|计划|去年|往[年届]|上[届年]|历[届年]|标志着|意味着")
"""预计今年底建成通车 is a hope: nothing has opened; 去年的某峰会 is no news."""


# --- How they are told of ------------------------------------------------------------------------------------------------

HOLD = re.compile(rf"召开|举行|举办|合办|联办|{PHASE}|揭牌|开工|奠基|签约|开展|组织开展|进行")
CLOSES = re.compile(rf"召开|举行|举办|{PHASE}|进行")
OPENED = re.compile(r"进行(?=[^，。\n]{0,12}学习)|召开|举行|举办|组织开展|开展|组织召开|承办|主办|合办|联办|组织|迎来")
# 开幕|式, 举办|地: words of their own.
COMPOUND = re.compile(r"式|仪式|[季周月]|会(?!议)|典礼|大会|晚会|资金|资本|电影|人|者|后|时|度|全|于|从|语|以|点")
HOSTING = re.compile(r"[人者商方地权]|国(?!际)|城市|单位")
_SUCH_AS = re.compile(r"(?:诸?如|包括)[^，。；]{1,30}等(?:多|一系列|系列|各类)")
ORDERED = {"开展", "组织开展", "进行", "启动"}
ORDERS = re.compile(r"决定|要求|印发|计划|部署|方案|通知")
# 会议召开后, 先后举办了: an occasion before or a habit, not this article's news.
NOT_NEWS_BEFORE = re.compile(
    r"(?:先后|累计|多次|已经?|共|每[年月季周]|定期|经常|不断|连续|曾|陆续|相继|持续|通过|自|次|频繁|常态化|计划|每逢"
    r"|常年|不间[歇断]|密集|滚动|分批|以来|坚持|积极|广泛|精心|深入)(?:地|成功)?(?:组织)?$"
)
NOT_NEWS_AFTER = re.compile(
    r"(?:后|以来|[0-9一二三四五六七八九十]+(?:周年|年|个月|天)来|前夕|之际|前(?!不久)|期间|之后|以后|时)(?!，[^，。]{0,20}(?:强调|指出|要求))|过"
    r"|的[^，。；\n]{0,40}(?:获悉|了解到|宣布|发布)|的(?!通知)"
)
SETTING = re.compile(
    r"(?:[”’》」]|[（(][^（）()\n]{1,16}[）)])?(?:[·—][^，。\n]{1,12})?"
    rf"(?:{DAY}|{MANNER}|线上|全面|将|定|拟|已经?|又|也|同期|即将"
    r"|[（(][^（）()\n]{1,16}[）)]|如约|重磅|全新|温情|胜利|期间|之后|组织|(?:以|通过)[^，。；\n]{1,20}(?:形式|方式)){0,8}+"
    r"(?:(?:于|在)[^，。；\n]{1,90})?"
)
ABOVE = re.compile(
    r"(?:[”’》」])?(?:期间|现场)?(?:上(?!述|级|百|千|万|[市海半下述])|(?P<within>[中里间])(?!国|央|心|小学|学)|传[出来]|(?<=现场)(?=[，,])|(?=获悉|了解到|公布|透露))"
    r"(?=[，,]|[^，。\n]{0,40}(?:获悉|表示|指出|透露|宣布|强调|介绍|说|了解到|传[出来]|发布|通报|提出|要求|讲话|致辞|发言|公布"
    r"|[胜负夺]|击败|不敌))"
)
"""What stands behind a gathering at which something was said or won: 在某发布会|上介绍, 从某论坛|上获悉."""
FROM = re.compile(r"[在从于是](?!线)")
HELD_AS = re.compile(r"(?:举行|召开|举办|开幕|启动|承办|主办|组织)的")
OPENS_UP = re.compile(
    r"(?P<opened>揭牌|挂牌|奠基|开工|动工|竣工|通车|贯通|开馆|开园|落成|启用|开业|揭幕|首航|首飞|开通|[通复]航|开行|发车|下水"
    r"|对外开放|免费开放|开街|开市|开航|投运|投用|投产|投入(?:使用|运营|运行|试运行|生产)|交付使用|合龙|封顶|点火|亮灯)"
    r"(?:成立|运营|运行|建设|使用|仪式)?"
    r"|(?:带来|作|做|主讲|举办)了?(?:一[场次堂个])?(?P<lecture>(?:题为|主题为|以)?[“《][^”》\n]{2,60}[”》](?:为题|为主题)?的?"
    r"(?:专题|主题|学术|精彩)*(?:讲座|报告|演讲|宣讲|党课|辅导))"
    r"|(?:讲授?|上|作)了?(?:一[场次堂个])?(?P<party>(?:生动|精彩)?的?(?:专题|主题|廉政|“七一”)?党课)"
    r"|(?P<signed>(?:签署|签订)[^，。；\n]{0,40}?(?:协议|合同|备忘录|意向书|责任书))"
)
ATTENDS = re.compile(r"出席|参加|主持召开|主持(?!召开)|见证|观看|观摩")
_STARTS = re.compile(r"开[幕讲班课营演启]|[闭落启]幕|闭会|收官|开赛|落下|拉开|上演|[首公]演|展出")
_LASTS = re.compile(r"(?:经过|历经|历时|为期|共)[^，。]{1,20}")
_WHERE = re.compile(rf"(?:(?:{DAY}|{MANNER})*(?:在|于)[^，。；\n]{{2,40}})$")
_OBJECT_END = re.compile(r"[，。；：！？\n]|[（(]|$")
_NO_OBJECT = re.compile(
    r"[的地了着过已将、]|工作$|[^考复]试点|行动|[会社]$|[权地]$|模式|服务|业务|制度|项目|产品|公司|专业|课程"
)
_ADVERBIAL = re.compile(
    rf"(?:{DAY}|正式|全面|顺利|如期|盛装|惊艳|成功|恢复|建成|整体|宣布|宣告|今起|已于?|(?<!位)于[^，。]{{1,30}}|在[^，。]{{1,30}}|将)*$"
)
_STAGE = re.compile(
    rf"(?:现场|(?:{DAY}|{MANNER}|将|正)+|(?:在|于)[^，。；\n的]{{2,30}}?(?=[\u4e00-\u9fff]{{2,6}}(?:[，。；]|$)))+"
    r"(?![的是为由以有等和与、及后前期时])(?=.)"
)
"""Where or how a gathering takes place, with nothing but the words that say so behind."""
_THE = re.compile(r"[该本此](?:[次届项])?(?P<what>[\u4e00-\u9fff]{1,4})")
_SETTING_BEFORE = re.compile(r"[^“”]*[在于]")
_IN = re.compile(r"[在于][^，。“”]{2,20}(?:收看|收听|参加|参观|观看|开展|学习|听取)")


@dataclass(frozen=True)
class Occasions:
    """Finds the reports of one article."""

    scene: Scene
    days: Days

    @cached_property
    def phrases(self) -> Phrases:
        """Reads the names of gatherings and whose they are."""
        return Phrases(self.scene, self.days)

    @cached_property
    def _known(self) -> dict[int, list[Report]]:
        return {}

    def reports(self, sentence: Sentence) -> list[Report]:
        """The passages of a sentence that report an event, in their order."""
        if sentence.start not in self._known:
            self._known[sentence.start] = self._read(sentence)
        return self._known[sentence.start]

    def _read(self, sentence: Sentence) -> list[Report]:
        found = [
            *self._held(sentence),
            *self._mentioned(sentence),
            *self._attended(sentence),
            *Visits(self.scene).reports(sentence),
        ]
        found = found or [*self._opened(sentence)] or [*self._staged(sentence)]
        found = found or [*Deeds(self.scene, self.phrases).reports(sentence)]
        return sorted((report for report in found if not HOPE.match(report.name or "")), key=lambda report: report.place)

    def _held(self, sentence: Sentence) -> Iterator[Report]:
        """Meetings and the like: 某会议召开; 某局举办某活动."""
        chars = self.scene.chars
        headline = sentence.role not in BODY
        for verb in HOLD.finditer(chars, sentence.start, min(sentence.end, sentence.start + 1500)):
            compound = HOSTING if verb[0] in OPENERS else COMPOUND
            if self.scene.quotation(verb.start()) or compound.match(chars, verb.end()):
                continue
            if verb[0] in ORDERED and ORDERS.search(chars, sentence.start, verb.start()):
                continue
            if NOT_NEWS_BEFORE.search(chars, max(sentence.start, verb.start() - 8), verb.start()):
                continue
            start, end = self.scene.clause(verb.start(), sentence)
            planned = PLANNED.search(chars, max(start, verb.start() - 50), verb.start()) is not None
            if CLOSES.match(chars, verb.start()):
                report = self._named_before(sentence, verb, start, planned)
                if report and not (NOT_NEWS_AFTER.match(chars, verb.end(), sentence.end) and not headline):
                    yield report
                    continue
            if OPENED.match(chars, verb.start()):
                report = self._named_after(sentence, verb, start, end, planned)
                if report:
                    yield report
                    continue
            if CLOSES.match(chars, verb.start()) and (report := self._unnamed_before(sentence, verb, start, planned)):
                yield report

    def _named_before(self, sentence: Sentence, verb: re.Match[str], start: int, planned: bool) -> Report | None:
        chars = self.scene.chars
        fitting = [h for h in heads(chars, start, verb.start()) if SETTING.fullmatch(chars, h, verb.start())]
        # 某论坛·某恳谈会|在某市举行: the name goes on behind the dot.
        end = next((h for h in fitting if chars[h] not in "·•" or h == fitting[-1]), None)
        if end is None:
            # 第三届读书节，3月5日在某地举办: the name stands in the clause before.
            if start <= sentence.start or not SETTING.fullmatch(chars, start, verb.start()):
                return None
            clause_end = start - 1
            start, _ = self.scene.clause(clause_end - 1, sentence)
            ends = heads(chars, start, clause_end)
            end = next(
                (h for h in ends if _LASTS.fullmatch(chars, h, clause_end) or SETTING.fullmatch(chars, h, clause_end)), None
            )
            if end is None:
                return None
        if sentence.role not in BODY:
            start = max(start, chars.rfind(" ", start, end) + 1)
        start = self.phrases.name_start(start, end)
        name = chars[start:end]
        kind = kind_of(name)
        if kind is None or is_none(name, held=verb[0] in OPENERS) or self.phrases.is_body(start, end):
            return None
        if self.phrases.tells_of_person(start, end) or name.startswith("的"):
            return None
        closing = re.match(r"[”’》」]|[·—][^，。\n]{1,12}?站", chars[end : end + 14])
        end += closing.end() if closing else 0
        if (known := _THE.fullmatch(name)) and (before := self._known_before(sentence, known["what"])):
            return Report(sentence, verb.start(), kind, unquoted(before), (start, end), planned)
        plain = is_plain(name)
        return Report(sentence, verb.start(), kind, unquoted(chars[start:end]), (start, end), planned, plain=plain)

    def _known_before(self, sentence: Sentence, what: str) -> str | None:
        """The name that a gathering had in the sentences before: “山里人家”摄影展, then called 该展览."""
        chars = self.scene.chars
        opens = max(self.scene.blocks[sentence.block].start, sentence.start - 200)
        for end in reversed([*heads(chars, opens, sentence.start)]):
            start, _ = self.scene.clause(end - 1, replace(sentence, start=opens))
            setting = _SETTING_BEFORE.match(chars, start, end)
            name = chars[setting.end() if setting else start : end]
            if len(name) >= 4 and not is_plain(name) and name[-1] in what and kind_of(name) == kind_of(what):
                return name
        return None

    def _unnamed_before(self, sentence: Sentence, verb: re.Match[str], start: int, planned: bool) -> Report | None:
        """What is held, where no word says that it is a gathering."""
        if not (verb[0] in OPENERS or _STARTS.match(verb[0])) or NOT_NEWS_AFTER.match(
            self.scene.chars, verb.end(), sentence.end
        ):
            return None
        subject = self._subject(start, verb.start())
        if subject is None:
            return None
        name = unquoted(self.scene.chars[slice(*subject)])
        return Report(sentence, verb.start(), closing_kind(name) or EventKind.OTHER, name, subject, planned)

    def _subject(self, start: int, verb: int) -> tuple[int, int] | None:
        """What is held, where no word says that it is a gathering: 某处结业会操|在某校举行; no body, place or person."""
        start = self.phrases.name_start(start, verb)
        chars = self.scene.chars
        setting = _WHERE.search(chars, start, verb)
        if setting and self.scene.quotation(setting.start()):
            setting = None  # 歌舞剧《猫在钟楼》首演
        if not setting and not _STARTS.match(chars, verb):
            return None
        end = setting.start() if setting else verb
        while self.days.within(start, end) and (date := self.days.within(start, end)[-1]).end == end:
            end = date.start
        if (adverbial := _ADVERBIAL.search(chars, start, end)) and not self.scene.inside_mention(adverbial.start()):
            end = adverbial.start()
        name = chars[start:end]
        if not 4 <= len(name) <= 30 or self.scene.inside_mention(end - 1) or self.phrases.tells_of_person(start, end):
            return None
        if is_none(name, held=True) or re.search(r"[，、]|已|将|定|[会社]$", name) or not is_noun(name):
            return None
        return start, end

    def _object(self, start: int, end: int) -> int | None:
        """Where an object ends that no word calls a gathering: 举行|博士生招生复试，; None where it is a body or a clause."""
        chars = self.scene.chars
        stop = _OBJECT_END.search(chars, start, end)
        last = stop.start() if stop else end
        if not 3 <= last - start <= 30 or self.scene.inside_mention(last - 1) or _NO_OBJECT.search(chars, start, last):
            return None
        return last

    def _named_after(self, sentence: Sentence, verb: re.Match[str], start: int, end: int, planned: bool) -> Report | None:
        chars = self.scene.chars
        begin = verb.end()
        while begin < end and chars[begin] in "了的过 ":
            if chars[begin] in "的过":
                return None
            begin += 1
        if _SUCH_AS.match(chars, begin, end):
            return None  # 举行了如创业讲座等多场活动
        body = self.phrases.bodies(start, verb.start())
        if not body and sentence.role in BODY and (first := self.phrases.opening_body(sentence, verb.start())):
            body = (first,)
        convened = verb[0] in OPENERS
        named = end_of_object(self.scene, begin, min(end, begin + 80))
        if named is None and verb[0] in OPENERS and body:
            if measured := MEASURED.match(chars, begin, end):
                begin = measured.end()
            named = self._object(begin, end)
            if named is not None:
                name = chars[begin:named]
                return Report(sentence, verb.start(), EventKind.OTHER, unquoted(name), (begin, named), planned, body)
        if named is None or (not convened and self.phrases.is_body(begin, named)):
            return None
        name = chars[begin:named]
        kind = kind_of(name)
        if kind is None or (is_none(name) and not convened and not (body and OWN_MEETING.fullmatch(name))):
            return None
        if (BODY_AND_WORD.fullmatch(name) and len(name) <= 12) or OWN_MEETING.fullmatch(name):
            name = re.sub(r"^(?:[0-9]{4}年)?第[一二三四五六七八九十\d]+次(?=集[中体]学习)", "", name)
            name = f"{body[-1].text}{name}" if body else name
        done = chars[verb.start() : verb.end()] in {"开展", "进行"} and not name.endswith("学习")
        if done and kind not in {
            EventKind.OTHER,
            EventKind.CEREMONY,
            EventKind.COMPETITION,
        }:
            return None
        organisers = body if not self.scene.people_before(verb.start(), start) else ()
        name = unmeasured(name)
        plain = is_plain(name)
        return Report(sentence, verb.start(), kind, unquoted(name), (begin, named), planned, organisers, plain=plain)

    def _mentioned(self, sentence: Sentence) -> Iterator[Report]:
        """在12日举行的某论坛上，王一表示; 从某局发布会上获悉; 在某比赛中，甲队胜乙队: told for what was said or won."""
        chars = self.scene.chars
        position = sentence.start
        for end in heads(chars, sentence.start, min(sentence.end, sentence.start + 400)):
            above = ABOVE.match(chars, end, sentence.end)
            if above is None or self.scene.quotation(end - 1) or end <= position:
                continue
            start, _ = self.scene.clause(end - 1, sentence)
            start = max(start, position)
            lead = [m for m in FROM.finditer(chars, start, end) if not self.scene.inside_mention(m.start())]
            place, begin = (lead[0].start(), lead[0].end()) if lead else (start, start)
            body: tuple[Mention, ...] = ()
            start = begin
            for held in HELD_AS.finditer(chars, begin, end):
                body = self.phrases.bodies(begin, held.start())
                place, start = held.start(), held.end()
            start = self.phrases.name_start(start, end)
            start += chars[start] == "的"  # 在当天的|某发布会上
            name = unmeasured(chars[start:end])
            kind = kind_of(name)
            held_there = chars[start - 1 : start] == "的"  # 在昨天召开的县委常委会上
            if kind is None or is_plain(name):
                continue
            if not held_there and (is_none(name) or self.phrases.is_body(start, end)):
                continue
            if above["within"] and kind == EventKind.MEETING:
                continue
            if not self.phrases.tells_of_person(start, end) and len(name) <= 40:
                yield Report(sentence, place, kind, unquoted(name), (start, end), body=body, told=False)

    def _opened(self, sentence: Sentence) -> Iterator[Report]:
        """Openings and agreements: 某大桥正式通车; 甲与乙签署战略合作协议."""
        chars = self.scene.chars
        for verb in OPENS_UP.finditer(chars, sentence.start, min(sentence.end, sentence.start + 300)):
            start, _ = self.scene.clause(verb.start(), sentence)
            lecture = "lecture" if verb["lecture"] else "party"
            ends = verb[lecture] or re.match(r"[，,。；;！\n \u3000]|$", chars[verb.end() : verb.end() + 1])
            if self.scene.quotation(verb.start()) or not ends:
                continue
            planned = PLANNED.search(chars, max(start, verb.start() - 50), verb.start()) is not None
            if verb["signed"]:
                name, named = verb[0], verb.span()
            elif verb[lecture]:
                name, named = verb[lecture], verb.span(lecture)
            else:
                start = self.phrases.name_start(start, verb.start())
                setting = _ADVERBIAL.search(chars, start, verb.start())
                stop = setting.start() if setting else verb.start()
                if (
                    not 2 <= stop - start <= 30
                    or chars.startswith(("标志着", "意味着", "实现", "预计"), start)
                    or self.phrases.tells_of_person(start, stop)
                ):
                    continue
                name, named = chars[start:stop].rstrip() + verb["opened"], (start, stop)
            kind = EventKind.MEETING if verb[lecture] else EventKind.CEREMONY
            yield Report(sentence, verb.start(), kind, name, named, planned)

    def _staged(self, sentence: Sentence) -> Iterator[Report]:
        """A named gathering that opens a clause, and whatever is said of it there: 某厨王争霸赛|在某村烟火升腾."""
        chars = self.scene.chars
        limit = min(sentence.end, sentence.start + 200) if sentence.role in BODY else sentence.start
        for last in heads(chars, sentence.start, limit):
            closing = CLOSES_NAME.match(chars, last, sentence.end)
            stage = _STAGE.match(chars, closing.end() if closing else last, sentence.end)
            if stage is None:
                continue
            start = self.phrases.name_start(self.scene.clause(last - 1, sentence)[0], last)
            name = chars[start:last]
            kind = kind_of(name)
            if kind is None or last - start < 5 or is_none(name) or is_plain(name) or _IN.search(name):
                continue
            if self.phrases.is_body(start, last) or self.phrases.tells_of_person(start, last) or not is_noun(name):
                continue
            planned = PLANNED.search(chars, last, stage.end()) is not None
            last = closing.end() if closing else last
            yield Report(sentence, last, kind, unquoted(chars[start:last]), (start, last), planned)
            return

    def _attended(self, sentence: Sentence) -> Iterator[Report]:
        """王一出席全市某会议并讲话; 王一主持召开某会议."""
        chars = self.scene.chars
        headline = sentence.role not in BODY
        for verb in ATTENDS.finditer(chars, sentence.start, min(sentence.end, sentence.start + 1500)):
            if self.scene.quotation(verb.start()):
                continue
            many = MANY.search(chars, sentence.start, verb.start())
            if not (headline or many or self.scene.people_before(verb.start(), sentence.start)):
                continue
            begin = verb.end() + (chars[verb.end() : verb.end() + 1] == "了")
            _, end = self.scene.clause(begin, sentence)
            named = end_of_object(self.scene, begin, min(end, begin + 80))
            if named is None or named <= begin or chars[begin] in "并、和的":
                continue
            begin = self.phrases.name_start(begin, named)
            body: tuple[Mention, ...] = ()
            if held := HELD_AS.search(chars, begin, named):
                body = self.phrases.bodies(begin, held.start())
                begin = held.end()
            name = chars[begin:named]
            kind = kind_of(name)
            if kind is None or is_none(name):
                continue
            plain = is_plain(name)
            yield Report(sentence, verb.start(), kind, unquoted(name), (begin, named), body=body, plain=plain)
