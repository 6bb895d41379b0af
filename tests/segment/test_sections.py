import pytest

from yaowen.segment.sections import find_behind_jump, find_counted, find_sections

TEXT = "该基地现有大棚86个，年产值达1300万元。"


@pytest.mark.parametrize(
    ("rows", "headings"),
    [
        (["望江种出好日子", TEXT, "01", "抓产业", TEXT, "02", "抓治理", TEXT], [3, 6]),
        (["望江种出好日子", "PART.01", "抓产业", TEXT, "PART.02", "抓治理", TEXT], [2, 5]),
        (["望江种出好日子", TEXT, "07", "望江晚报", "石桥修缮完工", TEXT], []),
        (["望江种出好日子", TEXT, "01", "望江晚报", TEXT], []),
        (["望江种出好日子", "01", TEXT, "02", TEXT], []),
    ],
)
def test_headings_below_numbers_are_of_one_article(rows: list[str], headings: list[int]) -> None:
    assert sorted(find_sections(rows)) == headings


SHOWN = f"清晨六点，望江老街的茶馆里已经坐满了人。{TEXT}{TEXT}"


@pytest.mark.parametrize(
    ("rows", "headings"),
    [
        (["（上接第1版）", "让老手艺有了新饭碗", SHOWN], [1]),
        (["（上接第1版）", SHOWN, SHOWN], []),
        (["（下转第2版）", "石桥修缮完工", SHOWN], []),
    ],
)
def test_a_heading_below_a_jump_line_is_of_what_goes_on(rows: list[str], headings: list[int]) -> None:
    assert sorted(find_behind_jump(rows)) == headings


@pytest.mark.parametrize(
    ("rows", "headings"),
    [
        (["一、大棚建设", TEXT, TEXT, "二、村庄治理", TEXT], [0, 3]),
        (["一、大棚建设", TEXT, "三、村庄治理", TEXT], []),
        (["一、时间：3月12日上午", TEXT, "二、地点：石桥镇粮站", TEXT], []),
        (["一、大棚建设", "二、村庄治理", "三、渠道维修"], []),
    ],
)
def test_counted_headings_are_of_one_article(rows: list[str], headings: list[int]) -> None:
    assert sorted(find_counted(rows)) == headings
