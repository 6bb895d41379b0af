"""Pages set as PDFs, and the text that programs take out of them. Places and people are invented."""

import random
import shutil

import pytest

from yaowen.errors import ConfigError
from yaowen.schema import BlockRole
from yaowen.text import quote
from yaowen.train.copy import Copy
from yaowen.train.extracted import EXTRACTORS, cut_as_set, make_extracted, normalise_ends, tidy
from yaowen.train.set_rows import break_rows
from yaowen.train.typeset import Setting, make_pdf

pytest.importorskip("reportlab")

TOLD = {
    "望江县": "石桥修缮历时三个月，两岸乡亲又能走近路去赶集了。桥面换成了青石板，栏杆按老照片重刻，桥头还留着当年的界碑。",
    "安渡县": "新渠昨天通水，下游两万亩稻田赶在插秧前喝饱了水。守渠的老人说，往年这个时候要整夜排队，如今手机上就能预约。",
    "云漠县": "治沙站引来的三种灌木全部成活，风口处的沙丘一年没有挪动。技术员把图纸送给邻县，约好秋后一起再栽一片。",
    "青浦镇": "图书室晚上开到十点，务工归来的年轻人成了常客。管理员添了两排灯，又请退休教师每周讲一堂古诗课。",
    "白石乡": "果农合作社头一回把山楂卖到海外，报关单贴在墙上给大家看。会计算了账，每户比上年多分一千二百元。",
    "柳湖镇": "卫生院添置的心电图机连着城里专家，读图只要一刻钟。上周有位老伯凌晨胸闷，就是靠它及时转了院。",
}
COPIES = [
    tidy(Copy((f"{place}传来好消息",), ((BlockRole.PARAGRAPH, told),), kicker=f"{told[:6]}之后", lead="本报讯（记者卓然）"))
    for place, told in TOLD.items()
]


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("name", ["pdfium", "yaowen, its text"])
def test_what_is_set_is_found_again_in_the_text_taken_out(name: str, seed: int) -> None:
    pdf, stories, held = make_pdf(COPIES, random.Random(seed))
    raw = normalise_ends(EXTRACTORS[name](pdf)[0])
    cuttings = cut_as_set(raw, stories)
    assert cuttings is not None
    assert 0 < held == len(cuttings.clippings)
    for clipping, story in zip(cuttings.clippings, stories, strict=True):
        for part, setting in zip(clipping.parts, story, strict=True):
            assert part.text.chars == "".join("".join(setting.rows).split())
            assert quote(raw, part.text.source()) == part.text.chars
    owned = [offset for clipping in cuttings.clippings for part in clipping.parts for offset in part.text.offsets]
    owned += [offset for item in cuttings.furniture for start, end in item.source for offset in range(start, end)]
    assert sorted(owned) == [offset for offset, char in enumerate(raw) if not char.isspace()]


def test_a_page_of_which_a_row_was_lost_is_not_cut() -> None:
    assert cut_as_set("石桥昨天通车", [[Setting(BlockRole.TITLE, ["石桥修缮完工"])]]) is None


def test_no_row_begins_with_a_mark_that_closes() -> None:
    rows = break_rows("石桥，新渠，老站，古渡，水塔。", 10.0, 52.0, 0)
    assert "".join(rows) == "石桥，新渠，老站，古渡，水塔。"
    assert len(rows) > 2
    assert not any(row[0] in "，。" for row in rows)


def test_without_the_program_it_is_said_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: None)
    with pytest.raises(ConfigError, match="pdftotext"):
        next(make_extracted(COPIES, 2, 1))


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="poppler-utils are not installed")
def test_the_same_pages_come_of_the_same_seed() -> None:
    first, second = ([(page.raw, cuttings) for page, cuttings in make_extracted(COPIES, 4, 3)] for _ in "ab")
    assert first
    assert first == second
