"""The noun before a number: 外贸企业|187户. What leads in and what leads out is stripped, then who does it."""

from __future__ import annotations

import re

from yaowen.facts.statistics.lead_ins import LEADING, LIGHT, TRAILING
from yaowen.facts.statistics.units import PEOPLE
from yaowen.facts.statistics.verbs import TELLS_LITTLE, drop_subject, only_does
from yaowen.vocabulary import DOES, Kind, cut

KEPT_WHOLE = re.compile("(?:增长率|经济增长|[人户件总次天参指]数|数量|占比|收入比|之比)$")
MEASURES = re.compile("(?:价格|收入|产量|产值|总额|总值)$")
"""What the dictionary joins with a verb of change (价格上涨)."""


def strip_end(phrase: str) -> str:
    """Without what leads from a noun to its number: 进出口额同比增长 is 进出口额."""
    previous = None
    while phrase != previous:
        previous = phrase
        if KEPT_WHOLE.search(phrase):
            break
        phrase = _without_ending(phrase)
    return phrase


def _without_ending(phrase: str) -> str:
    """Without the longest ending that opens with a word: 最高|达, not 最|高达."""
    ending = TRAILING.search(phrase)
    while ending:
        if _between_words(phrase, ending.start()) or MEASURES.search(phrase, 0, ending.start()):
            return phrase[: ending.start()]
        ending = TRAILING.search(phrase, ending.start() + 1)
    return phrase


def _strip_front(pattern: re.Pattern[str], phrase: str) -> str:
    """Without what a pattern finds at the front, where that ends with a word: 存|有 of 存有粮食, not the 存 of 存款."""
    opening = pattern.match(phrase)
    return phrase[opening.end() :] if opening and _between_words(phrase, opening.end()) else phrase


def _between_words(phrase: str, place: int) -> bool:
    """Whether no word of content stands across a place; 已有 and 还有 are two words here."""
    return not any(word.start < place < word.end and word.text[0] not in "已还只全将共现同环" for word in cut(phrase))


NAMED = re.compile("(?:海拔|全长|总长|长度|高度|深度|[额率值量数价资费款金比度]|收入|支出|投资|面积|里程|规模|产能|产值)$")
DURATION = re.compile("[0-9０-９一二三四五六七八九十两]{1,3}(?:年|个月|天)(?:间|来|内)?")
DONE = re.compile("(?P<noun>[\u4e00-\u9fff]{2,8}?)(?:已经?|累计|共)(?P<verb>开工|竣工|投产|完工|签约|建成|落地|审结|办结|整改)")
DONE_TO = re.compile(
    "(?P<noun>[\u4e00-\u9fff]{1,7}[^方局院厅队部处委所站港园区厂店馆镇村县市校社会司行])已经?(?P<verb>[\u4e00-\u9fff]{2})"
)
"""Things that stand before what was done to them: 小麦已收割|30万亩."""
FINE = re.compile("(?:[，并]|单)*处罚金")
"""判处|罚金, which the dictionary does not cut so."""
TIMES = {*"天年月日周"}
DIMENSIONS = "长宽高厚深重"
COMES_TO = re.compile("(?<=[人员众力户民口])实现(?=(?:再|转移|稳定|灵活|自主|就近|就地)*(?:就业|创业|脱贫)$)")
"""Between people and what they come to: 失业人员|实现|再就业."""
NOWHERE = {"内", "里", "中", "之间", "之外", "当中", "之内", "之中", "家", "家里", "家中", "村里", "厂里", "手里", "手中"}
"""What a phrase ends with that says only where, or of what: 可比范围|内."""
LASTED = re.compile("^[^，。；]{0,16}历时[^，。；]{1,6}?[年月天](?:共|累计)?")
WHO_DID = re.compile("^[^、，]{1,10}?(?:累计|共计|一共|先后|已经|已(?!婚|知)|(?<![公总])共(?![同享和建产青有识性]))(?=..)")
"""Who did it is not measured: 救援人员累计|转移群众."""
LONGEST_PHRASE, LONGEST_WITH_OF = 18, 12
LISTED = re.compile("(?P<opens>[^、，。；的]{2,12})、[^，。；]{1,40}等(?P<what>[^、，。；等的]{2,12})")
PLACES = re.compile(
    "^[^，。；、的]{0,10}等(?:重点|主要)?(?:[乡村]镇|街道|[社地]区|领域|行业|[各多]?地|[省市县区乡镇村])(?:共计?|已|累计)*(?=..)"
)
"""The end of a list of places: 云漠、石河等村共|栽种果树."""
CLOSED_BEFORE = re.compile("^[^（(]*[）)]")
"""A bracket that was opened before a phrase: 8亿元（人民币，|下同）、9亿元."""


def _summed_up(phrase: str) -> str | None:
    """What a list is of, with what is done to it: 培育经济林 of 培育桃、李、杏等经济林."""
    listed = LISTED.fullmatch(phrase)
    if not listed or PLACES.match("等" + listed["what"]):
        return None
    first = cut(listed["opens"])[0]
    does = first.kind in DOES and len(first.text) > 1 and first.text not in TELLS_LITTLE | {listed["opens"], "包含"}
    return (first.text if does else "") + listed["what"]


def read_before(before: str) -> str | None:
    """The noun before a number, without time, area, adverbs and the verb of change."""
    phrase = LASTED.sub("", _without_leads(FINE.sub("罚金", _innermost(before[-60:]))))
    if (done := DONE.fullmatch(phrase)) or ((done := DONE_TO.fullmatch(phrase)) and _is_done_to(done["noun"], done["verb"])):
        return done["verb"] + done["noun"]
    if (summed := phrase.partition("累计"))[1] and NAMED.search(summed[2]):
        return summed[0] + summed[2]
    phrase = COMES_TO.sub("", _shortened(drop_subject(WHO_DID.sub("", phrase))).strip("、，：: 　"))
    if not phrase or _is_no_noun(phrase):
        return None
    return _in_whole_brackets(phrase) or None


def _innermost(phrase: str) -> str:
    """What stands in the last bracket or quotation that is still open, or behind one that was opened before the phrase."""
    for opening in ("“", "（", "("):
        if phrase.count(opening) > sum(phrase.count(closing) for closing in "”）)"):
            phrase = phrase[phrase.rfind(opening) + 1 :]
    return CLOSED_BEFORE.sub("", phrase)


def _without_leads(phrase: str) -> str:
    """Without what leads from the noun to its number, and what leads to the noun."""
    phrase, previous = strip_end(phrase), None
    while phrase != previous:
        previous = phrase
        phrase = _strip_front(LEADING, phrase)
        shorter = _strip_front(LIGHT, phrase)
        if len(shorter) >= 2 and not only_does(shorter):
            phrase = shorter
    return phrase


def _is_done_to(things: str, does: str) -> bool:
    """Whether a phrase says what was done to things, and not who did it, nor when (前两天已经|领到)."""
    verb = cut(does)
    return (
        len(verb) == 1
        and verb[0].kind in DOES
        and things[-1] not in TIMES
        and all(word.kind in {Kind.NOUN, Kind.ADJECTIVE} for word in cut(things))
    )


def _shortened(phrase: str) -> str:
    """A long phrase from its last 的 on, and of a long list what it is of, or its last thing."""
    tail = phrase.rpartition("的")[2]
    phrase = tail if len(phrase) > LONGEST_WITH_OF and len(tail) >= 2 else phrase
    if len(phrase) <= LONGEST_PHRASE:
        return phrase
    return _summed_up(phrase) or PLACES.sub("", phrase.rpartition("、")[2])


def _is_no_noun(phrase: str) -> bool:
    """Whether a phrase is one verb, says only where (可比范围|内), for how long, or how many people."""
    last = cut(phrase)[-1]
    one = len(phrase) == 1 and phrase not in DIMENSIONS and last.kind != Kind.NOUN
    return one or last.text in NOWHERE or phrase in PEOPLE or DURATION.fullmatch(phrase) is not None


def _in_whole_brackets(phrase: str) -> str:
    """Without the brackets and quotation marks of which a phrase has only one side, and what stands on the other."""
    for opening, closing in ("“”", "‘’", "（）", "()", "《》"):
        if phrase.count(closing) > phrase.count(opening):
            phrase = phrase.rpartition(closing)[2] or phrase
        if phrase.count(opening) != phrase.count(closing):
            phrase = phrase.strip(opening + closing)
            if opening in phrase and closing not in phrase:
                phrase = phrase + closing if opening in "“‘" else phrase.rpartition(opening)[2]
    return phrase
