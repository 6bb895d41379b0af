"""Fits the small network that reads the lines over a body together, on pages that are made for it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from random import Random
from typing import Any, NamedTuple

import numpy as np

from yaowen.dehyphenate.columns import JoinColumns
from yaowen.page import Cuttings, Page
from yaowen.row_network import RowNetwork
from yaowen.rows import fold, read_rows
from yaowen.schema import BlockRole
from yaowen.segment.body import Body
from yaowen.segment.by_order import match_by_order
from yaowen.segment.pieces import Piece, sort_paragraphs
from yaowen.segment.stack import decode, spread
from yaowen.segment.stack_lines import EDGE, EXPECTED, EXPECTED_JOINS, EXPECTED_STEPS, STACKED, Features, describe, find_words
from yaowen.segment.stack_network import REACHES, StackNetwork, number_chars

LONGEST = 8
BATCH = 64


class Known(NamedTuple):
    """The lines that were found over one body, what each of them is, and which go on the line above."""

    lines: list[Piece]
    body: Body
    roles: tuple[int, ...]
    goes_on: tuple[bool, ...]


def find_stacks(pages: Iterable[tuple[Page, Cuttings]], network: RowNetwork) -> Iterator[Known]:
    """The stacks of two lines or more of pages whose cuttings are known, as the earlier steps leave them."""
    for page, cuttings in pages:
        rows = read_rows(page)
        paragraphs = tuple(JoinColumns().join(rows, network(page, rows)))
        owner = {
            offset: (number, place, part.role)
            for number, clipping in enumerate(cuttings.clippings)
            for place, part in enumerate(clipping.parts)
            for offset in part.text.offsets
        }
        for body in match_by_order(sort_paragraphs(paragraphs, page.publication)[0]):
            lines = spread(head for head in body.heads if head.role != BlockRole.BYLINE)
            if not 1 < len(lines) <= LONGEST:
                continue
            found = [_find_owner(line, owner) for line in lines]
            roles = tuple(STACKED.index(part[2]) for part in found if part and part[2] in STACKED)
            if len(roles) == len(lines) and len({part[0] for part in found if part}) == 1:
                yield Known(lines, body, roles, (False, *(upper == lower for upper, lower in pairwise(found))))


def _find_owner(line: Piece, owner: dict[int, tuple[int, int, BlockRole]]) -> tuple[int, int, BlockRole] | None:
    held = Counter(owner[offset] for offset in line.text.offsets if offset in owner)
    return held.most_common(1)[0][0] if held else None


def score(stacks: Iterable[Known], network: StackNetwork) -> dict[str, float]:
    """Of stacks, the share whose roles are all right; of lines, the shares of the right role and rightly joined or not."""
    counts = Counter[str]()
    for known in stacks:
        found = decode(network(describe(known.lines, known.body, network.places, network.lexicon)))
        right = [STACKED.index(reading.role) == role for reading, role in zip(found, known.roles, strict=True)]
        counts["stacks"] += 1
        counts["lines"] += len(right)
        counts["whole"] += all(right)
        counts["roles"] += sum(right)
        counts["joins"] += sum(reading.goes_on == goes for reading, goes in zip(found, known.goes_on, strict=True))
    return {
        "as a whole": counts["whole"] / max(counts["stacks"], 1),
        "roles": counts["roles"] / max(counts["lines"], 1),
        "joins": counts["joins"] / max(counts["lines"], 1),
    }


def count_chars(stacks: Iterable[Known], least: int = 8) -> str:
    """The characters that stand in headlines at least so often, the commonest first."""
    counts = Counter(char for known in stacks for line in known.lines for char in fold(line.text.chars))
    return "".join(char for char, count in counts.most_common() if count >= least and not char.isspace())


class Lexicon(NamedTuple):
    """The characters and the words that a network knows, and what each word is like."""

    chars: str
    words: tuple[str, ...]
    vectors: Any
    scale: float

    @classmethod
    def of(cls, stacks: Sequence[Known], vectors: Mapping[str, Any], least: int = 3) -> Lexicon:
        """What stands in headlines at least so often, of the words that have a vector."""
        numbers = {word: number for number, word in enumerate(vectors, start=1) if word.strip()}
        known = tuple(vectors)
        counts = Counter(
            known[number - 1]
            for stack in stacks
            for line in stack.lines
            for number in find_words(fold("".join(line.text.chars.split())), numbers)
            if number
        )
        words = tuple(word for word, count in counts.most_common() if count >= least * len(word))
        table = np.array([vectors[word] for word in words])
        table /= table.std()
        scale = float(np.abs(table).max()) / 127
        steps = np.concatenate([np.zeros_like(table[:1]), table]) / scale
        return cls(count_chars(stacks), words, steps.round().astype(np.int8), scale)


def fit_several(stacks: Sequence[Known], vectors: Mapping[str, Any], count: int, *, epochs: int = 6) -> dict[str, Any]:
    """The weights of as many networks as `StackNetwork` reads them, each fitted from another beginning."""
    lexicon = Lexicon.of(stacks, vectors)
    members = [fit(stacks, lexicon, epochs=epochs, seed=seed) for seed in range(1, count + 1)]
    return {
        "chars": np.array(lexicon.chars),
        "words": np.array("\n".join(lexicon.words)),
        "vectors": lexicon.vectors,
        "scale": np.array(lexicon.scale, dtype=np.float32),
        **{name: np.stack([member[name] for member in members]) for name in members[0]},
    }


def fit(
    stacks: Sequence[Known],
    lexicon: Lexicon,
    *,
    epochs: int,
    seed: int,
    size: int = 24,
    width: int = 96,
    hidden: int = 128,
    drawn: float = 3e-2,
) -> dict[str, Any]:
    """The weights under which the known readings are likeliest: a conditional random field (Lafferty et al. 2001).

    Its scores are sums of what the numbers say, drawn as strongly as `drawn` to what is expected of them (`EXPECTED`,
    `EXPECTED_STEPS`, `EXPECTED_JOINS`), and of what a network says that also reads the characters.
    """
    import torch
    from torch import nn

    torch.manual_seed(seed)
    places, words = number_chars(lexicon.chars), {word: number for number, word in enumerate(lexicon.words, start=1)}
    described = [(describe(known.lines, known.body, places, words), known) for known in stacks]
    vectors = torch.tensor(lexicon.vectors.astype(np.float32) * lexicon.scale)
    roles, numbers, ties = len(STACKED), len(described[0][0].numbers[0]), len(described[0][0].ties[0])
    options = roles * roles + roles

    class Network(nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.embedding = nn.Embedding(len(lexicon.chars) + 2, size, padding_idx=0)
            read = size + vectors.shape[1]
            self.read = nn.ModuleList(nn.Linear(3 * (width if layer else read), width) for layer in range(len(REACHES)))
            self.line = nn.ModuleList((nn.Linear(6 * width + numbers, hidden), nn.Linear(hidden, roles)))
            self.tie = nn.ModuleList((nn.Linear(3 * width + ties, hidden), nn.Linear(hidden, options)))
            self.plain_line = nn.Parameter(_expected_lines(numbers))
            self.plain_tie = nn.Parameter(_expected_steps(ties))
            self.drop = nn.Dropout(0.25)

        def seen(self, chars: Any, words: Any) -> Any:
            inside = (chars > 0)[:, :, None]
            hidden = self.drop(torch.cat([self.embedding(chars), vectors[words]], 2))
            for reach, linear in zip(REACHES, self.read, strict=True):
                padded = nn.functional.pad(hidden, (0, 0, reach, reach))
                near = torch.cat([padded[:, : -2 * reach], hidden, padded[:, 2 * reach :]], 2)
                hidden = torch.relu(linear(near)) * inside
            return hidden

        def forward(self, numbers: Any, ties: Any, chars: Any, borders: Any, words: Any, beside: Any) -> tuple[Any, Any]:
            """Scores [stack, line, role] and [stack, step, option] of stacks of equally many lines."""
            count, lines = numbers.shape[:2]
            said = self.seen(chars.flatten(0, 1), words.flatten(0, 1))
            sizes = (chars > 0).sum(2).flatten()[:, None].clamp(min=1)
            whole = torch.cat([said.amax(1), said.sum(1) / sizes], 1).unflatten(0, (count, lines))
            edge = whole.new_zeros(count, 1, whole.shape[2])
            around = torch.cat([whole, torch.cat([edge, whole[:, :-1]], 1), torch.cat([whole[:, 1:], edge], 1), numbers], 2)
            scores = numbers @ self.plain_line + self.told(self.line, around)
            said = self.seen(borders.flatten(0, 1), beside.flatten(0, 1))
            said = torch.cat([said[:, EDGE - 1], said[:, EDGE], said.amax(1)], 1).unflatten(0, (count, lines - 1))
            return scores, ties @ self.plain_tie + self.told(self.tie, torch.cat([said, ties], 2))

        def told(self, layers: Any, seen: Any) -> Any:
            return layers[1](self.drop(torch.relu(layers[0](self.drop(seen)))))

    network = Network()
    expected = _expected_lines(numbers), _expected_steps(ties)
    batches = _make_batches(described, Random(seed))
    optimiser = torch.optim.AdamW(network.parameters(), lr=3e-3, weight_decay=1e-3)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, 4e-3, total_steps=epochs * len(batches) + 1)
    for epoch in range(epochs):
        total = 0.0
        for batch in _make_batches(described, Random(100 * seed + epoch)):
            loss = _loss(*network(*batch[:6]), *batch[6:]) / len(batch[0])
            far = (network.plain_line - expected[0]).square().sum() + (network.plain_tie - expected[1]).square().sum()
            total += loss.item() * len(batch[0])
            optimiser.zero_grad()
            (loss + drawn * far).backward()
            optimiser.step()
            schedule.step()
        print(f"stacks, epoch {epoch + 1}: loss {total / len(described):.4f}", flush=True)  # noqa: T201
    state = {name: value.detach().numpy() for name, value in network.state_dict().items()}
    weights = {"embedding": state["embedding.weight"], "line": state["plain_line"], "tie": state["plain_tie"]}
    for name in ("weight", "bias"):
        for layer in range(len(REACHES)):
            weights[f"read{layer}.{name}"] = state[f"read.{layer}.{name}"]
        for part in ("line", "tie"):
            weights[f"{part}.in.{name}"], weights[f"{part}.out.{name}"] = state[f"{part}.0.{name}"], state[f"{part}.1.{name}"]
    return {name: value.astype(np.float16) for name, value in weights.items()}


def _expected_lines(numbers: int) -> Any:
    import torch

    expected = torch.zeros(numbers, len(STACKED))
    for place, role, weight in EXPECTED:
        expected[place, STACKED.index(role)] = weight
    return expected


def _expected_steps(ties: int) -> Any:
    import torch

    size = len(STACKED)
    expected = torch.zeros(ties, size * size + size)
    for place, upper, lower, weight in EXPECTED_STEPS:
        expected[place, STACKED.index(upper) * size + STACKED.index(lower)] = weight
    for place, role, weight in EXPECTED_JOINS:
        expected[place, size * size + STACKED.index(role)] = weight
    return expected


def _make_batches(described: Sequence[tuple[Features, Known]], random: Random) -> list[tuple[Any, ...]]:
    """Stacks of equally many lines together, padded to the longest line: what `Features` holds, then roles and options."""
    import torch

    def pad(lines: Sequence[Sequence[int]], longest: int) -> list[list[int]]:
        return [[*line, *[0] * (longest - len(line))] for line in lines]

    groups: dict[int, list[tuple[Features, Known]]] = defaultdict(list)
    for pair in described:
        groups[len(pair[1].roles)].append(pair)
    batches = []
    for group in groups.values():
        random.shuffle(group)
        for start in range(0, len(group), BATCH):
            part = group[start : start + BATCH]
            longest = max(len(stack.chars[0]) for stack, _ in part)
            batches.append(
                (
                    torch.tensor([stack.numbers for stack, _ in part], dtype=torch.float32),
                    torch.tensor([stack.ties for stack, _ in part], dtype=torch.float32),
                    torch.tensor([pad(stack.chars, longest) for stack, _ in part]),
                    torch.tensor([stack.borders for stack, _ in part]),
                    torch.tensor([pad(stack.words, longest) for stack, _ in part]),
                    torch.tensor([stack.border_words for stack, _ in part]),
                    torch.tensor([known.roles for _, known in part]),
                    torch.tensor([known.goes_on for _, known in part]),
                )
            )
    random.shuffle(batches)
    return batches


def _loss(scores: Any, steps: Any, roles: Any, goes_on: Any) -> Any:
    """Negative log-likelihood of the readings, summed over the stacks."""
    import torch

    size = len(STACKED)
    change = steps[..., : size * size].unflatten(-1, (size, size))
    stay = steps[..., size * size :]
    either = torch.logaddexp(change, torch.diag_embed(stay) + torch.where(torch.eye(size) > 0, 0.0, -1e4))
    places = torch.arange(len(roles))
    right, total = scores[places, 0, roles[:, 0]], scores[:, 0]
    for number in range(1, roles.shape[1]):
        upper, lower = roles[:, number - 1], roles[:, number]
        step = torch.where(goes_on[:, number], stay[places, number - 1, lower], change[places, number - 1, upper, lower])
        right = right + scores[places, number, lower] + step
        total = torch.logsumexp(total[:, :, None] + either[:, number - 1], 1) + scores[:, number]
    return (torch.logsumexp(total, 1) - right).sum()
