"""What a row of a page is by its words alone: labels, jump lines, days, titles of documents, notices, speeches."""

from __future__ import annotations

import re

from yaowen.datelines import EXPERT, SENT_ALONE
from yaowen.jumps import NUMBER, is_jump
from yaowen.markup import cells_of
from yaowen.mastheads import DATE
from yaowen.page import Paragraph
from yaowen.schema import BlockRole
from yaowen.segment.bylines import BYLINE, OF_CLASS
from yaowen.segment.pictures import CAPTION, is_caption

HEADLINE = (BlockRole.SERIES, BlockRole.KICKER, BlockRole.TITLE, BlockRole.SUBTITLE)
ADDRESS = re.compile(r"(?:各位|同志们|尊敬的|女士们|朋友们)[^。；]{0,24}[！：!:]\s*$")
"""各位代表！ is a paragraph of a speech, however short."""
LETTER = re.compile(r"(?:尊敬的|亲爱的)?(?:编辑部?|主编|记者|报社|贵报)(?:同志|先生|老师|朋友)?(?:们|部)?\s*[：:！!]\s*$")
"""编辑同志： opens a reader's letter."""
DAY_IN_BRACKETS = re.compile(rf"[（(]\s*(?:{DATE})\s*[）)]")
OF_DOCUMENT = re.compile(rf"[（(]\s*(?:〔?\d{{4}}〕?年?)?\s*第\s*{NUMBER}\s*号\s*[）)]")
"""Which of its body's documents this is, below its title: （第12号）."""
PASSED = re.compile(r"[（(][^（）()。]{6,80}通过\s*[）)]")
"""When a document was passed, below its title: （2024年2月29日云岭市人大常委会第十九次会议通过）."""
LEADS_TO_PAGE = re.compile(
    r"(?!.*[。；]|[（(])(?=.{6,40}$).*[一-鿿”》！？](?:\s+第?\s*[\d一二三四五六七八九十]{1,3}\s*版|\s*[·.…—]{2,}\s*第?\s*\d{1,2}\s*版?|\s*[>＞»›]{2,}\s*第?\s*\d{1,2}\s*版?)"
)
"""Names a report on another page: 湖滨路口修缮完工 第五版."""
POINTS_TO_PAGE = re.compile(
    r"(?:详见|见)\s*第?[A-Z]?(?P<seen>\d{1,2})\s*版|[\[【(（]\s*[A-Z]?(?P<set>\d{1,2})\s*版?\s*[\]】)）]|[A-Z]?(?P<bare>\d{1,2})\s*版"
)
"""Stands on a row of its own below what is told on another page: 湖滨路口修缮完工⏎【A05】."""
LONGEST_POINTER = 30
SKY_OF_DAY = re.compile(r"[今明后][日天]天气|(?:[一-鿿]{2,3})?天气(?:预报)?")
"""Stands over what the weather is."""
UNNAMED = re.compile(
    r"(?!.*(?:教授|研究员|书记|主任|[院校局市县省部厅处会社]长|主席|博士|律师|医师|教师)[一-鿿]{2,3}$)(?!.*(?:记者|通讯员|评论员|实习|作者|读者|撰|供稿|整理|[文图]$|摄|讯|电$|[局部委办厅处社报台网队院会厂校站中心公司]$))[一-鿿]{6,}|[一-鿿]{2,5}[了啦]"
)
"""A row that names nobody who writes: no byline. 银杏黄了 may be a title."""
RUBRIC = re.compile(
    r"[□■◎●]?\s*(?:本报|小)?记者\s*(?:[帮带替为陪跑走看问探说读][一-鿿]{1,4}|手记|观察|调查|札记|述评|见闻|来信|追踪|体验|走访|日记|视线|连线|探访|[园天]地|乐园|风采)"
)
"""Looks like the byline of a reporter."""
ASKS = re.compile(
    r"特此|敬请|敬祈|请(?:用户|市民|广大|各|提前|相关|互相)|(?:谅解|见谅|支持配合)|声明作废|遗体告别|(?:咨询|监督)电话"
)
"""What a notice says to its readers."""
DOCUMENT = re.compile("(?:人事)?(?:任免|任命)名单|公告|通告|决定|公报|命令|令")
"""What kind of document a body gives out, where it stands below the name of that on a row of its own."""
SIGNER = re.compile(
    r"[一-鿿]{2,24}(?:局|委|委员会|办公室|办|公司|政府|法院|检察院|中心|医院|大学|学校|协会|部|厅|处|站|所|队|指挥部|银行|报社|集团)"
)
"""A body that signs a notice: 望江县水务局, and below that the day."""
PAIRED = re.compile(r"(?=.{9,25}$)(?P<one>[一-鿿“”]{4,12})[ \u3000]+(?P<other>[一-鿿“”]{4,12})")
"""Two clauses, as subheads have them: 加强班组建设 夯实安全根基. They are of one length."""
SHORT = 60
FAINT_LOOK = 0.1
"""A row over a body that has no other headline needs to look no more like one than this."""
SECTIONS = re.compile(
    "开栏(?:的话|语)|简讯|简介|时讯|时评|时事|关注|文摘|文苑|花絮|艺苑|艺术|常识|方案|广告|景观|[一-鿿]{2}(?:絮语|快语|漫笔|随笔|杂谈|夜话)"
)
"""Names of sections and essays that look like those of persons."""
EDITORS = re.compile(r"编者(?:按|的话)|编后(?:语|记)?|(?:核心|阅读|内容)(?:提示|提要|阅读|导读)")
"""Stands over what the editors say of an article, or what it says in short, within it."""
RESUME = re.compile(r"(?:[一-鿿]{2,3}(?:同志)?(?:个人)?|个人)简历")
"""Stands, within a report, over the offices that somebody held."""
OFFICES = re.compile(
    r"(?:19|20)\d\d(?:[.．]\d{1,2}\s*[—－–―~～-]|\s*[—－–―~～-]{1,2}\s*(?:19|20)\d\d年?[ \u3000]"
    r"|年(?:\d{1,2}月)?[至起]?任(?![期内务前免教]))"
)
"""Opens a row of those, however it ends: 1985.08—1986.08 望江县石桥镇干部, 1991年7月任石桥镇镇长."""
LABEL = re.compile(
    r"(?:图片|简明)新闻|(?:[一-鿿]{2,4})?(?:简讯|短讯|快讯|短波|速递|速览|快读)|(?:基层|信息|新闻|乡镇|县区|部门|企业)快递|(?:相关|新闻|法条|知识|背景|政策|资料)链接"
    r"|延伸阅读|(?:记者|采访)手记|专家点评|(?!温馨)[一-鿿]{2}提醒|(?:新闻|背景)资料|新闻背景|小(?:资料|知识|贴士|常识)|[一-鿿]{2}(?:小)?贴士|名词解释|读者来信|来信照登|(?:微型?|小)小说|[一-鿿]{2,3}面对面|(?:以案|律师|法官)(?:说法|释法)|街谈巷议|(?:农技|健康|法治|法律|安全|科普|消防|理财|养生)(?:小?课堂|讲堂|百科|知识)|[一-鿿]{2,4}(?:时评|快评|短评|热评|锐评|微评)"
    r"|(?:新春|记者)走基层|[一-鿿]{2,3}(?:絮语|快语|漫笔|夜话|漫议|笔谈|网评)|(?:市场|价格|物价)(?:监测|观察|行情)"
    r"|【[一-鿿]{1,8}(?:[镇乡县区市局村]|街道|社区|公司|学校)】|[一-鿿“”]{4,20}(?:选登|选载|摘登|展播)"
)
"""What a kind of article is called, wherever it stands: never a title."""
TAUGHT = re.compile(r"[（(]?\s*(?:指导|辅导)(?:老师|教师)\s*[:：]?\s*[一-鿿]{1,3}(?:[ \u3000、]+[一-鿿]{1,3}){0,4}\s*[）)]?")
"""Who taught the pupil that wrote an essay, below it: 指导老师：卓然."""
WORK = re.compile(
    r"[^，。；]{1,20}[（(](?:组诗|[外诗]?[一二三四五六七八九十两]首|外[一二三两]篇|散文诗?|(?:小|微型?)?小说|诗歌|随笔|故事)[）)]"
)
"""The title of what a page of literature prints: 渡口（组诗）."""
LAW = re.compile(r"第[一二三四五六七八九十百]{1,4}[章条](?:[ \u3000]|$)|[（(][一二三四五六七八九十]{1,3}[）)].{2,}[；。]$")
"""An item of a law or of rules."""
NUMBERED = re.compile(r"[（(]?[一二三四五六七八九十]{1,3}[）)、]")
"""What opens a heading that is counted, and no name: 一、总则."""
CALLED = re.compile(r"[，。；].{0,60}(?:电话|热线|手机|咨询|微信|联系)\D{0,8}(?:\d[\s—-]?){7}")
"""Says what there is and whom to call, as adverts and notices do and no headline does."""
SPOKEN_TURN = re.compile(r"(?:问|答|记者)[：:].{4,}")
"""A turn of an interview, whatever looks like a heading."""
TOLD_BEFORE = re.compile(r"(?:走基层|走访|采访|拍摄|活动)?(?:时间|地点|人物|对象|嘉宾)\s*[:：]\s*\S.{1,30}")
"""When, where and with whom, in rows of their own over a report: 走访地点：望江县石桥镇."""
PEN_NAME = re.compile(r"[一-鿿·]{2,4}")
ROLL = 30
"""Names of so many characters that follow each other are no byline."""
ENDS_TEXT = re.compile(r"[。…；：;:,，、]$")
"""How no headline ends."""
FINISHED = re.compile(r"[。！？…；：!?;:，,][”’）)』」\"]*$")


def read_role(paragraph: Paragraph) -> BlockRole | None:
    """What part of an article a paragraph is by its words."""
    chars = paragraph.text.chars
    if is_label(chars):
        return BlockRole.SERIES
    if RESUME.fullmatch(chars):
        return BlockRole.SUBHEAD
    if EDITORS.fullmatch(chars) or OFFICES.match(chars):
        return BlockRole.PARAGRAPH
    if is_day_in_brackets(chars) or is_document_number(chars):
        return BlockRole.SUBTITLE
    if is_jump(chars):
        return BlockRole.JUMP
    if len(paragraph.looks) == 1 and len(cells_of(paragraph.text)) > 1:
        return BlockRole.PARAGRAPH  # a row of a table
    if is_caption(chars) and not (paragraph.marks and CAPTION.match(chars)):
        return BlockRole.CAPTION
    if len(chars) <= SHORT and SENT_ALONE.fullmatch(chars):
        return BlockRole.BYLINE  # 新华社岚州3月5日电, whatever looks like a heading
    if len(chars) <= SHORT and BYLINE.fullmatch(chars) and not RUBRIC.fullmatch(chars):
        return BlockRole.BYLINE
    if EXPERT.fullmatch(chars[: SHORT + 1]) or OF_CLASS.fullmatch(chars[: SHORT + 1]):
        return BlockRole.BYLINE
    if WORK.fullmatch(chars[: SHORT + 1]):
        return BlockRole.TITLE
    if ADDRESS.match(chars) or TAUGHT.fullmatch(chars[: SHORT + 1]) or LETTER.fullmatch(chars):
        return BlockRole.PARAGRAPH
    if TOLD_BEFORE.fullmatch(chars[: SHORT + 1]):
        return BlockRole.PARAGRAPH
    if SPOKEN_TURN.fullmatch(chars[: 2 * SHORT]) or CALLED.search(chars[: 2 * SHORT]):
        return BlockRole.PARAGRAPH
    if LAW.match(chars):
        return BlockRole.SUBHEAD if "章" in chars[:6] and not FINISHED.search(chars) else BlockRole.PARAGRAPH
    return None


def is_day_in_brackets(chars: str) -> bool:
    """Whether a row says when a speech was given, below its title or behind its end: （2024年1月16日）."""
    return DAY_IN_BRACKETS.fullmatch(chars) is not None


def dates_document(chars: str) -> bool:
    """Whether a row says of the document over it which it is, or when it was passed."""
    return is_document_number(chars) or (len(chars) <= 2 * SHORT and PASSED.fullmatch(chars) is not None)


def is_document_number(chars: str) -> bool:
    """Whether a row says which of its body's documents stands below: （第12号）."""
    return OF_DOCUMENT.fullmatch(chars) is not None


def is_label(chars: str) -> bool:
    """Whether a row says what kind of article stands below, or whose place that is, whatever spaces part its characters."""
    row = "".join(chars.split())
    return len(chars) <= SHORT and any(LABEL.fullmatch(said) is not None for said in (row, row.strip("【】[]〖〗")))


def is_paired(chars: str) -> bool:
    """Whether a row is two clauses of one length, and no paragraph."""
    pair = PAIRED.fullmatch(chars)
    return pair is not None and len(pair["one"].strip("“”")) == len(pair["other"].strip("“”"))


def is_list_of_names(chars: str) -> bool:
    """Whether nearly all of a row's words, six at least, are as short as names."""
    words = chars.split()
    return len(words) > 5 and sum(len(word) <= 4 for word in words) > 0.9 * len(words)
