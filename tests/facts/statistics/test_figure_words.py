import pytest

from facts.figures import see
from yaowen.facts.statistics.figure_words import (
    CLAUSE,
    NAMES,
    NUMBER,
    RULED,
    RULED_PERIOD,
    RULED_SCOPE,
    find_near,
    relate,
    stands_in,
)
from yaowen.schema import Label


def relations_in(seen):
    """What each word of a line is to its only figure."""
    (asked,) = seen.asked
    return relate([(0, asked)], seen.passed).relations[0]


def test_the_words_are_the_line():
    raw = "上半年，云州市实现旅游收入8.6亿元，同比增长5%。"
    seen = see(raw, ((4, 7, Label.PLACE),))
    assert "".join(word.text for word in seen.words) == raw
    assert [raw[word.start : word.end] for word in seen.words] == [word.text for word in seen.words]


def test_names_and_figures_begin_and_end_words():
    seen = see("石桥林场造林30亩。", ((0, 4, Label.ORG),))
    words = [word.text for word in seen.words]
    assert "".join(words[: words.index("林场") + 1]) == "石桥林场"
    number = NAMES + 3 * list(Label).index(Label.ORG)
    assert "".join(word for word, flags in zip(words, seen.flags, strict=True) if flags[number + 1]) == "石桥林场"
    assert seen.flags[:, number].sum() == seen.flags[:, number + 2].sum() == 1
    assert "".join(word for word, flags in zip(words, seen.flags, strict=True) if flags[NUMBER]) == "30亩"


def test_what_the_rules_say_of_a_figure_is_marked_where_it_stands():
    seen = see("上半年，全县新增就业600人。")
    told = {
        column: "".join(word.text for word, row in zip(seen.words, relations_in(seen), strict=True) if row[column] > 0.5)
        for column in (RULED, RULED_SCOPE + 1, RULED_PERIOD + 1)
    }
    assert told == {RULED: "新增就业", RULED_SCOPE + 1: "全县", RULED_PERIOD + 1: "上半年"}


def test_clauses_are_counted_from_the_figure():
    seen = see("桥已完工，路已通车，全县投资5亿元。")
    away = {
        word.text: int(row[CLAUSE : CLAUSE + 8].argmax()) - 5 for word, row in zip(seen.words, relations_in(seen), strict=True)
    }
    assert (away["完工"], away["通车"], away["投资"]) == (-2, -1, 0)


@pytest.mark.parametrize(
    ("said", "held"),
    [
        ("新建桥梁", "新建桥梁"),
        ("桥梁投资", "桥梁投资"),
        ("桥梁总投资", "桥梁投资"),
        ("道路", ""),
        (None, ""),
    ],
)
def test_a_wording_is_looked_for_in_pieces(said, held):
    text = "全县新建桥梁投资5亿元，涵洞用钢3万吨。"
    figure = see(text).asked[0].figure
    assert "".join(text[place] for place in sorted(stands_in(text, said, figure))) == held


@pytest.mark.parametrize(("said", "span"), [("全县", (3, 5)), ("今年", (0, 2)), ("明年", (13, 15)), ("后年", None)])
def test_a_wording_is_found_before_its_figure_or_else_behind_it(said, span):
    text = "今年，全县投资5亿元，计划明年完工，全县共同出力。"
    assert find_near(text, said, see(text).asked[0].figure) == span
