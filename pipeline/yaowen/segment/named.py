"""Paragraphs that are no part of an article by their words, or by what stands beside them, however they look."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from yaowen.imprints import WEATHER, find_names, name_furniture
from yaowen.markup import IMAGE, cells_of
from yaowen.mastheads import DATE, iso
from yaowen.page import Paragraph, Role
from yaowen.schema import BlockRole, FurnitureRole, Publication
from yaowen.segment.furniture import (
    find_accounts,
    find_lists,
    find_own_titles,
    find_parts_of_trail,
    find_stamped,
    find_told_again,
)
from yaowen.segment.notices import find_contacts
from yaowen.segment.pictures import NUMBERS_OF_PICTURES
from yaowen.segment.row_words import (
    FAINT_LOOK,
    LEADS_TO_PAGE,
    LONGEST_POINTER,
    POINTS_TO_PAGE,
    SHORT,
    SIGNER,
    SKY_OF_DAY,
    is_day_in_brackets,
)
from yaowen.websites import RIGHTS, lists_fields


def find_named(
    paragraphs: Sequence[Paragraph], likely: Sequence[Mapping[Role, float]], rows: Sequence[str], publication: Publication
) -> tuple[list[FurnitureRole | None], set[int]]:
    """What is by its words, or by what stands beside it, no part of an article; and the headlines over stamps of the web.

    `rows` are those of a web page, else none.
    """
    named = [_name(paragraph, roles, publication) for paragraph, roles in zip(paragraphs, likely, strict=True)]
    for number in (*find_lists(rows), *find_parts_of_trail(rows)):
        named[number] = named[number] or FurnitureRole.NAVIGATION
    for number in (*_find_days_of_letters(paragraphs, likely, publication), *find_contacts(rows)):
        named[number] = None
    for number in _find_pointers(paragraphs, likely, publication):
        named[number] = FurnitureRole.NAVIGATION
    for number, (label, weather) in enumerate(pairwise(paragraphs)):
        if SKY_OF_DAY.fullmatch(label.text.chars) and WEATHER.fullmatch(weather.text.chars[: 2 * SHORT].rstrip("。")):
            named[number] = named[number + 1] = FurnitureRole.OTHER
    for number in find_names([paragraph.text.chars for paragraph in paragraphs], publication):
        named[number] = named[number] or FurnitureRole.MASTHEAD
    for number in find_told_again(rows):
        named[number] = named[number] or FurnitureRole.OTHER
    for number in [*find_accounts(named, rows)]:
        named[number] = FurnitureRole.NAVIGATION
    stamped = {*find_stamped(named, rows)}
    for number, headline in find_own_titles(named, rows):
        named[number] = FurnitureRole.NAVIGATION
        stamped = {*stamped, *headline} - {number}
    return named, stamped


def _name(paragraph: Paragraph, roles: Mapping[Role, float], publication: Publication) -> FurnitureRole | None:
    """What a paragraph is that by its words is no part of an article."""
    chars = paragraph.text.chars
    if IMAGE.fullmatch(chars) or RIGHTS.match(chars[: 5 * SHORT]) or NUMBERS_OF_PICTURES.fullmatch(chars):
        return FurnitureRole.OTHER
    if lists_fields(chars):
        return FurnitureRole.NAVIGATION
    if not roles or len(chars) > 2 * SHORT or len(cells_of(paragraph.text)) > 1 or is_day_in_brackets(chars):
        return None
    if not (role := name_furniture(chars, publication)):
        return FurnitureRole.NAVIGATION if LEADS_TO_PAGE.fullmatch(chars) else None
    # A notice, too, closes with its date: a bare one is the paper's where the rows around it are.
    if not re.fullmatch(DATE, chars):
        return role
    if publication.issue_date:
        return role if _is_day_of_issue(chars, publication) else None
    return role if sum(roles.get(role, 0.0) for role in FurnitureRole) >= FAINT_LOOK else None


def _find_pointers(
    paragraphs: Sequence[Paragraph], likely: Sequence[Mapping[Role, float]], publication: Publication
) -> Iterator[int]:
    """Where rows name another page than this one, and the headline of one line or two above them: it stands there."""
    for number, paragraph in enumerate(paragraphs):
        points = POINTS_TO_PAGE.fullmatch(paragraph.text.chars[:SHORT])
        if points and publication.page_number and int(points[points.lastgroup or 0]) != publication.page_number:
            yield number
            # 详见3版 stands below a headline of this page.
            for line in range(number - 1, -1 if points["seen"] is None else number, -1):
                chars = paragraphs[line].text.chars
                if len(chars) > LONGEST_POINTER or "。" in chars or likely[line].get(BlockRole.PARAGRAPH, 0.0) > 1 - FAINT_LOOK:
                    break
                yield line
                if line < number - 1 or paragraphs[line].gap or line == 0 or not paragraphs[line - 1].gap:
                    break  # a headline of two lines, set off from what stands above it


def _find_days_of_letters(
    paragraphs: Sequence[Paragraph], likely: Sequence[Mapping[Role, float]], publication: Publication
) -> Iterator[int]:
    """Where the day of a letter or notice stands below who signs it."""
    for number, (above, paragraph) in enumerate(pairwise(paragraphs), start=1):
        roles, chars = likely[number - 1], paragraph.text.chars
        if re.fullmatch(DATE, chars):
            author = (
                roles and max(roles, key=roles.__getitem__) == BlockRole.BYLINE and not _is_day_of_issue(chars, publication)
            )
            # Below 中共望江县委宣传部主办 it is that of the issue.
            signed = SIGNER.fullmatch(above.text.chars) and not _name(above, {BlockRole.PARAGRAPH: 1.0}, publication)
            if author or signed:
                yield number


def _is_day_of_issue(chars: str, publication: Publication) -> bool:
    day = iso(*map(int, re.findall(r"\d+", chars)))
    return day is not None and day == publication.issue_date
