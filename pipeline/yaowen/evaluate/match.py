"""Who is whose counterpart, and when two wordings are the same."""

from __future__ import annotations

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Mapping

Pair = tuple[int, int]

LARGEST_OPTIMUM = 80
"""Groups of more candidates than this on one side are paired greedily: the best assignment takes cubic time."""


def fold(text: str | None) -> str | None:
    """A wording without its blanks and widths: `１０％` and `10 %` are the same."""
    return "".join(unicodedata.normalize("NFKC", text).split()) if text else None


def similarity(left: str | None, right: str | None) -> float:
    """F1 over the characters of two wordings, whatever their order: 1 where both have none."""
    left, right = fold(left) or "", fold(right) or ""
    if not left or not right:
        return float(left == right)
    return 2 * (Counter(left) & Counter(right)).total() / (len(left) + len(right))


def assign(weights: Mapping[Pair, float]) -> list[Pair]:
    """The one-to-one pairing of the greatest total weight, in order. A pair without a weight is never made."""
    pairs: list[Pair] = []
    for group in _groups(weights):
        if len(group) == 1:
            pairs.extend(group)
        else:
            pairs.extend(_assign_group(group))
    return sorted(pairs)


def _groups(weights: Mapping[Pair, float]) -> list[dict[Pair, float]]:
    """The candidates, split where no pair joins them."""
    lefts, rights = defaultdict(list), defaultdict(list)
    for left, right in weights:
        lefts[left].append(right)
        rights[right].append(left)
    seen: set[int] = set()
    groups = []
    for first in lefts:
        if first in seen:
            continue
        seen.add(first)
        waiting, reached, group = [first], set(), {}
        while waiting:
            left = waiting.pop()
            for right in lefts[left]:
                group[left, right] = weights[left, right]
                if right not in reached:
                    reached.add(right)
                    fresh = [other for other in rights[right] if other not in seen]
                    seen.update(fresh)
                    waiting.extend(fresh)
        groups.append(group)
    return groups


def _assign_group(weights: Mapping[Pair, float]) -> list[Pair]:
    lefts = sorted({left for left, _ in weights})
    rights = sorted({right for _, right in weights})
    if max(len(lefts), len(rights)) > LARGEST_OPTIMUM:
        return _assign_greedily(weights)
    # Each left may also stay alone: it then takes a right of its own that weighs nothing.
    table = [[-weights.get((left, right), 0.0) for right in rights] + [0.0] * len(lefts) for left in lefts]
    chosen = _least_cost(table)
    return [
        (left, rights[column])
        for left, column in zip(lefts, chosen, strict=True)
        if column < len(rights) and (left, rights[column]) in weights
    ]


def _assign_greedily(weights: Mapping[Pair, float]) -> list[Pair]:
    pairs: list[Pair] = []
    taken: tuple[set[int], set[int]] = (set(), set())
    for left, right in sorted(weights, key=lambda pair: (-weights[pair], pair)):
        if left not in taken[0] and right not in taken[1]:
            pairs.append((left, right))
            taken[0].add(left)
            taken[1].add(right)
    return pairs


def _least_cost(table: list[list[float]]) -> list[int]:
    """The column for each row that makes the sum least: shortest augmenting paths (Kuhn 1955, Munkres 1957)."""
    width = len(table[0])
    row_price, column_price = [0.0] * len(table), [0.0] * width
    owner: list[int | None] = [None] * width
    for row in range(len(table)):
        distance, came_from, done = [float("inf")] * width, [-1] * width, [False] * width
        current, column, reached = row, -1, 0.0
        while True:
            for other in range(width):
                if not done[other]:
                    length = reached + table[current][other] - row_price[current] - column_price[other]
                    if length < distance[other]:
                        distance[other], came_from[other] = length, column
            column = min((other for other in range(width) if not done[other]), key=distance.__getitem__)
            reached, done[column] = distance[column], True
            following = owner[column]
            if following is None:
                break
            current = following
        row_price[row] += reached
        for other in range(width):
            if done[other] and other != column:
                holder = owner[other]
                if holder is not None:
                    row_price[holder] += reached - distance[other]
                column_price[other] -= reached - distance[other]
        while column >= 0:
            previous = came_from[column]
            owner[column] = row if previous < 0 else owner[previous]
            column = previous
    chosen = [-1] * len(table)
    for column, holder in enumerate(owner):
        if holder is not None:
            chosen[holder] = column
    return chosen
