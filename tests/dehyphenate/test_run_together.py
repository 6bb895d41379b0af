"""Rows on which an extractor wrote two."""

import pytest

from yaowen.dehyphenate.columns import JoinColumns
from yaowen.dehyphenate.run_together import part_rows
from yaowen.page import Page
from yaowen.rows import read_rows
from yaowen.schema import SourceKind


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        pytest.param("栾河大堤加固完工 本报记者 卓然", ["栾河大堤加固完工", "本报记者 卓然"], id="authors below a headline"),
        pytest.param(
            "栾河大堤加固完工 通讯员石小满 文/图", ["栾河大堤加固完工", "通讯员石小满 文/图"], id="who took its pictures, too"
        ),
        pytest.param("栾河大堤加固完工 岚州日报记者 卓然", ["栾河大堤加固完工", "岚州日报记者 卓然"], id="of another paper"),
        pytest.param("莫让大堤再“带病” 本报评论员", ["莫让大堤再“带病”", "本报评论员"], id="who is not named"),
        pytest.param("栾河大堤加固完工 （记者 卓然）", ["栾河大堤加固完工", "（记者 卓然）"], id="authors in brackets"),
        pytest.param("栾河大堤加固完工 □ 卓然 石小满", ["栾河大堤加固完工", "□ 卓然 石小满"], id="authors behind a mark"),
        pytest.param("大堤上的取土车 （记者 卓然 摄）", ["大堤上的取土车 （记者 卓然 摄）"], id="who took a picture"),
        pytest.param("本报记者卓然 全市春季植树过半", ["本报记者卓然", "全市春季植树过半"], id="authors of the report above"),
        pytest.param(
            "栾河大堤加固完工　　本报讯（记者卓然）昨日，",
            ["栾河大堤加固完工", "本报讯（记者卓然）昨日，"],
            id="a report set in behind it",
        ),
        pytest.param("本报记者 卓然 实习生 石小满", ["本报记者 卓然 实习生 石小满"], id="several authors"),
        pytest.param("本报记者 卓然 发自石桥、望江", ["本报记者 卓然 发自石桥、望江"], id="where they wrote"),
        pytest.param("新春走笔 记者走基层", ["新春走笔 记者走基层"], id="the name of a series"),
        pytest.param("责任编辑 石岩 记者 卓然", ["责任编辑 石岩 记者 卓然"], id="editors"),
        pytest.param("村民围住了他，记者 卓然", ["村民围住了他，记者 卓然"], id="a sentence"),
    ],
)
def test_authors_stand_on_a_row_of_their_own(raw: str, expected: list[str]) -> None:
    assert [str(row.text) for row in part_rows(read_rows(Page("p", raw)))] == expected


def test_the_mark_of_a_heading_stays_with_the_headline() -> None:
    headline, authors = part_rows(read_rows(Page("p", "# 栾河大堤加固完工 本报记者 卓然")))
    assert (headline.level, authors.level) == (1, 0)


@pytest.mark.parametrize(("kind", "rows"), [(SourceKind.PDF_TEXT, 2), (SourceKind.WEB_TEXT, 1)])
def test_only_a_text_layer_is_parted(kind: SourceKind, rows: int) -> None:
    raw = "栾河大堤加固完工 本报记者 卓然\n"
    assert len(JoinColumns()(Page("p", raw, kind))) == rows
