"""What parts the clauses of a headline is learnt from headlines. Places and people are invented."""

from array import array
from pathlib import Path
from random import Random

import numpy as np
import pytest

from yaowen.page import Clipping, Cuttings, Page, Part
from yaowen.schema import BlockRole, SourceKind
from yaowen.segment.clauses import ClauseNetwork
from yaowen.text import Text

pytest.importorskip("torch")

from yaowen.train.clauses import Border, find_borders, fit_several, read_annotated, score


def test_a_headline_may_be_broken_between_its_clauses_and_within_them() -> None:
    borders = list(find_borders("望江县石桥修缮工程完工 两岸村民出行更便捷", Random(1)))

    assert [border for border in borders if border.parts] == [
        Border("望江县石桥修缮工程完工", "两岸村民出行更便捷", parts=True)
    ]
    within = [border for border in borders if not border.parts]
    assert len(within) == 2
    assert all(min(len(border.upper), len(border.lower)) >= 3 for border in within)


def test_a_comma_parts_clauses_too_and_a_column_is_none() -> None:
    borders = list(find_borders("石桥修好了，两岸通车了（望江新事）", Random(1)))
    assert [border for border in borders if border.parts] == [Border("石桥修好了", "两岸通车了", parts=True)]
    assert not list(find_borders("【望江新事】【石桥】通车", Random(1)))


def test_annotated_headlines_say_which_rows_are_clauses() -> None:
    raw = "石桥修缮完工\n两岸今起通车\n县人大常委会\n举行会议\n"

    def part(start: int, end: int) -> Part:
        offsets = [offset for offset in range(start, end) if raw[offset] != "\n"]
        return Part(BlockRole.TITLE, Text("".join(raw[offset] for offset in offsets), array("q", offsets)))

    first, second = Clipping((part(0, 6), part(7, 13))), Clipping((part(14, 25),))
    page = Page("page", raw, SourceKind.PDF_TEXT)
    borders = list(read_annotated([(page, Cuttings((first, second)))], Random(1)))

    assert Border("石桥修缮完工", "两岸今起通车", parts=True) in borders
    assert Border("县人大常委会", "举行会议", parts=False) in borders


def test_what_parts_clauses_is_learnt(tmp_path: Path) -> None:
    random = Random(1)

    def make(count: int) -> list[Border]:
        return [
            Border(
                "".join(random.choices("石桥修缮完工", k=6)),
                ("甲" if parts else "乙") + "".join(random.choices("两岸通车", k=5)),
                parts=parts,
            )
            for parts in random.choices((True, False), k=count)
        ]

    np.savez(tmp_path / "clauses.npz", **fit_several(make(1500), 2, epochs=3))
    network = ClauseNetwork.load(tmp_path / "clauses.npz")
    assert len(network.members) == 2
    assert score(make(100), network) == {"between clauses": 1.0, "within one": 1.0}
