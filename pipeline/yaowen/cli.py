"""The command line: `yaowen read`, `run`, `text`, `schema`, and what the other tools add.

Exit codes: 0 all was read; 2 something the user gave could not be used, said in one line each on standard error (whatever else
was given has been read); 130 interrupted.
"""

from __future__ import annotations

import argparse
import json
import sys
import tomllib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

from yaowen.errors import ConfigError, InputError, SchemaError, YaowenError
from yaowen.schema import Document, Publication, SourceKind, json_schema, parse_document
from yaowen.threads import keep_to_one_thread
from yaowen.version import __version__

if TYPE_CHECKING:
    from yaowen.page import Page
    from yaowen.pipeline import Pipeline

READ_EXAMPLES = """examples:
  yaowen read page.pdf                                show what a page reports
  yaowen read pages/ -o out.jsonl                     read a folder into JSON lines
  pdftotext -raw page.pdf - | yaowen read - -o -      from standard input to standard output
  yaowen read p.txt --issue-date 2024-10-14 --publication 晋中日报
"""
RUN_EXAMPLES = """examples:
  yaowen run configs/sample.toml                      read what the config names; run again to go on where it was
  yaowen run my.toml --workers 2 --limit 100          the first hundred pages, two at a time
  yaowen run my.toml --set run.page_seconds=10 --fresh
"""
INPUT = "a text, Markdown, PDF, HTML or JSON lines file, a folder, a glob, or -"
TEXT_EXAMPLES = """examples:
  yaowen text page.pdf                                the text of a page, as its source pairs count it
  yaowen text pages/ -o texts.jsonl                   of many pages: a line each with id, sha256 and text
"""
GOLD_EXAMPLES = """examples:
  yaowen gold new page.txt -o gold/                   a first reading of a page, as TOML for a person to correct
  yaowen gold compile gold/page.toml                  the corrected page as JSON with exact offsets, beside it
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the command line and gives its exit code."""
    options = _parser().parse_args(arguments)
    if options.func is not _train:
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
    raw = argparse.RawDescriptionHelpFormatter

    read = commands.add_parser("read", help="read pages now", epilog=READ_EXAMPLES, formatter_class=raw)
    read.add_argument("inputs", nargs="+", metavar="INPUT", help=INPUT)
    read.add_argument("-o", "--output", metavar="OUT.jsonl", help="write JSON lines there (- for standard output)")
    read.add_argument("-c", "--config", metavar="C.toml", help="how to read; the config that ships where it is not given")
    read.add_argument("--kind", choices=list(SourceKind), help="what made the text; recognised where it is not given")
    read.add_argument("--publication", metavar="NAME", help="the newspaper: 晋中日报")
    read.add_argument("--issue-date", metavar="DATE", help="the day of the issue: 2024-10-14")
    read.add_argument("--home", metavar="PLACE", help="the area the paper is for: 晋中市")
    read.set_defaults(func=_read)

    run = commands.add_parser("run", help="read what a config names, many pages", epilog=RUN_EXAMPLES, formatter_class=raw)
    run.add_argument("config", metavar="CONFIG.toml")
    run.add_argument("--workers", type=int, metavar="N", help="processes that read")
    run.add_argument("--limit", type=_count, metavar="N", help="read only the first N pages")
    run.add_argument("--fresh", action="store_true", help="forget what earlier runs have read")
    run.add_argument("--retry", action="store_true", help="read those again that were given up before")
    run.add_argument("--set", action="append", default=[], metavar="KEY=VALUE", help="override a key: run.workers=2")
    run.set_defaults(func=_run)

    text = commands.add_parser("text", help="print the text that is read", epilog=TEXT_EXAMPLES, formatter_class=raw)
    text.add_argument("inputs", nargs="+", metavar="INPUT", help=INPUT)
    text.add_argument("-o", "--output", metavar="TEXTS.jsonl", help="write JSON lines there: id, sha256 and text of each page")
    text.add_argument("-c", "--config", metavar="C.toml", help="how to load; the config that ships where it is not given")
    text.set_defaults(func=_text)

    export = commands.add_parser("export", help="write what was read in another form")
    kinds = export.add_subparsers(required=True, metavar="WHAT")
    network = kinds.add_parser("network", help="who took part in the same events: pairs of people with dates and evidence")
    network.add_argument("documents", metavar="OUT", help="the output folder of a run, or a file of JSON lines")
    network.add_argument("--format", choices=["graphml", "csv"], default="graphml")
    network.add_argument("-o", "--output", metavar="FILE", help="network.graphml or network.csv where it is not given")
    network.set_defaults(func=_network)

    gold = commands.add_parser("gold", help="write gold pages by hand", epilog=GOLD_EXAMPLES, formatter_class=raw)
    steps = gold.add_subparsers(required=True, metavar="STEP")
    new = steps.add_parser("new", help="draft a gold page from what yaowen reads")
    new.add_argument("inputs", nargs="+", metavar="PAGE")
    new.add_argument("-o", "--output", metavar="FOLDER", default=".", help="where drafts are written; here if not given")
    new.add_argument("-c", "--config", metavar="C.toml", help="how to read; the config that ships where it is not given")
    new.set_defaults(func=_gold_new, publication=None, issue_date=None, home=None)
    compiling = steps.add_parser("compile", help="compile gold pages written as TOML")
    compiling.add_argument("files", nargs="+", metavar="FILE.toml", type=Path)
    compiling.set_defaults(func=_gold_compile)
    from yaowen.exchange.command import add_parsers

    add_parsers(steps)

    from yaowen.evaluate.command import add_parser as add_evaluate

    add_evaluate(commands)
    train = commands.add_parser("train", help="train the entity model (needs torch==2.13.0, then yaowen[train])")
    train.add_argument("config", metavar="CONFIG.toml", help="such as configs/train/entities.toml")
    train.set_defaults(func=_train)

    schema = commands.add_parser("schema", help="print the JSON Schema of a document")
    schema.add_argument("--tables", action="store_true", help="print the tables of a run and their columns instead")
    schema.set_defaults(func=_schema)
    return parser


def _gold_new(options: argparse.Namespace) -> int:
    from yaowen import load
    from yaowen.gold.files import draft_gold

    pipeline, failed = load(options.config), 0
    for page in pipeline.load(options.inputs):
        try:
            if isinstance(page, InputError):
                raise page
            document = _read_page(pipeline, page, options)
            print(draft_gold(page, document, Path(options.output)))
        except InputError as error:
            print(f"yaowen: {error}", file=sys.stderr)
            failed += 1
    return 2 if failed else 0


def _gold_compile(options: argparse.Namespace) -> int:
    from yaowen.gold.files import compile_file

    failed = 0
    for path in options.files:
        try:
            print(compile_file(path))
        except InputError as error:
            print(f"yaowen: {error}", file=sys.stderr)
            failed += 1
    return 2 if failed else 0


def _train(options: argparse.Namespace) -> int:
    try:
        from yaowen.train import train

        train(Path(options.config))
    except ModuleNotFoundError as error:
        raise ConfigError(f"training needs {error.name}; pip install torch==2.13.0, then yaowen[train]") from None
    return 0


def _count(written: str) -> int:
    """A number of pages. Raises `argparse.ArgumentTypeError` where it is none."""
    if not written.isdecimal():
        raise argparse.ArgumentTypeError(f"{written!r} is not a number of pages")
    return int(written)


def _schema(options: argparse.Namespace) -> int:
    if options.tables:
        from yaowen.batch.tables import describe_tables

        print(describe_tables(), end="")
        return 0
    print(json.dumps(json_schema(), ensure_ascii=False, indent=2))
    return 0


def _network(options: argparse.Namespace) -> int:
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


def _read(options: argparse.Namespace) -> int:
    from rich.console import Console

    from yaowen import load
    from yaowen.load.imprint import parse_day
    from yaowen.show import Tally, show, show_tallies

    if options.issue_date:
        options.issue_date = parse_day(options.issue_date)
    pipeline = load(options.config)
    pipeline = replace(
        pipeline, load=replace(pipeline.load, kind=SourceKind(options.kind) if options.kind else pipeline.load.kind)
    )
    console, tallies, failed = Console(), [], 0
    with _writing(options.output) as out:
        for page in pipeline.load(options.inputs):
            try:
                document = _read_page(pipeline, page, options)
            except InputError as error:
                print(f"yaowen: {error}", file=sys.stderr)
                failed += 1
                continue
            tallies.append(Tally.of(document))
            if out is None:
                show(document, console)
            else:
                out.write(document.to_json(ensure_ascii=False) + "\n")
    if tallies and options.output:
        show_tallies(tallies, Console(stderr=True))
    return 2 if failed else 0


def _text(options: argparse.Namespace) -> int:
    from yaowen import load
    from yaowen.record import hash_text

    failed, between = 0, ""
    with _writing(options.output or "-") as out:
        for page in load(options.config).load(options.inputs):
            if isinstance(page, InputError):
                print(f"yaowen: {page}", file=sys.stderr)
                failed += 1
            elif options.output:
                row = {"id": page.name, "sha256": hash_text(page.raw), "text": page.raw}
                print(json.dumps(row, ensure_ascii=False), file=out)
            else:
                print(between + page.raw, end="", file=out)
                between = "\f"  # as pdftotext parts pages
    return 2 if failed else 0


def _read_page(pipeline: Pipeline, page: Page | InputError, options: argparse.Namespace) -> Document:
    """The document of a page. Raises `InputError` for what could not be loaded, and for a page that we fail on."""
    if isinstance(page, InputError):
        raise page
    known = Publication(name=options.publication, issue_date=options.issue_date)
    try:
        return pipeline(replace(page, publication=known, home=options.home))
    except YaowenError:
        raise
    except Exception as error:  # it must not keep the others from being read
        raise InputError(page.uri or page.name, f"not read, a defect of ours ({error!r}); please report it") from error


@contextmanager
def _writing(output: str | None) -> Iterator[TextIO | None]:
    if output == "":
        raise ConfigError("-o: names no file; give a path, or - for standard output")
    if output is None:
        yield None
    elif output == "-":
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr] # a text stream
        yield sys.stdout
    else:
        from yaowen.files import writing

        try:
            with writing(Path(output)) as file:
                yield file
        except OSError as error:
            raise ConfigError(f"{output}: cannot be written ({error.strerror}); give another -o") from None


def _run(options: argparse.Namespace) -> int:
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
    print(
        f"{summary.documents:,} documents, {summary.quarantined:,} quarantined ({summary.skipped:,} of them read before), "
        f"{summary.characters:,} characters in {summary.seconds:.1f} s → {run.output}",
        file=sys.stderr,
    )
    return 2 if summary.quarantined else 0


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
