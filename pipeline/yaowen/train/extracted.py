"""Pages set as PDFs, with the text that programs take out of them, and how it is to be cut.

The programs are pdftotext (poppler-utils, with poppler-data), PDFium and yaowen's own reading of a text layer.
"""

from __future__ import annotations

import random
import re
import shutil
import subprocess
from array import array
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from yaowen.errors import ConfigError
from yaowen.load.textlayer import read_page
from yaowen.page import Clipping, CutPage, Cuttings, Page, Part, Printed
from yaowen.schema import Furniture, FurnitureRole, SourceKind
from yaowen.text import Text
from yaowen.train.copy import Copy
from yaowen.train.typeset import ADVERT, Setting, make_pdf

SIMPLE = str.maketrans("⋯―・‧•∶", "…—···：")
"""Some marks come out of a PDF as others that look the same."""
Taken = tuple[str, tuple[Printed, ...]]
"""A text, and how its rows are printed where the extractor tells."""
SHARES = {"pdfium": 0.4, "pdftotext -raw": 0.15, "pdftotext": 0.15, "yaowen, its text": 0.3}
"""How many of the pages that are learnt from come through which program."""
ADVERT_SAYS = {"".join(row.split()) for row, _ in ADVERT}
NEAR, MOST = 30, 12
"""Of so many articles that follow each other at most so many are set on a page."""


def pdftotext(*options: str) -> Callable[[bytes], Taken]:
    """An extractor that runs poppler's program."""

    def extract(pdf: bytes) -> Taken:
        command = ["pdftotext", *options, "-", "-"]
        done = subprocess.run(command, input=pdf, capture_output=True, check=True)  # noqa: S603 # a PDF of our own
        return done.stdout.decode(), ()

    return extract


def pdfium(pdf: bytes) -> Taken:
    """The text as PDFium gives it."""
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    return str(document[0].get_textpage().get_text_range()), ()


def ours(pdf: bytes) -> Taken:
    """The text as yaowen takes it out, and how its rows are printed."""
    import pypdfium2

    return read_page(pypdfium2.PdfDocument(pdf), 0)


def our_text(pdf: bytes) -> Taken:
    """The text as yaowen takes it out, and no more."""
    return ours(pdf)[0], ()


EXTRACTORS: Mapping[str, Callable[[bytes], Taken]] = {
    "pdftotext": pdftotext(),
    "pdftotext -raw": pdftotext("-raw"),
    "pdfium": pdfium,
    "yaowen, its text": our_text,
    "yaowen": ours,
}


class Places:
    """The characters of a raw text, each to be given away once."""

    def __init__(self, raw: str) -> None:
        self.raw = raw
        self.offsets = [offset for offset, char in enumerate(raw) if not char.isspace()]
        self.free = "".join(raw.split()).translate(SIMPLE)

    def take(self, row: str, near: int | None) -> tuple[int, int] | None:
        """Where a row stands, the place next after `near` where it stands in several."""
        wanted = "".join(row.split()).translate(SIMPLE)
        found = [match.start() for match in re.finditer(re.escape(wanted), self.free)]
        if not found:
            return None
        start = min(found, key=lambda place: abs(place - near) if near is not None else place)
        self.free = self.free[:start] + "\0" * len(wanted) + self.free[start + len(wanted) :]
        return start, start + len(wanted)

    def text(self, spans: Sequence[tuple[int, int]]) -> Text:
        """The text of some places, in the order given."""
        offsets = array("q", (self.offsets[place] for start, end in spans for place in range(start, end)))
        return Text("".join(self.raw[offset] for offset in offsets), offsets)

    def left(self) -> Iterator[Furniture]:
        """What was not given away, row by row: adverts, and what stands above the page."""
        left = [offset for offset, char in zip(self.offsets, self.free, strict=True) if char != "\0"]
        for _, row in groupby(left, lambda offset: self.raw.count("\n", 0, offset)):
            source = tuple((offset, offset + 1) for offset in row)
            is_advert = "".join(self.raw[start] for start, _ in source) in ADVERT_SAYS
            yield Furniture(FurnitureRole.ADVERT if is_advert else FurnitureRole.PAGE_HEADER, source)


def cut_as_set(raw: str, stories: Sequence[Sequence[Setting]]) -> Cuttings | None:
    """How the text of a page is to be cut; nothing where a row did not come out of the PDF as it was set."""
    places = Places(raw)
    rows = [
        (number, block, row)
        for number, story in enumerate(stories)
        for block, part in enumerate(story)
        for row in range(len(part.rows))
    ]
    found: dict[tuple[int, int, int], tuple[int, int]] = {}
    for key in sorted(rows, key=lambda key: -len(stories[key[0]][key[1]].rows[key[2]])):
        number, block, row = key
        text = stories[number][block].rows[row]
        before = found.get((number, block, row - 1)) or found.get((number, block - 1, len(stories[number][block - 1].rows) - 1))
        span = places.take(text, before[1] if before else None)
        if span is None:
            return None
        found[key] = span
    clippings = []
    for number, story in enumerate(stories):
        parts = [
            Part(part.role, places.text([found[number, block, row] for row in range(len(part.rows))]))
            for block, part in enumerate(story)
        ]
        clippings.append(Clipping(tuple(parts)))
    return Cuttings(tuple(clippings), tuple(places.left()))


def tidy(copy: Copy) -> Copy:
    """Without spaces, which the setting of a row would drop or keep by chance."""
    return replace(
        copy,
        body=tuple((role, re.sub(r"(?<![A-Za-z])\s+|\s+(?![A-Za-z])", "", _plain(text))) for role, text in copy.body),
        kicker=copy.kicker and _plain(copy.kicker),
        subtitle=copy.subtitle and _plain(copy.subtitle),
        lead=copy.lead and _plain("".join(copy.lead.split())),
        title=tuple(_plain(line) for line in copy.title),
        series=None,
        signed=None,
    )


def _plain(text: str) -> str:
    return text.replace("·", "・")  # the middle dot of the font is lost on the way


def draw_copies(copies: Sequence[Copy], seed: int, number: int) -> tuple[list[Copy], random.Random]:
    """Articles for one of several pages, and the chance that its setting is drawn with."""
    chance = random.Random(f"{seed} {number}")
    start = chance.randrange(len(copies))
    near = [*copies, *copies][start : start + NEAR]
    return chance.sample(near, min(MOST, len(near))), chance


def make_extracted(copies: Sequence[Copy], count: int, seed: int) -> Iterator[CutPage]:
    """At most so many pages, each as one of the programs gives it; those of which a row was lost on the way are left out.

    Raises `ConfigError` where pdftotext is not installed.
    """
    if not shutil.which("pdftotext"):
        raise ConfigError("pdftotext (poppler-utils) is not installed, so no text that it takes out of PDFs can be learnt from")
    copies = [tidy(copy) for copy in copies]
    for number in range(count):
        pdf, stories, held = make_pdf(*draw_copies(copies, seed, number))
        name = random.Random(f"{seed}{number}").choices(list(SHARES), list(SHARES.values()))[0]
        raw = normalise_ends(EXTRACTORS[name](pdf)[0])
        if held and (cuttings := cut_as_set(raw, stories)):
            yield Page(f"{number:04}", raw, SourceKind.PDF_TEXT), cuttings


def normalise_ends(raw: str) -> str:
    """Rows that end as yaowen reads them, whatever the program writes."""
    return raw.replace("\r\n", "\n").replace("\r", "\n")
