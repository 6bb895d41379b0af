"""Whether words can name what is measured, and what is left of them where they run on: 民警|正在站台值守."""

from __future__ import annotations

import re

from yaowen.facts.statistics.nouns import ADVERBIALS, SUFFIXES, in_unknown
from yaowen.facts.statistics.verbs import MODALS
from yaowen.vocabulary import DOES, Kind, Word, cut

ENDS = {Kind.NOUN, Kind.ACTION, Kind.MEASURE, Kind.OTHER}
POINTS = {"得分", "积分", "积分差"}
NAMES = {Kind.NOUN, Kind.ACTION}
RUNS_ON = {Kind.ADVERB, Kind.TIME}
ONLY_SO_MUCH = {"只有", "仅有", "只剩", "还有", "共有", *MODALS}
OTHERS = {"其他", "其它", "其余"}
LONG_DEED = 4
"""A verb of so many characters may say what is done to what: 批准逮捕."""
SIZES = {*"长宽高厚深重"}
BRACKETS = ("“”", "‘’", "（）", "()", "《》")


def _is_deed(word: Word) -> bool:
    """Whether a verb says what is done to what: 批准逮捕, 结案."""
    return word.kind == Kind.VERB and (len(word.text) >= LONG_DEED or word.text[-1] == "案")


def says_what(phrase: str) -> bool:
    """Whether a phrase can name what is measured: not 赛, 截至, 已扩围, nor one that breaks off (总量和)."""
    if phrase in POINTS:
        return True
    words = cut(phrase)
    if len(words) < 2:
        return len(phrase) > 1 and (words[0].kind == Kind.NOUN or _is_deed(words[0]))
    if len(phrase) == len(words) == 2 and words[0].kind == Kind.NOUN and words[1].kind != Kind.CONJUNCTION:
        return True  # 组别: no word of the dictionary
    size = words[-1].text in SIZES and words[0].kind != Kind.PREPOSITION  # 铁塔高, not 比铁塔高
    ends = size or words[-1].kind in ENDS or words[-1].text in SUFFIXES | {"比"}  # 积水点, 收入比
    return (ends and any(word.kind in NAMES or word.text in OTHERS for word in words)) or _is_deed(words[-1])  # 刑事结案


BATCH = re.compile("[批趟把桶次回遍天月年]$")
WHEN = {Kind.ADVERB, Kind.TIME, Kind.SIDE, Kind.PREPOSITION, Kind.PRONOUN}


def names_nothing(phrase: str) -> bool:
    """Whether a phrase has no noun: 眼下, 一天只做, 正在预泄, 卖出; two characters that no word holds may be one (首印)."""
    words = [word for word in cut(phrase) if word.kind != Kind.OTHER] or cut(phrase)
    if not words:
        return True
    if any(word.kind == Kind.NOUN for word in words) or words[0].text[0] == "每" or words[0].text[-1] == "均":
        return False
    if _is_deed(words[-1]) or (words[0].text in OTHERS and len(words) > 1) or words[-1].text == "款":
        return False  # 刑事结案, 其他类, 执行|款
    if words[0].kind in WHEN:
        return True
    if len(words) > 2 and all(len(word.text) == 1 for word in words):
        return False  # 立行立改
    if len(words) == 1:
        return words[0].kind == Kind.VERB or bool(BATCH.search(phrase))
    if all(word.kind in DOES for word in words) or (words[-2].kind == Kind.ADJECTIVE and len(words[-1].text) == 1):
        return False  # 办理注销, 健康跑
    last, before = words[-1], words[-2]
    short = len(last.text) == len(before.text) == 1
    if last.kind == Kind.PARTICLE and last.text not in "的了着过":
        return False  # 撂荒|地
    unknown = short and before.kind not in WHEN | {Kind.PARTICLE} and before.kind != last.kind
    return not (last.kind in ENDS or (last.kind == Kind.ADJECTIVE and len(last.text) > 1) or unknown)


def tells_how(phrase: str) -> bool:
    """Whether a phrase opens with when, how, who or to whom, or runs over a mark: 当场装进口袋, 我们内销, 给学生买了书包."""
    words = cut(phrase)
    if not words or in_unknown(words, 0):
        return False
    first = words[0]
    how = (
        first.text[0] in "我你他她咱"
        or first.text in ADVERBIALS
        or (first.kind in {Kind.ADVERB, Kind.TIME, Kind.PREPOSITION} and first.text not in {"对", "因"})
    )
    return how or "着" in phrase or bool(set("，,。；") & {*phrase})


def without_remains(phrase: str) -> str:
    """Without what is left of brackets: 档案 of 卷）档案, 瓷器 of 瓷器“亮相."""
    for pair in BRACKETS:
        opening, closing = pair[0], pair[1]
        if phrase.count(opening) < phrase.count(closing):
            phrase = phrase.partition(closing)[2] or phrase
        elif phrase.count(opening) > phrase.count(closing):
            phrase = phrase.rpartition(opening)[0] or phrase
        phrase = phrase.strip(opening + closing) if phrase.count(opening) != phrase.count(closing) else phrase
    return phrase


def without_predicate(phrase: str) -> str:
    """What a phrase names before it says when or how something is done: 民警 of 民警正在站台值守, 税收 of 税收只有往年的."""
    words = cut(phrase)
    named = False
    for word in words:
        runs_on = word.kind in RUNS_ON or word.text in ONLY_SO_MUCH
        if named and runs_on and word.end < len(phrase) and says_what(phrase[: word.start]):
            return phrase[: word.start]
        named = named or word.kind in NAMES
    return phrase
