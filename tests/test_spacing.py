import pytest

from yaowen.spacing import close_up, close_up_byline, close_up_headline, close_up_names, mend_broken
from yaowen.text import Text


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("10 月 12 日，全市", "10月12日，全市"),
        ("引进 Green Bay 公司", "引进Green Bay公司"),
        ("引进 Green  Bay 公司", "引进Green  Bay公司"),
        ("目 前 ， 全 国", "目前，全国"),
        ("5 月 1 8 日，全县", "5月18日，全县"),
        ("特别号码 03 11 19 共三组", "特别号码03 11 19共三组"),
        ("投资 1 164.4 亿元", "投资1164.4亿元"),
    ],
)
def test_running_text_keeps_the_spaces_of_latin_words(printed: str, read: str) -> None:
    assert str(close_up(Text.of(printed))) == read


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("全 县 造 林", "全县造林"),
        ("栽好树 管好水", "栽好树 管好水"),
        ("县 长 主 持   石 小 满 讲 话", "县长主持 石小满讲话"),
        ("全 县  造 林 大 会", "全县造林大会"),
        ("—— 写在造林节到来之际", "—— 写在造林节到来之际"),
        ("全县 12 个乡镇栽树 20 万棵", "全县12个乡镇栽树20万棵"),
        ("“ 造林 ” 见成效", "“造林” 见成效"),
        ("去年全县 GDP 突破 50 亿元", "去年全县GDP突破50亿元"),
        ("看 CBA 联赛 去县体育馆", "看CBA联赛 去县体育馆"),
    ],
)
def test_headlines_keep_the_space_between_clauses(printed: str, read: str) -> None:
    assert str(close_up_headline(Text.of(printed))) == read


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("本报记者 卓 然", "本报记者卓然"),
        ("本报讯 （记者卓然）", "本报讯（记者卓然）"),
        ("卓然 石小满", "卓然 石小满"),
        ("（记者卓 然 通讯员石小满）", "（记者卓然 通讯员石小满）"),
        ("（卓 然 石 楠）", "（卓然 石楠）"),
        ("（卓 小 然）", "（卓小然）"),
        ("本报河阳 3 月 12 日电（记者卓然）", "本报河阳3月12日电（记者卓然）"),
    ],
)
def test_bylines_lose_the_spaces_within_names(printed: str, read: str) -> None:
    assert str(close_up_byline(Text.of(printed))) == read


def test_long_runs_of_spaces_are_closed_up_at_once() -> None:
    between, behind = " " * 200_000, "\u3000" * 200_000
    spaced = Text.of(f"a{between}b，{behind}张")
    assert str(close_up(spaced)) == str(close_up_headline(spaced)) == f"a{between}b，张"
    assert str(close_up_byline(spaced)) == str(spaced)


@pytest.mark.parametrize(
    ("roll", "names"),
    [("卓然  石小满  柏 杨", "卓然  石小满  柏杨"), ("柏 杨 尤 莉 温立达", "柏杨 尤莉 温立达"), ("卓然", "卓然")],
)
def test_a_roll_keeps_the_spaces_between_names(roll, names):
    assert str(close_up_names(Text.of(roll))) == names


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("投资增长8.1% 工业增长12.4%", "投资增长8.1% 工业增长12.4%"),
        ("新增企业38家 总数居全省前列", "新增企业38家 总数居全省前列"),
        ("全市共有12 个县市参加", "全市共有12个县市参加"),
        ("去年同期增长5% 左右", "去年同期增长5%左右"),
        ("公 告", "公告"),
        ("渡 口（组诗）", "渡口（组诗）"),
    ],
)
def test_a_space_behind_a_figure_can_part_two_clauses(printed, read):
    assert str(close_up_headline(Text.of(printed))) == read


BROKEN = "全 县 造林 面积 达 3 万 亩 , 春季 植树 已 经 过半 。 县 林业 局 说 , 松 树 Green Bay 成 活 率 高"


@pytest.mark.parametrize(
    ("rows", "mended"),
    [
        ([BROKEN, BROKEN], "全县造林面积达3万亩,春季植树已经过半。县林业局说,松树 Green Bay 成活率高"),
        (["用心用情植树 有力有效造林", "全县造林面积达三万亩，春季植树已经过半。"], "用心用情植树 有力有效造林"),
    ],
)
def test_spaces_at_random_are_those_of_a_program(rows: list[str], mended: str) -> None:
    assert mend_broken([Text.of(row) for row in rows])[0].chars == mended
