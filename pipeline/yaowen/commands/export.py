"""`yaowen export`: what was read, in another form."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from yaowen.commands.attempts import Commands
from yaowen.errors import InputError, several
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
    posts = kinds.add_parser("posts", help="who held which post when: a table for spreadsheets")
    posts.add_argument("documents", metavar="OUT", help="the output folder of a run, or a file of JSON lines")
    posts.add_argument("-o", "--output", metavar="FILE", default="posts.csv", help="posts.csv where it is not given")
    posts.set_defaults(func=export_posts)


def export_network(options: argparse.Namespace) -> int:
    """Writes who sat with whom."""
    from yaowen.network import make_network, write_csv, write_graphml

    network = make_network(_documents(Path(options.documents)))
    output = Path(options.output or f"network.{options.format}")
    {"csv": write_csv, "graphml": write_graphml}[options.format](network, output)
    pairs = several(len(network.pairs), "pair")
    print(f"{several(len(network.people), 'name')}, {pairs} → {output}", file=sys.stderr)
    return 0


def export_posts(options: argparse.Namespace) -> int:
    """Writes who held which post when."""
    from yaowen.posts import find_posts, write_posts

    posts = find_posts(_documents(Path(options.documents)))
    write_posts(posts, Path(options.output))
    people = several(len({holder.person for holder in posts}), "name")
    print(f"{several(len(posts), 'post')} of {people} → {options.output}", file=sys.stderr)
    return 0


def _documents(path: Path) -> Iterator[Document]:
    from yaowen.batch.settings import OURS
    from yaowen.evaluate.inputs import read_lines

    if path.is_dir():
        files = sorted(file for file in (*path.glob("*.jsonl"), *path.glob("*.jsonl.zst")) if file.name not in OURS)
        if not files:
            raise InputError(str(path), 'no JSON lines there; write [[sinks]] use = "jsonl" into the config, and run it again')
        path = files[0]
    return read_lines(path)
