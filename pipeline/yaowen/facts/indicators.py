"""What a figure measures: what its clause names, or what the figure before it measured.

分别 deals out a list. Else the first rule that has something to say decides, in the order of three lists.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from yaowen.facts import clause_rules, completions, fallback_rules
from yaowen.facts.cases import Case
from yaowen.facts.lines import Figure
from yaowen.facts.respective import RESPECTIVELY, Dealt, deal_out
from yaowen.facts.surroundings import Surroundings, Words
from yaowen.schema import Measure

HOW_OFTEN = re.compile("每[年天日月周季](?!增|度|末|初|逢|当)")

FIRST: tuple[Callable[[Case], str | None], ...] = (
    clause_rules.name_ranked,
    clause_rules.name_medals,
    clause_rules.count_again,
    clause_rules.name_bracketed,
    clause_rules.name_goal,
    clause_rules.name_ratio,
    clause_rules.name_compared,
    clause_rules.name_priced,
    clause_rules.name_distance,
    clause_rules.name_points,
    clause_rules.name_listed_people,
    clause_rules.name_of_place,
    clause_rules.name_share,
    clause_rules.name_risen,
)
"""Before the noun beside the figure is read."""
OTHERWISE: tuple[Callable[[Case, str | None], str | None], ...] = (
    fallback_rules.name_some_of_them,
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
    completions.rate_of,
    completions.said_again,
    completions.share_of_carried,
    completions.of_these,
    completions.of_topic,
    completions.share_verb,
    completions.average_of,
    completions.who_competes,
    completions.done_with_the_same,
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
        if RESPECTIVELY.search(words.before):
            self.group = deal_out(index, words.before, done, self.surroundings)
        elif not words.joined:
            self.group = []
        dealt = self.group.pop(0) if self.group else Dealt(decide(Case(told, words, done, self.surroundings)))
        own = dealt.indicator
        often = HOW_OFTEN.search(words.before) if told.measure == Measure.LEVEL else None
        says_often = own and often and often[0] + own[:2] in words.before
        return replace(dealt, indicator=often[0] + own) if own and often and says_often else dealt


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
