"""How newspapers tell of gatherings and visits: the words for them, and the passages that report them.

Reads one sentence. What is held (召开), where something was said (在某论坛上), what is attended and what is visited
are found side by side; only where there is none of these, openings and agreements; only without those, what people
did together. Within each, a verb is passed over in a quotation, as a part of another word, and where it tells of a
habit or of the past.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from yaowen.facts.days import Days
from yaowen.facts.gatherings import (
    BODY_AND_WORD,
    CALLED_MEETING,
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
from yaowen.facts.reports import Report
from yaowen.facts.scene import BODY, DATELINE, Scene, Sentence
from yaowen.facts.visits import SPEECH, Visits
from yaowen.facts.vocabulary import DOES, Kind, cut
from yaowen.facts.wording import AREA, DAY, MANNER, OPENERS, PEOPLE, PHASE, PLANNED
from yaowen.schema import EventKind, Label, Mention

HOPE = re.compile("力争|预计|确保|争取|有望|计划|去年|往[年届]|上[届年]|历[届年]|标志着|意味着")
"""预计今年底建成通车 is a hope: nothing has opened; 去年的某峰会 is no news."""


LEAD_IN = re.compile(
    rf"(?:(?:据悉|据了解|{DAY}|随着|此次|本次|本届|这次|一场|一年一度的|备受(?:瞩目|关注|期待)的|(?:万众|举世|令人)瞩目的|[^，。\n]{{1,60}}……|由[^，。\n]{{1,120}}?(?:主办"
    r"|举办|承办|协办|组织|发起|支持"
    r"|打造|指导)的|[^，。\n“”]{2,60}?(?:举办|主办|承办|组织|发起|召开|举行|开展|创排|出品|执导|作为[^，。的\n]{2,12})的|为期[^，。\n]{1,8}的|位于[^，。\n]{2,30}?的"
    r"|以[^，。\n]{1,40}为主题的|主题为[^，。\n]{1,40}的"
    r"|以[“‘][^，。\n]{1,40}[”’]为主题"
    r"|[\u4e00-\u9fff]{0,4}第?[一二三四五六七八九十]+轮的?|我[市省县区校州]|来自|在[^，。\n]{1,30}(?:，|举[行办]的"
    r"|召开的)))+"
)
ACTS = re.compile(
    r"宣布|出席|主持|参加|率|赴|到|在|与|和|同(?!志)|向|为|代表|表示|指出|强调|[、，]|一行|等|受邀|应邀|走|来|作|致|说"
)

# --- How they are told of ------------------------------------------------------------------------------------------------

HOLD = re.compile(rf"召开|举行|举办|合办|联办|{PHASE}|揭牌|开工|奠基|签约|开展|组织开展|进行")
CLOSES = re.compile(rf"召开|举行|举办|{PHASE}|进行")
OPENED = re.compile(r"进行(?=[^，。\n]{0,12}学习)|召开|举行|举办|组织开展|开展|组织召开|承办|主办|合办|联办|组织|迎来")
# 开幕|式, 举办|地: words of their own.
COMPOUND = re.compile(r"式|仪式|[季周月]|会(?!议)|典礼|大会|晚会|资金|资本|电影|人|者|后|时|度|全|于|从|语|以|点")
HOSTING = re.compile(r"[人者商方地权]|国(?!际)|城市|单位")
ORDERED = {"开展", "组织开展", "进行", "启动"}
ORDERS = re.compile(r"决定|要求|印发|计划|部署|方案|通知")
# 会议召开后, 先后举办了: an occasion before or a habit, not this article's news.
NOT_NEWS_BEFORE = re.compile(
    r"(?:先后|累计|多次|已经?|共|每[年月季周]|定期|经常|不断|连续|曾|陆续|相继|持续|通过|自|次|频繁|常态化|计划|每逢"
    r"|常年|以来|坚持|积极|广泛|精心|深入)(?:地|成功)?(?:组织)?$"
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
    r"(?P<opened>揭牌|挂牌|奠基|开工|竣工|通车|开馆|开园|落成|启用|开业|揭幕|首航|首飞|开通|[通复]航|开行|对外开放|开街|开市|开航|投运|投用|投产|合龙|封顶|点火)(?:成立|运营|运行"
    r"|建设)?"
    r"|(?:带来|作|做|主讲|举办)了?(?:一[场次堂个])?(?P<lecture>(?:题为|主题为|以)?[“《][^”》\n]{2,60}[”》](?:为题|为主题)?的?"
    r"(?:专题|主题|学术|精彩)*(?:讲座|报告|演讲|宣讲|党课|辅导))"
    r"|(?:讲授?|上|作)了?(?:一[场次堂个])?(?P<party>(?:生动|精彩)?的?(?:专题|主题|廉政|“七一”)?党课)"
    r"|(?P<signed>(?:签署|签订)[^，。；\n]{0,40}?(?:协议|合同|备忘录|意向书|责任书))"
)
ATTENDS = re.compile(r"出席|参加|主持召开|主持(?!召开)|见证|观看|观摩")
BODY_GAP = re.compile(
    rf"(?:于|在[^，。\n]{{1,30}}|{DAY}|{MANNER}|携手|组织|将|等[^，。\n]{{0,16}}|邀请[^，。\n]{{1,20}}|主持"
    r"|党组|工作人员|志愿者|[（(][^（）()\n]{1,30}[）)])*+"
)
_STARTS = re.compile(r"开[幕讲班课营演启]|[闭落启]幕|闭会|收官|开赛|落下|拉开|上演|[首公]演|展出")
_LASTS = re.compile(r"(?:经过|历经|历时|为期|共)[^，。]{1,20}")
MEASURED = re.compile(
    r"(?:(?:一|首(?!届)|两|多|数|这|本|此)[场次届个期项轮](?:[^，。的“”]{1,12}的)?|首次|盛大的?|隆重的?|为期[^的]{1,6}的|以[^，。]{1,40}为主题的|主题为[^，。]{1,40}?的)+"
)
"""What leads to the name of what is held: 一场别开生面的, 为期三天的."""
_WHERE = re.compile(rf"(?:(?:{DAY}|{MANNER})*(?:在|于)[^，。；\n]{{2,40}})$")
_OBJECT_END = re.compile(r"[，。；：！？\n]|[（(]|$")
_NO_OBJECT = re.compile(
    r"[的地了着过已将、]|工作$|[^考复]试点|行动|[会社]$|[权地]$|模式|服务|业务|制度|项目|产品|公司|专业|课程"
)
_ADVERBIAL = re.compile(
    rf"(?:{DAY}|正式|全面|顺利|如期|盛装|惊艳|成功|恢复|建成|今起|已于?|(?<!位)于[^，。]{{1,30}}|在[^，。]{{1,30}}|将)*$"
)
_THERE = re.compile(r"[在于赴到][\u4e00-\u9fff]{0,10}$")

# --- How visits are told of ----------------------------------------------------------------------------------------------

_VISITORS_DO = re.compile(r"(?:宣讲|参观|开展|采风|研学|写生|祭扫|瞻仰|体验|植树|义诊|联欢|座谈)")
_DOES = re.compile(
    r"(?P<goes>来到|走进|前往|奔赴|抵达|开进|齐聚|相聚"
    rf"|[到赴](?=[\u4e00-\u9fff]{{2,20}}{_VISITORS_DO.pattern}))"
    r"|(?P<runs>开展(?!了?以来)|组织(?=[^，。]{2,40}(?:进行|参观|观看|体检))|宣讲|(?:集中)?(?:收看|收听)(?:收[看听])?"
    r"|就(?=[^，。]{2,24}(?:展开|进行)(?:讨论|协商|交流|座谈)))"
    r"|(?P<tries>(?:公开|巡回|依法)*(?:开庭)?审理(?=[^，。；]{2,40}案))"
    r"|(?P<elects>选举产生|审议通过|表决通过|听取和审议)"
)
_STAGE = re.compile(
    rf"(?:现场|(?:{DAY}|{MANNER}|将|正)+|(?:在|于)[^，。；\n的]{{2,30}}?(?=[\u4e00-\u9fff]{{2,6}}(?:[，。；]|$)))+"
    r"(?![的是为由以有等和与、及后前期时])(?=.)"
)
"""Where or how a gathering takes place, with nothing but the words that say so behind."""
_IN = re.compile(r"[在于][^，。“”]{2,20}(?:收看|收听|参加|参观|观看|开展|学习|听取)")
_MANY = re.compile(
    rf"(?:[0-9０-９百千两数]+余?多?[名位人]|各界|部分|{PEOPLE}|[考采访][察访问]团|服务队|小分队)[^，。；]{{0,14}}$"
)
_COUNTS = re.compile(r"[^\u4e00-\u9fff“《]|[一二三四五六七八九十百千万两]+余?[个名位项条件]")
"""开展5000亿元操作, 组织3000名学生: how much, not what for."""
_GIVEN = re.compile(
    r"[^，。]{0,24}(?:送上|送去|带来|献上|奉上|上|讲)了?一[台场堂次节](?:[^，。的“”]{1,12}的)?(?=[^，。]{2,16}$)"
)
"""Before what is given: 为村民送上一台精彩的|文艺演出."""
_KEPT = re.compile(r"宣讲|收看|收听|就")
"""Verbs that belong to the name of what is done."""
_MOVES = re.compile(r"(?:先后|分别|随后|一路)*(?:来?到|走进|前往|深入)|(?:通过|以|采取|采用)[^，。；\n]{2,40}(?:方式|形式)")
"""Where they go on to, and by what means: what they do stands in the clause behind."""
_ADVERBS = re.compile(
    r"(?:了(?!解)|现场|实地|积极|认真|集中|深入|一起|共同|一同|开展了?|参加了?|进行了?|里|内|先后|分别|与[^，。]{2,10}一起)*"
)


@dataclass(frozen=True)
class Occasions:
    """Finds the reports of one article."""

    scene: Scene
    days: Days

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
        found = found or [*self._opened(sentence)] or [*self._staged(sentence)] or [*self._done(sentence)]
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
        start = self._name_start(start, end)
        name = chars[start:end]
        kind = kind_of(name)
        if kind is None or is_none(name, held=verb[0] in OPENERS) or self._is_body(start, end):
            return None
        if self._tells_of_person(start, end) or name.startswith("的"):
            return None
        closing = re.match(r"[”’》」]|[·—][^，。\n]{1,12}?站", chars[end : end + 14])
        end += closing.end() if closing else 0
        plain = is_plain(name)
        return Report(sentence, verb.start(), kind, unquoted(chars[start:end]), (start, end), planned, plain=plain)

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
        start = self._name_start(start, verb)
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
        if not 4 <= len(name) <= 30 or self.scene.inside_mention(end - 1) or self._tells_of_person(start, end):
            return None
        if is_none(name, held=True) or re.search(r"[，、]|已|将|定|[会社]$", name) or not _is_noun(name):
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
        body = self.bodies(start, verb.start())
        if not body and sentence.role in BODY and (first := self._opening_body(sentence, verb.start())):
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
        if named is None or (not convened and self._is_body(begin, named)):
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
        name = _unmeasured(name)
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
                body = self.bodies(begin, held.start())
                place, start = held.start(), held.end()
            start = self._name_start(start, end)
            start += chars[start] == "的"  # 在当天的|某发布会上
            name = _unmeasured(chars[start:end])
            kind = kind_of(name)
            held_there = chars[start - 1 : start] == "的"  # 在昨天召开的县委常委会上
            if kind is None or is_plain(name):
                continue
            if not held_there and (is_none(name) or self._is_body(start, end)):
                continue
            if above["within"] and kind == EventKind.MEETING:
                continue
            if not self._tells_of_person(start, end) and len(name) <= 40:
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
                start = self._name_start(start, verb.start())
                setting = _ADVERBIAL.search(chars, start, verb.start())
                stop = setting.start() if setting else verb.start()
                if (
                    not 2 <= stop - start <= 30
                    or chars.startswith(("标志着", "意味着", "实现", "预计"), start)
                    or self._tells_of_person(start, stop)
                ):
                    continue
                name, named = chars[start:stop].rstrip() + verb["opened"], (start, stop)
            kind = EventKind.MEETING if verb[lecture] else EventKind.CEREMONY
            yield Report(sentence, verb.start(), kind, name, named, planned)

    def _staged(self, sentence: Sentence) -> Iterator[Report]:
        """A named gathering that opens a clause, and whatever is said of it there: 某厨王争霸赛|在某村烟火升腾."""
        chars = self.scene.chars
        position = sentence.start
        while sentence.role in BODY and position < min(sentence.end, sentence.start + 200):
            _, end = self.scene.clause(position, sentence)
            start = self._name_start(position, end)
            for last in heads(chars, start, end):
                closing = CLOSES_NAME.match(chars, last, end)
                stage = _STAGE.match(chars, closing.end() if closing else last, end)
                name = chars[start:last]
                kind = kind_of(name)
                if stage is None or kind is None or last - start < 5 or is_none(name) or is_plain(name):
                    continue
                if self._is_body(start, last) or self._tells_of_person(start, last) or not _is_noun(name) or _IN.search(name):
                    continue
                planned = PLANNED.search(chars, last, stage.end()) is not None
                last = closing.end() if closing else last
                yield Report(sentence, last, kind, unquoted(chars[start:last]), (start, last), planned)
                return
            position = max(end, position) + 1

    def _attended(self, sentence: Sentence) -> Iterator[Report]:
        """王一出席全市某会议并讲话; 王一主持召开某会议."""
        chars = self.scene.chars
        headline = sentence.role not in BODY
        for verb in ATTENDS.finditer(chars, sentence.start, min(sentence.end, sentence.start + 1500)):
            if self.scene.quotation(verb.start()):
                continue
            many = _MANY.search(chars, sentence.start, verb.start())
            if not (headline or many or self.scene.people_before(verb.start(), sentence.start)):
                continue
            begin = verb.end() + (chars[verb.end() : verb.end() + 1] == "了")
            _, end = self.scene.clause(begin, sentence)
            named = end_of_object(self.scene, begin, min(end, begin + 80))
            if named is None or named <= begin or chars[begin] in "并、和的":
                continue
            begin = self._name_start(begin, named)
            body: tuple[Mention, ...] = ()
            if held := HELD_AS.search(chars, begin, named):
                body = self.bodies(begin, held.start())
                begin = held.end()
            name = chars[begin:named]
            kind = kind_of(name)
            if kind is None or is_none(name):
                continue
            plain = is_plain(name)
            yield Report(sentence, verb.start(), kind, unquoted(name), (begin, named), body=body, plain=plain)

    def _done(self, sentence: Sentence) -> Iterator[Report]:
        """What somebody did together: 市长来到热线中心，接听来电; 学校组织学生开展研学; 代表大会选举产生理事会."""
        if sentence.role not in BODY:
            return
        chars = self.scene.chars
        limit = min(sentence.end, sentence.start + 300)
        for verb in _DOES.finditer(chars, sentence.start, limit):
            if self.scene.quotation(verb.start()) or SPEECH.search(chars, sentence.start, verb.start()):
                continue
            start, _ = self.scene.clause(verb.start(), sentence)
            if verb["elects"]:
                begin = self._name_start(start, verb.start())
                name = chars[begin : verb.start()]
                if kind_of(name) == EventKind.MEETING and not is_plain(name) and not is_none(name):
                    yield Report(sentence, verb.start(), EventKind.MEETING, unquoted(name), (begin, verb.start()), loose=True)
                    return
                continue
            who = self.scene.people_before(verb.start(), sentence.start) or _MANY.search(chars, sentence.start, verb.start())
            if not who and not self.bodies(start, verb.start()) and not self._opening_body(sentence, verb.start()):
                continue
            begin, end = verb.end(), self.scene.clause(verb.end(), sentence)[1]
            if verb["goes"]:
                place = next((m for m in self.scene.mentions_in(begin, end) if m.label in {Label.PLACE, Label.ORG}), None)
                near = place is not None and place.start - begin <= 8
                there = chars[place.end : end] if place is not None else ""
                if place is not None and near and (_VISITORS_DO.match(there) or _is_doing(there)):
                    begin = place.end
                elif chars[end : end + 1] in {"，", ","} and (near or end - begin <= 24):
                    begin, end = end + 1, self.scene.clause(end + 1, sentence)[1]
                else:
                    continue
                if _MOVES.match(chars, begin, end) and chars[end : end + 1] in {"，", ","}:
                    begin, end = end + 1, self.scene.clause(end + 1, sentence)[1]  # 走进我市，先后到某港、某厂，采访…
            lead = _ADVERBS.match(chars, begin, end)
            begin = verb.start() if verb["tries"] or _KEPT.search(verb[0]) else lead.end() if lead else begin
            if verb["tries"] and "旁听" not in chars:
                continue  # a case, not an occasion
            if (
                4 <= end - begin <= 30
                and not _COUNTS.match(chars, begin, end)
                and (not verb["goes"] or _VISITORS_DO.match(chars, begin, end) or _is_doing(chars[begin:end]))
            ):
                planned = PLANNED.search(chars, max(start, verb.start() - 50), verb.start()) is not None
                body = self.bodies(start, verb.start()) if not verb["goes"] else ()
                if given := _GIVEN.match(chars, begin, end):
                    begin = given.end()
                name = chars[begin:end]
                kind = kind_of(name) or EventKind.OTHER
                yield Report(sentence, verb.start(), kind, unquoted(name), (begin, end), planned, body, loose=True)
                return

    def _name_start(self, start: int, end: int) -> int:
        """Where a name starts in its clause, behind dateline, date and what leads in: 由某会主办的, 为期三天的."""
        chars = self.scene.chars
        if dateline := DATELINE.match(chars, start, end):
            start = dateline.end()
        while start < end:
            before = start
            for date in self.days.within(max(0, start - 30), end):
                if date.start <= start < date.end <= end and date.is_day:
                    start = date.end
            if lead := LEAD_IN.match(chars, start, end):
                start = lead.end()
            while start < end and chars[start] in " \u3000，,、":
                start += 1
            if start == before:
                break
        return start

    def _tells_of_person(self, start: int, end: int) -> bool:
        """Whether somebody acts in what would be a name: 王一宣布某节|开幕, but 王一先进事迹报告会."""
        return any(
            mention.label == Label.PERSON
            and not self.scene.quotation(mention.start)
            and ACTS.match(self.scene.chars, mention.end, end) is not None
            for mention in self.scene.mentions_in(start, end)
        )

    def _is_body(self, start: int, end: int) -> bool:
        """Whether a passage ends with an organisation's name: 安委会召开会议 tells of no 安委会."""
        orgs = [m for m in self.scene.mentions_in(start, end) if m.label == Label.ORG and m.end == end]
        return any(not CALLED_MEETING.search(m.text) and not OWN_MEETING.fullmatch(m.text) for m in orgs)

    def _opening_body(self, sentence: Sentence, place: int) -> Mention | None:
        """The body that a sentence starts with and that does all it tells: 市医院|组织专家走进某村，开展义诊."""
        chars = self.scene.chars
        start = self._name_start(sentence.start, place)
        first = self.scene.mention_at(start)
        if first is None or first.label != Label.ORG:
            return None
        return (
            first
            if re.match(
                r"(?:日前|近日|昨日|今日)?(?:组织|联合|邀请|携手|开展|举办|走进|深入)", chars[first.end : first.end + 6]
            )
            else None
        )

    def bodies(self, start: int, place: int) -> tuple[Mention, ...]:
        """The organisations that are the subject of a verb: 市文旅局、市文联|联合举办."""
        chars = self.scene.chars
        found: list[Mention] = []
        position = place
        for mention in reversed(self.scene.mentions_in(start, place)):
            gap = chars[mention.end : position]
            if self.scene.bracket(mention.start):
                continue
            if not found and (there := _THERE.search(chars, start, mention.start)):
                position = there.start()  # 市文旅局|在北京市海淀区|举办
            elif mention.label == Label.ORG and (
                (found and re.fullmatch(r"[、和与及 \u3000]|以及|共同|联合", gap))
                or (not found and (not gap or BODY_GAP.fullmatch(gap)))
            ):
                found.append(mention)
                position = mention.start
            elif mention.label == Label.PLACE and not found and self._is_subject(mention, start, gap):
                return (mention,)
            elif mention.label == Label.PLACE and not found and len(gap) < 40:
                continue
            else:
                break
        return tuple(reversed(found))

    def _is_subject(self, place: Mention, start: int, gap: str) -> bool:
        """Whether an area holds the event itself: 云阳县|举行演练, but 在云阳县举行."""
        before = self.scene.chars[max(start, place.start - 1) : place.start]
        return AREA.search(place.text) is not None and before in {"", "，", ",", " "} and BODY_GAP.fullmatch(gap) is not None


def _is_noun(name: str) -> bool:
    """Whether a phrase names something: no 这标志着…, no …就率先."""
    words = cut(name)
    outer = {words[0].kind, words[-1].kind}
    return not outer & {Kind.PRONOUN, Kind.ADVERB, Kind.PREPOSITION, Kind.TIME, Kind.CONJUNCTION}


def _is_doing(name: str) -> bool:
    """Whether a phrase opens with what somebody does: 接听来电, 为群众义诊, not 茶香扑鼻."""
    lead = _ADVERBS.match(name)
    words = cut(name[lead.end() :] if lead else name)
    return bool(words) and (words[0].kind in DOES | {Kind.PREPOSITION} or words[0].text in {"一起", "共同"})


def _unmeasured(name: str) -> str:
    """A name without what leads to it: 一场别开生面的|博士生复试."""
    lead = MEASURED.match(name)
    return name[lead.end() :] if lead else name
