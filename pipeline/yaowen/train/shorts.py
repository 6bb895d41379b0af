"""The small articles of a page: photographs with a caption, news in brief, notices."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from random import Random

from yaowen.schema import BlockRole, Genre
from yaowen.train.copy import Copy
from yaowen.train.newsprint import WORDS, fill_in, make_phrase

MARKS = "●■◆▲★◎"


def make_photo(copy: Copy, random: Random) -> Copy:
    """A picture's caption that says what an article begins with, under its title."""
    text = next(line for role, line in copy.body if role == BlockRole.PARAGRAPH)
    said = re.match(r"[^。]{12,110}。", text)
    caption = (said[0] if said else text[:60] + "。") + make_phrase(random, "credits")
    title = (copy.title[0].split(" ")[0],) if random.random() < 0.7 else ()
    return Copy(title, ((BlockRole.CAPTION, caption),), Genre.CAPTION)


def make_brief(copy: Copy, random: Random, mark: str = "") -> Copy:
    """An article cut down to its first paragraph, as it stands among the news in brief; one that a mark opens has no title."""
    text = next(line for role, line in copy.body if role == BlockRole.PARAGRAPH)
    bare = replace(copy, body=((BlockRole.PARAGRAPH, mark + text),), kicker=None, subtitle=None, series=None)
    if mark:
        return replace(bare, title=(), lead=None, byline=None)
    return replace(bare, title=()) if random.random() < 0.3 else bare


def make_briefs(copies: Sequence[Copy], random: Random) -> list[Copy]:
    """The news among the articles as briefs, on some pages with the mark that opens each and one name over the first."""
    mark = random.choice(MARKS) if random.random() < 0.4 else ""
    briefs = [make_brief(copy, random, mark) if copy.genre == Genre.NEWS else copy for copy in copies]
    first = next((place for place, copy in enumerate(briefs) if copy.genre == Genre.NEWS), None)
    if first is not None and random.random() < 0.4:
        briefs[first] = replace(briefs[first], series=random.choice(WORDS["briefs"]))
    return briefs


def make_notice(random: Random) -> Copy:
    """A notice such as stands at the foot of a page: 遗失声明, 公告, 招聘启事."""
    title, *rows = (fill_in(row, random) for row in random.choice(WORDS["notices"]))
    return Copy((title,), tuple((BlockRole.PARAGRAPH, row) for row in rows), Genre.NOTICE)
