"""Rules that say what of a mention taken for a person is the name, and what title stands beside it."""

from __future__ import annotations

import re

from yaowen.entities.cases import AROUND, Case, NoName, Parts, Rule
from yaowen.schema import Label, Mention

LINKS = "和与及同等向正"
"""What links a name with the words after it, and may be taken for its last character."""
GIVES = re.compile(
    r"(?<=[致作])[^，。；\n]{0,8}(?:发言|报告|讲话|演讲|[辞词]|说明|部署)|(?<=获)(?:第|[金银铜冠亚季])"
    r"|(?<=向)[^，。；\n]{1,12}(?:介绍|汇报|致[以意]|表示|通报|赠|颁发|发出|提出|反映|讲解|捐|求助|道歉)"
    r"|(?<=正)(?:在(?![^，。；\n]{0,12}[上中时，])|[一-鿿]{0,2}着|[忙帮]|准备|组织|带领)"
)
"""What somebody does with the words that follow: 卓然|致欢迎辞, 卓然|获第二名, 卓然|向来宾介绍, 卓然|正帮游客."""
FIRM = 3
"""A name that is found so many times as often as it is with one character more has only been run together with that."""
LONGEST_NAME, LONGEST_GIVEN = 4, 2
LEADERS = re.compile("等(?:在家的?)?(?P<role>[省市县区州旗](?:级老)?领导)(?![一-鿿]?(?:班子|小组|干部|机构|机关|集体))")
TRADE = re.compile("(?:公交)?司机$|的[哥姐]$|老板娘?$")
OF_TOWN = ("镇", "乡", "村", "县", "市", "区")


def _is_home(case: Case) -> tuple[Mention, ...] | None:
    """云岭, in 云岭日报, is no person but the paper's home."""
    return (case.mark(case.mention.start, case.mention.end, Label.PLACE),) if case.is_home else None


def _is_town(case: Case) -> tuple[Mention, ...] | None:
    """|柳湖|, without a title, is the place where the page has 柳湖镇."""
    name = case.mention.text
    if len(name) < 2 or name in case.names.titled or case.touches(Label.ROLE) or case.leads(Label.ROLE):
        return None
    named = any(name + kind in case.names.places for kind in OF_TOWN)
    return (case.mark(case.mention.start, case.mention.end, Label.PLACE),) if named else None


def _end_earlier(case: Case) -> tuple[Mention, ...] | None:
    """李建国|和县级领导, 李建国|赠了新车: where the page has 李建国 as often, or much more often; 卓然|致欢迎辞."""
    name, end, people = case.mention.text, case.mention.end, case.names.people
    more = 1 if name[-1] in LINKS else FIRM
    known = len(name) > LONGEST_GIVEN and name[-1] != "某" and people.get(name[:-1], 0) >= more * people.get(name, 1)
    gives = len(name) == 3 and GIVES.match(case.chars, end)
    return (case.mark(case.mention.start, end - 1),) if known or gives else None


def _begin_later(case: Case) -> tuple[Mention, ...] | None:
    """议政府市|安炳龙: where the page has 安炳龙 more often; not 小满 of 籍小满."""
    name, people = case.mention.text, case.names.people
    known = len(name) > LONGEST_GIVEN + 1 and people.get(name[1:], 0) >= 2 * people.get(name, 1)
    return (case.mark(case.mention.start + 1, case.mention.end),) if known else None


def _is_longer(case: Case) -> tuple[Mention, ...] | None:
    """籍|小满 and 卓一|然 are whole where the page has 籍小满 and 卓一然, too."""
    first, last, people = case.mention.start, case.mention.end, case.names.people
    starts = range(max(case.taken, last - LONGEST_NAME), first)
    start = next((start for start in starts if case.chars[start:last] in people), first)
    ends = range(min(case.free, first + LONGEST_NAME), last, -1)
    least = people.get(case.mention.text, 0) / FIRM if last - first > 1 else 0
    end = next((end for end in ends if people.get(case.chars[first:end], 0) > least), last)
    return None if (start, end) == (first, last) else (case.mark(start, end),)


def _has_leaders(case: Case) -> tuple[Mention, ...] | None:
    """石岩、卓然等|市领导|: what those are who are named without a title; not 市长石岩、卓然等市领导."""
    leaders = LEADERS.match(case.chars, case.mention.end, case.free)
    if leaders is None:
        return None
    first = case.mention
    for earlier in reversed(case.above):
        between = case.chars[earlier.end : first.start]
        if earlier.label == Label.ROLE and not between:
            return None
        if earlier.label != Label.PERSON or between not in {"、", " "}:
            break
        first = earlier
    return case.mention, case.mark(*leaders.span("role"), Label.ROLE)


def _has_trade(case: Case) -> tuple[Mention, ...] | None:
    """公交司机|卓然, 赶来的的哥|卓然: the trade of who is named behind it."""
    start, end = case.mention.start, case.mention.end
    start += case.mention.text[0] in "哥姐" and case.chars[start - 1 : start] == "的"
    trade = TRADE.search(case.chars, max(start - AROUND, case.taken), start)
    return (case.mark(*trade.span(), Label.ROLE), case.mark(start, end)) if trade else None


RULES: tuple[Rule, ...] = (
    NoName(re.compile("我[省市县区州旗]")),
    _is_home,
    _end_earlier,
    _begin_later,
    _is_longer,
    # 苏木达|巴雅尔
    Parts(re.compile("((?:嘎查|苏木)[达长])([一-鿿·]{2,})"), into=(Label.ROLE, Label.PERSON)),
    _is_town,
    _has_trade,
    _has_leaders,
)
"""In the order in which they are asked; the first that has something to say decides."""
