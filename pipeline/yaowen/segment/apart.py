"""Headline lines that stand beside another body than their own are given to the bodies that say what they say."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from heapq import nsmallest
from itertools import groupby
from math import log
from operator import attrgetter, itemgetter
from typing import NamedTuple

from yaowen.schema import BlockRole
from yaowen.segment.bigrams import read_bigrams
from yaowen.segment.body import Body
from yaowen.segment.likeness import NEAREST, Likeness
from yaowen.segment.pieces import Piece, Tie
from yaowen.segment.row_words import is_label
from yaowen.segment.stack_lines import ATTENDANCE, LONG

LONGEST_HEADLINE = 6
"""So many lines at most are thought to go to one body elsewhere."""
MANY = 60
"""So many lines at a time are given to bodies elsewhere on the page."""
WAITING = 80
"""Lines that stand apart are offered to so many bodies without a headline, the first of the page."""
BEAM = 12
ATTENDS = re.compile(r"出席|主持|参加|讲话|致辞|陪同|列席|作报告|作部署|宣布|并|会议|活动|[\s、，]+")
NAME_SIZES = range(2, 5)

# What each doubtful choice costs; they were fitted on made pages.
BORDER = 0.8
"""How much counts what a line looks like beside the one above."""
BODY_UNTITLED = 1.2
"""That a body has no headline, or a brief with a mark in front has one."""
NAMES_APART = 2.66
"""That names which stand apart are those of a body."""
LINE_STRAY = 3.7
"""That a line belongs to no body."""
SURELY, LONG_ROW = 2.0, 10
"""How well a body fits a row of so many characters that was given to one which does not say what it says."""
STANDS_BELOW = re.compile(r"[ \u3000]*[—―─–（(-]")
"""Opens what stands below the title that is drawn before it: ——二论石桥养护."""
IN_ORDER = 0.9
"""That a headline which stands apart is that of the next body; that it is any other's costs the more, the more there are."""


class Elsewhere(NamedTuple):
    """What lines may cost that belong to neither of their neighbours, and the numbers of the bodies that they speak of."""

    cost: float = 0.0
    claimed: frozenset[int] = frozenset()


class _Sharing(NamedTuple):
    """The numbers of the bodies that the lines so far were given to, and of all that were given one."""

    cost: float = 0.0
    given: tuple[int | None, ...] = ()
    taken: frozenset[int] = frozenset()


def guess_elsewhere(lines: Sequence[Piece], borders: Sequence[float], likeness: Likeness) -> list[Elsewhere]:
    """What it costs at least that the first lines, none or more of them, belong to bodies anywhere on the page, or to none.

    Several go to one body together. `borders` says what it costs that a headline begins with each line. Two lines may claim
    one body here: `share_out` settles that.
    """
    rates, unknown = [likeness.rate(line) for line in lines], [likeness.weigh_unknown(line) for line in lines]
    begins = log(len(likeness.bodies)) - BODY_UNTITLED
    best = [Elsewhere()]
    for end in range(1, len(lines) + 1):
        options = [Elsewhere(best[-1].cost + LINE_STRAY, best[-1].claimed)]
        fits: dict[int, float] = {}
        others = 0.0
        for start in range(end - 1, max(-1, end - 1 - LONGEST_HEADLINE), -1):
            for number in {*fits, *rates[start]}:
                fits[number] = fits.get(number, others) + rates[start].get(number, unknown[start])
            others += unknown[start]
            cost = best[start].cost + begins + (borders[start] if start else 0.0)
            options += [Elsewhere(cost + fit, best[start].claimed | {number}) for number, fit in sorted(fits.items())]
        best.append(min(options, key=attrgetter("cost")))
    return best


def share_out(loose: Sequence[Piece], bodies: list[Body], likeness: Likeness) -> float:
    """Gives lines that stand apart to those bodies that have no headline, the others to none; what it costs."""
    total = 0.0
    waiting = [body for body in bodies if not has_title(body) and not body.is_caption]
    for start in range(0, len(loose), MANY):
        lines = loose[start : start + MANY]
        cost, given = _find_owners(lines, waiting[:WAITING], likeness)
        total += cost
        for number, together in groupby(zip(given, lines, strict=True), key=itemgetter(0)):
            group = [line for _, line in together]
            if number is None:
                bodies.append(Body(heads=group))
            else:
                waiting[number].heads.extend(group)
        waiting = [body for body in waiting if not has_title(body)]
    return total


def follow_names(bodies: Sequence[Body]) -> None:
    """Gives 卓然主持并讲话, drawn below the headline of another body, to the one body with a headline that names 卓然."""
    for body in bodies:
        for line in [head for head in body.heads if ATTENDANCE.fullmatch(head.text.chars[:LONG])]:
            names = [set(read_bigrams(name)) for name in ATTENDS.split(line.text.chars) if len(name) in NAME_SIZES]
            named = [other for other in bodies if any(name <= other.says.bigrams for name in names)]
            if len(body.heads) > 1 and len(named) == 1 and named[0] is not body and has_title(named[0]):
                body.heads.remove(line)
                named[0].heads.append(line)


def follow_words(bodies: Sequence[Body], likeness: Likeness) -> None:
    """Gives a row that stands in another's headline to the one body with a headline that surely says what it says.

    So is 全县石桥养护会议提出, drawn apart from its title, no row of the headline beside which it happens to stand.
    """
    owners = {id(piece): body for body in bodies for piece in body.pieces}
    for body in bodies:
        long = [head for head in body.heads if len("".join(head.text.chars.split())) >= LONG_ROW and head.tie != Tie.OPENS]
        for line in long:
            rates = likeness.rate(line)
            best = min(rates, key=rates.__getitem__, default=None)
            if best is None or len(body.heads) < 2 or rates[best] > -SURELY or likeness.weigh(line, body) <= 0:
                continue
            owner = owners[id(likeness.bodies[best].pieces[0])]
            if owner is not body and has_title(owner) and not STANDS_BELOW.match(line.text.chars):
                body.heads.remove(line)
                owner.heads.append(line)


def lower_labels(bodies: Sequence[Body], runs: Iterable[tuple[Sequence[Piece], Body]]) -> None:
    """Gives 名医面对面, the last of many lines and right above a text, to the body that begins there if it has no label."""
    owners = {id(head): body for body in bodies for head in body.heads}
    firsts = {id(body.pieces[0]): body for body in bodies if body.pieces}
    for run, below in runs:
        owner, taker = owners.get(id(run[-1])) if run else None, firsts.get(id(below.pieces[0]))
        if owner is None or taker is None or owner is taker or not is_label(run[-1].text.chars):
            continue
        # Alone behind a text it is that of the next only where nothing else stands over that one.
        if not taker.heads if len(owner.heads) == 1 else not any(is_label(head.text.chars) for head in taker.heads):
            owner.heads.remove(run[-1])
            taker.heads.insert(0, run[-1])


def has_title(body: Body) -> bool:
    """Whether a body has more of a headline than names."""
    return any(head.role != BlockRole.BYLINE for head in body.heads)


def _find_owners(lines: Sequence[Piece], waiting: Sequence[Body], likeness: Likeness) -> tuple[float, tuple[int | None, ...]]:
    """The body of each line that stands apart, and what that costs, by a beam over the lines."""
    beam = [_Sharing()]
    for line in lines:
        rates = [likeness.weigh(line, body) for body in waiting]
        nearest = nsmallest(NEAREST, range(len(waiting)), key=rates.__getitem__)
        longer = (longer for sharing in beam for longer in _give_line(lines, sharing, rates, nearest))
        beam = nsmallest(BEAM, longer, key=attrgetter("cost"))
    worth = [-BODY_UNTITLED if body.is_marked or body.goes_on else BODY_UNTITLED for body in waiting]
    ended = ((sharing.cost - sum(worth[number] for number in sharing.taken), sharing.given) for sharing in beam)
    return min(ended, key=itemgetter(0))


def _give_line(lines: Sequence[Piece], sharing: _Sharing, rates: Sequence[float], nearest: Sequence[int]) -> Iterator[_Sharing]:
    """The next line goes with the one above, begins the headline of a body that has none yet, or belongs to no body."""
    cost, given, taken = sharing
    number = len(given)
    likely = min(max(lines[number].begins, 0.05), 0.95)
    stays = cost - BORDER * log(1 - likely)
    goes = cost - BORDER * log(likely) if given else cost
    last = given[-1] if given else None
    # Where nothing tells, headlines stand in the order of their bodies.
    start = 0 if last is None else last + 1
    following = next((body for body in range(start, len(rates)) if body not in taken), None)
    for body in dict.fromkeys((*nearest, following)):
        if body is not None and body not in taken:
            chance = IN_ORDER if body == following else max(IN_ORDER, log(len(rates)))
            yield _Sharing(goes + rates[body] + _cost_of_beginning(lines, number) + chance, (*given, body), taken | {body})
    if last is not None:
        yield _Sharing(stays + rates[last] + _cost_of_staying(lines, number), (*given, last), taken)
    elif given:
        yield _Sharing(stays + LINE_STRAY, (*given, None), taken)
    if last is not None or not given:
        yield _Sharing(goes + 2 * LINE_STRAY, (*given, None), taken)


def _cost_of_beginning(lines: Sequence[Piece], number: int) -> float:
    """What it costs that a headline begins with this line: a subtitle or a byline seldom does."""
    role = lines[number].role
    apart = NAMES_APART if role == BlockRole.BYLINE else 0.0
    return apart + (2.0 if role in (BlockRole.SUBTITLE, BlockRole.BYLINE) and number else 0.0)


def _cost_of_staying(lines: Sequence[Piece], number: int) -> float:
    """What it costs that this line goes on with the headline above: after a byline, or with a kicker, another begins."""
    upper, lower = lines[number - 1].role, lines[number].role
    if upper == BlockRole.BYLINE and lower != BlockRole.BYLINE:
        return 2.0
    return 1.0 if lower == BlockRole.KICKER or (upper == BlockRole.SUBTITLE and lower == BlockRole.TITLE) else 0.0
