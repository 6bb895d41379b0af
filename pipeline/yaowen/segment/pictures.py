"""What stands below the pictures of a page, told by its words: what they show, and who took them."""

from __future__ import annotations

import re

from yaowen.credits import CREDIT_BEHIND, GIVEN

POINTER = r"[（(]?[▲△▼▽◀▶←→↑↓]?\s*"
CAPTION = re.compile(
    rf"{POINTER}(?:图\s*(?:[①-⑳](?=\s*[：:为是]|\s)|[一二三四五六1-9](?=\s*[：:]))|[上下左右]图(?=\s*[：:为是])|图为)\s*[：:为是]?"
)
"""What opens the caption of one of several pictures (图①：…) or of the picture beside it (上图：…)."""
POINTED = re.compile(r"[▲△▼▽][^●■◆▲。；]{4,}(?<![：:，,])|[△▼▽][^●■◆▲。；\d]{4,20}。")
"""Points to its picture, and tells of it in no sentence (▲卓然在查看墒情), as a brief with such a mark is."""
PLACED = re.compile(r".{2,60}[（(](?:[前后]排)?(?:[左右][一二三四五六起]|[左右中](?=[）)][^\s—]))[）)].{0,60}")
"""Tells who stands where in its picture (卓然（左二）在查看墒情。), as the second part of a series does not: 石桥旧事（中）."""
OF_ARCHIVE = re.compile(r".{4,60}(?:[（(](?:资料|档案)(?:照片|图片?)[）)]|[。\s]资料(?:照片|图片?))。?")
"""Says that its picture is an old one: 渡口的旧照（资料照片）。"""
ARROWED = re.compile(r"[◀▶◁▷←→↑↓][ \u3000]*[^，。>＞»]{2,20}，[^>＞»]{8,}")
"""Points to its picture and tells of it: ◀昨天，工人在粮库调试风机。"""
POINTED_SENTENCE = re.compile(r"[▲△▼▽][^●■◆▲；]{6,70}。图[/／：:][^，。]{2,20}")
"""The same in a sentence or two, as accounts have it: ▲渡口的旧照。图/望江县档案馆. Without whose it is, it may be a brief."""
FROM_WHOM = re.compile(r"(?:图片|照片|视频)来源\s*[:：]\s*[^\s，。]{2,16}$")
"""Ends the caption of a picture of a site."""
LONGEST_CAPTION, LONGEST_CREDIT = 160, 40
CREDITED = re.compile(rf"(?:{GIVEN}|社发|[图照]片|资料图|截图)\s*[）)]$")
"""Ends a caption, as no name of an author ends."""
NUMBERS_OF_PICTURES = re.compile(r"[①-⑳\s]{1,20}")
"""What stands in a picture, for its caption to name it."""
SHORT = 60
SCENE = re.compile(
    r"(?!直击|走[进近]|探访|聚焦|深入|来到)[一-鿿“”]{0,8}(?:活动|仪式|[会式赛演训展])现场|[（(【]?(?:相关)?(?:资料|示意|效果|配|网络)图片?[）)】]?[。.]?(?:来自[一-鿿]{2,8})?|图片说明\s*[:：]?|[^，。]{4,40}合影(?:留念)?"
)
"""All that a site says below a picture: 签约仪式现场, （资料图）, 资料图。来自望江网, 本报记者与冠军卓然合影."""
ART = re.compile(
    r"[《]?[一-鿿·]{2,14}[》]?[ \u3000]*"
    r"[（(](?:国画|油画|版画|水彩画?|素描|漫画|速写|剪纸|书法|篆刻|摄影|工笔画?|水墨画?|农民画)[）)]"
    r"[ \u3000]*[一-鿿· \u3000]{2,8}[作摄绘书]?"
)
"""What a page of literature says below a picture: 青山如黛（国画） 卓然."""


def is_caption(chars: str) -> bool:
    """Whether a row by its words tells of a picture."""
    return (
        (len(chars) <= SHORT and POINTED.fullmatch(chars) is not None)
        or POINTED_SENTENCE.fullmatch(chars[:LONGEST_CAPTION]) is not None
        or (len(chars) <= 2 * SHORT and (CAPTION.match(chars) or ARROWED.fullmatch(chars)) is not None)
        or (len(chars) <= LONGEST_CAPTION and CREDIT_BEHIND.search(chars[-LONGEST_CREDIT:]) is not None)
        or (len(chars) <= SHORT and any(whole.fullmatch(chars) for whole in (SCENE, ART, PLACED, OF_ARCHIVE)))
        or (len(chars) <= SHORT and FROM_WHOM.search(chars) is not None)
    )
