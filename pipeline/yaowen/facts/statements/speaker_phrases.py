"""The phrases that speakers are named by, and what may stand between one and the verb.

Nothing here knows an article; everything reads a stretch of text.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from yaowen.vocabulary import DOES, cut

# --- Between a speaker and the verb --------------------------------------------------------------------------------------

_DAY = (
    r"(?:(?:[0-9０-９]{1,2}月)?[0-9０-９]{1,2}日?(?:[至到—-](?:[0-9０-９]{1,2}月)?[0-9０-９]{1,2})?[日号]"
    r"|今[日天]|昨[日天晚]|近日|日前|当[天日]|[上下]午|晚间?|[0-9０-９]{1,2}时(?:[0-9０-９]{1,2}分)?)"
)
_ADVERB = (
    r"还|也|并|又|都|总是?|常常?|[时经]常|会(?!议|上|后|前)|愿意?|均|便|逢人|则|更是?|就|再次?"
    r"|进一步|特别|着重|同时|[最随]后|接着|反复|多次|一再|明确|郑重|率先|首先|曾经?|已经?|仍|一度"
    rf"|重点|深入|详细|[就对为]此|经(?:审理|[审核调检]查|研究|了解)|{_DAY}|撰文|通报|发言|[发刊]文|致辞|方面|强烈|公开|深刻|直接|专门|动情"
    r"|发[表布出](?:声明|公告|消息|通[报知告]|报告|文章|讲话|社论|评论|公报|微博|推文|倡议|预警)"
    r"|现场|当场|[当随立]即|一致|纷纷|普遍|共同|联合|集体|分别|先后|[进继]而|继续|主动|会[上后前]|席间|中"
    r"|[\u4e00-\u9fff]{1,6}地|这样|如[此是]|所|审[理查]|研究|调查|查明|分析|总结|举例|评论|起诉"
    r"|[\u4e00-\u9fff]{1,4}着|一?边[\u4e00-\u9fff]{1,10}边"
    r"|[（(][^（）()\n]{1,40}[）)]|[ \u3000]|[，,](?=(?:并|还|又|也|同时|[\u4e00-\u9fff]{1,4}地))"
)
_WITH = (
    r"(?:在(?![校职岗])|对(?!方(?![案面向法]))|就(?![业诊医读学餐])|[向于用以同与跟给从受]|围绕|代表|结合|针对|面对|接受|通过|[当朝冲]着|致电|陪同|拨打|召开|举行)"
    r"(?:[^，,。！？；：“”\n]|“[^”\n]{1,24}”){1,60}?"
)
_WHILE = r"(?:[\u4e00-\u9fff]|“[^”\n]{1,24}”){1,14}?(?:后|时|之际|期间)"
LINK = re.compile(rf"(?:{_ADVERB}){{0,4}}(?:{_WITH}(?:[，,](?:{_ADVERB}){{0,3}})?){{0,2}}")
"""What may stand between a speaker and the verb: 在座谈会上还, 接受记者采访时, 笑着."""

_LOOSE_LINK = re.compile(rf"{_WHILE}[，,]?(?:{_ADVERB}){{0,3}}")
"""… and where a verb of its own may stand there: 了解情况后."""

LONGEST_LINK = 90

# --- Who may speak -----------------------------------------------------------------------------------------------------

LEADS = re.compile(
    r"(?:(?:本[报网台刊社]|[\u4e00-\u9fff]{2,6}[网报])讯[ \u3000]*|[“‘”’]|【[^】\n]{1,12}】"
    r"|而|与此同时|同时|其中|日前|近日|此外|另外|随后|会后|会上|会前|当天|当日|据悉|据(?!说)|对此|为此|因此|所以"
    r"|不过|但是?|可(?=也有)|起初|然而|[^，。\n]{2,12}[0-9]{1,2}月[0-9]{1,2}日电[ \u3000]*(?:[（(][^（）()]*[）)])?"
    r"|连日来|记者获悉|[，,、 \u3000]|(?:截至)?目前|今年以来|(?:当地时间)?[0-9０-９]{1,2}月?[0-9０-９]{0,2}[日号]|[上下]午"
    r"|不久前|如今|此前|次日|最后|正?如(?!果)|另有|到(?=党的)|刚刚(?:闭幕|召开)的"
    r"|[\u4e00-\u9fff]{2,6}后(?=大家|与会|委员|代表|学员|同学)"
    r"|[也就还便又更都]?有(?!关)(?=[\u4e00-\u9fff]{2})|在?[^在，。\n“”《》]{0,24}(?:召开|举行|举办|印发|发布|出台|公布)的)+"
)
"""What may stand before a speaker in the clause."""

_HEAD_WORDS = (
    # Groups and bodies: 与会|代表, 有关|部门, 一家|展商.
    "代表|领导|干部|媒体|外界|部门|方面|单位|机构|机关|企业|银行|[展厂客]商|超市|商场|人大|政协|业内|[歌骑能助选]手"
    # Offices and callings: 云漠村|书记.
    "|同志|老?支书|老?书记|主任|主席|秘书|教授|经理|司机|师傅|保安|保洁|客服|导游|主播|房东|教练|裁判"
    # Who is somebody's, and how one is called: 石岩的|邻居, 王|老太太.
    "|村民|店[家主]|院士|同学|孩子|学子|儿子|女儿|[男女]子|同事|邻居|[原被]告|小伙|老板|老乡|嘉宾|青年|妇女|老太太?|老汉|网红"
)
_DOCUMENTS = (
    "报告|通知|通告|规划|方案|公报|决定|文章|评论|社论|声明|公告|通报|消息|报道"
    "|条例|办法|指南|研究|判决书?|论文|白皮书|倡议书|纲要|公约|批示|讲话|栏目|节目"
    "|意见|文件|草案|会议|论坛|座谈|来信"
)
_HEADS = (
    rf"(?:{_HEAD_WORDS})们?|{_DOCUMENTS}"
    "|(?:老|小|阿)[\u4e00-\u9fff]们?|[\u4e00-\u9fff]某某?"
    # Somebody, by the last character: 石岩的母|亲, 石河果|农, 县教育|局.
    "|[主辈者员人师生民长家工众户客友方属士亲妈爸爷奶婆姨叔伯哥弟姐妹警官兵管监侨伴粉农夫迷匠妇"
    "局部委院厅会司社所校府办室处站厂台网报店馆队组团科村镇贩嫂婶爹娘](?:们)?"
)
_HEAD = re.compile(_HEADS)
SOMEONE = re.compile(
    rf"(?<![\u4e00-\u9fff])一[位名](?:[^，。；：“”\n]{{1,16}}的)?[^，。；：“”的\n]{{0,8}}?(?:{_HEADS})(?![\u4e00-\u9fff]?(?:{_HEADS}))"
)
"""Who opens a clause and is meant by 他 in the sentence behind it: 一名村干部|翻开账本。他说，…."""
# A verb, a negation or a preposition inside: no noun phrase, unless a 的 closes it off.
_FUNCTION = (
    # Particles, adverbs and pronouns, but not 均衡, 其他: 石岩|也|….
    "[了着没也还很让且并既]|[他她](?<!其他)|尽管|导致|造成|虽然|均(?!衡)|发布|次日|后(?![勤代台续])"
    "|过(?![路境客滤])|被(?![告害])"
    # Verbs and prepositions of one character, but not 把手, 将军, 能源: 石岩|把|….
    "|把(?!手)|将(?!军)|是(?!非)|能(?![源力人])|不(?!动产|少)|就(?!业)|都(?<!首都)(?<!成都)(?!市)|使(?![馆用])(?<!大使)"
    "|在(?![校职岗场编线押建])|要(?<![主重需纲首概摘]要)(?![闻员])|[对向](?![外口]|方(?![案向面法]))"
    "|给|从(?!业)|按|照(?!明)|据(?<!数据)|经(?![济营理销贸纪办])(?<!财经)"
    # Verbs of two: 石岩|了解|….
    "|听|每逢|当(?![地事年代])|了解|询问|根据|落实|贯彻|围绕|发表|发出|参加|出席|进行|作出|提出|具有|表示|强调|指出|要求|介绍"
    "|希望(?!小学|工程)|寄语|勉励|呼吁|叮嘱|嘱咐|认为|征求|接受|采纳|会见|走访|看望|慰问"
)
_NOUN_PHRASE = re.compile(
    r"(?!以|由于|因|为[了适]|先|随着|除|代表(?![委们团队人性])[\u4e00-\u9fff]{2})(?P<of>[^，,。；：“”\n]{1,30}的)?"
    rf"(?P<core>(?:(?!{_FUNCTION})[\u4e00-\u9fff·、A-Za-z0-9０-９（）()“”《》]){{1,24}})"
)
_NOBODY = re.compile(
    r"(?:有人|人们|别人|个人|本人|自己人?|我们?|你们?|他人|记者|本报记者|.*自己|老话|俗话|编者|作者|笔者|世人|古人)$"
)
MEETING = re.compile(
    r"会议|约谈|会商会?|(?![机都只才将学不就与参到])[\u4e00-\u9fff]会(?!议)"
    r"|论坛|座谈|公报|社论|文章|评论|报告|方案|意见|通知|纲要|规划|批示|办法|条例|举措|措施|细则|(?<=》)"
)
"""Where the name of a meeting or document may end."""

LONGEST_MEETING = 60
_TITLED = re.compile(r"《[^《》\n]*》|“[^”\n]*”")
_ACTED_ON = re.compile(r"^[一二三四五六]是|提交|印发|出台|审议|通过|召开|[他她我的]$|^[他她我]")


def find_meeting(chars: str, start: int, place: int, *, quoted: Callable[[int], object]) -> tuple[int, int] | None:
    """The meeting or document that speaks: 市委某次全会|提出, 省委《意见》|明确提出.

    `quoted` tells what is inside a quotation.
    """
    found = None
    for noun in MEETING.finditer(chars, start, min(place, start + LONGEST_MEETING)):
        if not quoted(noun.end()) and _is_told(chars[start : noun.end()]) and links(chars, noun.end(), place):
            found = start, noun.end()
    return found


def _is_told(name: str) -> bool:
    """Whether the name of a meeting or document is no more than a name: not 会议审议|报告."""
    bare = _TITLED.sub("", name)
    return len(name) >= 2 and not _ACTED_ON.search(bare) and not re.search(_FUNCTION, bare)


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
        does = of is not None and (re.search(_FUNCTION, of) is not None or cut(of[:-1])[-1].kind in DOES)
        kept = of is None or re.match("[一两几多数某][位名个些]", of) or not does
        return (start if kept else phrase.start("core")), end
    return None


GROUP = re.compile(
    r"(?:[\u4e00-\u9fff]{0,12}?)"
    r"(?:干部群众|党员干部|干部|群众(?![路性团])|代表(?![大团])|委员(?!会)|职工"
    r"|师生|负责人|负责同志|居民|村民|市民(?!热线|[广中])|专家|党员|同志|学员|官兵|企业家|网友)们?"
    r"|[^，。对于的他她它我你咱“”]{1,6}们|(?:会议|大会|全会|座谈会)(?!上|由)"
)
"""People or a meeting that open a sentence and speak clauses later: 全市广大干部认真学习…，纷纷表示."""


SOME = re.compile("不少|许多|很多|众多|一些|多[位名]|几[位名]|一[位名]")
"""How a group opens a clause: 桥通了，|不少村民走过后都点头，都说：“…”."""

ONE_NAMED = re.compile("老人家?|老太太|老汉|老大爷|小伙子?|小姑娘|男子|女子")
"""Who is so called after his name: 乔禾今年八十。老人说."""


@lru_cache(maxsize=16)
def first_unnamed(chars: str, start: int, end: int, called: str) -> int:
    """Where somebody in a paragraph is first called so without a name: 一位瘦小的老人|; behind its end where nobody is."""
    found = re.compile(f"[一这那][位名个][^，。]{{0,8}}?{called}").search(chars, start, end)
    return found.end() if found else end + 1


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
