"""How sure a score is, and whether two systems differ by more than the choice of pages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from yaowen.errors import InputError
from yaowen.evaluate.report import Report

Interval = tuple[float, float]
Counts = NDArray[np.float64]

SAMPLES = 2000
SHUFFLES = 10_000
LEAST = 1e-300
"""Keeps a division by nothing at nothing."""

MOST_PAGES_TO_ENUMERATE = 12
"""With up to so many pages every exchange between two systems is tried, and nothing is left to chance."""


def intervals(report: Report, seed: int = 0) -> dict[str, Interval]:
    """The middle 95% of each F1 when pages are drawn anew, with replacement (percentile bootstrap; Efron 1979).

    Of a single page nothing can be said, and none is given. Draws without anything to find or found do not count.
    """
    if len(report.pages) < 2:
        return {}
    weights = _draws(len(report.pages), seed)
    told = (name for name, score in report.total.items() if any(score.counts))
    return {name: _middle(_f1(weights @ _counts(report, name))) for name in told}


@dataclass(frozen=True)
class Difference:
    """The F1 of two systems on the same pages. `p` is how often chance alone would part them as far."""

    first: float
    second: float
    interval: Interval
    p: float

    @property
    def gain(self) -> float:
        """What the second is better by."""
        return self.second - self.first


def compare(first: Report, second: Report, seed: int = 0) -> dict[str, Difference]:
    """Whether the second system is better than the first: each score, with the paired bootstrap interval of the gain.

    `p` comes from exchanging the two systems' outputs page by page (approximate randomisation; Noreen 1989, Yeh 2000).
    """
    if [page.sha256 for page in first.pages] != [page.sha256 for page in second.pages]:
        raise InputError("--compare", "the two were not scored on the same pages")
    count = len(first.pages)
    weights, swaps = _draws(count, seed), _swaps(count, seed)
    differences = {}
    for name in (name for name in first.total if name in second.total):
        if not any((*first.total[name].counts, *second.total[name].counts)):
            continue
        one, other = _counts(first, name), _counts(second, name)
        gains = _f1(weights @ other, 1.0) - _f1(weights @ one, 1.0)
        scores = float(first.total[name].f1), float(second.total[name].f1)
        observed = scores[1] - scores[0]
        shuffled = _f1(swaps @ one + (1 - swaps) @ other, 1.0) - _f1(swaps @ other + (1 - swaps) @ one, 1.0)
        as_far = int(np.count_nonzero(np.abs(shuffled) >= abs(observed) - 1e-12))
        # All exchanges hold the observed one; a random sample of them has it added.
        p = as_far / len(swaps) if count <= MOST_PAGES_TO_ENUMERATE else (as_far + 1) / (len(swaps) + 1)
        differences[name] = Difference(*scores, _middle(gains), p)
    return differences


def _draws(count: int, seed: int) -> Counts:
    """How often each page is drawn in each sample."""
    return np.random.default_rng(seed).multinomial(count, [1 / count] * count, size=SAMPLES).astype(np.float64)


def _swaps(count: int, seed: int) -> Counts:
    """1 where the two systems' outputs for a page change places."""
    if count <= MOST_PAGES_TO_ENUMERATE:
        return ((np.arange(2**count)[:, None] >> np.arange(count)) & 1).astype(np.float64)
    return np.random.default_rng(seed).integers(0, 2, size=(SHUFFLES, count)).astype(np.float64)


def _counts(report: Report, name: str) -> Counts:
    nothing = (0.0, 0.0, 0.0, 0.0)
    return np.array([page.scores[name].counts if name in page.scores else nothing for page in report.pages], dtype=np.float64)


def _f1(counts: Counts, of_nothing: float = np.nan) -> Any:
    """F1 from the numerator and denominator of precision and of recall, which are the last axis."""
    right, found, recalled, wanted = np.moveaxis(counts, -1, 0)
    precision, recall = right / np.maximum(found, LEAST), recalled / np.maximum(wanted, LEAST)
    f1 = 2 * precision * recall / np.maximum(precision + recall, LEAST)
    return np.where(found + wanted > 0, f1, of_nothing)


def _middle(values: Counts) -> Interval:
    """Some draw always has something in it, as all pages together have."""
    known = values[~np.isnan(values)]
    low, high = np.percentile(known, [2.5, 97.5])
    return float(low), float(high)
