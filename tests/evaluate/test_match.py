from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from yaowen.evaluate.ink import Ink, overlaps
from yaowen.evaluate.match import assign, similarity

WEIGHTS = st.dictionaries(st.tuples(st.integers(0, 4), st.integers(0, 4)), st.integers(1, 9).map(float), max_size=25)


def best_total(weights):
    return max(sum(weights.get((left, right), 0) for left, right in enumerate(order)) for order in permutations(range(5)))


@given(WEIGHTS)
def test_no_other_pairing_weighs_more(weights):
    pairs = assign(weights)

    assert len({left for left, _ in pairs}) == len({right for _, right in pairs}) == len(pairs)
    assert sum(weights[pair] for pair in pairs) == best_total(weights)


def test_spaces_and_widths_do_not_make_a_wording_different():
    assert similarity("增长 １０％", "增长10%") == 1
    assert similarity("进出口额", "进出口总额") == 2 * 4 / 9
    assert similarity(None, None) == 1
    assert similarity("户数", None) == 0


def test_ink_skips_what_layout_added():
    ink = Ink.of("市 委\n书记，\n\n李")

    assert ink.spans(((0, 1), (2, 3), (4, 6))) == ((0, 4),)
    assert ink.spans(((0, 6),)) == ((0, 4),)
    assert ink.spans(((9, 10), (0, 1))) == ((5, 6), (0, 1))
    assert ink.rows == [0, 0, 1, 1, 1, 3]


@given(
    st.lists(st.tuples(st.integers(0, 30), st.integers(1, 6)), max_size=8),
    st.lists(st.tuples(st.integers(0, 30), st.integers(1, 6)), max_size=8),
)
def test_overlaps_are_what_comparing_all_pairs_gives(left, right):
    lefts = [((start, start + size),) for start, size in left]
    rights = [((start, start + size),) for start, size in right]
    expected = {
        (here, there): shared
        for here, ((a, b),) in enumerate(lefts)
        for there, ((c, d),) in enumerate(rights)
        if (shared := min(b, d) - max(a, c)) > 0
    }

    assert overlaps(lefts, rights) == expected
