"""Text is broken into rows."""

from dataclasses import replace
from random import Random

import pytest

from yaowen.schema import BlockRole
from yaowen.train.pages import Style
from yaowen.train.pages.draft import Draft
from yaowen.train.pages.press import Press
from yaowen.train.pages.rows import Narrow, clean, fill, hold, hold_words, put_row


class Unlucky(Random):
    """Nothing that is left to chance happens."""

    def random(self) -> float:
        return 0.999


def make_press(*, compress: bool = False) -> Press:
    return Press(Unlucky(1), replace(Style.draw(Random(1)), compress=compress, padding=0.0))


@pytest.mark.parametrize(
    ("text", "width", "rows"),
    [
        ("古桥昨日修缮完工通车", 4, ["古桥昨日", "修缮完工", "通车"]),
        ("古桥昨日。修缮完工", 4, ["古桥昨", "日。修缮", "完工"]),  # no mark that closes begins a row
        ("古桥昨“修缮”完工", 4, ["古桥昨", "“修缮”", "完工"]),  # none that opens ends one
        ("更换石板120块", 5, ["更换石板", "120块"]),  # no number is parted
        ("更换石板1200块", 6, ["更换石板1200", "块"]),  # two digits are as wide as a character
    ],
)
def test_rows_end_where_their_width_does_and_marks_and_numbers_allow(text: str, width: int, rows: list[str]) -> None:
    tokens = hold(text, Draft(BlockRole.PARAGRAPH))
    assert ["".join(char for char, _ in row) for row in fill(make_press(), tokens, width, flush=True)] == rows


def test_the_first_row_of_a_paragraph_leaves_room_for_its_margin() -> None:
    tokens = hold("古桥昨日修缮完工通车", Draft(BlockRole.PARAGRAPH))
    assert list(map(len, fill(make_press(), tokens, 4, flush=False))) == [2, 4, 4]


def test_rows_beside_a_picture_are_narrower() -> None:
    tokens = hold("古桥昨日修缮完工通车两岸往来", Draft(BlockRole.PARAGRAPH))
    assert list(map(len, fill(make_press(), tokens, 4, flush=True, narrow=Narrow(1, 2, 2)))) == [4, 2, 2, 4, 2]


def test_marks_can_be_squeezed_into_a_row() -> None:
    tokens = hold("古桥，昨日，修缮完工", Draft(BlockRole.PARAGRAPH))
    assert [len(fill(make_press(compress=squeezed), tokens, 5, flush=True)[0]) for squeezed in (False, True)] == [4, 6]


def test_spaces_between_words_that_a_part_does_not_hold_are_written_all_the_same() -> None:
    press, draft = make_press(), Draft(BlockRole.CAPTION)
    put_row(press, hold_words("卓然 摄", draft))
    assert press.sheet.raw == "卓然 摄"
    assert ("".join(draft.chars), draft.offsets) == ("卓然摄", [0, 1, 3])


def test_only_spaces_between_letters_stay() -> None:
    assert clean("全长 8 公里 的 Green Line 通车") == "全长8公里的Green Line通车"
