"""`yaowen text`: the text of pages, as the sources of a document count it."""

from __future__ import annotations

import argparse
import json

from yaowen.commands.attempts import INPUT, Attempts, Commands

EXAMPLES = """examples:
  yaowen text page.pdf                                the text of a page, as its source pairs count it
  yaowen text pages/ -o texts.jsonl                   of many pages: a line each with id, sha256 and text
"""


def add_parser(commands: Commands) -> None:
    """Adds `text` to the command line."""
    raw = argparse.RawDescriptionHelpFormatter
    parser = commands.add_parser("text", help="print the text that is read", epilog=EXAMPLES, formatter_class=raw)
    parser.add_argument("inputs", nargs="+", metavar="INPUT", help=INPUT)
    parser.add_argument(
        "-o", "--output", metavar="TEXTS.jsonl", help="write JSON lines there: id, sha256 and text of each page"
    )
    parser.add_argument("-c", "--config", metavar="C.toml", help="how to load; the config that ships where it is not given")
    parser.set_defaults(func=run)


def run(options: argparse.Namespace) -> int:
    """Prints each text, or writes a line for it."""
    from yaowen import load
    from yaowen.commands.output import STANDARD_OUTPUT, opening
    from yaowen.names import Names
    from yaowen.record import hash_text

    attempts, names, between = Attempts(), Names(), ""
    with opening(options.output or STANDARD_OUTPUT, options.inputs) as out:
        for page in attempts.each_page(load(options.config).load, options.inputs, lambda page: page):
            if options.output:
                row = {"id": names.make_unique(page.name), "sha256": hash_text(page.raw), "text": page.raw}
                print(json.dumps(row, ensure_ascii=False), file=out)
            else:
                print(between + page.raw, end="", file=out)
                between = "\f"  # as pdftotext parts pages
    return attempts.exit_code
