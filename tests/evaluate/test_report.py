"""Gold against itself is perfect, and each planted error moves exactly the scores it should, by the amount computed by hand."""

from dataclasses import replace

import pytest

from conftest import shared
from evaluate.pages import RAW, find, make_gold, rows, source, with_article, with_item
from yaowen.errors import InputError
from yaowen.evaluate import BCubed, Score, evaluate, evaluate_page
from yaowen.gold import read_gold
from yaowen.page import Clipping, Part
from yaowen.record import hash_text
from yaowen.schema import (
    BlockRole,
    Direction,
    Document,
    EventKind,
    Furniture,
    FurnitureRole,
    Genre,
    Label,
    Mention,
    Participant,
    PartTaken,
    Post,
    Quantity,
    Scope,
    TimeSpan,
)

GOLD = make_gold()
INK = 131
"""The page's non-blank characters: 4 of furniture, 99 of the first article (11 its title), 28 of the second (7 its title)."""


def changes(predicted):
    """The scores that are not as for gold itself."""
    perfect = evaluate_page(GOLD, GOLD, RAW).scores
    scores = evaluate_page(GOLD, predicted, RAW).scores
    return {name: score for name, score in scores.items() if perfect.get(name, Score()) != score}


def faults(predicted):
    return {
        (mistake.score, str(mistake.fault), mistake.gold, mistake.found)
        for mistake in evaluate_page(GOLD, predicted, RAW).mistakes
    }


@pytest.mark.parametrize("raw", [RAW, None])
def test_gold_is_perfect_against_itself(raw):
    page = evaluate_page(GOLD, GOLD, raw)

    assert page.mistakes == ()
    assert {score.f1 for score in page.scores.values()} == {1.0}
    assert page.scores["mentions.strict"] == Score(7)
    assert page.scores["persons.posts"] == Score(2)
    assert page.scores["statistics.found"] == Score(3)
    assert ("lines.joins" in page.scores) == (raw is not None)


def test_rows_are_counted():
    """The first body goes on over two rows, the figures over one, the second body over one; six blocks end."""
    scores = evaluate_page(GOLD, GOLD, RAW).scores

    assert scores["lines.joins"] == Score(4)
    assert scores["lines.breaks"] == Score(6)


@pytest.mark.shared
def test_real_gold_is_perfect_against_itself():
    gold = [read_gold(path) for path in sorted(shared("gold").glob("*.json"))]
    raws = [path.read_text("utf-8") for path in shared("seeds").glob("*.txt")]

    report = evaluate(gold, gold, {hash_text(raw): raw for raw in raws})

    assert {score.f1 for score in report.total.values()} == {1.0}
    assert not [mistake for page in report.pages for mistake in page.mistakes]
    assert all(page.raw for page in report.pages)


def test_a_moved_boundary_of_a_name():
    text = rows(2, 3, 4)
    start, end = GOLD.articles[0].mentions[2].start + 1, GOLD.articles[0].mentions[2].end
    predicted = with_item(GOLD, 0, "mentions", 2, start=start, end=end, text="水务局", source=source(text, "水务局"))

    assert changes(predicted) == {
        "mentions.strict": Score(6, 1, 1),
        "mentions.ORG": Score(1, 1, 1),
        "mentions.exact": Score(6, 1, 1),
        "mentions.partial": Score(6.5, 0.5, 0.5),
        "mentions.ORG.partial": Score(1.5, 0.5, 0.5),
    }
    assert faults(predicted) == {("mentions.ORG", "wrong boundary", "市水务局 ORG", "水务局 ORG")}


def test_a_wrong_label():
    predicted = with_item(GOLD, 0, "mentions", 2, label=Label.PLACE)

    assert changes(predicted) == {
        "mentions.strict": Score(6, 1, 1),
        "mentions.ORG": Score(1, 1, 0),
        "mentions.PLACE": Score(1, 0, 1),
        "mentions.type": Score(6, 1, 1),
        "mentions.ORG.partial": Score(1, 1, 0),
        "mentions.PLACE.partial": Score(1, 0, 1),
    }
    assert faults(predicted) == {("mentions.ORG", "wrong label", "市水务局 ORG", "市水务局 PLACE")}


def test_a_mention_in_another_segmentation_is_the_same_mention():
    """All of the page in one article with its lines as they are: what is named is where it was."""
    everything = Clipping(tuple(Part(BlockRole.PARAGRAPH, rows(row)) for row in (0, 1, 2, 3, 4, 5, 6, 7, 9, 10, 11)))
    mentions = tuple(
        Mention.at(everything.text, *find(everything.text, mention.text), mention.label)
        for article in GOLD.articles
        for mention in article.mentions
    )
    predicted = replace(
        GOLD,
        articles=(replace(GOLD.articles[0], text=str(everything.text), blocks=everything.blocks, mentions=mentions),),
        furniture=(),
    )

    assert not [name for name in changes(predicted) if name.startswith("mentions")]
    assert evaluate_page(GOLD, predicted, RAW).scores["mentions.strict"] == Score(7)


def test_a_dropped_article_becomes_furniture():
    """Its 28 characters are in one heap with the masthead's 4."""
    furniture = (*GOLD.furniture, Furniture(FurnitureRole.OTHER, rows(9, 10, 11).source()))
    predicted = replace(GOLD, articles=GOLD.articles[:1], furniture=furniture)

    assert changes(predicted) == {
        "segmentation.bcubed": BCubed(INK, 99 + (4**2 + 28**2) / 32, INK),
        "segmentation.articles": Score(1, 1, 0),
        "segmentation.title": Score(1, 1, 0),
        "segmentation.furniture": Score(4, 0, 28),
        "lines.joins": Score(3, 1, 0),
        "lines.breaks": Score(4, 2, 0),
        "lines.body": Score(88, 21, 0),
        "articles.genre": Score(1),
        "mentions.strict": Score(5, 2, 0),
        "mentions.PLACE": Score(0, 1, 0),
        "mentions.ORG": Score(1, 1, 0),
        "mentions.exact": Score(5, 2, 0),
        "mentions.partial": Score(5, 2, 0),
        "mentions.type": Score(5, 2, 0),
        "mentions.PLACE.partial": Score(0, 1, 0),
        "mentions.ORG.partial": Score(1, 1, 0),
        "statistics.found": Score(2, 1, 0),
        **{
            f"statistics.{slot}": Score(2)
            for slot in ("value", "unit", "quantity", "comparator", "measure", "indicator", "whole")
        },
    }


def test_a_boundary_between_articles_one_paragraph_too_early():
    """The last paragraph of the first article, 26 characters, stands at the end of the second."""
    first, second = GOLD.articles
    cut = Clipping(
        (Part(BlockRole.TITLE, rows(1)), Part(BlockRole.PARAGRAPH, rows(2, 3, 4)), Part(BlockRole.PARAGRAPH, rows(5)))
    )
    grown = Clipping(
        (Part(BlockRole.TITLE, rows(9)), Part(BlockRole.PARAGRAPH, rows(10, 11)), Part(BlockRole.PARAGRAPH, rows(6, 7)))
    )
    first = replace(first, text=str(cut.text), blocks=cut.blocks, statistics=())
    second = replace(
        second, text=str(grown.text), blocks=grown.blocks, statistics=GOLD.articles[0].statistics + second.statistics
    )
    predicted = replace(GOLD, articles=(first, second))

    changed = changes(predicted)
    assert changed.pop("segmentation.bcubed").counts == pytest.approx(
        (4 + 73 + (26**2 + 28**2) / 54, INK, 4 + (73**2 + 26**2) / 99 + 28, INK)
    )
    assert changed == {
        "segmentation.articles": Score(0, 2, 2),
        "lines.body": Score(109 - 26, 26, 26),
    }
    assert evaluate([GOLD], [predicted], {GOLD.sha256: RAW}).article_error_rate == 1


def test_paragraphs_run_together():
    first = GOLD.articles[0]
    run = Clipping(
        (Part(BlockRole.TITLE, rows(1)), Part(BlockRole.PARAGRAPH, rows(2, 3, 4, 5)), Part(BlockRole.PARAGRAPH, rows(6, 7)))
    )

    assert changes(with_article(GOLD, 0, text=str(run.text), blocks=run.blocks, mentions=first.mentions)) == {
        "lines.joins": Score(4, 0, 1),
        "lines.breaks": Score(5, 1, 0),
    }


def test_a_headline_with_a_line_too_many():
    text = Clipping((Part(BlockRole.TITLE, rows(9, 10)), Part(BlockRole.PARAGRAPH, rows(11))))

    assert changes(with_article(GOLD, 1, text=str(text.text), blocks=text.blocks)) == {
        "segmentation.title": Score(1, 1, 1),
        "lines.joins": Score(3, 1, 1),
        "lines.breaks": Score(5, 1, 1),
        "lines.body": Score(109 - 12, 12, 0),
    }


def test_columns_in_the_wrong_order():
    """发放资料300份。 before the row that it follows: of 21 characters, the longer row of 12 is in order."""
    text = Clipping((Part(BlockRole.TITLE, rows(9)), Part(BlockRole.PARAGRAPH, rows(11, 10))))

    assert changes(with_article(GOLD, 1, text=str(text.text), blocks=text.blocks)) == {
        "lines.joins": Score(3, 1, 1),
        "lines.breaks": Score(5, 1, 1),
        "lines.body": Score(109 - 9, 9, 9),
    }


def test_a_swapped_chair():
    participants = (Participant("罗启明", PartTaken.SPEAKER), Participant("程晓川", PartTaken.CHAIR))

    assert changes(with_item(GOLD, 0, "events", 0, participants=participants)) == {
        "events.parts": Score(0, 2, 2),
        "events.chair": Score(0, 1, 1),
        "events.whole": Score(0, 1, 1),
    }


def test_a_missed_participant():
    participants = (Participant("罗启明", PartTaken.CHAIR),)

    assert changes(with_item(GOLD, 0, "events", 0, participants=participants)) == {
        "events.participants": Score(1, 1, 0),
        "events.parts": Score(1, 1, 0),
        "events.whole": Score(0, 1, 1),
    }


@pytest.mark.parametrize(
    ("change", "slot", "score"),
    [
        ({"kind": EventKind.CEREMONY}, "kind", Score(0, 1, 1)),
        ({"name": "推进会"}, "name", Score(0, 1, 1)),
        ({"name": None}, "name", Score(0, 1, 0)),
        ({"name": "全市 河道整治推进会"}, None, None),
        ({"date": TimeSpan("5月6日", "--05-06", "--05-07")}, "date", Score(0, 1, 1)),
        ({"date": TimeSpan("6日", "--05-06", "--05-06")}, None, None),
        ({"date": None}, "date", Score(0, 1, 0)),
        ({"format": "视频"}, "format", Score(0, 0, 1)),
        ({"places": ("云溪市",)}, "places", Score(0, 0, 1)),
        ({"organisers": ("市水务局",)}, "organisers", Score(0, 0, 1)),
    ],
)
def test_a_wrong_slot_of_an_event(change, slot, score):
    expected = {f"events.{slot}": score, "events.whole": Score(0, 1, 1)} if slot else {}

    assert changes(with_item(GOLD, 0, "events", 0, **change)) == expected


def test_events_are_paired_with_their_likes_whatever_their_order():
    event = GOLD.articles[0].events[0]
    other = replace(event, name="全市防汛工作会议", date=None, participants=(), source=source(rows(5), "程晓川强调"))
    gold, predicted = (with_article(GOLD, 0, events=events) for events in ((event, other), (other, event)))

    page = evaluate_page(gold, predicted, RAW)

    assert page.scores["events.whole"] == Score(2)


def test_events_of_one_article_that_have_little_in_common_are_two():
    event = GOLD.articles[0].events[0]
    other = replace(event, name="防汛演练", kind=EventKind.OTHER, participants=(), source=source(rows(5), "程晓川强调"))

    assert evaluate_page(GOLD, with_article(GOLD, 0, events=(other,)), RAW).scores["events.found"] == Score(0, 1, 1)


def test_facts_are_found_whatever_the_order_of_articles():
    predicted = replace(GOLD, articles=GOLD.articles[::-1])

    assert changes(predicted) == {}


def test_how_furniture_is_joined_does_not_matter():
    notice = replace(GOLD, articles=GOLD.articles[:1], furniture=(Furniture(FurnitureRole.OTHER, rows(0, 9, 10, 11).source()),))

    scores = evaluate_page(notice, GOLD, RAW).scores

    assert scores["lines.joins"] == Score(3)
    assert scores["lines.breaks"] == Score(4)


def test_an_event_of_another_article_is_not_the_one_wanted():
    moved = replace(GOLD.articles[0].events[0], source=rows(10).source())
    predicted = with_article(with_article(GOLD, 0, events=()), 1, events=(moved,))

    assert evaluate_page(GOLD, predicted, RAW).scores["events.found"] == Score(0, 1, 1)


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"unit": "万元"}, {"unit": Score(2, 1, 1)}),
        ({"unit": None}, {"unit": Score(2, 1, 0)}),
        ({"value": 125}, {"value": Score(2, 1, 1)}),
        ({"value": 12.5 + 1e-12}, {}),
        ({"quantity": Quantity(12.5, "亿元")}, {"quantity": Score(2, 1, 1)}),
        ({"direction": Direction.UP}, {"direction": Score(1, 0, 1)}),
        ({"indicator": "完成投资"}, {"indicator": Score(2, 1, 1)}),
        ({"scope": Scope("全市", "云台市")}, {"scope_canonical": Score(0, 1, 1)}),
        ({"scope": None}, {"scope": Score(0, 1, 0), "scope_canonical": Score(0, 1, 0)}),
        ({"period": TimeSpan("一季度", "--01-01", "--03-30")}, {"period_bounds": Score(0, 1, 1)}),
        ({"period": TimeSpan("一季度")}, {"period_bounds": Score(0, 1, 0)}),
    ],
)
def test_a_wrong_slot_of_a_statistic(change, expected):
    whole = {"statistics.whole": Score(2, 1, 1)} if expected else {}

    predicted = with_item(GOLD, 0, "statistics", 0, **change)

    assert changes(predicted) == {f"statistics.{slot}": score for slot, score in expected.items()} | whole


def test_a_number_read_in_part_is_the_same_statistic():
    assert changes(with_item(GOLD, 0, "statistics", 0, source=source(rows(6, 7), "12.5亿"), quote="12.5亿")) == {}


def test_of_two_readings_of_a_number_the_right_one_counts():
    first, second = GOLD.articles[0].statistics
    greedy = replace(first, value=8.5, source=source(rows(6, 7), "12.5亿元，同比增长"))
    right = replace(first, source=source(rows(6, 7), "12.5"))

    scores = evaluate_page(GOLD, with_article(GOLD, 0, statistics=(greedy, right, second)), RAW).scores

    assert scores["statistics.found"] == Score(3, 0, 1)
    assert scores["statistics.value"] == Score(3)


def test_a_missed_statistic_counts_once_and_none_of_its_slots():
    predicted = with_article(GOLD, 1, statistics=())

    assert changes(predicted)["statistics.found"] == Score(2, 1, 0)
    assert {score.f1 for name, score in changes(predicted).items() if name != "statistics.found"} == {1.0}


def test_a_wrong_post():
    posts = (Post("局长", "市应急局", "", source(rows(2, 3, 4), "市水务局局长")),)

    assert changes(with_item(GOLD, 0, "persons", 1, posts=posts)) == {"persons.posts": Score(1, 1, 1)}


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"speaker": "罗启明"}, {"right": Score(0, 1, 1), "speaker": Score(0, 1, 1)}),
        ({"speaker": "程晓川同志"}, {}),
        ({"cue": "指出"}, {"right": Score(0, 1, 1), "cue": Score(0, 1, 1)}),
        ({"cue": None}, {"right": Score(0, 1, 1), "cue": Score(0, 1, 0)}),
        ({"source": rows(5, 6, 7).source(6)}, {}),
        ({"source": rows(5).source()}, {"start": Score(0, 1, 1)}),
        ({"event": None}, {"event": Score(0, 1, 0)}),
        ({"source": rows(6).source()}, {"found": Score(0, 1, 1), "right": Score(0, 1, 1)}),
    ],
)
def test_statements(change, expected):
    changed = changes(with_item(GOLD, 0, "statements", 0, **change))

    missing = {"speaker", "cue", "start", "event"} if "found" in expected else set()
    assert {name.removeprefix("statements."): score for name, score in changed.items()} == expected
    assert not missing & {name.removeprefix("statements.") for name in changed}


def test_of_two_statements_the_one_with_the_same_cue_is_the_same():
    statement = GOLD.articles[0].statements[0]
    other = replace(statement, cue="要求", source=source(rows(6, 7), "增长8.5%。"))
    gold = with_article(GOLD, 0, statements=(statement, other))
    long = replace(other, source=statement.source + rows(6, 7).source())

    scores = evaluate_page(gold, with_article(GOLD, 0, statements=(long,)), RAW).scores

    assert scores["statements.found"] == scores["statements.right"] == Score(1, 1, 0)


def test_genre_byline_and_page_name():
    predicted = with_article(
        replace(GOLD, publication=replace(GOLD.publication, page_name=None)), 0, genre=Genre.NOTICE, bylines=()
    )

    assert changes(predicted) == {
        "publication.page_name": Score(0, 1, 0),
        "articles.genre": Score(1, 1, 1),
        "articles.bylines": Score(0, 1, 0),
    }


def test_a_page_without_a_prediction_is_an_error():
    with pytest.raises(InputError, match="云溪日报: no prediction from the same raw text"):
        evaluate([GOLD], [replace(GOLD, sha256="0" * 64)])


def test_an_empty_prediction_finds_nothing():
    scores = evaluate_page(GOLD, Document("p", GOLD.source_kind, GOLD.sha256), RAW).scores

    assert scores["segmentation.bcubed"] == BCubed(INK, (4**2 + 99**2 + 28**2) / INK, INK)
    assert scores["segmentation.title"] == Score(0, 2, 0)
    assert scores["mentions.strict"] == Score(0, 7, 0)
    assert scores["lines.body"] == Score(0, 109, 0)


def test_a_thousand_documents_are_scored_together():
    gold = [replace(GOLD, sha256=str(number)) for number in range(1000)]
    predicted = [replace(with_article(GOLD, 0, mentions=()), sha256=str(number)) for number in range(1000)]

    report = evaluate(gold, predicted, dict.fromkeys(map(str, range(1000)), RAW))

    assert report.total["mentions.strict"] == Score(2000, 5000, 0)


def test_all_pages_without_a_prediction_are_counted():
    gold = [make_gold(), replace(make_gold(), doc_id="云溪晚报", sha256="1" * 64), replace(make_gold(), sha256="2" * 64)]
    with pytest.raises(InputError, match=r"云溪晚报: no prediction from .* read that very file; so it is with 1 more"):
        evaluate(gold, [make_gold()])
