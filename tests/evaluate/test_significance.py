import json

import numpy as np
import pytest

from yaowen.errors import InputError
from yaowen.evaluate import BCubed, PageReport, Report, Score
from yaowen.evaluate.significance import compare, intervals
from yaowen.schema import SourceKind


def report(*scores, name="mentions.strict"):
    pages = (
        PageReport(f"p{number}", str(number), SourceKind.PDF_TEXT, {name: score}, ()) for number, score in enumerate(scores)
    )
    return Report(tuple(pages))


def test_pages_that_are_alike_leave_no_doubt():
    scores = [Score(8, 2, 2)] * 5

    assert intervals(report(*scores)) == {"mentions.strict": pytest.approx((0.8, 0.8))}


def test_an_interval_holds_its_score_and_narrows_with_more_pages():
    few = intervals(report(*[Score(9, 1, 1), Score(1, 9, 9)] * 3))["mentions.strict"]
    many = intervals(report(*[Score(9, 1, 1), Score(1, 9, 9)] * 60))["mentions.strict"]

    assert few[0] < many[0] < 0.5 < many[1] < few[1]


def test_the_bootstrap_is_the_binomial_where_that_is_known():
    """Each of a hundred pages has one name, found or not: recall is a proportion, with a known standard error."""
    low, high = intervals(report(*[Score(1)] * 50, *[Score(0, 1, 1)] * 50))["mentions.strict"]

    assert low == pytest.approx(0.5 - 1.96 * 0.05, abs=0.011)
    assert high == pytest.approx(0.5 + 1.96 * 0.05, abs=0.011)


def test_the_same_seed_gives_the_same_interval():
    pages = report(*(Score(number, 40 - number, number % 7) for number in range(40)))

    assert intervals(pages, 7) == intervals(pages, 7)
    assert intervals(pages, 7) != intervals(pages, 8)


def test_of_one_page_nothing_is_said():
    assert intervals(report(Score(9, 1, 1))) == {}


def test_b_cubed_is_drawn_like_the_others():
    low, high = intervals(report(BCubed(100, 90, 50), BCubed(100, 90, 50), name="segmentation.bcubed"))["segmentation.bcubed"]

    assert low == high == pytest.approx(2 * 0.9 * 0.5 / 1.4)


def test_pages_with_nothing_to_find_widen_no_interval():
    low, _ = intervals(report(Score(8, 2, 2), Score(), Score()))["mentions.strict"]

    assert low == pytest.approx(0.8)


def test_a_gain_on_every_page_is_more_than_noise():
    difference = compare(report(*[Score(5, 5, 5)] * 10), report(*[Score(8, 2, 2)] * 10))["mentions.strict"]

    assert difference.gain == pytest.approx(0.3)
    assert difference.interval == pytest.approx((0.3, 0.3))
    assert difference.p == 2 / 2**10


def test_gains_and_losses_that_cancel_are_noise():
    better, worse = [Score(8, 2, 2)] * 10, [Score(5, 5, 5)] * 10

    difference = compare(report(*better, *worse), report(*worse, *better))["mentions.strict"]

    assert difference.p == 1
    assert difference.interval[0] < 0 < difference.interval[1]


def test_many_pages_are_shuffled_at_random():
    rng = np.random.default_rng(3)
    first = [Score(int(right), 10 - int(right), 10 - int(right)) for right in rng.integers(3, 8, size=40)]
    second = [Score(score.correct + 1, score.missed - 1, score.spurious - 1) for score in first]

    assert compare(report(*first), report(*second))["mentions.strict"].p == 1 / 10_001


def test_a_score_that_only_one_of_them_has_to_answer_for_is_compared():
    """The second makes up a statistic on a page without any."""
    difference = compare(report(Score(), Score()), report(Score(), Score(0, 0, 1)))["mentions.strict"]

    assert (difference.first, difference.second) == (1, 0)
    assert json.loads(json.dumps(difference.interval)) == [-1, 0]


def test_systems_are_compared_on_the_same_pages_only():
    with pytest.raises(InputError, match="not scored on the same pages"):
        compare(report(Score(1)), report(Score(1), Score(1)))
