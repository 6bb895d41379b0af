import pytest

from yaowen.numerals import read_count


@pytest.mark.parametrize(
    ("written", "number"),
    [("三", 3), ("十", 10), ("十二", 12), ("二十", 20), ("二十三", 23), ("九十九", 99)],
)
def test_a_numeral_stands_for_a_number(written: str, number: int) -> None:
    assert read_count(written) == number


@pytest.mark.parametrize("written", ["", "一二", "十十", "二三十", "十二三", "二十三四", "○", "百"])
def test_what_is_no_numeral_stands_for_none(written: str) -> None:
    assert read_count(written) is None
