import pytest

from yaowen.model.fold import code_points
from yaowen.model.windows import cut_windows


def windows(text, limit):
    return [text[start:end] for start, end in cut_windows(code_points(text), limit)]


@pytest.mark.parametrize(
    ("text", "limit", "cut"),
    [
        ("", 8, []),
        ("短句。", 8, ["短句。"]),
        ("一二三。四五六。七八九。", 8, ["一二三。四五六。", "七八九。"]),
        ("他说：“好。”她走了。", 8, ["他说：“好。”", "她走了。"]),
        ("一二三四五，六七八九十一二", 8, ["一二三四五，", "六七八九十一二"]),
        ("一二三四五六七八九十", 8, ["一二三四五六七八", "九十"]),
        ("标题\n正文在此", 8, ["标题\n正文在此"]),
    ],
)
def test_windows_hold_whole_sentences_where_they_can(text, limit, cut):
    assert windows(text, limit) == cut


def test_windows_cover_a_long_text_once():
    text = "云岭市长李明今天到沛河，" * 300 + "看望。" * 99
    assert "".join(windows(text, 256)) == text
    assert max(map(len, windows(text, 256))) <= 256
