"""What the words of a headline line tell of the body that it belongs to."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from yaowen.page import Role
from yaowen.schema import BlockRole
from yaowen.segment.bigrams import Rarity, read_bigrams, share
from yaowen.segment.body import Body
from yaowen.segment.pieces import Piece
from yaowen.segment.roles import is_label

NEAREST = 8
"""A line speaks of one of so many bodies of a page that say most of what it says."""
SHARES = (0.0, 0.1, 0.2, 0.4, 0.7)
"""How much of what a line says a body says, too, …"""
FITS: Mapping[Role, tuple[float, ...]] = {
    BlockRole.TITLE: (2.7, 0.8, -1.0, -2.8, -4.6),
    BlockRole.KICKER: (1.8, 0.6, -1.0, -2.3, -3.8),
    BlockRole.SUBTITLE: (0.5, 0.3, -1.0, -2.3, -4.0),
    BlockRole.SERIES: (0.15, 0.0, -0.8, -1.0, -2.0),
}
"""… and how much likelier that is of another's body than of its own, in logarithms, as counted on made pages."""
WORDS = 1.15
"""How much that counts beside all else."""
PICTURE = re.compile(r"图\s*片\s*新\s*闻$")
PICTURED = 2.0
"""How much this label speaks for a caption, and against all else."""
NOTICE = re.compile(r"^.{0,12}(?:通知|公告|通告|启事|讣告|声明|公示)$")
NOTIFIED = 2.0
"""How much this title speaks for a body that asks something of its readers."""
BRIEFS = re.compile(r"(?:简讯|短讯|快讯|短波|速递|速览|快读|快递)$")
MARKED = 2.0
"""How much this label speaks for a brief that a mark opens."""


class Likeness:
    """How well the lines of a page fit its bodies, by their words: what it costs to give one to the other.

    That is the logarithm of how much likelier they share so much where the body is another's, so 0 tells nothing.
    """

    def __init__(self, bodies: Sequence[Body]) -> None:
        self.bodies = bodies
        self.rarity = Rarity([body.bigrams for body in bodies])
        self.weights: dict[str, Mapping[str, float]] = {}
        self.holders: dict[str, list[int]] = defaultdict(list)
        self.marked = [number for number, body in enumerate(bodies) if body.is_marked][:NEAREST]
        for number, body in enumerate(bodies):
            for bigram in () if body.is_caption else body.bigrams:
                self.holders[bigram].append(number)

    def weigh(self, line: Piece, body: Body | None) -> float:
        """What it costs to give a line to a body; names of authors fit any."""
        if line.role == BlockRole.BYLINE or body is None:
            return 0.0
        if PICTURE.match(line.text.chars):
            return -PICTURED if body.is_caption else PICTURED
        if NOTICE.search("".join(line.text.chars.split())) and body.is_notice:
            return -NOTIFIED
        if body.is_marked and _names_briefs(line):
            return -MARKED
        return WORDS * _interpolate(share(self._weigh(line), body.bigrams), _fits(line))

    def _weigh(self, line: Piece) -> Mapping[str, float]:
        """What each pair of characters of a line counts, found once for all bodies."""
        chars = line.text.chars
        if chars not in self.weights:
            self.weights[chars] = self.rarity.weigh(set(read_bigrams(chars)))
        return self.weights[chars]

    def weigh_unknown(self, line: Piece) -> float:
        """What it costs to give a line to a body that says nothing of what it says."""
        return 0.0 if line.role == BlockRole.BYLINE else WORDS * _fits(line)[0]

    def rate(self, line: Piece) -> dict[int, float]:
        """The numbers of the bodies that say most of what a line says, and what it costs to give it to them."""
        if line.role == BlockRole.BYLINE:
            return {}
        held = Counter(number for bigram in self._weigh(line) for number in self.holders.get(bigram, ()))
        most = sorted(held, key=lambda number: (-held[number], number))[:NEAREST]
        if _names_briefs(line):
            most += [number for number in self.marked if number not in most]
        return {number: self.weigh(line, self.bodies[number]) for number in most}


def _names_briefs(line: Piece) -> bool:
    return is_label(line.text.chars) and BRIEFS.search("".join(line.text.chars.split())) is not None


def _fits(line: Piece) -> Sequence[float]:
    return FITS.get(line.role, FITS[BlockRole.KICKER])


def _interpolate(share: float, costs: Sequence[float]) -> float:
    place = min(bisect_right(SHARES, share), len(SHARES) - 1)
    part = min((share - SHARES[place - 1]) / (SHARES[place] - SHARES[place - 1]), 1.0)
    return costs[place - 1] + part * (costs[place] - costs[place - 1])
