"""What speaks that is no person: a meeting, a document, a body, a group."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from yaowen.facts.scene import Scene
from yaowen.facts.sentences import PAIRS, SITES
from yaowen.facts.statements import cues, speaker_phrases
from yaowen.facts.statements.antecedents import Antecedents
from yaowen.facts.statements.heard import Cue, Heard, Speaker
from yaowen.schema import Label, Mention

OBEYED = re.compile(r"(?:落实|执行|贯彻|符合|响应|对标|[根依]据|[按照对把将以在于到赴从向与为由])$")
CALLED_IN = re.compile(
    r"(?:接到?|收到)(?:了)?(?P<who>[一-鿿]{2,8}?)的?(?:电话)?(?:报警|举报|投诉|反映|来电|求助|报案|电话|来信)(?:后)?[，,]?$"
)
"""派出所接到一位群众报警称，…: it is the one who called that says it."""


@dataclass(frozen=True)
class Voices:
    """Finds the meetings, documents, bodies and groups that speak in one article."""

    scene: Scene
    meant: Antecedents

    def speaks(self, start: int, cue: Cue, *, here: bool) -> Speaker | None:
        """A meeting, document, body or group that speaks: 会议指出, 市委某次全会提出, 与会代表表示.

        It stands at `start`; where that is `here`, in the clause of the cue, words may stand before it. Where no colon, comma
        or quotation marks that something is said, only what can be nobody else speaks.
        """
        scene, chars, place = self.scene, self.scene.chars, cue.place
        if caller := CALLED_IN.search(chars, start, place):
            people = scene.people_after(*caller.span("who"))
            return self.meant.person(people[0]) if people else Speaker(caller["who"], *caller.span("who"))
        start = self.meant.after_leads(self._behind_quotation(start), place)
        if meeting := self._meeting(start, place):
            return meeting
        named = self._named(start, cue)
        for opens in (start, *(mention.start for mention in named if here)):
            if OBEYED.search(chars, max(0, opens - 2), opens):
                return None
            own = next((mention for mention in named if mention.start == opens and mention.label == Label.ORG), None)
            if own and speaker_phrases.links(chars, own.end, place):
                return Speaker(self._meant(own.text, cue.last), own.start, own.end)  # 市公安局车管所, not 市公安局车管|所
            if cue.verb != "明确" and (phrase := speaker_phrases.find_noun_phrase(chars, opens, place)):
                if any(m.end < phrase[1] for m in scene.people_after(*phrase) if scene.acts(m)):
                    return None  # 王一感谢与会专家，表示
                bare = chars[slice(*phrase)] != "对方" and phrase[1] - phrase[0] < 4
                if bare and not (cue.marked or cue.quoted or own):
                    return None
                return Speaker(self._meant(chars[slice(*phrase)], cue.last), *phrase)
        for mention in reversed(named if here else named[:1]):
            if not here and mention.start != start:
                return None  # 王一走进会场，听到某报联合报道，强调…
            if mention.label in SITES and speaker_phrases.links(chars, mention.end, place):
                return Speaker.called(mention)
        return None

    def _behind_quotation(self, start: int) -> int:
        """Where a clause goes on that opens with what was said: “限高太低，”|行业协会在信中称，…."""
        quotation = self.scene.quotation(start + 1) if self.scene.chars[start] in PAIRS else None
        said = quotation is not None and self.scene.chars[quotation[1] - 2] in "，,。！？"
        return quotation[1] if quotation and said else start

    def decides(self, start: int, cue: Cue) -> Speaker | None:
        """The meeting, document or body that decides, shows or makes known: no person, no 数据."""
        place = cue.place
        start = self.meant.after_leads(start, place)
        if meeting := self._meeting(start, place):
            return meeting
        first = self.scene.mention_at(start)
        speaks = (
            first is not None
            and first.label == Label.ORG
            and cue.verb != "显示"
            and speaker_phrases.links(self.scene.chars, first.end, place)
        )
        return Speaker.called(first) if first and speaks else None

    def _meant(self, phrase: str, last: Heard | None) -> str:
        """该负责人 is the one who spoke before and was called so."""
        if last and phrase[0] in "该这" and last.speaker.name.endswith(phrase[-2:]) and last.speaker.name[0] not in "该这":
            return last.speaker.name
        holders = {name for name, posts in self.scene.posts.items() if phrase in {post.role for post in posts}}
        return holders.pop() if len(holders) == 1 else phrase  # 总书记 is the one who has that office

    def _named(self, start: int, cue: Cue) -> list[Mention]:
        """The bodies and places of a clause that may speak."""
        scene, place = self.scene, cue.place
        named = [mention for mention in scene.mentions_in(start, place) if mention.label != Label.PERSON]
        actor = next((mention for mention in scene.people_after(start, place) if scene.acts(mention)), None)
        if actor:  # 王一在出席某局座谈会时说: not the body
            named = [mention for mention in named if mention.start == start or mention.end <= actor.start]
        if cue.verb in cues.NOUN:  # 跟上中央要求: a noun
            named = [mention for mention in named if mention.start == start or scene.chars[mention.start - 1] in "，中时日天"]
        return named

    def _meeting(self, start: int, place: int) -> Speaker | None:
        """The meeting or document that a clause opens with, told in full.

        会议 means the meeting that spoke before in an article that reports none of its own.
        """
        chars = self.scene.chars
        meeting = speaker_phrases.find_meeting(chars, start, place, quoted=self.scene.quotation)
        if meeting is None:
            return None
        name = chars[slice(*meeting)]
        if "”" in name and "“" not in name.partition("”")[0] and chars[start - 1 : start] == "“":
            start -= 1  # “十四五”规划提出
        told_of = name == "会议" and not self.scene.reading.events and self._cited
        return Speaker(told_of or chars[start : meeting[1]], start, meeting[1])

    @cached_property
    def _cited(self) -> str | None:
        for sentence in self.scene.body[:6]:
            for match in re.finditer(r"(?:提出|指出|强调|要求|明确)", self.scene.chars[sentence.start : sentence.end]):
                place = sentence.start + match.start()
                start, _ = self.scene.clause(place, sentence)
                name = self.scene.chars[self.meant.after_leads(start, place) : place]
                if re.fullmatch(r"[^，。]{4,40}(?:会议|全会|大会)", name):
                    return name
        return None
