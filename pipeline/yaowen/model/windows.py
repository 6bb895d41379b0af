"""Cutting text of any length into windows the network reads at once."""

import numpy as np
from numpy.typing import NDArray

from yaowen.model.fold import fold

LIMIT = 192
SENTENCE_ENDS = tuple(map(ord, "。!?;\n"))  # as folded; …… and —— often stand inside a sentence
CLOSING = tuple(map(ord, fold("”’』」）)》>】]")))
PAUSES = tuple(map(ord, ",、: \u3000…—"))


def sentence_ends(codes: NDArray[np.int32]) -> NDArray[np.int64]:
    """Where sentences end: the offsets after their last character, closing quotes included, and the end of the text."""
    ends = np.isin(codes, SENTENCE_ENDS)
    closing = np.isin(codes, CLOSING)
    for _ in range(2):  # 。”） is as deep as newspapers go
        follows = closing[1:] & ends[:-1]
        ends[:-1] &= ~follows
        ends[1:] |= follows
    found = np.flatnonzero(ends) + 1
    return found if len(found) and found[-1] == len(codes) else np.append(found, len(codes))


def cut_windows(codes: NDArray[np.int32], limit: int = LIMIT) -> list[tuple[int, int]]:
    """Whole sentences, as many as fit; a longer sentence is cut after its last pause that fits, or where it must be."""
    windows: list[tuple[int, int]] = []
    start = last = 0
    for end in sentence_ends(codes).tolist():
        if end - start > limit:
            if last > start:
                windows.append((start, last))
                start = last
            while end - start > limit:
                pauses = np.flatnonzero(np.isin(codes[start : start + limit], PAUSES))
                cut = start + (int(pauses[-1]) + 1 if len(pauses) else limit)
                windows.append((start, cut))
                start = cut
        last = end
    if last > start:
        windows.append((start, last))
    return windows
