"""Fits the network that says what the rows of a page look like; `RowNetwork` reads what comes of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn

from yaowen.row_features import SEEN
from yaowen.row_network import PAGE_LAYER, ROLES
from yaowen.train.rows import Example

BATCH = 32
"""How many pages are learnt from at a time."""
CHAR_SIZE = 10
WORDS_SIZE = 16
LAYERS = 4


def train_several(lots: Iterable[Sequence[Example]], chars: str, *, width: int, epochs: int) -> dict[str, Any]:
    """The weights of a network for each lot of examples, as `RowNetwork` reads them, each trained from another beginning.

    `width` is how many numbers a network keeps of a row.
    """
    members = [train(lot, chars, width=width, epochs=epochs, seed=seed).weights() for seed, lot in enumerate(lots, start=1)]
    stacked = {name: np.stack([member[name] for member in members]) for name in members[0]}
    return {"chars": np.array(chars), "layers": np.array(LAYERS), **stacked}


class RowReader(nn.Module):
    """Dilated convolutions over the rows of pages, and a layer that tells each row what its whole page is like."""

    def __init__(self, inputs: int, chars: int, width: int) -> None:
        super().__init__()
        self.width = width
        self.embedding = nn.Embedding(chars + 1, CHAR_SIZE)
        self.words = nn.EmbeddingBag(chars + 1, WORDS_SIZE, mode="mean", padding_idx=0)
        self.enter = nn.Linear(inputs + 2 * SEEN * CHAR_SIZE + WORDS_SIZE, width)
        self.layers = nn.ModuleList(nn.Linear(3 * width, width) for _ in range(LAYERS))
        # What the whole page is like: its first row is a body, its headlines share the words of what stands above them.
        self.page = nn.Linear(2 * width, width)
        self.leave = nn.Linear(width, 2 + len(ROLES))
        self.drop = nn.Dropout(0.2)

    def forward(self, numbers: Tensor, chars: Tensor, sizes: Sequence[int]) -> Tensor:
        """What is said of each row [row, 2 + role] of several pages, one after the other, of so many rows each.

        Where one page ends, blank rows keep the next out of its sight.
        """
        edges = self.embedding(chars[:, : 2 * SEEN]).flatten(1)
        words = self.words(chars[:, 2 * SEEN :])
        rows = self.drop(torch.relu(self.enter(torch.cat([numbers, edges, words], 1))))
        blank = rows.new_zeros(2 ** (LAYERS - 1), self.width)
        hidden = torch.cat([part for page in rows.split(list(sizes)) for part in (blank, page)] + [blank])
        inside = torch.cat([part for size in sizes for part in (blank[:, :1], blank.new_ones(size, 1))] + [blank[:, :1]])
        for layer, linear in enumerate(self.layers):
            reach = 2**layer
            padded = nn.functional.pad(hidden, (0, 0, reach, reach))
            before, here, after = linear.weight.split(self.width, 1)
            seen = torch.addmm(linear.bias, hidden, here.T) + padded[: -2 * reach] @ before.T + padded[2 * reach :] @ after.T
            hidden = (hidden + self.drop(torch.relu(seen))) * inside
            if layer == PAGE_LAYER:
                hidden = (hidden + self._told(hidden, sizes, blank)) * inside
        said: Tensor = self.leave(hidden[inside[:, 0] > 0])
        return said

    def _told(self, hidden: Tensor, sizes: Sequence[int], blank: Tensor) -> Tensor:
        """What each row is told of its page."""
        pages = hidden.split([count for size in sizes for count in (len(blank), size)] + [len(blank)])[1::2]
        whole = torch.stack([torch.cat([page.mean(0), page.amax(0)]) for page in pages])
        told = torch.relu(self.page(whole)).repeat_interleave(torch.tensor(sizes) + len(blank), 0)
        return torch.cat([blank, told])

    def weights(self) -> dict[str, Any]:
        """The arrays that `RowNetwork` reads, as they are stored."""
        state = {name: value.numpy().astype("float16") for name, value in self.state_dict().items()}
        tables = {name: state[f"{name}.weight"] for name in ("embedding", "words")}
        layers = {"in": "enter", "page": "page", "out": "leave", **{f"layer{n}": f"layers.{n}" for n in range(LAYERS)}}
        kinds = ("weight", "bias")
        return tables | {f"{stored}.{kind}": state[f"{name}.{kind}"] for stored, name in layers.items() for kind in kinds}


def train(examples: Sequence[Example], chars: str, *, width: int, epochs: int, seed: int) -> RowReader:
    """A network that fits the examples."""
    torch.manual_seed(seed)
    network = RowReader(examples[0].numbers.shape[1], len(chars), width)
    steps = epochs * -(-len(examples) // BATCH)
    optimiser = torch.optim.AdamW(network.parameters(), lr=3e-3, weight_decay=1e-4)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, 4e-3, total_steps=steps + 1)
    order = list(range(len(examples)))
    generator = np.random.default_rng(seed)
    for epoch in range(epochs):
        generator.shuffle(order)
        total = 0.0
        for start in range(0, len(order), BATCH):
            loss = _loss(network, [examples[number] for number in order[start : start + BATCH]])
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            total += loss.item()
        print(f"epoch {epoch + 1}: loss {total * BATCH / len(order):.4f}", flush=True)  # noqa: T201
    network.eval()
    return network


def _loss(network: RowReader, pages: Sequence[Example]) -> Tensor:
    def joined(name: str) -> Tensor:
        return torch.from_numpy(np.concatenate([getattr(page, name) for page in pages]))

    out = network(joined("numbers"), joined("chars"), [len(page.joins) for page in pages])
    bce = nn.functional.binary_cross_entropy_with_logits
    joins, begins = bce(out[:, 0], joined("joins")), bce(out[:, 1], joined("begins"))
    return joins * 2 + begins + nn.functional.cross_entropy(out[:, 2:], joined("roles"))
