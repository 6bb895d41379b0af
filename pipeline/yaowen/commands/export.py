"""`yaowen export`: what was read, in another form."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from yaowen.commands.attempts import Commands
from yaowen.schema import Document


def add_parser(commands: Commands) -> None:
    """Adds `export` to the command line."""
    kinds = commands.add_parser("export", help="write what was read in another form").add_subparsers(
        required=True, metavar="WHAT"
    )
    network = kinds.add_parser("network", help="who took part in the same events: pairs of people with dates and evidence")
    network.add_argument("documents", metavar="OUT", help="the output folder of a run, or a file of JSON lines")
    network.add_argument("--format", choices=["graphml", "csv"], default="graphml")
    network.add_argument("-o", "--output", metavar="FILE", help="network.graphml or network.csv where it is not given")
    network.set_defaults(func=export_network)


def export_network(options: argparse.Namespace) -> int:
    """Writes who sat with whom."""
    from yaowen.network import make_network, write_csv, write_graphml

    network = make_network(_documents(Path(options.documents)))
    output = Path(options.output or f"network.{options.format}")
    {"csv": write_csv, "graphml": write_graphml}[options.format](network, output)
    print(f"{len(network.people)} people, {len(network.pairs)} pairs → {output}", file=sys.stderr)
    return 0


def _documents(path: Path) -> Iterator[Document]:
    from yaowen.evaluate.inputs import read_lines

    if path.is_dir():
        path = next(chain(path.glob("documents.jsonl"), path.glob("*.jsonl.zst")), path / "documents.jsonl")
    return read_lines(path)
