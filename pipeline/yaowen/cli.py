"""The command line: what commands there are, and how each ends.

Exit codes: 0 all was read; 2 something the user gave could not be used, said in one line each on standard error (whatever else
was given has been read); 130 interrupted.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from yaowen.commands import export, gold, read, run, schema, text, train
from yaowen.errors import YaowenError
from yaowen.evaluate import command as evaluate
from yaowen.threads import keep_to_one_thread
from yaowen.version import __version__

COMMANDS = (read, run, text, export, gold, evaluate, train, schema)


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the command line and gives its exit code."""
    options = _parser().parse_args(arguments)
    if options.func is not train.run:
        keep_to_one_thread()
    try:
        return int(options.func(options))
    except YaowenError as error:
        print(f"yaowen: {error}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("yaowen: interrupted", file=sys.stderr)
        return 130
    except BrokenPipeError:
        sys.stderr.close()  # nobody reads on: `yaowen read … -o - | head`
        return 0
    except OSError as error:
        print(f"yaowen: {error.filename or 'output'}: {error.strerror}", file=sys.stderr)
        return 2


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="yaowen", description="Reads Chinese newspaper pages and writes down what they report."
    )
    parser.add_argument("--version", action="version", version=f"yaowen {__version__}")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    for command in COMMANDS:
        command.add_parser(commands)
    return parser
