"""Names and titles of bylines, which segmenting has read before any finder."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from yaowen.entities.combined import add_free
from yaowen.page import Clipping
from yaowen.schema import BlockRole, Label, Mention


def believe_byline(clipping: Clipping, mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """What the byline was read as is believed before the finders: 本报评论员 is a role though no name follows.

    Where a finder's role holds more (首席记者), it stays.
    """
    words = dict(_byline_words(clipping))
    if not words:
        return mentions
    pattern = re.compile("|".join(map(re.escape, sorted(words, key=len, reverse=True))))
    sure = [
        Mention.at(clipping.text, block.start + match.start(), block.start + match.end(), words[match[0]])
        for block in clipping.blocks
        if block.role == BlockRole.BYLINE
        for match in pattern.finditer(clipping.text.chars[block.start : block.end])
    ]
    found = _places(mentions, Label.ORG)
    sure = [word for word in sure if word.label != Label.ORG or found.isdisjoint(range(word.start, word.end))]
    outlets, ends = _places(sure, Label.ORG), {word.end for word in sure if word.label == Label.ROLE}
    wider = tuple(m for m in mentions if m.label == Label.ROLE and m.end in ends and m.start not in outlets)
    return add_free(add_free(wider, sure), mentions)


def _places(mentions: Iterable[Mention], label: Label) -> set[int]:
    return {place for mention in mentions if mention.label == label for place in range(mention.start, mention.end)}


def _byline_words(clipping: Clipping) -> Iterator[tuple[str, Label]]:
    for byline in clipping.bylines:
        if byline.name:
            yield byline.name, Label.PERSON
        if byline.role:
            yield byline.role, Label.ROLE
        if byline.outlet and len(byline.outlet) > 2:
            yield byline.outlet, Label.ORG  # 岚州在线, but not 本报
