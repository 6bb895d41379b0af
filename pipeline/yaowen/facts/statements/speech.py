"""How newsprint reports speech: the verbs that say so, the phrases that speakers are named by, what stands between the two.

Nothing here knows an article; everything reads a stretch of text.
"""

from __future__ import annotations

import re
from collections.abc import Callable

# --- Verbs -------------------------------------------------------------------------------------------------------------

VERBS = (
    "强调|指出|表示|坦言|直言|认为|透露|告诉|感慨|感叹|笑言|写道|坚称|声称|宣称|辩称"
    "|诉称|称|说道|说|讲道|讲(?![话解座堂述师究课台义坛授])|答道|问道|问|回忆|叮嘱|嘱咐"
    "|勉励|告诫|呼吁|号召|提醒|提示|记得|直呼|寄语|重申|坚信|喊道|追问|反问|警告|主张|倡议"
    "|提议|承诺|断言|证实|反驳|辩解|供述|笑道|支招|寄望|保证|吐槽|打趣|谈到|谈道|谈起|谈及"
    "|说到|说起|提到|提起|讲到|讲起|聊起|坦承|承认|否认|直陈|辟谣|澄清|推测|估计|相信|笑称"
    "|交代(?=[，,：:])|来电(?=[，,：:])|嘟囔|嘀咕|笑答|插话|搭腔"
)
"""Verbs of speech that are hardly ever nouns."""

NOUNS = (
    "要求|介绍|提出|建议|希望|鼓励|回答|汇报|答复|评价|分析|总结|解释|补充|明确|宣布|回应|点评|解读|预计|预测|披露|称赞|回复"
    "|反映|陈述|通报(?!称)"
)
"""Verbs of speech that are nouns as often: 听取情况介绍, 工作要求."""

_NOTICE = r"[\u4e00-\u9fff]{0,8}?(?:消息|通告|公告|预警)(?=[，,：:])"
BODIES_SAY = rf"(?:决定|显示)(?=[，,：:])|发布(?={_NOTICE})"
"""Verbs that say something only of a meeting, a body or a document, before a mark."""

CUE = re.compile(
    rf"(?P<cue>{VERBS}|{NOUNS}|{BODIES_SAY}|[\u4e00-\u9fff][\u4e00-\u9fff](?<![写说讲谈知问答喊])道(?=[，：:]“))"
    rf"(?P<tail>道|说|称|到(?![0-9０-９]{{4}}年)|一句|不讳|(?<=发布){_NOTICE})?"
)
NOUN = frozenset(NOUNS.replace("(?!称)", "").split("|"))
IMPERSONAL = frozenset(["决定", "显示", "发布"])
"""The verbs that no person speaks with."""

TOPIC = frozenset(["谈到", "谈道", "谈起", "谈及", "说到", "说起", "提到", "提起", "讲到", "讲起", "聊起"])
"""Name what is spoken of; only a quotation behind tells what was said: 谈起收成，他说."""

SPOKEN = frozenset(["谈到", "谈道", "说到", "讲到", "提到"])
"""Those of them that a clause may follow: 她谈到，作为一名教师…."""

ADDRESSED = frozenset(["寄语", "告诉", "评价", "提醒", "提示", "叮嘱", "嘱咐", "勉励", "告诫", "呼吁", "号召", "鼓励"])
"""May name whom they address: 提醒市民，…."""

CALLS = frozenset(["呼吁", "号召"])
"""Of these what follows is said: 呼吁关爱老人."""

BARE = frozenset(
    "强调 指出 要求 表示 认为 提出 希望 建议 呼吁 勉励 叮嘱 嘱咐 提醒 提示 号召 告诫 说 称 坦言 直言 承诺 否认 反映".split()  # noqa: SIM905
)
"""Need no mark behind them where their subject is certain: 强调要…, 希望大家…."""

DIRECTIVE = frozenset(["强调", "指出", "要求"])
"""A report that opens with one of these, without a subject, goes on with who spoke before."""

MANNERS = frozenset(["分析", "总结", "评价", "补充", "回应", "打趣"])
"""Tell only how it was said before 说: 分析说."""

SAID = re.compile(r"[完罢毕](?!全)|这|那|起|着(?![，：:])")
"""Behind 说 where no words follow: “…。”王一说完，放下锄头."""

# 小说, 据说, 简称, 采访: other words.
_OTHER_WORD = re.compile(
    r"(?:[小据学传演解虽游听话诉论假再一来不]说|答记者问|[边简号职著俗统名堪别下通尊昵总代改戏自被对并相谎]称"
    r"|[给为][\u4e00-\u9fff]{2,3}称|[演宣听开主]讲|[访追疑反学询慰顾质设请借过提]问|被(?:认为|要求|问))$"
)
# 提出要求, 按照部署要求, 情况介绍, 三点建议: nouns.
_NOUN_HERE = re.compile(
    r"(?:[提作做给]出|检察|司法|[的了做作求实达合足有无新高严总据以为与、]"
    r"|各项|相关|有关|工作|情况|[一二两三四五六几多条]点?|具体|基本|根本|重要"
    r"|合理化|意见|宝贵|质量|标准|目标|任务|部署|全面|放宽|提高|降低|按照?"
    r"|根据|遵照|上级|内在|客观|时代|自我|经验|专题|听取|进行|政策|岗位)$"
)
_NOT_BARE = re.compile(
    r"(?<=反映)(?:问题|情况|意见|诉求|民意|强烈|良好|热烈|[^，。；：\n]{1,6}[，。；])"
    r"|[的了过得之性者书函单力奖极很较越话服唱课起做呼赞职号着下为奇快王霸雄重心。！？；、）)…”]|到(?![0-9０-９]{4}年)"
    r"|什么[也都]|不[准清完定]|严格|[高低]|不高|明(?!确)|工程|小学|法|出|是|[意]见|条件|要求|标准|以|和|与|、"
)
_THANKS = re.compile(
    r"(?:完全|十分|非常|充分|坚决|一致)?"
    r"(?:感谢|赞成|荣幸|欢迎|祝贺|慰问|敬意|哀悼|肯定|赞赏|满意|关切"
    r"|关心|理解|支持|同意|热烈|衷心|诚挚|亲切|崇高|由衷|赞同|高度"
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
_ASKS_FOR = re.compile(r"(?:主动|强烈|坚决|联名|继续|再三|多次)要求$|最后陈述$")
"""主动要求|参与: who asks to do something tells nobody else to."""
_DOES = re.compile(
    r"(?:(?:进行|给予|予以|[作做]出?|开展|得到|获得)了|给予|予以|进行)[\u4e00-\u9fff]{0,4}(?:[和与、及][\u4e00-\u9fff]{0,4})?$"
)
"""给予高度|评价, 进行了深入|分析: nouns."""
_CALLS = {"倡议", "主张", "号召", "呼吁", "承诺", "警告", "断言"}
_OF_WHOM = re.compile(r"的[\u4e00-\u9fff]{0,4}$")
"""提出加强协调的某国|倡议: a noun."""
_SO = re.compile(r"(?:这样|如是|如此|这么)$")


ASKED = {"倡议", "建议", "要求", "呼吁", "提议", "希望"}
_PAPER = re.compile("(?:方案|书(?!记)|稿|案(?!例)|函)")
"""Makes a document of what would be said: 建议|方案, 倡议|书."""
_ASKED_BY = re.compile(r"(?:^|[，。；：\n”])\s*应(?![急对届邀用当该变试聘征])[^，。；：\n]{1,12}$")
"""应某方|倡议，…: why something was done, not what was said."""


def is_cue(chars: str, match: re.Match[str], start: int, *, named: bool) -> bool:
    """Whether a verb of speech is one here, rather than a noun or a part of another word; `start` is its sentence's.

    `named`: a name stands right before it.
    """
    place, cue = match.start(), match["cue"]
    before = chars[max(start, place - 4) : place]
    if cue in ASKED and _ASKED_BY.search(chars[max(start, place - 20) : place]):
        return False
    if _ASKS_FOR.search(before + cue) and not _MARK.match(chars, match.end()):
        return False
    if cue in {"要求", "建议"} and before.endswith("等"):
        return False  # 质量、功能等要求
    if cue in {"建议", "倡议", "提议"} and _PAPER.match(chars, match.end()):
        return False  # 建议方案, 倡议书
    if cue == "提出" and _LISTED.match(chars, match.end()):
        return True
    if named:
        return not (cue == "表示" and _THANKS.match(chars, match.end()))
    if _OTHER_WORD.search(before + cue) or (cue in _CALLS and _OF_WHOM.search(chars[max(start, place - 6) : place])):
        return False
    if cue in NOUN and match["tail"] is None and _DOES.search(chars[max(start, place - 10) : place]):
        return False
    laid_down = cue in {"提出", "明确"} and before.endswith("意见")  # 意见提出，到2025年…: a document
    if before.endswith(("的", "自己")) or (cue in NOUN and not laid_down and _NOUN_HERE.search(before)):
        return False
    return not (cue == "表示" and _THANKS.match(chars, match.end()))


_MARK = re.compile(r"[，,：:]")
_OPENS = re.compile(r"[了过]?(?P<mark>[，,：:]?[ \u3000]*)(?P<quote>[“‘「\"]?)")
_ADDRESSEE = re.compile(r"(?P<whom>(?![要应须])[^，,。：:；“”\n]{1,24})(?P<mark>[，,：:])")
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
    if opens is None or opens.end() >= end:
        return None
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


# --- Between a speaker and the verb ------------------------------------------------------------------------------------

_DAY = (
    r"(?:(?:[0-9０-９]{1,2}月)?[0-9０-９]{1,2}日?(?:[至到—-](?:[0-9０-９]{1,2}月)?[0-9０-９]{1,2})?[日号]"
    r"|今[日天]|昨[日天晚]|近日|日前|当[天日]|[上下]午|晚间?|[0-9０-９]{1,2}时(?:[0-9０-９]{1,2}分)?)"
)
_ADVERB = (
    r"还|也|并|又|都|总是?|常常?|时常|经常|会(?!议|上|后|前)|愿意?|均|便|逢人|则|更是|更|就|再次|再"
    r"|进一步|特别|着重|同时|最后|随后|接着|反复|多次|一再|明确|郑重|率先|首先|曾经?|已经?|仍|一度"
    rf"|重点|深入|详细|就此|对此|经审[理查]|{_DAY}|撰文|通报|发言|发文"
    r"|刊文|致辞|讲话|预测|评论|回应|方面|强烈|公开|深刻|直接|专门|动情"
    r"|发[表布出](?:声明|公告|消息|通报|报告|文章|讲话)|作(?:了)?(?:报告|发言|说明)"
    r"|为此|现场|当场|一致|纷纷|普遍|共同|联合|集体|分别|先后|进而|继而|继续|主动|会上|会后|会前|席间|中"
    r"|[\u4e00-\u9fff]{1,6}地|(?:这样|如此|如是)|所|审理|审查|研究|调查|查明|分析|总结"
    r"|[\u4e00-\u9fff]{1,4}着|一边[\u4e00-\u9fff]{1,10}一边|边[\u4e00-\u9fff]{1,10}边"
    r"|(?:激动|高兴|感慨|自豪|兴奋|坦率|深情|骄傲|欣慰|满意|乐呵呵)"
    r"|[（(][^（）()\n]{1,40}[）)]|[ \u3000]|[，,](?=(?:并|还|又|也|同时|[\u4e00-\u9fff]{1,4}地))"
)
_WITH = (
    r"(?:在(?![校职岗])|就|对|向|于|围绕|代表|结合|针对|面对|接受|通过|用|以|同|与|跟|给|告诉|从|受|率|当着|致电|陪同)"
    r"(?:[^，,。！？；：“”\n]|“[^”\n]{1,24}”){1,60}?"
)
_WHILE = r"(?:[\u4e00-\u9fff]|“[^”\n]{1,24}”){1,14}?(?:后|时|之际|期间)"
LINK = re.compile(rf"(?:{_ADVERB}){{0,4}}(?:(?:{_WITH})[，,]?(?:{_ADVERB}){{0,3}}(?:(?:{_WITH})[，,]?(?:{_ADVERB}){{0,3}})?)?")
"""What may stand between a speaker and the verb: 在座谈会上还, 接受记者采访时, 笑着."""

_LOOSE_LINK = re.compile(rf"(?:{_ADVERB}){{0,2}}(?:{_WITH}[，,]?)?{_WHILE}[，,]?(?:{_ADVERB}){{0,3}}")
"""… and where a verb of its own may stand there: 了解情况后."""

LONGEST_LINK = 90

# --- Who may speak -----------------------------------------------------------------------------------------------------

LEADS = re.compile(
    r"(?:(?:本[报网台刊社]|[\u4e00-\u9fff]{2,6}[网报])讯[ \u3000]*|[“‘”’]|【[^】\n]{1,12}】"
    r"|而|与此同时|同时|其中|日前|近日|此外|另外|随后|会后|会上|会前|当天|当日|据悉|据(?!说)|对此|为此|因此|所以"
    r"|不过|但是?|然而|[^，。\n]{2,12}[0-9]{1,2}月[0-9]{1,2}日电[ \u3000]*(?:[（(][^（）()]*[）)])?"
    r"|连日来|记者获悉|[，,、 \u3000]|(?:截至)?目前|今年以来|(?:当地时间)?[0-9０-９]{1,2}月?[0-9０-９]{0,2}[日号]|[上下]午"
    r"|不久前|如今|此前|次日|最后|正?如(?!果)|另有|到(?=党的)|刚刚(?:闭幕|召开)的"
    r"|[\u4e00-\u9fff]{2,6}后(?=大家|与会|委员|代表|学员|同学)"
    r"|(?:也|就|还|便|又|更|都)?有(?!关)(?=[\u4e00-\u9fff]{2})|在?[^在，。\n“”《》]{0,24}(?:召开|举行|举办|印发|发布)的)+"
)
"""What may stand before a speaker in the clause."""

_HEAD_WORDS = (
    "专家组|专家|代表|委员|领导|网友|干部|群众|学者|媒体|大家|外界|司机|孩子|女士|先生|部门|方面|单位|机构|机关|企业|公司"
    "|集团|平台|银行|商家|店家|展商|商户|商贩|厂商|客商|摊贩|[果菜茶粮棉烟蚕花瓜药渔稻]农|歌手|骑手|能手|助手|大夫|船夫"
    "|负责同志|同志|学子|志愿者|发言人|书记|主任|主席|秘书|教授|院士|博士|医生|经理|总监|业内|同学|学员|观众"
    "|乘客|旅客|球迷|老人|姑娘|小伙|老板|店主|老乡|市民|居民|村民|高管|人大|政协|师傅|儿子|女儿|同事|邻居"
    "|工友|亲属|家属|丈夫|原告|被告|超市|商场|团队|选手|嘉宾|官兵|阿姨|青年|大姐|大哥|大爷|大妈|大娘|大叔"
)
_DOCUMENTS = (
    "报告|通知|通告|规划|方案|公报|决定|文章|评论|社论|声明|公告|通报|消息|报道"
    "|条例|办法|指南|研究|判决书?|论文|白皮书|倡议书|纲要|公约|批示|讲话|栏目|节目"
    "|意见|文件|草案|会议|论坛|座谈|来信"
)
_HEADS = (
    rf"(?:{_HEAD_WORDS})们?|{_DOCUMENTS}"
    "|(?:老|小|阿)[\u4e00-\u9fff]|[\u4e00-\u9fff]某某?"
    "|[主辈者员人师生民长家工众户客友方属士亲妈爸爷奶婆姨叔伯哥弟姐妹警官兵管监侨伴粉局部委院厅会司社所校府办室处站厂台网报店馆队组团科村镇贩嫂婶爹娘](?:们)?"
)
_HEAD = re.compile(_HEADS)
# A verb, a negation or a preposition inside: no noun phrase, unless a 的 closes it off.
_FUNCTION = (
    "[了着没也还很让且并既]|[他她](?<!其他)|尽管|虽然|均(?!衡)|发布|次日|后(?![勤代台续])|过(?![路境客滤])|被(?![告害])"
    "|把(?!手)|将(?!军)|是(?!非)|能(?![源力人])|不(?!动产|少)|就(?!业)|都(?<!首都)(?<!成都)(?!市)|使(?![馆用])(?<!大使)"
    "|在(?![校职岗场编线押建])|要(?<![主重需纲首概摘]要)(?![闻员])|[对向](?![外口])"
    "|给|从(?!业)|按|照(?!明)|据(?<!数据)|经(?![济营理销贸纪办])(?<!财经)"
    "|听|每逢|当(?![地事年代])|了解|询问|根据|落实|贯彻|围绕|发表|发出|参加|出席|进行|作出|提出|具有|表示|强调|指出|要求|介绍"
    "|希望(?!小学|工程)|寄语|勉励|呼吁|叮嘱|嘱咐|认为|征求|接受|采纳|会见|走访|看望|慰问"
)
_NOUN_PHRASE = re.compile(
    r"(?!以|由于|因|为[了适]|先|随着|除)(?P<of>[^，,。；：“”\n]{1,30}的)?"
    rf"(?P<core>(?:(?!{_FUNCTION})[\u4e00-\u9fff·、A-Za-z0-9０-９（）()“”《》]){{1,24}})"
)
_NOBODY = re.compile(
    r"(?:有人|人们|别人|个人|本人|自己人?|我们?|你们?|他人|记者|本报记者|.*自己|老话|俗话|编者|作者|笔者|世人|古人)$"
)
MEETING = re.compile(
    r"会议|约谈|会商会?|(?![机都只才将学不就与参到])[\u4e00-\u9fff]会(?!议)"
    r"|论坛|座谈|公报|社论|文章|评论|报告|方案|意见|通知|纲要|规划|批示|(?<=》)"
)
"""Where the name of a meeting or document may end."""

_TITLED = re.compile(r"《[^《》\n]*》|“[^”\n]*”")
_ACTED_ON = re.compile(r"^[一二三四五六]是|提交|印发|出台|审议|通过|召开|[他她我的]$|^[他她我]")


def find_meeting(chars: str, start: int, place: int, *, quoted: Callable[[int], object]) -> tuple[int, int] | None:
    """The meeting or document that speaks: 市委某次全会|提出, 省委《意见》|明确提出.

    `quoted` tells what is inside a quotation.
    """
    found = None
    for noun in MEETING.finditer(chars, start, place):
        if not quoted(noun.end()) and noun.end() - start >= 2 and links(chars, noun.end(), place):
            found = noun.end()
    if found is None or found - start > 60:
        return None
    name = _TITLED.sub("", chars[start:found])
    if _ACTED_ON.search(name) or re.search(_FUNCTION, name):
        return None
    return start, found


def find_noun_phrase(chars: str, start: int, place: int) -> tuple[int, int] | None:
    """A phrase that names who may speak, from `start` on, with no more than adverbs behind it: 一位摊主|笑着."""
    ends = [head.end() for head in _HEAD.finditer(chars, start, min(place, start + 50)) if head.end() - start >= 2]
    # 县委宣传部在采访时说: 部, not 委, speaks.
    linked = [end for end in ends if LINK.fullmatch(chars, end, place)] if place - start <= LONGEST_LINK + 50 else []
    for end in linked or [end for end in ends if links(chars, end, place)]:
        phrase = _NOUN_PHRASE.fullmatch(chars, start, end)
        if phrase is None or _NOBODY.match(phrase["core"]):
            continue
        # 种了半辈子地的村民 is 村民, but 家长的担心 no one.
        of = phrase["of"]
        kept = of is None or re.match("[一两几多数某][位名个些]", of) or re.search(_FUNCTION, of) is None
        return (start if kept else phrase.start("core")), end
    return None


GROUP = re.compile(
    r"(?:[\u4e00-\u9fff]{0,12}?)"
    r"(?:干部群众|党员干部|干部|群众(?![路性团])|代表(?![大团])|委员(?!会)|职工"
    r"|师生|负责人|负责同志|居民|村民|市民|专家|党员|同志|学员|官兵|企业家|网友)们?"
    r"|[^，。对于的他她它我你咱“”]{1,6}们|(?:会议|大会|全会|座谈会)(?!上|由)"
)
"""People or a meeting that open a sentence and speak clauses later: 全市广大干部认真学习…，纷纷表示."""


THEY = re.compile(r"(?:^|(?<=[，。；]))[^，。；“”对于的他她我你]{1,8}们(?!的)")
"""Whom 他们 means: 培训期间，|教师们|积极讨论。他们表示，…."""

ONE_NAMED = re.compile("老人家?|老太太|老汉|老大爷|小伙子?|小姑娘|男子|女子")
"""Who is so called after his name: 乔禾今年八十。老人说."""

KIN = re.compile(
    r"(?:[\u4e00-\u9fff]{1,4}的)?(?:老伴|妻子|丈夫|爱人|媳妇|儿子|女儿|母亲|父亲|妈妈|爸爸|奶奶|爷爷|同事|邻居|工友|朋友)"
)
"""Who may open a clause that leads to a quotation: 妻子常劝他：“…”."""


def links(chars: str, start: int, place: int) -> bool:
    """Whether only adverbs stand between a speaker's end and the verb."""
    if place - start > LONGEST_LINK:
        return False
    return bool(LINK.fullmatch(chars, start, place) or _LOOSE_LINK.fullmatch(chars, start, place))


PERSON_TAIL = re.compile(
    r"[ \u3000]*(?:[（(][^（）()\n]{0,40}[）)])?(?:同志|先生|女士|大爷|大妈|大娘|大叔|大姐|大哥|阿姨|奶奶|爷爷|师傅|老师|教授"
    r"|院士|博士|医生|主任|书记|市长|县长|局长|校长|院长|总经理|经理|老人|代表|委员|等人?|一行|等[^，。\n]{0,12})?"
)
"""What may hang on a name: 王一（左一）, 王一院士."""

# --- Where a speech ends -----------------------------------------------------------------------------------------------

REPORT = re.compile(
    r"[ \u3000]*(?:会上|会前|会后|会议(?!要|强|指|提|认)|座谈会上|会议期间|会议还|会议由|会议以|据悉|据了解|据介绍|随后|之后"
    r"|当天|当日|同日|此前|不料|没想到|这样一来|于是[，\u4e00-\u9fff]|此外[，,][^，。]{0,20}(?:还|也)|调研中|调研期间"
    r"|考察期间|活动中|活动现场|仪式上|(?:[昨今当][天日晚][上下]?午?[，,]?|[上下]午[，,]?|走访中[，,]?|现场[，,]?)?记者"
    r"|[0-9０-９]{1,2}月[0-9０-９]{1,2}日|本报|新华社|图为"
    r"|[0-9０-９]{1,2}时(?:[0-9０-９]{1,2}分)?[，,]|[开首][展馆映演业市赛]首日[，,]|遂|该[书片剧展]"
    r"|目前[，,]?[^，。]{0,16}被(?:刑事拘留|刑拘|依法|批准逮捕|批捕|取保|移送)"
    r"|(?:谈[及起到]|说起|提[及起]|聊起|问及)[^，。：“”\n]{1,20}[，,]"
    r"|接(?:到?报|到?举报|警)[警案]?后?[，,]|[^，。；“]{0,16}(?:判决|裁决|判令)(?![书，。])"
    r"|经(?:审[讯查]|侦查|调查|查[，,]|鉴定)|来到|走进|每到一处|截至|最终|比赛|今年以来[，,][^，。]{0,4}[市县区局院校]"
    r"|.{0,24}(?:参加(?!到)|出席|陪同|列席)(?:[。了]|会议|调研|活动|上述"
    r"|[^，。]{0,6}(?:仪式|典礼|巡[河林]|座谈|检查|考察|视察|督[导查]|演练|慰问|走访)[。，])"
    r"|[^，。]{0,60}(?:负责同志|负责人|书记|领导|代表|委员)(?:[在通以][^，。]{1,14})?(?:参加|列席|陪同)"
    r"(?:会议|活动|。|[^，。]{0,6}(?:仪式|典礼|巡[河林]|座谈|检查|考察|视察|督[导查]|演练|慰问|走访)。)"
    r"|.{0,30}主持(?:会议|召开|。))"
)
"""The report takes over again."""

SCENE = re.compile(r"在(?P<where>[^，,。\n]{2,40})[，,]")
ASPECT = re.compile(r"(?:方面|[上中下时里内]|领域|过程|基础|条件|形势|背景|前提)$")
SAYING = re.compile(r"[^，。]{0,14}(?:顺口溜|俗语|谚语|民谣|口号|标语|诗句?|古语|这是|这首|这番|这句|这样的|一句)")
"""Behind a quotation that nobody says there: “…。”老地质人的顺口溜."""

VOICE = re.compile(r"[^，。；：“”\n]{2,30}：“")
"""市民王先生：“…”: somebody else speaks."""

SUM = re.compile(r"算[^，。：“”\n]{0,8}账[：:](?!“)")
"""王一掰着指头算账：全村268座温室，…: a speech without a verb of speech or quotation marks."""

TOLD_BY_OTHERS = re.compile(
    r"[^。\n]{0,60}?(?:提问|发问|问道|问|说|说道|表示|告诉|回答|介绍|喊|感叹|感慨|写道|指出|建议|坦言)(?:[。，：道]|$)"
)
