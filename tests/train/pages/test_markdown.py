"""Articles as a photographed page is read."""

import pytest

from yaowen.train.pages.markdown import Column


@pytest.mark.parametrize(
    ("text", "left", "pieces"),
    [
        ("望江县永安石桥昨天完工", 20, ["望江县永安石桥昨天完工"]),
        ("望江县永安石桥昨天完工", 5, ["望江县永安", "石桥昨天完工"]),
        ("望江县永安，石桥昨天完工", 5, ["望江县永安，", "石桥昨天完工"]),
        ("望江县永“安石桥”昨天完工", 5, ["望江县永“安", "石桥”昨天完工"]),
        ("更换石板1200块，昨天完工", 5, ["更换石板1200", "块，昨天完工"]),
    ],
)
def test_the_end_of_a_column_parts_no_number_and_no_mark_from_its_word(text: str, left: int, pieces: list[str]) -> None:
    assert Column(30, left).part(text, is_whole=False) == pieces
    assert Column(30, left).part(text, is_whole=True) == [text]


def test_a_column_has_less_room_after_each_paragraph() -> None:
    column = Column(height=15, left=25)
    assert [column.part(text, is_whole=False) for text in ("石" * 12, "桥" * 20)] == [["石" * 12], ["桥" * 13, "桥" * 7]]
