"""Rows of tables in text dumps. Places and people are invented."""

from array import array

import pytest

from yaowen.dehyphenate.tables import part_cells
from yaowen.markup import cells_of
from yaowen.rows import Row
from yaowen.text import Text


@pytest.mark.parametrize(
    ("rows", "cells"),
    [
        (["名次 队名 胜", "1 石桥队 9", "2 望江队 8"], [3, 3, 3]),
        (["指数 收盘 涨跌", "石桥指数 3412.56 +0.84%", "望江指数 2210.08 -1.45%", "（卓然）"], [3, 3, 3, 1]),
        (["卓然 石小满 温立达", "韦岚 白鹤 方小禾", "柏川 米禾 韦青"], [1, 1, 1]),
        (["名次 队名 胜", "1 石桥队 9"], [1, 1]),
        (["2026年 3月 5日", "2026年 3月 6日", "2026年 3月 7日"], [1, 1, 1]),
    ],
)
def test_rows_with_as_many_cells_are_a_table_where_they_count(rows: list[str], cells: list[int]) -> None:
    parted = part_cells([Row(Text(chars, array("q", range(len(chars)))), gap=False, indent=0.0) for chars in rows])
    assert [len(cells_of(row.text)) for row in parted] == cells
