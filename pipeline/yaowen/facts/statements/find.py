"""Who said what: the speaker, the word that says so, and the passage that was said.

Reads the body sentence by sentence, after persons and events. Verbs of speech first (`cues` tells which are), each
with its speaker: a pronoun, a name, a phrase of the clause, the subject of the clauses before. Then whole quotations
that no verb goes with. Last, where the words end.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import zip_longest

from yaowen.facts.scene import Scene
from yaowen.facts.sentences import BODY, Sentence
from yaowen.facts.statements import cues
from yaowen.facts.statements.heard import Cue, Heard, Speaker
from yaowen.facts.statements.passages import SHORTEST_WORDS, Passages
from yaowen.facts.statements.quotations import Quotations
from yaowen.facts.statements.speakers import COORDINATED, Speakers
from yaowen.facts.statements.speech_ends import SpeechEnds
from yaowen.page import Reading
from yaowen.schema import EventStatus, Genre, Mention, Statement


def find_statements(reading: Reading) -> Reading:
    """What persons, meetings, bodies and documents are reported to have said, in the order of the text.

    A line of the headline is no statement; a speech printed in full has none.
    """
    if reading.clipping.genre == Genre.SPEECH:
        return reading
    return replace(reading, statements=tuple(_Listener(Scene(reading)).statements()))


LOOKS = re.compile("脸上|[满一]脸|眼[睛里角神中]|目光|嘴角|眉|语气|声音|神情|手[里上中]")
"""“能成。”王一说，|脸上带着笑: how he looks, not what he says."""
MEETINGS = {"会议", "大会", "全会"}
AT_THE_EVENT = re.compile(r"(?:会|仪式|典礼|活动|论坛|现场)上|致辞|(?:调研|[视考]察|检查|督导|走访)[时中]|赛后")
WHO_WAS_THERE = re.compile(r"[与到参]会|出席")
"""与会专家, 参会代表."""


@dataclass(frozen=True)
class _Listener:
    """Listens to one article."""

    scene: Scene

    @cached_property
    def speakers(self) -> Speakers:
        return Speakers(self.scene)

    @cached_property
    def ends(self) -> SpeechEnds:
        return SpeechEnds(self.scene, self.speakers)

    @cached_property
    def quotations(self) -> Quotations:
        return Quotations(self.scene, self.speakers, self.ends)

    @cached_property
    def passages(self) -> Passages:
        return Passages(self.scene, self.speakers.names_end)

    def statements(self) -> Iterator[Statement]:
        """Every statement, in the order of the text."""
        by_block: dict[int, list[Heard]] = {}
        for item in self._told():
            by_block.setdefault(item.sentence.block, []).append(item)
        found: dict[int, Statement] = {}
        last: Heard | None = None
        since = -1
        for index, block in enumerate(self.scene.blocks):
            if block.role not in BODY:
                continue
            told = by_block.get(index, [])
            # Who speaks goes on in the next paragraph, not three paragraphs later.
            recent = last.speaker if last and index - since <= 1 and last.cue not in cues.DIRECTIVE else None
            if answer := self.quotations.answer(block):
                told = [answer]
            elif self.scene.reading.clipping.genre != Genre.COMMENTARY:
                told = sorted([*told, *self.quotations.of(block, told, recent)], key=lambda item: item.start)
            for item, following in zip_longest(told, told[1:]):
                if item.quoted:
                    found.setdefault(item.quoted[0], self._statement(item.quoted, item))
                if item.words:
                    start, end = item.words
                    end = end if end >= 0 else self.ends.of(item, start, following.start if following else block.end, block.end)
                    if end - start >= SHORTEST_WORDS:
                        found.setdefault(start, self._statement((start, end), item))
            spoke = [item for item in told if item.speaker.mention]
            if spoke:
                last, since = spoke[-1], index
        yield from (found[start] for start in sorted(found))

    def _statement(self, words: tuple[int, int], item: Heard) -> Statement:
        start, end = words
        text = self.scene.reading.clipping.text
        return Statement(
            item.speaker.name, item.cue, start, end, text.chars[start:end], text.source(start, end), self._event_of(item)
        )

    def _event_of(self, item: Heard) -> int | None:
        """The event that something was said at: its meeting spoke, one who took part, or someone 在会上."""
        events, speaker = self.scene.reading.events, item.speaker.name
        for index, event in enumerate(events):
            if (
                speaker in {person.person for person in event.participants}
                or speaker in MEETINGS
                or (event.name or "").endswith(speaker)
            ):
                return index
        if events and WHO_WAS_THERE.match(speaker):
            return 0
        told = self.scene.chars[item.sentence.start : item.place]
        held = [event for event in events if event.status == EventStatus.HELD]
        return events.index(held[0]) if len(held) == 1 and AT_THE_EVENT.search(told) else None

    def _told(self) -> Iterator[Heard]:
        """What is told with a verb of speech."""
        last: Heard | None = None
        acted: Mention | None = None
        for sentence in self.scene.body:
            behind = sentence.start
            for match in self._cues(sentence):
                if heard := self._heard(match, sentence, behind, last, acted):
                    yield heard
                    last, behind = heard, match.end()
            acted = self.speakers.meant.subject(sentence) or acted

    def _cues(self, sentence: Sentence) -> Iterator[re.Match[str]]:
        """The verbs of speech of a sentence, where they are verbs and in no quotation."""
        chars = self.scene.chars
        for match in cues.CUE.finditer(chars, sentence.start, sentence.end):
            if self.scene.quotation(match.start()) or self._is_in_name(match.start()):
                continue
            manner = match["cue"] in cues.MANNERS and match["tail"] is None
            if manner and cues.CUE.match(chars, match.end()):
                continue  # 分析|认为: the second verb says it
            if cues.is_cue(chars, match, sentence.start, named=match.start() in self.speakers.names_end):
                yield match

    def _heard(
        self, match: re.Match[str], sentence: Sentence, behind: int, last: Heard | None, acted: Mention | None
    ) -> Heard | None:
        """Who says what a verb of speech tells, where somebody is known to; `behind` is the end of the verb before it."""
        chars = self.scene.chars
        words = self.passages.behind(match, sentence)
        marked = words is not None and not (words[1] < 0 and words[0] == match.end())
        noun = match["cue"] in cues.NOUN
        behind_quotation = self.passages.before(match.start(), match.start(), told_by=noun) is not None
        if behind_quotation and words and words[1] < 0 and LOOKS.match(chars, words[0]):
            words = None
        quoted = behind_quotation or (words is not None and words[1] >= 0)
        speaker = self.speakers.of(Cue(match, sentence, behind, last, acted, marked, quoted))
        if speaker is None or (last and last.sentence == sentence and self._is_told_within(last, speaker, match)):
            return None
        said_before = self.passages.before(speaker.start, match.start())
        if said_before and (match["cue"] == "看来" or self._is_said_otherwise(said_before[0] - 1, speaker, last)):
            said_before = None
        if words is None and said_before is None:
            return None
        cue = "说" if match["cue"] in cues.MANNERS and match["tail"] == "说" else match["cue"]
        return Heard(speaker, cue, match.start(), sentence, words, said_before)

    def _is_said_otherwise(self, quotation: int, speaker: Speaker, last: Heard | None) -> bool:
        """Whether a quotation before a verb goes with the one before it, or with the colon that leads to it.

        村民点赞：“…。”通告称，…; 王一说，收成好，“卖得快。”他告诉记者，….
        """
        mark = self.scene.chars[quotation - 1 : quotation]
        goes_on = last is not None and last.words is not None and last.words[0] < quotation < last.sentence.end
        return (mark in {"：", ":"} and speaker.mention is None) or (mark in {"，", ","} and goes_on)

    def _is_in_name(self, place: int) -> bool:
        """Whether a character is the last of somebody's name: 尤自强|调离本区."""
        return any(mention.start < place < mention.end for mention in self.scene.people_before(place + 1, max(place - 3, 0)))

    def _is_told_within(self, before: Heard, speaker: Speaker, match: re.Match[str]) -> bool:
        """Whether a verb belongs to the words of the one before it: 王一说，一些企业认为，…."""
        if before.words is None or before.words[1] >= 0:
            return False
        start = before.words[0]
        if speaker.start == start:
            return True  # 王一表示，他愿重申…
        between = self.scene.chars[start : match.start()]
        again = match["cue"] == before.cue and self.scene.chars[match.start() - 1] in {*"；;"}
        if ("；" in between or ";" in between) and not again:  # 希望企业…；希望部门…: the same speech
            return False
        clause, _ = self.scene.clause(match.start(), before.sentence)
        if speaker.mention and clause <= speaker.start < match.start():
            return False
        if speaker.start < start or speaker.name == before.speaker.name:  # 王一指出，…，并强调: the same speaker goes on
            again = match["cue"] in cues.DIRECTIVE and before.cue in cues.DIRECTIVE and clause == match.start()
            return not again and COORDINATED.match(self.scene.chars, clause) is None
        # 王一说，期待李二来访，也希望…: 李二 does not speak.
        return True
