"""Articles set in the columns of newspaper pages, as PDFs.

A page has a style by chance: its columns, how its headlines stand and when they are drawn, pictures, briefs, an advert. Which
character belongs where is known from the setting.
"""

from __future__ import annotations

import io
import random
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from yaowen.schema import BlockRole
from yaowen.train.copy import Copy
from yaowen.train.set_rows import FONT, break_rows, cut_rows, measure, part_fonts

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

WIDTH, HEIGHT, MARGIN = 964.0, 1360.0, 40.0
ADVERT = (("地址：云岭市人民路88号　电话：0123-4567890", 1.2), ("云岭家居城周末盛大开业", 3.5))
"""The rows of an advert, and how many times as large as the text of the page they are set."""
Draw = Callable[[], None]


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
                settings = [Setting(BlockRole.TITLE, rows)]
                heads: list[Draw] = []
                for row in rows:
                    y -= 1.3 * size
                    heads.append(partial(self.put, left, y, row, size))
                body, depth = self.fill(copy, settings, [left], width + style.gutter * style.size, (), 0.0, y)
                y -= depth + 0.6 * style.leading
                planned.append(Plan(settings, heads, body, self.top - y))
        return self.draw(planned, copies[: len(planned)])

    def set_advert(self) -> None:
        """Sets large words that are no headline at the foot of the page."""
        x, y, size = MARGIN + 0.2 * WIDTH, MARGIN - 20, self.style.size
        self.foot += 60
        for row, times in ADVERT:
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
                heads.append(partial(self.put_down, x, self.top - size, text, size))
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
                heads.append(partial(self.put, x, y, row, size))
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
            down = top - (over % style.leading) - (line + 1) * style.leading
            indent = "" if not first or subhead else style.indent
            set_in = 2 * style.size if first and not indent and not subhead else 0
            room = None if last or not style.justified else column - set_in
            body[number].append(partial(self.put, edges[number] + set_in, down, indent + row, size, room))
        if style.backwards:
            body = [*body[1:], body[0]]
        return [draw for drawn in body for draw in drawn], (over % style.leading) + (deep + 1) * style.leading

    def set_header(self) -> None:
        """The row above the page."""
        for x, row in ((MARGIN, "要闻"), (WIDTH / 2 - 90, "2024年3月6日 星期三"), (WIDTH - 130, "云岭日报")):
            self.put(x, self.top, row, 11)
        self.top -= 40


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
