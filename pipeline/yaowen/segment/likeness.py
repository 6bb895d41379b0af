"""What the words of a headline line tell of the body that it belongs to."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from math import log, sqrt
from typing import TYPE_CHECKING, Any, NamedTuple

from yaowen.page import Role
from yaowen.schema import BlockRole
from yaowen.segment.bigrams import Rarity, Wording, read_bigrams, read_chars, share
from yaowen.segment.body import Body
from yaowen.segment.pieces import Piece
from yaowen.segment.row_words import is_label
from yaowen.segment.topics import Side, load_topics

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Numbers = NDArray[Any]

NEAREST = 8
"""A line speaks of one of so many bodies of a page that say most of what it says."""
FITS: Mapping[Role, tuple[float, ...]] = {
    BlockRole.TITLE: (5.33, 2.56, 4.96, -3.41, -0.95, 0.09),
    BlockRole.KICKER: (5.04, 1.65, 3.28, -0.59, -1.01, -1.33),
    BlockRole.SUBTITLE: (4.56, 1.65, 1.1, 0.36, -0.74, -1.49),
    BlockRole.SERIES: (2.07, 0.45, 1.39, 0.15, -0.5, -0.32),
}
"""How much likelier a line is that of a body than that of another, in logarithms: what each number that `compare` finds counts,
and all else. Logistic regressions, which `python -m yaowen.train.likeness` fits."""
KNOWN_LITTLE = (0.0, 0.3, 0.1, 0.8)
"""What `compare` finds, but for how long the line is, where a body has no pair of characters of a line."""
TOPIC, USUAL = 0.3, 2.67
"""What it counts that a line and a body are about the same thing, and how well a line fits its body where that tells nothing.
Both were chosen on known and held pages."""
PICTURE = re.compile(r"图\s*片\s*新\s*闻$")
PICTURED = 2.0
"""How much this label speaks for a caption, and against all else."""
NOTICE = re.compile(r"^.{0,12}(?:通知|公告|通告|启事|讣告|声明|公示)$")
NOTIFIED = 2.0
"""How much this title speaks for a body that asks something of its readers."""
BRIEFS = re.compile(r"(?:简讯|短讯|快讯|短波|速递|速览|快读|快递)$")
MARKED = 2.0
"""How much this label speaks for a brief that a mark opens."""


class LineWords(NamedTuple):
    """What each pair of characters of a line, and each character, tells of it among the bodies of its page."""

    bigrams: Mapping[str, float]
    chars: Mapping[str, float]


class PageWords:
    """What the bodies of a page say."""

    def __init__(self, bodies: Sequence[Wording]) -> None:
        self.bigrams, self.chars = Rarity([body.bigrams for body in bodies]), Rarity([body.chars for body in bodies])

    def weigh(self, line: str) -> LineWords:
        """What the words of a line tell."""
        return LineWords(self.bigrams.weigh(set(read_bigrams(line))), self.chars.weigh(read_chars(line)))


def compare(line: LineWords, body: Wording) -> tuple[float, ...]:
    """How much of a line a body says, in pairs of characters and in characters, also where it opens; how long both are."""
    return (
        sqrt(share(line.bigrams, body.bigrams)),
        share(line.chars, body.chars),
        share(line.chars, body.opening),
        log(body.size + 1) / 7,
        len(line.bigrams) / 10,
    )


class Likeness:
    """How well the lines of a page fit its bodies, by their words: what it costs to give one to the other.

    That is the logarithm of how much likelier they have so much in common where the body is another's, so 0 tells nothing.
    """

    def __init__(self, bodies: Sequence[Body]) -> None:
        self.bodies = bodies
        self.words = PageWords([body.says for body in bodies])
        self.lines: dict[str, tuple[LineWords, Numbers]] = {}
        self.holders: dict[str, list[int]] = defaultdict(list)
        self.marked = [number for number, body in enumerate(bodies) if body.is_marked][:NEAREST]
        for number, body in enumerate(bodies):
            for bigram in () if body.is_caption else body.says.bigrams:
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
        words, about = self._read(line)
        cost = _cost(line, compare(words, body.says))
        return cost if is_label(line.text.chars) else cost - TOPIC * (float(about @ body.about) - USUAL)

    def _read(self, line: Piece) -> tuple[LineWords, Numbers]:
        """What the words of a line tell, and what it is about, found once for all bodies."""
        chars = line.text.chars
        if chars not in self.lines:
            self.lines[chars] = self.words.weigh(chars), load_topics()(chars, Side.LINE)
        return self.lines[chars]

    def weigh_unknown(self, line: Piece) -> float:
        """What it costs to give a line to a body that has none of its pairs of characters."""
        if line.role == BlockRole.BYLINE:
            return 0.0
        return _cost(line, (*KNOWN_LITTLE, len(self._read(line)[0].bigrams) / 10))

    def rate(self, line: Piece) -> dict[int, float]:
        """The numbers of the bodies that say most of what a line says, and what it costs to give it to them."""
        if line.role == BlockRole.BYLINE:
            return {}
        held = Counter(number for bigram in self._read(line)[0].bigrams for number in self.holders.get(bigram, ()))
        most = sorted(held, key=lambda number: (-held[number], number))[:NEAREST]
        if _names_briefs(line):
            most += [number for number in self.marked if number not in most]
        return {number: self.weigh(line, self.bodies[number]) for number in most}


def _names_briefs(line: Piece) -> bool:
    return is_label(line.text.chars) and BRIEFS.search("".join(line.text.chars.split())) is not None


def _cost(line: Piece, found: Sequence[float]) -> float:
    *counts, rest = FITS.get(line.role, FITS[BlockRole.KICKER])
    return -rest - sum(count * value for count, value in zip(counts, found, strict=True))
