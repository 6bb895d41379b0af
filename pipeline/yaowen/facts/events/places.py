"""The places of an event: the stops of a tour, else the venue, where people come to or go on from.

What its sentences say of it first wins; `sites` reads where something is held, `stops` where somebody goes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from yaowen.facts.events.occasions import Occasions
from yaowen.facts.events.reports import Report
from yaowen.facts.events.sites import Sites
from yaowen.facts.events.stops import ROOM, Stops
from yaowen.facts.scene import Scene
from yaowen.facts.sentences import BODY, Sentence
from yaowen.schema import EventKind


@dataclass(frozen=True)
class EventPlaces:
    """Finds the places of the events of one article."""

    scene: Scene
    occasions: Occasions

    @cached_property
    def _sites(self) -> Sites:
        return Sites(self.scene)

    @cached_property
    def _stops(self) -> Stops:
        return Stops(self.scene)

    def of(self, report: Report, lines: list[Sentence], same: list[Report]) -> tuple[str, ...]:
        """The places of an event, told by its `lines`; `same` of the headline report it too."""
        return _fullest(self._stops.of_tour(report) if report.is_tour else self._of_gathering(report, lines, same))

    def _of_gathering(self, report: Report, lines: list[Sentence], same: list[Report]) -> Iterator[str]:
        """By the first of several ways of telling it that says anything."""
        if departure := [*self._sites.departure(report)]:
            yield from departure
            return
        races = report.kind in {EventKind.COMPETITION, EventKind.OTHER}
        route = [*self._sites.route(lines[:6])] if races else []
        trips = [*self._stops.excursion(lines)] if report.kind == EventKind.MEETING else []
        if venue := self._venue(report, lines, same):
            yield from (*venue, *route, *trips)
            return
        if report.kind == EventKind.COMPETITION and not report.planned:
            trips = [*self._sites.arena(lines[:8])]
        if trips:
            yield from trips
        elif not report.planned and (opening := [*self._sites.opening(report)]):
            yield from opening
        elif report.explains and (scene := self._sites.scene_before(report)):
            yield scene
        elif not any(other.is_tour for other in self.occasions.reports(report.sentence)):
            found = [*self._sites.gone_to(report), *route]
            yield from found
            if not found and report.kind == EventKind.OTHER and not report.planned:
                yield from self._stops.rounds(report, lines)

    def _venue(self, report: Report, lines: list[Sentence], same: list[Report]) -> list[str]:
        """Where it is held: by its own sentence, else by one of the first or by the headline."""
        told = next((line for line in lines if report.is_told_in(line)), report.sentence)
        for line in dict.fromkeys((told, *lines[:4], *(other.sentence for other in same))):
            of = None if report.is_told_in(line) or line.role not in BODY else report.name
            if venue := [*self._sites.venue(line, planned=report.planned, of=of, named=report.named)]:
                return venue
        return []


def _fullest(places: Iterable[str]) -> tuple[str, ...]:
    """The places, each once and by its fullest name: 安河县柳湖镇 rather than 柳湖镇, 安河大学示范基地 than 示范基地."""
    found = tuple(dict.fromkeys(places))
    cut = {place for place in found if len(place) >= 3 and any(p != place and p.endswith(place) for p in found)}
    rooms = {place for index, place in enumerate(found) if any(_is_room(place, p) for p in found[:index])}
    return tuple(place for place in found if place not in cut | rooms)


def _is_room(place: str, house: str) -> bool:
    """Whether a place is a room of one that is known: 安河东站候车厅 of 安河东站."""
    return place.startswith(house) and ROOM.fullmatch(place, len(house)) is not None
