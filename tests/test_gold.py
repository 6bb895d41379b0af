import re
from functools import cache
from pathlib import Path

import pytest

from yaowen.errors import InputError
from yaowen.gold import compile_gold, read_gold, write_inline
from yaowen.gold.compile import ARTICLE_KEYS, FURNITURE_KEYS, PAGE_KEYS, PUBLICATION_KEYS
from yaowen.gold.tables import EVENT_KEYS, STATEMENT_KEYS, STATISTIC_KEYS, quantify
from yaowen.schema import Document
from yaowen.text import Source, quote

DATA = Path(__file__).parents[1] / "data"
WRITTEN = sorted(DATA.rglob("*.toml"))


@cache
def compiled(path: Path) -> Document:
    return compile_gold(path)


def raw_of(path: Path) -> str:
    name = re.search(r'^raw = "(.+)"$', path.read_text("utf-8"), re.MULTILINE)
    assert name
    return (path.parent / name[1]).read_text("utf-8")


def test_the_readme_has_every_key_of_a_gold_page():
    told = (DATA / "README.md").read_text("utf-8")
    keys = {
        "top": PAGE_KEYS,
        "publication": PUBLICATION_KEYS,
        "articles": ARTICLE_KEYS,
        "articles.events": EVENT_KEYS,
        "articles.statistics": STATISTIC_KEYS,
        "articles.statements": STATEMENT_KEYS,
        "furniture": FURNITURE_KEYS,
    }
    rows = dict(re.findall(r"^\| `\[+([a-z.]+)\]+` \| ([^|]+)", told, re.MULTILINE))
    rows["top"] = re.search(r"^\| the file \| ([^|]+)", told, re.MULTILINE)[1]
    assert {name: set(re.findall(r"`(\w+)`", row)) for name, row in rows.items()} == keys


def test_there_is_gold():
    assert len(WRITTEN) >= 75


@pytest.mark.parametrize(("quote", "amount"), [("168.3亿元", 16830000000), ("4380.9亿元", 438090000000), ("0.35万吨", 3500)])
def test_quantities_are_exact(quote, amount):
    found = quantify(quote)
    assert found is not None
    assert found[2].value == amount


@pytest.mark.parametrize("path", WRITTEN, ids=lambda path: path.stem)
def test_gold_is_kept_as_it_is_written(path):
    assert read_gold(path.with_suffix(".json")) == compiled(path)


@pytest.mark.parametrize("path", WRITTEN, ids=lambda path: path.stem)
def test_what_is_written_inline_reads_back_as_it_was(path, tmp_path):
    document, raw = compiled(path), raw_of(path)
    (tmp_path / f"{document.doc_id}.txt").write_text(raw, "utf-8")
    (tmp_path / "draft.toml").write_text(write_inline(document, raw, f"{document.doc_id}.txt"), "utf-8")

    assert compile_gold(tmp_path / "draft.toml") == document


@pytest.mark.parametrize("path", WRITTEN, ids=lambda path: path.stem)
def test_every_mention_and_fact_quotes_the_page(path):
    document, raw = compiled(path), raw_of(path)

    for article in document.articles:
        for mention in article.mentions:
            assert quote(raw, mention.source) == mention.text == article.text[mention.start : mention.end]
        for fact in (*article.events, *article.statistics, *(post for person in article.persons for post in person.posts)):
            assert "".join(quote(raw, fact.source).split()) == "".join(fact.quote.split())
        for statistic in article.statistics:
            assert quote(raw, statistic.source) in quote(raw, statistic.evidence_source)
        for statement in article.statements:
            assert statement.quote == article.text[statement.start : statement.end]


@pytest.mark.parametrize("path", WRITTEN, ids=lambda path: path.stem)
def test_every_character_has_one_place(path):
    document, raw = compiled(path), raw_of(path)

    assert places(document, raw) == [offset for offset, char in enumerate(raw) if not char.isspace()]


@pytest.mark.parametrize("path", WRITTEN, ids=lambda path: path.stem)
def test_mentions_stand_in_order_and_apart(path):
    for article in compiled(path).articles:
        ends = [0, *(mention.end for mention in article.mentions)]
        assert all(end <= mention.start for end, mention in zip(ends, article.mentions, strict=False))


def places(document: Document, raw: str) -> list[int]:
    sources: list[Source] = [block.source for article in document.articles for block in article.blocks]
    sources += [furniture.source for furniture in document.furniture]
    offsets = (offset for source in sources for start, end in source for offset in range(start, end))
    return sorted(offset for offset in offsets if not raw[offset].isspace())


def test_gold_that_is_not_there_is_said_in_words(tmp_path):
    with pytest.raises(InputError, match=r"nowhere\.json: cannot be read \(No such file or directory\)"):
        read_gold(tmp_path / "nowhere.json")
