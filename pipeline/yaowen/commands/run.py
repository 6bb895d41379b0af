"""`yaowen run`: what a config names is read, many pages, going on where it was."""

from __future__ import annotations

import argparse
import os
import sys
import tomllib
from pathlib import Path
from typing import Any

from yaowen.commands.attempts import Commands, tell_unread
from yaowen.errors import ConfigError, several

EXAMPLES = """examples:
  yaowen run configs/sample.toml                      read what the config names; run again to go on where it was
  yaowen run my.toml --workers 2 --limit 100          the first hundred pages, two at a time
  yaowen run my.toml --set run.page_seconds=10 --fresh
"""


def add_parser(commands: Commands) -> None:
    """Adds `run` to the command line."""
    raw = argparse.RawDescriptionHelpFormatter
    parser = commands.add_parser("run", help="read what a config names, many pages", epilog=EXAMPLES, formatter_class=raw)
    parser.add_argument("config", metavar="CONFIG.toml")
    parser.add_argument("--workers", type=int, metavar="N", help="processes that read")
    parser.add_argument("--limit", type=_count, metavar="N", help="read only the first N pages")
    parser.add_argument("--fresh", action="store_true", help="forget what earlier runs have read")
    parser.add_argument("--retry", action="store_true", help="read those again that were given up before")
    parser.add_argument("--set", action="append", default=[], metavar="KEY=VALUE", help="override a key: run.workers=2")
    parser.set_defaults(func=run)


def run(options: argparse.Namespace) -> int:
    """Reads all inputs and tells what they came to."""
    from yaowen.batch.progress import follow
    from yaowen.batch.run import run_batch
    from yaowen.batch.settings import read_run
    from yaowen.config import read_config

    path = Path(options.config)
    config = read_config(path)
    for setting in options.set:
        _override(config, setting)
    if options.workers is not None:
        _override(config, f"run.workers={options.workers}")
    run = read_run(config, path.parent, str(path))
    tables = {name: table for name, table in config.items() if name not in {"run", "sinks"}}
    with follow() as progress:
        summary = run_batch(run, tables, limit=options.limit, fresh=options.fresh, retry=options.retry, on_outcome=progress.add)
    tell_unread(summary.unread)
    known = f" ({summary.skipped:,} of all known from before)" if summary.skipped else ""
    why = f"; what is quarantined, and why: {summary.quarantine}" if summary.quarantined else ""
    print(
        f"{several(summary.documents, 'document')}, {summary.quarantined:,} quarantined{known}, "
        f"{several(summary.characters, 'character')} in {summary.seconds:.1f} s → {os.path.normpath(run.output)}{why}",
        file=sys.stderr,
    )
    return 2 if summary.quarantined else 0


def _count(written: str) -> int:
    """A number of pages. Raises `argparse.ArgumentTypeError` where it is none."""
    if not written.isdecimal():
        raise argparse.ArgumentTypeError(f"{written!r} is not a number of pages")
    return int(written)


def _override(config: dict[str, Any], setting: str) -> None:
    key, equals, value = setting.partition("=")
    *tables, last = key.strip().split(".")
    if not equals or not last:
        raise ConfigError(f"--set {setting}: write KEY=VALUE, such as run.workers=2")
    try:
        parsed = tomllib.loads(f"value = {value}")["value"]
    except tomllib.TOMLDecodeError:
        parsed = value
    for name in tables:
        config = config.setdefault(name, {})
        if not isinstance(config, dict):
            raise ConfigError(f"--set {setting}: {name} is not a table of the config")
    config[last] = parsed
