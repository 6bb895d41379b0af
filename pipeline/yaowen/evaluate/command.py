"""`yaowen evaluate`: how good what was read is, measured against gold."""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from yaowen.errors import ConfigError, InputError, several
from yaowen.evaluate.given import Given, predict
from yaowen.evaluate.inputs import find_page, find_raws, read_pages, read_predictions
from yaowen.evaluate.report import Report, evaluate
from yaowen.gold import read_golds
from yaowen.gold.faults import find_faults
from yaowen.load.files import LoadFiles
from yaowen.pipeline import Pipeline

if TYPE_CHECKING:
    from rich.console import Console

    from yaowen.evaluate.significance import Difference, Interval
    from yaowen.page import Page
    from yaowen.schema import Document

EXAMPLES = """examples:
  yaowen evaluate gold/ out.jsonl --raw pages/                what was read before
  yaowen evaluate gold/ --config my.toml --raw pages/         read now, then score
  yaowen evaluate gold/ --raw pages/ --given segmentation,mentions
                                                              the later stages alone, on gold input
  yaowen evaluate gold/ --raw pages/ --compare a.jsonl b.toml is b better than a, by more than noise?
  yaowen evaluate gold/ --raw pages/ --errors errors.html     each mistake in its context
"""
WIDE = 200
"""Characters of a row that is not written on a terminal."""
BY = ("document", "label", "source_kind")


def add_parser(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Adds `evaluate` to the command line."""
    raw = argparse.RawDescriptionHelpFormatter
    add_arguments(
        commands.add_parser("evaluate", help="score what was read against gold", epilog=EXAMPLES, formatter_class=raw)
    )


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What `yaowen evaluate` takes."""
    parser.add_argument("gold", metavar="GOLD", help="a gold document, or a folder of them")
    parser.add_argument("predicted", nargs="?", metavar="PREDICTED", help="what was read: JSON lines, a document, or a folder")
    parser.add_argument("-c", "--config", metavar="C.toml", help="read with this; where neither is given, with what ships")
    parser.add_argument("--raw", metavar="DIR", help="the raw pages; needed to read, and to score how lines were joined")
    parser.add_argument(
        "--given", default="", metavar="STAGES", help="take from gold: segmentation, mentions, or both by comma"
    )
    parser.add_argument("--by", choices=BY, help="scores of each document, label or kind of source")
    parser.add_argument("--errors", metavar="OUT.html", help="write every mistake into a page to look at")
    parser.add_argument("--compare", nargs=2, metavar=("A", "B"), help="two predictions or configs instead of one")
    parser.add_argument("--json", action="store_true", help="print JSON for programs")
    parser.add_argument("--seed", type=int, default=0, metavar="N", help="of the bootstrap")
    parser.set_defaults(func=run)


def run(options: argparse.Namespace) -> int:
    """Reads, scores, prints."""
    from yaowen.evaluate.significance import compare, intervals

    if sum(map(bool, (options.predicted, options.config, options.compare))) > 1:
        raise ConfigError("evaluate: give one of PREDICTED, --config and --compare")
    gold = read_golds(Path(options.gold))
    _tell_repeated(gold)
    # What is wrong with the second of two is said before the first has read.
    systems = [_open(system) for system in options.compare or [options.predicted or options.config]]
    pages = read_pages(LoadFiles(), [options.raw], tell) if options.raw else {}
    reports = [_score(options, gold, pages, system) for system in systems]
    first, last = reports[0], reports[-1]
    if options.compare:
        _print_comparison(compare(first, last, options.seed), first, last, as_json=options.json)
    elif options.json:
        print(json.dumps(describe(first, intervals(first, options.seed), options.by), ensure_ascii=False, indent=2))
    else:
        _print_tables(first, intervals(first, options.seed), options.by)
    if options.errors:
        from yaowen.evaluate.mistakes import write_mistakes

        write_mistakes(last, Path(options.errors))
    _tell_faults(gold, first)
    return 0


def tell(error: InputError) -> None:
    """Tells on standard error of an input that cannot be used."""
    print(f"yaowen: {error}", file=sys.stderr)


def _tell_repeated(gold: Sequence[Document]) -> None:
    """Tells on standard error of gold of one text, which counts as often as it stands there."""
    for sha256, times in Counter(document.sha256 for document in gold).items():
        if times > 1:
            names = ", ".join(document.doc_id for document in gold if document.sha256 == sha256)
            print(f"yaowen: gold of one page counts {times} times: {names}", file=sys.stderr)


def _tell_faults(gold: Sequence[Document], report: Report) -> None:
    """Tells on standard error which gold has marks that do not stand where they say, which no reading could meet."""
    for document, page in zip(gold, report.pages, strict=True):
        faults = list(find_faults(document, page.raw)) if page.raw is not None else []
        if faults:
            more = f" (the first of {len(faults)} such faults)" if faults[1:] else ""
            print(f"yaowen: gold {document.doc_id} {faults[0]}{more}", file=sys.stderr)


def _open(system: str | None) -> Pipeline | list[Document]:
    """What reads, where a config is given or nothing at all, or what was read before."""
    from yaowen.config import read_pipeline

    return read_pipeline(system) if system is None or system.endswith(".toml") else read_predictions(Path(system))


def _score(
    options: argparse.Namespace, gold: list[Document], pages: dict[str, Page], system: Pipeline | list[Document]
) -> Report:
    raws = {key: page.raw for key, page in pages.items()}
    if isinstance(system, Pipeline):
        given = _read_given(options.given)
        predicted = [predict(system, document, find_page(document, pages), given) for document in gold]
    elif options.given:
        raise ConfigError("--given: what was read before cannot be given gold; give a config instead of PREDICTED")
    else:
        predicted = system
        raws = find_raws(predicted, LoadFiles()) | raws
    if missing := sum(document.sha256 not in raws for document in gold):
        print(
            f"yaowen: joined lines of {several(missing, 'page')} are not scored: their raw text is not at hand; give --raw",
            file=sys.stderr,
        )
    return evaluate(gold, predicted, raws)


def _read_given(given: str) -> set[Given]:
    names = {name.strip() for name in given.split(",") if name.strip()}
    if unknown := sorted(names - set(Given)):
        raise ConfigError(f"--given has no {unknown[0]!r}; choose from {[str(name) for name in Given]}")
    return {Given(name) for name in names}


def group(report: Report, by: str) -> dict[str, Report]:
    """The report for each document or kind of source."""
    return report.grouped(lambda page: page.name if by == "document" else str(page.kind))


def describe(report: Report, intervals: dict[str, Interval], by: str | None = None) -> dict[str, Any]:
    """A report as JSON: counts, rates and intervals of each score."""
    described: dict[str, Any] = {
        "pages": [page.name for page in report.pages],
        "article_error_rate": report.article_error_rate,
        "scores": {
            name: {
                **vars(score),
                "precision": score.precision,
                "recall": score.recall,
                "f1": score.f1,
                **({"interval": intervals[name]} if name in intervals else {}),
            }
            for name, score in report.total.items()
        },
    }
    if by == "label":
        described["by_label"] = {
            name.removeprefix("mentions."): scores
            for name, scores in described["scores"].items()
            if name.startswith("mentions.") and name.split(".")[1].isupper()
        }
    elif by:
        described[f"by_{by}"] = {name: describe(part, {}) for name, part in group(report, by).items()}
    return described


def _print_tables(report: Report, intervals: dict[str, Interval], by: str | None) -> None:
    from yaowen.evaluate.table import make_group_table, make_label_table, make_table

    console = _make_console()
    if by == "label":
        console.print(make_label_table(report.total))
    elif by:
        console.print(make_group_table({**group(report, by), "all": report}, by.replace("_", " ")))
    else:
        console.print(make_table(report.total, intervals))
        console.print(
            f"\n{several(len(report.pages), 'page')}, article error rate {report.article_error_rate:.3f}", highlight=False
        )


def _print_comparison(differences: dict[str, Difference], first: Report, second: Report, *, as_json: bool) -> None:
    from yaowen.evaluate.table import make_comparison_table

    if as_json:
        described = {name: {**vars(difference), "gain": difference.gain} for name, difference in differences.items()}
        print(json.dumps(described, ensure_ascii=False, indent=2))
    else:
        _make_console().print(make_comparison_table(differences, first, second))


def _make_console() -> Console:
    """A terminal of its own width; in a file or a pipe rows are as long as they need to be."""
    from rich.console import Console

    return Console(width=None if sys.stdout.isatty() else WIDE)
