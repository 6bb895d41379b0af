"""What a line of a headline and a body are about: the one can stand over the other, though they share few words.

Characters, and pairs that follow each other, have vectors. Those that a line holds are added up, each as much as it tells, and
turned by a matrix; those of a body by another; how near the two are is how well the line fits (two towers as in P.-S. Huang et
al., Learning Deep Structured Semantic Models for Web Search using Clickthrough Data, 2013). The weights come from
`yaowen.train.topics`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import IntEnum
from functools import cache, cached_property
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any

from yaowen.row_ends import ALIKE
from yaowen.rows import fold
from yaowen.segment.bigrams import read_bigrams, read_chars

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Numbers = NDArray[Any]

READ = 400
"""So many characters of a body say what it is about."""


class Side(IntEnum):
    """What a text is, in the order of the weights."""

    LINE = 0
    BODY = 1


def read_parts(text: str) -> Iterator[str]:
    """The characters of a text and the pairs that follow each other, each once; all figures are alike."""
    chars = fold(text).translate(ALIKE)
    yield from read_chars(chars)
    yield from {*read_bigrams(chars)}


@dataclass(frozen=True)
class TopicNetwork:
    """Reads what texts are about."""

    parts: tuple[str, ...]
    weights: Mapping[str, Numbers]
    """Of parts, the vectors [part, unit] and how much each tells [side, part]; how sums are turned [side, unit, unit]."""

    @classmethod
    def load(cls, path: Path | None = None) -> TopicNetwork:
        """The network that ships, or that of a file."""
        import numpy as np

        shipped = resources.files("yaowen.resources").joinpath("topics.npz")
        with (path or shipped).open("rb") as file, np.load(file, allow_pickle=False) as stored:
            weights = {name: stored[name].astype("float32") for name in stored.files if name != "parts"}
            return cls(tuple(str(stored["parts"]).split("\n")), weights)

    @cached_property
    def places(self) -> dict[str, int]:
        """The number of each known part."""
        return {part: number for number, part in enumerate(self.parts)}

    def __call__(self, text: str, side: Side) -> Numbers:
        """What a text is about [unit]; the product of what a line and a body are is how well they fit."""
        import numpy as np

        # In one order, for sums of the same numbers can differ in their last digits.
        numbers = sorted(self.places[part] for part in read_parts(text) if part in self.places)
        held = self.weights["tells"][side, numbers] @ self.weights["vectors"][numbers]
        turned: Numbers = self.weights["turns"][side] @ held + self.weights["shifts"][side]
        return turned * (self.weights["scale"] / max(float(np.linalg.norm(turned)), 1e-6))


@cache
def load_topics() -> TopicNetwork:
    """The network that ships."""
    return TopicNetwork.load()
