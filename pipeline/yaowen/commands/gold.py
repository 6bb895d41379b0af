"""`yaowen gold`: gold pages are drafted, compiled, and taken to other tools and back."""

from __future__ import annotations

import argparse
from pathlib import Path

from yaowen.commands.attempts import Attempts, Commands

EXAMPLES = """examples:
  yaowen gold new page.txt -o gold/                   a first reading of a page, as TOML for a person to correct
  yaowen gold compile gold/                           the corrected pages as JSON with exact offsets, beside them
"""


def add_parser(commands: Commands) -> None:
    """Adds `gold` and its steps to the command line."""
    from yaowen.exchange.command import add_parsers

    raw = argparse.RawDescriptionHelpFormatter
    parser = commands.add_parser("gold", help="write gold pages by hand", epilog=EXAMPLES, formatter_class=raw)
    steps = parser.add_subparsers(required=True, metavar="STEP")
    new = steps.add_parser("new", help="draft a gold page from what yaowen reads")
    new.add_argument("inputs", nargs="+", metavar="PAGE")
    new.add_argument("-o", "--output", metavar="FOLDER", default=".", help="where drafts are written; here if not given")
    new.add_argument("-c", "--config", metavar="C.toml", help="how to read; the config that ships where it is not given")
    new.set_defaults(func=draft)
    compiling = steps.add_parser("compile", help="compile gold pages written as TOML")
    compiling.add_argument("files", nargs="+", metavar="GOLD", type=Path, help="gold pages (.toml), or folders of them")
    compiling.set_defaults(func=compile_)
    add_parsers(steps)


def draft(options: argparse.Namespace) -> int:
    """Reads each page and writes what was read for a person to correct."""
    from yaowen import load
    from yaowen.commands.reader import PageReader
    from yaowen.gold.files import draft_gold
    from yaowen.names import Names

    pipeline, attempts = load(options.config), Attempts()
    read = PageReader(pipeline, Names())
    for path in attempts.each_page(
        pipeline.load, options.inputs, lambda page: draft_gold(page, read(page), Path(options.output))
    ):
        print(path)
    return attempts.exit_code


def compile_(options: argparse.Namespace) -> int:
    """Compiles each file."""
    from yaowen.gold.files import compile_file, find_drafts

    attempts = Attempts()
    for drafts in attempts.each(options.files, find_drafts):
        for path in attempts.each(drafts, compile_file):
            print(path)
    return attempts.exit_code
