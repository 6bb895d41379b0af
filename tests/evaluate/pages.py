"""An invented page with all that can be scored, its gold, and ways to change a document."""

from __future__ import annotations

from dataclasses import replace

from yaowen.page import Clipping, Part
from yaowen.record import hash_text
from yaowen.schema import (
    Article,
    BlockRole,
    Byline,
    Direction,
    Document,
    Event,
    EventKind,
    Furniture,
    FurnitureRole,
    Genre,
    Label,
    Measure,
    Mention,
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
from yaowen.text import Source, Text

ROWS = (
    "云溪日报",
    "全市河道整治推进会召开",
    "本报讯（记者丁一鸣）5月6日，全市河道",
    "整治推进会召开。副市长罗启明主持会议，",
    "市水务局局长程晓川讲话。",
    "程晓川强调，要压实责任。",
    "一季度，全市完成投资12.5亿元，同比",
    "增长8.5%。",
    "",
    "丰乐县春耕开始",
    "农技站技术员到田间指导，",
    "发放资料300份。",
)
RAW = "\n".join(ROWS)


def rows(*numbers: int) -> Text:
    """Rows of the page joined into one passage."""
    starts = [sum(len(row) + 1 for row in ROWS[:number]) for number in numbers]
    return Text.join(
        "", [Text.of(RAW, start, start + len(ROWS[number])) for start, number in zip(starts, numbers, strict=True)]
    )


def find(text: Text, quote: str) -> tuple[int, int]:
    start = str(text).index(quote)
    return start, start + len(quote)


def source(text: Text, quote: str) -> Source:
    return text.source(*find(text, quote))


def article(number: int, parts: list[tuple[BlockRole, Text]], names: dict[str, Label], **more) -> Article:
    """An article whose mentions are the first occurrence of each name."""
    clipping = Clipping(tuple(Part(role, text) for role, text in parts))
    mentions = sorted(
        (Mention.at(clipping.text, *find(clipping.text, name), label) for name, label in names.items()),
        key=lambda mention: mention.start,
    )
    return Article(
        f"a{number}",
        more.pop("genre", Genre.NEWS),
        clipping.headline,
        text=str(clipping.text),
        blocks=clipping.blocks,
        mentions=tuple(mentions),
        **more,
    )


def make_gold() -> Document:
    body, speech, figures = rows(2, 3, 4), rows(5), rows(6, 7)
    start = len(ROWS[1]) + 1 + len(body) + 1 + len("程晓川强调，")
    first = article(
        1,
        [
            (BlockRole.TITLE, rows(1)),
            (BlockRole.PARAGRAPH, body),
            (BlockRole.PARAGRAPH, speech),
            (BlockRole.PARAGRAPH, figures),
        ],
        {"副市长": Label.ROLE, "罗启明": Label.PERSON, "市水务局": Label.ORG, "局长": Label.ROLE, "程晓川": Label.PERSON},
        bylines=(Byline("丁一鸣", "记者", "本报"),),
        persons=(
            Person("罗启明", (Post("副市长", None, "副市长罗启明", source(body, "副市长罗启明")),)),
            Person("程晓川", (Post("局长", "市水务局", "市水务局局长程晓川", source(body, "市水务局局长程晓川")),)),
        ),
        events=(
            Event(
                EventKind.MEETING,
                "全市河道整治推进会",
                date=TimeSpan("5月6日", "--05-06", "--05-06"),
                participants=(Participant("罗启明", PartTaken.CHAIR), Participant("程晓川", PartTaken.SPEAKER)),
                source=source(body, "5月6日，全市河道整治推进会召开。"),
            ),
        ),
        statistics=(
            Statistic(
                "投资",
                12.5,
                "亿元",
                Quantity(1_250_000_000, "元"),
                scope=Scope("全市", "云溪市"),
                period=TimeSpan("一季度", "--01-01", "--03-31"),
                quote="12.5亿元",
                source=source(figures, "12.5亿元"),
            ),
            Statistic(
                "投资",
                8.5,
                "%",
                Quantity(8.5, "%"),
                measure=Measure.CHANGE,
                direction=Direction.UP,
                quote="8.5%",
                source=source(figures, "8.5%"),
            ),
        ),
        statements=(Statement("程晓川", "强调", start, start + 6, "要压实责任。", source(speech, "要压实责任。"), 0),),
    )
    sheets = rows(10, 11)
    second = article(
        2,
        [(BlockRole.TITLE, rows(9)), (BlockRole.PARAGRAPH, sheets)],
        {"丰乐县": Label.PLACE, "农技站": Label.ORG},
        statistics=(Statistic("资料", 300, "份", Quantity(300, "份"), quote="300份", source=source(sheets, "300份")),),
    )
    return Document(
        "云溪日报",
        SourceKind.PDF_TEXT,
        hash_text(RAW),
        Publication(page_name="要闻"),
        (first, second),
        (Furniture(FurnitureRole.MASTHEAD, rows(0).source()),),
    )


def with_article(document: Document, number: int, **changes) -> Document:
    """The document with one of its articles changed."""
    articles = list(document.articles)
    articles[number] = replace(articles[number], **changes)
    return replace(document, articles=tuple(articles))


def with_item(document: Document, number: int, facts: str, nth: int, **changes) -> Document:
    """The document with one fact or mention of an article changed."""
    items = list(getattr(document.articles[number], facts))
    items[nth] = replace(items[nth], **changes)
    return with_article(document, number, **{facts: tuple(items)})


GOLD_JSON = make_gold().to_json(ensure_ascii=False)
