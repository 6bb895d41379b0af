"""Whether a number is a level, a change, a share or a rank, which way a change goes, and what it is against.

Reads the words before a figure and behind it. A figure joined to another is measured like it; else change goes before
rate, times before share, and what nothing tells is a level.
"""

from __future__ import annotations

import re
from dataclasses import replace

from yaowen.facts.statistics.lines import Figure, Line
from yaowen.facts.statistics.surroundings import Words
from yaowen.schema import Basis, Comparator, Direction, Measure

UP, DOWN = (
    # Verbs, but not 自然增长: 产值|增长.
    "上调|涨价|升温|(?<!自然)增长|增加|提高|扩大|加快|反弹"
    # What is taken in or spent, what is more than another: 比上月|多.
    "|增收|增支|多了|(?<=[期年月周届比较])多|高于|快于|高出"
    # Nouns, and what ends with a verb of one character, but not 新增, 增|值: 产值|增, 收入提|升.
    "|增幅|增速|涨幅|升幅|(?<!自然)增长率|提速|延长|偏多|增产|(?<![新添倍])增(?!值)|(?<!高)涨|(?<!晋)升|翻",
    # Verbs: 能耗|降低.
    "下调|降价|降温|减负|减收|减支|负增长|拖累|瘦了?|减少|降低|下滑|回落|放缓|收窄|缩短|压缩|精简|缩小|减亏"
    # Nouns, what is less than another: 比上月|少.
    "|降幅|跌幅|减幅|萎缩|少了|(?<=[期年月周届比较])少|低于|慢于|偏少|减产|减排|少增"
    # What ends with a verb of one character, but not 霜降, 裁减: 能耗|降, 产量下|跌.
    "|(?<![霜沉投起升])降|(?<![加删裁])减|跌",
)
"""What tells that a figure is by how much something rose or fell."""
# No two of these make a third, so that a run of them is read in one way only.
SOFTENERS = (
    "(?:(?<=于|出)[全同][国省市区县期行][平均水业]{0,4}(?:[、和][全同][国省市区县期行][平均水业]{0,4})?"
    "|(?<=于)上年同期|了|近|将近|接近|超过?|约|大约|不足|不低于|不少于|至少|达到?"
    "|为|高达|幅度|分别|均|都|在|左右|率|也|最高|平均|预期|比|仅|有|：|:|各|控制在|保持在|稳定在|位|是|不高于|不超过|最多|逾)*"
)
CHANGE = re.compile(f"(?:(?P<up>{UP})|(?P<down>{DOWN})){SOFTENERS}$")
DIFFERS = re.compile(
    "(?:比|较)[^，。；]{0,24}?(?:(?P<up>[快高多贵])|(?P<down>[慢低少]|便宜))[打收卖赚产采挣蓄销]?(?:了|出|约|近|超过?|将近)*$"
)
APART = re.compile("[）)]?(?:分别|均|都|也|各)*(?:(?P<up>[快高])|(?P<down>[慢低]))出?(?:了|近|约|超过?|将近)*$")
"""Behind several things that something is compared with: 比全省（6%）和全国（5%）|分别高1.2、2.2个百分点."""
REFERENCE = re.compile(
    "(?:[比较和与、]|[高低快慢]于|高出)(?:(?P<area>全[国省市区县州]|[一-鿿]{2,4}[省市县])|同期|[上去]年)?的?"
    "(?:平均)?(?:水平|增速|增幅)?[（(]$"
)
"""Before the rate of what something is compared with, in a bracket: 比全省平均水平（|6%）快."""
HIGHER = re.compile("(?:(?P<up>高出|高于|快于|超过?(?=[全同]))|(?P<down>低于|慢于))[^，。；]{1,14}$")
OF_SCHEDULE = re.compile(
    "(?:(?P<up>超[出过]?|快于|高于|领先)|(?P<down>低于|慢于|[落滞]后|欠))于?"
    "(?:年度|全年|计划|序时|时间|同期)?进度(?:近|约|超过?)?$"
)
"""By how much what has come in is ahead of its schedule: 超序时进度|3个百分点."""
SINCE_START = re.compile("[比较](?:年初)?(?P<up>新增|增加|净增)(?P<down>)(?:了|近|超过?|约|逾)?$")
SAVES = re.compile(
    "(?P<up>)(?P<down>节[省约]了?[\u4e00-\u9fff]{0,8}|(?:减免|节[水电]|(?<![外全本各跨该我])省)[了出下]?(?:近|约|超过?)*)$"
)
RATES = "(?:(?P<up>增幅|增速|涨幅|升幅|增长率)|(?P<down>降幅|跌幅|减幅|降速))"
MOST = re.compile(f"{RATES}(?:最[大高快小低]|居[前首]|领先|靠前|明显|较大)[，,]$")
POINTS = {"个百分点", "百分点"}
GIVES = re.compile("(?:分别|均|都|达到?|为|高达|超过?|近)*")
RATE_REACHES = re.compile(
    f"{RATES}[^，。；0-9]{{0,6}}?"
    "(?:扩大|收窄|缩小|提高|提升|回升|回落|加快|放缓|上升|下降|升|降)(?:至|到|为)了?(?:近|约|超过?)?$"
)
"""What a rate of change itself came to: 增幅继续扩大到|19%."""
SEEN_AS = re.compile("从(?:(?P<yoy>同比)|环比)看")
RATE_WORD = re.compile(f"{RATES}|增长速度")
THAN = re.compile("(?:[高低快慢]于|高出)[^，。；]{0,10}$")
TO_LEVEL = re.compile(f"(?:{UP}|{DOWN}|调整|达)(?:了)?(?:至|到|为|成)了?(?:近|超过|超|约|逾|不足)?$")
CHANGE_OBJECT = re.compile(
    "^(?:预计|可|已|共|继续|再|累计|平均|带动|为|每年|户均|人均|亩均|实现|帮助|[企农群村居市][业民众户]){0,4}?"
    "(?:(?P<up>增加(?!值)|提高|扩大|净增|多收|增产)|(?P<down>减少|降低|缩短|压缩|压减|下调))了?"
    "[\u4e00-\u9fff、“”]{1,18}?(?:近|超过?|约|逾|达到?)?$"
)
YOY = re.compile("同比|[比较][上去]年|[上去]年同期|比同期|(?<!常年)(?<!历年)同期(?=增|减|下|上|提|回)")
MOM = re.compile("环比|[比较](?:前一周|上一?周|上个?月|上个?季度)")
AT_PRESENT = re.compile("(?<=[到至为])(?:现在|目前|如今|当前)?的?(?:每[人户亩斤吨公平年月天日][^，。；、]{0,6})?$")
LEVEL_AFTER = re.compile(
    "^(?:以上|以下|左右|上下|多|余)?的?(?:平均|年均|同比|实际)?"
    "(?:(?P<rate>增速|增幅|涨幅|(?<=的)增长(?:率|速度)?(?![至到为])|(?<=的)(?:快速|高速|较快|稳定|平稳)增长)"
    "|降幅|跌幅|(?<=的)(?:下降|降低)(?![至到为]))"
)
SHARE_OF_TIMES = re.compile("(?:相当于|是|为|占|达到?)[^，。；]{0,14}$")
CUMULATIVE = re.compile("(?:累计|累积)(?!面?雨量|降雨|降水|票房)")
EXPECTED = re.compile("预计|预期")
BASES = ((YOY, Basis.YOY), (MOM, Basis.MOM), (CUMULATIVE, Basis.CUMULATIVE))


def tell_measure(line: Line, figure: Figure, words: Words, previous: Figure | None) -> Figure:
    """A figure with its measure, direction, basis and comparator; `previous` is the one before it in its clause."""
    if figure.measure == Measure.RANK:
        return figure
    clause_before = line.text[words.clause[0] : figure.start]
    if EXPECTED.search(clause_before) and figure.comparator == Comparator.EXACT:
        figure = replace(figure, comparator=Comparator.ABOUT)
    if previous is not None and (alike := _like_previous(line, figure, words, previous)):
        return alike
    basis = _basis(clause_before) or _basis_of_sentence(line, figure)
    if direction := _direction(line, figure, words):
        return replace(figure, measure=Measure.CHANGE, direction=direction, basis=basis)
    if figure.unit and figure.unit.endswith("倍"):
        before = _said_before(words)
        if "相当于" in before[-16:] and figure.comparator == Comparator.EXACT:
            figure = replace(figure, comparator=Comparator.ABOUT)
        return replace(figure, measure=Measure.SHARE if SHARE_OF_TIMES.search(before) else Measure.LEVEL, basis=basis)
    measure = Measure.SHARE if _is_share(figure) else Measure.LEVEL
    return replace(figure, measure=measure, basis=basis if basis == Basis.CUMULATIVE else None)


def _is_share(figure: Figure) -> bool:
    return figure.quantity.unit in {"%", "‰"}


def _said_before(words: Words) -> str:
    """What stands right before a figure, less 到目前的."""
    return AT_PRESENT.sub("", words.before[-40:])


def _like_previous(line: Line, figure: Figure, words: Words, previous: Figure) -> Figure | None:
    """A figure that says the one before again in another unit (减少8公顷（|120亩）) or is joined to it is measured like it."""
    measure, direction = previous.measure, previous.direction
    bracketed = line.text[previous.end : figure.start] in {"（", "("} and figure.unit is not None and not _is_share(figure)
    if not (bracketed and measure == Measure.CHANGE) and (not words.joined or measure == Measure.RANK):
        return None
    if not bracketed and measure == Measure.CHANGE and (figure.value < 0) != (previous.value < 0):
        direction = Direction.DOWN if figure.value < 0 else Direction.UP
    if measure == Measure.LEVEL and _is_share(figure):
        measure = Measure.SHARE
    return replace(figure, measure=measure, direction=direction, basis=previous.basis)


def _direction(line: Line, figure: Figure, words: Words) -> Direction | None:
    """Which way something changed by so much; None where it did not."""
    before, clause_before = _said_before(words), line.text[words.clause[0] : figure.start]
    to_level = TO_LEVEL.search(before) and not RATE_WORD.search(before[-8:])
    change = None if to_level else _change(figure, before, clause_before)
    if change is None and _is_share(figure):
        change = RATE_REACHES.search(before)
        if change is None and GIVES.fullmatch(before):
            change = MOST.search(line.text, max(words.clause[0] - 14, 0), words.clause[0])
    if change:
        return Direction.UP if change["up"] and figure.value >= 0 else Direction.DOWN
    rate = LEVEL_AFTER.match(words.after)
    return None if rate is None else Direction.UP if rate["rate"] else Direction.DOWN


def refers(line: Line, figure: Figure) -> bool:
    """Whether a rate is that of what something is compared with: 增长7%，比全省（|6%）快1个百分点."""
    return figure.quantity.unit == "%" and bool(REFERENCE.search(line.text, max(figure.start - 16, 0), figure.start))


def compared_area(line: Line, figure: Figure) -> tuple[int, int] | None:
    """Where the area stands that a rate in a bracket is of: 比|全省|（6%）快1个百分点."""
    reference = REFERENCE.search(line.text, max(figure.start - 16, 0), figure.start) if refers(line, figure) else None
    return reference.span("area") if reference and reference["area"] else None


def measure_reference(figure: Figure, previous: Figure | None) -> Figure:
    """The rate of what a change is compared with is a change, too."""
    if previous is None or previous.measure != Measure.CHANGE:
        return figure
    return replace(figure, measure=Measure.CHANGE, direction=Direction.DOWN if figure.value < 0 else Direction.UP)


def _change(figure: Figure, before: str, clause: str) -> re.Match[str] | None:
    if differs := DIFFERS.search(before) or SINCE_START.search(before):
        return differs  # 比规上工业快4.4个百分点
    if figure.quantity.unit in POINTS and {*"比较"} & {*clause} and (differs := APART.match(before)):
        return differs
    if figure.quantity.unit in POINTS and (differs := OF_SCHEDULE.search(before) or HIGHER.search(before)):
        return differs
    if figure.quantity.unit == "%" and (saves := SAVES.search(before)):
        return saves
    change = CHANGE.search(before) or CHANGE_OBJECT.search(before.lstrip("，、并且还也"))
    # 高于全省3.1个百分点 is a difference; 高于100元 is a bound.
    if change and THAN.search(before) and figure.quantity.unit not in POINTS:
        return None
    return change


def _basis_of_sentence(line: Line, figure: Figure) -> Basis | None:
    """What the changes of a sentence are against that says it once: 从环比看，蔬菜价格上涨7%，…."""
    said = [*SEEN_AS.finditer(line.text, line.read_from(figure.start), figure.start)]
    if not said:
        return None
    return Basis.YOY if said[-1]["yoy"] else Basis.MOM


def _basis(before: str) -> Basis | None:
    found = [(match.start(), basis) for pattern, basis in BASES for match in pattern.finditer(before)]
    return max(found)[1] if found else None
