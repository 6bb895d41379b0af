"""The noun behind a number, to the first word that no longer belongs to it, with what tells it apart: 12所|学校."""

from __future__ import annotations

import re

from yaowen.facts.statistics.lead_ins import LEADING
from yaowen.facts.statistics.nouns import ANIMATE, GAINS, LONGEST_NOUN, noun_and_list, written
from yaowen.facts.statistics.units import PEOPLE, PERSONS, is_count
from yaowen.facts.statistics.verbs import MODALS, STATES, predicate, starts_with_verb
from yaowen.vocabulary import DOES, Kind, cut

ATTRIBUTES = re.compile(
    "(?:总投资额?|计划投资|完成投资|年产值|总产值|产值|总建筑面积|建筑面积|总面积|占地面积|占地"
    "|面积|总长度?|全长|长度|总额|总量|总人口|人口|年销售额|销售额|销售收入|营业收入|总收入|"
    "年收入|年产能|产能|装机容量|总装机|投资额|投资|注册资本|带动)"
    "(?:达到?|超过?|近|约|逾|突破|为|就业)*$"
)
OF_EACH = re.compile(
    "(?:水质|合计|平均|综合|零售|批发|收购|[人户亩村日年月]均)*"
    "(?:(?:优良|达标|合格|覆盖|利用|入住|出勤|成活)(?:比例|率)|收入|价格(?:指数)?|均价|蓄水量?|用电量|增收|工资|亩产)$"
)
"""What the next figure measures of things that are counted: 12个断面|水质优良比例100%."""
PIVOTS = re.compile("(?P<verb>支持|帮助|带动|助力|引导|扶持|资助|组织)[^，。；、的]{0,6}$")
"""Verbs whose object does something: 支持6120户家庭购房."""
ORGANISED = re.compile("(?:开展|进行|参加|赴|到|去)(?P<what>[^，。；]{2,20}?)(?P<kind>活动|服务)?(?=[，。；]|$)")
"""What people are called together for: 组织10名医生|开展健康进村义诊."""
LONGEST_CALL = 6
THERE_ARE = re.compile("(?:有|的|首批|来自[^，。；]*)(?:超过?|近|约|逾)?$")
THEY = re.compile("(?:[员师人者民生众工官兵警迷客友]|干部|企业|专家|代表|选手|患者|学生|村|户)$")
PLACES = re.compile("(?:^|[、和])(?:国家|地区|省份|城市|地市|省市|县市|区县|县区|乡镇|村庄|社区|街道|学校|高校|单位|部门)$")
ADVERBS = re.compile(
    "^(?:集中|实质性|全部|全面|已经?|共同|踊跃|陆续|相继|成功|顺利|正式|将|先后|同时|均|都|也|直接|仍|开始|主动|自愿|最终)+"
)
ATHLETES = re.compile("(?:手|运动员|队|队伍|队员|跑者|球员|健儿|[跑骑球棋泳动]爱好者|龙舟|帆船|赛马)$")
AT_SPORT = re.compile(
    "^参加了?[^，。；]{0,6}(?:比赛|大赛|赛事|角逐|决赛|活动)|^(?:激情|同台|激烈|展开|在线)*(?:角逐|竞技|比拼|参赛|竞逐)"
)
MAKE_UP = re.compile("[组构]成(?:的|$)")
BODIES = re.compile("(.*?(?:企业|公司|单位|部门|机构|乡镇|街道|社区|县区|村|学校))(?:主要)?(?:负责人|负责同志|代表|干部)")
"""What is counted where those who speak for it are named: 9家企业|负责人."""
THEIR_SUM = re.compile(
    "(.*(?:行业|产业|行业大类|产品|企业|[市县区]))(?:增加值|总?产值|产量|价格|营业收入|利润|投资|进出口|出口)"
)
"""What is counted where the clause tells how a sum of theirs went: 21个行业|增加值实现增长."""
LOADED = re.compile("(?:[满装运]载|载有|[载装拉]着)$")
"""Before what is on board: 满载|40箱茶具的货车."""
NOT = {"未", "尚未", "不", "没", "没有", "无"}
SHOWS = re.compile(
    "(?:依次|轮番|集中|同台|首次|将|在[^，。；]{1,8})*(?:登台|亮相|登场|入场|献艺|等候|散落|领跑|演出|榜上有名|上榜)"
    "|错落|如[^，。；]{1,6}散落"
)
"""What all who are counted do on a stage or in a row tells none apart: 11支乐团|轮番登台."""
SOME = re.compile("(?:(?<![拥享持具含])有|其中)(?:超过?|近|约|逾)?$")
"""What stands before some of many, who are told apart by what they do: 有|2名干部走上领导岗位."""
SAYS_LITTLE = re.compile(
    "国家(?:和地区|、地区)?|[省市县区州]（[省市县区、]+）|[乡村县区省]|城市|.*(?:乡镇|街道|社区|[县市]区|省份|企业|单位|部门|行业"
    "|[小中大]学|学校|幼儿园|医院|卫生院|机构|组织|[市州]|中心|小区|网点|站|所|支行)"
)
"""Places and bodies say little without what they do: 5个乡镇|建成敬老院; people and things say enough (80名观众|挤满礼堂)."""
AREAS = {*"省市县区乡镇村"}
OF_ALL = re.compile("[的都把从要应]|均|围绕|进行|作为|收获")
LONGEST_TOLD = 16
WITH_WHOM = re.compile("^[与同跟][^，。；]{1,12}?(?=签)")
"""With whom all have signed tells none apart: 6家企业|与我县|签订协议."""
LEAD_OUT = re.compile(
    "^(?:[（(][\u4e00-\u9fff]{1,2}[）)])?"
    "(?:以上|以下|以内|左右|上下|出头|不等|多|余)?(?:的(?![哥姐士])|、)?(?:(?:都|均|全|全部)?[是为])?(?:崭?新的)?"
)
"""Between a number and its noun: 800多名|, 12家均为|."""
BRACKET = re.compile("[（(][^（）()，。]{1,8}[）)]")
AT_THE_END = re.compile("(?<=..)(?:(?<=...)工作|里|共计|合计|共)$|(?<=.)(?:以上|以内|左右|不等)$")
MEASURED = re.compile("(?:每[\u4e00-\u9fff]{1,2})?(?:达到?|超过?|近|约|逾|突破|为)*$")
LONGEST = 24


def read_after(
    after: str, unit: str | None = None, before: str = "", *, with_verb: bool = True, last: bool = True
) -> str | None:
    """The noun behind a number up to its verb; what it does goes in front of it where that says which (获奖教师)."""
    phrase = _phrase(after, before, unit)
    is_object = bool(LEADING.sub("", before)) and not THERE_ARE.search(before)
    noun = noun_and_list(phrase, is_object=is_object, opening_verbs=_opening_verbs(after, unit, with_verb=with_verb))
    if bracket := BRACKET.match(phrase, len(noun)):
        noun += bracket[0]
    elif noun[-1:] in {*"中里内"} and cut(noun)[-1].text == noun[-1]:
        noun = noun[:-1]
    rest = phrase[len(noun) :]
    attribute = ATTRIBUTES.search(noun) or (None if is_object else OF_EACH.search(noun))
    if attribute and not last and attribute.start() >= 2 and MEASURED.match(rest):
        noun = noun[: attribute.start()]
    counted = _counted(noun, unit)
    with_verb = with_verb and not noun.startswith(counted + "的")  # 11名失联人员|的搜救|正在开展
    noun = AT_THE_END.sub("", counted.strip("、，：: 　了").rstrip("的了"))
    if re.fullmatch("[（(].*[）)]", noun):
        return None
    if len(noun) < 2 and not (with_verb and unit == "个" and noun in AREAS):
        return _short(noun, unit)
    noun = _in_whole_words(noun)
    if unit in {"家", "个", "种"} and (several := BODIES.fullmatch(noun) or THEIR_SUM.fullmatch(noun)):
        noun = several[1]
    if not with_verb:
        return noun
    return (_what_it_does(noun, rest, unit, before, is_object=is_object, last=last) or "") + noun


def _phrase(after: str, before: str, unit: str | None) -> str:
    """What stands behind a number, from the noun on."""
    phrase = LEAD_OUT.sub("", after)
    phrase = "部" + phrase if unit == "部" and phrase.startswith("门") else phrase  # 8部|门将进一步改进
    words = cut(phrase[:LONGEST_NOUN])
    opens = bool(words) and (words[0].kind in {Kind.PREPOSITION, Kind.NUMERAL, Kind.ADVERB} or words[0].text == "来自")
    if opens and "的" in phrase:
        phrase = phrase.partition("，")[0].rpartition("的")[2]  # 2000亩以柿子为主的经济林
    return phrase.partition("的")[0] if LOADED.search(before) else phrase


def _in_whole_words(noun: str) -> str:
    """So much of a long noun as is read, to the end of a thing of its list, or of a word."""
    if len(noun) <= LONGEST:
        return noun
    listed = noun.rfind("、", 0, LONGEST + 1)
    ends = max((word.end for word in cut(noun) if word.end <= LONGEST), default=LONGEST)
    return noun[: listed if listed > 1 else ends]


def _counted(noun: str, unit: str | None) -> str:
    """Of a noun with 的, what is counted: 46名|工程师|的技术中心 and 11名|失联人员|的搜救 count them."""
    if "的" not in noun[1:]:
        return noun
    head, _, tail = noun.rpartition("的")
    people = unit in PERSONS and ANIMATE.search(head) and not ANIMATE.search(tail)
    if people or len(tail) < 2 or THEY.search(head) or PLACES.search(head) or (is_count(unit) and _is_thing(head)):
        return head.partition("的")[0]
    return tail if len(noun) > 14 else noun


OF_UNIT = {"次", "套", "几"}
"""What belongs to the unit before it (27万件|套), or says how many."""
NO_NOUN = {Kind.PARTICLE, Kind.PRONOUN, Kind.PREPOSITION, Kind.ADVERB, Kind.CONJUNCTION}


def _short(noun: str, unit: str | None) -> str | None:
    """A noun of one character, or of the unit with one: 9万|人口, 4|部门."""
    whole = (unit or "")[-1:] + noun
    if len(whole) == 2 and whole[0] in "人部单吨" and len(cut(whole)) == 1:
        return whole
    names = noun == "地" or (noun >= "\u4e00" and noun not in OF_UNIT and cut(noun)[0].kind not in NO_NOUN)
    return noun if names else None


def _what_it_does(noun: str, rest: str, unit: str | None, before: str, *, is_object: bool, last: bool) -> str | None:
    """What stands in front of the noun of a number: 参赛|选手, 入选名单|企业; nothing where that does not tell which."""
    clause = ADVERBS.sub("", rest)
    if MAKE_UP.match(clause):
        return None  # 由20名医护人员|组成
    if AT_SPORT.match(clause) or (clause.startswith("参加") and ATHLETES.search(noun)):
        return "参赛"
    if not last:
        return None
    told = None
    if unit == "%" or SOME.search(before):
        told = told_apart(clause, some=True)
    elif not is_object and SAYS_LITTLE.fullmatch(noun) and not OF_ALL.match(rest):
        told = told_apart(clause, some=False)
    if SHOWS.match(clause):
        return None
    pivot = PIVOTS.search(before) if ANIMATE.search(noun) else None
    pivot = pivot if pivot and all(word.kind not in DOES for word in cut(before[pivot.end("verb") :])) else None
    if pivot and pivot["verb"] == "组织":
        done = ORGANISED.match(clause)
        return _called_for(done["what"], done["kind"] or "") if done else ""
    if pivot and pivot["verb"] in {"支持", "帮助", "引导", "扶持"}:
        told = told or told_apart(clause, some=False)
    if told := told or _gained(clause):
        return (pivot["verb"] if pivot and pivot["verb"] == "带动" else "") + told
    if before.endswith("等") and all(word.kind not in DOES for word in cut(before.partition("、")[0])):
        is_object = False  # 5路、9路等6条公交线路|临时改道
    if (is_object and not pivot) or "的" in noun + rest[:1]:
        return None
    return (pivot["verb"] if pivot else "") + (predicate(clause, of=noun) or "")


def _called_for(what: str, kind: str) -> str:
    """What people are called together for: 义诊 of 健康进村义诊, 主题党日活动; its kind where it is more than one word."""
    words = cut(what)
    if len(words) > 1 and kind and len(what) <= LONGEST_CALL and all(word.kind != Kind.OTHER for word in words):
        return what + kind
    last = next((index for index in reversed(range(len(words))) if len(what) - words[index].start > 1), 0)
    if last and (words[last].text == "演练" or (len(words[last - 1].text) == 1 and words[last - 1].kind == Kind.NOUN)):
        last -= 1  # 疏散|演练, 疗|休养
    return written(words[last:])


def told_apart(clause: str, *, some: bool) -> str | None:
    """All that a clause says: 六成企业|恢复正常生产, but for where it was (在选拔中|落选).

    Where it is not `some` of many that a clause speaks of, what they do must be more than one short verb.
    """
    words = [word for word in cut(WITH_WHOM.sub("", clause)) if word.kind != Kind.PARTICLE or word.text in {"的", "之"}]
    if words and words[0].text == "在":
        where = next((index for index, word in enumerate(words) if word.kind == Kind.SIDE), -1)
        words = words[where + 1 :] or words
    while words and ((words[0].kind == Kind.ADVERB and words[0].text not in NOT) or words[0].text in MODALS):
        words = words[1:]
    if len(words) > 1 and words[0].text == "在" and words[1].kind in DOES:
        words = words[1:]  # 都|在|从事种植
    is_some = len(words) > 1 and words[0].text in {"是", "系"}
    words = words[is_some:]  # 2家企业|是|招商引资来的
    told = written(words).replace("获得", "获")
    opens = DOES | {Kind.PREPOSITION, Kind.ADVERB} | ({Kind.ADJECTIVE} if some or is_some else set())
    opens |= {Kind.NOUN} if is_some else set()
    return told if (2 if some else 3) <= len(told) <= LONGEST_TOLD and words[0].kind in opens else None


WHO = {*"家名位"}


def _opening_verbs(after: str, unit: str | None, *, with_verb: bool) -> frozenset[Kind]:
    if unit in PEOPLE | PERSONS:
        words = cut(after[:LONGEST_NOUN])
        if words and words[0].text in STATES and not starts_with_verb(after):
            return DOES  # 126户|脱贫群众
    if unit in PEOPLE:
        return frozenset()
    if after.startswith("的"):
        return DOES
    return DOES if with_verb and unit not in WHO else frozenset({Kind.ACTION})  # not 9家|存有问题


def _is_thing(phrase: str) -> bool:
    """Whether a phrase is a noun and its modifiers, none of them a verb: 贫困县|的学校, not 具有特色|的项目."""
    words = cut(phrase)
    return words[-1].kind == Kind.NOUN and len(phrase) > 2 and all(word.kind in {Kind.NOUN, Kind.ADJECTIVE} for word in words)


LONGEST_GAIN = 10


def _gained(clause: str) -> str | None:
    """What sets apart those who come to something: 3家企业|入选名单, 60%的村民|参加医疗保险."""
    gains = GAINS.match(clause)
    if not gains:
        return None
    phrase = clause[gains.end() :].removeprefix("了").removeprefix("新的")
    if phrase.startswith("的"):
        return gains[0]
    thing = phrase[: len(noun_and_list(phrase, is_object=True, opening_verbs=DOES))]
    rest = phrase if gains[0] == "实现" and cut(phrase or "的")[-1].kind in DOES else ""
    thing = phrase if len(thing) == 1 and len(phrase) == 2 else thing  # 参加|麦收
    thing = rest if 1 < len(rest) <= LONGEST_GAIN else thing  # 实现|增长, 实现|省内转移就业
    return gains[0].replace("获得", "获") + (thing if len(thing) <= LONGEST_GAIN else "")
