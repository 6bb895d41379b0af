import pytest

from yaowen.model.fold import code_points, fold


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("１０月１２日，晴。", "00月00日,晴。"),
        ("2023年", "0000年"),
        ("「云岭」报", "“云岭”报"),
        ("ＡＢＣ（甲）", "ABC(甲)"),
        ("㎡", "㎡"),  # would become two characters
        ("", ""),
        ("\ud800孤", "\ud800孤"),
        ("𝟙𠀀", "0𠀀"),
    ],
)
def test_folding_keeps_every_character_in_its_place(text, folded):
    assert fold(text) == folded
    assert len(code_points(text)) == len(text)
