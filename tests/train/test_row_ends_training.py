"""Which row goes on in which is learnt from articles. Places and people are invented."""

import json
import lzma
from pathlib import Path
from random import Random

import numpy as np
import pytest

from yaowen.errors import YaowenError
from yaowen.row_ends import RowEndsNetwork

pytest.importorskip("torch")

from yaowen.train import row_ends
from yaowen.train.row_ends import Border, break_rows, draw_lots, find_borders, fit, read_articles, score


def test_paragraphs_are_broken_as_columns_break_them() -> None:
    assert break_rows("石桥昨天修缮完工。两岸的村民今起通行，", 9) == ["石桥昨天修缮完", "工。两岸的村民今起", "通行，"]
    assert break_rows("石桥昨天修缮完。”两岸", 9) == ["石桥昨天修缮完。”", "两岸"], "marks that close hang out of the row"
    borders = list(find_borders(["石桥昨天修缮完工。", "两岸通行。"], 9))
    assert borders == [Border("石桥昨天修缮完", "工。"), Border("工。", "两岸通行。")]


def test_articles_are_learnt_from_or_held_out_and_headings_are_left_out(tmp_path: Path) -> None:
    text = "\n".join(["石桥修缮完工", *["石桥昨天修缮完工，两岸的村民今起通行，" * 3] * 6])
    rows = [{"id": number, "title": "石桥", "text": text} for number in range(60)]
    for name in row_ends.SOURCES:
        with lzma.open(tmp_path / f"{name}.jsonl.xz", "wt", encoding="utf-8") as lines:
            lines.writelines(json.dumps(row) + "\n" for row in rows)

    learnt, held = read_articles(tmp_path)

    assert len(learnt) > len(held) > 0
    assert len(learnt[0]) == 6


def test_too_few_rows_are_said_to_be() -> None:
    with pytest.raises(YaowenError, match="too few rows"):
        fit([["石桥昨天修缮完工，两岸的村民今起通行，"]], epochs=1)


def test_the_next_row_is_learnt(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    random = Random(1)
    pairs = [f"{first}{second}" for first in "石桥修缮完工" for second in "两岸通车今起"]

    def make() -> list[str]:
        # Of a text made of pairs of characters, a row that ends within one goes on with the other half.
        return ["".join(random.choices(pairs[::7], k=60)) for _ in range(3)]

    monkeypatch.setattr(row_ends, "WIDTHS", range(11, 12))
    monkeypatch.setattr(row_ends, "TOGETHER", 64)
    monkeypatch.setattr(row_ends, "WARM_UP", 5)
    articles = [make() for _ in range(120)]
    assert {len(lot) for lot in draw_lots(articles, Random(1))} == {64}
    path = tmp_path / "row_ends.npz"
    np.savez_compressed(path, **fit(articles, epochs=4))
    assert score([make() for _ in range(20)], RowEndsNetwork.load(path)) > 0.25
