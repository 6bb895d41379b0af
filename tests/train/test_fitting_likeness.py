"""What the words of a headline tell of its body is learnt from articles. Places are invented."""

from random import Random

import pytest

from yaowen.schema import BlockRole, Genre
from yaowen.train.copy import Copy

pytest.importorskip("torch")

from yaowen.train.likeness import Article, fit, make_examples, make_groups

THINGS = ("桥梁", "道路", "学校", "果树", "医院", "公园", "水库", "商店", "粮仓")


def make_article(thing: str, *, apt: bool = True) -> Article:
    return Article([(BlockRole.TITLE, f"望江{thing}完工" if apt else "喜事临门")], f"望江县的{thing}昨天完工，村民说好。")


def test_a_line_is_set_beside_each_body_of_its_group() -> None:
    """Its own weighs as much as all others together; one body alone tells nothing."""
    three = [make_article(thing) for thing in THINGS[:3]]
    examples = make_examples([(three, 2.0), (three[:1], 1.0)])[BlockRole.TITLE]
    assert [(own, weight) for _, own, weight in examples[:3]] == [(1.0, 2.0), (0.0, 1.0), (0.0, 1.0)]
    assert len(examples) == 9


def test_it_learns_that_shared_words_speak_for_a_body() -> None:
    random = Random(1)
    groups = [([make_article(thing, apt=random.random() < 0.9) for thing in random.sample(THINGS, 4)], 1.0) for _ in range(60)]
    examples = make_examples(groups)[BlockRole.TITLE]
    *counts, rest = fit(examples)
    told = [
        (rest + sum(count * value for count, value in zip(counts, values, strict=True)), own) for values, own, _ in examples
    ]
    right = [(weight > 0) == bool(own) for weight, own in told]
    assert sum(right) > 0.9 * len(right)


def test_groups_are_articles_of_copies() -> None:
    """A long title may stand on two lines; of some bodies only a part is there."""
    said = "望江县的桥梁昨天完工，村民说好。" * 40
    body = ((BlockRole.PARAGRAPH, said),)
    copies = [Copy((f"望江县第{number:02}座桥梁昨天建成通车",), body, Genre.NEWS, kicker="好") for number in range(20)]
    (group, *_) = groups = list(make_groups(copies, 8, Random(3)))
    assert 4 <= len(group) <= 9
    rows = {tuple(line for role, line in article.lines if role == BlockRole.TITLE) for group in groups for article in group}
    assert {"".join(lines) for lines in rows} <= {"".join(copy.title) for copy in copies}
    assert {len(lines) for lines in rows} == {1, 2}
    assert {len(article.text) < len(said) for group in groups for article in group} == {True, False}
