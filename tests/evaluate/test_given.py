import pytest

from evaluate.pages import RAW, make_gold, rows
from yaowen.evaluate.given import place_mentions
from yaowen.page import Clipping, Part
from yaowen.schema import BlockRole

GOLD = make_gold()


def placed(*clippings):
    parts = (tuple(Part(BlockRole.PARAGRAPH, rows(*numbers)) for numbers in clipping) for clipping in clippings)
    return [
        [mention.text for mention in mentions] for mentions in place_mentions(GOLD, [Clipping(part) for part in parts], RAW)
    ]


@pytest.mark.parametrize(
    ("clippings", "mentions"),
    [
        ([[(1,), (2, 3, 4)], [(9,), (10, 11)]], [["副市长", "罗启明", "市水务局", "局长", "程晓川"], ["丰乐县", "农技站"]]),
        ([[(9,), (10,), (2, 3)]], [["丰乐县", "农技站", "副市长", "罗启明"]]),
        ([[(3,)], [(4,)]], [["副市长", "罗启明"], ["市水务局", "局长", "程晓川"]]),
        ([[(0,)]], [[]]),
    ],
)
def test_gold_mentions_find_their_place_in_any_segmentation(clippings, mentions):
    assert placed(*clippings) == mentions


def test_placed_mentions_point_at_the_page_and_at_the_text():
    clipping = Clipping((Part(BlockRole.PARAGRAPH, rows(4)), Part(BlockRole.PARAGRAPH, rows(2, 3))))

    (mentions,) = place_mentions(GOLD, [clipping], RAW)

    for mention in mentions:
        assert clipping.text.chars[mention.start : mention.end] == mention.text
        assert "".join(RAW[start:end] for start, end in mention.source) == mention.text
    assert [mention.start for mention in mentions] == sorted(mention.start for mention in mentions)


def test_a_mention_that_is_cut_in_two_is_left_out():
    text = rows(2, 3, 4)
    start = str(text).index("市水务局")
    halves = [Clipping((Part(BlockRole.PARAGRAPH, half),)) for half in (text[: start + 2], text[start + 2 :])]
    broken = [Clipping((Part(BlockRole.PARAGRAPH, text[: start + 2]), Part(BlockRole.PARAGRAPH, text[start + 2 :])))]

    for clippings in (halves, broken):
        names = [mention.text for mentions in place_mentions(GOLD, clippings, RAW) for mention in mentions]
        assert names == ["副市长", "罗启明", "局长", "程晓川"]
