"""Articles are set into the text of a web page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from yaowen.schema import BlockRole, FurnitureRole
from yaowen.train.copy import Copy
from yaowen.train.newsprint import WORDS, draw, make_phrase
from yaowen.train.pages.draft import Story
from yaowen.train.pages.rows import clean
from yaowen.train.pages.setter import Setter

MARGIN = "\u3000\u3000"


@dataclass(frozen=True)
class Layout:
    """How the articles of one web page are parted into rows."""

    indent: str
    between: str
    """What parts two paragraphs."""
    is_of_site: bool
    """Whether a news site tells the paper's articles, each with a line on where it is from."""
    runs_on: bool
    """Whether nothing but their margins parts paragraphs."""
    hangs: bool
    """Whether the names that end one of several articles stand in a row with no margin."""


@dataclass
class WebSetter(Setter):
    """Article by article, between what a site has above and below its texts."""

    def set(self, copies: Sequence[Copy]) -> None:
        self.stories = [self.plan_whole(copy) for copy in copies[: self.random.choice((1, 1, 2, 3, 5))]]
        layout = self.set_top()
        for story in self.stories:
            self.set_story(story, layout)
        self.set_foot(layout)

    def set_top(self) -> Layout:
        """Writes what stands above the articles; how they are to be laid out."""
        indent = self.random.choice(("  ", MARGIN, MARGIN, "", "    "))
        between = self.random.choice(("\n", "\n", "\n\n")) if indent else "\n\n"
        if self.chance(0.6):
            self.set_page_name()
        if self.chance(0.4):
            self.furnish_from(FurnitureRole.NAVIGATION, WORDS["heads"], self.choose_between())
            self.sheet.put("\n")
        if len(self.stories) > 1 and self.chance(0.5):
            self.list_titles()
        is_of_site = self.chance(0.4)
        if is_of_site and self.chance(0.7):
            self.furnish(FurnitureRole.NAVIGATION, [self.random.choice(WORDS["crumbs"])], "\n\n")
        runs_on = self.chance(0.1) and indent == MARGIN
        if len(self.stories) == 1 and self.chance(0.35):
            self.set_window_title()
        return Layout(indent, between, is_of_site, runs_on, hangs=self.chance(0.4))

    def choose_between(self) -> str:
        return self.random.choice(("\n", "\n\n"))

    def set_page_name(self) -> None:
        name = f"第{self.random.randint(1, 16):02d}版{self.random.choice(':： ')}{draw(self.random, 'sections')}"
        self.furnish(FurnitureRole.PAGE_HEADER, [name], "\n\n")

    def list_titles(self) -> None:
        """The headlines of the page once more, as what can be clicked on."""
        told = [" ".join(story.copy.title) for story in self.stories]
        told += [make_phrase(self.random, "fragments") for _ in range(self.random.choice((0, 0, 1, 3)))]
        mark = self.random.choice(("• ", "· ", "■ ", "> ", ""))
        rows = [make_phrase(self.random, "lists"), *(mark + title for title in told)]
        self.furnish(FurnitureRole.NAVIGATION, rows, self.random.choice(("\n", "\n", "\n\n")))
        self.sheet.put("\n")

    def set_window_title(self) -> None:
        """The window's title says the headline once more."""
        if titles := self.stories[0].copy.title:
            told = make_phrase(self.random, "twice", title=" ".join(titles))
            self.furnish(FurnitureRole.NAVIGATION, [told], self.choose_between())

    def set_foot(self, layout: Layout) -> None:
        if self.chance(0.3):
            self.furnish(FurnitureRole.OTHER, [make_phrase(self.random, "editors")])
        if self.chance(0.7):
            self.furnish_from(FurnitureRole.NAVIGATION, WORDS["navigation"], self.choose_between())
        if layout.is_of_site and self.chance(0.5):
            self.furnish_from(FurnitureRole.OTHER, WORDS["imprints"])

    def set_story(self, story: Story, layout: Layout) -> None:
        for draft, text in story.head_lines():
            self.sheet.set(self.half(text), draft)
            self.sheet.put("\n" if self.chance(0.3) else "\n\n")
        if layout.is_of_site:
            self.set_source_line()
        for number, (role, text) in enumerate(story.copy.body):
            self.set_margin(role, layout)
            if number == 0 and story.copy.lead:
                self.set_lead(story, story.copy.lead)
            self.set_paragraph(story, role, text, layout)
        if layout.runs_on:
            self.sheet.put("\n")
        if story.copy.signed:
            self.set_names(story, story.copy.signed, layout)
        self.sheet.put("\n")

    def set_source_line(self) -> None:
        self.furnish(FurnitureRole.OTHER, [make_phrase(self.random, "sources")])
        if self.chance(0.4):
            self.furnish(FurnitureRole.NAVIGATION, [self.random.choice(WORDS["sizes"])])
        self.sheet.put("\n")

    def set_margin(self, role: BlockRole, layout: Layout) -> None:
        if role == BlockRole.SUBHEAD:
            self.sheet.put("\n" if layout.between == "\n" and self.chance(0.7) else "")
            self.sheet.put("\n" if layout.runs_on else "")
        self.sheet.put(layout.indent if role == BlockRole.PARAGRAPH or self.chance(0.3) else "")

    def set_lead(self, story: Story, lead: str) -> None:
        self.sheet.set(self.half(lead), story.begin(BlockRole.BYLINE))
        self.sheet.put(" " if not lead.endswith("）") or self.chance(0.3) else "")

    def set_paragraph(self, story: Story, role: BlockRole, text: str, layout: Layout) -> None:
        self.sheet.set(self.half(text if role == BlockRole.CAPTION else clean(text)), story.begin(role))
        if role == BlockRole.SUBHEAD and self.chance(0.7):
            self.sheet.put("\n\n")
        elif not layout.runs_on or role != BlockRole.PARAGRAPH:
            self.sheet.put(layout.between)

    def set_names(self, story: Story, signed: str, layout: Layout) -> None:
        draft = story.begin(BlockRole.BYLINE)
        if not layout.hangs:
            self.sheet.put("\n" + layout.indent if self.chance(0.7) else layout.indent)
        for char in signed:
            if char == " " and self.chance(0.2):
                self.sheet.put("\n")
            else:
                self.sheet.set(char, draft)
        self.sheet.put("\n")
