"""The teams of a contest: whatever is called a team, and who won or lost."""

from __future__ import annotations

from collections.abc import Iterator

from yaowen.facts.parties.words import AT_HOME, BEATS, BELONGS, NAMED_TEAM, NEXT_TEAM, TEAM, WINS
from yaowen.facts.scene import Scene
from yaowen.facts.sentences import Sentence
from yaowen.schema import Label, Mention


def find_teams(scene: Scene, sentence: Sentence) -> Iterator[tuple[int, int]]:
    """The teams of a contest: 甲县队, whatever it does; 甲校以三比一战胜|乙校; 甲校代表队、乙校代表队分获一二名."""
    chars = scene.chars
    listed = -1
    for mention in reversed(scene.mentions_in(sentence.start, sentence.end)):
        if mention.label not in {Label.ORG, Label.PLACE} or AT_HOME.search(chars, sentence.start, mention.start):
            continue
        wins = WINS.match(chars, mention.end, sentence.end)
        shares = NEXT_TEAM.fullmatch(chars, mention.end, listed) if listed > mention.end else None
        does = wins or shares
        if does or _is_team(scene, mention) or BEATS.search(chars, sentence.start, mention.start):
            yield _start(scene, mention), mention.end + len(does["team"] or "" if does else "")
            listed = mention.start if does else -1
    for named in NAMED_TEAM.finditer(chars, sentence.start, sentence.end):
        if not scene.mentions_in(*named.span("team")):
            yield named.span("team")


def _is_team(scene: Scene, mention: Mention) -> bool:
    """Whether a body is a team, rather than what a player belongs to: 甲县队|后卫王一, 甲县队|的王一."""
    following = scene.mention_at(mention.end)
    of_player = following is not None and following.label in {Label.PERSON, Label.ROLE}
    return TEAM.search(mention.text) is not None and not of_player and not BELONGS.match(scene.chars, mention.end)


def _start(scene: Scene, mention: Mention) -> int:
    """Where a team starts with whom it comes from: 柳湖社区|“夕阳红”舞蹈队."""
    before = next((m for m in scene.mentions_in(max(0, mention.start - 12), mention.start) if m.end == mention.start), None)
    return before.start if before and mention.text[0] == "“" else mention.start
