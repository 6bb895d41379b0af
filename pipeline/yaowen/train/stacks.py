"""Fits the weights by which the lines over a body are read together, on pages that are made for it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from yaowen.dehyphenate.columns import JoinColumns
from yaowen.page import Cuttings, Page
from yaowen.rows import RowNetwork, read_rows
from yaowen.schema import BlockRole
from yaowen.segment.headlines import match_headlines
from yaowen.segment.pieces import Piece, sort_paragraphs
from yaowen.segment.stack import EXPECTED, EXPECTED_STEPS, STACKED, decode, describe, spread

LONGEST = 8
STEPS = 400


@dataclass(frozen=True)
class Stack:
    """The lines that were found over one body, as numbers, and what each of them is."""

    lines: list[list[float]]
    ties: list[list[float]]
    roles: tuple[int, ...]


def find_stacks(pages: Iterable[tuple[Page, Cuttings]], network: RowNetwork) -> Iterator[Stack]:
    """The stacks of two lines or more of pages whose cuttings are known, as the earlier steps leave them."""
    for page, cuttings in pages:
        rows = read_rows(page)
        paragraphs = tuple(JoinColumns().join(rows, network(page, rows)))
        owner = {
            offset: (number, part.role)
            for number, clipping in enumerate(cuttings.clippings)
            for part in clipping.parts
            for offset in part.text.offsets
        }
        for body in match_headlines(sort_paragraphs(paragraphs, page.publication)[0]):
            lines = spread(head for head in body.heads if head.role != BlockRole.BYLINE)
            found = [_find_owner(line, owner) for line in lines]
            roles = tuple(STACKED.index(role) for _, role in found if role in STACKED)
            whole = len(roles) == len(lines) and len({number for number, _ in found}) == 1
            if 1 < len(lines) <= LONGEST and whole:
                yield Stack(*describe(lines, body), roles)


def _find_owner(line: Piece, owner: dict[int, tuple[int, BlockRole]]) -> tuple[int, BlockRole | None]:
    held = Counter(owner[offset] for offset in line.text.offsets if offset in owner)
    return held.most_common(1)[0][0] if held else (-1, None)


def score(stacks: Iterable[Stack], weights: Mapping[str, Any]) -> tuple[float, float]:
    """Of stacks, the share that is read right as a whole, and of their lines."""
    right, lines, total, whole = 0, 0, 0, 0
    for stack in stacks:
        found = decode(stack.lines, stack.ties, weights)
        same = sum(here == there for here, there in zip(found, stack.roles, strict=True))
        right, lines = right + same, lines + len(found)
        total, whole = total + 1, whole + (same == len(found))
    return whole / max(total, 1), right / max(lines, 1)


def fit(stacks: Sequence[Stack], decay: float = 1e-2) -> dict[str, Any]:
    """The weights of lines and ties (a conditional random field) under which the known roles are likeliest.

    They are drawn to what is expected of them (`EXPECTED`, `EXPECTED_STEPS`), all others to 0.
    """
    import numpy as np
    import torch

    torch.manual_seed(1)
    size = len(STACKED)
    groups: dict[int, list[Stack]] = defaultdict(list)
    for stack in stacks:
        groups[len(stack.roles)].append(stack)
    batches = [
        (
            torch.tensor([stack.lines for stack in group], dtype=torch.float32),
            torch.tensor([stack.ties for stack in group], dtype=torch.float32),
            torch.tensor([stack.roles for stack in group]),
        )
        for group in groups.values()
    ]
    line_prior = torch.zeros(len(stacks[0].lines[0]), size)
    for place, role, weight in EXPECTED:
        line_prior[place, STACKED.index(role)] = weight
    tie_prior = torch.zeros(len(stacks[0].ties[0]), size * size)
    for place, upper, lower, weight in EXPECTED_STEPS:
        tie_prior[place, STACKED.index(upper) * size + STACKED.index(lower)] = weight
    line, tie = line_prior.clone().requires_grad_(), tie_prior.clone().requires_grad_()
    optimiser = torch.optim.Adam([line, tie], lr=0.05)
    schedule = torch.optim.lr_scheduler.CosineAnnealingLR(optimiser, STEPS)
    for _ in range(STEPS):
        loss = decay * len(stacks) * ((line - line_prior).square().sum() + (tie - tie_prior).square().sum()) / 2
        for lines, ties, roles in batches:
            scores = lines @ line
            steps = (ties @ tie).unflatten(-1, (size, size))
            places = torch.arange(len(roles))
            right, total = scores[:, 0].gather(1, roles[:, :1])[:, 0], scores[:, 0]
            for number in range(1, roles.shape[1]):
                right = right + scores[places, number, roles[:, number]]
                right = right + steps[places, number - 1, roles[:, number - 1], roles[:, number]]
                total = torch.logsumexp(total[:, :, None] + steps[:, number - 1], 1) + scores[:, number]
            loss = loss + (torch.logsumexp(total, 1) - right).sum()
        optimiser.zero_grad()
        (loss / len(stacks)).backward()
        optimiser.step()
        schedule.step()
    return {name: values.detach().numpy().astype(np.float16) for name, values in (("line", line), ("tie", tie))}
