"""Short adverts, told by what they offer and how it is to be had: 临街门面转让，接手即可营业。电话1380000."""

from __future__ import annotations

import re

from yaowen.schema import BlockRole
from yaowen.segment.body import Body
from yaowen.segment.genres import NOTICE, REPORTED

LONGEST_ADVERT = 90
OFFERED = re.compile(r"[招急诚]聘|转让|[出招求]租|出售|优惠|套餐|加盟|代理|清仓|特价|\d折|[一二三四五六七八九]折|开盘|团购")
REACHED = re.compile(r"(?:电话|热线|手机|咨询|微信|联系人?)\D{0,8}(?:[（(]\d{3,4}[）)]\s?)?(?:\d[\s—-]?){7}|面议|底薪")


def is_advert(body: Body) -> bool:
    """Whether a short body offers something and says how to get it."""
    said = "".join(piece.text.chars for piece in body.pieces)
    if len(said) > LONGEST_ADVERT or any(piece.role != BlockRole.PARAGRAPH for piece in body.pieces) or said.count("。") > 1:
        return False
    title = "".join(head.text.chars for head in body.heads)
    offers = OFFERED.search(title + said) and REACHED.search(said)
    return offers is not None and not REPORTED.search(said) and not NOTICE.search(title)
