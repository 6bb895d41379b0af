"""Words of a text, and which models are safe to load."""

import gc
import json
import pickle
import sys
from pathlib import Path

import numpy as np
import pytest
import srsly
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from yaowen.errors import ModelError
from yaowen.words import Words


@pytest.fixture
def no_pkuseg(monkeypatch):
    """Importing it is an error."""
    monkeypatch.setitem(sys.modules, "spacy_pkuseg", None)


@pytest.mark.parametrize(
    ("files", "message"),
    [
        ([], "not a pkuseg model, as it has no features.msgpack; make one with python -m yaowen.train.words"),
        (["weights.npz"], "has no features.msgpack"),
        (["features.msgpack"], "has no weights.npz"),
        (["features.msgpack", "model.txt"], "has no weights.npz"),
        (
            ["features.pkl", "weights.npz"],
            "has features.pkl, a pickle that can run any code, but no features.msgpack; make one",
        ),
        (["features.json", "weights.npz"], "has no features.msgpack"),
        (["features.msgpack", "weights.npz"], r"spacy-pkuseg: not installed; pip install 'yaowen\[words\]'"),
    ],
)
@pytest.mark.usefixtures("no_pkuseg")
def test_folders_are_looked_at_before_anything_is_loaded(tmp_path, files, message):
    for name in files:
        (tmp_path / name).write_bytes(b"")

    with pytest.raises(ModelError, match=message):
        Words(tmp_path)("市委书记")


@pytest.mark.usefixtures("no_pkuseg")
def test_a_model_is_a_folder_and_no_name_of_one_to_download():
    with pytest.raises(ModelError, match="news: not a pkuseg model"):
        Words(Path("news"))("市委书记")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("市长李明昨天讲话。", ["市长", "李明", "昨天", "讲话", "。"]),
        (" 市长　昨天\n\n讲话\t", [" ", "市长", "　", "昨天", "\n\n", "讲话", "\t"]),
        ("", []),
        ("\n", ["\n"]),
    ],
)
def test_words_and_blanks(word_model, text, words):
    assert Words(word_model)(text) == words


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=100, deadline=None)
@given(text=st.text("市长李明昨天讲话。12１２abＡ-._,|/*:𠮷😀\ud800\udc00\x00\u200b \t\n\r\x0b\x1c\x85\u2028\u3000"))
def test_words_put_together_are_the_text(word_model, text):
    words = Words(word_model)(text)

    assert "".join(words) == text
    assert all(words)


def test_a_folder_with_the_name_of_a_model_that_could_be_downloaded(word_model, tmp_path, monkeypatch):
    (tmp_path / "news").symlink_to(word_model)
    monkeypatch.chdir(tmp_path)

    assert Words(Path("news"))("昨天讲话") == ["昨天", "讲话"]


class Trap:
    """Leaves a file behind where it is unpickled."""

    def __init__(self, path):
        self.path = str(path)

    def __reduce__(self):
        return open, (self.path, "w")


def damaged(word_model, tmp_path, **changes):
    """The model with other arrays in its weights."""
    folder = tmp_path / "model"
    folder.mkdir()
    with np.load(word_model / "weights.npz", allow_pickle=False) as stored:
        np.savez(folder / "weights.npz", **{**stored, **changes})
    (folder / "features.msgpack").write_bytes((word_model / "features.msgpack").read_bytes())
    return folder


def test_weights_are_not_unpickled(word_model, tmp_path):
    folder = damaged(word_model, tmp_path, w=np.array([Trap(tmp_path / "sprung")], dtype=object))

    with pytest.raises(ModelError, match="pkuseg cannot load it"):
        Words(folder)("市长")

    (folder / "weights.npz").write_bytes(pickle.dumps(Trap(tmp_path / "sprung")))
    with pytest.raises(ModelError, match="pkuseg cannot load it"):
        Words(folder)("市长")
    assert not (tmp_path / "sprung").exists()


def test_a_pickle_beside_the_features_is_not_read(word_model, tmp_path):
    folder = damaged(word_model, tmp_path)
    (folder / "features.pkl").write_bytes(pickle.dumps(Trap(tmp_path / "sprung")))

    assert Words(folder)("昨天讲话") == ["昨天", "讲话"]
    assert not (tmp_path / "sprung").exists()


@pytest.mark.parametrize(
    "changes",
    [
        {"w": np.zeros(7)},
        {"w": np.zeros(35, dtype="float32"), "sizes": np.array([5, 2])},
        {"w": np.zeros(35), "sizes": np.array([5, 2])},
        {"w": np.zeros(0), "sizes": np.array([0, 0])},
        {"sizes": np.array([5])},
    ],
)
def test_weights_that_do_not_fit_the_features(word_model, tmp_path, changes):
    with pytest.raises(ModelError, match=r"pkuseg cannot load it .*make one with"):
        Words(damaged(word_model, tmp_path, **changes))("市长")


@pytest.mark.parametrize("content", [b"", b"\x80", b"{", json.dumps({"unigram": []}).encode()])
def test_features_that_are_no_features(word_model, tmp_path, content):
    folder = damaged(word_model, tmp_path)
    (folder / "features.msgpack").write_bytes(content)

    with pytest.raises(ModelError, match="pkuseg cannot load it"):
        Words(folder)("市长")
    assert gc.isenabled()


def test_features_beyond_the_weights(word_model, tmp_path):
    folder = damaged(word_model, tmp_path)
    features = srsly.read_msgpack(folder / "features.msgpack")
    for number in (-1, 10**9, "1"):
        srsly.write_msgpack(
            folder / "features.msgpack", {**features, "feature_to_idx": {**features["feature_to_idx"], "c.市": number}}
        )
        with pytest.raises(ModelError, match="features beyond the"):
            Words(folder)("市长")
