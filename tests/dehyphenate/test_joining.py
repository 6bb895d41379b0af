import pytest

from yaowen.dehyphenate.joining import begins_anew, join_rows, tells_who_spoke
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


@pytest.mark.parametrize(
    ("first", "upper", "lower", "anew"),
    [
        ("一、湖滨地块的规划", "一、湖滨地块的规划", "二、报名的条件", True),
        ("九、地块的规划", "按用途使用", "十、报名的条件", True),
        ("二十、地块的规划", "按用途使用", "二十一、报名的条件", True),
        ("一、地块的规划", "按用途使用", "一二、报名的条件", False),
        ("（一）地块的规划", "按用途使用", "（二）报名的条件", True),
        ("1.地块的规划", "按用途使用", "2.报名的条件", True),
        ("①地块的规划", "按用途使用", "②报名的条件", True),
        ("1.5万亩湖滨地块", "今年卖出", "2.5万亩", False),
        ("一、湖滨地块", "按用途使用", "三、四期工程", False),
        ("《望江县条例》", "《望江县条例》", "第三十一条 船只靠岸", True),
        ("船工说", "按《望江县条例》", "第三十一条 的规定", False),
        ("记者：桥修好了吗？", "记者：桥修好了吗？", "卓然：昨天修好了。", True),
        ("记者：桥修好了吗？", "已经修好了，", "卓然：昨天修好了。", False),
        ("卓然说，桥已经修好。", "他说。", "涂小青：昨天修好了。", False),
        ("给我们修路吧", "给我们修路吧", "编辑同志：", True),
        ("石桥昨天通车", "石桥昨天通车", "“娃上学近多了！”村民涂小青说。", True),
        ("横幅上写着", "横幅上写着", "“石桥通车了！”", False),
        ("涂小青说：", "涂小青说：", "“娃上学近多了！”", False),
        ("历时八个月，", "附近的村民", "“等不及了！”", False),
        ("全市推进", "全市推进", "“石桥”工程", False),
    ],
)
def test_lists_laws_letters_and_speakers_begin_paragraphs(first: str, upper: str, lower: str, *, anew: bool) -> None:
    assert begins_anew(first, upper, lower) == anew


@pytest.mark.parametrize(
    ("upper", "following", "told"),
    [
        ("“现在看病近多了。”", "村民涂小青说。新的卫生室", True),
        ("“干一行，爱一行。”", "这是韦岚常说的一句话。", True),
        ("“现在看病近多了。”", "村民涂小青说，以前要走", False),
        ("看病近多了。", "村民涂小青说。", False),
    ],
)
def test_who_spoke_may_stand_behind_what_he_said(upper: str, following: str, *, told: bool) -> None:
    assert tells_who_spoke(upper, following) == told
