"""Pages whose rows are tagged are cut as their tags say. Places and people are invented."""

from pathlib import Path

import pytest

from yaowen.errors import InputError
from yaowen.page import Clipping
from yaowen.schema import SourceKind
from yaowen.text import quote
from yaowen.train.tagged import read_cut_pages, read_tagged

PAGE = """pdf_text
- masthead|望江日报
- masthead|2024年3月2日
A title|石桥修缮
A +|昨天完工
A byline|本报讯（记者 卓
A paragraph|然）历时8个月，石桥修缮

B paragraph|新渠昨天通水。（石
B byline|小满）
C paragraph|新桥昨天通
C byline|车。（卓然）
A +|工程完工。
- advert|铺面出租
"""


def write(folder: Path, text: str) -> Path:
    (folder / "city.pages").write_text(text, "utf-8")
    return folder / "city.pages"


def say(clipping: Clipping) -> list[tuple[str, str]]:
    return [(part.role.value, part.text.chars) for part in clipping.parts]


def test_rows_of_an_article_are_put_together_wherever_they_stand(tmp_path: Path) -> None:
    ((page, cuttings),) = read_tagged(write(tmp_path, PAGE))
    assert page.name == "city-1"
    assert page.kind == SourceKind.PDF_TEXT
    assert page.raw.startswith("望江日报\n2024年3月2日\n石桥修缮\n昨天完工\n本报讯")
    first, second, third = cuttings.clippings
    # A byline ends and begins where its bracket does, not where its row does.
    assert say(first) == [
        ("title", "石桥修缮昨天完工"),
        ("byline", "本报讯（记者 卓然）"),
        ("paragraph", "历时8个月，石桥修缮工程完工。"),
    ]
    assert say(second) == [("paragraph", "新渠昨天通水。"), ("byline", "（石小满）")]
    assert say(third) == [("paragraph", "新桥昨天通车。"), ("byline", "（卓然）")]
    for clipping in cuttings.clippings:
        for part in clipping.parts:
            assert quote(page.raw, part.text.source()) == part.text.chars


@pytest.mark.parametrize(
    ("rows", "blocks"),
    [
        (
            ["A title|石桥修缮完工", "A byline|本报讯（记者 卓然）", "A paragraph|石桥昨天通车。"],
            [("title", "石桥修缮完工"), ("byline", "本报讯（记者 卓然）"), ("paragraph", "石桥昨天通车。")],
        ),
        (
            ["A title|石桥修缮完工", "A paragraph|本报讯（记者卓然）石桥昨天通车。", "A paragraph|本报讯记者看到，桥面平整。"],
            [
                ("title", "石桥修缮完工"),
                ("byline", "本报讯（记者卓然）"),
                ("paragraph", "石桥昨天通车。"),
                ("paragraph", "本报讯记者看到，桥面平整。"),
            ],
        ),
    ],
)
def test_a_dateline_with_its_authors_is_a_byline(tmp_path: Path, rows: list[str], blocks: list[tuple[str, str]]) -> None:
    ((_, cuttings),) = read_tagged(write(tmp_path, "\n".join(["pdf_text", *rows, ""])))
    assert say(cuttings.clippings[0]) == blocks


def test_rows_of_furniture_that_do_the_same_are_one(tmp_path: Path) -> None:
    ((page, cuttings),) = read_tagged(write(tmp_path, PAGE))
    found = [(item.role.value, [page.raw[start:end] for start, end in item.source]) for item in cuttings.furniture]
    assert found == [("masthead", ["望江日报", "2024年3月2日"]), ("advert", ["铺面出租"])]


def test_the_marks_of_markdown_are_part_of_no_block(tmp_path: Path) -> None:
    ((_, cuttings),) = read_tagged(write(tmp_path, "ocr_markdown\nA title|# 石桥修缮完工\nA paragraph|石桥昨天通车。\n"))
    assert say(cuttings.clippings[0]) == [("title", "石桥修缮完工"), ("paragraph", "石桥昨天通车。")]


def test_pages_are_parted_by_dashes(tmp_path: Path) -> None:
    write(tmp_path, f"{PAGE}---\nweb_text\nA title|新渠通水\nA paragraph|新渠昨天通水。\n")
    assert [page.kind for page, _ in read_cut_pages([tmp_path])] == [SourceKind.PDF_TEXT, SourceKind.WEB_TEXT]


@pytest.mark.parametrize(
    ("text", "line", "problem"),
    [
        ("scroll\nA title|石桥\n", 1, "no source kind"),
        ("pdf_text\n石桥修缮完工\n", 2, "no tagged row"),
        ("pdf_text\nA headline|石桥\n", 2, "headline"),
        ("pdf_text\nA title|石桥\nB +|新渠\n", 3, "article B has no block"),
        ("pdf_text\nA title|石桥\n---\nweb_text\n- footer|望江日报\n", 5, "footer"),
    ],
)
def test_a_row_that_says_nothing_is_named(tmp_path: Path, text: str, line: int, problem: str) -> None:
    with pytest.raises(InputError, match=rf"city\.pages:{line}: .*{problem}"):
        list(read_tagged(write(tmp_path, text)))


def test_gold_is_cut_as_it_says() -> None:
    folder = Path(__file__).parents[2] / "data" / "development" / "seen"
    pages = list(read_cut_pages([folder]))
    assert len(pages) == len(list(folder.glob("*.json")))
    for page, cuttings in pages:
        held = [offset for clipping in cuttings.clippings for part in clipping.parts for offset in part.text.offsets]
        furniture = [offset for item in cuttings.furniture for start, end in item.source for offset in range(start, end)]
        inked = {place for place, char in enumerate(page.raw) if not char.isspace()}
        assert inked <= {*held, *furniture}


def test_gold_without_its_page_is_named(tmp_path: Path) -> None:
    folder = Path(__file__).parents[2] / "data" / "development" / "seen"
    gold = min(folder.glob("*.json"))
    (tmp_path / gold.name).write_text(gold.read_text("utf-8"), "utf-8")
    (tmp_path / "other.txt").write_text("石桥修缮完工\n石桥昨天通车。\n", "utf-8")
    with pytest.raises(InputError, match="does not stand there"):
        list(read_cut_pages([tmp_path]))
