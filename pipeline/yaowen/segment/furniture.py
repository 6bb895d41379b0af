"""Rows that belong to no article: what a paper says of itself, and what its web pages put round its articles."""

from __future__ import annotations

import re
from collections.abc import Sequence

from yaowen.schema import FurnitureRole, Publication

# What the printed page says of itself, whatever stands beside it: 2023年07月21日 星期五 / 06 / 编辑 山岚 组版 阿文 / 广告热线 …
DATE = r"\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}"
WEEKDAY = r"(?:星期|周)[一二三四五六日天]"
COUNT = "一二三四五六七八九十"
LUNAR = rf"(?:农历)?\s*[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年\s*[闰正冬腊{COUNT}]{{1,3}}月[初廿{COUNT}]{{2,3}}"
DAY = re.compile(rf"(?:{WEEKDAY}\s*)?(?:{DATE})[\s,，]*(?:{WEEKDAY})?\s*(?:农历\S{{4,10}})?|{WEEKDAY}|{LUNAR}")
FOLIO = re.compile(r"[A-Z]?\d{1,3}|第?\s*[A-Z]?\d{1,3}\s*版\s*[:：]?\s*[一-鿿]{0,6}|(?:Page|PAGE)\s*\d{1,3}|第\s*\d{1,3}\s*页")
NAME = r"[一-鿿]{1,2}\s?[一-鿿]{1,2}"
DESK = (
    r"(?:本版|值班|执行|本期|首席)?(?:责任编辑|责编|编辑|编校|主任|主编|总编|副总编|编委|组版|版式|版面设计|设计|校对|校检|责校|美编|编审|审读|审签"
    r"|视觉|检校|制图|审核|[初复终]审|监制|值班编委|总监制|统筹|策划|签发)"
)
STAFF = re.compile(
    rf"[\[【]?(?:{DESK}\s*[:：/]?\s*{NAME}[\s,，、|/]*){{1,6}}[\]】]?"
    rf"|[\[【]?(?:(?:{DESK}|来源|稿源|信息来源)\s*[:：]\s*[^\s:：，。]{{2,16}}[\s|/]*){{1,8}}[\]】]?"
)
HOTLINE = re.compile(
    r"(?:(?:广告|新闻|发行|订阅|投稿|报料|爆料|读者|监督|举报)(?:热线|电话|邮箱|信箱)\s*[:：]?\s*[\w@.\-—()（） ]{5,40}?[\s|]*)"
    r"{1,3}"
)
ISSUE = re.compile(
    r"(?:(?:(?<![一-鿿])第|总\s*第)\s*\d+\s*期(?![一-鿿])|国内统一(?:连续出版物号|刊号)|邮发代号|准印证号|今日\s*\d+\s*版)"
)
OFFICE = re.compile(
    r"(?:本报|报社|社|编辑部)(?:地址|社址)\s*[:：].{4,40}(?:邮编|邮政编码|电话|印刷)|(?:本报|报社)?(?:地址|社址)\s*[:：].{4,30}邮政?编码?\s*[:：]"
)
"""Where the paper is made: 本报地址:新建路18号 邮编:033900 印刷:…"""

# What a web page of a paper has beside its articles.
BUTTON = (
    r"放大|缩小|默认|朗读|听新闻|打印(?:本页)?|关闭(?:窗口)?|收藏|点赞|在看|分享|转发|评论|返回(?:顶部|首页|目录)|(?:上|下|前|后)一[版篇期页条]"
    r"|往期(?:回顾|报纸)?|版面(?:导航|目录|概览)|标题导航|PDF版?|字号|[大中小]号?|登录|注册|首页|复制链接|微信|微博|朋友圈|QQ空间|扫一扫|扫码"
    r"|关于我们|联系我们|网站地图|法律声明|版权声明|免责声明|广告服务|投稿|诚聘英才|查看更多|加载更多|更多|展开全文|写评论|发表评论|相关(?:新闻|阅读|链接|报道)"
)
BETWEEN = r"(?:[\W\d_]|(?!PDF|QQ)[A-Za-z])*+"
BUTTONS = re.compile(rf"[\W\d]*+(?>(?:{BUTTON}){BETWEEN}){{2,40}}+")
SITE = re.compile(
    r"^(?:一键)?分享(?:到|至|\s*[:：])|分享到(?:微信|微博|朋友圈|QQ)|^(?:您的|当前|你的)?(?:当前)?位置\s*[:：]|^首页\s*[>＞»›|-]|^扫一扫|ICP备|公网安备|(?:信息服务|视听节目|网络出版)[^，。《》]{0,8}许可证(?:号|编号)?\s*[:：]?\s*\d|^Copyright|©|版权(?:均属|归)?[^，。]{0,12}所有"
    r"|^(?:主办|承办|技术支持)单位?\s*[:：]|^技术支持|^[【\[(（]?字[号体]\s*[:：A-Z大]|^标签\s*[:：]|^(?:阅读|浏览|点击)(?:量|数|次数)?\s*[:：]?\s*\d+|[上下前后]一[版篇期页][\s>＞»›》\]】]*$|^评论\s*[(（]\d+[)）]"
    r"|\d\s*(?:小时|分钟|天)前$|^(?:赞|回复|踩)\s*\d*$|^(?:写评论|发表评论|查看更多|加载更多|展开全文|返回顶部)|^文明上网[^。；]{0,12}$|^未经(?:书面)?授权"
    r"|未经[^，。]{0,8}授权[^。]{0,12}(?:转载|复制|镜像)",
    re.IGNORECASE,
)
RIGHTS = re.compile(r"(?:版权|免责|特别|本网|郑重)?(?:声明|提示|说明)\s*[:：].*(?:本网|本站|转载|版权|观点|侵权)")
"""Whose the text is. It may be long."""
LISTS = re.compile(
    r"[\W_]*(?:相关(?:新闻|阅读|链接|推荐|稿件)|(?:猜你|您可能|你可能)(?:也)?(?:喜欢|感兴趣)[^，。]{0,6}|热门(?:推荐|新闻|文章|评论|阅读|点击)?|推荐(?:阅读|新闻)|精彩推荐"
    r"|(?:今日|本周|近期)热[点门榜点文]|热[点榜]新?闻?|延伸阅读|往期(?:回顾|推荐)|网友(?:评论|留言|跟帖)|精选(?:评论|留言)|(?:全部|最新)评论|评论\s*[(（]\d+[)）]|排行榜?|(?:阅读|点击|新闻)排行榜?)"
    r"(?:\s*(?:更多)?\s*[>＞»›]*)[\W_]*"
)
"""Over a list of links to other articles, or of what readers wrote."""
TRAIL = re.compile(r"(?:(?:您的|当前|你的)?(?:当前)?位置\s*[:：]|首页\s*[>＞»›])")
"""Opens another article."""
LONGEST_LINK = 40
STAMP = re.compile(
    rf"(?:[一-鿿]{{2,8}}(?:报|网|在线|发布)\s+)?(?:发布时间|时间|日期)?\s*[:：]?\s*(?:{DATE})\s*(?:\d{{1,2}}:\d{{2}}(?::\d{{2}})?)?(?:\s*(?:来源|作者|编辑|责编|记者|稿源)\s*[:：]\s*[^。]{{0,24}}){{0,4}}"
)
"""When and where from a web page has an article: 2020年08月14日 09:12 来源：…"""


STAMPS = 8
"""So many rows at most stand between a headline and its body there."""
STACK = 3
"""So many rows has a headline."""
NO_HEADLINE = re.compile(
    r"[一-鿿]{2,8}(?:日报|晚报|晨报|早报|时报|商报|快报|新报|导报|都市报|新闻网|融媒|客户端)"
    r"|(?:本报|本网|本台)?(?:首席)?(?:记者|通讯员|实习生|作者|特约)[\s:：][^，。]{2,40}"
)
"""Names of papers, and of who wrote the article above."""
SENTENCE = re.compile(r"[。！？…][”’）)』」]*$")


def name_furniture(chars: str, publication: Publication) -> FurnitureRole | None:
    """The role of a row that speaks of the paper itself, its name, its date, its page, its staff, or of its web page."""
    plain = "".join(chars.split())
    if publication.name and plain in (publication.name, f"{publication.name}数字报", f"{publication.name}电子版"):
        return FurnitureRole.MASTHEAD
    if DAY.fullmatch(chars) or FOLIO.fullmatch(chars) or (publication.page_name and plain == publication.page_name):
        return FurnitureRole.PAGE_HEADER
    if STAFF.fullmatch(chars) or HOTLINE.fullmatch(chars) or OFFICE.match(chars):
        return FurnitureRole.OTHER
    if ISSUE.search(chars):
        return FurnitureRole.MASTHEAD
    if STAMP.fullmatch(chars) or BUTTONS.fullmatch(chars) or SITE.search(chars):
        return FurnitureRole.NAVIGATION
    return None


def find_lists(rows: Sequence[str]) -> frozenset[int]:
    """The places of rows that are links to other articles, or what readers wrote: those below 相关新闻, 网友评论 and the like.

    A list ends where another article begins: above the headline of a body.
    """
    found: set[int] = set()
    listed = False
    for place, chars in enumerate(rows):
        if LISTS.fullmatch(chars):
            listed = True
        elif TRAIL.match(chars):
            listed = False
        elif listed and len(chars) > LONGEST_LINK and not name_furniture(chars, Publication()):
            listed = False
            title = place - 1
            while title >= 0 and name_furniture(rows[title], Publication()):
                title -= 1
            found.discard(title)
        if listed:
            found.add(place)
    return frozenset(found)


def find_stamped(named: Sequence[FurnitureRole | None], rows: Sequence[str]) -> frozenset[int]:
    """The places of headline rows of the web: below them a stamp and a body, whatever buttons stand between."""
    found: set[int] = set()
    below = len(rows)
    for place in range(len(rows) - 1, -1, -1):
        if named[place]:
            continue
        stamped = place + 1 < below < len(rows) and below - place <= STAMPS and STAMP.fullmatch(rows[place + 1])
        if stamped and (len(rows[below]) > LONGEST_LINK or SENTENCE.search(rows[below])):
            for line in range(place, max(place - STACK, -1), -1):
                if named[line] or len(rows[line]) > LONGEST_LINK or SENTENCE.search(rows[line]):
                    break
                if NO_HEADLINE.fullmatch(rows[line]) or (line < place and rows[line] == rows[line + 1]):
                    break  # a page's own title, above the headline, says the same
                found.add(line)
        below = place
    return frozenset(found)
