"""The words that tell who took part in an event without a name: what closes such a party, what leads to it, what it does.

Nothing here knows an article; `groups` reads sentences with these.
"""

from __future__ import annotations

import re

from yaowen.facts.wording import BODIES, MEASURE, NUMBER, OFFICE, PEOPLE
from yaowen.vocabulary import DOES, Kind

# What closes the name of a party: a noun for people or for bodies of people.
HEAD = re.compile(
    rf"(?:(?:{PEOPLE}|{BODIES})(?:（[^（）]{{1,12}}）)?(?:(?:等|一行)?{NUMBER}{MEASURE})?"
    rf"|等{NUMBER}个(?:[省市县区州旗镇乡村]|街道|社区))$"
)
ENDS_PEOPLE = re.compile(rf"(?:{PEOPLE})$")
ENDS_BODY = re.compile(rf"(?:{BODIES})$")
ALL_TOLD = re.compile(rf"等?共(?:计)?{NUMBER}(?:人|名)$")
"""主任王一及委员|共38人: the number counts those who are named too."""
SPEAKS_FOR = re.compile(r"(?:分别|共同|各自)?代表(?=[^，。；\n]{2,30}$)")
"""王一、李二|分别代表运动员、裁判员|宣誓: those behind it are no party of their own."""
COUNT_BEHIND = re.compile(rf"等?共?(?:计)?{NUMBER}(?:人|名)$")
SECOND_COUNT = re.compile(rf"(?<![、和与及的近约超逾0-9０-９])(?:等?共?(?:计)?{NUMBER}人|{NUMBER}名[^，。、的]{{0,6}})$")
"""9支队伍|210余人, 46支代表队|1600余名运动员."""
QUANTIFIED = re.compile(
    rf"各|有关|相关|部分|全体|全[市省县区校州院]|其他|其它|所有|众多|广大|来自|{NUMBER}{MEASURE}|{NUMBER}[省市县区州]"
)
ENDS_OFFICE = re.compile(rf"(?:{OFFICE}|总经理|常委|文书|会计|干事|秘书)$")
_BEATS = "逆转(?!以)|战胜|击败|力克|不敌|负于|[大险小]胜|惜败|战平|打平|逼平"
WINS = re.compile(
    r"(?P<team>代表队|队)?(?:分别)?(?:(?:[主客]场)?(?:以[^，。]{1,14}|[0-9]{1,3}(?:比|[:：∶])[0-9]{1,3}))?(?:逆转|爆冷)?"
    rf"(?:{_BEATS}|胜|夺[冠得魁]|问鼎|捧[杯得走起回]|蝉联|卫冕|登顶"
    rf"|赢得[^，。\n]{{0,8}}(?:冠军|奖杯)|摘[得取金]"
    rf"|(?:[分荣斩]?获得?|分列|屈居|位居|名列)[^，。\n]{{0,12}}(?:冠|亚|季|第|金|银|铜|奖|[一二三]名)"
    r"|(?:握手)?言和|互交白卷|[已共暂目前]*(?:收获|收入|揽|取得)[^，。\n]{0,3}[0-9一二两三四五六七八九十]+枚?[金银铜]"
    r"|(?:暂)?[位排]列[^，。\n]{0,6}榜)"
)
AT_HOME = re.compile("(?:坐镇|[在于])$")
"""Before the field on which a team plays: 甲县队坐镇|柳湖体育场|以2比1战胜乙县队."""
TEAM = re.compile("(?<![大支救消服医])(?<!志愿)(?<!^[省市县区州校国])队$|代表团$")
"""How the name of a team ends, not 交警大队, nor the 省队 that somebody plays for."""
NAMED_TEAM = re.compile(
    r"(?<=[，；：、和与及由])(?:最终)?(?!参赛|获奖|优秀|[我全各所两双其本该]|部分)(?P<team>[\u4e00-\u9fff]{2,12}?代表队)(?=[、和与及分获荣夺斩摘以战])"
)
"""A team that is called so and whose body no mention tells: 男子安河一中代表队、|卫生系统代表队|分获冠亚军."""
BELONGS = re.compile("[的前后]|[中门]?[锋卫]|球?员|将|教练|主帅|首发|队长|替补|总?领队")
"""Behind a team that is only told of somebody: 甲县队|前锋王一."""
NEXT_TEAM = re.compile(r"(?P<team>代表队|队)?[、和与及同]")
BEATS = re.compile(rf"(?:{_BEATS})了?(?:东道主|卫冕冠军|老?对手|[主客]队|[主客]场作战的)?$")
COUNT = re.compile(
    rf"{NUMBER}(?:名|位|支|家|对|所|组|户|个(?=[^，。；]{{0,4}}(?:部门|单位|家庭|孩子|子女|代表队|方阵|班级|社团|剧团)))"
)
GOVERNS = re.compile(
    r"(?:首批|全[省市县区国球])?"
    rf"(?:来自[^，。；]{{2,60}}?的|[^，。；]{{0,40}}?{NUMBER}(?:[名位人家所]|个(?:国家|地区|省份?|城市|县|市)))"
)
"""What counts for the whole of a list: 160余位|华侨、企业家代表, 来自三地的|专家、学者."""
ORIGIN = re.compile(r"(?:首批|部分)?来自[^，。；]{2,60}?的(?=[^，。；、]{2})")
"""来自三地三校的|创始成员."""
BEFORE_COUNT = re.compile(
    r"(?:(?:[本此该这][次届场]?)?[\u4e00-\u9fff]{0,4}"
    r"(?:会议?|大会|论坛|活动|比赛|大赛|赛事|现场)(?=共?(?:吸引|邀请|汇聚|汇集|组织|聚集|云集)))?"
    r"(?:[ \u3000]|图为|随后|之后|接着|最终|届时|现场"
    r"|台下|[赛现]?场[内外边]的?|活动|当[天日晚]|会上|全场|期间|首批|其中|[共合总]计|共|还|将|但是?|而"
    r"|(?:吸引|组织|邀请|汇聚|汇集|聚集|云集)了?|有)*"
    r"(?P<come>来自[^，。；\n]{2,60}?的)?"
)
AND_SOME = re.compile("[和与及](?:部分|有关|相关|各|全)")
"""37户村民|和部分企业: another party."""
ONE = re.compile("一(?:名|位|家|支|个|组|所|对|户)")
DELEGATION = re.compile(rf"一行{NUMBER}人")
"""考察团|一行8人."""
GUESTS = re.compile(r"(?<=..)(?:考察|访问|参访|参观|学习|交流|代表|慰问|检查|调研|督导|视察|专家|考核|评估|验收)[团组]$")
COMES = re.compile(
    r"(?:一行)?(?:来到?|到访|到|赴|抵达?|莅|走进|深入|先后|前往|实地|参观|考察|督[导查察]|检查|调研|视察|对(?=[^，。；]{2,40}(?:进行|开展)))(?!达)"
)
"""Guests who come by themselves: 石桥市政协考察团|来我市."""
LED_HERE = re.compile(
    r"(?:率领?|为[团组]长|组成|组织)的"
    r"(?P<party>[^，。；：\n“”的]{0,16}?(?:(?:代表|访问|考察|参访|交流|商务)团|(?:专家|检查|考[核察]|调研|督[导查察]|工作|评估|指导)组"
    r"|(?:执法|服务|宣[传讲]|慰问|突击|医疗)[分小]{0,2}队))"
)
"""会长王一率领的|访问团, 甲局、乙局工作人员组成的|联合执法队."""
LEADS_THEM = re.compile(r".*(?:率领?|带领|由|组成|[任为][团组]长|[，。、])[了的]?")
HABIT = re.compile("每|已|[至到]$")
"""Before a number that counts no party: 每周选派3名专家, 4至|5名学生."""
PROMISES = re.compile("还将|[每今明后]年|计划|拟(?!任)")
"""Before whom somebody is to send some day: 学校还将|选派12名教师到村挂职."""
SENT = re.compile(r"[^，。；\n]{0,20}(?:组织|邀请|派出?|选派|选送|推荐|带领|吸引|招募|的)了?")
"""Whom somebody sends, and what closes off where parties come from: 市医院组织|12名专家, 某市、某州等地的|11支乐团."""
FOR = re.compile("[为给](?!了)")
OF = re.compile(r"(?:正在)?[^，。；“”\n为给向对在]{2,14}的")
ACTOR = (
    r"人员|工人|[队学演]员|嘉宾|选手|歌手|小朋友|客商|跑者|骑手|"
    r"(?<![他她它我你咱人])们|志愿者|工作者|师生|学生|群众|干部|职工|村民"
    r"|居民|市民|游客|观众|家长|教师|医生|医[护务]人员|民警|干警|法官|律师|消防员|党员"
    r"|青年|官兵|专家|乡亲|队员|老人|孩子|同学|演员|代表|企业|单位"
)
ACTORS = re.compile(rf"(?:{ACTOR})$")
ACTORS_NEAR = re.compile(rf"[^，。；\n]{{0,28}}?(?:{ACTOR})")
HONOURED = re.compile(rf"{NUMBER}[名位]“[^“”]{{2,12}}”$")
"""People told by what they are honoured as: 10位“最美村医”."""
ENDS = re.compile(rf"(?:{PEOPLE}|{BODIES}|[名位]“[^“”]{{2,12}}”)$")
TOGETHER = re.compile(
    r"前[来往去]|慕名|携手|[上登]台|有序|[迅快]速|井然|[同齐激轮踊热纷依沿]|每[人位](?=[领获得拿收])|全程|与会|手把手|面对面|行[\u4e00-\u9fff]{0,3}礼|[现当]场|体验|[，。、；]|$"
)
"""What may stand behind counted parties though no dictionary calls it a verb: 96名选手|同台竞技."""
_PRELIMINARY = "了?[^，。；\n]{0,4}(?:初赛|预赛|海选|选拔赛|预选赛)"
"""3000名选手参加了|校级海选: no final of theirs."""
ON_THE_SPOT = re.compile("(?:[现当]场|体验)(?=[^，。；的]{2})")
"""消防员|现场演示灭火, 小朋友们|体验水带连接: people act, though no dictionary calls it a verb."""
GUIDED = re.compile(
    rf"在(?P<party>(?:[^，。；“”\n在]{{0,8}}[名位])?(?:{ACTOR}))的?(?:手把手|悉心|耐心|现场|专业)*(?:指导|带领|引导|陪伴)下"
)
"""孩子们在|消防员|指导下体验水带连接."""
NO_DEED = re.compile(
    rf"(?:还将(?:举[办行]|开展|组织|推出|陆续)|(?:在[^，。；\n]{{2,16}})?(?:参[加与]|进行|角逐){_PRELIMINARY}|受益|获[评得](?!参赛)|入选|累计|已|超过?|达|占|增|脱贫|被|因|均|有(?!序)|是|分别[是为]|的|中|入驻|打|持|遇难|受伤|死亡|确诊)"
)
"""What befalls people anywhere, at no event: 500名学生|受益."""
CUE = re.compile(
    # Who is there: 王一|出席.
    r"参加|出席|列席|参会|到会|与会|陪同|参与(?![者度]|组建|建设|研发|编写)|参赛|参演|参展|参训"
    # Who looks on or has entered: 市民|观看演出, 320名骑手|报名参赛.
    r"|(?<!集中)(?<!组织)观摩|观礼|观看|观[赛展演](?![者众])|见证|到场|就[座坐]|报名(?=参|[，。；])|确认参[会展赛加]"
    # Who goes with a visitor: 县委书记|一同调研.
    r"|随[同行]|一[同起道](?:检查|调研|考察|督导|察看|查看|走访|慰问|看望|参加)"
    # Who answers, swears, listens or remembers: 新任法官|宣誓, but not a 宣誓|仪式.
    r"|答记者问|回答记者|宣誓(?!仪式|词|活动|人|大会)|聆听|旁听|追忆|缅怀|围坐|[齐相欢]聚"
    # Who speaks: 各县|汇报, 代表|作交流发言; 听取|汇报 is another's.
    r"|(?<![听取])汇报|发了?言(?!人)|建言|直抒胸臆|表态"
    r"|(?:(?<![工合])作|进行|做)出?了?[^，。；\n]{0,16}"
    r"(?:交流|介绍|推介|说明|解读|部署|布置|(?:专题|主旨|主题|学术)报告|演讲|点评|展示)"
    # Who tells of something there: 市水利局|介绍了汛情, 石小满|宣读决定.
    r"|分别介绍|回应(?!称)|答复(?!称)|应询|介绍(?=了[^，。；]{2}|了?[^，。；]{0,8}情况)|通报了?"
    r"|发布(?=了?《)|宣读(?=了?[^，。；\n]{2,20}(?:决定|名单|通报|倡议书?|文件|公报)[，。])"
    # Who signs or is invited: 两家企业|签约, but not 签约|仪式.
    r"|提出了?[^，。；\n]{0,8}(?:意见|建议)|(?:递交|签订)了?[^，。；\n]{0,10}(?:责任书|承诺书)"
    r"|签[约署订](?!的|仪式|揭牌|活动|项目|[金总]?额|了?[0-9]+余?个)|受邀|应邀"
    # Who talks with others: 专家|共话发展.
    r"|面对面|畅谈|(?:深入|充分|热烈|互动)(?:交流|讨论)|探讨|共[话商议]"
    # Who is on a stage, or before a screen: 46支代表队|角逐, 党员|在会议室收看.
    r"|(?:带头|现场|踊跃|纷纷)捐款|登台|登场|同台|角逐|竞技|比拼|献艺|在[^，。；\n]{1,12}收[听看]|收[听看]"
)
"""What parties do at an event."""
NAME_GOES_ON = re.compile(r"[\u4e00-\u9fff]{0,6}(?:[赛会节]|(?<![开发进施])展)")
DOES_THERE = re.compile(r"在[^，。；\n]{1,16}(?:开展|进行|举行|举办|参加|清[理扫])")
"""机关干部|在辖区开展志愿服务."""
MAY = re.compile(r"(?:可|请|欢迎|应(?![邀急])|须|需)[^，。；]{0,3}$")
"""市民|可免费参观: nobody has come yet."""
WELCOMES = re.compile(r"[^，。；\n]{0,6}?(?:诚[邀挚]|欢迎|敬请)")
"""Before who has not come either: 诚邀|广大市民前来观展."""
IN_CHARGE = re.compile("(?:等(?:单位|部门)?)?(?:有关|相关|主要|分管)*负责(?:人|同志)(?=[\u4e00-\u9fff])")
"""有关负责人|解读政策."""
DEALT_WITH = re.compile(
    r"[^，。；、]{2,16}?(?:[^应面相]对|联合|携手|派出|选派|约谈)(?=[0-9０-９一二三四五六七八九十两]+余?[名位家个])"
)
"""市住建局对|3家企业负责人约谈."""
SPEAKS_THERE = re.compile("汇报|宣读|发了?言|表态|作.*(?:发言|介绍|推介|说明)")
"""What is done at the meeting itself, wherever it is told."""
MOVES = re.compile("(?:先后|一同|一起|共同|分别)?(?:来到|走进|前往|抵达|赶到|深入|奔赴|齐聚)")
"""A clause that only says where those named before it went: …干部100余人，|来到某公园|参加植树."""
SPEAKS = re.compile(r"汇报|宣读|发布|发了?言|表态|作|进行|做|介绍|通报|签")
ALSO = re.compile("(?:还|也|一起|共同|现场|分别)+$")
LED = re.compile(
    # Who brings, calls, sees or accompanies them: 王一|率|….
    r"(?:率[领队]?|带领|会同|携(?=[^，。；\n]{2,16}一行)|(?:组织|召集|邀请|(?<=[，。；])请)了?|看望(?:慰问)?了?|慰问(?![品金物])了?|会见了?|接见了?|与(?!会(?![员长计展场]))|同|和|由)"
    r"(?P<party>[^，。；：\n“”]{2,36}?)"
    r"(?P<after>一行(?![0-9０-９])"
    # How or when they do it: 率部分委员|先后….
    r"|(?:一[起同道]|共[同进]|深入|亲切|现场|围坐|进行|举行(?=了?[^，。；\n]{0,6}(?:座谈|交流|对话|联谊))"
    # What they do: 与学生代表|座谈, 同12位老人|拉起家常.
    r"|拉起?家常|开展座谈|面对面|赴|来|到|就|对|围绕|开展|走进|体验|旁听|在(?=[^，。；\n]{2,16}(?:举行|开展|举办|进行))|参[加与观]|先后|前[往来]|座谈|交流|召开|亲临|莅临|出席|到会)"
    r"|[，。；]|(?:视察|调研|考察|植树|联欢|合影|走访|检查|巡查)(?![团组的]))"
)
"""Whom somebody leads or meets: 王一率|部分政协委员|赴石河镇调研."""
JOINTLY = {"一起", "一同", "一道", "共同", "共进", "深入", "亲切", "面对面", "围坐", "进行", "举行", "开展座谈"}
"""What tells that those behind 与 and 由 did it too, rather than were there."""
BROUGHT = re.compile(
    rf"(?:组织|带领|率领?|召集)了?(?P<party>[^，。；：\n]{{2,60}}?等(?:单位|部门|方面)?{NUMBER}(?:人|名[\u4e00-\u9fff]{{2,6}}))(?=[，。])"
)
"""Whom a body brings, counted at the end: 县妇联组织|女职工、妇女代表等120多人|，到某村植树."""
BEHIND_LEADER = re.compile("(?:[和与及]|以及)(?=..)")
"""Behind somebody who is led, before those who are led too: 王一带领部长李二|及|各镇负责人来到某村."""
PRELIMINARY = re.compile(_PRELIMINARY)
HONOURS = re.compile("(?:会议|大会|会上)?，?(?:通报)?(?:表彰|表扬|嘉奖)了?(?=[^，。；\n]{2})")
"""Before a list of those whom a meeting honours: 会议表彰|12名园丁、3所学校，王一发言."""
SEES = re.compile("看望|慰问")
AT_WORK = re.compile(r"(?:正?在|[坚奋][守战])[^，。；\n的]{2,24}的")
"""Before whom somebody sees: 看望|正在河堤巡查的|民兵."""
IN_ALL = re.compile("累计|以来|过去[^，。]{1,4}年|年来|每年")
"""What is summed up was done at no one event."""
TALLY = re.compile(r"据(?:不完全)?统计，(?!当[天日])[^。；\n]{0,12}[月年][^。；\n]{0,24}$")
"""据统计，3月份全县共有3000名妇女|参与植树: nor what is counted over a month."""
SERVED = re.compile(
    rf"[为给向对](?:(?P<doing>[^，。；：\n“”为给向对的]{{2,16}})的)?(?P<party>[^，。；：\n“”为给向对的]{{0,8}}?{NUMBER}余?[名位组户对][^，。；：\n“”]{{2,16}}?)"
    r"(?:[作做讲上开提发颁授送带进举义返赠量测理修剪写诊办检拍普](?!业者)|免费|现场)"
)
"""For whom something is done there: 为30名学生作了讲座, 为留校的|30名学生."""
HEARD = re.compile(
    rf"听取了?(?P<party>(?:(?:各|部分|有关|相关|与会|来自|{NUMBER}{MEASURE})[^，。；：\n“”]{{2,40}}?"
    r"|[^，。；：\n“”、]{2,20}等(?:相关|有关)?(?:单位|部门)))"
    r"(?=对|就|关于|围绕|的?(?:工作|专题)?(?:意见|建议|汇报|情况|介绍|诉求|发言))"
    r"|听取了?(?P<list>(?![和并与及])[^，。；：\n“”]{2,30}[、和与](?:(?!方面)[^，。；：\n“”]){0,30}?)"
    r"(?!方面)(?=关于[^，。；、]{2,30}汇报|的?(?:意见|建议|诉求|发言|(?:有关|相关|工作|专题|情况)*汇报))"
)
"""Whom somebody hears: 听取|5名村干部|对防火的意见, 听取|市住建局和4家企业|的建议."""
ON_THE_WAY = re.compile(
    r"(?<=[嘱求请诉咐励])(?P<party>随行的[^，,。；：\n“”]{2,24}?)"
    r"(?=[，,：]|[靠抓要对把认尽加从做][^，,。；：\n“”]{0,12}[，,。])"
    rf"|联合(?P<with>[^，。；：\n“”]{{0,12}}?{NUMBER}余?[家个所][^，。；：\n“”]{{2,8}}?)(?=[主举承]办|共同|开展)"
)
"""Whom a visitor speaks to on his way, or with whom something is held: 叮嘱|随行的农技人员|抓紧…, 联合|9家单位|主办."""
BRINGS = re.compile(
    r"(?:引得|引来|吸引了?|聚集了|汇聚了|云集了|带着|带领|率领?|领着|携|组织|邀请了?|选派|派出)(?=(?:(?:来自[^，。；\n]{2,40}?|[^，。；\n\d]{2,30}等[0-9]+个[^，。；\n\d的]{2,6})的)?(?:[^，。；\n\d]{0,6}?)"
    rf"(?P<count>{COUNT.pattern}))"
)
"""Before parties told by their number whom somebody brings: 王一|带着6名徒弟演示."""
THOSE = re.compile(
    r"(?:出席|参加|参与|列席|到会|[随陪]同)[^，。；\n]{0,16}?的?(?:还)?有(?!关)[：:]?(?P<list>[^。；\n]{2,300}?)(?:等?(?=[。；\n]|$))"
)
"""出席会议的有市纪委委员35人; 出席仪式的有副县长王一，某镇镇长李二、石桥小学师生."""
CLAUSE = re.compile("[^，,]+")
TRAIL = re.compile(
    # Where they come, and whom they send: 各单位|派代表|参加.
    r"(?:(?:来到|前往|走进)[^，。、]{2,20}|(?:也|均|都)?派(?:出)?代表|分别|先后|共同|一[同起道]"
    # Where, to whom, with what: 企业代表|在会上|发言.
    r"|(?:在(?![职岗校任])|向)[^，。、]{1,12}|也|均|(?:(?<!工)作|(?<=[人志别表台])进行)了?[^，。、]{0,6}|等(?:人员?)?"
    # About what, as what: 委员|围绕防火|建言.
    r"|(?:就(?!业|职|读)|从(?!业|事|军|教)|通过|围绕|结合)[^，。]*|以(?![上下内外及])[^，。]{1,8}"
    # How: 代表|依次|发言.
    r"|还|应邀|受邀|(?:慕名|专程)?[前赶]来|将|完成|成功|现场|依次|逐一|轮流|[上登]台|积极|踊跃|相继|各自|首先|最后|集体|专程|全程)$"
)
"""What a verb's clause may have behind the parties, the last of it: 各县负责人|围绕防火分别|发言."""
LEADS = re.compile(
    r"(?:图为|听取了?|(?:会上|会前|会后|活动中|仪式上|随后|期间|当天|届时|现场(?!的))，?|[并和及]|与(?!会)|以及|还"
    r"|由(?=[^，。]{2,24}代表)|(?:邀请|(?<![邀申宴])请|组织|吸引)了?(?=.{2})|[共合总]计(?=[0-9])|但是?|(?:将|共|还)*有(?!关))+"
)
SENDS = re.compile("(?:积极|精心|迅速|专门|共同)*(?:组织|邀请|发动|选派|带领|率领|召集)了?(?=..)")
"""Behind the body that brings those it lists: 市医院|组织|儿科、骨科等专家参加."""
DIVIDES = re.compile("分为|分成|设有|(?:[共下]|[分还])设|设置|涵盖|包括")
"""What a contest is made of: 比赛|分为|男子组和女子组，300名选手参加."""
SEPARATOR = re.compile(r"(?<!专家)、|、(?!学者)|以及|[和与及](?!平|谐|时|早|第|其他人|会(?![员长计展场]))|暨")
JOINS = re.compile(r"与会的|以及|并?(?:[同与和](?!心|行|学|志|事|会(?![员长计展场]))|听取|邀请|组织(?=[各有全]|部分))了?")
QUOTED = re.compile(r"“[^“”]{1,14}”")
NO_PARTY = re.compile(
    # A mark, a meeting, whoever.
    r"[：“”《》！？/]|会议|每人"
    # What a clause opens with that goes on about others: |动员|党员.
    r"|^并|^赴|^(?:旨在)?(?:引领|引导|激励|鼓励|动员|号召|呼吁|带动)|[我你他她]们|^(?:本报|特派)?记者|每[一位名]"
    # What is said or held: 王一|要求|各县.
    r"|强调|指出|要求|表示|举[行办]|^限|召开|开展|吸引|邀请|广邀|欢迎|拥有|感谢|携手|听取|成立|通知|推荐|选送|[局队院厅委办]联合(?![会国体执])|派(?![出驻])"
    # Where somebody goes, what is made of whom: |走进|社区.
    r"|^(?:从而|作为|需要|汇集|诚邀|充分|积极(?!分子))|介绍了|来到|走进|前往|深入|先后|连线|组成(?!员|人员)|[开结]班|比赛|第[0-9]|揭牌|注册"
    r"|^[这此]|分别[与和]|^首次|^已|时(?=[0-9０-９一二三四五六七八九十])"
    # Habits and sums: |每年|30名学生, |已有|百家企业.
    r"|历届(?!校友|毕业|学[生子])|每年|已有|共有|包括|目前|同时|将(?!军)|更多|一批|[很许]多"
    # A preposition or an adverb: |对|企业, 村民|在|地里.
    r"|^[由是对向给为令让使更既又也陪]|^得到|[员工人生师者众民]在(?![校职场外岗读线编])|采访|^协调|^责[成令]|^督促"
    r"|^就(?![业读职])|^围绕|^在(?![场校职座读岗])|选拔|^出动|有[两一上近数0-9]|就[^，。]{1,12}向"
    # A scrap: |38人, |一位.
    r"|^的|的$|^[我全][省市县区州旗镇乡校院]组织$|^[0-9０-９.．]+万?[余多]?人$|^一[名位个]"
    # Whoever is so old: |80岁以上老人.
    r"|^[0-9０-９]+周?岁"
)
"""What no party's name holds: a verb, a pronoun, what tells of habits."""
CAME = re.compile(rf"(?:吸引|引来)了?(?P<party>{NUMBER}人)(?=进场|[前赶]来|参[与加赛观]|到场|现场|观[看赛])")
"""招聘会吸引|2400多人|进场求职: nothing but their number."""
THERE_WERE = re.compile(
    r"^.{0,12}?(?:共|将|还|已)*"
    r"(?:吸引了?(?=.)|(?<=[会式动赛坛练习节])(?:还|也|共|特别|专门)*邀请了?(?=.)"
    r"|(?:邀请了?|共有|迎来了?|有|组织了?)(?=来自|各|全|部分|近|约|[0-9０-９]|[^，。；]{2,40}[0-9０-９]余?多?[名位个家支]))"
)
SEVERAL = re.compile(r"(?:委员|成员|代表|干部|领导)$")
THERE = re.compile(
    r"[ \u3000]*(?:(?:[本此这]次|[本该]届)[^，。；]{2,20}(?=，)"
    r"|[^，。；]{0,10}(?:会议?|仪式|典礼|活动|论坛|现场|比赛|期间|调研|考察|当天|座谈|培训|座谈会)"
    r"(?:上|中|前|后|期间|现场)?|其间|期间)[，,]"
)
AT_IT = re.compile(
    r"[ \u3000]*(?:(?:当[天日晚]的?)?(?:活动|仪式|典礼|比赛|演出|开幕式|签约)(?:现场|上|中|当天|期间)"
    r"|现场|当[天日晚]|[今昨][天日晚])，"
)
CLOSES = re.compile(
    r"了?(?:此次|本次|这次|该|上述|有关)?"
    r"(?:[。；]|[^，。；]{0,8}(?:会议?|会见|座谈|活动|仪式|调研|检查|考察|视察|走访|慰问|督[导查察]|参观|巡查|接访|培训班?|[研轮进读][\u4e00-\u9fff]班|学习|开幕式|典礼|演[练习]|比赛|竞赛|大赛|赛事)(?=[。；，并]))"
)
GENERAL = re.compile(
    r"(?:全体|全部|部分|有关|相关|来访的?)?"
    r"(?:负责(?:人|同志)|大家|人们|有人|代表|人员|成员|领导|选手|同志|单位|部门|企业|委员|本人|个人|主持人|发言人"
    r"|新闻发言人|客人|嘉宾|人|工作人员|志愿者|机构|老师|同学们|会同志|[与参到]会(?:人员|同志|代表|嘉宾|领导|者))"
)

GOES_ON = DOES | {Kind.ADVERB, Kind.PREPOSITION, Kind.CONJUNCTION, Kind.OTHER}
"""What may stand behind a party that does something."""
