"""Pages set by a browser: `python tests/benchmarks/browser.py --pages 30 [--corpora CORPORA/raw]`.

The pages of `extractors.py` are typeset by ourselves. Here Chromium sets the same articles from HTML, with vertical headlines,
boxes, pictures and columns of its own making, and writes the PDF. yaowen reads it; which character belongs where is known from
the HTML. Needs Chromium, the fonts named below (Debian: `chromium fonts-noto-cjk fonts-wqy-zenhei`) and `pip install '.[dev]'`.
"""

from __future__ import annotations

import argparse
import random
import re
import shutil
import subprocess
import tempfile
from array import array
from collections.abc import Sequence
from dataclasses import replace
from html import escape
from pathlib import Path

from extractors import LIGHT, SCORES, invented

from yaowen.config import make_pipeline
from yaowen.evaluate import evaluate
from yaowen.load.textlayer import read_page
from yaowen.page import Clipping, Cuttings, Page, Part, Reading
from yaowen.record import make_document
from yaowen.schema import BlockRole, Document, Furniture, FurnitureRole, SourceKind
from yaowen.text import Text
from yaowen.train.copy import Copy
from yaowen.train.extracted import SIMPLE, draw_copies, tidy

Story = list[tuple[BlockRole, str]]
"""The blocks of an article, in their order."""

FONTS = ("Noto Serif CJK SC", "Noto Sans CJK SC", "WenQuanYi Zen Hei")
UPRIGHT = "Noto Serif CJK SC"
"""Chromium sets a font without vertical measures all in one place."""
SHEETS = ("390mm 1200mm", "350mm 1200mm", "420mm 1200mm")
"""High enough for all articles of a page; a second page would be another one."""
SPANS = ([6], [4, 2], [2, 4], [3, 3], [2, 2, 2], [5, 1], [1, 5])
"""How many sixths of the sheet the articles of a band take."""
HEADER = ("2024年3月6日　星期三", "第12345期", "今日8版", "要闻", "国内统一连续出版物号 CN 00-0000", "责任编辑：尔雅")
FOOTER = ("责任编辑：尔雅　版式设计：方圆　校对：言午",)
ENOUGH = 6500
"""So many characters of text are on a page."""


def set_style(chance: random.Random) -> str:
    """The style sheet of a page, by chance."""
    size, body, head = chance.choice((9, 9.5, 10, 10.5)), chance.choice(FONTS[:2]), chance.choice(FONTS)
    return f"""
        @page {{ size: {chance.choice(SHEETS)}; margin: 12mm }}
        body {{ font: {size}pt/{chance.choice((1.3, 1.45, 1.6))} '{body}'; margin: 0 }}
        .masthead {{ font-size: 48pt; font-weight: bold }}
        .row {{ font-size: 9pt; border-bottom: 1pt solid; display: flex; gap: 1em;
                justify-content: {chance.choice(("space-between", "flex-start"))} }}
        .sheet {{ display: grid; grid-template-columns: repeat(6, 1fr); gap: 6mm }}
        .article {{ padding-bottom: 3mm }}
        .ruled .article {{ border-bottom: 0.3pt solid }}
        .columns {{ column-gap: {chance.choice((3, 4, 6))}mm; text-align: justify }}
        .columns p {{ text-indent: 2em; margin: 0 }}
        .columns .subhead {{ font-weight: bold; font-size: {chance.choice((1, 1, 1.15))}em;
                             text-indent: {chance.choice((0, 2))}em; text-align: {chance.choice(("left", "center"))} }}
        .kicker, .title, .subtitle {{ font-family: '{head}' }}
        .title {{ font-weight: {chance.choice(("bold", "bold", "normal"))}; line-height: 1.2 }}
        .upright {{ writing-mode: vertical-rl; float: {chance.choice(("left", "right"))}; margin: 0 3mm }}
        .upright div {{ font-family: '{UPRIGHT}' }}
        .box {{ border: 1pt solid; padding: 3mm }} .box .columns {{ background: #ddd }}
        .dark .title {{ background: #333; color: #fff }}
        .centred {{ text-align: center }}
        .picture {{ background: #ccc; break-inside: avoid }}"""


def set_article(copy: Copy, span: int, chance: random.Random) -> tuple[str, Story]:
    """The HTML of an article, and its blocks."""
    big = chance.choice((18, 22, 26, 32, 40)) if span > 2 else chance.choice((13, 16, 18))
    lines = [
        *([(BlockRole.KICKER, copy.kicker)] if copy.kicker else []),
        *((BlockRole.TITLE, title) for title in copy.title),
        *([(BlockRole.SUBTITLE, copy.subtitle)] if copy.subtitle else []),
    ]
    latin = any(re.search("[A-Za-z0-9]", text) for _, text in lines)
    upright = chance.random() < 0.2 and not latin and len(copy.title) == 1 and len(copy.title[0]) < 26
    aligned, spread = chance.choice(("centred", "")), chance.choice((0, 0, 0, 0.15, 0.5))
    sizes = {BlockRole.TITLE: min(big, 26) if upright else big}
    sizes |= {role: max(11, big * chance.choice((0.4, 0.5, 0.6))) for role in (BlockRole.KICKER, BlockRole.SUBTITLE)}
    story: Story = list(lines)
    head = "".join(
        f'<div class="{role.value} {aligned}" style="font-size:{sizes[role]}pt;'
        f'letter-spacing:{spread if role == BlockRole.TITLE and len(text) < 14 else 0}em">{escape(text)}</div>'
        for role, text in lines
    )
    names = f'<div class="{aligned}">{escape(copy.byline)}</div>' if copy.byline else ""
    if copy.byline:
        story.append((BlockRole.BYLINE, copy.byline))
    body = [names] if upright else []
    head = f'<div class="upright" style="height:{chance.choice((45, 60, 80))}mm">{head}</div>' if upright else head + names
    if chance.random() < 0.15:
        body.append(f'<div class="picture" style="height:{chance.randint(20, 50)}mm"></div>')
    for number, (role, text) in enumerate(copy.body):
        lead = copy.lead if copy.lead and not number else ""
        story += [(BlockRole.BYLINE, lead)] * bool(lead) + [(role, text)]
        gap = chance.choice(("　", "")) if lead else ""
        body.append(f'<p class="{role.value}">{escape(lead + gap + text)}</p>')
    count = span if span < 6 else chance.choice((4, 5, 6))
    kind = chance.choice(("", "", "", "box", "dark"))
    return (
        f'<div class="article {kind}" style="grid-column:span {span}">{head}'
        f'<div class="columns" style="column-count:{count}">{"".join(body)}</div></div>'
    ), story


def set_page(copies: Sequence[Copy], chance: random.Random) -> tuple[str, list[Story]]:
    """The HTML of a page with the first of the articles, and their blocks."""
    spans: list[int] = []
    while len(spans) < len(copies):
        spans += chance.choice(SPANS)
    parts: list[str] = []
    stories: list[Story] = []
    room = ENOUGH
    for copy, span in zip(copies, spans, strict=False):
        short = replace(copy, body=copy.body[:6]) if sum(len(text) for _, text in copy.body) > ENOUGH / 3 else copy
        room -= sum(len(text) for _, text in short.body)
        if room < 0 and stories:
            break
        part, story = set_article(short, span, chance)
        parts.append(part)
        stories.append(story)
    masthead = '<div class="masthead">云岭日报</div>' * (chance.random() < 0.5)
    header, footer = chance.sample(HEADER, chance.randint(2, len(HEADER))), FOOTER * (chance.random() < 0.5)
    rows = ["".join(f"<span>{text}</span>" for text in row) for row in (header, footer)]
    return (
        f'<meta charset="utf-8"><style>{set_style(chance)}</style><body class="{chance.choice(("ruled", ""))}">{masthead}'
        f'<div class="row">{rows[0]}</div><div class="sheet">{"".join(parts)}</div><div class="row">{rows[1]}</div>'
    ), stories


def print_page(browser: str, page: str, folder: Path) -> bytes:
    """The PDF that the browser makes of a page. Raises `CalledProcessError` where it fails."""
    (folder / "page.html").write_text(page, "utf-8")
    options = ("--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer")
    command = [browser, *options, f"--print-to-pdf={folder / 'page.pdf'}", (folder / "page.html").as_uri()]
    subprocess.run(command, check=True, capture_output=True)
    return (folder / "page.pdf").read_bytes()


def make_gold(raw: str, stories: Sequence[Story], name: str) -> Document | None:
    """The gold of a page, found row by row, the longest first; nothing where a part of it is not found."""
    flat = [(number, block, char) for number, story in enumerate(stories) for block, char in _flatten(story)]
    free = "".join(char for *_, char in flat)
    rows: list[tuple[list[int], str]] = []
    start = 0
    for line in raw.split("\n"):
        if offsets := [start + number for number, char in enumerate(line) if not char.isspace()]:
            rows.append((offsets, _bare(line)))
        start += len(line) + 1
    places: dict[int, int] = {}  # in `flat`, each with its offset in `raw`
    ends: dict[int, int] = {}
    for number in sorted(range(len(rows)), key=lambda number: -len(rows[number][1])):
        offsets, text = rows[number]
        near = next((ends[other] for step in (1, 2, 3) for other in (number - step, number + step) if other in ends), 0)
        found = [match.start() for match in re.finditer(re.escape(text), free)]
        if found:
            place = min(found, key=lambda place: abs(place - near))
            free = free[:place] + "\0" * len(text) + free[place + len(text) :]
            ends[number] = place + len(text)
            places |= {place + step: offset for step, offset in enumerate(offsets)}
    if len(places) < len(flat):
        return None
    offsets_of: dict[tuple[int, int], list[int]] = {}
    for place, (number, block, _) in enumerate(flat):
        offsets_of.setdefault((number, block), []).append(places[place])
    clippings = [
        Clipping(
            tuple(
                Part(role, Text("".join(raw[offset] for offset in offsets), array("q", offsets)))
                for block, (role, _) in enumerate(story)
                for offsets in [offsets_of[number, block]]
            )
        )
        for number, story in enumerate(stories)
    ]
    used = set(places.values())
    rest = tuple((offset, offset + 1) for offset, char in enumerate(raw) if not char.isspace() and offset not in used)
    furniture = (Furniture(FurnitureRole.PAGE_HEADER, rest),) if rest else ()
    return make_document(Page(name, raw, SourceKind.PDF_TEXT), Cuttings((), furniture), map(Reading, clippings))


def _flatten(story: Story) -> list[tuple[int, str]]:
    return [(block, char) for block, (_, text) in enumerate(story) for char in _bare(text)]


def _bare(text: str) -> str:
    return "".join(text.split()).translate(SIMPLE)


def main() -> None:
    """Makes the pages, prints a table."""
    import pypdfium2

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=30)
    parser.add_argument("--corpora", type=Path, help="a folder of corpora; the articles held out from training are set, too")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--browser", default=shutil.which("chromium"), help="Chromium, where it is not on the path")
    options = parser.parse_args()
    if not options.browser:
        parser.error("no chromium on the path; install it, or name it with --browser")
    copies = invented()
    if options.corpora:
        from yaowen.train.layout import load_copies

        copies += load_copies(options.corpora, held_out=True)
    copies = [tidy(copy) for copy in copies]
    pipeline = make_pipeline(LIGHT)
    golds, read, raws = [], [], {}
    for number in range(options.pages):
        page, stories = set_page(*draw_copies(copies, options.seed, number))
        with tempfile.TemporaryDirectory() as folder:
            pdf = pypdfium2.PdfDocument(print_page(options.browser, page, Path(folder)))
        taken, printed = read_page(pdf, 0)
        raw = taken.replace("\r\n", "\n").replace("\r", "\n")
        gold = make_gold(raw, stories, f"{number:03}") if len(pdf) == 1 else None
        if gold:
            document = pipeline(Page(f"{number:03}", raw, SourceKind.PDF_TEXT, printed=printed))
            golds.append(replace(gold, publication=document.publication))
            read.append(document)
            raws[gold.sha256] = raw
    scores = evaluate(golds, read, raws).total
    print("| pages | articles set | " + " | ".join(name.partition(".")[2] for name in SCORES) + " |")
    print("| --- | --- |" + " --- |" * len(SCORES))
    count = sum(len(gold.articles) for gold in golds)
    print(f"| {len(golds)} | {count} | " + " | ".join(f"{scores[score].f1:.3f}" for score in SCORES) + " |")


if __name__ == "__main__":
    main()
