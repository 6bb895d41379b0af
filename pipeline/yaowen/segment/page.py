"""A page is cut into articles by one decision over all its headlines and bodies."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, product

from yaowen.page import Clipping, Cuttings, Page, Paragraph, Part
from yaowen.schema import BlockRole, Byline, Furniture, FurnitureRole, Genre
from yaowen.segment.bylines import parse_byline
from yaowen.segment.headlines import Body, match_headlines
from yaowen.segment.pieces import ADDRESS, HEADLINE, Piece, sort_paragraphs
from yaowen.spacing import close_up, close_up_byline, close_up_headline

CREDIT = re.compile(r"[。！？”)）]?\s*(?P<credit>[（(]?[^。！？（(]{0,24}(?:摄|摄影报道|供图)\s*[）)]?)\s*$")
SERIES_OF_ESSAYS = re.compile(r"[一二三四五六七八九十再]论|[一二三四五六七八九十]谈|时评|社论|评论|论语|快评|漫谈|短评")
EVENT = re.compile(r"召开|举行|举办|开班|开幕|闭幕|启动|会议|座谈|调研|会见|视察|揭牌|签约|开工|通车")
NOTICE = re.compile(r"公告|启事|声明|通告|通知|公示|通报")
DASH_FIRST = re.compile(r"\s*[—―─–-]{1,3}")
DASH_LAST = re.compile(r"[—―─–]{1,3}\s*$")
ATTENDANCE = re.compile(
    r"(?:(?>(?:[一-鿿·]{2,4}[\s、]+){0,9}[一-鿿·]{2,20}?(?:出席|主持|参加|讲话|致辞|陪同|列席|作报告|作部署|宣布开幕)"
    r"(?:并(?:讲话|致辞|主持|作报告|作部署|宣布开幕))?)(?:会议|活动)?[\s，、]*)++"
)
SURE = 5.0
SPLIT_CLOSE = 1.0
"""What it costs, in logarithms of likelihood, to part two headline rows that no blank row parts."""


@dataclass(frozen=True)
class SegmentPage:
    """Sorts paragraphs into headlines and bodies, and gives each headline to the body it shares its words with."""

    def __call__(self, page: Page, paragraphs: Sequence[Paragraph]) -> Cuttings:
        pieces, furniture = sort_paragraphs(paragraphs, page.publication)
        clippings = []
        for body in (bodies := match_headlines(pieces)):
            # One short row that no body on the page claims is a section's name or a pointer, not an article.
            if len(bodies) > 1 and not body.pieces and len(body.heads) == 1:
                furniture.append(Furniture(FurnitureRole.OTHER, body.heads[0].text.source()))
            else:
                clippings.append(clip_body(body, page))
        return Cuttings(tuple(clippings), tuple(sorted(furniture, key=lambda item: item.source)))


def clip_body(body: Body, page: Page) -> Clipping:
    """The clipping of a body and its headline lines, in reading order."""
    headline = list(_headline_parts([head for head in body.heads if head.role != BlockRole.BYLINE]))
    bylines = [close_up_byline(head.text) for head in body.heads if head.role == BlockRole.BYLINE]
    opening: list[Part] = []
    flow: list[Part] = []
    continued_on = continued_from = None
    for number, piece in enumerate(body.pieces):
        if piece.role == BlockRole.BYLINE:
            bylines.append(close_up_byline(piece.text))
        elif piece.role == BlockRole.JUMP:
            part = Part.of(BlockRole.JUMP, close_up(piece.text))
            if "接" in piece.text.chars and number == 0:
                continued_from = piece.page
                opening.append(part)
            else:
                continued_on = piece.page
                flow.append(part)
        elif piece.role == BlockRole.SUBHEAD:
            flow.append(Part.of(BlockRole.SUBHEAD, close_up_headline(piece.text)))
        else:
            flow.append(Part.of(piece.role, close_up(piece.text)))
    byline_parts = [Part.of(BlockRole.BYLINE, text) for text in bylines]
    authors = tuple(dict.fromkeys(author for part in byline_parts for author in parse_byline(part.text.chars)))
    if body.is_caption:
        authors = (*authors, *_credits(body))
    return Clipping(
        (*opening, *headline, *byline_parts, *flow),
        _judge_genre(body, headline, byline_parts, flow),
        authors,
        continued_on,
        continued_from,
        page.publication,
        page.home,
    )


def _headline_parts(lines: Sequence[Piece]) -> Iterator[Part]:
    roles = choose_roles(lines)
    for role in HEADLINE:
        yield from (Part.of(role, close_up_headline(line.text)) for line, its in zip(lines, roles, strict=True) if its == role)


def choose_roles(lines: Sequence[Piece]) -> tuple[BlockRole, ...]:
    """What each line over a body is: the likeliest reading in which there is a title, and its lines stand together."""
    if len(lines) > 6:
        return tuple(map(_likeliest, lines))
    spaced = any(line.gap for line in lines[1:])
    weighed = [_weigh(line, len(lines) == 1) for line in lines]
    # The two likeliest of each line, and the title: six lines have no more than 729 readings.
    offers = [{*sorted(roles, key=roles.__getitem__)[-2:], BlockRole.TITLE} for roles in weighed]
    best, found = float("-inf"), (BlockRole.TITLE,) * len(lines)
    for roles in product(*offers):
        places = [number for number, role in enumerate(roles) if role == BlockRole.TITLE]
        if not places or places[-1] - places[0] >= len(places):
            continue
        score = sum(chances[role] for chances, role in zip(weighed, roles, strict=True))
        if spaced:
            # Where blank rows part a kicker from its title, two rows without one between them are of one kind.
            changes = (role != upper and not line.gap for line, (upper, role) in zip(lines[1:], pairwise(roles), strict=True))
            score -= SPLIT_CLOSE * sum(changes)
        if score > best:
            best, found = score, roles
    return found


def _weigh(line: Piece, alone: bool) -> dict[BlockRole, float]:
    weights = {role: line.likelihood(role) for role in HEADLINE}
    # ——写在大桥通车之际 and 温立达主持 卓然石小满参加 stand below a title, 全县干部群众学习会议精神—— above one.
    if not alone and (DASH_FIRST.match(line.text.chars) or ATTENDANCE.fullmatch(line.text.chars)):
        weights[BlockRole.SUBTITLE] += SURE
    elif DASH_LAST.search(line.text.chars):
        weights[BlockRole.KICKER] += SURE
    return weights


def _likeliest(line: Piece) -> BlockRole:
    return max(HEADLINE, key=line.likelihood)


def _credits(body: Body) -> tuple[Byline, ...]:
    credit = CREDIT.search(body.pieces[-1].text.chars[-60:])
    return parse_byline(credit["credit"]) if credit else ()


def _judge_genre(body: Body, headline: Sequence[Part], bylines: Sequence[Part], flow: Sequence[Part]) -> Genre:
    over = [part.text.chars for part in headline]
    names = " ".join(part.text.chars for part in bylines)
    if body.is_caption:
        return Genre.CAPTION
    if "评论员" in names or any(SERIES_OF_ESSAYS.search(line) for line in over):
        return Genre.COMMENTARY
    if any(ADDRESS.match(part.text.chars) for part in flow):
        return Genre.SPEECH
    if any(part.role == BlockRole.TITLE and NOTICE.search(part.text.chars[-4:]) for part in headline):
        return Genre.NOTICE
    own = any(head.role == BlockRole.BYLINE for head in body.heads) and not re.search("讯|消息|电", names)
    lines = {part.role for part in headline}
    event = any(part.role == BlockRole.TITLE and EVENT.search(part.text.chars) for part in headline)
    if own and re.search("记者|通讯员", names) and (lines & {BlockRole.SUBTITLE, BlockRole.SERIES} or not event):
        return Genre.FEATURE
    return Genre.NEWS
