"""The conditional random field against sums over all sequences, written out."""

import itertools

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="the extra yaowen[train] is not installed")

LENGTHS = (1, 2, 3, 5)


@pytest.fixture
def field():
    from yaowen.train.crf import Crf

    torch.manual_seed(3)
    crf = Crf(["ORG"])
    torch.nn.init.normal_(crf.weights)
    return crf, torch.randn(max(LENGTHS), len(LENGTHS), 5) * 3


def sequences(crf, scores, column, length):
    """Every sequence of tags with its score."""
    transitions = crf.transitions().detach()
    size = scores.shape[2]
    for tags in itertools.product(range(size), repeat=length):
        steps = (size, *tags, size)
        total = sum(transitions[a, b] for a, b in itertools.pairwise(steps))
        yield tags, float(total + sum(scores[place, column, tag] for place, tag in enumerate(tags)))


def test_the_partition_is_the_sum_over_all_sequences(field):
    crf, scores = field
    found = crf.partition(scores, torch.tensor(LENGTHS)).detach().numpy()
    for column, length in enumerate(LENGTHS):
        totals = [total for _, total in sequences(crf, scores, column, length)]
        assert found[column] == pytest.approx(np.logaddexp.reduce(totals), abs=1e-3)


def test_marginals_are_shares_of_all_sequences(field):
    crf, scores = field
    found = crf.marginals(scores, torch.tensor(LENGTHS)).numpy()
    for column, length in enumerate(LENGTHS):
        whole = np.logaddexp.reduce([total for _, total in sequences(crf, scores, column, length)])
        expected = np.zeros((length, 5))
        for tags, total in sequences(crf, scores, column, length):
            expected[np.arange(length), list(tags)] += np.exp(total - whole)
        assert found[:length, column] == pytest.approx(expected, abs=1e-3)


def test_a_sure_goal_costs_its_own_improbability(field):
    from yaowen.train.crf import Target

    crf, scores = field
    tags = torch.zeros(max(LENGTHS), len(LENGTHS), dtype=torch.int64)
    tags[:3, 2] = torch.tensor([1, 3, 0])  # B E O
    loss = float(crf.loss(scores, Target.sure(tags), torch.tensor(LENGTHS)).detach())
    expected = 0.0
    for column, length in enumerate(LENGTHS):
        known = dict(sequences(crf, scores, column, length))
        expected += np.logaddexp.reduce(list(known.values())) - known[tuple(tags[:length, column].tolist())]
    assert loss == pytest.approx(expected, abs=1e-2)


def test_a_doubtful_goal_is_the_mean_of_its_two_readings(field):
    from yaowen.train.crf import Target

    crf, scores = field
    one, other = torch.zeros(2, 1, dtype=torch.int64), torch.tensor([[1], [3]])
    lengths, scores = torch.tensor([2]), scores[:2, :1]
    first, second = (float(crf.loss(scores, Target.sure(tags), lengths).detach()) for tags in (one, other))

    def doubtful(share):
        return float(crf.loss(scores, Target(one, other, torch.full((2, 1), share)), lengths).detach())

    for share in (1.0, 0.9, 0.4, 0.0):
        assert doubtful(share) == pytest.approx(share * first + (1 - share) * second, abs=1e-4)


def test_neighbours_in_doubt_are_drawn_together(field):
    """By one number: below both shares it means the first tags, above both the others, between them one of each."""
    from yaowen.train.crf import Target

    crf, scores = field
    lengths, scores = torch.tensor([2]), scores[:2, :1]

    def loss(*tags):
        return float(crf.loss(scores, Target.sure(torch.tensor(tags)[:, None]), lengths).detach())

    target = Target(torch.tensor([[0], [0]]), torch.tensor([[4], [4]]), torch.tensor([[0.9], [0.7]]))
    drawn = 0.7 * loss(0, 0) + 0.2 * loss(0, 4) + 0.1 * loss(4, 4)
    assert float(crf.loss(scores, target, lengths).detach()) == pytest.approx(drawn, abs=1e-4)


def test_long_texts_with_strong_scores_stay_finite():
    from yaowen.train.crf import Crf, Target

    crf = Crf(["PERSON", "ORG"])
    scores = (torch.randn(700, 2, 9) * 60).requires_grad_()
    loss = crf.loss(scores, Target.sure(torch.zeros(700, 2, dtype=torch.int64)), torch.tensor([700, 1]))
    loss.backward()
    assert torch.isfinite(loss)
    assert torch.isfinite(scores.grad).all()
    assert scores.grad.abs().sum() > 0
