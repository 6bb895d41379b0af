"""Names that were found once are found again, whole, and by their short forms."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from yaowen.entities.bounds import mend_marks, mend_names
from yaowen.entities.combined import add_free
from yaowen.entities.edges import mend_edges
from yaowen.entities.parted import part_places
from yaowen.page import Clipping
from yaowen.schema import BlockRole, Label, Mention

AREA = re.compile(r"(?<=[\u4e00-\u9fff]{2})[市县区州盟旗省]$")
WITHIN_AREA = re.compile(r"^[\u4e00-\u9fff]{2,5}?[市县区旗](?=[\u4e00-\u9fff]{3})")
WITHIN_TOWN = re.compile(r"^[\u4e00-\u9fff]{2,12}[乡镇](?=[\u4e00-\u9fff]{2,6}[村寨]$)")
GOES_ON = "路街道桥河江湖山站港乡镇村县市区学院大医公党委政法检局厅部队报队籍人菜酒茶戏剧话方式"
"""After the short name of an area these make another word or name of it: 云岭 is the city, 云岭路 is not."""

DOUBTFUL = 2
"""A person's name of two characters that stands unfound so many times as often as it was found is no name."""

COUNTED = re.compile("[0-9０-９.．]+[余多]?[孔栋座间户亩处幢口眼套辆架棵株顷平勒]")
"""How a count opens, which no name of a place does."""

COMMON = {
    *("记者", "负责人", "委员", "代表", "成员", "队员", "选手", "运动员", "嘉宾", "专家"),
    *("学员", "教师", "老师", "医生", "学生", "干部", "党员"),
}
"""Titles only beside a name or where somebody is said to be one: 记者王一 and 王老师, but not 记者获悉."""

SAID_TO_BE = re.compile(r"(?:是|系|当|为)(?:原|一[名位])?$|(?:免去|任命|辞去|[历现曾担]任)[^。；\n]{0,60}$")
"""Before the body that somebody is a doctor or a member of: 卓然是|云漠县医院|医生, 免去卓然的|云漠审判委员会|委员职务."""
SHORTEST = {Label.PERSON: 2, Label.PLACE: 3, Label.ORG: 3}


@dataclass(frozen=True)
class RepeatedEntities:
    """Revises what the finders found on a page, by the page alone.

    A name in a byline is a person and what stands before it a role; brackets and quotation marks have both halves; one
    mostly taken for no person is none, nor is the home that the paper is named after; a count is no place; a common word
    is a title only beside a name; a person, place or organisation found anywhere on the page is found wherever it stands;
    a town found with its area (某区某某小镇) is found without, a village without its town, and an area (云岭市) without its
    kind. Nothing is put over a mention that was found.
    """

    def revise(self, clippings: Sequence[Clipping], found: Sequence[tuple[Mention, ...]]) -> Iterator[tuple[Mention, ...]]:
        """The mentions of each clipping, revised."""
        mended = [
            _with_byline(clipping, mend_marks(clipping, mentions)) for clipping, mentions in zip(clippings, found, strict=True)
        ]
        mended = list(_without_doubtful(clippings, mended))
        mended = [tuple(_without_common(clipping, mentions)) for clipping, mentions in zip(clippings, mended, strict=True)]
        people = {mention.text for mentions in mended for mention in mentions if mention.label == Label.PERSON}
        mended = [
            tuple(_of_home(clipping, mention) for mention in mend_names(clipping, tuple(_without_counts(mentions)), people))
            for clipping, mentions in zip(clippings, mended, strict=True)
        ]
        places = {mention.text for mentions in mended for mention in mentions if mention.label == Label.PLACE}
        titled = {name for mentions in mended for name in _titled(mentions)}
        mended = [
            tuple(part_places(clipping, tuple(mend_edges(clipping, mentions, places, titled))))
            for clipping, mentions in zip(clippings, mended, strict=True)
        ]
        labels = _labels(mended)
        pattern = re.compile("|".join(map(re.escape, sorted(labels, key=len, reverse=True)))) if labels else None
        for clipping, mentions in zip(clippings, mended, strict=True):
            if pattern is None:
                yield mentions
                continue
            again = (
                Mention.at(clipping.text, *match.span(), labels[match[0]])
                for match in pattern.finditer(str(clipping.text))
                if _stands_free(clipping, match, labels[match[0]])
            )
            yield add_free(mentions, again)


def _titled(mentions: tuple[Mention, ...]) -> Iterator[str]:
    """The names that a title stands right before."""
    for before, mention in pairwise(mentions):
        if before.label == Label.ROLE and mention.label == Label.PERSON and before.end == mention.start:
            yield mention.text


def _without_doubtful(clippings: Sequence[Clipping], found: Sequence[tuple[Mention, ...]]) -> Iterator[tuple[Mention, ...]]:
    """Without people whose names mostly stand where no finder took them for one: 高干 found once of four times is a word."""
    people = (mention.text for mentions in found for mention in mentions if mention.label == Label.PERSON)
    times = Counter(name for name in people if len(name) == SHORTEST[Label.PERSON])
    free = "\n".join(_free_text(clipping, mentions) for clipping, mentions in zip(clippings, found, strict=True))
    doubtful = {name for name, count in times.items() if free.count(name) >= DOUBTFUL * count}
    for mentions in found:
        yield tuple(mention for mention in mentions if mention.label != Label.PERSON or mention.text not in doubtful)


def _free_text(clipping: Clipping, mentions: tuple[Mention, ...]) -> str:
    """The text of a clipping with a line break in place of each mention."""
    pieces, position = [], 0
    for mention in mentions:
        pieces.append(clipping.text.chars[position : mention.start])
        position = mention.end
    return "\n".join([*pieces, clipping.text.chars[position:]])


def _without_common(clipping: Clipping, mentions: tuple[Mention, ...]) -> Iterator[Mention]:
    """Without what is a title only beside a name, where none is; a list of titles leads to the name behind it."""
    kept: list[Mention] = []
    for number in range(len(mentions) - 1, -1, -1):
        mention, after = mentions[number], kept[-1] if kept else None
        if mention.label == Label.ROLE and mention.text in COMMON:
            before = mentions[number - 1] if number else None
            leads = (
                after is not None
                and after.label in (Label.PERSON, Label.ROLE)
                and not clipping.text.chars[mention.end : after.start].strip(" 、：:（(/\u3000")
            )
            follows = before is not None and before.label == Label.PERSON and before.end == mention.start
            held = (
                before is not None
                and before.label == Label.ORG
                and before.end == mention.start
                and SAID_TO_BE.search(clipping.text.chars, max(before.start - 80, 0), before.start)
            )
            if not (leads or follows or held or _in_byline(clipping, mention)):
                continue
        kept.append(mention)
    return reversed(kept)


def _in_byline(clipping: Clipping, mention: Mention) -> bool:
    return any(block.role == BlockRole.BYLINE and block.start <= mention.start < block.end for block in clipping.blocks)


def _labels(found: Sequence[tuple[Mention, ...]]) -> dict[str, Label]:
    """The names of a page that are worth looking for again, each with the one label it was found with."""
    seen: defaultdict[str, Counter[Label]] = defaultdict(Counter)
    for mention in (mention for mentions in found for mention in mentions):
        if len(mention.text) >= SHORTEST.get(mention.label, len(mention.text) + 1):
            seen[mention.text][mention.label] += 1
            if mention.label == Label.PLACE:
                shorter = (within.sub("", mention.text) for within in (AREA, WITHIN_AREA, WITHIN_TOWN))
                for short in shorter:
                    seen[short][mention.label] += 1
    return {name: next(iter(labels)) for name, labels in seen.items() if len(labels) == 1}


def _stands_free(clipping: Clipping, match: re.Match[str], label: Label) -> bool:
    following = clipping.text.chars[match.end() : match.end() + 1]
    if label == Label.ORG:
        return following != "员"  # 少先队 is a body, 少先队员 are children
    return not (label == Label.PLACE and len(match[0]) == 2 and following and following in GOES_ON)


def _without_counts(mentions: tuple[Mention, ...]) -> Iterator[Mention]:
    """38孔老窑洞 is no place but a count of them."""
    return (mention for mention in mentions if mention.label != Label.PLACE or not COUNTED.match(mention.text))


def _of_home(clipping: Clipping, mention: Mention) -> Mention:
    """云岭, in 云岭日报, is no person but the paper's home."""
    named_after = (clipping.publication.name or "", clipping.home or "")
    if mention.label == Label.PERSON and len(mention.text) > 1 and any(name.startswith(mention.text) for name in named_after):
        return Mention.at(clipping.text, mention.start, mention.end, Label.PLACE)
    return mention


def _with_byline(clipping: Clipping, mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
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
    found = {place for mention in mentions if mention.label == Label.ORG for place in range(mention.start, mention.end)}
    sure = [word for word in sure if word.label != Label.ORG or found.isdisjoint(range(word.start, word.end))]
    outlets = {place for word in sure if word.label == Label.ORG for place in range(word.start, word.end)}
    inside = {place for word in sure if word.label == Label.ROLE for place in (word.start, word.end - 1)}
    wider = tuple(
        m for m in mentions if m.label == Label.ROLE and m.end - 1 in inside and len(m.text) > 1 and m.start not in outlets
    )
    return add_free(add_free(wider, sure), mentions)


def _byline_words(clipping: Clipping) -> Iterator[tuple[str, Label]]:
    for byline in clipping.bylines:
        if byline.name:
            yield byline.name, Label.PERSON
        if byline.role:
            yield byline.role, Label.ROLE
        if byline.outlet and len(byline.outlet) > 2:
            yield byline.outlet, Label.ORG  # 岚州在线, but not 本报
