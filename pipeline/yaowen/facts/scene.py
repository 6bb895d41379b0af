"""What the facts stages share: who acts in the sentences of an article.

Reads an article with its mentions. Nothing here is a fact: the modules that find events and statements ask it for the
list of names nearest before a verb or right behind it. A name is passed over where it is part of a doctrine, the
object of what is done, or in another quotation than the verb.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from yaowen.datelines import OPENING
from yaowen.facts.sentences import BODY, Sentences, around
from yaowen.schema import Label, Mention, Post

_DOCTRINE = re.compile(
    r"(?:同志)?"
    # 以某某同志|为核心; 某某|关于防火的论述.
    r"(?:为核心|为代表|为首|关于|对[^，。\n]{0,16}的(?:[重系][要列]|论述|[指批]示|要求|关[怀心]|重视|期望|嘱托|评价)"
    # 某某|的讲话, but not 在王一|的带领下; 某某|在会上的讲话.
    r"|的(?!(?:带领|率领|陪同|陪伴|主持)下)|在[^，。\n]{0,16}[时中上]的|(?:近期)?重要|系列|新时代|亲自|《"
    # 某某|诞辰百年, 某某|先生的亲属; 某某|奖.
    r"|精神|诞辰|逝世|生[平前]|故居|(?:同志|先生|女士)?(?:亲属|家属|遗[体像孀])|奖|杯|“[^”\n]{1,16}”"
    # 某某|铜像, 某某|纪念馆.
    r"|(?:同志|先生|女士|烈士|总理|主席)?(?:[铜塑雕画]{0,2}像|旧居|纪念[馆堂碑园]|陵园|墓)"
    r"|[^，。、\n]{0,4}思想)"
)
"""Behind a name that stands for what was said or thought, and acts in nothing: 深入学习某某总书记|关于…的重要论述."""
_OBJECT = re.compile(
    r"(?:会见|接见|看望|慰问|走访|采访|聆听|感谢|祝贺|纪念|以|向|给|被|将|把|对|为|致|授予|任命|学习|贯彻|落实|传达"
    r"|按照|遵循|从|跟随|[应受]|缅怀|回顾|追忆)了?$"
    r"|[对向](?!会|日|天|年)[^，,。；\n]{1,5}的$"
)
_GLUE = re.compile(
    r"(?:[、，,；;\s和与及以等兼暨的]|同志|先生|女士|以及|还有|分别|共同|原|[（(][^（）()]{0,24}[）)]"
    # Parties told between the names: 王一等四个班子领导，李二; 王一一行6人，李二.
    r"|(?<=等)[\u4e00-\u9fff]{0,8}(?:领导|成员|负责人|负责同志|人员)(?=[，、；和与及])"
    r"|一行(?:[0-9]{1,4}余?人)?(?=[，、；和与及])"
    # What a mention cut short leaves over.
    r"|(?<=[、，,；;])(?![\u4e00-\u9fff]{0,8}[由向对请听问为并率带陪见持调赴到在与和说])[\u4e00-\u9fff]{1,8}(?![\u4e00-\u9fff])"
    # Offices that no mention marks: 选培办干事, “百人宣讲团”成员. A verb would stand right behind a name instead.
    r"|(?<=[、，,；;和与及的])[\u4e00-\u9fff“”]{0,24}(?:代表|选手|[村居]民|学生|队员|教练|嘉宾|专家|教师|职工"
    r"|志愿者|获得者|模范|能手|劳模|成员|学者|干事|经理|工程师|领导|负责人|企业家))*+"
)


@dataclass(frozen=True)
class Scene(Sentences):
    """An article, seen as people who act in sentences."""

    @cached_property
    def _names(self) -> Mapping[tuple[int, int], str]:
        mentions = self.reading.mentions
        return {
            (mentions[index].start, mentions[index].end): person.name
            for person in self.reading.persons
            for index in person.mentions
            if index < len(mentions)
        }

    @cached_property
    def posts(self) -> Mapping[str, tuple[Post, ...]]:
        """The posts of each person."""
        return {person.name: person.posts for person in self.reading.persons}

    def name(self, mention: Mention) -> str:
        """The full name of the person mentioned."""
        return self._names.get((mention.start, mention.end), mention.text)

    def acts(self, mention: Mention) -> bool:
        """Whether a person may be one who does something, rather than a reporter, part of a doctrine or an object."""
        end = mention.end
        after = self.mention_at(end)
        if after is not None and after.label == Label.ROLE:
            end = after.end
        return _DOCTRINE.match(self.chars, end) is None and not self.in_dateline(mention)

    def in_dateline(self, mention: Mention) -> bool:
        """Whether somebody is named in a dateline, as reporters are."""
        return around(self._datelines, mention.start) is not None

    @cached_property
    def _datelines(self) -> tuple[tuple[int, int], ...]:
        found = (OPENING.match(self.chars, block.start, block.end) for block in self.blocks if block.role in BODY)
        return tuple((match.start() - 1, match.end()) for match in found if match)

    def office_start(self, mention: Mention) -> int:
        """Where the offices before a name start: 市委副书记、市长|王一."""
        index = bisect_left(self.starts, mention.start)
        start = mention.start
        for before in reversed(self.mentions[max(0, index - 24) : index]):
            gap = self.chars[before.end : start]
            if before.label == Label.PERSON or len(gap) > 24 or not _GLUE.fullmatch(gap):
                break
            if before.label != Label.ROLE and start == mention.start and gap:
                break  # 在市政府、王一: a body is no office of the next name
            start = before.start
        return start

    def people_before(self, place: int, start: int) -> tuple[Mention, ...]:
        """The list of names that stands nearest before a place and after `start`: who does what is told there."""
        index = bisect_left(self.people_starts, place) - 1
        quoted, bracket = self.quotation(place), self.bracket(place)
        while index >= 0 and self.people[index].start >= start:
            person = self.people[index]
            if (
                person.end <= place
                and self.acts(person)
                and self.quotation(person.start) == quoted
                and self.bracket(person.start) == bracket
                and not self._is_object(person)
            ):
                return self._list_ending_at(index, start)
            if place - person.start > 600:
                break  # nobody's verb stands so far behind the name
            index -= 1
        return ()

    def _is_object(self, mention: Mention) -> bool:
        before = self.mention_at(mention.start - 2)
        if before and before.text == "代表" and self.people_ending_at(before.start):
            return True  # 王一|代表|李二先生讲话
        start = self.office_start(mention)
        return _OBJECT.search(self.chars[max(0, start - 7) : start]) is not None

    def people_ending_at(self, place: int) -> tuple[Mention, ...]:
        """The person whose name ends at a place, if one does."""
        index = bisect_left(self.people_starts, place) - 1
        return self.people[index : index + 1] if index >= 0 and self.people[index].end == place else ()

    def list_ending_with(self, mention: Mention, start: int) -> tuple[Mention, ...]:
        """The list of names that a name ends, after `start`: 贫困户王一、李二和|张三|家中."""
        return self._list_ending_at(bisect_left(self.people_starts, mention.start), start)

    def _list_ending_at(self, index: int, start: int) -> tuple[Mention, ...]:
        first = index
        while first > 0 and self.people[first - 1].start >= start and index - first < 60 and self._joined(first - 1):
            first -= 1
        return self.people[first : index + 1]

    def _joined(self, index: int) -> bool:
        """Whether nothing but offices and the marks of a list stand between two names."""
        one, two = self.people[index], self.people[index + 1]
        if two.start - one.end > 160:
            return False
        rest, position = [], one.end
        for mention in self.mentions_in(one.end, two.start):
            rest.append(self.chars[position : mention.start])
            position = max(position, mention.end)
        rest.append(self.chars[position : two.start])
        return _GLUE.fullmatch("".join(rest)) is not None

    def people_after(self, place: int, end: int) -> tuple[Mention, ...]:
        """The list of names that opens right after a place: 出席会议的有王一、李二."""
        index = bisect_left(self.people_starts, place)
        if index == len(self.people) or self.people[index].end > end:
            return ()
        last = index
        while last + 1 < len(self.people) and self.people[last + 1].end <= end and last - index < 60 and self._joined(last):
            last += 1
        return self.people[index : last + 1]
