"""What gatherings are called: the words that close their names, and what kind of gathering each word tells.

Reads names and the words behind a verb. The last event word of a name decides its kind; a name ends where an event
word is followed by something that cannot belong to it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from yaowen.facts.dates.words import number
from yaowen.facts.scene import Scene
from yaowen.facts.wording import CEREMONY, COMPETITION, GATHERING, MEETING
from yaowen.schema import EventKind

HEAD = re.compile(
    rf"(?P<ceremony>{CEREMONY})|(?P<competition>{COMPETITION})|(?P<other>{GATHERING})|(?P<meeting>{MEETING})", re.ASCII
)

# 委员会, 协会 are bodies; 社会, 机会 no gatherings at all.
NO_EVENT = re.compile(
    r"(?:(?<!全)委员?会|办公室|[人政]大常委会|[市省县区]委常委会|协会|(?<![协会])商会|工会|总会|分会|联合会|学会|基金会|研究会"
    r"|促进会|理事会|[该本我]会"
    r"|董事会|监事会|组委会|村委会|居委会|议会|国会|教会|公会"
    r"|联谊会|合作社|社会|机会|都会|省会|集会|一会|不会|只会|才会|将会|也会"
    r"|就会|还会|时[刻候间期]会|[们家来]会|(?<!全)体会|领会|融会|拜会"
    r"|约会|与会|到会|幸会|聚会|行会|帮会|红十字会|妇联会|残联|民主协商会议|政治协商会议"
    r"|理论学习中心组|领导小组)$"
)
NO_OCCASION = re.compile(
    r"(?:生产|建设|经营|聚集性?|违法|违规|犯罪|交易|投资|施工|采购|教学|科研|商业|捕捞|运营|融资|军事|生命|水事)活动"
    r"|.*(?:征集|征文|征稿)活动|.*(?:任期|赛季|学期|结果|名单|成绩)"
)
"""What goes on rather than is held: 从事生产活动."""
ACTIVITY = re.compile(r"(?:培训|审议|研讨|听证|评审|座谈)$")
"""Gatherings only where they are held: 骨干培训在某县举行, but 参加培训."""

# 工作会议精神, 体育馆: the word goes on.
GOES_ON = re.compile(
    r"(?:精神|纪要|室|厅|场|堂|中心|现场|事|主题|决定|决议|要求|部署|报告|资格|成绩|项目|内容|方案|通知|筹备|名单|区|台"
    r"|第[一二三四五六七八九十0-9]{1,3}次(?:全体)?会议|馆|品|目|示|开|员|形式|方式|期间|间隙|制度|成果|上的|的(?!通知)"
    r"|(?:动员|部署|推进|总结|表彰|分析|庆祝|纪念|欢迎)(?:部署|推进|表彰)?(?:大?会|仪式|活动))"
)
CLOSES_NAME = re.compile(r"[”’》」]|[（(](?:扩大|视频|电视电话|线上)[）)](?:会议?)?")
_JOINT = re.compile(
    r"[及暨和与](?![^，。、；]{0,4}[的在于])[^，。、；及和与]{2,12}?(?:仪式|典礼|大会|论坛|研讨会|活动)(?![上中])"
)
"""首发式|及捐赠仪式."""
SHORT_FORM = re.compile(r"[（(](?:以?下?简?称)[^（）()]*[）)](?=[\u4e00-\u9fff])(?![将于在已日])")
"""某博览会（下称某博会）新闻发布会: the name goes on behind it."""
CALLED_FOR_SHORT = re.compile(r"[（(](?:以?下?简?称)[^（）()]*[）)]$")
"""某博览会（简称“某博会”）: no part of the name."""

_CONVENED = re.compile(r"(?:会议?|[（(]扩大[）)])$")
"""How the name ends of a meeting that is convened with another."""
SLOGAN = re.compile(
    r"^“(?:[^”\n]{2,16}[·，、 ][^”\n]{2,16}”|[^”\n]{4,24}”—+)(?=[0-9]{4}|第[0-9一二三四五六七八九十]{1,4}[届次])"
)
"""“链接柳湖·共赢未来”|2031安河招商推介会: what it is held under."""
BOUNDARY = re.compile(
    r"[，,。；;：:、（( \u3000并以对就和与传及后前期\n]|暨?(?:$)|学习|研究|听取|部署|安排|总结|审议|专题|动员|通报|围绕"
    r"|贯彻|深入|认真|讨论|表决|推进|分析|选举|正式|上[，,强指]|时|公布|宣布|介绍|发布"
    r"|征求|第|邀请|共|旨在|向|由|决定|提出|称|说|庆祝|纪念|欢迎|迎接|悼念|为|致|聘"
)
OWN_MEETING = re.compile(
    r"(?:党委|常委|支委|党组|执委|团委|董事|理事|股东|村民代表|业主)(?:（扩大）)?会(?:会?议|（扩大）会议|扩大会议)?"
)
CALLED_MEETING = re.compile(
    r"(?:会议|大会|全会|全体会|座谈会|推进会|组会|[博展]览会|交易会|论坛"
    r"|仪式|典礼|赛|节|展|(?:培训|研修|研讨|学习)班|讲座|活动|夏令营)$"
)
TOUR = re.compile(r"(?:招商|调研|走访|慰问|视察|考察|督导|督查|督察|检查|巡查|暗访|观摩评比|参观考察)活动$")
"""Activities that are visits."""
GENERIC = re.compile(
    r"(?:本次|此次|这次|该|全体|第?[一二三四五六七八九十\d]+次)?(?:工作|现场|视频|专题|[月季]度|协商|集中|纪念|主题|庆祝|相关|新闻)*"
    r"(?:会议|大会|全会|座谈会|协商会|活动|仪式|比赛|赛事|培训|培训班"
    r"|论坛|大赛|发布会|演出|展览|展会|博览会|峰会|启动仪式|座谈|开幕式"
    r"|闭幕式|颁奖仪式|推进会|讲座|开班仪式|开班式|签约|签约仪式|揭牌"
    r"|揭牌仪式|研讨|学习|审议|行动|展|专题会议)"
)
BODY_AND_WORD = re.compile(
    r"(?:\d+年)?(?:第?[一二三四五六七八九十\d]+届)?(?:第?[一二三四五六七八九十百〇零\d]+次)?"
    r"(?:(?:理论学习)?中心组|专题|集中|常务|全体|扩大|（扩大）|工作|学习|集体|党组|理论|视频|主席"
    r"|主任|常委|会长|执委|读书|主题|民主生活|组织生活|月度|季度|年度|第?[一二三四五六七八九十]季度|年终)*"
    r"(?:会议|(?:会员|职工|党员|团员|妇女)?代表大会|会员大会|大会|会"
    r"|学习会|(?:集体)?学习研讨会|集体学习|学习|读书班|党课|培训班|座谈会|年会|成立大会)"
)


def kind_of(name: str) -> EventKind | None:
    """What a gathering is by the last word of its name: a contest's 启动仪式 is a ceremony, a contest's 活动 a contest."""
    found = [match for match in HEAD.finditer(name) if match.end() == len(name) or not NO_EVENT.search(name, 0, match.end())]
    found = [match for match in found if name[match.end() : match.end() + 1] not in {"场", "室", "员", "址"}]
    kinds = [match.lastgroup for match in found if not _is_quoted(name, match.end())]
    if not kinds:
        return None
    if "倒计时" in name and name.endswith("活动"):
        return EventKind.OTHER  # 省运会倒计时100天主题活动
    if kinds[-1] == "other" and (bare := name.rstrip("”’》」）)")).endswith("活动"):
        if TOUR.search(bare):
            return EventKind.INSPECTION
        kinds = [kind for kind in kinds if kind != "other"] or kinds
    return EventKind(str(kinds[-1]))


def _is_quoted(name: str, end: int) -> bool:
    """Whether a word is in the middle of a quotation: the 会 of “文物会说话”主题活动 calls it nothing."""
    return name.count("“", 0, end) > name.count("”", 0, end) and name[end : end + 1] != "”" and "”" in name[end:]


def closing_kind(name: str) -> EventKind | None:
    """The kind of what a word closes the name of, a year apart (某论坛2011), or of a contest: not of 结业会操."""
    bare = name.rstrip("0123456789")
    kind = kind_of(bare)
    closed = any(end == len(bare) for end in heads(bare, 0, len(bare)))
    return kind if closed or kind == EventKind.COMPETITION else None


def is_plain(name: str) -> bool:
    """Whether a name says no more than what it is: 仪式, 工作推进会."""
    return GENERIC.fullmatch(name) is not None


def is_none(name: str, *, held: bool = False) -> bool:
    """Whether what ends with an event word is no gathering: a body, an activity that is not said to be `held`."""
    if NO_OCCASION.fullmatch(name):
        return True
    return NO_EVENT.search(name) is not None or (not held and ACTIVITY.search(name) is not None)


def heads(chars: str, start: int, end: int) -> Iterator[int]:
    """Where the event words of a passage end."""
    return (match.end() for match in HEAD.finditer(chars, start, end))


def end_of_object(scene: Scene, start: int, end: int) -> int | None:
    """Where the event that follows a verb ends: 召开|全市某会议|，; None where what follows is no event (某会议精神)."""
    chars = scene.chars
    for match in HEAD.finditer(chars, start, end):
        quotation = scene.quotation(match.start())
        if quotation and quotation[1] < end and (quotation[0] > start or match.end() < quotation[1] - 1):
            continue  # “文物会说话”主题活动
        stop = match.end()
        if (
            is_none(chars[max(start, stop - 8) : stop])
            and not OWN_MEETING.fullmatch(chars, start, stop)
            and not re.match(r"[，,。；;\n并]|$", chars[stop : stop + 1])
        ):
            continue
        if GOES_ON.match(chars, stop, end):
            continue
        if bracket := CLOSES_NAME.match(chars, stop, end):
            stop = bracket.end()
        elif SHORT_FORM.match(chars, stop, end):
            continue
        if joint := _JOINT.match(chars, stop, end):
            stop = joint.end()
        if stop >= end or BOUNDARY.match(chars, stop, end):
            return stop
    return None


def joined_objects(scene: Scene, stop: int, end: int) -> Iterator[tuple[int, int]]:
    """The further gatherings of a verb, behind the end of the first: 主持召开甲党组会议|和乙市第5次常务会议|，."""
    while scene.chars.startswith(("和", "及", "、", "与"), stop):
        last = end_of_object(scene, stop + 1, min(end, stop + 40))
        name = scene.chars[stop + 1 : last or stop]
        if last is None or len(name) < 5 or not _CONVENED.search(name) or is_plain(name) or is_none(name):
            return
        yield stop + 1, last
        stop = last


def unquoted(name: str) -> str:
    """A name without the marks that stand round the whole of it."""
    name = CALLED_FOR_SHORT.sub("", SHORT_FORM.sub("", name))
    name = re.sub(r"[（(](?:视频|电视电话|线上|视频会议)[）)]$", "", name.strip())
    if len(name) > 2 and name[0] in "“《「" and name[-1] in "”》」" and not set("“”《》") & set(name[1:-1]):
        return name[1:-1]
    return SLOGAN.sub("", name)


_COUNTED = re.compile("第?(?P<nth>[0-9]{1,3}|[一二三四五六七八九十]{1,4})(?P<of>[届次])")


def sessions_differ(one: str | None, other: str | None) -> bool:
    """Whether two names are of different sessions: 人大常委会第十二次会议 and 人大三次会议."""
    told = [{(number(m["nth"]), m["of"]) for m in _COUNTED.finditer(name or "")} for name in (one, other)]
    return bool(told[0] and told[1]) and not (told[0] <= told[1] or told[1] <= told[0])


def alike(one: str | None, other: str | None) -> float:
    """How much of the shorter name is in the other, by pairs of characters."""
    if not one or not other:
        return 0.0
    pairs = [{name[i : i + 2] for i in range(len(name) - 1)} for name in (one, other)]
    return len(pairs[0] & pairs[1]) / max(1, min(map(len, pairs)))
