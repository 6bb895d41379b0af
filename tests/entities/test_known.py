import pytest

from yaowen.divisions import ALIASES
from yaowen.entities.known import KnownEntities
from yaowen.page import Clipping, Part
from yaowen.schema import BlockRole
from yaowen.text import Text


def names(line):
    (mentions,) = KnownEntities()([Clipping((Part(BlockRole.PARAGRAPH, Text.of(line)),))])
    return [(mention.text, str(mention.label)) for mention in mentions]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("在齐鲁大地上", [("齐鲁", "PLACE")]),
        ("据齐鲁晚报报道", []),
        ("吴越文化节开幕", [("吴越", "PLACE")]),
        ("西部大开发和东北全面振兴", [("西部", "PLACE"), ("东北", "PLACE")]),
        ("西部山区有雨，东北风三级", []),
        ("中西部地区承接产业转移", [("中西部地区", "PLACE")]),
        ("打造新时代“枫桥经验”升级版", [("枫桥", "PLACE")]),
        ("少先队活动里，少先队员敬礼", [("少先队", "ORG")]),
        ("向巡视组汇报，巡视组组长讲话", [("巡视组", "ORG")]),
        ("建设中国（云岭）自由贸易试验区", [("中国（云岭）自由贸易试验区", "PLACE")]),
        ("小巷、书院弄，过了打铁弄。", [("书院弄", "PLACE"), ("打铁弄", "PLACE")]),
        ("住在石皮弄12号，不被他人玩弄、捉弄，菜在家里弄，到那里弄", [("石皮弄12号", "PLACE")]),
        ("学雷锋活动", [("雷锋", "PERSON")]),
    ],
)
def test_names_that_every_paper_uses(line, found):
    assert names(line) == found


@pytest.mark.parametrize("alias", ALIASES)
def test_another_name_of_a_province_or_city_is_a_place(alias):
    assert names(f"{alias}大地披新绿") == [(alias, "PLACE")]
