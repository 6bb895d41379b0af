"""The names of what is held: before the verb (某会议召开), behind it (召开某会议), and where no word calls it a gathering."""

from __future__ import annotations

import re
from dataclasses import dataclass

from yaowen.facts.events import occasion_words as words
from yaowen.facts.events.days import Days
from yaowen.facts.events.gatherings import (
    BODY_AND_WORD,
    OWN_MEETING,
    closing_kind,
    end_of_object,
    heads,
    is_none,
    is_plain,
    kind_of,
    unquoted,
)
from yaowen.facts.events.phrases import MEASURED, Phrases, is_noun, unmeasured
from yaowen.facts.events.reports import Report
from yaowen.facts.scene import Scene
from yaowen.facts.sentences import BODY, Sentence
from yaowen.facts.wording import OPENERS
from yaowen.schema import EventKind, Mention

GOES_ON_TO = re.compile(
    r"[”’》」]|[·—][^，。\n]{1,12}?站|(?<=[赛营])(?![在于将至到])[\u4e00-\u9fff]{2,6}?(?<![在于将])[站营](?![地区])"
)
"""Behind the word that calls it a gathering: 某公开赛|·安河站, 某夏令营|安河营."""

OF_WORK = re.compile("(?:开工|动工|奠基|竣工|通车|投产|投运|落成|启用|开通|首航|封顶|交付|开园|开馆|点火)(?:仪式|典礼)")
WORK = re.compile("项目|工程|[大二三新]桥|[公铁]路|高速|隧道|航线|专列|[一二三]期|[场厂]房|生产线|产业园|新区")
"""What is built: 柳湖新区综合开发|项目|举行开工仪式."""
OF_SESSION = re.compile(r"(?<![^，。；\n ])[^，。；\n ]{2,24}次会议$")
"""某县人大四次会议|主席团|举行第二次会议."""
JUST_SO = {"赛事", "比赛", "大赛", "展会", "展览", "活动"}
"""What a press conference calls what it announces: 本届|赛事."""
PRESS = re.compile("新闻发布会|媒体通气会")
BY_WHOM = re.compile(r"由[^。；\n]{2,150}?(?:主持|参加|出席)的(?=[\u4e00-\u9fff]{0,8}会)")
"""召开了|由副县长王一主持，各镇负责人参加的|座谈会."""
NO_SUBJECT = re.compile("[，、]|已|将|定|[会社团队组]$|(?:自动|自行|成果)$")
"""What somebody does, a body, what goes by itself (喷泉|自动|开启) and what is only shown (劳动教育成果|展出)."""
EXAM = re.compile(r"(?:[高中会统联学]考|考试)(?:[笔面]试)?$")
"""2031年高考将于6月7日举行: nobody gathers for it."""


@dataclass(frozen=True)
class HeldNames:
    """Finds the names of what is held in one article."""

    scene: Scene
    days: Days
    phrases: Phrases

    def before(self, sentence: Sentence, verb: re.Match[str], start: int, planned: bool) -> Report | None:
        """What stands before the verb, or in the clause before it: 某会议|召开; 第三届读书节，|3月5日在某地举办."""
        chars, place = self.scene.chars, verb.start()
        found = self._called_before(start, place)
        if found is None and start > sentence.start and words.SETTING.fullmatch(chars, start, place):
            found = self._called_in_clause_before(sentence, start - 1)
        if found is None:
            return None
        start, end = found
        if sentence.role not in BODY:
            spaces = (place for place in range(end - 1, start, -1) if chars[place] == " " and not self.scene.quotation(place))
            start = next((place + 1 for place in spaces), start)
        start = self.phrases.name_start(start, end)
        holder = self.phrases.holder(start, end)
        start = holder[0].end if holder else start
        name = chars[start:end]
        kind = kind_of(name)
        if planned and name in JUST_SO and chars.endswith(("本届", "本次", "此次"), 0, start) and (of := self._announced()):
            return Report(sentence, verb.start(), kind_of(of) or EventKind.OTHER, of, (start, end), planned)
        if kind is None or is_none(name, held=verb[0] in OPENERS | {"开班"}) or self.phrases.is_body(start, end):
            return None
        if self.phrases.tells_of_person(start, end) or name.startswith(("的", "将", "有", "共", "并")):
            return None
        closing = GOES_ON_TO.match(chars, end, end + 14)
        end = closing.end() if closing else end
        quotation = self.scene.quotation(end - 1)
        if quotation and quotation[0] >= start and quotation[1] <= verb.start():
            end = quotation[1]  # “某论坛·安河”
        plain = is_plain(name)
        return Report(sentence, verb.start(), kind, unquoted(chars[start:end]), (start, end), planned, holder, plain=plain)

    def _called_before(self, start: int, verb: int) -> tuple[int, int] | None:
        """What ends with a word for a gathering before a verb: 某会议|3月5日在某地召开; not before a dot (某论坛·某恳谈会)."""
        chars = self.scene.chars
        ends = [end for end in heads(chars, start, verb) if words.SETTING.fullmatch(chars, end, verb)]
        return next(((start, end) for end in ends if chars[end] not in "·•" or end == ends[-1]), None)

    def _called_in_clause_before(self, sentence: Sentence, clause_end: int) -> tuple[int, int] | None:
        """What is held, where it stands in a clause of its own: 第三届读书节|，3月5日在某地举办."""
        chars, (start, _) = self.scene.chars, self.scene.clause(clause_end - 1, sentence)
        ends = (
            end
            for end in heads(chars, start, clause_end)
            if any(between.fullmatch(chars, end, clause_end) for between in (words.LASTS, words.SETTING))
        )
        return next(((start, end) for end in ends), None)

    def _announced(self) -> str | None:
        """What a press conference announces: 柳湖越野赛新闻发布会举行。本届赛事|将于…."""
        for line in self.scene.body[:3]:
            if press := PRESS.search(self.scene.chars, line.start, line.end):
                start, _ = self.scene.clause(press.start(), line)
                name = self.scene.chars[self.phrases.name_start(start, press.start()) : press.start()]
                return name if len(name) >= 5 and kind_of(name) else None
        return None

    def unnamed(self, sentence: Sentence, verb: re.Match[str], start: int, planned: bool) -> Report | None:
        """What is held, where no word says that it is a gathering."""
        end, chars = verb.start(), self.scene.chars
        if start > sentence.start and words.SETTING.fullmatch(chars, start, verb.start()):
            # 某社区第六期公益托管班，|今天上午9时将在某处开班: what is held stands in the clause before.
            end = start - 1
            start, _ = self.scene.clause(end - 1, sentence)
        ends = re.match(r"[，。；！\n \u3000]|$", chars[verb.end() : verb.end() + 1])
        edition = ends and words.EDITION.search(chars, start, end)
        if not (verb[0] in OPENERS or words.STARTS.match(verb[0]) or edition) or words.NOT_NEWS_AFTER.match(
            chars, verb.end(), sentence.end
        ):
            return None
        subject = self._subject(start, end)
        if subject is None:
            return None
        name = unquoted(chars[slice(*subject)]) + ("首演" if verb[0] == "首演" and not planned else "")
        other = EventKind.MEETING if verb[0] == "召开" else EventKind.OTHER
        return Report(sentence, verb.start(), closing_kind(name) or other, name, subject, planned)

    def _subject(self, start: int, verb: int) -> tuple[int, int] | None:
        """What is held, where no word says that it is a gathering: 某处结业会操|在某校举行; no body, place or person."""
        opens, start = start, self.phrases.name_start(start, verb)
        chars = self.scene.chars
        setting = words.WHERE.search(chars, start, verb)
        if setting and self.scene.quotation(setting.start()):
            setting = None  # 歌舞剧《猫在钟楼》首演
        if setting and setting[0].endswith("上"):
            return None  # 油纸伞在某展会上展出
        if not setting and not words.STARTS.match(chars, verb) and not words.EDITION.search(chars, opens, verb):
            return None
        end = setting.start() if setting else verb
        while self.days.within(start, end) and (date := self.days.within(start, end)[-1]).end == end:
            end = date.start
        if (adverbial := words.ADVERBIAL.search(chars, start, end)) and not self.scene.inside_mention(adverbial.start()):
            end = adverbial.start()
        name = chars[start:end]
        if not 4 <= len(name) <= 30 or self.scene.inside_mention(end - 1) or self.phrases.tells_of_person(start, end):
            return None
        if is_none(name, held=True) or NO_SUBJECT.search(name) or not is_noun(name):
            return None
        if EXAM.search(name):
            return None
        edition = words.EDITION.search(chars, opens, end)
        vague = self.scene.in_headline(opens) or re.match("收官|拉开|落", chars[verb : verb + 2])
        if vague and not setting and not edition and not closing_kind(name) and not set("“《") & set(name):
            return None  # 主要股指三连涨|收官
        return start, end

    def after(self, sentence: Sentence, verb: re.Match[str], start: int, end: int, planned: bool) -> Report | None:
        """What stands behind the verb: 举办|某活动, with the bodies that do so."""
        chars = self.scene.chars
        begin = verb.end()
        while begin < end and chars[begin] in "了的过 ":
            if chars[begin] in "的过":
                return None
            begin += 1
        if by_whom := BY_WHOM.match(chars, begin, sentence.end):
            begin, end = by_whom.end(), self.scene.clause(by_whom.end(), sentence)[1]
        body = self.phrases.bodies(start, verb.start())
        if not body and sentence.role in BODY and (first := self.phrases.opening_body(sentence, verb.start())):
            body = self.phrases.joined(first)
        convened = verb[0] in OPENERS
        named = end_of_object(self.scene, begin, min(end, begin + 80))
        if named is None and ((convened and body) or verb[0] in words.SHOWS):
            if measured := MEASURED.match(chars, begin, end):
                begin = measured.end()
            if self._is_object(begin, end):
                other = EventKind.MEETING if verb[0] == "召开" else EventKind.OTHER
                return Report(sentence, verb.start(), other, unquoted(chars[begin:end]), (begin, end), planned, body)
        if named is None or (not convened and self.phrases.is_body(begin, named)):
            return None
        name = chars[begin:named]
        if verb[0].startswith("组织") and (runs := [*words.RUNS.finditer(name)]):
            begin += runs[-1].end()  # 组织200名学生前往某馆开展|研学活动
            name = chars[begin:named]
        kind = kind_of(name)
        if kind is None or (is_none(name) and not convened and not (body and OWN_MEETING.fullmatch(name))):
            return None
        if (BODY_AND_WORD.fullmatch(name) and len(name) <= 16) or OWN_MEETING.fullmatch(name):
            name = self._with_body(name, start, body)
        elif body and PRESS.fullmatch(name):
            # 市水利局召开|新闻发布会 is called so too, unless another line has a fuller name.
            return Report(sentence, verb.start(), kind, f"{body[-1].text}{name}", (begin, named), planned, body)
        done = chars[verb.start() : verb.end()] in {"开展", "进行", "展开"} and not name.endswith("学习")
        if done and kind not in {
            EventKind.OTHER,
            EventKind.CEREMONY,
            EventKind.COMPETITION,
        }:
            return None
        organisers = body if not self.scene.people_before(verb.start(), start) else ()
        name = unmeasured(name)
        if not body and OF_WORK.fullmatch(name):
            name = f"{self._work(start, verb.start())}{name}"
        plain = is_plain(name)
        return Report(sentence, verb.start(), kind, unquoted(name), (begin, named), planned, organisers, plain=plain)

    def _with_body(self, name: str, start: int, body: tuple[Mention, ...]) -> str:
        """A meeting that has no name but its word, called by the body whose it is: 县委常委会|集体学习."""
        name = re.sub(r"^(?:[0-9]{4}年)?第[一二三四五六七八九十\d]+次(?=集[中体]学习)", "", name)
        session = OF_SESSION.search(self.scene.chars, start, body[-1].start) if body else None
        return f"{session[0] if session else ''}{body[-1].text if body else ''}{name}"

    def _work(self, start: int, end: int) -> str:
        """The work that a ceremony is for: 柳湖新区综合开发项目|近日举行开工仪式."""
        chars, start = self.scene.chars, self.phrases.name_start(start, end)
        works = (work.end() for work in WORK.finditer(chars, start, end) if words.SETTING.fullmatch(chars, work.end(), end))
        work = next(works, start)
        return chars[start:work] if self.phrases.is_whole(start, work) else ""

    def _is_object(self, start: int, end: int) -> bool:
        """Whether something is held that no word calls a gathering: 举行|博士生招生复试; no body and no clause."""
        fits = 3 <= end - start <= 30 and not self.scene.inside_mention(end - 1)
        return fits and not words.NO_OBJECT.search(self.scene.chars, start, end)
