"""Pages through real extractors: `python tests/benchmarks/extractors.py --pages 30 [--corpora CORPORA/raw]`.

Articles are set in the columns of a newspaper page as a PDF, the text is taken out of it by pdftotext, by `pdftotext -raw`, by
PDFium and by yaowen itself, and yaowen reads each of the four. Which character belongs where is known from the typesetting.
Needs poppler-utils (with poppler-data) and `pip install '.[dev]'`.
"""

from __future__ import annotations

import argparse
import re
import shutil
from dataclasses import replace
from pathlib import Path

from yaowen.config import make_pipeline
from yaowen.evaluate import evaluate
from yaowen.gold import read_gold
from yaowen.page import Page, Reading
from yaowen.record import make_document
from yaowen.schema import Article, BlockRole, SourceKind
from yaowen.train.copy import Copy
from yaowen.train.extracted import EXTRACTORS, cut_as_set, draw_copies, normalise_ends, tidy
from yaowen.train.typeset import make_pdf

DATA = Path(__file__).parents[2] / "data"
SCORES = (
    *("segmentation.bcubed", "segmentation.articles", "segmentation.title", "segmentation.kicker", "segmentation.subtitle"),
    *("lines.joins", "lines.breaks", "lines.body"),
)
LIGHT = {"entities": [{"use": "lexicon", "words": {"市长": "ROLE"}}], "facts": []}
LEAD = re.compile(r"本报[^，。]{0,9}[讯电]|[（(]")


def invented() -> list[Copy]:
    """The articles of the gold that was made up."""
    files = [*sorted((DATA / "gold").glob("*.json")), *sorted((DATA / "development" / "seen").glob("*.json"))]
    return [copy for file in files for article in read_gold(file).articles if (copy := as_copy(article))]


def as_copy(article: Article) -> Copy | None:
    """An article as its author handed it in."""

    def lines(*roles: BlockRole) -> list[str]:
        return [article.text[block.start : block.end] for block in article.blocks if block.role in roles]

    body = tuple(
        (block.role, article.text[block.start : block.end])
        for block in article.blocks
        if block.role in (BlockRole.PARAGRAPH, BlockRole.SUBHEAD)
    )
    title = tuple(lines(BlockRole.TITLE))
    if not title or sum(len(text) for _, text in body) < 120 or body[0][0] != BlockRole.PARAGRAPH:
        return None
    if article.continued_on or article.continued_from:
        return None
    names = lines(BlockRole.BYLINE)
    leads = [line for line in names if LEAD.match(line)]
    kicker, subtitle = lines(BlockRole.KICKER), lines(BlockRole.SUBTITLE)
    return Copy(
        title,
        body,
        kicker=kicker[0] if kicker else None,
        subtitle=subtitle[0] if subtitle else None,
        byline=next((line for line in names if line not in leads), None),
        lead=leads[0] if leads else None,
    )


def main() -> None:
    """Makes the pages, prints a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=30)
    parser.add_argument("--corpora", type=Path, help="a folder of corpora; the articles held out from training are set, too")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", default="", help="the extractors whose names hold this")
    parser.add_argument("--save", type=Path, help="a folder for the PDFs and the texts taken out of them")
    options = parser.parse_args()
    copies = invented()
    if options.corpora:
        from yaowen.train.layout import load_copies

        copies += load_copies(options.corpora, held_out=True)
    copies = [tidy(copy) for copy in copies]
    pages = [page for number in range(options.pages) if (page := make_pdf(*draw_copies(copies, options.seed, number)))[2]]
    pipeline = make_pipeline(LIGHT)
    print(f"{len(pages)} pages, {sum(count for *_, count in pages)} articles of {len(copies)}\n")
    print("| | pages | " + " | ".join(name.partition(".")[2] for name in SCORES) + " |")
    print("| --- | --- |" + " --- |" * len(SCORES))
    for name, extract in EXTRACTORS.items():
        if options.only not in name:
            continue
        if "pdftotext" in name and not shutil.which("pdftotext"):
            print(f"| {name} | not installed |")
            continue
        golds, read, raws = [], [], {}
        for number, (pdf, stories, _) in enumerate(pages):
            taken, printed = extract(pdf)
            raw = normalise_ends(taken)
            cuttings = cut_as_set(raw, stories)
            if options.save:
                options.save.mkdir(parents=True, exist_ok=True)
                (options.save / f"{number:03}.pdf").write_bytes(pdf)
                (options.save / f"{number:03}.{name.replace(' ', '')}.txt").write_text(raw, "utf-8")
            if cuttings is None:
                continue
            page = Page(f"{number:03}", raw, SourceKind.PDF_TEXT, printed=printed)
            document = pipeline(page)
            gold = make_document(page, replace(cuttings, clippings=()), map(Reading, cuttings.clippings))
            golds.append(replace(gold, publication=document.publication))
            read.append(document)
            raws[gold.sha256] = raw
        scores = evaluate(golds, read, raws).total
        print(f"| {name} | {len(golds)} | " + " | ".join(f"{scores[score].f1:.3f}" for score in SCORES) + " |")


if __name__ == "__main__":
    main()
