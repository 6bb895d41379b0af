from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from random import Random

import pytest

from yaowen.schema import BlockRole, SourceKind
from yaowen.train.copy import Copy, make_copy
from yaowen.train.pages import STACK, STACKS, Style, make_page

BRIDGE = {
    "title": "石桥修缮完工 两岸往来更便捷",
    "kicker": "望江县古桥保护工程",
    "subtitle": "",
    "text": "本报望江3月2日电 （记者卓然）历时8个月，望江县永安石桥修缮工程昨天完工。\n"
    "修缮按照“修旧如旧”的原则进行，更换石板120块。\n桥还是那座桥\n附近居民说，孩子上学少走了两公里。",
}
ORCHARD = {
    "title": "果园里来了授粉无人机",
    "text": "清晨6时，石门镇的梨园里响起嗡嗡声，3架无人机正在授粉。\n往年靠人工，20个人要干一周；如今一天就够了。\n（卓 然）",
}


TITLED = Copy(("望江县永安石桥修缮工程圆满收官",), tuple((BlockRole.PARAGRAPH, line) for line in BRIDGE["text"].split("\n")))


def copies(random: Random) -> list[Copy]:
    return [copy for row in (BRIDGE, ORCHARD, BRIDGE) if (copy := make_copy(row, random))]


def test_a_row_of_a_corpus_becomes_an_article() -> None:
    row = BRIDGE | {"kicker": "卓然在永安石桥调研时强调"}
    copy = make_copy(row, Random(1))
    assert copy is not None
    assert copy.kicker == row["kicker"]
    assert [role for role, _ in copy.body] == ["paragraph", "paragraph", "subhead", "paragraph"]
    assert copy.body[0][1].startswith("历时8个月")
    assert copy.lead is not None
    assert "记者" in copy.lead or "通讯员" in copy.lead


def test_text_that_is_not_prose_is_no_article() -> None:
    assert make_copy({"title": "成绩单", "text": "第一名\n第二名\n第三名"}, Random(1)) is None


@pytest.mark.parametrize("kind", [SourceKind.PDF_TEXT, SourceKind.OCR_MARKDOWN, SourceKind.WEB_TEXT])
@pytest.mark.parametrize("seed", range(40))
def test_every_character_of_a_made_page_is_in_one_part_or_in_furniture(kind: SourceKind, seed: int) -> None:
    random = Random(seed)
    page, cuttings = make_page(copies(random), random, kind)
    held = Counter(
        offset for clipping in cuttings.clippings for part in clipping.parts for offset in part.text.offsets if offset >= 0
    )
    held.update(offset for item in cuttings.furniture for start, end in item.source for offset in range(start, end))
    assert max(held.values()) == 1
    assert {offset for offset, char in enumerate(page.raw) if not char.isspace()} <= set(held)
    for clipping in cuttings.clippings:
        for part in clipping.parts:
            assert str(part.text) == "".join(page.raw[offset] for offset in part.text.offsets)


def test_columns_keep_their_width_and_no_row_begins_with_a_closing_mark() -> None:
    random = Random(3)
    page, cuttings = make_page(copies(random), random, SourceKind.PDF_TEXT)
    rows = [row.strip() for row in page.raw.split("\n") if row.strip()]
    assert all(row[0] not in "，。、；：！？”）》" for row in rows)
    assert len([row for row in rows if len(row) <= 32]) > 0.9 * len(rows)
    assert any(part.role == BlockRole.PARAGRAPH for clipping in cuttings.clippings for part in clipping.parts)


@pytest.mark.parametrize("seed", range(30))
def test_layouts_that_are_held_out_are_never_learnt_from(seed: int) -> None:
    learnt, kept = (Style.draw(Random(seed), held_out=held_out) for held_out in (False, True))
    assert not learnt.is_held_out
    assert kept.is_held_out
    assert not set(learnt.widths) & set(kept.widths)


def test_every_order_of_a_headline_has_all_of_its_lines() -> None:
    assert all(sorted(order) == sorted(STACK) for order in STACKS)


def test_headline_rows_do_not_cut_a_word_that_the_article_holds() -> None:
    title = "望江县永安石桥修缮工程圆满收官"
    copy = Copy((title,), tuple((BlockRole.PARAGRAPH, line) for line in BRIDGE["text"].split("\n")))
    ends: Counter[str] = Counter()
    for seed in range(200):
        page, cuttings = make_page([copy], Random(seed), SourceKind.PDF_TEXT)
        for part in cuttings.clippings[0].parts:
            if part.role == BlockRole.TITLE and " " not in page.raw[part.text.offsets[0] : part.text.offsets[-1]]:
                rows = page.raw[part.text.offsets[0] : part.text.offsets[-1] + 1].split("\n")
                ends.update(upper[-1] + lower[0] for upper, lower in pairwise(rows) if upper and lower)
    assert sum(ends.values()) > 20
    within = sum(count for pair, count in ends.items() if pair in copy.body[0][1])
    assert within < 0.2 * sum(ends.values())


def count_rows(raw: str, offsets: Sequence[int]) -> int:
    return raw[offsets[0] : offsets[-1] + 1].count("\n") + 1


def test_a_kicker_fits_more_characters_into_a_row_than_the_title() -> None:
    long = "望江县石门镇干部群众合力推进永安石桥修缮工程"
    copy = replace(TITLED, title=(long,), kicker=long)
    rows: Counter[BlockRole] = Counter()
    for seed in range(100):
        page, cuttings = make_page([copy], Random(seed), SourceKind.PDF_TEXT)
        found = {
            part.role: count_rows(page.raw, part.text.offsets) for part in cuttings.clippings[0].parts if part.role in STACK
        }
        if found.get(BlockRole.TITLE, 1) > 1:
            assert found[BlockRole.KICKER] <= found[BlockRole.TITLE]
            rows.update(found)
    assert 0 < rows[BlockRole.KICKER] < 0.8 * rows[BlockRole.TITLE]


def test_a_headline_can_be_just_as_wide_as_its_columns() -> None:
    copy = replace(TITLED, title=("石桥修缮工程昨日圆满完工",))
    wide = 0
    for seed in range(200):
        raw = make_page([copy], Random(seed), SourceKind.PDF_TEXT)[0].raw
        rows = {row.strip() for row in raw.split("\n")}
        wide += copy.title[0] in rows and Counter(map(len, rows)).most_common(1)[0][0] == len(copy.title[0])
    assert wide > 10


def test_clauses_that_stand_on_a_row_each_are_lines_of_their_own() -> None:
    told = set()
    for seed in range(80):
        _, cuttings = make_page(copies(Random(3)), Random(seed), SourceKind.PDF_TEXT)
        for clipping in cuttings.clippings:
            told.add(tuple(part.text.chars for part in clipping.parts if part.role == BlockRole.TITLE))
    assert {("石桥修缮完工", "两岸往来更便捷"), ("石桥修缮完工 两岸往来更便捷",), ("果园里来了授粉无人机",)} <= told


def test_a_web_page_can_list_its_headlines_before_it_tells_them() -> None:
    pages = [make_page(copies(Random(3)), Random(seed), SourceKind.WEB_TEXT)[0].raw for seed in range(40)]
    assert any("\n• 果园里来了授粉无人机\n" in raw and "\n果园里来了授粉无人机\n" in raw for raw in pages)


def test_headlines_stand_in_bunches_behind_several_bodies_on_some_pages() -> None:
    """In a dump by the order of drawing, what is set in a size of its own may be drawn after the texts of several articles."""
    copies = [
        Copy((f"{place}发布新政",), ((BlockRole.PARAGRAPH, f"{place}昨天发布新政，支持企业扩大生产，稳定就业岗位。" * 4),))
        for place in ("望江县", "岚州市", "石桥镇", "河阳区", "永安县", "沅阳市", "临河镇", "白石乡")
    ]
    behind = 0
    for seed in range(500):
        cuttings = make_page(copies, Random(seed), SourceKind.PDF_TEXT)[1]
        where = sorted(
            (min(part.text.offsets), part.role, number)
            for number, clipping in enumerate(cuttings.clippings)
            for part in clipping.parts
            if part.role in (BlockRole.TITLE, BlockRole.PARAGRAPH)
        )
        kinds = "".join("t" if role == BlockRole.TITLE else "p" for _, role, _ in where)
        behind += "ppttt" in kinds and "tttp" in kinds
    assert behind > 5
