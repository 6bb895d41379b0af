"""The small network that says what each row of a page looks like; its weights come from `yaowen.train.row_fitting`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any

from yaowen.page import Look, Page, Role
from yaowen.row_features import SEEN, read_features
from yaowen.rows import Row
from yaowen.schema import BlockRole, FurnitureRole
from yaowen.sizes import weigh_sizes

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Numbers = NDArray[Any]

ROLES: tuple[Role, ...] = (*BlockRole, *FurnitureRole)
"""What a row can be part of, in the order in which the network says how likely each is."""

PAGE_LAYER = 1
"""After which layer each row is told what the whole page is like."""


@cache
def _network() -> RowNetwork:
    return RowNetwork.load()


def look_at(page: Page, rows: Sequence[Row]) -> list[Look]:
    """What each row of a page looks like, seen with its neighbours, and with its size where the page tells it."""
    if not rows:
        return []
    looks = _network()(page, rows)
    return weigh_sizes(looks, [row.printed for row in rows]) if page.printed else looks


@dataclass(frozen=True)
class RowNetwork:
    """Dilated convolutions over the rows of a page; the weights come from `yaowen.train.row_fitting`.

    Several networks that were trained from different beginnings are asked, and the mean of what they say is believed.
    """

    chars: str
    layers: int
    members: tuple[Mapping[str, Numbers], ...]

    @classmethod
    def load(cls, path: Path | None = None) -> RowNetwork:
        """The networks that ship, or those of a file."""
        import numpy as np

        shipped = resources.files("yaowen.resources").joinpath("rows.npz")
        with (path or shipped).open("rb") as file, np.load(file, allow_pickle=False) as stored:
            chars, layers = str(stored["chars"]), int(stored["layers"])
            weights = {name: stored[name].astype("float32") for name in stored.files if name not in ("chars", "layers")}
        members = ({name: value[number] for name, value in weights.items()} for number in range(len(weights["in.bias"])))
        return cls(chars, layers, tuple(members))

    @cached_property
    def places(self) -> dict[str, int]:
        """The number of each character that the network knows; 0 is any other."""
        return {char: number for number, char in enumerate(self.chars, start=1)}

    def __call__(self, page: Page, rows: Sequence[Row]) -> list[Look]:
        import numpy as np

        looks: list[Look] = []
        numbers, chars = read_features(page, rows, self.places)
        out = np.mean([self._ask(weights, numbers, chars) for weights in self.members], axis=0)
        joins, begins = 1 / (1 + np.exp(-np.clip(out[:, :2].T, -30, 30)))
        roles = np.exp(out[:, 2:] - out[:, 2:].max(axis=1, keepdims=True))
        roles /= roles.sum(axis=1, keepdims=True)
        for join, begin, likely in zip(joins.tolist(), begins.tolist(), roles.tolist(), strict=True):
            looks.append(Look(join, begin, dict(zip(ROLES, likely, strict=True))))
        return looks

    def _ask(self, weights: Mapping[str, Numbers], numbers: Numbers, chars: Numbers) -> Numbers:
        """What one network says of each row: whether it goes on, whether it begins an article, and its roles."""
        import numpy as np

        ends = weights["embedding"][chars[:, : 2 * SEEN]].reshape(len(chars), -1)
        inside = chars[:, 2 * SEEN :]
        words = weights["words"][inside].sum(axis=1) / np.maximum((inside > 0).sum(axis=1, keepdims=True), 1)
        hidden = np.concatenate([numbers, ends, words.astype("float32")], axis=1) @ weights["in.weight"].T
        hidden = np.maximum(hidden + weights["in.bias"], 0)
        for layer in range(self.layers):
            reach = 2**layer
            padded = np.pad(hidden, ((reach, reach), (0, 0)))
            seen = np.concatenate([padded[: -2 * reach], hidden, padded[2 * reach :]], axis=1)
            hidden = hidden + np.maximum(seen @ weights[f"layer{layer}.weight"].T + weights[f"layer{layer}.bias"], 0)
            if layer == PAGE_LAYER:
                whole = np.concatenate([hidden.mean(axis=0), hidden.max(axis=0)])
                hidden = hidden + np.maximum(weights["page.weight"] @ whole + weights["page.bias"], 0)
        told: Numbers = hidden @ weights["out.weight"].T + weights["out.bias"]
        return told
