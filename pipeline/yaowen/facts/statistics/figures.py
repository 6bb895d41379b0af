"""Which numbers of a line measure something: not dates, names, ordinals, durations, thresholds or models.

Reads one line. Ranks are found first, then numbers; what stands in a date, a name, a title or a short quotation is
none. A number in digits counts unless something says that it does not (its unit, what it is joined to), one in
Chinese numerals where its clause reports a result. The first rule that has something to say decides.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable
from functools import cached_property

from yaowen.facts.numbers import NumberMatch, find_numbers
from yaowen.facts.statistics import digit_rules, han_rules
from yaowen.facts.statistics.candidates import Candidate
from yaowen.facts.statistics.lines import Figure, Line
from yaowen.facts.statistics.ranks import find_ranks, rank_figure
from yaowen.schema import Comparator, Measure, Quantity

QUOTED = re.compile('[“「『‘"]([^“”「」『』‘’"，。；！？\n]{1,14})[”」』’"]')
MEASURING = re.compile("增长|下降|达|超|提高|上涨|占|%|％|亿元|万元|只有|不到|花")
TITLE = re.compile("《[^《》\n]{1,60}》")
OVER_HALF = re.compile(
    "(?<=[\u4e00-\u9fff][\u4e00-\u9fff])(?<![双假年夜])(?<!时间|赛程|赛季|行程|任期)过半(?=[，。；、！？）)]|$)"
)
"""油菜移栽|过半: more than half of it."""
Rule = Callable[[Candidate], bool | None]
ANY: tuple[Rule, ...] = (
    digit_rules.is_each,
    digit_rules.is_ordinal,
    digit_rules.is_joined,
    digit_rules.is_sum,
    digit_rules.is_threshold,
)
"""However a number is written."""
DIGITS: tuple[Rule, ...] = (
    digit_rules.says_who,
    digit_rules.count_bare,
    digit_rules.count_thousands,
    digit_rules.last,
    digit_rules.is_reading,
    digit_rules.win,
    digit_rules.never_measures,
    digit_rules.score,
    digit_rules.hold,
    digit_rules.is_heading,
    digit_rules.count_doubtful,
    digit_rules.is_model,
)
"""A number in digits that none of these knows measures something."""
HAN: tuple[Rule, ...] = (
    han_rules.count_others,
    digit_rules.win,
    han_rules.is_half,
    han_rules.is_share,
    han_rules.is_multiple,
    han_rules.last,
    han_rules.is_rhetorical,
    han_rules.count_thousands,
    han_rules.is_bare,
    han_rules.is_duty,
    han_rules.is_name,
    han_rules.is_habit,
    han_rules.count_many,
    han_rules.points,
    han_rules.report,
)
"""One in Chinese numerals; the last of these always knows."""


def find_figures(line: Line) -> list[Figure]:
    """The figures of a line in order: what each is worth, and nothing yet of what is said of it."""
    return _Finder(line).figures()


def _over_half(match: re.Match[str]) -> Figure:
    half = Quantity(50, "%")
    return Figure(*match.span(), 0.5, None, half, Comparator.OVER, Measure.SHARE)


class _Finder:
    def __init__(self, line: Line) -> None:
        self.line = line
        self.text = line.text

    @cached_property
    def masked(self) -> list[tuple[int, int]]:
        """What holds no figures, in order: dates, titles of works, short quoted names, and the names of people and bodies."""
        spans = [(date.start, date.end) for date in self.line.dates]
        spans += [(mention.start, mention.end) for mention in self.line.mentions]
        spans += [match.span() for match in TITLE.finditer(self.text)]
        spans += [match.span() for match in QUOTED.finditer(self.text) if not MEASURING.search(match[1])]
        return sorted(spans)

    def _is_masked(self, start: int, end: int) -> bool:
        index = bisect_left(self.masked, (end,))
        return any(span_end > start for _, span_end in self.masked[max(index - 8, 0) : index])

    def figures(self) -> list[Figure]:
        ranks = {match.start("rank"): rank_figure(match) for match in find_ranks(self.text, self._is_masked)}
        bare = [
            *ranks.values(),
            *(_over_half(match) for match in OVER_HALF.finditer(self.text) if not self._is_masked(*match.span())),
        ]
        for number in find_numbers(self.text):
            if number.start in ranks or number.start - 1 in ranks:
                continue  # the 2 of 第2
            if self._measures(number) and not self._is_masked(number.start, number.end):
                told = number.value, number.unit, number.quantity, number.comparator
                bare.append(Figure(number.start, number.end, *told))
        return sorted(bare, key=lambda figure: figure.start)

    def _measures(self, number: NumberMatch) -> bool:
        candidate = Candidate(self.line, number)
        rules = (*ANY, *(HAN if number.in_han else DIGITS))
        return next((said for rule in rules if (said := rule(candidate)) is not None), True)
