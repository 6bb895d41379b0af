"""`yaowen export`: what was read, in another form."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from yaowen.commands.attempts import Commands
from yaowen.errors import ConfigError, InputError, several
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
    posts.add_argument("-o", "--output", metavar="FILE", help="posts.csv where it is not given")
    posts.set_defaults(func=export_posts)


def export_network(options: argparse.Namespace) -> int:
    """Writes who sat with whom."""
    from yaowen.network import make_network, write_csv, write_graphml

    output = _choose_output(options, f"network.{options.format}")
    network = make_network(_documents(Path(options.documents)))
    {"csv": write_csv, "graphml": write_graphml}[options.format](network, output)
    pairs = several(len(network.pairs), "pair")
    print(f"{several(len(network.people), 'name')}, {pairs} → {output}", file=sys.stderr)
    return 0


def export_posts(options: argparse.Namespace) -> int:
    """Writes who held which post when."""
    from yaowen.posts import find_posts, write_posts

    output = _choose_output(options, "posts.csv")
    posts = find_posts(_documents(Path(options.documents)))
    write_posts(posts, output)
    people = several(len({holder.person for holder in posts}), "name")
    print(f"{several(len(posts), 'post')} of {people} → {output}", file=sys.stderr)
    return 0


def _choose_output(options: argparse.Namespace, usual: str) -> Path:
    """Where to write. Raises `ConfigError` for no file, and for what is read: a table must not take its place."""
    output = Path(usual if options.output is None else options.output)
    if not output.name or output.is_dir():
        raise ConfigError(f"-o: {options.output!r} is no file; give one, as {usual}")
    if output.exists() and output.resolve() == _find_lines(Path(options.documents)).resolve():
        raise ConfigError(f"{output}: is what is exported, and would be replaced; give another -o")
    return output


def _documents(path: Path) -> Iterator[Document]:
    from yaowen.evaluate.inputs import read_lines

    return read_lines(_find_lines(path))


def _find_lines(path: Path) -> Path:
    from yaowen.batch.settings import OURS

    if not path.is_dir():
        return path
    files = sorted(file for file in (*path.glob("*.jsonl"), *path.glob("*.jsonl.zst")) if file.name not in OURS)
    if not files:
        raise InputError(str(path), 'no JSON lines there; write [[sinks]] use = "jsonl" into the config, and run it again')
    if len(files) > 1:
        raise InputError(str(path), f"several files of JSON lines ({', '.join(file.name for file in files)}); give one of them")
    return files[0]
