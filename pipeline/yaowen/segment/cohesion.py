"""What the words on either side of a border tell of it: those of one article come again, those of another are new.

After M. A. Hearst, TextTiling: Segmenting Text into Multi-paragraph Subtopic Passages, Computational Linguistics 23(1), 1997.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, pairwise
from math import sqrt

from yaowen.segment.bigrams import Rarity, read_bigrams, share
from yaowen.segment.body import Body
from yaowen.segment.pieces import Piece

WINDOW = 600
"""So many characters on either side are compared; an article says in fewer what it is about."""
COUNTS, USUAL = 12.0, 0.36
"""What the words in common count where as many are compared, and how much two texts share where that tells nothing.
Both were fitted on made, annotated and known pages."""
ACROSS_HEADLINE = 24.0
"""What they count on a page of the web where a headline stands between: the one article of a page has subheads."""
FEWEST = 100
"""Of fewer characters on either side of a headline the words tell nothing."""


def weigh_borders(bodies: Sequence[Body], runs: Sequence[Sequence[Piece]], *, web: bool = False) -> list[float]:
    """How much likelier each body goes on from the one above than opens an article, in logarithms.

    Where headline lines (`runs`, those above each body) stand between them on a page of a newspaper it is 0: sections of one
    article share less there.
    """
    rarity = Rarity([frozenset(read_bigrams(piece.text.chars)) for body in bodies for piece in body.pieces])
    said = ["".join(piece.text.chars for piece in body.pieces) for body in bodies]
    text, starts = "".join(said), [*accumulate(map(len, said), initial=0)]
    bonds = [0.0] * len(bodies)
    tops = [number for number in range(len(bodies)) if number == 0 or runs[number]]
    above = 0  # where the text begins that ends at a border
    for top, end in pairwise([*tops, len(bodies)]):
        for number in range(top, end):
            if number and (web or number > top):
                upper = text[max(starts[above], starts[number] - WINDOW) : starts[number]]
                lower = text[starts[number] : min(starts[end], starts[number] + WINDOW)]
                size = min(len(upper), len(lower))
                counts = COUNTS if number > top else ACROSS_HEADLINE if size >= FEWEST else 0.0
                bonds[number] = counts * size / WINDOW * (_find_common(upper, lower, rarity) - USUAL)
            above = top
    return bonds


def _find_common(above: str, below: str, rarity: Rarity) -> float:
    """How much two texts have in common, 0 to 1."""
    first, second = rarity.weigh(set(read_bigrams(above))), rarity.weigh(set(read_bigrams(below)))
    return (sqrt(share(first, second.keys())) + sqrt(share(second, first.keys()))) / 2
