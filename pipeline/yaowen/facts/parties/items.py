"""The items of a list, taken one after the other: which are parties, which go on to the noun of the next, which are offices."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yaowen.facts.numbers import read_han
from yaowen.facts.parties.phrases import BRACKETS, is_party
from yaowen.facts.parties.words import ENDS_BODY, ENDS_OFFICE, ENDS_PEOPLE, ORIGIN, QUANTIFIED, SEPARATOR, SEVERAL
from yaowen.facts.scene import Scene
from yaowen.facts.wording import MEASURE, NUMBER
from yaowen.schema import Label

COUNTED = re.compile(f"(?P<number>{NUMBER}){MEASURE}")
DEED = re.compile("[了过对]")
COUNTED_LAST = re.compile(f"等{NUMBER}{MEASURE}")
AND_OTHERS = re.compile(r"(?:同志)?等(?:在家的)?")
EACH_HEAD = re.compile(r"(?:各|[两三四五六七八九十0-9]{1,3}个?)[省市县区州镇乡][^，。；]{0,24}负责(?:人|同志)")
"""市住建局和|各县分管负责同志: the heads of the bodies before, too."""
SHARED = re.compile("^副|[常党]委$|成员$")
"""An office that several hold in one body."""
OFFICE_SIZE = 8
"""An office that stands apart from the name it belongs to has so many characters at most, where it is not one of several."""
SEVERAL_BODIES = re.compile("各|部分|全[体省市县区州旗镇乡]")
AHEAD = 4
"""So many items behind an office are searched for the name that it belongs to."""


class Items:
    """What has been taken of one list: the parties so far, and where one began whose noun is still to come."""

    def __init__(self, scene: Scene, start: int, end: int, *, speaks: bool) -> None:
        self.scene = scene
        self.start, self.end = start, end
        self.speaks = speaks
        """Whether those of the list speak: a body by itself then is a party."""
        self.spans = [*split_items(scene, start, end)]
        self.parties: list[tuple[int, int]] = []
        self.pending: int | None = None

    def take_all(self) -> list[tuple[int, int]] | None:
        """The parties of the list; None where the passage is no list at all."""
        for index in range(len(self.spans)):
            self._take(index)
        if self.pending is None:
            return self.parties
        bodies = [*self._bodies(self.pending, self.end)]
        if bodies and DEED.search(self.scene.chars, self.pending, bodies[0][0]):
            bodies = []  # 代表们参观了甲中心、|乙中心
        if not bodies and not self.parties:
            return None
        if bodies and (self.speaks or self.parties or bodies[-1][1] == self.end):
            self.parties += bodies
        return self.parties

    def _take(self, index: int) -> None:
        first, last = self.spans[index]
        people = self.scene.people_in(first, last)
        if people:
            self.pending = None
            behind = self._behind_name(people[-1].end, last)
            if behind is None:
                return
            first = behind
        following = self.spans[index + 1 :]
        if self._is_unnamed(first, last):
            self._add(first, last, has_name=False)
        elif self._is_office(first, last, following):
            if not self._shares_each(first, last, index):
                self.pending = None
            elif self.pending is None and self.parties:
                self.parties[-1] = self.parties[-1][0], last
        elif people and self._counts_named(first, last):
            return
        elif self._is_next_office(first, last):
            self.parties[-1] = self.parties[-1][0], last
        elif is_party(self.scene.chars[first:last]) and not (self._is_whole(first, last) and self._leads_to_people(following)):
            self._add(first, last, has_name=bool(people))
        elif first < last and self.pending is None:
            self.pending = first

    def _behind_name(self, end: int, last: int) -> int | None:
        """Where the party begins that a name is one of: 王一等|专家学者; 王一等市领导 are those who are named."""
        others = AND_OTHERS.match(self.scene.chars, end, last)
        if others is None:
            return None
        title = self.scene.mention_at(others.end())
        is_title = title is not None and title.end == last and title.label == Label.ROLE
        return None if is_title else others.end()

    def _add(self, first: int, last: int, *, has_name: bool) -> None:
        """Takes a party, with what stands before it and has no noun of its own: 各县、|市直部门负责人."""
        text = self.scene.chars[first:last]
        if self.pending is not None:
            goes_on = self.scene.chars[self.pending] == "各" or not QUANTIFIED.match(text) or EACH_HEAD.fullmatch(text)
            if goes_on and not has_name and not self._stands_apart(first, last):
                first = self.pending
            else:
                self.parties += self._bodies(self.pending, first)
            self.pending = None
        while self.parties and self.parties[-1][1] == first - 1 and self._shares_head(*self.parties[-1], text):
            first = self.parties.pop()[0]
        self.parties.append((first, last))

    def _stands_apart(self, first: int, last: int) -> bool:
        """Whether a party has nothing to do with the words before it: a body that speaks, what follows 与."""
        is_whole = self._is_whole(first, last)
        counted = COUNTED_LAST.search(self.scene.chars[first:last]) is not None
        return (is_whole and self.speaks) or (self.scene.chars[first - 1] == "与" and (is_whole or counted))

    def _is_whole(self, first: int, last: int) -> bool:
        """Whether a party is a body by its name."""
        named = self.scene.mention_at(first)
        return named is not None and named.end == last

    def _counts_named(self, first: int, last: int) -> bool:
        """Whether a number behind 等 counts but the names before it: 王一、李二等|2位嘉宾."""
        counted = COUNTED.match(self.scene.chars[first:last])
        names = len(self.scene.people_in(self.start, first))
        return counted is not None and str(names) == str(read_han(counted["number"]) or counted["number"])

    def _leads_to_people(self, following: list[tuple[int, int]]) -> bool:
        """Whether a body is the first of several whose people a list closes with: 甲公司、|乙集团负责人."""
        for first, last in following:
            named = self.scene.mention_at(first)
            if named is None or named.label not in {Label.ORG, Label.PLACE}:
                return False
            if named.end < last:
                return ENDS_PEOPLE.search(self.scene.chars[named.end : last]) is not None
        return False

    def _shares_each(self, first: int, last: int, index: int) -> bool:
        """Whether an office is one more of each body's: 各组组长、|副组长、联络员; 部分社区书记、|主任."""
        begins = [begin for begin, _ in reversed(self.spans[:index])]
        opens = next((begin for begin in begins if SEVERAL_BODIES.match(self.scene.chars, begin)), None)
        if opens is None or self.scene.people_in(opens, self.spans[-1][1]):
            return False
        office = self.scene.mentions_in(first, last)
        return bool(office) and len(office) <= 2 and office[-1].label == Label.ROLE and office[0].start == first

    def _shares_head(self, first: int, last: int, following: str) -> bool:
        """Whether a list goes on to its noun: 各学院、各单位、机关各部门|负责人."""
        text = self.scene.chars[first:last]
        general = self.scene.mention_at(first) is None and not COUNTED.search(text)
        return general and ENDS_BODY.search(text) is not None and ENDS_PEOPLE.search(following) is not None

    def _is_office(self, first: int, last: int, following: list[tuple[int, int]]) -> bool:
        """Whether an item is the office of a name that follows: 校长、党委书记|王一."""
        chars = self.scene.chars
        roles = [mention for mention in self.scene.mentions_in(first, last) if mention.label == Label.ROLE]
        closes = bool(roles) and roles[-1].end == last
        several = QUANTIFIED.match(chars, first, last) or SEVERAL.search(chars, first, last)
        several = several or re.search("各|.等(?!$)", chars[first:last])
        if closes and (not several or any(self.scene.people_in(*span) for span in following[:AHEAD])):
            return True
        for nth, (start, end) in enumerate(following[:AHEAD]):
            if self.scene.people_in(start, end):
                # 教师代表、某学院教授王一 is one person; 各县负责人、副市长王一 are two parties.
                is_short = last - first <= OFFICE_SIZE or (nth > 0 and several is not None)
                return is_short and not QUANTIFIED.match(chars, first, last)
            mentions = self.scene.mentions_in(start, end)
            if not mentions or mentions[-1].label != Label.ROLE:
                return False
        return False

    def _is_next_office(self, first: int, last: int) -> bool:
        """Whether an item without a mention is one more office of each body: 各村党支部书记、|村委会主任."""
        if not self.parties or self.parties[-1][1] != first - 1 or self.scene.people_in(self.parties[-1][0], self.end):
            return False
        text = BRACKETS.sub("", self.scene.chars[first:last])  # 县（市、区）长
        begins = SEVERAL_BODIES.match(self.scene.chars, self.parties[-1][0])
        return begins is not None and not QUANTIFIED.match(text) and ENDS_OFFICE.search(text) is not None

    def _is_unnamed(self, first: int, last: int) -> bool:
        """Whether an item is an office that several hold, with no name behind: 县政府副县长、|驻村工作队队长|出席."""
        if len(self.spans) < 2 or self.scene.people_in(self.start, self.end):
            return False
        *body, office = self.scene.mentions_in(first, last) or (None,)
        if office is None or office.label != Label.ROLE or office.end != last:
            return False
        if body:
            return [(m.label, m.start, m.end) for m in body] == [(Label.ORG, first, office.start)] and bool(
                SHARED.search(office.text)
            )
        if any(QUANTIFIED.match(self.scene.chars, *span) for span in self.spans if span[0] < first):
            return False  # 部分社区书记、|主任: one more of each
        return office.text == "第一书记" or ENDS_BODY.search(self.scene.chars, first, office.start) is not None

    def _bodies(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """The organisations of a passage that is a list of nothing else."""
        for first, last in split_items(self.scene, start, end):
            last = first + len(self.scene.chars[first:last].rstrip("、，"))
            mention = self.scene.mention_at(first)
            if mention and mention.end == last and mention.label in {Label.ORG, Label.PLACE}:
                yield first, last


def split_items(scene: Scene, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The items of a list; no separator inside a mention or brackets counts."""
    chars = scene.chars
    position, depth = start, 0
    origin = ORIGIN.match(chars, start, end)
    place = origin.end() if origin else start
    while place < end:
        depth += (chars[place] in "（(") - (chars[place] in "）)")
        match = SEPARATOR.match(chars, place, end)
        if match and depth <= 0 and not (scene.inside_mention(place) and scene.mention_at(place) is None):
            if position < place:
                yield position, place
            position = place = match.end()
            continue
        place += 1
    if position < end:
        yield position, end
