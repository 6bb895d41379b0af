import re

import pytest

from yaowen.datelines import ENDS_SIGNED, LIKELY, OPENING, SENT, SENT_UNSIGNED, SIGNED, SURE


@pytest.mark.parametrize(
    ("paragraph", "dateline", "authors"),
    [
        ("本报讯（记者卓然）3月12日，", "本报讯（记者卓然）", "（记者卓然）"),
        ("本报岚州3月2日电（记者卓然）历时", "本报岚州3月2日电（记者卓然）", "（记者卓然）"),
        ("本报岚州电 历时", "本报岚州电 ", None),
        ("新华社岚州3月2日电 历时", "新华社岚州3月2日电 ", None),
        ("据新华社电 历时", "据新华社电 ", None),
        ("岚州网3月2日8时35分讯（记者卓然）历时", "岚州网3月2日8时35分讯（记者卓然）", "（记者卓然）"),
        ("岚州新闻网讯（卓然）历时", "岚州新闻网讯（卓然）", "（卓然）"),
        ("本报讯 记者卓然报道：历时", "本报讯 记者卓然报道：", None),
        ("本报讯 历时", "本报讯 ", None),
        ("岚州消防网讯近日，", "岚州消防网讯", None),
        ("岚州晚报讯3月12日，", "岚州晚报讯", None),
    ],
)
def test_a_report_opens_with_its_dateline(paragraph: str, dateline: str, authors: str | None) -> None:
    match = OPENING.match(paragraph)
    assert match is not None
    assert (match[0], match["authors"]) == (dateline, authors)


@pytest.mark.parametrize(
    "paragraph", ["通讯员卓然说", "全县家电下乡", "他说，有消息（未经证实）", "互联网讯息很多", "岚州供电（公司）"]
)
def test_other_words_are_no_dateline(paragraph: str) -> None:
    assert OPENING.match(paragraph) is None


@pytest.mark.parametrize(
    "byline",
    [
        "岚州社大同3月2日电题：老桥通车",
        "本报讯（记者卓然）",
        "□ 岚州讯 记者卓然",
        "本报讯记者卓然报道",
        "本报岚州3月2日电（卓然）",
    ],
)
def test_a_byline_can_begin_with_a_dateline(byline: str) -> None:
    assert SENT.match(byline)


@pytest.mark.parametrize("byline", ["岚州电视台记者卓然", "通讯员 卓然", "（记者卓然）"])
def test_other_bylines_have_none(byline: str) -> None:
    assert SENT.match(byline) is None


def test_a_signed_dateline_names_outlet_and_authors() -> None:
    match = SIGNED.fullmatch("据岚州日报3月2日讯（记者卓然 石小满）")
    assert match is not None
    assert (match["outlet"], match["authors"]) == ("岚州日报", "记者卓然 石小满")


@pytest.mark.parametrize(("words", "sure"), [("本报讯", True), ("岚州3月2日电", True), ("岚州讯", False), ("简讯", False)])
def test_only_an_outlet_or_a_day_makes_sure(words: str, sure: bool) -> None:
    assert re.fullmatch(LIKELY, words)
    assert bool(re.fullmatch(SURE, words)) == sure


@pytest.mark.parametrize(
    "names",
    [
        "（卓然）",
        "（记者 卓然）",
        " 记者 卓然",
        "本报记者 卓然",
        "本报记者卓 然 通讯员 石小满",
        "　通讯员 卓然 石小满",
        " 本报见习记者 卓然",
    ],
)
def test_authors_behind_a_sentence_end_an_article(names: str) -> None:
    assert ENDS_SIGNED.search(f"供水已于昨日恢复。{names}")


@pytest.mark.parametrize("words", ["记者在现", "本报记者从全市", "本报记者 卓然说，", "（掌声）", " 记者 卓然从县教"])
def test_other_words_behind_a_sentence_do_not(words: str) -> None:
    assert not ENDS_SIGNED.search(f"供水已于昨日恢复。{words}")


@pytest.mark.parametrize(
    "paragraph",
    [
        "喜讯 传来",
        "好消息：新桥通车",
        "本报电话 13800000000",
        "中央电视台消息灵通",
        "2日电力供应恢复",
        "岚州社大同3月2日电（记者卓然）",
        "本报讯息",
    ],
)
def test_what_opens_with_other_words_is_sent_by_nobody(paragraph: str) -> None:
    assert SENT_UNSIGNED.match(paragraph) is None
