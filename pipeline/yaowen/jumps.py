"""Jump lines: on which page an article goes on, or began （下转第3版）."""

from __future__ import annotations

import re

NUMBER = r"[\s\d０-９A-Za-z一二三四五六七八九十]{1,6}"
"""A page, or the number of a document."""
ARROWS = r"[▶►▷→◀◁←>＞<＜\s]{0,4}"
OPEN, CLOSE = r"[（(【〔［\[]", r"[）)】〕］\]]"
JUMP_ON = re.compile(
    rf"(?:(?P<set>{OPEN})\s*(?:下\s*转|紧\s*[转接]|转)|(?:(?<=[。！？…”])|(?<![^\s▶►▷→>＞])){ARROWS}下\s*转)"
    rf"\s*第?(?P<page>{NUMBER})\s*(?(set)版?[^（）()，。]{{0,8}}{CLOSE}|版{ARROWS})\s*$"
)
"""Ends what goes on elsewhere: （下转第3版）, 【下转第3版】, 下转第3版▶."""
JUMP_FROM = re.compile(
    rf"^\s*(?:(?P<set>{OPEN})\s*(?:上\s*接|紧\s*接|接)|{ARROWS}上\s*接)"
    rf"\s*第?(?P<page>{NUMBER})\s*(?(set)版?[^（）()，。]{{0,8}}{CLOSE}|版(?:(?=\s)|{ARROWS}$))"
)
"""Opens what began elsewhere: （上接第1版）, ◀上接第1版."""


def is_jump(chars: str) -> bool:
    """Whether a row is a jump line and nothing else."""
    row = chars.strip()
    return JUMP_ON.fullmatch(row) is not None or JUMP_FROM.fullmatch(row) is not None
