from dataclasses import replace
from math import inf

import numpy as np
import pytest

from facts.figures import see
from yaowen.facts.statistics.figure_network import Found, load_network
from yaowen.facts.statistics.figure_reader import (
    LONGEST_LINE,
    PERIOD,
    Margins,
    _is_no_period,
    _make_period,
    _without_marks,
    correct_figures,
    point,
    start_tags,
)
from yaowen.schema import TimeSpan

LINES = (
    "上半年，全市实现旅游收入8.6亿元，同比增长5%。",
    "截至目前，全县新建桥梁13座，惠及2万人。",
    "石桥镇种植果树600亩，亩均收入3000元，带动就业80人。",
)


def rules(raw):
    seen = see(raw)
    return seen.scopes, tuple(asked.figure for asked in seen.asked)


def test_the_rules_stand_where_the_network_must_be_surer_than_it_can_be():
    lines = [rules(raw) for raw in LINES]
    kept = list(correct_figures(lines, margins=Margins(inf, inf, inf)))
    assert [tuple(figures) for figures in kept] == [figures for _, figures in lines]


def test_where_the_rules_find_nothing_the_network_is_asked():
    scopes, figures = rules(LINES[0])
    bare = [replace(figure, indicator=None, scope=None, period=None) for figure in figures]
    (read,) = correct_figures([(scopes, bare)])
    assert read[0].indicator == "旅游收入"
    assert read[0].scope is not None
    assert read[0].scope.text == "全市"
    assert read[0].period is not None
    assert read[0].period.text == "上半年"


def test_an_indicator_that_names_nothing_is_read_anew():
    scopes, figures = rules(LINES[0])
    ((figure, *_),) = correct_figures([(scopes, [replace(each, indicator="赛") for each in figures])])
    assert figure.indicator == "旅游收入"
    ((figure, *_),) = correct_figures([(scopes, [replace(each, indicator="门票收入") for each in figures])])
    assert figure.indicator == "门票收入"


def test_a_scope_is_not_read_in_the_sentences_behind():
    (read,) = correct_figures([rules("粮食总产量达到18万吨，比上年增加0.5万吨。全县种植小麦30万亩。")])
    assert [figure.scope and figure.scope.text for figure in read] == [None, None, "全县"]


def test_a_figure_is_read_the_same_whatever_stands_in_other_lines():
    lines = [rules(raw) for raw in LINES]
    together = [tuple(figures) for figures in correct_figures(lines)]
    assert together == [tuple(next(iter(correct_figures([line])))) for line in lines]


def test_a_line_too_long_to_be_a_paragraph_is_left_to_the_rules():
    scopes, figures = rules("全县新建桥梁13座。" + "山" * LONGEST_LINE)
    assert list(correct_figures([(scopes, figures)])) == [figures]


def test_a_name_in_quotation_marks_keeps_them_where_it_goes_on():
    text = "“两山同护”行动开展以来，“云漠号”"
    assert _without_marks(text, 0, 12) == (0, 12)
    assert _without_marks(text, 13, 18) == (14, 17)
    assert _without_marks(text, 1, 12) == (0, 12)


def test_a_period_has_the_bounds_of_the_dates_in_it():
    (seen,) = [see("2021年至2023年上半年，全县新建桥梁13座。")]
    (said,) = next(iter(load_network()([seen])))
    pointers = np.full_like(said.pointers, -9.0)
    said = said._replace(pointers=pointers, spans=(Found(4, 4, -9.0), Found(0, 1, 0.0)))
    span, gain = point(seen, seen.asked[0], said, PERIOD, ruled=False)
    assert span == (seen.words[0].start, seen.words[1].end)
    assert gain == pytest.approx(18.0)


@pytest.mark.parametrize(("inside", "tags"), [("0110", [0, 1, 2, 0]), ("1011", [1, 0, 1, 2]), ("00", [0, 0])])
def test_a_run_of_words_begins_with_a_tag_of_its_own(inside, tags):
    assert start_tags(np.array([mark == "1" for mark in inside])).tolist() == tags


@pytest.mark.parametrize(
    ("words", "period"), [("今年", "今年上半年"), ("今年上半年开工", "今年上半年"), ("今年上半年", "今年上半年")]
)
def test_a_period_that_the_network_cuts_short_or_too_long_is_the_date_that_stands_there(words, period):
    seen = see("今年上半年开工建桥13座。")
    assert _make_period(seen.line, (0, len(words))) == TimeSpan(period, "--01-01", "--06-30")


@pytest.mark.parametrize(
    ("raw", "period", "words", "kept"),
    [
        ("3月10日9时，会上有200人发言。", None, "3月10日9时", True),
        ("3月10日9时，景区接待游客200人。", None, "3月10日9时", False),
        ("做好今年工作，全年开工项目320个。", TimeSpan("今年"), "全年", True),
        ("上半年开工项目320个。", TimeSpan("上半年"), None, True),
    ],
)
def test_where_the_rules_know_better_what_is_a_period(raw, period, words, kept):
    seen = see(raw)
    start = raw.find(words) if words else 0
    span = (start, start + len(words)) if words else None
    figure = replace(seen.asked[-1].figure, period=period)
    assert _is_no_period(seen.line, figure, span) is kept
