"""Words in common tell whether a text goes on. Places and people are invented."""

from __future__ import annotations

from yaowen.schema import BlockRole
from yaowen.segment.body import Body
from yaowen.segment.cohesion import weigh_borders
from yaowen.segment.pieces import Piece
from yaowen.text import Text

ROAD = "环湖公路全长九公里，石桥镇到柳河镇的车程缩短一半。施工队在湖边打下三百根桩，桩基最深四十米。"
ROAD_ON = "环湖公路上，石桥镇的果子到柳河镇缩短了一半车程。施工队在湖边留下的三百根桩，如今是步道的桩基。"
CLINIC = "夜间门诊开到晚上九点，孩子发烧不必再跑省城。护士长卓然排出三班，儿科医生轮流坐诊，药房随时取药。"


def body(*said: str) -> Body:
    return Body([Piece(BlockRole.PARAGRAPH, Text.of(chars)) for chars in said])


def test_a_text_that_says_the_same_words_goes_on_and_another_does_not() -> None:
    bodies = [body(ROAD * 4), body((ROAD + ROAD_ON) * 2), body(CLINIC * 4)]
    first, goes_on, opens = weigh_borders(bodies, [[], [], [], []])
    assert first == 0
    assert goes_on > 1 > -1 > opens


def test_few_words_tell_little_and_headlines_between_texts_leave_it_to_other_signs() -> None:
    title = [Piece(BlockRole.TITLE, Text.of("夜间门诊开诊"))]
    long, short = (weigh_borders([body(ROAD * times), body(CLINIC * times)], [[], [], []])[1] for times in (4, 1))
    assert long < short < 0
    assert weigh_borders([body(ROAD), body(CLINIC)], [[], title, []]) == [0, 0]


def test_what_stands_beyond_a_headline_is_not_compared() -> None:
    title = [Piece(BlockRole.TITLE, Text.of("环湖公路通车"))]
    alone = weigh_borders([body(ROAD), body(CLINIC)], [title, [], []])[1]
    bodies = [body(CLINIC), body(ROAD), body(CLINIC), body(ROAD)]
    assert abs(weigh_borders(bodies, [[], title, [], title, []])[2] - alone) < 0.2


def test_on_a_page_of_the_web_what_goes_on_below_a_headline_shares_words_too() -> None:
    heading = [Piece(BlockRole.SUBHEAD, Text.of("桩基打进湖底"))]
    bodies = [body(ROAD * 4), body((ROAD + ROAD_ON) * 2), body(CLINIC * 4)]
    _, goes_on, opens = weigh_borders(bodies, [[], heading, heading, []], web=True)
    assert goes_on > 1 > -1 > opens
    assert weigh_borders(bodies, [[], heading, heading, []]) == [0, 0, 0]
