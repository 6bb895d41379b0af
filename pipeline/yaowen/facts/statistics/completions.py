"""Rules that complete the noun beside a figure by what the figure before measured: 签约项目28个，|总投资186亿元.

Each returns None where the noun stands as it is.
"""

from __future__ import annotations

import re

from yaowen.facts.statistics.cases import MOST_LISTED, RANKED_PART, Case
from yaowen.facts.statistics.clause_rules import PRICED
from yaowen.facts.statistics.fallback_rules import WEIGHT, shares_verb
from yaowen.facts.statistics.lead_ins import LEADING
from yaowen.facts.statistics.measures import POINTS
from yaowen.facts.statistics.naming import AREA, shared_verb
from yaowen.facts.statistics.nouns import ANIMATE
from yaowen.facts.statistics.respective import ENDINGS
from yaowen.facts.statistics.units import is_count
from yaowen.facts.statistics.verbs import only_does, things_of, without_verb
from yaowen.schema import Measure
from yaowen.vocabulary import DOES, Kind, cut

RATE_OF = re.compile("(?:按[时期]|总|平均)?(?P<verb>[\u4e00-\u9fff]{2}(?:、?撤诉)?)率")
SETTLED = re.compile("(?:案件?|纠纷)$")
LONGEST_THINGS = 8
SAYS_CHANGE = {"负增长", "增长率", "增长幅度", "提高幅度", "下降幅度"}
SAYS_MOST = {"最高", "最低", "最多", "最少"}
MOST_PRICES = {"最高价", "最低价", "均价", "平均价"}
OF_PRICE = re.compile("(?:平均|最高|最低)?(?:均价|价格|价)$")
SAYS_NEW = {"新增", "增设", "新设", "新建"}
OF_THESE = re.compile(
    "其?(?:总|年|年综合|年度|当年|意向|协议|计划|合同|预计|涉及|标的)*"
    "(?:投资(?:总?额|计划)?|完成投资|金额|标的额|货值|产值|产量|面积|占地面积|建筑面积|价值|销售额|产能|数量"
    "|总数|总量|总长度?|全长|人数|储藏能力|生产能力|利润总额|营业收入|销售收入|库容|载重量)"
)
"""What things that were counted before have: 签约项目28个，总投资186亿元."""
NOT_OF_THESE = re.compile("(?:达产|投产|建成|投用|满产)后")
PROJECT = re.compile("项目|工程|[园厂]$|基地|企业")
"""What has a 产值 when it is done, as what was bought for it has not: 购置生产线6条，达产后|年产值9亿元."""
DONE_SINCE = {"完成投资"}
"""What is told of the same things only behind another sum of theirs: 项目年度计划投资9亿元，|完成投资5亿元."""
PERSON = re.compile("[员师者民众生工客]$|群众|职工|干部")
"""People have no 产值 and no 面积."""
MEASURED = re.compile(
    "(?:(?:占地|建筑|挂果|种植|播种|销售)?(?:[总年亩]|年综合)?"
    "(?:产值|产量|面积|总投资|(?:年度|当年|计划|概算|完成){0,3}投资(?:总额|额|计划)?|总数|数量|销售额|产能)"
    "|占地|[存出]栏)$"
)
OF_TOPIC = re.compile(
    "(?:总|年|日|亩均|人均|户均|平均|综合|净|纯)*"
    "(?:产值|产量|亩产|面积|收入|利润|利润总额|销售额|成交额|成交金额|成交量"
    "|市值占比|损失金额|规模|覆盖率|优良率|合格率|利用率|良种率|投资额|均价|单价|单产|总产|存栏|出栏)"
)
"""What the thing has of which the figure before measured something else: 蔬菜面积9万亩，|产量18万吨."""
HOW = "种植|播种|占地|建筑|挂果|投保|累计|在地"
TOPIC = re.compile(
    f"(?P<thing>[^，。；]{{2,12}}?)(?:(?:{HOW}|优良|市场|平均|亩均|总|年)*"
    "(?:面积|亩产|产量|产值|收入|利润|成交量|规模|天数|营业收入|销售额|合格率|立案数|发案数|存栏|出栏))"
)
SAYS_HOW = re.compile(f"{HOW}|营业|主营|销售")
"""What stands before a measure and names no thing: 营业|利润, 播种|面积."""
AVERAGES = {"日均", "月均", "年均", "户均", "人均", "亩均", "平均"}
PROGRESS = re.compile("(?:总体?|整体|完成|工程)?进度")
OF_AVERAGE = re.compile("[日月年户人亩]均|平均")
ON_LIST = re.compile("(?:[年批次的布]|^|[，“])(?P<what>(?:(?![年批次的布])[\u4e00-\u9fffA-Za-z“”]){3,20})名单")
OWNERS = re.compile("(?:民营|国有|外商投资|外资|私营)企业(?![、和])")
TRADE = re.compile("(?:进出口|出口|进口)(?:总?[额值]|占比)?|占比")
SAID_ONCE = re.compile("(?<=..)(?:增加值|价格|(?:平均)?(?:零售|批发|收购|出厂)?价|产量|产值|投资|零售额|销售额|出口额|进口额)$")
INDEX = re.compile("(?<=价格)(?:总?指数|总水平)(?:[（(]CPI[）)])?$")
BRANCH = re.compile("[工制造信息产采矿药金属料织品融游食讯运](?:行)?业$")
SUMMED = re.compile("(?<=..)(?:增加值|总?产值|投资|零售额|营业收入)$")
RESIDENTS = re.compile("(?P<kind>(?:城市|农村|城镇|乡村)(?:常住)?)(?:居民)?")
OF_RESIDENTS = re.compile("居民.*(?:收入|支出|价格)$")
CHEAPER = re.compile("(?:便宜|贵)(?:了|近|约)?$")
DEARER = re.compile("[涨跌](?:了|近|约)*$")
UNIT_PRICE = re.compile("元[/／](?:公斤|千克|[市百]?斤|[0-9]*克|吨|升|[个只头株盒瓶箱棵尾枚袋桶盆把])$")
SOLD = re.compile("(?P<thing>[^，。；、一的]{2,8}?)(?:能|可)?卖")
"""What is sold for so much: 菠菜卖到过|7块."""
LEVEL = re.compile("[1-5]?A级|(?:国家|省市|[部省市县区州盟旗镇乡村校])级|[甲乙丙]级")
REGION = re.compile("(?:[东南西北中]部|[郊山城市平]区|沿海|沿江|平原|山地)(?:地区)?")
SITE = re.compile("(?:世界|[园区城镇馆村寨湖岛街站港店庙洞谷])$")


def of_level(case: Case, own: str) -> str | None:
    """Some of what was counted before, told apart by whose they are: 建设项目17项（|省级3项）."""
    alike = case.last_alike if case.counts and case.continues and LEVEL.fullmatch(own) else None
    return own + LEVEL.sub("", alike.indicator) if alike and alike.indicator else None


INCLUDES = re.compile("含(?P<some>[\u4e00-\u9fff]{2,4})")


def of_included(case: Case, own: str) -> str | None:
    """Some of what was counted before its bracket: 受理案件80件（|含积压9件）."""
    some = INCLUDES.fullmatch(own) if case.counts and case.last_alike else None
    alike = case.last_alike.indicator if some and case.last_alike else None
    return some["some"] + things_of(alike) if some and alike else None


def at_site(case: Case, own: str) -> str | None:
    """What was counted before, of one of the sites: 景区接待游客9万人次，|其中云湖公园2万人次; 城区气温8℃，|山区3℃."""
    alike = case.last_alike if case.continues else None
    where = REGION.fullmatch(own) or (case.unit == "人次" and SITE.search(own))
    at = alike and where and not case.words.after and all(word.kind not in DOES for word in cut(own))
    return alike.indicator if alike and at else None


def rate_of(case: Case, own: str) -> str | None:
    """The rate at which what was counted is done: 化解纠纷1427件，|化解率68.5%."""
    rate = RATE_OF.fullmatch(own) if case.carried and case.continues else None
    if not rate or not case.carried:
        return None
    does = rate["verb"]
    head, verb, _ = case.carried.partition(does)
    if verb:
        return ("" if only_does(head) else head) + verb + "率"
    if done := _done_before(case, does):
        things = without_verb(done)
        return things + own if len(things) <= LONGEST_THINGS else None  # 兑现资金9万元，惠及40户，兑现率
    if does == "完成" or (does == "成功" and case.counted_before):
        return case.carried + own
    told = case.counted_before and cut(does)[-1].kind in DOES
    things = without_verb(case.carried) if told else ""
    if does.endswith("撤诉"):
        things = things if SETTLED.search(things) else ""  # 巡回审判20场次，调解撤诉率 has no case
    named = things and len(things) <= LONGEST_THINGS and cut(things)[-1].kind == Kind.NOUN and not PERSON.search(things)
    return things + own if named else None


def _done_before(case: Case, verb: str) -> str | None:
    """What an earlier figure of the sentence counted that was done so."""
    earlier = (figure.indicator or "" for figure in case.done[-MOST_LISTED:] if case.line.same_sentence(case.figure, figure))
    return next((told for told in earlier if told.startswith(verb)), None)


def of_list(case: Case, own: str) -> str | None:
    """What is on a list that the sentence names: 公布重点工程名单，我市|5个工程上榜."""
    named = case.search_sentence(ON_LIST) if case.counts else None
    listed = named["what"] if named else ""
    return listed if listed.endswith(own) and listed != own else None


def of_owner(case: Case, own: str) -> str | None:
    """Whose trade it is where the clause before speaks of them: 民营企业是主力军，|进出口9亿元."""
    who = OWNERS.match(LEADING.sub("", case.clause_before() or "")) if TRADE.fullmatch(own) else None
    return who[0] + own if who else None


def said_again(case: Case, own: str) -> str | None:
    """A word that only says that there is a change, something new or the most: 增长率, 新增; 工资2000元，最高|5000元.

    葱的零售均价4元，最高价|5元 is of 零售最高价.
    """
    if own in MOST_PRICES and case.carried and (price := OF_PRICE.search(case.carried)):
        return case.carried[: price.start()] + own
    return case.carried if own in SAYS_CHANGE | SAYS_NEW | SAYS_MOST else None


def share_of_carried(case: Case, own: str) -> str | None:
    """A share of what was measured before: 出口12亿元，|占比63%."""
    points = case.figure.measure == Measure.CHANGE and case.unit in POINTS and own.endswith(("比重", "比例"))
    is_share = case.figure.measure == Measure.SHARE or points
    if own in SAYS_CHANGE or not own.startswith("占") or not case.carried or not is_share:
        return None
    return case.carried_sum + re.sub("（[^（）]{2,12}）$", "", own)  # 占总人口比重（城镇化率）


def of_these(case: Case, own: str) -> str | None:
    """What things that were counted have: 签约项目28个，|总投资186亿元."""
    previous, carried = case.previous, case.carried
    if own in DONE_SINCE and case.opens_part and (carried or "").endswith("投资"):
        return carried  # 公路建设投资9亿元。其中，云漠县完成投资2亿元
    if own == "成交额" and case.continues and (carried or "").endswith("合同"):
        return (carried or "") + own
    if not carried or previous is None or not OF_THESE.fullmatch(own):
        return None
    between = case.text[previous.end : case.figure.start]
    things = MEASURED.sub("", carried)
    if things in AVERAGES:
        return None  # 亩均产量620公斤，|总产值3000万元
    if PERSON.search(things) and own not in {"人数", "数量", "总数"}:
        return None
    things = things.removeprefix("新增") if own in {"总数", "总量"} else things
    if things == carried and MEASURE_END.search(things):
        return None  # 客流量3万人次，销售额5万元
    if len(things) > LONGEST_THINGS or (NOT_OF_THESE.search(between) and not PROJECT.search(things)):
        return None
    its = case.continues or "其" in case.line.clause_before(case.figure.start)[:3]
    counted = (is_count(previous.unit) or previous.quantity.unit in AREA) and own not in DONE_SINCE
    return things + own.removeprefix("其") if its and (things != carried or counted) else None


def of_topic(case: Case, own: str) -> str | None:
    """What else is measured of the same thing: 蔬菜播种面积9万亩，|产量18万吨."""
    if not case.carried or not case.continues or not OF_TOPIC.fullmatch(own) or own.endswith(case.carried[-2:]):
        return None
    topic = TOPIC.fullmatch(case.carried)
    thing = topic["thing"] if topic else ""
    names_none = thing in AVERAGES or SAYS_HOW.fullmatch(thing) or ANIMATE.search(thing)
    return thing + own if thing and not names_none else None


MEASURE_END = re.compile("[额率值量数价比度]$|(?:收入|支出|投资|面积|长度|里程|规模|税收|利税|利润)$")


def share_verb(case: Case, own: str) -> str | None:
    """The next of a list shares its verb: 发放树苗300株、|化肥20包."""
    if not case.carried or own[0] in "“" or MEASURE_END.search(own) or not case.next_listed:
        return None
    shared = shared_verb(case.carried, own)
    return shared + own if shared else None


def progress_of(case: Case, own: str) -> str | None:
    """How far what was measured before has come: 收获小麦9万亩，进度|62%."""
    done = re.sub("(?:种植|播种)?面积$|占比$|任务$|进度$", "", case.carried or "") if PROGRESS.fullmatch(own) else ""
    return done + "进度" if done else None


def average_of(case: Case, own: str) -> str | None:
    """The average of what was measured before: 接待游客30万人次，|日均4万人次."""
    return own + OF_AVERAGE.sub("", case.carried) if case.carried and own in AVERAGES else None


def done_with_the_same(case: Case, own: str) -> str | None:
    """Another thing that was done with the same: 应到委员41人，|实到37人."""
    return own + (case.carried or "").removeprefix("新")[2:] if shares_verb(case, own) else None


def said_once(case: Case, own: str) -> str | None:
    """The next of a list that says only once what of each has changed: 钢材价格上涨3%，|水泥下降1%."""
    previous = case.previous
    residents, of = RESIDENTS.fullmatch(own), OF_RESIDENTS.search(case.carried or "")
    if residents and of and case.unit in {"元", "%"}:
        return residents["kind"] + of[0]  # 居民人均可支配收入2万元，其中城镇居民|3万元
    if (
        previous is None
        or not (case.continues or case.opens_part)
        or not previous.measure == case.figure.measure == Measure.CHANGE
    ):
        return None
    said = SAID_ONCE.search(INDEX.sub("", WEIGHT.sub("", previous.indicator or "")))
    alike = said and case.unit == previous.quantity.unit == "%" and not _ends_measured(own)
    return own + said[0] if said and alike and not only_does(own) and own[-1] not in "率度耗" else None


def _ends_measured(own: str) -> bool:
    """Whether a phrase ends with what is measured: 项目投资, not 投资企业."""
    return any(ending.end() == len(own) for ending in ENDINGS.finditer(own))


SEEN_AS = re.compile(
    "(?:从[^，。；]{0,6}?(?P<what>产量|销量|价格|增加值|产值|销售额|零售额)[来上]?看"
    "|(?P<of>产量|增加值|产值|零售额|投资|价格)中)[，,]"
)


def seen_as(case: Case, own: str) -> str | None:
    """What a sentence says once that its changes are of: 从产品产量看，|水泥增长4% is of 水泥产量."""
    if case.figure.measure != Measure.CHANGE or case.unit != "%" or _ends_measured(own) or only_does(own):
        return None
    said = case.search_sentence(SEEN_AS)
    return own + (said["what"] or said["of"]) if said and own[-1] not in "率度" else None


def branch_of(case: Case, own: str) -> str | None:
    """A branch grows in what the last figure like it measured: 工业增加值增长5%，…纺织业|增长3% is of 纺织业增加值."""
    if not BRANCH.search(own) or case.figure.measure != Measure.CHANGE or case.unit != "%":
        return None
    grown = (
        each for each in reversed(case.done[-MOST_LISTED:]) if each.measure == Measure.CHANGE and each.quantity.unit == "%"
    )
    said = next((said for each in grown if (said := SUMMED.search(each.indicator or ""))), None)
    return own + said[0] if said else None


def price_of(case: Case, own: str) -> str | None:
    """What is sold, or is cheaper or dearer, has a price: 菠菜比上周|便宜1元, 芹菜|涨了6毛, 土豆|3元/斤."""
    if PRICED.search(own) or own[-1] in "额量值本":
        return None
    paid = (case.unit or "").partition("/")[0] == "元"  # 元/斤
    if UNIT_PRICE.fullmatch(case.figure.unit or "") and not only_does(own):
        return own + "价格"  # 土豆|3元/斤
    if paid and (sold := SOLD.fullmatch(own)):
        return sold["thing"] + "价格"
    money = paid and case.figure.measure == Measure.CHANGE and DEARER.search(case.own_before)
    return re.sub("比[^比]*$", "", own) + "价格" if money or CHEAPER.search(case.own_before) else None


def part_of_carried(case: Case, own: str) -> str | None:
    """The rate, sum or share of what was measured before: 出口增长5%，|总量居全省第2."""
    if not case.carried or own not in RANKED_PART:
        return None
    return re.sub("^(?:新增|净增|新)|(?:占比|比重|增速|增幅)$", "", case.carried) + own
