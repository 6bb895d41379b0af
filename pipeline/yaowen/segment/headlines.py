"""Headlines find their bodies: one decision over all the headline lines and bodies of a page."""

from __future__ import annotations

import heapq
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from itertools import accumulate, groupby
from math import log
from operator import itemgetter

from yaowen.schema import BlockRole
from yaowen.segment.pieces import HEADLINE, LEADS, OWN, SIGNS, TAKEN_BY, Piece

AFTER, BEFORE, APART = "after", "before", "apart"
FAINT = 0.05
"""How likely a border between two bodies must look, with no headline there, for the page as a whole to decide on it."""
MANY = 60
"""So many lines at a time are given to bodies elsewhere on the page."""
WAITING = 80
"""Lines that stand apart are offered to so many bodies without a headline, the first of the page."""
BEAM = 24
IN_ORDER = 0.5
BARE = 8
"""So many bodies of a page have no headline where lines that stand over others are offered to them."""
FOREIGN, OWN_WORDS = 0.15, 0.5
"""How much of a line the body below it says at most, and the body that it belongs to at least, where it stands over another."""


@dataclass
class Body:
    """What one article says, in its order, and the headline lines that were found to be its own."""

    pieces: list[Piece] = field(default_factory=list)
    heads: list[Piece] = field(default_factory=list)
    grams: Counter[str] = field(default_factory=Counter)

    @property
    def is_signed(self) -> bool:
        """Whether it names its author in the row that opens it: 本报讯（记者卓然）."""
        return any(piece.role == BlockRole.BYLINE for piece in self.pieces)

    @property
    def is_caption(self) -> bool:
        """Whether it is a picture's caption and nothing else."""
        return bool(self.pieces) and all(piece.role == BlockRole.CAPTION for piece in self.pieces)


@dataclass(frozen=True)
class Costs:
    """What each doubtful choice costs; they were fitted on made pages."""

    untitled: float = 1.2
    apart: float = 3.0
    twice: float = 3.6
    against: float = 2.5
    words: float = 7.0
    usual: float = 0.38
    border: float = 0.8
    loose: float = 6.0
    subhead: float = 1.1
    signed: float = 6.0
    stray: float = 2.8
    names: float = 1.5


def match_headlines(pieces: Sequence[Piece], costs: Costs | None = None) -> list[Body]:
    """The bodies of a page with their headline lines."""
    costs = costs or Costs()
    bodies, runs = part_bodies(pieces)
    if not bodies:
        return [Body(heads=runs[0])] if runs[0] else []
    for body in bodies:
        body.grams = Counter(read_bigrams("".join(piece.text.chars for piece in body.pieces)))
    matcher = _Matcher(bodies, runs, costs)
    # A page has its way: its headlines stand before their bodies, or, in most dumps, after them, or all in one place.
    laid = (matcher.lay(way) for way in (AFTER, BEFORE, APART))
    return min((matcher.collect(*way) for way in laid), key=itemgetter(0))[1]


def part_bodies(pieces: Sequence[Piece]) -> tuple[list[Body], list[list[Piece]]]:
    """Bodies in the order of the page, and the headline lines before, between and after them."""
    bodies: list[Body] = []
    runs: list[list[Piece]] = [[]]
    for piece in pieces:
        head = piece.role in HEADLINE or (piece.role == BlockRole.SUBHEAD and piece.page != OWN)
        if head or (piece.role == BlockRole.BYLINE and piece.page not in (LEADS, SIGNS)):
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


def surely_begins(piece: Piece, last: Piece, *, opens: bool) -> bool | None:
    """Whether a piece begins a body, where its kind and that of the last one say; `opens` is whether that one did."""
    if piece.page == OWN:
        return False
    if piece.role == BlockRole.CAPTION or last.role == BlockRole.CAPTION:
        # Who took a picture may stand on a row of its own below what it shows.
        return piece.role != last.role or not TAKEN_BY.fullmatch(piece.text.chars)
    if piece.page == SIGNS:
        return False
    if last.role == BlockRole.JUMP and not opens:
        return True
    if piece.role == BlockRole.JUMP:
        return False if piece.begins < 0.5 else "接" in piece.text.chars
    if last.page == LEADS or last.role == BlockRole.JUMP:
        return False
    return True if piece.page == LEADS else None


def read_bigrams(chars: str) -> Iterator[str]:
    """The pairs of letters and digits that follow each other, whatever blanks and marks part them."""
    kept = "".join(filter(str.isalnum, chars))
    return map(str.__add__, kept, kept[1:])


_Cut = tuple[int, int]
"""The lines before the first place go to the body above, those from the second on to the body below, the rest elsewhere."""


@dataclass(frozen=True)
class _Trail:
    """How the last run was shared out, and the way that led there: kept in common, so that long pages cost no more a run."""

    before: _Trail | None
    cut: _Cut | None

    def walk(self) -> Iterator[_Cut | None]:
        """From the last run to the first."""
        step: _Trail | None = self
        while step:
            yield step.cut
            step = step.before


@dataclass(frozen=True)
class _State:
    """What the body before a run has so far: a headline, the name of its author."""

    titled: bool = False
    signed: bool = False


@dataclass(frozen=True)
class _Choice:
    """Where a run is cut (nowhere: the article goes on), what that costs, and what it makes of the bodies on either side."""

    cut: _Cut | None
    cost: float
    state: _State
    gives_title: bool = False
    gives_byline: bool = False


_States = dict[_State, tuple[float, _Trail]]


def _keep(options: _States, state: _State, cost: float, trail: _Trail) -> None:
    if state not in options or cost < options[state][0]:
        options[state] = cost, trail


@dataclass
class _Matcher:
    bodies: list[Body]
    runs: list[list[Piece]]
    costs: Costs
    weights: Mapping[str, float] = field(default_factory=dict)

    def __post_init__(self) -> None:
        wanted = {gram for run in self.runs for head in run for gram in read_bigrams(head.text.chars)}
        holders = Counter(gram for body in self.bodies for gram in wanted & body.grams.keys())
        total = len(self.bodies) + 1
        self.weights = {gram: log(total / (held + 0.3)) for gram, held in holders.items()}

    def _rate(self, grams: Set[str], body: Body) -> float:
        rare = log((len(self.bodies) + 1) / 0.5)
        weight = sum(self.weights.get(gram, rare) for gram in grams)
        return sum(self.weights[gram] for gram in grams if gram in body.grams) / weight if weight > 0 else 0.0

    def lay(self, way: str) -> tuple[float, list[_Cut | None]]:
        """The cheapest way to give every line of every run to a neighbour, and what it costs."""
        states: _States = {}
        for choice in self._choices(0, way):
            _keep(states, choice.state, choice.cost, _Trail(None, choice.cut))
        for number in range(1, len(self.bodies)):
            options: _States = {}
            choices = list(self._choices(number, way))
            for state, (cost, trail) in states.items():
                for choice in choices:
                    if choice.cut is None:  # a subhead, or no border at all: the article goes on
                        _keep(options, state, cost + choice.cost, _Trail(trail, None))
                    else:
                        ending = self._ending(state, choice, number - 1, way)
                        _keep(options, choice.state, cost + choice.cost + ending, _Trail(trail, choice.cut))
            states = options
        last = len(self.bodies)
        endings = (
            (cost + choice.cost + self._ending(state, choice, last - 1, way), _Trail(trail, choice.cut))
            for state, (cost, trail) in states.items()
            for choice in self._choices(last, way)
        )
        cost, trail = min(endings, key=lambda ending: ending[0])
        return cost + (self.costs.apart if way == APART else 0.0), list(trail.walk())[::-1]

    def _ending(self, state: _State, choice: _Choice, number: int, way: str) -> float:
        """What it costs that a body ends with the lines it had and those it now gets."""
        cost = self.costs.signed if state.signed and choice.gives_byline else 0.0
        if state.titled and choice.gives_title:
            return cost + self.costs.twice
        if state.titled or choice.gives_title or self.bodies[number].is_caption:
            return cost
        # What goes on from another page has its headline there; where headlines stand apart they are given out later.
        if way == APART or self.bodies[number].pieces[0].role == BlockRole.JUMP:
            return cost
        return cost + self.costs.untitled

    def _against(self, way: str) -> float:
        # Where headlines stand apart, next to none stands beside its body.
        return self.costs.against * (4 if way == APART else 1)

    def _set_aside(self, way: str) -> float:
        return 0.0 if way == APART else self.costs.loose

    def _choices(self, number: int, way: str) -> Iterator[_Choice]:
        """Every way to share a run out: its first lines go to the body above, its last to the one below."""
        run, costs = self.runs[number], self.costs
        size = len(run)
        above = self.bodies[number - 1] if number else None
        below = self.bodies[number] if number < len(self.bodies) else None
        give = list(accumulate((self._line(head, above) for head in run), initial=0.0))
        take = list(accumulate((self._line(head, below) for head in run[::-1]), initial=0.0))[::-1]
        titles = list(accumulate((head.role != BlockRole.BYLINE for head in run), initial=0))
        places = [spot for spot, head in enumerate(run) if head.role == BlockRole.BYLINE]
        chances = [min(max(row.begins, 0.02), 0.98) for row in (*run, *(below.pieces[:1] if below else ()))]
        whole = -costs.border * sum(log(1 - chance) for chance in chances)
        part = [costs.border * (log(1 - chance) - log(chance)) for chance in chances]
        # What is known to open the body below begins its headline.
        opens = next((spot for spot, head in enumerate(run) if head.page == LEADS), size) if below else size
        spots = range(size + 1) if size <= 12 else (*range(7), *range(size - 6, size + 1))
        for start in spots if above else (0,):
            for end in spots if below else (size,):
                if end < start or end > opens < size:
                    continue
                signed = _is_signed(titles, places, end, size)
                state = _State(titles[-1] > titles[end], signed or bool(below and below.is_signed))
                cost = whole + give[start] + take[end] + (costs.signed if signed and below and below.is_signed else 0.0)
                cost += sum(part[spot] for spot in {start, end} if spot < len(part) and (above or spot or end))
                cost += self._set_aside(way) if end > start else 0.0
                # Names that stand over a title are those of the article above.
                if end < size and run[end].role == BlockRole.BYLINE and titles[-1] > titles[end]:
                    cost += costs.names
                cost += self._against(way) * ((titles[start] > 0 and way != AFTER) + (state.titled and way != BEFORE))
                yield _Choice((start, end), cost, state, titles[start] > 0, _is_signed(titles, places, 0, start))
        if above and below and size <= 4 and opens == size and self._may_go_on(number):
            roles = sum(head.likelihood(*HEADLINE) - head.likelihood(BlockRole.SUBHEAD) for head in run if head.roles)
            yield _Choice(None, whole + roles + (costs.subhead if run else 0.0), _State())

    def _may_go_on(self, number: int) -> bool:
        first, last = self.bodies[number].pieces[0], self.bodies[number - 1].pieces[-1]
        return (
            first.role == last.role == BlockRole.PARAGRAPH
            and first.page is None
            and all(head.role != BlockRole.BYLINE for head in self.runs[number])
        )

    def _line(self, head: Piece, body: Body | None) -> float:
        if head.role == BlockRole.BYLINE or body is None:
            return 0.0
        return self.costs.words * (self.costs.usual - self._share(head, body))

    def collect(self, cost: float, cuts: Sequence[_Cut | None]) -> tuple[float, list[Body]]:
        """Bodies with their lines, and what that costs; those that belong to no neighbour go where their words are."""
        merged: list[Body] = []
        loose: list[Piece] = []
        for number, (run, cut) in enumerate(zip(self.runs, cuts, strict=True)):
            if cut is None:
                merged[-1].pieces.extend(_as_subhead(head) for head in run)
                merged[-1].pieces.extend(self.bodies[number].pieces)
                merged[-1].grams = merged[-1].grams + self.bodies[number].grams
                continue
            start, end = cut
            if start:
                merged[-1].heads.extend(run[:start])
            loose.extend(run[start:end])
            if number < len(self.bodies):
                body = self.bodies[number]
                merged.append(Body([*body.pieces], run[end:], body.grams))
        cost += self._settle(loose, merged)
        self._hand_over(merged)
        return cost, merged

    def _hand_over(self, merged: Sequence[Body]) -> None:
        """Gives a line over a body of which it says nothing to the one body without a headline that says what it says."""
        bare = [body for body in merged if body.pieces and not _has_title(body.heads) and not body.is_caption]
        bare = [body for body in bare if body.pieces[0].role != BlockRole.JUMP]
        for body in merged if 0 < len(bare) <= BARE else ():
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
        waiting = [body for body in merged if not _has_title(body.heads) and not body.is_caption]
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
            waiting = [body for body in waiting if not _has_title(body.heads)]
        return total

    def _share_out(self, lines: Sequence[Piece], waiting: Sequence[Body]) -> tuple[float, tuple[int | None, ...]]:
        # A beam over the lines: each goes to the body of the line above it, or begins the headline of a body that has none yet.
        rated = [[self.costs.words * (self.costs.usual - self._share(line, body)) for body in waiting] for line in lines]
        beam: list[tuple[float, tuple[int | None, ...], frozenset[int]]] = [(0.0, (), frozenset())]
        for line, rates in zip(lines, rated, strict=True):
            chance = min(max(line.begins, 0.05), 0.95)
            nearest = heapq.nsmallest(8, range(len(waiting)), key=rates.__getitem__)
            longer: list[tuple[float, tuple[int | None, ...], frozenset[int]]] = []
            for cost, given, taken in beam:
                last = given[-1] if given else None
                stays = -self.costs.border * log(1 - chance)
                goes = -self.costs.border * log(chance) if given else 0.0
                free = [number for number in nearest if number not in taken]
                # Where nothing tells, headlines stand in the order of their bodies.
                following = next(
                    (number for number in range((last if last is not None else -1) + 1, len(waiting)) if number not in taken),
                    None,
                )
                if following is not None and following not in free:
                    free.append(following)
                longer.extend(
                    (
                        cost
                        + goes
                        + rates[number]
                        - (IN_ORDER if number == following else 0.0)
                        + _break_cost(lines, len(given)),
                        (*given, number),
                        taken | {number},
                    )
                    for number in free
                )
                if last is not None:
                    longer.append((cost + stays + rates[last] + _stay_cost(lines, len(given)), (*given, last), taken))
                elif given:
                    longer.append((cost + stays + self.costs.stray, (*given, None), taken))
                if last is not None or not given:
                    longer.append((cost + goes + 2 * self.costs.stray, (*given, None), taken))
            beam = heapq.nsmallest(BEAM, longer, key=itemgetter(0))
        ended = ((cost + self.costs.untitled * (len(waiting) - len(taken)), given) for cost, given, taken in beam)
        return min(ended, key=itemgetter(0))

    def _share(self, head: Piece, body: Body) -> float:
        return 0.0 if head.role == BlockRole.BYLINE else self._rate(set(read_bigrams(head.text.chars)), body)


def _break_cost(lines: Sequence[Piece], number: int) -> float:
    """What it costs that a headline begins with this line: a subtitle or a byline seldom does."""
    return 2.0 if lines[number].role in (BlockRole.SUBTITLE, BlockRole.BYLINE) and number else 0.0


def _stay_cost(lines: Sequence[Piece], number: int) -> float:
    """What it costs that this line goes on with the headline above: after a byline, or with a kicker, another begins."""
    upper, lower = lines[number - 1].role, lines[number].role
    if upper == BlockRole.BYLINE and lower != BlockRole.BYLINE:
        return 2.0
    return 1.0 if lower == BlockRole.KICKER or (upper == BlockRole.SUBTITLE and lower == BlockRole.TITLE) else 0.0


def _has_title(heads: Sequence[Piece]) -> bool:
    return any(head.role != BlockRole.BYLINE for head in heads)


def _is_signed(titles: Sequence[int], bylines: Sequence[int], start: int, end: int) -> bool:
    """Whether a byline stands below a title among these lines; names with no title over them are those at a body's end."""
    last = bisect_left(bylines, end) - 1
    return last >= 0 and bylines[last] >= start and titles[bylines[last]] > titles[start]


def _as_subhead(head: Piece) -> Piece:
    return Piece(BlockRole.SUBHEAD, head.text, head.gap, head.begins, head.roles, head.marks)
