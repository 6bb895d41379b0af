"""Headlines find their bodies by where they stand: over them or beside them. Words decide where that does not.

On a sheet any headline may be that of any text, however far apart the two are drawn. So each piece of text is given to a
headline, in the order in which the pieces are drawn: of all ways to share the page out, the likeliest.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from heapq import nlargest
from math import exp, fsum, log, log1p
from operator import itemgetter
from statistics import fmean

from yaowen.schema import BlockRole
from yaowen.segment.bigrams import Rarity, read_bigrams
from yaowen.segment.body import Body, is_head, surely_begins
from yaowen.segment.geometry import HEADING, STACKED, UNDER, Column, Stack
from yaowen.segment.neighbours import ALIGNED, LEVEL, MANY, Neighbours
from yaowen.segment.pieces import Piece
from yaowen.segment.row_words import HEADLINE
from yaowen.sizes import ALIKE

MUCH_LARGER = 1.4
"""A title is so many times as large as a subhead where it is much larger."""
SURE = 6.0
SIGNED = 3.0
"""How surely an article begins under the names of its authors, in logarithms of odds."""
KEPT = 16
"""So many headlines are thought of at a time for what is being read."""

# What each doubtful choice costs, in logarithms of likelihood.
OTHER = 5.0
"""That a column does not belong to the headline right over it."""
FAR = 2.0
"""That it belongs to one which is neither over it nor beside it."""
BESIDE = 0.4
HIGHER = 2.5
"""That a column begins higher than its headline."""
TEXT_UNTITLED = 3.0
"""That a text has no headline."""
SMALLER = 1.0
"""That a title stands in a column of the text of a much larger one."""
HEADLINE_STRAY = 2.5
"""That a headline has no text."""
NEXT_BELOW = 4.0
"""That an article begins right under another in a column, with no headline between."""
NEXT_COLUMN = 3.0
"""That one begins in the next column, at the height of the one before."""
LEVEL_COLUMN = 1.5
"""That one begins at that height elsewhere."""
UNEVEN = 1.0
"""That an article goes on in a column that begins at another height."""
WORDS = 4.0
"""That a text says nothing of what its headline says."""

UNKNOWN = -1
"""Stands for the number of a headline where a text has none."""


@dataclass(frozen=True)
class _Trail:
    """The headline of the last piece, and the way that led there."""

    before: _Trail | None
    headline: int
    read: int
    """The stray headlines that were read on the way, as bits."""


def _read(trail: _Trail | None) -> int:
    return trail.read if trail else 0


def is_placed(pieces: Sequence[Piece]) -> bool:
    """Whether it is known of all pieces where they stand."""
    return bool(pieces) and all(piece.printed and all(row.box for row in piece.printed) for piece in pieces)


def match_by_place(pieces: Sequence[Piece]) -> list[Body]:
    """The bodies of a page with their headline lines, where it is known where all of them stand."""
    captions = [Body([piece]) for piece in pieces if piece.role == BlockRole.CAPTION]
    heads = [piece for piece in pieces if is_head(piece)]
    texts = [piece for piece in pieces if piece.role != BlockRole.CAPTION and not is_head(piece)]
    bodies = [*_Matcher(texts, heads).match(), *captions]
    return sorted(bodies, key=lambda body: min(piece.text.offsets[0] for piece in body.pieces or body.heads))


class _Matcher:
    """Gives each piece of text to a headline."""

    def __init__(self, texts: Sequence[Piece], heads: Sequence[Piece]) -> None:
        self.texts = texts
        self.place = Neighbours(texts, heads)
        self.stacks = self.place.stacks
        self.shares = _share_words(texts, self.stacks)
        names = [stack for stack in self.stacks if stack.is_byline]
        self.signed = {stack.below.piece for stack in names if stack.below and stack.below is _signed_by(stack)}

    def match(self) -> list[Body]:
        """The articles of the page."""
        headlines = self._decode(frozenset())
        if stray := frozenset(range(len(self.stacks))) - {*headlines, *self._find_subheads(headlines)}:
            headlines = self._decode(stray)
        subheads = self._find_subheads(headlines)
        under: dict[int, list[Piece]] = defaultdict(list)
        for subhead, number in subheads.items():
            under[number].extend(head.as_subhead() for head in self.stacks[subhead].heads)
        articles: dict[int, Body] = {}
        homes: list[Body] = []
        for number, (piece, headline) in enumerate(zip(self.texts, headlines, strict=True)):
            if headline in articles:
                body = articles[headline]
            elif headline != UNKNOWN:
                body = articles[headline] = Body(heads=list(self.stacks[headline].heads))
            else:
                goes_on = number and headlines[number - 1] == UNKNOWN and self._weigh_border(number) <= 0
                body = homes[-1] if goes_on else Body()
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

    def _find_subheads(self, headlines: Sequence[int]) -> dict[int, int]:
        """The headlines that part two pieces of one article, each with the piece below."""
        taken = set(headlines)
        return {
            over.number: number
            for number, overs in enumerate(self.place.over)
            for over in overs
            if over.number not in taken and over.stack.size < HEADING
        }

    def _find_home(self, stack: Stack, articles: Mapping[int, Body], homes: Sequence[Body]) -> Body | None:
        """The article of lines that have no text: names go with the text next to them, the rest with a headline close by."""
        above = stack.above
        if isinstance(above, Stack):
            near = above.box.base - stack.box.top < 2 * STACKED * max(above.size, stack.size)
            return articles.get(self.place.numbers[above]) if near or stack.is_byline else None
        signed = _signed_by(stack) if stack.is_byline else None
        return homes[signed.piece] if signed else None

    def _decode(self, stray: frozenset[int]) -> list[int]:
        """The headline of each piece of text, in the likeliest of all ways.

        Those that would have no text otherwise are called `stray`; to read one of them is worth something, once.
        """
        ways: dict[int, tuple[float, _Trail | None]] = {}
        for number in range(len(self.texts)):
            border = self._weigh_border(number) if number else 0.0
            stays, goes = log1p(exp(border)), log1p(exp(-border))
            cheapest = sorted((cost, headline) for headline, (cost, _) in ways.items())[:2]
            following: dict[int, tuple[float, _Trail | None]] = {}
            for headline, (rate, opening) in self._rate(number, ways).items():
                flag = 1 << headline if headline in stray else 0
                options = [
                    (cost + goes + opening - HEADLINE_STRAY * bool(flag & ~_read(ways[other][1])), ways[other][1])
                    for cost, other in cheapest
                    if other != headline or headline == UNKNOWN
                ]
                if headline in ways:
                    options.append((ways[headline][0] + stays, ways[headline][1]))
                start = goes + opening - HEADLINE_STRAY * bool(flag)
                cost, trail = min(options, key=itemgetter(0), default=(start, None))
                following[headline] = cost + rate, _Trail(trail, headline, flag | _read(trail))
            ways = dict(sorted(following.items(), key=lambda item: item[1][0])[:KEPT])
        headlines: list[int] = []
        step = min(ways.values(), key=itemgetter(0))[1] if ways else None
        while step:
            headlines.append(step.headline)
            step = step.before
        return headlines[::-1]

    def _rate(self, number: int, ways: Collection[int]) -> dict[int, tuple[float, float]]:
        """What it costs that a piece of text belongs to each headline that comes into question.

        The second number is what it costs besides to open an article with it: below a subhead, or without a headline.
        """
        over, near = self.place.over[number], self.place.near[number]
        tops = [column.top for column in self.place.columns[number] if column.is_top]
        shared = self.shares[number] if over or tops else {}
        # A row that opens a text (本报讯) says nothing of it; what follows does.
        likely = {stack for shares in self.shares[number : number + 2] for stack in nlargest(3, shares, key=shares.__getitem__)}
        rates: dict[int, tuple[float, float]] = {}
        for headline in {UNKNOWN, *ways, *(each.number for each in over), *self.place.ahead[number], *near, *likely}:
            doubts = [self._doubt(each.stack, each.column, number, headline) for each in over if each.number != headline]
            cost, opening = sum(doubts), OTHER * len(doubts) - sum(doubts)
            if headline == UNKNOWN:
                opening += TEXT_UNTITLED
            if len(doubts) == len(over):  # it is over no column
                cost += BESIDE if headline in near else FAR if tops and not over else 0.0
                if headline != UNKNOWN:
                    cost += HIGHER * any(top > self.stacks[headline].box.top + LEVEL for top in tops)
            rates[headline] = cost - WORDS * shared.get(headline, 0.0), opening
        return rates

    def _doubt(self, over: Stack, column: Column, number: int, headline: int) -> float:
        """What it costs that a column belongs to another headline than the one right over it, which then is a subhead."""
        # What stands over a subhead is of its article, too, and it is no wider than its column.
        if not (self._parts_column(over, number) or self._heads_next_column(over, column, number)):
            return OTHER
        if over.size > HEADING or over.box.left < column.box.left - 2 or over.box.right > column.box.right + 2:
            return OTHER
        odds = fmean(line.likelihood(*HEADLINE) - line.likelihood(BlockRole.SUBHEAD) for line in over.heads)
        if headline == UNKNOWN:
            return min(max(odds, 0.0), OTHER)
        # Short reports in a column have titles of one size; a subhead is smaller than its title.
        ratio = self.stacks[headline].size / over.size
        if ratio < 1 + ALIKE:
            return OTHER
        return min(max(odds - SMALLER * (ratio > MUCH_LARGER), -OTHER), OTHER)

    def _parts_column(self, over: Stack, number: int) -> bool:
        """Whether a line stands close below the text before."""
        above = over.above
        return isinstance(above, Column) and number - above.piece <= 2 and above.box.base - over.box.top <= 2 * UNDER

    def _heads_next_column(self, over: Stack, column: Column, number: int) -> bool:
        """Whether a line stands at the top of the column next on the right of the text before."""
        if not number:
            return False
        last = self.place.columns[number - 1][-1]
        return 0 < column.box.left - last.box.right < self.place.gutter and abs(over.box.top - last.top) < ALIGNED

    def _weigh_border(self, number: int) -> float:
        """How likely another article begins with a piece of text than with the one before, in logarithms of odds."""
        piece, last = self.texts[number], self.texts[number - 1]
        upper, lower = self.place.columns[number - 1][-1], self.place.columns[number][0]
        under = lower.above is upper and not lower.is_top
        surely = surely_begins(piece, last, opens="接" in last.text.chars)
        if surely is not None and not (surely and under):
            return SURE if surely else -SURE
        if number in self.signed:
            return SIGNED
        begins = min(max(piece.begins, 0.02), 0.98)
        odds = log(begins / (1 - begins))
        if under:
            return min(odds, 0.0) - NEXT_BELOW
        if isinstance(lower.above, Stack):
            return odds / 2  # it stands under a headline or a subhead, whatever was drawn before it
        if abs(lower.top - upper.top) < ALIGNED:
            beside = -1 < lower.box.left - upper.box.right < self.place.gutter
            return odds - (NEXT_COLUMN if beside else LEVEL_COLUMN)
        return odds + UNEVEN


def _signed_by(names: Stack) -> Column | None:
    """The text that names of authors stand next to, over or under it."""
    beside = [column for column in (names.above, names.below) if isinstance(column, Column)]
    gaps = [max(column.box.base - names.box.top, names.box.base - column.box.top) for column in beside]
    return beside[gaps.index(min(gaps))] if gaps else None


def _share_words(texts: Sequence[Piece], stacks: Sequence[Stack]) -> list[dict[int, float]]:
    """How much of what each headline says each piece of text says, too; what few pieces say counts for more."""
    said = [frozenset(read_bigrams(piece.text.chars)) for piece in texts]
    rarity = Rarity(said)
    holders: dict[str, list[int]] = defaultdict(list)
    for number, stack in enumerate(stacks):
        for bigram in () if stack.is_byline else stack.bigrams:
            holders[bigram].append(number)
    totals = [1e-6 + fsum(rarity.weigh(stack.bigrams).values()) for stack in stacks]
    shares: list[dict[int, float]] = []
    for bigrams in said:
        counts: dict[int, float] = defaultdict(float)
        for bigram, weight in rarity.weigh(sorted(bigrams & holders.keys())).items():
            for holder in holders[bigram][:MANY]:
                counts[holder] += weight / totals[holder]
        shares.append(dict(counts))
    return shares
