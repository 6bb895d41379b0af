import pytest

from yaowen.evaluate.figures import compare, score
from yaowen.evaluate.score import Score
from yaowen.gold.annotated_figures import Paragraph
from yaowen.schema import Comparator, Measure, Quantity, Scope, Statistic

TEXT = "今年，全市接待游客6万人次。"


def test_what_is_read_of_figures_is_scored_by_part_and_slot():
    figure = {"figure": [9, 13], "indicator": [[5, 7], "人数"], "scope": [[3, 5]], "period": None}
    paragraph = Paragraph("held", TEXT, "2024-05-01", (figure,))
    statistic = Statistic(
        indicator="接待人次数",
        value=6,
        unit="万人次",
        quantity=Quantity(60000, "人次"),
        comparator=Comparator.EXACT,
        measure=Measure.LEVEL,
        scope=Scope("全市"),
        source=((9, 13),),
    )
    assert score([paragraph], [{9: statistic}]) == {
        "held.indicator": Score(correct=1),
        "held.scope": Score(correct=1),
        "held.period": Score(),
    }
    assert score([paragraph], [{}]) == {}


@pytest.mark.parametrize(
    ("slot", "gold", "read", "counted"),
    [
        ("indicator", "接待游客", "游客接待", Score(correct=1)),
        ("indicator", "接待游客", "旅游收入", Score(missed=1, spurious=1)),
        ("scope", "全市", "全县", Score(missed=1, spurious=1)),
        ("scope", "全市", None, Score(missed=1)),
        ("period", None, "今年", Score(spurious=1)),
        ("period", None, None, Score()),
    ],
)
def test_a_slot_is_compared_with_its_gold(slot, gold, read, counted):
    assert compare(slot, gold, read) == counted
