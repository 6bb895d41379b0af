from yaowen.gold.page_figures import ELSEWHERE, read_documents
from yaowen.schema import (
    Article,
    Block,
    BlockRole,
    Document,
    Genre,
    Headline,
    Publication,
    Quantity,
    Scope,
    SourceKind,
    Statistic,
    TimeSpan,
)
from yaowen.text import Source

TEXT = "今年以来，石桥镇栽树3万棵，比去年多5000棵。"
ON_TWO_ROWS = ((0, 9), (10, 25))


def make(*statistics: Statistic, source: Source = ON_TWO_ROWS) -> Document:
    blocks = (Block(BlockRole.PARAGRAPH, 0, len(TEXT), source),)
    article = Article("a1", Genre.NEWS, Headline(), text=TEXT, blocks=blocks, statistics=statistics)
    return Document("page", SourceKind.PDF_TEXT, "0" * 64, Publication(issue_date="2024-03-12"), (article,))


def figure(start: int, end: int, scope: Scope | None = None, period: TimeSpan | None = None) -> Statistic:
    return Statistic(None, 1, None, Quantity(1, None), scope=scope, period=period, source=((start, end),))


def test_offsets_of_the_page_become_places_in_the_paragraph():
    (paragraph,) = read_documents(
        [make(figure(11, 14, scope=Scope("石桥镇"), period=TimeSpan("今年以来")), figure(19, 24, period=TimeSpan("去年")))]
    )
    assert paragraph.text == TEXT
    assert paragraph.date == "2024-03-12"
    first, second = paragraph.rows
    assert TEXT[slice(*first["figure"])] == "3万棵"
    assert (first["scope"], first["period"]) == ([[5, 8]], [[0, 4]])
    assert TEXT[slice(*second["figure"])] == "5000棵"
    assert second["scope"] is None


def test_of_what_stands_elsewhere_nothing_is_told():
    (paragraph,) = read_documents([make(figure(11, 14, scope=Scope("望江县")))])
    assert paragraph.rows[0]["scope"] == ELSEWHERE


def test_paragraphs_without_figures_and_with_spaces_put_in_are_left_out():
    assert not list(read_documents([make(), make(figure(11, 14), source=((0, len(TEXT) - 1),))]))
