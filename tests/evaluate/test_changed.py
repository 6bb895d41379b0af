"""Pages that are changed as inputs are, and their gold with them."""

from dataclasses import replace
from itertools import chain

import pytest

from evaluate.pages import GOLD_JSON, RAW, make_gold
from evaluate.test_command import LIGHT
from yaowen.evaluate import evaluate_page
from yaowen.evaluate.changed import CHANGES, main
from yaowen.gold.faults import find_faults
from yaowen.page import Clipping, Page, Part
from yaowen.record import hash_text
from yaowen.schema import Article, BlockRole, Document, Genre, SourceKind
from yaowen.text import Text, quote

GOLD = make_gold()
PAGE = Page("p", RAW)


def squeeze(text):
    return "".join(text.split())


@pytest.mark.parametrize("name", CHANGES)
@pytest.mark.parametrize("before", [(), ("spaces-before-rows", "blank-rows-added"), ("spaced-characters",)])
def test_gold_says_of_a_changed_page_what_it_said_of_the_page(name, before):
    page, gold = PAGE, GOLD
    for change in (*before, name):
        page, gold = CHANGES[change](page, gold)

    assert gold.sha256 == hash_text(page.raw)
    assert list(find_faults(gold, page.raw)) == []
    for article in gold.articles:
        for block in article.blocks:
            assert squeeze(quote(page.raw, block.source)) == squeeze(article.text[block.start : block.end])
        for mention in article.mentions:
            assert quote(page.raw, mention.source) == mention.text
        for fact in chain(article.events, article.statistics, article.statements, *(each.posts for each in article.persons)):
            assert fact.source
            assert not fact.quote or quote(page.raw, fact.source) == fact.quote
    assert evaluate_page(gold, gold, page.raw).mistakes == ()
    there, before_it = evaluate_page(gold, gold, page.raw).scores, evaluate_page(GOLD, GOLD, RAW).scores
    same = there.keys() - ({"lines.joins"} if name == "unwrapped" else set())  # which has no rows to join
    assert {each: there[each].counts for each in same} == {each: before_it[each].counts for each in same}


@pytest.mark.parametrize(
    ("name", "raw", "changed"),
    [
        ("none", "防汛（备汛）\n\n　　5月", "防汛（备汛）\n\n　　5月"),
        ("halfwidth-marks", "强调：防汛，（备汛）。", "强调:防汛,(备汛)。"),
        ("fullwidth-digits", "12.5亿元", "１２.５亿元"),
        ("straight-quotes", "“一‘张’网”", "\"一'张'网\""),
        ("blank-rows-added", "一\n二\n", "一\n\n二\n\n"),
        ("blank-rows-dropped", "一\n\n 　\n二\n", "一\n二\n"),
        ("spaces-behind-rows", "一\n二", "一  \n二"),
        ("spaces-before-rows", "一\n二", "    一\n    二"),
        ("indents-dropped", "　　一 二\n  三", "一 二\n三"),
        ("carriage-returns", "一\n二", "一\n二"),
        ("no-break-spaces", "　　一 二", "\xa0\xa0一\xa0二"),
        ("zero-width-spaces", "一\n二", "一\u200b\n二"),
        ("spaced-characters", "防汛，5月备汛", "防 汛，5月 备 汛"),
        ("unwrapped", "防\n汛", "防\n汛"),
    ],
)
def test_a_page_is_changed(name, raw, changed):
    gold = replace(GOLD, articles=(), furniture=())

    assert CHANGES[name](Page("p", raw), gold)[0].raw == changed


def test_line_ends_of_two_characters_count_as_one():
    page, gold = CHANGES["carriage-returns"](PAGE, GOLD)

    assert page.raw == RAW
    assert gold == GOLD


def test_words_change_with_the_page_and_days_do_not():
    _, gold = CHANGES["fullwidth-digits"](PAGE, GOLD)

    date = gold.articles[0].events[0].date
    assert (date.text, date.start) == ("５月６日", "--05-06")
    assert gold.articles[0].article_id == "a1"
    assert gold.articles[0].statistics[0].quote == "１２.５亿元"


@pytest.mark.parametrize(
    ("rows", "text", "unwrapped"),
    [
        (("全市防汛", "工作会议", "召开。"), "全市防汛工作会议召开。", "全市防汛工作会议召开。"),
        (("记者体验multi-", "modal系统"), "记者体验multimodal系统", "记者体验multimodal系统"),
        (("卓然", "", "　石小满"), "卓然 石小满", "卓然 石小满"),
        (("召开。", "（下转第3版）", "5月6日会议"), "5月6日会议召开。", "召开。\n（下转第3版）\n5月6日会议"),
    ],
)
def test_a_block_comes_to_stand_on_one_row(rows, text, unwrapped):
    raw = "\n".join(rows)
    page, gold = CHANGES["unwrapped"](Page("p", raw), one_block(raw, text))

    assert page.raw == unwrapped
    assert list(find_faults(gold, page.raw)) == []


def one_block(raw, text):
    """Gold of a page with one paragraph, whose characters stand where they first occur; a hyphen of a row end belongs to it."""
    source = tuple((raw.index(char), raw.index(char) + 1) for char in text if char in raw)
    if "-" in raw:
        source = ((0, raw.index("-") + 1), (raw.index("-") + 2, len(raw)))
    clipping = Clipping((Part(BlockRole.PARAGRAPH, Text.of(text), source),))
    article = Article("a1", Genre.NEWS, clipping.headline, text=str(clipping.text), blocks=clipping.blocks)
    return Document("p", SourceKind.PDF_TEXT, hash_text(raw), articles=(article,))


@pytest.fixture
def folder(tmp_path):
    for name, text in (("page.json", GOLD_JSON), ("page.txt", RAW), ("light.toml", LIGHT)):
        (tmp_path / name).write_text(text, "utf-8")
    return tmp_path


def test_each_change_is_a_row_of_scores(folder, capsys):
    light = str(folder / "light.toml")
    changes = ["none", "carriage-returns", "blank-rows-added"]

    assert main([str(folder), "--raw", str(folder), "-c", light, "--change", *changes]) == 0

    header, *rows = capsys.readouterr().out.splitlines()
    assert header.split()[:3] == ["change", "pages", "B³"]
    assert [row.split()[0] for row in rows] == changes
    assert rows[0].split()[1:] == rows[1].split()[1:]


@pytest.mark.parametrize(
    ("gold", "raw", "told"),
    [("page.json", "none", "no such"), ("light.toml", "page.txt", "compile"), ("page.json", "other.txt", "SHA-256")],
)
def test_what_cannot_be_scored_is_told_in_a_line(folder, capsys, gold, raw, told):
    (folder / "other.txt").write_text("另一版。", "utf-8")
    with pytest.raises(SystemExit):
        main([str(folder / gold), "--raw", str(folder / raw)])
    assert told in capsys.readouterr().err
