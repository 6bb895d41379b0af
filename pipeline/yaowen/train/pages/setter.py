"""What the three ways of setting a page share: which parts an article has there, and what stands beside the articles."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from yaowen.page import Cuttings
from yaowen.schema import BlockRole, Furniture, FurnitureRole, Genre
from yaowen.train.copy import Copy
from yaowen.train.newsprint import WORDS, draw, fill_in, make_phrase
from yaowen.train.pages.draft import Story
from yaowen.train.pages.press import Press
from yaowen.train.pages.rows import Row, hold_words


@dataclass
class Setter(Press, ABC):
    """Sets articles into a page."""

    stories: list[Story] = field(default_factory=list)
    furniture: list[Furniture] = field(default_factory=list)

    @abstractmethod
    def set(self, copies: Sequence[Copy]) -> None:
        """Writes the page."""

    def cut(self) -> Cuttings:
        """How the page is to be cut, its articles in the order in which they begin."""
        clippings = sorted(
            (story.clip() for story in self.stories),
            key=lambda clipping: min(offset for part in clipping.parts for offset in part.text.offsets),
        )
        marks = [
            Furniture(FurnitureRole.OTHER, mark.source())
            for story in self.stories
            for draft in story.flow
            if (mark := draft.mark)
        ]
        return Cuttings(tuple(clippings), (*self.furniture, *marks))

    def plan(self, copy: Copy) -> Story:
        """An article before it is set: how wide its columns are, where it comes from, whether it has a headline."""
        width = self.random.choice(self.style.widths) if not self.chance(0.06) else self.random.randint(22, 30)
        lines = [len(line) for line in copy.title if len(line) in self.style.widths]
        if snug := bool(lines) and self.chance(self.style.snug):
            width = self.random.choice(lines)
        story = Story(copy, genre=copy.genre, width=width, is_snug=snug)
        if self.chance(0.05) and len(copy.body) > 1:
            story.continued_from = self.random.randint(1, 4)
        if not self.chance(0.6 if story.continued_from else self.style.untitled):
            story.begin_heads()
        return story

    def plan_whole(self, copy: Copy) -> Story:
        """An article before it is set where none comes from another page."""
        story = self.plan(copy)
        story.continued_from = None
        return story

    def furnish(self, role: FurnitureRole, rows: Iterable[str], between: str = "\n") -> None:
        """Writes rows that belong to no article."""
        source: list[tuple[int, int]] = []
        for row in rows:
            source.append(self.sheet.put(row))
            self.sheet.put(between)
        self.furniture.append(Furniture(role, tuple(source)))

    def furnish_from(self, role: FurnitureRole, templates: Sequence[Sequence[str]], between: str = "\n") -> None:
        """Writes one of several groups of rows that belong to no article."""
        rows = self.random.choice(templates)
        self.furnish(role, [fill_in(row, self.random, fragment=self._make_fragment()) for row in rows], between)

    def _make_fragment(self) -> str:
        # What the page says of itself can tell, or begin to tell, the title of an article on it.
        titles = [" ".join(story.copy.title) for story in self.stories if story.copy.title]
        if titles and self.chance(0.45):
            title = self.random.choice(titles)
            return title if self.chance(0.7) else title[:12]
        return make_phrase(self.random, "fragments")

    def furnish_mark(self, mark: str) -> None:
        """Writes the mark that makes a heading of what follows."""
        self.furniture.append(Furniture(FurnitureRole.OTHER, (self.sheet.put(mark),)))
        self.sheet.put(" ")

    def make_caption(self) -> tuple[str, str]:
        """What a picture's caption says, and whom it names."""
        random = self.random
        opening = random.choice(("图为", "", "", "连日来，", "近日，"))
        day = f"{random.randint(1, 12)}月{random.randint(1, 28)}日，"
        where = f"{draw(random, 'places')}{random.choice(('县', '市', '区'))}"
        said = f"{opening}{day}{where}{random.choice(WORDS['scenes'])}，{random.choice(WORDS['moods'])}。"
        return said, make_phrase(random, "credits")

    def begin_caption(self, text: str) -> Row:
        """A caption that is an article of its own, ready to be written."""
        story = Story(Copy((), ()), genre=Genre.CAPTION)
        self.stories.append(story)
        return hold_words(text, story.begin(BlockRole.CAPTION))
