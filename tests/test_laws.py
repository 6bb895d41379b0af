"""What holds for every page, whatever is on it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import chain

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

import yaowen
from conftest import ROOT
from yaowen.errors import InputError
from yaowen.page import HYPHENS
from yaowen.pipeline import Pipeline
from yaowen.schema import Document, Source, SourceKind, parse_document
from yaowen.text import quote

SAMPLES = sorted((ROOT / "data" / "samples").glob("*.*"))
NEWSPRINT = st.lists(
    st.one_of(
        st.sampled_from(
            [
                "本报讯 （记者王小明）10 月 12",
                "日，全市安全生产工作会议召开。市",
                "委副书记、市长李建国出席并讲话。",
                "他强调，要压实责任。",
                "（下转第3版）",
                "（上接第2版）",
                "—— 写在河堤加固完工之际",
                "全 市 安 全 生 产",
                "# 标题",
                "第03版:要闻",
                "分享到:",
                "同比增长 8.5％，位居全省第2",
                "记者体验 multi-",
                "modal 系统，采用 5G-",
                "A 技术",
                "co\xadoperation，",
                "两岸种上\u200b了柳\ufeff树。\u200b",
                "",
                "　　",
            ]
        ),
        st.text(max_size=30),
    ),
    max_size=25,
).map("\n".join)


SUBTITLE = "—— 写在河堤加固完工之际"
HALVED = (
    "本报讯 （记者王小明）10 月 12\n本报讯 （记者王小明）10 月 12\n本报讯 （记者王小明）10 月 12\n（下转第3版）\n"
    "委副书记、市长李建国出席并讲话。\n日，全市安全生产工作会议召开。市"
)
PARTED = f"本报讯 （记者王小明）10 月 12\n{SUBTITLE}\n{SUBTITLE}\n记者体验 multi-\nmodal 系统，采用 5G-"
"""A headline whose lines are told apart, and one of whose rows ends in the middle of a word."""


@cache
def pipeline() -> Pipeline:
    return yaowen.load()


def check_laws(document: Document, raw: str) -> None:
    assert parse_document(document.to_json(ensure_ascii=False)) == document
    pieces = [block.source for article in document.articles for block in article.blocks]
    covered = Counter(
        offset for source in (*pieces, *(item.source for item in document.furniture)) for offset in places(source)
    )
    assert max(covered.values(), default=1) == 1
    assert {offset for offset, char in enumerate(raw) if not char.isspace()} <= set(covered)
    for article in document.articles:
        for block in article.blocks:
            assert reads_as(article.text[block.start : block.end], raw, block.source)
        for mention in article.mentions:
            # A space that stands for a line end between Latin words (FIFA⏎CUP) is in the text and nowhere on the page.
            assert mention.text == article.text[mention.start : mention.end]
            assert squeeze(mention.text) == squeeze(quote(raw, mention.source))
        assert [mention.start for mention in article.mentions] == sorted({mention.start for mention in article.mentions})
        for person in article.persons:
            assert all(article.mentions[index].label == "PERSON" for index in person.mentions)
        posts = chain.from_iterable(person.posts for person in article.persons)
        for fact in (*posts, *article.events, *article.statistics, *article.statements):
            assert fact.quote
            assert squeeze(fact.quote) == squeeze(quote(raw, fact.source))
        for statistic in article.statistics:
            assert squeeze(statistic.evidence) == squeeze(quote(raw, statistic.evidence_source))
        for statement in article.statements:
            assert squeeze(article.text[statement.start : statement.end]) == squeeze(statement.quote)
            assert statement.event is None or 0 <= statement.event < len(article.events)


def places(source: Source) -> Iterator[int]:
    return chain.from_iterable(range(start, end) for start, end in source)


def reads_as(text: str, raw: str, source: Source) -> bool:
    """Whether a text is what its source names, but for white space and the hyphens of words that a row end cut in two."""
    wanted = iter(squeeze(text))
    char = next(wanted, "")
    for place in places(source):
        if raw[place] == char:
            char = next(wanted, "")
        elif not raw[place].isspace():
            cut = raw[place] == "\xad" or (raw[place] in HYPHENS and raw[place + 1].isspace())
            before = raw[:place].rstrip()[-1:]  # a soft hyphen may come to stand at the start of a row
            if not (cut and before.isalpha() and char.isalpha()):
                return False
    return not char


def squeeze(text: str) -> str:
    return "".join(text.split())


@pytest.mark.models
@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_laws_hold_on_samples(path):
    for page in pipeline().load([str(path)]):
        check_laws(pipeline()(page), page.raw)


@pytest.mark.models
@pytest.mark.shared
def test_laws_hold_on_real_pages(seeds):
    pages = list(pipeline().load(map(str, seeds)))

    assert len(pages) == len(seeds)
    for page in pages:
        check_laws(pipeline()(page), page.raw)


@pytest.mark.models
def test_the_hyphen_of_a_word_cut_in_two_is_in_its_block_alone():
    raw = "新模型亮相\n\n本报讯 昨天，澄湖研究院的 Green Moun-\ntain 团队发布新模型，装有 5G-\nA 芯片的展台前人头攒动。\n"
    document = pipeline()(raw)
    check_laws(document, raw)
    (article,) = document.articles
    assert "GreenMountain" in squeeze(article.text)
    assert "5G-A" in article.text
    hyphen = raw.index("-")
    assert hyphen in {place for block in article.blocks for place in places(block.source)}
    assert hyphen not in {place for mention in article.mentions for place in places(mention.source)}


@pytest.mark.models
@example(raw=PARTED, kind=None)
@example(raw=HALVED, kind=None)
@given(raw=NEWSPRINT, kind=st.sampled_from([None, *SourceKind]))
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_text_gives_a_valid_document_or_a_clear_error(raw, kind):
    if not raw.strip():
        with pytest.raises(InputError, match="empty"):
            pipeline()(raw, kind=kind)
        return
    document = pipeline()(raw, kind=kind)
    check_laws(document, raw.replace("\r\n", "\n").replace("\r", "\n"))
