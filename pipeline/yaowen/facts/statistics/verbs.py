"""What is done and what it is done to, without who does it: 民警|办理案件. Reads words alone, cut by `vocabulary`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from yaowen.facts.statistics.nouns import ADVERBIALS, ALWAYS_VERBS, ANIMATE, LONGEST_NOUN, SUFFIXES, written
from yaowen.vocabulary import DOES, Kind, Word, cut


def predicate(phrase: str, *, of: str = "") -> str | None:
    """What is done, where a clause says no more than that: 集中签约, 全部联网; `of` who may do two things: 进场招工."""
    words: Sequence[Word] = cut(phrase.rstrip("，。；！？,;!?").removesuffix("了")[:LONGEST_NOUN])
    while words and words[0].text in ADVERBIALS:
        words = words[1:]
    if not words or words[-1].kind not in DOES or len(words[-1].text) < 2:
        return None
    if words[-1].text in {"到位", "完毕", "就绪", "显示", "表明", "前来"}:
        return None
    if words[0].kind == Kind.PREPOSITION and (words[0].text != "与" or ANIMATE.search(of)):
        return words[-1].text  # 围绕停车等问题|建言
    opens = {Kind.ADJECTIVE, *(DOES if ANIMATE.search(of) else ())}
    short = len(words) == 1 or (len(words) == 2 and words[0].kind in opens)
    return written(words) if short else None


def only_does(phrase: str) -> bool:
    """Whether a phrase names nothing: 拿到, 共投入."""
    return all(word.kind in {Kind.VERB, Kind.ADVERB, Kind.PREPOSITION, Kind.PRONOUN} for word in cut(phrase))


def only_told(phrase: str) -> bool:
    """Whether a phrase says what is done and not to what: 接受咨询, 不批准逮捕, but not 新增就业, which names people."""
    told = (word for word in cut(phrase) if word.text not in DENIES and word.kind != Kind.CONJUNCTION)
    return all(word.kind in DOES for word in told) and not phrase.endswith("就业")


def lone_verb(phrase: str, kinds: frozenset[Kind] = frozenset({Kind.VERB})) -> str | None:
    """The verb of a phrase that says what is done and not to what: 已办结, 分别发送."""
    words = [word for word in cut(phrase) if word.kind not in {Kind.ADVERB, Kind.PRONOUN}]
    lone = len(words) == 1 and words[0].kind in kinds and len(words[0].text) > 1
    return words[0].text if lone and words[0].text not in LIGHT_VERBS | COMPARES else None


def without_verb(phrase: str) -> str:
    """The things of a phrase that says what is done to them: 诉求 of 受理诉求; nothing where it names none."""
    words = cut(phrase)
    first = next((index for index, word in enumerate(words) if word.kind not in DOES), len(words))
    while words[-1].kind == Kind.VERB and len(words) > first + 1:
        words = words[:-1]
    last = next((word for word in reversed(words) if word.kind != Kind.OTHER), words[-1])
    counts = len(last.text) == 1 and len(words) > first + 1 and words[-2].kind == Kind.NOUN  # 信访|件
    names = counts or last.kind in {Kind.NOUN, Kind.ACTION}
    things = written(words[first:]) if names else ""
    return "" if OF_THINGS.search(things) else things


def things_of(phrase: str) -> str:
    """The things of a phrase, or the whole of one that names none."""
    return without_verb(phrase) or phrase


def starts_with_verb(phrase: str) -> bool:
    """Whether a phrase opens with what somebody does: 受灾, 已返岗."""
    words = [word for word in cut(phrase[:LONGEST_NOUN]) if word.kind != Kind.ADVERB]
    if len(words) > 1 and words[1].text == "的":
        return False  # 312户申请的老人
    if len(words) > 1 and words[0].text in STATES and words[1].kind == Kind.NOUN and ANIMATE.search(words[1].text):
        return False  # 126户|脱贫群众
    return bool(words) and words[0].kind in DOES and len(words[0].text) > 1 and words[0].text[-1] not in "至到"


STATES = {
    *("脱贫", "返贫", "致贫", "受灾", "受困", "被困", "受伤", "失联", "受益", "返乡", "返岗", "毕业", "失业", "下岗"),
    *("退休", "退役", "留守", "参保", "获奖", "转移"),
}
"""What has become of people, said before their noun: 脱贫|群众."""
LIGHT_VERBS = {
    *"获有是为达",
    *("实现", "完成", "达到", "取得", "拥有", "形成", "获得", "增加", "提高", "减少", "降低"),
    *("扩大", "包括", "属于", "存在", "没有", "具有", "共有", "现有", "设有", "建有", "配备"),
    *("花费", "领到", "拿到", "赢得"),
    *("接到", "出现", "产生", "带来", "已有", "还有", "另有", "仍有", "均有", "都有"),
}
"""Verbs that say nothing of what is counted: 收到意见23条 is of 意见."""
HANDS_OVER = {"提供", "收到"}
CREATES = {
    *("满载", "装载", "来自", "位于", "分为", "成为", "相当于", "包括", "属于", "力争"),
    *("确保", "计划", "预计", "争取", "需要", "超过", "接近", "吸引", "涌入", "带出", "引得", "有着", "汇集", "聚集"),
    *("提出", "创造", "决出", "包揽", "安排", "设立", "设置", "建成", "建起", "建立", "建设", "兴建", "修建"),
    *("举办", "举行", "召开", "打造", "组建", "成立", "推出", "出台", "开设", "开通", "确定", "制定", "编制"),
    *("夺得", "斩获", "摘得", "赢得", "拿下", "买回", "带来", "出现", "涌现", "保留", "剩下"),
    *("授予", "设", "组成"),
    *HANDS_OVER,
}
"""Verbs that say no more than that there are what is counted: 提出|意见, 决出|金牌."""
TELLS_LITTLE = LIGHT_VERBS | CREATES
TAKES_PART = {"参加", "参与", "参赛", "收获", "新建", "发生"}
"""Those that say so only where the noun stands behind the number: 参加|14个项目, but 参赛|运动员."""
COMPARES = {"超过", "占", "约占", "高于", "低于", "多于", "少于", "达到", "不足", "相当于", "上升到", "超"}
"""Verbs behind which stands what something is compared with: 产量超过总产量的20%."""
MODALS = {"要", "能", "可", "会", "可以", "应", "能够", "应该", "必须", "可能", "有望", "可望", "就", "却", "才", "便"}
ASPECTS = {"了", "着", "过"}
TURNS = {"把", "将", "使", "让", "令"}
"""What stands before what is changed: 把|海外仓扩大到1.5万平方米."""
MEANS = {"以", "按", "按照"}
"""What stands between who or what is spoken of and what is measured: 该林区以|石河岭全域."""
OPENS = {Kind.ADVERB, Kind.CONJUNCTION, Kind.PRONOUN, Kind.PARTICLE, Kind.OTHER, Kind.TIME}
KEPT_OPENING = re.compile(
    "^(?:本地|过夜|[春夏秋冬越])$|^其[他它余]$|均$|自然$|^(?:最|总|每|各|首|“|按[时期]$)|^(?:月|年|日)|^(?:不予?|未|免予)$"
)
LONE_VERBS = set("种栽植养修建铺架挖打拆办送卖买签捐投拨花用缴收救摘夺斩")
OF_THINGS = re.compile(
    "(?:时间|时长|时限|面积|价格|单价|标准|比例|比重|占比|规模|能力|水平|成本|周期|速度|进度|里程|强度|密度|浓度|[额率量值数])$"
)
"""What a verb before it belongs to: 开办时间, 募集资金总规模."""
TOTALLED = {"合计", "累计", "总计", "共计", "预计"}
TOTALS = {"投资", "支出", "收入", "消费", "贷款", "存款"}
"""Sums that are told apart by nouns and verbs before them: 设备购置投资."""


def drop_subject(phrase: str) -> str:
    """What is done and what it is done to, without who does it and how: 民警|办理案件, 为企业|发放补贴.

    A verb that says little goes too, and then what is counted is of the subject: 商户|实现|营业收入. A verb before 的 belongs
    to the noun behind it (签发票据的企业), and where no verb has an object the phrase stays as it is (国债发行). Of a
    phrase without a verb, what stands behind 以 or 按 is left.
    """
    phrase = AT_MEETING.sub("", phrase)
    words = _cut_at_hedge(_without_how(_without_turned(_without_modals(phrase))))
    if words and words[-1].text not in {"比重", "比例", "占比", "比", "天数"}:
        words = words[: next((index for index, word in enumerate(words) if index and word.text in COMPARES), len(words))]
    last_of = max((index for index, word in enumerate(words) if word.text == "的"), default=-1)
    for index in reversed(range(last_of + 1, len(words) - 1)):
        if _is_inside_object(words, index):
            return written(words[1:] if words[0].text in TELLS_LITTLE else words)
        if _has_object(words, index):
            return written(_told(words, index, relative=last_of >= 0))
        if words[index].text in MEANS and index and not any(word.kind in DOES for word in words):
            return written(words[index + 1 :])
    if words and words[0].text in {"向", "给"} and words[-1].text in GIVES_MONEY:
        return words[-1].text
    return written(words)


def _without_modals(phrase: str) -> Sequence[Word]:
    """The words of a phrase, but for 会, 了 and the like where they are no part of a word: 会费, 能繁."""
    return [
        word
        for word in cut(phrase)
        if word.text not in MODALS | ASPECTS or phrase[word.start :] == "会费" or phrase[word.start : word.start + 2] == "能繁"
    ]


def _without_turned(words: Sequence[Word]) -> Sequence[Word]:
    """What stands behind the last 把 or 让: 海外仓扩大."""
    turns = (word.text in TURNS and (word.kind == Kind.PREPOSITION or word.text == "让") for word in words)
    turned = max((index for index, each in enumerate(turns) if each), default=-1)
    return words[turned + 1 :] if turned < len(words) - 1 else words


def _without_how(words: Sequence[Word]) -> Sequence[Word]:
    """Without 累计 and the like, and what says when and how at either end."""
    words = [word for word in words if word.text not in TOTALLED]
    while len(words) > 1 and (
        (words[0].kind in OPENS and not KEPT_OPENING.search(words[0].text) and not _tells_which(words))
        or (words[0].kind == Kind.NUMERAL and words[0].text[-1] in "年月周" and words[1].kind == Kind.VERB)
    ):
        words = words[1:]
    while words and words[-1].kind in {Kind.ADVERB, Kind.CONJUNCTION, Kind.PRONOUN}:
        words = words[:-1]
    return words


def _tells_which(words: Sequence[Word]) -> bool:
    """Whether what opens a phrase tells which thing it is: 直接|损失, but not 直接|带动就业."""
    return words[0].text in {"直接", "间接"} and words[1].kind == Kind.NOUN


BEFORE_VERB = {Kind.ADVERB, Kind.PREPOSITION, Kind.CONJUNCTION, *DOES}
ALSO = {"和", "及", "、", "并"}
"""Between two verbs of one object: 新建|和|加固堤坝."""
DENIES = {"未", "尚未", "不", "不予", "免予"}
OF_WHAT_KIND = {"行政", "民事", "刑事", "民商事", *"春夏秋冬"}
"""What stands before a verb and is not who does it: 秋|收作物."""
AT_MEETING = re.compile("^[^，。；]{0,16}(?:会议|大会|全会)(?=[应实]到|应?出席)")
"""Before who should come to it: 全会|应到委员52名."""
GIVES_MONEY = {"捐款", "捐资", "授信", "拨款", "汇款"}
"""Behind whom it is given to, what is measured alone: 向灾区|捐款3万元."""
HEDGES = {"只", "仅", "却", "虽", "才", "至少", "顶多", "少说", "也", "都", "就", "曾"}
"""Between what is measured and a verb that says no more than that it is so much: 房源|只订出四成."""


def _cut_at_hedge(words: Sequence[Word]) -> Sequence[Word]:
    """Without such a word and the verb behind it."""
    hedge = next((index for index, word in enumerate(words) if index and word.text in HEDGES), len(words))
    behind = words[hedge + 1 :]
    only_verbs = all(word.kind in DOES | {Kind.ADVERB, Kind.SIDE, Kind.PARTICLE} for word in behind)
    names = any(word.kind in {Kind.NOUN, Kind.ACTION} for word in words[:hedge])
    return words[:hedge] if only_verbs and names else words


def _is_told_with(words: Sequence[Word]) -> bool:
    """Whether the last word is told with the verb behind it: 新|改造, 扩建和|加固, 户均|增收."""
    last, before = words[-1], words[-2] if len(words) > 1 else None
    if last.text in ALSO:
        return before is not None and before.kind in DOES
    return (
        last.kind == Kind.VERB
        or last.text in {"新", "免费"}
        or last.text.endswith("均")
        or (last.kind == Kind.ACTION and (before is None or before.kind in BEFORE_VERB))
    )


def _told(words: Sequence[Word], index: int, *, relative: bool) -> Sequence[Word]:
    """What a verb with an object tells: the two of them, or the object alone, or that of the subject."""
    first = index
    while first and _is_told_with(words[:first]):
        first -= 1
    if first and words[first - 1].text in DENIES | OF_WHAT_KIND:
        first -= 1  # 未|开工项目, 行政|非诉审查案件
    thing, subject = words[index + 1 :], words[:first]
    if words[index].text in CREATES:
        return [*(word for word in words[first:index] if word.text.endswith("均")), *thing]  # 日均|吸引|游客
    if words[index].text not in LIGHT_VERBS:
        return words[first:]
    if written(thing) == "投资":
        return [*subject, *words[index:]]
    does = {Kind.PREPOSITION, Kind.VERB, Kind.ADVERB}
    if subject and subject[-1].kind == Kind.NOUN and not relative and not any(word.kind in does for word in subject):
        return [*subject, *thing]
    return thing


def _is_inside_object(words: Sequence[Word], index: int) -> bool:
    """Whether a verb between nouns belongs to what the first verb of a phrase is done to: 新增|农村转移劳动力."""
    nouns = words[1:index]
    return (
        bool(nouns)
        and words[0].kind in DOES
        and len(words) == index + 2
        and words[index].kind == Kind.VERB
        and words[-1].kind == Kind.NOUN
        and all(word.kind == Kind.NOUN for word in nouns)
        and not ANIMATE.search(nouns[-1].text)
    )


SHORTEST_SITE = 3


def _is_site(words: Sequence[Word]) -> bool:
    """Whether words end with where something is done: 公路沿线|栽植树木, not 市外|转诊患者."""
    return len(words) > 1 and words[-2].kind == Kind.NOUN and words[-1].end - words[-2].start >= SHORTEST_SITE


def _has_object(words: Sequence[Word], index: int) -> bool:
    """Whether the word is a verb and what follows is what it is done to."""
    word, following = words[index], words[index + 1]
    before = words[index - 1] if index else None
    if word.kind not in DOES or following.kind in {Kind.PARTICLE, Kind.VERB, Kind.SIDE} or following.text in SUFFIXES:
        return False
    if not any(each.kind == Kind.NOUN for each in words[index + 1 :]):
        return False
    if before and before.kind == Kind.SIDE and not _is_site(words[:index]):
        return False
    if word.text not in LIGHT_VERBS | HANDS_OVER and OF_THINGS.search(words[-1].text):
        return False
    noun = before if before and before.kind == Kind.NOUN and word.text not in LIGHT_VERBS else None
    if noun and words[-1].text in TOTALS and not ANIMATE.search(noun.text):
        return False  # 房地产|开发|投资
    alone = len(words) == index + 2 and all(each.kind != Kind.PREPOSITION for each in words[:index])
    if noun and alone and ANIMATE.search(following.text):
        return bool(ANIMATE.search(noun.text))  # 市外转诊患者
    if word.kind == Kind.VERB:
        return (
            len(word.text) > 1 or word.text in ALWAYS_VERBS | CREATES or (word.text in LONE_VERBS and len(following.text) > 1)
        )
    if before and before.kind == Kind.PREPOSITION and len(before.text) == len(word.text) == 1:
        return False  # 自|习|座位, 除|污|器: words that the dictionary does not have
    if word.kind == Kind.ACTION and before is not None and following.kind in {Kind.NOUN, Kind.ADJECTIVE}:
        return bool(before.kind in {Kind.ADVERB, Kind.PREPOSITION, Kind.SIDE} or ANIMATE.search(before.text))
    return False
