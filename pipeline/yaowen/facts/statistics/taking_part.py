"""Rules that complete the noun of people and things by where they come from, what they take part in or what was done to them.

Each returns None where the noun stands as it is.
"""

from __future__ import annotations

import re

from yaowen.facts.statistics.behind import ATHLETES
from yaowen.facts.statistics.cases import Case
from yaowen.facts.statistics.nouns import noun_end, written
from yaowen.facts.statistics.verbs import TELLS_LITTLE
from yaowen.vocabulary import DOES, Kind, cut

SPORT = re.compile("角逐|竞技|竞渡|比拼|比赛|参赛|对决|竞逐|较量|争夺|竞速")
COMES_FROM = re.compile("来自[^，。；]{1,40}的$")
FROM_END = re.compile("来自(?:[^，。；、的]{0,8}|[^，。；的]{1,24}等)$")
WHERE = re.compile(
    "(?!省市$)(?:.{0,4}[省市县区州盟旗镇乡村]|国家|地区|国家和地区|省份|.{0,6}（.{1,8}）|单位|系统|行业系统|学校)"
)
WIDE = {"国家和地区", "省份", "省（区、市）", "国家"}
WHO_COMES = re.compile("[\u4e00-\u9fff（）、]{1,12}的(?:近|约)?[0-9０-９.万余多]{1,8}[名位支人]")
ENDS_MEETING = re.compile("[\u4e00-\u9fff]{2,12}参加(?=[，。；]|$)")
MEETING = re.compile("(?:座谈|研讨|推进|恳谈|动员|部署|现场|宣讲|对接|代表大|会员大)会|会议")
CONTEST = re.compile("比赛|赛事|大赛|选手|运动员|棋手|锦标赛|的?(?:角逐|比拼|争夺|较量)")
TOLD = re.compile("(?:^|[，、对将在把])(?P<told>(?:(?![对将在把])[\u4e00-\u9fff]){1,10})的$")
CARRIES = re.compile("(?:其中)?(?P<by>铁路|公路|道路|水路|民航|航空|高铁)(?:客运)?")
LISTENS = re.compile("[\u4e00-\u9fff]{2,20}旁听(?=[，。；]|$)")


def who_competes(case: Case, own: str) -> str | None:
    """Athletes and teams who compete are 参赛: 300名选手|展开角逐."""
    if not ATHLETES.search(own) or own.startswith("参赛") or cut(own)[0].kind in DOES:
        return None
    shared = case.previous is not None and case.next_listed and (case.carried or "").startswith("参赛")
    comes = COMES_FROM.search(case.text, case.words.clause[0], case.figure.start)
    competes = shared or comes or SPORT.search(case.text, case.figure.end, case.words.clause[1])
    return "参赛" + own if competes else None


def whence(case: Case, own: str) -> str | None:
    """Where those who are counted next come from: 来自|9个市的30名选手 is of 参赛市, 来自|3个村的学员 of 学员来自村."""
    who = WHO_COMES.match(case.text, case.figure.end) if FROM_END.search(case.own_before) else None
    if not who or not WHERE.fullmatch(own):
        return None
    noun = case.text[who.end() : who.end() + noun_end(case.text[who.end() : case.words.clause[1]])]
    single = own in WIDE
    return "参赛" + own if ATHLETES.search(noun) and not single else noun + "来自" + own if len(noun) > 1 else None


def of_contest(case: Case, own: str) -> str | None:
    """The events of a contest: 参加了14个|项目的角逐."""
    is_event = own in {"项目", "大项", "小项", "工种"}
    return "比赛" + own if is_event and case.search_sentence(CONTEST, case.words.clause[1]) else None


def told_before(case: Case, own: str) -> str | None:
    """What was done to them, where it is said before their number: 检视出的|9个问题 is of 检视问题."""
    told = TOLD.search(case.own_before) if case.counts and case.words.after else None
    if not told or any(cut(own)[end].kind in DOES for end in (0, -1)):
        return None
    if "所" in told["told"][:-1] or told["told"].endswith("过"):
        return told["told"].removeprefix("所") + ("的" if told["told"].endswith("过") else "") + own  # 代表所提|意见
    words = [word for word in cut(told["told"]) if word.text not in {"出", "到", "了"}]
    does = next(
        (place for place in reversed(range(len(words))) if words[place].kind in DOES and len(words[place].text) > 1), None
    )
    if does is None or any(word.kind != Kind.NOUN for word in words[does + 1 :]):
        return None
    if words[does].text not in TELLS_LITTLE:
        return written(words[does:]) + own
    who = words[does - 1].text if does and words[does - 1].kind == Kind.NOUN else ""
    return who + own if does + 1 == len(words) and not own.startswith(who) else None  # 企业提出的|建议


def who_listens(case: Case, own: str) -> str | None:
    """Who sits in court: 60名村民|坐在板凳上旁听."""
    sits = LISTENS.match(case.text, case.figure.end)
    return "旁听" + own.rpartition("旁听")[2] if sits and not own.startswith("旁听") else None


def who_meets(case: Case, own: str) -> str | None:
    """Who comes to a meeting: 座谈会…，12家企业|负责人参加."""
    meets = own.startswith("参加") and ENDS_MEETING.match(case.text, case.figure.end)
    return "参会" + own.removeprefix("参加") if meets and case.search_sentence(MEETING) else None


def by_way(case: Case, own: str) -> str | None:
    """How passengers went who were counted before: 发送旅客57万人次，其中铁路|21万人次."""
    by = CARRIES.fullmatch(own) if case.unit == "人次" and case.last_alike and not case.words.after else None
    carried = CARRIES.sub("", (case.last_alike.indicator if case.last_alike else None) or "", count=1)
    return by["by"] + carried if by and carried else None
