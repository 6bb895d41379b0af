"""Jump lines say on which page an article goes on, or began."""

import pytest

from yaowen.jumps import JUMP_FROM, JUMP_ON, is_jump
from yaowen.segment.cutting import read_number


@pytest.mark.parametrize(
    ("line", "page"),
    [
        ("（下转第3版）", 3),
        ("【下转第3版】", 3),
        ("[下转第3版]", 3),
        ("(下转 4 版)", 4),
        ("（紧转第十二版）", 12),
        ("（下转第０５版）", 5),
        ("（下转第 三 版）", 3),
        ("下转第4版▶", 4),
        ("→下转4版", 4),
        ("（紧接第二版）", 2),
    ],
)
def test_jump_lines_name_a_page(line: str, page: int) -> None:
    match = JUMP_ON.search("让群众满意。" + line)
    assert match is not None
    assert read_number(match["page"]) == page


def test_a_jump_line_names_no_page_with_what_is_no_number() -> None:
    match = JUMP_ON.search("让群众满意。（下转第十十版）")
    assert match is not None
    assert read_number(match["page"]) is None


@pytest.mark.parametrize("line", ["（上接第1版）造林绿化", "上接第一版 造林绿化", "◀上接1版"])
def test_a_page_goes_on_from_another(line: str) -> None:
    match = JUMP_FROM.match(line)
    assert match is not None
    assert read_number(match["page"]) == 1


@pytest.mark.parametrize("text", ["他把文件下转各版", "这些意见下转3版编辑", "上接天线，下转地气", "上接第一版块"])
def test_what_goes_on_nowhere_is_no_jump(text: str) -> None:
    assert not JUMP_ON.search(text)
    assert not JUMP_FROM.match(text)


@pytest.mark.parametrize(
    "row",
    ["（下转第3版）", " 下转A3版▶ ", "（下转03版·要闻）", "<<上接第1版", "【下转第3版】", "[上接第1版]", "（紧接第一版）"],
)
def test_a_row_may_be_a_jump_line(row: str) -> None:
    assert is_jump(row)


@pytest.mark.parametrize("row", ["让群众满意。（下转第3版）", "（上接第1版）造林绿化", "上接第1版 造林绿化", "转第3版", ""])
def test_a_row_that_holds_more_is_none(row: str) -> None:
    assert not is_jump(row)
