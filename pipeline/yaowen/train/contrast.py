"""What trainings share that tell which of many texts belong together."""

from __future__ import annotations

from typing import Any

import torch
from torch import Tensor, nn


def tell_apart(scores: Tensor) -> Tensor:
    """The loss of scores [text, other] of which each text should fit the other of its own number best, and that it each."""
    wanted = torch.arange(len(scores))
    return (nn.functional.cross_entropy(scores, wanted) + nn.functional.cross_entropy(scores.T, wanted)) / 2


def warm_up(optimiser: torch.optim.Optimizer, over: int, steps: int) -> Any:
    """A schedule that rises over so many steps and falls until the last."""
    return torch.optim.lr_scheduler.LambdaLR(optimiser, lambda step: min(1.0, (step + 1) / over) * max(0.02, 1 - step / steps))
