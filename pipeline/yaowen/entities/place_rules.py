"""Rules that say what of a mention taken for a place is the name of one, and what it is else."""

from __future__ import annotations

import re

from yaowen.divisions import ALIASES, read_divisions
from yaowen.entities.cases import Case, Longer, NoName, Parts, Rule
from yaowen.numerals import COUNT
from yaowen.schema import Label, Mention

NAME = "[A-Z0-9一-鿿]{2,12}?"
IDIOMS = "天南[海地]北|大江南北|五湖四海|神州大地|大兴(?=调查研究|学习|[一-鿿]{2,6}之风|水利|土木)|阳春(?=[三四]月)"
COMMON = "老城区|[火汽]车站|[海峡]{0,2}两岸|空间站|地球村|生态[省市县区]?|太阳"
SITES = "[夏冬]季?牧场|枢纽港|[长老][者年]食堂|门诊大?楼|住院[部楼]|[打晒]谷场"
SPECIES = "南美(?=白对虾)|南方(?=红豆杉)"
KINDS = "[全各该本]?(?:苏木镇?|嘎查)|大草原|(?<=[是为成型的])[一-鿿]{2}[大强名][省市县镇村]|[新老旧]县(?=城)|中省"
FIGURES = (
    "(?<=[重如]于)泰山|(?<=[稳安]如)泰山|泰山(?=压顶)|(?<=[游业教才态化量技农文])兴县|(?<=绿色|钢铁)长城|蒙古(?=包(?!头)|袍)"
)
DIRECTIONS = (
    "[东西南北][至到往向][东西南北]|环[湖湾岛城山江]"
    "|[东西南北]{1,2}[方部]?(?=(?:暖湿|干冷|[强弱]?冷|偏[东西南北])?(?:气流|急流|空气|季风|大?风))"
)
ACTS = re.compile(
    "(?:还|将|已|近日|日前|先后|专门)?(?:举办|开展|组织|召开|联合|推出|利用|垫付|投入|打造|作(?:了|表态|交流)|通过|依托|探索|推行|邀请|引进)"
)
"""What an office does: |柳湖街道|举办邻里节."""
COLUMN = re.compile("(?:[时快微网短]评|快语|絮语|夜话|茶座|漫笔|杂谈)(?=\n|$)")
LINE = re.compile("至[一-鿿]{2,5}?(?:高速公路|高速铁路|高速(?![公铁])|城际铁路|铁路|高铁|公路)(?!口|站|路段)")
LONGEST_END = 4
"""Behind one end of a line: 云漠|至石河高速公路."""
LONGEST_LACK = 4
"""So many characters may lack at the beginning of a place."""
KINDS_OF_AREA = "省市县区州盟旗镇乡"
OF_THIS = Parts(
    re.compile("(?:[镇乡县旗区市](?=[一-鿿]{2,}(?:村|社区|镇|乡|街道))|村(?=村委会|村(?:党支部|党总支|支部)))(.+)"),
    before=re.compile("[该邻]$"),
)
"""Belongs to the word before it: 该|镇|石桥村, 邻|镇|石桥村, 该|村|村委会."""
DORMITORY = Longer(re.compile(".*"), re.compile("老?(?:宿舍区?|家属[院区])(?!管)"), into=Label.PLACE)
"""Where the people of a body live: 柳湖棉纺厂|老宿舍."""


def _is_prefecture(case: Case) -> tuple[Mention, ...] | None:
    """全州 is the whole prefecture where the page does not name 全州县."""
    return () if case.mention.text == "全州" and "全州县" not in case.names.places else None


def _is_column(case: Case) -> tuple[Mention, ...] | None:
    """|云江|时评 is named after a river, 石桥时评 after what it writes on: the paper's home, or an area that the page names."""
    place, start = case.mention.text, case.mention.start
    if case.chars[start - 1 : start] not in {"", "\n"} or not COLUMN.match(case.chars, case.mention.end):
        return None
    known = case.is_home or place in ALIASES or place in read_divisions().short
    return None if known or any(place + kind in case.names.places for kind in KINDS_OF_AREA) else ()


def _is_longer(case: Case) -> tuple[Mention, ...] | None:
    """大|柳沟村 is whole where the page has 大柳沟村, too."""
    start, end = case.mention.start, case.mention.end
    starts = range(max(case.taken, start - LONGEST_LACK), start) if end - start > 2 else ()
    whole = next((first for first in starts if case.chars[first:end] in case.names.places), None)
    return None if whole is None else (case.mark(whole, end),)


def _is_person(case: Case) -> tuple[Mention, ...] | None:
    """Who has a title elsewhere on the page is no place: 副局长石岩 and then |石岩|."""
    titled = case.mention.text in case.names.titled and case.mention.text not in read_divisions().short
    return (case.mark(case.mention.start, case.mention.end, Label.PERSON),) if titled and not case.is_home else None


def _is_line(case: Case) -> tuple[Mention, ...] | None:
    """|云漠至石河高速公路| is one road, though each end is a place."""
    line = LINE.match(case.chars, case.mention.end) if len(case.mention.text) <= LONGEST_END else None
    return (case.mark(case.mention.start, line.end()),) if line else None


RULES: tuple[Rule, ...] = (
    NoName(re.compile(f"{IDIOMS}|{COMMON}|{SITES}|{SPECIES}|{KINDS}|{FIGURES}|{DIRECTIONS}")),
    _is_prefecture,
    _is_column,
    _is_longer,
    _is_line,
    # 柳湖镇|检查水库
    Parts(
        re.compile(
            "(.{2,}?(?:[镇乡村县市区]|街道|水库|公园))"
            "(?:检查|督[导查]|调研|[视考]察|慰问|走访|巡查)(?![站点院室组团队处所员]).*"
        )
    ),
    # 滨河大道|（|石桥|至|柳巷|段）
    Parts(re.compile(f"({NAME})[（(]({NAME})(?:至|到|[-—－~～]{{1,2}})({NAME})(?:段?[）)])?")),
    # （|石桥|至|柳巷|段）
    Parts(re.compile(f"({NAME})(?:至|到)({NAME})"), before=re.compile("[（(]$"), behind=re.compile("段")),
    # 至|柳巷|段
    Parts(re.compile("(.*[一-鿿]{2})段"), before=re.compile("至$")),
    # 学府街|滨河路|至柳巷段
    Parts(re.compile("([一-鿿]{2,5}?(?:[路街巷]|大道))(?!道)([一-鿿]{2,5}(?:[路街巷]|大道))"), behind=re.compile("[至到]")),
    # 云石高速公路|云漠|至石河方向
    Parts(
        re.compile("([A-Z0-9一-鿿]{2,8}高速(?:公路)?)(?![一-鿿]{0,3}[段站区口道桥梁]$)([一-鿿]{2,4})"),
        behind=re.compile("[至往到]|方向"),
    ),
    # 云漠县|石河县, 石桥镇|柳林乡
    Parts(re.compile("(.+县)([^县]{2,5}县)|(.+[镇乡])([^镇乡]{2,4}(?<![古小])[镇乡])")),
    # 中国|（|东江|）茶业博览会, 云漠市|（|东江|）旅游推介会
    Parts(re.compile("(中国|[一-鿿]{2,}[省市县区州])[（(]([一-鿿]{2,6})[）)]")),
    # 云顶山|茶园, 石河县|海域
    Parts(re.compile("(.+[山岭湾岛滩县区市州镇村])(?:茶园|海[域岸面]|沿海|流域|航道)")),
    # 滨河路|北口, 书院巷|口, 云顶山|南坡, 云漠文化宫|三楼
    Parts(
        re.compile(
            "(.+[路街道])[东西南北中][口段侧]|(.+[巷弄])口|(.+[山岭梁])[东西南北]{1,2}[坡麓侧]"
            f"|(.{{3,}}?)(?<![{COUNT}])[{COUNT}]{{1,3}}[楼层]"
        )
    ),
    # 云石公路|改造工程
    Parts(re.compile("(.+(?:公路|大道|[路线桥]))(?:改扩建|改造|拓宽|扩建|整治)(?:工程|项目)")),
    # 省道S237线|K41至K56段
    Parts(re.compile("(.+[线路道])K[0-9]{1,4}.*")),
    OF_THIS,
    # 东起|学府路
    Parts(re.compile("(?!东至县)[东西南北](?:起|至|临|抵|接|到|靠|邻|濒)([^，。]{2,})")),
    # 因|梨江区桂树路, 居|望江市各县第2位
    Parts(re.compile("[与因居]([一-鿿]{2,6}[市县旗区镇乡].*)")),
    # 环|东江|自行车赛
    Parts(
        re.compile("环(?!江)([一-鿿]{2}.*)"), behind=re.compile("[一-鿿0-9]{0,8}?(?:自行车|骑行|马拉松|健步|徒步|越野|跑|赛)")
    ),
    # 环湖骑行赛|东江|站, 招聘会（|东江|站）
    Parts(re.compile("(.*[一-鿿]{2})站"), before=re.compile(r"(?:[赛跑会展]|系列活动)[”》]?[·\-—－]{0,2}[（(]?$")),
    # 城南区|站
    Parts(re.compile("(.*[省市县区州旗])站")),
    # 云岭自治州|建州七十周年, 石河村|最上游, 云漠|西门户, 城南区|大街小巷, 东江|环湾半程马拉松, 学府路|段
    Parts(
        re.compile(
            "(.+?)(?:(?<=[省市州盟县旗区镇乡])[建设][省市州盟县旗区镇乡]"
            "|(?<=[江河湖海山岭沟镇乡村])最[上中下东西南北][游部面端]?|[东西南北]大?门户|(?<=[一-鿿]{2})(?:[大背]街小巷|街头巷尾|田间地头|环[湖湾岛城山江])"
            "|(?<=[路街道])路?段)"
        )
    ),
    # 云漠市|夜市
    Parts(re.compile("(.+(?:[省市县区]|[小古]镇))夜市")),
    # 柳湖棉纺厂|老宿舍
    DORMITORY,
    # |柳湖街道|举办邻里节: it acts
    Parts(re.compile("(.+街道)"), behind=ACTS, into=(Label.ORG,)),
    # 柳湖|初中
    Longer(re.compile(".*[^省市县区州]"), re.compile("(?:初中|完小|中心校)(?![生学阶毕课])"), into=Label.ORG),
    # 云漠|警方, 云漠|公安
    Longer(re.compile(".*"), re.compile("警方|公安(?![局厅处部分派民干机系人指检])"), into=Label.ORG),
    # 云漠|在线|记者
    Longer(re.compile(".*"), re.compile("(?:在线|新闻网|网|日报|晚报)(?=(?:特约|见习|实习)?记者)"), into=Label.ORG),
    # 至|柳巷路|段
    Longer(re.compile(".*[^路街巷道桥口]"), re.compile("路(?=段)"), before=re.compile("至$")),
    # 北部|快速路
    Longer(re.compile("[东西南北中]部"), re.compile("快速(?:路|干?道|通道)")),
    # 南美|西海岸
    Longer(re.compile(".*"), re.compile("[东西南北]{1,2}海岸(?!线)")),
    # 云江|干堤
    Longer(re.compile(".*"), re.compile("[干支圩江大]堤")),
    # 学府路|跨线桥
    Longer(re.compile(".*(?:[路街]|大道)"), re.compile("跨线桥|立交桥?|高架桥|(?:人行|过街)天桥|下穿隧道")),
    _is_person,
)
"""In the order in which they are asked; the first that has something to say decides."""
