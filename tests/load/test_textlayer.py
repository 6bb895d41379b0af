from itertools import pairwise
from math import isfinite

import pytest

from load.pdfs import SIZE, make_pdf
from yaowen.load.textlayer import Glyph, read_page, read_pdf, set_rows
from yaowen.load.unreadable import UnreadableError
from yaowen.page import MANY_ROWS

pypdfium2 = pytest.importorskip("pypdfium2")


def row(x, y, text, size=SIZE, spread=0.0):
    return [
        Glyph(char, x + number * (size + spread), x + number * (size + spread) + size, y, size)
        for number, char in enumerate(text)
    ]


def down(x, y, *rows, leading=14):
    return [glyph for number, text in enumerate(rows) for glyph in row(x, y - number * leading, text)]


@pytest.mark.parametrize(
    ("rows", "text"),
    [
        pytest.param(
            [*row(40, 700, "栾河大堤加固完工", 24), *down(40, 660, "昨日，栾河大堤加固", "工程全线完工。")],
            "栾河大堤加固完工\n\n昨日，栾河大堤加固\n工程全线完工。\n",
            id="a block ends where the size changes",
        ),
        pytest.param(
            [*down(40, 700, "昨日，栾河大堤加", "固工程全线完"), *down(140, 700, "工，比计划早了", "十二天。")],
            "昨日，栾河大堤加\n固工程全线完\n\n工，比计划早了\n十二天。\n",
            id="a block ends with its column",
        ),
        pytest.param(
            [*down(40, 700, "大堤完工。", "全长九里。"), *down(40, 640, "古桥通车。", "限重十吨。")],
            "大堤完工。\n全长九里。\n\n古桥通车。\n限重十吨。\n",
            id="a block ends where the gap is larger than the leading",
        ),
        pytest.param(
            [*down(40, 700, "大堤昨日完工。"), *down(60, 686, "堤长九里，高"), *down(40, 672, "三丈有余，堤", "上植柳千株。")],
            "大堤昨日完工。\n　　堤长九里，高\n三丈有余，堤\n上植柳千株。\n",
            id="a row set in begins a paragraph",
        ),
        pytest.param(
            [*row(40, 700, "栾河大堤昨日完工"), *row(128, 700, "澧州古桥今晨通车")],
            "栾河大堤昨日完工\n\n澧州古桥今晨通车\n",
            id="columns that run together are kept apart",
        ),
        pytest.param(
            [*row(40, 700, "本报讯"), *row(70, 700, "栾河大堤完工")], "本报讯栾河大堤完工\n", id="pieces of one row are joined"
        ),
        pytest.param(row(40, 700, "全市防汛", 20, 30), "全市防汛\n", id="a letter-spaced title is one row"),
        pytest.param(row(40, 700, "栾河大堤完工 澧州古桥通车"), "栾河大堤完工 澧州古桥通车\n", id="a space stays"),
        pytest.param(
            [*row(40, 700, "摄影"), *row(65.5, 700, "祁连山")], "摄影 祁连山\n", id="room that stands for a space is one"
        ),
        pytest.param(
            [*down(300, 700, *"栾河安澜", leading=25), *down(40, 700, "大堤昨日完工。", "全长九里。")],
            "栾河安澜\n\n大堤昨日完工。\n全长九里。\n",
            id="a vertical title is a row",
        ),
        pytest.param(
            [*down(300, 700, *"栾河安澜", leading=14), *down(280, 700, *"澧州丰稔", leading=14)],
            "栾河安澜\n\n澧州丰稔\n",
            id="two vertical rows",
        ),
        pytest.param(
            [*down(300, 700, *"栾河安澜", leading=12), *down(288, 700, *"丰稔", leading=12)],
            "栾河安澜\n\n丰稔\n",
            id="a vertical row of two beside a longer one",
        ),
        pytest.param(
            [
                *down(300, 700, *"栾河", leading=12),
                Glyph("，", 307, 309, 675, 3),
                *down(300, 664, "安"),
                Glyph("一", 300, 310, 656, 2),
                *down(300, 640, "方"),
            ],
            "栾河，安一方\n",
            id="characters that are told by their ink in a vertical row",
        ),
        pytest.param(down(40, 700, "完", "工"), "完\n工\n", id="two short rows are no vertical title"),
    ],
)
def test_rows_are_told_by_where_they_stand(rows, text):
    assert set_rows(rows).text == text


def test_the_drawing_order_is_kept():
    rows = [*down(40, 600, "大堤昨日完工。"), *row(40, 700, "栾河安澜", 24)]
    assert set_rows(rows).text == "大堤昨日完工。\n\n栾河安澜\n"


def test_a_page_is_read_as_it_was_set():
    left = [
        (40, 700 - 14 * number, text) for number, text in enumerate(("昨日，栾河大堤加", "固工程全线完工。", "　　全长九里。"))
    ]
    right = [(130, 700, "12月3日，澧州古"), (130, 686, "桥通车。")]
    page = pypdfium2.PdfDocument(make_pdf([(40, 740, "要闻"), *left, *right]))
    assert read_page(page, 0).text == (
        "要闻\n\n昨日，栾河大堤加\n固工程全线完工。\n　　全长九里。\n\n12月3日，澧州古\n桥通车。\n"
    )


def test_a_headline_beside_the_rows_of_another_column_is_not_mixed_with_them():
    """PDFium sorts by their places what overlaps in height."""
    title = [(40, 700, "栾河", 30), (100, 700, "安澜", 30)]
    names = [(75, 690, "本报记"), (105, 690, "者荆楚")]
    page = pypdfium2.PdfDocument(make_pdf([*title, *names]))
    assert read_page(page, 0).text.split() == ["栾河安澜", "本报记者荆楚"]


def test_rows_come_with_their_sizes_and_places():
    sheet = set_rows([*row(40, 700, "栾河安澜", 25), *down(40, 660, "昨日，栾河大堤加固工程", "全线完工。")])
    title, first, _ = sheet.printed
    assert [sheet.text[told.start : told.end] for told in sheet.printed] == ["栾河安澜", "昨日，栾河大堤加固工程", "全线完工。"]
    assert [told.size for told in sheet.printed] == [2.5, 1.0, 1.0]
    assert title.box.base > first.box.top
    assert (title.box.left, title.box.right, first.box.right) == (4.0, 14.0, 15.0)


def test_the_spaces_that_a_row_is_set_in_by_are_not_part_of_it():
    sheet = set_rows([*down(40, 700, "大堤昨日完工。"), *down(60, 686, "堤长九里，高"), *down(40, 672, "三丈有余。")])
    assert [sheet.text[told.start : told.end] for told in sheet.printed] == ["大堤昨日完工。", "堤长九里，高", "三丈有余。"]


def test_digits_of_a_higher_font_do_not_make_a_row_larger():
    glyphs = [glyph._replace(size=13.0) if glyph.char.isdigit() else glyph for glyph in down(40, 700, "大堤完工。", "2024年")]
    assert [told.size for told in set_rows(glyphs).printed] == [1.0, 1.0]


def test_sizes_that_keep_changing_a_little_were_made_up():
    """As programs for OCR write them; a headline is still larger."""
    rows = [glyph for number in range(12) for glyph in row(40, 600 - 14 * number, "昨日栾河大堤完工", 10 + number % 3)]
    assert {told.size for told in set_rows([*row(40, 700, "栾河安澜", 30), *rows]).printed} == {3.0, 1.0}


@pytest.mark.parametrize("length", [float("nan"), float("inf"), -float("inf"), 1e300, -5.0])
def test_lengths_that_are_none_do_no_harm(monkeypatch, length):
    from pypdfium2 import raw

    def give(_layer, _index, box):
        box.left = box.right = box.bottom = length
        box.top = abs(length)
        return 1

    monkeypatch.setattr(raw, "FPDFText_GetLooseCharBox", give)
    sheet = read_page(pypdfium2.PdfDocument(make_pdf([(40, 700, "栾河大堤长"), (40, 680, "全长九里。")])), 0)
    assert "".join(sheet.text.split()) == "栾河大堤长全长九里。"
    assert all(isfinite(number) for told in sheet.printed for number in (told.size, *told.box))


def test_of_too_many_rows_it_is_not_told_how_they_are_printed():
    assert not set_rows([glyph for number in range(MANY_ROWS + 1) for glyph in row(40, -14 * number, "大堤")]).printed


def test_a_page_of_many_characters_takes_time_in_proportion():
    glyphs = [Glyph("字", x % 50 * 10, x % 50 * 10 + 10, 700 - x // 50 * 14, 10) for x in range(50_000)]
    rows = set_rows(glyphs).text.split("\n")
    assert len(rows) == 1001
    assert all(upper == lower for upper, lower in pairwise(rows[:-1]))


def test_pages_are_numbered_where_there_are_several(tmp_path):
    (tmp_path / "issue.pdf").write_bytes(make_pdf([(40, 700, "要闻")], [], [(40, 700, "综合")]))
    (tmp_path / "page.pdf").write_bytes(make_pdf([(40, 700, "要闻")]))

    first, scan, third = read_pdf(str(tmp_path / "issue.pdf"), 100, 100)

    assert [(number, sheet.text) for number, sheet in (first, third)] == [(1, "要闻\n"), (3, "综合\n")]
    assert scan[0] == 2
    assert "no text layer" in str(scan[1])
    assert "ocrmypdf" in str(scan[1])
    assert [(number, sheet.text) for number, sheet in read_pdf(str(tmp_path / "page.pdf"), 100, 100)] == [(0, "要闻\n")]


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"%PDF-1.7 and no more", "a damaged PDF"),
        (make_pdf([(40, 700, "要闻")], encrypt="secret"), "encrypted"),
        (make_pdf(*[[(40, 700, "要闻")]] * 3), "3 pages; split it, or raise max_pages (2) in [load]"),
    ],
    ids=["damaged", "encrypted", "too many pages"],
)
def test_a_file_that_cannot_be_read_says_why(tmp_path, data, says):
    (tmp_path / "bad.pdf").write_bytes(data)
    with pytest.raises(UnreadableError) as caught:
        list(read_pdf(str(tmp_path / "bad.pdf"), 100, 2))
    assert says in str(caught.value)


def test_a_page_of_too_many_characters_is_not_taken():
    with pytest.raises(UnreadableError, match=r"5 characters; raise max_chars \(4\)"):
        read_page(pypdfium2.PdfDocument(make_pdf([(40, 700, "栾河大堤长")])), 0, 4)


HAND_MADE = """%%PDF-1.4
1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj
3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>> endobj
4 0 obj <</Length 42>> stream
BT /F 10 Tf 40 700 Td <010203010203> Tj ET
endstream endobj
5 0 obj <</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding<</Differences[1/g1/g2/g3]>>/ToUnicode 6 0 R>> endobj
6 0 obj <</Length %d>> stream
%s
endstream endobj
trailer <</Root 1 0 R>>
"""
NAMED = """/CIDInit /ProcSet findresource begin 12 dict begin begincmap
1 begincodespacerange <00> <ff> endcodespacerange
3 beginbfchar <01> <%s> <02> <%s> <03> <%s> endbfchar
endcmap end end"""


def read_by_hand(*codes):
    named = NAMED % codes
    return read_page(pypdfium2.PdfDocument((HAND_MADE % (len(named), named)).encode()), 0).text


def test_rare_characters_are_whole_and_control_characters_are_none():
    assert read_by_hand("D86DDF4E", "6CB3", "000A") == "𫝎河𫝎河\n"


@pytest.mark.parametrize("codes", [("E001", "E002", "6CB3"), ("0001", "0002", "0003")])
def test_fonts_that_do_not_name_their_characters_are_said_to(codes):
    with pytest.raises(UnreadableError, match="fonts do not tell"):
        read_by_hand(*codes)


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_sheet_that_lies_turned_reads_as_it_is_shown(turn):
    rows = [
        (40, 560, "栾河大堤加固完工", 24),
        (40, 520, "昨日，栾河大堤加固工程2期"),
        (40, 506, "全线完工，早了十二天。"),
    ]
    upright, turned = (read_page(pypdfium2.PdfDocument(make_pdf(rows, turn=angle)), 0) for angle in (0, turn))
    assert turned.text == upright.text == "栾河大堤加固完工\n\n昨日，栾河大堤加固工程2期\n全线完工，早了十二天。\n"
    assert [row.size for row in turned.printed] == [row.size for row in upright.printed]
    (first, *_), (also_first, *_) = turned.printed, upright.printed
    assert first.box.right - first.box.left == pytest.approx(also_first.box.right - also_first.box.left, abs=0.02)
    assert first.box.top - turned.printed[1].box.top == pytest.approx(also_first.box.top - upright.printed[1].box.top, abs=0.02)
