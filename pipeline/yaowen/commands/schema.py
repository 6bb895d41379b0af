"""`yaowen schema`: what documents and tables look like."""

from __future__ import annotations

import argparse
import json

from yaowen.commands.attempts import Commands
from yaowen.schema import json_schema


def add_parser(commands: Commands) -> None:
    """Adds `schema` to the command line."""
    parser = commands.add_parser("schema", help="print the JSON Schema of a document")
    parser.add_argument("--tables", action="store_true", help="print the tables of a run and their columns instead")
    parser.set_defaults(func=run)


def run(options: argparse.Namespace) -> int:
    """Prints the schema of a document, or of the tables."""
    if options.tables:
        from yaowen.batch.tables import describe_tables

        print(describe_tables(), end="")
        return 0
    print(json.dumps(json_schema(), ensure_ascii=False, indent=2))
    return 0
