from dataclasses import replace

import pytest

from yaowen.markup import strip_markup
from yaowen.schema import BlockRole
from yaowen.segment.body import Body
from yaowen.segment.captions import keep_captions, place_captions
from yaowen.segment.pieces import Piece, Tie
from yaowen.text import Text

LIBRARY = "连日来，望江县图书馆推出夜间开放服务，每晚延时至十点，三百多个座位几乎坐满，成为市民夜读的好去处。"
TREES = "石桥镇日前栽下枫杨二千株，两岸新添绿荫十里，管护责任落实到人。"


def make(role: BlockRole, chars: str) -> Piece:
    return Piece(role, Text.of(chars))


def place(*captions: str) -> list[list[str]]:
    pieces = [make(BlockRole.PARAGRAPH, LIBRARY), *(make(BlockRole.CAPTION, caption) for caption in captions)]
    placed = place_captions([Body(pieces), Body([make(BlockRole.PARAGRAPH, TREES)])])
    return [[piece.text.chars for piece in body.pieces if piece.role == BlockRole.CAPTION] for body in placed]


@pytest.mark.parametrize(
    ("caption", "alone"),
    [
        ("市民在望江县图书馆夜读，座位几乎坐满。记者卓然摄", False),
        ("图为现场。记者卓然摄", False),
        ("老桥旧照。（资料图片）", False),
        ("3月12日，城东街道志愿者为老人理发、包饺子。记者卓然摄", True),
    ],
)
def test_a_picture_within_an_article_that_shows_something_else_is_one_by_itself(caption: str, alone: bool) -> None:
    assert place(caption) == ([[], [caption], []] if alone else [[caption], []])


def test_who_took_a_picture_goes_with_it() -> None:
    caption = "3月12日，城东街道志愿者为老人理发、包饺子。"
    assert place(caption, "本报记者 卓然 摄") == [[], [caption, "本报记者 卓然 摄"], []]


def test_who_took_a_picture_of_the_article_stays_with_it() -> None:
    other, own = "3月12日，城东街道志愿者为老人理发、包饺子。", "市民在望江县图书馆夜读，座位几乎坐满。"
    assert place(other, own, "本报记者 卓然 摄") == [[own, "本报记者 卓然 摄"], [other], []]


def test_pictures_in_the_only_article_of_a_page_are_its_own() -> None:
    caption = make(BlockRole.CAPTION, "3月12日，城东街道志愿者为老人理发、包饺子。")
    assert len(place_captions([Body([make(BlockRole.PARAGRAPH, LIBRARY), caption])])) == 1


def test_what_says_only_that_there_is_a_picture_belongs_to_the_article_of_the_web() -> None:
    report = Body([make(BlockRole.BYLINE, "本报记者 卓然"), make(BlockRole.PARAGRAPH, LIBRARY)])
    assert len(place_captions([report, Body([make(BlockRole.CAPTION, "（资料图片）")])], web=True)) == 1


def test_a_picture_with_no_report_of_its_own_is_that_of_the_article_above_it() -> None:
    articles = [Body([make(BlockRole.PARAGRAPH, text)]) for text in (LIBRARY, TREES)]
    caption = Body([make(BlockRole.CAPTION, "图为读者在图书馆选书。")])
    assert len(place_captions([articles[0], caption, articles[1]])) == 2
    assert len(place_captions([*articles, caption])) == 3


@pytest.mark.parametrize(("caption", "bodies"), [("读者在图书馆选书。", 2), ("3月12日，读者在图书馆选书。", 3)])
def test_a_short_caption_is_of_the_article_above_it_where_that_shares_most(caption: str, bodies: int) -> None:
    articles = [Body([make(BlockRole.PARAGRAPH, text)]) for text in (LIBRARY, TREES)]
    shown = Body([make(BlockRole.CAPTION, caption)])
    assert len(place_captions([articles[0], shown, articles[1]])) == bodies


def test_the_day_of_a_picture_is_that_of_any_report() -> None:
    report = Body([make(BlockRole.PARAGRAPH, f"3月12日，{LIBRARY}"), make(BlockRole.CAPTION, "3月12日，跨江主塔封顶。")])
    assert len(place_captions([report, Body([make(BlockRole.PARAGRAPH, TREES)])])) == 3


def test_a_short_caption_right_below_a_text_is_of_that() -> None:
    captions = [make(BlockRole.CAPTION, chars) for chars in ("新渠通水。 卓然 摄", "3月12日，新渠通水。 卓然 摄")]
    text = make(BlockRole.PARAGRAPH, LIBRARY)
    assert [keep_captions([text, caption])[1].tie for caption in captions] == [Tie.INSIDE, None]


@pytest.mark.parametrize("caption", ["图为新修的河堤。", "孩子们在雨后的河滩上放风筝。石小满摄"])
def test_a_picture_beside_the_only_article_of_the_web_is_its_own(caption: str) -> None:
    bodies = [Body([make(BlockRole.CAPTION, caption)]), Body([make(BlockRole.PARAGRAPH, LIBRARY)])]
    assert [len(place_captions(bodies, web=web)) for web in (True, False)] == [1, 2]


@pytest.mark.parametrize(
    ("title", "texts", "captions"),
    [
        ("夜读", [LIBRARY], 2),
        ("夜读", [LIBRARY, TREES], 1),
        ("【图片新闻】", [LIBRARY, TREES], 3),
    ],
)
def test_who_took_a_picture_is_no_article_of_the_web(title: str, texts: list[str], captions: int) -> None:
    above = Body([make(BlockRole.PARAGRAPH, text) for text in texts], [make(BlockRole.TITLE, title)])
    (body,) = place_captions([above, Body([make(BlockRole.CAPTION, "本报记者 卓然 摄")])], web=True)
    assert sum(piece.role == BlockRole.CAPTION for piece in body.pieces) == captions


def test_what_a_headline_says_counts_to_its_article() -> None:
    titled = Body(
        [make(BlockRole.PARAGRAPH, TREES), make(BlockRole.CAPTION, "县图书馆夜间开放受欢迎。")],
        [make(BlockRole.TITLE, "县图书馆夜间开放受欢迎")],
    )
    assert len(place_captions([titled, Body([make(BlockRole.PARAGRAPH, "岚州环湖公路昨天建成通车，出行更快。")])])) == 2


def test_a_picture_with_a_title_of_its_own_keeps_it() -> None:
    picture = Body([make(BlockRole.CAPTION, "3月12日，志愿者为老人理发。")], [make(BlockRole.SERIES, "图片新闻")])
    articles = [Body([make(BlockRole.PARAGRAPH, text)]) for text in (LIBRARY, TREES)]
    assert [head.text.chars for body in place_captions([*articles, picture]) for head in body.heads] == ["图片新闻"]


def test_who_took_a_picture_tells_nothing_of_where_it_belongs() -> None:
    article = Body([make(BlockRole.BYLINE, "本报记者 骆行舟 涂小青"), make(BlockRole.PARAGRAPH, TREES)])
    picture = Body([make(BlockRole.CAPTION, "工人在装新风机。 本报记者 骆行舟 涂小青 摄")])
    placed = place_captions([article, Body([make(BlockRole.PARAGRAPH, LIBRARY)]), picture])
    assert [body.is_caption for body in placed] == [False, False, True]


def test_a_picture_that_cuts_a_sentence_in_two_leaves_it_whole() -> None:
    rows = [(BlockRole.PARAGRAPH, TREES[:9]), (BlockRole.CAPTION, "图为现场。"), (BlockRole.PARAGRAPH, TREES[9:])]
    kept = keep_captions([make(role, chars) for role, chars in rows])
    assert [piece.text.chars for piece in kept] == [TREES, "图为现场。"]


def test_a_picture_that_cuts_the_first_sentence_of_an_article_leaves_its_beginning() -> None:
    first = replace(make(BlockRole.PARAGRAPH, TREES[:9]), begins=0.9)
    kept = keep_captions([first, make(BlockRole.CAPTION, "图为现场。"), make(BlockRole.PARAGRAPH, TREES[9:])])
    assert kept[0].begins == 0.9


def test_a_row_of_a_table_above_a_picture_is_no_half_of_the_text_below() -> None:
    (table,) = strip_markup(Text.of("| 松树 | 6万 |"))
    rows = [Piece(BlockRole.PARAGRAPH, table), make(BlockRole.CAPTION, "图为现场。"), make(BlockRole.PARAGRAPH, TREES)]
    assert [piece.text.chars for piece in keep_captions(rows)] == [table.chars, TREES, "图为现场。"]


@pytest.mark.parametrize(("tie", "places"), [(Tie.OPENS, [0, 2, 3, 1]), (None, [0, 1, 2, 3])])
def test_a_table_between_a_headline_and_the_byline_comes_behind_the_text(tie: Tie | None, places: list[int]) -> None:
    (table,) = strip_markup(Text.of("| 松树 | 6万 |"))
    pieces = [
        make(BlockRole.TITLE, "石桥镇造林"),
        Piece(BlockRole.PARAGRAPH, table),
        replace(make(BlockRole.BYLINE, "本报讯（记者卓然）"), tie=tie),
        make(BlockRole.PARAGRAPH, TREES),
    ]
    kept = [piece.text.chars for piece in keep_captions(pieces)]
    assert kept == [pieces[place].text.chars for place in places]


@pytest.mark.parametrize("role", [BlockRole.PARAGRAPH, BlockRole.BYLINE])
def test_a_picture_below_the_author_in_a_headline_comes_behind_the_text(role: BlockRole) -> None:
    rows = [
        (BlockRole.TITLE, "石桥镇造林"),
        (BlockRole.BYLINE, "本报记者 卓然"),
        (BlockRole.CAPTION, "新栽的枫杨。石小满摄"),
        (role, TREES),
        (BlockRole.PARAGRAPH, TREES),
    ]
    kept = keep_captions([make(each, chars) for each, chars in rows])
    assert [piece.text.chars for piece in kept][-1] == "新栽的枫杨。石小满摄"


def test_pictures_stand_behind_their_text_in_the_order_of_the_page() -> None:
    rows = [
        (BlockRole.TITLE, "石桥镇造林"),
        (BlockRole.PARAGRAPH, TREES),
        (BlockRole.CAPTION, "▲造林现场"),
        (BlockRole.PARAGRAPH, TREES),
        (BlockRole.CAPTION, "▲新栽的枫杨"),
        (BlockRole.TITLE, "图书馆夜间开放"),
        (BlockRole.PARAGRAPH, LIBRARY),
    ]
    kept = keep_captions([make(role, chars) for role, chars in rows])
    assert [(piece.text.chars, piece.tie) for piece in kept if piece.role == BlockRole.CAPTION] == [
        ("▲造林现场", Tie.INSIDE),
        ("▲新栽的枫杨", Tie.INSIDE),
    ]
    assert [piece.role for piece in kept].index(BlockRole.CAPTION) == 3


def test_on_a_page_of_nothing_but_pictures_one_goes_on_with_what_it_shows() -> None:
    told, shown = "初秋时节，石桥镇的葡萄陆续成熟，果园里一派忙碌。", "图为3月12日，农民在收葡萄。"
    bodies = [Body([make(BlockRole.CAPTION, chars)]) for chars in (told, shown)]
    assert [len(place_captions(bodies, web=web)) for web in (True, False)] == [1, 2]


def test_the_one_article_of_a_web_page_has_all_its_pictures_where_it_names_no_author() -> None:
    article = Body([make(BlockRole.PARAGRAPH, TREES)], [make(BlockRole.TITLE, "田间地头农事忙")])
    pictures = [Body([make(BlockRole.CAPTION, f"{place}的农民在采茶。卓然摄")]) for place in ("石桥镇", "青塘乡")]
    (whole,) = place_captions([pictures[0], article, pictures[1]], web=True)
    assert [piece.role for piece in whole.pieces] == [BlockRole.PARAGRAPH, *[BlockRole.CAPTION] * 2]
    assert len(place_captions([pictures[0], article, pictures[1]])) == 3
