"""What a number measures, said in the words around it: 全市外贸企业187户 is of 外贸企业, 新建学校12所 of 新建学校.

Reads words alone, cut by `vocabulary`. Behind a number the noun runs to the first word that no longer belongs to it;
before a number, what leads in and what leads out is stripped, then who does it. Where both sides have a noun, a count
takes the one behind.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from yaowen.facts.units import PEOPLE, PERSONS, is_count
from yaowen.facts.vocabulary import DOES, Kind, Word, cut

AREA_WORD = "(?:[全我本该][国省市县区州盟旗镇乡村]|全[校院厂局行球]|世界|[全我](?:自治区|街道|系统|行业)|两地|各地)"

LEADING = re.compile(
    "^(?:[\u4e00-\u9fff]{0,8}[讯电][ \u3000]?（[^（）]{1,30}）|"
    "[、，：:；\\s的了着]|这(?:是)?一?[条座个项家所支名位批种场次起](?=..)|(?:截至目前|据了解|据悉|据统计|"
    "据[^，。；、]{0,8}显示|部分地区|局部地区|局地|统计数据?显示|数据显示|调查显示|其中|同时|此外|另外|目前|现在|如今|当前|预计|预期|力争|确保|计划|将|已经|已|共计|总计|合计|累计|"
    "先后|相继|陆续|成功|分别|共(?!同|享|和|建|青)|就(?!业|医|诊|学|餐|地|近)|还(?!款|贷|清|田|林|湖|本)|又|再(?!生|就|贷|次)|也|均(?!衡)|都(?!市)|仅|只|"
    "并(?!网|购|轨)|且|而|则|从|对(?!外|口|接|华|台)|把|让|使|其(?!他|它|余)|"
    "一次性|提前|全力|持续|不断|稳步|加快|大力|积极|有序|扎实|深入|同步|最终|为(?!民|农|老)|每年|每天|年均(?!值)|会上|大会|提出|打算再?|拟再?|争取(?=建成|新建|完成)|明确要求|明确|规定|"
    "要求|(?:项目|工程|全部|全面)?(?:建成|投产|达产|投用|完工|竣工|通车|改造|实施|运营|满产|收货|术)后(?!期|续)|为[^，。；、]{1,6}?(?=减税|减免|减负|解决|争取|节约|"
    "节省|办理|落实|发放|挽回|追回)|帮助[^，。；、]{1,6}?(?=解决|争取|节约)|和|及|以及|与|到(?!位|达|账|会|岗|期)|在(?!校|岗|建|职|库|编|册|营|线)|以|"
    "向[^，。；、]{1,8}?(?=支付|捐赠|发放|捐款)|通过|力促|推动|带动(?=全))|"
    f"{AREA_WORD}(?!性)(?:各级|各地|范围内|上下|境内|的|现|现有|共|范围)?)+"
)
LIGHT = re.compile(
    "^(?:共|已|新)?(?:增加(?!值)|减少|压减|压缩|缩短|降低|提高|扩大|净增|提供(?!商)|收到|接收|准备|购买|实现(?!率)|完成(?!率|额|量|投资|产值)|拥有|现有|共有|建有|"
    "设有|设(?!备|施|计|立)|有(?!组织|效|机|色|线|序|限|偿|轨)|达成|达到|达|培育(?!期)|打造|形成|构建起?|获得|荣获|获(?!奖|评|得|批)|取得|"
    "受理(?!量|率)|支付|成为|创造|保持|建设(?=.*?(?:医院|学校|中心|工程|项目))|建起|建成|实施|开展|决出|评选出|评出|选出|夺得|斩获|摘得|勇夺|征集到?|收集到?|建成投用|"
    "建成投产|投用|出台|推出|包揽|覆盖|涉及|包括|涵盖|安排|设置|配备|做到|接到|存有?|是|为|遴选|确定|选派|组织|动员|派出|出动)(?:了)?"
)
TRAILING = re.compile(
    "(?:(?:由|从)[^，。；、]{1,8}的|现在|目前|如今|当前|首[个家座条批次所]|(?:高于|低于|快于|慢于|高出)全国、全省|(?:由|从)?(?:最初|原来|原先|过去|以前|之前|此前|当初|起初)的?|发展(?=$)|发展[到至]|平均|其中|其|(?:上升|下降|减少|增加|增长|提高|提升|上调|下调|调整|造成|导致|猛增|锐减|骤降|激增|剧增|增|升|降|减)(?:至|到|为)|上调|下调|调减|猛增|锐减|骤降|激增|剧增|(?:增速|"
    "增幅|涨幅)?(?:高于|低于|快于|慢于|高出|超出|领先)[^，。；、]{1,14}|连续[0-9０-９一二三四五六七八九十两]{1,3}(?:年|个?月|个季度|届|次)|同比|环比|比上年(?:同期|"
    "末)?|较上年(?:同期|末)?|比去年(?:同期)?|较去年(?:同期)?|比上月|较上月|较常年同期|比常年同期|较上届|比上届|较[^，。；、]{1,8}|较|每[百千万](?:人|户|亩|"
    "名[^，。；、]{1,6}|元|公里)|每[百千万]?(?:平方公里|平方米|立方米|[\u4e00-\u9fff]{1,3})|"
    "(?<![同环占之率入货对分])比(?![对拼武价])[^，。；、重例率赛]{1,8}|年均|平均(?=增|提|下)|"
    "增长|增加|上涨|上升|提高|提升|扩大|攀升|回升|反弹|净增|(?<=[积量数额])新增|多增|增幅|增速|涨幅|升幅|增长率|递增|提速|延长|偏多|下降|减少|降低|下跌|下滑|回落|收窄|缩短|压缩|压减|缩小|降幅|跌幅|"
    "减幅|偏少|控制|稳定|保持|维持|调整|"
    "累计|合计|总计|共计|一共|分别|预计|预期|力争|增至|升至|降至|增到|降到|达到|达成|达|突破|超过|超出|超|逾|接近|将近|近|约|大约|不足|不到|仅为|仅有|仅|只有|高达|多达|最高|最低|"
    "不低于|不少于|不超过|至少|均为|(?<![日月年户人亩])均|都|也|已经|已|共有|共|"
    "占比|(?<![入])占|等于|相当于|为(?<!行为)(?<!作为)|是|有(?<!拥有)(?<!国有)(?<!民有)(?<!所有)(?<!私有)|拥有|现有|至|到(?<!应到)(?<!实到)|在|由|从|"
    "(?<![占入分对配之同环性])比|了|过|着|的|就|将|可|再|又|完成|实现|(?<=[^新])增(?!值)|(?<=[^平])涨|升(?<!提升)|降|减|翻|跌|：|:|、|，|和|"
    "及(?<!惠及)|与|接连|首次|历史性|一举|再次|率先|同口径|按可比价格?|可比口径|按不变价格?|有望|可望|争取|努力|继续|依然|仍然?|小幅|大幅|微|略|逆势|双双|实际|"
    "(?<=[一-鿿])中|精简|压降|缩减|削减|共计为|转为|改为|变为|约合|合(?<!组合)(?<!联合)(?<!综合)|转(?<!流转)(?<!周转)(?<!好转)|分别为|等|“|”|\\s|余|"
    "每年|每天|第)$"
)
KEPT_WHOLE = re.compile("(?:增长率|经济增长|人数|户数|件数|总数|次数|天数|数量|参数|指数|占比|收入比|之比)$")

MARK = re.compile("[，。；！？、：,;!?:“”（）()《》\n0-9０-９]|的(?=[^，。；]{0,2}$)")
ANIMATE = re.compile(
    "(?:[员师人者民生众工客友手兵警户童妇干]|干部|企业|公司|单位|机构|部门|专家|代表|学生|团队|队伍|家庭|孩子|老人|商家)$"
)
"""What does things: a verb behind it tells what it does, one behind other nouns may belong to them (项目建设)."""
ENDS_NOUN = {Kind.ADVERB, Kind.PREPOSITION, Kind.PRONOUN, Kind.TIME, Kind.OTHER, Kind.PARTICLE}
ALWAYS_VERBS = {
    *"超获占达收有为是到破夺摘赴居遭享受要会能可应须让使",
    *("增长", "下降", "增加", "减少", "提高", "提升", "上升", "降低", "同比"),
}
PIVOTS = re.compile("(?P<verb>支持|帮助|带动|助力|引导|扶持|资助|组织)[^，。；、的]{0,6}$")
"""Verbs whose object does something: 支持6120户家庭购房."""
SIDES = {"上", "下", "中", "里", "内", "外", "前", "后", "间"}
SUFFIXES = set("人者量率额数费户期点品站线业员")
LONGEST_NOUN = 40
WHO = {*"家名位"}


def noun_end(phrase: str, *, is_object: bool = False, opening_verbs: frozenset[Kind] = DOES) -> int:
    """Where the noun that a phrase opens with ends and what is said of it begins: 企业|入驻, 选手|晋级正赛.

    `is_object` where a verb stands before the phrase: in 推进3个项目建设 the project does nothing, in 3个项目建设 it may. A
    verb that opens the phrase may belong to the noun (获奖教师), or be what somebody does (300人|参加活动) where it is not of
    the `opening_verbs`.
    """
    mark = MARK.search(phrase)
    words = cut(phrase[: min(mark.start() if mark else len(phrase), LONGEST_NOUN)])
    noun = ""
    for index, word in enumerate(words):
        if noun and _ends_noun(noun, words, index, is_object=is_object):
            return word.start
        if not noun and word.text in ALWAYS_VERBS - {"超", "获"}:
            return word.start
        if not noun and word.kind in {Kind.ADVERB, Kind.PREPOSITION, Kind.OTHER} and word.text not in {"新", "超"}:
            return word.start
        if (
            not noun
            and word.kind in DOES
            and not ((word.kind in opening_verbs or (opening_verbs and GAINS.match(word.text))) and _modifies(words, index))
        ):
            return word.start
        if word.kind == Kind.SIDE and word.text in SIDES and index + 1 == len(words):
            return word.start
        if word.kind in {Kind.NOUN, Kind.ACTION}:
            noun = phrase[: word.end]
    return words[-1].end if words else 0


def _modifies(words: Sequence[Word], index: int) -> bool:
    """Whether a verb belongs to a noun behind it: 获奖|教师, not 减少|到."""
    following = words[index + 1] if index + 1 < len(words) else None
    if following is None:
        return words[index].kind == Kind.ACTION
    if following.text in {"到", "至", "为", "在"}:
        return False
    return following.kind in {Kind.NOUN, Kind.ACTION, Kind.ADJECTIVE, Kind.VERB} or following.text == "的"


def _ends_noun(noun: str, words: Sequence[Word], index: int, *, is_object: bool) -> bool:
    """Whether a word behind a noun no longer belongs to it."""
    word, *behind = words[index:]
    following = behind[0] if behind else None
    if word.kind == Kind.PARTICLE and word.text == "的":
        return False
    if (
        (word.kind in ENDS_NOUN and word.text != "与")
        or word.text in ALWAYS_VERBS | ADVERBIALS
        or (word.kind == Kind.SIDE and word.text in SIDES)
    ):
        return True
    if word.text == "与" or word.kind == Kind.CONJUNCTION:
        # 企业和一批作坊; 走失人员与家人团聚
        does = any(each.kind in DOES for each in behind[-1:]) and word.text == "与"
        return following is None or following.kind == Kind.NUMERAL or does
    if word.kind in {Kind.ADJECTIVE, Kind.ACTION} and following:
        if following.kind == Kind.PARTICLE and following.text != "的":
            return True
        if following.kind == Kind.VERB and (word.kind == Kind.ADJECTIVE or len(behind) == 1):
            return True  # 项目|集中签约
        if following.kind == Kind.ACTION and word.kind == Kind.ADJECTIVE and (len(behind) == 1 or ANIMATE.search(noun)):
            return True
        if following.kind in {Kind.ADJECTIVE, Kind.ADVERB} and word.kind == Kind.ACTION:
            return True  # 学校|运行良好
    if following and (
        following.text in SUFFIXES or (len(behind) == 1 and not ANIMATE.search(noun) and ANIMATE.search(following.text))
    ):
        return False  # 缴费人, 产业链特聘专家
    if word.kind == Kind.VERB:
        # Of two characters alone a verb and a noun make a word that the dictionary does not have (气调库).
        return len(word.text) > 1 or (
            following is not None and following.kind not in DOES and (len(following.text) > 1 or following.kind != Kind.NOUN)
        )
    if word.kind == Kind.ACTION and ANIMATE.search(noun):
        return True
    if word.kind == Kind.ACTION:
        return (following is None and not is_object) or (following is not None and following.kind == Kind.VERB)
    return False


def predicate(phrase: str, *, of: str = "") -> str | None:
    """What is done, where a clause says no more than that: 集中签约, 全部联网; `of` who may do two things: 进场招工."""
    words: Sequence[Word] = cut(phrase.rstrip("，。；！？,;!?")[:LONGEST_NOUN])
    while words and words[0].text in ADVERBIALS:
        words = words[1:]
    if not words or words[-1].kind not in DOES or len(words[-1].text) < 2:
        return None
    if words[0].kind == Kind.PREPOSITION:
        return words[-1].text  # 围绕停车等问题|建言
    opens = {Kind.ADJECTIVE, *(DOES if ANIMATE.search(of) else ())}
    short = len(words) == 1 or (len(words) == 2 and words[0].kind in opens)
    return "".join(word.text for word in words) if short else None


ADVERBIALS = {"集中", "全部", "全面", "共同", "踊跃", "成功", "顺利", "正式", "同时", "已", "已经", "均", "都"}


ADVERBS = re.compile("^(?:集中|全部|全面|已经?|共同|踊跃|陆续|相继|成功|顺利|正式|将|先后|同时|均)+")
ATHLETES = re.compile("(?:选手|运动员|棋手|队|队伍|骑手|桡手|跑者|车手|球员|健儿|爱好者)$")
AT_SPORT = re.compile(
    "^参加了?(?:本次|此次|这次|[^，。；]{0,6})(?:比赛|大赛|赛事|角逐|决赛|活动)|^(?:激情|同台|激烈|展开|在线)*(?:角逐|竞技|比拼|参赛|竞逐)"
)
ATTRIBUTES = re.compile(
    "(?:总投资额?|计划投资|完成投资|年产值|总产值|产值|总建筑面积|建筑面积|总面积|占地面积|占地|面积|总长度?|全长|长度|总额|总量|总人口|人口|年销售额|销售额|销售收入|营业收入|总收入|"
    "年收入|年产能|产能|装机容量|总装机|投资额|投资|注册资本|带动)"
    "(?:达到?|超过?|近|约|逾|突破|为|就业)*$"
)
AREA = {"平方米", "亩", "公顷", "平方公里", "㎡", "平米"}
GIVEN_TO = re.compile("(?:^|[^因作行认成])(?:为|对|给|向|帮助|帮扶)$")
GIVES = re.compile(
    "^(?P<whom>[^，。；、]{1,20}?)(?:进行|开展|提供|发放|办理|落实|实施|完成|解决|送上|送去)了?(?P<what>[^，。；、]{2,14})"
)
GENERAL = re.compile("^(?:改造提升|提升改造|升级改造|改造|整治|检查|排查|走访|慰问|培训|帮扶|服务|维修|调研)$")


NAMED = re.compile("(?:海拔|全长|总长|长度|高度|深度|[额率值量数价资费款金比度]|收入|支出|投资|面积|里程|规模|产能|产值)$")
WORKS_LAND = re.compile("(?:全力|共|已|累计|新)*(?P<verb>种植|栽种|播种|流转|绿化|灌溉|养殖|承包|栽植|造林|治理)")
PART_OF = re.compile("市场份额|份额|股份|股权|市场")
COVERED = re.compile("国家(?:和地区|、地区)?|行政村|贫困村|自然村|[省市县区州]（[省市县区、]+）|[省市县区]、[市县区]")
"""Nouns of places that say less than what was done there: 远销5个国家和地区."""
ONLY_GIVES = re.compile(
    "(?:全力|正在|已|在|新)*(?:建起|建成|建有|拥有|打造|建设|新建|改造|覆盖|辐射|设立|安排|筹集|争取|拨付|下达|投放|落实|兑现|补助|奖励|给予|募集|筹措|整合|处以|收缴|追回|挽回|[^，。；]{0,6}(?:追回|被判))"
)


def name_indicator(before: str, after: str, unit: str | None, *, prefers_before: bool, last: bool = True) -> str | None:
    """What is measured, from the words before a number and behind it; None where they say nothing.

    `before` starts at the clause, or behind the number before in it; `after` ends where the clause does, or at the next
    number (then it is not the `last` of its clause). Where both have a noun a count takes the one behind it (96个签约项目), an
    amount the one before it (总投资12亿元).
    """
    given = GIVEN_TO.search(before)
    if given and (gives := GIVES.match(after)):
        whom = gives["whom"].rpartition("的")[2]
        what = gives["what"]
        return whom if GENERAL.match(what) else whom + what
    noun_after = read_after(after, unit, before, with_verb=not prefers_before or unit == "%", last=last)
    noun_before = read_before(before)
    if noun_after in {"标准", "速度"} and (does := predicate(after.partition(noun_after)[2][:2])):
        return does + noun_after  # 按每人500元的标准发放
    if noun_after and noun_before and prefers_before and _wants_object(noun_before) and not after.startswith("的"):
        noun_before = None  # 种着18亩地
    if (
        noun_after
        and noun_before
        and (ONLY_GIVES.fullmatch(noun_before) or (prefers_before and unit not in AREA and only_does(noun_before)))
    ):
        noun_before = None
    if noun_after and unit in AREA and (works := WORKS_LAND.fullmatch(noun_before or "")):
        return noun_after + works["verb"] + "面积"
    if not noun_after:
        return noun_before
    does = _last_verb(before) if says_little(noun_after) and not prefers_before else None
    if not noun_before:
        if does:
            return does + noun_after
        return noun_after + "面积" if unit in AREA and not noun_after.endswith("面积") else noun_after
    if prefers_before:
        after = re.sub("^(?:以上|以下|左右|多|余)(?=的)", "", after)
        if after.startswith("的") and PART_OF.match(noun_after):
            return noun_before + noun_after
        if after.startswith("的"):
            # 总投资12亿元的新材料项目 is of the project's 总投资, 7000元的工资 of 工资.
            return (
                noun_after + noun_before
                if ATTRIBUTES.fullmatch(noun_before)
                else noun_before
                if NAMED.search(noun_before)
                else noun_after
            )
        return noun_before
    return does + noun_after if does else noun_after


DURATION = re.compile("[0-9０-９一二三四五六七八九十两]{1,3}(?:年|个月|天)(?:间|来|内)?")
DONE = re.compile("(?P<noun>[\u4e00-\u9fff]{2,8}?)(?:已经?|累计|共)(?P<verb>开工|竣工|投产|完工|签约|建成|落地|审结|办结|整改)")


def read_before(before: str) -> str | None:
    """The noun before a number, without time, area, adverbs and the verb of change."""
    phrase = before[-60:]
    for separator in ("“", "（", "("):
        if separator in phrase and phrase.count(separator) > sum(phrase.count(close) for close in "”）)"):
            phrase = phrase[phrase.rfind(separator) + 1 :]
    phrase = strip_end(phrase)
    previous = None
    while phrase != previous:
        previous = phrase
        phrase = _strip_front(LEADING, phrase)
        shorter = _strip_front(LIGHT, phrase)
        if len(shorter) >= 2 and not only_does(shorter):
            phrase = shorter
    if done := DONE.fullmatch(phrase):
        return done["verb"] + done["noun"]
    if (summed := phrase.partition("累计"))[1] and NAMED.search(summed[2]):
        return summed[0] + summed[2]
    # 救援人员累计转移群众 is of 转移群众: who did it is not measured.
    phrase = re.sub(
        "^[^、，]{1,10}?(?:累计|共计|一共|先后|已(?!婚|知)|(?<![公总])共(?![同享和建产青有识性]))(?=..)", "", phrase
    )
    phrase = drop_subject(phrase)
    if len(phrase) > 12 and "的" in phrase[:-2]:
        phrase = phrase.rpartition("的")[2] if len(phrase.rpartition("的")[2]) >= 2 else phrase
    if "、" in phrase and len(phrase) > 18:
        phrase = phrase.rpartition("、")[2]
    phrase = phrase.strip("、，：: 　")
    if len(phrase) == 1 and cut(phrase)[0].kind != Kind.NOUN:
        return None
    if phrase in PEOPLE or DURATION.fullmatch(phrase):
        return None
    for opening, closing in ("“”", "‘’", "（）", "()"):
        if phrase.count(opening) != phrase.count(closing):
            phrase = phrase.strip(opening + closing)
    return phrase or None


LIGHT_VERBS = {
    *"获有是为达",
    *("实现", "完成", "达到", "取得", "拥有", "提供", "形成", "获得", "增加", "提高", "减少", "降低"),
    *("扩大", "包括", "属于", "存在", "没有", "具有", "共有", "现有", "设有", "建有", "配备", "收到"),
    *("接到", "出现", "产生", "带来"),
}
"""Verbs that say nothing of what is counted: 收到意见23条 is of 意见."""
CREATES = {
    *("来自", "位于", "分为", "成为", "相当于", "包括", "属于", "力争", "确保", "计划", "预计", "争取", "需要", "超过", "接近"),
    *("提出", "创造", "决出", "包揽", "安排", "设立", "设置", "增设", "建成", "建起", "建立", "新建", "建设", "兴建", "修建"),
    *("举办", "举行", "召开", "打造", "组建", "成立", "推出", "出台", "开设", "开通", "确定", "制定", "编制", "投入"),
    *("夺得", "斩获", "摘得", "赢得", "拿下", "买回", "带来", "发生", "发现", "收获", "出现", "涌现", "保留", "剩下"),
    *("参加", "参与", "参赛"),
}
"""Verbs that say no more than that there are what is counted: 提出|意见, 决出|金牌."""
COMPARES = {"超过", "占", "约占", "高于", "低于", "多于", "少于", "达到", "不足", "相当于", "上升到", "超"}
"""Verbs behind which stands what something is compared with: 产量超过总产量的20%."""
MODALS = {"要", "能", "可", "会", "可以", "应", "能够", "应该", "必须", "可能", "就", "却", "才", "便"}
ASPECTS = {"了", "着", "过"}
MEANS = {"以", "按", "按照"}
OPENS = {Kind.ADVERB, Kind.CONJUNCTION, Kind.PRONOUN, Kind.PARTICLE, Kind.OTHER, Kind.TIME}
KEPT_OPENING = re.compile("均$|^(?:最|总|每|各|首|“)|^(?:月|年|日)")
LONE_VERBS = set("种栽植养修建铺架挖打拆办送卖买签捐投拨花用缴收救摘夺斩")
OF_THINGS = re.compile(
    "(?:时间|时长|时限|面积|价格|单价|标准|比例|比重|规模|能力|水平|指数|成本|周期|速度|天数|次数|人数|总数|数量|[额率量值数])$"
)
"""What a verb before it belongs to: 开办时间, 募集资金总规模."""


def drop_subject(phrase: str) -> str:
    """What is done and what it is done to, without who does it and how: 民警|办理案件, 为企业|发放补贴.

    A verb that says little goes too, and then what is counted is of the subject: 商户|实现|营业收入. A verb before 的 belongs
    to the noun behind it (签发票据的企业), and where no verb has an object the phrase stays as it is (国债发行).
    """
    words = [word for word in cut(phrase) if word.text not in MODALS | ASPECTS]
    while len(words) > 1 and words[0].kind in OPENS and not KEPT_OPENING.search(words[0].text):
        words = words[1:]
    while words and words[-1].kind in {Kind.ADVERB, Kind.CONJUNCTION, Kind.PRONOUN}:
        words = words[:-1]
    if words and words[-1].text not in {"比重", "比例", "占比", "比"}:
        words = words[: next((index for index, word in enumerate(words) if index and word.text in COMPARES), len(words))]
    last_of = max((index for index, word in enumerate(words) if word.text == "的"), default=-1)
    for index in reversed(range(last_of + 1, len(words) - 1)):
        if _has_object(words, index):
            return _written(_told(words, index, relative=last_of >= 0))
        if words[index].text in MEANS and index and not any(word.kind in DOES for word in words):
            return _written(words[index + 1 :])
    return _written(words)


def _written(words: Sequence[Word]) -> str:
    return "".join(word.text for word in words)


def _told(words: Sequence[Word], index: int, *, relative: bool) -> Sequence[Word]:
    """What a verb with an object tells: the two of them, or the object alone, or that of the subject."""
    first = index
    while first and (
        words[first - 1].kind == Kind.VERB
        or words[first - 1].text in {"新", "免费"}
        or words[first - 1].text.endswith("均")
        or (words[first - 1].kind == Kind.ACTION and (first == 1 or words[first - 2].kind in {Kind.ADVERB, Kind.PREPOSITION}))
    ):
        first -= 1
    thing, subject = words[index + 1 :], words[:first]
    if words[index].text not in LIGHT_VERBS:
        return words[first:]
    if _written(thing) == "投资":
        return [*subject, *words[index:]]
    does = {Kind.PREPOSITION, Kind.VERB, Kind.ADVERB}
    if subject and subject[-1].kind == Kind.NOUN and not relative and not any(word.kind in does for word in subject):
        return [*subject, *thing]
    return thing


def _has_object(words: Sequence[Word], index: int) -> bool:
    """Whether the word is a verb and what follows is what it is done to."""
    word, following = words[index], words[index + 1]
    before = words[index - 1] if index else None
    if word.kind not in DOES or following.kind in {Kind.PARTICLE, Kind.VERB, Kind.SIDE} or following.text in SUFFIXES:
        return False
    if not any(each.kind == Kind.NOUN for each in words[index + 1 :]) or (before and before.kind == Kind.SIDE):
        return False
    if word.text not in LIGHT_VERBS and OF_THINGS.search(words[-1].text):
        return False
    by_itself = not any(each.kind == Kind.PREPOSITION for each in words[:index])
    if before and before.kind == Kind.NOUN and by_itself and len(words) == index + 2 and ANIMATE.search(following.text):
        return bool(ANIMATE.search(before.text))  # 市外转诊患者
    if word.kind == Kind.VERB:
        return len(word.text) > 1 or word.text in ALWAYS_VERBS or (word.text in LONE_VERBS and len(following.text) > 1)
    if word.kind == Kind.ACTION and before is not None and following.kind in {Kind.NOUN, Kind.ADJECTIVE}:
        return bool(before.kind in {Kind.ADVERB, Kind.PREPOSITION} or ANIMATE.search(before.text))
    return False


def strip_end(phrase: str) -> str:
    """Without what leads from a noun to its number: 进出口额同比增长 is 进出口额."""
    previous = None
    while phrase != previous:
        previous = phrase
        if KEPT_WHOLE.search(phrase):
            break
        ending = TRAILING.search(phrase)
        if ending and _between_words(phrase, ending.start()):
            phrase = phrase[: ending.start()]
    return phrase


def _strip_front(pattern: re.Pattern[str], phrase: str) -> str:
    """Without what a pattern finds at the front, where that ends with a word: 存|有 of 存有粮食, not the 存 of 存款."""
    opening = pattern.match(phrase)
    return phrase[opening.end() :] if opening and _between_words(phrase, opening.end()) else phrase


def _between_words(phrase: str, place: int) -> bool:
    """Whether no word of content stands across a place; 已有 and 还有 are two words here."""
    return not any(word.start < place < word.end and word.text[0] not in "已还只全将共现同环" for word in cut(phrase))


def _opening_verbs(after: str, unit: str | None, *, with_verb: bool) -> frozenset[Kind]:
    if unit in PEOPLE:
        return frozenset()
    if after.startswith("的"):
        return DOES
    return DOES if with_verb and unit not in WHO else frozenset({Kind.ACTION})  # not 9家|存有问题


def _wants_object(before: str) -> bool:
    """Whether a phrase ends with a verb, whose object is then what stands behind the number."""
    return cut(before)[-1].kind == Kind.VERB or before[-1] in LONE_VERBS


def _last_verb(before: str) -> str | None:
    """The verb whose object a number counts, unless it says little: 走访5个村, 察看安渡港、云州港等3个港口."""
    if before.endswith("等"):
        return _verb_of_list(before.partition("、")[0])
    for word in reversed(cut(before)):
        if word.kind == Kind.PREPOSITION or word.text in LIGHT_VERBS | CREATES:
            return None
        if word.kind in DOES and len(word.text) > 1:
            return word.text
        if word.kind not in BETWEEN and word.text not in COMPARES:
            return None
    return None


def _verb_of_list(opening: str) -> str | None:
    """The verb before the first thing of a list: 实地|察看|安渡港, 等3个港口."""
    words = cut(opening)
    does = [index for index, word in enumerate(words) if word.kind in DOES and len(word.text) > 1]
    first = next((index for index in does if words[index].kind == Kind.VERB), does[0] if does else None)
    if first is None or any(word.kind == Kind.PREPOSITION for word in words[:first]):
        return None
    while first + 1 in does:
        first += 1
    return words[first].text if words[first].text not in LIGHT_VERBS | CREATES else None


BETWEEN = {Kind.ADVERB, Kind.PARTICLE, Kind.NUMERAL, Kind.ADJECTIVE, Kind.SIDE}
"""What may stand between a verb and the number of its object: 覆盖了周边|5个村."""


def says_little(noun: str) -> bool:
    """Whether a noun needs what was done to say anything: 走访|村, 参赛|选手, but not 高新技术企业."""
    return len(noun) <= 3 or bool(COVERED.fullmatch(noun))


def only_does(phrase: str) -> bool:
    """Whether a phrase names nothing: 拿到, 共投入."""
    return all(word.kind in {Kind.VERB, Kind.ADVERB, Kind.PREPOSITION, Kind.PRONOUN} for word in cut(phrase))


def _is_thing(phrase: str) -> bool:
    """Whether a phrase is a noun and its modifiers, none of them a verb: 贫困县|的学校, not 具有特色|的项目."""
    words = cut(phrase)
    return words[-1].kind == Kind.NOUN and len(phrase) > 2 and all(word.kind in {Kind.NOUN, Kind.ADJECTIVE} for word in words)


def shared_verb(carried: str, own: str) -> str | None:
    """The verb of a list that its next noun shares: 发放 of 发放树苗, for 化肥."""
    verb, *things = cut(carried)
    shares = (
        verb.kind == Kind.VERB and verb.text not in CREATES and len(verb.text) == 2 and things and len(own) <= LONGEST_SHARING
    )
    return verb.text if shares and not any(word.kind in DOES for word in cut(own)[:1]) else None


LONGEST_SHARING = 5


def starts_with_verb(phrase: str) -> bool:
    """Whether a phrase opens with what somebody does: 受灾, 已返岗."""
    words = [word for word in cut(phrase[:LONGEST_NOUN]) if word.kind != Kind.ADVERB]
    if len(words) > 1 and words[1].text == "的":
        return False  # 312户申请的老人
    return bool(words) and words[0].kind in DOES and len(words[0].text) > 1 and words[0].text[-1] not in "至到"


THERE_ARE = re.compile("(?:有|的|来自[^，。；]*)(?:超过?|近|约|逾)?$")
THEY = re.compile("(?:[员师人者民生众工]|干部|企业|专家|代表|选手|患者|学生|村|户)$")


QUOTED = re.compile("“[^“”，。]{1,16}”")
LONGEST_LIST = 24


def _noun_and_list(phrase: str, *, is_object: bool, opening_verbs: frozenset[Kind]) -> str:
    """The noun that a phrase opens with, through names in quotation marks and to the end of its list: 直辖市、省会和首府."""
    end = 0
    while end < LONGEST_LIST:
        if quoted := QUOTED.match(phrase, end):
            end, opening_verbs = quoted.end(), frozenset()
        length = noun_end(phrase[end:], is_object=is_object, opening_verbs=opening_verbs)
        end += length
        following = phrase[end : end + 1]
        if following == "、" and length and noun_end(phrase[end + 1 :], is_object=is_object):
            end += 1
        elif not (following == "“" and length and phrase[end - 1] != "的" and QUOTED.match(phrase, end)):
            break
    return phrase[:end]


def read_after(
    after: str, unit: str | None = None, before: str = "", *, with_verb: bool = True, last: bool = True
) -> str | None:
    """The noun behind a number up to its verb; what it does goes in front of it where that says which (获奖教师)."""
    phrase = re.sub("^(?:以上|以下|以内|左右|上下|多|余)?(?:的|、)?(?:(?:都|均|全|全部)?[是为])?", "", after)
    if (words := cut(phrase[:LONGEST_NOUN])) and words[0].kind in {Kind.PREPOSITION, Kind.NUMERAL} and "的" in phrase:
        phrase = phrase.partition("，")[0].rpartition("的")[2]  # 2000亩以柿子为主的经济林
    is_object = bool(LEADING.sub("", before)) and not THERE_ARE.search(before)
    pivot = PIVOTS.search(before)
    noun = _noun_and_list(phrase, is_object=is_object, opening_verbs=_opening_verbs(after, unit, with_verb=with_verb))
    if bracket := re.match("[（(][^（）()，。]{1,8}[）)]", phrase[len(noun) :]):
        noun += bracket[0]
    noun = re.sub("(?<=.)[中里内]$", "", noun) if not bracket else noun
    rest = phrase[len(noun) :]
    attribute = ATTRIBUTES.search(noun)
    if attribute and not last and attribute.start() >= 2 and re.match("(?:达到?|超过?|近|约|逾|突破|为)*$", rest):
        noun = noun[: attribute.start()]
    if "的" in noun:
        head, _, tail = noun.rpartition("的")
        if len(tail) < 2 or THEY.search(head) or (is_count(unit) and _is_thing(head)):
            noun = head.partition("的")[0]  # 46名工程师的技术中心 counts them, not the centre
        elif len(noun) > 14:
            noun = tail
    noun = re.sub("(?<=..)(?:(?<=...)工作|里|共计|合计|共)$", "", noun.strip("、，：: 　的了"))
    if re.fullmatch("[（(].*[）)]", noun):
        return None
    if len(noun) < 2:
        return noun if len(noun) == 1 and noun >= "\u4e00" else None
    if len(noun) > 24:
        noun = noun[:24]
    if not with_verb:
        return noun
    clause = ADVERBS.sub("", re.split("[，。；！？：,;!?:]", rest, maxsplit=1)[0])
    if AT_SPORT.match(clause) or (clause.startswith("参加") and ATHLETES.search(noun)):
        return "参赛" + noun
    if gained := _gained(clause):
        return gained + noun
    pivot = pivot if ANIMATE.search(noun) else None
    if not last or (is_object and not pivot) or "的" in noun + rest[:1]:
        return noun
    return (pivot["verb"] if pivot else "") + (predicate(clause, of=noun) or "") + noun


def _gained(clause: str) -> str | None:
    """What sets apart those who come to something: 3家企业|入选名单, 60%的村民|参加医疗保险."""
    gains = GAINS.match(clause)
    if not gains:
        return None
    phrase = clause[gains.end() :].removeprefix("了")
    if phrase.startswith("的"):
        return gains[0]
    thing = phrase[: len(_noun_and_list(phrase, is_object=True, opening_verbs=DOES))]
    return gains[0].replace("获得", "获") + (thing if len(thing) <= LONGEST_GAIN else "")


GAINS = re.compile(
    "获得?|荣获|走上|入选|入围|达到|实现|通过|参加|参与|加入|享受|接受|受到|拥有|选择|恢复|进入|告别|登上|从事|注册|使用|纳入|走进|上市|联网|建言|进港|"
    "上线|在建|报名|参赛|参展|遇难|受伤|死亡|失踪|受益|返乡|落户|签约|开工|竣工|投产|投用|落地|未|上岗|就业|达标|入驻|通车|完工|超(?=..)"
)
LONGEST_GAIN = 10


PEOPLE_DO = re.compile(
    "(?:入选|当选|参与|参训|创业|观看|参加|参会|参赛|参演|观摩|就业|脱贫|受益|死亡|受伤|治愈|出院|获救|获奖|获刑|被捕|落网|报名|上岗|返乡|转移|撤离|入学|毕业|入住|搬迁|参保|增收|落户|接种|"
    "受灾|遇难|入党|退休|签约|注册)"
)
BARE_VERB = re.compile(
    "(?:共|累计|可|已|将|先后|共计)*(?P<verb>惠及|带动|吸纳|培训|救助|帮扶|安置|覆盖|服务|转移|解救|救治|资助|辐射|慰问|走访|引进|招收|抓获|查处|处分|处理|移送)"
)


def _first_done(after: str) -> str | None:
    """What somebody does, with a short object, where a clause opens with it: 失踪, 逃离家园."""
    mark = MARK.search(after)
    words = [word for word in cut(after[: min(mark.start() if mark else len(after), LONGEST_NOUN)]) if word.kind != Kind.ADVERB]
    if not words or words[0].kind not in DOES or len(words[0].text) < 2:
        return None
    return _written(words) if len(words) <= 2 and all(word.kind == Kind.NOUN for word in words[1:]) else words[0].text


def name_people(before: str, after: str, unit: str | None) -> str | None:
    """How people or households are counted by what is done with them or what they do: 惠及2万人, 300余人参加."""
    if unit not in PEOPLE | PERSONS:
        return None
    count = "户数" if unit == "户" else "人次" if unit == "人次" else "人数"
    if verb := BARE_VERB.fullmatch(strip_end(before).strip("，、并还且也 ")):
        does = PEOPLE_DO.match(after)
        return verb["verb"] + (does[0] if does else "") + count
    does = PEOPLE_DO.search(after, 0, 24)
    if not does:
        told = _first_done(after) if unit in PEOPLE else None
        return told + count if told else None
    with_object = re.match("(?:参加|参与|观看|接种|享受)了?([^，。；、的]{2,8})", after[does.start() :])
    return (does[0] + with_object[1] if with_object else does[0]) + count
