"""What rows look like is learnt from pages whose cuttings are known. Places and people are invented."""

from pathlib import Path
from random import Random

import numpy as np
import pytest

from yaowen.page import CutPage
from yaowen.row_network import RowNetwork
from yaowen.rows import read_rows
from yaowen.schema import BlockRole
from yaowen.train.copy import Copy
from yaowen.train.pages import make_page
from yaowen.train.rows import Example, count_chars, make_example, score

BODY = (
    "本报望江3月2日电 （记者卓然）历时8个月，望江县永安石桥修缮工程昨天完工。",
    "修缮按照“修旧如旧”的原则进行，更换石板120块。附近居民说，孩子上学少走了两公里。",
)
COPY = Copy(("望江县永安石桥修缮工程圆满收官",), tuple((BlockRole.PARAGRAPH, line) for line in BODY))


def make_pages(count: int, seed: int) -> list[CutPage]:
    random = Random(seed)
    return [make_page([COPY] * random.randint(1, 3), random) for _ in range(count)]


def make_examples(pages: list[CutPage], places: dict[str, int]) -> list[Example]:
    return [example for page, cuttings in pages if (example := make_example(page, cuttings, places))]


def test_rows_are_learnt_from_pages(tmp_path: Path) -> None:
    pytest.importorskip("torch")
    from yaowen.train.row_fitting import train_several

    pages = make_pages(150, 1)
    chars = count_chars(pages)
    examples = make_examples(pages, {char: number for number, char in enumerate(chars, start=1)})
    np.savez(tmp_path / "rows.npz", **train_several([examples, examples], chars, width=48, epochs=12))
    network = RowNetwork.load(tmp_path / "rows.npz")
    assert len(network.members) == 2
    shares = score(make_pages(20, 2), network)
    assert min(shares.values()) > 0.85, shares


def test_pages_that_are_learnt_from_together_do_not_see_one_another(tmp_path: Path) -> None:
    torch = pytest.importorskip("torch")
    from yaowen.train.row_fitting import train, train_several

    pages = make_pages(5, 3)
    chars = count_chars(pages, least=1)
    examples = make_examples(pages, {char: number for number, char in enumerate(chars, start=1)})
    reader = train(examples, chars, width=8, epochs=1, seed=1)
    np.savez(tmp_path / "rows.npz", **train_several([examples], chars, width=8, epochs=1))
    network = RowNetwork.load(tmp_path / "rows.npz")
    whole = [np.concatenate([getattr(example, part) for example in examples]) for part in ("numbers", "chars")]
    together = reader(*map(torch.from_numpy, whole), [len(example.joins) for example in examples])
    alone = [look.joins for page, _ in pages for look in network(page, read_rows(page))]
    assert alone == pytest.approx(together[:, 0].sigmoid().tolist(), abs=0.01)
