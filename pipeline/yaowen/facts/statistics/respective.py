"""分别 deals figures out to things: to those listed before it (粮食、油料产量分别为…), or to the figures before it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from yaowen.facts.statistics.before import read_before, strip_end
from yaowen.facts.statistics.cases import MOST_LISTED, RATE_END
from yaowen.facts.statistics.clause_rules import RATIO
from yaowen.facts.statistics.lines import WINDOW, Figure, Line
from yaowen.facts.statistics.naming import name_indicator
from yaowen.facts.statistics.surroundings import Surroundings
from yaowen.facts.statistics.verbs import lone_verb
from yaowen.schema import Label, Measure, Mention, Scope
from yaowen.vocabulary import Kind, cut

RESPECTIVELY = re.compile("分别|依次|各(?=[为达])")
ENDINGS = re.compile(
    "(?:居民人均可支配收入|起数|件数|户数|案件|产业增加值|进出口|出口|进口|增加值|总产量|产量|总产值|产值|(?:消费品)?零售额"
    "|销售额|销售收入|收入|支出|面积|投资|存栏|出栏|人数|总数|数量|价格|指数|占比|比例|比重|总额|人均可支配收入|[额率量值]$)"
)
"""What a list says once, behind its last thing: 粮食、油料|产量."""
BETWEEN = tuple(map(re.compile, ("、|以及|和|与|及(?!其)", "和|与|以及", "、")))
"""What parts the things of a list: 一、二级医院和三级医院 are two."""
TWO_WORDS = {
    "城乡": ("城镇", "农村"),
    "产销量": ("产量", "销量"),
    "产销": ("产量", "销量"),
    "进出口": ("进口", "出口"),
    "一二三产业": ("第一产业", "第二产业", "第三产业"),
}
"""Words that name two things or three."""


@dataclass(frozen=True)
class Dealt:
    """What one of the figures behind 分别 measures, and the place or body that it is of where these are what is listed."""

    indicator: str | None
    scope: Scope | None = None


def deal_out(index: int, before: str, done: Sequence[Figure], surroundings: Surroundings) -> list[Dealt]:
    """What is dealt to the figure at an index and to those behind it in its clause; none where 分别 has nothing to deal."""
    line, bare = surroundings.line, surroundings.bare
    first, end = line.clause_of(bare[index].start)
    count = 1
    while count < MOST_LISTED and index + count < len(bare) and bare[index + count].start < end:
        count += 1
    places = _places_before(line, max(first, bare[index].start - WINDOW), bare[index].start)
    if len(places) == count:
        last = done[-1].indicator if done else None
        named = _name_of_places(before, places[-1], is_rank=bare[index].measure == Measure.RANK) or last
        return [Dealt(named, surroundings.scopes.of_mention(place)) for place in places]
    listed = split_list(before, count)
    if listed:
        does = _what_is_done(RESPECTIVELY.split(before)[-1])
        return [Dealt(item if item.endswith(does) else item + does) for item in listed]
    earlier = done[-count:]
    if len({RATE_END.sub("", figure.indicator) for figure in earlier if figure.indicator}) == count:
        return [Dealt(figure.indicator) for figure in earlier]
    own = name_indicator(RESPECTIVELY.split(before)[0], "", None, prefers_before=True)
    if own and len({figure.scope for figure in earlier if figure.scope}) == count > 1:
        return [Dealt(own, figure.scope) for figure in earlier]
    return []


def _places_before(line: Line, start: int, end: int) -> list[Mention]:
    """The places or bodies listed before 分别 that the figures are of: 云州市、安渡市两市…分别; none in 对甲国、乙国分别."""
    dealt = RESPECTIVELY.search(line.text, start, end)
    until = dealt.start() if dealt else start
    places: list[Mention] = []
    for mention in line.mentions:
        if not start <= mention.start < until or mention.label not in {Label.PLACE, Label.ORG}:
            continue
        goes_on = places and BETWEEN[0].fullmatch(line.text, places[-1].end, mention.start)
        places = [*places, mention] if goes_on else [mention]
    return places if len(places) > 1 and not TOWARDS.search(line.text, start, places[0].start) else []


TOWARDS = re.compile("[对向从与为给]$")
OF_ALL = re.compile("^[两三四五六七八九十]?(?:[省市县区州镇乡村国]|家|地|者)")


def _name_of_places(before: str, last: Mention, *, is_rank: bool) -> str | None:
    """What each of the places is measured by: 增速 of 云州市、安渡市两市增速分别为, 出口 of 分别出口."""
    head, _, behind = before.partition("分别" if "分别" in before else "依次")
    place = head.rfind(last.text)
    tail = OF_ALL.sub("", head[place + len(last.text) :]) if place >= 0 else ""
    named = name_indicator(tail, "", None, prefers_before=True) if tail else None
    return named or (None if is_rank else _what_is_done(behind) or None)


def _what_is_done(behind: str) -> str:
    """The verb or the noun between 分别 and the numbers: 铁路、公路分别|发送, 农机、轮胎分别|出口."""
    said = read_before(behind) or ""
    words = cut(said)
    named = len(words) == 1 and len(said) > 1 and words[0].kind in {Kind.NOUN, Kind.ACTION}
    return said if named else lone_verb(said) or ""


def _name_item(item: str) -> str:
    """A thing of a list, with what it does: 客车超员."""
    whole = strip_end(item)
    named = name_indicator(item, "", None, prefers_before=True) or item
    return whole if whole.startswith(named) and len(whole) <= len(named) + 2 else named


def _items(head: str, count: int) -> list[str]:
    """The things of a list, if they are so many: 批发和零售业、金融业 are two, by what parts things that have 和 inside."""
    splits = [[item for item in marks.split(head) if item] for marks in BETWEEN]
    fitting = [items for items in splits if len(items) == count]
    *_, by_marks = splits
    whole = by_marks in fitting and min(map(len, by_marks)) > 1 and not ENDINGS.search(fitting[0][0])
    return by_marks if whole else fitting[0] if fitting else []


def split_list(before: str, count: int) -> list[str]:
    """The things that 分别 gives figures for: 粮食产量, 油料产量 of 粮食、油料产量分别为. Empty where they are not `count`."""
    head = RESPECTIVELY.split(before)[0]
    if ratio := RATIO.search(head):
        head = ratio["what"] + ratio["ratio"]  # 第二、第三产业占…的比重
    phrase = name_indicator(head, "", None, prefers_before=True)
    if not phrase or count < 2:
        return []
    for pair, parts in TWO_WORDS.items():
        if pair in phrase and len(parts) == count and "、" not in head:
            return [phrase.replace(pair, part) for part in parts]
    items = _items(head, count)
    if not items:
        return []
    last = _name_item(items[-1])
    named = [_name_item(item) for item in items[:-1]]
    if ordinal := re.match("(?:第?[一二三四五])(?P<rest>[次产]业?.*)$", last):
        return [(item if item.startswith("第") else "第" + item) + ordinal["rest"] for item in named] + [
            last if last.startswith("第") else "第" + last
        ]
    if items[0].startswith("对") and not last.startswith("对"):
        named, last = ["对" + item.removeprefix("对") for item in named], "对" + last
    ending = ENDINGS.search(last)
    if ending and not any(ENDINGS.search(item) for item in named):
        named = [item + last[ending.start() :] for item in named]
    return [*named, last]
