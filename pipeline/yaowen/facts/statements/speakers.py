"""Who says what a verb of speech tells: a name, a pronoun, a phrase of the clause, the subject of the clauses before.

Reads one article with its events; `speaker_phrases` tells which words can name a speaker and what may stand between it and
the verb.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cached_property

from yaowen.facts.scene import Scene
from yaowen.facts.sentences import Sentence
from yaowen.facts.statements import cues, report_words, speaker_phrases
from yaowen.facts.statements.antecedents import Antecedents
from yaowen.facts.statements.heard import Cue, Heard, Speaker
from yaowen.facts.statements.voices import Voices
from yaowen.schema import Label, Mention

SIGN = re.compile(r"(?:[写印刻挂贴]着|写[有道]|主题|口号|标语|[字纸便横]条|横幅|牌子|如下|[是为叫即如])$")
"""Before a colon: what follows is read, not said."""

OWN_WORDS = re.compile("的(?:理由|想法|回答|回复|心愿|愿望|初衷|目标|梦想|打算|感受|体会|话)[^，。；：“”]{0,10}$")
"""村支书王一|的想法很简单|：“…”."""

BEFORE_PRONOUN = re.compile(r"[，,。；;：:！？”\s据时后]$|[岁旁边]的$")

EARLIER_PRONOUN = re.compile(r"(?<![\u4e00-\u9fff])[他她](?!们)")
"""每到一处，他都仔细询问，叮嘱…."""
WHOSE = {
    "说": re.compile(r"用(?P<whose>[^，。；：“”\n]{1,20})的话$"),
    "看来": re.compile(r"在(?P<whose>[^，。；：“”\n]{1,40})$"),
}
"""用|村支书王一|的话|说，…; 在|村支书王一|看来，…."""
LONGEST_WHOSE = 44
AFAR = 120
"""So far before a quotation the pronoun may stand that tells who speaks."""
COORDINATED = re.compile(r"[，,]?(?:并|还|又|同时)")


@dataclass(frozen=True)
class Speakers:
    """Finds the speakers of one article."""

    scene: Scene

    @cached_property
    def meant(self) -> Antecedents:
        """Whom pronouns mean."""
        return Antecedents(self.scene)

    @cached_property
    def voices(self) -> Voices:
        """What speaks that is no person."""
        return Voices(self.scene, self.meant)

    def of(self, cue: Cue) -> Speaker | None:
        """Who governs a cue: a name, a pronoun, a phrase before it; else the subject of the clauses before."""
        scene, chars, place = self.scene, self.scene.chars, cue.place
        clause = max(scene.clause(place, cue.sentence)[0], cue.behind)
        if cue.verb in cues.IMPERSONAL:
            return self.voices.decides(clause, cue)
        if (pronoun := self._pronoun(place, cue.behind)) is not None:
            return self.meant.antecedent(pronoun, cue.sentence, cue.last, cue.acted)
        if self._is_author(place, cue.behind):
            return None
        if (whose := self._whose_words(cue)) or cue.verb == "看来":
            return whose
        people = self.meant.actors_before(place, cue.behind)
        if people and self._links(people[-1].end, place):
            return self.meant.person(people[-1])
        alone = speaker_phrases.links(chars, clause, place)
        if voice := self._voice(cue, clause, alone=alone):
            return voice
        if people and people[-1].start >= clause and self._speaks_from_afar(people[-1], cue):
            return self.meant.person(people[-1])
        if chars[clause] in "他她":
            if chars.startswith("们", clause + 1):
                return self.meant.group(cue.sentence) if cue.marked or cue.quoted else None
            if place - clause <= 16 and (cue.quoted or (cue.marked and cue.verb not in cues.NOUN)):
                return self.meant.antecedent(clause, cue.sentence, cue.last, cue.acted)  # 他指着山顶说，…
        opener = scene.people_after(cue.sentence.start, place)
        if cue.quoted and opener and scene.acts(opener[0]) and (not cue.marked or cue.verb not in cues.NOUN):
            return self.meant.person(opener[0])  # 村民王一握着李二的手，激动地说; 王一摘下棉帽说：“…。”
        if alone and (cue.verb in cues.BARE or COORDINATED.match(chars, clause)):
            return self._subject_before(cue, clause, people)
        return None

    def _whose_words(self, cue: Cue) -> Speaker | None:
        """In whose words or eyes something is told: 用王一的话说, 在他看来, 在受访专家看来."""
        nearest = max(cue.behind, cue.place - LONGEST_WHOSE)
        words = WHOSE[cue.verb].search(self.scene.chars, nearest, cue.place) if cue.verb in WHOSE else None
        if words is None:
            return None
        if people := self.scene.people_in(*words.span("whose")):
            return self.meant.person(people[-1])
        if words["whose"] in {"他", "她"}:
            return self.meant.antecedent(words.start("whose"), cue.sentence, cue.last, cue.acted)
        phrase = speaker_phrases.find_noun_phrase(self.scene.chars, *words.span("whose"))
        return Speaker(self.scene.chars[slice(*phrase)], *phrase) if phrase and cue.verb == "看来" else None

    def _voice(self, cue: Cue, clause: int, *, alone: bool) -> Speaker | None:
        """The meeting, body or group in the clause, or where the verb is `alone` in it, in the clause before."""
        if not (cue.marked or cue.quoted or cue.verb in cues.BARE):
            return None
        for opens in (clause, self._clause_start_before(clause, cue.behind, cue.sentence)) if alone else (clause,):
            voice = self.voices.speaks(opens, cue, here=opens == clause)
            if voice and (opens == clause or self.scene.chars[voice.end] not in "，,"):
                one = speaker_phrases.ONE_NAMED.fullmatch(voice.name)
                return (self._one_called(voice.start, cue.sentence, cue.last, cue.acted) if one else None) or voice
        return None

    def _speaks_from_afar(self, mention: Mention, cue: Cue) -> bool:
        """Whether a person speaks who does something else before: 王一指着新修的院落介绍：“…”."""
        told = cue.marked and (cue.verb not in cues.NOUN or cue.match["tail"] is not None)  # 解释|说
        during = cue.marked and self.scene.chars[cue.place - 1] in "时后"  # 王一在出席…座谈会时强调，…
        return (cue.quoted or told) and cue.place - mention.end <= (40 if cue.quoted or during else 16)

    def _subject_before(self, cue: Cue, clause: int, people: tuple[Mention, ...]) -> Speaker | None:
        """The subject that stands clauses before: 王一走进大棚，询问销路，强调要…."""
        scene, last, sentence = self.scene, cue.last, cue.sentence
        if people and people[-1].start < clause:
            return self.meant.person(people[-1])
        if he := EARLIER_PRONOUN.search(scene.chars, sentence.start, clause):
            return self.meant.antecedent(he.end() - 1, sentence, last, cue.acted)
        if last and last.sentence == sentence and last.speaker.mention and scene.chars[clause - 1] in "；;":
            return replace(last.speaker, start=cue.place)  # 王一寄语企业家，…；希望部门…
        opens = self.meant.opens(sentence)
        before = self._clause_start_before(clause, cue.behind, sentence)
        some = speaker_phrases.SOME.match(scene.chars, before, clause)
        if group := speaker_phrases.GROUP.match(scene.chars, before if some else opens, clause):
            return Speaker.called(group)
        body, officers = scene.mention_at(opens), scene.people_after(opens, clause)
        if COORDINATED.match(scene.chars, clause):
            body = scene.mention_at(before) or body  # 接到反映后，市城管局迅速处置，并回复称，…
        of_person = bool(officers) and scene.office_start(officers[0]) <= opens  # 教务处主任王一认为，…
        if body and body.label == Label.ORG and body.end < clause and not of_person:
            return Speaker.called(body)  # 市教育局召开会议，要求各校…
        if cue.verb not in cues.DIRECTIVE:
            return None
        anew = clause == sentence.start and cue.behind <= clause
        if last and (last.sentence == sentence or (last.speaker.mention and anew)):
            return replace(last.speaker, start=cue.place)
        return self.meant.person(cue.acted, cue.place) if cue.acted and anew else None

    def _one_called(
        self, place: int, sentence: Sentence, last: Heard | None = None, acted: Mention | None = None
    ) -> Speaker | None:
        """Who is called 老人 after his name, where his paragraph has it and no 一位老人: 乔禾摇摇头。“…。”老人说."""
        chars, block = self.scene.chars, self.scene.blocks[sentence.block]
        one = speaker_phrases.ONE_NAMED.match(chars, place, block.end)
        if one is None or chars.startswith("们", one.end()):
            return None
        if speaker_phrases.first_unnamed(chars, block.start, block.end, one[0]) <= place:
            return Speaker.called(one)
        named = self.meant.aged(place, block.start) if "老" in one[0] else None
        named = named or self.meant.antecedent(place, sentence, last, acted)
        near = named and named.mention and named.mention.start >= block.start
        return Speaker(named.name, *one.span(), named.mention) if named and near else Speaker.called(one)

    def _clause_start_before(self, start: int, behind: int, sentence: Sentence) -> int:
        return max(self.scene.clause(start - 1, sentence)[0], behind) if start > sentence.start else start

    def _pronoun(self, place: int, behind: int) -> int | None:
        """Where the pronoun stands that is the subject of a cue: 他|还特别强调."""
        chars = self.scene.chars
        for position in range(place - 1, max(behind, place - 40) - 1, -1):
            if chars[position] in "他她" and speaker_phrases.links(chars, position + 1, place):
                opens = position == behind or BEFORE_PRONOUN.search(chars, max(behind, position - 2), position)
                return position if opens else None
            if chars[position] in "。；！？\n":
                break
        return None

    def _is_author(self, place: int, behind: int) -> bool:
        """Whether 我 speaks: who wrote the article."""
        position = self.scene.chars.rfind("我", max(behind, place - 12), place)
        opens = position >= 0 and (
            position == behind or BEFORE_PRONOUN.search(self.scene.chars, max(behind, position - 2), position)
        )
        return bool(opens) and speaker_phrases.links(self.scene.chars, position + 1, place)

    def _links(self, start: int, place: int) -> bool:
        """Whether only adverbs stand between a name and a cue: 王一|在会上还强调."""
        tail = speaker_phrases.PERSON_TAIL.match(self.scene.chars, start, place)
        for end in {start, tail.end() if tail else start}:
            after = self.scene.mention_at(end)
            if after is not None and after.label == Label.ROLE and after.end <= place:
                end = after.end
            if speaker_phrases.links(self.scene.chars, end, place):
                return True
        return False

    def who_opens(self, colon: int, sentence: Sentence) -> Speaker | None:
        """村支书王一掰着指头算账：“…。”: who acts before the colon."""
        scene, chars = self.scene, self.scene.chars
        start, _ = scene.clause(colon, sentence)
        if SIGN.search(chars, max(start, colon - 4), colon) or colon - start < 2:
            return None
        if (of := OWN_WORDS.search(chars, start, colon)) and (whose := scene.people_ending_at(of.start())):
            return self.meant.person(whose[-1])
        people = scene.people_before(colon, sentence.start)
        if people and colon - people[-1].end <= 60:
            return self.meant.person(people[-1])
        opens = self.meant.after_leads(start, colon)
        if chars[opens] in "他她":
            return self.meant.antecedent(opens, sentence)
        if one := self._one_called(opens, sentence):
            return one
        if group := speaker_phrases.GROUP.match(chars, opens, colon) or speaker_phrases.KIN.match(chars, opens, colon):
            return Speaker.called(group)
        he = EARLIER_PRONOUN.search(chars, max(sentence.start, colon - AFAR), colon)
        return self.meant.antecedent(he.end() - 1, sentence) if he else None

    def actor_behind(self, end: int, stop: int) -> Speaker | None:
        """“今年收成好。”果农王一边摘边笑; “…。”他拍了拍树干."""
        if self.scene.chars[end : end + 1] in {"他", "她"}:
            return self.meant.antecedent(end, self.meant.sentence_at(end))
        if one := self._one_called(end, self.meant.sentence_at(end)):
            return one
        people = self.scene.people_after(end, min(stop, end + 80))
        kin = speaker_phrases.KIN.match(self.scene.chars, people[0].start, stop) if people else None
        if kin and kin.end() > people[0].end and people[0].start - end <= 2:
            return Speaker.called(kin)  # “明年再扩两亩！”王一的妻子搭话
        if people and report_words.WORDS_OF.match(self.scene.chars, self._titled_end(people[0])):
            return None if "。" in self.scene.chars[end : people[0].start] else self.meant.person(people[0])
        if people and self.scene.acts(people[0]):
            speaker = self.meant.person(people[0])
            if re.fullmatch(r"(?:[^，。“”\n]{1,24}的)?[0-9]{0,2}[\u4e00-\u9fff]{0,4}", self.scene.chars[end : speaker.start]):
                return speaker
        return None

    def _titled_end(self, mention: Mention) -> int:
        """Where a name ends, with the office behind it: 王|书记."""
        after = self.scene.mention_at(mention.end)
        return after.end if after is not None and after.label == Label.ROLE else mention.end

    @cached_property
    def names_end(self) -> frozenset[int]:
        return frozenset(mention.end for mention in self.scene.people)
