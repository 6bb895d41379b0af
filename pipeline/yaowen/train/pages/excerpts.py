"""What stands on a page of an article that begins or ends on another one."""

from __future__ import annotations

from dataclasses import dataclass

from yaowen.schema import BlockRole
from yaowen.train.newsprint import WORDS
from yaowen.train.pages.draft import Story
from yaowen.train.pages.press import Press

JUMPS_FROM = ("（上接第{}版）", "（上接第{}版）", "（上接{}版）", "(上接第{}版)")

Flow = list[tuple[BlockRole, str]]
"""Paragraphs and subheads in their order."""


@dataclass
class Excerpt:
    """A body as it stands on the page, and how it tells where the rest of it is."""

    flow: Flow
    jump_from: str = ""
    jump_on: str = ""


def choose_excerpt(press: Press, story: Story) -> Excerpt:
    """All of an article's body, or what is left of it if other pages have its beginning or its end."""
    excerpt = Excerpt(list(story.copy.body))
    lost = 0
    if press.chance(0.12) and len(excerpt.flow) > 2:
        lost = _end_early(press, story, excerpt)
    if story.continued_from:
        _begin_late(press, excerpt, story.continued_from)
    if lost:
        shorten(excerpt.flow, max(8, len(excerpt.flow[-1][1]) - lost))
    return excerpt


def _end_early(press: Press, story: Story, excerpt: Excerpt) -> int:
    """Leaves out the last paragraphs; how many characters the last one that stays is to lose."""
    random = press.random
    excerpt.flow = keep_first(excerpt.flow, random.randint(2, len(excerpt.flow)))
    story.continued_on = random.randint(2, 8)
    excerpt.jump_on = random.choice(WORDS["jumps_on"]).format(page=story.continued_on)
    return random.randint(1, max(1, len(excerpt.flow[-1][1]) // 2)) if press.chance(0.25) else 0


def _begin_late(press: Press, excerpt: Excerpt, page: int) -> None:
    excerpt.jump_from = press.random.choice(JUMPS_FROM).format(page)
    if press.chance(0.6):
        role, text = excerpt.flow[0]
        excerpt.flow[0] = role, text[press.random.randint(1, max(1, len(text) // 2)) :]


def keep_first(flow: Flow, count: int) -> Flow:
    """So many paragraphs and subheads from the beginning on, without subheads that nothing follows."""
    kept = flow[:count]
    while kept[-1][0] == BlockRole.SUBHEAD:
        kept.pop()
    return kept


def shorten(flow: Flow, length: int) -> None:
    """Cuts the last paragraph off after so many characters; no mark that opens ends it."""
    role, text = flow[-1]
    flow[-1] = role, text[:length].rstrip("“‘（《")
