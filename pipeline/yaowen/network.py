"""Who sat with whom: the network of people who took part in the same events."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path
from xml.etree import ElementTree as ET  # we write XML, and parse none

from yaowen import spreadsheets
from yaowen.files import writing
from yaowen.schema import Document, Event


@dataclass(frozen=True)
class Meeting:
    """One occasion on which two people took part in the same event, and where that is written."""

    date: str | None
    event: str
    document: str
    source: str


@dataclass(frozen=True)
class Network:
    """People by name, with how often each of their posts is stated, and the occasions that each pair shared.

    People are told apart by their names alone: two of one name are one here.
    """

    people: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    pairs: dict[tuple[str, str], list[Meeting]] = field(default_factory=lambda: defaultdict(list))

    def add(self, document: Document) -> None:
        """Adds the events of a document."""
        for event in (event for article in document.articles for event in article.events):
            for someone in event.participants:
                self.people[someone.person].update((post.org or "") + post.role for post in someone.posts)
            for pair in combinations(sorted({someone.person for someone in event.participants}), 2):
                self.pairs[pair].append(_meeting(document, event))


def _meeting(document: Document, event: Event) -> Meeting:
    pieces = ",".join(f"{start}-{end}" for start, end in event.source)
    date = (event.date.start or event.date.text) if event.date else document.publication.issue_date
    return Meeting(date, event.name or event.kind, document.doc_id, pieces)


def make_network(documents: Iterable[Document]) -> Network:
    """The network of all events of the documents."""
    network = Network()
    for document in documents:
        network.add(document)
    return network


def write_csv(network: Network, path: Path) -> None:
    """One row for each pair and occasion: who, who, when, at what, and the place on the page."""
    rows = (
        (one, other, met.date or "", met.event, met.document, met.source)
        for (one, other), meetings in sorted(network.pairs.items())
        for met in meetings
    )
    spreadsheets.write_csv(path, ("person", "other", "date", "event", "document", "source"), rows)


def write_graphml(network: Network, path: Path) -> None:
    """A GraphML file for Gephi, Cytoscape or networkx: posts on the people; count, dates and events on the edges."""
    keys = {"posts": "node", "weight": "edge", "dates": "edge", "events": "edge", "evidence": "edge"}
    root = ET.Element("graphml", xmlns="http://graphml.graphdrawing.org/xmlns")
    for name, kind in keys.items():
        typed = {"attr.name": name, "attr.type": "int" if name == "weight" else "string", "for": kind}
        ET.SubElement(root, "key", {"id": name, **typed})
    graph = ET.SubElement(root, "graph", edgedefault="undirected")
    for name, posts in sorted(network.people.items()):
        _data(ET.SubElement(graph, "node", id=_clean(name)), posts="；".join(post for post, _ in posts.most_common()))
    for (one, other), meetings in sorted(network.pairs.items()):
        _data(
            ET.SubElement(graph, "edge", source=_clean(one), target=_clean(other)),
            weight=str(len(meetings)),
            dates="；".join(met.date or "" for met in meetings),
            events="；".join(met.event for met in meetings),
            evidence="；".join(f"{met.document}:{met.source}" for met in meetings),
        )
    with writing(path) as file:
        file.write(ET.tostring(root, encoding="unicode", xml_declaration=True) + "\n")


def _data(element: ET.Element, **values: str) -> None:
    for key, value in values.items():
        ET.SubElement(element, "data", key=key).text = _clean(value)


def _clean(text: str) -> str:
    """XML has no place for control characters, which a page may hold."""
    return "".join(char for char in text if char.isprintable())
