"""Spans as one tag a character (BIOES), and the best legal sequence of tags."""

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

Span = tuple[int, int, str]
NEVER = -1e4


def tag_names(labels: Sequence[str]) -> list[str]:
    """O first, then B, I, E, S of each label."""
    return ["O", *(f"{part}-{label}" for label in labels for part in "BIES")]


def legal_transitions(labels: Sequence[str]) -> NDArray[np.bool_]:
    """Which tag may follow which. The last row is the start of a text, the last column its end."""
    names = tag_names(labels)
    legal = np.zeros((len(names) + 1, len(names) + 1), dtype=np.bool_)
    for i, before in enumerate([*names, "O"]):
        for j, after in enumerate([*names, "O"]):
            if before[0] in "BI":
                legal[i, j] = after[0] in "IE" and before[1:] == after[1:]
            else:
                legal[i, j] = after[0] in "OBS"
    return legal


def write_tags(spans: Iterable[Span], length: int, labels: Sequence[str]) -> NDArray[np.int8]:
    """A tag for each character; the spans must lie apart."""
    tags = np.zeros(length, dtype=np.int8)
    for start, end, label in spans:
        first = 1 + 4 * labels.index(label)
        tags[start:end] = first + 1
        tags[start], tags[end - 1] = first, first + 2
        if end - start == 1:
            tags[start] = first + 3
    return tags


def read_tags(tags: NDArray[np.integer], labels: Sequence[str]) -> list[Span]:
    """The spans of a legal sequence of tags."""
    part = np.where(tags > 0, (tags - 1) % 4, -1)
    starts = np.flatnonzero((part == 0) | (part == 3))
    ends = np.flatnonzero((part == 2) | (part == 3)) + 1
    return [
        (s, e, labels[k]) for s, e, k in zip(starts.tolist(), ends.tolist(), ((tags[starts] - 1) // 4).tolist(), strict=True)
    ]


def best_tags(scores: NDArray[np.float32], lengths: NDArray[np.integer], transitions: NDArray[np.float32]) -> NDArray[np.int8]:
    """The best path (Viterbi) of each text of a batch. `scores` is [place, text, tag]; so is what comes back, without tags."""
    places, texts, tags = scores.shape
    path = np.zeros((places, texts), dtype=np.int8)
    if not places:
        return path
    turned = np.ascontiguousarray(scores.transpose(0, 2, 1))  # texts last, where sums and maxima run over many at once
    within = np.ascontiguousarray(transitions[:tags, :tags])
    ways = np.empty((tags, tags, texts), dtype=np.float32)  # from, to, text
    best = np.empty_like(turned)  # of the paths that end in each tag at each place; a text's last row is carried on
    best[0] = turned[0] + transitions[tags, :tags, None]
    shortest = int(lengths.min(initial=places))
    for place in range(1, places):
        np.add(best[place - 1][:, None], within[:, :, None], out=ways)
        reached = ways.max(axis=0)
        reached += turned[place]
        best[place] = reached if place < shortest else np.where(place < lengths, reached, best[place - 1])
    tag = (best[-1] + transitions[:tags, tags, None]).argmax(axis=0)
    for place in range(places - 1, 0, -1):
        before = (best[place - 1] + within[:, tag]).argmax(axis=0)
        if place < shortest:
            path[place], tag = tag, before
        else:
            inside = place < lengths
            path[place], tag = np.where(inside, tag, 0), np.where(inside, before, tag)
    path[0] = np.where(lengths > 0, tag, 0)
    return path
