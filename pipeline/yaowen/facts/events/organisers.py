"""Who held an event, and who had it chaired."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from yaowen.facts.events.phrases import Phrases
from yaowen.facts.events.reports import Report
from yaowen.facts.scene import Scene
from yaowen.facts.sentences import Sentence
from yaowen.schema import EventKind, Label, Mention

GIVES_IT = re.compile(r"(?<=[主承合协]办)(?!了?过|[者方地]|单位|城市)|(?<=发起)[，。、；的]")
_DOES = "(?:主办|承办|协办|合办|发起|举办|组织开展|组织举办|联合组织|牵头举办)"
ORGANISES = re.compile(rf"(?:联合|共同|携手)?{_DOES}(?:[并、]?{_DOES})*(?!，?(?:成立|设立|组建))")
BY = re.compile(r"由(?=[^，。；\n]{1,80}$|[^。；\n]{2,60}(?:指导|支持)[，、][^，。；\n]{2,60}$)")
"""由某局指导，|某协会共同|举办."""
THIS_ONE = re.compile(r"[ \u3000]*(?:[本此该这][次届场]|活动|大会|会议|论坛|展览|比赛|大赛|赛事|展会|峰会)[^，。；\n]{0,12}由")
LED_BY = re.compile(r"由([^，。；\n]{2,40}?)牵头，")
"""由镇党委、镇政府|牵头，组织村民植树: in the sentence that reports it alone, elsewhere it is a duty."""
HOLDS = re.compile("(?:组织开展|组织|举办|开展|发起)的")
"""市法学会携手市司法局|组织开展的|某宣讲活动: behind it the name of what is held."""
THIS_BODY = re.compile(
    r"(?:当[天日]，)?该(?P<kind>[院校局馆园所站镇村团]|公司|集团|中心|社区|学校|医院)"
    r"(?:组织|举办|举行|开展|联合)(?=[^，。；\n]{2,40}(?:[，。；\n]|$))"
)
SENDS = re.compile(r"(?:组织|开展)(?=[^。；\n]{0,60}?(?:检查|视察|调研|走访|慰问|督[导查察]|考察))")
"""市政协|组织委员视察某工程, over it 市政协|开展视察: whose tour it is."""
CHAIRED_BY = re.compile(r"由([^，。；\n]{2,30})主持")


@dataclass(frozen=True)
class Organisers:
    """Finds who held the events of one article."""

    scene: Scene
    phrases: Phrases

    def of(self, reports: list[Report], lines: list[Sentence]) -> tuple[str, ...]:
        """Who 主办, 承办 or 举行 it, or has it chaired (由市委常委会主持)."""
        scene, chars = self.scene, self.scene.chars
        found = [mention for report in reports for mention in report.body]
        areas = [mention for mention in found if mention.label == Label.PLACE]
        for sentence in (*lines[:12], *(line for line in lines[12:] if THIS_ONE.match(chars, line.start, line.end))):
            for match in ORGANISES.finditer(chars, sentence.start, sentence.end):
                by = BY.search(chars, max(sentence.start, match.start() - 90), match.start())
                if by and (first := scene.mention_at(by.end())) and chars.startswith("联合", first.end):
                    found.append(first)  # 由市博物馆|联合三地9家单位主办
                if by or GIVES_IT.match(chars, match.end()):
                    found.extend(self.phrases.bodies(sentence.start, match.start()))
            for match in CHAIRED_BY.finditer(chars, sentence.start, sentence.end):
                body = scene.mention_at(match.start(1))
                if body and body.label == Label.ORG and body.end == match.end(1):
                    found.append(body)
        if reports[0].body == () and len(found) > len(areas):
            found = [mention for mention in found if mention not in areas]  # 某县举办比赛 over 由县文联主办
        if reports[0].kind == EventKind.INSPECTION:
            found.extend(body for line in (*scene.headlines, reports[0].sentence) for body in self._sending(line))
        found.extend(self._before_name(reports[0]))
        found.extend(self._this_body(reports[0].sentence))
        names = {mention.text: mention.canonical for mention in found}
        # 县工商联 further on is 柳湖县工商联, 石桥县政协 the 政协石桥县委员会 of the report
        return tuple(
            name
            for name, full in names.items()
            if not any(other != name and (other == full or other.endswith(name)) for other in names)
        )

    def _before_name(self, report: Report) -> Iterator[Mention]:
        """The bodies whose it is said to be: 由镇政府牵头，…; 市法学会携手市司法局组织开展的|“送法下乡”活动."""
        chars, start, end = self.scene.chars, report.sentence.start, report.named[0]
        for led in LED_BY.finditer(chars, start, end):
            yield from self.phrases.bodies(*led.span(1))
        if holds := next((match for match in HOLDS.finditer(chars, start, end) if match.end() == end), None):
            yield from self.phrases.bodies(start, holds.start())

    def _sending(self, line: Sentence) -> Iterator[Mention]:
        """The bodies that send people on a tour: 市政协|组织委员视察某工程."""
        for sends in SENDS.finditer(self.scene.chars, line.start, line.end):
            bodies = self.phrases.bodies(self.scene.clause(sends.start(), line)[0], sends.start())
            yield from (body for body in bodies if bodies[-1].end == sends.start() and body.label == Label.ORG)

    def _this_body(self, sentence: Sentence) -> Iterator[Mention]:
        """The body named before the sentence that reports it: 当天，该院|组织医生开展义诊."""
        this = THIS_BODY.match(self.scene.chars, sentence.start, sentence.end)
        if this is None:
            return
        before = self.scene.mentions_in(self.scene.blocks[sentence.block].start, sentence.start)
        bodies = [mention for mention in before if mention.label == Label.ORG and mention.text.endswith(this["kind"])]
        yield from bodies[-1:]
