"""Headlines over columns."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from random import Random

from train.pages.articles import BRIDGE, TITLED, copies
from yaowen.schema import BlockRole, SourceKind
from yaowen.train.copy import Copy
from yaowen.train.pages import STACK, make_page


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
    for seed in range(1000):
        raw = make_page([copy], Random(seed), SourceKind.PDF_TEXT)[0].raw
        rows = {row.strip() for row in raw.split("\n")}
        wide += copy.title[0] in rows and Counter(map(len, rows)).most_common(1)[0][0] == len(copy.title[0])
    assert wide > 50


def test_clauses_that_stand_on_a_row_each_are_lines_of_their_own() -> None:
    told = set()
    for seed in range(80):
        _, cuttings = make_page(copies(Random(3)), Random(seed), SourceKind.PDF_TEXT)
        for clipping in cuttings.clippings:
            told.add(tuple(part.text.chars for part in clipping.parts if part.role == BlockRole.TITLE))
    assert {("石桥修缮完工", "两岸往来更便捷"), ("石桥修缮完工 两岸往来更便捷",), ("果园里来了授粉无人机",)} <= told
