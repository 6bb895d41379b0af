"""The headline of an article over columns: its lines are broken into rows, and the rows are written."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from yaowen.schema import BlockRole
from yaowen.train.copy import are_parallel
from yaowen.train.pages.draft import Draft, Story
from yaowen.train.pages.press import Press

SPREAD = {BlockRole.TITLE: 1.0, BlockRole.SERIES: 0.7, BlockRole.BYLINE: 0.3}
"""How readily the characters of a line are spread, beside those of a title."""
UPRIGHT = 1
"""Of a title that stands upright, so many characters fit into a row."""


def set_headline(press: Press, story: Story, heads: Sequence[tuple[Draft, str]]) -> None:
    """Writes lines of a headline, in the order in which the page's program does."""
    if not heads:
        return
    style = press.style
    lines = sorted(heads, key=lambda line: style.stack.index(line[0].role))
    wrap = _choose_wrap(press, story)
    # The title is set largest: over as many columns, the lines above and below it have room for more characters.
    room = round(wrap * press.random.uniform(1.3, 2.2)) if press.chance(0.8) else wrap
    is_upright = press.chance(0.01)
    above: BlockRole | None = None
    for draft, text in lines:
        if above not in (None, draft.role) and (draft.role != BlockRole.SUBTITLE or style.blank_subtitles):
            press.blank(style.blank_headlines)
        above = draft.role
        size = room
        if draft.role == BlockRole.TITLE:
            size = UPRIGHT if is_upright and len(text) < 13 else wrap
        _put_rows(press, story, draft, _break_line(press, story, draft.role, text, size))
    press.blank(style.blank_blocks)


def _choose_wrap(press: Press, story: Story) -> int:
    """How many characters fit into a row of the title."""
    # Over one column or two, a headline's rows are about as long as those of its body.
    wrap = story.width * press.random.choice((1, 1, 2)) if press.chance(0.35) else press.style.wrap
    wrap = max(6, wrap + press.random.randint(-3, 3))
    return max(wrap, story.width) if story.is_snug else wrap


def _break_line(press: Press, story: Story, role: BlockRole, text: str, wrap: int) -> list[str]:
    if wrap == UPRIGHT and " " not in text:
        return list(text)
    if len(text) <= wrap or role == BlockRole.BYLINE:
        return [text]
    if " " in text and role == BlockRole.TITLE and (press.chance(0.7) or not are_parallel(text)):
        # Clauses that stand on a row each were parted before.
        return [text]
    even = -(-len(text) // -(-len(text) // wrap)) + press.random.randint(0, 2)
    size = wrap if press.chance(0.2) else even  # the row is full, or the rows are balanced
    cuts = [_find_cut(press, story, text, place) for place in range(size, len(text) - 1, size)]
    return [text[start:end] for start, end in pairwise(sorted({0, *cuts, len(text)}))]


def _find_cut(press: Press, story: Story, text: str, place: int) -> int:
    """Where a headline row ends: at a space or mark nearby, or between words, as the article's own text shows them."""
    spots = [spot for spot in range(place - 3, place + 4) if 2 <= spot <= len(text) - 2]
    if not spots or press.chance(0.08):
        return min(max(place + press.random.randint(-1, 1), 2), len(text) - 1)
    for spot in sorted(spots, key=lambda spot: abs(spot - place)):
        if text[spot - 1] in " ，、；：" or text[spot] == " ":
            return spot
    said = "".join(line for _, line in story.copy.body)
    return min(spots, key=lambda spot: (said.count(text[spot - 1 : spot + 1]), abs(spot - place)))


def _put_rows(press: Press, story: Story, draft: Draft, rows: Sequence[str]) -> None:
    """Writes the rows of a line, at times with a space between all of their characters."""
    is_spread = press.chance(press.style.spaced * SPREAD.get(draft.role, 0.4))
    is_spread = is_spread and not re.search("[A-Za-z0-9]", "".join(rows))
    for number, row in enumerate(rows):
        between = " " if is_spread and (number == 0 or press.chance(0.8)) else ""
        if number and (row.startswith(" ") or rows[number - 1].endswith(" ")):
            # A clause that begins a row is a line of its own.
            draft = story.break_head(draft)
        _put_chars(press, draft, row, between)
        press.sheet.put(" \n" if press.chance(0.03) else "\n")


def _put_chars(press: Press, draft: Draft, row: str, between: str) -> None:
    for place, char in enumerate(row):
        if place:
            press.sheet.put(between)
        if char != " " or place not in (0, len(row) - 1):
            press.sheet.set(char, draft)
