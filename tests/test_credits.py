import re

import pytest

from yaowen.credits import CREDIT, CREDIT_ALONE, CREDIT_BEHIND, ENDS_WITH_CREDIT


@pytest.mark.parametrize(
    "row",
    [
        "白鹭在浅滩觅食。 卓然 摄",
        "白鹭在浅滩觅食。（卓然 摄）",
        "白鹭在浅滩觅食。本报记者卓然 石小满摄",
        "白鹭在浅滩觅食。 卓然 摄影报道",
        "居民在岸边植树。摄影/卓然",
        "居民在岸边植树。卓然/摄",
        "居民在岸边植树。 卓然 摄（望江图片社）",
    ],
)
def test_who_took_a_picture_stands_behind_the_sentence_that_tells_of_it(row: str) -> None:
    assert CREDIT_BEHIND.search(row)


@pytest.mark.parametrize("row", ["记者 卓然 文/摄", "本报记者卓然 文摄"])
def test_who_wrote_a_text_and_took_its_pictures_is_its_author(row: str) -> None:
    assert not CREDIT_ALONE.fullmatch(row)


@pytest.mark.parametrize("row", ["新版电影昨天开拍。两部由本地团队拍摄", "白鹭在浅滩觅食。", "所需种子。由县农技站提供"])
def test_what_else_ends_a_row_is_no_credit(row: str) -> None:
    assert not CREDIT_BEHIND.search(row)


@pytest.mark.parametrize("row", ["本报记者 卓然 摄", "（望江县融媒体中心提供）", "卓然摄影报道", "卓然摄（望江图片社）"])
def test_a_row_may_say_nothing_but_who_took_a_picture(row: str) -> None:
    assert CREDIT_ALONE.fullmatch(row)


def test_a_sentence_may_end_with_who_gave_what_it_tells_of() -> None:
    assert not ENDS_WITH_CREDIT.search("种子由县农技站提供")


def test_an_agency_may_stand_before_who_took_a_picture() -> None:
    match = re.search(CREDIT, "白鹭在浅滩觅食。新华社发（卓然 摄）")
    assert match
    assert match["credit"] == "新华社发（卓然 摄）"


def test_the_credit_of_a_caption_is_what_stands_behind_its_last_sentence() -> None:
    match = re.search(CREDIT, "白鹭在浅滩觅食。（通讯员 卓然 摄）")
    assert match
    assert match["credit"] == "（通讯员 卓然 摄）"
