"""The verbs that newsprint reports speech with, whether one is a verb where it stands, and what leads from it to the words.

Nothing here knows an article; everything reads a stretch of text.
"""

from __future__ import annotations

import re

VERBS = (
    # What anybody says, in meetings and to reporters: 王一|强调.
    "强调|指出|表示|坦言|直言|认为|透露|告诉|感慨|感叹|笑言|写道|坚称|声称|宣称|辩称|诉称|称(?!赞)"
    # Plain words, but not 讲|话, 讲|座.
    "|说道|说|讲道|讲(?![话解座堂述师究课台义坛授])|答道|答(?=[，,：:。])|问道|问|回忆"
    # In whose eyes: 在王一|看来，.
    "|看来(?=，)"
    # What is said to others: 石小满|叮嘱.
    "|叮嘱|嘱咐|勉励|告诫|呼吁|号召|提醒|提示|记得|直呼|寄语|重申|坚信|喊道|追问|反问|警告"
    # What is claimed or promised: 公司|承诺.
    "|主张|倡议|提议|承诺|断言|证实|反驳|辩解|供述|笑道|支招|寄望|保证(?![金人额书])|吐槽|打趣"
    # What is spoken of: 乔禾|谈起收成.
    "|谈到|谈道|谈起|谈及|说到|说起|提到|提起|讲到|讲起|聊起"
    # What is admitted, denied or guessed: 他|坦承.
    "|坦承|承认|否认|直陈|辟谣|澄清|推测|估计|相信|笑称"
    # Those that need a mark, and those of talk: 市民|来电，….
    "|交代(?=[，,：:])|来电(?=[，,：:])|嘟囔|嘀咕|笑答|插话|搭腔"
    # Those of everyday life, before 道, 说 or a mark: 摊主|吆喝：“…”; 同事|劝她：“…”.
    "|(?:念叨|唠叨|数落|埋怨|央求|恳求|附和|赞叹|惊叹|吆喝|呵斥|训斥|责备|抱怨|哭诉|自嘲|安慰)(?=道|说|[，,：:“])"
    "|指控(?=称?[，,：:])"
    "|(?:留言|咨询|发问|应答|形容|夸赞|拍板|担心)(?=道|[：:])"
    "|劝(?=道|说|[他她]?[：:])|所[言说](?=[：:])"
)
"""Verbs of speech that are hardly ever nouns."""

NOUNS = (
    "要求|介绍|提出|建议|希望|鼓励|回答|汇报|答复|评价|分析|总结|解释|补充|明确|宣布|回应|点评|解读|预计|预测|披露|称赞|回复"
    "|反映|陈述|通报(?!称)"
)
"""Verbs of speech that are nouns as often: 听取情况介绍, 工作要求."""

_NOTICE = r"[\u4e00-\u9fff]{0,8}?(?:消息|通告|公告|预警|预报)(?=[，,：:])"
BODIES_SAY = rf"(?:决定|显示)(?=[，,：:])|发布(?!的)(?={_NOTICE})"
"""Verbs that say something only of a meeting, a body or a document, before a mark."""

CUE = re.compile(
    rf"(?P<cue>{VERBS}|{NOUNS}|{BODIES_SAY}|[\u4e00-\u9fff]{{2}}(?<![写说讲谈知问答喊])道(?=[，：:]“))"
    rf"(?P<tail>道|说|称|(?<=说)得[\u4e00-\u9fff]{{1,6}}(?=[：:])|到(?![0-9０-９]{{4}}年)|了?(?:一句|句(?=[，,：:“]))|不讳|(?<=发布){_NOTICE})?"
)
NOUN = frozenset(NOUNS.replace("(?!称)", "").split("|"))
IMPERSONAL = frozenset(["决定", "显示", "发布"])
"""The verbs that no person speaks with."""

TOPIC = frozenset(["谈到", "谈道", "谈起", "谈及", "说到", "说起", "提到", "提起", "讲到", "讲起", "聊起"])
"""Name what is spoken of; only a quotation behind tells what was said: 谈起收成，他说."""

SPOKEN = frozenset(["谈到", "谈道", "说到", "讲到", "提到"])
"""Those of them that a clause may follow: 她谈到，作为一名教师…."""

ADDRESSED = frozenset(["寄语", "告诉", "评价", "提醒", "提示", "叮嘱", "嘱咐", "勉励", "告诫", "呼吁", "号召", "鼓励", "劝"])
"""May name whom they address: 提醒市民，…."""

CALLS = frozenset(["呼吁", "号召"])
"""Of these what follows is said: 呼吁关爱老人."""

BARE = frozenset(
    "强调 指出 要求 表示 认为 提出 希望 建议 呼吁 勉励 叮嘱 嘱咐 提醒 提示 号召 告诫 说 称 坦言 直言 承诺 否认 反映".split()  # noqa: SIM905
)
"""Need no mark behind them where their subject is certain: 强调要…, 希望大家…."""

DIRECTIVE = frozenset(["强调", "指出", "要求"])
"""A report that opens with one of these, without a subject, goes on with who spoke before."""

MANNERS = frozenset(["回忆", "分析", "总结", "评价", "补充", "回应", "打趣"])
"""Tell only how it was said before 说: 分析说."""

SAID = re.compile(r"[完罢毕](?!全)|这|那|起|着(?![，：:])")
"""Behind 说 where no words follow: “…。”王一说完，放下锄头."""

# 小说, 据说, 简称, 采访: other words.
_OTHER_WORD = re.compile(
    r"(?:(?<![的电])话说|[小据学传演解虽游听诉论假再一来不]说|答记者问|[边简号职著俗统名堪别下通尊昵总代改戏自被对并相谎]称"
    r"|[给为][\u4e00-\u9fff]{2,3}称|[演宣听开主]讲|[访追疑反学询慰顾质设请借过提]问|被(?:认为|要求|问))$"
)
# 提出要求, 按照部署要求, 情况介绍, 三点建议: nouns.
_NOUN_HERE = re.compile(
    r"(?:[提作做给]出|检察|司法|[的了做作求实达合足有无新高严总据以为与和及、]"
    r"|各项|相关|有关|工作|情况|[一二两三四五六几多条]点?|[0-9０-９][条项件个份]|具体|基本|根本|重要"
    r"|合理化|意见|宝贵|质量|标准|目标|任务|部署|全面|放宽|提高|降低|按照?"
    r"|根据|遵照|上级|内在|客观|时代|自我|经验|专题|听取|进行|政策|岗位)$"
)
_NOT_BARE = re.compile(
    r"(?<=反映)(?:问题|情况|意见|诉求|民意|强烈|良好|热烈|集中|突出|[^，。；：\n]{1,6}[，。；])"
    r"|[的了过得之性者书函单力奖极很较越话服唱课起做呼赞职号着下为奇快王霸雄重心。！？；、）)…”]|到(?![0-9０-９]{4}年)"
    r"|(?<=说)(?:故事|书|唱|学逗唱|课|理(?!解))|什么[也都]|(?<=[说讲称求])不[准清完定出上高]|严格|[高低]|明(?!确)"
    r"|工程|小学|法|出|是|意见|条件|要求|标准|以|和|与|、"
)
_THANKS = re.compile(
    r"(?:完全|十分|非常|充分|坚决|一致|[\u4e00-\u9fff]{2,4}的)?"
    r"(?:感谢|赞成|荣幸|欢迎|祝[贺福]|慰问|问候|敬意|哀悼|肯定|赞赏|满意|关切"
    r"|关心|理解|支持|同意|热烈|热忱|衷心|诚挚|真挚|深切|沉痛|亲切|崇高|由衷|赞同|高度"
    r"|不满|歉意|谢意|抗议|谴责|钦佩|拥护|遗憾|认可|强烈|认同|忧虑|担忧|哀思|悼念)"
)
_PROPOSALS = re.compile(
    r"了?[^，。；：“”\n]{0,16}"
    r"(?:希望|要求|建议|意见|问题|祝愿|看法|观点|倡议|方案|议案|申请|质疑|挑战|任务|目标|计划|部署|措施)"
    r"(?:和[^，。；]{1,6})?(?=[，。；])"
)
_LISTED = re.compile(r"了?[^，。；：“”\n]{0,16}(?:要求|意见|建议|希望|倡议)[：:]")
"""提出三点要求：一是…."""
_PROPOSED = re.compile(r"[要将应须到在坚以从力全加推把让不必到努]")
_ASKS_FOR = re.compile(r"(?:主动|强烈|坚决|继续|再三|多次|[指批]示|讲话|精神)要求$|最后陈述$")
"""主动要求|参与: who asks to do something tells nobody else to; 学习王一讲话要求: a noun."""
_DOES = re.compile(
    r"(?:(?:进行|给予|予以|[作做]出?|开展|得到|获得)了|给予|予以|进行)[\u4e00-\u9fff]{0,4}(?:[和与、及][\u4e00-\u9fff]{0,4})?$"
)
"""给予高度|评价, 进行了深入|分析: nouns."""
_CALLS = {"倡议", "主张", "号召", "呼吁", "承诺", "警告", "断言"}
_OF_WHOM = re.compile(r"的[\u4e00-\u9fff]{0,4}$")
"""提出加强协调的某国|倡议: a noun."""
_SO = re.compile(r"(?:这样|如是|如此|这么)$")


ASKED = {"倡议", "建议", "要求", "呼吁", "提议", "希望"}
_PAPER = re.compile("(?:等|名单|方案|书(?!记)|稿|案(?!例)|函|[0-9０-９]+余?[件条]|办理|交办)")
"""Makes a document of what would be said: 建议|方案, 倡议|书, 代表建议|53件."""
_HEARD_OUT = re.compile(r"(?:^|[，。；：\n”])\s*在?听(?:[了完罢过]|取了?)[^，。；：\n]{1,20}$")
"""听了王一|介绍，李二…: what was heard is not told."""
_ASKED_BY = re.compile(r"(?:^|[，。；：\n”])\s*应(?![急对届邀用当该变试聘征])[^，。；：\n]{1,12}$")
"""应某方|倡议，…: why something was done, not what was said."""

_FIGURED = {"分析", "预测", "预计", "估计", "推测"}
_SOURCE = re.compile(r"(?:^|[，。；：\n”])\s*据[^，。；：\n]{2,24}$")
"""据某局|分析，…: where figures are from, as with 统计."""


def is_cue(chars: str, match: re.Match[str], start: int, *, named: bool) -> bool:
    """Whether a verb of speech is one here, rather than a noun or a part of another word; `start` is its sentence's.

    `named`: a name stands right before it.
    """
    if _is_only_cited(chars, match, start):
        return False
    if match["cue"] == "提出" and _LISTED.match(chars, match.end()):
        return True
    if not named and _is_other_word(chars, match, start):
        return False
    return not (match["cue"] == "表示" and _THANKS.match(chars, match.end()))


def _is_only_cited(chars: str, match: re.Match[str], start: int) -> bool:
    """Whether what would be said is a source, a reason, a document or what was heard, whoever is named before it."""
    place, cue = match.start(), match["cue"]
    return bool(
        (cue in _FIGURED and _SOURCE.search(chars[max(start, place - 30) : place]))
        or (cue in ASKED and _ASKED_BY.search(chars[max(start, place - 20) : place]))
        or (_ASKS_FOR.search(chars[max(start, place - 4) : match.end("cue")]) and not _MARK.match(chars, match.end()))
        or (cue in {"要求", "建议"} and chars.endswith("等", start, place))  # 质量、功能等要求
        or (cue in {"建议", "倡议", "提议"} and _PAPER.match(chars, match.end()))  # 建议方案, 倡议书
        or (cue in NOUN and _HEARD_OUT.search(chars[max(start, place - 24) : place]))
    )


def _is_other_word(chars: str, match: re.Match[str], start: int) -> bool:
    """Whether a verb is a noun or a part of another word by what stands before it, where that is no name."""
    place, cue = match.start(), match["cue"]
    before = chars[max(start, place - 4) : place]
    if before.endswith(("的", "自己")) or _OTHER_WORD.search(before + cue):
        return True
    if cue in _CALLS and _OF_WHOM.search(chars[max(start, place - 6) : place]):
        return True
    if cue not in NOUN:
        return False
    if match["tail"] is None and _DOES.search(chars[max(start, place - 10) : place]):
        return True
    laid_down = cue in {"提出", "明确"} and before.endswith("意见")  # 意见提出，到2025年…: a document
    return not laid_down and _NOUN_HERE.search(before) is not None


_MARK = re.compile(r"[，,：:]")
_OPENS = re.compile(r"[了过]?(?P<mark>[，,：:]?[ \u3000]*)(?P<quote>[“‘「\"]?)")
_ADDRESSEE = re.compile(r"(?P<whom>(?![要应须])[^，,。：:；“”\n]{1,24})(?P<mark>[，,：:]|(?=“))")
_CLAUSE = re.compile(
    r"(?!多|别|不|勿|要|应|当|须|关[爱心注]|注意|注重|照[顾看]|看护"
    r"|[保爱]护|尊重|帮|善待|远离|警惕|防|重视|支持|服务|及时|做|用|讲|学)"
    r"[^，,。：:；“”\n]{1,12}(?=。)"
)
"""A whole clause that may name whom somebody addresses, and tells him to do nothing."""
_WHOM = re.compile(
    r".{0,16}"
    r"(?:记者|们|者|员|民|众|家|人|客|友|长|生|兵|部门|单位|企业|同志|同学|大家|司机|干部|[她他我]|子女|方|主任|书记|师傅|孩子)"
)


def opening(chars: str, match: re.Match[str], end: int, *, names_end: frozenset[int]) -> re.Match[str] | None:
    """The mark and the quotation mark that lead from a cue to what is said; None where nothing is said.

    `mark` is empty where the words follow at once (强调要…). `names_end` are the places where a person's name ends.
    """
    cue, place = match["cue"], match.end()
    opens = _OPENS.match(chars, place, end)
    if opens is None or opens.end() >= end or chars.startswith("地", place):
        return None  # 直言不讳|地指出
    if opens[0].startswith(("了", "过")) and not opens["mark"].strip():
        return None  # 提出了“三个坚持”
    if opens["mark"].strip() or opens["quote"]:
        if opens["mark"].strip() in {"，", ","} and _SO.search(chars, max(0, match.start() - 3), match.start()):
            return None
        return opens if cue not in TOPIC or opens["quote"] or (cue in SPOKEN and opens["mark"].strip() in "，,：:") else None
    if opens["mark"]:
        return None
    if cue in ADDRESSED | TOPIC and (whom := _ADDRESSEE.match(chars, place, end)):
        known = cue == "告诉" or _WHOM.fullmatch(whom["whom"]) or whom.end("whom") in names_end
        after = _OPENS.match(chars, whom.start("mark"), end)
        if after is not None and after.end() < end and (known if cue not in TOPIC else after["quote"]):
            return after
    if cue not in BARE or _NOT_BARE.match(chars, place) or _SO.search(chars, max(0, match.start() - 3), match.start()):
        return None  # “…。”王一这样提醒|同事
    if cue in ADDRESSED - CALLS and (clause := _CLAUSE.match(chars, place, end)) and _WHOM.fullmatch(clause[0]):
        return None  # 王一在庭后提醒|旁听群众。
    if cue == "提出" and (list_ := _LISTED.match(chars, place, end)):
        return _OPENS.match(chars, list_.end() - 1, end)
    if cue == "提出" and (_PROPOSALS.match(chars, place, end) or not _PROPOSED.match(chars, place)):
        return None
    return opens
