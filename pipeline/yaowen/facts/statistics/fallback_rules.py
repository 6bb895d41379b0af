"""Rules for a figure beside which no noun stands, or one that says only what is done; their order stands in `indicators`.

Each returns None where it has nothing to say, and an empty string where it knows that nothing is said.
"""

from __future__ import annotations

import re

from yaowen.facts.statistics.before import strip_end
from yaowen.facts.statistics.behind import ADVERBS, read_after, told_apart
from yaowen.facts.statistics.cases import Case
from yaowen.facts.statistics.clause_rules import COUNTED
from yaowen.facts.statistics.lines import Figure
from yaowen.facts.statistics.measures import POINTS, THAN
from yaowen.facts.statistics.nameable import LONG_DEED, names_nothing, says_what
from yaowen.facts.statistics.naming import AREA, BARE_VERB, PEOPLE_DO, name_people
from yaowen.facts.statistics.nouns import ANIMATE
from yaowen.facts.statistics.units import PEOPLE, PERSONS, is_count
from yaowen.facts.statistics.verbs import lone_verb, only_does, only_told, starts_with_verb, things_of, without_verb
from yaowen.schema import Label, Measure
from yaowen.vocabulary import DOES, Kind, cut

WEIGHT = re.compile("每[0-9０-９百千]{0,4}(?:公斤|千克|斤|克|吨)")
RATE_MOVES = re.compile(
    "(?:其|其中|同比|环比)?(?P<rate>增速|降幅|涨幅|增幅|跌幅|占比|比重)[^，。；]{0,14}?"
    "(?:扩大|收窄|回落|提高|提升|加快|放缓|上升|下降|高于|低于|快于|高出)"
)
PART_END = re.compile("占[^占]*(?:比重|比例)$|占比$")
IS_RATE = re.compile("[率度]$|占比$|比[重例]$|降幅$|跌幅$")
"""What is a rate itself: by how many points it changes is said of it."""
POINTS_BACK = re.compile("(?:这一|这个|该|此)(?:比例|比重|占比|数字|数据|指标|价格)$")
RUN = re.compile("[、和]?[0-9０-９]")
"""Another figure, with which a deed is shared: 2户|3人未脱贫."""
BARE_VERBS = {
    *("开工", "竣工", "投产", "签约", "落地", "新建", "改建", "扩建", "应到", "实到"),
    *("竣工投产", "建成投产", "建成投用", "投产达效", "竣工投用"),
    *("毕业", "招收", "引进", "培育", "建成", "在建", "申报", "获批"),
}
MONEY = re.compile(
    "(?:，|、|光是?|仅)*(?P<what>[^，。；、光仅比每“”]{2,14}?|)(?:这?一项|少说|[就能可还又也要只仅共])*"
    "(?:(?P<earns>挣|赚|拿|分|卖(?=[了出]))|(?P<spends>花|掏|(?<![拨支垫交缴预])付))[了到得不上回出]{0,2}(?:近|约|快|超过?)?"
)
"""Who earns or spends, or by what: 光养蜂就能挣|2万元."""
BY_TIME = re.compile(
    "(?P<each>一(?:天|个月|晚上?)|每(?:[天年晚]|个?月))(?:[只能要可就也还得]|最多|顶多|平均)*(?P<does>[\u4e00-\u9fff]{1,2}?)"
    "(?:[掉出去到上下了完近约超逾]|不到){0,3}$"
)
"""What is done in so long: 一天要喝掉|40瓶矿泉水."""
EARNS = {*"挣赚拿有领收"}
BY_PIECE = re.compile(
    "(?P<what>一(?P<each>[份餐粒桶条把顿根斤包吨件只瓶碗张盒]|公斤)[\u4e00-\u9fff]{0,8}?)"
    "(?:只|就|能|要|也|可|得|净|仅|还|多|卖到|卖)*(?:(?P<earns>赚|挣)|卖|售|收|要|需)(?:到|了|得|不到)?(?:近|约|超过?)?$"
)
WENT = re.compile("(?P<does>搜寻|步行|行驶|绕行|奔波|跋涉|骑行|走|跑|骑|挪|爬)(?:了|过|出)?(?:近|约|超过?|将近)?$")
LAND_END = re.compile("(?:种植|播种|栽种|养殖)?面积$")
BOUND = re.compile("(?:以上|以下|以内|以外)$")
FINED = re.compile("[被处各]罚了?$")
NOT = re.compile("(?:[尚仍还另]有)?(?P<not>(?:各类)?(?:不予?|未|免予))")
"""不|起诉58人 are not those who were charged."""
ONLY_SOME = re.compile("(?:其中|[，、]|已|有|近|约|逾|超过?|仅|只|还|的)*|(?P<noun>[\u4e00-\u9fff]{2,8})[中里]有?")
HOW_MANY = re.compile("(?<=.)(?:人数|户数|人次)$")


def name_some_of_them(case: Case, own: str | None) -> str | None:
    """Some of those counted before are told apart by what the clause says: 38个行业中，|29个实现增长 is of 实现增长行业."""
    among = ONLY_SOME.fullmatch(case.own_before.strip("，、").removeprefix(case.whole or ""))
    whole = among and ((among["noun"] if case.counts else None) or case.whole)
    if not whole or HOW_MANY.search(whole) or not (says_what(whole) or len(whole) == 1) or not case.words.last:
        return None
    clause = ADVERBS.sub("", case.words.after.lstrip("以上多"))
    told = None if clause.startswith("是") else told_apart(clause.removeprefix("被"), some=True)
    if not told or cut(told)[0].kind == Kind.ADJECTIVE or told[0] in "是为" or (own is not None and _is_other(own, told)):
        return None
    return told + things_of(whole)


def _is_other(own: str, told: str) -> bool:
    """Whether a noun is not part of what a clause says, or is all of it: 26个|独立展馆."""
    return bool({*own} - {*told}) or (told.startswith(own) and cut(own)[-1].kind == Kind.NOUN)


SOLD = AREA | {*"斤吨头只株"} | {"公斤", "千克"}
"""What is sold or grown in so many of: 种了9亩花椒，卖了|5万元."""


def name_earned(case: Case, own: str | None) -> str | None:
    """What somebody earns or spends by what: 光养蜂就能挣|2万元 is of 养蜂收入, 修桥要花|30万元 of 修桥费用."""
    money = MONEY.fullmatch(case.own_before) if case.unit == "元" and case.figure.measure == Measure.LEVEL else None
    if case.unit == "元" and FINED.search(case.own_before):
        return "罚款"
    if not money or read_after(case.words.after, case.unit) or (own is not None and says_what(own)):
        return None
    what = money["what"].rpartition("的")[2]
    if money["spends"]:
        return (
            "自付费用" if what.endswith("自己") else what + "费用" if any(word.kind in DOES for word in cut(what)) else "花费"
        )
    if not what and case.continues and case.previous is not None and case.previous.quantity.unit in SOLD:
        sold = things_of(case.carried or "")
        return sold + "收入" if says_what(sold) else None
    return what + "收入" if what and cut(what)[0].kind not in {Kind.PRONOUN, Kind.ADVERB} else None


def name_by_time(case: Case, own: str | None) -> str | None:
    """What is done or comes in within a day or a month: 一天要喝掉|40瓶矿泉水, 一个月也有|5000元."""
    by = BY_TIME.search(case.own_before) if case.figure.measure == Measure.LEVEL else None
    if not by:
        return None
    noun, paid = read_after(case.words.after, case.unit), case.unit == "元"
    if paid and noun and by["each"][0] == "每":
        return None  # 每年能领到|3000元补助
    if paid and by["does"] in EARNS:
        return by["each"] + (noun or "收入")
    does = by["does"].removeprefix("约").removeprefix("有")
    return by["each"] + does + noun if noun and all(word.kind in DOES for word in cut(does)) else None


def name_by_piece(case: Case, own: str | None) -> str | None:
    """What a piece costs or brings in: 一份套餐卖|11元, 一斤鱿鱼只挣|8元."""
    piece = BY_PIECE.search(case.own_before) if case.unit == "元" and case.figure.measure == Measure.LEVEL else None
    if not piece or (piece["earns"] and piece["each"] in {"天", "年"}):
        return None
    if read_after(case.words.after, case.unit) not in {None, "钱"}:
        return None
    sold = len(piece["what"]) > len(piece["each"]) + 1
    return piece["what"] + ("价格" if not piece["earns"] else "利润" if sold else "收入")


def name_way(case: Case, own: str | None) -> str | None:
    """How far somebody went: 在芦苇荡里走了|3公里, 搜寻了|80公里."""
    went = WENT.search(case.own_before) if case.unit in {"公里", "米", "里", "海里"} and own else None
    bare = went and not case.words.after and case.figure.measure == Measure.LEVEL
    return went["does"] + "路程" if went and bare else None


def name_land_by_deed(case: Case, own: str | None) -> str | None:
    """Land by what is done with it: 花椒种植面积2万亩，投产|1万亩 is of 花椒投产面积."""
    verb = lone_verb(own or "", DOES) if case.unit in AREA else None
    land = case.carried if verb and case.continues and (case.carried or "").endswith("面积") else None
    return things_of(LAND_END.sub("", land)) + (verb or "") + "面积" if land else None


def name_rate_that_moves(case: Case, _own: str | None) -> str | None:
    """Where the rate of what was measured before changes, and not that: 出口增长5%，|增速回落2个百分点."""
    rate = RATE_MOVES.match(case.own_before) if case.carried else None
    if not rate:
        return None
    return case.carried_sum if case.unit == "%" else case.carried_sum + rate["rate"]  # 增幅扩大到19%


def name_pointed_at(case: Case, _own: str | None) -> str | None:
    """What was measured before, said of something else: 20%的受访者失眠，乙国|这一比例超过10%."""
    return case.carried if case.carried and POINTS_BACK.search(strip_end(case.own_before)) else None


def name_people_by_deed(case: Case, own: str | None) -> str | None:
    """People are named by what is done with them or what they do: 惠及|2万人, 300余人|参加."""
    words = case.words
    runs_on = words.last or words.after or RUN.match(case.text, case.figure.end)
    people = name_people(case.own_before, case.text[case.figure.end : words.clause[1]] if runs_on else "", case.unit)
    if not people or case.rises or words.joined:
        return None
    if own is None or PEOPLE_DO.fullmatch(own) or BARE_VERB.fullmatch(own) or only_does(own):
        return people
    does = starts_with_verb(words.after)
    named = case.own_before.endswith(own) and (ANIMATE.search(own) or own.endswith("人口"))
    if case.unit not in PEOPLE or (named and not (does and PEOPLE_DO.match(words.after))):
        return None  # 民警|20余人组成专班
    return people if does or PEOPLE_DO.fullmatch(words.after) else None


PLANTED = re.compile("(?:种植|栽植|栽种|养殖|流转|承包)[\u4e00-\u9fff]{1,6}$")
"""What land is used for, said in the clause before: 村民种植花椒，从20亩发展到|900亩."""


def name_subject_before(case: Case, own: str | None) -> str | None:
    """What the clause before speaks of, where it has no figure: 固定资产投资稳步回升，|同比增长2.1%."""
    if own is not None or case.counts:
        return None
    planted = PLANTED.search(case.clause_before() or "") if case.unit in AREA else None
    return planted[0] if planted else case.subject_before


def count_bare(case: Case, own: str | None) -> str | None:
    """People, households and degrees are what they count where nothing else is said: 全村|312户."""
    previous = case.previous
    if own is not None or case.figure.measure != Measure.LEVEL:
        return None
    other = previous is None or previous.quantity.unit != case.unit or not case.continues
    return COUNTED.get(case.unit or "", "") if other and (case.unit in COUNTED or not case.continues) else None


def name_of_another_place(case: Case, own: str | None) -> str | None:
    """What was measured before, of another place: 云漠县用水2000吨，安渡县达到|7000吨."""
    named = own is not None and any(
        mention.text == own and mention.label == Label.PLACE and case.words.clause[0] <= mention.start < case.figure.start
        for mention in case.line.mentions
    )
    if named and case.figure.unit in {"口", "口人"}:
        return "人口"
    return case.carried if named else None


def name_change_of_alike(case: Case, own: str | None) -> str | None:
    """A change by things or tons is of what they counted before: 事故160起、死亡人数210人，同比减少|20起、|30人."""
    if own is not None or case.figure.measure != Measure.CHANGE or case.unit in {"%", "元", *POINTS}:
        return None
    return case.last_alike.indicator if case.last_alike else None


def name_done(case: Case, own: str | None) -> str | None:
    """What is counted of what a clause only says to be done: 受理诉求2.8万件，办结|2.7万件 is of 办结诉求."""
    denied = NOT.match(own or "")
    verb = lone_verb((own or "")[denied.end() if denied else 0 :], DOES)
    if own and not verb and case.unit in PEOPLE and not case.words.after and only_told(own):
        return own + COUNTED[case.unit or ""]  # 接受咨询|80人
    if not verb or verb not in case.own_before or shares_verb(case, own):
        return None  # 应到委员41人，实到37人
    verb = denied["not"] + verb if denied else verb
    alike = case.last_alike
    if verb[-1] == "案" and case.counts:
        return verb  # 结案 says of what
    if case.unit in PEOPLE:
        return verb + COUNTED[case.unit or ""]
    if alike and alike.indicator and case.counts and (things := without_verb(alike.indicator).removeprefix("首批")):
        return verb + things
    if denied and len(verb) > LONG_DEED:
        return verb  # 不批准逮捕
    if case.unit in PERSONS:
        return verb + "人数"
    return verb + "资金" if case.unit == "元" and lone_verb(verb) else None


def shares_verb(case: Case, own: str | None) -> bool:
    """Whether a clause says another thing that was done with the same: 应到委员41人，|实到37人."""
    return bool(case.carried) and own in BARE_VERBS and (case.carried or "").removeprefix("新")[:2] in BARE_VERBS


def name_alike(case: Case, own: str | None) -> str | None:
    """What was counted before with the same unit, where a clause has no noun: 供货商6家，眼下是|20家. 12元管够 has none.

    党员120名，其中35岁以下|70名 is of 35岁以下党员.
    """
    if own is None or shares_verb(case, own):
        return None
    no_noun = case.unit == "元" and not case.own_before and not says_what(own) and len(cut(own)) > 1
    if not names_nothing(own) and not no_noun:
        return None
    alike = case.last_alike.indicator if case.last_alike and case.unit != "元" else None
    return (own + things_of(alike) if BOUND.search(own) else alike) if alike else ""


def carry_on(case: Case, own: str | None) -> str | None:
    """A clause that names nothing is about what the figure before measured: 税收占比65%，|增长7% is of the tax."""
    if own is not None:
        return None
    if not case.carried or case.previous is None:
        return ""
    if case.figure.measure == Measure.CHANGE:
        return _carry_on_change(case, case.carried, case.previous)
    is_level = case.counts and case.figure.measure == Measure.LEVEL
    others = is_level and is_count(case.previous.unit) and case.unit != case.previous.quantity.unit
    return "" if others else case.carried  # 队伍9支，踢了|40场


def _carry_on_change(case: Case, carried: str, previous: Figure) -> str:
    """What was measured before changes, or its rate or share where it is this that a change by points is of."""
    if case.figure.unit in {"%", "％"}:
        was_rate = previous.quantity.unit in POINTS  # 增长6%，增速提高1个百分点；两年平均|增长5%
        grows = case.carried_sum if was_rate else carried
        return WEIGHT.sub("", PART_END.sub("", grows)) or carried  # 菠菜每500克4.5元，上涨3%
    if IS_RATE.search(carried):
        return carried
    if previous.measure == Measure.SHARE and case.unit in POINTS:
        return carried + "占比" if "占" in case.text[previous.evidence[0] : previous.start] else carried
    differs = previous.measure == Measure.CHANGE and (case.unit in POINTS or THAN.search(case.own_before))
    return case.carried_sum + "增速" if differs else carried
