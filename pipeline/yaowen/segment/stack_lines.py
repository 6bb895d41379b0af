"""What is known of the lines over a body: numbers that describe each, and each step from one to the next."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set
from itertools import pairwise, zip_longest
from math import log
from typing import NamedTuple

from yaowen.rows import fold
from yaowen.schema import BlockRole
from yaowen.segment.bigrams import read_bigrams
from yaowen.segment.body import Body
from yaowen.segment.bylines import BARE_NAMES
from yaowen.segment.pieces import Piece
from yaowen.segment.row_words import HEADLINE
from yaowen.spacing import close_up_headline

STACKED = (*HEADLINE, BlockRole.BYLINE)
"""What a line of a headline can be, in the order of the weights."""
LIKELY = (*STACKED, BlockRole.SUBHEAD, BlockRole.PARAGRAPH)
LEAD = 150
"""So many characters of a body are what it opens with."""
SURE = 7.0
GOES_ON = 0.5
READ, EDGE = 40, 6
"""How many characters of a line are read, and how many on each side of the border between two lines."""
LONGEST_WORD = 5

ATTENDANCE = re.compile(
    r"(?:(?>(?:[一-鿿·]{2,4}[\s、]+){0,9}[一-鿿·]{2,20}?(?:出席|主持|参加|讲话|致辞|陪同|列席|作报告|作部署|宣布开幕)"
    r"(?:并(?:讲话|致辞|主持|作报告|作部署|宣布开幕))?)(?:会议|活动)?[\s，、]*)++"
)
LONG = 60
SAID = re.compile(r"(?:强\s*调|指\s*出|要\s*求|表\s*示|时\s*(?:说|建\s*议|呼\s*吁|透\s*露)|寄\s*语|提\s*出)\s*[:：]?$")
HAPPENED = re.compile(r"(?:召开|举行|举办|开幕|闭幕|启动|落幕|开班|收官|收兵|结束|发布|印发|部署|成立|揭牌)\s*$")
LETTERS = re.compile(r"\s*\S(?:\s+\S){3,}\s*")
UNFINISHED = re.compile(r"[的和与及同对在为向将被把于以从是或暨、]$")
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
ODDS, TIGHT = 2, 5
# Of steps: where blank rows part a kicker from its title, two rows that none parts are both the title's; what the network
# says goes on in the next row does, and so does 全市推进石桥和.
EXPECTED_STEPS = ((TIGHT, BlockRole.TITLE, BlockRole.TITLE, 2.0),)
EXPECTED_JOINS = tuple((place, role, weight) for role in STACKED for place, weight in ((ODDS, 3.0), (-1, 4.0)))


class Features(NamedTuple):
    """The lines over a body as numbers: of each line, of each step to the next; the characters of both, and their words."""

    numbers: list[list[float]]
    ties: list[list[float]]
    chars: list[list[int]]
    borders: list[list[int]]
    words: list[list[int]]
    border_words: list[list[int]]


def describe(lines: Sequence[Piece], body: Body, places: Mapping[str, int], lexicon: Mapping[str, int]) -> Features:
    """Numbers that describe each line over a body, and each step from one to the next."""
    stack = _Stack(lines, body)
    shown = [fold(text[:READ]) for text in stack.texts]
    borders = [fold(upper[-EDGE:].rjust(EDGE, "\n") + lower[:EDGE].ljust(EDGE, "\n")) for upper, lower in pairwise(stack.texts)]
    return Features(
        [stack.describe_line(number) for number in range(len(lines))],
        [stack.describe_step(number, lexicon) for number in range(len(lines) - 1)],
        _fill_up([places.get(char, 1) for char in text] for text in shown),
        [[0 if char == "\n" else places.get(char, 1) for char in border] for border in borders],
        _fill_up(find_words(text, lexicon) for text in shown),
        [find_words(border[:EDGE], lexicon) + find_words(border[EDGE:], lexicon) for border in borders],
    )


class _Stack:
    """What is counted once of all the lines over a body."""

    def __init__(self, lines: Sequence[Piece], body: Body) -> None:
        self.lines, self.body = lines, body
        self.texts = [close_up_headline(line.text).chars for line in lines]
        self.sizes = [len("".join(text.split())) for text in self.texts]
        self.mean = sum(self.sizes) / len(lines)
        said = "".join(piece.text.chars for piece in body.pieces if piece.role == BlockRole.PARAGRAPH)[:LEAD]
        opening = frozenset(read_bigrams(said))
        self.bigrams = [set(read_bigrams(text)) for text in self.texts]
        self.told = [_share(own, opening) for own in self.bigrams]
        held = Counter(bigram for own in self.bigrams for bigram in own)
        self.repeated = {bigram for bigram, count in held.items() if count > 1}
        self.begins = body.pieces[0].text.offsets[0] if body.pieces else -1
        self.highest = min((line.marks for line in lines if line.marks), default=0)
        self.longest, self.shortest = max(self.sizes), min(self.sizes)
        self.spaced = any(line.gap for line in lines[1:])
        self.author = any(head.role == BlockRole.BYLINE for head in body.heads)
        self.letters = [LETTERS.fullmatch(line.text.chars) is not None for line in lines]
        self.all_letters = all(self.letters)

    def describe_line(self, number: int) -> list[float]:
        """What a line looks like, alone and beside the others."""
        line, own, size, letters = self.lines[number], self.bigrams[number], self.sizes[number], self.letters[number]
        text = self.texts[number][:LONG]
        last = number + 1 == len(self.lines)
        return [
            1.0,
            *(max(log(max((line.roles or {}).get(role, 0.0), 1e-4)), -SURE) / 2 for role in LIKELY),
            _share(own, self.body.says.bigrams),
            self.told[number],
            _share(own, self.repeated),
            min(size, 40) / 20,
            max(-1.5, min(1.5, (size - self.mean) / 10)),
            size == self.longest,
            size == self.shortest,
            size < 9,
            len(self.lines) == 1,
            number == 0,
            last,
            line.gap,
            self.spaced and line.gap,
            self.spaced and not last and self.lines[number + 1].gap,
            line.text.offsets[0] < self.begins,
            self.body.is_signed,
            self.author,
            bool(line.marks),
            line.marks == self.highest > 0,
            line.marks > self.highest > 0,
            self.highest > 0 and not line.marks,
            letters,
            letters and not self.all_letters,
            ATTENDANCE.fullmatch(text) is not None and len(self.lines) > 1,
            *(sign.search(text) is not None for sign in SIGNS),
        ]

    def describe_step(self, number: int, lexicon: Mapping[str, int]) -> list[float]:
        """What a line and the next look like together."""
        upper, lower = self.lines[number : number + 2]
        text, below = self.texts[number : number + 2]
        longer = self.sizes[number] - self.sizes[number + 1]
        joins = min(max(upper.joins, 1e-3), 1 - 1e-3)
        return [
            1.0,
            lower.gap,
            log(joins / (1 - joins)) / 3,
            upper.joins > GOES_ON,
            abs(longer) < 2,
            self.spaced and not lower.gap,
            _follows(upper, lower),
            upper.marks == lower.marks,
            self.told[number] - self.told[number + 1],
            max(-2.0, min(2.0, longer / 8)),
            self.letters[number] - self.letters[number + 1],
            text[-1:] + below[:1] in self.body.says.bigrams,
            _runs_over(text, below, lexicon),
            *(sign.search(text[:LONG]) is not None for sign in (SAID, HAPPENED)),
            CLAUSES.search(below[:LONG]) is not None,
            UNFINISHED.search(text) is not None,
        ]


def find_words(chars: str, lexicon: Mapping[str, int]) -> list[int]:
    """Of each character the number of the known word that it is part of, the longest from the left; 0 where there is none."""
    found: list[int] = []
    while len(found) < len(chars):
        place = len(found)
        ends = range(min(place + LONGEST_WORD, len(chars)), place, -1)
        end = next((end for end in ends if chars[place:end] in lexicon), place + 1)
        found.extend([lexicon.get(chars[place:end], 0)] * (end - place))
    return found


def _runs_over(upper: str, lower: str, lexicon: Mapping[str, int]) -> float:
    """How long the longest known word is that the border between two lines parts."""
    sizes = (
        size
        for size in range(LONGEST_WORD, 1, -1)
        for before in range(1, size)
        if before <= len(upper) and upper[-before:] + lower[: size - before] in lexicon
    )
    return next(sizes, 0) / 4


def _fill_up(lines: Iterable[list[int]]) -> list[list[int]]:
    """Lines as long as the longest of them."""
    return [list(line) for line in zip(*zip_longest(*lines, fillvalue=0), strict=True)]


def _share(bigrams: Set[str], said: Set[str]) -> float:
    return len(bigrams & said) / len(bigrams) if bigrams else 0.0


def _follows(upper: Piece, lower: Piece) -> bool:
    """Whether nothing but blanks and marks can stand between the two on the page."""
    return 0 < lower.text.offsets[0] - upper.text.offsets[-1] < 12
