"""The small network that weighs what each line over a body may be; its weights come from `yaowen.train.stack_fitting`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from yaowen.segment.stack_lines import EDGE, STACKED, Features

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Numbers = NDArray[Any]

SHARED = ("chars", "words", "vectors", "scale")
REACHES = (1, 2)
"""How far each convolution looks to either side."""


class Weighed(NamedTuple):
    """How well roles fit lines [line, role], pairs of roles steps [step, upper, lower], and going on in a role [step, role]."""

    lines: list[list[float]]
    steps: list[list[list[float]]]
    goes_on: list[list[float]]


@dataclass(frozen=True)
class StackNetwork:
    """Convolutions over the characters and words of lines and of the borders between them, beside what `describe` counts.

    Several that were trained from different beginnings are asked, and the mean of what they say is believed.
    """

    chars: str
    words: tuple[str, ...]
    vectors: Numbers
    """Of no word, then of each of the words."""
    members: tuple[Mapping[str, Numbers], ...]

    @classmethod
    def load(cls, path: Path | None = None) -> StackNetwork:
        """The networks that ship, or those of a file."""
        import numpy as np

        shipped = resources.files("yaowen.resources").joinpath("stacks.npz")
        with (path or shipped).open("rb") as file, np.load(file, allow_pickle=False) as stored:
            weights = {name: stored[name].astype("float32") for name in stored.files if name not in SHARED}
            chars, words = str(stored["chars"]), tuple(str(stored["words"]).split("\n"))
            vectors = stored["vectors"].astype("float32") * stored["scale"].astype("float32")
        members = ({name: value[number] for name, value in weights.items()} for number in range(len(weights["line"])))
        return cls(chars, words, vectors, tuple(members))

    @cached_property
    def places(self) -> dict[str, int]:
        """The number of each known character; 1 is any other, 0 none."""
        return number_chars(self.chars)

    @cached_property
    def lexicon(self) -> dict[str, int]:
        """The number of each known word; 0 is any other."""
        return {word: number for number, word in enumerate(self.words, start=1)}

    def __call__(self, features: Features) -> Weighed:
        import numpy as np

        numbers, ties = np.array(features.numbers, dtype="float32"), np.array(features.ties, dtype="float32")
        chars, words = np.array(features.chars), self.vectors[np.array(features.words)]
        scores = np.mean([_weigh_lines(numbers, chars, words, weights) for weights in self.members], axis=0)
        if not features.ties:
            return Weighed(scores.tolist(), [], [])
        borders, words = np.array(features.borders), self.vectors[np.array(features.border_words)]
        steps = np.mean([_weigh_steps(ties, borders, words, weights) for weights in self.members], axis=0)
        size = len(STACKED)
        return Weighed(
            scores.tolist(), steps[:, : size * size].reshape(-1, size, size).tolist(), steps[:, size * size :].tolist()
        )


@cache
def load_network() -> StackNetwork:
    """The networks that ship."""
    return StackNetwork.load()


def number_chars(chars: str) -> dict[str, int]:
    """The number of each known character."""
    return {char: number for number, char in enumerate(chars, start=2)}


def _weigh_lines(numbers: Numbers, chars: Numbers, words: Numbers, weights: Mapping[str, Numbers]) -> Numbers:
    import numpy as np

    said = convolve(chars, words, weights)
    sizes = np.maximum((chars > 0).sum(1, keepdims=True), 1).astype("float32")
    whole = np.concatenate([said.max(1), said.sum(1) / sizes], 1)
    edge = np.zeros_like(whole[:1])
    seen = np.concatenate([whole, np.concatenate([edge, whole[:-1]]), np.concatenate([whole[1:], edge]), numbers], 1)
    scores: Numbers = numbers @ weights["line"] + _pass(seen, "line", weights)
    return scores


def _weigh_steps(ties: Numbers, borders: Numbers, words: Numbers, weights: Mapping[str, Numbers]) -> Numbers:
    import numpy as np

    said = convolve(borders, words, weights)
    seen = np.concatenate([said[:, EDGE - 1], said[:, EDGE], said.max(1), ties], 1)
    scores: Numbers = ties @ weights["tie"] + _pass(seen, "tie", weights)
    return scores


def convolve(chars: Numbers, words: Numbers, weights: Mapping[str, Numbers]) -> Numbers:
    """What two convolutions see at each character [line, place, unit]."""
    import numpy as np

    inside = (chars > 0)[:, :, None]
    hidden = np.concatenate([weights["embedding"][chars], words], 2)
    for layer, reach in enumerate(REACHES):
        before, here, behind = np.split(weights[f"read{layer}.weight"].T, 3)
        told = hidden @ here + weights[f"read{layer}.bias"]
        told[:, reach:] += hidden[:, :-reach] @ before
        told[:, :-reach] += hidden[:, reach:] @ behind
        hidden = np.maximum(told, 0) * inside
    return hidden


def _pass(seen: Numbers, name: str, weights: Mapping[str, Numbers]) -> Numbers:
    import numpy as np

    hidden = np.maximum(seen @ weights[f"{name}.in.weight"].T + weights[f"{name}.in.bias"], 0)
    told: Numbers = hidden @ weights[f"{name}.out.weight"].T + weights[f"{name}.out.bias"]
    return told
