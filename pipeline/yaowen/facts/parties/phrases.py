"""Whether a phrase names a party, and what stands behind it: a noun with what belongs to it, or somebody who acts."""

from __future__ import annotations

import re

from yaowen.facts.parties.words import ENDS_OFFICE, HEAD, HONOURED, NO_PARTY, QUANTIFIED, QUOTED
from yaowen.facts.wording import NUMBER
from yaowen.vocabulary import DOES, Kind, cut

BRACKETS = re.compile("（[^（）]*）")
"""县|（市、区）|长."""


def is_party(text: str) -> bool:
    """Whether a phrase names people or bodies: 有关部门负责人; with 各 also by their office (各县工会主席)."""
    if HONOURED.search(text):
        return True
    several = QUANTIFIED.match(text) is not None or re.search("各|.等.", text) is not None
    several = several and ENDS_OFFICE.search(BRACKETS.sub("", text)) is not None
    text = QUOTED.sub("", text)
    return (several or HEAD.search(text) is not None) and not NO_PARTY.search(text) and holds_together(text)


def belongs_to_them(text: str) -> bool:
    """Whether what stands behind a party says that something is theirs: 6家机构|及个人珍藏的展品, 200名学生|绘制的画."""
    words = cut(text) if text else ()
    while words and (words[0].kind in {Kind.CONJUNCTION, Kind.NOUN, Kind.PRONOUN} or words[0].text == "与"):
        words = words[1:]
    while words and words[0].kind in DOES | {Kind.ADVERB}:
        words = words[1:]
    return bool(words) and words[0].text == "的" and not text.startswith("的")


def acts(text: str) -> bool:
    """Whether something is done in a phrase, or done with what follows: 首批|入驻, 为."""
    words = cut(text) if text else ()
    return any(word.kind == Kind.PREPOSITION or (word.kind == Kind.VERB and len(word.text) > 1) for word in words)


_PAIRS = re.compile(f"{NUMBER}对")
"""28对|新人: no preposition."""


def holds_together(text: str) -> bool:
    """Whether a phrase is a noun with what belongs to it, no clause: not 某局于5日举办的培训班, not 新生|入队."""
    words = cut(_PAIRS.sub("", text))
    if any(word.kind in {Kind.PREPOSITION, Kind.PARTICLE} and word.text in "于以向由从把被对了着过" for word in words):
        return False
    *_, last = words
    opens = words[-2] if len(words) > 1 else last
    return not (last.text in "队班组会" and opens.kind in DOES and len(opens.text) == 1)
