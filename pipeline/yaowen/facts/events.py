"""The events that an article reports as its own news: meetings, visits, ceremonies, contests and other gatherings."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from yaowen.facts.dates import DateMatch, certain_year, find_dates
from yaowen.facts.scene import BODY, Scene, Sentence
from yaowen.page import Reading
from yaowen.schema import (
    Event,
    EventKind,
    EventStatus,
    Genre,
    Label,
    Mention,
    Participant,
    PartTaken,
    TimeSpan,
)

EVENTFUL = {Genre.NEWS, Genre.CAPTION, Genre.FEATURE, Genre.NOTICE}
"""The genres that report events; commentaries and speeches only speak of them."""


def find_events(reading: Reading) -> Reading:
    """The gathering or visit that the article reports, if it reports one."""
    if reading.clipping.genre not in EVENTFUL:
        return reading
    return replace(reading, events=tuple(_Reporter(Scene(reading)).events()))


# --- Words of the trade --------------------------------------------------------------------------------------------------

CEREMONY = (
    r"表彰(?:大会|会)|仪式|典礼|开幕式|闭幕式|启动式|首发式|首演式|毕业式|结业式|开学式|升旗|公祭|追悼会|告别会|揭幕式"
    r"|开班式|开营式"
    r"|(?:集中)?(?:签约|揭牌|开工|奠基|颁奖|通车|授牌)(?:活动)?"
)
COMPETITION = (
    r"公开赛|(?![参开停完弃罢出观退复]赛)[\u4e00-\u9fff”]赛(?![事场区道段车季制绩况项马后前手点程艇果出期风务线])"
    r"|运动会|马拉松|健康跑|越野跑|趣味跑|全运会|亚运会|奥运会|残运会|比武|竞技|擂台"
)
GATHERING = (
    r"(?:博览|交易|展销|展览|展示|招聘|双选|联欢|音乐|演唱|游园|花|灯|庙|展|读书|读者|歌|晚|联谊|购物|糖酒|车|书"
    r"|订货)会(?!议)"
    r"|(?<![发开进拓扩施舒伸])展览?(?=[”’》」]|$|[，。；、在于（(举将正开圆落启])"
    r"|(?![环季春细情礼调过章关时佳使]节|国庆节|劳动节|妇女节|儿童节|中秋节|端午节|元宵节|清明节|重阳节|教师节"
    r"|元旦)[\u4e00-\u9fff]节(?=[”’》」]|$|[，。；、在于（(举将正开圆落启拉0-9])"
    r"|集市|大集|市集|夜市|嘉年华|汇演|展演|巡演|公演|首演|音乐剧|专场演出|演出|演练|演习|义诊|志愿服务|夏令营|冬令营"
    r"|训练营|研学营|体验营"
    r"|(?:宣传|活动|戏剧|电影|文化|艺术|时装|科普|科技|阅读|服务|节水|安全|质量)[周月日]|开放日|咨询日|主题日|体验日"
    r"|(?:消费|艺术|演出|旅游|阅读|文化|音乐|戏剧|采摘|促销|购物)季|双年展|灯展|画展|书画展|影展|车展|花展|书展|特展"
    r"|巡回展|成果展"
    r"|义务植树|无偿献血|祭扫|大?讲堂|思政课|公开课|开学第一课|行动|活动"
)
MEETING = (
    r"会议|(?<!扩)大会(?!议)|全会(?!议)|全委会(?!议)|论坛|党课|讲座|(?:集体|专题|集中|理论)学习|培训(?:会议?|班)?|读书班"
    r"|研修班|训练班"
    r"|研讨(?:会议?)?|峰会|年会(?!议)|听证(?:会议?)?|圆桌(?:会议?|论坛)?|沙龙|路演|审议(?:会议?)?|评审(?:会议?)?|拉练|观摩"
    r"|[\u4e00-\u9fff](?:会议|会)"
)
HEAD = re.compile(
    rf"(?P<ceremony>{CEREMONY})|(?P<competition>{COMPETITION})|(?P<other>{GATHERING})|(?P<meeting>{MEETING})", re.ASCII
)

# 委员会, 协会 are bodies; 社会, 机会 no gatherings at all.
NO_EVENT = re.compile(
    r"(?:(?<!全)委员?会|办公室|[人政]大常委会|[市省县区]委常委会|协会|商会|工会|总会|分会|联合会|学会|基金会|研究会"
    r"|促进会|理事会"
    r"|董事会|监事会|组委会|村委会|居委会|议会|国会|教会|公会"
    r"|联谊会|合作社|社会|机会|都会|省会|集会|一会|不会|只会|才会|将会|也会|就会|还会|学会|(?<!全)体会|领会|融会|拜会"
    r"|约会|与会"
    r"|到会|幸会|聚会|行会|帮会|红十字会|妇联会|残联|民主协商会议|政治协商会议"
    r"|理论学习中心组|领导小组|培训|审议|研讨|听证|评审)$"
)
# 工作会议精神, 体育馆: the word goes on.
GOES_ON = re.compile(
    r"(?:精神|纪要|室|厅|场|堂|中心|现场|事|主题|决定|决议|要求|部署|报告|资格|成绩|项目|内容|方案|通知|筹备|名单|区|台"
    r"|馆|品|目|示|开|员|形式|方式|期间|间隙|制度|成果|上的|的(?!通知))"
)
HOLD = re.compile(
    r"(?:召开|举行|举办|开幕|闭幕|落幕|启幕|开赛|收官|开班|开讲|开营|开跑|开演|开场|结业|落下帷幕|拉开(?:了)?(?:帷幕|序幕"
    r"|大幕)|鸣枪(?:起跑|开跑)?|启动|打响|上演|揭幕|揭牌|开工|奠基"
    r"|签约|首发|开展|组织开展|进行|开锣|登场|亮相|起跑|发车|开考|在[^，。\n]{1,16}举行)"
)
OPENED = re.compile(r"进行(?=[^，。\n]{0,12}学习)|召开|举行|举办|组织开展|开展|组织召开|承办|主办|组织|迎来")
CLOSES = re.compile(
    r"召开|举行|举办|开幕|闭幕|落幕|启幕|开赛|收官|开班|开讲|开营|开跑|开场|结业|落下帷幕|拉开(?:了)?(?:帷幕|序幕|大幕)"
    r"|鸣枪|启动|打响|上演|揭幕|开锣|登场|起跑|发车|进行"
)
# 会议召开后, 先后举办了: an occasion before or a habit, not this article's news.
NOT_NEWS_BEFORE = re.compile(
    r"(?:先后|累计|多次|已经?|共|每[年月季周]|定期|经常|不断|连续|曾|陆续|相继|持续|通过|自|次|频繁|常态化|计划|每逢"
    r"|常年|以来|坚持|积极|广泛|精心|深入)(?:地|成功)?(?:组织)?$"
)
NOT_NEWS_AFTER = re.compile(
    r"(?:后|以来|前夕|之际|前(?!不久)|期间|之后|以后|时)(?!，[^，。]{0,20}(?:强调|指出|要求))|过"
    r"|的[^，。；\n]{0,40}(?:获悉|了解到|宣布|发布)|的(?!通知)"
)
PLANNED = re.compile(r"(?:将于|将在|将会|即将|拟于|定于|拟定于|将)[^，。；\n]{0,40}$")
SETTING = re.compile(
    r"(?:[”’》」]|[（(][^（）()\n]{1,16}[）)])?(?:[·—][^，。\n]{1,12})?"
    r"(?:(?:于|在)[^，。；\n]{1,60}|昨日|今日|昨天|今天|昨|今|日前|近日|正式|隆重|成功|圆满|顺利|如期|火热|盛大|欢乐"
    r"|热烈|精彩|激情|同时|同步"
    r"|联合|共同|线上|集中|现场|首次|再次|全面|将|定|拟|已经?|又|也|同期|当天|当日|即将|上午|下午|晚上?|清晨|下月|本月"
    r"|下周|周[一二三四五六日末]"
    r"|(?:[0-9０-９]{1,2}月)?[0-9０-９]{1,2}[日号](?:[至-](?:[0-9０-９]{1,2}月)?[0-9０-９]{1,2}[日号])?"
    r"|正月[初一二三四五六七八九十]+"
    r"|[（(][^（）()\n]{1,16}[）)]|如约|重磅|全新|温情|胜利|期间|之后|组织|(?:以|通过)[^，。；\n]{1,20}(?:形式|方式)){0,6}"
)
ACTS = re.compile(r"宣布|出席|主持|参加|率|赴|到|在|与|和|同|向|为|代表|表示|指出|强调|[、，]|一行|等|受邀|应邀|走|来|作|致|说")
LEAD_IN = re.compile(
    r"(?:(?:据悉|据了解|当天|当日|同日|日前|近日|今天|昨天|今日|昨日|昨|今|上午|下午|晚上|晚|凌晨|随着|此次|本次|本届"
    r"|这次|一场|一年一度的|备受(?:瞩目|关注|期待)的|(?:万众|举世)瞩目的|[^，。\n]{1,60}……|在|由[^，。\n]{1,120}?(?:主办"
    r"|举办|承办|协办|组织|发起|支持"
    r"|打造|指导)的|为期[^，。\n]{1,8}的|以[^，。\n]{1,40}为主题的|主题为[^，。\n]{1,40}的"
    r"|以[“‘][^，。\n]{1,40}[”’]为主题"
    r"|[\u4e00-\u9fff]{0,4}第?[一二三四五六七八九十]+轮的?|我[市省县区校州]|来自|在[^，。\n]{1,30}(?:，|举[行办]的"
    r"|召开的)))+"
)
GENERIC = re.compile(
    r"(?:本次|此次|这次|该|全体|第?[一二三四五六七八九十\d]+次)?(?:会议|大会|全会|座谈会|活动|仪式|比赛|赛事|培训|培训班"
    r"|论坛|大赛|发布会|演出|展览|启动仪式|开幕式|闭幕式|颁奖仪式|推进会|讲座|开班仪式|开班式|签约|签约仪式|揭牌"
    r"|揭牌仪式|研讨|学习|审议|行动|展|专题会议)"
)
OWN_MEETING = re.compile(r"(?:党委|常委|支委|党组|执委|团委|董事|理事|股东|村民代表|业主)会(?:议|（扩大）会议|扩大会议)?")
BODY_AND_WORD = re.compile(
    r"(?:第?[一二三四五六七八九十百〇零\d]+次|\d+年)?(?:专题|常务|全体|扩大|（扩大）|工作|学习|集体|党组|理论|视频|主席"
    r"|主任|常委|会长|执委|读书|主题|民主生活|组织生活|月度|季度|年度|第?[一二三四五六七八九十]季度|年终)*"
    r"(?:会议|大会|会|学习会|集体学习|学习|读书班|党课|培训班|座谈会|年会)"
)

VISIT = re.compile(
    r"(?:深入|实地|专题|专程|现场|走访)?(?:调研|督导|检查|考察|视察|走访|慰问|看望|暗访|巡查|督查|督办|访问|巡河|巡林"
    r"|夜查|接访|督战|踏查|回访|探望|巡田|视导|观摩|调度|巡视检查|明察暗访|现场办公|考察学习|学习考察|招商|对接洽谈|拜访"
    r"|走基层)"
)
TOUR_NAME = re.compile(
    r"(?:调研|督导|检查|考察|视察|走访|慰问|看望|暗访|巡查|督查|督办|指导|调度|访问|接访|督战|踏查|观摩|推进|察看|了解"
    r"|部署|巡河|巡林)+[^，,。；;：:\n]{0,40}?"
    r"(?=时(?:强调|指出|要求|提出|表示|，|,)|并|[，,。；;：:\n]|$)"
)
GOES = (
    r"赴|到|在|深入|前往|来到|走进|奔赴|率队到|带队到|一行到|先后到|率队赴|带队赴|就|围绕|对|带队|率队|率|带领|一行|先后"
    r"|实地|专题|专程|走访|冒雨|顶着|冒着|利用|轻车简从|开展|进行"
)

CHAIR = re.compile(r"主持(?!人|词|稿|了?(?:编写|编纂|设计|研发|研制|完成|过|翻译|工作|节目))")
SPOKE = re.compile(
    r"讲话|强调|指出|(?<=[，,者记长员任\u4e00-\u9fff])要求(?=[，,：:各企]|大家|全|相|要)|作(?:了|题为|专题|重要|主题"
    r"|典型|动员|主旨|大会|辅导|工作|了题为|了专题|了主旨|交流|表态|首场|开班|总结|点评|情况)?[^，。；\n]{0,24}?(?:报告"
    r"|讲话|发言|致辞|演讲|说明|辅导|授课|点评|讲解|宣讲|部署|安排|动员|解读|分享|介绍|党课|讲座)"
    r"|致辞|致词|致欢迎[辞词]|致开幕[辞词]|汇报|发言|宣布|宣读|通报|传达|授课|宣讲|主旨演讲|演讲|讲授|讲党课|点评|解读"
    r"|(?:提出|作出|明确)[^，。；\n]{0,10}要求|叮嘱|嘱咐|勉励|寄语|表示|介绍|[，,]说|说[：:，,]|希望"
    r"|对[^，。\n]{1,20}(?:作出|进行|提出|作)[^，。\n]{0,6}(?:部署|安排|要求)|回应|认为|提出[，,：:]|反映|建议(?!的)"
)
THERE = re.compile(r"(?:会|仪式|典礼|活动|致辞|讲话|发言|论坛)[上中时]")
INTERVIEW = re.compile(r"说|表示|介绍|认为|回应|希望")
ATTENDED = re.compile(
    r"出席|参加|陪同|列席|参会|到会|随同|参与(?!者)|见证|剪彩|揭牌|揭幕|颁奖|颁发|授牌|授旗|观看|观摩|与会|参赛|陪访"
    r"|一[同起道](?:检查|调研|参加|考察|督导|出席|看望|慰问|走访|视察)|参观|领奖|启动|发令|鸣枪|推杆|按下|触摸"
    r"|任(?:现场)?(?:总?指挥|裁判长|评委)|宣誓|入场|领唱|朗诵|为[^，。\n]{1,24}(?:颁奖|揭牌|授|送|献)|会见|会谈|座谈"
    r"|交流|献花"
    r"|登台|表演|献唱|带来"
)
THERE_WERE = re.compile(
    r"(?:出席|参加|陪同|列席|到会|参与)[^，。；\n]{0,14}的(?:领导|嘉宾|人员|同志|[省市县区]领导)*(?:还|也)?(?:有|包括"
    r"|是)|(?:随行|同行)的"
)
WON = re.compile(
    r"夺得|夺冠|获得|荣获|斩获|摘得|摘取|获(?=[^，。\n]{0,12}(?:奖|冠|亚|季|名))|包揽|获评|位列|折桂|摘金|捧杯|问鼎|名列"
    r"|冠军|亚军|季军|金牌|银牌|铜牌|第一名|胜|击败|战胜|成绩|打破"
)
STOP_VERB = re.compile(
    r"(?:在|来到|走进|深入|前往|奔赴|赴|到|抵达|到达|察看了?|查看了?|考察了?|参观了?|走访了?|看望了?|慰问了?|调研了?"
    r"|检查了?|督导了?)"
)
PARTY = re.compile(
    r"(?:[^，。\n]{2,8}，)?(?:[^，。\n]{0,12}(?:委员|代表|成员|大家|调研组|督导组|检查组|视察组|巡视组|工作组"
    r"|专家组|巡查组"
    r"|考察团|代表团|调研团|访问团|采访团|观摩团)们?|[^，。\n]{0,12}一行)"
)
STOP_LIST = re.compile(r"[^，,。；;：:！？\n]{2,80}")
# 在线上, 在全国各地, 在热烈的气氛中: no place that can be gone to.
NO_PLACE = re.compile(
    r"(?:[中下时后前内里]|期间|之际|背景|基础|形势|[线云会]上|云端|我[市县区省州校院镇]|全[国省市县区]|各地"
    r"|[今当昨][天日年]|近日|日前"
    r"|[日月年]|同期|现场|联合|共同|地)$|^由|^[一-鿿]$"
)
PLACE_NOUN = re.compile(
    r"(?:现场|项目|基地|园区?|公司|中心|社区|村|镇|乡|街道|学校|[小中大]学|幼儿园|医院|车间|工地|[^火]车站|站点?|馆|局"
    r"|厂区?|店|大厅|广场|公园|小区|市场|水库|河段|大棚|产业园|示范区|合作社|养老院|敬老院|企业|集团|展厅|段|桥|码头|港"
    r"|口|农场|牧场|林场|矿|所|院|[路街巷]|线|指挥部|服务区|标段|园林|景区|[^，。]湾|岛|坝|田|地块|片区|厅|室|楼|宾馆"
    r"|酒店|礼堂|剧院|体育场|场)$"
)
FORMAT = re.compile(
    r"(?:以|采取|采用|通过)[^，。；\n]{0,10}?(?P<form>电视电话会议|电视电话|视频会议|电视会议|视频连线|视频"
    r"|线上线下相结合|线上线下结合|线上\+线下|“线上\+线下”|线上与线下相结合|线上|网络直播|云签约"
    r"|“云签约”)[^，。；\n]{0,4}(?:形式|方式|召开|举行)"
    r"|[（(](?P<bracket>视频|电视电话|线上|视频会议)[）)]"
)
FORM_IN_NAME = re.compile(r"电视电话会议|视频会议|电视会议|视频(?=(?:调度|推进|座谈|培训|连线|动员|部署|工作)*会)")
ORGANISES = re.compile(r"(?:联合|共同|携手)?(?:主办|承办|发起|举办|组织开展|组织举办|联合组织|牵头举办)")
CHAIRED_BY = re.compile(r"由([^，。；\n]{2,30})主持")
GROUP = re.compile(
    r"(?:负责人|负责同志|负责人员|同志|领导|班子成员|干部|代表|单位|人员|委员|成员|选手|师生|学生|群众|爱好者|运动员"
    r"|嘉宾|专家|学者|企业家|党员|职工|居民|村民|市民|观众|队伍|代表队|志愿者|家长|教师|校长|书记|部门|官兵|民警|队员们?"
    r"|们|队|企业)(?:等?[0-9０-９]+余?多?[人名家]|[一二三四五六七八九十百千]+余?多?[人名])?$"
)
DATELINE = re.compile(
    r"[^，。；：\n]{0,30}?(?:日电|社电|本[报网台刊站]讯|讯(?=[ \u3000（(])"
    r"|消息(?=[ \u3000（(]))[ \u3000]*(?:[（(][^（）()\n]{1,80}[）)])?"
)
AREA = re.compile(r"[省市县区州盟旗镇乡村]$|街道$")
# 近800名爱好者激情角逐; 率部分委员赴某县: parties told by their number or their leader.
COUNTED = re.compile(
    r"((?:来自[^，。\n]{2,20}的)?(?:全[省市县区国校])?(?:近|约|超)?[0-9０-９百千]{1,6}余?多?(?:名|位"
    r"|支)[\u4e00-\u9fff]{1,10}?)"
    r"(?=(?:参加|参赛|参与|角逐|激情|同场|齐聚|同台|展开|汇聚|共聚|踊跃|现场|到场|挥|竞技|比拼|共提出|提出|依次))"
)
LED = re.compile(
    r"(?:率[领队]?|带领|会同)((?:部分|全体)?[^，。；\n]{0,14}(?:委员|代表|班子|负责人|成员|代表团|考察团|干部))(?=[，,]"
    r"|赴|到|来|对"
    r"|就|围绕|深入|开展)"
)
EARLIER = re.compile(r"此前|早在|去年|上月|据悉|据了解|不久前|曾|回顾|作为|自[^，。]{1,12}以来")
WHOLE = ("会", "会议", "式", "典礼", "赛", "节", "展", "活动", "论坛", "班", "学习", "营", "季", "周", "站")
COMPOUND = re.compile(r"式|仪式|会(?!议)|典礼|大会|晚会|资金|资本|电影|人|者")
HOSTING = re.compile(r"[人者商方地权]|国(?!际)|城市|单位")
OPENERS = {"举行", "召开", "举办"}
"""Behind 开幕, 启动, 举办 …: 开幕式, 举办地 are words of their own."""
ORDERED = {"开展", "组织开展", "进行", "启动"}
ORDERS = re.compile(r"决定|要求|印发|计划|部署|方案|通知")
NO_GROUP = re.compile(r"出席|使|让|成为|当|如果|吸引|共有|很多人|他们|我们|你们|们的|[：“”]")
CALLED_MEETING = re.compile(r"(?:会议|大会|全会|全体会|座谈会|推进会|组会|论坛|仪式|典礼|赛)$")
PARTIES = re.compile(
    r"等?[^，。；\n]{0,8}(?:[，、和与及]|以及)(?:(?!主持|讲话|强调|指出|汇报|发言|介绍|作了|听取|观看|察看|表示|宣布"
    r"|传达|通报|会议|他|她)[^。；\n])*?"
)
AT_MEETING = re.compile(r"会上|会议|座谈会上|仪式上")
SAME_DAY = re.compile(r"(?:同日|当日|当天|同一天|当晚)")
SPEECH = re.compile(r"强调|指出|要求|表示|说[，,：:]|提出|认为")


@dataclass(frozen=True)
class _Report:
    """A passage that reports an event: its sentence, the place of the verb, and the name (in words where none is written)."""

    sentence: Sentence
    place: int
    kind: EventKind
    name: str | None
    named: tuple[int, int]
    """Where the name stands; the verb, where it has no name."""
    planned: bool = False
    body: tuple[Mention, ...] = ()
    """The organisations that 举行 or 组织 it."""
    plain: bool = False
    """Whether it has no name but what it is (会议, 仪式)."""
    told: bool = True
    """Whether the sentence says that it was held, rather than what was said there (在发布会上表示)."""


@dataclass(frozen=True)
class _Reporter:
    """Reads one article."""

    scene: Scene

    @cached_property
    def dates(self) -> tuple[DateMatch, ...]:
        chars = self.scene.chars
        issue_date = self.scene.reading.clipping.publication.issue_date
        return find_dates(chars, issue_date=issue_date, year=certain_year(chars))

    @cached_property
    def _date_starts(self) -> list[int]:
        return [date.start for date in self.dates]

    def _dates_in(self, start: int, end: int) -> list[DateMatch]:
        """The dates that start inside `[start, end)`."""
        return list(self.dates[bisect_left(self._date_starts, start) : bisect_left(self._date_starts, end)])

    def events(self) -> Iterator[Event]:
        """The event that the article reports, and those that the same report adds (同日, 某某举行; 将于某日举办)."""
        headline = [report for line in self.scene.headlines for report in self._reports(line)]
        main = self._main(headline)
        if main is None:
            return
        reports = [main, *self._added(main, headline)]
        owned: dict[int, list[Sentence]] = {index: [] for index in range(len(reports))}
        for line in self.scene.headlines:
            told = [report for report in headline if report.sentence == line]
            owner = next((i for i, r in enumerate(reports) if any(self._same(r, other) for other in told)), 0)
            owned[owner].append(line)
        owner = 0
        for sentence in self.scene.body:
            opening = self.scene.chars[sentence.start : min(sentence.end, sentence.start + 200)]
            if main.kind == EventKind.INSPECTION and len(reports) > 1:
                owner = 1 if AT_MEETING.match(opening) else 0 if sentence.number == 0 else owner
            elif (main.name or "")[-3:] in opening:
                owner = 0  # 某局长在发布会上介绍: back at the first
            owner = next((i for i, report in enumerate(reports) if report.sentence == sentence), owner)
            owned[owner].append(sentence)
        for index, report in enumerate(reports):
            yield self._event(report, headline, tuple(owned[index]))

    def _added(self, main: _Report, headline: list[_Report]) -> list[_Report]:
        """Other events that the first paragraphs report: one announced at a press conference, one of the same day."""
        added: list[_Report] = []
        blocks = sorted({sentence.block for sentence in self.scene.body[:40]})[:2]
        for sentence in self.scene.body[:40]:
            if sentence.block not in blocks or sentence == main.sentence:
                continue
            for report in self._reports(sentence):
                known = any(self._same(report, other) or report.kind == EventKind.INSPECTION for other in (main, *added))
                date = self._date(report)
                day = date is not None and date.is_day
                announced = report.planned and day and not main.planned and any(self._same(report, other) for other in headline)
                # 考察…。17日下午，两市召开协作联席会议: a meeting with a day of its own within a tour.
                own_day = date is not None and date.is_day and date.start >= sentence.start
                within = main.kind == EventKind.INSPECTION and own_day
                same_day = SAME_DAY.match(self.scene.chars, sentence.start, sentence.end)
                if not known and report.told and not report.plain and (announced or within or same_day):
                    added.append(report)
                    break
        return added

    # --- Which passage reports the event ---------------------------------------------------------------------------------

    def _main(self, headline: list[_Report]) -> _Report | None:
        body = self.scene.body
        feature = self.scene.reading.clipping.genre == Genre.FEATURE
        blocks = sorted({sentence.block for sentence in body[:200]})
        first_block = next((b for b in blocks[:8] if self._opens_report(b)), blocks[0] if blocks else -1)
        blocks = [block for block in blocks if block >= first_block]
        unnamed: _Report | None = None
        for sentence in body[:200]:
            if sentence.block < first_block:
                continue  # what stands over 本报讯 sums up
            if sentence.block not in blocks[:10]:
                break
            for report in self._reports(sentence):
                date = self._date(report)
                day = date is not None and date.is_day and self._fresh(date)
                backed = any(self._same(report, other) for other in headline)
                near = sentence.block in blocks[:3]
                if feature:
                    if day and near and report.kind != EventKind.INSPECTION:
                        return report
                    continue
                lead = sentence.block == first_block
                dated = day or (date is not None and date.span.start is None)
                opens = lead and sentence.number == 0
                later = (
                    day
                    and near
                    and report.told
                    and not headline
                    and not EARLIER.match(self.scene.chars, sentence.start, sentence.end)
                )
                if report.plain:
                    unnamed = unnamed or (report if lead and (dated or opens) and not report.planned else None)
                elif backed or (lead and dated) or opens or (later and sentence.number <= 1):
                    return report
        if unnamed or feature or not body or not headline:
            return unnamed
        # 王一出席全市某会议: only the headline says it; the first sentence is then what reports it.
        told = next((report for report in headline if report.told and not report.plain), None)
        if told is None or (told.kind == EventKind.INSPECTION and not self._dated_lead()):
            return None
        first = next((sentence for sentence in body if sentence.block == first_block), body[0])
        return replace(told, sentence=first, place=first.start)

    def _opens_report(self, block: int) -> bool:
        """Whether a paragraph opens with 本报讯 or a dateline."""
        place = self.scene.blocks[block]
        return DATELINE.match(self.scene.chars, place.start, place.end) is not None

    def _dated_lead(self) -> bool:
        first = self.scene.body[0]
        return any(_tells_day(date) for date in self._dates_in(first.start, first.end))

    def _fresh(self, date: DateMatch) -> bool:
        """Whether a date has no year of its own that lies before the article's: 1949年10月13日 is history."""
        issue = self.scene.reading.clipping.publication.issue_date
        written = re.match(r"[12１２][0-9０-９]{3}年", self.scene.chars[date.start : date.end])
        return not written or (issue is not None and date.span.start is not None and date.span.start[:4] == issue[:4])

    def _same(self, one: _Report, other: _Report) -> bool:
        if one.kind == EventKind.INSPECTION or other.kind == EventKind.INSPECTION:
            return one.kind == other.kind
        return _alike(one.name, other.name) >= 0.4

    def _reports(self, sentence: Sentence) -> list[_Report]:
        found = [*self._held(sentence), *self._mentioned(sentence), *self._attended(sentence), *self._visits(sentence)]
        found = found or [*self._opened(sentence)]
        return sorted(found, key=lambda report: report.place)

    def _held(self, sentence: Sentence) -> Iterator[_Report]:
        """Meetings and the like: 某会议召开; 某局举办某活动."""
        chars = self.scene.chars
        headline = sentence.role not in BODY
        for verb in HOLD.finditer(chars, sentence.start, min(sentence.end, sentence.start + 1500)):
            compound = HOSTING if verb[0] in OPENERS else COMPOUND
            if self.scene.quotation(verb.start()) or compound.match(chars, verb.end()):
                continue
            if verb[0] in ORDERED and ORDERS.search(chars, sentence.start, verb.start()):
                continue
            if NOT_NEWS_BEFORE.search(chars, max(sentence.start, verb.start() - 8), verb.start()):
                continue
            start, end = self.scene.clause(verb.start(), sentence)
            planned = PLANNED.search(chars, max(start, verb.start() - 50), verb.start()) is not None
            if CLOSES.match(verb[0]) or verb[0].startswith("在"):
                report = self._named_before(sentence, verb, start, planned)
                if report and not (NOT_NEWS_AFTER.match(chars, verb.end(), sentence.end) and not headline):
                    yield report
                    continue
            if OPENED.match(chars, verb.start()) or verb[0].startswith("在"):
                report = self._named_after(sentence, verb, start, end, planned)
                if report:
                    yield report

    def _named_before(self, sentence: Sentence, verb: re.Match[str], start: int, planned: bool) -> _Report | None:
        chars = self.scene.chars
        end = next((h for h in _heads(chars, start, verb.start()) if SETTING.fullmatch(chars, h, verb.start())), None)
        if end is None:
            # 第三届读书节，3月5日在某地举办: the name stands in the clause before.
            if start <= sentence.start or not SETTING.fullmatch(chars, start, verb.start()):
                return None
            clause_end = start - 1
            start, _ = self.scene.clause(clause_end - 1, sentence)
            end = next((h for h in _heads(chars, start, clause_end) if h == clause_end), None)
            if end is None:
                return None
        if sentence.role not in BODY:
            start = max(start, chars.rfind(" ", start, end) + 1)
        start = self._name_start(start, end)
        name = chars[start:end]
        kind = _kind(name)
        if kind is None or NO_EVENT.search(name) or self._is_body(start, end):
            return None
        if self._tells_of_person(start, end):
            return None
        closing = re.match(r"[”’》」]|[·—][^，。\n]{1,12}?站", chars[end : end + 14])
        end += closing.end() if closing else 0
        plain = GENERIC.fullmatch(name) is not None
        return _Report(sentence, verb.start(), kind, _unquoted(chars[start:end]), (start, end), planned, plain=plain)

    def _tells_of_person(self, start: int, end: int) -> bool:
        """Whether somebody acts in what would be a name: 王一宣布某节|开幕, but 王一先进事迹报告会."""
        return any(
            mention.label == Label.PERSON
            and not self.scene.quotation(mention.start)
            and ACTS.match(self.scene.chars, mention.end, end) is not None
            for mention in self.scene.mentions_in(start, end)
        )

    def _is_body(self, start: int, end: int) -> bool:
        """Whether a passage ends with an organisation's name: 安委会召开会议 tells of no 安委会."""
        orgs = [m for m in self.scene.mentions_in(start, end) if m.label == Label.ORG and m.end == end]
        return any(not CALLED_MEETING.search(m.text) and not OWN_MEETING.fullmatch(m.text) for m in orgs)

    def _name_start(self, start: int, end: int) -> int:
        """Where a name starts in its clause, behind dateline, date and what leads in: 由某会主办的, 为期三天的."""
        chars = self.scene.chars
        if dateline := DATELINE.match(chars, start, end):
            start = dateline.end()
        while start < end:
            before = start
            for date in self._dates_in(max(0, start - 30), end):
                if date.start <= start < date.end <= end and date.is_day:
                    start = date.end
            if lead := LEAD_IN.match(chars, start, end):
                start = lead.end()
            while start < end and chars[start] in " \u3000，,、":
                start += 1
            if start == before:
                break
        return start

    def _named_after(self, sentence: Sentence, verb: re.Match[str], start: int, end: int, planned: bool) -> _Report | None:
        chars = self.scene.chars
        begin = verb.end()
        while begin < end and chars[begin] in "了的 ":
            if chars[begin] == "的":
                return None
            begin += 1
        named = _object(self.scene, begin, min(end, begin + 80))
        if named is None or self._is_body(begin, named):
            return None
        name = chars[begin:named]
        kind = _kind(name)
        body = self._bodies(start, verb.start())
        if kind is None or (NO_EVENT.search(name) and not (body and OWN_MEETING.fullmatch(name))):
            return None
        if (BODY_AND_WORD.fullmatch(name) and len(name) <= 12) or OWN_MEETING.fullmatch(name):
            name = f"{body[-1].text}{name}" if body else name
        done = chars[verb.start() : verb.end()] in {"开展", "进行"} and not name.endswith("学习")
        if done and kind not in {
            EventKind.OTHER,
            EventKind.CEREMONY,
            EventKind.COMPETITION,
        }:
            return None
        organisers = body if not self.scene.people_before(verb.start(), start) else ()
        name = re.sub(r"^(?:一场|首场|一次|首次|为期[^的]{1,6}的|以[^，。]{1,40}为主题的|主题为[^，。]{1,40}?的)", "", name)
        plain = GENERIC.fullmatch(name) is not None
        return _Report(sentence, verb.start(), kind, _unquoted(name), (begin, named), planned, organisers, plain=plain)

    def _bodies(self, start: int, place: int) -> tuple[Mention, ...]:
        """The organisations that are the subject of a verb: 市文旅局、市文联|联合举办."""
        found: list[Mention] = []
        position = place
        for mention in reversed(self.scene.mentions_in(start, place)):
            gap = self.scene.chars[mention.end : position]
            if mention.label == Label.ORG and (
                (found and re.fullmatch(r"[、和与及 \u3000]|以及|共同|联合", gap))
                or (not found and (not gap or _BODY_GAP.fullmatch(gap)))
            ):
                found.append(mention)
                position = mention.start
            elif mention.label == Label.PLACE and not found and self._is_subject(mention, start, gap):
                return (mention,)
            elif mention.label == Label.PLACE and not found and len(gap) < 40:
                continue
            else:
                break
        return tuple(reversed(found))

    def _is_subject(self, place: Mention, start: int, gap: str) -> bool:
        """Whether an area holds the event itself: 云阳县|举行演练, but 在云阳县举行."""
        before = self.scene.chars[max(start, place.start - 1) : place.start]
        return AREA.search(place.text) is not None and before in {"", "，", ",", " "} and _BODY_GAP.fullmatch(gap) is not None

    def _mentioned(self, sentence: Sentence) -> Iterator[_Report]:
        """在12日举行的某论坛上，王一表示: the day and the place are told with the name."""
        chars = self.scene.chars
        for match in HELD_AS.finditer(chars, sentence.start, min(sentence.end, sentence.start + 400)):
            start, end = match.span("name")
            if self.scene.quotation(match.start()) or NO_EVENT.search(match["name"]) or GENERIC.fullmatch(match["name"]):
                continue
            if (kind := _kind(match["name"])) and not self._tells_of_person(start, end):
                yield _Report(sentence, match.start("verb"), kind, _unquoted(match["name"]), (start, end))

    def _opened(self, sentence: Sentence) -> Iterator[_Report]:
        """Openings and agreements: 某大桥正式通车; 甲与乙签署战略合作协议."""
        chars = self.scene.chars
        for verb in OPENS_UP.finditer(chars, sentence.start, min(sentence.end, sentence.start + 300)):
            start, _ = self.scene.clause(verb.start(), sentence)
            ends = verb["lecture"] or re.match(r"[，,。；;！\n \u3000]|$", chars[verb.end() : verb.end() + 1])
            if self.scene.quotation(verb.start()) or not ends:
                continue
            planned = PLANNED.search(chars, max(start, verb.start() - 50), verb.start()) is not None
            if verb["signed"]:
                name, named = verb[0], verb.span()
            elif verb["lecture"]:
                name, named = verb["lecture"], verb.span("lecture")
            else:
                start = self._name_start(start, verb.start())
                setting = re.search(
                    r"(?:正式|全面|顺利|今起|今日|今天|昨日|集中|于[^，。]{1,30}|在[^，。]{1,30}|将)*$",
                    chars[start : verb.start()],
                )
                stop = start + setting.start() if setting else verb.start()
                if not 2 <= stop - start <= 30 or self._tells_of_person(start, stop):
                    continue
                name, named = chars[start:stop] + verb["opened"], (start, verb.end())
            kind = EventKind.MEETING if verb["lecture"] else EventKind.CEREMONY
            yield _Report(sentence, verb.start(), kind, name, named, planned)

    def _attended(self, sentence: Sentence) -> Iterator[_Report]:
        """王一出席全市某会议并讲话; 王一在某会议上强调; 王一主持召开某会议."""
        chars = self.scene.chars
        headline = sentence.role not in BODY
        for verb in _ATTENDS.finditer(chars, sentence.start, min(sentence.end, sentence.start + 1500)):
            if self.scene.quotation(verb.start()) or not (headline or self.scene.people_before(verb.start(), sentence.start)):
                continue
            begin = verb.end()
            _, end = self.scene.clause(begin, sentence)
            if verb[0] == "在":
                above = _AT.match(chars, begin, min(end, begin + 80))
                named = above.start(1) if above else None
            else:
                named = _object(self.scene, begin, min(end, begin + 80))
            if named is None or named <= begin:
                continue
            begin = self._name_start(begin, named)
            if verb[0] == "在" and (held := re.search(r"(?:召开|举[行办])的", chars[begin:named])):
                begin += held.end()
            name = chars[begin:named]
            kind = _kind(name)
            if kind is None or NO_EVENT.search(name) or GENERIC.fullmatch(name):
                continue
            yield _Report(sentence, verb.start(), kind, _unquoted(name), (begin, named), told=verb[0] != "在")

    def _visits(self, sentence: Sentence) -> Iterator[_Report]:
        """王一赴某县调研某工作."""
        chars = self.scene.chars
        headline = sentence.role not in BODY
        for verb in VISIT.finditer(chars, sentence.start, min(sentence.end, sentence.start + 600)):
            if self.scene.quotation(verb.start()) or SPEECH.search(chars, sentence.start, verb.start()):
                break
            start, end = self.scene.clause(verb.start(), sentence)
            people = self.scene.people_before(verb.start(), sentence.start)
            bodies = [m for m in self.scene.mentions_in(sentence.start, verb.start()) if m.label == Label.ORG]
            party = PARTY.search(chars, sentence.start, verb.start()) is not None
            party = party or (bool(bodies) and re.search(r"组织|开展|一行", chars[start:end]) is not None)
            if not people and not party and not (headline and bodies and bodies[-1].end == verb.start()):
                continue
            between = chars[people[-1].end if people else start : verb.start()]
            if not (headline or re.search(GOES, between) or not between):
                continue
            if re.match(
                r"(?:时|中|组|员|报告|期间|座谈会|成果|站|结果|了解到)?的|组|员|报告|成果|站|点",
                chars[verb.end() : verb.end() + 4],
            ):
                continue
            planned = PLANNED.search(chars, max(start, verb.start() - 50), verb.start()) is not None
            yield _Report(sentence, verb.start(), EventKind.INSPECTION, *self._tour(verb.start(), end, start), planned)
            break
        for verb in _MEETS.finditer(chars, sentence.start, min(sentence.end, sentence.start + 300)):
            start, end = self.scene.clause(verb.start(), sentence)
            if re.search(r"出席|参加|会前|会后|期间|抵达", chars[sentence.start : verb.start()]):
                break
            if not self.scene.quotation(verb.start()) and self.scene.people_before(verb.start(), sentence.start):
                met = re.split(r"[时并]", chars[verb.start() : end])[0]
                yield _Report(sentence, verb.start(), EventKind.MEETING, met[:60], (verb.start(), verb.start() + len(met)))
                break

    def _tour(self, place: int, end: int, start: int) -> tuple[str | None, tuple[int, int]]:
        """What a tour was about: 调研督导防汛工作; 就防汛工作开展调研; without a subject, where it went."""
        chars = self.scene.chars
        best = None
        if (match := TOUR_NAME.search(chars, place, end)) and match.start() - place <= 4:
            best = match.span()
            while best[0] < best[1] and chars[best[1] - 1] in " 　”，":
                best = (best[0], best[1] - 1)
            if best[1] - best[0] > 4:
                return chars[slice(*best)], best
        if about := re.search(
            r"(?:就|围绕|对)([^，。；\n]{2,40}?)(?:工作|情况)?(?:进行|开展|作|到|赴|深入|在)", chars[start:place]
        ):
            span = (start + about.start(), best[1] if best else place)
            return chars[slice(*span)], span
        places = [m for m in self.scene.mentions_in(start, place) if m.label in {Label.PLACE, Label.ORG}]
        if places and best and place - places[-1].end <= 6:
            span = (places[-1].start, best[1])
            return chars[slice(*span)], span
        return (chars[slice(*best)], best) if best else (None, (place, place))

    # --- What the event was ----------------------------------------------------------------------------------------------

    def _event(self, report: _Report, headline: list[_Report], told: tuple[Sentence, ...]) -> Event:
        scene = self.scene
        sentence = report.sentence
        same = [other for other in headline if self._same(report, other)]
        lines = [line for line in told if line.role in BODY]
        lead = [other for line in lines[:6] for other in self._reports(line) if self._same(report, other)]
        lead = lead if report.kind != EventKind.INSPECTION else []
        alike = [other for other in (report, *same, *lead) if other.kind == report.kind and not other.plain]
        names = [other.name for other in alike if other.name and len(other.name) >= 5]
        # 某大桥通车仪式, though the headline says 某大桥通车.
        full = [name for name in names if name.endswith(WHOLE)]
        name = min(full or names, key=len, default=report.name)
        if report.kind == EventKind.INSPECTION:
            # 督导春耕和防汛工作 in the body is fuller than 督导春耕 over it; 围绕春耕开展视察 is worse than either.
            name = next((name for name in names if VISIT.match(name)), report.name)
        date = self._date(report)
        participants, groups = self._participants(report, told)
        return Event(
            kind=report.kind,
            name=name,
            status=EventStatus.PLANNED if report.planned or self._is_ahead(date) else EventStatus.HELD,
            date=self._span(date),
            places=tuple(dict.fromkeys(self._places(report, lines, same))),
            format=self._format(report, lines),
            organisers=tuple(dict.fromkeys(self._organisers([report, *same, *lead], lines))),
            participants=participants,
            groups=groups,
            quote=scene.chars[sentence.start : sentence.end].strip(),
            source=self._source(sentence),
        )

    def _source(self, sentence: Sentence) -> tuple[tuple[int, int], ...]:
        chars = self.scene.chars
        start, end = sentence.start, sentence.end
        while start < end and chars[start].isspace():
            start += 1
        while end > start and chars[end - 1].isspace():
            end -= 1
        return self.scene.reading.clipping.text.source(start, end)

    def _date(self, report: _Report) -> DateMatch | None:
        """The day of an event: nearest before its verb in the sentence, else the paragraph's first, else behind it."""
        sentence = report.sentence
        block = self.scene.blocks[sentence.block]
        near = self._dates_in(max(block.start, sentence.start - 1500), sentence.end)
        near = [date for date in near if _tells_day(date)]
        near = [date for date in near if not report.named[0] < date.start < report.named[1]]
        dateline = self._dateline_end(block.start, block.end)
        told = [date for date in near if date.start >= dateline]
        before = [date for date in told if sentence.start <= date.start < max(report.place, sentence.start + 1)]
        if before:
            return before[-1]
        inside = [date for date in told if sentence.start <= date.start < sentence.end and date.is_day]
        if inside:
            return inside[0]
        earlier = [date for date in (*told, *near) if date.start < sentence.start or date.start < dateline]
        return earlier[0] if earlier else None

    def _dateline_end(self, start: int, end: int) -> int:
        """Where the news starts behind a dateline: 本报安河3月2日电（记者王一）."""
        match = DATELINE.match(self.scene.chars, start, end)
        return match.end() if match else start

    def _is_ahead(self, date: DateMatch | None) -> bool:
        issue = self.scene.reading.clipping.publication.issue_date
        return bool(
            issue and date and date.is_day and date.span.start and date.span.start > issue and date.span.start[0] != "-"
        )

    def _span(self, date: DateMatch | None) -> TimeSpan | None:
        return date.span if date else None

    def _places(self, report: _Report, lines: list[Sentence], same: list[_Report]) -> Iterator[str]:
        if report.kind == EventKind.INSPECTION:
            yield from self._stops(report)
            return
        for line in dict.fromkeys((report.sentence, *lines[:4], *(other.sentence for other in same))):
            if venue := list(self._venue(line)):
                yield from venue
                return

    def _venue(self, line: Sentence) -> Iterator[str]:
        """Where a sentence says that something is held: 在某馆举行."""
        scene, chars = self.scene, self.scene.chars
        for match in _VENUE.finditer(chars, line.start, min(line.end, line.start + 1500)):
            start, end = match.span("venue")
            if scene.quotation(match.start()):
                continue
            if chars[start:end] in {"这里", "此", "此间", "该地"}:
                before = scene.mentions_in(max(scene.blocks[line.block].start, line.start - 400), line.start)
                yield from (site.text for site in [m for m in before if m.label in _SITES][-1:])
                return
            sites = [m for m in scene.mentions_in(start, end) if m.label in _SITES]
            if sites and sites[0].start - start <= 2:
                first, last = sites[0].start, sites[0].end
                for site in sites[1:]:
                    last = site.end if site.start == last else last
                last = end if PLACE_NOUN.search(chars[last:end]) else last
                closed = (
                    re.match(r"[^（(]*[）)]", chars[last : last + 8])
                    if re.search(r"[（(][^）)]*$", chars[first:last])
                    else None
                )
                yield chars[first : last + (closed.end() if closed else 0)]
                yield from (site.text for site in sites[1:] if chars[site.start - 1] in "、和")
                return
            if not sites and 2 <= end - start <= 14 and not NO_PLACE.search(chars[start:end]):
                yield chars[start:end]
                return

    def _stops(self, report: _Report) -> Iterator[str]:
        """The stops of a tour: 赴某县; 在某园区，…; 先后来到某村、某厂."""
        chars = self.scene.chars
        for sentence in self.scene.body:
            if sentence.start < report.sentence.start:
                continue
            limit = min(sentence.end, sentence.start + 400)
            speech = SPEECH.search(chars, sentence.start, limit)
            limit = speech.start() if speech else limit
            position = sentence.start
            while match := STOP_VERB.search(chars, position, limit):
                position = match.end()
                if self.scene.quotation(match.start()):
                    continue
                opening = chars[sentence.start : match.start()].strip() in {"", "随后", "之后", "接着", "当天", "首先"}
                acted = bool(self.scene.people_before(match.start(), sentence.start)) or sentence == report.sentence
                acted = acted or PARTY.match(chars, sentence.start, match.start()) is not None
                if not opening and not acted:
                    continue
                items = STOP_LIST.match(chars, match.end(), limit)
                if not items:
                    continue
                found = list(self._stop_items(match.end(), items.end(), whole=opening and match[0] == "在"))
                if match[0][:2] in _EXAMINES:
                    # 调研某县防汛工作 tells what was examined, 调研某县、某厂 where.
                    found = [span for span in found if self.scene.chars[span[1]] in "、，,。；和及的时并等"]
                if found:
                    yield from (chars[start:end] for start, end in found)
                    position = found[-1][1]

    def _stop_items(self, start: int, end: int, *, whole: bool) -> Iterator[tuple[int, int]]:
        """The places of a list; a place goes on to the end of its item where that is a site (某县某项目现场)."""
        chars = self.scene.chars
        for item in re.finditer(r"[^、和以及]+|[和以及]", chars[start:end]):
            first, last = start + item.start(), start + item.end()
            sites = [m for m in self.scene.mentions_in(first, last) if m.label in _SITES]
            if sites and sites[0].start - first <= (8 if first > start else 0):
                while len(sites) > 1 and sites[1].start == sites[0].end and not AREA.search(sites[0].text):
                    sites = sites[1:]
                site_end = sites[0].end
                for site in sites[1:]:
                    site_end = site.end if site.start == site_end else site_end
                rest = chars[site_end:last]
                longer = (
                    re.match(r"[^时的里上如等]*$", rest) and PLACE_NOUN.search(rest) and len(rest) <= 24 and "的" not in rest
                )
                yield sites[0].start, last if longer else site_end
            elif whole and not sites and PLACE_NOUN.search(item[0]) and 3 <= len(item[0]) <= 24:
                yield first, last
            elif first == start:
                return

    def _format(self, report: _Report, lines: list[Sentence]) -> str | None:
        chars = self.scene.chars
        if report.kind == EventKind.INSPECTION:
            return None
        if found := FORM_IN_NAME.search(chars[slice(*report.named)]):
            return found[0]
        for sentence in lines:
            if found := FORMAT.search(chars, sentence.start, sentence.end):
                return (found["form"] or found["bracket"]).strip("“”")
        return None

    def _organisers(self, reports: list[_Report], lines: list[Sentence]) -> list[str]:
        """Who 主办, 承办 or 举行 it, or has it chaired (由市委常委会主持)."""
        scene, chars = self.scene, self.scene.chars
        found = [mention for report in reports for mention in report.body]
        for sentence in lines[:12]:
            for match in ORGANISES.finditer(chars, sentence.start, sentence.end):
                by = re.search(r"由[^，。；\n]{1,80}$", chars[max(sentence.start, match.start() - 90) : match.start()])
                if match[0].endswith(("主办", "承办", "发起")) or by:
                    found.extend(self._bodies(sentence.start, match.start()))
            for match in CHAIRED_BY.finditer(chars, sentence.start, sentence.end):
                body = scene.mention_at(match.start(1))
                if body and body.label == Label.ORG and body.end == match.end(1):
                    found.append(body)
        return [mention.text for mention in found]

    # --- Who took part ---------------------------------------------------------------------------------------------------

    def _participants(self, report: _Report, told: tuple[Sentence, ...]) -> tuple[tuple[Participant, ...], tuple[str, ...]]:
        parts: dict[str, PartTaken] = {}
        groups: dict[str, None] = {}
        for sentence in told:
            for mention, part in self._parts(sentence, report):
                name = self.scene.name(mention)
                parts[name] = min(parts.get(name, part), part, key=_RANK.index)
            if sentence.role in BODY:
                groups |= dict.fromkeys(self._groups(sentence))
        people = tuple(Participant(name, part, self.scene.posts.get(name, ())) for name, part in self._in_order(parts))
        return people, tuple(groups)

    def _in_order(self, parts: dict[str, PartTaken]) -> Iterator[tuple[str, PartTaken]]:
        """In the order of the body, where the lists are complete."""
        body = [
            self.scene.name(m)
            for s in self.scene.body
            for m in self.scene.mentions_in(s.start, s.end)
            if m.label == Label.PERSON
        ]
        for name in dict.fromkeys((*body, *parts)):
            if name in parts:
                yield name, parts[name]

    def _parts(self, sentence: Sentence, report: _Report) -> Iterator[tuple[Mention, PartTaken]]:
        scene, chars = self.scene, self.scene.chars
        if not scene.mentions_in(sentence.start, sentence.end):
            return
        headline = sentence.role not in BODY
        end = min(sentence.end, sentence.start + 3000)
        speaking = PartTaken.SPEAKER
        for pattern, part in ((CHAIR, PartTaken.CHAIR), (SPOKE, speaking), (ATTENDED, PartTaken.ATTENDEE)):
            for cue in pattern.finditer(chars, sentence.start, end):
                if scene.quotation(cue.start()):
                    continue
                if part == speaking and INTERVIEW.search(cue[0]) and not self._said_there(cue, sentence, report):
                    continue
                actors = self._actors(cue, sentence)
                if part == PartTaken.ATTENDEE and not actors:
                    actors = self._listed(cue, sentence)
                for mention in actors:
                    if not self._in_dateline(mention, sentence) and self._takes_part(mention, sentence, headline=headline):
                        yield mention, part
        for cue in THERE_WERE.finditer(chars, sentence.start, end):
            yield from ((mention, PartTaken.ATTENDEE) for mention in scene.people_after(cue.end(), sentence.end))
        if report.kind == EventKind.COMPETITION and WON.search(chars, sentence.start, end) and not headline:
            for mention in scene.mentions_in(sentence.start, end):
                if (
                    mention.label == Label.PERSON
                    and not self._in_dateline(mention, sentence)
                    and scene.acts(mention)
                    and self._takes_part(mention, sentence, headline=False)
                ):
                    yield mention, PartTaken.ATTENDEE
        if report.kind == EventKind.INSPECTION and sentence == report.sentence:
            for mention in scene.people_before(report.place, sentence.start):
                yield mention, PartTaken.ATTENDEE
        for verb in _MEETS.finditer(chars, sentence.start, min(end, sentence.start + 300)):
            if sentence == report.sentence:
                for mention in (
                    *scene.people_before(verb.start(), sentence.start),
                    *scene.people_after(verb.end(), sentence.end),
                ):
                    yield mention, PartTaken.ATTENDEE

    def _in_dateline(self, mention: Mention, sentence: Sentence) -> bool:
        return sentence.start <= mention.start < self._dateline_end(sentence.start, sentence.end)

    def _actors(self, cue: re.Match[str], sentence: Sentence) -> tuple[Mention, ...]:
        """Who does what a cue says; nobody where the clause has a subject of another kind (会议强调, 市妇联汇报)."""
        scene, chars = self.scene, self.scene.chars
        start, _ = scene.clause(cue.start(), sentence)
        if chars.endswith(("批示", "指示", "贺信", "贺电", "来信", "回信", "批示中", "指示中"), sentence.start, cue.start()):
            return ()
        people = scene.people_before(cue.start(), sentence.start)
        if pronoun := PRONOUN.search(chars, max(sentence.start, cue.start() - 12), cue.start()):
            meant = scene.people_before(pronoun.start(), scene.blocks[max(0, sentence.block - 1)].start)
            return meant[:1]
        if people and people[-1].start < start and OTHER_SUBJECT.match(chars, start, cue.start()):
            return ()
        first = scene.mention_at(start)
        if people and people[-1].start < start and first and first.label == Label.ORG:
            return ()
        return people

    def _listed(self, cue: re.Match[str], sentence: Sentence) -> tuple[Mention, ...]:
        """Who stands in a list that unnamed parties close: 校领导王一、李二，有关部门负责人参加."""
        people = self.scene.people_before(cue.start(), sentence.start)
        if not people or cue.start() - people[-1].end > 150:
            return ()
        return people if PARTIES.fullmatch(self.scene.chars, people[-1].end, cue.start()) else ()

    def _said_there(self, cue: re.Match[str], sentence: Sentence, report: _Report) -> bool:
        """Whether 说, 介绍 … were said at the event: a visitor of a fair talks to the reporter."""
        if report.kind in {EventKind.MEETING, EventKind.INSPECTION}:
            return not report.planned
        return THERE.search(self.scene.chars, max(sentence.start, cue.start() - 40), cue.start()) is not None

    def _takes_part(self, mention: Mention, sentence: Sentence, *, headline: bool) -> bool:
        """Leaders whose words are being studied took no part, unless the headline names them."""
        if headline:
            return True
        posts = self.scene.posts.get(self.scene.name(mention), ())
        if not any(post.role in _NATION for post in posts):
            return True
        name = self.scene.name(mention)
        return any(
            self.scene.name(m) == name and self.scene.acts(m)
            for line in self.scene.headlines
            for m in self.scene.mentions_in(line.start, line.end)
        )

    def _groups(self, sentence: Sentence) -> Iterator[str]:
        """Unnamed parties and bodies: 各县区分管负责同志参加; 市妇联汇报; 等四套班子领导参加."""
        scene, chars = self.scene, self.scene.chars
        for cue in _GROUP_CUE.finditer(chars, sentence.start, min(sentence.end, sentence.start + 1500)):
            if scene.quotation(cue.start()):
                continue
            start = max(sentence.start, cue.start() - 120)
            for previous in _GROUP_CUE.finditer(chars, start, cue.start()):
                start = previous.end()
            for item in re.finditer(r"(?:[（(][^（）()]{0,20}[）)]|[^、，,；;])+", chars[start : cue.start()]):
                first, last = start + item.start(), start + item.end()
                if any(m.label == Label.ROLE and m.end == last for m in scene.mentions_in(first, last)):
                    continue
                named = scene.people_after(last, last + 40)
                if chars[last] == "、" and named and not re.search(r"[、，]", chars[last + 1 : named[0].start]):
                    continue  # 教师代表、某学院教授王一: the same person
                if scene.mentions_in(first, last) and any(m.label == Label.PERSON for m in scene.mentions_in(first, last)):
                    tail = [m for m in scene.mentions_in(first, last) if m.label == Label.PERSON][-1].end
                    if chars[tail : tail + 1] not in {"等", "和", "与", "及"}:
                        continue
                    first = tail + 1
                text = re.sub(
                    r"^(?:会上|并|和|及|以及|来自|有(?!关))|(?:分别|先后|共同|一同|在[^，。]*|也|均|作|等(?:人员|人)?"
                    r"|就[^，。]*|一起|还)+$",
                    "",
                    chars[first:last].strip(),
                )
                organisation = scene.mention_at(last - len(chars[first:last].lstrip()))
                body = organisation is not None and organisation.label == Label.ORG and organisation.text == text
                if (
                    2 <= len(text) <= 40
                    and (GROUP.search(text) or (body and _SPEAKS.match(cue[0])))
                    and not NO_GROUP.search(text)
                ):
                    yield text
        for match in COUNTED.finditer(chars, sentence.start, min(sentence.end, sentence.start + 1500)):
            if not scene.quotation(match.start()):
                yield match[1]
        for match in LED.finditer(chars, sentence.start, min(sentence.end, sentence.start + 400)):
            if not any(m.label == Label.PERSON for m in scene.mentions_in(*match.span(1))):
                yield match[1]


_RANK = (PartTaken.CHAIR, PartTaken.SPEAKER, PartTaken.ATTENDEE)
_SITES = {Label.PLACE, Label.ORG}
_NATION = {"总书记", "国家主席"}
_EXAMINES = {"察看", "查看", "考察", "参观", "走访", "看望", "慰问", "调研", "检查", "督导"}
HELD_AS = re.compile(
    r"在?(?:[^，。；\n“”]{0,30}?)(?P<verb>举行|召开|举办|开幕|启动)的(?P<name>[^，。；：\n]{2,60}?(?:会|会议|论坛|仪式"
    r"|典礼|赛|节|活动|式|展))(?:期间)?[上中](?=[，,]|[^，。\n]{0,40}(?:获悉|表示|指出|透露|宣布|强调|介绍|说|了解到))"
)
OPENS_UP = re.compile(
    r"(?P<opened>揭牌|挂牌|奠基|开工|竣工|通车|开馆|开园|落成|启用|开业|封顶|投产|投用|揭幕|首航|开通)(?:成立|运营|运行"
    r"|建设)?"
    r"|(?:带来|作|做|主讲|举办)了?(?:一[场次堂个])?(?P<lecture>(?:题为|主题为|以)?[“《][^”》\n]{2,60}[”》](?:为题|为主题)?的?"
    r"(?:专题|主题|学术|精彩)*(?:讲座|报告|演讲|宣讲|党课|辅导))"
    r"|(?P<signed>(?:签署|签订)[^，。；\n]{0,40}?(?:协议|合同|备忘录|意向书|责任书))"
)
_MEETS = re.compile(
    r"(?:会见|接见)(?=了?[^，。\n并中时后前]{2})|(?:举行)?了?(?:闭门|双边|小范围|大范围)?会[谈晤](?![中时后前])"
)
_ATTENDS = re.compile(
    r"出席|参加(?=全|第|[市省县区]|“|\d|[^，。\n]{2,40}(?:会议|大会|仪式|座谈会|论坛|活动))|主持召开|主持(?!召开|会议)|在"
)
_AT = re.compile(
    r"[^，。；\n]{2,70}?(?:会|会议|论坛|仪式|典礼|式|班|学习|调研|座谈)()(?:期间)?[上中](?=[，,]|强调|指出|要求|提出"
    r"|讲话|表示|作|发表|致辞|发言|的讲话|说)"
)
_VENUE = re.compile(
    r"(?:在|(?<![关由对位属基终等处])于)(?P<venue>[^，,。；;\n“”在]{1,40}?)(?:，)?(?:(?:正式|隆重|成功|圆满|顺利|如期"
    r"|火热|盛大|欢乐|热烈|精彩"
    r"|激情|同时|同步|联合|共同|集中|现场|首次|再次)*"
    r"(?:召开|举行|举办|开幕|闭幕|落幕|启幕|开赛|收官|开班|开讲|开营|开跑|结业|落下帷幕|拉开|鸣枪|启动|打响|上演|揭幕"
    r"|开工|奠基|签约|开展|进行|起跑|发车|揭牌|开锣|登场|主持召开|组织召开|组织开展|会见|同(?=[^，。\n]{1,30}(?:会谈"
    r"|会见|座谈))))"
)
_BODY_GAP = re.compile(
    r"(?:于|在[^，。\n]{1,30}|联合|共同|携手|组织|隆重|成功|将|近日|日前|昨[日天晚]|今[日天早晚]"
    r"|(?:[0-9０-９]+月)?[0-9０-９]+[日号]|[上下]午|晚|等[^，。\n]{0,16}|邀请[^，。\n]{1,20}|正式|首次|再次|集中|主持"
    r"|党组"
    r"|工作人员|志愿者)*"
)
PRONOUN = re.compile(r"[他她](?=[^们，。“”他她]{0,8}$)")
OTHER_SUBJECT = re.compile(
    r"(?:会议|大会|全会|与会|大家|代表|委员们|座谈会|仪式|活动|论坛|他们|记者|企业|各[市县区级部]|全[市省县区])"
)
_GROUP_CUE = re.compile(r"参加|出席|列席|参会|汇报|(?:作|进行|分别|先后)[^，。；\n]{0,10}发言|陪同|参赛|参与")
_SPEAKS = re.compile(r"汇报|.*发言")


def _tells_day(date: DateMatch) -> bool:
    return date.is_day or (
        date.span.start is None
        and re.fullmatch(r"近日|日前|近期|连日来|当日|当天|同日|[0-9０-９]{1,2}日.{0,2}|昨.*|今天.*|今日.*", date.span.text)
        is not None
    )


def _kind(name: str) -> EventKind | None:
    """What a gathering is by the last word of its name: a contest's 启动仪式 is a ceremony, a contest's 活动 a contest."""
    kinds = [match.lastgroup for match in HEAD.finditer(name)]
    if not kinds:
        return None
    if kinds[-1] == "other" and name.rstrip("”’》」）)").endswith("活动"):
        kinds = [kind for kind in kinds if kind != "other"] or kinds
    return EventKind(str(kinds[-1]))


def _heads(chars: str, start: int, end: int) -> Iterator[int]:
    """Where the event words of a passage end."""
    return (match.end() for match in HEAD.finditer(chars, start, end))


def _object(scene: Scene, start: int, end: int) -> int | None:
    """Where the event that follows a verb ends: 召开|全市某会议|，; None where what follows is no event (某会议精神)."""
    chars = scene.chars
    found = None
    for match in HEAD.finditer(chars, start, end):
        if (quotation := scene.quotation(match.start())) and quotation[1] < end and quotation[0] > start:
            continue
        stop = match.end()
        if (
            NO_EVENT.search(chars[max(start, stop - 8) : stop])
            and not OWN_MEETING.fullmatch(chars, start, stop)
            and not re.match(r"[，,。；;\n]|$|并|，", chars[stop : stop + 1])
        ):
            continue
        if GOES_ON.match(chars, stop, end):
            found = None if found is None else found
            continue
        bracket = re.match(r"[”’》」]|[（(](?:扩大|视频|电视电话|线上)[）)](?:会议)?", chars[stop : stop + 8])
        stop += bracket.end() if bracket else 0
        if stop >= end or _BOUNDARY.match(chars, stop, end):
            return stop
        found = None
    return found


_BOUNDARY = re.compile(
    r"[，,。；;：:、（( \u3000并以对就和与传及后前期\n]|暨?(?:$)|学习|研究|听取|部署|安排|总结|审议|专题|动员|通报|围绕"
    r"|贯彻|深入|认真|讨论|表决|推进|分析|选举|正式|上[，,强指]|时"
)


def _unquoted(name: str) -> str:
    """A name without the marks that stand round the whole of it."""
    name = re.sub(r"[（(](?:视频|电视电话|线上|视频会议)[）)]$", "", name.strip())
    if len(name) > 2 and name[0] in "“《「" and name[-1] in "”》」" and not set("“”《》") & set(name[1:-1]):
        return name[1:-1]
    return name


def _alike(one: str | None, other: str | None) -> float:
    """How much of the shorter name is in the other, by pairs of characters."""
    if not one or not other:
        return 0.0
    pairs = [{name[i : i + 2] for i in range(len(name) - 1)} for name in (one, other)]
    return len(pairs[0] & pairs[1]) / max(1, min(map(len, pairs)))
