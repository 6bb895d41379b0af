"""Common words that are titles only beside a name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yaowen.page import Clipping
from yaowen.schema import BlockRole, Label, Mention

COMMON = {
    *("记者", "负责人", "委员", "代表", "成员", "队员", "选手", "运动员", "嘉宾", "专家"),
    *("学员", "教师", "老师", "医生", "学生", "干部", "党员"),
}
"""Titles only beside a name or where somebody is said to be one: 记者王一 and 王老师, but not 记者获悉."""

SAID_TO_BE = re.compile(r"(?:是|系|当|为)(?:原|一[名位])?$|(?:免去|任命|辞去|[历现曾担]任)[^。；\n]{0,60}$")
"""Before the body that somebody is a doctor or a member of: 卓然是|云漠县医院|医生, 免去卓然的|云漠审判委员会|委员职务."""


def leave_out_common(clipping: Clipping, mentions: tuple[Mention, ...]) -> Iterator[Mention]:
    """Without what is a title only beside a name, where none is; a list of titles leads to the name behind it."""
    kept: list[Mention] = []
    for number in range(len(mentions) - 1, -1, -1):
        mention, after = mentions[number], kept[-1] if kept else None
        if mention.label == Label.ROLE and mention.text in COMMON:
            before = mentions[number - 1] if number else None
            leads = (
                after is not None
                and after.label in (Label.PERSON, Label.ROLE)
                and not clipping.text.chars[mention.end : after.start].strip(" 、：:（(/\u3000")
            )
            follows = before is not None and before.label == Label.PERSON and before.end == mention.start
            held = (
                before is not None
                and before.label == Label.ORG
                and before.end == mention.start
                and SAID_TO_BE.search(clipping.text.chars, max(before.start - 80, 0), before.start)
            )
            if not (leads or follows or held or _in_byline(clipping, mention)):
                continue
        kept.append(mention)
    return reversed(kept)


def _in_byline(clipping: Clipping, mention: Mention) -> bool:
    return any(block.role == BlockRole.BYLINE and block.start <= mention.start < block.end for block in clipping.blocks)
