"""Every way of setting a page keeps its characters."""

from collections import Counter
from random import Random

import pytest

from train.pages.articles import copies
from yaowen.schema import SourceKind
from yaowen.train.pages import make_page


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
