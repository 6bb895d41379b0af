"""The rows of a page, and what each of them looks like: a small network reads a row's shape together with its neighbours'."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property
from importlib import resources
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

from yaowen.gutters import part_columns
from yaowen.markdown import LINE_BREAK, read_lines
from yaowen.markup import LIST_MARK, cells_of, strip_markup
from yaowen.page import Look, Page, Printed
from yaowen.schema import BlockRole, FurnitureRole, SourceKind
from yaowen.sizes import weigh_sizes
from yaowen.text import Text

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Numbers = NDArray[Any]

ROLES: tuple[BlockRole | FurnitureRole, ...] = (*BlockRole, *FurnitureRole)
"""What a row can be part of, in the order in which the network says how likely each is."""

# Web text without line breaks marks its paragraphs by full-width spaces: …圆满结束。　　会议要求，… Who took a picture ends its
# caption, however far he is set from it.
INDENT_WITHIN = re.compile(
    r"(?<=[。！？!?…”」）);；])[ \xa0]*\u3000{2}[\u3000 ]*(?=\S)(?![^，。！？]{1,30}(?:摄|供图|摄影报道)\s*[)）]?\s*$)"
)
MARKS_OF_HEADING = re.compile(r"#{1,6}(?=\s|$)\s*|[*_]{2,3}(?=\S)|\\(?:title|(?:sub){0,2}section)\*?\{")

# Dumps hold radicals for common characters (⼈ ⻓) and digits of either width. They are folded to be recognised, never in the
# text that is kept; normal forms miss the radicals from U+2E80 on.
RADICALS = dict(
    zip("⺠⻁⻄⻅⻆⻉⻋⻓⻔⻘⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻬⻮⻰", "民虎西见角贝车长门青页风飞食马骨鬼鱼鸟卤麦黄齐齿龙", strict=True)
)
FOLDED = str.maketrans(
    RADICALS
    | {chr(code): unicodedata.normalize("NFKC", chr(code)) for code in (*range(0x2F00, 0x2FD6), *range(0xFF10, 0xFF1A))}
    | {chr(code): chr(code - 0xFEE0) for code in (*range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))}
    | {"―": "—", "％": "%", "﹒": ".", "．": "."}
)
FOLDABLE = re.compile("[\u2e80-\u2fdf\uff0e-\uff5a―％﹒]")

NARROW = re.compile(r"[\x00-\u1fff]")
PUNCTUATION = re.compile("[，。、；：！？“”‘’（）《》「」『』【】·]")
SENTENCE_END = "。！？…!?"
CLOSING = "”’」』）)】》〉\"'"
LONG = 60
"""No headline, byline or furniture row is longer; longer rows are not searched for what marks those."""

# Each cue is looked for in rows that are not long; the order is that of the network's inputs.
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
PAGE_LAYER = 1
"""After which layer each row is told what the whole page is like."""


@dataclass(frozen=True)
class Row:
    """A row of the page without the white space around it. `level` counts the marks of a Markdown heading, kept in `marks`."""

    text: Text
    gap: bool
    indent: float
    marks: Text | None = None
    set_in: bool = False
    """Whether full-width spaces within its line set it off: what stands before them has ended."""
    printed: Printed | None = None
    """How it is printed, where the page tells."""

    @property
    def level(self) -> int:
        """Of a Markdown heading, its depth; 0 for any other row."""
        return self.marks.chars.count("#") if self.marks else 0


def read_rows(page: Page) -> list[Row]:
    """The rows of a page that have anything on them."""
    rows: list[Row] = []
    gap = False
    markdown = page.kind == SourceKind.OCR_MARKDOWN
    lines = list(read_lines(page.raw)) if markdown else Text.of(page.raw).split(LINE_BREAK)
    for line in part_columns(lines) if page.kind == SourceKind.PDF_TEXT else lines:
        chars = line.chars
        if not chars or chars.isspace():
            gap = True
            continue
        parted = strip_markup(line) if markdown else [line]
        ended = len(parted) > 1 or (markdown and (LIST_MARK.match(chars) is not None or len(cells_of(parted[0])) > 1))
        for row in parted:
            if not row.chars or row.chars.isspace():
                continue
            pieces = row.split(INDENT_WITHIN) if "\u3000\u3000" in chars else [row]
            for number, piece in enumerate(pieces):
                rows.append(_read_row(piece, gap and number == 0, number > 0 or ended, markdown))
            gap = False
    return list(_add_printed(rows, page.printed)) if page.printed else rows


def _add_printed(rows: Sequence[Row], printed: Sequence[Printed]) -> Iterator[Row]:
    """Rows with how they are printed; both stand in the order of the page."""
    ends = [told.end for told in printed]
    for row in rows:
        place = bisect_right(ends, row.text.offsets[0])
        told = printed[place] if place < len(printed) else None
        yield replace(row, printed=told) if told and told.start <= row.text.offsets[0] else row


def _read_row(line: Text, gap: bool, set_in: bool, markdown: bool) -> Row:
    chars = line.chars
    margin = chars[: len(chars) - len(chars.lstrip())]
    text = line.strip()
    marks = MARKS_OF_HEADING.match(text.chars) if (markdown or text.chars.startswith("#")) else None
    if marks and text.chars[marks.end() :].strip("*_ "):
        body = text[marks.end() :]
        return Row(body.strip(), gap, 0.0, text[: marks.end()].strip())
    return Row(text, gap, 2.0 if set_in else measure(margin), None, set_in)


def fold(chars: str) -> str:
    """The text as it is recognised by: as long as it was, each character in its common form."""
    return chars.translate(FOLDED) if FOLDABLE.search(chars) else chars


def measure(chars: str) -> float:
    """How wide a row is set, in characters of full width; letters, digits and spaces are half as wide."""
    return len(chars) - len(NARROW.findall(chars)) / 2


@cache
def _network() -> RowNetwork:
    return RowNetwork.load()


def look_at(page: Page, rows: Sequence[Row]) -> list[Look]:
    """What each row of a page looks like, seen with its neighbours, and with its size where the page tells it."""
    if not rows:
        return []
    looks = _network()(page, rows)
    return weigh_sizes(looks, [row.printed for row in rows]) if page.printed else looks


@dataclass(frozen=True)
class RowNetwork:
    """Dilated convolutions over the rows of a page; the weights come from `yaowen.train.rows`.

    Several networks that were trained from different beginnings are asked, and the mean of what they say is believed.
    """

    chars: str
    layers: int
    members: tuple[Mapping[str, Numbers], ...]

    @classmethod
    def load(cls, path: Path | None = None) -> RowNetwork:
        """The networks that ship, or those of a file."""
        import numpy as np

        shipped = resources.files("yaowen.resources").joinpath("rows.npz")
        with (path or shipped).open("rb") as file, np.load(file, allow_pickle=False) as stored:
            chars, layers = str(stored["chars"]), int(stored["layers"])
            weights = {name: stored[name].astype("float32") for name in stored.files if name not in ("chars", "layers")}
        members = ({name: value[number] for name, value in weights.items()} for number in range(len(weights["in.bias"])))
        return cls(chars, layers, tuple(members))

    @cached_property
    def places(self) -> dict[str, int]:
        """The number of each character that the network knows; 0 is any other."""
        return {char: number for number, char in enumerate(self.chars, start=1)}

    def __call__(self, page: Page, rows: Sequence[Row]) -> list[Look]:
        import numpy as np

        looks: list[Look] = []
        numbers, chars = read_features(page, rows, self.places)
        out = np.mean([self._ask(weights, numbers, chars) for weights in self.members], axis=0)
        joins, begins = 1 / (1 + np.exp(-np.clip(out[:, :2].T, -30, 30)))
        roles = np.exp(out[:, 2:] - out[:, 2:].max(axis=1, keepdims=True))
        roles /= roles.sum(axis=1, keepdims=True)
        for join, begin, likely in zip(joins.tolist(), begins.tolist(), roles.tolist(), strict=True):
            looks.append(Look(join, begin, dict(zip(ROLES, likely, strict=True))))
        return looks

    def _ask(self, weights: Mapping[str, Numbers], numbers: Numbers, chars: Numbers) -> Numbers:
        """What one network says of each row: whether it goes on, whether it begins an article, and its roles."""
        import numpy as np

        ends = weights["embedding"][chars[:, : 2 * SEEN]].reshape(len(chars), -1)
        inside = chars[:, 2 * SEEN :]
        words = weights["words"][inside].sum(axis=1) / np.maximum((inside > 0).sum(axis=1, keepdims=True), 1)
        hidden = np.concatenate([numbers, ends, words.astype("float32")], axis=1) @ weights["in.weight"].T
        hidden = np.maximum(hidden + weights["in.bias"], 0)
        for layer in range(self.layers):
            reach = 2**layer
            padded = np.pad(hidden, ((reach, reach), (0, 0)))
            seen = np.concatenate([padded[: -2 * reach], hidden, padded[2 * reach :]], axis=1)
            hidden = hidden + np.maximum(seen @ weights[f"layer{layer}.weight"].T + weights[f"layer{layer}.bias"], 0)
            if layer == PAGE_LAYER:
                whole = np.concatenate([hidden.mean(axis=0), hidden.max(axis=0)])
                hidden = hidden + np.maximum(weights["page.weight"] @ whole + weights["page.bias"], 0)
        told: Numbers = hidden @ weights["out.weight"].T + weights["out.bias"]
        return told


def read_features(page: Page, rows: Sequence[Row], places: dict[str, int]) -> tuple[Numbers, Numbers]:
    """What the network is shown: numbers that describe each row, and the characters at its ends."""
    import numpy as np

    texts = [fold(row.text.chars) for row in rows]
    widths = [measure(text) for text in texts]
    sizes = [min(round(width), 60) for width in widths]
    pairs = _pairs(texts)
    threads = _follow_words(texts)
    set_in = _measure_set_in(rows, texts, widths)
    bare = [LEADING.sub("", text) for text in texts]
    told = Counter(bare)
    web = page.kind in {SourceKind.WEB_TEXT, SourceKind.HTML}
    kinds = [float(page.kind == SourceKind.OCR_MARKDOWN), float(web)]
    numbers, chars = [], []
    for number, row in enumerate(rows):
        text = texts[number]
        width = widths[number]
        punctuation = len(PUNCTUATION.findall(text)) if len(text) <= LONG else 6
        back, held = _common(sizes[max(0, number - WINDOW) : number + 2])
        ahead, holds = _common(sizes[max(0, number - 1) : number + WINDOW + 1])
        core = text.rstrip(CLOSING)
        last = core[-1] if core else "。"
        following = texts[number + 1] if number + 1 < len(rows) else "\n"
        after = widths[number + 1] if number + 1 < len(rows) else 0.0
        numbers.append(
            (
                *kinds,
                set_in,
                row.gap,
                number == 0,
                number + 1 == len(rows),
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
                pairs.get(text[-1] + following[0], 0) > 0,
                told[bare[number]] > 1 and 4 <= len(bare[number]) <= LONG,
                *threads[number],
                *((cue.search(text) is not None for cue in CUES) if len(text) <= LONG else (False,) * len(CUES)),
            )
        )
        ends = [*text[:SEEN], *("\n" * (SEEN - len(text))), *text[-SEEN:], *("\n" * (SEEN - len(text)))]
        ends.extend(text[:READ].ljust(READ, "\n"))
        chars.append([places.get(char, 0) for char in ends])
    return np.array(numbers, dtype="float32"), np.array(chars, dtype="int64")


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


def _common(sizes: Sequence[int]) -> tuple[float, float]:
    # Hanging and compressed marks make full rows differ by one: 堤，隐患一处一处查，责任一级一 against 防汛备汛工作抓紧抓实。
    counts = Counter(sizes)
    best = max(counts, key=lambda size: (counts[size] * 2 + counts[size - 1] + counts[size + 1], size))
    return float(best), (counts[best] + counts[best - 1] + counts[best + 1]) / len(sizes)


def _pairs(texts: Sequence[str]) -> Counter[str]:
    # A word that a row end cuts in two often stands whole elsewhere on the page.
    pairs: Counter[str] = Counter()
    wanted = {upper[-1] + lower[0] for upper, lower in pairwise(texts)}
    for chars in texts:
        pairs.update(pair for pair in map(str.__add__, chars, chars[1:]) if pair in wanted)
    return pairs
