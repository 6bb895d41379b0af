"""Places and bodies apart from what they were run together with: stretches of roads, stops of races, organs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set

from yaowen.page import Clipping
from yaowen.schema import Label, Mention

NAME = r"[A-Z0-9一-鿿]{2,12}?"
SEVERAL = {
    Label.PLACE: (
        re.compile(rf"({NAME})[（(]({NAME})(?:至|到|[-—－~～]{{1,2}})({NAME})段?[）)]"),
        re.compile(r"(中国)[（(]([一-鿿]{2,6})[）)]"),
    ),
    Label.ORG: (re.compile(r"([一-鿿]{0,6}?[省市县区州盟旗]委)([省市县区州盟旗]政府)"),),
}
"""What is a mention for each of its parts: 滨河大道（石桥至柳巷段）, 中国（东江）, 县委|县政府."""
STRETCH = re.compile(rf"({NAME})(?:至|到)({NAME})")
"""In brackets behind a road, its two ends: （石桥|至|柳巷段）."""
CROSSED = re.compile(r"([一-鿿]{2,5}?(?:[路街巷]|大道))(?!道)([一-鿿]{2,5}(?:[路街巷]|大道))")
"""A road and the one that its stretch begins at: 学府街|滨河路|至柳巷段."""
NO_PLACE = re.compile(
    r"[东西南北][至到往向][东西南北]|环[湖湾岛城山江]|生态|太阳"
    r"|蒙古(?=包(?!头)|袍)"
    r"|[东西南北]{1,2}[方部]?(?=(?:暖湿|干冷|[强弱]?冷|偏[东西南北])?(?:气流|急流|空气|季风|大?风))"
)
"""Directions, winds and words that name no place: 由|北至南, 受|西南|暖湿气流影响, |蒙古|包."""
AHEAD = re.compile(r"(?:穿越|横穿|途经|流经|抵达|直通)(?=[一-鿿]{2})")
"""What somebody does before the place that he does it to."""
ROUND = re.compile(r"环(?!江)(?=[一-鿿]{2})")
SPORT = re.compile(r"[一-鿿0-9]{0,8}?(?:自行车|骑行|马拉松|健步|徒步|越野|跑|赛)")
"""Behind what a race goes round: 环|东江|自行车赛."""
BEHIND = re.compile(
    r"(?<=[一-鿿]{2})(?:大街小巷|背街小巷|街头巷尾|田间地头|环[湖湾岛城山江])$"
    r"|(?<=[一-鿿]{2}[路街])路?段$|(?<=大道)路?段$"
)
"""What is said of a place behind its name: 城南区|大街小巷, 东江|环湾半程马拉松, 学府路|段."""
ON_ROADS = re.compile(r"(?<=[一-鿿]{2})公路$")
"""Of the sport and not of the place: 东江|公路自行车赛."""
STOP = re.compile(r"(?<=[一-鿿]{2})站$")
STOPS_AT = re.compile(r"(?:[赛跑会展]|系列活动)[”》]?[·\-—－]{0,2}[（(]?$")
"""Before the place at which a series of races stops: 环湖骑行赛|东江站, 招聘会（东江站）."""
STOPPED = re.compile(r"[）)\n]|(?:暨|比赛|[今昨]|将|鸣枪|开[赛跑幕]|揭幕|收官|圆满|落幕|举行|举办|\d|$)")
"""Behind it."""
LISTED_STOP = re.compile(
    r"(?:、[一-鿿]{2,8}站){0,5}等?[一-鿿\d]{0,4}分站|[是为作][^，。站]{0,24}第[一二三四五六七八九十\d]{1,3}站"
)
"""Behind the first of several of them: 城南区站、龙山站等分站赛, 龙山站是环湖骑行赛的第六站."""
BRIDGE = re.compile(r"(?:跨线桥|立交桥|高架桥|立交|人行天桥|过街天桥|下穿隧道)")
"""Named by the road before it: 学府路|跨线桥."""
HOMES = re.compile(r"(?:家属院|家属区|宿舍区|小区)$")
"""Where the people of a body live is a place."""


def part_places(clipping: Clipping, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Mentions with the name of one place or body each; a word that names none is left out."""
    chars = clipping.text.chars
    stops = {mention.text for mention in mentions if _is_stop(chars, mention)}
    for number, mention in enumerate(mentions):
        free = mentions[number + 1].start if number + 1 < len(mentions) else len(chars)
        if mention.label == Label.ORG and HOMES.search(mention.text):
            yield Mention.at(clipping.text, mention.start, mention.end, Label.PLACE)
        elif parts := _find_parts(chars, mention):
            for start, end in parts:
                yield Mention.at(clipping.text, mention.start + start, mention.start + end, mention.label)
        elif mention.label != Label.PLACE:
            yield mention
        elif not _names_none(chars, mention):
            start, end = _start(chars, mention), _end(chars, mention, free, stops)
            same = (start, end) == (mention.start, mention.end)
            yield mention if same else Mention.at(clipping.text, start, end, Label.PLACE)


def _find_parts(chars: str, mention: Mention) -> list[tuple[int, int]]:
    """Where in a mention the names of several stand."""
    patterns = SEVERAL.get(mention.label, ())
    found = next((match for pattern in patterns if (match := pattern.fullmatch(mention.text))), None)
    if found is None and mention.label == Label.PLACE and chars[max(mention.start - 1, 0) : mention.start] in {"（", "("}:
        found = STRETCH.fullmatch(mention.text) if chars.startswith("段", mention.end) else None
    if found is None and mention.label == Label.PLACE and chars.startswith(("至", "到"), mention.end):
        found = CROSSED.fullmatch(mention.text)
    return [found.span(group) for group in range(1, (found.lastindex or 0) + 1)] if found else []


def _names_none(chars: str, mention: Mention) -> bool:
    word = NO_PLACE.match(chars, mention.start)
    return word is not None and word.end() == mention.end


def _is_stop(chars: str, mention: Mention) -> bool:
    """Whether a series of races is said to stop at a place, which is no station then."""
    if mention.label != Label.PLACE or not STOP.search(mention.text):
        return False
    if LISTED_STOP.match(chars, mention.end) or mention.text[-2] in "省市县区州旗":
        return True
    led = STOPS_AT.search(chars, max(mention.start - 8, 0), mention.start)
    return led is not None and STOPPED.match(chars, mention.end) is not None


def _start(chars: str, mention: Mention) -> int:
    if ahead := AHEAD.match(mention.text):
        return mention.start + ahead.end()
    return mention.start + bool(ROUND.match(mention.text) and SPORT.match(chars, mention.end))


def _end(chars: str, mention: Mention, free: int, stops: Set[str]) -> int:
    if mention.text in stops:
        return mention.end - 1
    tail = BEHIND.search(mention.text) or (ON_ROADS.search(mention.text) if chars.startswith("自行车", mention.end) else None)
    if tail:
        return mention.start + tail.start()
    bridge = BRIDGE.match(chars, mention.end, free) if mention.text.endswith(("路", "街", "大道")) else None
    return bridge.end() if bridge else mention.end
