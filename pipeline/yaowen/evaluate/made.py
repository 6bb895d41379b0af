"""Scores the layout stages on made pages: `python -m yaowen.evaluate.made CORPORA/raw`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from random import Random

from rich.console import Console

from yaowen.config import read_pipeline
from yaowen.errors import InputError, YaowenError
from yaowen.evaluate.report import Report, evaluate
from yaowen.evaluate.table import make_table
from yaowen.gold import read_golds
from yaowen.page import CutPage, Cuttings, Page, Reading
from yaowen.pipeline import Pipeline
from yaowen.record import make_document
from yaowen.schema import Document
from yaowen.train.copy import Copy
from yaowen.train.layout import load_copies, make_pages
from yaowen.train.reprint import reprint
from yaowen.train.tagged import read_cut_pages

SHOWN = ("segmentation", "lines")
UNTAGGED = ("segmentation.byline", "lines.body")
"""What tagged pages do not tell: of a byline and a text that share a row they say only which is longer."""


def score_made(pipeline: Pipeline, pages: Iterable[CutPage]) -> Report:
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

    The articles are those of the corpora that no model has seen, or those of gold documents; tagged pages stay as they are.
    """
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpora", type=Path, nargs="?", help="the folder of the corpora")
    parser.add_argument("--gold", type=Path, nargs="+", help="gold documents whose articles are set instead, or their folders")
    parser.add_argument("--tagged", type=Path, nargs="+", help="folders of pages whose rows are tagged, scored as they are")
    parser.add_argument("--pages", type=int, default=200)
    parser.add_argument("--seed", type=int, default=99)
    parser.add_argument("--by-kind", action="store_true", help="each source kind apart")
    options = parser.parse_args(arguments)
    if sum(map(bool, (options.corpora, options.gold, options.tagged))) != 1:
        parser.error("give the folder of the corpora, --gold or --tagged, and one of them only")
    try:
        reports = dict(_score(options))
    except YaowenError as error:
        parser.error(str(error))
    console = Console()
    for name, report in reports.items():
        parts = report.grouped(lambda page: page.kind.value) if options.by_kind else {"all kinds": report}
        for kind, part in sorted(parts.items()):
            console.print(f"{name}, {kind}, {len(part.pages)} pages")
            hidden = UNTAGGED if options.tagged else ()
            shown = {name: score for name, score in part.total.items() if name.startswith(SHOWN) and name not in hidden}
            console.print(make_table(shown, {}))
    return 0


def _score(options: argparse.Namespace) -> Iterator[tuple[str, Report]]:
    pipeline = read_pipeline()
    if options.tagged:
        yield "tagged pages", score_made(pipeline, read_cut_pages(options.tagged))
        return
    copies = _read_copies(options.corpora, options.gold)
    for name, held_out in (("layouts like those learnt from", False), ("layouts kept for measuring", True)):
        yield name, score_made(pipeline, make_pages(copies, options.pages, Random(options.seed), held_out=held_out))


if __name__ == "__main__":
    sys.exit(main())
