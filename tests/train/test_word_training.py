"""Words are learnt from sentences whose words are parted by blanks."""

import sys

import pytest

from yaowen.errors import ConfigError, InputError
from yaowen.train.scoring import Count
from yaowen.train.words import TESTS, draw, main, read_sentences, score, train

SENTENCES = [["市长", "到", "云岭"], ["书记", "讲话", "。"], ["昨天", "讲话", "。"]]


def write_corpora(folder, text):
    for name in ("seg/pfr199801/train.txt", "seg/pfr199801/dev.txt", *TESTS):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    return folder


def test_sentences_are_lines_of_words(tmp_path):
    (tmp_path / "a.txt").write_text("市长  到 云岭　。\n\n讲话\n", "utf-8")

    assert read_sentences(tmp_path / "a.txt") == [["市长", "到", "云岭", "。"], ["讲话"]]


@pytest.mark.parametrize(("text", "message"), [(None, "cannot be read.*give the folder"), (" \n", "no words there")])
def test_a_corpus_that_is_none(tmp_path, text, message):
    if text is not None:
        (tmp_path / "a.txt").write_text(text, "utf-8")

    with pytest.raises(InputError, match=f"a.txt: {message}"):
        read_sentences(tmp_path / "a.txt")


def test_the_same_sentences_are_drawn_until_there_are_words_enough():
    assert list(draw(SENTENCES, 4)) == list(draw(SENTENCES, 6))
    assert len(list(draw(SENTENCES, 4))) == 2
    assert sorted(draw(SENTENCES, 99)) == sorted(SENTENCES)
    assert list(draw(SENTENCES, 0)) == []


def test_a_word_is_right_from_its_first_character_to_its_last():
    cuts = {
        "读": ["读"],
        "市长到云岭": ["市", "长", "到", "云岭"],
        "书记讲话。": ["书记", "讲话。"],
        "昨天讲话。": SENTENCES[2],
    }

    count, speed = score(cuts.__getitem__, SENTENCES)

    assert count == Count(correct=2 + 1 + 3, found=4 + 2 + 3, there=9)
    assert speed > 0


def test_without_pkuseg_the_command_says_what_to_install(tmp_path, monkeypatch, capsys):
    monkeypatch.setitem(sys.modules, "spacy_pkuseg", None)

    assert main([str(write_corpora(tmp_path, "市长 讲话\n")), str(tmp_path / "model")]) == 2
    assert main([str(tmp_path / "nowhere"), str(tmp_path / "model")]) == 2

    errors = capsys.readouterr().err
    assert "yaowen: spacy-pkuseg: not installed; pip install 'yaowen[words]'" in errors
    assert "nowhere/seg/pfr199801/train.txt: cannot be read" in errors


def test_too_few_sentences_are_refused(tmp_path):
    pytest.importorskip("spacy_pkuseg", reason="the extra yaowen[words] is not installed")

    with pytest.raises(ConfigError, match="3 sentences to train on; pkuseg needs 10"):
        train(SENTENCES, SENTENCES, tmp_path / "model", iterations=1)


def test_the_command_trains_and_scores(tmp_path, capsys):
    pytest.importorskip("spacy_pkuseg", reason="the extra yaowen[words] is not installed")
    lines = "".join(f"{' '.join(words)}\n" for words in SENTENCES * 8)

    assert main([str(write_corpora(tmp_path, lines)), str(tmp_path / "model"), "--iterations", "6"]) == 0

    out = capsys.readouterr().out
    for part in TESTS:
        assert f"{part}: precision 100.0%, recall 100.0%, f1 100.0% of 72 words; " in out


def test_training_again_gives_the_same_model(tmp_path):
    pytest.importorskip("spacy_pkuseg", reason="the extra yaowen[words] is not installed")
    for name in ("one", "two"):
        train(SENTENCES * 4, SENTENCES, tmp_path / name, iterations=2)

    for file in ("features.msgpack", "weights.npz"):
        assert (tmp_path / "one" / file).read_bytes() == (tmp_path / "two" / file).read_bytes()
