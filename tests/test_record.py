import re
from array import array

import pytest

from conftest import ROOT
from yaowen.gold import read_gold
from yaowen.page import SOFT_HYPHEN, Clipping, Cuttings, Page, Part, Reading
from yaowen.record import clip, make_article, make_document
from yaowen.schema import Block, BlockRole, Publication
from yaowen.text import Text, quote

GOLD = sorted((ROOT / "data" / "gold").glob("*.json"))


def raw_of(path):
    name = re.search(r'^raw = "(.+)"$', path.with_suffix(".toml").read_text("utf-8"), re.MULTILINE)
    return (path.parent / name[1]).read_text("utf-8")


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem)
def test_an_article_clipped_from_its_page_is_written_as_it_was(path):
    document, raw = read_gold(path), raw_of(path)

    readings = []
    for number, article in enumerate(document.articles, start=1):
        clipping = clip(article, raw, document.publication)
        reading = Reading(clipping, article.mentions, article.persons, article.events, article.statistics, article.statements)
        made = make_article(number, reading)
        assert (made.text, made.headline, made.bylines) == (article.text, article.headline, article.bylines)
        for block, again in zip(article.blocks, made.blocks, strict=True):
            assert (again.role, again.start, again.end) == (block.role, block.start, block.end)
            assert "".join(quote(raw, again.source).split()) == "".join(quote(raw, block.source).split())
        for mention in article.mentions:
            assert clipping.text.source(mention.start, mention.end) == mention.source
        readings.append(reading)

    page = Page(document.doc_id, raw, document.source_kind, document.source_uri, document.publication)
    again = make_document(page, Cuttings((), document.furniture), readings)
    assert (again.sha256, again.furniture) == (document.sha256, document.furniture)
    assert [article.mentions for article in again.articles] == [article.mentions for article in document.articles]


def test_a_word_cut_in_two_is_clipped_as_it_was_written():
    raw = "澄湖团队的 multi-\nmodal 模型昨天发布。"
    whole = Text.join("", [Text.of(raw, 0, 11), Text(SOFT_HYPHEN, array("q", [11])), Text.of(raw, 13)])
    made = make_article(1, Reading(Clipping((Part.of(BlockRole.PARAGRAPH, whole),))))
    assert made.text == "澄湖团队的 multimodal 模型昨天发布。\n"
    assert made.blocks == (Block(BlockRole.PARAGRAPH, 0, 24, ((0, 12), (13, len(raw)))),)
    clipping = clip(made, raw, Publication())
    assert (str(clipping.text), clipping.blocks) == (made.text, made.blocks)
