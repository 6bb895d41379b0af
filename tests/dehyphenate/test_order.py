"""Columns in the order in which they are read. Places are invented."""

import pytest

from yaowen.dehyphenate.columns import JoinColumns
from yaowen.page import Box, Page, Printed

COLUMNS = {
    "a": ("昨日，望江县图书馆推出夜间开放服务，", "每晚延时至十点，三百多个座位几乎坐"),
    "b": ("满，成为市民夜读的好去处。馆方还为夜", "读市民准备了热水和毛毯，并增加了两班"),
    "c": ("安保人员，方便读者安全离馆。记者在馆", "内看到，不少家长带着孩子前来看书。"),
}


def make_page(order, places):
    raw, printed = "", []
    for name in order:
        left, top = places[name]
        for number, row in enumerate(COLUMNS[name]):
            base = top - 1.5 * (number + 1)
            printed.append(Printed(len(raw), len(raw) + len(row), 1.0, Box(left, base, left + 18, base + 1)))
            raw += row + "\n"
    return Page("p", raw, printed=tuple(printed))


@pytest.mark.parametrize("order", ["abc", "bca", "bac"])
def test_columns_side_by_side_are_read_from_the_left(order):
    page = make_page(order, {"a": (0, 100), "b": (20, 100), "c": (40, 100)})
    (paragraph,) = JoinColumns()(page)
    assert str(paragraph.text) == "".join(row for name in "abc" for row in COLUMNS[name])


@pytest.mark.parametrize(
    "places", [{"a": (0, 40), "b": (20, 100), "c": (40, 100)}, {"a": (60, 100), "b": (0, 100), "c": (20, 100)}]
)
def test_columns_that_do_not_stand_side_by_side_stay_in_the_order_of_the_page(places):
    texts = [str(paragraph.text) for paragraph in JoinColumns()(make_page("bca", places))]
    assert "".join(texts) == "".join(row for name in "bca" for row in COLUMNS[name])
