"""Who wrote an article, read off its byline."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yaowen.datelines import SIGNED
from yaowen.schema import Byline
from yaowen.segment.pieces import SURNAMES

ROLE = re.compile(
    r"(?:首席|见习|实习|学生|特约|特派|驻[一-鿿]{1,4}?|全媒体|融媒体?|摄影|校园)*(?:评论员|通讯员|记者)|实习生|特约撰稿人|撰稿人|撰稿|摄影|编译"
)
STAFF = ("记者", "评论员")
"""Whom the outlet that opens a byline holds for; correspondents and trainees are not its own."""
OUTLET = re.compile(
    r"本报|本刊|本台|本网|[一-鿿]{2,6}融媒体?(?:中心)?(?=\s*(?:首席|见习|实习|特约)?(?:记者|评论员))|新华社|中新社|(?:中新|新华|人民|光明|央视|央广|中国)网|[一-鿿]{2,6}?(?:日报|晚报|晨报|早报|时报|都市报|新闻网|电视台|融媒体中心)"
)
BETWEEN = re.compile(r"[\s、，,/／;；|]+|(?<=[一-鿿])和(?=[一-鿿])")
NAME = re.compile(r"[一-鿿㐀-䶿][一-鿿㐀-䶿·•]{1,9}")
CREDITS = re.compile(r"(?:文|图|摄影|撰文)\s*[/／:：]\s*|^\s*(?:读者|作者\s*[:：])\s*[:：]?\s*")
AFTERWARDS = re.compile(
    r"(?:[\s/／]*(?:(?:综合)?(?:摄影?报道|报道)|图文|文并?摄|文[/／]图|摄|撰文|整理|供稿|供图|提供)|[\s/／]+[文图])+\s*[）):：]?$"
)
"""What the authors did. A lone 文 that no space sets off ends a name (南仲文)."""
LETTER_SPACED = re.compile(r"(?<![一-鿿])([一-鿿])[ \xa0\u3000]+([一-鿿])(?![一-鿿])")
DOUBLE = "欧阳|上官|司马|诸葛|夏侯|皇甫|东方|尉迟|公孙|慕容|令狐|司徒|端木|独孤|南宫|东郭|西门|呼延"
COMMON = SURNAMES[:230].translate(dict.fromkeys(map(ord, "白古马明金石高")))
"""Surnames that seldom stand within a name of another people (马哈木提, 古丽米热) or within a given name."""
ONE = re.compile(rf"(?:{DOUBLE}|[{COMMON}])[一-鿿]{{1,2}}")
"""A surname with a name, the longer the likelier."""
BODY = re.compile(r"(?:..法院|检察院|政府|宣传部|中心|公司|集团|街道|协会|..[局委办]|^[一-鿿]{2}[乡镇县])$")
"""An article can come from a body: （平川镇 供稿）."""
SHORTEST_PAIR = 4
"""Characters of two names without a space."""


def parse_byline(chars: str) -> tuple[Byline, ...]:
    """The authors that a byline names, in its order; a list of bare names gives names without a role.

    In 本报讯（记者卓然 通讯员石小满） the paper is that of both; in 本报记者 卓然 通讯员 石小满 it is that of 卓然 alone.
    """
    return tuple(dict.fromkeys(_parse(chars)))


def _parse(chars: str) -> Iterator[Byline]:
    outlet = None
    if lead := SIGNED.fullmatch(chars):
        chars = lead["authors"]
        named = OUTLET.match(lead["outlet"])
        outlet = named[0] if named else None
    chars = AFTERWARDS.sub("", CREDITS.sub(" ", chars.strip("（）() \u3000□■◎●")))
    roles = list(ROLE.finditer(chars))
    if not roles:
        yield from (Byline(name, None, outlet) for name in _names(OUTLET.sub(" ", chars)))
        return
    before = chars[: roles[0].start()]
    for number, role in enumerate(roles):
        last = number + 1 == len(roles)
        after = chars[role.end() : len(chars) if last else roles[number + 1].start()]
        named = OUTLET.search(before)
        outlet = named[0] if named else outlet
        own = outlet if lead or named or role[0].endswith(STAFF) else None
        names = _names(after if last else OUTLET.sub(" ", after))
        if names:
            yield from (Byline(name, role[0], own) for name in names)
        elif last:
            yield Byline(None, role[0], own)
        before = after


def _names(chars: str) -> list[str]:
    pieces = BETWEEN.split(LETTER_SPACED.sub(r"\1\2", chars).strip("：: "))
    return [
        name
        for piece in pieces
        if NAME.fullmatch(piece) and not piece.startswith("作者") and not BODY.search(piece)
        for name in _part(piece)
    ]


def _part(chars: str) -> list[str]:
    """Names between which the space is lost (韦岚涂小青); one name where its parts do not all begin with a surname."""
    whole = len(chars) < SHORTEST_PAIR or (chars[:2] in DOUBLE.split("|") and len(chars) == SHORTEST_PAIR)
    return [chars] if whole else _part_all(chars) or [chars]


def _part_all(chars: str) -> list[str]:
    if not (one := ONE.match(chars)):
        return []
    for end in range(one.end(), one.end() - 2, -1):
        if end == len(chars):
            return [chars]
        if ONE.fullmatch(chars[:end]) and (rest := _part_all(chars[end:])):
            return [chars[:end], *rest]
    return []
