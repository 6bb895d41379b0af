"""The words around a figure: its clause, what is before it and behind it up to its neighbours."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from yaowen.facts.statistics.lines import Figure, Line
from yaowen.facts.statistics.scopes import Scopes
from yaowen.schema import Label

QUALIFIED = "(?:至少|超过?|将近|近|约|逾|其[余他]|另外)*"
"""What may stand between a conjunction and the next number: 队员和|至少15名裁判."""
AND_END = re.compile(f"(?:以及|(?<![涉波惠普])及|[和与]){QUALIFIED}$")
JOINT_END = re.compile(f"(?:[、和与 ]|以及|(?<![涉波惠普])及)+{QUALIFIED}$")
BRACKETED = re.compile("[（(][^（）()]{1,12}[）)]")
JUST_JOINED = re.compile("^(?:[、，,和及与至到或—－～~-]|以及|分别|(?:以上|以下|左右|上下|多|余))*$")
RANGE_START = re.compile("[0-9０-９.．]{1,12}[%％万亿]?(?:[-－—~～]{1,2}|至|到)$")
NAMED_AFTER = re.compile("系数|指数|定律|效应|综合征|杯|奖|病")
"""What has somebody's name and is measured: 某某|系数."""
TITLED = re.compile("(?:女士|先生|大[爷娘妈姐哥]|阿姨|师傅|某)(?:等人)?的?")
"""What somebody is called behind a surname, before what is theirs: 退还尤女士|会费."""
GIVEN = re.compile("(?P<does>退还|返还|赔偿|补偿|赔付|归还)(?:原告|被告|会员|业主|给)?[\u4e00-\u9fff]{1,3}$")
"""What somebody must give back to whom: 退还|会员尤女士."""
LONGEST_GIVEN = 8


@dataclass(frozen=True)
class Words:
    """The words around a figure: the clause it stands in, what is before it and behind it up to its neighbours."""

    clause: tuple[int, int]
    start: int
    before: str
    after: str
    joined: bool
    """Whether it goes on with the figure before it in the clause (41.2亿元和35.5亿元)."""
    last: bool
    """Whether no other figure follows in its clause."""


class Surroundings:
    """The words around each of a line's figures."""

    def __init__(self, line: Line, bare: Sequence[Figure], scopes: Scopes) -> None:
        self.line = line
        self.text = line.text
        self.bare = bare
        self.starts = [figure.start for figure in bare]
        self.scopes = scopes
        self.people = [
            each.end
            for each in line.mentions
            if each.label == Label.PERSON and not self._is_quoted(each.start) and not NAMED_AFTER.match(line.text, each.end)
        ]

    def _is_quoted(self, position: int) -> bool:
        return self.text[position - 1 : position] in {*"“《"}

    def words(self, index: int) -> Words:
        """The words around one figure."""
        figure = self.bare[index]
        start, end = self.line.window(figure)
        own, joined = start, False
        if index and self.bare[index - 1].end > start:
            own = self._border(self.bare[index - 1].end, figure.start)
            joined = bool(JUST_JOINED.match(self.text[self.bare[index - 1].end : figure.start]))
        until = end
        if index + 1 < len(self.bare) and self.bare[index + 1].start < end:
            following = self.bare[index + 1].start
            border = self._border(figure.end, following)
            until = border if border > figure.end else following
        before = RANGE_START.sub("", self.bare_words(own, self._outside(figure)))
        after = self.text[figure.end : until]
        return Words((start, end), own, before, after if until == end else JOINT_END.sub("", after), joined, until == end)

    def _outside(self, figure: Figure) -> int:
        """Where the words before a figure end: before its bracket, where it stands in one of its own: 价格便宜（41%）."""
        own = self.text[figure.start - 1 : figure.start] in {*"（("} and self.text[figure.end : figure.end + 1] in {*"）)"}
        return figure.start - own

    def _border(self, end: int, start: int) -> int:
        """Where the words behind one figure end and those before the next begin."""
        between = self.text[end:start]
        comma = BRACKETED.sub(lambda bracket: " " * len(bracket[0]), between).rfind("、")
        if comma >= 0:
            return end + comma + 1
        return start if AND_END.search(between) else end

    def bare_words(self, start: int, end: int) -> str:
        """The words before a figure without its dates, its scope and who is named as doing it (种粮大户尤某种植)."""
        people = bisect_right(self.people, end)
        if people and self.people[people - 1] >= start:
            start = self.people[people - 1]
            given = GIVEN.search(self.text, max(start - LONGEST_GIVEN, 0), start)
            titled = TITLED.match(self.text, start, end)
            start = titled.end() if titled else start
            if given and start < end:
                return given["does"] + self.line.without_dates(start, end)
        index = bisect_left(self.scopes.starts, start)
        pieces, position = [], start
        while index < len(self.scopes.found) and self.scopes.found[index].start < end:
            scope = self.scopes.found[index]
            if scope.end <= end and scope.start >= position and not scope.text.startswith("本"):
                pieces.append(self.line.without_dates(position, scope.start))
                position = scope.end
            index += 1
        return "".join([*pieces, self.line.without_dates(position, end)]).replace("“”", "")
