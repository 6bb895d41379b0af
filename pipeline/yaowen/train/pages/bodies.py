"""The body of an article is broken into the rows of its columns."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from yaowen.schema import BlockRole
from yaowen.train.pages.draft import Story
from yaowen.train.pages.excerpts import Excerpt, choose_excerpt
from yaowen.train.pages.press import Press
from yaowen.train.pages.rows import Narrow, Row, clean, fill, hold, hold_words, measure


class BodyRow(NamedTuple):
    """A row of a column, and whether a paragraph's margin stands before it."""

    row: Row
    is_indented: bool = False


def break_body(press: Press, story: Story) -> list[BodyRow]:
    """The rows of an article's body, or of what stands of it on this page; the story's parts begin in that order."""
    body = _Body(press, story, choose_excerpt(press, story))
    body.break_flow()
    if story.copy.signed and not body.excerpt.jump_on:
        body.add_names(story.copy.signed)
    if body.excerpt.jump_on:
        body.add_jump(body.excerpt.jump_on)
    return body.rows


@dataclass
class _Body:
    press: Press
    story: Story
    excerpt: Excerpt
    rows: list[BodyRow] = field(default_factory=list)

    def break_flow(self) -> None:
        flow, width = self.excerpt.flow, self.story.width
        # A picture at the foot of a column leaves a few narrow rows, in the middle of a paragraph.
        narrow = self.press.random.randint(4, max(4, width - 4)) if self.press.chance(0.06) else 0
        for number, (role, text) in enumerate(flow):
            opening = self.make_opening() if number == 0 else []
            if role == BlockRole.SUBHEAD:
                self.add_subhead(text)
            else:
                self.add_paragraph(role, text, opening, narrow if number == len(flow) // 2 else 0)

    def make_opening(self) -> Row:
        """What stands before the first word of the body: where the article comes from, or who wrote it where."""
        if self.excerpt.jump_from:
            return hold(self.excerpt.jump_from, self.story.begin(BlockRole.JUMP))
        lead = self.story.copy.lead
        if not lead:
            return []
        opening = hold(lead, self.story.begin(BlockRole.BYLINE))
        if "（" in lead[1:] and self.press.chance(0.5):
            opening.insert(lead.index("（"), (" ", None))
        if not lead.endswith("）") or self.press.chance(0.1):
            opening.append((" ", None))
        return opening

    def add_subhead(self, text: str) -> None:
        row = hold(text, self.story.begin(BlockRole.SUBHEAD))
        if len(row) > max(self.story.width, 14) + 2 and " " not in text:
            half = len(row) // 2
            self.rows.extend((BodyRow(row[:half]), BodyRow(row[half:])))
        else:
            self.rows.append(BodyRow(row))

    def add_paragraph(self, role: BlockRole, text: str, opening: Row, narrow: int) -> None:
        press, width = self.press, self.story.width
        draft = self.story.begin(role)
        is_late = bool(opening and self.excerpt.jump_from)
        if is_late and opening[0][0] == "（" and press.chance(0.15):
            self.rows.append(BodyRow(opening))
            opening = []
        tokens = hold_words(text, draft) if role == BlockRole.CAPTION else hold(clean(text), draft)
        beside = Narrow(press.random.randint(0, 12), press.random.randint(3, 9), narrow) if narrow else None
        rows = fill(press, [*opening, *tokens], width, flush=press.style.flush or is_late, narrow=beside)
        if opening and not is_late and press.chance(0.03):
            rows = [opening, *fill(press, tokens, width, flush=True)]
        is_set_in = not press.style.flush and not is_late and role != BlockRole.CAPTION
        self.rows.extend(BodyRow(row, place == 0 and is_set_in) for place, row in enumerate(rows))

    def add_names(self, signed: str) -> None:
        names = hold(signed, self.story.begin(BlockRole.BYLINE))
        bracketed = signed[0] == "（"
        if self.has_room(names) and self.press.chance(0.6 if bracketed else 0.4):
            self.add_behind(names, spaced=0.5 if bracketed or signed.startswith("本报") else 1.0)
        else:
            self.rows.extend(map(BodyRow, fill(self.press, names, self.story.width, flush=True)))

    def add_jump(self, jump: str) -> None:
        marks = hold_words(jump, self.story.begin(BlockRole.JUMP))
        if self.has_room(marks) and self.press.chance(0.7):
            self.add_behind(marks, spaced=0.6)
        elif self.press.chance(0.15):
            self.rows.extend((BodyRow(marks[:3]), BodyRow(marks[3:])))
        else:
            self.rows.append(BodyRow(marks))

    def has_room(self, tokens: Row) -> bool:
        """Whether the last row has room for these, too."""
        return measure(self.rows[-1].row) + len(tokens) + 1 <= self.story.width

    def add_behind(self, tokens: Row, spaced: float) -> None:
        self.rows[-1].row.extend([(" ", None), *tokens] if self.press.chance(spaced) else tokens)
