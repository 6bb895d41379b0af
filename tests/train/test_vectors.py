"""The raw text that vectors are made of."""

import json
import lzma

import pytest

from yaowen.train.vectors import read_paragraphs


@pytest.fixture
def corpus(tmp_path):
    path = tmp_path / "press.jsonl.xz"
    with lzma.open(path, "wt", encoding="utf-8") as file:
        for number in range(200):
            file.write(json.dumps({"id": f"a{number}", "title": "", "text": f"第{number}号渠今天通水。\n短"}) + "\n")
    return path


def test_so_many_articles_are_read_and_so_many_of_them_for_characters(corpus):
    read = list(read_paragraphs(corpus, 0.5, 0.2))

    assert 80 < len(read) < 120
    assert 10 < sum(for_characters for _, for_characters in read) < 30
    assert {"短"}.isdisjoint(text for text, _ in read)


def test_characters_are_those_of_all_that_is_read_or_of_none(corpus):
    assert all(for_characters for _, for_characters in read_paragraphs(corpus, 0.5, 1.0))
    assert not any(for_characters for _, for_characters in read_paragraphs(corpus, 0.5))
