"""Words that can be a scope wherever they stand (全市, 该院) or open a clause (公司, 市区), and what 这里 points at."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from yaowen.facts.names.resolve import AREA_WORD
from yaowen.facts.statistics.lines import Line
from yaowen.schema import Label, Mention
from yaowen.vocabulary import Kind, cut

WIDEST = {"全国", "全球", "世界", "我国"}
REFERENCE = re.compile(
    "(?:占到?|居|列|高于|低于|快于|高出|慢于|好于|优于|排名?|超过?"
    "|比|较|领先|跻身|进入|达到|领跑|面向|辐射|覆盖|销往|来自于)"
    "(?:了|于)?(?:[全同][国省市区县球][、和与])?$"
)
HERE = re.compile(
    "本[届次站][\u4e00-\u9fff]{0,8}?"
    "(?:马拉松|赛事|大赛|联赛|决赛|公开赛|邀请赛|展会|展览|展览会|博览会|交易会"
    "|[^\u5c55]会(?!议)|会(?![展议])|[^\u5f00\u51b3]赛|展(?!会|览|示)|节|活动)"
    "|此次[一-鿿]{0,8}?(?:博览会|展会|展览|大赛|比赛|赛事|行动|调查)|大赛组委会"
)
WHOLE_AREA = (
    f"(?:{AREA_WORD.pattern}"
    "(?:代表[队团]|(?:各级)?(?:法院|检察院|(?:检察|公安|司法|金融|税务)机[关构])|[市城]区(?![一-鿿]?[委政级]))?"
    "|全[校院厂班队港所园矿]|全行业|全地区|[州市县区]本级(?!完成|实现)|[我本][校院厂行司队]|整个[省市县区镇乡村])"
    "(?!会|长|间|域|民|际|级|第|首|最|重点(?:实验室|文物|高[校中]|中学|大学|学科|专业|新闻|镇|县|帮扶县|马克思)"
    "|文明|优秀|先进|十佳|百强|一流|劳|性|推[广开]|复制|"
    "平均水平|前列|率先|人大|政协|两会|领先|统一|排名|唯一|同类|百|十大|三八|五一|道德|技术能手|名录|各地)"
)
"""全市, 我校, 整个县; not what belongs to a title or an honour (全国文明城市)."""
THAT_BODY = (
    "该[^，。；、该的]{0,6}?"
    "(?:项目|工程|口岸|区域|区间|路口|法庭|码头|食堂|酒店|商场|关区|流域|湿地|保护区|成果|基金|平台|大队|支队|团伙|航线|断面|片区|小区|楼|队|品种|工会|书(?!记)|桥"
    "|线路|线(?!索|上|下)|路|港|电站|水库|隧道|铁路|高速|"
    "机场|公司|集团|企业|医院|学院|学校|分局|中心|合作社|景区|园区|社区"
    "|派出所|研究所|银行|(?<!排)行(?![为业动程政情使驶进走])|社|立交|"
    "场(?!景|合|次)|矿|湖|院|校|局|所|站|厂|馆|店|园)"
)
"""该院, 该示范项目."""
SCOPE_WORD = re.compile(f"(?:{WHOLE_AREA}|{HERE.pattern}|{THAT_BODY})")
IN_WORD = re.compile(
    "(?:^|[，。；：“,]|[年月日来起前]|得知)(?P<word>[市县区镇乡村科所队]里|[园馆校厂站院]内|(?:中心|主)城区|城区|市区)"
)
HEREABOUTS = re.compile(
    "(?:^|[，。；：“,]|[年月日来前])(?P<word>当地|局地|全域|辖区(?!内|面积|人口|总|共))(?![的群伴居村百员农]|[一-鿿]{1,3}部门)"
)
"""An area that the text does not name, where it leads its sentence."""
PARTS = re.compile(
    "(?:^|[，。；：“,;]|其中|今天|明天|今明两天|[夜日]间?)"
    "(?P<word>(?!今|明|昨|其中)(?:[\u4e00-\u9fff]{2,8}、)?(?:[\u4e00-\u9fff、]{2,12}(?:[东南西北中]{1,2}部|局部|山区|一带)"
    "|[\u4e00-\u9fff]{0,5}?(?:大部|大?部分|多数)(?:地区|乡镇)?|[\u4e00-\u9fff]{0,6}县（市、区）"
    "|(?:[\u4e00-\u9fff]{1,4}[市县区]、){1,3}[\u4e00-\u9fff]{1,4}[市县区](?=最[高低大]|累计雨|过程雨)))"
    "(?=有[^关的]|将有|可?达|可[能降]|累计|过程|平均|最[高低大]|雨量|降|气温|阵风)"
)
"""The parts of an area that the weather is told of: 大部地区|雨量可达, 安渡县、云漠县局部|有大雨."""
LEADING_BODY = re.compile(
    "(?:^|[，。；：“,]|今年|去年|目前|眼下|如今|现在|以来|得知|看到|了解到)"
    "(?P<word>基地|工作室|车站|大赛|安置区|安置点|工坊|传习所|农场|工厂|公司|集团|学校|医院|合作社|景区|园区|法院"
    "|检察院|学院|诊所|食堂|剧院|夜校|港口|渔港|(?:湿地|森林)?公园|博物馆|茶厂|林场|牧场|产业园|隧道|大桥|剧团|大队|支队|直播间|检察机关|央企|峰会|论坛|博览会|展会|培训班|托管班|夏令营|热线)"
    "(?![外里方长])"
)
COUNTS = "(?:共(?![同建享])|累计|现有|展出|占地|规划用地|日均|首次|目前|今年|去年|每[年天]|新[开增建]|完成|实现|发送|接待)"
SITE_COUNTS = re.compile(
    "(?:^|[，。；：“,;]|[今去]年|目前|得知|获悉|显示|看到|了解到)"
    "(?P<word>(?!机会|社会|会上)"
    "(?:[\u4e00-\u9fff]{1,2}[会赛览事目场港楼站队班园馆院校厂店库桥所口岸]|[县乡镇市厂所院店馆班队][里上]))"
    f"(?={COUNTS})"
)
"""What has so many, where a clause says no more of it than that: 赛事|共吸引3万人, 项目|占地60亩."""
FOUNDED = re.compile(
    "(?:办起|成立|创办|组建|开办|建起|注册|办)了?(?:[^，。；“”]{0,8}|“[^，。；“”]{1,8}”)"
    "(?P<word>合作社|公司|传习所|工作室|农场|工坊|厂|学校|养殖场|加工厂)(?=[，,])"
)
"""What somebody has founded, which the clauses behind speak of: 办起合作社，种葡萄30亩."""
OTHER_SUBJECT = re.compile(
    "(?:^|[，。；：！？,\n]|[年月日来])“?"
    "(?P<word>[他她我你](?>们?)(?>(?:家(?![里中人乡门庭长电具园族]))?)(?![国省市县区州镇乡村校院])"
    f"|(?:大会|会议|比赛|赛事|活动|仪式|本报|记者|报告|判决|法院)(?!{COUNTS}))"
)
ONE_CASE = re.compile("(?P<word>[一1][起个宗件](?:[^，。；0-9一]{0,30}(?:案件?|纠纷))(?=[，。；]))")
"""One case that a sentence tells of, and not what a body does: 审理一起纠纷案，|60名村民旁听."""
OCCASION = re.compile(
    "[^，。；、0-9]{2,30}(?:会|[赛展节]|典礼|仪式|论坛|活动)[^，。；、]{0,16}"
    "(?:举[行办]|召开|开[赛幕展班跳跑]|启动|[落闭启]幕|收官|打响|登场)"
)
"""Behind an area in the name of what was held: 全县|山歌大赛在广场举行."""
QUOTED_BODY = re.compile(
    "(?:^|[，。；：！？,\n])(?:目前)?“(?P<word>[\u4e00-\u9fff]{3,14}(?:镇|区|园|企业|集团|公司|基地|村|中心|联盟|集群))”"
)
POINTS = re.compile(
    "(?:^|[，,。；！？：“\\n])(?:作为[^，。；]{0,12}[，,])?(?P<word>这(?:是)?(?:一)?(?P<kind>里|片|所|支|家)(?!人))"
)
FOR = re.compile("(?:为|对|给|向|帮助|面向)$")


@dataclass(frozen=True)
class ScopeAt:
    """Something that can be the scope of what follows it."""

    start: int
    end: int
    text: str
    lasts: bool = True
    """Whether the sentences after it are of it too, as they are of an area (全市)."""
    source: Mention | None = None
    """What a demonstrative (这所) points at."""
    leads: bool = True
    """Whether it is what the sentence speaks of, and not just whom something is for (为全县80岁以上老人)."""
    within: bool = False
    """Whether it only says where, if somebody else is named before it in the clause (集团将在云漠县投资)."""


OPENING: tuple[tuple[re.Pattern[str], bool], ...] = (
    (IN_WORD, True),
    (HEREABOUTS, False),
    (PARTS, False),
    (LEADING_BODY, True),
    (SITE_COUNTS, False),
    (QUOTED_BODY, False),
    (FOUNDED, False),
)
"""Words that are scopes where they open a clause, and whether the sentences after it are of them too."""


def find_scope_words(line: Line) -> Iterator[ScopeAt]:
    """全市, 安渡全市, 该院, 本届赛事: words that are scopes wherever they stand, unless something is compared with them."""
    places = {mention.end: mention for mention in line.mentions if mention.label == Label.PLACE}
    # 该中心副主任柳茵介绍 speaks of a person, not of the centre.
    posts = {mention.start for mention in line.mentions if mention.label in {Label.ROLE, Label.PERSON}}
    for word in SCOPE_WORD.finditer(line.text):
        compared = REFERENCE.search(line.text[max(word.start() - 7, 0) : word.start()]) or (
            line.text[word.start() - 1 : word.start()] == "以" and line.text[word.end() : word.end() + 1].isdecimal()
        )  # 开发区以全市2%的土地，…
        named = compared or OCCASION.match(line.text, word.end())
        if not named and word.end() not in posts and (word[0] not in WIDEST or line.starts_clause(word.start())):
            yield _as_a_whole(word, places.get(word.start()), line.text)


def find_opening_words(line: Line) -> Iterator[ScopeAt]:
    """市区, 当地, 公司 where they open a clause; a subject that measures nothing (他, 大会) has no text: it ends the last."""
    for pattern, lasts in OPENING:
        yield from (ScopeAt(*match.span("word"), match["word"], lasts=lasts) for match in pattern.finditer(line.text))
    for pattern in (OTHER_SUBJECT, ONE_CASE):
        yield from (ScopeAt(*match.span("word"), "", lasts=False) for match in pattern.finditer(line.text))


ACTS = {Kind.VERB, Kind.ADVERB, Kind.PREPOSITION, Kind.TIME, Kind.NUMERAL}
HEARD = re.compile("(?:得知|听说|了解到|获悉|看到)$")
FIRM_ACTS = re.compile("企业(?=今年|去年|上半年|前|累计|共|已|目前|现有|实现|每年|年|一期|二期|先后|计划投资|还差|拟|存)")
"""One firm, of which an article has named one: 企业|今年前两个月, but not 企业|入驻."""


def find_short_names(line: Line) -> Iterator[ScopeAt]:
    """A noun that a name ends with which the article has named before, where it opens a clause and does something.

    小院|有3间旧仓库 after 安河莲藕科技小院.
    """
    names, inside = line.names, {place for mention in line.mentions for place in (mention.start, mention.end)}
    for word in names.any_ending.finditer(line.text) if names.any_ending else ():
        start, end = word.span()
        named = names.endings[word[0]] <= line.offset + start
        behind = cut(line.text[end : end + 8] or "的")[0]
        acts = behind.kind in ACTS or behind.text[0] == "每"
        if named and acts and not {start, end} & inside and _opens(line, start):
            yield ScopeAt(start, end, word[0])
    for firm in FIRM_ACTS.finditer(line.text):
        if _opens(line, firm.start()) and names.word(firm[0], line.offset + firm.start()):
            yield ScopeAt(*firm.span(), firm[0])


def _opens(line: Line, position: int) -> bool:
    """Whether a clause opens at a place, or what somebody has heard: 得知|企业订单大增."""
    return line.starts_clause(position) or bool(HEARD.search(line.text, max(position - 3, 0), position))


def find_pointed_at(line: Line) -> Iterator[ScopeAt]:
    """这所村小, 这里: the body or the place that the article named last."""
    for match in POINTS.finditer(line.text):
        label = Label.PLACE if match["kind"] in {"里", "片"} else Label.ORG
        named = line.names.last_named(label, line.offset + match.start())
        if named:
            yield ScopeAt(*match.span("word"), named.text, source=named)


def is_for(text: str, position: int) -> bool:
    """Whether what stands at a place is whom something is for: 为|全县老人."""
    return bool(FOR.search(text, max(position - 4, 0), position))


def _as_a_whole(word: re.Match[str], place: Mention | None, text: str) -> ScopeAt:
    """A scope word, with the place before it that it says to be meant as a whole: 安渡|全市."""
    if place is None or not word[0].startswith("全"):
        return ScopeAt(*word.span(), word[0], leads=not is_for(text, word.start()))
    return ScopeAt(place.start, word.end(), place.text + word[0], source=place, leads=not is_for(text, place.start))
