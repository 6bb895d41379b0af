"""Scores the layout stages on made pages: `python -m yaowen.evaluate.made CORPORA/raw`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from random import Random

from rich.console import Console

from yaowen.config import read_pipeline
from yaowen.errors import InputError, YaowenError
from yaowen.evaluate.report import Report, evaluate
from yaowen.evaluate.table import make_table
from yaowen.gold import read_golds
from yaowen.page import Cuttings, Page, Reading
from yaowen.pipeline import Pipeline
from yaowen.record import make_document
from yaowen.schema import Document
from yaowen.train.copy import Copy
from yaowen.train.layout import load_copies, make_pages
from yaowen.train.reprint import reprint

SHOWN = ("segmentation", "lines")


def score_made(pipeline: Pipeline, pages: Iterable[tuple[Page, Cuttings]]) -> Report:
    """The scores of a pipeline's layout stages on pages whose cuttings are known."""
    gold, found, raws = [], [], {}
    for number, (made, cuttings) in enumerate(pages):
        page = replace(made, name=f"{made.name}-{number}")
        gold.append(_record(page, cuttings))
        found.append(_record(page, pipeline.segment(page, pipeline.dehyphenate(page))))
        raws[gold[-1].sha256] = page.raw
    return evaluate(gold, found, raws)


def _record(page: Page, cuttings: Cuttings) -> Document:
    return make_document(page, cuttings, map(Reading, cuttings.clippings))


def _read_copies(corpora: Path | None, golds: Sequence[Path] | None) -> list[Copy]:
    if corpora:
        return load_copies(corpora, held_out=True)
    copies = list(reprint(document for path in golds or () for document in read_golds(path)))
    if not copies:
        raise InputError(", ".join(map(str, golds or ())), "no article there says enough to be set into a page")
    return copies


def main(arguments: Sequence[str] | None = None) -> int:
    """Sets articles into pages, in layouts that were learnt from and in others; prints the scores.

    The articles are those of the corpora that no model has seen, or those of gold documents.
    """
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpora", type=Path, nargs="?", help="the folder of the corpora")
    parser.add_argument("--gold", type=Path, nargs="+", help="gold documents whose articles are set instead, or their folders")
    parser.add_argument("--pages", type=int, default=200)
    parser.add_argument("--seed", type=int, default=99)
    parser.add_argument("--by-kind", action="store_true", help="each source kind apart")
    options = parser.parse_args(arguments)
    if bool(options.corpora) == bool(options.gold):
        parser.error("give either the folder of the corpora or --gold")
    try:
        copies = _read_copies(options.corpora, options.gold)
    except YaowenError as error:
        parser.error(str(error))
    console = Console()
    for name, held_out in (("layouts like those learnt from", False), ("layouts kept for measuring", True)):
        report = score_made(read_pipeline(), make_pages(copies, options.pages, Random(options.seed), held_out=held_out))
        parts = report.grouped(lambda page: page.kind.value) if options.by_kind else {"all kinds": report}
        for kind, part in sorted(parts.items()):
            console.print(f"{name}, {kind}, {len(part.pages)} pages")
            console.print(make_table({name: score for name, score in part.total.items() if name.startswith(SHOWN)}, {}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
