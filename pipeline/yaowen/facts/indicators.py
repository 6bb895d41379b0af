"""What a figure measures: what its clause names, or what the figure before it measured.

分别 deals out a list. Else the first rule that has something to say decides, in the order of three lists.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from yaowen.facts import clause_rules, completions
from yaowen.facts.cases import Case
from yaowen.facts.lines import Figure, Line
from yaowen.facts.respective import RESPECTIVELY, deal_out
from yaowen.facts.surroundings import Surroundings, Words
from yaowen.schema import Measure

HOW_OFTEN = re.compile("每[年天日月周季](?!增|度|末|初|逢|当)")

FIRST: tuple[Callable[[Case], str | None], ...] = (
    clause_rules.name_ranked,
    clause_rules.count_again,
    clause_rules.name_goal,
    clause_rules.name_ratio,
    clause_rules.name_compared,
    clause_rules.name_priced,
    clause_rules.name_listed_people,
    clause_rules.name_of_place,
    clause_rules.name_share,
    clause_rules.name_risen,
)
"""Before the noun beside the figure is read."""
OTHERWISE: tuple[Callable[[Case, str | None], str | None], ...] = (
    clause_rules.name_rate_that_moves,
    clause_rules.name_people_by_deed,
    clause_rules.name_subject_before,
    clause_rules.count_bare,
    clause_rules.name_change_of_alike,
    clause_rules.name_done,
    clause_rules.carry_on,
)
"""Where that noun is none, or says only what is done."""
COMPLETING: tuple[Callable[[Case, str], str | None], ...] = (
    completions.rate_of,
    completions.said_again,
    completions.share_of_carried,
    completions.of_these,
    completions.share_verb,
    completions.average_of,
    completions.who_competes,
    completions.done_with_the_same,
    completions.said_once,
    completions.price_of,
    completions.part_of_carried,
)
"""What the noun lacks that the figure before measured."""


class Indicators:
    """What the figures of a line measure."""

    def __init__(self, line: Line, bare: Sequence[Figure], surroundings: Surroundings) -> None:
        self.line = line
        self.bare = bare
        self.surroundings = surroundings
        self.group: list[str] = []

    def of(self, index: int, told: Figure, words: Words, done: list[Figure]) -> str | None:
        """What the figure at an index measures; `done` are those before it."""
        if RESPECTIVELY.search(words.before):
            self.group = deal_out(words.before, index, self.line, self.bare, done)
        elif not words.joined:
            self.group = []
        own = self.group.pop(0) if self.group else decide(Case(told, words, done, self.bare, self.surroundings))
        often = HOW_OFTEN.search(words.before) if told.measure == Measure.LEVEL else None
        return often[0] + own if own and often and often[0] + own[:2] in words.before else own


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
