"""The small network that weighs what each line over a body may be; its weights come from `yaowen.train.stacks`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any

from yaowen.segment.stack_lines import EDGE, STACKED, Stack

REACHES = (1, 2)
"""How far each convolution looks to either side."""


@cache
def load_weights() -> dict[str, Any]:
    """The weights that ship."""
    import numpy as np

    with (
        resources.files("yaowen.resources").joinpath("stacks.npz").open("rb") as file,
        np.load(file, allow_pickle=False) as stored,
    ):
        weights = {name: stored[name] for name in stored.files}
    return {name: value.astype("float32") if value.dtype.kind == "f" else value for name, value in weights.items()}


def weigh(stack: Stack, weights: Mapping[str, Any]) -> tuple[list[list[float]], list[list[list[float]]], list[list[float]]]:
    """How well roles fit lines [line, role], pairs of roles steps [step, upper, lower], and going on in a role [step, role]."""
    import numpy as np

    numbers, ties = np.array(stack.numbers, dtype="float32"), np.array(stack.ties, dtype="float32")
    chars = np.array(stack.chars)
    said = _read_chars(chars, weights)
    whole = np.concatenate([said.max(1), said.sum(1) / np.maximum((chars > 0).sum(1, keepdims=True), 1)], 1, dtype="float32")
    edge = np.zeros_like(whole[:1])
    seen = np.concatenate([whole, np.concatenate([edge, whole[:-1]]), np.concatenate([whole[1:], edge]), numbers], 1)
    scores = numbers @ weights["line"] + _pass(seen, "line", weights)
    if not stack.ties:
        return scores.tolist(), [], []
    borders = _read_chars(np.array(stack.borders), weights)
    seen = np.concatenate([borders[:, EDGE - 1], borders[:, EDGE], borders.max(1), ties], 1)
    steps = ties @ weights["tie"] + _pass(seen, "tie", weights)
    size = len(STACKED)
    return scores.tolist(), steps[:, : size * size].reshape(-1, size, size).tolist(), steps[:, size * size :].tolist()


def _read_chars(chars: Any, weights: Mapping[str, Any]) -> Any:
    """What two convolutions see at each character [line, place, unit]."""
    import numpy as np

    inside = (chars > 0)[:, :, None]
    hidden = weights["embedding"][chars]
    for layer, reach in enumerate(REACHES):
        padded = np.pad(hidden, ((0, 0), (reach, reach), (0, 0)))
        near = np.concatenate([padded[:, : -2 * reach], hidden, padded[:, 2 * reach :]], 2)
        hidden = np.maximum(near @ weights[f"read{layer}.weight"].T + weights[f"read{layer}.bias"], 0) * inside
    return hidden


def _pass(seen: Any, name: str, weights: Mapping[str, Any]) -> Any:
    import numpy as np

    hidden = np.maximum(seen @ weights[f"{name}.in.weight"].T + weights[f"{name}.in.bias"], 0)
    return hidden @ weights[f"{name}.out.weight"].T + weights[f"{name}.out.bias"]
