"""Rules that name what a figure measures from its clause; which goes before which is said in `indicators`.

Each returns None where it has nothing to say, and an empty string where it knows that nothing is said.
"""

from __future__ import annotations

import re

from yaowen.facts.statistics.behind import read_after
from yaowen.facts.statistics.cases import RANKED_PART, RATE_END, RISES, Case
from yaowen.facts.statistics.measures import POINTS, refers
from yaowen.facts.statistics.naming import first_done, name_indicator
from yaowen.facts.statistics.units import MEDALS, PEOPLE
from yaowen.facts.statistics.verbs import only_does, only_told, without_verb
from yaowen.schema import Label, Measure

SHARE_OF = re.compile("^(?P<what>.*?)(?:占比|占(?!有率|地(?!区|方))|比重|比例)[^，。；]*$")
SHARE_NOUN = re.compile("(?:占比|比重|比例|占[^，。；]{1,12}比)(?!的)")
RATIO = re.compile(
    "(?P<what>[^，。；]{2,24}?)占(?!有率|地(?!区|方)|比)[^，。；占]{1,16}?的?"
    "(?P<ratio>比重|比例)(?:（[^（）]{2,12}）)?[^，。；的]{0,10}$"
)
SAME_BRACKETED = re.compile("(?:人民币|以上|左右)?[（(](?:等值|约?合|折合)(?:约|近|超过?|人民币)?")
COMPARED = re.compile(
    "(?P<what>[^，。；]*?)(?:却|则|已|均|都|仅|也|仍)?"
    "(?:[是为]|相当于|恢复[到至]?|等于|只有|仅有|只及|增[加长]?[到至]|达到?|超过|不足|不到|接近)了?[^，。；]{0,20}的"
    "(?:近|约|仅|不到|不足|超过?|将近)?$"
)
"""What stands before a share of something else: 客流量是|平日的2.4倍."""
EACH = re.compile(
    "(?P<what>[^，。；]{2,16}?)(?:由|从|降至|降到|升至|涨至|涨到)?"
    "(?P<each>每"
    "(?:[0-9０-９百千万]{0,4}"
    "(?:公斤|千克|斤|克|吨|千瓦时|度|立方米|方|升|平方米|平米|亩|人次|[人户次张件头只株套辆桶箱瓶盒碗份]))+)"
    "(?:(?!发放|补[助贴偿]|奖)[^，。；每]){0,5}$"
)
"""What is priced by the piece or the weight: 菠菜每500克|4.5元."""
EACH_BEHIND = re.compile("(?:左右|以上)?[一每](?P<each>公斤|千克|斤|吨)(?=[，。；、！？”）]|$)")
"""A price and then its weight: 菠菜5元|一斤."""
BARE_EACH = re.compile("(?:^|[按以，])(?P<each>每(?:公斤|千克|[百千]?斤|吨|[只头株桶箱瓶盒件袋]))[能可]?(?:卖到?|售)?$")
"""A price of what the sentence spoke of: 采了鲜笋12斤，按每斤|6元结算."""
ENDS_CLAUSE = re.compile("(?:以上|以下|左右|多|不等)?(?:[，。；、！？）)]|$)")
SETTLES = re.compile("结算|计?算|收购|出售|计价|的价格")
WEIGHED = re.compile("(?:斤|千克|克|吨|时|度|方|米|升)$")
RISES_BY_WEIGHT = re.compile("(?:上?涨|下?降|下?跌|提高|上升|升|回落)[到至为]了?每")
PRICED = re.compile("[价费金]|标准|补[贴助]|工资|收入|收费")
LISTED_NAMES = re.compile("等(?:共|计)?$")
RANKED = re.compile("(?:[位稳高均跃]?居|[位名]?列|排|[提上跃晋]?升[至到为]|跻身|保持|蝉联|全[国省市区县州球]|世界).*$")
WON = re.compile("(?:[荣夺赢]得?|(?<![缴查捕抓破])获得?|斩获|摘得|取得)(?P<where>[\u4e00-\u9fff“”]{0,16})$")
"""Who comes first in what: 获|女子组|第一名."""
TABLE = re.compile("(?:[位名]?列|居|位|[升跃][至到]|名)(?P<table>[一-鿿]{0,6}(?:榜|总分))$")
RATES = "(?P<rate>增速|增幅|涨幅|降幅)"
RATE = re.compile(f"(?:^|[，、 ]){RATES}(?:均|都|也|仍|继续|在)*$")
RATE_LAST = re.compile(f"{RATES}(?:均|都|分别|也|(?:[高低快慢]于|高出|比|较)[^，。；]{{0,14}})*$")
COUNTED = {"户": "户数", "人": "人数", "人次": "人次", "摄氏度": "气温", "℃": "气温"}
COUNTS = re.compile("(?:人次|户数|人数)$")
HOUSEHOLDS = re.compile("[农住]户$|(?<=[贫困迁])户$")
"""What people live in who are counted behind them: 脱贫户120户|450人 are 脱贫人口."""
BRINGS = re.compile("^(?:带动|拉动|推动|促进|推升|促使)(?=.{3,}(?:价格|价|额|率|量|值|收入)$)")
"""What stands before what changes: 带动|猪肉价格上涨4%."""
MOST = re.compile("(?:其中|，)*(?P<what>[^，。；]{2,20}?)(?:最[大小高低快慢多少]|居首|领先|抢眼|突出|明显)$")
"""What a clause before calls most: 菠菜涨幅最大，|达18.6%."""


def name_ranked(case: Case) -> str | None:
    """What is ranked, or else what the figure before measured: 用电量增长8.5%，|列全省第2."""
    if case.figure.measure != Measure.RANK:
        return None
    if table := TABLE.search(case.words.before):
        return table["table"]
    if won := WON.search(case.words.before):
        return won["where"] + "名次" if won["where"] or "成绩" not in (case.carried or "") else case.carried
    head = RANKED.sub("", case.words.before)
    if (rate := RATE.search(head)) and (grows := case.subject_before or case.carried):
        return RATE_END.sub("", grows).removesuffix("进度") + rate["rate"]  # 财政收入快速增长，增幅居全省第3位
    own = name_indicator(head, "", None, prefers_before=True) if head.strip("，、 ") else None
    if case.carried and own in RANKED_PART:
        return re.sub("(?:占比|比重|增速|增幅|进度)$", "", case.carried) + own
    return with_rate(own, head) or case.carried or ""


def with_rate(own: str | None, said: str) -> str | None:
    """What is named, with the rate of change where it is this that is ranked or compared: 出口增速|居全省第2."""
    rate = RATE_LAST.search(said)
    return own + rate["rate"] if own and rate and not own.endswith(rate["rate"]) else own


def count_again(case: Case) -> str | None:
    """What was counted before, as another unit counts it: 搬迁户数 120户、|450人 is of 搬迁人数."""
    if not case.words.joined or not case.carried or (case.counts and read_after(case.words.after, case.unit)):
        return None
    if case.figure.unit in {"口", "口人"}:
        return "人口"
    if case.unit in PEOPLE and only_told(case.carried):
        return case.carried + COUNTED.get(case.unit or "", "人数")  # 批准逮捕15件|19人
    if case.unit == "人" and (of := HOUSEHOLDS.search(case.carried)):
        return case.carried[: of.start()] + "人口"
    counts = "人次" if case.unit == "人次" else COUNTED.get(case.unit or "")
    return COUNTS.sub(counts, case.carried) if case.unit in PEOPLE and counts else case.carried


def name_the_same(case: Case) -> str | None:
    """What was measured before: in another unit, of the next place, or what it rose to.

    签约额19亿元（|等值3亿美元）; 确诊病例中，安渡市30例、|云州市26例; 由17家扩围至|53家.
    """
    between = case.text[case.previous.end : case.figure.start] if case.previous else ""
    ends = not case.words.after or case.words.after.startswith("为最")
    same = SAME_BRACKETED.fullmatch(between) or (ends and case.follows_place) or case.rises_from_previous
    return case.carried if same else None


def name_medals(case: Case) -> str | None:
    """Medals by their metal: 斩获|6金|4银."""
    return MEDALS.get(case.unit or "")


def name_reference(case: Case) -> str | None:
    """What it is compared with is measured alike: 工业增长7%，比全省（|6%）快1个百分点."""
    if not case.carried or not refers(case.line, case.figure):
        return None
    return case.carried_sum if case.figure.measure == Measure.CHANGE else case.carried


def name_ratio(case: Case) -> str | None:
    """A占B的比重 is of A比重."""
    ratio = RATIO.search(case.before)
    what = ratio and name_indicator(ratio["what"], "", case.figure.unit, prefers_before=True)
    return what + ratio["ratio"] if ratio and what else None


def name_compared(case: Case) -> str | None:
    """What is so many times something else, or a share of it: 日均客流量|是平日的2.4倍."""
    if not (case.unit == "%" and case.figure.measure in {Measure.SHARE, Measure.LEVEL}):
        return None
    compared = COMPARED.search(case.before)
    own = compared and name_indicator(compared["what"], "", case.unit, prefers_before=True)
    return (own or case.carried or "") if compared and not case.words.after.startswith("的") else None


def name_priced(case: Case) -> str | None:
    """The thing that a price is of, by its piece or weight: 菠菜每500克|4.5元."""
    figure, before, after = case.figure, case.words.before, case.words.after
    if figure.measure != Measure.LEVEL or case.unit != "元":
        return None
    if behind := EACH_BEHIND.match(after):
        what = name_indicator(before, "", figure.unit, prefers_before=True)
        return what + "每" + behind["each"] + "价格" if what and not PRICED.search(what) else None
    rises = RISES.match(case.text, figure.end) or RISES_BY_WEIGHT.match(case.text, figure.end)
    if not (ENDS_CLAUSE.match(after) or SETTLES.match(after) or rises):
        return None  # 每人300元的补助
    if each := EACH.search(case.text, case.words.start, figure.start):
        what = name_indicator(each["what"], "", figure.unit, prefers_before=True)
        if not what or only_does(what):
            return None
        return what + each["each"] + ("价格" if WEIGHED.search(each["each"]) and not PRICED.search(what) else "")
    bare = BARE_EACH.search(before) if case.continues else None
    if not bare or not case.carried:
        return None
    things = without_verb(case.carried)
    things = things if len(things) > 1 else case.carried
    return things + bare["each"] + "价格" if not PRICED.search(things) else None


def name_listed_people(case: Case) -> str | None:
    """What people are of whom some are named before their number: 抓获犯罪嫌疑人|尤某、尹某等5人."""
    start, first = case.figure.start, case.words.clause[0]
    if case.unit not in PEOPLE or not LISTED_NAMES.search(case.text, max(first, start - 2), start):
        return None
    named = [
        mention.start for mention in case.line.mentions if mention.label == Label.PERSON and first <= mention.start < start
    ]
    lead = case.text[first : named[0] if named else first]
    if lead.endswith(("将", "把")) and (does := first_done(case.words.after)):
        return does + COUNTED[case.unit or ""]  # 将尤某等6人抓获
    return name_indicator(lead, "", case.figure.unit, prefers_before=True) if len(lead) > 2 else None


def name_share(case: Case) -> str | None:
    """What has a share: 工业用电量|占全社会用电量的63%."""
    share = SHARE_OF.search(case.before) if case.figure.measure == Measure.SHARE else None
    if not share or SHARE_NOUN.search(case.before):
        return None
    own = name_indicator(share["what"], "", case.figure.unit, prefers_before=True)
    return own or case.carried_sum


def name_noun(case: Case) -> str | None:
    """The noun beside a figure; else that behind the last of a run of figures, or what the clause before calls most."""
    measure, words = case.figure.measure, case.words
    counts = case.counts or (case.figure.unit is None and measure == Measure.LEVEL)
    prefers_before = measure in {Measure.CHANGE, Measure.SHARE} or not counts
    apart = measure == Measure.CHANGE and words.after[:1] in {" ", "　"}
    after = "" if case.rises or apart else words.after  # 同比增长6% 增速居全省第4位
    own = name_indicator(case.own_before, after, case.unit, prefers_before=prefers_before, last=words.last)
    if not words.after and (own is None or (case.counts and len(own) <= 2)):
        own = case.named_behind() or own
    if own is None and not case.counts and (most := MOST.search(case.clause_before() or "")):
        own = name_indicator(most["what"], "", case.unit, prefers_before=True)
    if own and measure in {Measure.CHANGE, Measure.SHARE} and case.unit == "%":
        own = BRINGS.sub("", own)
    if measure == Measure.CHANGE and case.unit in POINTS:
        own = with_rate(own, case.own_before)
    return own.removeprefix("报名") if own and own.startswith("报名参赛") else own
