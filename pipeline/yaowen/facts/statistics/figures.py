"""Which numbers of a line measure something: not dates, names, ordinals, durations, thresholds or models.

Reads one line. Ranks are found first, then numbers; what stands in a date, a name, a title or a short quotation is
none. A number in digits counts unless something says that it does not (its unit, what it is joined to), one in
Chinese numerals where its clause reports a result.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cached_property

from yaowen.facts.numbers import NumberMatch, find_numbers
from yaowen.facts.statistics.lines import Figure, Line
from yaowen.facts.statistics.ranks import find_ranks, rank_figure
from yaowen.facts.statistics.units import PERSONS, THINGS, TIME
from yaowen.schema import Comparator

NEVER = {*"号届章岁代时点日月地级首", "余岁", "周岁", "周年"}
HELD = re.compile("(?:举办|开办|开设|办|播出|推出|发行|共|已|设)了?$")
"""Verbs of what has 期: 举办|3期培训班."""
# 3县 and 两市 name areas; 11个县 counts them.
DOUBTFUL = {*"省国区镇乡市县村校队店院厅手步把里堂则段面根层度分环股集幕例"}

READINGS = {
    "度": re.compile("(?:气?温|偏[高低])[^，。；]{0,6}$"),
    "环": re.compile("(?:以|成绩|打出|总)[^，。；]{0,6}$"),
    "级": re.compile("(?:风力|(?<![作党家校学民文国歌])风(?![险景格貌气尚采情俗光])|震级)[^，。；、]{0,6}$"),
}
"""What tells a reading from other words with the same unit: 气温偏高|1.9度, not 90度弯道."""
WIND = re.compile("(?:左右|以上)?的?[^，。；、0-9]{0,4}(?:大风|阵风|地震)")
"""What is so strong: 6级左右|偏北大风."""
MEDALS = {*"金银铜"}
WINS = re.compile("(?:[夺摘揽得获收取拿添以]|斩获|[金银][、，]?)了?$")
"""Who wins medals, or has won others: 斩获|6金|4银, 获得|6金、|4银."""
AREAS = {"㎡", "平方米", "万平方米", "万㎡"}
COUNTED_BEFORE_SLASH = re.compile("[0-9０-９][套户间宗栋幢][/／]$")
"""The same in another unit: 成交住宅930套/|7458㎡."""
HALVES = re.compile(
    "占|减少|缩短|下降|降低|压缩|节省|只有|仅|为$|的$|了$|(?<!(?<!成)本)(?<![全我该外各东西南北川林江苏徽州海建肃宁湾])省$"
)
"""Before 一半 where it is measured: 比人工省|一半, but not 全省|一半的县."""
SPENT = re.compile("(?:全程(?:用时)?|生育期|[比较][^，。；、]{1,6}(?:快|早熟?|晚熟?))(?:了|约|仅|近)*$")
"""What tells how long something takes, or how much sooner it is: 全程|23天, 比常年快|3天."""
DURATION_OF = re.compile(
    "(?:累计(?:志愿)?服务|天数|用时|耗时|间隔|能力|节省|时长|时间|时限|周期|工期|期限|寿命|缩短|压缩|压减|延长|提速|提前|减少)[^，。；、]{0,12}$"
)
MORE_DAYS = re.compile("(?:同比|比上年|较上年|比去年)[^，。；]{0,6}$")
DURATION_CHANGES = re.compile("(?:左右|以上)?(?:缩短|压缩|压减|延长|减少|降|增加)(?:至|到|为)")
SCORED = re.compile(
    "(?:(?:拿下|得到|砍下|贡献|独得|狂砍|[全多]取|抢下|积)[^，。；]{0,8}|积分|分数|得分|评分|成绩|满意度|测评|指数|平均|总分|均分|高分)[^，。；、]{0,6}$"
)
INDEX = re.compile(
    "(?:指数|PMI|CPI|PPI|AQI|系数|评分|得分|收入比|之比|比值|比例|倍数|排名|总数|人数|数量|户数|件数|浓度|均值)(?:[^，。；、0-9]{0,4}(?:达到?|为|至|到|是|提高|上升|缩小|扩大|下降|降低|增|降|升)(?:到|至|为)?)$"
)
OF_INDEX = re.compile(
    "(?:指数|收入比|之比|比值|倍率|系数|转化率)(?:约|仅)?$|(?:比|较)(?:上年|去年|上月|年初|同期)[^，。；]{0,8}(?:缩小|扩大|下降|降低|提高|上升|升|降)了?$"
)
"""What a decimal without a unit is of: 空气质量指数|3.12, 比上年缩小|0.03."""
JUST_ENDS = re.compile("[，。；、！？,;]|$")
ORDINAL = re.compile("第$|No\\.?$", re.IGNORECASE)
LATIN = re.compile("[A-Za-z]")
MODEL = re.compile(
    "(?:直道|竞速|龙舟|特高压|超高压|及以上|输电|变电|输变电|高铁)|[^，。；、0-9]{0,5}(?<![大小中微轻重新])型|(?:级|段|跑|栏|接力|短跑|长跑|自由泳|蛙泳|仰泳|蝶泳|混合泳|决赛|项目决赛|障碍|步枪|手枪|气步枪|台跳|跳台|跳板|[冠亚季]军|[金银铜]牌)"
)
PHYSICAL = {*"米吨升克寸尺", "毫升", "公斤", "千瓦", "千伏", "厘米", "兆瓦", "毫米", "公里"}
QUOTED = re.compile('[“「『‘"]([^“”「」『』‘’"，。；！？\n]{1,14})[”」』’"]')
MEASURING = re.compile("增长|下降|达|超|提高|上涨|占|%|％|亿元|万元|只有|不到|花")
TITLE = re.compile("《[^《》\n]{1,60}》")
JOINED = re.compile("[0-9０-９+＋×xX*＊:：~～/／-]")
NOT_COUNTED = re.compile(
    "[多半]?(?:月|小时|钟头|星期|季度|年头|世纪|晚上|上午|下午|夜晚|昼夜|春秋|寒暑|礼拜|节气)|(?:方面|层面|维度|环节|角度)"
)
# 投资10亿元以上项目5个 counts projects.
THRESHOLD = re.compile(
    "及?以[上下内]的?[\u4e00-\u9fff]{1,15}?(?:近|超|约|达|占)?(?:[0-9０-９]|[一二三四五六七八九]成)|以上的[\u4e00-\u9fff]{1,10}?(?:进行|开展|实施|给予|予以|依法|一律|从严)"
)
ONE_TIME = re.compile("一次(?:性)?(?:死亡|伤亡|受伤|失踪|死伤)$")
"""Before how grave an accident must be to be counted: 一次死亡|3人以上事故."""
COUNTED_BEFORE = re.compile("[0-9０-９一二三四五六七八九十][个座家]$")
WHO = re.compile(
    "(?:以上|以下)?的(?:[\u4e00-\u9fff]{0,6})(?:市民|企业|家庭|居民|人员|职工|学生|用户|单位|农户|商户)(?=[，,。、]|$)"
)
RANGE_BEHIND = re.compile("[-－—~～至到][-－−—]?[0-9０-９]")
DUTIES = re.compile(
    "(?:规定|纪律|议程|确立)|(?:重点|主要|重大|具体|专项|核心|关键|基本|全面|深刻)?(?:任务|举措|措施|方面|环节|要求|关系|维度|层面|抓手|工作|原则|意识|自信|维护|确立|坚持|到位|统一|转变|"
    "领域|重点|难点|问题上|清单|体系|机制|路径|主题|板块|部分|阶段|步骤|专题|批次|级别|方向|目标|优势|特点|特征|变化|字|关|维|大局|事实|结合|文明|建议|结论|意见|层次|角度)"
)
RESULT = re.compile(
    "获|评为|入选|入围|建成|新建|建有|建起|新增|引进|签约|落地|投产|开工|竣工|立项|夺得|夺|斩获|摘|取得|收获|包揽|决出|产生|查处|破获|破|抓获|办理|办结|完成|培育|创建|成立|救出|救|挽回|走访|捐|"
    "发放|现有|共有|拥有|设有|设立|开设|开通|打造|招聘|录取|聘|增加|增设|增至|改造|修建|修复|栽|种|出栏|生产|接待|参加|参赛|参展|来自|举办|举行|开展|排查|整改|发现|化解|受理|审结|受伤|死亡|遇难|失踪|超|上|添|"
    "重启|打掉|恢复|投放|更换|覆盖|达到?|只有|仅有|仅|共|集聚|汇聚|聚集|带动|吸引|吸纳|安置|帮扶|购买|销售|卖|买|转让|授权|突破|出口|涵盖|推出|发布"
)
REPEATED = re.compile("此次|这次|本次|上述|其他|另外")
RESULT_BEHIND = re.compile(
    "[^，。；、]{1,20}(?:获|入选|入围|落地|投产|竣工|开工|建成|中标|夺|上榜|立项|贯通|通车|恢复|取保候审|判处)"
)
POINTED_AT = {*"家座所栋台辆名位块艘架幢间"}
REPORTED = THINGS | PERSONS | {*"个项次类种吨亩米"}
"""What a few of are a result where the clause tells of one: 两个项目获批."""
NAMES_BEHIND = re.compile("全会|会议|审议|产业|分配|全体|代表大会|一体|[“‘]")
"""Behind a number that is part of a name or a saying: 十届|三次|全会, 三位|一体."""
RHETORICAL = re.compile("^[百千万]+$")


def find_figures(line: Line) -> list[Figure]:
    """The figures of a line in order: what each is worth, and nothing yet of what is said of it."""
    return _Finder(line).figures()


class _Finder:
    def __init__(self, line: Line) -> None:
        self.line = line
        self.text = line.text

    @cached_property
    def masked(self) -> list[tuple[int, int]]:
        """What holds no figures, in order: dates, titles of works, short quoted names, and the names of people and bodies."""
        spans = [(date.start, date.end) for date in self.line.dates]
        spans += [(mention.start, mention.end) for mention in self.line.mentions]
        spans += [match.span() for match in TITLE.finditer(self.text)]
        spans += [match.span() for match in QUOTED.finditer(self.text) if not MEASURING.search(match[1])]
        return sorted(spans)

    def _is_masked(self, start: int, end: int) -> bool:
        index = bisect_left(self.masked, (end,))
        return any(span_end > start for _, span_end in self.masked[max(index - 8, 0) : index])

    def figures(self) -> list[Figure]:
        ranks = {match.start("rank"): match for match in find_ranks(self.text, self._is_masked)}
        bare: list[Figure] = [rank_figure(match) for match in ranks.values()]
        taken = {figure.start for figure in bare}
        for number in find_numbers(self.text):
            if any(place in taken for place in (number.start, number.start - 1)):
                continue  # the 2 of 第2
            if self._measures(number) and not self._is_masked(number.start, number.end):
                bare.append(
                    Figure(
                        number.start,
                        number.end,
                        number.value,
                        number.unit,
                        number.quantity,
                        number.comparator,
                    )
                )
        return sorted(bare, key=lambda figure: figure.start)

    def _measures(self, number: NumberMatch) -> bool:
        text, start, end = self.text, number.start, number.end
        before, after = text[max(start - 24, 0) : start], text[end : end + 16]
        if before.endswith("每") and number.unit not in TIME:
            return False  # 每500克4.5元
        if ORDINAL.search(before) or (before and LATIN.match(before[-1])) or (number.unit is None and LATIN.match(after)):
            return False
        if (
            before
            and JOINED.match(before[-1])
            and not (before[-1] in "-~～:：" and len(before) > 1 and before[-2] in "%％元人吨到至为是数：:")
            and not (before[-1] in "-~～" and before[-2:-1].isdecimal() and number.unit)
            and not (before[-1] in "/／" and number.unit in AREAS and COUNTED_BEFORE_SLASH.search(before))
        ):
            return False
        if after and after[0] in "+＋×:：" and after[1:2].isdecimal():
            return False
        unit = number.unit
        bound = not (number.in_han and number.quantity.unit == "%") and THRESHOLD.match(text, end)
        if bound or (ONE_TIME.search(before) and after.startswith("以上")):
            return False
        if number.in_han:
            return self._han_measures(number, before, after)
        if WHO.match(text, end) and re.search("(?:超过?|满|达到?|不低于|高于)$", before):
            return False
        ranges = bool(unit is None and RANGE_BEHIND.match(after))
        if ranges and not number.quantity.unit:
            return False
        if unit is None and not ranges:
            # 6000多员工 and 13.1万干部 count without a unit.
            counts = number.value != number.quantity.value or (
                text[end - 1] in "多余" and number.value >= 10 and after[:1] > "\u4e00"
            )
            is_decimal = isinstance(number.value, float) and JUST_ENDS.match(after)
            return counts or bool(INDEX.search(before) or (is_decimal and OF_INDEX.search(before)))
        base = number.quantity.unit or ""
        if not base:
            return not RANGE_BEHIND.match(after)  # 13.1万驻村干部, not the first of 4万—5万元
        return self._unit_measures(number, base, unit or base, before, after)

    def _unit_measures(self, number: NumberMatch, base: str, unit: str, before: str, after: str) -> bool:
        scaled = unit != base and base not in {"%"}
        if base in TIME:
            return base not in {"月", "日", "时", "点", "年", "个季度"} and (
                bool(
                    DURATION_OF.search(before)
                    or SPENT.search(before)
                    or DURATION_CHANGES.match(after)
                    or MORE_DAYS.search(before)
                )
                or (scaled and "小时" in base)
            )
        if base in READINGS and READINGS[base].search(before):
            return True
        if base == "级" and WIND.match(after):
            return True
        if base in MEDALS:
            return bool(WINS.search(before))
        if base in NEVER or (base == "千伏" and after[:1] > "\u4e00"):
            return False  # 500千伏电网 is a kind of grid
        if base == "分":
            return bool(SCORED.search(before)) or after.startswith("之差")
        if base == "期":
            return bool(HELD.search(before))
        if base == "个" and NOT_COUNTED.match(after):
            return False
        if base in DOUBTFUL and not scaled:
            return (
                base == "例"
                or bool(re.match("[，,。；、]|以上|左右|$", after) and base not in {"层", "度", "段", "步", "手", "里"})
                or (base in {"段", "把"} and number.comparator == Comparator.OVER and number.value >= 10)
            )
        if (
            base in PHYSICAL
            and not scaled
            and (MODEL.match(after) or (before.endswith("时速") and after[:1] not in "，。；、"))
        ):
            return False
        return not (base in {"段", "组", "块"} and re.match("[0-9０-９组]", after))

    def _han_measures(self, number: NumberMatch, before: str, after: str) -> bool:
        if COUNTED_BEFORE.search(before):
            return False  # 13个千亿方气田 counts the fields
        base = number.quantity.unit or ""
        if base in MEDALS:
            return bool(WINS.search(before))
        written = self.text[number.start : number.end]
        clause = self.line.clause_before(number.start)
        if written == "一半" or written == "半数":
            return number.comparator != Comparator.EXACT or bool(HALVES.search(clause))
        if number.unit in {"%", "‰"} or (number.unit is None and base == "%"):
            return not (written == "一成" and number.comparator == Comparator.EXACT) and not re.match(
                "把握|努力|信心|满意", after
            )
        if base == "倍" or written.endswith("倍"):
            return number.value < 100 and not re.search("事半功$|加$", before)
        if base in TIME or base in NEVER or base in DOUBTFUL or (base == "元" and number.value == 1):
            return bool(base in TIME - {"年", "月", "日", "时", "点", "天"} and re.search("缩短|压缩|压减", clause))
        if (
            RHETORICAL.match(re.sub("[^零〇一二两三四五六七八九十百千万亿]", "", written))
            and number.comparator == Comparator.EXACT
        ):
            return False
        scaled = bool(number.unit) and number.unit != base
        if scaled:
            return (
                number.value >= 1 and not re.match("家灯火|户千门|家", after)
                if base
                else bool(re.search("追回|达|超|近|逾|捐|花|赔|骗|损失|元", clause))
            )
        if not base:
            return False
        if DUTIES.match(after) or re.match(
            "[^，。；、]{0,8}(?:任务|举措|措施|方面|环节|要求|关系|原则|机制|体系)(?:[，。；、]|$)", after
        ):
            return False
        if before.endswith("届") or NAMES_BEHIND.match(after):
            return False
        if (base == "个" and NOT_COUNTED.match(after)) or (base == "次" and re.search("每[天日周月年晚]", clause)):
            return False
        if number.value > 1 and (number.comparator != Comparator.EXACT or number.value > 10):
            return True
        if number.value <= 1 or (before and before[-1] in "这那哪每第前后另头各等至、"):
            return False
        if REPEATED.match(clause):
            return False
        told = RESULT.search(clause) or RESULT_BEHIND.match(after) or base in POINTED_AT
        return bool(told) and base in REPORTED
