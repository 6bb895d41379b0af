"""What sizes say of rows."""

import pytest

from yaowen.page import Box, Look, Printed
from yaowen.schema import BlockRole, FurnitureRole
from yaowen.sizes import USUAL, weigh_sizes

TITLE, PARAGRAPH, SUBHEAD = BlockRole.TITLE, BlockRole.PARAGRAPH, BlockRole.SUBHEAD
UNSURE = Look(0.9, 0.5, {TITLE: 0.4, PARAGRAPH: 0.3, SUBHEAD: 0.3})


def place(size, left=0.0, top=0.0, length=10):
    return Printed(0, length, size, Box(left, top - size, left + length * size, top))


@pytest.mark.parametrize(("size", "role"), [(3.0, TITLE), (1.0, PARAGRAPH), (1.2, SUBHEAD)])
def test_a_role_is_likelier_in_its_usual_size(size, role):
    looks = weigh_sizes([UNSURE, UNSURE], [place(size), place(2.0, top=-40)])
    assert max(looks[0].roles, key=looks[0].roles.get) == role
    assert sum(looks[0].roles.values()) == pytest.approx(1.0)


def test_of_each_role_it_is_told_how_large_it_is_set():
    assert set(USUAL) == {*BlockRole, *FurnitureRole}
    assert all(sum(row) == pytest.approx(1.0) for row in USUAL.values())


def test_a_page_that_is_set_in_one_size_says_nothing_by_it():
    assert weigh_sizes([UNSURE] * 3, [place(1.0)] * 3) == [UNSURE] * 3


@pytest.mark.parametrize(
    ("upper", "lower", "joins"),
    [
        pytest.param(place(2.0), place(2.0, top=-2.5), 0.9, id="two rows of a title"),
        pytest.param(place(2.0), place(1.0, top=-2.5), 0.0, id="a title and its text"),
        pytest.param(place(2.0), place(2.0, top=-30), 0.0, id="two titles"),
        pytest.param(place(1.0), place(1.0, left=12, top=40), 0.9, id="text in two columns"),
        pytest.param(place(2.4, length=1), place(1.0, left=2.6), 1.0, id="a large first character"),
        pytest.param(place(2.0), None, 0.9, id="a row of which nothing is known"),
    ],
)
def test_large_rows_go_on_in_what_is_like_them_and_close(upper, lower, joins):
    looks = weigh_sizes([UNSURE, UNSURE, UNSURE], [upper, lower, place(2.0, top=-90)])
    assert looks[0].joins == joins
