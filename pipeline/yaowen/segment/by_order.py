"""Headlines find their bodies by the order of the page and by their words: one decision over all its lines and bodies.

Of a text it is known what follows what: a headline stands next to its body, before it or, in most dumps, behind it, or apart
from all. So the lines between two bodies are cut: the first go to the body above, the last to the one below.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from heapq import nsmallest
from itertools import accumulate, groupby
from math import log
from operator import attrgetter, itemgetter
from typing import NamedTuple

from yaowen.schema import BlockRole
from yaowen.segment.bigrams import Rarity, read_bigrams
from yaowen.segment.body import Body, is_head, surely_begins
from yaowen.segment.pieces import Piece, Tie
from yaowen.segment.roles import HEADLINE

FAINT = 0.05
"""How likely a border between two bodies must look, with no headline there, for the page as a whole to decide on it."""
LONGEST_RUN = 12
"""Of more lines between two bodies than this, some in the middle are not parted."""
LONGEST_SUBHEAD = 4
MANY = 60
"""So many lines at a time are given to bodies elsewhere on the page."""
WAITING = 80
"""Lines that stand apart are offered to so many bodies without a headline, the first of the page."""
NEAREST = 8
"""Each of them goes to one of so many that say most of what it says."""
BEAM = 24
BARE = 8
"""So many bodies of a page have no headline where lines that stand over others are offered to them."""
FOREIGN, OWN_WORDS = 0.15, 0.5
"""How much of a line the body below it says at most, and the body that it belongs to at least, where it stands over another."""

# What each doubtful choice costs; they were fitted on made pages.
WORDS = 7.0
"""That a body says nothing of what its headline says …"""
USUAL = 0.38
"""… of which it usually says so much."""
BORDER = 0.8
"""How much counts what a line looks like beside the one above."""
UNTITLED = 1.2
TITLED_TWICE = 3.6
"""That a body has a headline before and another behind it."""
SIGNED_TWICE = 6.0
NAMES_FIRST = 1.5
"""That names stand over the title of their article."""
NAMES_APART = 2.66
"""That names which stand apart are those of a body."""
SUBHEAD = 1.1
"""That what stands between two bodies is a subhead within one."""
STRAY = 2.8
"""That a line belongs to no body."""
IN_ORDER = 0.5
"""What it is worth that headlines which stand apart stand in the order of their bodies."""


@dataclass(frozen=True)
class _Given:
    """What a body is given by lines: a headline, the name of its author."""

    title: bool = False
    author: bool = False

    @classmethod
    def of(cls, lines: Sequence[Piece]) -> _Given:
        """Names with no title over them are those at the end of a body, and give no author to it."""
        first = next((number for number, line in enumerate(lines) if line.role != BlockRole.BYLINE), None)
        return cls(first is not None, first is not None and any(line.role == BlockRole.BYLINE for line in lines[first:]))


_Cut = tuple[int, int]
"""The lines before the first place go to the body above, those from the second on to the body below, the rest elsewhere."""


@dataclass(frozen=True)
class _Choice:
    """Where a run is cut (nowhere: the article goes on), what that costs, and what it gives to the bodies on either side."""

    cut: _Cut | None
    cost: float
    above: _Given = _Given()
    below: _Given = _Given()


@dataclass(frozen=True)
class _Way:
    """Where the headlines of a page stand: what it costs that one stands elsewhere, or a body has none."""

    before: float
    behind: float
    apart: float
    untitled: float
    all: float = 0.0

    def weigh(self, choice: _Choice) -> float:
        """What it costs to share a run out so on such a page."""
        cost = choice.above.title * self.behind + choice.below.title * self.before
        return cost + self.apart if choice.cut and choice.cut[0] < choice.cut[1] else cost


WAYS = (
    _Way(before=2.5, behind=0.0, apart=6.0, untitled=UNTITLED),
    _Way(before=0.0, behind=2.5, apart=6.0, untitled=UNTITLED),
    # All stand apart, next to none beside its body; they are given out afterwards.
    _Way(before=10.0, behind=10.0, apart=0.0, untitled=0.0, all=3.0),
)


@dataclass(frozen=True)
class _Trail:
    """How the last run was cut, and the way that led there: kept in common, so that long pages cost no more a run."""

    before: _Trail | None
    cut: _Cut | None

    def walk(self) -> Iterator[_Cut | None]:
        """From the last run to the first."""
        step: _Trail | None = self
        while step:
            yield step.cut
            step = step.before


class _Sharing(NamedTuple):
    """The numbers of the bodies that the lines so far were given to, and of all that were given one."""

    cost: float = 0.0
    given: tuple[int | None, ...] = ()
    taken: frozenset[int] = frozenset()


def match_by_order(pieces: Sequence[Piece]) -> list[Body]:
    """The bodies of a page with their headline lines."""
    bodies, runs = part_bodies(pieces)
    if not bodies:
        return [Body(heads=runs[0])] if runs[0] else []
    matcher = _Matcher(bodies, runs)
    return min((matcher.match(way) for way in WAYS), key=itemgetter(0))[1]


def part_bodies(pieces: Sequence[Piece]) -> tuple[list[Body], list[list[Piece]]]:
    """Bodies in the order of the page, and the headline lines before, between and after them."""
    bodies: list[Body] = []
    runs: list[list[Piece]] = [[]]
    for piece in pieces:
        if is_head(piece):
            runs[-1].append(piece)
        else:
            if not bodies or runs[-1] or _begins(piece, bodies[-1].pieces):
                bodies.append(Body())
                runs.append([])
            bodies[-1].pieces.append(piece)
    return bodies, runs


def _begins(piece: Piece, before: Sequence[Piece]) -> bool:
    surely = surely_begins(piece, before[-1], opens=len(before) == 1)
    return piece.begins > FAINT if surely is None else surely


class _Matcher:
    """Gives the lines of every run to the bodies of the page."""

    def __init__(self, bodies: Sequence[Body], runs: Sequence[Sequence[Piece]]) -> None:
        self.bodies, self.runs = bodies, runs
        self.rarity = Rarity([body.bigrams for body in bodies])
        self.choices = [list(self._find_choices(number)) for number in range(len(runs))]

    def match(self, way: _Way) -> tuple[float, list[Body]]:
        """The bodies of a page whose headlines stand so, and what that costs."""
        cost, cuts = self._decode(way)
        bodies, loose = self._cut(cuts)
        cost += self._settle(loose, bodies)
        self._hand_over(bodies)
        return cost, bodies

    def _decode(self, way: _Way) -> tuple[float, list[_Cut | None]]:
        """The cheapest way to cut every run, and what it costs."""
        # A state is what the body above was given by the run before it.
        states: dict[_Given, tuple[float, _Trail | None]] = {_Given(): (way.all, None)}
        for number, choices in enumerate(self.choices):
            following: dict[_Given, tuple[float, _Trail | None]] = {}
            for had, (before, trail) in states.items():
                for choice in choices:
                    cost = before + choice.cost + way.weigh(choice)
                    given = had if choice.cut is None else choice.below
                    if number and choice.cut:
                        cost += self._close(self.bodies[number - 1], had, choice.above, way)
                    if given not in following or cost < following[given][0]:
                        following[given] = cost, _Trail(trail, choice.cut)
            states = following
        cost, trail = min(states.values(), key=itemgetter(0))
        return cost, list(trail.walk())[::-1] if trail else []

    @staticmethod
    def _close(body: Body, had: _Given, gets: _Given, way: _Way) -> float:
        """What it costs that a body ends with the lines it had and those it now gets."""
        cost = SIGNED_TWICE * (had.author and gets.author) + TITLED_TWICE * (had.title and gets.title)
        # What goes on from another page has its headline there.
        elsewhere = body.is_caption or body.pieces[0].role == BlockRole.JUMP
        return cost if had.title or gets.title or elsewhere else cost + way.untitled

    def _find_choices(self, number: int) -> Iterator[_Choice]:
        """Every way to share a run out: its first lines go to the body above, its last to the one below."""
        run = self.runs[number]
        above = self.bodies[number - 1] if number else None
        below = self.bodies[number] if number < len(self.bodies) else None
        size = len(run)
        give = list(accumulate((self._fit(head, above) for head in run), initial=0.0))
        take = list(accumulate((self._fit(head, below) for head in run[::-1]), initial=0.0))[::-1]
        chances = [min(max(row.begins, 0.02), 0.98) for row in (*run, *(below.pieces[:1] if below else ()))]
        whole = -BORDER * sum(log(1 - chance) for chance in chances)
        part = [BORDER * (log(1 - chance) - log(chance)) for chance in chances]
        # What is known to open the body below begins its headline.
        opens = next((place for place, head in enumerate(run) if head.tie == Tie.OPENS), size) if below else size
        half = LONGEST_RUN // 2
        places = range(size + 1) if size <= LONGEST_RUN else (*range(half + 1), *range(size - half, size + 1))
        for start in places if above else (0,):
            for end in places if below else (size,):
                if end < start or end > opens < size:
                    continue
                upper, lower = _Given.of(run[:start]), _Given.of(run[end:])
                cost = whole + give[start] + take[end]
                cost += sum(part[place] for place in {start, end} if place < len(part) and (above or place or end))
                if below and below.is_signed:
                    cost += SIGNED_TWICE * lower.author
                    lower = _Given(lower.title, author=True)
                if lower.title and run[end].role == BlockRole.BYLINE:
                    cost += NAMES_FIRST
                yield _Choice((start, end), cost, upper, lower)
        if above and below and size <= LONGEST_SUBHEAD and opens == size and _may_go_on(above, run, below):
            roles = sum(head.likelihood(*HEADLINE) - head.likelihood(BlockRole.SUBHEAD) for head in run if head.roles)
            yield _Choice(None, whole + roles + (SUBHEAD if run else 0.0))

    def _fit(self, head: Piece, body: Body | None) -> float:
        """What it costs to give a line to a body, by their words."""
        if head.role == BlockRole.BYLINE or body is None:
            return 0.0
        return WORDS * (USUAL - self._share(head, body))

    def _share(self, head: Piece, body: Body) -> float:
        return self.rarity.share(set(read_bigrams(head.text.chars)), body.bigrams)

    def _cut(self, cuts: Sequence[_Cut | None]) -> tuple[list[Body], list[Piece]]:
        """Bodies with their lines, and the lines that belong to no neighbour."""
        merged: list[Body] = []
        loose: list[Piece] = []
        for number, (run, cut) in enumerate(zip(self.runs, cuts, strict=True)):
            if cut is None:
                merged[-1].pieces += [*(head.as_subhead() for head in run), *self.bodies[number].pieces]
                continue
            start, end = cut
            if start:
                merged[-1].heads.extend(run[:start])
            loose.extend(run[start:end])
            if number < len(self.bodies):
                merged.append(Body([*self.bodies[number].pieces], [*run[end:]]))
        return merged, loose

    def _hand_over(self, bodies: Sequence[Body]) -> None:
        """Gives a line over a body of which it says nothing to the one body without a headline that says what it says."""
        bare = [body for body in bodies if body.pieces and not _has_title(body) and not body.is_caption]
        bare = [body for body in bare if body.pieces[0].role != BlockRole.JUMP]
        for body in bodies if 0 < len(bare) <= BARE else ():
            for head in [head for head in body.heads if head.role in (BlockRole.KICKER, BlockRole.TITLE)]:
                titled = sum(other.role != BlockRole.BYLINE for other in body.heads) > 1
                if not titled or not body.pieces or self._share(head, body) > FOREIGN:
                    continue
                rated = sorted(((self._share(head, other), number) for number, other in enumerate(bare)), reverse=True)
                if rated and rated[0][0] >= OWN_WORDS:
                    body.heads.remove(head)
                    bare.pop(rated[0][1]).heads.append(head)

    def _settle(self, loose: Sequence[Piece], merged: list[Body]) -> float:
        """Gives the lines that stand apart from their bodies to those bodies that have no headline; what that costs."""
        total = 0.0
        waiting = [body for body in merged if not _has_title(body) and not body.is_caption]
        for start in range(0, len(loose), MANY):
            lines = loose[start : start + MANY]
            cost, given = self._share_out(lines, waiting[:WAITING])
            total += cost
            for number, together in groupby(zip(given, lines, strict=True), key=itemgetter(0)):
                group = [line for _, line in together]
                if number is None:
                    merged.append(Body(heads=group))
                else:
                    waiting[number].heads.extend(group)
            waiting = [body for body in waiting if not _has_title(body)]
        return total

    def _share_out(self, lines: Sequence[Piece], waiting: Sequence[Body]) -> tuple[float, tuple[int | None, ...]]:
        """The body of each line that stands apart, and what that costs, by a beam over the lines."""
        beam = [_Sharing()]
        for line in lines:
            apart = NAMES_APART if line.role == BlockRole.BYLINE else 0.0
            rates = [apart + self._fit(line, body) for body in waiting]
            nearest = nsmallest(NEAREST, range(len(waiting)), key=rates.__getitem__)
            longer = (longer for sharing in beam for longer in _give_line(lines, sharing, rates, nearest))
            beam = nsmallest(BEAM, longer, key=attrgetter("cost"))
        ended = ((sharing.cost + UNTITLED * (len(waiting) - len(sharing.taken)), sharing.given) for sharing in beam)
        return min(ended, key=itemgetter(0))


def _may_go_on(above: Body, run: Sequence[Piece], below: Body) -> bool:
    last, first = above.pieces[-1], below.pieces[0]
    flows = last.role == first.role == BlockRole.PARAGRAPH and first.tie != Tie.OPENS
    return flows and all(head.role != BlockRole.BYLINE for head in run)


def _give_line(lines: Sequence[Piece], sharing: _Sharing, rates: Sequence[float], nearest: Sequence[int]) -> Iterator[_Sharing]:
    """The next line goes with the one above, begins the headline of a body that has none yet, or belongs to no body."""
    cost, given, taken = sharing
    number = len(given)
    chance = min(max(lines[number].begins, 0.05), 0.95)
    stays = cost - BORDER * log(1 - chance)
    goes = cost - BORDER * log(chance) if given else cost
    last = given[-1] if given else None
    # Where nothing tells, headlines stand in the order of their bodies.
    start = 0 if last is None else last + 1
    following = next((body for body in range(start, len(rates)) if body not in taken), None)
    for body in dict.fromkeys((*nearest, following)):
        if body is not None and body not in taken:
            begins = goes + rates[body] + _cost_of_beginning(lines, number)
            yield _Sharing(begins - IN_ORDER * (body == following), (*given, body), taken | {body})
    if last is not None:
        yield _Sharing(stays + rates[last] + _cost_of_staying(lines, number), (*given, last), taken)
    elif given:
        yield _Sharing(stays + STRAY, (*given, None), taken)
    if last is not None or not given:
        yield _Sharing(goes + 2 * STRAY, (*given, None), taken)


def _cost_of_beginning(lines: Sequence[Piece], number: int) -> float:
    """What it costs that a headline begins with this line: a subtitle or a byline seldom does."""
    return 2.0 if lines[number].role in (BlockRole.SUBTITLE, BlockRole.BYLINE) and number else 0.0


def _cost_of_staying(lines: Sequence[Piece], number: int) -> float:
    """What it costs that this line goes on with the headline above: after a byline, or with a kicker, another begins."""
    upper, lower = lines[number - 1].role, lines[number].role
    if upper == BlockRole.BYLINE and lower != BlockRole.BYLINE:
        return 2.0
    return 1.0 if lower == BlockRole.KICKER or (upper == BlockRole.SUBTITLE and lower == BlockRole.TITLE) else 0.0


def _has_title(body: Body) -> bool:
    return any(head.role != BlockRole.BYLINE for head in body.heads)
