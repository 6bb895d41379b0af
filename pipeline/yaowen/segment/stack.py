"""The lines over a body are read together: which of them is the title, which stands above it, below it, or names the author."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from importlib import resources
from itertools import pairwise
from math import log
from typing import Any

from yaowen.schema import BlockRole
from yaowen.segment.headlines import Body, read_bigrams
from yaowen.segment.pieces import BARE_NAMES, HEADLINE, Piece
from yaowen.spacing import close_up_headline
from yaowen.text import Text

STACKED = (*HEADLINE, BlockRole.BYLINE)
"""What a line of a headline can be, in the order of the weights."""
TITLE, BYLINE = STACKED.index(BlockRole.TITLE), STACKED.index(BlockRole.BYLINE)
LIKELY = (*STACKED, BlockRole.SUBHEAD, BlockRole.PARAGRAPH)
LEAD = 150
"""So many characters of a body are what it opens with."""
SURE = 7.0
UNTITLED = 5.0
"""What it costs, in logarithms of likelihood, that a line which stands alone names the author and no title is there."""
NEVER = 1000.0
GOES_ON = 0.5

ATTENDANCE = re.compile(
    r"(?:(?>(?:[一-鿿·]{2,4}[\s、]+){0,9}[一-鿿·]{2,20}?(?:出席|主持|参加|讲话|致辞|陪同|列席|作报告|作部署|宣布开幕)"
    r"(?:并(?:讲话|致辞|主持|作报告|作部署|宣布开幕))?)(?:会议|活动)?[\s，、]*)++"
)
LONG = 60
SAID = re.compile(r"(?:强\s*调|指\s*出|要\s*求|表\s*示|时\s*说|寄\s*语|提\s*出)\s*[:：]?$")
HAPPENED = re.compile(r"(?:召开|举行|举办|开幕|闭幕|启动|落幕|开班|收官|收兵|结束|发布|印发|部署|成立|揭牌)\s*$")
CLAUSES = re.compile(r"\S{3,}\s+\S{3,}")
DASH_FIRST = re.compile(r"^\s*[—―─–-]{1,3}")
DASH_LAST = re.compile(r"[—―─–]{1,3}\s*$")
SIGNS: tuple[re.Pattern[str], ...] = (
    BARE_NAMES,
    DASH_FIRST,
    DASH_LAST,
    SAID,
    HAPPENED,
    CLAUSES,
    *map(
        re.compile,
        (
            r"[:：]\s*$",
            r"出席|主持|参加|讲话|致辞|宣布",
            r"纪实|侧记|综述|见闻|之际|[一二三四五六七八九]论|[记访写]|走笔|调查|观察",
            r"[，,、；]",
            r"[！？!?]",
            r"\d",
            r"[“”《》]",
            r"记\s*者|评\s*论\s*员|通\s*讯\s*员",
            r"^[（(].*[）)]$",
            r"走基层|聚焦|时评|专栏|专题|故事|进行时|答卷|观察|关注|系列|篇$|·",
            r"^[^的了]{2,8}[:：—]*$",
            r"将|已|再|被|获|超|破|增|降|达|新|不|要",
        ),
    ),
)

# What is known before any page is seen. The network is believed; ——写在大桥通车之际 and 温立达主持 卓然石小满参加 stand below
# a title, 全县干部群众学习会议精神—— and 温立达在调研时强调 above one. Numbers are places in a line's list, or from its end.
EXPECTED = (
    *((1 + LIKELY.index(role), role, 2.0) for role in STACKED),
    (-len(SIGNS) - 1, BlockRole.SUBTITLE, 4.0),
    (-len(SIGNS) + SIGNS.index(BARE_NAMES), BlockRole.BYLINE, 8.0),
    (-len(SIGNS) + SIGNS.index(DASH_FIRST), BlockRole.SUBTITLE, 4.0),
    (-len(SIGNS) + SIGNS.index(DASH_LAST), BlockRole.KICKER, 4.0),
    (-len(SIGNS) + SIGNS.index(SAID), BlockRole.KICKER, 4.0),
)
JOINED, TIGHT = 3, 5
# Of steps: a row that goes on in the next is of its kind; where blank rows part a kicker from its title, two rows that none
# parts are both the title's.
EXPECTED_STEPS = (
    *((JOINED, role, role, 1.0) for role in STACKED),
    (TIGHT, BlockRole.TITLE, BlockRole.TITLE, 2.0),
)


@cache
def _weights() -> dict[str, Any]:
    import numpy as np

    with (
        resources.files("yaowen.resources").joinpath("stacks.npz").open("rb") as file,
        np.load(file, allow_pickle=False) as stored,
    ):
        return {name: stored[name].astype("float32") for name in stored.files}


def spread(heads: Iterable[Piece]) -> list[Piece]:
    """The lines of a headline, a row each: rows that were taken for one line need not do the same thing."""
    return [row for head in heads for row in (head.rows or (head,))]


def read_stack(lines: Sequence[Piece], body: Body) -> tuple[BlockRole, ...]:
    """What each line over a body is: the likeliest reading in which there is a title, and its lines stand together."""
    if not lines:
        return ()
    numbers, ties = describe(lines, body)
    return tuple(STACKED[role] for role in decode(numbers, ties, _weights()))


def decode(numbers: Sequence[Sequence[float]], ties: Sequence[Sequence[float]], weights: Mapping[str, Any]) -> tuple[int, ...]:
    """The places in `STACKED` of the likeliest roles of lines that are described so."""
    import numpy as np

    scores = (np.array(numbers, dtype="float32") @ weights["line"]).tolist()
    shape = (-1, len(STACKED), len(STACKED))
    steps = (np.array(ties, dtype="float32") @ weights["tie"]).reshape(shape).tolist() if ties else []
    return _decode(scores, steps)


_Trail = tuple[int, Any] | None
"""The last role, and the trail that led to it."""


def _decode(scores: Sequence[Sequence[float]], steps: Sequence[Sequence[Sequence[float]]]) -> tuple[int, ...]:
    # A state is what the last line is, whether the title is still to come, being read, or over, and whether all name authors.
    states: dict[tuple[int, int, bool], tuple[float, _Trail]] = {}
    for number, line in enumerate(scores):
        following: dict[tuple[int, int, bool], tuple[float, _Trail]] = {}
        for (last, phase, authors), (score, trail) in states.items() if number else (((0, 0, True), (0.0, None)),):
            for role, value in enumerate(line):
                if role == TITLE and phase == 2:
                    continue
                state = role, 1 if role == TITLE else min(phase * 2, 2), authors and role == BYLINE
                total = score + value + (steps[number - 1][last][role] if number else 0.0)
                if state not in following or total > following[state][0]:
                    following[state] = total, (role, trail)
        states = following
    trail = max(states.items(), key=lambda item: item[1][0] - _lack_of_title(*item[0][1:]))[1][1]
    roles = []
    while trail:
        role, trail = trail
        roles.append(role)
    return tuple(roles[::-1])


def _lack_of_title(phase: int, authors: bool) -> float:
    if phase:
        return 0.0
    return UNTITLED if authors else NEVER


def describe(lines: Sequence[Piece], body: Body) -> tuple[list[list[float]], list[list[float]]]:
    """Numbers that describe each line over a body, and each step from one to the next."""
    texts = [close_up_headline(line.text).chars for line in lines]
    tight = ["".join(text.split()) for text in texts]
    sizes = [len(text) for text in tight]
    said = "".join(piece.text.chars for piece in body.pieces if piece.role == BlockRole.PARAGRAPH)[:LEAD]
    opening = set(read_bigrams(said))
    grams = [set(read_bigrams(text)) for text in texts]
    held = Counter(gram for own in grams for gram in own)
    first_ink = body.pieces[0].text.offsets[0] if body.pieces else -1
    levels = [line.marks for line in lines if line.marks]
    spaced = any(line.gap for line in lines[1:])
    signed = body.is_signed
    author = any(head.role == BlockRole.BYLINE for head in body.heads)
    mean = sum(sizes) / len(sizes)
    numbers = []
    for number, line in enumerate(lines):
        text = texts[number][:LONG]
        own = grams[number]
        numbers.append(
            [
                1.0,
                *(max(log(max((line.roles or {}).get(role, 0.0), 1e-4)), -SURE) / 2 for role in LIKELY),
                _share(own, body.grams.keys()),
                _share(own, opening),
                _share(own, {gram for gram in own if held[gram] > 1}),
                min(sizes[number], 40) / 20,
                max(-1.5, min(1.5, (sizes[number] - mean) / 10)),
                sizes[number] == max(sizes),
                sizes[number] == min(sizes),
                sizes[number] < 9,
                len(lines) == 1,
                number == 0,
                number == len(lines) - 1,
                line.gap,
                spaced and line.gap,
                spaced and number + 1 < len(lines) and lines[number + 1].gap,
                line.text.offsets[0] < first_ink,
                signed,
                author,
                bool(line.marks),
                bool(levels) and line.marks == min(levels),
                bool(levels) and line.marks > min(levels),
                bool(levels) and not line.marks,
                ATTENDANCE.fullmatch(text) is not None and len(lines) > 1,
                *(sign.search(text) is not None for sign in SIGNS),
            ]
        )
    ties = []
    told = [_share(own, opening) for own in grams]
    for number, ((upper, lower), (size, below)) in enumerate(zip(pairwise(lines), pairwise(sizes), strict=True)):
        goes_on = min(max(upper.joins, 1e-3), 1 - 1e-3)
        ties.append(
            [
                1.0,
                lower.gap,
                log(goes_on / (1 - goes_on)) / 3,
                upper.joins > GOES_ON,
                abs(size - below) < 2,
                spaced and not lower.gap,
                _follows(upper, lower),
                upper.marks == lower.marks,
                told[number] - told[number + 1],
                max(-2.0, min(2.0, (size - below) / 8)),
                *(sign.search(texts[number][:LONG]) is not None for sign in (SAID, HAPPENED)),
                CLAUSES.search(texts[number + 1][:LONG]) is not None,
            ]
        )
    return numbers, ties


def _share(grams: set[str], held: Any) -> float:
    return sum(gram in held for gram in grams) / len(grams) if grams else 0.0


def _follows(upper: Piece, lower: Piece) -> bool:
    """Whether nothing but blanks and marks can stand between the two on the page."""
    return 0 < lower.text.offsets[0] - upper.text.offsets[-1] < 12


def join_rows(lines: Sequence[Piece], roles: Sequence[BlockRole], role: BlockRole) -> Iterator[Text]:
    """The lines of a role, those put together of which the upper one goes on in the lower."""
    kept: list[Text] = []
    for number, line in enumerate(lines):
        if roles[number] == role:
            kept.append(line.text)
        last = number + 1 == len(lines) or roles[number + 1] != role or line.joins <= GOES_ON
        if kept and last:
            yield Text.join("", kept)
            kept = []
