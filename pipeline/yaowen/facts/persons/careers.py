"""Offices that a clause states of somebody named before it: 王一，男，现任某局局长；免去其某局局长职务.

Reads the list of offices that stands behind a verb of taking or leaving office, then who is meant: the person named last
before it in the sentence, else the one whom the sentences or the lines before are about.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from yaowen.facts.persons.offices import OWN_OFFICE, TAKES, TERM, Office, Offices
from yaowen.schema import Label, Mention

_TAKES = re.compile(
    rf"(?:{TAKES}|决定其?为|(?:^|(?<=[，,。；;、\n年起还又并])|(?<=[0-9]月))任)"
    rf"(?:原|中共)?(?:{TERM})?$"
)
_IS = re.compile(r"(?:^|(?<=[，,。；;\n]))[他她]?(?:还|也|又|曾|就)?是原?$")
"""王一今年52岁，是|石桥村党支部书记; 她也是|市人大代表."""
_CLOSED = re.compile("[，。；;）)\n]|$")
_LEAVES = re.compile(r"(?:辞去[其他她]?|卸任|不再[担兼]任|免去[其他她]|(?:^|(?<=[，,。；;\n被]))免去)的?(?:原|中共)?$")
_POST = re.compile(r"(?:、[\u4e00-\u9fff]{2,6}){0,3}[ \u3000]*(?:[一的等]?职务?|[一两]职)(?![员工业责])")
"""Behind the last office that is read, and those that nothing marks: 免去王一同志区委副书记、常委|、委员职务."""
_OF = re.compile(r"(?:同志)?(?:兼任)?的$")
_RID = re.compile(r"(?:免去|撤销|罢免|免除)[^。；\n]{0,80}$")
_RID_OF = re.compile(r"(?:同志)?(?:兼任)?的?")
"""免去|王一同志|某局局长职务、|李二同志|某局副局长职务."""
_BETWEEN = re.compile(r"(?:同志)?[、，和]")
_WHEN = re.compile(
    r"(?:[0-9０-９年月日季度底初末起至到于，、（）() \u3000\-—.]|今年|去年|同年|此[前后]|目前|如今|随后|之前|后来"
    r"|后|曾|现|已|将|被|又|还|并|同时|先后|首[度次]|再[次度]|时隔|近|长期|正式|依法|全票|获|她|他|不久|从此|由此"
    r"|经[^，。；\n]{1,12}|[^，。；、\n]{1,16}(?:以来|期间|后|时|任职)"
    r"|在[^，。；、\n]{1,12}[上中])*+"
)
"""What may stand in the clause before the verb, behind its subject if it has one: 王一|2013年6月起|担任."""
_GOES = re.compile(r"[到赴][^，。；、\n]{2,24}")
"""王一|到石桥村|担任第一书记."""
_MONTH = "[12][0-9]{3}(?:[.．年][0-9]{1,2}月?)?年?"
_YEARS = re.compile(rf"{_MONTH}[ \u3000]*[-－—–~～至]{{1,2}}[ \u3000]*(?:{_MONTH})?[，,：: \u3000]*")
"""The years with which a line of a life opens: 1983－1988年, 2001.05—."""
_LIFE = re.compile(rf"[（(]?[12][0-9]{{3}}|(?:[现曾历拟]|先?后)任|{TERM}|中共|[他她]")
"""How a line of a life opens."""
FARTHEST = 160
LONGEST_LIFE, LONGEST_DATES = 60, 30
"""How many lines a life may have, and how long its dates may be."""


@dataclass(frozen=True)
class Careers:
    """The offices of one article that clauses state."""

    offices: Offices

    @property
    def _chars(self) -> str:
        return self.offices.text.chars

    @cached_property
    def _people(self) -> Mapping[int, Mention]:
        """The persons by where they are named."""
        return {mention.start: mention for mention in self.offices.mentions if mention.label == Label.PERSON}

    def __iter__(self) -> Iterator[tuple[Mention, Office]]:
        for index, mention in enumerate(self.offices.mentions):
            if mention.label != Label.PERSON and not (index and self.offices.joins(index - 1)):
                yield from self._stated(index)

    def _stated(self, index: int) -> Iterator[tuple[Mention, Office]]:
        """The offices of the list that opens with a mention, where a clause states them, each with who holds it."""
        start = self.offices.mentions[index].start
        before = self._chars[max(0, start - 10) : start]
        leaves = _LEAVES.search(before)
        takes = None if leaves else _TAKES.search(before) or _IS.search(before)
        dated = not (takes or leaves) and self._opens_dated_line(start)
        if not (takes or leaves or dated or self._is_rid_of(index) or _OF.search(before)):
            return
        last = self.offices.last_of_list(index)
        if last is None or (takes and takes.re is _IS and not self._is_told_apart(index, last)):
            return
        if takes:
            holders = self._subject(index, start - len(before) + takes.start())
        elif dated:
            holders = self._whom_lines_are_about(index)
        elif leaves:
            holders = self._last_list_before(index) or self._told_of(index)
        else:
            leaves_post = _POST.match(self._chars, self.offices.mentions[last].end)
            holders = self._listed_before(index) if leaves_post else []
        known = self._known_body(index, takes[0]) if takes else None
        for holder in holders:
            for office in self.offices.read_list(index, last):
                own = office.org or not known or OWN_OFFICE.fullmatch(office.role.text)
                yield holder, office if own else Office(known, office.role, carried=True)

    def _is_told_apart(self, index: int, last: int) -> bool:
        """Whether offices that somebody is said to have are of a body that is told, and end with their clause."""
        mentions = self.offices.mentions
        return mentions[index].label != Label.ROLE and _CLOSED.match(self._chars, mentions[last].end) is not None

    def _opens_dated_line(self, place: int) -> bool:
        """Whether an office opens a line of a life, behind its years: 1983－1988年|云漠市副市长."""
        line = self._chars.rfind("\n", max(0, place - LONGEST_DATES), place) + 1
        return _YEARS.fullmatch(self._chars, line, place) is not None

    def _is_rid_of(self, index: int) -> bool:
        """Whether an office stands behind the name of who is rid of it: 免去王一同志|某局局长."""
        before, mention = self.offices.mentions[index - 1] if index else None, self.offices.mentions[index]
        if before is None or before.label != Label.PERSON or not self.offices.fits(_RID_OF, before.end, mention.start):
            return False
        return _RID.search(self._chars, max(0, before.start - 120), before.start) is not None

    def _known_body(self, index: int, verb: str) -> tuple[int, int] | None:
        """The body told before the verb: 任命王一为某局副局长，并决定为|代理局长; 王一到石桥村担任|第一书记."""
        before = self.offices.mentions[index - 1] if index else None
        if before is None or before.label == Label.PERSON:
            return None
        if before.label == Label.ROLE:
            again = verb.startswith("决定") or "提名" in verb  # 拟任市农业局党组书记，提名为|局长人选
            return self.offices.org_before(index - 1, 0) if again else None
        goes = verb.startswith("担任") and self._chars.endswith(("到", "赴"), 0, before.start)
        near = before.end + len(verb) == self.offices.mentions[index].start
        return (before.start, before.end) if goes and near else None

    def _subject(self, index: int, verb: int) -> list[Mention]:
        """Who is the subject of a clause without one: the person named last before it, or whom the lines before are about."""
        named = self._named_before(index)
        opens = max(self._opened_by("，,。；;：:！？、 \u3000\n", verb), named[-1].end if named else 0)
        goes = self._chars.startswith("担任", verb) and _GOES.fullmatch(self._chars, opens, verb)
        if not goes and not _WHEN.fullmatch(self._chars, opens, verb):
            return []
        if named:
            return named[-1:] if len(named) == 1 or self._chars[named[0].end] != "、" else []
        return self._told_of(index)

    def _told_of(self, index: int) -> list[Mention]:
        """The person with whom the line opens, else the only one whom it has named, else with whom a line before opens."""
        line = self._chars.rfind("\n", 0, self.offices.mentions[index].start) + 1
        named = {mention.text: mention for mention in reversed(self._named_since(line, index))}
        opens = [mention for mention in named.values() if mention.start == line or len(named) == 1]
        return opens if named else self._whom_lines_are_about(index)

    def _named_before(self, index: int) -> list[Mention]:
        """The persons named before a mention in its sentence."""
        return self._named_since(self._opened_by("。！？\n", self.offices.mentions[index].start), index)

    def _named_since(self, place: int, index: int) -> list[Mention]:
        """The persons named between a place and a mention."""
        near = self.offices.mentions[max(0, index - 40) : index]
        return [mention for mention in near if mention.label == Label.PERSON and mention.start >= place]

    def _last_list_before(self, index: int) -> list[Mention]:
        """The list of names, of one or more, that the sentence names last: 王一、李二|分别提出辞去副局长职务."""
        named = self._named_before(index)
        first = len(named) - 1
        while first > 0 and _BETWEEN.fullmatch(self._chars, named[first - 1].end, named[first].start):
            first -= 1
        return named[max(first, 0) :]

    def _opened_by(self, marks: str, place: int) -> int:
        """Where the passage before a place opens, behind the last of some marks; no farther away than is looked at."""
        earliest = max(0, place - FARTHEST)
        return max(earliest, *(self._chars.rfind(mark, earliest, place) + 1 for mark in marks))

    def _listed_before(self, index: int) -> list[Mention]:
        """The list of names right before 的: 免去|王一、李二|的某局副局长职务."""
        names: list[Mention] = []
        end = self.offices.mentions[index].start
        for mention in reversed(self.offices.mentions[max(0, index - 20) : index]):
            between = _BETWEEN if names else _RID_OF
            if mention.label != Label.PERSON or not between.fullmatch(self._chars, mention.end, end):
                break
            names.insert(0, mention)
            end = mention.start
        return names

    def _whom_lines_are_about(self, index: int) -> list[Mention]:
        """The person with whom the last line above opens that is no line of a life itself."""
        end = self.offices.mentions[index].start
        for _ in range(LONGEST_LIFE):
            line = self._chars.rfind("\n", 0, end) + 1
            if line in self._people:
                return [self._people[line]]
            if not line or not _LIFE.match(self._chars, line, end):
                return []
            end = line - 1
        return []
