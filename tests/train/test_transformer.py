"""A transformer of two small layers on a text that repeats itself."""

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="the extra yaowen[train] is not installed")


@pytest.fixture
def settings():
    from yaowen.train.transformer import TransformerSettings

    return TransformerSettings(characters=60_000, size=32, layers=2, heads=2, window=16, batch=256, rate=0.01, warm=20)


@pytest.fixture
def transformer(settings):
    from yaowen.train.transformer import Transformer

    torch.manual_seed(1)
    return Transformer(12, settings)


def test_masked_characters_of_a_rhyme_are_learnt(transformer, settings):
    from yaowen.train.transformer import pretrain_transformer

    rhyme = np.tile(np.array([2, 5, 3, 7, 4, 9, 11, 6], np.int16), 200)

    losses = pretrain_transformer(transformer, rhyme, settings, seed=1)

    assert len(losses) == 10
    assert losses[-1] < losses[0] / 4
    assert [layer.dropout for layer in transformer.layers] == [settings.dropout] * 2


def test_short_runs_are_masked_about_as_often_as_asked_for():
    from yaowen.train.transformer import choose_masked

    torch.manual_seed(1)
    masked = choose_masked((400, 200), 0.2, torch.device("cpu")).numpy()
    alone = masked[:, 1:-1] & ~masked[:, :-2] & ~masked[:, 2:]

    assert 0.15 < masked.mean() < 0.22
    assert 0.1 < alone.sum() / masked.sum() < 0.3


def test_what_pads_a_text_does_not_change_its_states(transformer):
    transformer.eval()
    row = torch.tensor([[2, 5, 3, 7, 4]])
    padded = torch.cat((row, torch.tensor([[9, 9, 9]])), dim=1)
    alone = transformer(row, torch.tensor([5]))
    beside = transformer(torch.cat((padded, padded)), torch.tensor([5, 8]))[:1, :5]
    assert torch.allclose(alone, beside, atol=0.05)


def test_places_tell_the_same_characters_apart(transformer):
    transformer.eval()
    states = transformer(torch.tensor([[2, 3, 2, 4]]))[0]
    assert not torch.allclose(states[0], states[2], atol=0.01)
