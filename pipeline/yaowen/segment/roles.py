"""What each paragraph does on its page: what its rows look like, what its words say, what stands beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from itertools import groupby, pairwise
from typing import NamedTuple

from yaowen.credits import CREDIT_ALONE, CREDIT_BEHIND, ENDS_WITH_CREDIT
from yaowen.datelines import DAY, ENDS_SIGNED, WORD
from yaowen.imprints import BULLETS, name_furniture
from yaowen.markup import depth_of
from yaowen.mastheads import DATE, PAGED
from yaowen.page import Paragraph, Role
from yaowen.schema import BlockRole, FurnitureRole, Publication
from yaowen.segment.beside import settle_beside
from yaowen.segment.bylines import BARE_NAMES, BYLINE, LEAD, LISTED_NAMES, parse_byline
from yaowen.segment.furniture import LONGEST_LINK, READING
from yaowen.segment.named import find_named
from yaowen.segment.notices import find_contacts
from yaowen.segment.pictures import CREDITED, LONGEST_CAPTION, is_caption
from yaowen.segment.row_words import (
    EDITORS,
    ENDS_TEXT,
    FAINT_LOOK,
    HEADLINE,
    NUMBERED,
    PEN_NAME,
    ROLL,
    RUBRIC,
    SECTIONS,
    SHORT,
    SIGNER,
    UNNAMED,
    is_list_of_names,
    is_paired,
    read_role,
)
from yaowen.segment.sections import find_behind_jump, find_counted, find_sections
from yaowen.websites import FIELDS, PICTURE_BUTTON, is_of_site, tells_writer

SIGNED_ON = re.compile(rf"(?:(?:{SIGNER.pattern})\s*)++(?:{DATE})?")
"""Who gives notice, and the day where it stands in the same paragraph: 望江县水务局 望江县公安局 2024年5月8日."""

DATED = re.compile(rf"[一-鿿]{{2,10}}{DAY}\s*{WORD}\s*[（(]")
SHOWN_BY = re.compile(r"[（(]如?[上下左右]?图[）)](?=[，,；;])")
"""Within a sentence that goes on, names the picture of the report: 民警将老人送到家中（如图），老人连声道谢。"""
IN_PAPER = re.compile(rf"第\s?{PAGED}")
"""Names a page of the paper: 第02版：要闻."""
OF_DAY = re.compile(rf"(?:{DATE}|\d{{1,2}}月\d{{1,2}}日|近日|日前|[昨今]天)")
"""Opens what a picture shows: 5月8日，渡口的老船工在修补木船。"""


class Chosen(NamedTuple):
    """What a paragraph does, and how likely it looked to do what; `opens` is of a headline that surely stands over its body."""

    role: Role
    likely: Mapping[Role, float]
    opens: bool = False
    inside: bool = False
    """Whether it surely stands within its article: a subhead by its number, a row of a notice by the one above."""


def choose_roles(paragraphs: Sequence[Paragraph], publication: Publication, *, web: bool) -> Iterator[Chosen]:
    """What each paragraph does. A `web` page has lists of links between articles, and stamps below their headlines."""
    likely = [_weigh(paragraph) for paragraph in paragraphs]
    rows = [paragraph.text.chars for paragraph in paragraphs] if web else []
    named, stamped = find_named(paragraphs, likely, rows, publication)
    chosen = [name or _choose(paragraph, roles) for name, paragraph, roles in zip(named, paragraphs, likely, strict=True)]
    for number, row in enumerate(rows):
        if tells_writer(row) and parse_byline(row):
            chosen[number] = BlockRole.BYLINE
    _settle_pictures(chosen, paragraphs, likely, rows, stamped)
    opening = settle_beside(chosen, paragraphs, likely)
    said = [paragraph.text.chars for paragraph in paragraphs]
    sections, notice = find_sections(said) | find_behind_jump(said), {*find_contacts(rows)}
    bodies = {number for number in _find_below(stamped, named) if len(said[number]) > LONGEST_LINK}
    sections |= {number for number in find_counted(rows) if chosen[number] in HEADLINE}
    last: Role | None = None
    headed = text_above = False
    first = next((number for number, role in enumerate(chosen) if web and not isinstance(role, FurnitureRole)), None)
    for number, (roles, role) in enumerate(zip(likely, chosen, strict=True)):
        if (
            (number in stamped and role not in HEADLINE)
            or (number == first and role not in HEADLINE and _heads_page(number, rows, roles))
            or (role == FurnitureRole.NAVIGATION and not named[number] and _heads_body(number, paragraphs, roles, chosen))
        ):
            role = BlockRole.TITLE
        elif role == FurnitureRole.NAVIGATION and not named[number] and _signs_stamped(number, rows, stamped):
            role = BlockRole.BYLINE
        elif isinstance(role, FurnitureRole) and not named[number] and (number in notice or number in bodies):
            role = BlockRole.PARAGRAPH
        elif role == FurnitureRole.ADVERT and SIGNER.fullmatch(said[number]) and last == BlockRole.PARAGRAPH:
            role = BlockRole.PARAGRAPH  # whoever gives notice signs below it
        told = number in notice and role == BlockRole.PARAGRAPH
        if number in sections:
            role = BlockRole.SUBHEAD
        headed = text_above and _heads_part(role, said[number], below=headed)
        text_above = text_above or (web and role in (BlockRole.PARAGRAPH, BlockRole.CAPTION))
        yield Chosen(role, roles, headed or number in stamped or number in opening, number in sections or told)
        last = role


def _find_below(stamped: Set[int], named: Sequence[FurnitureRole | None]) -> Iterator[int]:
    """The places of what stands below the headlines over stamps of the web: their texts, whatever those look like."""
    below = False
    for number, name in enumerate(named):
        if below and not name and number not in stamped:
            yield number
            below = False
        below = below or number in stamped


def _settle_pictures(
    chosen: list[Role],
    paragraphs: Sequence[Paragraph],
    likely: Sequence[Mapping[Role, float]],
    rows: Sequence[str],
    stamped: Set[int],
) -> None:
    """Makes paragraphs of long lists of names, captions of what stands below pictures, navigation of links below all text."""
    _find_rolls(chosen, paragraphs)
    for number, (above, below) in enumerate(pairwise(paragraphs), start=1):
        if PICTURE_BUTTON.fullmatch(above.text.chars) and len(below.text) <= SHORT and chosen[number] == BlockRole.PARAGRAPH:
            chosen[number] = BlockRole.CAPTION
        # What tells of a picture by its own words is no more of what stands above it, within a text.
        shown = chosen[number - 1 : number + 1] == [BlockRole.CAPTION] * 2 and chosen[max(number - 2, 0)] == BlockRole.PARAGRAPH
        if shown and _looks_told(above, likely[number - 1]) and CREDIT_BEHIND.search(below.text.chars[-SHORT:]):
            chosen[number - 1] = BlockRole.PARAGRAPH
        # Who took a picture ends what is told of it: what looks like more of that is the text which goes on.
        ended = chosen[number - 1] == BlockRole.CAPTION and ENDS_WITH_CREDIT.search(above.text.chars) is not None
        text = likely[number].get(BlockRole.PARAGRAPH, 0.0) > FAINT_LOOK and not is_caption(below.text.chars)
        if ended and text and chosen[number] == BlockRole.CAPTION and len(below.text) > SHORT // 2:
            chosen[number] = BlockRole.PARAGRAPH
    for number in _find_told(chosen, rows):
        chosen[number] = BlockRole.PARAGRAPH
    for number in range(len(rows) - 1, -1, -1):
        if (
            (chosen[number] in (BlockRole.SUBHEAD, *HEADLINE) or _names_site(number, chosen, rows))
            and BlockRole.PARAGRAPH in chosen[:number]
            and number not in stamped
        ):
            # Of a web page no headline stands below the whole text: a link does.
            chosen[number] = FurnitureRole.NAVIGATION
        elif not isinstance(chosen[number], FurnitureRole):
            break


def _looks_told(paragraph: Paragraph, roles: Mapping[Role, float]) -> bool:
    """Whether a whole sentence looks somewhat like text, and tells of no picture by its words."""
    chars = paragraph.text.chars
    return roles.get(BlockRole.PARAGRAPH, 0.0) > FAINT_LOOK and chars.endswith("。") and not is_caption(chars)


def _names_site(number: int, chosen: Sequence[Role], rows: Sequence[str]) -> bool:
    """Whether what looks like names, but names nobody, stands below the buttons of a site."""
    below = number > 0 and isinstance(chosen[number - 1], FurnitureRole)
    return below and chosen[number] == BlockRole.BYLINE and not parse_byline(rows[number])


def _find_told(chosen: Sequence[Role], rows: Sequence[str]) -> Iterator[int]:
    """The places of what looks like a caption, for who took the pictures ends the text below it, and goes on with a report."""
    last = max((number for number, role in enumerate(chosen) if not isinstance(role, FurnitureRole)), default=0)
    for number in range(1, len(rows) - 1):
        ends = number + 1 >= last or rows[number + 1].rstrip("）)").endswith("报道")
        if (
            chosen[number - 1 : number + 1] == [BlockRole.PARAGRAPH, BlockRole.CAPTION]
            and CREDIT_ALONE.fullmatch(rows[number + 1])
            and ends
            and not (is_caption(rows[number]) or OF_DAY.match(rows[number]))
        ):
            yield number


def _weigh(paragraph: Paragraph) -> Mapping[Role, float]:
    """How likely a paragraph is to be what, from the looks of its rows, each counted by its length."""
    if not paragraph.looks:
        return {}
    if len(paragraph.looks) == 1:
        return paragraph.looks[0].roles
    sums: dict[Role, float] = {}
    total = 0
    for line, look in zip(paragraph.lines, paragraph.looks, strict=True):
        total += len(line)
        for role, chance in look.roles.items():
            sums[role] = sums.get(role, 0.0) + chance * len(line)
    return {role: chance / max(total, 1) for role, chance in sums.items()}


def _choose(paragraph: Paragraph, roles: Mapping[Role, float]) -> Role:
    """What a paragraph is by its looks, where its words do not say otherwise."""
    chars = paragraph.text.chars
    if not roles:
        return BlockRole.PARAGRAPH if len(chars) > 30 or chars.endswith(("。", "！", "？", "”")) else BlockRole.TITLE
    if said := read_role(paragraph):
        return said
    likely = max(roles, key=roles.__getitem__)
    if likely == BlockRole.CAPTION and ENDS_SIGNED.search(chars[-SHORT:]) and not CREDITED.search(chars):
        return BlockRole.PARAGRAPH  # a brief; of a picture it is said who took it
    sent = likely == BlockRole.CAPTION and LEAD.match(chars[:LONGEST_CAPTION])
    if sent and (len(chars) > LONGEST_CAPTION or DATED.match(chars)) and not CREDITED.search(chars):
        return BlockRole.PARAGRAPH  # a report: all of it stands in one row, or its day and its authors open it
    if likely == BlockRole.PARAGRAPH and len(roles) > 1 and len(paragraph.lines) == 1 and is_paired(chars):
        return BlockRole.SUBHEAD
    if likely == BlockRole.BYLINE and NUMBERED.match(chars):
        return BlockRole.SUBHEAD
    if likely == BlockRole.BYLINE and SIGNED_ON.fullmatch(chars[: 2 * SHORT]):
        return BlockRole.PARAGRAPH  # who gives notice is no author
    if likely == BlockRole.CAPTION and SHOWN_BY.search(chars):
        return BlockRole.PARAGRAPH
    marked = depth_of(paragraph.marks) > 0 and len(chars) <= SHORT
    if (marked and likely == BlockRole.PARAGRAPH and not chars.endswith("。")) or (
        likely == BlockRole.BYLINE
        and (RUBRIC.fullmatch(chars) or SECTIONS.fullmatch("".join(chars.split())) or UNNAMED.fullmatch(chars))
    ):
        return max((*HEADLINE, BlockRole.SUBHEAD), key=lambda role: roles.get(role, 0.0))
    if re.fullmatch(DATE, chars):
        return BlockRole.PARAGRAPH  # the day of a notice or of a letter
    if len(chars) > SHORT and likely not in (BlockRole.PARAGRAPH, BlockRole.CAPTION) and not is_list_of_names(chars):
        return max((BlockRole.PARAGRAPH, BlockRole.CAPTION), key=lambda role: roles.get(role, 0.0))
    return likely


def _find_rolls(chosen: list[Role], paragraphs: Sequence[Paragraph]) -> None:
    """Makes paragraphs of lists of names that are too long for a byline."""
    end = 0
    for are_names, run in groupby((paragraph.text.chars for paragraph in paragraphs), _lists_names):
        rows = list(run)
        start, end = end, end + len(rows)
        if are_names and sum(len("".join(row.split())) for row in rows) >= ROLL:
            chosen[start:end] = [BlockRole.PARAGRAPH] * len(rows)


def _lists_names(chars: str) -> bool:
    return LISTED_NAMES.fullmatch(chars) is not None and not is_of_site(chars)


def _heads_body(number: int, paragraphs: Sequence[Paragraph], roles: Mapping[Role, float], chosen: Sequence[Role]) -> bool:
    """Whether what looks like a link stands alone over a body or over more lines of a headline, and may be its first line."""
    above = chosen[number - 1] if number else None
    below = chosen[number + 1] if number + 1 < len(chosen) else None
    listed = [paragraph.text.chars[:1] in BULLETS for paragraph in paragraphs[max(number - 1, 0) : number + 1]]
    over = paragraphs[number - 1].text.chars if number else ""
    opened = READING.search(over[:SHORT]) is not None or FIELDS.search(over[:SHORT]) is not None
    below_list = listed == [True, False] or opened
    if above in HEADLINE or (above == FurnitureRole.NAVIGATION and not below_list):
        return False
    if below in HEADLINE:
        return below_list
    return below in (BlockRole.PARAGRAPH, BlockRole.BYLINE, BlockRole.SUBHEAD) and roles.get(BlockRole.TITLE, 0.0) > FAINT_LOOK


def _heads_part(role: Role, chars: str, *, below: bool) -> bool:
    """Whether a row names a page of the paper (第02版：要闻), or stands below one that does with no text between."""
    if role == FurnitureRole.PAGE_HEADER and IN_PAPER.search(chars):
        return True
    return below and (role in HEADLINE or isinstance(role, FurnitureRole))


def _signs_stamped(number: int, rows: Sequence[str], stamped: Set[int]) -> bool:
    """Whether a row of the web, short as a pen name, stands between the stamp below a headline and the text."""
    return (
        number - 2 in stamped
        and number + 1 < len(rows)
        and PEN_NAME.fullmatch(rows[number]) is not None
        and not EDITORS.fullmatch(rows[number])
        and not SECTIONS.fullmatch(rows[number])
        and len(rows[number + 1]) > len(rows[number])
    )


def _heads_page(number: int, rows: Sequence[str], roles: Mapping[Role, float]) -> bool:
    """Whether the first row of a page of the web stands over its text, whatever it ends with: 湖边的桥该不该修？"""
    chars = rows[number]
    below = next((row for row in rows[number + 1 :] if not name_furniture(row, Publication())), "")
    return (
        roles.get(BlockRole.TITLE, 0.0) > FAINT_LOOK / 2
        and len(chars) <= LONGEST_LINK < len(below)
        and not (ENDS_TEXT.search(chars) or BYLINE.fullmatch(chars) or BARE_NAMES.fullmatch(chars) or is_caption(chars))
    )
