import pytest

from yaowen.entities.combined import CombinedEntities
from yaowen.entities.lexicon import LexiconEntities
from yaowen.page import Clipping, Part
from yaowen.schema import BlockRole
from yaowen.text import Text


def clip(*lines):
    return Clipping(tuple(Part(BlockRole.PARAGRAPH, Text.of(line)) for line in lines))


def told(mentions):
    return [(mention.text, mention.label) for mention in mentions]


@pytest.mark.parametrize(
    ("finders", "mentions"),
    [
        ([{"云岭市": "PLACE"}, {"云岭市水务局": "ORG"}], [("云岭市", "PLACE")]),
        ([{"云岭市水务局": "ORG"}, {"云岭市": "PLACE"}], [("云岭市水务局", "ORG")]),
        ([{"云岭市": "PLACE"}, {"云岭市": "ORG"}], [("云岭市", "PLACE")]),
        ([{"局长": "ROLE"}, {"云岭市水务局": "ORG"}], [("局长", "ROLE")]),
        ([{"局长": "ROLE"}, {"云岭市": "PLACE"}], [("云岭市", "PLACE"), ("局长", "ROLE")]),
        (
            [{"柏川": "PERSON"}, {"云岭市": "PLACE"}, {"岭市水": "ORG", "局长": "ROLE"}],
            [("云岭市", "PLACE"), ("局长", "ROLE"), ("柏川", "PERSON")],
        ),
    ],
)
def test_where_two_overlap_the_earlier_finder_is_believed(finders, mentions):
    find = CombinedEntities(tuple(map(LexiconEntities, finders)))

    (found,) = find([clip("云岭市水务局长柏川")])

    assert told(found) == mentions


def test_each_clipping_keeps_its_own_mentions_and_revisers_come_last():
    class DropPlaces:
        def revise(self, clippings, found):
            assert len(clippings) == len(found)
            return [tuple(mention for mention in mentions if mention.label != "PLACE") for mentions in found]

    find = CombinedEntities((LexiconEntities({"云岭市": "PLACE"}), LexiconEntities({"柏川": "PERSON"})), (DropPlaces(),))

    assert list(map(told, find([clip("柏川到云岭市"), clip("无人"), clip("云岭市", "柏川")]))) == [
        [("柏川", "PERSON")],
        [],
        [("柏川", "PERSON")],
    ]
