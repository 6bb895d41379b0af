"""Articles in columns."""

from random import Random

from train.pages.articles import copies
from yaowen.schema import BlockRole, SourceKind
from yaowen.train.copy import Copy
from yaowen.train.pages import make_page


def test_columns_keep_their_width_and_no_row_begins_with_a_closing_mark() -> None:
    random = Random(3)
    page, cuttings = make_page(copies(random), random, SourceKind.PDF_TEXT)
    rows = [row.strip() for row in page.raw.split("\n") if row.strip()]
    assert all(row[0] not in "，。、；：！？”）》" for row in rows)
    assert len([row for row in rows if len(row) <= 32]) > 0.9 * len(rows)
    assert any(part.role == BlockRole.PARAGRAPH for clipping in cuttings.clippings for part in clipping.parts)


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
