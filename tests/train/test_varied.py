"""Annotated pages are set again with all that stood on them. Places and people are invented."""

from pathlib import Path
from random import Random

import pytest

from yaowen.page import Cuttings, Page
from yaowen.rows import measure
from yaowen.text import quote
from yaowen.train.tagged import read_tagged
from yaowen.train.varied import repeat, vary

ROWS = (
    "A title|石桥修缮完工",
    "A paragraph|历时八个月，望江县永安石",
    "A +|桥修缮工程昨天完工，附近",
    "A +|居民上学少走了两公里。",
    "A paragraph|修缮按照修旧如旧的原则，",
    "A +|更换石板一百二十块，",
    "A +|用工三千个。",
    "",
    "B paragraph|新渠昨天通水，下游三个村",
    "B +|的农田都能浇上水，",
    "B +|村民说来得及时。",
    "- advert|铺面出租",
)
KINDS = ("pdf_text", "ocr_markdown", "web_text")


def read(folder: Path, kind: str) -> tuple[Page, Cuttings]:
    (folder / "city.pages").write_text("\n".join((kind, *ROWS)), "utf-8")
    ((page, cuttings),) = read_tagged(folder / "city.pages")
    return page, cuttings


def ink(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("seed", range(8))
def test_nothing_is_lost_and_everything_stays_what_it_is(tmp_path: Path, kind: str, seed: int) -> None:
    page, cuttings = read(tmp_path, kind)
    other, found = vary(page, cuttings, Random(seed))
    halves = str.maketrans("，", ",")
    assert ink(other.raw).translate(halves) == ink(page.raw).translate(halves)
    for before, after in zip(cuttings.clippings, found.clippings, strict=True):
        for part, again in zip(before.parts, after.parts, strict=True):
            assert part.role == again.role
            assert ink(again.text.chars).translate(halves) == ink(part.text.chars).translate(halves)
            assert quote(other.raw, again.text.source()) == again.text.chars
    assert [ink(quote(other.raw, item.source)) for item in found.furniture] == ["铺面出租"]


def test_columns_are_set_in_other_widths(tmp_path: Path) -> None:
    page, cuttings = read(tmp_path, "pdf_text")
    widths = set()
    for seed in range(30):
        other, _ = vary(page, cuttings, Random(seed))
        rows = [row for row in other.raw.split("\n") if row.strip()]
        assert rows[0] == "石桥修缮完工"
        widths.add(max(map(measure, rows[1:])))
    assert len(widths) > 5


def test_a_page_is_shown_as_it_is_first(tmp_path: Path) -> None:
    page, cuttings = read(tmp_path, "pdf_text")
    shown = list(repeat([(page, cuttings)], 6, Random(1)))
    assert len(shown) == 6
    assert shown[0] == (page, cuttings)
    assert len({other.raw for other, _ in shown}) > 1


def test_headings_of_markdown_stand_on_other_levels_or_on_none(tmp_path: Path) -> None:
    rows = ("ocr_markdown", "A title|# 石桥通车", "A subhead|## 少绕十里", "A paragraph|5月6日，安渡县石桥镇的新桥通车。")
    (tmp_path / "page.pages").write_text("\n".join(rows), "utf-8")
    ((page, cuttings),) = read_tagged(tmp_path / "page.pages")
    seen = set()
    for seed in range(120):
        other, found = vary(page, cuttings, Random(seed))
        title, subhead, _ = other.raw.replace("\n\n", "\n").split("\n")
        seen |= {title, subhead}
        assert [part.text.chars for part in found.clippings[0].parts][:2] == ["石桥通车", "少绕十里"]
    assert {"# 石桥通车", "## 石桥通车", "# 少绕十里", "### 少绕十里", "**少绕十里**", "少绕十里", "石桥通车"} <= seen
