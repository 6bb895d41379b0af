"""Which row goes on in which. Places and people are invented."""

import pytest

from two_columns import LEFT, RIGHT
from yaowen import row_ends
from yaowen.row_ends import READ, number_ends, read_ends


@pytest.mark.parametrize("upper", [2, 3, 7, 9, 10])
def test_a_row_goes_on_in_that_which_takes_up_its_words(upper: int) -> None:
    rows = (*LEFT, *RIGHT)
    ends = read_ends(rows)
    (fits,) = ends.fit_all([upper], range(len(rows)))
    assert max(range(len(rows)), key=fits.__getitem__) == upper + 1
    assert fits[upper + 1] == pytest.approx(ends.fit(upper, upper + 1), abs=1e-4)


def test_short_rows_are_filled_up_on_the_side_that_is_not_read_and_figures_look_alike() -> None:
    places = {"石": 2, "桥": 3, "0": 4, "a": 5}
    ends, begins = number_ends(["石 桥12x", "石３甲" * READ], places)
    assert ends[0] == [0] * (READ - 5) + [2, 3, 4, 4, 5]
    assert begins[0] == [2, 3, 4, 4, 5] + [0] * (READ - 5)
    assert begins[1][:3] == [2, 4, 1]
    assert {len(row) for row in (*ends, *begins)} == {READ}


def test_no_rows_are_no_trouble() -> None:
    assert read_ends([]).ends.shape[0] == 0


def test_a_long_page_is_read_in_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = read_ends(LEFT)
    monkeypatch.setattr(row_ends, "TOGETHER", 4)
    parts = read_ends(LEFT)
    assert parts.ends.shape == whole.ends.shape
    assert abs(parts.begins - whole.begins).max() < 1e-4
