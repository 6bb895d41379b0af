"""Articles are set into newspaper pages, with the orders and faults of real text dumps; their gold is known exactly."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from hashlib import md5
from itertools import pairwise
from random import Random

from yaowen.page import Clipping, Cuttings, Page, Part
from yaowen.schema import BlockRole, Furniture, FurnitureRole, Genre, SourceKind
from yaowen.text import Text
from yaowen.train.copy import Copy, are_parallel
from yaowen.train.newsprint import WORDS, draw, fill_in, make_phrase

CLOSING = set("，。、；：！？”’」』）》】…,.;:!?)%％")
OPENING = set("“‘「『（《【(")
MARKS = CLOSING | OPENING
UNIT = re.compile(r"[A-Za-z0-9.%+\-]+|——|……|.", re.DOTALL)
HALF_WIDTH = str.maketrans({"，": ",", "；": ";", "：": ":", "（": "(", "）": ")", "！": "!", "？": "?"})


@dataclass
class Draft:
    """A part while it is being set: its characters and where they came to stand."""

    role: BlockRole
    chars: list[str] = field(default_factory=list)
    offsets: list[int] = field(default_factory=list)

    def finish(self) -> Part:
        """The part, without the spaces at its ends."""
        return Part(self.role, Text("".join(self.chars), array("q", self.offsets)).strip())


@dataclass
class Sheet:
    """The raw text as it grows."""

    pieces: list[str] = field(default_factory=list)
    length: int = 0

    def put(self, chars: str) -> tuple[int, int]:
        """Writes characters; where they stand."""
        self.pieces.append(chars)
        start, self.length = self.length, self.length + len(chars)
        return start, self.length

    def set(self, chars: str, draft: Draft) -> None:
        """Writes characters that belong to a part."""
        start, end = self.put(chars)
        draft.chars.extend(chars)
        draft.offsets.extend(range(start, end))


@dataclass
class Story:
    """An article on its way onto the page, with its parts in reading order of the groups."""

    copy: Copy
    heads: list[Draft] = field(default_factory=list)
    flow: list[Draft] = field(default_factory=list)
    continued_on: int | None = None
    continued_from: int | None = None
    genre: Genre = Genre.NEWS
    width: int = 16
    is_snug: bool = False
    """Whether a line of the title is just as wide as the columns."""

    def clip(self) -> Clipping:
        """The gold clipping."""
        order = list(BlockRole)
        heads = sorted(self.heads, key=lambda draft: order.index(draft.role))
        first = [
            draft for draft in self.flow if draft.role == BlockRole.JUMP and self.flow.index(draft) == 0 and self.continued_from
        ]
        bylines = [draft for draft in self.flow if draft.role == BlockRole.BYLINE]
        rest = [draft for draft in self.flow if draft not in bylines and draft not in first]
        parts = [draft.finish() for draft in (*first, *heads, *bylines, *rest) if draft.chars]
        return Clipping(tuple(parts), self.genre, (), self.continued_on, self.continued_from)


STACK = (BlockRole.SERIES, BlockRole.KICKER, BlockRole.TITLE, BlockRole.SUBTITLE, BlockRole.BYLINE)
STACKS = (
    STACK,
    (BlockRole.KICKER, BlockRole.TITLE, BlockRole.SUBTITLE, BlockRole.BYLINE, BlockRole.SERIES),
    (BlockRole.TITLE, BlockRole.KICKER, BlockRole.SUBTITLE, BlockRole.BYLINE, BlockRole.SERIES),
    (BlockRole.SUBTITLE, BlockRole.SERIES, BlockRole.KICKER, BlockRole.TITLE, BlockRole.BYLINE),
    (BlockRole.TITLE, BlockRole.SUBTITLE, BlockRole.SERIES, BlockRole.KICKER, BlockRole.BYLINE),
)
"""The orders in which a program can write the lines of a headline, the commonest first."""
WIDTHS_HELD_OUT = (13, 19)
SPREAD = {BlockRole.TITLE: 1.0, BlockRole.SERIES: 0.7, BlockRole.BYLINE: 0.3}
"""How readily the characters of a line are spread, beside those of a title."""


@dataclass(frozen=True)
class Style:
    """What the pages of one paper, and the program that dumped them, have in common."""

    order: str
    stack: tuple[BlockRole, ...]
    widths: tuple[int, ...]
    blank_columns: bool
    blank_blocks: float
    blank_headlines: float
    blank_subtitles: bool
    """Whether a subtitle, too, is parted from what stands above it."""
    indent: str
    flush: bool
    """Whether the first row of a paragraph is as wide as the others."""
    padding: float
    compress: bool
    wrap: int
    furniture: float
    adverts: float
    half_width: bool
    spaced: float
    blank_paragraphs: float
    untitled: float
    stray: float
    """How many headlines stand on the other side of their body than the page's own."""
    snug: float
    """How many headlines are just as wide as the columns below them: nothing but their words tells them from a body's rows."""

    @classmethod
    def draw(cls, random: Random, *, held_out: bool = False) -> Style:
        """A style by chance, of those that pages to learn from may have, or of those kept for measuring."""
        while (style := cls._draw(random, held_out)).is_held_out != held_out:
            pass
        return style

    @property
    def is_held_out(self) -> bool:
        """Whether no page to learn from is set like this: one in six ways to order, indent and part, two widths of column."""
        ways = (self.order, self.indent, self.blank_columns, self.flush, STACKS.index(self.stack), self.blank_headlines)
        return md5(repr(ways).encode(), usedforsecurity=False).digest()[0] < 43

    @classmethod
    def _draw(cls, random: Random, held_out: bool) -> Style:
        blank = random.random() < 0.6
        return cls(
            order=random.choices(("after", "before", "mixed", "bunched", "end", "start"), (40, 24, 15, 9, 8, 4))[0],
            stack=random.choices(STACKS, (74, 11, 5, 5, 5))[0],
            widths=WIDTHS_HELD_OUT if held_out else tuple(set(range(11, 23)) - set(WIDTHS_HELD_OUT)),
            blank_columns=blank,
            blank_blocks=1.0 if blank else random.choice((0.0, 0.0, 0.5, 1.0)),
            blank_headlines=random.choice((0.0, 0.0, 0.3, 0.7, 1.0)) if blank else 0.0,
            blank_subtitles=random.random() < 0.5,
            indent=random.choices(("", "\u3000\u3000", "  ", " ", "    "), (62, 20, 8, 6, 4))[0],
            flush=random.random() < 0.12,
            padding=random.choice((0.0, 0.0, 0.4, 0.8, 1.0)),
            compress=random.random() < 0.7,
            wrap=random.randint(9, 30),
            furniture=random.choice((0.0, 0.3, 1.0)),
            adverts=random.choice((0.0, 0.0, 0.1, 0.25)),
            half_width=random.random() < 0.65,
            spaced=random.choice((0.0, 0.05, 0.2, 0.5)),
            blank_paragraphs=random.choices((0.0, 0.2, 1.0), (90, 4, 6))[0],
            untitled=random.choice((0.02, 0.07, 0.07, 0.2)),
            stray=random.choice((0.0, 0.04, 0.08, 0.2)),
            snug=random.choice((0.05, 0.1, 0.3, 0.8)),
        )


def make_page(
    copies: Sequence[Copy], random: Random, kind: SourceKind | None = None, *, held_out: bool = False
) -> tuple[Page, Cuttings]:
    """A page with all of the articles on it, and how it is to be cut; in a layout that is held out, or in any other."""
    kind = kind or random.choices((SourceKind.PDF_TEXT, SourceKind.OCR_MARKDOWN, SourceKind.WEB_TEXT), (64, 18, 18))[0]
    setter = _Setter(Sheet(), random, Style.draw(random, held_out=held_out))
    {
        SourceKind.PDF_TEXT: setter.set_columns,
        SourceKind.OCR_MARKDOWN: setter.set_markdown,
        SourceKind.WEB_TEXT: setter.set_web,
    }[kind](copies)
    page = Page("made", "".join(setter.sheet.pieces), kind)
    stories = sorted(
        (story.clip() for story in setter.stories),
        key=lambda clipping: min(offset for part in clipping.parts for offset in part.text.offsets),
    )
    return page, Cuttings(tuple(stories), tuple(setter.furniture))


Row = list[tuple[str, Draft | None]]


@dataclass
class _Setter:
    sheet: Sheet
    random: Random
    style: Style
    stories: list[Story] = field(default_factory=list)
    furniture: list[Furniture] = field(default_factory=list)

    def chance(self, probability: float) -> bool:
        return self.random.random() < probability

    def blank(self, probability: float) -> None:
        if self.chance(probability):
            self.sheet.put("\n" * (2 if self.chance(0.1) else 1))

    def furnish(self, role: FurnitureRole, rows: Iterable[str], between: str = "\n") -> None:
        source: list[tuple[int, int]] = []
        for row in rows:
            source.append(self.sheet.put(row))
            self.sheet.put(between)
        self.furniture.append(Furniture(role, tuple(source)))

    # ------------------------------------------------------------------ columns

    def set_columns(self, copies: Sequence[Copy]) -> None:
        order = self.style.order
        stories = [self.plan(copy) for copy in copies]
        self.stories = stories
        if self.chance(self.style.furniture * 0.5):
            self.set_furniture()
        if order == "start":
            for story in self.random.sample(stories, len(stories)):
                self.set_headline(story)
        late: list[Story] = []
        for story in stories:
            place = self.choose_place()
            heads = self.head_lines(story) if place in ("before", "after") else []
            # A kicker can stand apart from its title, on the other side of the body.
            apart = [line for line in heads if line[0].role == BlockRole.KICKER] if self.chance(0.03) else []
            rest = [line for line in heads if line not in apart]
            self.set_lines(story, rest if place == "before" else apart if place == "after" else [])
            self.set_body(story)
            self.blank(self.style.blank_blocks)
            self.set_lines(story, rest if place == "after" else apart if place == "before" else [])
            if place == "end":
                late.append(story)
            if late and order == "bunched" and self.chance(0.3):
                self.set_headlines(late)
                late = []
            if self.chance(self.style.furniture * 0.2):
                self.set_furniture()
            if self.chance(self.style.adverts):
                self.furnish_from(FurnitureRole.ADVERT, WORDS["furniture"]["advert"])
                self.blank(self.style.blank_blocks)
            if self.chance(0.06):
                self.set_caption(self.random.randint(10, 40))
                self.blank(self.style.blank_blocks)
        self.set_headlines(late)
        if self.chance(self.style.furniture * 0.4):
            self.set_furniture()

    def choose_place(self) -> str:
        """Where the next headline stands: on either side of its body, or with others behind several bodies."""
        order = self.style.order
        if order == "bunched":
            return self.random.choice(("after", "before", "end", "end"))
        if order == "mixed" or (order in ("after", "before") and self.chance(self.style.stray)):
            return self.random.choice(("after", "before"))
        return order

    def set_headlines(self, stories: Sequence[Story]) -> None:
        for story in self.random.sample(stories, len(stories)) if self.chance(0.5) else stories:
            self.set_headline(story)

    def plan(self, copy: Copy) -> Story:
        width = self.random.choice(self.style.widths) if not self.chance(0.06) else self.random.randint(22, 30)
        lines = [len(line) for line in copy.title if len(line) in self.style.widths]
        if snug := bool(lines) and self.chance(self.style.snug):
            width = self.random.choice(lines)
        story = Story(copy, genre=copy.genre, width=width, is_snug=snug)
        if self.chance(0.05) and len(copy.body) > 1:
            story.continued_from = self.random.randint(1, 4)
        if not self.chance(0.6 if story.continued_from else self.style.untitled):
            story.heads = [
                *([Draft(BlockRole.SERIES)] if copy.series else []),
                *([Draft(BlockRole.KICKER)] if copy.kicker else []),
                *(Draft(BlockRole.TITLE) for _ in copy.title),
                *([Draft(BlockRole.SUBTITLE)] if copy.subtitle else []),
                *([Draft(BlockRole.BYLINE)] if copy.byline else []),
            ]
        return story

    def head_lines(self, story: Story) -> list[tuple[Draft, str]]:
        copy, titles = story.copy, iter(story.copy.title)
        lines = []
        for draft in story.heads:
            text = {
                BlockRole.SERIES: copy.series,
                BlockRole.KICKER: copy.kicker,
                BlockRole.SUBTITLE: copy.subtitle,
                BlockRole.BYLINE: copy.byline,
            }.get(draft.role) or next(titles)
            lines.append((draft, text))
        return lines

    def set_headline(self, story: Story) -> None:
        self.set_lines(story, self.head_lines(story))

    def set_lines(self, story: Story, heads: Sequence[tuple[Draft, str]]) -> None:
        if not heads:
            return
        lines = sorted(heads, key=lambda line: self.style.stack.index(line[0].role))
        # Over one column or two, a headline's rows are about as long as those of its body.
        wrap = story.width * self.random.choice((1, 1, 2)) if self.chance(0.35) else self.style.wrap
        wrap = max(6, wrap + self.random.randint(-3, 3))
        if story.is_snug:
            wrap = max(wrap, story.width)
        # The title is set largest: over as many columns, the lines above and below it have room for more characters.
        room = round(wrap * self.random.uniform(1.3, 2.2)) if self.chance(0.8) else wrap
        vertical = self.chance(0.01)
        for number, (draft, text) in enumerate(lines):
            other = number and lines[number - 1][0].role != draft.role
            if other and (draft.role != BlockRole.SUBTITLE or self.style.blank_subtitles):
                self.blank(self.style.blank_headlines)
            upright = vertical and draft.role == BlockRole.TITLE and len(text) < 13
            self.set_head_rows(story, draft, text, 1 if upright else wrap if draft.role == BlockRole.TITLE else room)
        self.blank(self.style.blank_blocks)

    def set_head_rows(self, story: Story, draft: Draft, text: str, wrap: int) -> None:
        rows = [text]
        if wrap == 1 and " " not in text:
            rows = list(text)
        elif len(text) > wrap and draft.role != BlockRole.BYLINE:
            if " " in text and draft.role == BlockRole.TITLE and (self.chance(0.7) or not are_parallel(text)):
                # Clauses that stand on a row each were parted before.
                rows = [text]
            else:
                even = -(-len(text) // -(-len(text) // wrap)) + self.random.randint(0, 2)
                size = wrap if self.chance(0.2) else even  # the row is full, or the rows are balanced
                cuts = [self.find_cut(story, text, place) for place in range(size, len(text) - 1, size)]
                rows = [text[start:end] for start, end in pairwise(sorted({0, *cuts, len(text)}))]
        letters = self.chance(self.style.spaced * SPREAD.get(draft.role, 0.4)) and not re.search("[A-Za-z0-9]", text)
        for number, row in enumerate(rows):
            spaced = letters and (number == 0 or self.chance(0.8))
            if number and (row.startswith(" ") or rows[number - 1].endswith(" ")):
                # A clause that begins a row is a line of its own.
                clause = Draft(draft.role)
                place = next(place for place, known in enumerate(story.heads, start=1) if known is draft)
                story.heads.insert(place, clause)
                draft = clause
            for place, char in enumerate(row):
                if spaced and place:
                    self.sheet.put(" ")
                if char == " " and place in (0, len(row) - 1):
                    continue
                self.sheet.set(char, draft)
            self.sheet.put(" \n" if self.chance(0.03) else "\n")

    def find_cut(self, story: Story, text: str, place: int) -> int:
        """Where a headline row ends: at a space or mark nearby, or between words, as the article's own text shows them."""
        spots = [spot for spot in range(place - 3, place + 4) if 2 <= spot <= len(text) - 2]
        if not spots or self.chance(0.08):
            return min(max(place + self.random.randint(-1, 1), 2), len(text) - 1)
        for spot in sorted(spots, key=lambda spot: abs(spot - place)):
            if text[spot - 1] in " ，、；：" or text[spot] == " ":
                return spot
        said = "".join(line for _, line in story.copy.body)
        return min(spots, key=lambda spot: (said.count(text[spot - 1 : spot + 1]), abs(spot - place)))

    def set_body(self, story: Story) -> None:
        rows_of = self.break_rows(story)
        height = self.random.choice((6, 9, 12, 16, 20, 30, 45, 80))
        left = self.random.randint(2, height)
        for number, (row, indented) in enumerate(rows_of):
            if number and left == 0:
                left = max(2, height + self.random.randint(-1, 1))
                self.sheet.put("\n" if self.style.blank_columns else "")
            left -= 1
            if indented and number and self.chance(self.style.blank_paragraphs):
                self.sheet.put("\n")
            margin = self.style.indent if indented else " " if self.chance(0.004) else ""
            self.sheet.put(margin)
            self.put_row(row, 0 if indented or _measure(row) > 8 or row[-1][0] == "。" else 1)
            self.sheet.put("\n")

    def put_row(self, row: Row, place_in: int) -> None:
        spread = self.chance(0.3 if len(row) < 9 and place_in > 0 else 0.004) and len(row) < 14
        padding = self.style.padding > 0 and self.chance(self.style.padding)
        for place, (char, draft) in enumerate(row):
            if place and spread:
                self.sheet.put(" ")
            elif place and padding and char != "\n":
                beside = {_is_digit(row[place - 1][0]), _is_digit(char)}
                if beside == {True, False} and not {char, row[place - 1][0]} & MARKS and self.chance(0.8):
                    self.sheet.put(" ")
            if draft is None:
                self.sheet.put(char)
            else:
                self.sheet.set(char, draft)

    def break_rows(self, story: Story) -> list[tuple[Row, bool]]:
        copy, random = story.copy, self.random
        width = story.width
        flow = list(copy.body)
        first_cut = last_cut = 0
        jump_on = jump_from = None
        if self.chance(0.12) and len(flow) > 2:
            keep = random.randint(2, len(flow))
            flow = flow[:keep]
            while flow[-1][0] == BlockRole.SUBHEAD:
                flow.pop()
            story.continued_on = random.randint(2, 8)
            jump_on = random.choice(WORDS["jumps_on"]).format(page=story.continued_on)
            if self.chance(0.25):
                last_cut = random.randint(1, max(1, len(flow[-1][1]) // 2))
        if story.continued_from:
            jump_from = random.choice(("（上接第{}版）", "（上接第{}版）", "（上接{}版）", "(上接第{}版)")).format(
                story.continued_from
            )
            if self.chance(0.6):
                first_cut = random.randint(1, max(1, len(flow[0][1]) // 2))
        rows: list[tuple[Row, bool]] = []
        if jump_from:
            flow[0] = (flow[0][0], flow[0][1][first_cut:])
        if last_cut:
            flow[-1] = (flow[-1][0], flow[-1][1][: max(8, len(flow[-1][1]) - last_cut)].rstrip("“‘（《"))
        narrow = random.randint(4, max(4, width - 4)) if self.chance(0.06) else 0
        for number, (role, text) in enumerate(flow):
            prefix: Row = []
            if number == 0 and jump_from:
                draft = Draft(BlockRole.JUMP)
                story.flow.append(draft)
                prefix = [(char, draft) for char in jump_from]
            elif number == 0 and copy.lead:
                draft = Draft(BlockRole.BYLINE)
                story.flow.append(draft)
                lead = copy.lead
                prefix = [(char, draft) for char in lead]
                if "（" in lead[1:] and self.chance(0.5):
                    cut = lead.index("（")
                    prefix.insert(cut, (" ", None))
                if not lead.endswith("）") or self.chance(0.1):
                    prefix.append((" ", None))
            draft = Draft(role)
            story.flow.append(draft)
            if role == BlockRole.SUBHEAD:
                shown: Row = [(char, draft) for char in text]
                if len(shown) > max(width, 14) + 2 and " " not in text:
                    cut = len(shown) // 2
                    rows.extend([(shown[:cut], False), (shown[cut:], False)])
                else:
                    rows.append((shown, False))
                continue
            own_row = prefix and prefix[0][0] == "（" and jump_from and self.chance(0.15)
            if own_row:
                rows.append((prefix, False))
                prefix = []
            clean = text if role == BlockRole.CAPTION else _clean(text)
            tokens = [*prefix, *((char, draft if char != " " or role != BlockRole.CAPTION else None) for char in clean)]
            # A picture at the foot of a column leaves a few narrow rows, in the middle of a paragraph.
            beside = (random.randint(0, 12), random.randint(3, 9), narrow) if narrow and number == len(flow) // 2 else (0, 0, 0)
            columns = width
            flush = self.style.flush or (bool(jump_from) and number == 0)
            broken = self.fill(tokens, columns, flush, beside)
            if prefix and copy.lead and not jump_from and self.chance(0.03):
                cut = len([char for char, _ in prefix if char != " "])
                broken = [
                    tokens[: cut + sum(char == " " for char, _ in prefix)],
                    *self.fill(tokens[len(prefix) :], columns, True),
                ]
            set_in = not self.style.flush and not (jump_from and number == 0) and role != BlockRole.CAPTION
            rows.extend((row, place == 0 and set_in) for place, row in enumerate(broken))
        if copy.signed and not jump_on:
            draft = Draft(BlockRole.BYLINE)
            story.flow.append(draft)
            names: Row = [(char, draft) for char in copy.signed]
            fits = _measure(rows[-1][0]) + len(names) + 1 <= width and copy.signed[0] == "（"
            if fits and self.chance(0.6):
                rows[-1][0].extend([(" ", None), *names] if self.chance(0.5) else names)
            else:
                rows.extend((row, False) for row in self.fill(names, width, True))
        if jump_on:
            draft = Draft(BlockRole.JUMP)
            story.flow.append(draft)
            marks: Row = [(char, draft if char != " " else None) for char in jump_on]
            if _measure(rows[-1][0]) + len(marks) + 1 <= width and self.chance(0.7):
                rows[-1][0].extend([(" ", None), *marks] if self.chance(0.6) else marks)
            elif self.chance(0.15):
                rows.extend([(marks[:3], False), (marks[3:], False)])
            else:
                rows.append((marks, False))
        return rows

    def fill(self, tokens: Row, width: int, flush: bool, beside: tuple[int, int, int] = (0, 0, 0)) -> list[Row]:
        """Breaks a paragraph into rows; no mark that closes may begin one, none that opens may end one."""
        chars = "".join(char for char, _ in tokens)
        rows: list[Row] = []
        row: Row = []
        room = float(width if flush else max(2, width - 2))
        used, marks = 0.0, 0
        for match in UNIT.finditer(chars):
            unit = tokens[match.start() : match.end()]
            size = sum(0.5 if char < "\u2000" else 1.0 for char, _ in unit)
            squeeze = min(marks + (match[0] in MARKS), 3) * 0.5 if self.style.compress else 0.0
            if used + size > room + squeeze and row:
                if match[0] in CLOSING and len(match[0]) == 1 and self.chance(0.75) and used + size <= room + 1.5:
                    row.extend(unit)  # a mark hangs over the edge
                    used += size
                    continue
                carry: Row = []
                while row and (row[-1][0] in OPENING or (match[0][0] in CLOSING and not carry and len(row) > 1)):
                    carry.insert(0, row.pop())
                rows.append(row)
                row, room = [*carry], float(beside[2] if beside[0] <= len(rows) < beside[0] + beside[1] else width)
                used = _measure(row)
                marks = sum(char in MARKS for char, _ in row)
            row.extend(unit)
            used += size
            marks += match[0] in MARKS
        if row:
            rows.append(row)
        return [row for row in rows if row]

    def set_furniture(self) -> None:
        role = self.random.choice(tuple(WORDS["furniture"]))
        self.furnish_from(FurnitureRole(role), WORDS["furniture"][role])
        self.blank(self.style.blank_blocks)

    def furnish_from(self, role: FurnitureRole, templates: Sequence[Sequence[str]], between: str = "\n") -> None:
        rows = self.random.choice(templates)
        self.furnish(role, [fill_in(row, self.random, fragment=self.make_fragment()) for row in rows], between)

    def make_fragment(self) -> str:
        titles = [" ".join(story.copy.title) for story in self.stories if story.copy.title]
        if titles and self.chance(0.45):
            title = self.random.choice(titles)
            return title if self.chance(0.7) else title[:12]
        return make_phrase(self.random, "fragments")

    # ------------------------------------------------------------------ markdown

    @property
    def markdown_order(self) -> tuple[BlockRole, ...]:
        """A page that was photographed is read from the top down; a series' name alone is at times read after the title."""
        return STACKS[1] if self.style.stack == STACKS[1] and self.style.half_width else STACK

    def set_sign(self, role: FurnitureRole, level: str) -> None:
        """What the paper says of itself or of the page, at times as a heading."""
        if level:
            self.furniture.append(Furniture(FurnitureRole.OTHER, (self.sheet.put(level),)))
            self.sheet.put(" ")
        self.furnish_from(role, WORDS["furniture"][role], self.random.choice(("\n", "\n\n")))
        self.sheet.put("\n")

    def set_markdown(self, copies: Sequence[Copy]) -> None:
        random = self.random
        self.stories = [self.plan(copy) for copy in copies]
        for story in self.stories:
            story.continued_from = None
        self.sheet.put("\n" * self.random.randint(0, 3))
        levels = {BlockRole.TITLE: "##", BlockRole.KICKER: "###", BlockRole.SERIES: "###", BlockRole.SUBHEAD: "###"}
        if self.chance(0.25):
            levels = {BlockRole.TITLE: "#", BlockRole.KICKER: "##", BlockRole.SERIES: "##", BlockRole.SUBHEAD: "##"}
        elif self.chance(0.3):
            levels = dict.fromkeys(levels, "##")
        elif self.chance(0.2):
            # What stands first is taken for the head of what follows, however small it is set.
            levels = {BlockRole.TITLE: "##", BlockRole.KICKER: "#", BlockRole.SERIES: "#", BlockRole.SUBHEAD: "###"}
        if self.chance(0.25):
            levels[BlockRole.SUBTITLE] = random.choice((levels[BlockRole.KICKER], levels[BlockRole.TITLE]))
        unmarked = random.choice((0.0, 0.05, 0.3))
        if self.chance(0.3):
            self.set_sign(FurnitureRole.MASTHEAD, random.choice(("#", "#", "")))
        stories = tuple(self.stories)
        for story in stories:
            if self.chance(0.05):
                self.set_sign(FurnitureRole.PAGE_HEADER, random.choice((levels[BlockRole.KICKER], "")))
            for draft, text in sorted(self.head_lines(story), key=lambda line: self.markdown_order.index(line[0].role)):
                self.set_markdown_row(draft, text, levels.get(draft.role, ""), unmarked)
            self.set_markdown_body(story, levels[BlockRole.SUBHEAD], unmarked)
            if self.chance(0.12):
                self.set_caption()
            if self.chance(self.style.adverts / 2):
                self.furnish_from(FurnitureRole.ADVERT, WORDS["furniture"]["advert"], "\n\n")
            if self.chance(0.08):
                self.furnish(FurnitureRole.OTHER, [f"![](images/{random.randint(1, 99)}.jpg)"], "\n\n")
        if self.chance(0.25):
            self.furnish_from(FurnitureRole.OTHER, WORDS["furniture"]["other"])

    def set_markdown_row(self, draft: Draft, text: str, level: str, unmarked: float) -> None:
        if level and not self.chance(unmarked):
            start = self.sheet.put(level)
            self.furniture.append(Furniture(FurnitureRole.OTHER, (start,)))
            self.sheet.put(" ")
        self.sheet.set(self.half(text), draft)
        self.sheet.put("\n\n")

    def half(self, text: str) -> str:
        return text.translate(HALF_WIDTH) if self.style.half_width else text

    def set_markdown_body(self, story: Story, level: str, unmarked: float) -> None:
        copy, random = story.copy, self.random
        flow = list(copy.body)
        jump = self.chance(0.2) and len(flow) > 2
        cut = jump or self.chance(0.15)
        if cut:
            flow = flow[: random.randint(1, len(flow))]
            while flow[-1][0] == BlockRole.SUBHEAD:
                flow.pop()
            if self.chance(0.5):
                flow[-1] = (
                    flow[-1][0],
                    flow[-1][1][: max(12, int(len(flow[-1][1]) * random.uniform(0.3, 0.95)))].rstrip("“‘（《"),
                )
        column = random.randint(120, 900)
        left = random.randint(40, column)
        for number, (role, text) in enumerate(flow):
            if role == BlockRole.SUBHEAD:
                draft = Draft(role)
                story.flow.append(draft)
                self.set_markdown_row(draft, text, level, unmarked)
                continue
            if number == 0 and copy.lead:
                draft = Draft(BlockRole.BYLINE)
                story.flow.append(draft)
                head, _, tail = copy.lead.partition("（")
                self.sheet.set(self.half(head), draft)
                if head and tail and self.chance(0.6):
                    self.sheet.put(" ")
                self.sheet.set(self.half("（" + tail if tail else ""), draft)
                self.sheet.put(" " if not tail else "")
            draft = Draft(role)
            story.flow.append(draft)
            text = self.half(text if role == BlockRole.CAPTION else _clean(text))
            while len(text) > left and role != BlockRole.CAPTION:
                place = left
                while 0 < place < len(text) and (text[place] in CLOSING or text[place - 1] in OPENING or text[place].isascii()):
                    place += 1
                if place >= len(text) - 1:
                    break
                self.sheet.set(text[:place], draft)
                self.sheet.put("\n\n" if self.chance(0.9) else "\n")
                text, left = text[place:], column
            self.sheet.set(text, draft)
            left = max(10, left - len(text))
            if number + 1 < len(flow):
                self.sheet.put("\n\n")
        if jump:
            story.continued_on = random.randint(2, 8)
            draft = Draft(BlockRole.JUMP)
            story.flow.append(draft)
            self.sheet.put(" " if self.chance(0.8) else "\n\n")
            self.sheet.set(self.half(f"（下转第{story.continued_on}版）"), draft)
        elif copy.signed and not cut:
            draft = Draft(BlockRole.BYLINE)
            story.flow.append(draft)
            self.sheet.put("\n\n")
            self.sheet.set(self.half(copy.signed), draft)
        self.sheet.put("\n\n")

    def set_caption(self, width: int = 0) -> None:
        random = self.random
        draft = Draft(BlockRole.CAPTION)
        opening = random.choice(("图为", "", "", "连日来，", "近日，"))
        day = f"{random.randint(1, 12)}月{random.randint(1, 28)}日，"
        where = f"{draw(random, 'places')}{random.choice(('县', '市', '区'))}"
        text = f"{opening}{day}{where}{random.choice(WORDS['scenes'])}，{random.choice(WORDS['moods'])}。"
        text = self.half(text) if not width else text
        credit = make_phrase(random, "credits")
        story = Story(Copy((), ()), genre=Genre.CAPTION, flow=[draft])
        tokens: Row = [(char, None if char == " " else draft) for char in text + credit]
        for row in self.fill(tokens, width, self.chance(0.7)) if width else [tokens]:
            self.put_row(row, 0)
            self.sheet.put("\n")
        self.stories.append(story)
        self.sheet.put("" if width else "\n")

    # ------------------------------------------------------------------ web

    def set_web(self, copies: Sequence[Copy]) -> None:
        random = self.random
        self.stories = [self.plan(copy) for copy in copies[: random.choice((1, 1, 2, 3, 5))]]
        for story in self.stories:
            story.continued_from = None
        indent = random.choice(("  ", "\u3000\u3000", "\u3000\u3000", "", "    "))
        between = random.choice(("\n", "\n", "\n\n")) if indent else "\n\n"
        if self.chance(0.6):
            header = f"第{random.randint(1, 16):02d}版{random.choice(':： ')}{draw(random, 'sections')}"
            self.furnish(FurnitureRole.PAGE_HEADER, [header], "\n\n")
        if self.chance(0.4):
            self.furnish_from(FurnitureRole.NAVIGATION, WORDS["heads"], random.choice(("\n", "\n\n")))
            self.sheet.put("\n")
        if len(self.stories) > 1 and self.chance(0.5):
            self.list_titles()
        site = self.chance(0.4)
        if site and self.chance(0.7):
            self.furnish(FurnitureRole.NAVIGATION, [random.choice(WORDS["crumbs"])], "\n\n")
        run_on = self.chance(0.1) and indent == "\u3000\u3000"
        if len(self.stories) == 1 and self.chance(0.35) and (titles := self.stories[0].copy.title):
            # The window's title says the headline once more.
            told = make_phrase(random, "twice", title=" ".join(titles))
            self.furnish(FurnitureRole.NAVIGATION, [told], random.choice(("\n", "\n\n")))
        # Where several articles stand on one web page, the names that end one stand in a row with no margin.
        hanging = self.chance(0.4)
        for story in self.stories:
            for draft, text in self.head_lines(story):
                self.sheet.set(self.half(text), draft)
                self.sheet.put("\n" if self.chance(0.3) else "\n\n")
            if site:
                self.set_source_line()
            copy = story.copy
            for number, (role, text) in enumerate(copy.body):
                if role == BlockRole.SUBHEAD:
                    self.sheet.put("\n" if between == "\n" and self.chance(0.7) else "")
                    if run_on:
                        self.sheet.put("\n")
                self.sheet.put(indent if role == BlockRole.PARAGRAPH or self.chance(0.3) else "")
                if number == 0 and copy.lead:
                    draft = Draft(BlockRole.BYLINE)
                    story.flow.append(draft)
                    self.sheet.set(self.half(copy.lead), draft)
                    self.sheet.put(" " if not copy.lead.endswith("）") or self.chance(0.3) else "")
                draft = Draft(role)
                story.flow.append(draft)
                self.sheet.set(self.half(text if role == BlockRole.CAPTION else _clean(text)), draft)
                self.sheet.put(
                    ""
                    if run_on and role == BlockRole.PARAGRAPH
                    else "\n\n"
                    if role == BlockRole.SUBHEAD and self.chance(0.7)
                    else between
                )
            if run_on:
                self.sheet.put("\n")
            if copy.signed:
                draft = Draft(BlockRole.BYLINE)
                story.flow.append(draft)
                if not hanging:
                    self.sheet.put("\n" + indent if self.chance(0.7) else indent)
                for char in copy.signed:
                    if char == " " and self.chance(0.2):
                        self.sheet.put("\n")
                    else:
                        self.sheet.set(char, draft)
                self.sheet.put("\n")
            self.sheet.put("\n")
        if self.chance(0.3):
            self.furnish(FurnitureRole.OTHER, [make_phrase(random, "editors")])
        if self.chance(0.7):
            self.furnish_from(FurnitureRole.NAVIGATION, WORDS["navigation"], random.choice(("\n", "\n\n")))
        if site and self.chance(0.5):
            self.furnish_from(FurnitureRole.OTHER, WORDS["imprints"])

    def list_titles(self) -> None:
        """The headlines of the page once more, as what can be clicked on."""
        told = [" ".join(story.copy.title) for story in self.stories]
        told += [make_phrase(self.random, "fragments") for _ in range(self.random.choice((0, 0, 1, 3)))]
        mark = self.random.choice(("• ", "· ", "■ ", "> ", ""))
        rows = [make_phrase(self.random, "lists"), *(mark + title for title in told)]
        self.furnish(FurnitureRole.NAVIGATION, rows, self.random.choice(("\n", "\n", "\n\n")))
        self.sheet.put("\n")

    def set_source_line(self) -> None:
        self.furnish(FurnitureRole.OTHER, [make_phrase(self.random, "sources")])
        if self.chance(0.4):
            self.furnish(FurnitureRole.NAVIGATION, [self.random.choice(WORDS["sizes"])])
        self.sheet.put("\n")


def _is_digit(char: str) -> bool:
    return char.isascii() and char.isalnum()


def _clean(text: str) -> str:
    return re.sub(r"(?<![A-Za-z])\s+|\s+(?![A-Za-z])", "", text)


def _measure(row: Row) -> float:
    return sum(0.5 if char < "\u2000" else 1.0 for char, _ in row)
