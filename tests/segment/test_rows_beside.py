"""What the rows beside one tell of it, whatever it looks like. People and places are invented."""

import pytest

from yaowen.page import Look, Paragraph
from yaowen.schema import BlockRole, FurnitureRole, Publication
from yaowen.segment.beside import settle_beside
from yaowen.segment.roles import choose_roles
from yaowen.text import Text

ADVERT, PARAGRAPH = FurnitureRole.ADVERT, BlockRole.PARAGRAPH
LOST = "石小满遗失驾驶员上岗证,证号2019-0387,声明作废。"


@pytest.mark.parametrize(
    ("rows", "settled"),
    [
        pytest.param([("遗失声明", ADVERT), (LOST, PARAGRAPH)], [ADVERT, ADVERT], id="below its title"),
        pytest.param(
            [("遗失声明", ADVERT), (LOST, PARAGRAPH), ("卓某遗失收据一张，声明作废。", PARAGRAPH)],
            [ADVERT, ADVERT, ADVERT],
            id="several in a row",
        ),
        pytest.param([("遗失声明", BlockRole.TITLE), (LOST, PARAGRAPH)], [BlockRole.TITLE, PARAGRAPH], id="in a notice"),
        pytest.param(
            [("旺铺转让", ADVERT), ("石小满昨天在石桥遗失的包找到了。", PARAGRAPH)], [ADVERT, PARAGRAPH], id="in a report"
        ),
    ],
)
def test_who_has_lost_something_below_an_advert_is_one_too(rows, settled):
    paragraphs = [Paragraph(Text.of(chars), (Text.of(chars),)) for chars, _ in rows]
    chosen = [role for _, role in rows]
    settle_beside(chosen, paragraphs, [{} for _ in rows])
    assert chosen == settled


@pytest.mark.parametrize(("above", "role"), [("友情链接：", FurnitureRole.NAVIGATION), ("桥上人来人往。", BlockRole.BYLINE)])
def test_whose_a_site_is_stands_below_its_buttons_and_is_no_author(above, role):
    told = [("两岸的人又能从桥上走过。", PARAGRAPH), ("孩子们上学不用再绕路。", PARAGRAPH), (above, PARAGRAPH)]
    rows = [*told, ("望江团委旗下平台•青年网", BlockRole.BYLINE)]
    paragraphs = [Paragraph(Text.of(chars), (Text.of(chars),), looks=(Look(0.0, 0.1, {look: 1.0}),)) for chars, look in rows]
    assert [chosen.role for chosen in choose_roles(paragraphs, Publication(), web=True)][-1] == role
