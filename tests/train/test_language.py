"""The encoder foresees characters of a text that repeats itself."""

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="the extra yaowen[train] is not installed")

LINES = "市 委 书 记 李 明 主 持 会 议 。\n副 市 长 王 芳 到 沛 河 调 研 。\n"


@pytest.fixture
def text(tmp_path):
    path = tmp_path / "all.characters"
    path.write_text(LINES * 600, "utf-8")
    return path


def make_network(text, tiny):
    from yaowen.train.network import Network, NetworkSettings

    featuriser, vectors = tiny(text.read_text("utf-8").replace(" ", ""))
    settings = NetworkSettings(input_size=24, hidden_size=24)
    return featuriser, Network(*vectors, featuriser.word_size, featuriser.flag_size, {"news_domain": ["ORG"]}, settings)


def test_what_comes_next_is_learnt_and_the_heads_are_left_alone(text, tiny):
    from yaowen.train.language import LanguageSettings, pretrain_encoder

    torch.manual_seed(1)
    featuriser, network = make_network(text, tiny)
    head = network.head("news_domain").weight.clone()
    settings = LanguageSettings(characters=16000, window=20, batch=40, size=16, rate=0.02)

    losses = pretrain_encoder(network, featuriser, text, settings, seed=1, rank=0, workers=1)

    assert len(losses) == 10
    assert losses[-1] < losses[0] / 4
    assert torch.equal(head, network.head("news_domain").weight)
    assert network.settings.dropout == 0.3


def test_rare_characters_are_not_asked_for():
    from yaowen.train.language import UNSEEN, common_classes

    rows = np.array([[2, 2, 2, 3, 3, 4, 1, 0]])

    assert common_classes(rows, 6, 2).tolist() == [UNSEEN, UNSEEN, 0, 1, UNSEEN, UNSEEN]


def test_windows_are_drawn_from_all_the_text_and_cut_to_one_length(text):
    from yaowen.model.fold import code_points
    from yaowen.train.language import LanguageSettings, read_windows

    windows = read_windows(text, LanguageSettings(characters=1000, window=50), np.random.default_rng(1))

    assert windows.shape == (20, 50)
    assert set(windows.ravel().tolist()) == set(code_points(LINES.replace(" ", "")).tolist())
