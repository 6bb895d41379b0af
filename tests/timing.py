"""Processor time that tests compare with that of a shorter input."""

import gc
from collections.abc import Callable


def least(seconds: Callable[[int], float], size: int, times: int = 2) -> float:
    """The least of several readings at a size: what else runs on the machine slows some of them down.

    Garbage is not collected meanwhile, which takes the longer the more tests have left behind them.
    """
    gc.collect()
    gc.disable()
    try:
        return min(seconds(size) for _ in range(times))
    finally:
        gc.enable()
