import pytest

from yaowen.dehyphenate.joining import join_rows
from yaowen.page import BlockRole, Part
from yaowen.text import Text


@pytest.mark.parametrize(
    ("raw", "joined"),
    [
        ("采用multi-\nmodal模型", "采用multimodal模型"),
        ("名为 Riverside Pro-\nject. 的计划", "名为 Riverside Project. 的计划"),
        ("名为 Riverside\nProject 的计划", "名为 Riverside Project 的计划"),
        ("采用 multi\u2010\nmodal 模型", "采用 multimodal 模型"),
        ("采用 multi\xad\nmodal 模型", "采用 multimodal 模型"),
        ("应对COVID-\n19疫情", "应对COVID-19疫情"),
        ("启用5G-\nA网络", "启用5G-A网络"),
        ("收到e-\nmail一封", "收到e-mail一封"),
        ("穿T-\nshirt的人", "穿T-shirt的人"),
        ("免费Wi-\nFi覆盖", "免费Wi-Fi覆盖"),
        ("一次face-\nto-face谈话", "一次face-to-face谈话"),
        ("一次face-to-\nface谈话", "一次face-to-face谈话"),
        ("网址www.cheng-\nhu.example", "网址www.cheng-hu.example"),
        ("第一章-\n总则", "第一章-总则"),
        ("苏莞 骆行舟\n石小满 温立达", "苏莞 骆行舟 石小满 温立达"),
    ],
)
def test_words_that_a_row_end_parts_are_whole_again(raw: str, joined: str) -> None:
    part = Part.of(BlockRole.PARAGRAPH, join_rows(Text.of(raw).split("\n")))
    assert part.text.chars == joined


def test_the_hyphen_stays_where_the_part_stands() -> None:
    part = Part.of(BlockRole.PARAGRAPH, join_rows(Text.of("用multi-\nmodal模型").split("\n")))
    assert (part.text.source(), part.source) == (((0, 6), (8, 15)), ((0, 7), (8, 15)))
