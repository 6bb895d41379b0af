"""Gatherings that are told for who came to them, or for what was said, learned or won there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from yaowen.facts.events.gatherings import end_of_object, heads, is_none, is_plain, kind_of, unquoted
from yaowen.facts.events.occasion_words import ABOVE, ATTENDS, FOLLOWS, FROM, HELD_AS, ON_A_DAY, PRESS
from yaowen.facts.events.phrases import MANY, Phrases, unmeasured
from yaowen.facts.events.reports import Report, with_joined
from yaowen.facts.scene import Scene
from yaowen.facts.sentences import BODY, Sentence
from yaowen.schema import EventKind, Mention

SENT_ON = re.compile(r"将[^，。；\n]{0,24}代表[^，。；\n]{1,10}$")
"""前三名将代表我市|参加全省决赛: where they are sent on to."""
_BEFORE_IT = re.compile("前(?=[\u4e00-\u9fff])")
"""王一出席某会议|前会见媒体."""

_HELD = re.compile(f"{HELD_AS.pattern}|(?:举行|召开|举办)地?")
"""为参加省赛的选手|举行|欢送会: what is held for those who attend something else."""


@dataclass(frozen=True)
class Attended:
    """Finds what people were at in one article."""

    scene: Scene
    phrases: Phrases

    def mentioned(self, sentence: Sentence) -> Iterator[Report]:
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
            if kind is None or (
                plain and not (FOLLOWS.match(chars, opens) or (name == "座谈会" and ON_A_DAY.match(chars, opens)))
            ):
                continue
            if not held_there and (is_none(name) or self.phrases.is_body(start, end)):
                continue
            if above["within"] and kind == EventKind.MEETING:
                continue
            # 这是某局新闻发布会上传出的消息 tells of the conference; 在发布会上表示 does not.
            if PRESS.fullmatch(name) and "传" not in (above[0] + chars[above.end() : above.end() + 1]):
                continue
            if not self.phrases.tells_of_person(start, end) and len(name) <= 40:
                yield Report(sentence, place, kind, unquoted(name), (start, end), body=body, plain=plain, told=False)

    def attended(self, sentence: Sentence) -> Iterator[Report]:
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
            if SENT_ON.search(chars, clause, verb.start()):
                continue
            begin = verb.end() + (chars[verb.end() : verb.end() + 1] == "了")
            _, end = self.scene.clause(begin, sentence)
            named = end_of_object(self.scene, begin, min(end, begin + 80))
            if named is None or named <= begin or chars[begin] in "并、和的" or _BEFORE_IT.match(chars, named):
                continue
            begin = self.phrases.name_start(begin, named)
            body: tuple[Mention, ...] = ()
            if held := _HELD.search(chars, begin, named):
                body = self.phrases.bodies(begin, held.start())
                begin = held.end()
            name = chars[begin:named]
            kind = kind_of(name)
            if kind is None or is_none(name):
                continue
            plain = is_plain(name)
            report = Report(sentence, verb.start(), kind, unquoted(name), (begin, named), body=body, plain=plain)
            yield from with_joined(self.scene, report, end) if verb[0].endswith("召开") else (report,)
