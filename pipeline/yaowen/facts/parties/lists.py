"""Lists of parties, cut item by item: 各县负责同志，市长王一、市妇联.

A name and its office are no party, a phrase that ends with a noun for people or bodies is one, and organisations
count where the list is of nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from yaowen.facts.parties.phrases import is_party
from yaowen.facts.parties.words import (
    ALL_TOLD,
    COUNT_BEHIND,
    CROWD,
    ENDS_BODY,
    ENDS_PEOPLE,
    GENERAL,
    GOVERNS,
    LEADS,
    NO_PARTY,
    ORIGIN,
    QUANTIFIED,
    QUOTED,
    SECOND_COUNT,
    SEPARATOR,
    SEVERAL,
    THEIRS,
    THERE_WERE,
    TRAIL,
)
from yaowen.facts.scene import Scene
from yaowen.facts.wording import MEASURE, NUMBER
from yaowen.schema import Label


@dataclass(frozen=True)
class PartyLists:
    """Reads the lists of one article."""

    scene: Scene

    def items(self, start: int, end: int, *, speaks: bool, adjacent: bool = False) -> Iterator[tuple[int, int]]:
        """The parties of a list; (-1, -1) alone where a passage is no list at all."""
        chars = self.scene.chars
        if lead := LEADS.match(chars, start, end):
            start = lead.end()
        if there := THERE_WERE.match(chars[start:end]):
            start += there.end()
        trail = TRAIL.search(chars, start, end) if adjacent else None
        while trail and trail.start() > start and not self.scene.inside_mention(trail.start()):
            end = trail.start()
            trail = TRAIL.search(chars, start, end)
        if start >= end:
            return
        pending: int | None = None
        parties: list[tuple[int, int]] = []
        spans = [*self.split(start, end)]
        crowd = CROWD.search(chars, start, end) and not any(m.label == Label.PERSON for m in self.scene.mentions_in(start, end))
        for index, (first, last) in enumerate(spans):
            people = [m for m in self.scene.mentions_in(first, last) if m.label == Label.PERSON]
            if people and not THEIRS.match(self.scene.chars, people[-1].end, last):
                pending = None
                tail = re.match(r"(?:同志)?等(?:在家的)?", chars[people[-1].end : last])
                if not tail:
                    continue
                first = people[-1].end + tail.end()
                if (title := self.scene.mention_at(first)) and title.end == last and title.label == Label.ROLE:
                    continue  # 王一等|市领导: those who are named
            if not crowd and self._is_office(first, last, spans[index + 1 :]):
                if self._shares_each(first, last, spans, index):
                    if pending is None and parties:
                        parties[-1] = (parties[-1][0], last)
                    continue
                pending = None
                continue
            text = chars[first:last]
            if is_party(text):
                whole = (named := self.scene.mention_at(first)) is not None and named.end == last
                counted = re.search(f"等{NUMBER}{MEASURE}", text) is not None
                apart = (whole and speaks) or (chars[first - 1] == "与" and (whole or counted))
                if pending is not None and not people and not apart and (chars[pending] == "各" or not QUANTIFIED.match(text)):
                    first = pending
                elif pending is not None:
                    parties.extend(self._bodies(pending, first))
                pending = None
                if parties and parties[-1][1] == first - 1 and self._shares_head(*parties[-1], text):
                    first = parties.pop()[0]
                parties.append((first, last))
            elif text and pending is None:
                pending = first
        if pending is not None:
            bodies = [*self._bodies(pending, end)]
            if not bodies and not parties:
                yield -1, -1
                return
            parties.extend(bodies if bodies and (speaks or parties or bodies[-1][1] == end) else ())
        if len(parties) > 1 and COUNT_BEHIND.search(chars, *parties[-1]) and parties[0][0] >= start:
            parties = [(parties[0][0], parties[-1][1])]  # 建设者代表、沿线群众300余人
        for first, last in self._governed(parties):
            told = ALL_TOLD.search(chars, first, last)
            if told and (self.scene.people_after(start, first) or told[0].startswith("等")):
                last = told.start()
            behind = SECOND_COUNT.search(chars, first, last)
            if behind and re.search(NUMBER + MEASURE, chars[first : behind.start()]):
                last = behind.start()
            if (
                2 <= last - first <= 240
                and not NO_PARTY.search(QUOTED.sub("", chars[first:last]))
                and (told or not GENERAL.fullmatch(chars, first, last))
            ):
                yield first, last

    def _governed(self, parties: list[tuple[int, int]]) -> list[tuple[int, int]]:
        """The parties, those that one number or origin counts for taken together: 160位华侨、企业家代表."""
        found: list[tuple[int, int]] = []
        for first, last in parties:
            text = self.scene.chars[first:last]
            mention = self.scene.mention_at(first)
            bare = QUANTIFIED.match(text) is None and (mention is None or mention.text in {"政协", "人大"})
            bare = bare or (bool(found) and self._shares_origin(*found[-1], text))
            if bare and found and 0 < first - found[-1][1] <= 2 and GOVERNS.match(self.scene.chars, *found[-1]):
                first = found.pop()[0]
            found.append((first, last))
        return found

    def _shares_origin(self, first: int, last: int, following: str) -> bool:
        """Whether what is counted next comes from where the party before does: 来自三地的12支代表队、|320名运动员."""
        counted = re.match(NUMBER + MEASURE, following) is not None
        return counted and ORIGIN.match(self.scene.chars, first, last) is not None

    def _shares_each(self, first: int, last: int, spans: list[tuple[int, int]], index: int) -> bool:
        """Whether an office is one more of each body's: 各组组长、|副组长、联络员."""
        opens = next((begin for begin, _ in reversed(spans[:index]) if self.scene.chars.startswith("各", begin)), None)
        if opens is None or any(m.label == Label.PERSON for m in self.scene.mentions_in(opens, spans[-1][1])):
            return False
        office = self.scene.mentions_in(first, last)
        return bool(office) and len(office) <= 2 and office[-1].label == Label.ROLE and office[0].start == first

    def _shares_head(self, first: int, last: int, following: str) -> bool:
        """Whether a list goes on to its noun: 各学院、各单位、机关各部门|负责人."""
        text = self.scene.chars[first:last]
        general = self.scene.mention_at(first) is None and not re.search(NUMBER + MEASURE, text)
        return general and ENDS_BODY.search(text) is not None and ENDS_PEOPLE.search(following) is not None

    def split(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """The items of a list; no separator inside a mention or brackets counts."""
        chars = self.scene.chars
        position, depth = start, 0
        origin = ORIGIN.match(chars, start, end)
        place = origin.end() if origin else start
        while place < end:
            depth += (chars[place] in "（(") - (chars[place] in "）)")
            match = SEPARATOR.match(chars, place, end)
            if match and depth <= 0 and not self._inside(place):
                if position < place:
                    yield position, place
                position = place = match.end()
                continue
            place += 1
        if position < end:
            yield position, end

    def _inside(self, place: int) -> bool:
        return self.scene.inside_mention(place) and self.scene.mention_at(place) is None

    def _is_office(self, first: int, last: int, following: list[tuple[int, int]]) -> bool:
        """Whether an item is the office of a name that follows: 校长、党委书记|王一."""
        roles = [m for m in self.scene.mentions_in(first, last) if m.label == Label.ROLE]
        closes = bool(roles) and roles[-1].end == last
        several = QUANTIFIED.match(self.scene.chars, first, last) or SEVERAL.search(self.scene.chars, first, last)
        several = several or re.search("各|.等(?!$)", self.scene.chars[first:last])
        anybody = any(m.label == Label.PERSON for span in following[:4] for m in self.scene.mentions_in(*span))
        if closes and (anybody or not several):
            return True
        for nth, (start, end) in enumerate(following[:4]):
            mentions = self.scene.mentions_in(start, end)
            if any(m.label == Label.PERSON for m in mentions):
                named = next(m for m in mentions if m.label == Label.PERSON)
                # 教师代表、某学院教授王一 is one person; 各县负责人、副市长王一 are two parties.
                return (
                    not QUANTIFIED.match(self.scene.chars, first, last)
                    and named.start >= start
                    and (last - first <= 8 or (nth > 0 and several is not None))
                )
            if not mentions or mentions[-1].label != Label.ROLE:
                return False
        return False

    def _bodies(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """The organisations of a passage that is a list of nothing else."""
        for first, last in self.split(start, end):
            mention = self.scene.mention_at(first)
            last = last - len(self.scene.chars[first:last]) + len(self.scene.chars[first:last].rstrip("、，"))
            if mention and mention.end == last and mention.label in {Label.ORG, Label.PLACE}:
                yield first, last
