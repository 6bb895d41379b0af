import io
from dataclasses import replace

import pytest
from rich.console import Console

from conftest import ROOT
from yaowen.gold import read_gold
from yaowen.schema import (
    Article,
    Byline,
    Comparator,
    Direction,
    Document,
    Event,
    EventKind,
    Genre,
    Headline,
    Measure,
    Participant,
    PartTaken,
    Person,
    Post,
    Publication,
    Quantity,
    Scope,
    SourceKind,
    Statement,
    Statistic,
    TimeSpan,
)
from yaowen.show import LONGEST_TABLE, Tally, show, show_tallies

ARTICLE = Article(
    article_id="a1",
    genre=Genre.NEWS,
    headline=Headline("柏川在调研时强调", "种好粮 [管好水]", "全乡插秧过半", "春耕进行时"),
    bylines=(Byline("云生", "记者"),),
    continued_on=3,
    text="柏川到白石乡调研。",
    persons=(Person("柏川", (Post("书记", "市委"),)), Person("石小满")),
    events=(
        Event(
            EventKind.INSPECTION,
            "调研春耕",
            date=TimeSpan("5月6日", "2023-05-06", "2023-05-06"),
            places=("白石乡",),
            participants=(Participant("柏川", PartTaken.SPEAKER), Participant("石小满", PartTaken.ATTENDEE)),
            groups=("村民代表",),
        ),
        Event(EventKind.OTHER, None),
    ),
    statistics=(
        Statistic(
            *("插秧", 1.2, "万亩", Quantity(12000, "亩"), Comparator.OVER, Measure.CHANGE, Direction.UP),
            scope=Scope("全乡", "白石乡"),
            period=TimeSpan("今年"),
            quote="1.2万亩",
        ),
        Statistic(None, 7, None, Quantity(7), quote="7"),
    ),
    statements=(Statement("柏川", "强调", 0, 3, "种" * 100), Statement("石小满", None, 0, 3, "好")),
)
DOCUMENT = Document(
    "page[1]",
    SourceKind.PDF_TEXT,
    "",
    Publication("安渡日报", "2023-05-07", page_name="要闻"),
    (ARTICLE, Article("a2", Genre.NOTICE, Headline())),
    warnings=("a1: 标题[不明]",),
)


def printed(write, *what, width=200):
    file = io.StringIO()
    write(*what, Console(file=file, width=width, color_system=None))
    return file.getvalue()


@pytest.mark.parametrize(
    "line",
    [
        "page[1]  安渡日报 · 2023-05-07 · 要闻 · pdf_text",
        "春耕进行时",
        "柏川在调研时强调",
        "种好粮 [管好水]",
        "全乡插秧过半",
        "a1    news 9 字 转第3版",
        "作者  云生",
        "人物  柏川（市委书记）；石小满",
        "事件  调研春耕 · inspection · 2023-05-06 · 白石乡 · 柏川讲话，石小满参加 · 村民代表",
        "事件  other",
        "数据  白石乡 今年 插秧: ↑1.2万亩 (change, over)",
        "数据  : 7 (level, exact)",
        "言论  柏川 强调：" + "种" * 60 + "…",
        "言论  石小满 ：好",
        "（无题）",
        "a2  notice 0 字",
        "! a1: 标题[不明]",
    ],
)
def test_every_kind_of_fact_is_printed(line):
    assert line in [line.split(" ───")[0].rstrip() for line in printed(show, DOCUMENT).splitlines()]


@pytest.mark.parametrize("width", [10, 80])
@pytest.mark.parametrize("path", sorted((ROOT / "data" / "gold").glob("*.json")), ids=lambda path: path.stem)
def test_gold_is_printed_on_any_terminal(path, width):
    document = read_gold(path)
    shown = "".join(printed(show, document, width=width).split())
    assert all("".join((article.headline.title or "").split()) in shown for article in document.articles)


def test_of_what_is_very_long_or_very_many_the_first_is_shown():
    number = replace(ARTICLE.statistics[0], quote="1" * 5000)
    long = replace(
        ARTICLE,
        headline=Headline("题" * 5000),
        persons=tuple(Person(f"柏{n}") for n in range(5000)),
        events=(replace(ARTICLE.events[0], groups=("村民代表",) * 5000),) * 31,
        statistics=(number,) * 5000,
        statements=ARTICLE.statements * 20,
    )
    lines = printed(show, replace(DOCUMENT, articles=(long,) * 500, warnings=("标题不明",) * 5000), width=1000).splitlines()

    assert max(map(len, lines)) <= 1000
    assert len(lines) < 60 * 120
    for kind, more in (("事件", "1"), ("数据", "4,970"), ("言论", "10")):
        assert f"{kind}  … 另有 {more} 条" in [line.rstrip() for line in lines]
    assert [line for line in lines if line.startswith("…")] == ["… 另有 440 篇 (-o OUT.jsonl)"]
    assert lines[-1].rstrip() == "! … 另有 4,970 条"


def test_what_was_read_is_counted():
    heading, page, total = printed(show_tallies, [Tally.of(DOCUMENT)]).splitlines()

    assert heading.split() == ["page", "chars", "articles", "names", "people", "events", "figures", "quotes"]
    assert page.split() == ["page[1]", "9", "2", "0", "2", "2", "2", "2"]
    assert total.split() == ["1", "page", "9", "2", "0", "2", "2", "2", "2"]


def test_many_pages_are_counted_together():
    lines = printed(show_tallies, [Tally("p", (1000, *(1,) * 6))] * (LONGEST_TABLE + 1)).splitlines()

    assert [line.split() for line in lines[1:]] == [[str(LONGEST_TABLE + 1), "pages", "41,000", *["41"] * 6]]
