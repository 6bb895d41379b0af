"""What a number measures, said in the words around it: 全市外贸企业187户 is of 外贸企业, 新建学校12所 of 新建学校.

Where both sides have a noun, a count takes the one behind. People are also named by what they do: 300余人参加.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from yaowen.facts.statistics.before import NAMED, read_before, strip_end
from yaowen.facts.statistics.behind import ATTRIBUTES, read_after
from yaowen.facts.statistics.lead_ins import AREA_WORD
from yaowen.facts.statistics.nameable import names_nothing
from yaowen.facts.statistics.nouns import ANIMATE, opening_words, written
from yaowen.facts.statistics.units import PEOPLE, PERSONS
from yaowen.facts.statistics.verbs import COMPARES, CREATES, LONE_VERBS, STATES, TAKES_PART, TELLS_LITTLE, only_does, predicate
from yaowen.vocabulary import DOES, Kind, Word, cut

SURFACE = {"平方米", "平方公里", "㎡", "平米"}
"""Units of how large something is: 18万平方米产业园 is of 产业园面积, 3亩薄田 of 薄田."""
AREA = SURFACE | {"亩", "公顷"}
GIVEN_TO = re.compile("(?:^|[^因作行认成])(?:为|对|给|向|帮助|帮扶)$")
GIVES = re.compile(
    "^(?P<whom>[^，。；、]{1,20}?)(?:进行|开展|提供|发放|办理|落实|实施|完成|解决|送上|送去)了?"
    "(?P<what>[^，。；、]{2,14})(?=[，。；、的]|$)"
)
OF_EACH = re.compile("每[人户家校村]$")
GIVES_BACK = re.compile(
    "(?P<whom>[^，。；、]{1,14}?)(?P<does>追[回讨]|讨回|[返发退]还|补发|发放)了?"
    "(?P<what>[^，。；、0-9０-９]{2,12}?)(?:共计?|合计)?$"
)
"""What is won back or paid out to those who are counted: 为60名农民工|追回工资9万元."""
GENERAL = re.compile("^(?:改造提升|提升改造|升级改造|改造|整治|检查|排查|走访|慰问|培训|帮扶|服务|维修|调研)$")
GRANTS_IT = re.compile("(?:享受|给予|获得?|领[取到]|拿到|收到|申请到?|提供|发放|颁发|退还)[^，。；、的]{0,8}$")
GRANTED = re.compile(
    "(?:以上|以内|左右|不等|的)*"
    "(?P<what>[^，。；、的0-9]{0,8}(?:补贴|补助|奖励|津贴|奖金|救助金|消费券|慰问金|助学金|奖学金|工资|分红))"
    "(?=[，。；、）)！]|$)"
)
"""What somebody gets so much of, and which says more than whom it is for: 享受首套房|5万元购房补贴."""
ONLY_GIVES = re.compile(
    "(?:全力|正在|已|在|新)*"
    "(?:建起|建成|建有|拥有|打造|建设|新建|改造|覆盖|辐射|设立|安排|筹集|争取|拨付|下达|投放"
    "|落实|兑现|补助|奖励|给予|募集|筹措|整合|处以|收缴|追回|挽回|[^，。；]{0,6}(?:追回|被判))"
)


def name_indicator(before: str, after: str, unit: str | None, *, prefers_before: bool, last: bool = True) -> str | None:
    """What is measured, from the words before a number and behind it; None where they say nothing.

    `before` starts at the clause, or behind the number before in it; `after` ends where the clause does, or at the next
    number (then it is not the `last` of its clause). Where both have a noun a count takes the one behind it (96个签约项目), an
    amount the one before it (总投资12亿元).
    """
    if GIVEN_TO.search(before) and (given := _given(after)):
        return given
    noun_after = read_after(after, unit, before, with_verb=not prefers_before or unit == "%", last=last)
    noun_before = read_before(before)
    if noun_after in {"标准", "速度"} and (does := predicate(after.partition(noun_after)[2][:2])):
        return does + noun_after  # 按每人500元的标准发放
    if unit == "元" and (granted := GRANTED.match(after)) and GRANTS_IT.search(before):
        return granted["what"]
    if not noun_after:
        return noun_before
    if noun_before and _yields(noun_before, after, unit, prefers_before=prefers_before):
        noun_before = None
    if noun_before and prefers_before:
        return _of_both(noun_before, noun_after) if OF_THAT.match(after) else noun_before
    does = _last_verb(before) if _says_little(noun_after) and not prefers_before else None
    if does:
        return does + noun_after
    surface = unit in SURFACE and not noun_before and not noun_after.endswith("面积")
    return noun_after + "面积" if surface else noun_after


def _yields(noun: str, after: str, unit: str | None, *, prefers_before: bool) -> bool:
    """Whether the noun before a number only does something to the one behind it, or names nothing."""
    if prefers_before and not after.startswith("的") and _wants_object(noun):
        return True  # 种着18亩地
    no_noun = prefers_before and unit not in AREA and (only_does(noun) or names_nothing(noun))
    return no_noun or ONLY_GIVES.fullmatch(noun) is not None


def _of_both(before: str, after: str) -> str:
    """What is measured where a number and 的 stand between two nouns: 总投资|12亿元的新材料项目 is of the project's 总投资."""
    if after.endswith("份额"):
        return before + after
    if RATE.fullmatch(after):
        return before  # 出口保持8%的增速
    if worth := WORTH.search(before):
        return after + worth[0]  # 送上价值8万元的图书
    if ATTRIBUTES.fullmatch(before):
        return after + before
    return before if NAMED.search(before) else after  # 7000元的工资


def _given(after: str) -> str | None:
    """What is given to those who are counted, or won back for them: 为|300名学生体检 is of 学生体检."""
    if gives := GIVES.match(after):
        whom = OF_EACH.sub("", gives["whom"].rpartition("的")[2])
        return whom if GENERAL.match(gives["what"]) else whom + gives["what"]
    back = GIVES_BACK.match(after)
    return back["does"] + back["what"] + back["whom"] if back else None


OF_THAT = re.compile("(?:以上|以下|左右|多|余)?的")
RATE = re.compile("(?:增长)?(?:速度|增速|增幅|涨幅|降幅|跌幅|增长)")
WORTH = re.compile("(?:总?价值|总规模|年产能|售价|(?:最高|授信|贷款)?额度|年?利率|面值)$")


def _wants_object(before: str) -> bool:
    """Whether a phrase ends with a verb, whose object is then what stands behind the number."""
    return cut(before)[-1].kind == Kind.VERB or before[-1] in LONE_VERBS


BETWEEN = {Kind.ADVERB, Kind.PARTICLE, Kind.NUMERAL, Kind.ADJECTIVE, Kind.SIDE}
"""What may stand between a verb and the number of its object: 覆盖了周边|5个村."""
AREA_END = re.compile(f"{AREA_WORD}$")
HEARS = {"得知", "听说", "获悉", "看到", "了解"}
"""Who is told of what is counted does nothing with it: 得知全县|87处隐患点."""


def _last_verb(before: str) -> str | None:
    """The verb whose object a number counts, unless it says little: 走访5个村, 察看安渡港、云州港等3个港口."""
    before = AREA_END.sub("", before)
    if before.endswith("等"):
        return _verb_of_list(before.partition("、")[0])
    for word in reversed(cut(before)):
        if word.kind == Kind.PREPOSITION or word.text in TELLS_LITTLE | TAKES_PART | HEARS:
            return None
        if word.kind in DOES and len(word.text) > 1:
            return word.text
        if word.kind not in BETWEEN and word.text not in COMPARES:
            return None
    return None


def _verb_of_list(opening: str) -> str | None:
    """The verb before the first thing of a list: 实地|察看|安渡港, 等3个港口."""
    words = cut(opening)
    does = [index for index, word in enumerate(words) if word.kind in DOES and len(word.text) > 1]
    first = next((index for index in does if words[index].kind == Kind.VERB), does[0] if does else None)
    if first is None or any(word.kind == Kind.PREPOSITION for word in words[:first]):
        return None
    while first + 1 in does:
        first += 1
    if first and first + 1 == len(words):
        return None  # 屋面防水、管网更换等14项工程
    return words[first].text if words[first].text not in TELLS_LITTLE | TAKES_PART else None


COVERED = re.compile("国家(?:和地区|、地区)?|行政村|贫困村|自然村|[省市县区州]（[省市县区、]+）|[省市县区]、[市县区]")
"""Nouns of places that say less than what was done there: 远销5个国家和地区."""


def _says_little(noun: str) -> bool:
    """Whether a noun needs what was done to say anything: 走访|村, 参赛|选手, but not 高新技术企业."""
    return len(noun) <= 3 or bool(COVERED.fullmatch(noun))


LONGEST_SHARING = 10


def shared_verb(carried: str, own: str) -> str | None:
    """The verb of a list that its next noun shares: 发放 of 发放树苗, for 化肥."""
    verb, *things = cut(carried)
    shares = (
        verb.kind in DOES
        and verb.text not in CREATES | TAKES_PART
        and len(verb.text) == 2
        and things
        and len(own) <= LONGEST_SHARING
    )
    if verb.text == "新" and things and things[0].kind in DOES and len(own) <= LONGEST_SHARING:
        return verb.text + things[0].text  # 新改建公路3公里、水渠5公里
    return verb.text if shares and not _is_deed(own) else None


def _is_deed(phrase: str) -> bool:
    """Whether a phrase opens with a verb of its own: 竣工, 拆迁|房屋, not 醉|驾 or 加油|机."""
    first, *_ = cut(phrase)
    return first.kind in DOES and len(phrase) - first.end != 1


PEOPLE_DO = re.compile(
    "(?:在线(?:观看|收看|学习|参与)?|入选|当选|参与|参训|创业|观看|参加|参会|参赛|参演|观摩|就业|脱贫|受益|死亡"
    "|受伤|治愈|出院|获救|获奖|获刑|被捕|落网|报名|上岗|返乡|转移|撤离|入学|毕业|入住|搬迁|参保|增收|落户|接种|"
    "受灾|遇难|失联|被困|入党|退休|签约|注册)"
)
BARE_VERB = re.compile(
    "(?:共|累计|可|已|将|先后|共计)*"
    "(?P<verb>惠及|带动|吸纳|培训|救助|帮扶|安置|覆盖|服务|转移|解救|救治|资助|辐射|慰问"
    "|走访|引进|招收|出动|抽调|选派|派出|动员|疏散|营救|聘用|录取|抓获|查处|处分|处理|移送)"
)
SAID_OF_PEOPLE = re.compile(
    "(?:已经?|均|都|全部|先后|正在|将|[仍尚还正]在?|全力|(?P<done>被))*"
    "(?P<what>[\u4e00-\u9fff“”]{2,10}?)中?(?=[，。；、！？ ]|$)"
)
"""All that a short clause says people did or what was done to them: 同意方案, 被|取保候审."""


def name_people(before: str, after: str, unit: str | None) -> str | None:
    """How people or households are counted by what is done with them or what they do: 惠及2万人, 300余人参加."""
    if unit not in PEOPLE | PERSONS:
        return None
    count = "户数" if unit == "户" else "人次" if unit == "人次" else "人数"
    if verb := BARE_VERB.fullmatch(strip_end(before).strip("，、并还且也 ")):
        does = PEOPLE_DO.match(after)
        return verb["verb"] + (does[0] if does else "") + count
    said = SAID_OF_PEOPLE.match(after)
    if said and _tells_apart(said):
        return said["what"] + ("" if said["what"].endswith(("人数", "人次")) else count)
    does = None if _is_state(cut(after[:LONGEST_STATE])) else PEOPLE_DO.search(after, 0, 24)
    if not does:
        told = first_done(after) if unit in PEOPLE else None
        return told + count if told else None
    with_object = re.match("(?:参加|参与|观看|接种|享受)了?([^，。；、的]{2,10})(?=[，。；、的]|$)", after[does.start() :])
    return (does[0] + with_object[1] if with_object else does[0]) + count


def _tells_apart(said: re.Match[str]) -> bool:
    """Whether a short clause tells what people did: not what they are or where they come from."""
    words = cut(said["what"])
    first = words[0]
    if _is_state(words):
        return False
    if said["what"].count("“") != said["what"].count("”") or (len(said["what"]) < 3 and said["what"] == said[0]):
        return False
    return bool(said["done"]) or (first.kind in DOES | {Kind.ADVERB} and first.text not in IS)


def _is_state(words: Sequence[Word]) -> bool:
    """Whether what has become of people is told before their noun: 脱贫|户发展产业."""
    return len(words) > 1 and words[0].text in STATES and bool(ANIMATE.search(words[1].text))


LONGEST_STATE = 6
IS = {*"是为有占达超在到含", "来自", "属于", "包括", "不等", "其中", "左右"}


def first_done(after: str) -> str | None:
    """What somebody does, with a short object, where a clause opens with it: 失踪, 逃离家园."""
    words = [word for word in opening_words(after) if word.kind not in {Kind.ADVERB, Kind.CONJUNCTION}]
    if not words or words[0].kind not in DOES or len(words[0].text) < 2 or _is_state(words):
        return None
    return written(words) if len(words) <= 2 and all(word.kind == Kind.NOUN for word in words[1:]) else words[0].text
