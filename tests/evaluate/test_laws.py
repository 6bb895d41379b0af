"""What holds for every pair of readings, whatever they say."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluate.pages import RAW, ROWS, make_gold, rows
from evaluate.test_agreement import score, spans
from yaowen.evaluate import evaluate_page
from yaowen.evaluate.layout import common_length
from yaowen.page import Clipping, Part
from yaowen.record import hash_text
from yaowen.schema import Article, BlockRole, Document, Furniture, FurnitureRole, Genre, Mention, SourceKind

NUMBERS = [number for number, row in enumerate(ROWS) if row]
ROLES = (BlockRole.TITLE, BlockRole.KICKER, BlockRole.PARAGRAPH, BlockRole.BYLINE)


@st.composite
def readings(draw):
    """Each row of the page in one of up to five articles or in furniture, in any order and role."""
    owners = {number: draw(st.integers(-1, 4)) for number in draw(st.permutations(NUMBERS))}
    articles = []
    for owner in range(5):
        parts = tuple(Part(draw(st.sampled_from(ROLES)), rows(number)) for number in owners if owners[number] == owner)
        if parts:
            clipping = Clipping(parts)
            articles.append(
                Article(f"a{owner}", Genre.NEWS, clipping.headline, text=str(clipping.text), blocks=clipping.blocks)
            )
    furniture = tuple(Furniture(FurnitureRole.OTHER, rows(number).source()) for number in owners if owners[number] < 0)
    return Document("p", SourceKind.PDF_TEXT, hash_text(RAW), articles=tuple(articles), furniture=furniture), owners


@given(readings(), readings())
def test_b_cubed_is_what_its_definition_says(gold, found):
    """For each character, the characters put together with it in both readings, counted one by one."""
    characters = [number for number in NUMBERS for _ in ROWS[number]]
    precision = recall = 0.0
    for one in characters:
        with_gold = [other for other in characters if gold[1][other] == gold[1][one]]
        with_found = [other for other in characters if found[1][other] == found[1][one]]
        both = sum(found[1][other] == found[1][one] for other in with_gold)
        precision += both / len(with_found)
        recall += both / len(with_gold)

    ours = evaluate_page(gold[0], found[0], RAW).scores["segmentation.bcubed"]

    assert (ours.precision, ours.recall) == pytest.approx((precision / len(characters), recall / len(characters)))


@given(readings(), readings())
def test_rates_lie_between_nothing_and_all(gold, found):
    for name, each in evaluate_page(gold[0], found[0], RAW).scores.items():
        assert min(each.counts) >= 0, name
        assert 0 <= each.f1 <= 1 + 1e-9, name


@given(readings())
def test_every_reading_is_perfect_against_itself(reading):
    page = evaluate_page(reading[0], reading[0], RAW)

    assert page.mistakes == ()
    assert {each.f1 for each in page.scores.values()} == {1.0}


@given(spans(), spans())
def test_what_one_misses_the_other_makes_up(left, right):
    there, back = score(left, right), score(right, left)

    for name in ("strict", "exact", "partial", "type"):
        assert there[f"mentions.{name}"].precision == pytest.approx(back[f"mentions.{name}"].recall)


@given(spans(), spans())
def test_strict_is_never_more_than_the_lenient_scores(gold, found):
    scores = score(gold, found)

    strict, exact, partial, typed = (scores[f"mentions.{name}"].correct for name in ("strict", "exact", "partial", "type"))
    assert strict <= exact <= partial
    assert strict <= typed


@given(st.permutations(range(9)), st.lists(st.integers(0, 12), unique=True))
def test_the_common_length_is_that_of_the_textbook(left, right):
    lengths = {(-1, column): 0 for column in range(-1, len(right))} | {(row, -1): 0 for row in range(len(left))}
    for row, one in enumerate(left):
        for column, other in enumerate(right):
            lengths[row, column] = max(
                lengths[row - 1, column - 1] + (one == other), lengths[row - 1, column], lengths[row, column - 1]
            )

    assert common_length(left, right) == lengths[len(left) - 1, len(right) - 1]


def test_mentions_that_overlap_or_come_twice_are_counted_as_they_are():
    gold = make_gold()
    first = gold.articles[0]
    twice = replace(gold, articles=(replace(first, mentions=first.mentions * 2), gold.articles[1]))

    counted = evaluate_page(gold, twice, RAW).scores["mentions.strict"]

    assert (counted.correct, counted.missed, counted.spurious) == (7, 0, 5)


def test_sources_beyond_the_page_and_empty_ones_do_no_harm():
    gold = make_gold()
    mention = Mention(gold.articles[0].mentions[0].label, 0, 1, "全", ((10_000, 20_000),))
    broken = replace(gold, articles=(replace(gold.articles[0], mentions=(mention, replace(mention, source=())), blocks=()),))

    assert evaluate_page(gold, broken, RAW).scores["mentions.strict"].spurious == 2
    assert evaluate_page(broken, gold, RAW).scores["mentions.strict"].missed == 2
