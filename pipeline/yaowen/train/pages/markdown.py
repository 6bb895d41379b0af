"""Articles are set into Markdown, as a program writes that reads photographs of pages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from yaowen.schema import BlockRole, FurnitureRole
from yaowen.train.copy import Copy
from yaowen.train.newsprint import WORDS
from yaowen.train.pages.draft import Draft, Story
from yaowen.train.pages.excerpts import Flow, keep_first, shorten
from yaowen.train.pages.press import Press
from yaowen.train.pages.rows import CLOSING, OPENING, clean, put_row
from yaowen.train.pages.setter import Setter
from yaowen.train.pages.style import STACK, STACKS


@dataclass(frozen=True)
class Levels:
    """The marks before the headings of a page."""

    marks: Mapping[BlockRole, str]
    missing: float
    """How many headings have no mark."""

    @classmethod
    def draw(cls, press: Press) -> Levels:
        """One of the ways in which a program tells the size of what it read."""
        title, kicker, subhead = "##", "###", "###"
        if press.chance(0.25):
            title, kicker, subhead = "#", "##", "##"
        elif press.chance(0.3):
            title = kicker = subhead = "##"
        elif press.chance(0.2):
            # What stands first is taken for the head of what follows, however small it is set.
            title, kicker, subhead = "##", "#", "###"
        marks = {BlockRole.TITLE: title, BlockRole.KICKER: kicker, BlockRole.SERIES: kicker, BlockRole.SUBHEAD: subhead}
        if press.chance(0.25):
            marks[BlockRole.SUBTITLE] = press.random.choice((kicker, title))
        return cls(marks, press.random.choice((0.0, 0.05, 0.3)))


class Reading(NamedTuple):
    """What was read of a body, whether it tells that it goes on elsewhere, and whether any of it was left out."""

    flow: Flow
    goes_on: bool
    is_cut: bool


@dataclass
class Column:
    """How many characters stand in a column, and how many of the one that is being read are left."""

    height: int
    left: int

    def part(self, text: str, *, is_whole: bool) -> list[str]:
        """A text in the pieces that the ends of columns leave: no mark that closes begins one, none that opens ends one."""
        pieces = []
        while not is_whole and len(text) > self.left and (end := self._find_end(text)) < len(text) - 1:
            pieces.append(text[:end])
            text, self.left = text[end:], self.height
        self.left = max(10, self.left - len(text))
        return [*pieces, text]

    def _find_end(self, text: str) -> int:
        end = self.left
        while end < len(text) and (text[end] in CLOSING or text[end - 1] in OPENING or text[end].isascii()):
            end += 1
        return end


@dataclass
class MarkdownSetter(Setter):
    """Article by article, with marks before headings and a blank row behind each paragraph and each end of a column."""

    def set(self, copies: Sequence[Copy]) -> None:
        self.stories = [self.plan_whole(copy) for copy in copies]
        self.sheet.put("\n" * self.random.randint(0, 3))
        levels = Levels.draw(self)
        if self.chance(0.3):
            self.set_sign(FurnitureRole.MASTHEAD, self.random.choice(("#", "#", "")))
        for story in tuple(self.stories):
            if self.chance(0.05):
                self.set_sign(FurnitureRole.PAGE_HEADER, self.random.choice((levels.marks[BlockRole.KICKER], "")))
            for draft, text in sorted(story.head_lines(), key=lambda line: self.order.index(line[0].role)):
                self.set_heading(draft, text, levels)
            self.set_body(story, levels)
            self.set_between()
        if self.chance(0.25):
            self.furnish_from(FurnitureRole.OTHER, WORDS["furniture"]["other"])

    @property
    def order(self) -> tuple[BlockRole, ...]:
        """A page that was photographed is read from the top down; a series' name alone is at times read after the title."""
        return STACKS[1] if self.style.stack == STACKS[1] and self.style.half_width else STACK

    def set_sign(self, role: FurnitureRole, mark: str) -> None:
        """What the paper says of itself or of the page, at times as a heading."""
        if mark:
            self.furnish_mark(mark)
        self.furnish_from(role, WORDS["furniture"][role], self.random.choice(("\n", "\n\n")))
        self.sheet.put("\n")

    def set_heading(self, draft: Draft, text: str, levels: Levels) -> None:
        mark = levels.marks.get(draft.role)
        if mark and not self.chance(levels.missing):
            self.furnish_mark(mark)
        self.sheet.set(self.half(text), draft)
        self.sheet.put("\n\n")

    def set_body(self, story: Story, levels: Levels) -> None:
        reading = self.choose_reading(story.copy)
        height = self.random.randint(120, 900)
        column = Column(height, self.random.randint(40, height))
        for number, (role, text) in enumerate(reading.flow):
            if role == BlockRole.SUBHEAD:
                self.set_heading(story.begin(role), text, levels)
                continue
            if number == 0 and story.copy.lead:
                self.set_lead(story, story.copy.lead)
            self.set_paragraph(story.begin(role), text, column)
            self.sheet.put("\n\n" if number + 1 < len(reading.flow) else "")
        self.set_end(story, reading)

    def choose_reading(self, copy: Copy) -> Reading:
        """All of an article's body, or a part of it: the rest stands on another page, or was not read."""
        flow = list(copy.body)
        goes_on = self.chance(0.2) and len(flow) > 2
        if is_cut := goes_on or self.chance(0.15):
            flow = keep_first(flow, self.random.randint(1, len(flow)))
            if self.chance(0.5):
                shorten(flow, max(12, int(len(flow[-1][1]) * self.random.uniform(0.3, 0.95))))
        return Reading(flow, goes_on, is_cut)

    def set_lead(self, story: Story, lead: str) -> None:
        draft = story.begin(BlockRole.BYLINE)
        outlet, bracket, authors = lead.partition("（")
        self.sheet.set(self.half(outlet), draft)
        if outlet and authors and self.chance(0.6):
            self.sheet.put(" ")
        self.sheet.set(self.half(bracket + authors if authors else ""), draft)
        self.sheet.put("" if authors else " ")

    def set_paragraph(self, draft: Draft, text: str, column: Column) -> None:
        is_caption = draft.role == BlockRole.CAPTION
        pieces = column.part(self.half(text if is_caption else clean(text)), is_whole=is_caption)
        for number, piece in enumerate(pieces):
            if number:
                self.sheet.put("\n\n" if self.chance(0.9) else "\n")
            self.sheet.set(piece, draft)

    def set_end(self, story: Story, reading: Reading) -> None:
        """Where the article goes on, or who wrote it."""
        if reading.goes_on:
            story.continued_on = self.random.randint(2, 8)
            self.sheet.put(" " if self.chance(0.8) else "\n\n")
            self.sheet.set(self.half(f"（下转第{story.continued_on}版）"), story.begin(BlockRole.JUMP))
        elif story.copy.signed and not reading.is_cut:
            self.sheet.put("\n\n")
            self.sheet.set(self.half(story.copy.signed), story.begin(BlockRole.BYLINE))
        self.sheet.put("\n\n")

    def set_between(self) -> None:
        """What can stand between two articles and belongs to neither."""
        if self.chance(0.12):
            said, credit = self.make_caption()
            put_row(self, self.begin_caption(self.half(said) + credit))
            self.sheet.put("\n\n")
        if self.chance(self.style.adverts / 2):
            self.furnish_from(FurnitureRole.ADVERT, WORDS["furniture"]["advert"], "\n\n")
        if self.chance(0.08):
            self.furnish(FurnitureRole.OTHER, [f"![](images/{self.random.randint(1, 99)}.jpg)"], "\n\n")
