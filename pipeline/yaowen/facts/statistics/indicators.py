"""What a figure measures: what its clause names, or what the figure before it measured.

分别 deals out a list. Else the first rule that has something to say decides, in the order of three lists.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from yaowen.facts.statistics import clause_rules, completions, fallback_rules, goals, kinds_of_measures, taking_part
from yaowen.facts.statistics.cases import Case
from yaowen.facts.statistics.lines import Figure
from yaowen.facts.statistics.respective import RESPECTIVELY, Dealt, deal_out
from yaowen.facts.statistics.surroundings import Surroundings, Words
from yaowen.facts.statistics.units import MEDALS
from yaowen.schema import Measure

EACH = re.compile("每(?:[年天日月周季](?!增|度|末|初|逢|当)|[亩户](?=(?:纯|总)?(?:收入|产值|产量|收益|利润|成本)))")
"""What is kept before what is done or comes in: 每天|接待游客, 每亩|收入."""
EACH_HAS = re.compile("每(?:个?小时|[天晚夜班周月])(?=都?有(?:近|约|超过?)?$)")
"""So is when there are so many of what is named behind: 每天|有9吨番茄发往外地."""
FIRST_OF = re.compile("首[批届轮期](?=$)")
"""What is kept before what is counted: 首批|12个项目."""
LISTED = (
    ("电力、热力、燃气及水的", "生产和供应业"),
    ("电力、燃气及水的", "生产和供应业"),
    ("电力、热力、", "燃气"),
    ("农、林、牧、", "渔业"),
    ("交通运输、", "仓储和邮政业"),
    ("信息传输、", "软件和信息技术服务业"),
    ("水利、", "环境和公共设施管理业"),
    ("文化、", "体育和娱乐业"),
    ("居民服务、", "修理和其他服务业"),
    ("计算机、", "通信和其他电子设备制造业"),
    ("石油、", "煤炭"),
    ("酒、", "饮料和精制茶制造业"),
    ("铁路、船舶、", "航空航天和其他运输设备制造业"),
)
"""How the names of branches of the economy begin that have a list in them, and how they go on (GB/T 4754, 国民经济行业分类)."""
FIRST: tuple[Callable[[Case], str | None], ...] = (
    clause_rules.name_ranked,
    kinds_of_measures.name_weather,
    kinds_of_measures.name_invested,
    kinds_of_measures.name_rounds,
    clause_rules.name_medals,
    clause_rules.count_again,
    clause_rules.name_the_same,
    clause_rules.name_reference,
    goals.name_goal,
    goals.name_the_goal,
    goals.name_ahead,
    goals.name_more_or_less,
    goals.name_by_office,
    clause_rules.name_ratio,
    clause_rules.name_compared,
    clause_rules.name_priced,
    kinds_of_measures.name_distance,
    kinds_of_measures.name_size,
    kinds_of_measures.name_points,
    clause_rules.name_listed_people,
    clause_rules.name_share,
)
"""Before the noun beside the figure is read."""
OTHERWISE: tuple[Callable[[Case, str | None], str | None], ...] = (
    fallback_rules.name_some_of_them,
    fallback_rules.name_by_time,
    fallback_rules.name_by_piece,
    fallback_rules.name_way,
    fallback_rules.name_land_by_deed,
    fallback_rules.name_earned,
    fallback_rules.name_rate_that_moves,
    fallback_rules.name_pointed_at,
    fallback_rules.name_people_by_deed,
    fallback_rules.name_subject_before,
    fallback_rules.count_bare,
    fallback_rules.name_of_another_place,
    fallback_rules.name_change_of_alike,
    fallback_rules.name_done,
    fallback_rules.name_alike,
    fallback_rules.carry_on,
)
"""Where that noun is none, or says only what is done."""
COMPLETING: tuple[Callable[[Case, str], str | None], ...] = (
    completions.of_level,
    completions.of_included,
    completions.at_site,
    taking_part.by_way,
    completions.rate_of,
    completions.said_again,
    completions.share_of_carried,
    completions.of_these,
    completions.of_topic,
    completions.share_verb,
    completions.progress_of,
    completions.average_of,
    completions.of_list,
    completions.of_owner,
    taking_part.whence,
    taking_part.who_competes,
    taking_part.of_contest,
    taking_part.who_listens,
    taking_part.who_meets,
    taking_part.told_before,
    completions.done_with_the_same,
    completions.seen_as,
    completions.said_once,
    completions.branch_of,
    completions.price_of,
    completions.part_of_carried,
)
"""What the noun lacks that the figure before measured."""


class Indicators:
    """What the figures of a line measure."""

    def __init__(self, surroundings: Surroundings) -> None:
        self.surroundings = surroundings
        self.group: list[Dealt] = []

    def of(self, index: int, told: Figure, words: Words, done: list[Figure]) -> Dealt:
        """What the figure at an index measures, and of what where 分别 deals out places; `done` are the figures before it."""
        if RESPECTIVELY.search(words.before) and told.unit not in MEDALS:
            self.group = deal_out(index, words.before, done, self.surroundings)
        elif not words.joined:
            self.group = []
        dealt = self.group.pop(0) if self.group else Dealt(decide(Case(told, words, done, self.surroundings)))
        if not dealt.indicator:
            return dealt
        own = _with_listed(dealt.indicator, words.before)
        return replace(dealt, indicator=own if own.startswith("每") else _kept_before(own, told, words) + own)


def _kept_before(own: str, told: Figure, words: Words) -> str:
    """What is kept of the words before what is measured: 每天, 首批."""
    before, is_level = words.before, told.measure == Measure.LEVEL
    each = EACH.search(before) if is_level else None
    if each and each[0] + own[:2] in before:
        return each[0]
    has_each = EACH_HAS.search(before) if is_level and words.after else None
    kept = has_each or (FIRST_OF.search(before) if words.after else None)
    return kept[0] if kept else ""


def _with_listed(own: str, before: str) -> str:
    """The whole name of a branch that has a list in it: 电力、热力、|燃气及水生产和供应业增加值."""
    place = before.rfind(own)
    listed = next(
        (listed for listed in LISTED if place >= 0 and own.startswith(listed[1]) and before.endswith(listed[0], 0, place)), None
    )
    return listed[0] + own if listed else own


def decide(case: Case) -> str | None:
    """What a figure measures by the first rule that says so, else by the noun beside it."""
    for first in FIRST:
        if (said := first(case)) is not None:
            return said or None
    own = clause_rules.name_noun(case)
    for otherwise in OTHERWISE:
        if (said := otherwise(case, own)) is not None:
            return said or None
    if own is None:
        return None
    return next((said for complete in COMPLETING if (said := complete(case, own)) is not None), own)
