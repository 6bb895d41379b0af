"""What figures measure, of what and when, where a network is surer of it than of what the rules say.

The network knows what the rules say. It is believed where its own reading is likelier by a margin.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from math import inf
from typing import TYPE_CHECKING, Any

from yaowen.facts.dates.find import DateMatch
from yaowen.facts.statistics.figure_network import OPENING, FigureNetwork, Weighed, best_path, load_network
from yaowen.facts.statistics.figure_words import RULED, RULED_PERIOD, RULED_SCOPE, Asked, Seen, describe
from yaowen.facts.statistics.lines import Figure, Line
from yaowen.facts.statistics.measures import compared_area
from yaowen.facts.statistics.nameable import says_what, tells_how, without_predicate, without_remains
from yaowen.facts.statistics.periods import FROM_VALUE, TO_VALUE, tells_when
from yaowen.facts.statistics.scopes import Scopes
from yaowen.schema import Label, Measure, Scope, TimeSpan

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Numbers = NDArray[Any]

LONGEST_LINE = 4000
"""Longer lines are no paragraphs; what the rules say of their figures stands."""
TOGETHER = 256
"""About so many figures are read at once."""
SCOPE, PERIOD = range(2)
OPENING_OF = re.compile("^(?:[境区辖]?内|的|已|共|累计)+")
JOINTS = ("到", "至", "和", "与", "及", "、")
OF_TIME = "月日天年季期周夜午晚前后初末底来起至今间时春夏秋冬"
DEED = re.compile(f"(?:(?![{OF_TIME}])[\u4e00-\u9fff]){{2}}")
"""What was done then is no part of a period."""
EACH = re.compile("每.{1,2}")
"""By what something is counted, and not what."""
MARKS = "，。、；：“”（）的 \n"


@dataclass(frozen=True)
class Margins:
    """By how much the logarithm of how likely a reading is must be above that of what the rules say."""

    indicator: float
    scope: float
    period: float
    unlikely: float = 0.0
    """What the rules take for an indicator though its words can hardly name what is measured."""


MARGINS = Margins(indicator=inf, scope=2.5, period=1.5)
"""The rules name an indicator as well as the network, but for what they leave open and what names nothing."""


def correct_figures(
    lines: Iterable[tuple[Scopes, Sequence[Figure]]], network: FigureNetwork | None = None, margins: Margins = MARGINS
) -> Iterator[Sequence[Figure]]:
    """The figures of each line, with what the network says of them where it is surer than the rules."""
    network = network or load_network()
    held: list[tuple[Sequence[Figure], Seen | None]] = []
    for scopes, figures in lines:
        held.append((figures, describe(scopes, figures) if figures and len(scopes.text) <= LONGEST_LINE else None))
        if sum(len(figures) for figures, _ in held) >= TOGETHER:
            yield from _correct_held(held, network, margins)
            held = []
    yield from _correct_held(held, network, margins)


def _correct_held(
    held: Sequence[tuple[Sequence[Figure], Seen | None]], network: FigureNetwork, margins: Margins
) -> Iterator[Sequence[Figure]]:
    seen = [each for _, each in held if each]
    weighed = iter(network(seen) if seen else ())
    for figures, line in held:
        yield (
            [_correct(line, *each, network, margins) for each in zip(line.asked, next(weighed), strict=True)]
            if line
            else figures
        )


def _correct(line: Seen, asked: Asked, said: Weighed, network: FigureNetwork, margins: Margins) -> Figure:
    scope = _correct_scope(line, asked, said, margins.scope)
    indicator = _correct_indicator(line, asked, said, network, margins)
    period = _correct_period(line, asked, said, margins.period)
    return replace(asked.figure, indicator=_without_scope(indicator, scope) or None, scope=scope, period=period)


def _correct_indicator(line: Seen, asked: Asked, said: Weighed, network: FigureNetwork, margins: Margins) -> str:
    ruled = asked.figure.indicator or ""
    margin = margins.indicator if says_what(ruled) else margins.unlikely
    if margin == inf:
        return ruled
    wording, gain = name(line, asked, said, network)
    wording = without_predicate(without_remains(wording))
    return wording if gain >= margin and wording and _names_measure(line.line, asked.figure, wording) else ruled


def _names_measure(line: Line, figure: Figure, wording: str) -> bool:
    """Whether words can name what a figure measures: not a place, nor how, nor by what it is counted."""
    is_place = any(mention.text == wording and mention.label == Label.PLACE for mention in line.mentions)
    other = is_place or EACH.fullmatch(wording) or _is_whole(line.text, figure, wording)
    return not other and says_what(wording) and not tells_how(wording)


def _correct_scope(line: Seen, asked: Asked, said: Weighed, margin: float) -> Scope | None:
    figure = asked.figure
    span, gain = point(line, asked, said, SCOPE, ruled=figure.scope is not None)
    told = compared_area(line.line, figure) is not None  # 比全省（6%）快1个百分点
    if gain < margin or told:
        return figure.scope
    if span is None:
        return None
    ahead = line.line.sentence_of(span[0]) > line.line.sentence_of(figure.start)
    if ahead or span[1] - span[0] == 1:
        return figure.scope
    return line.scopes.of_area(*span)


def _correct_period(line: Seen, asked: Asked, said: Weighed, margin: float) -> TimeSpan | None:
    figure = asked.figure
    span, gain = point(line, asked, said, PERIOD, ruled=figure.period is not None)
    if gain < margin or _is_no_period(line.line, figure, span):
        return figure.period
    return _make_period(line.line, span) if span else None


def _is_no_period(line: Line, figure: Figure, span: tuple[int, int] | None) -> bool:
    """Whether the rules know better: what stands in the clause is its period, 全年 is this year, and a day only says when.

    10日9时，…200人参加 says when they met.
    """
    came_from = FROM_VALUE.search(line.text, max(figure.start - 1, 0), figure.start)
    if figure.period is None and came_from and TO_VALUE.match(line.text, figure.end):
        return True  # 由8斤提高到32斤: when it was 8 is not said
    if span is None:
        return figure.period is not None and figure.period.text in line.text[slice(*figure.evidence)]
    if figure.period and line.text[slice(*span)] == "全年":
        return True  # 做好今年工作，全年实施项目320个
    return any(tells_when(line, date) for date in line.dates if date.start <= span[0] and span[1] <= date.end)


def _is_whole(text: str, figure: Figure, wording: str) -> bool:
    """Whether words name what a share is of: 出口9亿元，占出口总值的|6%."""
    of = text.rfind("占", figure.evidence[0], figure.start) if figure.measure == Measure.SHARE else -1
    return of >= 0 and wording in text[of : figure.start]


def _without_scope(indicator: str, scope: Scope | None) -> str:
    """What is measured without the body or area that it is of: 研发投入, not 云漠电子的研发投入."""
    rest = OPENING_OF.sub("", indicator.removeprefix(scope.text)) if scope and indicator.startswith(scope.text) else ""
    return rest if says_what(rest) and not rest.startswith(JOINTS) else indicator


def name(line: Seen, asked: Asked, said: Weighed, network: FigureNetwork) -> tuple[str, float]:
    """The words of the likeliest indicator, and how much likelier it is than that of the rules."""
    import numpy as np

    transitions = network.weights["trans"]
    best = np.array(best_path(said.tags, transitions))
    chosen = best > 0
    if not chosen.any():
        chosen = np.arange(len(chosen)) == (said.tags[:, 1:].max(1) - said.tags[:, 0]).argmax()
    inside = np.zeros(len(best), dtype=bool)
    inside[[mark.word - asked.low for mark in asked.marks if mark.column == RULED and mark.weight > 0.5]] = True
    ruled = _weigh_path(said.tags, transitions, start_tags(inside)) if inside.any() else -inf
    gain = _weigh_path(said.tags, transitions, best) - ruled
    words = line.words[asked.low : asked.high]
    wording = "".join(words[place].text for place in np.flatnonzero(chosen)).strip(MARKS)
    return wording + network.vocabulary.added[said.added], gain


def start_tags(inside: Numbers) -> Numbers:
    """The tags of words that are inside or not: 1 for the first of a run, 2 for the others, 0 outside."""
    import numpy as np

    inside = inside.astype(int)
    tags: Numbers = inside + inside * np.append(0, inside[:-1])
    return tags


def _weigh_path(scores: Numbers, transitions: Numbers, tags: Numbers) -> float:
    total = scores[range(len(tags)), tags].sum() + transitions[tags[:-1], tags[1:]].sum() + OPENING[tags[0]]
    return float(total)


def point(line: Seen, asked: Asked, said: Weighed, which: int, *, ruled: bool) -> tuple[tuple[int, int] | None, float]:
    """Where the likeliest scope or period stands, None for none; and how much likelier it is than that of the rules.

    What the rules say of other text than is read is not weighed.
    """
    first, last = said.pointers[2 * which : 2 * which + 2]
    none, found = float(first[-1] + last[-1]), said.spans[which]
    best, likely = None, none
    if found.likely > none:
        words = line.words[asked.low + found.first], line.words[asked.low + found.last]
        best, likely = _without_marks(line.line.text, words[0].start, words[1].end), found.likely
        if best is None:
            return None, -inf
    if not ruled:
        return best, likely - none
    column = (RULED_SCOPE, RULED_PERIOD)[which]
    begins, ends = (next((mark.word for mark in asked.marks if mark.column == column + end), None) for end in (0, 2))
    if begins is None or ends is None:
        return None, -inf
    return best, likely - float(first[begins - asked.low] + last[ends - asked.low])


def _without_marks(text: str, start: int, end: int) -> tuple[int, int] | None:
    """A stretch without the quotation marks that it opens and ends with; None where it runs over clauses."""
    if text.count("”", start, end) > text.count("“", start, end) and text[start - 1 : start] == "“":
        start -= 1  # “四清三改”启动以来
    while start < end and text[start] in "“‘" and not {*"”’"} & {*text[start : end - 1]}:
        start += 1
    while start < end and text[end - 1] in "”’" and not {*"“‘"} & {*text[start:end]}:
        end -= 1
    return (start, end) if start < end and not {*"，,。；"} & {*text[start:end]} else None


def _is_part(span: tuple[int, int], date: DateMatch, text: str) -> bool:
    """Whether words are those of a date but for its end or what follows it: 今年 of 今年上半年, 去年5月开门."""
    if date.start != span[0]:
        return False
    return date.end > span[1] or DEED.fullmatch(text, date.end, span[1]) is not None


def _make_period(line: Line, span: tuple[int, int]) -> TimeSpan:
    """A period with the bounds of the dates in it: from the first day of the first to the last day of the last."""
    whole = next((date.span for date in line.dates if _is_part(span, date, line.text)), None)
    if whole:
        return whole
    dates = [date.span for date in line.dates if span[0] <= date.start and date.end <= span[1]]
    text = line.text[slice(*span)]
    return TimeSpan(text, dates[0].start, dates[-1].end) if dates else TimeSpan(text)
