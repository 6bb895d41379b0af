import pytest

from yaowen.train.vocabulary import Uses, kind_of
from yaowen.vocabulary import Kind


@pytest.mark.parametrize(
    ("word", "tag", "uses", "kind"),
    [
        ("惠及", "ns", Uses(200, behind_adverb=20, before_aspect=5, as_noun=0), Kind.VERB),
        ("培训", "vn", Uses(900, behind_adverb=18, before_aspect=0, as_noun=40), Kind.ACTION),
        ("收入", "v", Uses(1200, behind_adverb=30, before_aspect=0, as_noun=130), Kind.NOUN),
        ("履行", "v", Uses(500, behind_adverb=50, before_aspect=30, as_noun=5), Kind.VERB),
        ("严格", "ad", Uses(500, behind_adverb=50), Kind.ADVERB),
        ("脱颖而出", "i", Uses(80, behind_adverb=2), Kind.OTHER),
        ("同比", "n", Uses(900), Kind.ADVERB),
        ("仍", "a", Uses(900), Kind.ADVERB),
    ],
)
def test_the_kind_of_a_word_is_how_it_is_used(word, tag, uses, kind):
    assert kind_of(word, tag, uses) == kind
