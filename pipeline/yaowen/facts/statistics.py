"""The figures of an article: what is measured, how much, of what area or body, over which period, up or down."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace

from yaowen.facts.canonical import AREA, AREA_WORD, NameBook
from yaowen.facts.dates import DateMatch, certain_year, find_dates
from yaowen.facts.numbers import NumberMatch, find_numbers, read_han
from yaowen.facts.phrases import ATHLETES, ATTRIBUTES, BARE_VERB, name_indicator, name_people
from yaowen.page import Reading
from yaowen.schema import (
    Basis,
    BlockRole,
    Comparator,
    Direction,
    Label,
    Measure,
    Mention,
    Quantity,
    Scope,
    Statistic,
    TimeSpan,
)

READ = {
    BlockRole.KICKER,
    BlockRole.TITLE,
    BlockRole.SUBTITLE,
    BlockRole.SUBHEAD,
    BlockRole.PARAGRAPH,
    BlockRole.CAPTION,
}
"""The blocks that hold figures; series lines, bylines and jump lines (（下转第3版）) do not."""


def find_statistics(reading: Reading) -> Reading:
    """One `Statistic` for each number that measures something, in the order of the text."""
    clipping = reading.clipping
    text = clipping.text
    chars = str(text)
    issue_date = clipping.publication.issue_date
    year = None if issue_date else certain_year(chars)
    mentions = sorted(reading.mentions, key=lambda mention: mention.start)
    names = NameBook(clipping, reading.mentions)
    starts = [mention.start for mention in mentions]
    found: list[Statistic] = []
    for block in clipping.blocks:
        if block.role not in READ:
            continue
        line = chars[block.start : block.end]
        if not HAS_NUMBER.search(line):
            continue
        inside = tuple(
            replace(mention, start=mention.start - block.start, end=mention.end - block.start)
            for mention in mentions[bisect_left(starts, block.start) : bisect_right(starts, block.end)]
            if mention.end <= block.end
        )
        dates = find_dates(line, issue_date=issue_date, year=year)
        for figure in _Line(line, inside, dates, names, block.start).figures():
            start, end = block.start + figure.start, block.start + figure.end
            evidence_start, evidence_end = block.start + figure.evidence[0], block.start + figure.evidence[1]
            found.append(
                Statistic(
                    indicator=figure.indicator,
                    value=figure.value,
                    unit=figure.unit,
                    quantity=figure.quantity,
                    comparator=figure.comparator,
                    measure=figure.measure,
                    direction=figure.direction,
                    basis=figure.basis,
                    scope=figure.scope,
                    period=figure.period,
                    quote=chars[start:end],
                    source=text.source(start, end),
                    evidence=chars[evidence_start:evidence_end],
                    evidence_source=text.source(evidence_start, evidence_end),
                )
            )
    return replace(reading, statistics=tuple(found))


# --- Numbers that measure nothing --------------------------------------------------------------------------------------

HAS_NUMBER = re.compile("[0-9０-９一二两三四五六七八九十百千半]")

TIME_UNITS = {
    "个季度",
    "年",
    "月",
    "日",
    "天",
    "周",
    "秒",
    "分钟",
    "小时",
    "个小时",
    "个工作日",
    "工作日",
    "个月",
    "时",
    "点",
    "课时",
    "学时",
    "人天",
}
NEVER = {"号", "届", "期", "章", "岁", "周岁", "余岁", "周年", "代", "时", "点", "日", "月", "地", "级", "首"}
# 3县 and 两市 name areas; 11个县 counts them.
DOUBTFUL = {
    "省",
    "国",
    "区",
    "镇",
    "乡",
    "市",
    "县",
    "村",
    "校",
    "队",
    "店",
    "院",
    "厅",
    "手",
    "步",
    "把",
    "里",
    "堂",
    "则",
    "段",
    "面",
    "根",
    "层",
    "度",
    "分",
    "环",
    "股",
    "集",
    "幕",
    "例",
}

DURATION_OF = re.compile("(?:天数|时长|时间|时限|周期|工期|期限|寿命|缩短|压缩|压减|延长|提速|提前|减少)[^，。；、]{0,8}$")
MORE_DAYS = re.compile("(?:同比|比上年|较上年|比去年)[^，。；]{0,6}$")
DURATION_CHANGES = re.compile("(?:左右|以上)?(?:缩短|压缩|压减|延长|减少|降|增加)(?:至|到|为)")
SCORED = re.compile(
    "(?:(?:拿下|得到|砍下|贡献|独得|狂砍)[^，。；]{0,8}|分数|得分|评分|成绩|满意度|测评|指数|平均|总分|均分|高分)[^，。；、]{0,6}$"
)
INDEX = re.compile(
    "(?:指数|PMI|CPI|PPI|AQI|系数|评分|得分|收入比|之比|比值|比例|倍数|排名|总数|人数|数量|户数|件数|浓度|均值)(?:[^，。；、0-9]{0,4}(?:达到?|为|至|到|是|提高|上升|缩小|扩大|下降|降低|增|降|升)(?:到|至|为)?)$"
)
ORDINAL = re.compile("第$|No\\.?$", re.IGNORECASE)
LATIN = re.compile("[A-Za-z]")
MODEL = re.compile(
    "(?:直道|竞速|龙舟|特高压|超高压|及以上|输电|变电|输变电|高铁)|[^，。；、0-9]{0,5}(?<![大小中微轻重新])型|(?:级|段|跑|栏|接力|短跑|长跑|自由泳|蛙泳|仰泳|蝶泳|混合泳|决赛|项目决赛|障碍|步枪|手枪|气步枪|台跳|跳台|跳板)"
)
PHYSICAL = {"米", "厘米", "毫米", "吨", "千瓦", "升", "公斤", "公里", "千伏", "兆瓦", "克", "毫升", "寸", "尺"}
QUOTED = re.compile('[“「『‘"]([^“”「」『』‘’"，。；！？\n]{1,14})[”」』’"]')
MEASURING = re.compile("增长|下降|达|超|提高|上涨|占|%|％|亿元|万元|只有|不到|花")
TITLE = re.compile("《[^《》\n]{1,60}》")
JOINED = re.compile("[0-9０-９+＋×xX*＊:：~～/／-]")
NOT_COUNTED = re.compile(
    "多?(?:月|小时|钟头|星期|季度|年头|世纪|晚上|上午|下午|夜晚|昼夜|春秋|寒暑|星期|礼拜|节气)|(?:方面|层面|维度|环节|角度)"
)
# 投资10亿元以上项目5个 counts projects.
THRESHOLD = re.compile("及?以[上下内]的?[\u4e00-\u9fff]{1,15}?(?:近|超|约|达|占)?(?:[0-9０-９]|[一二三四五六七八九]成)")
COUNTED_BEFORE = re.compile("[0-9０-９一二三四五六七八九十][个座家]$")
WHO = re.compile(
    "(?:以上|以下)?的(?:[\u4e00-\u9fff]{0,6})(?:市民|企业|家庭|居民|人员|职工|学生|用户|单位|农户|商户)(?=[，,。、]|$)"
)
RANGE_BEHIND = re.compile("[-－—~～至到][0-9０-９]")
DUTIES = re.compile(
    "(?:规定|纪律|议程|确立)|(?:重点|主要|重大|具体|专项|核心|关键|基本|全面|深刻)?(?:任务|举措|措施|方面|环节|要求|关系|维度|层面|抓手|工作|原则|意识|自信|维护|确立|坚持|到位|统一|转变|"
    "领域|重点|难点|问题上|清单|体系|机制|路径|主题|板块|部分|阶段|步骤|专题|批次|级别|方向|目标|优势|特点|特征|变化|字|关|维|大局|事实|结合|文明|建议|结论|意见|层次|角度)"
)
RESULT = re.compile(
    "获|评为|入选|入围|建成|新建|建有|建起|新增|引进|签约|落地|投产|开工|竣工|立项|夺得|夺|斩获|摘|取得|收获|包揽|决出|产生|查处|破获|破|抓获|办理|办结|完成|培育|创建|成立|救出|救|挽回|走访|捐|"
    "发放|现有|共有|拥有|设有|设立|开设|开通|打造|招聘|录取|聘|增加|增设|增至|改造|修建|修复|栽|种|出栏|生产|接待|参加|参赛|参展|来自|举办|举行|开展|排查|整改|发现|化解|受理|审结|受伤|死亡|遇难|失踪|超|上|添|"
    "覆盖|达到?|只有|仅有|仅|共|集聚|汇聚|聚集|带动|吸引|吸纳|安置|帮扶|购买|销售|卖|买|转让|授权|突破|出口|涵盖|推出|发布"
)
REPEATED = re.compile("此次|这次|本次|上述|其他|另外")
RESULT_BEHIND = re.compile("[^，。；、]{1,20}(?:获|入选|入围|落地|投产|竣工|开工|建成|中标|夺|上榜|立项)")
COUNTS_PEOPLE = {"名", "位", "人"}
CONCRETE = {
    "枚",
    "条",
    "座",
    "所",
    "家",
    "件",
    "起",
    "户",
    "场",
    "辆",
    "台",
    "套",
    "艘",
    "架",
    "幢",
    "栋",
    "间",
    "口",
    "棵",
    "株",
    "头",
    "只",
    "块",
    "支",
    "组",
    "处",
    "本",
    "部",
    "篇",
    "幅",
    "张",
    "份",
    "册",
    "眼",
}
RHETORICAL = re.compile("^[百千万]+$")


@dataclass(frozen=True)
class _Figure:
    """A number of a line that measures something; positions count in the line."""

    start: int
    end: int
    value: float | int
    unit: str | None
    quantity: Quantity
    comparator: Comparator
    measure: Measure = Measure.LEVEL
    direction: Direction | None = None
    basis: Basis | None = None
    indicator: str | None = None
    scope: Scope | None = None
    period: TimeSpan | None = None
    evidence: tuple[int, int] = (0, 0)


CLAUSE_END = re.compile(
    "[，。；！？：\n\u3000]|(?<=[\u4e00-\u9fff”]) (?=[\u4e00-\u9fff“])"
    "|(?<![0-9０-９]),|,(?![0-9０-９]{3}(?![0-9０-９]))|[;!?:](?![0-9０-９])|……|——|…"
)
SENTENCE_END = re.compile("[。！？\n]|[!?](?![0-9])|……")

# 位居全省第2, 列全国第三位, 全省第3; not 全国第七次人口普查.
RANK = re.compile(
    "(?:(?P<verb>位居|位列|稳居|高居|均居|居|名列|列|排名|排在|排|跃居|跃升至|跃升到|升至|上升至|上升到|跻身|保持|继续保持|蝉联)"
    "(?:[^，。；、0-9第]{0,14}?)|(?P<group>(?:全[国省市区县州球]|世界|全市同类[^，。；第]{0,4}|同行业)(?:同类[^，。；第]{0,6})?))"
    "(?P<rank>第(?P<number>[0-9０-９]{1,4}|[一二三四五六七八九十]{1,3})(?:位|名)?)(?![0-9０-９一二三四五六七八九十次届期个批轮产大季方人中小医附师代条章款版页阶梯线家台座所项部战只组])"
)

UP, DOWN = (
    "增长|增加|上涨|上升|提高|提升|扩大|攀升|回升|加快|反弹|净增长?|多增|同比增|环比增|同比涨|同比升|增收|多了|(?<=[期年月周届比较])多|高于|快于|高出|增幅|增速|涨幅|升幅|增长率|递增|提速|延长|偏多|增产|(?<![新添倍])增(?!值)|(?<![高])涨|(?<![晋])升|翻",
    "下降|减少|降低|下跌|下滑|回落|放缓|收窄|缩短|压缩|压减|精简|压降|缩减|削减|缩小|减亏|降幅|跌幅|减幅|萎缩|少了|(?<=[期年月周届比较])少|低于|慢于|偏少|减产|减排|少增|同比降|同比减|(?<![霜沉投])降|(?<![加删裁])减|(?<!下)跌",
)
# No two of these make a third, so that a run of them is read in one way only.
SOFTENERS = (
    "(?:(?<=于|出)[全同][国省市区县期行][平均水业]{0,4}(?:[、和][全同][国省市区县期行][平均水业]{0,4})?|(?<=于)上年同期|了|近|将近|接近|超过?|约|大约|不足|不低于|不少于|至少|达到?"
    "|为|高达|幅度|分别|均|都|在|左右|率|也|最高|平均|预期|比|仅|有|：|:|各|控制在|保持在|稳定在|位|是|不高于|不超过|最多|逾)*"
)
CHANGE = re.compile(f"(?:(?P<up>{UP})|(?P<down>{DOWN})){SOFTENERS}$")
RATE_WORD = re.compile("(?:增幅|增速|涨幅|升幅|增长率|降幅|跌幅|减幅|降速|增长速度)")
THAN = re.compile("(?:[高低快慢]于|高出)[^，。；]{0,10}$")
TO_LEVEL = re.compile(f"(?:{UP}|{DOWN}|调整|达)(?:了)?(?:至|到|为|成)(?:近|超过|超|约|逾|不足)?$")
CHANGE_OBJECT = re.compile(
    "^(?:预计|可|已|共|继续|再|累计|平均|带动|为|每年|户均|人均|亩均|实现|帮助|[企农群村居市][业民众户]){0,4}?"
    "(?:(?P<up>增加(?!值)|提高|扩大|净增|多收|增产)|(?P<down>减少|降低|缩短|压缩|压减|下调))了?"
    "[\u4e00-\u9fff、“”]{1,18}?(?:近|超过?|约|逾|达到?)?$"
)
YOY = re.compile("同比|比上年|较上年|比去年|较去年|上年同期|去年同期|常年同期|比同期|同期(?=增|减|下|上|提|回)")
MOM = re.compile("环比|比上月|较上月|比上个月|较上个月|比上季度|较上季度")
SHARE = re.compile("(?:占|比重|比例|占比|率|相当于)[^，。；]*$")
COMPARED = re.compile("(?:比|较|同|与|超过?|高于|低于|快于|多于|少于|相当于|优于|好于|占|对比|相比)(?:了)?$")


WINDOW = 120
"""Clauses are shorter; a line of a million characters without a stop is read this far around a number."""


class _Line:
    """Reads the figures of one paragraph or headline line."""

    def __init__(
        self, text: str, mentions: tuple[Mention, ...], dates: tuple[DateMatch, ...], names: NameBook, offset: int
    ) -> None:
        self.text = text
        self.mentions = mentions
        self.dates = dates
        self.names = names
        self.offset = offset
        self.clauses = [0, *(match.end() for match in CLAUSE_END.finditer(text))]
        self.clause_ends = [*(match.start() for match in CLAUSE_END.finditer(text)), len(text)]
        self.sentences = [0, *(match.end() for match in SENTENCE_END.finditer(text))]
        self.masked = self._mask()

    # -- which numbers count

    def _mask(self) -> list[tuple[int, int]]:
        """What holds no figures, in order: dates, titles of works, short quoted names, and the names of people and bodies."""
        spans = [(date.start, date.end) for date in self.dates]
        spans += [(mention.start, mention.end) for mention in self.mentions]
        spans += [match.span() for match in TITLE.finditer(self.text)]
        spans += [match.span() for match in QUOTED.finditer(self.text) if not MEASURING.search(match[1])]
        return sorted(spans)

    def _is_masked(self, start: int, end: int) -> bool:
        index = bisect_left(self._mask_starts, end)
        return any(span_end > start for _, span_end in self.masked[max(index - 8, 0) : index])

    def figures(self) -> Iterator[_Figure]:
        """The figures in order, each with all that its clause, its sentence and its paragraph say of it."""
        self._mask_starts = [start for start, _ in self.masked]
        ranks = {match.start("rank"): match for match in RANK.finditer(self.text) if self._is_rank(match)}
        bare: list[_Figure] = [self._rank_figure(match) for match in ranks.values()]
        taken = {figure.start for figure in bare}
        for number in find_numbers(self.text):
            if any(place in taken for place in (number.start, number.start - 1)):
                continue  # the 2 of 第2
            if self._measures(number):
                bare.append(
                    _Figure(
                        number.start,
                        number.end,
                        number.value,
                        number.unit,
                        number.quantity,
                        number.comparator,
                    )
                )
        bare.sort(key=lambda figure: figure.start)
        yield from _Describer(self, bare).figures()

    def _is_rank(self, match: re.Match[str]) -> bool:
        if self._is_masked(*match.span("rank")):
            return False
        if re.search("(?:更多|创造|争创?|打造)$", self.text[max(match.start() - 4, 0) : match.start()]):
            return False  # 创造更多世界第一
        if match["verb"]:
            return True
        rest = self.text[match.end() : match.end() + 1]
        return not rest or rest in "，。；、！？,;)）”" or match["rank"].endswith(("位", "名"))

    def _rank_figure(self, match: re.Match[str]) -> _Figure:
        digits = match["number"]
        value = int(digits) if digits.isdecimal() else read_han(digits) or 0
        return _Figure(*match.span("rank"), value, "位", Quantity(value, "位"), Comparator.EXACT, Measure.RANK)

    def _measures(self, number: NumberMatch) -> bool:
        text, start, end = self.text, number.start, number.end
        if self._is_masked(start, end):
            return False
        before, after = text[max(start - 24, 0) : start], text[end : end + 16]
        if ORDINAL.search(before) or (before and LATIN.match(before[-1])) or LATIN.match(after):
            return False
        if (
            before
            and JOINED.match(before[-1])
            and not (before[-1] in "-~～:：" and len(before) > 1 and before[-2] in "%％元人吨到至为是数：:")
            and not (before[-1] in "-~～" and before[-2:-1].isdecimal() and number.unit)
        ):
            return False
        if after and after[0] in "+＋×:：" and after[1:2].isdecimal():
            return False
        unit = number.unit
        if number.in_han:
            return self._han_measures(number, before, after)
        if THRESHOLD.match(text, end) or (WHO.match(text, end) and re.search("(?:超过?|满|达到?|不低于|高于)$", before)):
            return False
        if unit is None and RANGE_BEHIND.match(after):
            return False  # the 60 of 60至70个
        if unit is None:
            # 6000多员工 and 13.1万干部 count without a unit.
            counts = number.value != number.quantity.value or (
                text[end - 1] in "多余" and number.value >= 10 and after[:1] > "\u4e00"
            )
            return counts or bool(INDEX.search(before))
        base = number.quantity.unit or ""
        if not base:
            return not RANGE_BEHIND.match(after)  # 13.1万驻村干部, not the first of 4万—5万元
        return self._unit_measures(base, unit, before, after)

    def _unit_measures(self, base: str, unit: str, before: str, after: str) -> bool:
        scaled = unit != base and base not in {"%"}
        if base in TIME_UNITS:
            return base not in {"月", "日", "时", "点", "年", "个季度"} and (
                bool(DURATION_OF.search(before) or DURATION_CHANGES.match(after) or MORE_DAYS.search(before))
                or (scaled and "小时" in base)
            )
        if base in NEVER or (base == "千伏" and after[:1] > "\u4e00"):
            return False  # 500千伏电网 is a kind of grid
        if base == "分":
            return bool(SCORED.search(before))
        if base == "个" and NOT_COUNTED.match(after):
            return False
        if base in DOUBTFUL and not scaled:
            return base == "例" or bool(
                re.match("[，。；、]|以上|左右|$", after) and base not in {"层", "度", "段", "步", "手", "里"}
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
        written = self.text[number.start : number.end]
        clause = self._clause_before(number.start)
        if written == "一半" or written == "半数":
            return number.comparator != Comparator.EXACT or bool(
                re.search("占|减少|缩短|下降|降低|压缩|只有|仅|为$|的$|了$", clause)
            )
        if number.unit in {"%", "‰"} or (number.unit is None and base == "%"):
            return not (written.startswith("一成") and number.comparator == Comparator.EXACT) and not re.match(
                "把握|努力|信心|满意", after
            )
        if base == "倍" or written.endswith("倍"):
            return number.value < 100 and not re.search("事半功$|加$", before)
        if base in TIME_UNITS or base in NEVER or base in DOUBTFUL or (base == "元" and number.value == 1):
            return bool(base in TIME_UNITS - {"年", "月", "日", "时", "点", "天"} and re.search("缩短|压缩|压减", clause))
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
        if before.endswith("届") or after.startswith(("全会", "会议", "审议", "产业", "分配", "全体", "代表大会", "“", "‘")):
            return False
        if (base == "个" and NOT_COUNTED.match(after)) or (base == "次" and re.search("每[天日周月年晚]", clause)):
            return False
        if number.value > 1 and (number.comparator != Comparator.EXACT or number.value > 10):
            return True
        if number.value <= 1 or (before and before[-1] in "这那哪每第前后另头各等、"):
            return False
        if REPEATED.match(clause):
            return False
        told = bool(RESULT.search(clause) or RESULT_BEHIND.match(after))
        if base in CONCRETE:
            return told
        return base in COUNTS_PEOPLE | {"个", "项", "次", "类", "种", "吨", "亩", "米"} and told

    # -- where it stands

    def clause_of(self, position: int) -> tuple[int, int]:
        """The clause around a position, without its punctuation."""
        index = bisect_right(self.clauses, position) - 1
        return self.clauses[index], self.clause_ends[index]

    def sentence_of(self, position: int) -> int:
        """The number of the sentence that a position is in."""
        return bisect_right(self.sentences, position) - 1

    def same_clause(self, figure: _Figure, other: _Figure | None) -> bool:
        """Whether another figure stands in the clause of a figure."""
        return other is not None and self.clause_of(figure.start) == self.clause_of(other.start)

    def _clause_before(self, position: int) -> str:
        return self.text[max(self.clause_of(position)[0], position - WINDOW) : position]


# --- What is said of a number ------------------------------------------------------------------------------------------

AND = re.compile("(?:以及|及|和|与|或|至|到|—|－|～|~|-)")
AND_END = re.compile("(?:以及|[和及与])$")
JUST_JOINED = re.compile("^(?:[、，,和及与至到或—－～~-]|以及|分别|(?:以上|以下|左右|上下|多|余))*$")
RESPECTIVELY = re.compile("分别|依次")
RANGE_START = re.compile("[0-9０-９.．]{1,12}[%％]?(?:[-－—~～]{1,2}|至|到)$")
FROM_VALUE = re.compile("(?:由|从)$")
TO_VALUE = re.compile("(?:左右|以上)?(?:提高|提升|增加|增长|上升|下降|降低|减少|缩短|压缩|压减|扩大|降|增|升|减)(?:至|到|为)")
THIS_YEAR = re.compile("今年$|[0-9０-９]{4}年度?$")
BEHIND = re.compile("前$|年度?$")
AT_PRESENT = re.compile("(?<=[到至为])(?:现在|目前|如今|当前)?的?(?:每[人户亩斤吨公平年月天日][^，。；、]{0,6})?$")
NOW = re.compile("目前|如今|现在|眼下|当前")
MOST_LISTED = 12
LEVEL_AFTER = re.compile(
    "^(?:以上|以下|左右|上下|多|余)?的?(?:(?P<rate>增速|增幅|涨幅|(?<=的)增长(?:率|速度)?(?![至到为]))|(?P<fall>降幅|跌幅|(?<=的)(?:下降|降低)(?![至到为])))"
)
SHARE_OF_TIMES = re.compile("(?:相当于|是|为|占|达到?)[^，。；]{0,14}$")
CUMULATIVE = re.compile("(?:累计|累积)(?!雨量|降雨|降水|票房)")
EXPECTED = re.compile("预计|预期")
WHOLE = re.compile("占(?P<area>[全我][市县区镇乡])")
FOR = re.compile("(?:为|对|给|向|帮助|面向)$")
IN_PLACE = re.compile("(?:在|走进|来到|从|目前|截至|今年|去年)$")
NOT_SUBJECT = re.compile("首[个家座批条次]|第[一二三四五]|唯一|最|等|至|到|、|一带|出台|籍|制造|以[东西南北]")
HOSTS = re.compile("(?:联合)?(?:主办|承办|协办|指导)|的")
OVER_AREA = re.compile("[\u4e00-\u9fff]{2,5}[省市县区州盟旗]$")
WIDEST = {"全国", "全球", "世界", "我国"}
SAYS = re.compile(
    "[^，。；]{0,10}?(?:介绍|表示|获悉|了解到|称|说|指出|发布|公布|统计|数据|通报|透露|主办|承办|审结|判决|召开|会议)"
)
OTHER_SUBJECT = re.compile(
    "(?:^|[，。；：！？,\n]|[年月日来])“?(?P<other>[他她我你](?:们)?(?![国省市县区州镇乡村校院])|大会|会议|比赛|赛事|活动|仪式|本报|记者|报告|判决|法院)"
)
POINTS = re.compile(
    "(?:^|[，,。；！？：“\\n])(?:作为[^，。；]{0,12}[，,])?(?P<word>这(?:是)?(?:一)?(?P<kind>里|片|所|支|家)(?!人))"
)
QUOTED_BODY = re.compile(
    "(?:^|[，。；：！？,\n])(?:目前)?“(?P<name>[\u4e00-\u9fff]{3,14}(?:镇|区|园|企业|集团|公司|基地|村|中心|联盟|集群))”"
)
REFERENCE = re.compile(
    "(?:占到?|居|列|位居|高于|低于|快于|高出|慢于|好于|优于|排名?|超过?|比|较|领先|跻身|名列|进入|达到|领跑|面向|辐射|覆盖|销往|来自于)(?:了|于)?(?:[全同][国省市区县球][、和与])?$"
)
HERE = re.compile("本[届次](?:[\u4e00-\u9fff]{0,8}?(?:赛事|赛|会|展|节|活动))|大赛组委会")
OFFICE = re.compile(
    "(?:厅|委|部|办|政府|委员会|办公室|局|常委会|人大|政协|检察院|纪委|党组|组|团|机关|中央|国务院|联合会|妇联|总工会|协会|日报|新闻|社)$"
)
BRANCH = re.compile("(?:分局|税务局|供电局|邮政局|海关|派出所|交警|分公司|车站|机场|医院|学校|大学|学院|中学|小学)")
ADVERB_ONLY = re.compile(
    r"^(?:[，,、“”\s]|目前|同时|此外|另外|其中|据悉|据了解|截至|今年|去年|近年来|如今|现在|在|从|位于|自|到|是|预计|全年|期间|以来|当年|上年|去年同期|仅)*$"
)
NO_PERIOD = re.compile(
    "^(?:当[日天].*|近年来?|近日来?|日前|连日来?|近期|近来|不久前|前不久|最近|多年来|长期以来|历年来?|当年|迄今为?止?|.*同期|.*周.?|岁末.*|年底|年初|长期|昨.|今[天日晨晚]|明.|前天)$"
)
UNTIL = re.compile("截至|截止|.*[至到—–-]|.*(?:以来|起)$")
FLOW = re.compile(
    "[^。；]{0,20}?(?:新增|接待|发送|销售|成交|客流|用电|交易|入园|出入境|降雨|降水|气温|收盘|报收|票房|到站|抵离|旅客)"
)
YEAR_ALONE = re.compile("[0-9０-９]{4}年度?")
EDITION = re.compile(
    "[^，。；、]{0,22}?(?:会(?=[^，。；、]{0,10}(?:举行|召开|举办|开幕|启动|定于|将于|在))|招聘会|推介会|洽谈会|赛|运动会|博览会|大会|会议|论坛|仪式|艺术节|文化节|开学典礼)"
)
SCOPE_FREE = re.compile(
    "^(?:[、，,：:\\s“”]|全[国省市县区州镇乡村]|我[国省市县区州镇乡村]|该[省市县区州镇乡村]|其中|同时|据[^，。]{0,6}|在|到|自|从|至|预计|力争|计划|报告提出|确保|目标是|截至|截止|[\u4e00-\u9fff]{1,6}[省市县区州镇乡村](?![\u4e00-\u9fff]{0,2}(?:年|企业)))*$"
)


@dataclass(frozen=True)
class _Words:
    """The words around a figure: the clause it stands in, what is before it and behind it up to its neighbours."""

    clause: tuple[int, int]
    start: int
    before: str
    after: str
    joined: bool
    """Whether it goes on with the figure before it in the clause (41.2亿元和35.5亿元)."""


@dataclass(frozen=True)
class _ScopeAt:
    """Something that can be the scope of what follows it."""

    start: int
    end: int
    text: str
    lasts: bool = True
    """Whether the sentences after it are of it too, as they are of an area (全市)."""
    source: Mention | None = None
    """What a demonstrative (这所) points at."""
    leads: bool = True
    """Whether it is what the sentence speaks of, and not just whom something is for (为全县80岁以上老人)."""


class _Describer:
    """Finds what a line says of each of its figures; a figure whose clause does not say takes it from the one before."""

    def __init__(self, line: _Line, bare: list[_Figure]) -> None:
        self.line = line
        self.text = line.text
        self.bare = bare
        self.starts = [figure.start for figure in bare]
        self.scopes = self._find_scopes()
        self.scope_starts = [scope.start for scope in self.scopes]
        self.periods = [date for date in line.dates if self._is_period(date)]
        self.period_starts = [date.start for date in self.periods]

    def figures(self) -> Iterator[_Figure]:
        done: list[_Figure] = []
        group: list[str] = []
        for index, figure in enumerate(self.bare):
            words = self._words(index)
            previous = done[-1] if done else None
            same_clause = previous is not None and previous.start >= words.clause[0]
            told = self._measure(figure, words, previous if same_clause else None)
            if RESPECTIVELY.search(words.before):
                group = self._share_out(index, words, done)
            elif not words.joined:
                group = []
            if group:
                indicator: str | None = group.pop(0)
            else:
                indicator = self._indicator(told, words, previous)
            told = replace(
                told,
                indicator=indicator,
                period=self._period(told, words, previous),
                evidence=self._evidence(told, words, previous),
            )
            told = replace(told, scope=self._scope(told, words, previous))
            done.append(told)
            yield told

    # -- words

    def _words(self, index: int) -> _Words:
        figure = self.bare[index]
        start, end = self.line.clause_of(figure.start)
        start, end = max(start, figure.start - WINDOW), min(end, figure.end + WINDOW)
        own, joined = start, False
        if index and self.bare[index - 1].end > start:
            own = self._border(self.bare[index - 1].end, figure.start)
            joined = bool(JUST_JOINED.match(self.text[self.bare[index - 1].end : figure.start]))
        until = end
        if index + 1 < len(self.bare) and self.bare[index + 1].start < end:
            following = self.bare[index + 1].start
            border = self._border(figure.end, following)
            until = border if border > figure.end else following
        before = RANGE_START.sub("", self._bare_words(own, figure.start))
        return _Words((start, end), own, before, self.text[figure.end : until].rstrip("、和及与 "), joined)

    def _border(self, end: int, start: int) -> int:
        """Where the words behind one figure end and those before the next begin."""
        between = self.text[end:start]
        comma = between.rfind("、")
        if comma >= 0:
            return end + comma + 1
        if joint := AND.match(between):
            return end + joint.end()
        return start if AND_END.search(between) else end

    def _bare_words(self, start: int, end: int) -> str:
        """The words before a figure without its dates and its scope."""
        index = bisect_left(self.scope_starts, start)
        pieces, position = [], start
        while index < len(self.scopes) and self.scopes[index].start < end:
            scope = self.scopes[index]
            if scope.end <= end and scope.start >= position and not scope.text.startswith("本"):
                pieces.append(self._without_dates(position, scope.start))
                position = scope.end
            index += 1
        return "".join([*pieces, self._without_dates(position, end)]).replace("“”", "")

    def _without_dates(self, start: int, end: int) -> str:
        pieces, position = [], start
        for date in self.line.dates:
            if date.end > start and date.start < end and date.start >= position:
                pieces.append(self.text[position : date.start])
                position = min(date.end, end)
        return "".join([*pieces, self.text[position:end]])

    # -- measure

    def _measure(self, figure: _Figure, words: _Words, previous: _Figure | None) -> _Figure:
        if figure.measure == Measure.RANK:
            return figure
        before = AT_PRESENT.sub("", words.before[-40:])
        clause_before = self.text[words.clause[0] : figure.start]
        is_share = figure.quantity.unit in {"%", "‰"}
        basis = self._basis(clause_before)
        if EXPECTED.search(clause_before) and figure.comparator == Comparator.EXACT:
            figure = replace(figure, comparator=Comparator.ABOUT)
        if words.joined and previous is not None and previous.measure != Measure.RANK:
            if previous.measure == Measure.CHANGE and (figure.value < 0) != (previous.value < 0):
                previous = replace(previous, direction=Direction.DOWN if figure.value < 0 else Direction.UP)
            measure = previous.measure
            if measure == Measure.LEVEL and is_share:
                measure = Measure.SHARE
            return replace(figure, measure=measure, direction=previous.direction, basis=previous.basis)
        change = None if TO_LEVEL.search(before) and not RATE_WORD.search(before[-8:]) else self._change(figure, before)
        if change:
            direction = Direction.UP if change["up"] and figure.value >= 0 else Direction.DOWN
            return replace(figure, measure=Measure.CHANGE, direction=direction, basis=basis)
        if rate := LEVEL_AFTER.match(words.after):
            direction = Direction.UP if rate["rate"] else Direction.DOWN
            return replace(figure, measure=Measure.CHANGE, direction=direction, basis=basis)
        if figure.unit and figure.unit.endswith("倍"):
            share = SHARE_OF_TIMES.search(before)
            if "相当于" in before[-16:] and figure.comparator == Comparator.EXACT:
                figure = replace(figure, comparator=Comparator.ABOUT)
            return replace(figure, measure=Measure.SHARE if share else Measure.LEVEL)
        if is_share:
            return replace(figure, measure=Measure.SHARE, basis=basis if basis == Basis.CUMULATIVE else None)
        return replace(figure, basis=basis if basis == Basis.CUMULATIVE else None)

    def _change(self, figure: _Figure, before: str) -> re.Match[str] | None:
        change = CHANGE.search(before) or CHANGE_OBJECT.search(before.lstrip("，、并且还也"))
        # 高于全省3.1个百分点 is a difference; 高于100元 is a bound.
        if change and THAN.search(before) and figure.unit not in {"个百分点", "百分点"}:
            return None
        return change

    def _basis(self, before: str) -> Basis | None:
        found = [(match.start(), basis) for pattern, basis in BASES for match in pattern.finditer(before)]
        return max(found)[1] if found else None

    # -- indicator

    def _indicator(self, figure: _Figure, words: _Words, previous: _Figure | None) -> str | None:
        near = previous is not None and self.line.sentence_of(previous.start) >= self.line.sentence_of(figure.start) - 1
        carried = previous.indicator if previous is not None and near else None
        if figure.measure == Measure.RANK:
            own = name_rank(words.before)
            if carried and own in RANKED_PART:
                return re.sub("(?:占比|比重|增速|增幅)$", "", carried) + own
            return own or carried
        if words.joined and carried and not (is_count(figure.unit) and words.after):
            return carried
        before = words.before
        if figure.measure == Measure.SHARE and (share := SHARE_OF.search(before)) and not SHARE_NOUN.search(before):
            own = name_indicator(share["what"], "", figure.unit, prefers_before=True)
            if not own or CONTINUES.match(own):
                return carried or (own if own else None)
            return own
        if previous is not None and self._names_previous(previous, figure) and words.after:
            before = ""
        counts = is_count(figure.unit) or (figure.unit is None and figure.measure == Measure.LEVEL)
        prefers_before = figure.measure in {Measure.CHANGE, Measure.SHARE} or not counts
        own = name_indicator(before, words.after, figure.quantity.unit, prefers_before=prefers_before)
        if carried and (rate := RATE_MOVES.match(before)):
            return RATE_END.sub("", carried) + rate["rate"]
        if not words.after and (own is None or (is_count(figure.unit) and len(own) <= 2)):
            own = self._named_behind(figure) or own
        people = name_people(before, self.text[figure.end : words.clause[1]], figure.quantity.unit)
        if people and (own is None or BARE_VERB.fullmatch(own)) and not words.joined:
            return people
        other = previous is None or previous.quantity.unit != figure.quantity.unit or not self._same_sentence(figure, previous)
        if (
            own is None
            and figure.measure == Measure.LEVEL
            and other
            and (figure.quantity.unit in COUNTED or not self._same_sentence(figure, previous))
        ):
            return COUNTED.get(figure.quantity.unit or "")
        if own is None and figure.measure == Measure.CHANGE:
            if named := self._named_before(words):
                return named
            if carried and previous is not None and previous.measure == Measure.CHANGE and THAN.search(before):
                return RATE_END.sub("", carried) + "增速"
        if own is None:
            return carried
        if carried and (rate := RATE_OF.fullmatch(own)) and self._same_sentence(figure, previous):
            # 化解纠纷1427件，化解率68.5%
            head, verb, _ = carried.partition(rate["verb"])
            return head + verb + "率" if verb else carried + own if rate["verb"] == "完成" else own
        if own.startswith("占") and carried and figure.measure == Measure.SHARE:
            return RATE_END.sub("", carried) + own
        if carried and own in {"新增", "增设", "新设", "新建"}:
            return carried
        if (
            carried
            and OF_EACH.fullmatch(own)
            and previous is not None
            and is_count(previous.unit)
            and self._same_sentence(figure, previous)
        ):
            return carried + own
        if carried and own in AVERAGES:
            return own + carried
        if ATHLETES.search(own) and not own.startswith("参赛") and SPORT.search(self.text, figure.end, words.clause[1]):
            return "参赛" + own
        if carried and own in BARE_VERBS and carried[:2] in BARE_VERBS:
            return own + carried[2:]
        if carried and own in RANKED_PART:
            return re.sub("^(?:新增|净增|新)|(?:占比|比重|增速|增幅)$", "", carried) + own
        return own

    def _named_before(self, words: _Words) -> str | None:
        """What the clause before speaks of, where it has no figure: 固定资产投资稳步回升，同比增长2.1%."""
        start = words.clause[0]
        if not start or self.text[start - 1] not in "，,":
            return None
        first, end = self.line.clause_of(start - 1)
        if bisect_left(self.starts, first) != bisect_left(self.starts, end):
            return None
        subject = SUBJECT.match(self._bare_words(max(first, end - WINDOW), end))
        return subject["noun"] if subject else None

    def _names_previous(self, previous: _Figure, figure: _Figure) -> bool:
        """Whether all between two figures is the noun of the first: 4个村9000亩土地."""
        between = self.text[previous.end : figure.start]
        return is_count(previous.unit) and bool(NOUN.fullmatch(between)) and not ATTRIBUTES.search(between)

    def _same_sentence(self, figure: _Figure, previous: _Figure | None) -> bool:
        return previous is not None and self.line.sentence_of(previous.start) == self.line.sentence_of(figure.start)

    def _named_behind(self, figure: _Figure) -> str | None:
        """The noun behind the last of a run of figures: 5.9万人、4.2万人预约祭扫."""
        index = bisect_left(self.starts, figure.start)
        for following in range(index + 1, min(index + MOST_LISTED, len(self.bare))):
            words = self._words(following)
            if not words.joined:
                return None
            if words.after:
                return name_indicator("", words.after, self.bare[following].quantity.unit, prefers_before=False)
        return None

    def _share_out(self, index: int, words: _Words, done: list[_Figure]) -> list[str]:
        """The indicator of each figure behind 分别: named in a list before it, or those of the figures before."""
        end = self.line.clause_of(self.bare[index].start)[1]
        count = 1
        while count < MOST_LISTED and index + count < len(self.bare) and self.bare[index + count].start < end:
            count += 1
        listed = split_list(words.before, count)
        if listed:
            return listed
        earlier = [figure.indicator for figure in done[-count:] if figure.indicator]
        if len(earlier) == count and len(set(earlier)) == count:
            return earlier
        return []

    # -- period

    def _is_period(self, date: DateMatch) -> bool:
        text = date.span.text
        if NO_PERIOD.match(text) or text.endswith("同期"):
            return False
        if date.is_day and date.span.start == date.span.end and not UNTIL.match(text) and not FLOW.match(self.text, date.end):
            return False  # 3月10日，百余名选手参加 says when they met
        if self.text[date.end : date.end + 2] == "同期":
            return False
        if YEAR_ALONE.fullmatch(text) and EDITION.match(self.text, date.end):
            return False  # 2023年全市中学生运动会 names the games
        return not COMPARED.search(self.text[max(date.start - 6, 0) : date.start])

    def _period(self, figure: _Figure, words: _Words, previous: _Figure | None) -> TimeSpan | None:
        found = self._period_before(figure, words, previous)
        if found is None:
            behind = bisect_left(self.period_starts, figure.end)
            if (
                behind < len(self.periods)
                and self.periods[behind].end <= words.clause[1]
                and BEHIND.search(self.periods[behind].span.text)
            ):
                return self.periods[behind].span
        return found

    def _period_before(self, figure: _Figure, words: _Words, previous: _Figure | None) -> TimeSpan | None:
        index = bisect_left(self.period_starts, figure.start) - 1
        if index < 0:
            return None
        if (
            previous is not None
            and self.periods[index].end <= words.clause[0]
            and self.text.startswith("其中", words.clause[0])
            and self._same_sentence(figure, previous)
        ):
            return previous.period
        near = self.periods[index]
        if self.text[near.end : figure.start] == "的":
            if not (figure.unit or "").endswith("倍"):
                return near.span
            index -= 1  # 是十年前的2.1倍
            if index < 0:
                return None
        while index >= 0 and self._is_aside(self.periods[index], figure):
            index -= 1
        if index < 0:
            return None
        near = self.periods[index]
        if near.span.text == "全年":
            # 做好今年工作，全年实施项目320个
            named = [period for period in self.periods[:index] if THIS_YEAR.match(period.span.text)]
            near = named[-1] if named else near
            if named:
                return near.span
        if near.is_day and near.span.text.endswith("起") and figure.basis != Basis.CUMULATIVE:
            return None  # 8月1日起施行 says since when, not how many since
        if near.end > words.clause[0]:
            return near.span
        if near.span.end and not near.span.text.startswith("今年") and NOW.search(self.text, near.end, figure.start):
            return None  # 去年9月食堂开业，目前全市已有528家
        if FROM_VALUE.search(words.before) and TO_VALUE.match(self.text, figure.end):
            return None  # 亩产由8斤提高到32斤: when it was 8 is not said
        if figure.basis == Basis.CUMULATIVE and near.span.end and near.span.start:
            return None  # 2019年建起技术中心，累计获得专利112件
        sentence, own = self.line.sentence_of(near.start), self.line.sentence_of(figure.start)
        if sentence == own:
            if self._leads(near) and not self._subject_between(near.end, words.clause[0]):
                return near.span
            if previous is not None and previous.period == near.span and previous.indicator == figure.indicator:
                return near.span
            return None
        chained = previous is not None and previous.period == near.span and self.line.sentence_of(previous.start) >= own - 1
        if (
            (sentence == own - 1 or chained)
            and self._leads(near)
            and "世纪" not in near.span.text
            and not self._new_area(near.end, figure)
        ):
            return None if self._subject_between(near.end, figure.start) else near.span
        return None

    def _new_area(self, start: int, figure: _Figure) -> bool:
        """Whether the sentence of a figure names another area or body than the text before it, since a period."""
        sentence = self.line.sentences[self.line.sentence_of(figure.start)]
        low, high = (bisect_left(self.scope_starts, place) for place in (sentence, figure.start))
        before = {scope.text for scope in self.scopes[max(bisect_left(self.scope_starts, start) - 2, 0) : low]}
        return any(scope.text and scope.lasts and scope.text not in before for scope in self.scopes[low:high])

    def _subject_between(self, start: int, end: int) -> bool:
        """Whether the text goes over to another subject, that a period named before may not hold for."""
        low, high = bisect_left(self.scope_starts, start), bisect_left(self.scope_starts, end)
        return any(not scope.text for scope in self.scopes[low : min(high, low + 8)])

    def _is_aside(self, date: DateMatch, figure: _Figure) -> bool:
        """由上年的38.5%提高到42.1%: the year before is that of the first number alone."""
        if self.text[date.start - 1 : date.start] in {"由", "从"}:
            first = bisect_left(self.starts, date.end)
            return first < len(self.starts) and self.starts[first] != figure.start
        if self.text[date.end : date.end + 1] != "的":
            return False
        behind = self.text[date.end + 1 : date.end + 2]
        return (behind.isdecimal() or behind in "百两三四五六七八九十") and date.end + 1 != figure.start

    def _leads(self, date: DateMatch) -> bool:
        # 中心晒出上半年成绩单：全市新增…
        if self.text[self.line.clause_of(date.start)[1] :][:1] in {"：", ":"}:
            return True
        start = self.line.clause_of(date.start)[0]
        return date.start - start <= 24 and bool(SCOPE_FREE.match(self.text[start : date.start]))

    # -- scope

    def _find_scopes(self) -> list[_ScopeAt]:
        """What can be a scope, in order. A subject that measures nothing (他, 大会) is one without text: it ends the last."""
        # 该中心副主任柳茵介绍 speaks of a person, not of the centre.
        posts = {mention.start for mention in self.line.mentions if mention.label in {Label.ROLE, Label.PERSON}}
        found = [
            _ScopeAt(*match.span(), match[0], leads=not FOR.search(self.text[max(match.start() - 3, 0) : match.start()]))
            for match in SCOPE_WORD.finditer(self.text)
            if not REFERENCE.search(self.text[max(match.start() - 7, 0) : match.start()])
            and match.end() not in posts
            and (match[0] not in WIDEST or self._starts_clause(match.start()))
        ]
        found += [_ScopeAt(*match.span("area"), match["area"]) for match in IN_WORD.finditer(self.text)]
        found += [_ScopeAt(*match.span("body"), match["body"]) for match in LEADING_BODY.finditer(self.text)]
        found += [_ScopeAt(*match.span("other"), "", lasts=False) for match in OTHER_SUBJECT.finditer(self.text)]
        found += [_ScopeAt(*match.span("name"), match["name"], lasts=False) for match in QUOTED_BODY.finditer(self.text)]
        found += self._pointed_at()
        for mention in self.line.mentions:
            lead = self.text[max(mention.start - 4, 0) : mention.start]
            behind = self.text[mention.end : mention.end + 12]
            starts_clause = self._starts_clause(mention.start)
            if mention.end in posts:
                if starts_clause:
                    found.append(_ScopeAt(mention.start, mention.end, "", lasts=False))
            elif mention.label == Label.PERSON and starts_clause and not behind.startswith(("、", "等")):
                found.append(_ScopeAt(mention.start, mention.end, "", lasts=False))
            elif mention.label == Label.PLACE:
                if EDITION.match(self.text, mention.end) or (behind.startswith("的") and not AREA_PLACE.search(mention.text)):
                    continue
                if len(mention.text) < 2 or NOT_SUBJECT.match(behind) or (lead.endswith("“") and not behind.startswith("”")):
                    continue
                if FOR.search(lead) and AREA_PLACE.search(mention.text):
                    found.append(_ScopeAt(mention.start, mention.end, mention.text, leads=False))
                elif not starts_clause and AREA_PLACE.search(mention.text) and (over := self._area_before(mention.start)):
                    found.append(_ScopeAt(over, mention.end, self.text[over : mention.end]))
                elif starts_clause or (AREA_PLACE.search(mention.text) and IN_PLACE.search(lead)):
                    found.append(
                        _ScopeAt(
                            mention.start,
                            mention.end,
                            mention.text,
                            lasts=bool(AREA_PLACE.search(mention.text)) and not NO_AREA.search(mention.text),
                        )
                    )
            elif mention.label == Label.ORG and starts_clause and not NOT_SUBJECT.match(behind) and not HOSTS.match(behind):
                office = OFFICE.search(mention.text) and not BRANCH.search(mention.text)
                found.append(
                    _ScopeAt(
                        mention.start,
                        mention.end,
                        "" if office or SAYS.match(behind) else mention.text,
                        lasts=False,
                    )
                )
        return sorted(found, key=lambda scope: (scope.start, -scope.end))

    def _pointed_at(self) -> Iterator[_ScopeAt]:
        """这所村小, 这里: the body or the place that the article named last."""
        for match in POINTS.finditer(self.text):
            label = Label.PLACE if match["kind"] in {"里", "片"} else Label.ORG
            named = self.line.names.last_named(label, self.line.offset + match.start())
            if named:
                yield _ScopeAt(*match.span("word"), named.text, source=named)

    def _area_before(self, position: int) -> int | None:
        """Where an area opens the clause that a smaller one goes on with (高新区云漠开发区), marked as a mention or not."""
        clause = max(self.line.clause_of(position)[0], position - 8)
        over = OVER_AREA.search(self.text, clause, position)
        return over.start() if over and over.end() == position and self._starts_clause(over.start()) else None

    def _starts_clause(self, position: int) -> bool:
        clause = max(self.line.clause_of(position)[0], position - WINDOW)
        return bool(ADVERB_ONLY.match(self._without_dates(clause, position)))

    def _scope(self, figure: _Figure, words: _Words, previous: _Figure | None) -> Scope | None:
        index = bisect_left(self.scope_starts, figure.start) - 1
        sentence = self.line.sentences[self.line.sentence_of(figure.start)]
        if figure.measure == Measure.RANK and previous is not None and previous.start > words.clause[0] - WINDOW:
            return previous.scope
        while index >= 0 and (
            (self.scopes[index].end > figure.start)
            or (not self.scopes[index].leads and self.scopes[index].start < words.clause[0])
            or (not self.scopes[index].lasts and self.scopes[index].start < sentence)
        ):
            index -= 1
        if index < 0 or not self.scopes[index].text:
            whole = WHOLE.search(self.text, max(words.clause[0], figure.start - WINDOW), figure.start)
            if index < 0 and whole:
                # 民营企业出口占全市的七成 speaks of the city's.
                return Scope(whole["area"], self.line.names.word(whole["area"], self.line.offset + whole.start("area")))
            return previous.scope if index < 0 and previous is not None and self._same_sentence(figure, previous) else None
        return Scope(self.scopes[index].text, self._resolve(self.scopes[index]))

    def _resolve(self, scope: _ScopeAt) -> str | None:
        names, position = self.line.names, self.line.offset + scope.start
        if scope.source is not None:
            return self._resolve_mention(scope.source, scope.source.start)
        if word := names.word(scope.text, position):
            return word
        for mention in self.line.mentions:
            if mention.start == scope.start and mention.end == scope.end:
                return self._resolve_mention(mention, position)
        return None

    def _resolve_mention(self, mention: Mention, position: int) -> str | None:
        names = self.line.names
        if mention.label == Label.PLACE:
            return names.place(mention.text, position)
        return names.body(replace(mention, start=position)) or (mention.text if AREA.match(mention.text) else None)

    # -- evidence

    def _evidence(self, figure: _Figure, words: _Words, previous: _Figure | None) -> tuple[int, int]:
        """The clause; with the clause of the figure that is ranked before it, where it is a rank."""
        start, end = words.clause
        if figure.measure == Measure.RANK and previous is not None and start - WINDOW < previous.start < start:
            start = previous.evidence[0]
        while start < figure.start and self.text[start] in "、，, “":
            start += 1
        while end > figure.end and self.text[end - 1] in " 、，":
            end -= 1
        return start, end


BASES = ((YOY, Basis.YOY), (MOM, Basis.MOM), (CUMULATIVE, Basis.CUMULATIVE))
IN_WORD = re.compile("(?:^|[，。；：“,]|[年月日来起前])(?P<area>[市县区镇乡村]里)")
SCOPE_WORD = re.compile(
    f"(?:{AREA_WORD.pattern}(?!会|长|民|际|级|第|首|最|重点|文明|优秀|先进|十佳|百强|一流|劳|性|平均水平|前列|率先|人大|政协|两会|领先|统一|排名|唯一|同类|百|十大|三八|五一|道德|技术能手|名录|各地)|{HERE.pattern}|该(?:项目|工程|桥|线路|线(?!索|上|下)|路|港|电站|水库|隧道|铁路|高速|机场|平台|公司|集团|企业|医院|学院|学校|分局|中心|合作社|景区|园区|社区|派出所|研究所|院|校|局|所|站|厂|馆|店|园))"
)
LEADING_BODY = re.compile(
    "(?:^|[，。；：“、,]|今年|去年|目前|如今|现在|以来)(?P<body>公司|集团|学校|医院|合作社|景区|园区|法院|检察院)(?![内外里方长])"
)
NO_AREA = re.compile("地区$|[库矿景园山灾校社小片林牧城郊老特风库]区$|度假区$")
AREA_PLACE = re.compile("(?:省|市|县|区|州|盟|旗|镇|乡|村|街道|社区|自治区|国|岛)$")
SHARE_OF = re.compile("^(?P<what>.*?)(?:占比|占|比重|比例)[^，。；]*$")
SHARE_NOUN = re.compile("(?:占比|比重|比例|占[^，。；]{1,12}比)(?!的)")
CONTINUES = re.compile("^(?:其|总|比重)?$")
COUNT_UNITS = re.compile(
    "(?:个|家|户|名|人|位|项|件|台|套|辆|架|艘|场|次|起|宗|笔|份|册|本|部|篇|幅|张|条|座|处|所|栋|幢|间|口|眼|盏|棵|株|头|只|匹|枚|块|支|组|对|双|批|类|种|款|门|席|轮|盘|局|票|桌|颗|瓶|箱|袋|盒|床|人次|例)$"
)


RATE_MOVES = re.compile(
    "(?:其|其中|同比|环比)?(?P<rate>增速|降幅|涨幅|增幅|跌幅|占比|比重)[^，。；]{0,14}?(?:扩大|收窄|回落|提高|提升|加快|放缓|上升|下降|高于|低于|快于|高出)"
)
RATE_END = re.compile("(?:增速|降幅|涨幅|增幅|跌幅|占比|比重)$")
COUNTED = {"户": "户数", "人": "人数", "人次": "人次", "摄氏度": "气温", "℃": "气温"}
NOUN = re.compile("[\u4e00-\u9fff]{1,8}")
AVERAGES = {"日均", "月均", "年均", "户均", "人均", "亩均", "平均"}
OF_EACH = re.compile("总投资额?|投资额|总金额|金额|数量|总数|总量|人数")
SPORT = re.compile("角逐|竞技|比拼|比赛|参赛|对决|竞逐|较量|争夺|竞速")
SUBJECT = re.compile(
    "(?:其中|同时|此外|，|、)*(?P<noun>[\u4e00-\u9fff]{2,14}?(?:增加值|总值|产值|零售额|总额|投资|收入|支出|价格|贷款余额|存款余额|贷款|存款|销售额|产量|用电量|进出口|出口|进口|客流量|货运量))"
    "(?![\u4e00-\u9fff]{0,2}(?:项目|企业|工作|政策|结构|力度|环境))"
)
RATE_OF = re.compile("(?P<verb>完成|化解|办结|审结|整改|签约|开工|竣工|就业|录取|销售|调解)率")
RANKED_PART = {"增速", "增幅", "总量", "占比", "比重", "总额", "总值", "总数", "余额", "规模", "降幅", "涨幅"}
BARE_VERBS = {
    "开工",
    "竣工",
    "投产",
    "签约",
    "落地",
    "新建",
    "改建",
    "扩建",
    "应到",
    "实到",
    "毕业",
    "招收",
    "引进",
    "培育",
    "建成",
    "在建",
    "申报",
    "获批",
}


def is_count(unit: str | None) -> bool:
    """Whether a unit counts things (家, 名, 项), whose noun stands behind it as often as before."""
    return bool(unit and COUNT_UNITS.search(unit)) and unit != "个百分点"


def name_rank(before: str) -> str | None:
    """What is ranked, where the clause of the rank says so: 增速居全市第1位."""
    head = re.sub(
        "(?:位居|位列|稳居|高居|均居|居|名列|列|排名|排在|排|跃居|(?:提升|上升|跃升|晋升|升)[至到为]|跻身|保持|蝉联|全[国省市区县州球]|世界).*$",
        "",
        before,
    )
    return name_indicator(head, "", None, prefers_before=True) if head.strip("，、 ") else None


ENDINGS = re.compile(
    "(?:居民人均可支配收入|起数|件数|户数|案件|产业增加值|进出口|出口|进口|增加值|总产量|产量|总产值|产值|零售额|销售额|销售收入|收入|支出|面积|投资|存栏|出栏|人数|总数|数量|价格|指数|占比|比例|比重|总额|人均可支配收入|[额率量值]$)"
)
TWO_WORDS = {
    "城乡": ("城镇", "农村"),
    "进出口": ("进口", "出口"),
    "一二三产业": ("第一产业", "第二产业", "第三产业"),
}


def split_list(before: str, count: int) -> list[str]:
    """The things that 分别 gives figures for: 粮食产量, 油料产量 of 粮食、油料产量分别为. Empty where they are not `count`."""
    head = RESPECTIVELY.split(before)[0]
    phrase = name_indicator(head, "", None, prefers_before=True)
    if not phrase or count < 2:
        return []
    for pair, parts in TWO_WORDS.items():
        if pair in phrase and len(parts) == count and "、" not in head:
            return [phrase.replace(pair, part) for part in parts]
    items = [item for item in re.split("、|以及|和|与|及", head) if item]
    if len(items) != count:
        return []
    last = name_indicator(items[-1], "", None, prefers_before=True) or items[-1]
    named = [name_indicator(item, "", None, prefers_before=True) or item for item in items[:-1]]
    if ordinal := re.match("(?:第?[一二三四五])(?P<rest>[次产]业?.*)$", last):
        return [(item if item.startswith("第") else "第" + item) + ordinal["rest"] for item in named] + [
            last if last.startswith("第") else "第" + last
        ]
    if items[0].startswith("对") and not last.startswith("对"):
        named, last = ["对" + item.removeprefix("对") for item in named], "对" + last
    ending = ENDINGS.search(last)
    if ending and not any(ENDINGS.search(item) for item in named):
        named = [item + last[ending.start() :] for item in named]
    return [*named, last]
