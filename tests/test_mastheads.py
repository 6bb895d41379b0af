import pytest

from yaowen.mastheads import Kind, read_parts


@pytest.mark.parametrize(
    ("row", "parts"),
    [
        ("云岭日报 | 07 | 文体 | 2024年5月7日 星期二", [Kind.PAPER, Kind.NUMBER, Kind.SECTION, Kind.DAY, Kind.WEEKDAY]),
        ("云 岭 日 报 要 闻", [Kind.PAPER, Kind.SECTION]),
        ("第24期（总第1863期）", [Kind.ISSUE, Kind.ISSUE]),
        ("第 88 期 共 4 版", [Kind.ISSUE, Kind.OTHER]),
        ("2024年5月7日，星期二，甲辰年三月廿九", [Kind.DAY, Kind.WEEKDAY, Kind.LUNAR]),
        ("二〇二四年五月七日", [Kind.DAY]),
        ("2024年5月", [Kind.PART_OF_DAY]),
        ("中共云岭市委主管主办 今日12版", [Kind.PUBLISHER, Kind.FRONT]),
        ("国内统一连续出版物号 CN 00-0001 邮发代号 00-1", [Kind.FRONT, Kind.FRONT]),
        ("责任编辑：王一 李二 校对/石小满 电话：0550-0000000", [Kind.STAFF, Kind.STAFF, Kind.STAFF, Kind.OTHER]),
        ("2024-05-07 10:20 来源：云岭发布", [Kind.DAY, Kind.STAMP, Kind.STAMP]),
        ("2024年5月7日 晴 12℃～20℃", [Kind.DAY, Kind.OTHER, Kind.OTHER, Kind.OTHER]),
        ("A3 山海", [Kind.NUMBER, Kind.SECTION]),
        ("防汛 2版", [Kind.FOREIGN, Kind.PAGE]),
        ("CCTV-5", [Kind.OTHER, Kind.FOREIGN]),
        ("情况通报", [Kind.FOREIGN]),
        ("会议今天召开。", []),
        ("（下转第3版）", []),
    ],
)
def test_rows_are_told_by_their_parts(row, parts):
    assert [part.kind for part in read_parts(row)] == parts


@pytest.mark.parametrize(
    ("row", "value"),
    [
        ("第03版", 3),
        ("第十十版", None),
        ("二○二四年十十月一日", None),
        ("A06版", 6),
        ("第三版", 3),
        ("十二版", 12),
        ("03", 3),
        ("２０２４年５月７日", "2024-05-07"),
        ("2024.5.7", "2024-05-07"),
        ("2024/05/07", "2024-05-07"),
        ("二○二四年十二月二十三日", "2024-12-23"),
        ("2024年2月31日", None),
        ("云岭晚报数字报", "云岭晚报"),
        ("副 刊 · 都 市", "副刊·都市"),
        ("第 12345 号", 12345),
    ],
)
def test_a_part_has_the_value_that_it_says(row, value):
    assert [part.value for part in read_parts(row)] == [value]


@pytest.mark.parametrize("row", ["今日头版", "今日封面版", "今日立冬", "今日电视节目", "今日油价"])
def test_what_stands_on_a_page_today_is_no_paper(row: str) -> None:
    assert Kind.PAPER not in [part.kind for part in read_parts(row)]


def test_a_section_may_have_three_names() -> None:
    assert [part.value for part in read_parts("文化·校园·健康")] == ["文化·校园·健康"]
