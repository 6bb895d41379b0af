"""The small articles of a page."""

from random import Random

from yaowen.schema import BlockRole, Genre
from yaowen.train.copy import Copy
from yaowen.train.shorts import MARKS, make_brief, make_briefs, make_notice, make_photo

BODY = "望江县石桥镇昨天开镰，首批早稻收割320亩。\n种粮大户卓然说，今年亩产比去年高了一成。"
COPY = Copy(("石桥开镰 农机奔走",), tuple((BlockRole.PARAGRAPH, line) for line in BODY.split("\n")), kicker="望江夏收")


def test_a_photo_story_is_a_caption_under_a_title() -> None:
    photos = [make_photo(COPY, Random(seed)) for seed in range(20)]
    assert {photo.title for photo in photos} == {("石桥开镰",), ()}
    assert {photo.genre for photo in photos} == {Genre.CAPTION}
    assert all(photo.body[0][1].startswith("望江县石桥镇昨天开镰，首批早稻收割320亩。") for photo in photos)


def test_news_in_brief_are_one_paragraph_some_of_them_without_a_title() -> None:
    briefs = [make_brief(COPY, Random(seed)) for seed in range(20)]
    assert {brief.title for brief in briefs} == {COPY.title, ()}
    assert {len(brief.body) for brief in briefs} == {1}
    assert {brief.kicker for brief in briefs} == {None}


def test_briefs_of_one_page_are_opened_by_one_mark_and_have_no_titles() -> None:
    pages = [make_briefs([COPY, COPY, COPY], Random(seed)) for seed in range(40)]
    marks = [{brief.body[0][1][0] for brief in page} & set(MARKS) for page in pages]
    assert {len(mark) for mark in marks} == {0, 1}
    assert {brief.title for page, mark in zip(pages, marks, strict=True) if mark for brief in page} == {()}
    assert {brief.series is None for page in pages for brief in page[1:]} == {True}
    assert {page[0].series is None for page in pages} == {True, False}


def test_a_notice_has_a_title_and_rows_with_nothing_left_to_fill_in() -> None:
    notices = [make_notice(Random(seed)) for seed in range(60)]
    assert len({copy.title for copy in notices}) > 10
    assert {copy.genre for copy in notices} == {Genre.NOTICE}
    assert not any("{" in line for copy in notices for _, line in copy.body)
