"""Headlines find their bodies by where they stand: over them or beside them. Words decide where that does not."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from heapq import nlargest
from itertools import pairwise
from math import exp, log, log1p
from operator import attrgetter, itemgetter
from statistics import fmean, median

from yaowen.schema import BlockRole
from yaowen.segment.geometry import ALIGNED, GUTTER, HEADING, STACKED, UNDER, Column, Stack, are_level, lay_out, overlap
from yaowen.segment.headlines import Body, read_bigrams, surely_begins
from yaowen.segment.pieces import HEADLINE, LEADS, SIGNS, Piece
from yaowen.sizes import ALIKE

BESIDE = 6.0
"""How far a column stands from a headline beside it at most, in sizes of the body text."""
FAR = 12.0
"""How far below its headline a column begins at most, where nothing else stands between, in the same measure."""
LEVEL = 3.0
"""How much higher than its headline a column beside it begins at most."""
SMALLER = 1.4
"""A title is so many times as large as a subhead where it is much larger."""
NEIGHBOURS = 40
SURE = 6.0
SIGNED = 3.0
"""How surely an article begins under the names of its authors, in logarithms of odds."""
KEPT = 16
"""So many headlines are thought of at a time for what is being read."""


@dataclass(frozen=True)
class Costs:
    """What each doubtful choice costs, in logarithms of likelihood."""

    other: float = 5.0
    """That a column does not belong to the headline right over it."""
    far: float = 2.0
    """That it belongs to one which is neither over it nor beside it."""
    beside: float = 0.4
    higher: float = 2.5
    """That a column begins higher than its headline."""
    untitled: float = 3.0
    smaller: float = 1.0
    """That a title stands in a column of the text of a much larger one."""
    stray: float = 2.5
    """That a headline has no text."""
    under: float = 4.0
    """That an article begins right under another in a column, with no headline between."""
    next: float = 3.0
    """That one begins in the next column, at the height of the one before."""
    level: float = 1.5
    """That one begins at that height elsewhere."""
    uneven: float = 1.0
    """That an article goes on in a column that begins at another height."""
    words: float = 4.0
    """That a text says nothing of what its headline says."""


def is_placed(pieces: Sequence[Piece]) -> bool:
    """Whether it is known of all pieces where they stand."""
    return bool(pieces) and all(piece.printed and all(row.box for row in piece.printed) for piece in pieces)


def match_placed(pieces: Sequence[Piece], costs: Costs | None = None) -> list[Body]:
    """The bodies of a page with their headline lines, where it is known where all of them stand."""
    captions = [Body([piece]) for piece in pieces if piece.role == BlockRole.CAPTION]
    heads = [piece for piece in pieces if _is_head(piece)]
    texts = [piece for piece in pieces if piece.role != BlockRole.CAPTION and not _is_head(piece)]
    articles = _Matcher(texts, heads, costs or Costs()).match()
    for body in articles:
        body.grams = Counter(read_bigrams("".join(piece.text.chars for piece in body.pieces)))
    return sorted([*articles, *captions], key=lambda body: min(piece.text.offsets[0] for piece in body.pieces or body.heads))


def _is_head(piece: Piece) -> bool:
    if piece.role == BlockRole.BYLINE:
        return piece.page not in (LEADS, SIGNS)
    return piece.role in HEADLINE or piece.role == BlockRole.SUBHEAD


_State = int
"""The number of a headline, or none."""
NONE = -1


@dataclass(frozen=True)
class _Trail:
    before: _Trail | None
    state: _State
    read: int
    """The stray headlines that were read on the way, as bits."""


def _read(trail: _Trail | None) -> int:
    return trail.read if trail else 0


Over = tuple[int, Stack, Column]
"""The number of a headline, the headline, and the column right under it."""


class _Matcher:
    """Reads a page piece by piece in the order in which it was drawn, and gives each to a headline."""

    def __init__(self, texts: Sequence[Piece], heads: Sequence[Piece], costs: Costs) -> None:
        self.texts, self.costs = texts, costs
        columns, self.stacks = lay_out(texts, heads)
        self.numbers = {stack: number for number, stack in enumerate(self.stacks)}
        self.own: list[list[Column]] = [[] for _ in texts]
        for column in columns:
            self.own[column.piece].append(column)
        self.over = [list(self._find_over(own))[:NEIGHBOURS] for own in self.own]
        self.near: list[set[int]] = [set() for _ in texts]
        tops = [column for column in columns if column.is_top]
        self.gutter = _find_gutter(self.own)
        for piece, stack in (*self._find_beside(tops), *self._find_level(tops), *self._find_far(tops)):
            if len(self.near[piece]) < NEIGHBOURS:
                self.near[piece].add(stack)
        # What opens an article may stand beside the column that its headline is over.
        self.ahead: list[Collection[int]] = [()] * (len(texts) + 1)
        for number in range(len(texts) - 1, -1, -1):
            self.ahead[number] = {stack for stack, *_ in self.over[number]} | self.near[number] or self.ahead[number + 1]
        self.shares = _share_words(texts, self.stacks)
        self.signed = {stack.below.piece for stack in self.stacks if stack.below and stack.below is _signed_by(stack)}

    def _find_over(self, columns: Sequence[Column]) -> Iterator[Over]:
        for column in columns:
            if isinstance(column.above, Stack) and not column.above.is_byline and not _is_far(column.above, column):
                yield self.numbers[column.above], column.above, column

    def _find_beside(self, tops: Sequence[Column]) -> Iterator[tuple[int, int]]:
        """Pieces of text and the headlines beside them."""
        loose = sorted((column for column in tops if not isinstance(column.above, Stack)), key=attrgetter("top"))
        heights = [column.top for column in loose]
        for number, stack in enumerate(self.stacks):
            if not stack.is_byline:
                start, end = bisect_left(heights, stack.box.base - 1), bisect_left(heights, stack.box.top + LEVEL)
                for column in loose[start : min(end, start + NEIGHBOURS)]:
                    if -overlap(stack.box, column.box) < BESIDE:
                        yield column.piece, number

    def _find_far(self, tops: Sequence[Column]) -> Iterator[tuple[int, int]]:
        """Pieces of text and the headlines that stand over them, but far away: a picture may stand between."""
        for column in tops:
            if isinstance(column.above, Stack) and not column.above.is_byline and _is_far(column.above, column):
                yield column.piece, self.numbers[column.above]

    def _find_level(self, tops: Sequence[Column]) -> Iterator[tuple[int, int]]:
        """Pieces of text that begin beside a column with a headline over it, at its height, and that headline."""
        levels: list[list[Column]] = []
        for column in sorted(tops, key=attrgetter("top")):
            if not levels or column.top - levels[-1][0].top > ALIGNED:
                levels.append([])
            levels[-1].append(column)
        ordered = [column for level in levels for column in sorted(level, key=attrgetter("box.left"))]
        for columns in (ordered, ordered[::-1]):
            last: Column | None = None
            over: Stack | None = None
            for column in columns:
                if isinstance(column.above, Stack) and not _is_far(column.above, column):
                    over = None if column.above.is_byline else column.above
                elif over and last and are_level(last, column, self.gutter):
                    yield column.piece, self.numbers[over]
                else:
                    over = None
                last = column

    def match(self) -> list[Body]:
        """The articles of the page."""
        states = self._decode(frozenset())
        if stray := frozenset(range(len(self.stacks))) - {*states, *self._find_subheads(states)}:
            states = self._decode(stray)
        subheads = self._find_subheads(states)
        under: dict[int, list[Piece]] = defaultdict(list)
        for subhead, number in subheads.items():
            under[number].extend(replace(head, role=BlockRole.SUBHEAD, rows=()) for head in self.stacks[subhead].heads)
        articles: dict[_State, Body] = {}
        homes: list[Body] = []
        for number, (piece, state) in enumerate(zip(self.texts, states, strict=True)):
            if state == NONE:
                goes_on = number and states[number - 1] == NONE and self._border(number) <= 0
                body = homes[-1] if goes_on else Body()
            elif state in articles:
                body = articles[state]
            else:
                body = articles[state] = Body(heads=list(self.stacks[state].heads))
            body.pieces += [*under[number], piece]
            homes.append(body)
        bodies = list({id(body): body for body in homes}.values())
        for number, stack in enumerate(self.stacks):
            if number not in articles and number not in subheads:
                if home := self._find_home(stack, articles, homes):
                    home.heads.extend(stack.heads)
                else:
                    bodies.append(Body(heads=list(stack.heads)))
        return bodies

    def _find_subheads(self, states: Sequence[_State]) -> dict[int, int]:
        """The headlines that part two pieces of one article, each with the piece below."""
        taken = set(states)
        return {
            stack: number
            for number, over in enumerate(self.over)
            for stack, head, _ in over
            if stack not in taken and head.size < HEADING
        }

    def _find_home(self, stack: Stack, articles: Mapping[_State, Body], homes: Sequence[Body]) -> Body | None:
        """The article of lines that have no text: names go with the text next to them, the rest with a headline close by."""
        above = stack.above
        if isinstance(above, Stack):
            near = above.box.base - stack.box.top < 2 * STACKED * max(above.size, stack.size)
            return articles.get(self.numbers[above]) if near or stack.is_byline else None
        signed = _signed_by(stack) if stack.is_byline else None
        return homes[signed.piece] if signed else None

    def _decode(self, stray: frozenset[int]) -> list[_State]:
        """The headline that each piece of text stands under: the likeliest of all ways to share the page out.

        Those that would have no text otherwise are called `stray`; to read one of them is worth something, once.
        """
        ways: dict[_State, tuple[float, _Trail | None]] = {}
        for number in range(len(self.texts)):
            border = self._border(number) if number else 0.0
            stays, goes = log1p(exp(border)), log1p(exp(-border))
            cheapest = sorted((cost, state) for state, (cost, _) in ways.items())[:2]
            following: dict[_State, tuple[float, _Trail | None]] = {}
            for state, (rate, opening) in self._rate(number, ways).items():
                flag = 1 << state if state in stray else 0
                options = [
                    (cost + goes + opening - self.costs.stray * bool(flag & ~_read(ways[other][1])), ways[other][1])
                    for cost, other in cheapest
                    if other != state or state == NONE
                ]
                if state in ways:
                    options.append((ways[state][0] + stays, ways[state][1]))
                start = goes + opening - self.costs.stray * bool(flag)
                cost, trail = min(options, key=itemgetter(0), default=(start, None))
                following[state] = cost + rate, _Trail(trail, state, flag | _read(trail))
            ways = dict(sorted(following.items(), key=lambda item: item[1][0])[:KEPT])
        states: list[_State] = []
        step = min(ways.values(), key=itemgetter(0))[1] if ways else None
        while step:
            states.append(step.state)
            step = step.before
        return states[::-1]

    def _rate(self, number: int, ways: Collection[_State]) -> dict[_State, tuple[float, float]]:
        """What it costs that a piece of text belongs to each headline that comes into question.

        The second number is what it costs besides to open an article with it: below a subhead, or without a headline.
        """
        over, near, costs = self.over[number], self.near[number], self.costs
        tops = [column.top for column in self.own[number] if column.is_top]
        shared = self.shares[number] if over or tops else {}
        # A row that opens a text (本报讯) says nothing of it; what follows does.
        likely = {stack for shares in self.shares[number : number + 2] for stack in nlargest(3, shares, key=shares.__getitem__)}
        rates: dict[_State, tuple[float, float]] = {}
        for state in {NONE, *ways, *(stack for stack, *_ in over), *self.ahead[number], *near, *likely}:
            doubts = [self._doubt(head, column, number, state) for stack, head, column in over if stack != state]
            cost, opening = sum(doubts), costs.other * len(doubts) - sum(doubts)
            if state == NONE:
                opening += costs.untitled
            if len(doubts) == len(over):  # it is over no column
                cost += costs.beside if state in near else costs.far if tops and not over else 0.0
                if state != NONE:
                    cost += costs.higher * any(top > self.stacks[state].box.top + LEVEL for top in tops)
            rates[state] = cost - costs.words * shared.get(state, 0.0), opening
        return rates

    def _doubt(self, head: Stack, column: Column, number: int, state: _State) -> float:
        """What it costs that a column belongs to another headline than the one right over it, which then is a subhead."""
        other = self.costs.other
        # What stands over a subhead is of its article, too, and it is no wider than its column.
        if not (self._parts_column(head, number) or self._heads_next_column(head, column, number)):
            return other
        if head.size > HEADING or head.box.left < column.box.left - 2 or head.box.right > column.box.right + 2:
            return other
        odds = fmean(line.likelihood(*HEADLINE) - line.likelihood(BlockRole.SUBHEAD) for line in head.heads)
        if state == NONE:
            return min(max(odds, 0.0), other)
        # Short reports in a column have titles of one size; a subhead is smaller than its title.
        ratio = self.stacks[state].size / head.size
        if ratio < 1 + ALIKE:
            return other
        return min(max(odds - self.costs.smaller * (ratio > SMALLER), -other), other)

    def _parts_column(self, head: Stack, number: int) -> bool:
        """Whether a line stands close below the text before."""
        above = head.above
        return isinstance(above, Column) and number - above.piece <= 2 and above.box.base - head.box.top <= 2 * UNDER

    def _heads_next_column(self, head: Stack, column: Column, number: int) -> bool:
        """Whether a line stands at the top of the column next on the right of the text before."""
        if not number:
            return False
        last = self.own[number - 1][-1]
        return 0 < column.box.left - last.box.right < self.gutter and abs(head.box.top - last.top) < ALIGNED

    def _border(self, number: int) -> float:
        """How likely another article begins with a piece of text than with the one before, in logarithms of odds."""
        piece, last = self.texts[number], self.texts[number - 1]
        upper, lower = self.own[number - 1][-1], self.own[number][0]
        under = lower.above is upper and not lower.is_top
        surely = surely_begins(piece, last, opens="接" in last.text.chars)
        if surely is not None and not (surely and under):
            return SURE if surely else -SURE
        if number in self.signed:
            return SIGNED
        begins = min(max(piece.begins, 0.02), 0.98)
        odds = log(begins / (1 - begins))
        if under:
            return min(odds, 0.0) - self.costs.under
        if isinstance(lower.above, Stack):
            return odds / 2  # it stands under a headline or a subhead, whatever was drawn before it
        if abs(lower.top - upper.top) < ALIGNED:
            return odds - (self.costs.next if -1 < lower.box.left - upper.box.right < self.gutter else self.costs.level)
        return odds + self.costs.uneven


def _signed_by(names: Stack) -> Column | None:
    """The text that names of authors stand next to, over or under it."""
    beside = [column for column in (names.above, names.below) if isinstance(column, Column)]
    gaps = [max(column.box.base - names.box.top, names.box.base - column.box.top) for column in beside]
    return beside[gaps.index(min(gaps))] if gaps else None


def _is_far(head: Stack, column: Column) -> bool:
    return head.box.base - column.box.top > max(FAR, 2 * head.size)


def _find_gutter(own: Sequence[Sequence[Column]]) -> float:
    """The room between two columns of one article at most: half more than is usual between those that a text goes on in."""
    gaps = (after.box.left - before.box.right for columns in own for before, after in pairwise(columns))
    found = [gap for gap in gaps if 0 <= gap < GUTTER]
    return min(1.5 * median(found) + 0.5, GUTTER) if found else GUTTER


def _share_words(texts: Sequence[Piece], stacks: Sequence[Stack]) -> list[dict[int, float]]:
    """How much of what each headline says each piece of text says, too; what few pieces say counts for more."""
    said = [frozenset(read_bigrams(piece.text.chars)) for piece in texts]
    times = Counter(gram for grams in said for gram in grams)
    holders: dict[str, list[int]] = defaultdict(list)
    totals = [1e-6] * len(stacks)
    weights: dict[str, float] = {}
    for number, stack in enumerate(stacks):
        for gram in () if stack.is_byline else stack.grams:
            weights[gram] = log((len(texts) + 1) / (times[gram] + 0.3))
            totals[number] += weights[gram]
            holders[gram].append(number)
    shares: list[dict[int, float]] = []
    for grams in said:
        counts: dict[int, float] = defaultdict(float)
        for gram in grams:
            for holder in holders.get(gram, ())[:NEIGHBOURS]:
                counts[holder] += weights[gram] / totals[holder]
        shares.append(dict(counts))
    return shares
