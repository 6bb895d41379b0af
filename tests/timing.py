"""Processor time that tests compare with that of a shorter input."""

from collections.abc import Callable


def least(seconds: Callable[[int], float], size: int, times: int = 2) -> float:
    """The least of several readings at a size: what else runs on the machine slows some of them down."""
    return min(seconds(size) for _ in range(times))
