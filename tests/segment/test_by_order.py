"""Headlines find their bodies. Places and people are invented."""

from array import array

from yaowen.schema import BlockRole
from yaowen.segment.by_order import match_by_order
from yaowen.segment.pieces import Piece
from yaowen.text import Text

PARAGRAPH, TITLE, SUBTITLE = BlockRole.PARAGRAPH, BlockRole.TITLE, BlockRole.SUBTITLE


def make_pieces(*rows: tuple[BlockRole, str, float]) -> list[Piece]:
    """Rows that follow each other on a page, each with how likely it is to begin an article."""
    starts = [sum(len(chars) + 1 for _, chars, _ in rows[:number]) for number in range(len(rows))]
    return [
        Piece(role, Text(chars, array("q", range(start, start + len(chars)))), begins=begins, roles={role: 0.95})
        for (role, chars, begins), start in zip(rows, starts, strict=True)
    ]


def test_headlines_that_share_few_words_with_their_bodies_stay_where_they_stand() -> None:
    """The second body has no headline; were the headlines given out in their order, the third body's would be its."""
    pieces = make_pieces(
        (PARAGRAPH, "望江县石桥镇昨天开镰，首批早稻收割三百亩。", 0.9),
        (TITLE, "颗粒归仓不误农时", 0.05),
        (SUBTITLE, "农机奔走田间", 0.05),
        (PARAGRAPH, "永安石桥的修缮昨天完工，孩子上学少走两公里。", 0.9),
        (PARAGRAPH, "全长九公里的岚州环湖公路今天建成，沿线村民出行更快。", 0.9),
        (TITLE, "家门口跑起班车", 0.05),
        (SUBTITLE, "票价两元", 0.05),
        (PARAGRAPH, "县图书馆把阅览室的关门时间推迟到晚上十点。", 0.9),
        (TITLE, "灯火里书香更浓", 0.05),
        (SUBTITLE, "周末不打烊", 0.05),
    )
    found = [(body.pieces[0].text.chars[:3], [head.text.chars for head in body.heads]) for body in match_by_order(pieces)]
    assert found == [
        ("望江县", ["颗粒归仓不误农时", "农机奔走田间"]),
        ("永安石", []),
        ("全长九", ["家门口跑起班车", "票价两元"]),
        ("县图书", ["灯火里书香更浓", "周末不打烊"]),
    ]
