"""Several finders together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import attrgetter

from yaowen.page import Clipping
from yaowen.schema import Mention
from yaowen.stages import FindEntities, ReviseEntities


@dataclass(frozen=True)
class CombinedEntities:
    """Each finder's mentions; where two overlap, the earlier finder is believed. Then each reviser has its say."""

    finders: tuple[FindEntities, ...]
    revisers: tuple[ReviseEntities, ...] = ()

    @property
    def fingerprint(self) -> tuple[str | None, ...]:
        """The fingerprints of the finders that have one."""
        return tuple(getattr(finder, "fingerprint", None) for finder in self.finders)

    def __call__(self, clippings: Sequence[Clipping]) -> Iterator[tuple[Mention, ...]]:
        several = zip(*(find(clippings) for find in self.finders), strict=True)
        found = [reduce(add_free, mentions) for mentions in several]
        for reviser in self.revisers:
            found = list(reviser.revise(clippings, found))
        return iter(found)


def add_free(mentions: tuple[Mention, ...], others: Iterable[Mention]) -> tuple[Mention, ...]:
    """The mentions with the others that overlap none of them, nor one another: the first is kept."""
    kept = list(mentions)
    taken = {place for mention in mentions for place in range(mention.start, mention.end)}
    for other in others:
        places = range(other.start, other.end)
        if taken.isdisjoint(places):
            kept.append(other)
            taken.update(places)
    return tuple(sorted(kept, key=attrgetter("start")))
