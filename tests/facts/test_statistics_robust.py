import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from yaowen.facts.canonical import resolve_names
from yaowen.facts.statistics import find_statistics
from yaowen.page import Clipping, Part, Reading
from yaowen.schema import BlockRole, Label, Mention
from yaowen.text import Text, quote

ALPHABET = (
    "0123456789１２一二两三十百万亿半成倍分之第.,，。、%％元个家人亩年月日全市县增长下降占同比累计至从由“”/+-第位居为对 \nA"
)


def read(raw, marks=()):
    clipping = Clipping((Part(BlockRole.PARAGRAPH, Text.of(raw)),))
    mentions = tuple(Mention.at(clipping.text, start, end, label) for start, end, label in marks)
    return find_statistics(resolve_names(Reading(clipping, mentions)))


@given(st.one_of(st.text(max_size=80), st.text(alphabet=ALPHABET, max_size=120)), st.data())
@example("率为率为率为率为率为率为率为率为率为率为率为率为率为率为率为率为8个", None)
def test_any_text_is_read(raw, data):
    marks = []
    if data is not None and raw:
        cuts = sorted(set(data.draw(st.lists(st.integers(0, len(raw)), max_size=6))))
        marks = [(a, b, data.draw(st.sampled_from(Label))) for a, b in zip(cuts[::2], cuts[1::2], strict=False)]
    for statistic in read(raw, marks).statistics:
        assert statistic.quote == quote(raw, statistic.source)
        assert statistic.evidence == quote(raw, statistic.evidence_source)
        assert statistic.quote in statistic.evidence


@pytest.mark.parametrize("piece", ["1个", "1", "一", "率为", "分别1个、", "全市", "10月", "“", "第1", "增长5%", "、", "5%，"])
def test_a_line_without_end_takes_time_in_proportion(piece):
    read(piece * (40_000 // len(piece)))
