"""The lines of clippings, given to a finder together and its spans brought back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from yaowen.page import Clipping
from yaowen.schema import Label, Mention

Spans = Iterable[tuple[int, int, Label]]
"""Mentions within a line: first character, one past the last, label."""


def find_in_lines(
    clippings: Sequence[Clipping], find: Callable[[Sequence[str]], Iterable[Spans]]
) -> Iterator[tuple[Mention, ...]]:
    """The mentions of each clipping, found in its lines: all lines of all clippings go to `find` at once.

    No mention runs across a line end, since none is found there; where a finder's spans overlap, the first and then the
    longest is kept.
    """
    lines = [str(part.text) for clipping in clippings for part in clipping.parts]
    found = iter(find(lines))
    for clipping in clippings:
        mentions: list[Mention] = []
        for block in clipping.blocks:
            free_from = 0
            for start, end, label in sorted(next(found), key=lambda span: (span[0], -span[1])):
                if start >= free_from and start < end <= block.end - block.start:
                    mentions.append(Mention.at(clipping.text, block.start + start, block.start + end, label))
                    free_from = end
        yield tuple(mentions)
