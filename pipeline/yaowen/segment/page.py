"""A page is cut into articles by one decision over all its headlines and bodies."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from math import log

from yaowen.page import Clipping, Cuttings, Page, Paragraph, Part
from yaowen.schema import BlockRole, Furniture, FurnitureRole, Genre, SourceKind
from yaowen.segment.bylines import parse_byline
from yaowen.spacing import close_up, close_up_headline
from yaowen.text import Text

NUMBER = r"[\s\d０-９A-Za-z一二三四五六七八九十〇]{1,6}"
JUMP_ON = re.compile(rf"[（(]\s*(?:下\s*转|紧\s*转|转)\s*第?(?P<page>{NUMBER})版?[^（）()]{{0,8}}[）)]\s*$")
JUMP_FROM = re.compile(rf"^\s*[（(]\s*(?:上\s*接|紧\s*接|接)\s*第?(?P<page>{NUMBER})版?[^（）()]{{0,8}}[）)]")
LEAD = re.compile(
    r"^\s*(?:本\s*报|本\s*刊|本\s*台|本\s*网|[一-鿿]{2,6}[日晚晨早时]报)\s*(?:讯|消\s*息)\s*(?:[（(][^（）()]{2,60}[）)])?"
)
OWN_BYLINE = re.compile(
    r"^\s*[（(]?\s*(?:[一-鿿\s]{0,10}?)(?:记\s*者|评\s*论\s*员|通\s*讯\s*员|撰\s*稿)(?:[\s、：:，]*[一-鿿·\s]{0,40})?(?:摄影报道|报道|文/图|摄)?[）)]?\s*$"
)
NAMES = re.compile(r"^[一-鿿·]{2,4}(?:[ \u3000]+[一-鿿·]{2,4}){1,20}$")
CREDIT = re.compile(r"(?:[一-鿿]{0,8}(?:记者|通讯员)[\s一-鿿、]{0,20}|[一-鿿]{2,4}\s*|[（(])\s*摄(?:影报道)?\s*[）)]?$")
HEADING = re.compile(r"^\s*(?P<marks>#{1,6})\s+(?=\S)|^\s*(?P<bare>#{1,6})\s*$")
PAGE_HEADER = re.compile(r"^\s*(?:第?\s*[A-Z]?\d{1,3}\s*版\s*[:：]?\s*[一-鿿·]{0,8}|[A-Z]?\d{1,2}\s*[一-鿿]{2,4})\s*$")
NAVIGATION = re.compile(
    r"^\s*(?:[•·●▪]\s*)?(?:分享到|过往期刊|往期|上一[版篇期]|下一[版篇期]|返回|版面导航|放大|缩小|默认|第?\s*\d{4}-\d{2}-\d{2}\s*期?$|标题导航)"
)
EDITORS = re.compile(r"^\s*[（(]?\s*(?:责任?编辑?|本版编辑|值班|版式|校对|编审|美编|审读|视觉)[^。]{0,40}$")
MASTHEAD = re.compile(r"国内统一(?:连续出版物号|刊号)|总第?\s*\d+\s*期|星期[一二三四五六日]|邮发代号|农历|今日\d+版")
SENTENCE_END = re.compile(r"[。！？…!?；;][”’」』）)》\"']*$")
KICKER = re.compile(r"(?:强调|指出|要求|表示|强调指出|时说|召开|[—―─-]{2})$")
SUBTITLE = re.compile(r"^\s*[—―─-]{1,2}")
LISTED = re.compile(r"(?:出席|主持|参加|讲话|致辞|陪同|作报告|列席)")


class Kind(StrEnum):
    """What a piece of the page looks like by itself."""

    HEAD = "head"
    BODY = "body"
    BYLINE = "byline"
    LEAD = "lead"
    JUMP_ON = "jump on"
    JUMP_FROM = "jump from"
    CAPTION = "caption"


@dataclass(frozen=True)
class Piece:
    """A paragraph or a part of one that does one thing. `level` is that of a Markdown heading."""

    kind: Kind
    text: Text
    gap: bool = False
    width: int = 0
    level: int = 0
    page: int | None = None


@dataclass
class Body:
    """The paragraphs of one article, with the headline lines that were given to it."""

    pieces: list[Piece] = field(default_factory=list)
    before: list[Piece] = field(default_factory=list)
    after: list[Piece] = field(default_factory=list)


@dataclass(frozen=True)
class SegmentPage:
    """Sorts paragraphs into headlines and bodies, and gives each headline to the body it shares its words with."""

    longest_headline: int = 45

    def __call__(self, page: Page, paragraphs: Sequence[Paragraph]) -> Cuttings:
        pieces, furniture = self._sort(page, paragraphs)
        bodies = match_headlines(pieces)
        clippings = [clip_body(body, page) for body in bodies]
        return Cuttings(tuple(clippings), tuple(furniture))

    def _sort(self, page: Page, paragraphs: Sequence[Paragraph]) -> tuple[list[Piece], list[Furniture]]:
        pieces: list[Piece] = []
        furniture: list[Furniture] = []
        navigation: list[Text] = []
        web = page.kind in (SourceKind.WEB_TEXT, SourceKind.HTML)
        for paragraph in paragraphs:
            chars = paragraph.text.chars
            role = self._furniture_role(chars, web)
            if role == FurnitureRole.NAVIGATION:
                navigation.append(paragraph.text)
                continue
            if navigation:
                furniture.append(Furniture(FurnitureRole.NAVIGATION, Text.join("", navigation).source()))
                navigation = []
            if role:
                furniture.append(Furniture(role, paragraph.text.source()))
                continue
            level = 0
            text = paragraph.text
            if heading := HEADING.match(chars):
                marks = text[: heading.end()].strip()
                level = len(marks)
                furniture.append(Furniture(FurnitureRole.OTHER, marks.source()))
                text = text[heading.end() :].strip()
            if text.chars.strip():
                pieces.extend(self._cut(text, paragraph, level))
        if navigation:
            furniture.append(Furniture(FurnitureRole.NAVIGATION, Text.join("", navigation).source()))
        return pieces, furniture

    def _furniture_role(self, chars: str, web: bool) -> FurnitureRole | None:
        if len(chars) > 60:
            return None
        if PAGE_HEADER.match(chars):
            return FurnitureRole.PAGE_HEADER
        if NAVIGATION.match(chars):
            return FurnitureRole.NAVIGATION
        if EDITORS.match(chars):
            return FurnitureRole.OTHER
        if len(MASTHEAD.findall(chars)) >= 2:
            return FurnitureRole.MASTHEAD
        return None

    def _cut(self, text: Text, paragraph: Paragraph, level: int) -> Iterator[Piece]:
        gap, width = paragraph.gap, paragraph.width
        if level:
            yield Piece(Kind.HEAD, text, gap, width, level)
            return
        if jump := JUMP_FROM.match(text.chars):
            yield Piece(Kind.JUMP_FROM, text[: jump.end()].strip(), gap, width, page=_page_number(jump["page"]))
            text, gap = text[jump.end() :].strip(), False
        on = JUMP_ON.search(text.chars)
        tail = None
        if on:
            tail = Piece(
                Kind.JUMP_ON, text[on.start() :].strip(), gap and on.start() == 0, width, page=_page_number(on["page"])
            )
            text = text[: on.start()].strip()
        if lead := LEAD.match(text.chars):
            yield Piece(Kind.LEAD, text[: lead.end()].strip(), gap, width)
            text, gap = text[lead.end() :].strip(), False
        if text.chars:
            yield Piece(self._kind(text, paragraph), text, gap, width)
        if tail:
            yield tail

    def _kind(self, text: Text, paragraph: Paragraph) -> Kind:
        chars = text.chars
        if len(chars) <= 60 and OWN_BYLINE.match(chars) and not SENTENCE_END.search(chars):
            return Kind.BYLINE
        if len(paragraph.lines) <= 2 and NAMES.match(re.sub(r"\s+", " ", chars)) and len(chars.split()) >= 2:
            return Kind.BYLINE
        if CREDIT.search(chars) and len(chars) < 200:
            return Kind.CAPTION
        if len(paragraph.lines) > 2 or len(chars) > self.longest_headline or SENTENCE_END.search(chars):
            return Kind.BODY
        return Kind.HEAD


def _page_number(chars: str) -> int | None:
    digits = re.sub(r"\D", "", chars)
    if digits:
        return int(digits)
    numerals = re.sub(r"[^一二三四五六七八九十]", "", chars)
    if not numerals:
        return None
    tens, _, ones = numerals.rpartition("十")
    count = "零一二三四五六七八九"
    return (count.find(tens) if tens else 1) * 10 + max(0, count.find(ones)) if "十" in numerals else count.find(numerals[0])


def match_headlines(pieces: Sequence[Piece]) -> list[Body]:
    """Bodies with their headline lines, in the order of the page."""
    bodies: list[Body] = []
    runs: list[list[Piece]] = [[]]
    for number, piece in enumerate(pieces):
        if piece.kind in (Kind.HEAD, Kind.BYLINE):
            runs[-1].append(piece)
            continue
        begins = (
            not bodies
            or bool(runs[-1])
            or piece.kind in (Kind.JUMP_FROM, Kind.CAPTION)
            or (piece.kind == Kind.LEAD and bodies[-1].pieces[-1].kind != Kind.JUMP_FROM)
            or bodies[-1].pieces[-1].kind in (Kind.JUMP_ON, Kind.CAPTION)
        )
        if begins:
            bodies.append(Body())
            if len(runs) < len(bodies) + 1 and number:
                pass
            runs.append([])
        bodies[-1].pieces.append(piece)
    if not bodies:
        return [Body(before=runs[0])] if runs[0] else []
    affinity = _affinities(bodies, runs)
    best = min(("after", "before"), key=lambda way: _lay(bodies, runs, affinity, way)[0])
    splits = _lay(bodies, runs, affinity, best)[1]
    merged: list[Body] = []
    for number, body in enumerate(bodies):
        split = splits[number]
        run = runs[number]
        if split < 0:
            for head in run:
                merged[-1].pieces.append(Piece(head.kind, head.text, head.gap, head.width, -1))
            merged[-1].pieces.extend(body.pieces)
            merged[-1].after = []
        else:
            if merged:
                merged[-1].after = run[:split]
            body.before = run[split:] if merged else run
            merged.append(body)
    merged[-1].after = runs[len(bodies)]
    return merged


def _affinities(bodies: Sequence[Body], runs: Sequence[Sequence[Piece]]) -> dict[tuple[int, int, int], float]:
    grams = [Counter(_bigrams("".join(piece.text.chars for piece in body.pieces))) for body in bodies]
    spread = Counter(gram for body in grams for gram in body)
    total = len(bodies) + 1
    found = {}
    for number, run in enumerate(runs):
        for row, head in enumerate(run):
            own = set(_bigrams(head.text.chars))
            weight = sum(log(total / spread.get(gram, 0.5)) for gram in own) or 1.0
            for other in (number - 1, number):
                if 0 <= other < len(bodies):
                    shared = sum(log(total / spread[gram]) for gram in own if gram in grams[other])
                    found[number, row, other] = shared / weight
    return found


def _bigrams(chars: str) -> Iterator[str]:
    chars = "".join(char for char in chars if char.isalnum())
    return map("".join, itertools.pairwise(chars))


def _lay(
    bodies: Sequence[Body], runs: Sequence[Sequence[Piece]], affinity: dict[tuple[int, int, int], float], way: str
) -> tuple[float, list[int]]:
    # One state a body: whether it has a headline already, before it. Costs are summed; the cheapest way through wins.
    first = bool(runs[0])
    costs: dict[bool, tuple[float, list[int]]] = {first: (0.0, [0])}
    for number in range(1, len(bodies)):
        run = runs[number]
        options: dict[bool, tuple[float, list[int]]] = {}
        for has, (cost, splits) in costs.items():
            for split in _splits(run, bodies[number]):
                extra = 0.0
                if split < 0:
                    extra += _subhead_cost(run, bodies[number - 1], bodies[number])
                    state = has
                else:
                    titled = has or split > 0
                    extra += (0.8 if not titled else 0.0) + (1.5 if has and split > 0 else 0.0)
                    extra += (0.5 if way == "after" else 0.0) * (split < len(run)) + (0.5 if way == "before" else 0) * (
                        split > 0
                    )
                    if 0 < split < len(run):
                        extra += 0.3 - (0.5 if run[split].gap else 0)
                        extra += 1.5 if run[split].kind == Kind.BYLINE or SUBTITLE.match(run[split].text.chars) else 0
                    for row in range(len(run)):
                        extra -= 2 * affinity.get((number, row, number - 1 if row < split else number), 0.0)
                    state = split < len(run)
                if state not in options or options[state][0] > cost + extra:
                    options[state] = (cost + extra, [*splits, split])
        costs = options
    last = runs[len(bodies)]
    for has, (cost, splits) in list(costs.items()):
        costs[has] = (cost + (1.5 if has and last else 0.8 if not has and not last else 0.0), splits)
    return min(costs.values(), key=lambda option: option[0])


def _splits(run: Sequence[Piece], body: Body) -> Iterator[int]:
    yield from range(len(run) + 1)
    if 1 <= len(run) <= 2 and all(piece.kind == Kind.HEAD for piece in run) and body.pieces[0].kind == Kind.BODY:
        yield -1


def _subhead_cost(run: Sequence[Piece], body: Body, following: Body) -> float:
    cost = 0.0
    if body.pieces[-1].kind == Kind.JUMP_ON:
        cost += 3
    if len(run) > 1:
        cost += 1
    for head in run:
        if len(head.text) > 20 or SUBTITLE.match(head.text.chars) or KICKER.search(head.text.chars):
            cost += 1.5
    return cost


def clip_body(body: Body, page: Page) -> Clipping:
    """The clipping of a body and its headline lines, in reading order."""
    heads = [*body.before, *body.after]
    parts = list(_headline_parts(heads))
    bylines = [head.text for head in heads if head.kind == Kind.BYLINE]
    flow: list[Part] = []
    continued_on = continued_from = None
    caption = not heads and all(piece.kind == Kind.CAPTION for piece in body.pieces) and bool(body.pieces)
    for piece in body.pieces:
        if piece.kind in (Kind.LEAD, Kind.BYLINE):
            bylines.append(piece.text)
        elif piece.kind == Kind.JUMP_FROM:
            continued_from = piece.page
            parts.insert(0, Part(BlockRole.JUMP, close_up(piece.text)))
        elif piece.kind == Kind.JUMP_ON:
            continued_on = piece.page
            flow.append(Part(BlockRole.JUMP, close_up(piece.text)))
        elif piece.kind == Kind.HEAD:
            flow.append(Part(BlockRole.SUBHEAD, close_up_headline(piece.text)))
        elif piece.kind == Kind.CAPTION:
            flow.append(Part(BlockRole.CAPTION, close_up(piece.text)))
            if caption:
                bylines_of_caption = re.search(r"[^。]*$", piece.text.chars)
                caption_credit = bylines_of_caption[0] if bylines_of_caption else ""
        else:
            flow.append(Part(BlockRole.PARAGRAPH, close_up(piece.text)))
    byline_parts = [Part(BlockRole.BYLINE, _close_up_byline(text)) for text in bylines]
    authors = tuple(author for part in byline_parts for author in parse_byline(part.text.chars))
    if caption:
        authors = parse_byline(caption_credit)
    genre = _genre(body, parts, byline_parts, flow, caption)
    return Clipping(
        (*parts, *byline_parts, *flow),
        genre,
        authors,
        continued_on,
        continued_from,
        page.publication,
        page.home,
    )


def _close_up_byline(text: Text) -> Text:
    if NAMES.match(re.sub(r"\s+", " ", text.chars.strip())) and not re.search("记者|通讯员|评论员", text.chars):
        return text.strip()
    return close_up(text)


def _headline_parts(heads: Sequence[Piece]) -> Iterator[Part]:
    lines = [head for head in heads if head.kind == Kind.HEAD]
    roles = [_line_role(number, lines) for number in range(len(lines))]
    order = (BlockRole.SERIES, BlockRole.KICKER, BlockRole.TITLE, BlockRole.SUBTITLE)
    for role in order:
        yield from (Part(role, close_up_headline(line.text)) for line, its in zip(lines, roles, strict=True) if its == role)


def _line_role(number: int, lines: Sequence[Piece]) -> BlockRole:
    chars = lines[number].text.chars
    if len(lines) == 1:
        return BlockRole.TITLE
    if SUBTITLE.match(chars) and number:
        return BlockRole.SUBTITLE
    if KICKER.search(chars) and number + 1 < len(lines) and number == 0:
        return BlockRole.KICKER
    if number == 0 and lines[0].level > lines[1].level > 0:
        return BlockRole.KICKER if len(chars) > 14 else BlockRole.SERIES
    if number and LISTED.search(chars):
        return BlockRole.SUBTITLE
    if number and any(SUBTITLE.match(line.text.chars) for line in lines[:number]):
        return BlockRole.SERIES
    return BlockRole.TITLE


def _genre(body: Body, parts: Sequence[Part], bylines: Sequence[Part], flow: Sequence[Part], caption: bool) -> Genre:
    if caption:
        return Genre.CAPTION
    author = "".join(part.text.chars for part in bylines)
    head = "".join(part.text.chars for part in parts)
    if "评论员" in author or re.search("[一二三四五六七八九]论|评论", head):
        return Genre.COMMENTARY
    if any(part.text.chars.startswith(("各位代表", "同志们")) for part in flow):
        return Genre.SPEECH
    if re.search("公告|启事|声明|通告", head):
        return Genre.NOTICE
    if not re.search("讯", author) and re.search("记者", author):
        return Genre.FEATURE
    return Genre.NEWS
