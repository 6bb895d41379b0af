"""`yaowen export`: what was read, in another form."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from yaowen.commands.attempts import Commands
from yaowen.errors import InputError, SchemaError
from yaowen.schema import Document, parse_document


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
    from yaowen.batch.jsonl import reading

    if path.is_dir():
        path = next(chain(path.glob("documents.jsonl"), path.glob("*.jsonl.zst")), path / "documents.jsonl")
    try:
        with reading(path) as file:
            for number, line in enumerate(file, start=1):
                try:
                    yield parse_document(line)
                except SchemaError as error:
                    raise InputError(f"{path}:{number}", str(error)) from None
    except OSError as error:
        raise InputError(str(path), f"cannot be read ({error.strerror}); give a file that yaowen read or run wrote") from None
