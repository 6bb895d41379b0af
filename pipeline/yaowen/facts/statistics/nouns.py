"""Where a noun ends and what is said of it begins: 企业|入驻园区. Reads words alone, cut by `vocabulary`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from yaowen.vocabulary import DOES, Kind, Word, cut

MARK = re.compile("一字排开|面对面|零距离|人手一|正忙着|[，。；！？、：,;!?:“”（）()《》\n0-9０-９]|的(?=[^，。；]{0,2}$)")
GRADED = re.compile("[1-9][AG]级?")
"""A number that opens a noun: 3A级景区, 5G基站."""
LONGEST_NOUN = 40


def opening_words(phrase: str) -> tuple[Word, ...]:
    """The words of a phrase up to its first mark or number."""
    mark = MARK.search(phrase, graded.end() if (graded := GRADED.match(phrase)) else 0)
    return cut(phrase[: min(mark.start() if mark else len(phrase), LONGEST_NOUN)])


def written(words: Sequence[Word]) -> str:
    """The words as they stand, in one."""
    return "".join(word.text for word in words)


ANIMATE = re.compile(
    "(?:[员师人者民众客友手兵警户童妇干]|(?<![民卫])生|(?<![开施竣完加动化])工|[警校院检店]方|护士|干部|企业|[小中大]学|学校"
    "|公司|集团|银行|医院|法院|检察院|社会组织|券商|单位|机构|部门|专家|代表|学生|团队"
    "|队伍|家庭|孩子|老人|商家|景区|门店|酒店|商场|超市|[^中农乡]村|省份|城市|乡镇)$"
)
"""What does things: a verb behind it tells what it does, one behind other nouns may belong to them (项目建设)."""
ENDS_NOUN = {Kind.ADVERB, Kind.PREPOSITION, Kind.PRONOUN, Kind.TIME, Kind.OTHER, Kind.PARTICLE}
ALWAYS_VERBS = {
    *"超获占达收有为是到破夺摘赴居遭享受要会能可应须让使",
    *("荣获", "圆梦", "靠", "正值", "派驻"),
    "历时",
    *("增长", "下降", "增加", "减少", "提高", "提升", "上升", "降低", "同比", "助力"),
}
ADVERBIALS = {
    *("集中", "全部", "全面", "共同", "踊跃", "成功", "顺利", "正式", "同时", "已", "已经"),
    *("一起", "一道", "一同", "携手"),
    *("均", "都", "大多", "大都", "一度", "一下子", "全程", "轮番", "人人", "个个", "依次"),
    *("随后", "当场", "同台", "逐一", "逐个", "连夜", "就地", "如期", "按时", "有序", "纷纷"),
    *("挨家", "挨门", "陆续", "相继", "沿途", "现场"),
    *("实质性", "次第", "不时", "一一", "精准", "同步", "争相", "竞相", "反而", "不同程度"),
}
"""What says how something is done: 全部|联网, 人人|会唱."""
OPENS_NEXT = re.compile("每|(?:户|人|日|月|年|亩|场|村|校|单)均|平均|年龄|合计|总计|共计|一共|共有|现有")
"""Behind a noun, what opens the next thing that is said of it: 42户农家乐|户均日收入."""
HOW_MANY = re.compile("[一两三四五六七八九十]{1,3}[幢栋座条个台辆艘间套所家名处片块]")
"""How many of it there are, behind a noun: 5000平方米教学楼|一幢."""
SIDES = {"上", "下", "中", "里", "内", "外", "前", "后", "间"}
SUFFIXES = set("人者量率额数费款户期点品站线业员")
GAINS = re.compile(
    "获得?|荣获|报名参[赛展加]|走上|入选|入围|达到|实现|通过(?![^，。；]{1,20}(?:方式|形式|模式|服务|渠道|平台|途径))"
    "|参加|参与|加入|享受|接受|受到|拥有|选择|恢复|进入|告别|登上|从事|注册|使用|纳入|走进|上市|联网|建言|进港|"
    "上线|在建|报名|参赛|参展|遇难|受伤|死亡|失踪|受益|返乡|落户|签约"
    "|开工|竣工|投产|投用|落地|未|上岗|就业|达标|入驻|通车|完工|超(?=..)"
    "|接入|完成|实行|开通|签署|签订|取得|晋级|闯入|列入|获评|考取"
    "|递交|提交|作(?=(?:交流|典型|大会|表态)?发言)|支援|转岗|试行|推行|试点|出现|结对|改善"
)
"""What sets apart those who come to it, before their noun (获奖教师) or behind it (3家企业|入选名单)."""


def noun_end(phrase: str, *, is_object: bool = False, opening_verbs: frozenset[Kind] = DOES) -> int:
    """Where the noun that a phrase opens with ends and what is said of it begins: 企业|入驻, 选手|晋级正赛.

    `is_object` where a verb stands before the phrase: in 推进3个项目建设 the project does nothing, in 3个项目建设 it may. A
    verb that opens the phrase may belong to the noun (获奖教师), or be what somebody does (300人|参加活动) where it is not of
    the `opening_verbs`.
    """
    words = opening_words(phrase)
    noun = ""
    for index, word in enumerate(words):
        if noun and _ends_noun(noun, words, index, is_object=is_object):
            return words[index - 1].start if _joins(words[index - 1]) else word.start
        if not noun and _opens_no_noun(words, index, opening_verbs):
            return word.start
        if word.kind == Kind.SIDE and word.text in SIDES and index + 1 == len(words):
            return word.start
        event = not noun and word.kind == Kind.NUMERAL and word.text[-1] == "项"  # 大项
        if event or word.kind in {Kind.NOUN, Kind.ACTION} or (word.kind == Kind.VERB and _names_doer(words, index)):
            noun = phrase[: word.end]
    return words[-1].end if words else 0


def _opens_no_noun(words: Sequence[Word], index: int, opening_verbs: frozenset[Kind]) -> bool:
    """Whether a word before any noun leads to none: how or where something is, or what somebody does."""
    word = words[index]
    if word.text in ALWAYS_VERBS and word.text not in {"超", "获"}:
        return True
    if word.kind in NO_OPENING and word.text not in {"新", "超", "自然"} and not in_unknown(words, index):
        return True
    if word.kind not in DOES or _names_doer(words, index):
        return False
    may_open = word.kind in opening_verbs or (opening_verbs and GAINS.match(word.text))
    return not (may_open and _modifies(words, index))


def _joins(word: Word) -> bool:
    """Whether a word goes on to something else: 企业和|包括联合会在内的组织; 变电|所 does not."""
    return word.kind == Kind.CONJUNCTION and word.text != "所"


NO_OPENING = {Kind.ADVERB, Kind.PREPOSITION, Kind.CONJUNCTION, Kind.OTHER}


def in_unknown(words: Sequence[Word], index: int) -> bool:
    """Whether an adverb and a noun of one character each are a word that the dictionary does not have: 便|衣."""
    pair = words[index : index + 2]
    return (
        len(pair) == 2
        and pair[0].kind == Kind.ADVERB
        and pair[1].kind == Kind.NOUN
        and pair[0].end - pair[0].start == pair[1].end - pair[1].start == 1
    )


DOERS = set("者点站员户")
RESULTS = {"成", "为", "到", "出", "进", "起", "完", "掉"}
WORKPLACES = set("园坊棚池炉窑")
"""Behind what is done there, they make a noun: 密植|园."""
SAYS_WHICH = {"重点", "主要", "特色", "新型", "大型", "专业"}


def _names_doer(words: Sequence[Word], index: int) -> bool:
    """Whether a verb and a suffix make a noun: 跑|者, 安置|点."""
    return index + 1 < len(words) and words[index + 1].text in DOERS


def _modifies(words: Sequence[Word], index: int) -> bool:
    """Whether a verb belongs to a noun behind it: 获奖|教师, not 减少|到."""
    following = words[index + 1] if index + 1 < len(words) else None
    if following is None:
        return words[index].kind == Kind.ACTION
    if following.text in {"到", "至", "为", "在"}:
        return False
    return following.kind in {Kind.NOUN, Kind.ACTION, Kind.ADJECTIVE, Kind.VERB} or following.text == "的"


def _says_of_what(word: Word, behind: Sequence[Word]) -> bool:
    """Whether 在 and a verb of one character tell what is so: 在|逃|人员, 在|售|房源."""
    return word.text == "在" and len(behind) > 1 and len(behind[0].text) == 1 and behind[0].kind in DOES


def _says_how(word: Word, following: Word | None) -> bool:
    """Whether a word that may be a noun says how people do something: 保洁员|三班倒, 歌手|同场竞技."""
    return word.text[0] in "一两三四同" and (word.kind == Kind.NUMERAL or (not following and len(word.text) > 2))


def _ends_noun(noun: str, words: Sequence[Word], index: int, *, is_object: bool) -> bool:
    """Whether a word behind a noun no longer belongs to it."""
    word, *behind = words[index:]
    if noun in SAYS_WHICH and word.kind in DOES and behind:
        return False  # 重点|入河排污口
    following = behind[0] if behind else None
    if (word.kind == Kind.PARTICLE and word.text == "的") or (len(noun) == 1 and word.text in SUFFIXES):
        return False  # 团|员
    if _opens_new(noun, word, behind):
        return True
    if word.text == "与" or _joins(word):
        # 企业和一批作坊; 走失人员与家人团聚
        does = word.text == "与" and any(
            each.kind == Kind.VERB or (each.kind in DOES and each == behind[-1]) for each in behind
        )
        return following is None or following.kind == Kind.NUMERAL or does
    if word.kind in {Kind.ADJECTIVE, Kind.ACTION} and _is_said(noun, word, behind):
        return True
    if following and (
        following.text in SUFFIXES or (len(behind) == 1 and not ANIMATE.search(noun) and ANIMATE.search(following.text))
    ):
        return False  # 缴费人, 产业链特聘专家
    if word.kind == Kind.VERB:
        return len(word.text) > 1 or (following is not None and _goes_with_verb(following))
    if word.kind != Kind.ACTION:
        return False
    if following is None:
        return bool(ANIMATE.search(noun)) or (not is_object and word.text != "组织")
    return bool(ANIMATE.search(noun)) or following.kind == Kind.VERB or following.text in {"在", "到", "向"}


def _opens_new(noun: str, word: Word, behind: Sequence[Word]) -> bool:
    """Whether a word behind a noun opens something else, and always does: 42户农家乐|户均日收入, but 规上|企业."""
    following = behind[0] if behind else None
    return bool(
        OPENS_NEXT.match(word.text)
        or (word.kind in ENDS_NOUN and word.text != "与" and not _says_of_what(word, behind))
        or word.text in ALWAYS_VERBS
        or word.text in ADVERBIALS
        or (word.kind == Kind.NUMERAL and not following and HOW_MANY.fullmatch(word.text))
        or (word.kind == Kind.SIDE and word.text in SIDES and not (len(noun) == 1 and following))
        or (_says_how(word, following) and ANIMATE.search(noun))
    )


def _is_said(noun: str, word: Word, behind: Sequence[Word]) -> bool:
    """Whether a word that may stand inside a noun is said of it, as the next one tells: 项目|集中签约, 学校|运行良好."""
    is_adjective, following = word.kind == Kind.ADJECTIVE, behind[0] if behind else None
    if following is None:
        return is_adjective and bool(ANIMATE.search(noun))  # 18%的人|肥胖
    match following.kind:
        case Kind.PARTICLE:
            return following.text != "的"
        case Kind.VERB:
            return is_adjective or len(behind) == 1
        case Kind.ACTION:
            return is_adjective and (len(behind) == 1 or bool(ANIMATE.search(noun)))
        case Kind.ADJECTIVE | Kind.ADVERB:
            return not is_adjective and following.text not in WORKPLACES
        case _:
            return False


def _goes_with_verb(following: Word) -> bool:
    """Whether a word goes on what a verb of one character says of the noun before: 荒地|辟成菜园.

    Of two characters alone a verb and a noun make a word that the dictionary does not have (气调库).
    """
    if following.text in RESULTS:
        return True
    return following.kind not in DOES and (len(following.text) > 1 or following.kind != Kind.NOUN)


QUOTED = re.compile("“[^“”，。]{1,16}”")
LONGEST_LIST = 24


def _quotes_name(phrase: str, end: int) -> bool:
    """Whether the quotation behind a noun is a name: 国家级“小巨人”企业, not 商户“抢空”了, 木雕“争相登场”."""
    quoted = QUOTED.match(phrase, end)
    behind = opening_words(phrase[quoted.end() :]) if quoted else ()
    if quoted is None:
        return False
    names = any(word.kind in {Kind.NOUN, Kind.NUMERAL} for word in cut(quoted[0]))
    return behind[0].kind in {Kind.NOUN, Kind.ADJECTIVE} if behind else names


def noun_and_list(phrase: str, *, is_object: bool, opening_verbs: frozenset[Kind]) -> str:
    """The noun that a phrase opens with, through names in quotation marks and to the end of its list: 直辖市、省会和首府."""
    end = 0
    while end < LONGEST_LIST:
        if quoted := QUOTED.match(phrase, end):
            end, opening_verbs = quoted.end(), frozenset()
        length = noun_end(phrase[end:], is_object=is_object, opening_verbs=opening_verbs)
        end += length
        following = phrase[end : end + 1]
        if following == "、" and length and noun_end(phrase[end + 1 :], is_object=is_object):
            end += 1
        elif following == "等" and length and "、" in phrase[:end] and noun_end(phrase[end + 1 :], is_object=is_object):
            end += 1  # 公安、交通|等部门志愿者
        elif not (following == "“" and length and phrase[end - 1] != "的" and _quotes_name(phrase, end)):
            break
    return phrase[:end]
