"""What stands at the edges of a name and is none of it, and names that two mentions share or that one mention runs together."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set

from yaowen.divisions import read_divisions
from yaowen.page import Clipping
from yaowen.schema import Label, Mention

TAILS = {
    Label.PLACE: re.compile(
        "(?<=[省市州盟县旗区镇乡])[建设][省市州盟县旗区镇乡]$"
        "|(?<=[江河湖海山岭沟镇乡村])最[上中下东西南北][游部面端]?$"
        "|[东西南北]大?门户$"
    ),
    Label.ORG: re.compile("(?<=纪委|政协|政府|公司|集团)会$"),
}
"""What is said of a name: 云岭自治州|建州七十周年, 石河村|最上游, 云漠|西门户, 县纪委|会同县公安局."""
STRETCH = re.compile("(?<=[一-鿿]{2})段$")
"""Behind the second end of a road: 石桥至柳树巷|段."""
HEADS = re.compile("(?:航拍|途经|地处|位于|[与因居图])(?=(?P<rest>[一-鿿]{3,}))")
"""Words before a name: 因为|与|大田乡相邻, 航拍|石桥新寨."""
BORDER = re.compile("(?!东至县)[东西南北](?:起|至|临|抵|接|到|靠|邻|濒)(?=[^，。]{2,})")
"""Which side of a site borders on a place: 东起|学府路，西至|滨河路."""
AREA = re.compile("[一-鿿]{2,6}[市县旗区镇乡]")
OF_THIS = re.compile("[镇乡县旗区市](?=[一-鿿]{2,}(?:村|社区|镇|乡|街道))|村(?=村委会|村(?:党支部|党总支|支部))")
"""Belongs to the word before it: 该|镇|石桥村, 邻|镇|石桥村, 该|村|村委会."""
SUBDIVISION = re.compile("[一-鿿]{1,5}?(?:部|科|处|车间|班)(?=副?(?:经理|主任|科长|班长|总监)$)")
"""Of the body before it: 云漠机床厂|外贸部|经理."""
MANNER = re.compile(
    "(?:退休|离休|值班|承办|办案|主刀|执勤|前辈|出租车)(?=教师|老师|医生|护士|民警|交警|警官|法官|检察官|司机|工程师|艺人)"
    "|驻村(?=第一书记$)|项目(?=总工程师$|首席)"
)
"""Tells how somebody does his work: 退休|教师, 办案|民警, 驻村|第一书记."""
ROAD = re.compile("[A-Z0-9一-鿿]{2,8}高速(?:公路)?(?=[一-鿿]{2,4}$)(?![一-鿿]{0,3}[段站区口道桥梁]$)")
"""A motorway that runs into the place behind it: 云石高速公路|云漠至石河方向."""
HALL = re.compile("(?:[贵来]宾|会议|报告|宴会|演播|多功能|接待|候[车机]|展示|展览)[厅室]$|大?礼堂$")
BEHIND = re.compile("(?P<outlet>(?:在线|新闻网|网|日报|晚报)(?=(?:特约|见习|实习)?记者))|[干支圩江大]堤")
"""Of the place before it: 云漠|在线, whose reporter follows, 云江|干堤."""
COMMON = re.compile(
    "[全各该本]?(?:苏木镇?|嘎查)|大草原|(?<=[是为成型的])[一-鿿]{2}[大强名][省市县镇村]|[新老旧]县(?=城)|[全本]州|中省"
    "|(?<=[重如]于)泰山|(?<=[稳安]如)泰山|泰山(?=压顶)|(?<=[游业教才态化量技农文])兴县|(?<=绿色|钢铁)长城"
)
"""Words for a kind of place: 全苏木, 当选的养殖大县, 全州 where no 全州县 is named, 新县|城, 责任重于|泰山, 旅游|兴县."""
TRADES = {"民警", "交警", "法官", "检察官", "护士", "司机"}
"""Titles only where they touch a name: 民警王一, but not 民警赶到现场."""
OFFICE = re.compile("(?:嘎查|苏木)[达长](?=[一-鿿·]{2})")
"""Taken for the beginning of a name: 苏木达|巴雅尔."""
DRIVER = re.compile("的[哥姐](?=[一-鿿]{2})")
"""赶来的的哥|卓然, of whose title the name was given the half."""
TITLE = re.compile("(?:学[科术]带头人|(?:代表性)?传承人|网格员|护林员|村医)$")
"""A title right before a name that no finder took for one."""
JOINT = re.compile("(?P<one>.{3,}?)(?:学习会|会议|大会)?暨(?=.{4})")
"""Two bodies whose meeting is one: 市委中心组|学习会暨|市教育领导小组."""
TOGETHER = re.compile(
    "(?P<one>[一-鿿]{2,}?(?:街道|社区|中心|[局队院厅委办镇乡村校处所站会]))联合"
    "(?![会国体社党]|大学|学院|执法|检查|工[会作]|总会|调查)(?=[一-鿿]{2,}(?:街道|社区|中心|公司|银行|[局队院厅委办镇乡村校处所站会])$)"
)
"""A body that does something with another one: 柳湖街道|联合|石桥消防站."""
IS = re.compile("(?:是|系|当选为?|[担]?任|为)$")
DEPUTY = re.compile("代表|委员")
"""Of a congress or a conference, and a title before a name or the next title: 市人大|代表、云漠医院护士长卓然."""
LEADERS = re.compile("等(?:在家的?)?(?P<role>[省市县区州旗](?:级老)?领导)(?![一-鿿]?(?:班子|小组|干部|机构|机关|集体))")
"""What those are who are named without a title: 石岩、卓然等|市领导."""
SEATS = ("人大", "政协", "政治局", "纪委")
"""Bodies that somebody has a seat in."""
OF_TOWN = ("镇", "乡", "村", "县", "市", "区")


def mend_edges(
    clipping: Clipping, mentions: Sequence[Mention], places: Set[str], titled: Set[str] = frozenset()
) -> Iterator[Mention]:
    """Mentions with what is theirs alone; `places` are all that the page names, `titled` its people with a title.

    A hall is a place, and so is a person who has the name of a town of the page; a place that has the name of who is titled
    is a person; a word for a kind of place, or for a trade that touches no name, is left out.
    """
    kept: list[Mention] = []
    for number, mention in enumerate(mentions):
        after = mentions[number + 1] if number + 1 < len(mentions) else None
        if _is_common(clipping.text.chars, mention, kept[-1:], after, places):
            continue
        start = _start(clipping.text.chars, mention, places)
        end = _end(clipping.text.chars, mention, mentions[number + 1 : number + 3])
        part = SUBDIVISION.match(mention.text) if mention.label == Label.ROLE else None
        if part and kept and kept[-1].end == start and kept[-1].label in {Label.PLACE, Label.ORG}:
            kept[-1] = Mention.at(clipping.text, kept[-1].start, start + part.end(), Label.ORG)
            start += part.end()
        road = ROAD.match(mention.text) if mention.label == Label.PLACE else None
        if road and clipping.text.chars.startswith(("至", "往", "到", "方向"), end):
            kept.append(Mention.at(clipping.text, start, start + road.end(), Label.PLACE))
            start += road.end()
        joint = (JOINT.match(mention.text) or TOGETHER.match(mention.text)) if mention.label == Label.ORG else None
        if joint:
            kept.append(Mention.at(clipping.text, start, mention.start + joint.end("one"), Label.ORG))
            start = mention.start + joint.end()
        if mention.label == Label.PERSON and (office := _office(clipping.text.chars, mention, kept[-1:])):
            kept.append(Mention.at(clipping.text, *office, Label.ROLE))
            start = office[1]
        label = _label(clipping.text.chars, mention, kept[-1:], after, places)
        if label == Label.PLACE and mention.text in titled and mention.text not in read_divisions().short:
            label = Label.PERSON
        same = (start, end, label) == (mention.start, mention.end, mention.label)
        kept.append(mention if same else Mention.at(clipping.text, start, end, label))
        if mention.text.endswith(SEATS) and (deputy := _deputy(clipping.text.chars, mention, after)):
            kept.append(Mention.at(clipping.text, *deputy, Label.ROLE))
        if mention.label == Label.PERSON and (leaders := _leaders(clipping.text.chars, kept, after)):
            kept.append(Mention.at(clipping.text, *leaders, Label.ROLE))
    yield from kept


def _deputy(chars: str, mention: Mention, after: Mention | None) -> tuple[int, int] | None:
    """Where the title of a deputy stands that leads to a name or a further title, or that somebody is said to have."""
    deputy = DEPUTY.match(chars, mention.end, after.start if after else len(chars))
    if deputy is None:
        return None
    leads = after is not None and chars[deputy.end() : after.start] in {"", "、"}
    held = IS.search(chars, max(mention.start - 3, 0), mention.start)
    return deputy.span() if leads or held else None


def _leaders(chars: str, named: Sequence[Mention], after: Mention | None) -> tuple[int, int] | None:
    """Where a list of bare names ends with what all of them are; who has a title of his own is one of more leaders."""
    leaders = LEADERS.match(chars, named[-1].end, after.start if after else len(chars))
    if leaders is None:
        return None
    first = len(named) - 1
    while first and named[first - 1].label == Label.PERSON and chars[named[first - 1].end : named[first].start] in {"、", " "}:
        first -= 1
    titled = first and named[first - 1].label == Label.ROLE and named[first - 1].end == named[first].start
    return None if titled else leaders.span("role")


def _office(chars: str, mention: Mention, above: list[Mention]) -> tuple[int, int] | None:
    """Where a title stands that a name was run together with, or cut in two with, or that stands unfound before it."""
    if title := TITLE.search(chars, max([mention.start - 6, 0, *(before.end for before in above)]), mention.start):
        return title.span()
    if office := OFFICE.match(mention.text):
        return mention.start, mention.start + office.end()
    driver = DRIVER.match(chars, max(mention.start - 1, 0), mention.end)
    return driver.span() if driver and mention.start else None


def _is_common(chars: str, mention: Mention, above: list[Mention], after: Mention | None, places: Set[str]) -> bool:
    """Whether a word names a kind of place, or a trade that nobody is named with."""
    if mention.label == Label.PLACE:
        known = mention.text == "全州" and "全州县" in places
        common = COMMON.match(chars, mention.start)
        return common is not None and common.end() == mention.end and not known
    touches = (above and above[0].end == mention.start) or (after and after.start == mention.end)
    return mention.label == Label.ROLE and mention.text in TRADES and not touches


def _start(chars: str, mention: Mention, places: Set[str]) -> int:
    """Behind words that a name was run together with."""
    if mention.label == Label.ROLE:
        manner = MANNER.match(mention.text)
        return mention.start + (manner.end() if manner else 0)
    if mention.label not in {Label.PLACE, Label.ORG}:
        return mention.start
    if chars[max(mention.start - 1, 0) : mention.start] in {"该", "邻"} and (level := OF_THIS.match(mention.text)):
        return mention.start + level.end()
    if mention.label == Label.ORG and mention.text.startswith("暨"):
        return mention.start + 1
    if mention.label == Label.PLACE and (border := BORDER.match(mention.text)):
        return mention.start + border.end()
    head = HEADS.match(mention.text) if mention.label == Label.PLACE else None
    if head and (head["rest"] in places or (head[0] in "与因" and AREA.match(head["rest"]))):
        return mention.start + head.end()
    return mention.start


def _end(chars: str, mention: Mention, behind: Sequence[Mention]) -> int:
    """Before words that a name was run together with, or behind what is still of it."""
    if mention.label == Label.PERSON:
        return mention.end - _links(mention, behind)
    tail = TAILS[mention.label].search(mention.text) if mention.label in TAILS else None
    if tail and tail.start():
        return mention.start + tail.start()
    if mention.label == Label.PLACE and chars[max(mention.start - 1, 0) : mention.start] in {"至", "到"}:
        return mention.end - (STRETCH.search(mention.text) is not None)
    free = behind[0].start if behind else len(chars)
    more = BEHIND.match(chars, mention.end, free) if mention.label == Label.PLACE else None
    return more.end() if more else mention.end


def _links(mention: Mention, behind: Sequence[Mention]) -> bool:
    """Whether the last character of a name joins it to the next one's office: 主任石小和|医师卓然一起会诊."""
    return (
        len(mention.text) > 2
        and mention.text[-1] in "和与"
        and [other.label for other in behind] == [Label.ROLE, Label.PERSON]
        and behind[0].start == mention.end
        and behind[1].start == behind[0].end
    )


def _label(chars: str, mention: Mention, above: list[Mention], after: Mention | None, places: Set[str]) -> Label:
    """A hall of a body is a place, 云漠 in 云漠在线记者 a body's name, and who has the name of a town of the page is that."""
    if mention.label == Label.ORG and HALL.search(mention.text):
        return Label.PLACE
    if mention.label == Label.PLACE and (more := BEHIND.match(chars, mention.end)) and more["outlet"]:
        return Label.ORG
    if mention.label == Label.PERSON and len(mention.text) > 1:
        named = any(mention.text + kind in places for kind in OF_TOWN)
        titled = (above and above[0].end == mention.start and above[0].label == Label.ROLE) or (
            after and after.start == mention.end and after.label == Label.ROLE
        )
        return Label.PLACE if named and not titled else mention.label
    return mention.label
