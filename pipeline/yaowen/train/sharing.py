"""What a training loop of several processes needs."""

from collections.abc import Mapping, Sequence

import torch
import torch.distributed
from torch import nn


def rate_at(step: int, steps: int, warm: int) -> float:
    """The share of the full rate: up for a few steps, then down in a straight line."""
    return min((step + 1) / warm, 1.0) * max(0.0, 1 - step / steps)


def share_gradients(dense: Sequence[nn.Parameter], sparse: nn.Parameter, workers: int) -> None:
    """Every process gets the mean of all gradients; those of `sparse` name the rows that they touch."""
    if workers == 1:
        return
    together = torch.cat([(torch.zeros_like(w) if w.grad is None else w.grad).ravel() for w in dense])
    torch.distributed.all_reduce(together)
    together /= workers
    place = 0
    for weight in dense:
        weight.grad = together[place : place + weight.numel()].view_as(weight)
        place += weight.numel()
    assert sparse.grad is not None  # noqa: S101
    mine = sparse.grad.coalesce()
    torch.distributed.all_reduce(mine)
    sparse.grad = mine / workers


def gather_parts(mine: Mapping[str, float], workers: int) -> Sequence[Mapping[str, float]]:
    """What every process has, in every process."""
    if workers == 1:
        return [mine]
    parts: list[Mapping[str, float]] = [{}] * workers
    torch.distributed.all_gather_object(parts, mine)
    return parts
