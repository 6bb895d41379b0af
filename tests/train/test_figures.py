"""The network that corrects figures is learnt from annotated paragraphs. Places are invented."""

from pathlib import Path
from random import Random

import numpy as np
import pytest

from facts.figures import see
from yaowen.facts.statistics.figure_network import FigureNetwork, Vocabulary
from yaowen.facts.statistics.figure_reader import Margins, correct_figures
from yaowen.gold.annotated_figures import parse_written

pytest.importorskip("torch")

import torch

from yaowen.facts.statistics.figure_network import POINTERS, TAGS
from yaowen.train.figure_examples import ADDED, UNSAID, Example, read_row
from yaowen.train.figures import export, fit, make_batches, make_tensors

THINGS = ("桥梁", "道路", "学校", "果树", "医院", "公园", "水库", "商店")
PERIODS = ("今年", "去年", "上半年", "2021年")


def make_examples(count: int, random: Random) -> list[Example]:
    """What stands before 共 is measured, whatever stands behind the number, which the rules prefer; always of the county."""
    examples = []
    for _ in range(count):
        (first, second), period = random.sample(THINGS, 2), random.choice(PERIODS)
        raw = f"{period}，全县{first}共{random.randint(11, 99)}个{second}。"
        _, rows = parse_written(f"{raw}\n{raw[raw.index('共') + 1 :][:3]} | {first} | 全县 | {period}\n")
        seen = see(raw)
        examples.append(Example(seen, {0: read_row(rows[0], seen, seen.asked[0])}, 1))
    return examples


def make_vocabulary(examples: list[Example]) -> Vocabulary:
    words = sorted({word.text for example in examples for word in example.seen.words})
    vectors = np.random.default_rng(1).normal(size=(len(words), 8)).astype("float32")
    common = {word: number for number, word in enumerate(words, start=1)}
    return Vocabulary(dict(zip(words, vectors, strict=True)), common, {"个": 1}, ADDED)


def test_what_is_measured_is_learnt_and_the_rules_are_corrected(tmp_path: Path) -> None:
    examples = make_examples(400, Random(1))
    vocabulary = make_vocabulary(examples)
    np.savez(tmp_path / "figures.npz", **export(fit(examples, vocabulary, epochs=6), vocabulary))
    network = FigureNetwork.load(tmp_path / "figures.npz")
    for example in make_examples(20, Random(2)):
        text, asked = example.seen.line.text, example.seen.asked[0]
        ((figure,),) = correct_figures([(example.seen.scopes, [asked.figure])], network, Margins(0, 0, 0))
        assert figure.indicator == text[text.index("县") + 1 : text.index("共")]
        assert figure.scope is not None
        assert figure.scope.text == "全县"
        assert figure.period is not None
        assert figure.period.text == text[: text.index("，")]


def test_the_network_that_ships_reads_as_the_one_that_was_trained(tmp_path: Path) -> None:
    examples = make_examples(8, Random(3))
    vocabulary = make_vocabulary(examples)
    trained = fit(examples, vocabulary, epochs=1)
    np.savez(tmp_path / "figures.npz", **export(trained, vocabulary))
    layout, around, sources, _ = make_tensors(examples, vocabulary)
    with torch.no_grad():
        scores, whole = trained(layout, around, sources)
    for row, (weighed,) in enumerate(FigureNetwork.load(tmp_path / "figures.npz")([example.seen for example in examples])):
        size = len(weighed.tags)
        assert weighed.tags == pytest.approx(scores[row, :size, :TAGS].numpy(), abs=0.02)
        pointers = torch.cat([scores[row, :size, TAGS:], whole[row, [0, 0, 1, 1]][None]]).log_softmax(0).T
        assert weighed.pointers[:, [*range(size), -1]] == pytest.approx(pointers.numpy(), abs=0.02)
        assert weighed.added == whole[row, POINTERS // 2 :].argmax()


def test_annotations_become_tags_and_pointers() -> None:
    raw = "今年，全县新建桥梁13座，惠及2万人。"
    seen = see(raw)
    _, rows = parse_written(f"{raw}\n13座 | 新建…桥梁 | 全县 | 今年\n2万人 | 惠及…[人数] | - | 全县…今年\n")
    bridges, people = (read_row(row, seen, asked) for row, asked in zip(rows, seen.asked, strict=True))
    words = [word.text for word in seen.words]
    assert [word for word, tag in zip(words, bridges.tags, strict=True) if tag] == ["新建", "桥梁"]
    assert bridges.pointers == (words.index("全县"), words.index("全县"), 0, 0)
    assert (bridges.added, people.added) == (ADDED.index(""), ADDED.index("人数"))
    assert people.pointers == (len(words), len(words), UNSAID, UNSAID)


def test_every_example_is_in_one_batch() -> None:
    examples = make_examples(200, Random(4))
    batched = [example for batch in make_batches(examples, Random(1)) for example in batch]
    assert sorted(map(id, batched)) == sorted(map(id, examples))
