"""The words that tell who took part in an event and how: who chairs, speaks, attends, wins, gives, is heard.

Nothing here knows an article; `attendance` reads sentences with these.
"""

from __future__ import annotations

import re

from yaowen.schema import PartTaken

CHAIR = re.compile(r"主持(?!人|词|稿|了?(?:编写|编纂|设计|研发|研制|完成|过|翻译|工作|节目))")
SPOKE = re.compile(
    r"讲了?话|下达[^，。\n]{0,8}令|强调|指出|(?<![照作关署准的新格据高总标质本])要求(?![的。、])"
    r"|(?<![工合创制写操协运])作(?![者品业家协文坊物])[^，。；\n]{0,28}?(?:报告"
    r"|讲话|发言|致辞|演讲|说明|辅导|授课|点评|讲解|宣讲|部署|安排|动员|解读|分享|介绍|发布|党课|讲座)"
    r"|致[^，。；\n]{0,2}?[辞词]|建言|直抒胸臆|汇报(?!会)|报告(?=[^，。；\n]{0,10}工作[，。])|发了?言(?!人)|宣布|宣读"
    r"|通报(?!表[扬彰])|传达|[授讲]课|上了?第?一[堂节课]课?|主讲|执教|宣讲|演讲(?!的《)|讲授|[讲上][^，。；“”]{0,10}党课|点评|解读|推介(?!会)"
    r"|(?:提出|作出|明确)[^，。；\n]{0,10}要求|叮嘱|嘱咐|勉励|寄语|表示|介绍|[，,]说|说[：:，,。]|称[：:，,]|希望"
    r"|对[^，。\n]{1,20}(?:作出|进行|提出|作)[^，。\n]{0,6}(?:部署|安排|要求)|回应|认为|提出[，,：:]|反映|反馈了?(?=[^，。；\n]{0,12}(?:情况|意见|问题)[，。；])|提出了?[^，。；\n]{0,8}(?:意见|建议)|(?<![见条个项])建议(?!的)"
    r"|呼吁|倡议[，,：:]|透露|提醒|坦[言承]|直言|感[慨叹]|致谢|解答|阐述|分享了?(?=[^，。；\n]{2,24}(?:[，。；]|$))"
    r"|(?<!研究)(?:安排部署|部署安排|动员部署)了?(?=[^，。；\n]{2,30})"
    r"|发布(?=了?[^，。；“”\n会]{2,24}[，。；])"
    r"|回答(?!记者)|(?:回答|答)了?[^，。；\n]{0,6}记者[^，。；\n]{0,8}问|告诉(?=[^记，。；“”\n]{1,8}[，,：:])|答道|讲述|[回追]忆了"
)
THERE = re.compile(r"(?:会|仪式|典礼|活动|致辞|讲话|发言|论坛)[上中时]|[受应]邀|与会|到场")
SPEECH_OPENS = re.compile(
    r"(?:强调|指出|(?<![出的])(?<!工作|具体|明确|相关|有关|整改|[几一二三四五]点)要求|表示|认为|希望|[，,]说|介绍|谈到|透露|呼吁|坦言|回答)说?[，,：:]"
    r"|[赛会演][后前]说[，,：:]"
)
TO_REPORTERS = re.compile(r"记者|采访")
SHOWN = re.compile("[对向]记者")
"""某队长王一|向记者|演示时表示: not said to those on the tour."""
REPORTER_SEES = re.compile("记者(?:在[^，。；\n]{2,20})?(?:看到|见到|了解到)")
"""在车间，|记者看到，…。总经理王一说: behind it who is met talks to the reporter."""
INTERVIEWED = re.compile(r"(?:告诉|[对向])[^，。；：“”\n]{0,8}记者|接受[^，。；：“”\n]{0,20}采访")
PRESS = r"(?:发布会|吹风会|通气会|记者会)"
AT_PRESS = re.compile(f"{PRESS}上")
PRESS_NAME = re.compile(f"{PRESS}$")
"""How the name of a press conference ends."""
IN_WRITING = re.compile(r"(?:公告|声明|通告|报告|文章|一文|微博|推文|贺信|贺电|来信|信|社交媒体|朋友圈|电话|书)[中上里]")
"""在公司公告中，王一称: not said where anybody met."""
INTERVIEW = re.compile(r"说|提醒|分享|表示|介绍|认为|回应|希望|透露|坦[言承]|直言|感[慨叹]|呼吁")
ANSWERS = re.compile("答[^，。；\n]*记者")
"""王一|回答记者提问, at a press conference."""
ATTENDED = re.compile(
    r"出席|参加|就[座坐]|到场|莅临|陪同|列席|参会|到会|随同|参与(?!者)|见证|剪彩|揭牌|揭幕|颁奖|颁发|授牌|授旗|观[看摩赛展演](?![者众])"
    r"|与会|参赛|陪访|送别(?=[，。])|[与和同](?=[^，。；\n]{2,30}一[同起道](?![来去]))|(?:带领|率领)下"
    r"|一[同起道](?:检查|调研|考察|督导|看望|慰问|走访|视察)|参观|领奖|启动|发令|鸣枪|推杆|按下|触摸"
    r"|任[^，。；\n]{0,6}(?:指挥|裁判长|评委|[证主]婚人|(?:大会|会议|论坛)主席)|宣誓|入场|领唱|朗诵|诵读|为[^，。\n]{1,24}(?:颁奖|揭牌|授|送|献|发放|开球|鸣锣|鸣哨)|会见|会谈|座谈"
    r"|交流|献花|代表[^，。\n]{1,10}签[约署订字]|签字|签约(?=[，。])|签[订署]|监誓|谈话(?![会室精])|碰头"
    r"|登台|表演|献唱|带来|道谢|饰演|分饰|扮演|出演|领衔|担纲|执棒|演奏|演唱|亮相|捐[给赠献出]|(?:带头|率先|现场|踊跃|纷纷)捐款|挥锹|铲土|培土|扶苗|植下|栽下|种下"
)
THERE_WERE = re.compile(
    r"(?:出席|参加|陪同|列席|到会|参与|就[座坐])[^，。；\n]{0,14}的(?:领导|嘉宾|来宾|人员|同志|[省市县区]领导|[和与、])*(?:还|也)?(?:有|包括"
    r"|是)|(?:随行|同行)的|(?:代表|嘉宾|发言人|专家|委员|选手|评委|执行主席)(?:分别)?(?:有|是|为)[：:]"
)
PARTIES = re.compile(
    r"等?[^，。；\n]{0,8}(?:[，、和与及]|以及)(?:(?!主持|讲话|强调|指出|汇报|发言|介绍|作了|听取|观看|察看|表示|宣布"
    r"|传达|通报|会议|他|她)[^。；\n])*?"
)
WON = re.compile(
    r"夺得|夺冠|获得|荣获|斩获|摘得|摘取|获(?=[^，。\n]{0,12}(?:奖|冠|亚|季|名))|包揽|获评|位列|折桂|摘金|捧杯|问鼎|名列"
    r"|纪录|冠军|亚军|季军|金牌|银牌|铜牌|第一名|胜|击败|战胜|成绩|打破|拿下|当选|攻入|打进"
    r"|破门|头球|进球|得分|扳平|绝杀|助攻|开[启]?纪录|梅开二度|帽子戏法|晋级|砍下|点球"
    r"|迎战|对阵|对决|挑战|争夺|出战|亮相|[独豪狂]得|折桂|独揽|打入|独中|捧[得起走]|登顶|卫冕|蝉联"
)
WORK_WON = re.compile("的?(?:[\u4e00-\u9fff]{0,6})《[^》\n]{1,20}》[^，。；\n]{0,8}?[获摘夺]")
"""Behind who wins with a work: 王一|的《晨曦》获一等奖."""
ANY_PRONOUN = re.compile("(?<!其)[他她](?!们)")
PRONOUN = re.compile(r"(?<!其)[他她](?=[^们，。“”他她]{0,8}$)")
OPENS_WITH = re.compile(r"[他她](?!们)(?:[^。；“”\n他她]*[，,]|[对向][^，,。；“”\n他她]{2,40})$")
"""他充分肯定全县成绩，|强调; 他对值班的干部王一|说: whom a sentence is about that names nobody else."""
OTHER_SUBJECT = re.compile(
    r"(?:会议|大会|全会|与会|大家|代表|委员们|座谈会|仪式|活动|论坛|他们|记者|企业|各[市县区级部]|全[市省县区])"
)
GIVES = re.compile("颁|授|为")
TO_WHOM = re.compile("[向为给]")
AFTERWARDS = re.compile("赛[后前]")
OF_CONTEST = re.compile("教练|裁判|评委|领队|队长")
"""Whoever is so is there, whenever he speaks."""
COMES_TOGETHER = re.compile(
    "^签[署订].*(?:协议|备忘录)|(?:典礼|[会展节式]|展览|签约|揭牌|(?<!义诊|宣传|返赃|服务|咨询|捐助)活动)[”》]?$"
)
"""How the name ends of what people gather for: no 义诊活动, which some do for others, no 大桥通车."""
ACCORDING = re.compile("据[^，。；\n]{0,40}$")
"""据|市水利局局长王一|介绍: said to the paper."""
BY_HAND = re.compile("(?:现场|当场|耐心|细心|认真|仔细|还|正|又)*(?:手把手|[把给为帮教](?!予))(?=[^，。；“”]{2})")
"""Behind who does something with others: 王一|把医嘱写成大字."""
TO_HAND = re.compile("[给为帮](?:[0-9]{1,3}岁的)?$")
"""Before whom something is done for: 递给83岁的|王一."""
SEEN_OFF = re.compile("(?:同志|先生|女士)?送[别行]")
"""Behind who is not there any more: 为王一|同志送别."""
LEADS = re.compile(r"率(?!先)(?=[^，。；\n]{2,30}(?:[人员团队组家]|一行|代表|委员))|带队(?=[，、,到赴来前深开])")
TAKES_ALONG = re.compile(r"(?:一行)?(?:[于在][^，,。；\n]{2,12}?)?(?:带领|率领?|会同|带着)[^，,。；\n]{0,8}")
"""Between who leads a tour and whom he takes along: 王一|于5日带领党员|李二."""
UNDER = re.compile("(?:等|一行)?在")
WITH_HIM = re.compile("等?的?(?:带领|率领|陪同)下")
"""Before and behind who leads others: 科长李二|在|局长王一|的带领下调研."""
LEADS_TO = re.compile(r"(?:带领|率领|组织)(?=[^，。；\n]{2,80}(?:开展|进行|参加|到|在))")
"""Before what is done: 副县长王一|带领执法队开展联合执法行动."""
HEADED = re.compile("(?:女士|先生|同志|教授|研究员|院士)?(?:任|为)(?:[团组]长|领队)(?=的|，率)")
"""Behind who heads a party: 以某市市长王一|为团长的访问团."""
CHOSEN = re.compile("当选|被(?:推选|选举|推举|选|聘任?)为")
ELECTS = re.compile("(?:选举|[补增推]选|推举)(?=[^，。；\n]{2,12}为)")
"""Whom a meeting elects: 王一当选会长, 选举|王一为会长."""
COURT = re.compile("审理|庭审|开庭|宣判")
BEFORE_COURT = re.compile("(?:被告人?|原告人?|上诉人|审判长|审判员|主审法官|(?:承办)?法官|检察[员官]|公诉人|辩护人)$")
ONLOOKER = re.compile("[^，。；“”]{0,12}(?:说|感[慨叹]|表示|告诉|[坦直]言|提醒|认为|评价|建议|呼吁|介绍|称)")
"""Behind who looked on: a villager who says something is no party to the case."""
TO_THOSE_THERE = re.compile("[对向醒诉给](?:围上来|围[坐观过]|在场|旁听)")
"""Whom a judge speaks to: 休庭后，法官王一对|围上来的村民说."""
IN_COURT = re.compile("[^，。；]{0,6}(?:在法庭上|当庭|在庭上|在?最后陈述)")
NATION = {"总书记", "国家主席"}
ADDRESSED = re.compile(r"(?:叮嘱|嘱咐|告诉|询问)(?!记者)(?=[^，。\n]{2,30}[，,：:。])|勉励(?=[^，。\n]{2,40}[，,：:。])")
AT_HOME = re.compile(r"(?:家[中里]?|等[^，,。；\n、]{0,8}家[中里])(?=[，,。、])")
"""Behind whom a visitor calls on: 来到村民|王一|家，送上慰问金; 来到王一、李二|等老党员家中."""
TALKED_TO = re.compile(
    r"(?<=[向与同和])[^，,。；：“”\n]{2,20}?(?=(?:仔细|详细|亲切|一一)*(?:[了打][解听]|询问|问|算|聊|拉起?家常|[交攀]谈|交流))"
)
"""Whom a visitor talks to: 向|养殖户王一|询问行情, 与|村民李二|算起收入账."""
SEES = re.compile(r"(?:看望|慰问|走访)+了?(?P<whom>[^，,。；\n的]{2,60})(?=[，,。；])")
"""Before whom a visitor calls on: 看望慰问了|王一、李二等困难职工."""
GOES_ROUND = re.compile(
    r"等?(?:一行)?(?:还|又|随后|先后|分别|一同|带队|率队|驱车)*(?:来到|走进|深入|前往|赴|抵达|走访)(?!会议|座谈)"
)
"""Behind who goes on a stop of a tour: 副县长王一、教育局局长李二|先后来到."""
OFFICIAL = re.compile("(?:长|常委|委员|主任|主席|书记|领导|干部)$")
HEARD = re.compile(r"听取了?(?=[^，。；\n]{2,40}(?:汇报|介绍|讲解))")
REPORTS = re.compile(r"(?:关于|对|就|所?作?的|的)[^，。；\n]{0,30}(?:汇报|介绍|讲解)")
"""听取镇长|王一|关于防汛工作的汇报: who is heard speaks."""
LISTENS = re.compile("旁听的[^，。；“”\n]{0,16}$")
"""旁听的村民|王一|说: who sits in looks on, and is there."""
HOLDS = re.compile(r"(?:[今昨前][天日晚][上下]?午?|日前|近日|[0-9]{1,2}日[上下]?午?)?(?:[在于][^，。；\n]{1,30})?")
"""Between a person and 举行: 王一在某馆|举行收徒仪式."""
RANK = (PartTaken.CHAIR, PartTaken.SPEAKER, PartTaken.ATTENDEE)
