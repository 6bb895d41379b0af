"""What a line of a headline and a body are about. Places and people are invented."""

import pytest

from yaowen.segment.topics import Side, load_topics, read_parts

BODIES = (
    "出租车司机卓然昨天在高架桥上遇见一位骑三轮车的老人，他打开双闪灯，一路跟在后面，直到老人平安下桥。",
    "县人民医院眼科上周完成首例角膜移植手术，患者石小满拆下纱布，看清了女儿的脸。主刀医生韦岚说，恢复情况良好。",
    "入夏以来，平川镇五百亩西瓜陆续成熟，瓜农每天凌晨下地采摘，装车运往省城，每斤卖到一元八角。",
    "市足球队在昨晚的客场比赛中以二比一取胜，升至积分榜第三。下半场替补上场的前锋打进了制胜一球。",
)


@pytest.mark.parametrize(
    ("line", "body"),
    [("的哥护送老人三公里", 0), ("她重见光明", 1), ("瓜甜价好农家笑", 2), ("绿茵场上逆转夺三分", 3)],
)
def test_a_line_fits_the_body_that_is_about_the_same(line: str, body: int) -> None:
    network = load_topics()
    about = network(line, Side.LINE)
    fits = [float(about @ network(text, Side.BODY)) for text in BODIES]
    assert max(range(len(fits)), key=fits.__getitem__) == body


def test_a_text_is_read_by_its_characters_and_pairs_of_them() -> None:
    assert sorted(read_parts("石桥，５5石桥")) == sorted({"石", "桥", "0", "石桥", "桥0", "00", "0石"})


@pytest.mark.parametrize("text", ["", "——", "\U00020000"])
def test_a_text_of_no_known_part_is_about_nothing_in_particular(text: str) -> None:
    network = load_topics()
    assert (network(text, Side.LINE) == network("", Side.LINE)).all()
