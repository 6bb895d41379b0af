"""Headlines find their bodies by the order of the page and by their words: one decision over all its lines and bodies.

Of a text it is known what follows what: a headline stands next to its body, before it or, in most dumps, behind it, or apart
from all. So the lines between two bodies are cut: the first go to the body above, the last to the one below.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate
from math import log
from operator import itemgetter

from yaowen.datelines import SENT
from yaowen.schema import BlockRole
from yaowen.segment.apart import (
    BODY_UNTITLED,
    BORDER,
    follow_names,
    follow_words,
    guess_elsewhere,
    lower_labels,
    share_out,
)
from yaowen.segment.body import Body, is_head, surely_begins
from yaowen.segment.choices import WAYS, Choice, Cut, Given, Hopes, Trail, Way
from yaowen.segment.cohesion import weigh_borders
from yaowen.segment.kinds import follow_kinds
from yaowen.segment.likeness import Likeness
from yaowen.segment.pieces import Piece, Tie
from yaowen.segment.row_words import HEADLINE, is_label
from yaowen.segment.twice import part_twice

FAINT_BORDER = 0.03
"""How likely a border between two bodies must look, with no headline there, for the page as a whole to decide on it."""
LONGEST_RUN = 12
"""Of more lines between two bodies than this, some in the middle are not parted."""
LONGEST_SUBHEAD = 4
"""So many lines at most stand between two parts of one article."""

# What each doubtful choice costs; they were fitted on made pages, that of a subhead on annotated and known ones.
TITLED_TWICE = 2.5
"""That a body has a headline before and another behind it."""
SIGNED_TWICE = 6.0
OVER = re.compile(r"[□■◎○◇◆][ \u3000]*[一-鿿]")
"""A mark before names that stand over a text (□卓然), or below one that opens with none."""
NAMES_FIRST = 1.5
"""That names stand over the title of their article."""
SUBHEAD, SUBHEAD_OF_WEB = 0.6, -0.6
"""That what stands between two bodies is a subhead within one; a page of the web has one article as a rule."""
LONG_SUBHEAD, LONGEST_OF_PART = 2.6, 11
"""That a row of more characters is a subhead on a page of the web where more than one article says where it begins."""
LABEL, LABEL_ABOVE = 2.0, 5.0
"""That a label (小贴士) stands within an article and opens none, and that the line below it belongs to another."""


def match_by_order(pieces: Sequence[Piece], *, web: bool = False) -> list[Body]:
    """The bodies of a page with their headline lines."""
    bodies, runs = part_bodies(pieces)
    if not bodies:
        return [Body(heads=runs[0])] if runs[0] else []
    matcher = _Matcher(bodies, runs, web=web)
    matched = part_twice(min((matcher.match(way) for way in WAYS), key=itemgetter(0))[1], matcher.likeness)
    follow_names(matched)
    follow_words(matched, matcher.likeness)
    lower_labels(matched, zip(runs, bodies, strict=False))
    follow_kinds(matched)
    return matched


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


def _count_begun(bodies: Sequence[Body], runs: Sequence[Sequence[Piece]]) -> int:
    """How many articles of a page say where they begin, by who sent them or by a stamp of the web."""
    return sum(body.is_signed or any(head.tie == Tie.OPENS for head in run) for run, body in zip(runs, bodies, strict=False))


def _begins(piece: Piece, before: Sequence[Piece]) -> bool:
    surely = surely_begins(piece, before[-1], opens=len(before) == 1)
    return piece.begins > FAINT_BORDER if surely is None else surely


class _Matcher:
    """Gives the lines of every run to the bodies of the page."""

    def __init__(self, bodies: Sequence[Body], runs: Sequence[Sequence[Piece]], *, web: bool) -> None:
        self.bodies, self.runs = bodies, runs
        self.subhead = SUBHEAD_OF_WEB if web else SUBHEAD
        self.long_subhead = LONG_SUBHEAD if web and _count_begun(bodies, runs) > 1 else 0.0
        self.likeness = Likeness(bodies)
        self.bonds = weigh_borders(bodies, runs, web=web)
        self.shared: dict[tuple[Cut | None, ...], tuple[float, list[Body]]] = {}
        self.choices = [list(self._find_choices(number)) for number in range(len(runs))]

    def match(self, way: Way) -> tuple[float, list[Body]]:
        """The bodies of a page whose headlines stand so, and what that costs."""
        choices = self._decode(way, Hopes())
        tried = [self._finish(choices, way)]
        if claimed := frozenset().union(*(choice.elsewhere.claimed for choice in choices)):
            # What stands beside a body that lines elsewhere speak of may be another's, or those lines are their neighbours'.
            tried += [self._finish(self._decode(way, hopes), way) for hopes in (Hopes(claimed), Hopes(none=True))]
        return min(tried, key=itemgetter(0))

    def _finish(self, choices: Sequence[Choice], way: Way) -> tuple[float, list[Body]]:
        """The bodies of a page whose runs are shared out so, and what that costs."""
        cuts = tuple(choice.cut for choice in choices)
        if cuts not in self.shared:
            bodies, loose = self._cut(cuts)
            self.shared[cuts] = share_out(loose, bodies, self.likeness), bodies
        (cost, bodies), had = self.shared[cuts], Given()
        cost += way.all
        for number, choice in enumerate(choices):
            cost += choice.cost + way.weigh(choice)
            if choice.cut:
                cost += self._close(number - 1, had, choice.above) if number else 0.0
                had = choice.below
        return cost, bodies

    def _decode(self, way: Way, hopes: Hopes) -> list[Choice]:
        """The cheapest way to share every run out."""
        # A state is what the body above was given by the run before it, and whether lines elsewhere claim it.
        states: dict[tuple[Given, bool], tuple[float, Trail | None]] = {(Given(), False): (0.0, None)}
        for number, choices in enumerate(self.choices):
            following: dict[tuple[Given, bool], tuple[float, Trail | None]] = {}
            claims = number in hopes.claimed
            for (had, claimed), (before, trail) in states.items():
                for choice in choices:
                    cost = before + choice.cost + way.weigh(choice) + hopes.weigh(choice)
                    if choice.cut is None:
                        # Two parts of an article that are claimed by different lines are two articles.
                        cost += TITLED_TWICE * (claimed and claims)
                        state = had, claimed or claims
                    else:
                        if number:
                            cost += self._close(number - 1, had, choice.above)
                            cost += TITLED_TWICE * (claimed and (had.title or choice.above.title))
                        state = choice.below, claims
                    if state not in following or cost < following[state][0]:
                        following[state] = cost, Trail(trail, choice)
            states = following
        trail = min(states.values(), key=itemgetter(0))[1]
        return list(trail.walk())[::-1] if trail else []

    def _close(self, number: int, had: Given, gets: Given) -> float:
        """What it costs that a body ends with the lines it had and those it now gets."""
        body = self.bodies[number]
        cost = SIGNED_TWICE * (had.author and gets.author) + TITLED_TWICE * (had.title and gets.title)
        # What goes on from another page has its headline there.
        elsewhere = body.is_caption or body.goes_on
        titled = had.title or gets.title
        if body.is_marked:
            return cost + BODY_UNTITLED * titled
        return cost if titled or elsewhere else cost + BODY_UNTITLED

    def _find_choices(self, number: int) -> Iterator[Choice]:
        """Every way to share a run out: its first lines go to the body above, its last to the one below."""
        run = self.runs[number]
        above = self.bodies[number - 1] if number else None
        below = self.bodies[number] if number < len(self.bodies) else None
        size = len(run)
        give = list(accumulate((self.likeness.weigh(head, above) for head in run), initial=0.0))
        take = list(accumulate((self.likeness.weigh(head, below) for head in run[::-1]), initial=0.0))[::-1]
        chances = [min(max(row.begins, 0.02), 0.98) for row in (*run, *(below.pieces[:1] if below else ()))]
        whole = -BORDER * sum(log(1 - chance) for chance in chances)
        part = [BORDER * (log(1 - chance) - log(chance)) for chance in chances]
        # What is known to open the body below begins its headline.
        opens = next((place for place, head in enumerate(run) if head.tie == Tie.OPENS), size) if below else size
        half = LONGEST_RUN // 2
        places = range(size + 1) if size <= LONGEST_RUN else (*range(half + 1), *range(size - half, size + 1))
        for start in places if above else (0,):
            elsewhere = guess_elsewhere(run[start:], part[start:], self.likeness)
            for end in places if below else (size,):
                if end < start or end > opens < size:
                    continue
                upper, lower = Given.of(run[:start]), Given.of(run[end:])
                cost = whole + give[start] + take[end]
                cost += sum(part[place] for place in {start, end} if place < len(part) and (above or place or end))
                if below and below.is_signed:
                    cost += SIGNED_TWICE * lower.author
                    lower = Given(lower.title, author=True)
                if lower.title and run[end].role == BlockRole.BYLINE:
                    cost += NAMES_FIRST
                if start and above and above.is_signed and OVER.match(run[0].text.chars):
                    cost += SIGNED_TWICE
                if 0 < start < size and is_label(run[start - 1].text.chars):
                    cost += LABEL_ABOVE
                yield Choice((start, end), cost, upper, lower, elsewhere[end - start])
        if above and below and size <= LONGEST_SUBHEAD and opens == size and _may_go_on(above, run, below):
            roles = sum(head.likelihood(*HEADLINE) - head.likelihood(BlockRole.SUBHEAD) for head in run if head.roles)
            said = sum(min(self.likeness.weigh(head, above), self.likeness.weigh(head, below)) for head in run)
            labels = sum(is_label(head.text.chars) for head in run)
            long = self.long_subhead * any(len("".join(head.text.chars.split())) > LONGEST_OF_PART for head in run)
            inside = (self.subhead if run else 0.0) + LABEL * labels + long
            yield Choice(None, whole + roles + said + inside - self.bonds[number])

    def _cut(self, cuts: Sequence[Cut | None]) -> tuple[list[Body], list[Piece]]:
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


def _may_go_on(above: Body, run: Sequence[Piece], below: Body) -> bool:
    last, first = above.pieces[-1], below.pieces[0]
    # Below a line, a report that says who sent it is no part of the one above: …⏎冰湖解冻⏎据望江社电 昨天，…
    sent = bool(run) and SENT.match(first.text.chars) is not None
    flows = last.role == first.role == BlockRole.PARAGRAPH and first.tie != Tie.OPENS and not sent
    return flows and all(head.role != BlockRole.BYLINE for head in run)
