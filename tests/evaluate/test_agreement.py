"""Where other tools define the same scores, they give the same."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from nervaluate import Evaluator
from seqeval.metrics import f1_score, precision_score, recall_score
from seqeval.scheme import IOB2

from yaowen.evaluate import evaluate_page
from yaowen.page import Clipping, Part
from yaowen.record import hash_text
from yaowen.schema import Article, BlockRole, Document, Genre, Headline, Label, Mention, SourceKind
from yaowen.text import Text

LENGTH = 60
RAW = "\n".join("字" * 12 for _ in range(5))
TEXT = Clipping(tuple(Part(BlockRole.PARAGRAPH, Text.of(RAW, start, start + 12)) for start in range(0, len(RAW), 13))).text
SPAN = tuple[int, int, Label]


@st.composite
def spans(draw):
    """Flat spans over some of the sixty characters."""
    cuts = sorted(draw(st.sets(st.integers(0, LENGTH), max_size=24)))
    pairs = list(zip(cuts[::2], cuts[1::2], strict=False))
    return [(start, end, draw(st.sampled_from(Label))) for start, end in pairs]


def make_document(named):
    """A document whose mentions stand on the characters counted without line breaks."""
    mentions = []
    for start, end, label in named:
        place, stop = start + start // 12, end - 1 + (end - 1) // 12 + 1
        mentions.append(Mention(label, place, stop, TEXT.chars[place:stop], TEXT.source(place, stop)))
    article = Article("a1", Genre.NEWS, Headline(), text=str(TEXT), mentions=tuple(mentions))
    return Document("p", SourceKind.PDF_TEXT, hash_text(RAW), articles=(article,))


def tags(named):
    tagged = ["O"] * LENGTH
    for start, end, label in named:
        tagged[start:end] = [f"B-{label}"] + [f"I-{label}"] * (end - start - 1)
    return tagged


def score(gold, found):
    return evaluate_page(make_document(gold), make_document(found), RAW).scores


def nervaluate(gold, found):
    wanted, read = (
        [[{"label": str(label), "start": start, "end": end - 1} for start, end, label in named]] for named in (gold, found)
    )
    results = Evaluator(wanted, read, tags=[str(label) for label in Label], loader="dict").evaluate()
    return {name: (result.precision, result.recall, result.f1) for name, result in results["overall"].items()}


@given(spans(), spans())
def test_strict_is_what_seqeval_counts(gold, found):
    ours = score(gold, found)["mentions.strict"]
    columns = [tags(gold)], [tags(found)]

    if gold and found:
        options = {"mode": "strict", "scheme": IOB2, "zero_division": 0}
        assert ours.precision == pytest.approx(precision_score(*columns, **options))
        assert ours.recall == pytest.approx(recall_score(*columns, **options))
        assert ours.f1 == pytest.approx(f1_score(*columns, **options))


@given(spans(), spans())
def test_strict_is_what_nervaluate_counts(gold, found):
    ours = score(gold, found)["mentions.strict"]

    if gold and found:
        assert nervaluate(gold, found)["strict"] == pytest.approx((ours.precision, ours.recall, ours.f1))


@pytest.mark.parametrize("seed", range(20))
def test_partial_type_and_exact_agree_where_no_span_has_two_candidates(seed):
    """Where one overlaps two, nervaluate takes the first and we the best; elsewhere all four are the same."""
    random.seed(seed)
    gold, found = [], []
    for start in range(0, LENGTH - 6, 6):
        first, last = start + random.randrange(3), start + random.randrange(3, 6)
        label, other = random.choices(list(Label), k=2)
        if random.random() < 0.8:
            gold.append((first, last, label))
        if random.random() < 0.8:
            moved = random.random() < 0.5
            found.append((first + moved * (first + 1 < last), last, random.choice([label, other])))

    ours, theirs = score(gold, found), nervaluate(gold, found)

    for here, there in (("strict", "strict"), ("partial", "partial"), ("type", "ent_type"), ("exact", "exact")):
        counted = ours[f"mentions.{here}"]
        assert theirs[there] == pytest.approx((counted.precision, counted.recall, counted.f1)), here
