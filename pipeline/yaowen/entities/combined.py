"""Several finders together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
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
        found = list(map(_merge, zip(*(find(clippings) for find in self.finders), strict=True)))
        for reviser in self.revisers:
            found = list(reviser.revise(clippings, found))
        return iter(found)


def _merge(found: Iterable[tuple[Mention, ...]]) -> tuple[Mention, ...]:
    kept: list[Mention] = []
    for mentions in found:
        taken = {place for mention in kept for place in range(mention.start, mention.end)}
        kept.extend(mention for mention in mentions if taken.isdisjoint(range(mention.start, mention.end)))
    return tuple(sorted(kept, key=attrgetter("start")))
