import pytest
from hypothesis import given
from hypothesis import strategies as st

from yaowen.vocabulary import cut


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("民警抓获嫌疑人", "民警/n 抓获/v 嫌疑人/n"),
        ("存款余额", "存款/n 余额/n"),
        ("企业陆续参加", "企业/n 陆续/d 参加/v"),
        ("签约农户120名", "签约/w 农户/n 120/m 名/q"),
        ("“小巨人”企业", "“/x 小/a 巨人/n ”/x 企业/n"),
        ("GDP增长", "GDP/n 增长/w"),
        ("", ""),
    ],
)
def test_a_phrase_is_cut_into_words_with_their_kinds(text, words):
    assert " ".join(f"{word.text}/{word.kind}" for word in cut(text)) == words


@given(st.text(alphabet="全市企业入驻参加的了12.A“”，一〇㐀", max_size=60))
def test_the_words_are_the_phrase(text):
    words = cut(text)
    assert "".join(word.text for word in words) == text
    assert all(text[word.start : word.end] == word.text for word in words)
