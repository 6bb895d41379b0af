"""The small network that weighs what each line over a body may be; its weights come from `yaowen.train.stacks`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from yaowen.segment.stack_lines import EDGE, STACKED, Stack

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Numbers = NDArray[Any]

REACHES = (1, 2)
"""How far each convolution looks to either side."""


class Weighed(NamedTuple):
    """How well roles fit lines [line, role], pairs of roles steps [step, upper, lower], and going on in a role [step, role]."""

    lines: list[list[float]]
    steps: list[list[list[float]]]
    goes_on: list[list[float]]


@dataclass(frozen=True)
class StackNetwork:
    """Convolutions over the characters of lines and of the borders between them, beside what `describe` counts.

    Several that were trained from different beginnings are asked, and the mean of what they say is believed.
    """

    chars: str
    members: tuple[Mapping[str, Numbers], ...]

    @classmethod
    def load(cls, path: Path | None = None) -> StackNetwork:
        """The networks that ship, or those of a file."""
        import numpy as np

        shipped = resources.files("yaowen.resources").joinpath("stacks.npz")
        with (path or shipped).open("rb") as file, np.load(file, allow_pickle=False) as stored:
            weights = {name: stored[name].astype("float32") for name in stored.files if name != "chars"}
            chars = str(stored["chars"])
        members = ({name: value[number] for name, value in weights.items()} for number in range(len(weights["line"])))
        return cls(chars, tuple(members))

    @cached_property
    def places(self) -> dict[str, int]:
        """The number of each known character; 1 is any other, 0 none."""
        return number_chars(self.chars)

    def __call__(self, stack: Stack) -> Weighed:
        import numpy as np

        numbers, ties = np.array(stack.numbers, dtype="float32"), np.array(stack.ties, dtype="float32")
        chars, borders = np.array(stack.chars), np.array(stack.borders)
        scores = np.mean([_weigh_lines(numbers, chars, weights) for weights in self.members], axis=0)
        if not stack.ties:
            return Weighed(scores.tolist(), [], [])
        steps = np.mean([_weigh_steps(ties, borders, weights) for weights in self.members], axis=0)
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


def _weigh_lines(numbers: Numbers, chars: Numbers, weights: Mapping[str, Numbers]) -> Numbers:
    import numpy as np

    said = _read(chars, weights)
    sizes = np.maximum((chars > 0).sum(1, keepdims=True), 1).astype("float32")
    whole = np.concatenate([said.max(1), said.sum(1) / sizes], 1)
    edge = np.zeros_like(whole[:1])
    seen = np.concatenate([whole, np.concatenate([edge, whole[:-1]]), np.concatenate([whole[1:], edge]), numbers], 1)
    scores: Numbers = numbers @ weights["line"] + _pass(seen, "line", weights)
    return scores


def _weigh_steps(ties: Numbers, borders: Numbers, weights: Mapping[str, Numbers]) -> Numbers:
    import numpy as np

    said = _read(borders, weights)
    seen = np.concatenate([said[:, EDGE - 1], said[:, EDGE], said.max(1), ties], 1)
    scores: Numbers = ties @ weights["tie"] + _pass(seen, "tie", weights)
    return scores


def _read(chars: Numbers, weights: Mapping[str, Numbers]) -> Numbers:
    """What two convolutions see at each character [line, place, unit]."""
    import numpy as np

    inside = (chars > 0)[:, :, None]
    hidden = weights["embedding"][chars]
    for layer, reach in enumerate(REACHES):
        padded = np.pad(hidden, ((0, 0), (reach, reach), (0, 0)))
        near = np.concatenate([padded[:, : -2 * reach], hidden, padded[:, 2 * reach :]], 2)
        hidden = np.maximum(near @ weights[f"read{layer}.weight"].T + weights[f"read{layer}.bias"], 0) * inside
    return hidden


def _pass(seen: Numbers, name: str, weights: Mapping[str, Numbers]) -> Numbers:
    import numpy as np

    hidden = np.maximum(seen @ weights[f"{name}.in.weight"].T + weights[f"{name}.in.bias"], 0)
    told: Numbers = hidden @ weights[f"{name}.out.weight"].T + weights[f"{name}.out.bias"]
    return told
