"""A page is cut into articles by one decision over all its headlines and bodies."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from yaowen.credits import CREDIT
from yaowen.datelines import SENT
from yaowen.markdown import markup_of
from yaowen.page import Clipping, Cuttings, Page, Paragraph, Part
from yaowen.row_features import COUPLET
from yaowen.schema import BlockRole, Byline, Furniture, FurnitureRole, Genre, SourceKind
from yaowen.segment.body import MARK, Body
from yaowen.segment.by_order import match_by_order
from yaowen.segment.by_place import is_placed, match_by_place
from yaowen.segment.bylines import LISTED_NAMES, SENT_BY, merge_bylines, parse_byline
from yaowen.segment.captions import keep_captions, lift_captions, place_captions
from yaowen.segment.cutting import sort_paragraphs
from yaowen.segment.halves import join_halves
from yaowen.segment.letters import join_answers
from yaowen.segment.levels import settle_levels
from yaowen.segment.pieces import Piece
from yaowen.segment.row_words import ADDRESS, HEADLINE, LETTER
from yaowen.segment.stack import join_rows, read_stack, spread
from yaowen.segment.stack_lines import ATTENDANCE, LONG, SAID
from yaowen.segment.stack_network import load_network
from yaowen.segment.untitled import join_untitled
from yaowen.spacing import close_up, close_up_byline, close_up_headline, close_up_names
from yaowen.text import INVISIBLE, Text

DRAWN = (SourceKind.PDF, SourceKind.PDF_TEXT)
"""The text layer of a PDF is as it was drawn; OCR and web pages give things in the order in which they are read."""
TAKER = re.compile(rf"[。！？”)）]?\s*{CREDIT}")
SERIES_OF_ESSAYS = re.compile(r"[一二三四五六七八九十再]论|[一二三四五六七八九十]谈|时评|社论|评论|论语|快评|漫谈|短评")
EVENT = re.compile(r"召开|举行|举办|开班|开幕|闭幕|启动|会议|座谈|调研|会见|视察|揭牌|签约|开工|通车")
NOTICE = re.compile(r"公告|启事|声明|通告|通知|公示|通报|名单|讣告|招领")
GIVEN_OUT = re.compile(r"(?:公布|发布|出炉|揭晓|出台)$")
"""The headline of a report of a list or notice, which is none itself: 百强企业名单公布."""
ARGUED = re.compile(r"要|应当?|须|不能|不妨|才能|如果|倘若|关键|岂|何[以必尝况]|唯有|只有|与其|不如|[吗呢]？")
ARGUES = 3
"""So many words of an argument are in an essay."""
RECALLED = re.compile(
    "(?<![自忘大小])我(?![们国市县省区校院局司厅军党镇乡村社])|父亲|母亲|爷爷|奶奶|外[公婆]|姥[姥爷]|故乡|老家|小时候|儿时|童年|那年"
)
RECALLS = 3
"""So many words of somebody's own life are in an essay that tells of it: 父亲有一辆自行车，…"""
VERSE, VERSES, COUPLETS = 20, 6, 2
"""Characters of a verse at most, and verses of a poem at least, or rows in one of the old forms."""
CLAUSES = re.compile(r"(?:[一-鿿]{2,7}[，、；。？！]){1,4}")
"""A row of a poem in one of the forms whose verses differ in length: 风起白满汀，月落寒生浦。"""
TUNE = re.compile(r"[一-鿿]{2,5}[·•][一-鿿]{2,8}")
"""The title of a poem to a tune: 卜算子·晚渡."""
LITERATURE = re.compile(r"小说|散文|诗歌|诗词|童话|寓言")
LONGEST_ADVERT = 90
OFFERED = re.compile(r"[招急诚]聘|转让|[出招求]租|出售|优惠|套餐|加盟|代理|清仓|特价|\d折|[一二三四五六七八九]折|开盘|团购")
REACHED = re.compile(r"(?:电话|热线|手机|咨询|微信|联系人?)\D{0,8}(?:[（(]\d{3,4}[）)]\s?)?(?:\d[\s—-]?){7}|面议|底薪")
REPORTED = re.compile(r"\d月\s*\d{1,2}\s*日|\d日[，上下晚]|日前|近日|昨日|昨天|记者|据悉|据了解|会议(?:强调|指出|要求|认为)")


@dataclass(frozen=True)
class SegmentPage:
    """Sorts paragraphs into headlines and bodies, and gives each headline to the body it shares its words with."""

    def __call__(self, page: Page, paragraphs: Sequence[Paragraph]) -> Cuttings:
        web = page.kind in (SourceKind.WEB_TEXT, SourceKind.HTML)
        pieces, furniture = sort_paragraphs(paragraphs, page.publication, web=web)
        pieces = join_answers(pieces)
        if page.kind not in DRAWN:
            pieces = keep_captions(settle_levels(pieces))
        elif not is_placed(pieces):
            pieces = join_halves(lift_captions(pieces), load_network().lexicon)
        clippings = []
        matched = match_by_place(pieces) if is_placed(pieces) else match_by_order(pieces)
        joined = join_untitled(matched) if web else matched
        bodies = [brief for body in place_captions(joined, web=web) for brief in body.part_briefs()]
        levels_tell = any(len({head.marks for head in body.heads if head.marks}) > 1 for body in bodies)
        for body in bodies:
            # One short row that no body on the page claims is a section's name or a pointer, not an article.
            if len(bodies) > 1 and not body.pieces and len(body.heads) == 1:
                furniture.append(Furniture(FurnitureRole.OTHER, body.heads[0].text.source()))
            elif _is_advert(body):
                advert = [*body.heads, *body.pieces]
                furniture += [Furniture(FurnitureRole.ADVERT, piece.text.source()) for piece in advert]
            else:
                clippings.append(clip_body(body, page, levels_tell=levels_tell))
                furniture += _find_marks(body)
        if page.kind == SourceKind.OCR_MARKDOWN:
            furniture += [Furniture(FurnitureRole.OTHER, source) for source in markup_of(page.raw)]
        elif unseen := tuple(match.span() for match in INVISIBLE.finditer(page.raw)):
            furniture.append(Furniture(FurnitureRole.OTHER, unseen))
        return Cuttings(tuple(clippings), tuple(sorted(furniture, key=lambda item: item.source)))


def _is_advert(body: Body) -> bool:
    """Whether a short body offers something and says how to get it: 临街门面转让，接手即可营业。电话1380000."""
    said = "".join(piece.text.chars for piece in body.pieces)
    if len(said) > LONGEST_ADVERT or any(piece.role != BlockRole.PARAGRAPH for piece in body.pieces) or said.count("。") > 1:
        return False
    title = "".join(head.text.chars for head in body.heads)
    offers = OFFERED.search(title + said) and REACHED.search(said)
    return offers is not None and not REPORTED.search(said) and not NOTICE.search(title)


def clip_body(body: Body, page: Page, *, levels_tell: bool = False) -> Clipping:
    """The clipping of a body and its headline lines, in reading order."""
    lines = spread(head for head in body.heads if head.role != BlockRole.BYLINE)
    readings = read_stack(lines, body, in_order=page.kind not in DRAWN, levels_tell=levels_tell)
    headline = [Part.of(role, close_up_headline(text)) for role in HEADLINE for text in join_rows(lines, readings, role)]
    beside = [
        *(head.text for head in body.heads if head.role == BlockRole.BYLINE),
        *join_rows(lines, readings, BlockRole.BYLINE),
    ]
    inside = [piece.text for piece in body.pieces if piece.role == BlockRole.BYLINE]
    bylines = [close_up_byline(text) for text in (*sorted(beside, key=lambda text: text.offsets[0]), *inside)]
    from_page = next((piece for piece in body.pieces[:1] if piece.role == BlockRole.JUMP and "接" in piece.text.chars), None)
    flow = [piece for piece in body.pieces if piece.role != BlockRole.BYLINE and piece is not from_page]
    to_page = [piece.page for piece in flow if piece.role == BlockRole.JUMP]
    byline_parts = [Part.of(BlockRole.BYLINE, text) for text in bylines]
    authors = merge_bylines(author for part in byline_parts for author in parse_byline(part.text.chars))
    flow_parts = [_make_part(piece) for piece in flow]
    if body.is_caption:
        genre, authors = Genre.CAPTION, (*authors, *_credits(body))
    else:
        over = [line.text for line, reading in zip(lines, readings, strict=True) if reading.role != BlockRole.BYLINE]
        sent = any(SENT.match(text.chars) for text in bylines) or any(SENT_BY.match(text.chars) for text in inside)
        signed = not sent and _is_over_body(beside, over, body)
        of_site = any(text.chars.startswith("作者") for text in bylines)
        genre = _judge_genre(headline, authors, flow_parts, signed=signed, sent=sent, of_site=of_site)
    return Clipping(
        (*([_make_part(from_page)] if from_page else ()), *headline, *byline_parts, *flow_parts),
        genre,
        authors,
        continued_on=to_page[-1] if to_page else None,
        continued_from=from_page.page if from_page else None,
        publication=page.publication,
        home=page.home,
    )


def _make_part(piece: Piece) -> Part:
    if piece.role == BlockRole.SUBHEAD:
        return Part.of(piece.role, close_up_headline(piece.text))
    text = piece.text[_measure_mark(piece) :]
    names = piece.role != BlockRole.JUMP and LISTED_NAMES.fullmatch(text.chars)
    return Part.of(piece.role, close_up_names(text) if names else close_up(text))


def _measure_mark(piece: Piece) -> int:
    """How many characters at the beginning of a paragraph are a mark; of a caption it points to the picture."""
    mark = MARK.match(piece.text.chars) if piece.role == BlockRole.PARAGRAPH else None
    return mark.end() if mark and mark.end() < len(piece.text) else 0


def _find_marks(body: Body) -> Iterator[Furniture]:
    for piece in body.pieces:
        if size := _measure_mark(piece):
            yield Furniture(FurnitureRole.OTHER, piece.text[:size].strip().source())


def _is_over_body(bylines: Sequence[Text], over: Sequence[Text], body: Body) -> bool:
    """Whether a byline follows the headline on the page; names that follow the body are those of any report."""
    starts = [piece.text.offsets[0] for piece in body.pieces]
    for byline in bylines:
        place = byline.offsets[0]
        line = max((text.offsets[0] for text in over if text.offsets[0] < place), default=-1)
        if line > max((start for start in starts if start < place), default=-1):
            return True
    return False


def _credits(body: Body) -> tuple[Byline, ...]:
    credit = TAKER.search(body.pieces[-1].text.chars[-60:])
    return parse_byline(credit["credit"]) if credit else ()


def _judge_genre(
    headline: Sequence[Part],
    authors: Sequence[Byline],
    flow: Sequence[Part],
    *,
    signed: bool,
    sent: bool,
    of_site: bool = False,
) -> Genre:
    """`signed` says that a row of its own beside the headline names the authors, `sent` that a dateline does (本报讯),
    `of_site` that it is the site which says so.
    """
    if any(ADDRESS.match(part.text.chars) for part in flow):
        return Genre.SPEECH
    titles = [part.text.chars for part in headline if part.role == BlockRole.TITLE]
    said = "".join(part.text.chars for part in flow if part.role == BlockRole.PARAGRAPH)
    is_notice = any(NOTICE.search(title[-4:]) and not GIVEN_OUT.search(title) for title in titles)
    if any(LETTER.fullmatch(part.text.chars) for part in flow) or (_is_poem(flow, titles) and not is_notice):
        return Genre.FEATURE
    if not sent and any(LITERATURE.search(part.text.chars) for part in headline if part.role == BlockRole.SERIES):
        return Genre.FEATURE
    argues = len(ARGUED.findall(said))
    argued = signed and "记者" not in said and argues >= max(ARGUES, len(said) // 150)
    # A bare name behind the text is that of any brief: …惠及三千户。（卓然）
    told = not REPORTED.search(said) and (signed or len(ARGUED.findall("".join((*titles, said)))) >= 2)
    essayist = len(authors) == 1 and not authors[0].role and not sent and (argued or told)
    if essayist and len(RECALLED.findall(said)) >= max(RECALLS, argues + 1):
        return Genre.FEATURE
    if essayist or any("评论员" in (author.role or "") for author in authors):
        return Genre.COMMENTARY
    # What opens with 本报讯 is a report, whatever label came to stand over it.
    if not sent and any(SERIES_OF_ESSAYS.search(part.text.chars) for part in headline):
        return Genre.COMMENTARY
    if is_notice:
        return Genre.NOTICE
    # 康永泰出席并讲话 stands below the title of a report, ——写在大桥通车之际 below that of a feature.
    lines = [
        part
        for part in headline
        if part.role in (BlockRole.SERIES, BlockRole.SUBTITLE) and not ATTENDANCE.fullmatch(part.text.chars[:LONG])
    ]
    reporter = signed and any(author.role for author in authors)
    if of_site:
        # 作者：记者 卓然 stands over every report of such a page; of one that is a feature a series tells.
        return Genre.FEATURE if reporter and any(part.role == BlockRole.SERIES for part in lines) else Genre.NEWS
    # What somebody said at a meeting, and who took part in it, stand round the title of a report.
    of_meeting = any(
        SAID.search(part.text.chars) or ATTENDANCE.fullmatch(part.text.chars[:LONG])
        for part in headline
        if part.role in (BlockRole.KICKER, BlockRole.SUBTITLE)
    )
    if reporter and (lines or not (of_meeting or any(EVENT.search(title) for title in titles))):
        return Genre.FEATURE
    return Genre.NEWS


def _is_poem(flow: Sequence[Part], titles: Sequence[str]) -> bool:
    said = [part.text.chars for part in flow if part.role == BlockRole.PARAGRAPH]
    verses = sum(len(chars) <= VERSE and chars[-1] not in "。！？" for chars in said)
    if len(said) >= COUPLETS and all(map(COUPLET.fullmatch, said)):
        return True
    if any(map(TUNE.fullmatch, titles)) and said and all(map(CLAUSES.fullmatch, said)):
        return True
    return len(said) >= VERSES and verses > len(said) / 2 and max(map(len, said)) <= 2 * VERSE
