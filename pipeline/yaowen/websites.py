"""Rows that the web page of a paper has beside its articles: its buttons, menus, stamps and what it says of its rights."""

from __future__ import annotations

import re

from yaowen.mastheads import DATE

PART_OF_TRAIL = r"[^\s>＞»›。，；]{1,14}"
TRAILS = re.compile(
    rf"[一-鿿]{{2,6}}频道\s*[>＞»›]\s*[^>＞»›。]{{1,40}}|(?:{PART_OF_TRAIL}\s*[>＞»›]+\s*){{2,6}}[^>＞»›。]{{0,40}}|(?:首页|主页|[一-鿿]{{2,8}}网)\s*[>＞»›/]+\s*[^>＞»›/。，；]{{1,12}}(?:\s*/\s*[^/。，；]{{1,12}}){{0,4}}"
)
"""Where in a site a page stands: its parts, one within another."""
TRAIL = re.compile(
    rf"(?:(?:[您你])?(?:现在|当前|目前|本页)?(?:所在)?的?(?:当前)?(?:所在)?位置\s*[:：]|首页\s*[>＞»›]|{TRAILS.pattern}$)"
)
"""Opens another article."""

BUTTON = (
    r"放大|缩小|默认|朗读|听新闻|打印(?:本页)?|关闭(?:窗口)?|收藏|点赞|在看|分享|转发|评论|返回(?:顶部|首页|目录)|(?:上|下|前|后)一[版篇期页条]"
    r"|往期(?:回顾|报纸)?|版面(?:导航|目录|概览)|标题导航|PDF版?|字号|[大中小]号?|点(?:分享|收藏|点赞|在看)|登录|注册|首页|复制链接|微信|微博|朋友圈|QQ空间|扫一扫|扫码"
    r"|关于我们|联系我们|网站地图|法律声明|版权声明|免责声明|广告服务|(?:在线)?投稿|加入收藏|设为首页|客户端|官方微[信博]|图集|Qzone|诚聘英才|查看更多|加载更多|更多|展开全文|写评论|发表评论|相关(?:新闻|阅读|链接|报道)"
)
BETWEEN = r"(?:[\W\d_]|(?!PDF|QQ)[A-Za-z])*+"
BUTTONS = re.compile(rf"[\W\d]*+(?>(?:{BUTTON}){BETWEEN}){{2,40}}+")
SITE = re.compile(
    r"^设为(?:首页|书签)|^加入收藏|^(?:本文|本篇)[^，。]{0,4}(?:字数|\d+\s*字)|^共有评论\s*\d|^\d+[_x×*]\d+(?:px)?;?$|^[上下]一?[篇条页]\s*[:：]"
    r"|^(?:一键)?分享(?:到|至|\s*[:：])|分享到\s*[:：]?\s*(?:微信|微博|朋友圈|QQ|新浪)|^(?:[您你])?(?:现在|当前|目前|本页)?(?:所在)?的?(?:当前)?(?:所在)?位置\s*[:：]|^首页\s*[>＞»›|-]|^扫一扫|ICP备|公网安备|(?:信息服务|视听节目|网络出版)[^，。《》]{0,8}许可证(?:号|编号)?\s*[:：]?\s*\d|^Copyright|©|版权(?:均属|归)?[^，。]{0,12}所有"
    r"|^(?:主办|承办|技术支持)(?:单位)?\s*[:：](?!.*期)|^技术支持|^[【\[(（]?字[号体]\s*[:：A-Z大]|^标签\s*[:：]|^(?:阅读|浏览|点击)(?:量|数|次数)?\s*[:：]?\s*\d+|[上下前后]一[版篇期页][\s>＞»›》\]】]*$|^评论\s*[(（]\d+[)）]"
    # what an account or an app has round an article that it took from elsewhere
    r"|^原标题\s*[:：]|^(?:以下|本)文章?(?:来源|转载|转)(?:于|自)\S{2,16}|^[一-鿿]{2,12}官方(?:账号|微信|微博)$|^[-—\s]*END[-—\s]*$|^(?:戳|点击)[^。]{0,10}阅读原文"
    r"|^The following article is from \S|^(?:本文)?评论数?\s*[(（]|^本文评论|^收录于(?:话题|合集)|^生成图片|^查看原文$"
    r"|^关注\S{2,6}网$|^[一-鿿]{2,6}网\s+正文$"
    r"|^(?:网站首页|客户端|官方微[信博]|微[信博]|图集|Qzone|手机版|电脑版|手机看新闻|无障碍(?:阅读|浏览)|长者(?:模式|版)|扫码分享|大家都在看|打印页面|分享按钮)$"
    r"|^(?:知道了|预览时标签不可点|(?:继续|向上)滑动看下一个|轻触阅读原文|(?:微信扫一扫)?关注该公众号|微信扫一扫可打开此内容，?|使用完整服务|使用小程序|视频小程序赞.*)$"
    r"|^>*\s*我要举报$|^(?:我的收听|收听|订阅|举报|语音阅读|版面缩略图|申请入驻|特别声明|[+]1)$|^返回\S{2,4}[，,]查看更多|^(?:阅读|浏览)\s*[(（]\d*[)）]$"
    r"|^(?:\S{2,8}学习平台|打开\S{2,10}查看全文)$|^喜欢此内容的人|^(?:点击|关注)上方\S{0,12}关注|^[\W_]*(?:本|此)?文章?[^，。]{0,16}原创[^。]{0,40}转载"
    r"|\d+\s*人参与[，,]?\s*\d+\s*条评论|^(?:还没有|暂无)评论|点个赞再走|^(?:站内)?搜索\s*[:：]?$|^\?+$"
    # the name of a picture's file
    r"|^[^\s，。]{1,60}\.(?:jpe?g|png|gif|bmp|webp)$"
    r"|\d\s*(?:小时|分钟|天)前$|^(?:赞|回复|踩)\s*\d*$|^(?:写评论|发表评论|查看更多|加载更多|展开全文|返回顶部)|^文明上网[^。；]{0,12}$|^未经(?:书面)?授权"
    r"|未经[^，。]{0,8}授权[^。]{0,12}(?:转载|复制|镜像)",
    re.IGNORECASE,
)
FIELD = (
    r"(?:索\s*引\s*号|(?:组配|主题|公文)分类|主题词|公开(?:类型|方式|范围|形式|属性)|信息(?:来源|索引|类别|名称)|有效性|语音阅读"
    r"|(?:成文|发文|废止|失效|生效|印发|上载|录入|刊发|发布)(?:日期|时间|机构)|(?:阅读|点击|浏览)次数)"
)
"""What the site of a government says of each text, and nothing else does."""
ANY_FIELD, LONGEST_FIELDS = re.compile(rf"{FIELD}\s*[:：\]】)）]"), 400
LEFT_OUT = (
    rf"(?:{FIELD}|(?:文章)?来源|作者|编辑|专栏|栏目|字[数号体]|分类|标签|关键词|(?:文章|站内)?搜索|用户名|密码|验证码|"
    r"友情链接|相关链接|附件|天气预报|点击|阅读|浏览|时间|日期)"
)
FIELDS = re.compile(
    rf"^[\[【(（]?\s*{FIELD}\s*(?:[:：]|[\]】)）])|^索\s*引\s*号\s|^名\s*称\s*[:：].{{1,60}}文\s*号\s*[:：]"
    rf"|^(?:[\[【(（]?{LEFT_OUT}\s*[:：]\s*次?(?:[\]】)）]|\s|$|(?={LEFT_OUT}))\s*){{1,8}}(?:\[[^\[\]]{{1,8}}\]\s*){{0,4}}$|^字数$"
    r"|^(?:文章)?来源\s*[:：]\s*\S{1,16}\s+作者\s*[:：]$"
)
"""发布机构：云岭市人民政府办公室 主题分类：… above a text, and labels behind which nothing was written: 来源： 作者："""
MENU = re.compile(
    # 望江网首页 新闻 政务 评论 专题 视频 房产
    r"(?=\S{0,6}(?:首页|主页)[ \u3000])(?:[^\s，。；：:\d]{2,8}[ \u3000|｜]+){5,40}[^\s，。；：:\d]{2,8}"
    r"|(?:[^\s|｜丨，。；：:\d]{1,8}(?: [^\s|｜丨，。；：:\d]{1,3})?\s*[|｜丨]\s*){5,}[^|｜丨，。；：:\d]{0,8}"
)
"""The parts of a site: 滚动| 国内| 社会| 财经| 体育| 文化"""
OF_SITE = r"[^\s\-—–_|｜，。]{0,10}(?:报|网|新闻|客户端|频道|在线|发布|平台)"
SITE_BEHIND = re.compile(rf"(?:(?:\s[-—–|｜]\s|\s?[_|｜]\s?){OF_SITE}){{1,4}}$")
"""What a site adds to the headline of a page: 石桥修缮完工 - 望江日报 - 望江网."""
LONGEST_BEHIND = 60
BARS = re.compile(r"[|｜丨][|｜丨\s]*")
LEFT_OF_PAGE = re.compile(r"/enpproperty|\bcontent_\d+(?:_\d+)?\.html?\b")
"""What a program leaves behind below a page: the name of its file, the end of its data."""
PICTURE_BUTTON = re.compile(r"[\[【(（]?(?:打开\S{2,8}\s)?(?:点击)?(?:查看|放大)(?:原图|大图|(?:精彩|更多)?图片)[\]】)）]?")
"""Stands below a picture of the web; what the picture shows follows."""
RIGHTS = re.compile(
    r"(?:[一-鿿]{2,8}(?:网|端|在线))?(?:(?:版权|免责|特别|本网|郑重)[及和与]?){0,2}(?:声明|提示|说明)\s*[:：].*(?:本网|本站|转载|版权|观点|侵权|平台)"
    # 本文为望江号作者上传并发布，仅代表作者观点
    r"|本文(?:为|系|由)[^。]{0,40}(?:发布|上传|原创|转载)[^。]{0,40}(?:仅代表|不代表)|Notice: The content above"
    # 凡本网注明“来源：望江网”的所有作品，均为…
    r"|[【(（\d.、\s]{0,4}凡[^，。]{0,14}注明[^。]{0,60}(?:作品|稿件|文章|转载)"
)
"""Whose the text is. It may be long."""
STAMPED = (
    r"(?:(?:文章)?来源|稿源|作者|(?:责任)?编辑|责编|记者|字数|字号|版[次面]|(?:发[布表]|更新)?(?:时间|日期)|(?:阅读|浏览|点击)[量数次]{0,2})"
    r"\s*[:：]\s*[^\s:：。]{1,24}"
)
STAMP = re.compile(
    # 《 望江晚报 》（ 2024年5月8日 第 05 版）
    rf"《[^《》\n]{{2,14}}》\s*[（(]\s*(?:{DATE})\s*(?:第?\s*\d{{1,3}}\s*版)?\s*[）)]"
    # 【打印】【关闭】 阅读：1264次
    r"|(?>(?:[\[【](?:打印|关闭|收藏|分享|大|中|小)[】\]]\s*){1,6})(?:阅读|浏览|点击)[量数]?\s*[:：]\s*\d+\s*次?"
    # 来源：望江晚报　日期：2024年5月8日　字数：473　【打印】【关闭】
    rf"|(?=.{{0,60}}?(?:{DATE}))(?>(?:(?:{STAMPED}|{DATE}|\d{{1,2}}:\d{{2}}(?::\d{{2}})?|[\[【](?:打印|关闭|收藏|分享|大|中|小)[】\]])\s*){{2,10}})"
    # 原创 望江发布 望江发布 2024年5月8日 09:12 发表于江西
    rf"|(?:[^\s，。：:]{{2,16}}\s+){{1,4}}(?:{DATE})\s+\d{{1,2}}:\d{{2}}(?:\s+(?:发表于)?[一-鿿]{{2,4}})?"
    # 2024年5月8日  望江晚报  记者 卓然
    rf"|(?:{DATE})\s+[一-鿿]{{2,8}}[报网]\s+(?:记者|通讯员|作者|编辑)\s*[:：]?\s*[一-鿿]{{2,4}}"
    # |编辑: 卓然 |时间: 2024-05-08 09:12:40 |来源: 望江网|
    rf"|(?=.{{0,80}}?(?:{DATE}))[|｜]\s*(?:(?:{STAMPED}|(?:时间|日期)\s*[:：]\s*(?:{DATE})\s*(?:\d{{1,2}}:\d{{2}}(?::\d{{2}})?)?)\s*[|｜]\s*){{2,6}}"
    # http://www.wangjiang.example 2024年5月8日09:12 望江晚报, 2024/5/8 9:12:20 12次浏览 分类：县区, 2024年5月8日 卓然
    rf"|(?:https?://\S{{1,60}}\s+)?(?:[一-鿿]{{2,8}}(?:报|网|在线|发布)\s+)?(?:发[布表]时间|时间|日期)?\s*[:：]?\s*(?:{DATE})\s*(?:\d{{1,2}}:\d{{2}}(?::\d{{2}})?)?"
    r"(?:\s*[一-鿿]{2,8}(?:报|网|在线|发布)|\s+(?!星期|周|[于作写])[一-鿿]{2,4}|\s*\d*\s*次(?:浏览|阅读|点击))?(?:\s*(?:(?:文章)?来源|分类|栏目|作者|(?:责任)?编辑|责编|记者|稿源|字号|阅读|浏览|点击)\s*[:：]\s*[^。]{0,24}){0,4}"
)
"""When and where from a web page has an article: 2020年08月14日 09:12 来源：…"""
WRITTEN = re.compile(
    r"(?:.*?(?:来源|稿源)\s*[:：]\s*(?P<outlet>[^\s:：|｜]{2,16})|.*?)[\s|｜]*"
    r"(?P<authors>(?:记者|通讯员|作者)(?:\s*[:：]\s*|[ \u3000]+)[一-鿿·]{2,8}(?![一-鿿·])"
    r"(?:[ 、\u3000]+[一-鿿·]{2,8}(?![一-鿿·]|\s*[:：]))*)"
)
"""Who wrote it, where a stamp says so: 2024-05-08 09:12 来源：望江日报| |记者：卓然 石小满."""
SIZES = re.compile(r"[【\[(（]?字[号体]\s*[:：A-Z大小][^，。]{0,40}")
"""【字体：大 中 小】 打印本页: stands where the stamp does."""


def tells_writer(chars: str) -> bool:
    """Whether a row is the stamp of an article and names who wrote that."""
    return STAMP.fullmatch(chars) is not None and WRITTEN.match(chars) is not None


def lists_fields(chars: str) -> bool:
    """Whether a row, however long, names several of the fields that the site of a government has above a text."""
    return FIELDS.search(chars) is not None and len(ANY_FIELD.findall(chars[:LONGEST_FIELDS])) > 1


def is_of_site(chars: str) -> bool:
    """Whether a row is one of the buttons, menus and fields of a site."""
    wholes, within = (BUTTONS, PICTURE_BUTTON, MENU, BARS), (SITE, FIELDS, LEFT_OF_PAGE)
    return any(whole.fullmatch(chars) for whole in wholes) or any(part.search(chars) for part in within)
