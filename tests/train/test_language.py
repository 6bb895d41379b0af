"""The encoder foresees characters of a text that repeats itself."""

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="the extra yaowen[train] is not installed")

LINES = "市委书记李明主持会议。\n副市长王芳到沛河调研。\n"
STREAM = np.frombuffer((LINES * 600).encode("utf-16-le"), "<u2")


def make_network(tiny):
    from yaowen.train.network import Network, NetworkSettings

    featuriser, vectors = tiny(LINES)
    settings = NetworkSettings(input_size=24, hidden_size=24)
    return featuriser, Network(*vectors, featuriser.word_size, featuriser.flag_size, {"news_domain": ["ORG"]}, settings)


def test_what_comes_next_is_learnt_and_the_heads_are_left_alone(tiny):
    from yaowen.train.language import LanguageSettings, pretrain_encoder

    torch.manual_seed(1)
    featuriser, network = make_network(tiny)
    head = network.head("news_domain").weight.clone()
    settings = LanguageSettings(characters=16000, window=20, batch=40, size=16, rate=0.02)

    losses = pretrain_encoder(network, featuriser, STREAM, settings, seed=1)

    assert len(losses) == 10
    assert losses[-1] < losses[0] / 4
    assert torch.equal(head, network.head("news_domain").weight)
    assert network.settings.dropout == 0.3


def test_rare_characters_are_not_asked_for():
    from yaowen.train.language import UNSEEN, common_classes

    counts = np.array([0, 1, 3, 2, 1, 0])

    assert common_classes(counts, 2).tolist() == [UNSEEN, UNSEEN, 0, 1, UNSEEN, UNSEEN]
    assert counts.tolist() == [0, 1, 3, 2, 1, 0]


def test_windows_are_drawn_from_all_the_text_before_any_is_read_again():
    from yaowen.train.language import LanguageSettings, choose_windows

    starts = choose_windows(1030, LanguageSettings(characters=2500, window=50), np.random.default_rng(1))

    assert len(starts) == 50
    first = np.sort(starts[:20])
    assert len(np.unique(first)) == len(first)
    assert (np.diff(first) >= 50).all()
    assert 0 <= starts.min() <= starts.max() <= 980


def test_windows_are_told_as_texts_are(tiny):
    from yaowen.train.language import WindowReader

    featuriser, _ = tiny("市委书记李明主持会议。")  # the second line has characters and pairs that are not known
    starts = np.array([0, 5, 13])
    read = WindowReader(featuriser, STREAM, 9, torch.device("cpu"))(starts)
    usual = featuriser([STREAM[start : start + 9].astype(np.int32) for start in starts.tolist()])

    assert np.array_equal(read.characters.numpy(), usual.characters.T)
    assert np.array_equal(read.pairs.numpy()[:, :-1], usual.pairs.T[:, :-1])
    assert not read.pairs[:, -1].any()
    assert read.words.shape == usual.words.transpose(1, 0, 2).shape
    assert read.lengths.tolist() == [9, 9, 9]
    assert len(set(read.characters.ravel().tolist())) > 5


@pytest.mark.parametrize(("text", "characters", "said"), [(30, 100, "has 30 characters"), (9000, 100, "less than one step")])
def test_a_text_that_is_too_short_is_said(tiny, text, characters, said):
    from yaowen.errors import ConfigError
    from yaowen.train.language import LanguageSettings, pretrain_encoder

    featuriser, network = make_network(tiny)
    settings = LanguageSettings(characters=characters, window=20, batch=200)
    with pytest.raises(ConfigError, match=said):
        pretrain_encoder(network, featuriser, STREAM[:text], settings, seed=1)
