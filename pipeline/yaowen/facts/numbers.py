"""Numbers with their units in running text: 1086.3亿元, 60余万人, 百分之十, 三成, 1/10, 一半以上.

Reads a text from left to right: a fraction before a number, digits before Chinese numerals, units in the order of
their list (个百分点 before 个).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from yaowen.schema import Comparator, Quantity


@dataclass(frozen=True)
class NumberMatch:
    """A number and its unit where they stand: 60余万人 is value 60, unit 万人, quantity 600000 人, comparator `over`.

    The span holds the number and its unit, not the words around it (超, 以上) that `comparator` comes from. `in_han` where
    it is written in Chinese numerals; a fraction (1/10, 一半, 三分之一) has no unit and its quantity in %.
    """

    start: int
    end: int
    value: float | int
    unit: str | None
    quantity: Quantity
    comparator: Comparator
    in_han: bool = False


def find_numbers(text: str) -> tuple[NumberMatch, ...]:
    """Every number of a text, in order, whether or not it measures anything; 第3 and 3+1 are numbers too, dates as well."""
    return tuple(_read(text))


def read_han(written: str) -> int | None:
    """The number that Chinese numerals stand for: 两千三百 is 2300, 十万 100000; None where they make no number (一二)."""
    total = section = digit = 0
    last = 10**9
    for char in written:
        if char in DIGITS:
            if digit and DIGITS[char]:
                return None  # 三五 is several, not a number
            digit = DIGITS[char]
        elif char in TENS:
            if TENS[char] >= last:
                return None
            last = TENS[char]
            section += (digit or 1) * last
            digit = 0
        elif char in MYRIADS:
            total = (
                (total + section + digit or 1) * MYRIADS[char]
                if MYRIADS[char] > total
                else total + (section + digit) * MYRIADS[char]
            )
            section, digit, last = 0, 0, 10**9
        else:
            return None
    return total + section + digit


DIGITS = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"〇": 0, "○": 0, "两": 2}
TENS = {"十": 10, "百": 100, "千": 1000}
MYRIADS = {"万": 10**4, "亿": 10**8}
BY_TENS = "百", "千", "万", "十万", "百万", "千万", "亿", "十亿", "百亿", "千亿", "万亿"
MAGNITUDES = {written: zeros for zeros, written in enumerate(BY_TENS, start=2)}
WIDE = str.maketrans("０１２３４５６７８９．，％", "0123456789.,%")
D = "[0-9０-９]"
ARABIC = f"(?<![0-9０-９.．])(?<![0-9０-９],)(?:{D}{{1,3}}(?:,{D}{{3}}){{1,4}}(?!{D})|{D}{{1,15}})(?:[.．]{D}{{1,8}})?(?!{D})"
HAN = "[一二两三四五六七八九十百千](?:[零〇○一二两三四五六七八九十百千]{0,7}(?![零〇○一二两三四五六七八九十百千]))"
MAGNITUDE = "(?:万亿|千亿|百亿|十亿|千万|百万|十万|亿|万|千(?![瓦克米伏卡赫帕焦字])|百(?!分))"

PER = (
    "(?:[/／每](?:平方米|立方米|平方公里|人|户|亩|吨|公斤|千克|斤|升|小时|秒|天|日|月|年|千瓦时|度|公里|百公里|公顷"
    "|次|股|米|桶|㎡|m[23³]|套|间))"
)
MEASURES = (
    # Points and containers: 3|个百分点.
    "个百分点|百分点|个基点|(?:个?国际)?标准箱|个标准箱|标箱|吨标准煤|吨标煤|载重吨|"
    # Area and volume: 5|平方公里.
    "平方公里|平方千米|平方米|平方厘米|平米|立方米|"
    # Energy, length and weight: 8|千瓦时.
    "千瓦时|兆瓦时|吉瓦时|千伏安|千瓦|兆瓦|吉瓦|千伏|兆帕|千米|公里|海里|厘米|毫米|微米|纳米|公顷|公斤|千克|毫克|微克|毫升|"
    # Money: 4|块钱.
    "块钱|元钱|毛钱|角钱|分钱|美元|欧元|英镑|日元|港元|港币|韩元|卢布|澳元|加元|人民币|"
    # Signs: 30|℃.
    "摄氏度|℃|°C|㎡|㎥|m[²³]|km|kg|[μµ]g|mg|GWh|MWh|kWh|GW|MW|kW|TB|GB|MB|PB|EFLOPS|PFLOPS|%|％|‰|"
    # How often, by whom: 300|人次.
    "人次|乘次|件次|个次|剂次|亩次|人份|英亩|英里|英尺|英寸|人天|户次|家次|辆次|架次|艘次|册次|班次|车次"
    "|船次|轮次|场次|列次|趟次|台次|项次|批次|标段|"
    # Time, before 个: 5|个小时.
    "课时|学时|个小时|小时|分钟|个工作日|工作日|个季度|个月|周年|周岁|余岁|个点(?![位赞子球])|个|单位(?=[，。；、的]|$)|"
    # Money of one character, where nothing else goes on: 6|毛, but not 6毛|衣.
    "元|毛(?=[0-9０-９，。；、！？,）)”钱左多以]|$)|角(?=[，。；、！？,）)”左多以]|$)|番(?=[，。；、！？,）)”多以]|$)"
    # Measures of one character, but not 5分|之一, 分|公司.
    "|亩|米|吨|克|斤|升|度|瓦|倍|(?<![百千万亿])成|分(?!之(?!差)|别|局|公司|行|会)|秒|天|年|岁|周|"
    # People and things, but not 3字|号, 3项|目.
    "字(?!号|样)|人|名|位|户|家|项(?!目)|件|台套|台|套|辆|架|艘|列|趟|班|次|场|起|宗|笔|单|份|册|本"
    "|部|篇|幅|张|条|座|处|所|栋|幢|间|口人|口|眼|盏|棵|株|头|只|匹|峰(?!会|值|谷|期)|羽|尾|枚|块|"
    # Things whose word may be the front of another: 2|副, but not 副|省长.
    "片|段|支|组|副(?![省市县厅局处主部教院校])|通(?=[，。；、]|电话|来电)|基(?=铁塔|杆塔|塔)|杯|注(?=[，。；、])|对|双|批|类"
    # What fills a hall or a bottle, and medals, but not 金|额, 银|行.
    "|种|款|门|席|道|轮|盘|局|票|桌|餐|颗|粒|瓶|箱|袋|盒|桶|碗|蔸|金(?![牌额融属子银店矿价条饰镯])|银(?![牌行子幕饰元器镯矿])"
    "|铜(?![牌像器材矿线])|包|车|方(?!面|向|案|法|式|针)|顷|手|剂|针|例|床|集|首|幕|层|级|届|期|章|面|根|"
    "代|步|把|顶|则|里|封|堂|孔|顿|股|环|垧|担|丈|尺|寸|筐|扇|樘|厅|院(?!士)|校(?!园|长)|"
    # Areas and what else is numbered: 11|县, but not 11县|城.
    "村(?!民|庄|屯|级)|镇(?!区)|乡(?!村|亲)|县(?!城|级|域)|市(?!民|场|级)|区(?!域|级)|省(?!份|级|定)|国|队|店|地|号|点|时|日|月"
)
"""A longer one before what it begins with."""
UNIT = f"(?:{MEASURES}){PER}?"

PATTERN = re.compile(
    f"(?P<fraction>(?<![0-9０-９./／])(?P<over>{D}{{1,3}})[/／](?P<under>{D}{{1,5}})(?![0-9０-９/／.年]|决赛))"
    f"|(?P<parts>(?P<whole>{HAN})分之(?P<part>{HAN}|{ARABIC})(?:点(?P<decimals>[零〇一二三四五六七八九]{{1,6}}))?)"
    f"|(?P<half>(?<![零一二两三四五六七八九十百千万])一半|半数(?=以上))"
    "|(?P<tenths>(?<![第零一二三四五六七八九十百千万亿0-9０-９])"
    "(?:(?P<ten>[一二两三四五六七八九])成(?P<and>[半一二三四五六七八九])?"
    "(?![立为果功员都套品本交效就长绩熟群年份分人型语千百家像堆片行双对文名事全倍对仗]))(?!个))"
    "|(?P<number>"
    "(?P<arabic>"
    "(?:零下"
    f"|(?<=[为是达长至于约降在从到、和（(])[-－−—](?={D}{{1,4}}(?:[.．%％个℃]|[至到~～][-－−—]?{D}{{1,4}}[℃度])))?{ARABIC})"
    f"|(?P<han>(?<![第零〇一二两三四五六七八九十百千万亿0-9０-９数几上成]){HAN}(?:[万亿](?={HAN})(?!千|百[万亿]){HAN})?))"
    "(?P<more>[多余]|几(?=[万亿])|(?<=十)几(?=[个名条位户家人斤亩元块次件台头只])|来(?=[人个家名位户岁吨斤亩元块]))?"
    f"(?P<magnitude>{MAGNITUDE})?(?P<more2>[多余](?!年[以之]?[前后来])|(?<=[万亿])[多余])?"
    f"(?P<unit>{UNIT})?(?:(?<=[0-9０-９][米秒块毛])(?P<behind>{D}{{1,2}})(?=[的，。、；！）)”夺获一每]|$)"
    "|(?<=[一二两三四五六七八九]块)(?P<behind_han>[一二三四五六七八九])(?=[的，。、；！？）)”一毛]|$))?"
)
"""In 7米21, 10秒83, 4块2 and 两块五 the decimals stand behind the unit."""

BEFORE = re.compile(
    "(?:(?P<under>不[能得可准应]?超过|不[能得可]?高于|不[足到满]|(?<![加尽赶凉爽愉畅痛飞])快|未满|不多于"
    "|(?<!不[能得可准应])[低少]于|小于|不出|顶多|(?<=[一-鿿])不过|接近|将近|(?<![附临就邻远最亲靠相])近|最多)"
    "|(?P<over>不[能得可准应]?[低少]于|不下|至少|最少|最低|少说也?|(?<![打突冲告攻刺咬撞])破(?=[0-9０-９百千万亿十]{0,2}$)"
    "|[跨跃登迈站]上|(?<![彩B])超[过出]?|[高多大]于|逾|突破|冲破|跨越|[跃迈跨]过)"
    "|(?P<about>约为|大约|(?<![签预解制契节公合条履违特邀邮])约|大概|预计达?到?|预计为|估计))(?:了|达|到|为|过|有)?(?:人民币)?$"
)
AT_LEAST = re.compile("(?P<over>至少|不少于|不低于)[^，。；、0-9０-９]{0,7}$")
FASTER = re.compile("[比较][^，。；、0-9０-９]{1,9}快了?$")
"""What is so much faster than something else: 进度比去年|快3天, but not 走了|快3天."""
PAST = re.compile("(?P<over>(?<![超经通不])过)$")
"""Before tenths, of which there are more: 收获过|七成."""
AFTER = re.compile(
    "(?P<over>以上|之上|强(?=[，。；、）]|$)|[多余](?![0-9一-十]))"
    "|(?P<under>以下|以内|之内)|(?P<about>左右|上下|前后|许(?![多可]))"
)
LONGEST_BEFORE = 10

_Value = tuple[float | int, str | None, Quantity]


RANGE = re.compile(f"[至到—–~～-]{{1,2}}{D}{{1,6}}(?:[.．]{D}{{1,4}})?(?P<magnitude>{MAGNITUDE})?(?P<unit>{UNIT})")
"""Behind the first of two numbers that have one unit: 40|至70毫米. It has no unit of its own, but its quantity has."""
POINTS_BEHIND = re.compile("(?:[和与、]|以及)(?:[0-9０-９.．]{1,8}个?(?:[和与、]|以及)){0,6}[0-9０-９.．]{1,8}个百分点")


def _read(text: str) -> Iterator[NumberMatch]:
    below = 0  # where a number below zero ended
    for match in PATTERN.finditer(text):
        found = _value(match, text)
        if found is not None:
            value, unit, quantity = found
            if below and text[below : match.start()] in {"到", "至"} and value > 0:
                value, quantity = -value, Quantity(-quantity.value, quantity.unit)  # 零下8到10度
            below = match.end() if match["arabic"] and match["arabic"].startswith("零下") else 0
            if unit in {"个", None} and match["arabic"] and POINTS_BEHIND.match(text, match.end()):
                # 2.8个和0.9个百分点
                unit, quantity = "个百分点", Quantity(value, "个百分点")
            if unit is None and match["arabic"] and (last := RANGE.match(text, match.end())):
                # The first of two numbers in the unit of both: 2至3倍, 5到6毛.
                quantity = _quantity(Decimal(str(value)), last["magnitude"], _base(last["unit"]))
            yield NumberMatch(
                match.start(),
                match.end(),
                value,
                unit,
                quantity,
                _comparator(text, match),
                in_han=match["arabic"] is None and match["fraction"] is None,
            )


YUAN = {"块钱", "元钱"}
TENTHS_OF_YUAN = {"毛", "角", "毛钱", "角钱"}
HUNDREDTHS_OF_YUAN = {"分钱"}
TIMES_A_PERCENT = {"倍": 100, "成": 10}
PAID = re.compile("(?:价|卖|售|花|贵|便宜|涨|赚|挣|收费|工资)[^，。；、]{0,6}$")
PAID_BEHIND = re.compile("[，。；、！？,）)”多左以呢啦了吧]|$")


def _base(unit: str) -> str:
    """A unit without a magnitude, as it is written everywhere: 元 of 块钱."""
    return "元" if unit in YUAN else unit.replace("％", "%").replace("／", "/")


def _quantity(number: Decimal, magnitude: str | None, base: str | None) -> Quantity:
    """So much of a unit in base units: 6毛 is 0.6 元, 2.3倍 230 %, 翻两番 300 %."""
    number = number.scaleb(MAGNITUDES[magnitude]) if magnitude else number
    if base in TENTHS_OF_YUAN:
        return Quantity(_plain(number / 10), "元")
    if base in HUNDREDTHS_OF_YUAN:
        return Quantity(_plain(number / 100), "元")
    if base == "番":
        return Quantity(100 * 2 ** min(int(number), 9) - 100, "%")
    if base in TIMES_A_PERCENT:
        return Quantity(_plain(number * TIMES_A_PERCENT[base]), "%")
    return Quantity(_plain(number), base)


def _is_paid(text: str, match: re.Match[str]) -> bool:
    """Whether 块 is money: 卖到过7块, not 11块塑胶操场."""
    before = text[max(match.start() - LONGEST_BEFORE, 0) : match.start()]
    return bool(PAID.search(before) and PAID_BEHIND.match(text, match.end()))


def _value(match: re.Match[str], text: str) -> _Value | None:
    """What a number is worth, its unit as written, and both in base units; None where it is no number after all."""
    if match["fraction"]:
        over, under = (int(match[name].translate(WIDE)) for name in ("over", "under"))
        return _share(over, under) if 0 < over < under else None
    if match["parts"]:
        return _parts(match)
    if match["half"]:
        return _share(1, 2)
    if match["tenths"]:
        return _tenths(match)
    number = _number(match)
    return None if number is None else _with_unit(number, match, text)


def _tenths(match: re.Match[str]) -> _Value:
    """三成, 七成半, 八成五."""
    tenths = Decimal(DIGITS[match["ten"]])
    if match["and"]:
        tenths += Decimal("0.5") if match["and"] == "半" else Decimal(DIGITS[match["and"]]) / 10
    return _plain(tenths / 10), None, Quantity(_plain(tenths * 10), "%")


def _number(match: re.Match[str]) -> Decimal | None:
    """A number without its unit, with the decimals that stand behind that."""
    if match["arabic"]:
        number = Decimal(match["arabic"].lstrip("零下-－−—").translate(WIDE).replace(",", ""))
        if match["arabic"][0] in "零-－−—":
            number = -number
        return number + Decimal(f"0.{match['behind'].translate(WIDE)}") if match["behind"] else number
    read = read_han(match["han"])
    if read is None:
        return None
    return Decimal(read) + (Decimal(DIGITS[match["behind_han"]]) / 10 if match["behind_han"] else 0)


def _with_unit(number: Decimal, match: re.Match[str], text: str) -> _Value:
    unit, magnitude = match["unit"], match["magnitude"]
    base: str | None = unit and _base(unit)
    if base == "块" and (magnitude or match["behind"] or match["behind_han"] or _is_paid(text, match)):
        base = "元"  # 两万块
    quantity = _quantity(number, magnitude, base)
    if unit == "成":
        return _plain(number / 10), None, quantity
    return _plain(number), f"{magnitude or ''}{unit or ''}" or None, quantity


def _parts(match: re.Match[str]) -> _Value | None:
    whole, part = read_han(match["whole"]), match["part"]
    number = read_han(part) if part[0] in DIGITS | TENS else Decimal(part.translate(WIDE).replace(",", ""))
    if not whole or number is None:
        return None
    decimals = "".join(str(DIGITS[char]) for char in match["decimals"] or "零")
    return _share(number + Decimal(f"0.{decimals}"), whole)


def _share(over: int | Decimal, under: int) -> _Value:
    share = Decimal(over) / under
    return _plain(round(share, 6 if under >= 100 else 4).normalize()), None, Quantity(_plain(round(100 * share, 2)), "%")


def _plain(number: Decimal) -> float | int:
    """An int where it is whole."""
    return int(number) if number == number.to_integral_value() else float(number)


def _comparator(text: str, match: re.Match[str]) -> Comparator:
    """Words inside the number (60余万) count before those at its front (超, 近), these before those behind it (以上)."""
    if match["more"] or match["more2"]:
        return Comparator.ABOUT if match["more"] == "来" else Comparator.OVER
    lead = text[max(match.start() - LONGEST_BEFORE, 0) : match.start()]
    before = AT_LEAST.search(lead) or (None if FASTER.search(lead) else BEFORE.search(lead))
    if before is None and (match["tenths"] or match["half"]):
        before = PAST.search(lead)
    after = AFTER.match(text, match.end())
    for found in (before, after):
        if found:
            # 预计 and 约 say less than 以上: 预计达到5%以上.
            if found is before and after and found.lastgroup == "about":
                continue
            return Comparator(found.lastgroup or "exact")
    return Comparator.EXACT
