"""Lists of parties, cut item by item: 各县负责同志，市长王一、市妇联.

A name and its office are no party, a phrase that ends with a noun for people or bodies is one, and organisations
count where the list is of nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from yaowen.facts.parties import words
from yaowen.facts.parties.items import COUNTED, Items
from yaowen.facts.scene import Scene
from yaowen.facts.wording import NUMBER
from yaowen.schema import Label

SHORTEST, LONGEST = 2, 240
"""How many characters a party has."""

WHICH = re.compile("[\u4e00-\u9fff]{2,12}?的")
OF_CONTEST = re.compile("(?:总?(?:领队|教练员?|裁判员?)|运动员|队员|选手)$")
OF_ALL = re.compile("等[^，。、]{1,8}$")
TEAMS = re.compile(f"{NUMBER}支(?:队伍|代表队|车队)$")


@dataclass(frozen=True)
class PartyLists:
    """Reads the lists of one article."""

    scene: Scene

    def items(self, start: int, end: int, *, speaks: bool = False) -> Iterator[tuple[int, int]]:
        """The parties of a list; none where a passage is no list at all."""
        yield from self.before_verb(start, end, speaks=speaks) or ()

    def before_verb(self, start: int, end: int, *, speaks: bool, adjacent: bool = False) -> list[tuple[int, int]] | None:
        """The parties of a list that a verb may follow; None where a passage is no list at all."""
        start, end = self._without_ends(start, end, adjacent=adjacent)
        if start >= end:
            return []
        parties = Items(self.scene, start, end, speaks=speaks).take_all()
        if parties is None:
            return None
        chars = self.scene.chars
        counted = words.COUNT_BEHIND.search(chars, *parties[-1]) if len(parties) > 1 else None
        if counted and (told := words.ALL_TOLD.search(chars, *parties[-1])) and self._are_apart(start, parties[0]):
            parties[-1] = (parties[-1][0], told.start())
        elif counted and parties[0][0] >= start:
            parties = [(parties[0][0], parties[-1][1])]  # 建设者代表、沿线群众300余人
        counts = [(first, *self._without_count(start, first, whole)) for first, whole in self._governed(parties)]
        listed = any(not words.GENERAL.fullmatch(chars, first, last) for first, _, last in counts)  # 居民、|志愿者、学生代表
        return [
            (first, last)
            for first, told, last in counts
            if SHORTEST <= last - first <= LONGEST and self._is_party(first, last, told=told or listed)
        ]

    def _are_apart(self, start: int, party: tuple[int, int]) -> bool:
        """Whether a number counts named people too (王一、三位专家|共120人) or named bodies (县医院、各镇民兵|共210人)."""
        body = self.scene.mention_at(party[0])
        whole = body is not None and body.label == Label.ORG and body.end == party[1]
        return whole or bool(self.scene.people_after(start, party[0]))

    def _without_ends(self, start: int, end: int, *, adjacent: bool) -> tuple[int, int]:
        """A list without what leads to it (来自…的|), nor what stands between it and the verb that it is `adjacent` to."""
        chars = self.scene.chars
        if lead := words.LEADS.match(chars, start, end):
            start = lead.end()
        if there := words.THERE_WERE.match(chars[start:end]):
            start += there.end()
        body = self.scene.mention_at(start)
        if body and (sends := words.SENDS.match(chars, body.end, end)):
            start = sends.end()
        which = WHICH.match(chars, start, end)
        if which and (body := self.scene.mention_at(which.end())) and body.label == Label.ORG:
            start = body.start  # 得分垫底的|柳湖镇
        trail = words.TRAIL.search(chars, start, end) if adjacent else None
        while trail and trail.start() > start and not self.scene.inside_mention(trail.start()):
            end = trail.start()
            trail = words.TRAIL.search(chars, start, end)
        return start, end

    def _without_count(self, start: int, first: int, last: int) -> tuple[bool, int]:
        """Whether a party ends with how many there were in all, and where it ends without a second count."""
        chars = self.scene.chars
        told = words.ALL_TOLD.search(chars, first, last)
        if told and (self.scene.people_after(start, first) or told[0].startswith("等")):
            last = told.start()
        behind = words.SECOND_COUNT.search(chars, first, last)
        before = COUNTED.search(chars[first : behind.start()]) if behind else None
        if behind and before and "的" not in chars[first + before.end() : behind.start()]:
            last = behind.start()  # but 来自12所学校的|学生、教师300余人
        return told is not None, last

    def _is_party(self, first: int, last: int, *, told: bool) -> bool:
        text = self.scene.chars[first:last]
        return not words.NO_PARTY.search(words.QUOTED.sub("", text)) and (told or not words.GENERAL.fullmatch(text))

    def _governed(self, parties: list[tuple[int, int]]) -> list[tuple[int, int]]:
        """The parties, those that one number or origin counts for taken together: 160位华侨、企业家代表."""
        found: list[tuple[int, int]] = []
        for first, last in parties:
            text = self.scene.chars[first:last]
            mention = self.scene.mention_at(first)
            own = any(m.label == Label.ORG for m in self.scene.mentions_in(first + 1, last))  # 以及我校|科学院师生
            bare = words.QUANTIFIED.match(text) is None and not own and (mention is None or mention.text in {"政协", "人大"})
            bare = bare or (bool(found) and self._shares_origin(*found[-1], text))
            before = self.scene.chars[slice(*found[-1])] if found and first - found[-1][1] == 1 else ""
            if (OF_ALL.search(before) and words.GENERAL.fullmatch(text)) or _is_of_each(before, text):
                found[-1] = (found[-1][0], last)  # 儿科、骨科等专家和|志愿者
                continue
            if TEAMS.search(before) and COUNTED.match(text) and not bare:
                continue  # 12支队伍、|168名运动员: the same people
            if before.startswith("部分") and not words.QUANTIFIED.match(text) and text[-2:] == before[-2:]:
                found[-1] = (found[-1][0], last)  # 部分省人大代表、|市人大代表
                continue
            if bare and len(words.COUNT_BEHIND.sub("", text)) <= 3 and "的" in before:
                found[-1] = (found[-1][0], last)  # 某校的领导、|师生
                continue
            if bare and found and 0 < first - found[-1][1] <= 2 and words.GOVERNS.match(self.scene.chars, *found[-1]):
                first = found.pop()[0]
            found.append((first, last))
        return found

    def _shares_origin(self, first: int, last: int, following: str) -> bool:
        """Whether what is counted next comes from where the party before does: 来自三地的12支代表队、|320名运动员."""
        return COUNTED.match(following) is not None and words.ORIGIN.match(self.scene.chars, first, last) is not None


def _is_of_each(before: str, text: str) -> bool:
    """Whether a party is one more of each body's: 各队教练员、|裁判员."""
    return words.QUANTIFIED.match(before) is not None and bool(OF_CONTEST.search(before) and OF_CONTEST.fullmatch(text))
