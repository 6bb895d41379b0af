"""Trains the network that says what the rows of a page look like, on pages that are made for it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from yaowen.page import Cuttings, Page
from yaowen.rows import PAGE_LAYER, ROLES, SEEN, Row, read_features, read_rows


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


def train(
    examples: Sequence[Example],
    held_out: Mapping[str, Sequence[Example]],
    chars: str,
    *,
    width: int = 64,
    layers: int = 4,
    epochs: int = 6,
) -> dict[str, Any]:
    """The weights of a network that fits the examples, as `RowNetwork` reads them."""
    import numpy as np
    import torch
    from torch import nn

    torch.manual_seed(1)
    inputs = examples[0].numbers.shape[1]
    size, bag = 10, 16

    class Network(nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.embedding = nn.Embedding(len(chars) + 1, size)
            self.words = nn.Embedding(len(chars) + 1, bag, padding_idx=0)
            self.enter = nn.Linear(inputs + 2 * SEEN * size + bag, width)
            self.layers = nn.ModuleList(nn.Linear(3 * width, width) for _ in range(layers))
            # What the whole page is like: its first row is a body, its headlines share the words of what stands above them.
            self.page = nn.Linear(2 * width, width)
            self.leave = nn.Linear(width, 2 + len(ROLES))
            self.drop = nn.Dropout(0.1)

        def forward(self, numbers: Any, ends: Any, inside: Any) -> Any:
            read = ends[..., 2 * SEEN :]
            words = self.words(read).sum(-2) / (read > 0).sum(-1, keepdim=True).clamp(min=1)
            edges = self.embedding(ends[..., : 2 * SEEN]).flatten(-2)
            hidden = torch.relu(self.enter(torch.cat([numbers, edges, words], -1))) * inside
            for layer, linear in enumerate(self.layers):
                reach = 2**layer
                padded = nn.functional.pad(hidden, (0, 0, reach, reach))
                seen = torch.cat([padded[:, : -2 * reach], hidden, padded[:, 2 * reach :]], -1)
                hidden = (hidden + self.drop(torch.relu(linear(seen)))) * inside
                if layer == PAGE_LAYER:
                    mean = hidden.sum(1) / inside.sum(1)
                    most = hidden.masked_fill(inside == 0, -1e4).amax(1)
                    hidden = (hidden + torch.relu(self.page(torch.cat([mean, most], -1)))[:, None]) * inside
            return self.leave(hidden)

    network = Network()
    steps = epochs * (len(examples) // 32 + 1)
    optimiser = torch.optim.AdamW(network.parameters(), lr=3e-3, weight_decay=1e-4)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, 4e-3, total_steps=steps + 1)
    order = list(range(len(examples)))
    generator = np.random.default_rng(1)

    def collate(chosen: Sequence[Example]) -> list[Any]:
        longest = max(len(example.joins) for example in chosen)

        def stack(name: str) -> Any:
            arrays = [getattr(example, name) for example in chosen]
            shape = (len(arrays), longest, *arrays[0].shape[1:])
            out = np.zeros(shape, dtype=arrays[0].dtype)
            for number, array in enumerate(arrays):
                out[number, : len(array)] = array
            return torch.from_numpy(out)

        inside = torch.zeros(len(chosen), longest, 1)
        for number, example in enumerate(chosen):
            inside[number, : len(example.joins)] = 1
        return [stack("numbers"), stack("chars"), inside, stack("joins"), stack("begins"), stack("roles")]

    def losses(out: Any, inside: Any, joins: Any, begins: Any, roles: Any) -> Any:
        kept = inside[..., 0] > 0
        out = out[kept]
        bce = nn.functional.binary_cross_entropy_with_logits
        return (
            bce(out[:, 0], joins[kept]) * 2
            + bce(out[:, 1], begins[kept])
            + nn.functional.cross_entropy(out[:, 2:], roles[kept])
        )

    for epoch in range(epochs):
        network.train()
        generator.shuffle(order)
        # Pages of like length go into one batch, so that little of it is padding.
        order.sort(key=lambda number: len(examples[number].joins) // 50 + generator.random())
        batches = [order[start : start + 32] for start in range(0, len(order), 32)]
        generator.shuffle(batches)
        total = 0.0
        for batch in batches:
            numbers, ends_, inside, *wanted = collate([examples[number] for number in batch])
            loss = losses(network(numbers, ends_, inside), inside, *wanted)
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            total += float(loss)
        network.eval()
        print(f"epoch {epoch + 1}: loss {total / len(batches):.4f}", flush=True)  # noqa: T201
        for name, kept_back in held_out.items():
            right = Counter[str]()
            for start in range(0, len(kept_back), 32):
                numbers, ends_, inside, joins, begins, roles = collate(kept_back[start : start + 32])
                with torch.no_grad():
                    out = network(numbers, ends_, inside)
                kept = inside[..., 0] > 0
                right["rows"] += int(kept.sum())
                right["joins"] += int(((out[..., 0] > 0) == (joins > 0.5))[kept].sum())
                right["begins"] += int(((out[..., 1] > 0) == (begins > 0.5))[kept].sum())
                right["roles"] += int((out[..., 2:].argmax(-1) == roles)[kept].sum())
            rows = right["rows"] or 1
            shown = ", ".join(f"{name} {right[name] / rows:.4f}" for name in ("joins", "begins", "roles"))
            print(f"  {name}: {shown}", flush=True)  # noqa: T201
    state = {name: value.numpy() for name, value in network.state_dict().items()}
    weights = {
        "chars": np.array(chars),
        "layers": np.array(layers),
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
    return {name: value.astype("float16") if value.dtype.kind == "f" else value for name, value in weights.items()}
