"""Pages through real extractors: `python tests/benchmarks/extractors.py --pages 30 [--corpora CORPORA/raw]`.

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
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from yaowen.config import make_pipeline
from yaowen.evaluate import evaluate
from yaowen.gold import read_gold
from yaowen.load.textlayer import read_page
from yaowen.page import Clipping, Cuttings, Page, Part, Printed, Reading
from yaowen.record import make_document
from yaowen.schema import Article, BlockRole, Document, Furniture, FurnitureRole, SourceKind
from yaowen.text import Source, Text
from yaowen.train.copy import Copy

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

DATA = Path(__file__).parents[2] / "data"
FONT, LATIN = "STSong-Light", "Times-Roman"
WIDTH, HEIGHT, MARGIN = 964.0, 1360.0, 40.0
SCORES = (
    *("segmentation.bcubed", "segmentation.articles", "segmentation.title", "segmentation.kicker", "segmentation.subtitle"),
    *("lines.joins", "lines.breaks", "lines.body"),
)
LIGHT = {"entities": [{"use": "lexicon", "words": {"市长": "ROLE"}}], "facts": []}
CLOSING = set("，。、；：！？”’」』）》】…,.;:!?)%％")
OPENING = set("“‘「『（《【(")
SIMPLE = str.maketrans("⋯―・‧•∶", "…—···：")
"""Some marks come out of a PDF as others that look the same."""
LEAD = re.compile(r"本报[^，。]{0,9}[讯电]|[（(]")
RUN = re.compile(r"[ -~]+|[^ -~]+")
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
    subhead: float
    byline: float

    @classmethod
    def draw(cls, chance: random.Random) -> Style:
        """A style by chance."""
        size = chance.choice((8.0, 8.5, 9.0, 9.5, 10.0, 10.5))
        return cls(
            size=size,
            leading=size * chance.uniform(1.15, 1.75),
            gutter=chance.choice((0.8, 1.0, 1.0, 1.5, 2.0)),
            column=chance.randint(11, 20),
            headline=chance.choice(("before", "before", "before", "after", "after", "first", "end", "last")),
            indent=chance.choice(("　　", "")),
            justified=chance.random() < 0.7,
            backwards=chance.random() < 0.1,
            subhead=chance.choice((1.0, 1.0, 1.1, 1.25)),
            byline=chance.choice((0.9, 1.0, 1.0, 1.0, 1.15)),
        )


Draw = Callable[[], None]
Taken = tuple[str, tuple[Printed, ...]]
"""A text, and how its rows are printed where the extractor tells."""


@dataclass
class Plan:
    """An article before it is drawn: its blocks, what draws its headline and its body, and its height."""

    settings: list[Setting]
    heads: list[Draw]
    body: list[Draw]
    height: float


@dataclass
class Sheet:
    """A page on which articles are set, from the top down."""

    canvas: Canvas
    style: Style
    chance: random.Random
    top: float = HEIGHT - MARGIN
    foot: float = MARGIN
    stories: list[list[Setting]] = field(default_factory=list)
    copies: list[Copy] = field(default_factory=list)
    last: list[Draw] = field(default_factory=list)

    def put(self, x: float, y: float, row: str, size: float, width: float | None = None) -> None:
        """Draws a row; to a width where one is given."""
        spread = 0.0
        if width is not None and len(row) > 1:
            spread = (width - measure(row, size)) / (len(row) - 1)
        text = self.canvas.beginText(x, y)
        text.setCharSpace(spread)
        for font, run in part_fonts(row if len(row) > 1 else f"{row} "):
            text.setFont(font, size)
            text.textOut(run)
        self.canvas.drawText(text)

    def put_down(self, x: float, y: float, row: str, size: float) -> None:
        """Draws a row from the top down."""
        for number, char in enumerate(row):
            self.put(x, y - number * 1.1 * size, char, size)

    def set_band(self, copies: Sequence[Copy]) -> bool:
        """Sets articles side by side; nothing where there is no room for them."""
        gap = 2.5 * self.style.size
        width = (WIDTH - 2 * MARGIN - gap * (len(copies) - 1)) / len(copies)
        planned = [self.plan(copy, MARGIN + number * (width + gap), width) for number, copy in enumerate(copies)]
        return self.draw(planned, copies)

    def set_briefs(self, copies: Sequence[Copy]) -> bool:
        """Sets short reports, two or three in a column, each under a title that is hardly larger than its text."""
        style, chance = self.style, self.chance
        gap = 2 * style.size
        width = (WIDTH - 2 * MARGIN - 3 * gap) / 4
        size = style.size * chance.choice((1.0, 1.15, 1.3))
        planned: list[Plan] = []
        waiting = list(copies)
        for column in range(4):
            left, y = MARGIN + column * (width + gap), self.top
            for copy in [waiting.pop(0) for _ in range(min(chance.choice((2, 2, 3)), len(waiting)))]:
                rows = [row for title in copy.title for row in break_rows(title, size, width, 0)]
                settings, heads = [Setting(BlockRole.TITLE, rows)], []
                for row in rows:
                    y -= 1.3 * size
                    heads.append(lambda x=left, y=y, row=row: self.put(x, y, row, size))
                body, depth = self.fill(copy, settings, [left], width + style.gutter * style.size, (), 0.0, y)
                y -= depth + 0.6 * style.leading
                planned.append(Plan(settings, heads, body, self.top - y))
        return self.draw(planned, copies[: len(planned)])

    def set_advert(self) -> None:
        """Sets large words that are no headline at the foot of the page."""
        x, y, size = MARGIN + 0.2 * WIDTH, MARGIN - 20, self.style.size
        self.foot += 60
        for row, times in (("地址：云岭市人民路88号　电话：0123-4567890", 1.2), ("云岭家居城周末盛大开业", 3.5)):
            y += size * times * 0.4
            self.put(x, y, row, size * times)
            y += size * times

    def draw(self, planned: Sequence[Plan], copies: Sequence[Copy]) -> bool:
        """Draws articles in the order of the style; nothing where there is no room for them."""
        height = max(plan.height for plan in planned)
        if self.top - height < self.foot:
            return False
        heads = [draw for plan in planned for draw in plan.heads]
        way = self.style.headline
        draws = heads if way == "first" else []
        for plan in planned:
            self.stories.append(plan.settings)
            draws += {"before": plan.heads + plan.body, "after": plan.body + plan.heads}.get(way, plan.body)
        draws += heads if way == "end" else []
        self.last += heads if way == "last" else []
        for draw in draws:
            draw()
        self.copies.extend(copies)
        self.top -= height + 2.2 * self.style.leading
        return True

    def plan(self, copy: Copy, left: float, width: float) -> Plan:
        """An article whose headline stands over its columns, over some of them, or as a vertical row beside them."""
        style, chance = self.style, self.chance
        settings: list[Setting] = []
        heads: list[Draw] = []
        big = min(style.size * chance.choice((1.6, 1.8, 2.0, 2.2, 2.5, 3.0, 3.5, 4.0, 5.0)), width / 6)
        small = [max(big * chance.uniform(0.4, 0.7), style.size * 1.05) for _ in "ab"]
        lines = [
            *([(BlockRole.KICKER, copy.kicker, small[0])] if copy.kicker else []),
            *((BlockRole.TITLE, title, big) for title in copy.title),
            *([(BlockRole.SUBTITLE, copy.subtitle, small[1])] if copy.subtitle else []),
            *([(BlockRole.BYLINE, copy.byline, style.size * style.byline)] if copy.byline else []),
        ]
        shape = chance.choices(("over", "centred", "part", "between", "aside", "beside"), (40, 20, 12, 8, 8, 12))[0]
        tall = max(len(text) * 1.1 * size for _, text, size in lines)
        if shape == "beside" and (copy.byline or tall > 260 or any(text.isascii() for _, text, _ in lines) or width < 300):
            shape = "over"
        down = 0.0
        if shape == "beside":
            right, down = chance.random() < 0.5, tall
            room = sum(1.3 * size for *_, size in lines) + style.size
            x = left + width if right else left + room - style.size
            for role, text, size in lines:
                settings.append(Setting(role, [text]))
                x -= 1.3 * size
                heads.append(lambda x=x, text=text, size=size: self.put_down(x, self.top - size, text, size))
            width -= room
            left += 0.0 if right else room
        if shape == "aside":  # the headline stands on the left of its columns
            room = 0.32 * width
            left, width = left + room, width - room
        count = max(1, round(width / ((style.column + style.gutter) * style.size)))
        step = (width + style.gutter * style.size) / count
        under = range(count)
        if shape in ("part", "between") and count > 2:
            first = chance.randint(1, count - 2) if shape == "between" else 0
            under = range(first, chance.randint(first + 1, count - 1))
        over = len(under) * step - style.gutter * style.size
        start = left + under.start * step
        y = self.top
        if shape == "aside":
            start, over = left - room, room - 1.5 * style.size
            lines = [(role, text, size * min(1, over / 5 / big)) for role, text, size in lines]
        for role, text, size in () if shape == "beside" else lines:
            even = -(-measure(text, size) // over)
            setting = Setting(role, break_rows(text, size, min(over, measure(text, size) / even + size), 0))
            settings.append(setting)
            for row in setting.rows:
                y -= size * 1.25
                x = start + (max(over - measure(row, size), 0.0) / 2 if shape == "centred" else 0.0)
                heads.append(lambda x=x, y=y, row=row, size=size: self.put(x, y, row, size))
            y -= size * 0.35
        edges = [left + number * step for number in range(count)]
        if shape == "aside":
            down, y, under = self.top - y, self.top, range(0)
        body, depth = self.fill(copy, settings, edges, step, under, self.top - y, self.top)
        return Plan(settings, heads, body, max(down, depth))

    def fill(
        self,
        copy: Copy,
        settings: list[Setting],
        edges: Sequence[float],
        step: float,
        under: Collection[int],
        over: float,
        top: float,
    ) -> tuple[list[Draw], float]:
        """What draws the columns of a body, and how deep they go; those `under` its headline begin so far below the others."""
        style, chance = self.style, self.chance
        column = step - style.gutter * style.size
        rows: list[tuple[BlockRole, str, bool, bool]] = []
        for role, text in ([(BlockRole.BYLINE, copy.lead)] if copy.lead else []) + list(copy.body):
            if role == BlockRole.BYLINE:
                settings.append(Setting(role))
                continue
            lead = copy.lead if copy.lead and text is copy.body[0][1] else ""
            size = style.size * (style.subhead if role == BlockRole.SUBHEAD else 1)
            setting = Setting(role, break_rows(lead + text, size, column, 0 if role == BlockRole.SUBHEAD else 2))
            rows.extend((role, row, number == 0, number + 1 == len(setting.rows)) for number, row in enumerate(setting.rows))
            if lead:
                settings[-1].rows, setting.rows = cut_rows(setting.rows, len(lead))
            settings.append(setting)
        # A picture may stand over one of the columns.
        pictured = chance.randrange(len(edges)) if len(edges) > 1 and chance.random() < 0.2 else -1
        tops = [
            int(-(-over // style.leading)) * (number in under) + chance.randint(4, 9) * (number == pictured)
            for number in range(len(edges))
        ]
        deep = max(tops)
        while sum(max(deep - top, 0) for top in tops) < len(rows):
            deep += 1
        places = [(number, line) for number, top in enumerate(tops) for line in range(top, deep)]
        body: list[list[Draw]] = [[] for _ in edges]
        for (number, line), (role, row, first, last) in zip(places, rows, strict=False):
            subhead = role == BlockRole.SUBHEAD
            size = style.size * (style.subhead if subhead else 1)
            x, down = edges[number], top - (over % style.leading) - (line + 1) * style.leading
            indent = "" if not first or subhead else style.indent
            set_in = 2 * style.size if first and not indent and not subhead else 0
            room = None if last or not style.justified else column - set_in
            body[number].append(
                lambda x=x + set_in, down=down, row=indent + row, room=room, size=size: self.put(x, down, row, size, room)
            )
        if style.backwards:
            body = [*body[1:], body[0]]
        return [draw for drawn in body for draw in drawn], (over % style.leading) + (deep + 1) * style.leading

    def set_header(self) -> None:
        """The row above the page."""
        for x, row in ((MARGIN, "要闻"), (WIDTH / 2 - 90, "2024年3月6日 星期三"), (WIDTH - 130, "云岭日报")):
            self.put(x, self.top, row, 11)
        self.top -= 40


def measure(text: str, size: float) -> float:
    """How wide a text is set."""
    from reportlab.pdfbase.pdfmetrics import stringWidth

    return sum(float(stringWidth(run, font, size)) for font, run in part_fonts(text))


def part_fonts(text: str) -> list[tuple[str, str]]:
    """The runs of a text and the font of each; PDFium loses a lone character of a font that it has to replace."""
    runs = RUN.findall(text)
    if any(len(run) == 1 and not run.isascii() for run in runs):
        return [(FONT, text)]
    return [(LATIN if run.isascii() else FONT, run) for run in runs]


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
    if chance.random() < 0.35:
        sheet.set_advert()
    short = [copy for copy in waiting if sum(len(text) for _, text in copy.body) < 300]
    if chance.random() < 0.35 and len(short) >= 4:
        sheet.set_briefs(short[:10])
        waiting = [copy for copy in waiting if copy not in short[:10]]
    while waiting:
        count = chance.choice((1, 2, 2, 3))
        if not sheet.set_band(waiting[:count]):
            break
        waiting = waiting[count:]
    for draw in sheet.last:
        draw()
    canvas.showPage()
    canvas.save()
    return buffer.getvalue(), sheet.stories, len(sheet.copies)


def pdftotext(*options: str) -> Callable[[bytes], Taken]:
    """An extractor that runs poppler's program."""

    def extract(pdf: bytes) -> Taken:
        command = ["pdftotext", *options, "-", "-"]
        return subprocess.run(command, input=pdf, capture_output=True, check=True).stdout.decode(), ()

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
            raw = taken.replace("\r\n", "\n").replace("\r", "\n")
            gold = make_gold(raw, stories, f"{number:03}")
            if options.save:
                options.save.mkdir(parents=True, exist_ok=True)
                (options.save / f"{number:03}.pdf").write_bytes(pdf)
                (options.save / f"{number:03}.{name.replace(' ', '')}.txt").write_text(raw, "utf-8")
            if gold is None:
                continue
            document = pipeline(Page(f"{number:03}", raw, SourceKind.PDF_TEXT, printed=printed))
            golds.append(replace(gold, publication=document.publication))
            read.append(document)
            raws[gold.sha256] = raw
        scores = evaluate(golds, read, raws).total
        print(f"| {name} | {len(golds)} | " + " | ".join(f"{scores[score].f1:.3f}" for score in SCORES) + " |")


def draw_copies(copies: Sequence[Copy], seed: int, number: int) -> tuple[list[Copy], random.Random]:
    chance = random.Random(f"{seed} {number}")
    start = chance.randrange(len(copies))
    near = [*copies, *copies][start : start + 30]
    return chance.sample(near, min(12, len(near))), chance


if __name__ == "__main__":
    main()
