"""Pages through real extractors: `python tests/benchmarks/extractors.py --pages 30 [--corpora ../shared/corpora/raw]`.

Articles are set in the columns of a newspaper page as a PDF, the text is taken out of it by pdftotext, by `pdftotext -raw`, by
PDFium and by yaowen itself, and yaowen reads each of the four. Which character belongs where is known from the typesetting.
Needs poppler-utils (with poppler-data) and `pip install '.[dev]'`.
"""

from __future__ import annotations

import argparse
import io
import random
import re
import shutil
import subprocess
from array import array
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from yaowen.config import make_pipeline
from yaowen.evaluate import evaluate
from yaowen.gold import read_gold
from yaowen.load.textlayer import read_page
from yaowen.page import Clipping, Cuttings, Page, Part, Reading
from yaowen.record import make_document
from yaowen.schema import Article, BlockRole, Document, Furniture, FurnitureRole, SourceKind
from yaowen.text import Source, Text
from yaowen.train.copy import Copy

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

DATA = Path(__file__).parents[2] / "data"
FONT = "STSong-Light"
WIDTH, HEIGHT, MARGIN = 964.0, 1360.0, 40.0
SCORES = (
    *("segmentation.bcubed", "segmentation.articles", "segmentation.title"),
    *("lines.joins", "lines.breaks", "lines.body"),
)
LIGHT = {"entities": [{"use": "lexicon", "words": {"市长": "ROLE"}}], "facts": []}
CLOSING = set("，。、；：！？”’」』）》】…,.;:!?)%％")
OPENING = set("“‘「『（《【(")
SIMPLE = str.maketrans("⋯―・‧•∶", "…—···：")
"""Some marks come out of a PDF as others that look the same."""
LEAD = re.compile(r"本报[^，。]{0,9}[讯电]|[（(]")
UNIT = re.compile(r"[A-Za-z0-9.%+\-]+|.", re.DOTALL)


@dataclass
class Setting:
    """A block as it is set: its rows in their order."""

    role: BlockRole
    rows: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Style:
    """What the pages of one paper have in common. Lengths are in points, gutters in characters."""

    size: float
    leading: float
    gutter: float
    column: int
    headline: str
    indent: str
    justified: bool
    backwards: bool

    @classmethod
    def draw(cls, chance: random.Random) -> Style:
        """A style by chance."""
        size = chance.choice((8.5, 9.0, 9.5, 10.0))
        return cls(
            size=size,
            leading=size * chance.uniform(1.15, 1.75),
            gutter=chance.choice((0.8, 1.0, 1.0, 1.5, 2.0)),
            column=chance.randint(11, 20),
            headline=chance.choice(("before", "before", "after", "end")),
            indent=chance.choice(("　　", "")),
            justified=chance.random() < 0.7,
            backwards=chance.random() < 0.1,
        )


Draw = Callable[[], None]


@dataclass
class Sheet:
    """A page on which articles are set, from the top down."""

    canvas: Canvas
    style: Style
    chance: random.Random
    top: float = HEIGHT - MARGIN
    stories: list[list[Setting]] = field(default_factory=list)
    copies: list[Copy] = field(default_factory=list)

    def put(self, x: float, y: float, row: str, size: float, width: float | None = None) -> None:
        """Draws a row; to a width where one is given."""
        spread = 0.0
        if width is not None and len(row) > 1:
            spread = (width - measure(row, size)) / (len(row) - 1)
        text = self.canvas.beginText(x, y)
        text.setFont(FONT, size)
        text.setCharSpace(spread)
        text.textOut(row)
        self.canvas.drawText(text)

    def set_band(self, copies: Sequence[Copy]) -> bool:
        """Sets articles side by side; nothing where there is no room for them."""
        gap = 2.5 * self.style.size
        width = (WIDTH - 2 * MARGIN - gap * (len(copies) - 1)) / len(copies)
        planned = [self.plan(copy, MARGIN + number * (width + gap), width) for number, copy in enumerate(copies)]
        height = max(height for *_, height in planned)
        if self.top - height < MARGIN:
            return False
        late: list[Draw] = []
        for settings, heads, body, _ in planned:
            self.stories.append(settings)
            order = {"before": (heads, body), "after": (body, heads), "end": (body,)}[self.style.headline]
            for part in order:
                for draw in part:
                    draw()
            late.extend(heads if self.style.headline == "end" else ())
        for draw in late:
            draw()
        self.copies.extend(copies)
        self.top -= height + 2.2 * self.style.leading
        return True

    def plan(self, copy: Copy, left: float, width: float) -> tuple[list[Setting], list[Draw], list[Draw], float]:
        """The blocks of an article, how its headline and its body are drawn, and its height."""
        style, top = self.style, self.top
        settings: list[Setting] = []
        heads: list[Draw] = []
        y = top
        big = min(self.chance.uniform(17, 26), width / 6)
        lines = [
            *([(BlockRole.KICKER, copy.kicker, big * 0.55)] if copy.kicker else []),
            *((BlockRole.TITLE, title, big) for title in copy.title),
            *([(BlockRole.SUBTITLE, copy.subtitle, big * 0.55)] if copy.subtitle else []),
            *([(BlockRole.BYLINE, copy.byline, style.size)] if copy.byline else []),
        ]
        for role, text, size in lines:
            even = -(-measure(text, size) // width)
            setting = Setting(role, break_rows(text, size, min(width, measure(text, size) / even + size), 0))
            settings.append(setting)
            for row in setting.rows:
                y -= size * 1.25
                heads.append(lambda y=y, row=row, size=size: self.put(left, y, row, size))
            y -= size * 0.35
        count = max(1, round(width / ((style.column + style.gutter) * style.size)))
        column = (width - (count - 1) * style.gutter * style.size) / count
        rows: list[tuple[str, bool, bool]] = []
        for role, text in ([(BlockRole.BYLINE, copy.lead)] if copy.lead else []) + list(copy.body):
            if role == BlockRole.BYLINE:
                settings.append(Setting(role))
                continue
            lead = copy.lead if copy.lead and text is copy.body[0][1] else ""
            setting = Setting(role, break_rows(lead + text, style.size, column, 0 if role == BlockRole.SUBHEAD else 2))
            rows.extend((row, number == 0, number + 1 == len(setting.rows)) for number, row in enumerate(setting.rows))
            if lead:
                settings[-1].rows, setting.rows = cut_rows(setting.rows, len(lead))
            settings.append(setting)
        high = -(-len(rows) // count)
        body: list[list[Draw]] = [[] for _ in range(count)]
        for number, (row, first, last) in enumerate(rows):
            place = number // high
            x, down = left + place * (column + style.gutter * style.size), y - (number % high + 1) * style.leading
            indent = "" if not first else style.indent
            x += 2 * style.size if first and not indent else 0
            room = None if last or not style.justified else column - (2 * style.size if first and not indent else 0)
            body[place].append(lambda x=x, down=down, row=indent + row, room=room: self.put(x, down, row, style.size, room))
        if style.backwards:
            body = [*body[1:], body[0]]
        return settings, heads, [draw for drawn in body for draw in drawn], top - y + high * style.leading

    def set_header(self) -> None:
        """The row above the page."""
        for x, row in ((MARGIN, "要闻"), (WIDTH / 2 - 90, "2024年3月6日 星期三"), (WIDTH - 130, "云岭日报")):
            self.put(x, self.top, row, 11)
        self.top -= 40


def measure(text: str, size: float) -> float:
    """How wide a text is set."""
    from reportlab.pdfbase.pdfmetrics import stringWidth

    return float(stringWidth(text, FONT, size))


def break_rows(text: str, size: float, width: float, indent: int) -> list[str]:
    """Rows no wider than the column; no mark that closes begins one, none that opens ends one."""
    rows, row, room = [], "", width - indent * size
    for unit in UNIT.findall(text):
        if row and measure(row + unit, size) > room + 0.01:
            if unit in CLOSING:
                row += unit  # it hangs over the edge
                continue
            kept = row.rstrip("".join(OPENING))
            rows.append(kept or row)
            row, room = row[len(kept) :] if kept else "", width
        row += unit
    return [*rows, *([row] if row else [])]


def cut_rows(rows: Sequence[str], length: int) -> tuple[list[str], list[str]]:
    """The rows of the first so many characters, and those of the rest."""
    first, rest = [], []
    for row in rows:
        first.append(row[:length])
        rest.append(row[length:])
        length = max(0, length - len(row))
    return [row for row in first if row], [row for row in rest if row]


def make_pdf(copies: Sequence[Copy], chance: random.Random) -> tuple[bytes, list[list[Setting]], int]:
    """A page with the first of the articles, as many as there is room for; its blocks; and how many articles it holds."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont
    from reportlab.pdfgen.canvas import Canvas

    if FONT not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(UnicodeCIDFont(FONT))
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(WIDTH, HEIGHT), invariant=1)
    sheet = Sheet(canvas, Style.draw(chance), chance)
    sheet.set_header()
    waiting = list(copies)
    while waiting:
        count = chance.choice((1, 2, 2, 3))
        if not sheet.set_band(waiting[:count]):
            break
        waiting = waiting[count:]
    canvas.showPage()
    canvas.save()
    return buffer.getvalue(), sheet.stories, len(sheet.copies)


def pdftotext(*options: str) -> Callable[[bytes], str]:
    """An extractor that runs poppler's program."""

    def extract(pdf: bytes) -> str:
        command = ["pdftotext", *options, "-", "-"]
        return subprocess.run(command, input=pdf, capture_output=True, check=True).stdout.decode()

    return extract


def pdfium(pdf: bytes) -> str:
    """The text as PDFium gives it."""
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    return str(document[0].get_textpage().get_text_range())


def ours(pdf: bytes) -> str:
    """The text as yaowen takes it out."""
    import pypdfium2

    return read_page(pypdfium2.PdfDocument(pdf), 0)


EXTRACTORS: Mapping[str, Callable[[bytes], str]] = {
    "pdftotext": pdftotext(),
    "pdftotext -raw": pdftotext("-raw"),
    "pdfium": pdfium,
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

    def left(self) -> Source:
        """What was not given away."""
        return tuple((offset, offset + 1) for offset, char in zip(self.offsets, self.free, strict=True) if char != "\0")


def make_gold(raw: str, stories: Sequence[Sequence[Setting]], name: str) -> Document | None:
    """The gold of a page; nothing where a row did not come out of the PDF as it was set."""
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
    page = Page(name, raw, SourceKind.PDF_TEXT)
    furniture = (Furniture(FurnitureRole.PAGE_HEADER, places.left()),)
    return make_document(page, Cuttings((), furniture), map(Reading, clippings))


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


def main() -> None:
    """Makes the pages, prints a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=30)
    parser.add_argument("--corpora", type=Path, help="a folder of corpora; the articles held out from training are set, too")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--save", type=Path, help="a folder for the PDFs and the texts taken out of them")
    options = parser.parse_args()
    copies = invented()
    if options.corpora:
        from yaowen.train.layout import load_copies

        copies += load_copies(options.corpora, held_out=True)
    copies = [tidy(copy) for copy in copies]
    pages = [page for number in range(options.pages) if (page := make_pdf(*_draw(copies, options.seed, number)))[2]]
    pipeline = make_pipeline(LIGHT)
    print(f"{len(pages)} pages, {sum(count for *_, count in pages)} articles of {len(copies)}\n")
    print("| | pages | " + " | ".join(name.partition(".")[2] for name in SCORES) + " |")
    print("| --- | --- |" + " --- |" * len(SCORES))
    for name, extract in EXTRACTORS.items():
        if "pdftotext" in name and not shutil.which("pdftotext"):
            print(f"| {name} | not installed |")
            continue
        golds, read, raws = [], [], {}
        for number, (pdf, stories, _) in enumerate(pages):
            raw = extract(pdf).replace("\r\n", "\n").replace("\r", "\n")
            gold = make_gold(raw, stories, f"{number:03}")
            if options.save:
                options.save.mkdir(parents=True, exist_ok=True)
                (options.save / f"{number:03}.pdf").write_bytes(pdf)
                (options.save / f"{number:03}.{name.replace(' ', '')}.txt").write_text(raw, "utf-8")
            if gold is None:
                continue
            document = pipeline(raw, name=f"{number:03}", kind=SourceKind.PDF_TEXT)
            golds.append(replace(gold, publication=document.publication))
            read.append(document)
            raws[gold.sha256] = raw
        scores = evaluate(golds, read, raws).total
        print(f"| {name} | {len(golds)} | " + " | ".join(f"{scores[score].f1:.3f}" for score in SCORES) + " |")


def _draw(copies: Sequence[Copy], seed: int, number: int) -> tuple[list[Copy], random.Random]:
    chance = random.Random(f"{seed} {number}")
    start = chance.randrange(len(copies))
    near = [*copies, *copies][start : start + 30]
    return chance.sample(near, min(12, len(near))), chance


if __name__ == "__main__":
    main()
