"""What headlines are about is learnt from articles. Places and people are invented."""

import json
import lzma
from pathlib import Path
from random import Random

import numpy as np
import pytest

from yaowen.errors import YaowenError
from yaowen.segment.topics import TopicNetwork

pytest.importorskip("torch")

from yaowen.train import topics
from yaowen.train.topics import LONGEST_LINE, Article, draw_lots, fit, read_articles, score


def test_articles_are_learnt_from_or_held_out_and_long_lines_are_left_out(tmp_path: Path) -> None:
    rows = [
        {"id": number, "title": "石桥修缮完工", "subtitle": "两岸通行" * LONGEST_LINE, "text": "石桥昨天修缮完工，\n" * 9}
        for number in range(60)
    ]
    for name in topics.SOURCES:
        with lzma.open(tmp_path / f"{name}.jsonl.xz", "wt", encoding="utf-8") as lines:
            lines.writelines(json.dumps(row) + "\n" for row in rows)

    learnt, held = read_articles(tmp_path)

    assert len(learnt) > len(held) > 0
    assert learnt[0] == Article(("石桥修缮完工",), "石桥昨天修缮完工，" * 9)


def test_too_few_articles_are_said_to_be() -> None:
    with pytest.raises(YaowenError, match="too few articles"):
        fit([Article(("石桥修缮完工",), "两岸的村民今起通行。" * 9)], epochs=1)


def test_words_that_go_together_are_learnt(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    random = Random(1)
    pairs = list(zip("石桥修缮完工两岸", "春雨秋收山水日月", strict=True))

    def make() -> Article:
        # What stands in a line is told of in other characters.
        chosen = random.sample(pairs, 3)
        return Article(("".join(line for line, _ in chosen),), "".join(body for _, body in chosen) * 30)

    monkeypatch.setattr(topics, "TOGETHER", 48)
    monkeypatch.setattr(topics, "WARM_UP", 5)
    articles = [make() for _ in range(960)]
    assert {len(lot) for lot in draw_lots(articles, Random(1))} == {48}
    path = tmp_path / "topics.npz"
    np.savez_compressed(path, **fit(articles, epochs=6))
    assert score([make() for _ in range(50)], TopicNetwork.load(path)) > 0.5
