"""Articles are set into columns, as the text layer of a PDF tells them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from yaowen.schema import BlockRole, FurnitureRole
from yaowen.train.copy import Copy
from yaowen.train.newsprint import WORDS
from yaowen.train.pages.bodies import BodyRow, break_body
from yaowen.train.pages.draft import Story
from yaowen.train.pages.headlines import set_headline
from yaowen.train.pages.rows import fill, put_row
from yaowen.train.pages.setter import Setter

SIDES = ("after", "before")


@dataclass
class ColumnSetter(Setter):
    """Headlines and bodies in the order in which a program drew them."""

    def set(self, copies: Sequence[Copy]) -> None:
        self.stories = [self.plan(copy) for copy in copies]
        self.set_furniture(0.5)
        if self.style.order == "start":
            self.set_headlines(self.random.sample(self.stories, len(self.stories)))
        late: list[Story] = []
        # Captions join the stories on the way: one has neither headline nor body, but what stands behind a story can follow it.
        for story in self.stories:
            place = self.choose_place()
            self.set_story(story, place)
            if place == "end":
                late.append(story)
            if late and self.style.order == "bunched" and self.chance(0.3):
                self.set_bunch(late)
                late = []
            self.set_between()
        self.set_bunch(late)
        self.set_furniture(0.4)

    def choose_place(self) -> str:
        """Where the next headline stands: on either side of its body, or with others behind several bodies."""
        order = self.style.order
        if order == "bunched":
            return self.random.choice(("after", "before", "end", "end"))
        if order == "mixed" or (order in SIDES and self.chance(self.style.stray)):
            return self.random.choice(SIDES)
        return order

    def set_story(self, story: Story, place: str) -> None:
        """Writes a body, and its headline if that stands beside it."""
        heads = story.head_lines() if place in SIDES else []
        # A kicker can stand apart from its title, on the other side of the body.
        apart = [line for line in heads if line[0].role == BlockRole.KICKER] if self.chance(0.03) else []
        rest = [line for line in heads if line not in apart]
        before, after = (rest, apart) if place == "before" else (apart, rest)
        set_headline(self, story, before)
        self.set_body(story)
        self.blank(self.style.blank_blocks)
        set_headline(self, story, after)

    def set_bunch(self, stories: Sequence[Story]) -> None:
        """Writes the headlines that were kept back, in any order."""
        self.set_headlines(self.random.sample(stories, len(stories)) if self.chance(0.5) else stories)

    def set_headlines(self, stories: Sequence[Story]) -> None:
        for story in stories:
            set_headline(self, story, story.head_lines())

    def set_body(self, story: Story) -> None:
        rows = break_body(self, story)
        height = self.random.choice((6, 9, 12, 16, 20, 30, 45, 80))
        left = self.random.randint(2, height)
        for number, row in enumerate(rows):
            if number and left == 0:
                left = max(2, height + self.random.randint(-1, 1))
                self.sheet.put("\n" if self.style.blank_columns else "")
            left -= 1
            if row.is_indented and number and self.chance(self.style.blank_paragraphs):
                self.sheet.put("\n")
            self.set_row(row)

    def set_row(self, row: BodyRow) -> None:
        chars, is_indented = row
        self.sheet.put(self.style.indent if is_indented else " " if self.chance(0.004) else "")
        # Names and subheads are set wide; the last row of a paragraph is as short as they, but ends with a full stop.
        put_row(self, chars, is_short=not is_indented and len(chars) < 9 and chars[-1][0] != "。")
        self.sheet.put("\n")

    def set_between(self) -> None:
        """What can stand between two articles and belongs to neither."""
        self.set_furniture(0.2)
        if self.chance(self.style.adverts):
            self.furnish_from(FurnitureRole.ADVERT, WORDS["furniture"]["advert"])
            self.blank(self.style.blank_blocks)
        if self.chance(0.06):
            self.set_caption()

    def set_furniture(self, share: float) -> None:
        """What the paper says of itself, on so many of the pages that say it at all."""
        if not self.chance(self.style.furniture * share):
            return
        role = self.random.choice(tuple(WORDS["furniture"]))
        self.furnish_from(FurnitureRole(role), WORDS["furniture"][role])
        self.blank(self.style.blank_blocks)

    def set_caption(self) -> None:
        width = self.random.randint(10, 40)
        row = self.begin_caption("".join(self.make_caption()))
        for part in fill(self, row, width, flush=self.chance(0.7)):
            put_row(self, part)
            self.sheet.put("\n")
        self.blank(self.style.blank_blocks)
