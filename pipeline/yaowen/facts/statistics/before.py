"""The noun before a number: 外贸企业|187户. What leads in and what leads out is stripped, then who does it."""

from __future__ import annotations

import re

from yaowen.facts.statistics.units import PEOPLE
from yaowen.facts.statistics.verbs import drop_subject, only_does
from yaowen.facts.vocabulary import DOES, Kind, cut

TRAILING = re.compile(
    "(?:(?:^|(?<=[）)])|分别|均|都)[高低快慢]出?|在[^，。；、]{1,10}[中内里]|(?<=[量额值])年|(?:由|从)[^，。；、]{1,8}的|一度|名义|收盘时?|在[^，。；、]{1,8}基础上|(?:一下子?)?[掉跌]到|跌至|更是|更|大概|少说|一下子|一般|通常|估计|(?<=同比)恢复|(?<=同比)(?:多|少)出?|现在|目前|如今|当前|首[个家座条批次所]|(?:高于|低于|快于|慢于|高出)全国、全省|(?:由|从)?(?:最初|原来|原先|过去|以前|之前|此前|当初|起初)的?|发展(?=$)|发展[到至]|平均|其中|其|(?:上升|下降|减少|增加|增长|提高|提升|上调|下调|调整|造成|导致|滑落|回落|回升|攀升|扩大|缩小|扩展|跃升|扩|缩|猛增|锐减|骤降|激增|剧增|增|升|降|减)(?:至|到|为)|上调|下调|调减|猛增|锐减|骤降|激增|剧增|(?:增速|"
    "增幅|涨幅)?(?:高于|低于|快于|慢于|高出|超出|领先)[^，。；、]{0,14}|连续[0-9０-９一二三四五六七八九十两]{1,3}(?:年|个?月|个季度|届|次)|同比|环比|比上年(?:同期|"
    "末)?|较上年(?:同期|末)?|比去年(?:同期)?|较去年(?:同期)?|比上月|较上月|较常年同期|比常年同期|较上届|比上届|较[^，。；、]{1,8}|较|每[百千万](?:人|户|亩|"
    "名[^，。；、]{1,6}|元|公里)|每[百千万]?(?:平方公里|平方米|立方米|(?![\u4e00-\u9fff](?:收入|产值|产量|收益|利润|成本)$)[\u4e00-\u9fff]{1,3})|"
    "(?<![同环占之率入货对分])比(?![对拼武价])[^，。；、重例率赛]{1,8}|年均|平均(?=增|提|下)|"
    "增长|增加|上涨|上升|提高|提升|扩大|攀升|回升|反弹|净增|(?<=[积量数额])新增|多增|增幅|增速|涨幅|升幅|增长率|递增|提速|延长|偏多|下降|减少|降低|下跌|下滑|回落|收窄|缩短|压缩|压减|缩小|降幅|跌幅|"
    "减幅|偏少|控制|稳定|保持|维持|调整|"
    "累计|合计|总计|共计|一共|分别|预计|预期|力争|增至|升至|降至|增到|降到|达到|达成|达|突破|跨上|跃上|站上|迈上|登上|(?<![突打看侦])破|超过|超出|超|逾|接近|将近|近|约|大约|不足|不到|仅为|仅有|仅|只有|高达|多达|最高|最低|"
    "不低于|不少于|不超过|至少|均为|均达到?|均超过?|(?<![日月年户人亩])均|都|也|已经|已|共有|共|"
    "占比|(?<![入])占|等于|相当于|为(?<!行为)(?<!作为)|是|有(?<!拥有)(?<!国有)(?<!民有)(?<!所有)(?<!私有)|拥有|现有|至|到(?<!应到)(?<!实到)|在|由|从|"
    "(?<![占入分对配之同环性])比|了|过|着|的|就|将|可|再|又|完成|实现|(?<=[^新])增(?!值)|(?<=[^平])涨|升(?<!提升)|降|减|翻|跌|：|:|、|，|和|"
    "及(?<!惠及)|与|接连|首次|历史性|一举|再次|率先|同口径|按(?:可比|不变|现行?)价格?(?:计算|核算)?|按?可比口径(?:计算)?|(?<=[一-鿿][一-鿿])(?<!全)(?<!总)长达|有望|可望|争取|努力|冲击|冲刺|(?:不|没)?受[^，。；、受]{1,8}影响|继续|依然|仍然?|小幅|大幅|微|略|逆势|双双|实际|"
    "(?<=[一-鿿])中|精简|压降|缩减|削减|共计为|转为|改为|变为|约合|合(?<!组合)(?<!联合)(?<!综合)|转(?<!流转)(?<!周转)(?<!好转)|分别为|等|“|”|\\s|余|"
    "每年|每天|第)$"
)
KEPT_WHOLE = re.compile("(?:增长率|经济增长|人数|户数|件数|总数|次数|天数|数量|参数|指数|占比|收入比|之比)$")


MEASURES = re.compile("(?:价格|收入|产量|产值|总额|总值)$")
"""What the dictionary joins with a verb of change (价格上涨)."""


def strip_end(phrase: str) -> str:
    """Without what leads from a noun to its number: 进出口额同比增长 is 进出口额."""
    previous = None
    while phrase != previous:
        previous = phrase
        if KEPT_WHOLE.search(phrase):
            break
        ending = TRAILING.search(phrase)
        if ending and (_between_words(phrase, ending.start()) or MEASURES.search(phrase, 0, ending.start())):
            phrase = phrase[: ending.start()]
    return phrase


def _strip_front(pattern: re.Pattern[str], phrase: str) -> str:
    """Without what a pattern finds at the front, where that ends with a word: 存|有 of 存有粮食, not the 存 of 存款."""
    opening = pattern.match(phrase)
    return phrase[opening.end() :] if opening and _between_words(phrase, opening.end()) else phrase


def _between_words(phrase: str, place: int) -> bool:
    """Whether no word of content stands across a place; 已有 and 还有 are two words here."""
    return not any(word.start < place < word.end and word.text[0] not in "已还只全将共现同环" for word in cut(phrase))


AREA_WORD = "(?:[全我本该][国省市县区州盟旗镇乡村]|全[校院厂局行球]|世界|[全我](?:自治区|街道|系统|行业)|两地|各地)"

LEADING = re.compile(
    "^(?:像[^，。；、]{1,12}?[这那一]样的|(?:以|按)[^，。；、]{1,6}计(?:价|算)?|(?:剔除|扣除)[^，。；、]{1,10}?后|"
    "[\u4e00-\u9fff]{0,8}[讯电][ \u3000]?（[^（）]{1,30}）|讯(?![息号问飞])|"
    "[、，：:；\\s的了着]|[园馆校院厂场区市县镇村库店站城境辖]内(?=共|现|已|有)|公司(?=亏损|盈利|利润|营业收入|销售|产值|出口额|产能|员工|职工)|这(?:是)?一?[条座个项家所支名位批种场次起](?=..)|(?:截至目前|据了解|据悉|据统计|"
    "据[^，。；、]{0,8}显示|得知|听说|获悉|了解到|看到|部分地区|局部地区|局地|统计数据?显示|数据显示|调查显示|其中|同时|此外|另外|目前|现在|如今|当前|预计|预期|力争|确保|计划(?!(?:完成)?投资|招生|生育)|将|已经|已|共计|总计|合计|累计|"
    "先后|相继|陆续|成功|分别|共(?!同|享|和|建|青)|就(?!业|医|诊|学|餐|地|近)|还(?!款|贷|清|田|林|湖|本)|又|再(?!生|就|贷|次)|也|均(?!衡)|都(?!市)|仅|只|"
    "并(?!网|购|轨)|且|而|则|从|对(?!外|口|接|华|台|[一-鿿“”]{1,14}(?:出口|进口|投资))|把|让|使|其(?!他|它|余)|"
    "一次性|提前|全力|持续|不断|稳步|加快|大力|积极|有序|扎实|深入|同步|最终|为(?!民|农|老)|每年|每天|首日|年均(?!值)|说(?![明法服话唱书课])|[一二三四五六七八九]是|[一二三四五六七八九十]{1,3}、(?![一二三四五六七八九])|[（(][一二三四五六七八九十]{1,3}[）)]|基本(?=建成|完成|实现|形成|完工|竣工|建立)|就?连(?![续锁云衣带年接线片栋])|会上|大会|提出|打算再?|拟再?|争取(?=建成|新建|完成)|明确要求|明确|规定|"
    "要求|(?:项目|工程|全部|全面)*(?:建成|投产|达产|投用|完工|竣工|通车|改造|实施|运营|满产|收货|术)+后(?!期|续)|为[^，。；、]{1,6}?(?=减税|减免|减负|解决|争取|节约|"
    "节省|办理|落实|发放|挽回|追回)|帮助[^，。；、]{1,6}?(?=解决|争取|节约)|[比较][^，。；、]{1,14}?(?=可?节[省约])|和|及|以及|与|到(?!位|达|账|会|岗|期)|在(?!校|岗|建|职|库|编|册|营|线)|以|"
    "向[^，。；、]{1,8}?(?=支付|捐赠|发放|捐款)|通过|力促|推动|带动(?=全))|"
    f"{AREA_WORD}(?!性)(?:各级|各地|范围内|上下|境内|的|现|现有|共|范围)?)+"
)
LIGHT = re.compile(
    "^(?:共|已|新)?(?:增加(?!值)|减少|压减|压缩|缩短|降低|提高|扩大|净增|提供(?!商)|收到|接收|准备|购买|实现(?!率)|完成(?!率|额|量|投资|产值)|拥有|现有|共有|建有|"
    "设有|设(?!备|施|计|立)|有(?!组织|效|机|色|线|序|限|偿|轨)|达成|达到|达|培育(?!期)|打造|形成|构建起?|获得|荣获|获(?!奖|评|得|批)|取得|"
    "受理(?!量|率)|支付|成为|创造|保持|建设(?=.*?(?:医院|学校|中心|工程|项目))|建起|建成|实施|开展|决出|评选出|评出|选出|夺得|斩获|摘得|勇夺|征集到?|收集到?|建成投用|"
    "建成投产|投用|出台|推出|包揽|覆盖|涉及|包括|涵盖|安排|设置|配备|做到|接到|花去|独得|吸引|带出|备足|存有?|是|为|遴选|确定|选派|组织|动员|派出|出动)(?:了)?"
)
NAMED = re.compile("(?:海拔|全长|总长|长度|高度|深度|[额率值量数价资费款金比度]|收入|支出|投资|面积|里程|规模|产能|产值)$")
DURATION = re.compile("[0-9０-９一二三四五六七八九十两]{1,3}(?:年|个月|天)(?:间|来|内)?")
DONE = re.compile("(?P<noun>[\u4e00-\u9fff]{2,8}?)(?:已经?|累计|共)(?P<verb>开工|竣工|投产|完工|签约|建成|落地|审结|办结|整改)")


DONE_TO = re.compile(
    "(?P<noun>[\u4e00-\u9fff]{1,7}[^方局院厅队部处委所站港园区厂店馆镇村县市校社会司行])已经?(?P<verb>[\u4e00-\u9fff]{2})"
)
"""Things that stand before what was done to them: 小麦已收割|30万亩."""
DIMENSIONS = "长宽高厚深重"
CLOSED_BEFORE = re.compile("^[^（(]*[）)]")
"""A bracket that was opened before a phrase: 8亿元（人民币，|下同）、9亿元."""


def read_before(before: str) -> str | None:
    """The noun before a number, without time, area, adverbs and the verb of change."""
    phrase = before[-60:]
    for separator in ("“", "（", "("):
        if separator in phrase and phrase.count(separator) > sum(phrase.count(close) for close in "”）)"):
            phrase = phrase[phrase.rfind(separator) + 1 :]
    phrase = CLOSED_BEFORE.sub("", phrase)
    phrase = strip_end(phrase)
    previous = None
    while phrase != previous:
        previous = phrase
        phrase = _strip_front(LEADING, phrase)
        shorter = _strip_front(LIGHT, phrase)
        if len(shorter) >= 2 and not only_does(shorter):
            phrase = shorter
    phrase = re.sub("^[^，。；]{0,16}历时[^，。；]{1,6}?[年月天](?:共|累计)?", "", phrase)
    if done := DONE.fullmatch(phrase):
        return done["verb"] + done["noun"]
    if done := DONE_TO.fullmatch(phrase):
        noun, verb = cut(done["noun"]), cut(done["verb"])
        if len(verb) == 1 and verb[0].kind in DOES and all(word.kind in {Kind.NOUN, Kind.ADJECTIVE} for word in noun):
            return done["verb"] + done["noun"]
    if (summed := phrase.partition("累计"))[1] and NAMED.search(summed[2]):
        return summed[0] + summed[2]
    # 救援人员累计转移群众 is of 转移群众: who did it is not measured.
    phrase = re.sub(
        "^[^、，]{1,10}?(?:累计|共计|一共|先后|已经|已(?!婚|知)|(?<![公总])共(?![同享和建产青有识性]))(?=..)", "", phrase
    )
    phrase = drop_subject(phrase)
    if len(phrase) > 12 and "的" in phrase[:-2]:
        phrase = phrase.rpartition("的")[2] if len(phrase.rpartition("的")[2]) >= 2 else phrase
    if "、" in phrase and len(phrase) > 18:
        phrase = phrase.rpartition("、")[2]
    phrase = phrase.strip("、，：: 　")
    if len(phrase) == 1 and phrase not in DIMENSIONS and cut(phrase)[0].kind != Kind.NOUN:
        return None
    if phrase in PEOPLE or DURATION.fullmatch(phrase):
        return None
    for opening, closing in ("“”", "‘’", "（）", "()"):
        if phrase.count(closing) > phrase.count(opening):
            phrase = phrase.rpartition(closing)[2] or phrase
        if phrase.count(opening) != phrase.count(closing):
            phrase = phrase.strip(opening + closing)
            if opening in phrase and closing not in phrase:
                phrase = phrase + closing if opening in "“‘" else phrase.rpartition(opening)[2]
    return phrase or None
