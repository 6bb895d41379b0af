import pytest

from yaowen.dehyphenate.columns import JoinColumns
from yaowen.dehyphenate.verses import find_verses
from yaowen.page import Look, Page
from yaowen.rows import read_rows
from yaowen.schema import BlockRole, SourceKind

READ = Look(0.9, 0.0, {BlockRole.PARAGRAPH: 1.0})
FREE = """\
雨从望江来
把屋檐下的灯，一盏一盏擦亮
外婆坐在门口
数着远行的孩子
谁的名字
在水面上走了很久
像一只
不肯靠岸的木船
天亮的时候"""
REGULAR = """\
春到江南柳色新，
一行白鹭认归人。
渡头旧日敲钟处，
又见桃花照水滨。
山雨初收云未散，
茶烟轻绕小桥邻。
谁家笛里吹新曲，
吹得河灯满古津。"""
COLUMN = """\
望江县今年新栽柳树三
万棵，两岸的堤坝都已加
固。县水务局的技术员每
天巡堤两次，把看到的险
情记在本子上，当天报到
县里。温立达说，巡堤的
路要走到，记的数要准，
不能有半点马虎。汛期还
有两个月。"""
HEADINGS = """\
石桥修缮完工
县图书馆夜间开放受欢迎
温立达到望江调研
今年造林三万亩
校车开进山村
首届桃花节下周开幕
全县防汛会召开
老街换新颜"""


@pytest.mark.parametrize(("raw", "verses"), [(FREE, 9), (REGULAR, 8), (COLUMN, 0), ("雨从望江来\n把灯擦亮\n外婆", 0)])
def test_verses_are_told_from_the_rows_of_a_column(raw: str, verses: int) -> None:
    rows = read_rows(Page("p", raw))
    assert len(find_verses(rows, [READ] * len(rows))) == verses


def test_verses_of_a_word_or_two_go_with_the_one_above() -> None:
    rows = read_rows(Page("p", "白露\n" * 4 + FREE.replace("像一只", "木船")))
    headline = Look(0.3, 0.5, {BlockRole.TITLE: 0.97, BlockRole.PARAGRAPH: 0.03})
    assert len(find_verses(rows, [*[READ] * 10, headline, *[READ] * 2])) == 13


def test_two_rows_of_an_old_form_are_a_poem() -> None:
    raw = "春到江南柳色新，一行白鹭认归人。\n渡头旧日敲钟处，又见桃花照水滨。"
    rows = read_rows(Page("p", raw))
    assert len(find_verses(rows, [READ] * 2)) == 2


def test_a_verse_that_reads_like_a_headline_is_of_its_poem() -> None:
    rows = read_rows(Page("p", FREE))
    doubtful = Look(0.3, 0.5, {BlockRole.TITLE: 0.7, BlockRole.PARAGRAPH: 0.2})
    assert len(find_verses(rows, [doubtful, *[READ] * 3, doubtful, *[READ] * 3, doubtful])) == 9
    assert not find_verses(rows, [doubtful] * len(rows))


def test_headlines_that_follow_each_other_are_no_poem() -> None:
    rows = read_rows(Page("p", HEADINGS))
    assert not find_verses(rows, [Look(0.1, 0.5, {BlockRole.TITLE: 1.0})] * len(rows))


def test_each_verse_is_a_paragraph() -> None:
    page = Page("p", f"# 雨\n\n卓然\n\n{FREE}\n", SourceKind.OCR_MARKDOWN)
    assert [str(paragraph.text) for paragraph in JoinColumns()(page)][2:] == FREE.split("\n")


def test_a_ragged_column_whose_sentences_end_within_rows_is_no_poem() -> None:
    column = """\
柳树的年轮，记着望江的旧
事。想看春天，来堤上走走
雨后水声大。老人
们坐在亭下，说从前的船。孩
子听得入神
岸上新添了长椅。走累的
人歇一歇，看水鸟
飞过苇荡。到了傍晚，灯
一盏盏亮"""
    rows = read_rows(Page("poem", column, SourceKind.PDF_TEXT))
    assert not find_verses(rows, [READ] * len(rows))


def test_a_short_poem_that_was_read_has_no_marks() -> None:
    rows = read_rows(Page("p", "雨落下来\n像谁的脚步\n我在窗前\n听了一夜\n"))
    assert len(find_verses(rows, [READ] * 4, read=True)) == 4
    assert not find_verses(rows, [READ] * 4)


def test_below_the_title_of_poems_few_verses_are_some() -> None:
    verses = "石桥（外一首）\n卓 然\n\n桥在那里\n水在那里\n我从桥上走过\n\n夜 雨\n雨落在瓦上\n"
    raw = f"{verses}\n父亲的算盘\n石小满\n父亲有一把老算盘，红木的框，乌黑的\n珠子。"
    paragraphs = [str(paragraph.text) for paragraph in JoinColumns()(Page("p", raw))]
    assert paragraphs[:8] == [
        "石桥（外一首）",
        "卓 然",
        "桥在那里",
        "水在那里",
        "我从桥上走过",
        "夜 雨",
        "雨落在瓦上",
        "父亲的算盘",
    ]
    rows = read_rows(Page("p", raw))
    assert find_verses(rows, [Look(0.0, 0.0, {BlockRole.TITLE: 1.0})] * len(rows)) == {2, 3, 4, 5, 6}
