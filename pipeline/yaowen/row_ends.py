"""How likely a row goes on in another, by the characters on either side; the weights come from `yaowen.train.row_ends`.

One network reads how rows end, another how they begin, and what the two say is multiplied: so all rows of a page are compared
at the cost of reading each once. Trained to find, of many rows, the one that follows, the product is how much likelier both
stand together than by chance, a logarithm (A. van den Oord, Y. Li, O. Vinyals: Representation Learning with Contrastive
Predictive Coding, 2018).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from importlib import resources
from pathlib import Path
from string import ascii_letters, digits
from typing import TYPE_CHECKING, Any, NamedTuple

from yaowen.rows import fold

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Numbers = NDArray[Any]

READ = 12
"""So many characters at the end of a row and at the beginning of the next are read."""
TOGETHER = 1000
"""So many rows are read in one go, which bounds the memory that a long page takes."""
FIRST_CHAR = 2
"""The number of the first known character; 1 is any other, 0 none."""
ALIKE = str.maketrans({**dict.fromkeys(digits, "0"), **dict.fromkeys(ascii_letters, "a"), " ": None, "\u3000": None})
TOWERS = ("ends", "begins")


def number_ends(rows: Sequence[str], places: Mapping[str, int]) -> tuple[list[list[int]], list[list[int]]]:
    """The last characters of each row and the first as numbers, `READ` of both; 0 stands where a row has no more."""
    ends, begins = [], []
    for row in rows:
        chars = fold(row).translate(ALIKE)
        last, first = ([places.get(char, 1) for char in part] for part in (chars[-READ:], chars[:READ]))
        nothing = [0] * (READ - len(last))
        ends.append([*nothing, *last])
        begins.append([*first, *nothing])
    return ends, begins


class RowEnds(NamedTuple):
    """What is known of how rows end and how they begin [row, unit]."""

    ends: Numbers
    begins: Numbers

    def fit(self, upper: int, lower: int) -> float:
        """How much likelier the row `lower` follows the row `upper` than any row does, as a logarithm."""
        return float(self.ends[upper] @ self.begins[lower])

    def fit_all(self, uppers: Sequence[int], lowers: Sequence[int]) -> list[list[float]]:
        """The same of each of the rows above [upper] with each of those below [upper, lower]."""
        told: list[list[float]] = (self.ends[list(uppers)] @ self.begins[list(lowers)].T).tolist()
        return told


@dataclass(frozen=True)
class RowEndsNetwork:
    """Reads how rows end and how they begin: a hidden layer over the vectors of characters, each at its own place."""

    chars: str
    weights: Mapping[str, Numbers]

    @classmethod
    def load(cls, path: Path | None = None) -> RowEndsNetwork:
        """The network that ships, or that of a file."""
        import numpy as np

        shipped = resources.files("yaowen.resources").joinpath("row_ends.npz")
        with (path or shipped).open("rb") as file, np.load(file, allow_pickle=False) as stored:
            weights = {name: stored[name].astype("float32") for name in stored.files if name != "chars"}
            return cls(str(stored["chars"]), weights)

    @cached_property
    def places(self) -> dict[str, int]:
        """The number of each known character."""
        return {char: number for number, char in enumerate(self.chars, start=FIRST_CHAR)}

    def __call__(self, rows: Sequence[str]) -> RowEnds:
        """What the ends and beginnings of rows tell."""
        import numpy as np

        lots = [rows[start : start + TOGETHER] for start in range(0, len(rows), TOGETHER)] or [rows]
        read = [[self._read(*side) for side in zip(TOWERS, number_ends(lot, self.places), strict=True)] for lot in lots]
        return RowEnds(*map(np.concatenate, zip(*read, strict=True)))

    def _read(self, tower: str, numbers: Sequence[Sequence[int]]) -> Numbers:
        import numpy as np

        seen = self.weights["embedding"][np.array(numbers, "int32").reshape(-1, READ)]
        seen = seen.reshape(len(seen), READ * self.weights["embedding"].shape[1])
        hidden = np.maximum(seen @ self.weights[f"{tower}.in.weight"].T + self.weights[f"{tower}.in.bias"], 0)
        told: Numbers = np.concatenate([hidden, seen], 1) @ self.weights[f"{tower}.out.weight"].T
        return told + self.weights[f"{tower}.out.bias"]


@cache
def load_row_ends() -> RowEndsNetwork:
    """The network that ships."""
    return RowEndsNetwork.load()


def read_ends(rows: Sequence[str]) -> RowEnds:
    """What the ends and beginnings of rows tell, by the network that ships."""
    return load_row_ends()(rows)
