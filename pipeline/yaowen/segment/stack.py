"""The lines over a body are read together: which of them is the title, which stands above it, below it, or names the author."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

from yaowen.schema import BlockRole
from yaowen.segment.body import Body
from yaowen.segment.clauses import find_clauses
from yaowen.segment.pieces import Piece
from yaowen.segment.row_words import DOCUMENT, dates_document, is_day_in_brackets, is_label
from yaowen.segment.stack_lines import ATTENDANCE, DASH_FIRST, LONG, SAID, STACKED, UNFINISHED, describe
from yaowen.segment.stack_network import Weighed, load_network
from yaowen.segment.stack_sizes import in_reading_order, weigh_line_sizes
from yaowen.text import Text

TITLE, BYLINE = STACKED.index(BlockRole.TITLE), STACKED.index(BlockRole.BYLINE)
OUT_OF_ORDER = {(STACKED.index(BlockRole.KICKER), True), (STACKED.index(BlockRole.SUBTITLE), False)}
"""Roles with whether the title was begun, as no headline that is in order has them."""
AUTHOR_UNTITLED = 5.0
"""What it costs, in logarithms of likelihood, that a line which stands alone names the author and no title is there."""
NEVER = 1000.0
IN_BRACKETS = re.compile(r"\s*【[^【】]{2,14}】\s*")
"""The name of a column, where a title stands beside it: 【河阳记忆】."""

HELD = re.compile(r"(?:召开|举行)(?:[^，。]{0,16}会议|[^，。]{0,8}会)$|会议(?:召开|举行)$")
MET = re.compile(
    rf"{HELD.pattern}|大?会(?:议|第[一二三四五六七八九十]{{1,4}}次(?:全体)?会议)?(?:胜利|圆满|隆重|今日|昨日)?[开闭]幕$"
)
ELECTED = re.compile(r"(?:[一-鿿]{2,4}(?:再次|全票)?当选|(?:会议)?(?:决定|表决通过)?(?:任命|选举)[一-鿿]{2,4}[为任])[^。]{2,}")
DETAIL = re.compile(
    r"(?:预计|惠及|受惠|同比|环比|总投资|总面积|涉及|完成(?:年度|全年)|展期|活动将|将持续|[较比](?:上年|去年|上月|上周))[^。]{4,}"
)
"""Says more of what the title tells, and nothing without it."""
SOURCE = re.compile(r"[据来][一-鿿]{2,12}(?:发布|统计|介绍|获悉|测算|通报|显示)")
ANEW = re.compile(r"[一-鿿]{2,4}[：:](?!$)|我[省市县区州]")
AGENDA = re.compile(r"传达|研究|审议|听取|学习|讨论|审定")
SHORTEST_TITLE, LONGEST_TITLE = 8, 22
TOOK_PART = re.compile(rf"{ATTENDANCE.pattern}|[一-鿿、 ]{{2,20}}(?:出席|参加)[一-鿿]{{0,6}}(?:会议?|仪式|活动)")
LOWEST = 7
"""A row that is no heading stands below one of any depth."""
AGENDA_TELLS, CALL_TELLS, LEVEL_TELLS, DEPTH_TELLS, DOCUMENT_TELLS, ATTENDS_TELLS = 5.0, 3.0, 5.0, 5.0, 8.0, 8.0
WORD_TELLS, ANEW_TELLS = 2.0, 6.0
"""What the form of such lines adds, in logarithms of likelihood."""
ALIKE = 8
"""Two clauses of a title differ by so many characters at most."""


class Reading(NamedTuple):
    """What a line of a headline is, and whether it goes on what the line above begins."""

    role: BlockRole
    goes_on: bool


_Trail = tuple[int, bool, Any] | None
"""The last role, whether its line goes on the one above, and the trail that led to it."""


def spread(heads: Iterable[Piece]) -> list[Piece]:
    """The lines of a headline in reading order, a row each: rows that were taken for one line need not do the same thing."""
    return in_reading_order([row for head in heads for row in (head.rows or (head,))])


def read_stack(lines: Sequence[Piece], body: Body, *, in_order: bool = False, levels_tell: bool = False) -> tuple[Reading, ...]:
    """What each line over a body is: the likeliest reading in which there is a title, and its lines stand together.

    Where lines are `in_order`, as they are read and not as a program drew them, no kicker follows the title, no subtitle
    precedes it. 图片新闻, 河阳时评 and 【河阳记忆】 are the series of what stands below them, whatever else does.
    """
    labels = _find_labels(lines)
    others = [line for line, label in zip(lines, labels, strict=True) if not label]
    if not others:
        return tuple(Reading(BlockRole.SERIES, goes_on=False) for _ in lines)
    network = load_network()
    weighed = weigh_line_sizes(network(describe(others, body, network.places, network.lexicon)), others)
    weighed = _weigh_words(_weigh_call(_weigh_agenda(weighed, others), others), others)
    weighed = _weigh_document(_weigh_depths(weighed, others), others)
    decoded = decode(_weigh_levels(weighed, others) if levels_tell else weighed, in_order=in_order)
    begins = find_clauses(others, [reading.role for reading in decoded])
    readings = iter(reading._replace(goes_on=not new) for reading, new in zip(decoded, (True, *begins), strict=True))
    return tuple(Reading(BlockRole.SERIES, goes_on=False) if label else next(readings) for label in labels)


def _find_labels(lines: Sequence[Piece]) -> list[bool]:
    """Which lines say but what kind of article stands below, or name its column."""
    named = [IN_BRACKETS.fullmatch(line.text.chars) is not None for line in lines]
    return [is_label(line.text.chars) or (name and not all(named)) for line, name in zip(lines, named, strict=True)]


def _weigh_call(weighed: Weighed, lines: Sequence[Piece]) -> Weighed:
    """Below 温立达在调研时强调 both clauses of what he said are the title, on a row each where nothing parts them."""
    scores = [[*line] for line in weighed.lines]
    for number in range(2, len(lines)):
        said, upper, lower = lines[number - 2 : number + 1]
        sizes = [len("".join(line.text.chars.split())) for line in (upper, lower)]
        if SAID.search(said.text.chars) and not lower.gap and abs(sizes[0] - sizes[1]) <= ALIKE and not _says_who(lower):
            scores[number][TITLE] += CALL_TELLS
    return weighed._replace(lines=scores)


def _weigh_words(weighed: Weighed, lines: Sequence[Piece]) -> Weighed:
    """Who was elected stands below the title of the meeting, 惠及三千户居民 below any, 据水厂统计 above what it says.

    律师：聊天记录别删 and 我市水渠通水 go on what stands above only where that is not finished: 三千户居民盼来的.
    """
    chars = ["".join(line.text.chars.split())[:LONG] for line in lines]
    met = any(MET.search(line) for line in chars)
    scores, goes_on = ([[*line] for line in told] for told in (weighed.lines, weighed.goes_on))
    for line, told in zip(chars, scores, strict=True):
        elected = met and ELECTED.fullmatch(line) is not None
        role = BlockRole.SUBTITLE if elected or DETAIL.fullmatch(line) else BlockRole.KICKER if SOURCE.fullmatch(line) else None
        if role and len(lines) > 1:
            told[STACKED.index(role)] += WORD_TELLS
            told[TITLE] -= WORD_TELLS
    for (upper, lower), step in zip(pairwise(chars), goes_on, strict=True):
        if ANEW.match(lower) and not UNFINISHED.search(upper):
            step[:] = [score - ANEW_TELLS for score in step]
    return weighed._replace(lines=scores, goes_on=goes_on)


def _weigh_levels(weighed: Weighed, lines: Sequence[Piece]) -> Weighed:
    """Headings of one level, the highest, are the title together where a page has others for what stands above it."""
    highest = min((line.marks for line in lines if line.marks), default=0)
    if sum(line.marks == highest for line in lines) < 2 or not highest:
        return weighed
    scores = [
        [value + LEVEL_TELLS * (role == TITLE and line.marks == highest) for role, value in enumerate(told)]
        for told, line in zip(weighed.lines, lines, strict=True)
    ]
    return weighed._replace(lines=scores)


def _weigh_depths(weighed: Weighed, lines: Sequence[Piece]) -> Weighed:
    """A heading of Markdown with a lower one, or a row that is none, above it is the title: 村里来了“新乡亲”, ## 百人返乡.

    A lower one that says who took part is none: ### 石桥修缮完工, #### 温立达、韦岚出席仪式.
    """
    highest = min((line.marks for line in lines if line.marks), default=0)
    first = next((number for number, line in enumerate(lines) if line.marks == highest), 0)
    if not highest:
        return weighed
    scores = [[*line] for line in weighed.lines]
    for number, (upper, lower) in enumerate(pairwise(lines), start=1):
        if 0 < upper.marks < (lower.marks or LOWEST) and TOOK_PART.fullmatch(lower.text.chars[:LONG]):
            scores[number][TITLE] -= ATTENDS_TELLS
    if first:
        scores[first][TITLE] += DEPTH_TELLS
    elif len(lines) > 1 and highest < lines[1].marks and _may_be_title(lines[0]):
        scores[0][TITLE] += DEPTH_TELLS
    for number in range(first):
        scores[number][TITLE] -= DEPTH_TELLS
    return weighed._replace(lines=scores)


def _may_be_title(line: Piece) -> bool:
    """Whether a line is longer than the name of a section, and says of nobody what he said."""
    return len("".join(line.text.chars.split())) >= SHORTEST_TITLE and not SAID.search(line.text.chars)


def _weigh_document(weighed: Weighed, lines: Sequence[Piece]) -> Weighed:
    """云岭市人大常委会 and, below it, 任免名单 are one title; which document it is, or of what day, is no title: （第12号）."""
    scores, goes_on = ([[*line] for line in told] for told in (weighed.lines, weighed.goes_on))
    for number, line in enumerate(lines):
        chars = "".join(line.text.chars.split())
        if dates_document(chars) or is_day_in_brackets(chars):
            scores[number][STACKED.index(BlockRole.SUBTITLE)] += DOCUMENT_TELLS
        elif number and DOCUMENT.fullmatch(chars) and not line.gap:
            for told in (*scores[number - 1 : number + 1], goes_on[number - 1]):
                told[TITLE] += DOCUMENT_TELLS
    return weighed._replace(lines=scores, goes_on=goes_on)


def _says_who(line: Piece) -> bool:
    chars = line.text.chars[:LONG]
    return ATTENDANCE.fullmatch(chars) is not None or DASH_FIRST.search(chars) is not None


def _weigh_agenda(weighed: Weighed, lines: Sequence[Piece]) -> Weighed:
    """What a meeting dealt with is the title below 市委常委会召开会议; where it is long, the subtitle of that."""
    chars = ["".join(line.text.chars.split()) for line in lines]
    held = [number for number, line in enumerate(chars) if HELD.search(line)]
    agenda = [number for number, line in enumerate(chars) if AGENDA.match(line) and number not in held]
    if len(held) != 1 or not agenda or agenda[-1] - agenda[0] >= len(agenda):
        return weighed
    if 0 < lines[agenda[0]].marks < (lines[held[0]].marks or LOWEST):
        return weighed  # the higher heading is the title, however long
    long = sum(len(chars[number]) for number in agenda) > LONGEST_TITLE
    upper, lower = (BlockRole.TITLE, BlockRole.SUBTITLE) if long else (BlockRole.KICKER, BlockRole.TITLE)
    scores = [[*line] for line in weighed.lines]
    for number, role in ((held[0], upper), *((number, lower) for number in agenda)):
        scores[number][STACKED.index(role)] += AGENDA_TELLS
        scores[number][TITLE] -= AGENDA_TELLS * (role == BlockRole.SUBTITLE)
    return weighed._replace(lines=scores)


def decode(weighed: Weighed, *, in_order: bool = False) -> tuple[Reading, ...]:
    """The likeliest reading of lines that are weighed so; `in_order` as in `read_stack`."""
    scores, steps, goes_on = weighed
    # A state is what the last line is, whether the title is still to come, being read, or over, and whether all name authors.
    states: dict[tuple[int, int, bool], tuple[float, _Trail]] = {}
    for number, line in enumerate(scores):
        following: dict[tuple[int, int, bool], tuple[float, _Trail]] = {}
        for (last, phase, authors), (score, trail) in states.items() if number else (((-1, 0, True), (0.0, None)),):
            for role, value in enumerate(line):
                if (role == TITLE and phase == 2) or (in_order and (role, phase > 0) in OUT_OF_ORDER):
                    continue
                state = role, 1 if role == TITLE else min(phase * 2, 2), authors and role == BYLINE
                total, joined = score + value, False
                if number:
                    joined = role == last and goes_on[number - 1][role] > steps[number - 1][last][role]
                    total += goes_on[number - 1][role] if joined else steps[number - 1][last][role]
                if state not in following or total > following[state][0]:
                    following[state] = total, (role, joined, trail)
        states = following
    trail = max(states.items(), key=lambda item: item[1][0] - _lack_of_title(*item[0][1:]))[1][1]
    readings = []
    while trail:
        role, joined, trail = trail
        readings.append(Reading(STACKED[role], joined))
    return tuple(readings[::-1])


def _lack_of_title(phase: int, authors: bool) -> float:
    if phase:
        return 0.0
    return AUTHOR_UNTITLED if authors else NEVER


def join_rows(lines: Sequence[Piece], readings: Sequence[Reading], role: BlockRole) -> Iterator[Text]:
    """The lines of a role, those put together that go on in the next."""
    kept: list[Text] = []
    for line, reading in zip(lines, readings, strict=True):
        if kept and not (reading.goes_on and reading.role == role):
            yield Text.join("", kept)
            kept = []
        if reading.role == role:
            kept.append(line.text)
    if kept:
        yield Text.join("", kept)
