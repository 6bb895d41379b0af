import pytest

from yaowen.imprints import find_apart, find_names, name_furniture
from yaowen.schema import FurnitureRole, Publication

PAPER = Publication(name="望江晚报")


@pytest.mark.parametrize(
    ("row", "role"),
    [
        ("您当前的位置：望江网 > 新闻中心 > 县区 > 正文", FurnitureRole.NAVIGATION),
        ("新闻中心 » 县区 » 正文", FurnitureRole.NAVIGATION),
        ("首页 / 新闻 / 县区", FurnitureRole.NAVIGATION),
        ("WANGJIANG WANBAO", FurnitureRole.MASTHEAD),
        ("中共望江县委主办 望江县融媒体中心编辑出版 内部资料 免费交流", FurnitureRole.MASTHEAD),
        ("中共云岭省委机关报 云岭日报社出版", FurnitureRole.MASTHEAD),
        ("新闻热线:0550-0000000 望江晚报社官方网站:www.wjwb.example 本版编辑 卓然 版式 石满 校对 温立", FurnitureRole.OTHER),
        ("本期8版 免费赠阅 定价一元", FurnitureRole.OTHER),
        ("望江新闻客户端 www.wjwb.example", FurnitureRole.OTHER),
        ("责任编辑：卓然 版式设计：石小满 投稿邮箱：wj@example.com", FurnitureRole.OTHER),
        ("第03版 要闻 微信公众号：望江发布", FurnitureRole.PAGE_HEADER),
        ("今天白天到夜里多云转晴 北风3到4级 -2℃~9℃", FurnitureRole.OTHER),
        ("征稿启事：本报副刊征集散文、诗歌，来稿请寄编辑部。", FurnitureRole.OTHER),
        ("新闻热线 0550-0000000", FurnitureRole.OTHER),
        ("官方网站今天上线运行", None),
        ("咨询电话：0550-0000000", None),
        ("联系人：卓然 0550-0000000", None),
        ("多云", None),
        ("望江县文化馆主办", None),
        ("望江新闻客户端", None),
        ("今年3至5月晴多雨少", None),
        ("收入>支出", None),
    ],
)
def test_rows_in_which_a_paper_speaks_of_itself(row: str, role: FurnitureRole | None) -> None:
    assert name_furniture(row, Publication()) == role


@pytest.mark.parametrize(
    ("row", "role"),
    [
        ("副刊·都市", FurnitureRole.PAGE_HEADER),
        ("副刊·都市 7", FurnitureRole.PAGE_HEADER),
        ("07 | 副刊·都市 | 望江晚报 | 2024年5月7日 星期二", FurnitureRole.PAGE_HEADER),
        ("2024年5月", FurnitureRole.PAGE_HEADER),
        ("2024年5月7", FurnitureRole.PAGE_HEADER),
        ("望江晚报 2024年5月7日 第88期", FurnitureRole.MASTHEAD),
        ("2023年5月", None),
        ("经济·产业", None),
        ("山海晚报 7", None),
        ("12 3", None),
    ],
)
def test_rows_that_head_this_page_are_none_of_an_article(row: str, role: FurnitureRole | None) -> None:
    publication = Publication(name="望江晚报", issue_date="2024-05-07", page_number=7, page_name="副刊·都市")
    assert name_furniture(row, publication) == role


def test_a_day_that_is_set_in_rows_is_joined_to_nothing() -> None:
    publication = Publication(name="望江晚报", issue_date="2024-05-07")
    assert find_apart(["本届运动会共", "2024年5月", "7", "星期二", "昨日落幕"], publication) == {1, 3}


@pytest.mark.parametrize(
    ("rows", "names"),
    [
        (["望江新闻", "WANGJIANG NEWS"], [0]),
        (["望江新闻", "石桥修缮完工"], []),
        (["石桥修缮完工", "望江晚报"], [1]),
    ],
)
def test_the_name_of_a_paper_is_known_by_its_latin_letters(rows: list[str], names: list[int]) -> None:
    assert list(find_names(rows, PAPER)) == names


def test_stamps_of_the_web_go_on_in_nothing() -> None:
    rows = ["石桥修缮完工", "2024-05-08 来源:望江晚报 浏览:411", "作者：记者 石小满", "字号 T T", "老渡", "2024-05-08"]
    assert find_apart(rows, PAPER) == {1, 3}


def test_rows_of_the_paper_end_no_sentence_of_an_article() -> None:
    rows = ["校长骆行舟汇", "望江晚报", "WANGJIANG WANBAO", "责任编辑：卓然 校对：石小满", "2024年5月8日", "12"]
    assert find_apart(rows, PAPER) == {1, 2, 3}


@pytest.mark.parametrize(
    "row", ["晴 " + "1" * 110 + "X", "阴" + "东南" * 55 + "x", "本报热线：" * 24, "新闻" * 58 + "x", "A B " * 29, "（" * 20000]
)
def test_rows_made_to_be_read_in_many_ways_are_read_at_once(row: str) -> None:
    assert name_furniture(row, Publication()) in (None, FurnitureRole.OTHER)
