from dataclasses import replace

import pytest

from yaowen.gold import compile_gold
from yaowen.gold.faults import find_faults
from yaowen.schema import Label, Mention, Person

RAW = "全县植树会\n\n县长林知远讲\n话。栽树3 万棵。\n"
TOML = """raw = "page.txt"
source_kind = "pdf_text"
[[articles]]
text = '''
title: 全县植树会
p: [[县长|ROLE]][[林知远|PERSON]]讲话。栽树3万棵。
'''
[[articles.statistics]]
quote = "3万棵"
indicator = "栽树"
evidence = "栽树3万棵"
"""


@pytest.fixture
def gold(tmp_path):
    (tmp_path / "page.txt").write_text(RAW, "utf-8")
    (tmp_path / "page.toml").write_text(TOML, "utf-8")
    return compile_gold(tmp_path / "page.toml")


def marked(gold, **changes):
    article = gold.articles[0]
    mentions = (replace(article.mentions[0], **changes), *article.mentions[1:])
    return replace(gold, articles=(replace(article, mentions=mentions),))


def test_gold_that_is_right_has_no_faults(gold):
    assert list(find_faults(gold, RAW)) == []


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"source": ((9, 11),)}, "a1: ROLE '县长': its source gives '林知'"),
        ({"source": ((70, 72),)}, "a1: ROLE '县长': its source [70, 72] is no passage of a page of 24 characters"),
        ({"source": ((9, 7),)}, "a1: ROLE '县长': its source [9, 7] is no passage of a page of 24 characters"),
        ({"start": 0, "end": 2}, "a1: ROLE '县长': its start and end give '全县'"),
    ],
)
def test_a_mark_that_does_not_stand_where_it_says_is_told(gold, changes, fault):
    assert list(find_faults(marked(gold, **changes), RAW)) == [fault]


def test_a_mention_within_another_is_told(gold):
    article = gold.articles[0]
    inner = Mention(Label.PERSON, 8, 9, "林", ((9, 10),))
    faults = find_faults(replace(gold, articles=(replace(article, mentions=(*article.mentions, inner)),)), RAW)
    assert list(faults) == ["a1: PERSON '林': begins within PERSON '林知远'"]


def test_a_person_of_no_mention_is_told(gold):
    article = replace(gold.articles[0], persons=(Person("林知远", mentions=(7,)),))
    assert list(find_faults(replace(gold, articles=(article,)), RAW)) == [
        "a1: persons '林知远': there is no mention 7; there are 2"
    ]
