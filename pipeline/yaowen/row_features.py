"""What the rows of a page look like, in numbers: how wide each is set, how it begins and ends, what words it shares."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from yaowen.page import Page
from yaowen.rows import Row, fold, measure
from yaowen.schema import SourceKind

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Numbers = NDArray[Any]

PUNCTUATION = re.compile("[，。、；：！？“”‘’（）《》「」『』【】·]")
SENTENCE_END = "。！？…!?"
COUPLET = re.compile(r"(?:[一-鿿]{5}[，、？！；][一-鿿]{5}|[一-鿿]{7}[，、？！；][一-鿿]{7})[。！？；，]")
"""A row of a poem in one of the old forms: 春到江南柳色新，一行白鹭认归人。"""
CLOSING = "”’」』）)】》〉\"'"
LONG = 60
"""No headline, byline or furniture row is longer; longer rows are not searched for what marks those."""

# Each cue is looked for in rows that are not long; the order is that of the network's inputs. Their words are those with which
# it was trained, whatever other modules have learnt since of who took a picture or how a paper is reached.
CUES = tuple(
    re.compile(pattern)
    for pattern in (
        r"^\s*(?:本\s*报|本\s*刊|本\s*台|本\s*网|.{2,6}?[日晚晨早时]报|.{2,6}?网)[一-鿿\d\s]{0,12}?(?:讯|电|消\s*息)",
        r"^\s*(?:新华社|中新社|据)[^，。]{1,16}?[电讯]",
        r"^\s*[（(]\s*(?:下\s*转|紧\s*转|转)",
        r"[（(]\s*(?:下\s*转|紧\s*转|转)[^（）()]{1,12}[）)]?\s*$",
        r"^\s*[（(]\s*(?:上\s*接|紧\s*接)",
        r"^[^，。；]{0,12}(?:记\s*者|评\s*论\s*员|通\s*讯\s*员|撰\s*稿|实习生)[^，。；]{0,30}$",
        r"^\s*[（(]?[一-鿿·]{1,4}(?:[ \u3000]+[一-鿿·]{1,4})+[）)]?\s*$",
        r"^\s*[（(][^，。；（）()]{2,24}[）)]\s*$",
        r"^\s*[—―─–-]{1,3}",
        r"[—―─–-]{1,3}\s*$",
        r"(?:强调|指出|要求|表示|时说|寄语)\s*$",
        r"(?:召开|举行|举办|开幕|闭幕|启动|落幕|开班|圆满)\s*$",
        r"出席|主持|参加|讲话|致辞|陪同|作报告",
        r"(?:摄|供图|图片|影报道|文/图)\s*[）)]?\s*$",
        r"^\s*图[为①②]|^\s*▲|^\s*[←→↑↓]",
        r"^\s*第?\s*[A-Z]?\d{1,3}\s*版|\d{1,2}\s*版\s*$",
        r"^\s*[A-Z]?\d{1,2}\s+[一-鿿]{2,4}\s*$|^\s*[一-鿿]{2,4}\s+[A-Z]?\d{1,2}\s*$",
        r"分享|往期|上一[版篇期]|下一[版篇期]|返回|导航|放大|缩小|打印|微信|微博|关闭|扫[一码]|点击|导读|今日看点",
        r"^\s*[•·●▪◆■□▶]",
        r"责任?编|编辑|版式|校对|编审|美编|审读|视觉|值班|校审",
        r"星期[一二三四五六日]|农历|总第|第\s*\d+\s*期|邮发代号|刊号|今日\d+版|出版",
        r"热线|电话|邮箱|地址|广告|咨询|微信号|网址|[\w.]+@[\w.]+|www\.|http",
        r"日\s*报\s*$|晚\s*报\s*$|时\s*报\s*$",
        r"\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日",
        r"\d{4}-\d{1,2}-\d{1,2}",
        r"^\s*[（(][一二三四五六七八九十]{1,3}[）)]|^\s*[一二三四五六七八九十]{1,3}、|^\s*\d{1,2}[.、．]",
        r"系列|之[一二三四五六七八九十]|[一二三四五六七八九]论|综述|纪实|侧记|特稿|侧影",
        r"走基层|聚焦|时评|专栏|专题|故事|论语|在基层|进行时|答卷|观察|关注",
        r"公告|启事|声明|通告|通知|公示",
    )
)

LEADING = re.compile(r"^[^\w“《（]+")
"""A web page says its headlines twice: • 石桥修缮完工 in a list, and over the article."""
SEEN = 3
"""How many characters at each end of a row the network reads."""
READ = 30
"""How many characters of a row the network reads whatever their order."""
WINDOW = 7


def read_features(page: Page, rows: Sequence[Row], places: dict[str, int]) -> tuple[Numbers, Numbers]:
    """What the network is shown: numbers that describe each row, and the characters at its ends and within it."""
    import numpy as np

    shapes = _Shapes(page, rows)
    numbers = [shapes.describe(number) for number in range(len(rows))]
    read = (
        (text[:SEEN].ljust(SEEN, "\n"), text[-SEEN:].ljust(SEEN, "\n"), text[:READ].ljust(READ, "\n")) for text in shapes.texts
    )
    chars = [[places.get(char, 0) for char in "".join(parts)] for parts in read]
    return np.array(numbers, dtype="float32"), np.array(chars, dtype="int64")


class _Shapes:
    """What is counted once of all the rows of a page."""

    def __init__(self, page: Page, rows: Sequence[Row]) -> None:
        self.rows = rows
        self.texts = [fold(row.text.chars) for row in rows]
        self.widths = [measure(text) for text in self.texts]
        self.sizes = [min(round(width), 60) for width in self.widths]
        self.pairs = _count_pairs(self.texts)
        self.threads = _follow_words(self.texts)
        self.set_in = _measure_set_in(rows, self.texts, self.widths)
        self.bare = [LEADING.sub("", text) for text in self.texts]
        self.told = Counter(self.bare)
        self.is_markdown = page.kind == SourceKind.OCR_MARKDOWN
        self.is_web = page.kind in {SourceKind.WEB_TEXT, SourceKind.HTML}

    def describe(self, number: int) -> tuple[float, ...]:
        """How a row is set, beside those above and below it, and what it begins and ends with."""
        row, text, width, bare = self.rows[number], self.texts[number], self.widths[number], self.bare[number]
        last_row = number + 1 == len(self.rows)
        following, after = ("\n", 0.0) if last_row else (self.texts[number + 1], self.widths[number + 1])
        punctuation = len(PUNCTUATION.findall(text)) if len(text) <= LONG else 6
        back, held = _find_usual(self.sizes[max(0, number - WINDOW) : number + 2])
        ahead, holds = _find_usual(self.sizes[max(0, number - 1) : number + WINDOW + 1])
        core = text.rstrip(CLOSING)
        last = core[-1] if core else "。"
        return (
            self.is_markdown,
            self.is_web,
            self.set_in,
            row.gap,
            number == 0,
            last_row,
            min(row.indent, 4) / 2,
            row.level / 2,
            row.marks is not None,
            min(width, 60) / 20,
            width > LONG,
            width > 32,
            _clip(width - back),
            _clip(width - ahead),
            _clip(width - punctuation / 2 - back),
            held,
            holds,
            back / 20,
            ahead / 20,
            _clip(back - ahead),
            _clip(width - after),
            punctuation / 3,
            last in SENTENCE_END,
            text[-1] in CLOSING,
            last in "，、,",
            last in "；：;:",
            text[-1] in "“‘（《「(",
            text[0] in "“‘（《「(",
            text[0] in "，。、；：！？”’）》」,;:!?)",
            text[0].isdigit(),
            text[-1].isdigit(),
            last.isascii() and last.isalpha(),
            "。" in text[:-1],
            "，" in text or "," in text,
            min(text.count(" ") + text.count("\u3000"), 6) / 3,
            self.pairs.get(text[-1] + following[0], 0) > 0,
            self.told[bare] > 1 and 4 <= len(bare) <= LONG,
            *self.threads[number],
            *((cue.search(text) is not None for cue in CUES) if len(text) <= LONG else (False,) * len(CUES)),
        )


def _measure_set_in(rows: Sequence[Row], texts: Sequence[str], widths: Sequence[float]) -> float:
    """How many rows that follow a full stop are set in: where a page does that, a row of full width begins no paragraph."""
    full = set_in = 0
    for number in range(1, len(rows) - 1):
        ended = texts[number - 1].rstrip(CLOSING)[-1:] in SENTENCE_END
        if ended and 8 < widths[number] < LONG and 8 < widths[number + 1] < LONG:
            full += 1
            set_in += rows[number].indent > 0 or 1 <= widths[number + 1] - widths[number] <= 3
    return set_in / (full + 1)


REACH = 700
"""How many characters apart the same word may stand and still say that two rows belong together."""


def _follow_words(texts: Sequence[str]) -> list[tuple[float, ...]]:
    """How many words run across the upper border of each row, and how many of a row's words come before and after it.

    A border that few words cross parts two articles; a headline's words come again in its own body.
    """
    last: dict[str, tuple[int, int]] = {}
    counts: Counter[str] = Counter()
    grams: list[list[str]] = []
    for chars in texts:
        found = [gram for gram in map(str.__add__, chars, chars[1:]) if gram.isalnum()]
        grams.append(found)
        counts.update(found)
    crossing = [0.0] * (len(texts) + 1)
    above, below = [0.0] * len(texts), [0.0] * len(texts)
    whole = [0.01] * len(texts)
    place = 0
    for number, found in enumerate(grams):
        for gram in found:
            weight = 1.0 / counts[gram]
            whole[number] += weight
            if gram in last:
                before, stood = last[gram]
                if before != number and place - stood <= REACH:
                    crossing[before + 1] += weight
                    crossing[number + 1] -= weight
                    above[number] += weight
                    below[before] += weight
            last[gram] = number, place
        place += len(texts[number])
    running, sums = 0.0, [0.0]
    levels: list[float] = []
    for step in crossing[:-1]:
        running += step
        levels.append(running)
        sums.append(sums[-1] + running)
    words: list[tuple[float, ...]] = []
    for number, level in enumerate(levels):
        start, end = max(0, number - 10), min(len(levels), number + 11)
        usual = (sums[end] - sums[start]) / (end - start)
        words.append(
            (
                min(level, 30.0) / 15,
                min(level / (usual + 0.5), 3.0),
                min(above[number] / whole[number], 1.0),
                min(below[number] / whole[number], 1.0),
            )
        )
    return words


def _clip(difference: float) -> float:
    return max(-8.0, min(8.0, difference)) / 4


def _find_usual(sizes: Sequence[int]) -> tuple[float, float]:
    """The commonest width of rows, and the share of them that are set so wide."""
    # Hanging and compressed marks make full rows differ by one: 堤，隐患一处一处查，责任一级一 against 防汛备汛工作抓紧抓实。
    counts = Counter(sizes)
    best = max(counts, key=lambda size: (counts[size] * 2 + counts[size - 1] + counts[size + 1], size))
    return float(best), (counts[best] + counts[best - 1] + counts[best + 1]) / len(sizes)


def _count_pairs(texts: Sequence[str]) -> Counter[str]:
    """How often pairs that row ends part stand within rows: a word that is cut in two often stands whole elsewhere."""
    pairs: Counter[str] = Counter()
    wanted = {upper[-1] + lower[0] for upper, lower in pairwise(texts)}
    for chars in texts:
        pairs.update(pair for pair in map(str.__add__, chars, chars[1:]) if pair in wanted)
    return pairs
