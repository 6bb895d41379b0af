"""Two rows of a headline that do the same thing are two clauses, or one that the end of a row cuts: their words tell.

Of 石桥修缮完工⏎两岸今起通车 a space stays between the clauses, of 县石桥修缮工程⏎昨天完工 nothing does.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from importlib import resources
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from yaowen.rows import fold
from yaowen.schema import BlockRole
from yaowen.segment.pieces import Piece
from yaowen.segment.stack_lines import find_words
from yaowen.segment.stack_network import convolve, load_network, number_chars
from yaowen.spacing import close_up_headline

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Numbers = NDArray[Any]

CLAUSED = (BlockRole.KICKER, BlockRole.TITLE, BlockRole.SUBTITLE)
"""The lines of a headline that may have clauses."""
READ = 20
"""So many characters on either side of a border are read."""
SHORTEST = 2
"""Rows of fewer characters are those of a headline that stands upright."""
MARKS = "，、；：！？…—。,;:!?"
"""What ends a row and parts what it says from the next needs no space."""
PAIRS = ("“”", "《》", "（）")


class Seen(NamedTuple):
    """A border between two rows as numbers: the characters on both sides, their words, and what is counted."""

    chars: list[int]
    words: list[int]
    numbers: list[float]


def describe(upper: str, lower: str, places: Mapping[str, int], lexicon: Mapping[str, int]) -> Seen:
    """What the last clause of a row and the first of the next look like, `2 * READ` characters, and both together."""
    above, below = upper.split()[-1], lower.split()[0]
    last, first = above[-READ:], below[:READ]
    before, behind = READ - len(last), READ - len(first)
    longer = len(above) - len(below)
    return Seen(
        [0] * before + [places.get(char, 1) for char in fold(last + first)] + [0] * behind,
        [0] * before + find_words(last, lexicon) + find_words(first, lexicon) + [0] * behind,
        [
            1.0,
            min(len(above), 24) / 12,
            min(len(below), 24) / 12,
            longer / 8,
            abs(longer) / 8,
            longer == 0,
            abs(longer) < 2,
            len(above) < 5,
            len(below) < 5,
            len(above) < len(upper),
            len(below) < len(lower),
            "：" in above,
            "，" in above,
            "，" in below,
            *(above.count(pair[0]) != above.count(pair[1]) for pair in PAIRS),
        ],
    )


@dataclass(frozen=True)
class ClauseNetwork:
    """Convolutions over the characters and words around the borders between rows, beside what `describe` counts.

    Several that were trained from different beginnings are asked, and the mean of what they say is believed. Words are known
    by the vectors of the network that reads headlines. `yaowen.train.clauses` trains it.
    """

    chars: str
    members: tuple[Mapping[str, Numbers], ...]

    @classmethod
    def load(cls, path: Path | None = None) -> ClauseNetwork:
        """The networks that ship, or those of a file."""
        import numpy as np

        shipped = resources.files("yaowen.resources").joinpath("clauses.npz")
        with (path or shipped).open("rb") as file, np.load(file, allow_pickle=False) as stored:
            weights = {name: stored[name].astype("float32") for name in stored.files if name != "chars"}
            chars = str(stored["chars"])
        members = ({name: value[number] for name, value in weights.items()} for number in range(len(weights["embedding"])))
        return cls(chars, tuple(members))

    @cached_property
    def places(self) -> dict[str, int]:
        """The number of each known character; 1 is any other, 0 none."""
        return number_chars(self.chars)

    def __call__(self, borders: Iterable[tuple[str, str]]) -> list[float]:
        """How likely each border between two rows parts two clauses, as logarithms of odds."""
        import numpy as np

        headlines = load_network()
        seen = [describe(upper, lower, self.places, headlines.lexicon) for upper, lower in borders]
        if not seen:
            return []
        chars, numbers = np.array([each.chars for each in seen]), np.array([each.numbers for each in seen], dtype="float32")
        words = headlines.vectors[np.array([each.words for each in seen])]
        scores: list[float] = np.mean([_weigh(chars, words, numbers, weights) for weights in self.members], axis=0).tolist()
        return scores


def _weigh(chars: Numbers, words: Numbers, numbers: Numbers, weights: Mapping[str, Numbers]) -> Numbers:
    import numpy as np

    said = convolve(chars, words, weights)
    upper, lower = said[:, :READ], said[:, READ:]
    pooled = (upper.max(1), lower.max(1), upper[:, -1], lower[:, 0], upper.sum(1) / 8, lower.sum(1) / 8, numbers)
    hidden = np.maximum(np.concatenate(pooled, 1) @ weights["in.weight"].T + weights["in.bias"], 0)
    scores: Numbers = (hidden @ weights["out.weight"].T + weights["out.bias"])[:, 0]
    return scores


@cache
def _load() -> ClauseNetwork:
    return ClauseNetwork.load()


def find_clauses(lines: Sequence[Piece], roles: Sequence[BlockRole]) -> list[bool]:
    """Whether each line but the first begins a clause of its own, where it does the same as the line above."""
    texts = [close_up_headline(line.text).chars for line in lines]
    begins = [lower != upper or lower not in CLAUSED for upper, lower in pairwise(roles)]
    asked = [
        place
        for place, (upper, lower) in enumerate(pairwise(texts))
        if not begins[place] and min(len(upper), len(lower)) >= SHORTEST and upper[-1] not in MARKS
    ]
    for place, odds in zip(asked, _load()((texts[place], texts[place + 1]) for place in asked), strict=True):
        begins[place] = odds > 0
    return begins
