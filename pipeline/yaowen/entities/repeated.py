"""Names that were found once are found again, whole, and by their short forms."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from yaowen.entities.bylines import believe_byline
from yaowen.entities.cases import Names
from yaowen.entities.combined import add_free
from yaowen.entities.marks import mend_marks
from yaowen.entities.reread import reread_mentions
from yaowen.entities.titles import leave_out_common
from yaowen.page import Clipping
from yaowen.schema import Label, Mention

AREA = re.compile(r"(?<=[\u4e00-\u9fff]{2})[市县区州盟旗省]$")
"""The kind of an area: 云岭|市."""
WITHIN = re.compile(r"^[\u4e00-\u9fff]{2,12}[市县区旗乡镇](?=[\u4e00-\u9fff]{2,6}(?:[村寨镇乡]|街道|社区|景区|公园)$)")
"""The areas that a village or park is in: 石河县云岭乡|桃沟村."""
IN_AREA = re.compile(
    r"(?:[\u4e00-\u9fff]{2,3}省)?(?![省市县区州旗镇乡中全各本该])"
    r"((?P<name>[\u4e00-\u9fff]{2,3}?)(?<![都城乡村超])[市县州盟旗镇乡](?<!联盟|同盟|红旗|返乡|小镇|夜市|股市))"
    r"(?!场)[\u4e00-\u9fff]"
)
"""The area with which the name of what is in it begins: 云岭市|第一中学, but not 农产品市场, 校企联盟办公室."""
DOUBTFUL = 2
"""A person's name of two characters that stands unfound so many times as often as it was found is no name."""

SHORTEST = {Label.PERSON: 2, Label.PLACE: 3, Label.ORG: 3}


@dataclass(frozen=True)
class RepeatedEntities:
    """Revises what the finders found on a page, by the page alone.

    A name in a byline is a person and what stands before it a role; brackets and quotation marks have both halves; one
    mostly taken for no person is none; a common word is a title only beside a name; each mention is read anew by the rules
    of its label; a person, place or organisation found anywhere on the page is found wherever it stands, a town or village
    also without its area (某区某某小镇), and an area (云岭市, also that of 云岭市第一中学) without its kind. Nothing is put
    over a mention that was found.
    """

    def revise(self, clippings: Sequence[Clipping], found: Sequence[tuple[Mention, ...]]) -> Iterator[tuple[Mention, ...]]:
        """The mentions of each clipping, revised."""
        marked = tuple(
            believe_byline(clipping, mend_marks(clipping, mentions))
            for clipping, mentions in zip(clippings, found, strict=True)
        )
        sure = _without_doubtful(clippings, marked)
        titled = [tuple(leave_out_common(clipping, mentions)) for clipping, mentions in zip(clippings, sure, strict=True)]
        names = _names(titled)
        mended = [
            tuple(reread_mentions(clipping, mentions, names)) for clipping, mentions in zip(clippings, titled, strict=True)
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
                if labels[match[0]] != Label.ORG or not _is_part(clipping.text.chars, *match.span())
            )
            yield add_free(mentions, again)


def _is_part(chars: str, start: int, end: int) -> bool:
    """Whether a body's name is part of a word here: 少先队|员, 全|市法院."""
    return chars.startswith("员", end) or chars[start - 1 : start] == "全"


def _names(found: Sequence[tuple[Mention, ...]]) -> Names:
    """Who and what a page names."""
    texts = {label: Counter(m.text for mentions in found for m in mentions if m.label == label) for label in Label}
    titled = {
        mention.text
        for mentions in found
        for title, mention in pairwise(mentions)
        if (title.label, mention.label) == (Label.ROLE, Label.PERSON) and title.end == mention.start
    }
    return Names(texts[Label.PERSON], titled, {*texts[Label.PLACE]})


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


def _labels(found: Sequence[tuple[Mention, ...]]) -> dict[str, Label]:
    """The names of a page that are worth looking for again, each with the one label it was found with."""
    seen: defaultdict[str, Counter[Label]] = defaultdict(Counter)
    for mention in (mention for mentions in found for mention in mentions):
        if len(mention.text) >= SHORTEST.get(mention.label, len(mention.text) + 1):
            seen[mention.text][mention.label] += 1
            if mention.label == Label.PLACE:
                seen[AREA.sub("", mention.text)][mention.label] += 1
                seen[WITHIN.sub("", mention.text)][mention.label] += 1
            if mention.label in {Label.PLACE, Label.ORG} and (area := IN_AREA.match(mention.text)):
                seen[area[1]][Label.PLACE] += 1
                seen[area["name"]][Label.PLACE] += 1
    return {name: next(iter(labels)) for name, labels in seen.items() if len(labels) == 1}
