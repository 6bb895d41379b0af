"""Scores of pages that were changed as real inputs are: `python -m yaowen.evaluate.changed GOLD --raw PAGES`.

The same words come from one program with half-width marks, from another with a blank row behind each row. Raw text and gold are
changed together, so the gold of a changed page says of it what it said of the page.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields, is_dataclass, replace
from enum import StrEnum
from itertools import pairwise
from pathlib import Path
from typing import Any

from rich.console import Console

from yaowen.config import read_pipeline
from yaowen.errors import YaowenError
from yaowen.evaluate.command import tell
from yaowen.evaluate.given import predict
from yaowen.evaluate.inputs import find_page, read_pages
from yaowen.evaluate.report import Report, evaluate
from yaowen.evaluate.table import make_group_table
from yaowen.gold import read_golds
from yaowen.load.files import LoadFiles
from yaowen.page import HYPHENS, Page
from yaowen.pipeline import Pipeline
from yaowen.record import clip, hash_text
from yaowen.schema import Document, SourceKind
from yaowen.text import NOWHERE, Source, Text, source_of

ROW_START, ROW_END = r"(?m:^)", r"(?=\n)"
BETWEEN_HAN = r"(?<=[\u4e00-\u9fff])(?=[\u4e00-\u9fff])"
BLANK_ROW = r"(?<=\n)[^\S\n]*\n"
INDENT = ROW_START + r"[^\S\n]+"
LOST_RETURN = r"\r(?=\n)"
"""What is not counted of a line end of two characters."""
BROKEN = re.compile(rf"[{HYPHENS}]?[^\S\n]*\n\s*")
"""What stands between two rows of one block; a hyphen that its text does not have is part of it."""

OF_FILES = (SourceKind.PDF, SourceKind.HTML)
"""Kinds that are told by the file and not by its text."""
NO_WORDS = {"doc_id", "source_uri", "sha256", "article_id", "provenance", "issue_date", "start", "end"}
"""Fields of a document whose strings are not words of the page."""


def _keep(text: Text, gold: Document) -> Text:
    return text


def _put(chars: str, where: str) -> Callable[[Text, Document], Text]:
    return lambda text, gold: Text.join(chars, text.split(where))


def _drop(what: str) -> Callable[[Text, Document], Text]:
    return lambda text, gold: text.without(what)


def _unwrap(text: Text, gold: Document) -> Text:
    """Each block on one row, as far as its rows follow each other."""
    pieces, position = [], 0
    for start, end, glue in sorted(set(_find_breaks(str(text), gold))):
        pieces += [text[position:start], Text.inserted(glue)]
        position = end
    return Text.join("", [*pieces, text[position:]])


def _find_breaks(raw: str, gold: Document) -> Iterator[tuple[int, int, str]]:
    """Where the rows of a block are parted, and what stands there in its text: nothing, or a space between words."""
    for article in gold.articles:
        for part in clip(article, raw, gold.publication).parts:
            on_page = [index for index, offset in enumerate(part.text.offsets) if offset != NOWHERE]
            for before, behind in pairwise(on_page):
                start, end = part.text.offsets[before] + 1, part.text.offsets[behind]
                if start < end and BROKEN.fullmatch(raw, start, end):
                    yield start, end, part.text.chars[before + 1 : behind]


@dataclass(frozen=True)
class Change:
    """One way in which inputs differ: what becomes of the text, then of single characters, which gold's words share."""

    of_text: Callable[[Text, Document], Text] = _keep
    of_characters: Mapping[int, int] = field(default_factory=dict)

    def __call__(self, page: Page, gold: Document) -> tuple[Page, Document]:
        """The page as it is read when its text is changed, and its gold."""
        text = self.of_text(Text.of(page.raw), gold)
        kind = page.kind if page.kind in OF_FILES else None
        suffix = Path(page.uri or "").suffix
        written = text.chars.translate(self.of_characters)
        changed = LoadFiles().page(page.name, written, kind, uri=page.uri, suffix=suffix)
        read = text.without(LOST_RETURN)
        places = {offset: place for place, offset in enumerate(read.offsets) if offset != NOWHERE}
        return changed, replace(self._follow(gold, places), sha256=hash_text(changed.raw))

    def _follow(self, value: Any, places: Mapping[int, int]) -> Any:
        """A document, or a part of one, with its sources on the changed page and its words as they stand there."""
        if is_dataclass(value) and not isinstance(value, type):
            parts = ((each.name, getattr(value, each.name)) for each in fields(value) if each.name not in NO_WORDS)
            return replace(
                value,
                **{
                    name: _move(part, places) if name.endswith("source") else self._follow(part, places) for name, part in parts
                },
            )
        if isinstance(value, tuple):
            return tuple(self._follow(each, places) for each in value)
        return value.translate(self.of_characters) if isinstance(value, str) and not isinstance(value, StrEnum) else value


def _move(source: Source, places: Mapping[int, int]) -> Source:
    """Where a passage stands on the changed page."""
    return source_of(places[offset] for start, end in source for offset in range(start, end) if offset in places)


CHANGES = {
    "none": Change(),
    "halfwidth-marks": Change(of_characters=str.maketrans("，：；（）？！", ",:;()?!")),
    "fullwidth-digits": Change(of_characters=str.maketrans("0123456789", "０１２３４５６７８９")),
    "straight-quotes": Change(of_characters=str.maketrans("“”‘’", "\"\"''")),
    "blank-rows-added": Change(_put("\n", ROW_END)),
    "blank-rows-dropped": Change(_drop(BLANK_ROW)),
    "spaces-behind-rows": Change(_put("  ", ROW_END)),
    "spaces-before-rows": Change(_put("    ", ROW_START)),
    "indents-dropped": Change(_drop(INDENT)),
    "carriage-returns": Change(_put("\r", ROW_END)),
    "no-break-spaces": Change(of_characters=str.maketrans(" \u3000", "\xa0\xa0")),
    "zero-width-spaces": Change(_put("\u200b", ROW_END)),
    "spaced-characters": Change(_put(" ", BETWEEN_HAN)),
    "unwrapped": Change(_unwrap),
}
"""By the name that the command line and the docs use."""


def score_changed(pipeline: Pipeline, change: Change, pages: Iterable[tuple[Page, Document]]) -> Report:
    """The scores of a pipeline on pages that were changed in one way, each given with its gold."""
    gold, found, raws = [], [], {}
    for page, document in (change(*pair) for pair in pages):
        gold.append(document)
        found.append(predict(pipeline, document, page))
        raws[document.sha256] = page.raw
    return evaluate(gold, found, raws)


def main(arguments: Sequence[str] | None = None) -> int:
    """Changes pages in one way after another; prints a row of scores for each."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path, metavar="GOLD", help="a gold document, or a folder of them")
    parser.add_argument("--raw", required=True, metavar="PAGES", help="the raw pages")
    parser.add_argument("--change", nargs="+", choices=CHANGES, default=list(CHANGES), help="only these")
    parser.add_argument("-c", "--config", metavar="C.toml", help="read with this; with what ships where it is not given")
    options = parser.parse_args(arguments)
    try:
        pipeline, raws = read_pipeline(options.config), read_pages(LoadFiles(), [options.raw], tell)
        pages = [(find_page(gold, raws), gold) for gold in read_golds(options.gold)]
    except YaowenError as error:
        parser.error(str(error))
    reports = {name: score_changed(pipeline, CHANGES[name], pages) for name in options.change}
    Console(width=None if sys.stdout.isatty() else 120).print(make_group_table(reports, "change"))
    return 0


if __name__ == "__main__":
    sys.exit(main())
