"""`yaowen read`: pages are read now, and shown or written."""

from __future__ import annotations

import argparse
from dataclasses import replace

from yaowen.commands.attempts import INPUT, Attempts, Commands
from yaowen.schema import Publication, SourceKind

EXAMPLES = """examples:
  yaowen read page.pdf                                show what a page reports
  yaowen read pages/ -o out.jsonl                     read a folder into JSON lines
  pdftotext -raw page.pdf - | yaowen read - -o -      from standard input to standard output
  yaowen read p.txt --issue-date 2024-10-14 --publication 晋中日报
"""


def add_parser(commands: Commands) -> None:
    """Adds `read` to the command line."""
    raw = argparse.RawDescriptionHelpFormatter
    parser = commands.add_parser("read", help="read pages now", epilog=EXAMPLES, formatter_class=raw)
    parser.add_argument("inputs", nargs="+", metavar="INPUT", help=INPUT)
    parser.add_argument("-o", "--output", metavar="OUT.jsonl", help="write JSON lines there (- for standard output)")
    parser.add_argument("-c", "--config", metavar="C.toml", help="how to read; the config that ships where it is not given")
    parser.add_argument("--kind", choices=list(SourceKind), help="what made the text; recognised where it is not given")
    parser.add_argument("--publication", metavar="NAME", help="the newspaper: 晋中日报")
    parser.add_argument("--issue-date", metavar="DATE", help="the day of the issue: 2024-10-14")
    parser.add_argument("--home", metavar="PLACE", help="the area the paper is for: 晋中市")
    parser.set_defaults(func=run)


def run(options: argparse.Namespace) -> int:
    """Reads each page; without an output it is shown."""
    from rich.console import Console

    from yaowen import load
    from yaowen.commands.output import opening
    from yaowen.commands.reader import PageReader
    from yaowen.load.imprint import parse_day
    from yaowen.names import Names
    from yaowen.show import Tally, show, show_tallies

    day = parse_day(options.issue_date) if options.issue_date else None
    pipeline = load(options.config)
    files = replace(pipeline.load, kind=SourceKind(options.kind)) if options.kind else pipeline.load
    read = PageReader(pipeline, Names(), Publication(name=options.publication, issue_date=day), options.home)
    console, tallies, attempts = Console(), [], Attempts()
    with opening(options.output, options.inputs) as out:
        for document in attempts.each_page(files, options.inputs, read):
            tallies.append(Tally.of(document))
            if out is None:
                show(document, console)
            else:
                out.write(document.to_json(ensure_ascii=False) + "\n")
    if tallies and options.output:
        show_tallies(tallies, Console(stderr=True))
    return attempts.exit_code
