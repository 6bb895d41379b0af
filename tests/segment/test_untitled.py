"""Texts of a web page that are parts of its one article."""

from dataclasses import replace

import pytest

from yaowen.schema import BlockRole
from yaowen.segment.body import Body
from yaowen.segment.pieces import Piece, Tie
from yaowen.segment.untitled import join_parts, join_untitled
from yaowen.text import Text

TITLE, LINE, REPORT = "望江千人加固河堤", "险工险段都有人值守", "望江县五日出动千人，加固河堤两公里。"
LONG = "入汛以来，望江县把险工险段逐一登记，每段都有包段的干部和抢险的队伍，砂石、编织袋备在堤上，夜里每两小时巡查一次。"


def pieces(*lines: tuple[BlockRole, str]) -> list[Piece]:
    """The lines of a page as pieces, in their order on it."""
    page = Text.of("\n".join(line for _, line in lines))
    ends = [sum(len(line) + 1 for _, line in lines[: number + 1]) - 1 for number in range(len(lines))]
    return [Piece(role, page[end - len(line) : end]) for (role, line), end in zip(lines, ends, strict=True)]


def read(bodies: list[Body]) -> list[tuple[list[str], list[str]]]:
    """What stands over each body and what is in it."""
    return [
        ([head.text.chars for head in body.heads], [piece.text.chars for piece in body.pieces])
        for body in join_untitled(bodies)
    ]


@pytest.mark.parametrize("first", [True, False], ids=["over the row", "over the report"])
@pytest.mark.parametrize(
    ("line", "heads", "said"),
    [(LINE, [TITLE, LINE], [REPORT]), (TITLE[2:], [TITLE], [TITLE[2:], REPORT])],
    ids=["a line of the headline", "a part of the title"],
)
def test_a_row_between_a_title_and_its_text(line: str, heads: list[str], said: list[str], *, first: bool) -> None:
    title, row, report = pieces((BlockRole.TITLE, TITLE), (BlockRole.PARAGRAPH, line), (BlockRole.PARAGRAPH, REPORT))
    assert read([Body([row], [title] * first), Body([report], [title] * (not first))]) == [(heads, said)]


def test_a_text_without_a_headline_goes_on_with_the_one_above() -> None:
    title, said, report = pieces((BlockRole.TITLE, TITLE), (BlockRole.PARAGRAPH, LINE + "。"), (BlockRole.PARAGRAPH, REPORT))
    assert read([Body([said], [title]), Body([report])]) == [([TITLE], [LINE + "。", REPORT])]
    assert len(read([Body([said]), Body([report], [title])])) == 2


def test_two_headlines_are_those_of_two_articles() -> None:
    first, said, second, told = pieces(
        (BlockRole.TITLE, TITLE), (BlockRole.PARAGRAPH, LINE), (BlockRole.TITLE, LINE), (BlockRole.PARAGRAPH, REPORT)
    )
    assert len(read([Body([said], [first]), Body([told], [second])])) == 2


def test_a_picture_between_two_dispatches_stands_alone() -> None:
    title, said, picture, report = pieces(
        (BlockRole.TITLE, TITLE),
        (BlockRole.PARAGRAPH, LINE + "。"),
        (BlockRole.CAPTION, "图为河堤加固现场。"),
        (BlockRole.PARAGRAPH, REPORT),
    )
    assert read([Body([said], [title]), Body([picture]), Body([report])]) == [
        ([TITLE], [LINE + "。", REPORT]),
        ([], ["图为河堤加固现场。"]),
    ]


@pytest.mark.parametrize(
    ("stamped", "signed", "subhead", "parts"),
    [(True, False, 0.3, 1), (False, False, 0.3, 2), (True, True, 0.3, 2), (True, False, 0.1, 2)],
    ids=["parts of one", "none says where it begins", "both do", "a title"],
)
def test_texts_below_subheads_are_parts_of_the_one_that_says_where_it_begins(
    *, stamped: bool, signed: bool, subhead: float, parts: int
) -> None:
    title, said, row, author, told = pieces(
        (BlockRole.TITLE, TITLE),
        (BlockRole.PARAGRAPH, REPORT),
        (BlockRole.TITLE, LINE),
        (BlockRole.BYLINE, "记者 卓然"),
        (BlockRole.PARAGRAPH, "险工险段日夜有人值守，每两小时查一次。"),
    )
    row = replace(row, roles={BlockRole.TITLE: 1 - subhead, BlockRole.SUBHEAD: subhead})
    first = Body([said], [replace(title, tie=Tie.OPENS) if stamped else title])
    joined = join_parts([first, Body([told], [row, *[author] * signed])])
    assert len(joined) == parts
    assert parts == 2 or [piece.role for piece in joined[0].pieces] == [
        BlockRole.PARAGRAPH,
        BlockRole.SUBHEAD,
        BlockRole.PARAGRAPH,
    ]


@pytest.mark.parametrize(
    ("said", "signed", "articles"),
    [(LONG, False, 1), (LINE + "。", False, 2), (LONG, True, 2)],
    ids=["its title is left out", "a sentence of the site", "another begins"],
)
def test_below_a_text_whose_title_is_left_out_stand_the_headings_of_its_parts(
    said: str, *, signed: bool, articles: int
) -> None:
    text, heading, author, told = pieces(
        (BlockRole.PARAGRAPH, said),
        (BlockRole.TITLE, TITLE),
        (BlockRole.BYLINE, "记者 卓然"),
        (BlockRole.PARAGRAPH, REPORT),
    )
    joined = join_parts([Body([text]), Body([told], [heading, *[author] * signed])])
    assert len(joined) == articles


def test_where_no_headline_stands_only_what_says_where_it_begins_is_another_article() -> None:
    line, first, report, second, told = pieces(
        (BlockRole.PARAGRAPH, LINE + "。"),
        (BlockRole.BYLINE, "本报讯（记者 卓然）"),
        (BlockRole.PARAGRAPH, REPORT),
        (BlockRole.BYLINE, "本报讯（记者 石小满）"),
        (BlockRole.PARAGRAPH, "石桥镇粮库昨天装上了新风机。"),
    )
    bodies = [Body([line]), Body([first, report]), Body([second, told])]
    assert [len(body.pieces) for body in join_untitled(bodies)] == [3, 2]
