"""The teams of a contest, by what they did to each other."""

from __future__ import annotations

from collections.abc import Iterator

from yaowen.facts.parties.phrases import acts
from yaowen.facts.parties.words import BEATS, BEATS_FROM_AFAR, NEXT_TEAM, WINS
from yaowen.facts.scene import Scene
from yaowen.facts.sentences import Sentence
from yaowen.schema import Label


def find_teams(scene: Scene, sentence: Sentence) -> Iterator[tuple[int, int]]:
    """The teams of a contest: 甲校以三比一战胜|乙校; 甲校代表队、乙校代表队分获一二名."""
    chars = scene.chars
    listed = -1
    for mention in reversed(scene.mentions_in(sentence.start, sentence.end)):
        if mention.label in {Label.ORG, Label.PLACE}:
            wins = WINS.match(chars, mention.end, sentence.end)
            shares = NEXT_TEAM.fullmatch(chars, mention.end, listed) if listed > mention.end else None
            if (does := wins or shares) or BEATS.search(chars, sentence.start, mention.start):
                yield mention.start, mention.end + len(does["team"] or "" if does else "")
                listed = mention.start if does else -1
    for match in BEATS_FROM_AFAR.finditer(chars, sentence.start, sentence.end):
        teams = [m for m in scene.mentions_in(sentence.start, match.start()) if m.text.endswith("队")]
        if not teams or chars[teams[-1].end] == "的":
            continue
        opens, _ = scene.clause(teams[-1].start, sentence)
        if not acts(chars[opens : teams[-1].start]):
            yield teams[-1].start, teams[-1].end
