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
from yaowen.facts.occasion_words import (
    ABOVE,
    ADVERBIAL,
    ATTENDS,
    CLOSES,
    COMPOUND,
    DECIDES,
    EDITION,
    FOLLOWS,
    FROM,
    GOES_WELL,
    HELD_AS,
    HOLD,
    HOSTING,
    HOSTS,
    IN,
    LASTS,
    NO_NAME,
    NO_OBJECT,
    NOT_DONE,
    NOT_NEWS_AFTER,
    NOT_NEWS_BEFORE,
    OBJECT_END,
    OBJECT_OF,
    OPENED,
    OPENS_UP,
    ORDERED,
    PRESS,
    QUOTED,
    RUNS,
    SETTING,
    SETTING_BEFORE,
    STAGE,
    STARTS,
    SUCH_AS,
    TELLS,
    THE,
    THE_DAY,
    THIS_WAS,
    WHERE,
)
from yaowen.facts.phrases import MANY, MEASURED, Phrases, is_noun, unmeasured
from yaowen.facts.reports import Report
from yaowen.facts.scene import BODY, Scene, Sentence
from yaowen.facts.visits import Visits
from yaowen.facts.vocabulary import cut
from yaowen.facts.wording import OPENERS, ORDERS, PLANNED
from yaowen.schema import EventKind, Mention


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
        if found and all(report.kind == EventKind.INSPECTION for report in found):
            # 王一来校访问，并作题为“…”的报告
            found = [report for report in self._opened(sentence) if report.kind == EventKind.MEETING] or found
        found = found or [*self._is_the_day(sentence)] or [*self._opened(sentence)] or [*self._staged(sentence)]
        found = found or [*Deeds(self.scene, self.phrases).reports(sentence)]
        return sorted((report for report in found if not NO_NAME.match(report.name or "")), key=lambda report: report.place)

    def _held(self, sentence: Sentence) -> Iterator[Report]:
        """Meetings and the like: 某会议召开; 某局举办某活动."""
        chars = self.scene.chars
        headline = sentence.role not in BODY
        for verb in HOLD.finditer(chars, sentence.start, min(sentence.end, sentence.start + 1500)):
            if self.scene.quotation(verb.start()) or self._is_compound(verb):
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
                    held = self._with_object(report, sentence, verb, start, end, planned)
                    yield from (held,) if held else self._apart(report)
                    continue
            starts = verb[0] == "启动" and (WHERE.search(chars, start, verb.start()) or chars.startswith("“", verb.end()))
            if OPENED.match(chars, verb.start()) or starts:
                report = self._named_after(sentence, verb, start, end, planned)
                if report:
                    yield report
                    continue
            if CLOSES.match(chars, verb.start()) and (report := self._unnamed_before(sentence, verb, start, planned)):
                yield report

    def _is_compound(self, verb: re.Match[str]) -> bool:
        """Whether a verb is a part of another word: 开幕|式, 举办|方."""
        chars, place = self.scene.chars, verb.end()
        if verb[0] not in OPENERS:
            return COMPOUND.match(chars, place) is not None
        return HOSTING.match(chars, place) is not None or any(word.text in HOSTS for word in cut(chars[place : place + 6])[:1])

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
                (h for h in ends if LASTS.fullmatch(chars, h, clause_end) or SETTING.fullmatch(chars, h, clause_end)), None
            )
            if end is None:
                return None
        if sentence.role not in BODY:
            spaces = (place for place in range(end - 1, start, -1) if chars[place] == " " and not self.scene.quotation(place))
            start = next((place + 1 for place in spaces), start)
        start = self.phrases.name_start(start, end)
        name = chars[start:end]
        kind = kind_of(name)
        if kind is None or is_none(name, held=verb[0] in OPENERS) or self.phrases.is_body(start, end):
            return None
        if verb[0] == "进行" and OBJECT_OF.search(name):
            return None  # 电视台对这两项活动|进行直播
        if self.phrases.tells_of_person(start, end) or name.startswith(("的", "将", "有", "共", "并")):
            return None
        closing = re.match(r"[”’》」]|[·—][^，。\n]{1,12}?站", chars[end : end + 14])
        end += closing.end() if closing else 0
        if (known := THE.fullmatch(name)) and (before := self._known_before(sentence, known["what"])):
            return Report(sentence, verb.start(), kind, unquoted(before), (start, end), planned)
        plain = is_plain(name)
        return Report(sentence, verb.start(), kind, unquoted(chars[start:end]), (start, end), planned, plain=plain)

    def _apart(self, report: Report) -> tuple[Report, ...]:
        """Two gatherings that share a verb: 某节启动仪式、某比赛|同时举行; the report itself where it tells of one."""
        chars, (start, end) = self.scene.chars, report.named
        ends = [
            last + len(closing[0]) if (closing := CLOSES_NAME.match(chars, last)) else last for last in heads(chars, start, end)
        ]
        parted = [last for last in ends if chars.startswith("、", last) and not self.scene.quotation(last)]
        if len(parted) != 1 or "暨" in chars[start:end]:
            return (report,)
        spans = ((start, parted[0]), (parted[0] + 1, end))
        names = [unquoted(chars[slice(*span)]) for span in spans]
        if any(len(name) < 4 or is_plain(name) or is_none(name, held=True) or not closing_kind(name) for name in names):
            return (report,)
        return tuple(
            replace(report, kind=kind_of(name) or report.kind, name=name, named=span)
            for name, span in zip(names, spans, strict=True)
        )

    def _with_object(
        self, report: Report, sentence: Sentence, verb: re.Match[str], start: int, end: int, planned: bool
    ) -> Report | None:
        """What a gathering holds: 某次会议举行|宪法宣誓仪式, 某大赛举行|颁奖典礼."""
        held = self._named_after(sentence, verb, start, end, planned) if verb[0] in OPENERS else None
        if held is None or held.kind != EventKind.CEREMONY:
            return None
        name = f"{report.name}{held.name}" if held.plain else held.name
        return replace(held, name=name, body=(), plain=False)

    def _known_before(self, sentence: Sentence, what: str) -> str | None:
        """The name that a gathering had in the sentences before: “山里人家”摄影展, then called 该展览."""
        chars = self.scene.chars
        opens = max(self.scene.blocks[sentence.block].start, sentence.start - 200)
        for end in reversed([*heads(chars, opens, sentence.start)]):
            start, _ = self.scene.clause(end - 1, replace(sentence, start=opens))
            setting = SETTING_BEFORE.match(chars, start, end)
            name = chars[setting.end() if setting else start : end]
            if len(name) >= 4 and not is_plain(name) and name[-1] in what and kind_of(name) == kind_of(what):
                return name
        return None

    def _unnamed_before(self, sentence: Sentence, verb: re.Match[str], start: int, planned: bool) -> Report | None:
        """What is held, where no word says that it is a gathering."""
        ends = re.match(r"[，。；！\n \u3000]|$", self.scene.chars[verb.end() : verb.end() + 1])
        edition = ends and EDITION.search(self.scene.chars, start, verb.start())
        if not (verb[0] in OPENERS or STARTS.match(verb[0]) or edition) or NOT_NEWS_AFTER.match(
            self.scene.chars, verb.end(), sentence.end
        ):
            return None
        subject = self._subject(start, verb.start())
        if subject is None:
            return None
        name = unquoted(self.scene.chars[slice(*subject)])
        other = EventKind.MEETING if verb[0] == "召开" else EventKind.OTHER
        return Report(sentence, verb.start(), closing_kind(name) or other, name, subject, planned)

    def _subject(self, start: int, verb: int) -> tuple[int, int] | None:
        """What is held, where no word says that it is a gathering: 某处结业会操|在某校举行; no body, place or person."""
        opens, start = start, self.phrases.name_start(start, verb)
        chars = self.scene.chars
        setting = WHERE.search(chars, start, verb)
        if setting and self.scene.quotation(setting.start()):
            setting = None  # 歌舞剧《猫在钟楼》首演
        if setting and setting[0].endswith("上"):
            return None  # 油纸伞在某展会上展出
        if not setting and not STARTS.match(chars, verb) and not EDITION.search(chars, opens, verb):
            return None
        end = setting.start() if setting else verb
        while self.days.within(start, end) and (date := self.days.within(start, end)[-1]).end == end:
            end = date.start
        if (adverbial := ADVERBIAL.search(chars, start, end)) and not self.scene.inside_mention(adverbial.start()):
            end = adverbial.start()
        name = chars[start:end]
        if not 4 <= len(name) <= 30 or self.scene.inside_mention(end - 1) or self.phrases.tells_of_person(start, end):
            return None
        if is_none(name, held=True) or re.search(r"[，、]|已|将|定|[会社]$", name) or not is_noun(name):
            return None
        edition = EDITION.search(chars, opens, end)
        vague = self.scene.in_headline(opens) or re.match("收官|拉开|落", chars[verb : verb + 2])
        if vague and not setting and not edition and not closing_kind(name) and not set("“《") & set(name):
            return None  # 主要股指三连涨|收官
        return start, end

    def _object(self, start: int, end: int) -> int | None:
        """Where an object ends that no word calls a gathering: 举行|博士生招生复试，; None where it is a body or a clause."""
        chars = self.scene.chars
        stop = OBJECT_END.search(chars, start, end)
        last = stop.start() if stop else end
        if not 3 <= last - start <= 30 or self.scene.inside_mention(last - 1) or NO_OBJECT.search(chars, start, last):
            return None
        return last

    def _named_after(self, sentence: Sentence, verb: re.Match[str], start: int, end: int, planned: bool) -> Report | None:
        chars = self.scene.chars
        begin = verb.end()
        while begin < end and chars[begin] in "了的过 ":
            if chars[begin] in "的过":
                return None
            begin += 1
        if SUCH_AS.match(chars, begin, end):
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
                other = EventKind.MEETING if verb[0] == "召开" else EventKind.OTHER
                return Report(sentence, verb.start(), other, unquoted(name), (begin, named), planned, body)
        if named is None or (not convened and self.phrases.is_body(begin, named)):
            return None
        name = chars[begin:named]
        if verb[0].startswith("组织") and (runs := [*RUNS.finditer(name)]):
            begin += runs[-1].end()  # 组织200名学生前往某馆开展|研学活动
            name = chars[begin:named]
        kind = kind_of(name)
        if kind is None or (is_none(name) and not convened and not (body and OWN_MEETING.fullmatch(name))):
            return None
        if (BODY_AND_WORD.fullmatch(name) and len(name) <= 12) or OWN_MEETING.fullmatch(name):
            name = re.sub(r"^(?:[0-9]{4}年)?第[一二三四五六七八九十\d]+次(?=集[中体]学习)", "", name)
            name = f"{body[-1].text}{name}" if body else name
        done = chars[verb.start() : verb.end()] in {"开展", "进行", "展开"} and not name.endswith("学习")
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
            opens, start = place, begin
            for held in HELD_AS.finditer(chars, begin, end):
                body = self.phrases.bodies(begin, held.start())
                place, start = held.start(), held.end()
            start = self.phrases.name_start(start, end)
            start += chars[start] == "的"  # 在当天的|某发布会上
            name = unmeasured(chars[start:end])
            kind = kind_of(name)
            held_there = chars[start - 1 : start] == "的"  # 在昨天召开的县委常委会上
            plain = is_plain(name)
            if kind is None or (plain and not FOLLOWS.match(chars, opens)):
                continue
            if not held_there and (is_none(name) or self.phrases.is_body(start, end)):
                continue
            if above["within"] and kind == EventKind.MEETING:
                continue
            # 这是某局新闻发布会上传出的消息 tells of the conference; 在发布会上表示 does not.
            if PRESS.fullmatch(name) and not chars.startswith("传", above.end()):
                continue
            if not self.phrases.tells_of_person(start, end) and len(name) <= 40:
                yield Report(sentence, place, kind, unquoted(name), (start, end), body=body, plain=plain, told=False)

    def _opened(self, sentence: Sentence) -> Iterator[Report]:
        """Openings and agreements: 某大桥正式通车; 甲与乙签署战略合作协议."""
        chars = self.scene.chars
        for verb in OPENS_UP.finditer(chars, sentence.start, min(sentence.end, sentence.start + 300)):
            start, _ = self.scene.clause(verb.start(), sentence)
            lecture = "lecture" if verb["lecture"] else "party"
            ends = verb[lecture] or re.match(r"[，,。；;！\n \u3000]|$", chars[verb.end() : verb.end() + 1])
            if self.scene.quotation(verb.start()) or not ends:
                continue
            if NOT_DONE.search(chars, start, verb.start()):
                continue
            planned = PLANNED.search(chars, max(start, verb.start() - 50), verb.start()) is not None
            if verb["signed"]:
                name, named = verb[0], verb.span()
            elif verb[lecture]:
                name, named = verb[lecture], verb.span(lecture)
            else:
                start = self.phrases.name_start(start, verb.start())
                setting = ADVERBIAL.search(chars, start, verb.start())
                stop = setting.start() if setting else verb.start()
                if (
                    not 2 <= stop - start <= 30
                    or chars.startswith(("标志着", "意味着", "实现", "预计"), start)
                    or "、" in QUOTED.sub("", chars[start:stop])
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
            _, end = self.scene.clause(last, sentence)
            closing = CLOSES_NAME.match(chars, last, sentence.end)
            stage = STAGE.match(chars, closing.end() if closing else last, sentence.end)
            start = self.phrases.name_start(self.scene.clause(last - 1, sentence)[0], last)
            goes_on = EDITION.search(chars, start, last) and GOES_WELL.match(chars, last, end)
            if stage is None and not goes_on and not self._was_held(start, closing.end() if closing else last):
                continue
            name = chars[start:last]
            kind = kind_of(name)
            if kind is None or last - start < 5 or is_none(name) or is_plain(name) or IN.search(name):
                continue
            if self.phrases.is_body(start, last) or self.phrases.tells_of_person(start, last) or not is_noun(name):
                continue
            if stage and "由" in name and DECIDES.search(chars, stage.start(), end):
                continue
            planned = PLANNED.search(chars, last, stage.end() if stage else last) is not None
            last = closing.end() if closing else last
            yield Report(sentence, last, kind, unquoted(chars[start:last]), (start, last), planned)
            return

    def _was_held(self, start: int, end: int) -> bool:
        """Whether a day is told before a name, with the verb that it was held: 20日在某地举行的“…”论坛|高朋满座."""
        chars = self.scene.chars
        opens = max(chars.rfind(mark, 0, start) for mark in "。；！\n") + 1
        held = HELD_AS.search(chars, max(opens, start - 4), start)
        if held is None or held.end() != start or TELLS.match(chars, end):
            return False
        return any(date.is_day and self.days.is_fresh(date) for date in self.days.within(max(opens, start - 60), start))

    def _is_the_day(self, sentence: Sentence) -> Iterator[Report]:
        """当天是该院首个“公众开放日”."""
        chars = self.scene.chars
        for match in THIS_WAS.finditer(chars, sentence.start, min(sentence.end, sentence.start + 200)):
            name = match["name"]
            closed = closing_kind(unquoted(name)) or (EventKind.OTHER if name[-1] == "”" else None)
            if closed and not self.scene.quotation(match.start()) and not is_plain(name):
                yield Report(sentence, match.start(), closed, unquoted(name), match.span("name"), explains=True)
                return
        for match in THE_DAY.finditer(chars, sentence.start, min(sentence.end, sentence.start + 200)):
            named = end_of_object(self.scene, match.end(), min(sentence.end, match.end() + 24))
            kind = kind_of(chars[match.end() : named]) if named else None
            if named and kind and not self.scene.quotation(match.start()):
                yield Report(sentence, match.start(), kind, unquoted(chars[match.end() : named]), (match.end(), named))

    def _attended(self, sentence: Sentence) -> Iterator[Report]:
        """王一出席全市某会议并讲话; 王一主持召开某会议."""
        chars = self.scene.chars
        headline = sentence.role not in BODY
        for verb in ATTENDS.finditer(chars, sentence.start, min(sentence.end, sentence.start + 1500)):
            if self.scene.quotation(verb.start()):
                continue
            clause, _ = self.scene.clause(verb.start(), sentence)
            many = MANY.search(chars, sentence.start, clause - 1 if 0 <= verb.start() - clause <= 2 else verb.start())
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
