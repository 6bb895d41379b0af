"""`yaowen evaluate`: how good what was read is, measured against gold."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console

from yaowen.errors import InputError
from yaowen.evaluate.given import Given, predict
from yaowen.evaluate.report import evaluate
from yaowen.evaluate.table import make_table
from yaowen.gold import read_gold
from yaowen.record import hash_text

if TYPE_CHECKING:
    from yaowen.page import Page
    from yaowen.pipeline import Pipeline
    from yaowen.schema import Document


def add_parser(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Adds `evaluate` to the command line."""
    parser = commands.add_parser("evaluate", help="score what was read against gold")
    add_arguments(parser)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What `yaowen evaluate` takes."""
    parser.add_argument("gold", metavar="GOLD", help="a gold document, or a folder of them")
    parser.add_argument("-c", "--config", metavar="C.toml", help="how to read; the config that ships where it is not given")
    parser.add_argument("--raw", metavar="DIR", required=True, help="the raw pages")
    parser.add_argument("--given", default="", metavar="STAGES", help="take from gold: segmentation,mentions")
    parser.set_defaults(func=run)


def run(options: argparse.Namespace) -> int:
    """Reads, scores, prints."""
    from yaowen.config import read_pipeline

    pipeline = read_pipeline(options.config)
    gold = list(read_golds(Path(options.gold)))
    pages = read_pages(pipeline, [options.raw])
    given = {Given(name) for name in options.given.split(",") if name}
    wanted = {document.sha256: document for document in gold}
    predicted = [predict(pipeline, wanted[key], page, given) for key, page in pages.items() if key in wanted]
    report = evaluate(gold, predicted, {key: page.raw for key, page in pages.items()})
    Console().print(make_table(report.total))
    return 0


def read_golds(path: Path) -> Iterator[Document]:
    """The gold documents of a folder, or the one of a file."""
    files = sorted(path.rglob("*.json")) if path.is_dir() else [path]
    if not files:
        raise InputError(str(path), "no gold there; gold documents end in .json")
    return map(read_gold, files)


def read_pages(pipeline: Pipeline, inputs: Iterable[str]) -> dict[str, Page]:
    """The raw pages by their SHA-256."""
    pages = {}
    for page in pipeline.load(inputs):
        if isinstance(page, InputError):
            raise page
        pages[hash_text(page.raw)] = page
    return pages
