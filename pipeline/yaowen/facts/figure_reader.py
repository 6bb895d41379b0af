"""What figures measure, of what and when, where a network is surer of it than of what the rules say.

The network knows what the rules say. It is believed where its own reading is likelier by a margin.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from math import inf
from typing import TYPE_CHECKING, Any

from yaowen.facts.figure_network import OPENING, FigureNetwork, Weighed, load_network
from yaowen.facts.figure_words import RULED, RULED_PERIOD, RULED_SCOPE, Asked, Seen, describe
from yaowen.facts.lines import Figure, Line
from yaowen.facts.periods import FROM_VALUE, TO_VALUE
from yaowen.facts.scopes import ScopeAt, Scopes
from yaowen.schema import Scope, TimeSpan

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Numbers = NDArray[Any]

LONGEST_LINE = 4000
"""Longer lines are no paragraphs; what the rules say of their figures stands."""
TOGETHER = 256
"""About so many figures are read at once."""
LONGEST = 16
"""Words of a scope or a period."""
STOPS = frozenset("。；！？\n")
"""Words that neither of them runs across."""
NEVER = -1e9
MARKS = "，。、；：“”（）的 \n"


@dataclass(frozen=True)
class Margins:
    """By how much the logarithm of how likely a reading is must be above that of what the rules say."""

    indicator: float
    scope: float
    period: float


MARGINS = Margins(indicator=inf, scope=2.5, period=1.0)
"""The rules name an indicator as well as the network, which names only what they leave open."""


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
    figure = asked.figure
    indicator = figure.indicator or ""
    if not indicator or margins.indicator < inf:
        wording, gain = name(line, asked, said, network)
        if wording and not (indicator and gain < margins.indicator):
            indicator = wording
    scope, period = figure.scope, figure.period
    span, gain = point(line, asked, said.pointers[:2], RULED_SCOPE, ruled=scope is not None)
    if gain >= margins.scope:
        scope = _make_scope(line.scopes, line.line.text, span)
    span, gain = point(line, asked, said.pointers[2:], RULED_PERIOD, ruled=period is not None)
    text = line.line.text
    # 由8斤提高到32斤: when it was 8 is not said.
    was = FROM_VALUE.search(text, max(figure.start - 1, 0), figure.start) and TO_VALUE.match(text, figure.end)
    if gain >= margins.period and not (was and period is None):
        period = _make_period(line.line, span)
    return replace(figure, indicator=indicator or None, scope=scope, period=period)


def name(line: Seen, asked: Asked, said: Weighed, network: FigureNetwork) -> tuple[str, float]:
    """The words of the likeliest indicator, and how much likelier it is than that of the rules."""
    import numpy as np

    transitions = network.weights["trans"]
    chosen = said.best > 0
    if not chosen.any():
        chosen = np.arange(len(chosen)) == (said.tags[:, 1:].max(1) - said.tags[:, 0]).argmax()
    ruled = start_tags(asked.relations[:, RULED] > 0.5)
    gain = (
        _weigh_path(said.tags, transitions, said.best) - _weigh_path(said.tags, transitions, ruled) if ruled.any() else np.inf
    )
    words = line.words[asked.low : asked.high]
    wording = "".join(words[place].text for place in np.flatnonzero(chosen)).strip(MARKS)
    return wording + network.vocabulary.added[said.added], float(gain)


def start_tags(inside: Numbers) -> Numbers:
    """The tags of words that are inside or not: 1 for the first of a run, 2 for the others, 0 outside."""
    import numpy as np

    inside = inside.astype(int)
    tags: Numbers = inside + inside * np.append(0, inside[:-1])
    return tags


def _weigh_path(scores: Numbers, transitions: Numbers, tags: Numbers) -> float:
    total = scores[range(len(tags)), tags].sum() + transitions[tags[:-1], tags[1:]].sum() + OPENING[tags[0]]
    return float(total)


def point(line: Seen, asked: Asked, pointers: Numbers, column: int, *, ruled: bool) -> tuple[tuple[int, int] | None, float]:
    """Where the likeliest scope or period stands, None for none; and how much likelier it is than that of the rules.

    `column` is where the relations have what the rules say; what they say of other text than is read is not weighed.
    """
    import numpy as np

    first, last = pointers
    words = line.words[asked.low : asked.high]
    none = float(first[-1] + last[-1])
    # Each row holds the spans that begin with one word, from the shortest to the longest.
    behind = np.lib.stride_tricks.sliding_window_view(np.append(last[:-1], np.full(LONGEST, NEVER)), LONGEST)[:-1]
    stops = np.cumsum([0, *(word.text in STOPS for word in words), *[0] * LONGEST])
    whole = np.lib.stride_tricks.sliding_window_view(stops[1:], LONGEST)[: len(words)] == stops[: len(words), None]
    likely = np.where(whole, first[:-1, None] + behind, NEVER)
    left, size = divmod(int(likely.argmax()), LONGEST)
    best: tuple[float, tuple[int, int] | None] = (none, None)
    if likely[left, size] > none:
        best = float(likely[left, size]), (words[left].start, words[left + size].end)
    ends = np.flatnonzero(asked.relations[:, column]), np.flatnonzero(asked.relations[:, column + 2])
    if ruled and not (len(ends[0]) and len(ends[1])):
        return None, -np.inf
    return best[1], best[0] - (float(first[ends[0][0]] + last[ends[1][0]]) if ruled else none)


def _make_scope(scopes: Scopes, text: str, span: tuple[int, int] | None) -> Scope | None:
    if span is None:
        return None
    found = ScopeAt(*span, text[slice(*span)])
    return Scope(found.text, scopes.resolve(found))


def _make_period(line: Line, span: tuple[int, int] | None) -> TimeSpan | None:
    """A period with the bounds of the dates in it: from the first day of the first to the last day of the last."""
    if span is None:
        return None
    dates = [date.span for date in line.dates if span[0] <= date.start and date.end <= span[1]]
    text = line.text[slice(*span)]
    return TimeSpan(text, dates[0].start, dates[-1].end) if dates else TimeSpan(text)
