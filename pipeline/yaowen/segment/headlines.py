"""Headlines find their bodies: one decision over all the headline lines and bodies of a page."""

from __future__ import annotations

import heapq
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from math import log

from yaowen.schema import BlockRole
from yaowen.segment.pieces import HEADLINE, LEADS, SIGNS, Piece

AFTER, BEFORE = "after", "before"
LOOSE = -2
"""The owner of headline lines that belong to neither neighbour: all the headlines of a page can stand at its end."""


@dataclass
class Body:
    """What one article says, in its order, and the headline lines that were found to be its own."""

    pieces: list[Piece] = field(default_factory=list)
    heads: list[Piece] = field(default_factory=list)
    grams: Counter[str] = field(default_factory=Counter)

    @property
    def is_caption(self) -> bool:
        """Whether it is a picture's caption and nothing else."""
        return bool(self.pieces) and all(piece.role == BlockRole.CAPTION for piece in self.pieces)


@dataclass(frozen=True)
class Costs:
    """What each doubtful choice costs; they were fitted on made pages."""

    untitled: float = 1.2
    twice: float = 3.0
    against: float = 0.8
    words: float = 5.0
    border: float = 0.5
    loose: float = 2.0
    subhead: float = 0.0


def match_headlines(pieces: Sequence[Piece], costs: Costs | None = None) -> list[Body]:
    """The bodies of a page with their headline lines."""
    costs = costs or Costs()
    bodies, runs = part_bodies(pieces)
    if not bodies:
        return [Body(heads=runs[0])] if runs[0] else []
    for body in bodies:
        body.grams = Counter(_bigrams("".join(piece.text.chars for piece in body.pieces)))
    matcher = _Matcher(bodies, runs, costs)
    # A page has its way: the headline before the body, or, in most dumps, after it.
    owners = min((matcher.lay(way) for way in (AFTER, BEFORE)), key=lambda laid: laid[0])[1]
    return matcher.collect(owners)


def part_bodies(pieces: Sequence[Piece]) -> tuple[list[Body], list[list[Piece]]]:
    """Bodies in the order of the page, and the headline lines before, between and after them."""
    bodies: list[Body] = []
    runs: list[list[Piece]] = [[]]
    for piece in pieces:
        head = piece.role in HEADLINE or piece.role == BlockRole.SUBHEAD
        if head or (piece.role == BlockRole.BYLINE and piece.page not in (LEADS, SIGNS)):
            runs[-1].append(piece)
        else:
            if not bodies or runs[-1] or _begins(piece, bodies[-1].pieces):
                bodies.append(Body())
                runs.append([])
            bodies[-1].pieces.append(piece)
    return bodies, runs


def _begins(piece: Piece, before: Sequence[Piece]) -> bool:
    last = before[-1]
    if piece.role == BlockRole.CAPTION or last.role == BlockRole.CAPTION:
        return True
    if piece.page == SIGNS:
        return False
    if last.role == BlockRole.JUMP and len(before) > 1:
        return True
    if piece.role == BlockRole.JUMP:
        return False if piece.begins < 0.5 else "接" in piece.text.chars
    if last.page == LEADS or last.role == BlockRole.JUMP:
        return False
    if piece.page == LEADS:
        return True
    return piece.begins > 0.5


def _bigrams(chars: str) -> Iterator[str]:
    kept = "".join(filter(str.isalnum, chars))
    return map(str.__add__, kept, kept[1:])


@dataclass(frozen=True)
class _Trail:
    """The owners chosen for the last run, and the way that led there: shared, so that long pages cost no more a run."""

    before: _Trail | None
    owners: list[int]

    def walk(self) -> Iterator[list[int]]:
        """From the last run to the first."""
        step: _Trail | None = self
        while step:
            yield step.owners
            step = step.before


def _keep(options: dict[bool, tuple[float, _Trail]], state: bool, cost: float, trail: _Trail) -> None:
    if state not in options or cost < options[state][0]:
        options[state] = cost, trail


@dataclass
class _Matcher:
    bodies: list[Body]
    runs: list[list[Piece]]
    costs: Costs
    weights: Mapping[str, float] = field(default_factory=dict)
    holders: Mapping[str, list[int]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        holders: dict[str, list[int]] = {}
        wanted = {gram for run in self.runs for head in run for gram in _bigrams(head.text.chars)}
        for number, body in enumerate(self.bodies):
            for gram in wanted & body.grams.keys():
                holders.setdefault(gram, []).append(number)
        total = len(self.bodies) + 1
        self.holders = holders
        self.weights = {gram: log(total / (len(held) + 0.3)) for gram, held in holders.items()}

    def affinity(self, head: Piece, number: int) -> float:
        """The share of a line's words, weighted by how telling they are on this page, that a body has too."""
        grams = set(_bigrams(head.text.chars))
        rare = log((len(self.bodies) + 1) / 0.5)
        weight = sum(self.weights.get(gram, rare) for gram in grams)
        body = self.bodies[number].grams
        return sum(self.weights[gram] for gram in grams if gram in body) / weight if weight > 0 else 0.0

    def lay(self, way: str) -> tuple[float, list[list[int]]]:
        """The cheapest way to give every line of every run to a neighbour, and what it costs."""
        # The state is whether the body that comes before a run has a title yet.
        states: dict[bool, tuple[float, _Trail]] = {}
        for titled, cost, owners in self._first_run():
            _keep(states, titled, cost, _Trail(None, owners))
        for number in range(1, len(self.bodies)):
            options: dict[bool, tuple[float, _Trail]] = {}
            choices = list(self._choices(number, way))
            for has, (cost, trail) in states.items():
                for gets, titled, extra, owners in choices:
                    if gets is None:  # a subhead, or no border at all: the article goes on
                        _keep(options, has, cost + extra, _Trail(trail, owners))
                    else:
                        _keep(options, titled, cost + extra + self._ending(has, gets, number - 1), _Trail(trail, owners))
            states = options
        last = len(self.bodies)
        endings = (
            (cost + extra + self._ending(has, gets, last - 1), _Trail(trail, owners))
            for has, (cost, trail) in states.items()
            for gets, extra, owners in self._last_run(way)
        )
        cost, trail = min(endings, key=lambda ending: ending[0])
        return cost, list(trail.walk())[::-1]

    def _ending(self, has: bool, gets: bool, number: int) -> float:
        if has and gets:
            return self.costs.twice
        if has or gets or self.bodies[number].is_caption:
            return 0.0
        return self.costs.untitled * (0.3 if "接" in self.bodies[number].pieces[0].text.chars[:4] else 1.0)

    def _first_run(self) -> Iterator[tuple[bool, float, list[int]]]:
        run = self.runs[0]
        for cut in range(len(run) + 1):
            owners = [LOOSE] * cut + [0] * (len(run) - cut)
            cost = self._lines(run, owners) + (self.costs.loose if cut else 0)
            yield _has_title(run[cut:]), cost, owners

    def _last_run(self, way: str) -> Iterator[tuple[bool, float, list[int]]]:
        number = len(self.bodies)
        run = self.runs[number]
        for cut in range(len(run) + 1):
            owners = [number - 1] * cut + [LOOSE] * (len(run) - cut)
            cost = (
                self._lines(run, owners)
                + (self.costs.loose if cut < len(run) else 0)
                + self._borders(run, owners, None, number - 1)
            )
            gets = _has_title(run[:cut])
            yield gets, cost + (self.costs.against if gets and way == BEFORE else 0), owners

    def _choices(self, number: int, way: str) -> Iterator[tuple[bool | None, bool, float, list[int]]]:
        run, body = self.runs[number], self.bodies[number]
        size = len(run)
        cuts = (
            [(start, end) for start in range(size + 1) for end in range(start, size + 1)]
            if size <= 12
            else [(start, end) for start in range(6) for end in (*range(start, 6), *range(size - 5, size + 1))]
        )
        for start, end in cuts:
            owners = [number - 1] * start + [LOOSE] * (end - start) + [number] * (size - end)
            cost = self._lines(run, owners) + self._borders(run, owners, body, number - 1)
            cost += self.costs.loose if end > start else 0
            gets, titled = _has_title(run[:start]), _has_title(run[end:])
            cost += self.costs.against * ((gets and way == BEFORE) + (titled and way == AFTER))
            yield gets, titled, cost, owners
        if (
            run
            and len(run) <= 4
            and not body.is_caption
            and body.pieces[0].role == BlockRole.PARAGRAPH
            and all(head.role != BlockRole.BYLINE for head in run)
        ):
            owners = [number - 1] * size
            cost = self.costs.subhead - sum(head.likelihood(BlockRole.SUBHEAD) for head in run)
            if self.bodies[number - 1].pieces[-1].role == BlockRole.JUMP:
                cost += 6
            cost += self._borders(run, owners, body, number - 1, goes_on=True)
            yield None, False, cost, [-1] * size

    def _lines(self, run: Sequence[Piece], owners: Sequence[int]) -> float:
        cost = 0.0
        for head, owner in zip(run, owners, strict=True):
            if head.role != BlockRole.BYLINE:
                cost -= head.likelihood(*HEADLINE) if head.roles else 0.0
            cost += (
                0.0
                if owner == LOOSE or head.role == BlockRole.BYLINE
                else self.costs.words * (1 - self.affinity(head, owner)) / len(run)
            )
        return cost

    def _borders(
        self, run: Sequence[Piece], owners: Sequence[int], body: Body | None, before: int, *, goes_on: bool = False
    ) -> float:
        """What the rows' own look says of a border before each line and before the body."""
        cost = 0.0
        rows = [*run, *([body.pieces[0]] if body else [])]
        owned = [before, *owners, *([before if goes_on else before + 1] if body else [])]
        for row, (upper, lower) in zip(rows, pairwise(owned), strict=True):
            chance = min(max(row.begins, 0.02), 0.98)
            cost -= log(chance if upper != lower else 1 - chance)
        return self.costs.border * cost

    def collect(self, owners: Sequence[Sequence[int]]) -> list[Body]:
        """Bodies with their lines; those that belong to no neighbour go where their words are."""
        merged: list[Body] = []
        place: dict[int, Body] = {}
        loose: list[Piece] = []
        for number in range(len(self.bodies) + 1):
            run = self.runs[number]
            if number < len(self.bodies) and run and owners[number][0] == -1:
                place[number] = merged[-1]
                merged[-1].pieces.extend(_as_subhead(head) for head in run)
                merged[-1].pieces.extend(self.bodies[number].pieces)
                continue
            if number < len(self.bodies):
                place[number] = self.bodies[number]
                merged.append(self.bodies[number])
            for head, owner in zip(run, owners[number], strict=True):
                if owner == LOOSE:
                    loose.append(head)
                else:
                    place[owner].heads.append(head)
        self._settle(loose, place, merged)
        return merged

    def _settle(self, loose: Sequence[Piece], place: Mapping[int, Body], merged: list[Body]) -> None:
        groups = list(_group(loose))
        open_bodies = {
            number: body
            for number, body in place.items()
            if not _has_title(body.heads) and body.pieces is self.bodies[number].pieces
        }
        offers: list[tuple[float, int, int]] = []
        for index, group in enumerate(groups):
            rated: dict[int, float] = {}
            for head in group:
                for gram in set(_bigrams(head.text.chars)):
                    for number in self.holders.get(gram, ())[:50]:
                        if number in open_bodies:
                            rated[number] = rated.get(number, 0.0) + self.weights[gram]
            weight = sum(self.weights.get(gram, 2.0) for head in group for gram in set(_bigrams(head.text.chars))) or 1.0
            offers.extend(
                (score / weight, index, number) for number, score in heapq.nlargest(8, rated.items(), key=lambda item: item[1])
            )
        taken: dict[int, int] = {}
        used: set[int] = set()
        for rate, index, number in sorted(offers, reverse=True):
            if index not in taken and number not in used and rate > 0.05:
                taken[index] = number
                used.add(number)
        rest = iter(sorted(set(open_bodies) - used))
        for index, group in enumerate(groups):
            number = taken.get(index, -1)
            if number < 0:
                number = next(rest, -1)
            if number >= 0:
                open_bodies[number].heads.extend(group)
            else:
                merged.append(Body(heads=list(group)))


def _has_title(heads: Sequence[Piece]) -> bool:
    return any(head.role != BlockRole.BYLINE for head in heads)


def _as_subhead(head: Piece) -> Piece:
    return Piece(BlockRole.SUBHEAD, head.text, head.gap, head.begins, head.roles, head.marks)


def _group(heads: Sequence[Piece]) -> Iterator[list[Piece]]:
    group: list[Piece] = []
    for head in heads:
        if group and (head.begins > 0.5 or (group[-1].role == BlockRole.BYLINE and head.role != BlockRole.BYLINE)):
            yield group
            group = []
        group.append(head)
    if group:
        yield group
