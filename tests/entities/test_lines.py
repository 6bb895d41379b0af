import pytest

from yaowen.entities.lines import find_in_lines
from yaowen.page import Clipping, Part
from yaowen.schema import BlockRole, Label
from yaowen.text import Text, quote


@pytest.mark.parametrize(
    ("spans", "texts"),
    [
        ([(0, 3), (3, 5)], ["云岭市", "市长"]),
        ([(3, 5), (0, 3)], ["云岭市", "市长"]),
        ([(0, 2), (0, 3)], ["云岭市"]),  # of those that start together the longest
        ([(0, 4), (3, 5)], ["云岭市市"]),  # of those that overlap the first
        ([(2, 2), (4, 3)], []),
        ([(3, 9)], []),  # beyond the line's end
        ([], []),
    ],
)
def test_spans_of_a_line_become_mentions_in_order_and_apart(spans, texts):
    clipping = Clipping((Part(BlockRole.PARAGRAPH, Text.of("云岭市市长")), Part(BlockRole.PARAGRAPH, Text.of("柏川"))))

    (found,) = find_in_lines([clipping], lambda lines: [[(*span, Label.ROLE) for span in spans], []])

    assert [mention.text for mention in found] == texts


def test_all_lines_go_to_the_finder_at_once_and_every_mention_knows_its_place():
    raw = "柏川\n\n到白石乡\n柏川"
    page = Text.of(raw)
    clippings = [
        Clipping((Part(BlockRole.TITLE, page[0:2]), Part(BlockRole.PARAGRAPH, page[4:8]))),
        Clipping(()),
        Clipping((Part(BlockRole.PARAGRAPH, page[9:11]),)),
    ]
    asked = []

    def find(lines):
        asked.append(list(lines))
        return (
            [(line.index(name), line.index(name) + len(name), Label.PERSON) for name in ("柏川", "石乡") if name in line]
            for line in lines
        )

    found = list(find_in_lines(clippings, find))

    assert asked == [["柏川", "到白石乡", "柏川"]]
    assert [[mention.text for mention in mentions] for mentions in found] == [["柏川", "石乡"], [], ["柏川"]]
    assert [mention.source for mentions in found for mention in mentions] == [((0, 2),), ((6, 8),), ((9, 11),)]
    for clipping, mentions in zip(clippings, found, strict=True):
        for mention in mentions:
            assert quote(raw, mention.source) == mention.text == str(clipping.text)[mention.start : mention.end]
