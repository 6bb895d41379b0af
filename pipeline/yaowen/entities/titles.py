"""Common words that are titles only beside a name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yaowen.page import Clipping
from yaowen.schema import BlockRole, Label, Mention

COMMON = {
    *("记者", "负责人", "委员", "代表", "成员", "队员", "运动员", "嘉宾", "专家"),
    *("学员", "教师", "老师", "医生", "学生", "干部", "党员"),
}
"""Titles only beside a name, before another title, or where somebody is said to be one: 记者王一, but not 记者获悉."""
BESIDE_NAME = " 、：:（(/\u3000"
"""What may stand between a title and the name or title behind it."""
SAID_TO_BE = re.compile(r"(?:[是系当为任]|当选)(?:原|一[名位])?$|(?:罢免|免去|任命|辞去|[历现曾担]任)[^。；\n]{0,60}$")
"""Before the body that somebody is a doctor or a member of: 卓然是|云漠县医院|医生, 免去卓然的|云漠审判委员会|委员职务."""


def leave_out_common(clipping: Clipping, mentions: tuple[Mention, ...]) -> Iterator[Mention]:
    """Without what is a title only beside a name, where none is; a list of titles leads to the name behind it."""
    kept: list[Mention] = []
    bylines = [block for block in clipping.blocks if block.role == BlockRole.BYLINE]
    for number in range(len(mentions) - 1, -1, -1):
        mention, before, after = mentions[number], mentions[number - 1] if number else None, kept[-1] if kept else None
        if any(block.start <= mention.start < block.end for block in bylines) or _is_title(clipping, mention, before, after):
            kept.append(mention)
    return reversed(kept)


def _is_title(clipping: Clipping, mention: Mention, before: Mention | None, after: Mention | None) -> bool:
    """Whether a mention is no common word, or one that is a title between its neighbours."""
    if mention.label != Label.ROLE or mention.text not in COMMON:
        return True
    chars = clipping.text.chars
    between = chars[mention.end : after.start] if after else None
    if after and between is not None and after.label in (Label.PERSON, Label.ROLE) and not between.strip(BESIDE_NAME):
        return True
    if before is None or before.end != mention.start or before.label not in (Label.PERSON, Label.ORG):
        return False
    # 王一|老师|, 市人大|代表|、云漠医院院长, 卓然是云漠县医院|医生|
    said = before.label == Label.PERSON or SAID_TO_BE.search(chars, max(before.start - 80, 0), before.start)
    return bool(said) or between == "、"
