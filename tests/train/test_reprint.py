"""Articles of gold documents that are set again."""

from collections.abc import Sequence

from yaowen.schema import Article, Block, BlockRole, Document, Genre, Headline, SourceKind
from yaowen.train.copy import Copy
from yaowen.train.reprint import reprint

BODY = "望江县石桥镇昨天开镰，首批早稻收割320亩。种粮大户卓然说，今年亩产比去年高了一成。"


def print_article(lines: Sequence[tuple[BlockRole, str]], order: Sequence[int], genre: Genre = Genre.NEWS) -> list[Copy]:
    """What comes of an article whose lines stand on the raw page in another order."""
    places, blocks, text, at = {}, [], "", 0
    for number in order:
        places[number] = at
        at += len(lines[number][1]) + 1
    for number, (role, line) in enumerate(lines):
        start = len(text) + bool(text)
        text += ("\n" if text else "") + line
        blocks.append(Block(role, start, start + len(line), ((places[number], places[number] + len(line)),)))
    article = Article(article_id="a", genre=genre, headline=Headline(), text=text, blocks=tuple(blocks))
    return list(reprint([Document(doc_id="d", source_kind=SourceKind.PDF_TEXT, sha256="0" * 64, articles=(article,))]))


def test_the_lines_of_a_headline_and_the_body_are_what_they_were() -> None:
    (copy,) = print_article(
        [
            (BlockRole.SERIES, "望江夏收"),
            (BlockRole.KICKER, "卓然在石桥镇调研时强调"),
            (BlockRole.TITLE, "颗粒归仓"),
            (BlockRole.TITLE, "不误农时"),
            (BlockRole.PARAGRAPH, BODY),
            (BlockRole.SUBHEAD, "晒场"),
            (BlockRole.PARAGRAPH, BODY),
            (BlockRole.JUMP, "（下转第3版）"),
        ],
        range(8),
    )
    assert copy == Copy(
        ("颗粒归仓", "不误农时"),
        ((BlockRole.PARAGRAPH, BODY), (BlockRole.SUBHEAD, "晒场"), (BlockRole.PARAGRAPH, BODY)),
        kicker="卓然在石桥镇调研时强调",
        series="望江夏收",
    )


def test_who_wrote_it_stands_again_where_it_stood() -> None:
    lead = print_article([(BlockRole.BYLINE, "本报讯（记者卓然）"), (BlockRole.PARAGRAPH, BODY)], (0, 1))
    byline = print_article([(BlockRole.BYLINE, "本报记者 卓然"), (BlockRole.PARAGRAPH, BODY)], (0, 1))
    signed = print_article([(BlockRole.BYLINE, "（卓然）"), (BlockRole.PARAGRAPH, BODY)], (1, 0))
    assert [(copy.lead, copy.byline, copy.signed) for copy in (*lead, *byline, *signed)] == [
        ("本报讯（记者卓然）", None, None),
        (None, "本报记者 卓然", None),
        (None, None, "（卓然）"),
    ]


def test_a_picture_of_an_article_is_left_out_and_one_alone_is_kept() -> None:
    lines = [(BlockRole.PARAGRAPH, BODY), (BlockRole.CAPTION, "图为石桥镇的农机手在抢收早稻，一派忙碌景象。卓然 摄")]
    assert [copy.body for copy in print_article(lines, (0, 1))] == [((BlockRole.PARAGRAPH, BODY),)]
    assert [copy.body for copy in print_article(lines[1:], (0,), Genre.CAPTION)] == [tuple(lines[1:])]


def test_what_says_too_little_is_not_set() -> None:
    assert print_article([(BlockRole.TITLE, "遗失声明"), (BlockRole.PARAGRAPH, "卓然遗失公章一枚。")], (0, 1)) == []
    assert print_article([(BlockRole.TITLE, "遗失声明"), (BlockRole.SUBHEAD, BODY)], (0, 1)) == []
