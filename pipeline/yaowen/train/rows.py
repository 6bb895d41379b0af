"""Trains the network that says what the rows of a page look like, on pages that are made for it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from yaowen.page import Cuttings, Page
from yaowen.row_features import SEEN, read_features
from yaowen.row_network import PAGE_LAYER, ROLES, RowNetwork
from yaowen.rows import Row, read_rows

BATCH = 32
"""How many pages are learnt from at a time."""


@dataclass(frozen=True)
class Example:
    """The rows of a page as the network sees them, and what it is to say of each."""

    numbers: Any
    chars: Any
    joins: Any
    begins: Any
    roles: Any


def make_example(page: Page, cuttings: Cuttings, places: dict[str, int]) -> Example | None:
    """A page with its gold; nothing where the page is blank."""
    import numpy as np

    rows = read_rows(page)
    if not rows:
        return None
    owner = _owners(page, cuttings)
    numbers, chars = read_features(page, rows, places)
    joins = np.zeros(len(rows), dtype="float32")
    begins = np.zeros(len(rows), dtype="float32")
    roles = np.zeros(len(rows), dtype="int64")
    for number, row in enumerate(rows):
        ink = _ink(row)
        roles[number] = Counter(owner[offset][2] for offset in ink if offset in owner).most_common(1)[0][0] if ink else 0
        if number + 1 < len(rows):
            last, first = owner.get(ink[-1]), owner.get(_ink(rows[number + 1])[0])
            joins[number] = last is not None and first is not None and last[:2] == first[:2]
            begins[number + 1] = last is None or first is None or last[0] != first[0]
    return Example(numbers, chars, joins, begins, roles)


def _ink(row: Row) -> list[int]:
    return [offset for offset, char in zip(row.text.offsets, row.text.chars, strict=True) if not char.isspace()]


def _owners(page: Page, cuttings: Cuttings) -> dict[int, tuple[int, int, int]]:
    owner = {}
    for number, clipping in enumerate(cuttings.clippings):
        for place, part in enumerate(clipping.parts):
            for offset in part.text.offsets:
                owner[offset] = (number, place, ROLES.index(part.role))
    for number, item in enumerate(cuttings.furniture):
        for place, (start, end) in enumerate(item.source):
            for offset in range(start, end):
                owner[offset] = (-1 - number, place, ROLES.index(item.role))
    return owner


def count_chars(pages: Iterable[tuple[Page, Cuttings]], least: int = 30) -> str:
    """The characters that rows begin or end with at least that often, the commonest first."""
    counts: Counter[str] = Counter()
    for page, _ in pages:
        for row in read_rows(page):
            counts.update(row.text.chars[:30] + row.text.chars[-3:])
    return "".join(char for char, count in counts.most_common() if count >= least)


def score(pages: Iterable[tuple[Page, Cuttings]], network: RowNetwork) -> dict[str, float]:
    """Of the rows of pages whose cuttings are known, the shares of which the network says rightly what they do."""
    right, rows = Counter[str](), 0
    for page, cuttings in pages:
        if example := make_example(page, cuttings, network.places):
            looks = network(page, read_rows(page))
            rows += len(looks)
            for look, joins, begins, role in zip(looks, example.joins, example.begins, example.roles, strict=True):
                right["goes on"] += (look.joins > 0.5) == (joins > 0.5)
                right["begins"] += (look.begins > 0.5) == (begins > 0.5)
                right["role"] += max(look.roles, key=look.roles.__getitem__) == ROLES[role]
    return {name: count / max(rows, 1) for name, count in right.items()}


def train_several(examples: Sequence[Example], chars: str, count: int, *, width: int, epochs: int) -> dict[str, Any]:
    """The weights of as many networks as `RowNetwork` reads them, each trained from another beginning."""
    import numpy as np

    layers = 4
    members = [train(examples, chars, width=width, layers=layers, epochs=epochs, seed=seed) for seed in range(1, count + 1)]
    stacked = {name: np.stack([member[name] for member in members]) for name in members[0]}
    return {"chars": np.array(chars), "layers": np.array(layers), **stacked}


def train(examples: Sequence[Example], chars: str, *, width: int, layers: int, epochs: int, seed: int) -> dict[str, Any]:
    """The weights of one network that fits the examples."""
    import numpy as np
    import torch
    from torch import nn

    torch.manual_seed(seed)
    inputs = examples[0].numbers.shape[1]
    size, bag = 10, 16

    class Network(nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.embedding = nn.Embedding(len(chars) + 1, size)
            self.words = nn.EmbeddingBag(len(chars) + 1, bag, mode="mean", padding_idx=0)
            self.enter = nn.Linear(inputs + 2 * SEEN * size + bag, width)
            self.layers = nn.ModuleList(nn.Linear(3 * width, width) for _ in range(layers))
            # What the whole page is like: its first row is a body, its headlines share the words of what stands above them.
            self.page = nn.Linear(2 * width, width)
            self.leave = nn.Linear(width, 2 + len(ROLES))
            self.drop = nn.Dropout(0.1)

        def forward(self, numbers: Any, chars: Any, sizes: Sequence[int]) -> Any:
            """The rows of several pages one after the other; where one page ends, blank rows keep the next out of its sight."""
            edges = self.embedding(chars[:, : 2 * SEEN]).flatten(1)
            words = self.words(chars[:, 2 * SEEN :])
            rows = self.drop(torch.relu(self.enter(torch.cat([numbers, edges, words], 1))))
            blank = rows.new_zeros(2 ** (layers - 1), width)
            hidden = torch.cat([part for page in rows.split(sizes) for part in (blank, page)] + [blank])
            inside = torch.cat([part for count in sizes for part in (blank[:, :1], blank.new_ones(count, 1))] + [blank[:, :1]])
            for layer, linear in enumerate(self.layers):
                reach = 2**layer
                padded = nn.functional.pad(hidden, (0, 0, reach, reach))
                before, here, after = linear.weight.split(width, 1)
                seen = (
                    torch.addmm(linear.bias, hidden, here.T) + padded[: -2 * reach] @ before.T + padded[2 * reach :] @ after.T
                )
                hidden = (hidden + torch.relu(seen)) * inside
                if layer == PAGE_LAYER:
                    pages = hidden.split([count for size in sizes for count in (len(blank), size)] + [len(blank)])[1::2]
                    whole = torch.stack([torch.cat([page.mean(0), page.amax(0)]) for page in pages])
                    told = torch.relu(self.page(whole)).repeat_interleave(torch.tensor(sizes) + len(blank), 0)
                    told = torch.cat([told.new_zeros(len(blank), width), told])
                    hidden = (hidden + told) * inside
            return self.leave(hidden[inside[:, 0] > 0])

    network = Network()
    steps = epochs * -(-len(examples) // BATCH)
    optimiser = torch.optim.AdamW(network.parameters(), lr=3e-3, weight_decay=1e-4)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, 4e-3, total_steps=steps + 1)
    order = list(range(len(examples)))
    generator = np.random.default_rng(seed)

    def collate(chosen: Sequence[Example]) -> list[Any]:
        names = ("numbers", "chars", "joins", "begins", "roles")
        return [torch.from_numpy(np.concatenate([getattr(example, name) for example in chosen])) for name in names]

    bce = nn.functional.binary_cross_entropy_with_logits
    for epoch in range(epochs):
        network.train()
        generator.shuffle(order)
        total = 0.0
        for start in range(0, len(order), BATCH):
            chosen = [examples[number] for number in order[start : start + BATCH]]
            numbers, ends, joins, begins, roles = collate(chosen)
            out = network(numbers, ends, [len(example.joins) for example in chosen])
            loss = bce(out[:, 0], joins) * 2 + bce(out[:, 1], begins) + nn.functional.cross_entropy(out[:, 2:], roles)
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            total += loss.item()
        print(f"epoch {epoch + 1}: loss {total * BATCH / len(order):.4f}", flush=True)  # noqa: T201
    state = {name: value.numpy() for name, value in network.state_dict().items()}
    weights = {
        "embedding": state["embedding.weight"],
        "words": state["words.weight"],
        "in.weight": state["enter.weight"],
        "in.bias": state["enter.bias"],
        "page.weight": state["page.weight"],
        "page.bias": state["page.bias"],
        "out.weight": state["leave.weight"],
        "out.bias": state["leave.bias"],
    }
    for layer in range(layers):
        weights[f"layer{layer}.weight"] = state[f"layers.{layer}.weight"]
        weights[f"layer{layer}.bias"] = state[f"layers.{layer}.bias"]
    return {name: value.astype("float16") for name, value in weights.items()}
