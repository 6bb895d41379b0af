"""What a figure measures: what its clause names, or what the figure before it measured.

Reads a figure's surroundings, once its measure is known. 分别 deals out a list first. Then, in this order: a rank, a
figure joined to the one before, a share, what the clause names, people counted by what they do; at the end what is
carried on from the figure before.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from yaowen.facts.beside import ATHLETES, ATTRIBUTES, NAMED, read_after, read_before
from yaowen.facts.lines import WINDOW, Figure, Line
from yaowen.facts.measures import THAN
from yaowen.facts.naming import BARE_VERB, PEOPLE_DO, name_indicator, name_people, shared_verb
from yaowen.facts.nouns import lone_verb, only_does, starts_with_verb, without_verb
from yaowen.facts.surroundings import Surroundings, Words
from yaowen.facts.units import PEOPLE, PERSONS, is_count
from yaowen.facts.vocabulary import DOES
from yaowen.schema import Label, Measure

RESPECTIVELY = re.compile("分别|依次")
MOST_LISTED = 12
SHARE_OF = re.compile("^(?P<what>.*?)(?:占比|占(?!有率|地)|比重|比例)[^，。；]*$")
SHARE_NOUN = re.compile("(?:占比|比重|比例|占[^，。；]{1,12}比)(?!的)")
CONTINUES = re.compile("^(?:其|总|比重)?$")


RISES_FROM = re.compile("(?:由|从)(?:[^，。；、]{0,8}的)?$")
RISES = re.compile("[\u4e00-\u9fff]{0,4}?[至到为成]了?(?:(?:目前|现在|如今)的?)?(?:近|超过?|约|逾)?(?=[0-9０-９]|$)")
LONGEST_FROM = 12

RATIO = re.compile("(?P<what>[^，。；]{2,24}?)占(?!有率|地|比)[^，。；占]{1,16}?的?(?P<ratio>比重|比例)[^，。；的]{0,10}$")
OF_GOAL = re.compile("(?:完成|占|达到?|相当于)(?:了)?[^，。；、]{0,6}(?:目标|计划|任务)(?:任务|目标|数|量|额)?的$")
EACH = re.compile(
    "(?P<what>[^，。；]{2,16}?)(?:由|从|降至|降到|升至|涨至|涨到)?(?P<each>每(?:[0-9０-９百千万]{0,4}(?:公斤|千克|斤|克|吨|千瓦时|度|立方米|方|升|平方米|平米|亩|人次|[人户次张件头只株套辆桶箱瓶盒碗份]))+)"
    "[^，。；每]{0,5}$"
)
"""What is priced by the piece or the weight: 菠菜每500克|4.5元."""
ENDS_CLAUSE = re.compile("(?:以上|以下|左右|多|不等)?(?:[，。；、！？）)]|$)")
CHEAPER = re.compile("(?:便宜|贵)(?:了|近|约)?$")
SAID_ONCE = re.compile("(?<=..)(?:增加值|价格|产量|产值|投资|零售额|销售额|出口额|进口额)$")
WEIGHED = re.compile("(?:斤|千克|克|吨|时|度|方|米|升)$")
PRICED = re.compile("[价费金]|标准|补[贴助]|工资|收入|收费")
HOW_OFTEN = re.compile("每[年天日月周季](?!增|度|末|初|逢|当)")
LISTED_NAMES = re.compile("等(?:共|计)?$")
RATE_MOVES = re.compile(
    "(?:其|其中|同比|环比)?(?P<rate>增速|降幅|涨幅|增幅|跌幅|占比|比重)[^，。；]{0,14}?(?:扩大|收窄|回落|提高|提升|加快|放缓|上升|下降|高于|低于|快于|高出)"
)
RATE_END = re.compile("(?:增速|降幅|涨幅|增幅|跌幅|占比|比重)$")
PART_END = re.compile("占[^占]*(?:比重|比例)$|占比$")
COUNTED = {"户": "户数", "人": "人数", "人次": "人次", "摄氏度": "气温", "℃": "气温"}
COUNTS = re.compile("(?:人次|户数|人数)$")
NOUN = re.compile("[\u4e00-\u9fff]{1,8}")
AVERAGES = {"日均", "月均", "年均", "户均", "人均", "亩均", "平均"}
OF_THESE = re.compile(
    "其?(?:总|年|年综合|意向|协议|计划|合同|预计)*(?:投资总?额?|金额|产值|产量|面积|占地面积|建筑面积|价值|销售额|产能|数量|总数|总量|人数|储藏能力|生产能力)"
)
"""What things that were counted before have: 签约项目28个，总投资186亿元."""
MEASURED = re.compile("(?:(?:占地|建筑|挂果|种植)?(?:[总年亩]|年综合)?(?:产值|产量|面积|总投资|投资|总数|数量|销售额|产能))$")
SPORT = re.compile("角逐|竞技|竞渡|比拼|比赛|参赛|对决|竞逐|较量|争夺|竞速")
SUBJECT = re.compile(
    "(?:其中|同时|此外|，|、)*(?P<noun>(?!按|扣除|剔除)[\u4e00-\u9fff]{2,14}?(?:增加值|总值|产值|零售额|总额|投资|收入|支出|价格|贷款余额|存款余额|贷款|存款|销售额|产量|用电量|进出口|出口|进口|客流量|货运量))"
    "(?![\u4e00-\u9fff]{0,2}(?:项目|企业|工作|政策|结构|力度|环境))"
)
RATE_OF = re.compile("(?P<verb>完成|化解|办结|审结|整改|签约|开工|竣工|就业|录取|销售|调解)率")
RANKED_PART = {"增速", "增幅", "总量", "占比", "比重", "总额", "总值", "总数", "余额", "规模", "降幅", "涨幅"}
BARE_VERBS = frozenset("开工 竣工 投产 签约 落地 新建 改建 扩建 应到 实到 毕业 招收 引进 培育 建成 在建 申报 获批".split())  # noqa: SIM905


class Indicators:
    """What the figures of a line measure."""

    def __init__(self, line: Line, bare: Sequence[Figure], surroundings: Surroundings) -> None:
        self.line = line
        self.text = line.text
        self.bare = bare
        self.starts = [figure.start for figure in bare]
        self.surroundings = surroundings
        self.group: list[str] = []

    def of(self, index: int, told: Figure, words: Words, done: list[Figure]) -> str | None:
        """What the figure at an index measures; `done` are those before it."""
        if RESPECTIVELY.search(words.before):
            self.group = self._share_out(index, words, done)
        elif not words.joined:
            self.group = []
        own = self.group.pop(0) if self.group else self._indicator(told, words, done)
        often = HOW_OFTEN.search(words.before) if told.measure == Measure.LEVEL else None
        return often[0] + own if own and often and often[0] + own[:2] in words.before else own

    def _name_alike(self, own: str, figure: Figure, previous: Figure | None) -> str | None:
        """The next of a list that says only once what of each has changed: 钢材价格上涨3%，水泥下降1%."""
        if previous is None or previous.measure != Measure.CHANGE or not self.line.same_sentence(figure, previous):
            return None
        said = SAID_ONCE.search(previous.indicator or "")
        alike = said and figure.quantity.unit == previous.quantity.unit == "%" and not ENDINGS.search(own)
        return own + said[0] if said and alike and not only_does(own) and own[-1] not in "率度" else None

    def _name_priced(self, figure: Figure, words: Words) -> str | None:
        """The thing that a price is of, by its piece or weight: 菠菜每500克价格."""
        if figure.quantity.unit != "元" or not (ENDS_CLAUSE.match(words.after) or RISES.match(self.text, figure.end)):
            return None  # 每人300元的补助
        each = EACH.search(self.text, words.start, figure.start)
        what = each and name_indicator(each["what"], "", figure.unit, prefers_before=True)
        if not each or not what or only_does(what):
            return None
        return what + each["each"] + ("价格" if WEIGHED.search(each["each"]) and not PRICED.search(what) else "")

    def _name_listed(self, figure: Figure, words: Words) -> str | None:
        """What people are of whom some are named before their number: 抓获犯罪嫌疑人|尤某、尹某等5人."""
        if not LISTED_NAMES.search(self.text, max(words.clause[0], figure.start - 2), figure.start):
            return None
        named = [
            mention.start
            for mention in self.line.mentions
            if mention.label == Label.PERSON and words.clause[0] <= mention.start < figure.start
        ]
        first = named[0] if named else words.clause[0]
        lead = self.text[words.clause[0] : first]
        return name_indicator(lead, "", figure.unit, prefers_before=True) if len(lead) > 2 else None

    def _indicator(self, figure: Figure, words: Words, done: Sequence[Figure]) -> str | None:
        previous = done[-1] if done else None
        near = previous is not None and self.line.sentence_of(previous.start) >= self.line.sentence_of(figure.start) - 1
        carried = previous.indicator if previous is not None and near else None
        if figure.measure == Measure.RANK:
            own = name_rank(words.before)
            if carried and own in RANKED_PART:
                return re.sub("(?:占比|比重|增速|增幅)$", "", carried) + own
            return own or carried
        if words.joined and carried and not (is_count(figure.unit) and read_after(words.after, figure.quantity.unit)):
            return recount(carried, figure.quantity.unit)
        before = self._without_name(figure, words.before) if words.after else words.before
        if figure.measure == Measure.SHARE and carried and OF_GOAL.search(before):
            return carried  # 新增就业4万人，完成年度目标的93%
        if (ratio := RATIO.search(before)) and (what := name_indicator(ratio["what"], "", figure.unit, prefers_before=True)):
            return what + ratio["ratio"]
        if figure.measure == Measure.LEVEL and (priced := self._name_priced(figure, words)):
            return priced
        if figure.quantity.unit in PEOPLE and (named := self._name_listed(figure, words)):
            return named
        if carried and not words.after and self._follows_place(figure):
            return carried  # 确诊病例中，安渡市30例、云州市26例
        if figure.measure == Measure.SHARE and (share := SHARE_OF.search(before)) and not SHARE_NOUN.search(before):
            own = name_indicator(share["what"], "", figure.unit, prefers_before=True)
            if not own or CONTINUES.match(own):
                return carried or (own if own else None)
            return own
        if previous is not None and self._names_previous(previous, figure) and words.after:
            before = ""
        if carried and previous is not None and self._rises_from(previous, figure):
            return carried  # 由17家扩围至53家
        counts = is_count(figure.unit) or (figure.unit is None and figure.measure == Measure.LEVEL)
        prefers_before = figure.measure in {Measure.CHANGE, Measure.SHARE} or not counts
        rises = RISES_FROM.search(before) and RISES.match(self.text, figure.end)
        after = "" if rises else words.after
        own = name_indicator(before, after, figure.quantity.unit, prefers_before=prefers_before, last=words.last)
        if carried and (rate := RATE_MOVES.match(before)):
            return RATE_END.sub("", carried) + rate["rate"]
        if not words.after and (own is None or (is_count(figure.unit) and len(own) <= 2)):
            own = self._named_behind(figure) or own
        people = name_people(before, self.text[figure.end : words.clause[1]], figure.quantity.unit)
        opens = figure.quantity.unit in PEOPLE and (starts_with_verb(words.after) or PEOPLE_DO.fullmatch(words.after))
        if people and not rises and (own is None or opens or BARE_VERB.fullmatch(own) or only_does(own)) and not words.joined:
            return people
        if own is None and not is_count(figure.unit) and (named := self._named_before(words)):
            return named
        other = (
            previous is None or previous.quantity.unit != figure.quantity.unit or not self.line.same_sentence(figure, previous)
        )
        if (
            own is None
            and figure.measure == Measure.LEVEL
            and other
            and (figure.quantity.unit in COUNTED or not self.line.same_sentence(figure, previous))
        ):
            return COUNTED.get(figure.quantity.unit or "")
        if own is None and figure.measure == Measure.CHANGE and is_count(figure.unit):
            alike = self._last_alike(figure, done)
            if alike and alike.indicator:
                return alike.indicator  # 事故160起、死亡人数210人，同比减少20起、30人
        verb = lone_verb(own or "", DOES)
        shares = bool(carried) and own in BARE_VERBS and (carried or "")[:2] in BARE_VERBS  # 应到委员41人，实到37人
        if verb and verb in before and not shares and (does := self._name_done(verb, figure, self._last_alike(figure, done))):
            return does
        if own is None:
            differs = previous is not None and previous.measure == figure.measure == Measure.CHANGE and THAN.search(before)
            if carried and figure.measure == Measure.CHANGE and figure.unit in {"%", "％"}:
                return PART_END.sub("", carried) or carried  # 税收占比65%，增长7%: of the tax
            return RATE_END.sub("", carried) + "增速" if carried and differs else carried
        if carried and (rate := RATE_OF.fullmatch(own)) and self.line.same_sentence(figure, previous):
            # 化解纠纷1427件，化解率68.5%
            head, verb, _ = carried.partition(rate["verb"])
            return head + verb + "率" if verb else carried + own if rate["verb"] == "完成" else own
        if carried and own in {"增长率", "增长幅度", "提高幅度", "下降幅度"}:
            return carried
        if own.startswith("占") and carried and figure.measure == Measure.SHARE:
            return RATE_END.sub("", carried) + own
        if carried and own in {"新增", "增设", "新设", "新建"}:
            return carried
        its = previous is not None and (
            self.line.same_sentence(figure, previous) or "其" in self.line.clause_before(figure.start)[:3]
        )
        if carried and previous is not None and its and OF_THESE.fullmatch(own):
            # 签约项目28个，总投资186亿元
            things = MEASURED.sub("", carried)
            if things != carried or is_count(previous.unit):
                return things + own.removeprefix("其")
        if (
            carried
            and own[0] not in "“"
            and not NAMED.search(own)
            and self._goes_on(figure, previous, words)
            and (shared := shared_verb(carried, own))
        ):
            return shared + own  # 发放树苗300株、化肥20包
        if carried and own in AVERAGES:
            return own + carried
        own = own.removeprefix("报名") if own.startswith("报名参赛") else own
        if ATHLETES.search(own) and not own.startswith("参赛") and SPORT.search(self.text, figure.end, words.clause[1]):
            return "参赛" + own
        if carried and shares:
            return own + carried[2:]
        if carried and figure.measure == Measure.CHANGE and (named := self._name_alike(own, figure, previous)):
            return named
        if CHEAPER.search(before) and not PRICED.search(own):
            own = re.sub("比[^比]*$", "", own) + "价格"
        if carried and own in RANKED_PART:
            return re.sub("^(?:新增|净增|新)|(?:占比|比重|增速|增幅)$", "", carried) + own
        return own

    def _without_name(self, figure: Figure, before: str) -> str:
        """The words before a figure less the place or body between a verb and what is counted: 惠及|安渡镇|3所学校."""
        name = self.line.ending.get(figure.start)
        does = before.removesuffix(name.text) if name and before.endswith(name.text) else ""
        return does if lone_verb(does, DOES) else before

    def _rises_from(self, previous: Figure, figure: Figure) -> bool:
        """Whether one figure is what the other rose or fell to: 由17家|扩围至|53家."""
        return bool(
            RISES_FROM.search(self.text, max(previous.start - LONGEST_FROM, 0), previous.start)
            and RISES.fullmatch(self.text, previous.end, figure.start)
        )

    def _last_alike(self, figure: Figure, done: Sequence[Figure]) -> Figure | None:
        """The last figure before, in the sentence or the one before it, that counts with the same unit."""
        sentence = self.line.sentence_of(figure.start) - 1
        for earlier in reversed(done[-MOST_LISTED:]):
            if self.line.sentence_of(earlier.start) < sentence:
                return None
            if earlier.quantity.unit == figure.quantity.unit and earlier.measure == Measure.LEVEL:
                return earlier
        return None

    def _name_done(self, verb: str, figure: Figure, alike: Figure | None) -> str | None:
        """What is counted of what a clause only says to be done: 受理诉求2.8万件，办结2.7万件 is of 办结诉求."""
        unit = figure.quantity.unit
        if unit in PEOPLE:
            return verb + COUNTED[unit]
        if alike and alike.indicator and is_count(figure.unit) and (things := without_verb(alike.indicator)):
            return verb + things
        if unit in PERSONS:
            return verb + "人数"
        return verb + "资金" if unit == "元" and lone_verb(verb) else None

    def _goes_on(self, figure: Figure, previous: Figure | None, words: Words) -> bool:
        """Whether a figure and its noun are the next of a list in one clause."""
        if previous is None or previous.start < words.clause[0] or not previous.measure == figure.measure == Measure.LEVEL:
            return False
        return self._is_listed(previous, words) or (is_count(figure.unit) and self._names_previous(previous, figure))

    def _is_listed(self, previous: Figure, words: Words) -> bool:
        return words.start > previous.end and self.text[words.start - 1] in "、和及与"

    def _follows_place(self, figure: Figure) -> bool:
        """Whether all between a mark and a figure is the name of a place."""
        place = self.line.ending.get(figure.start)
        return (
            place is not None
            and place.label == Label.PLACE
            and self.text[place.start - 1 : place.start] in {*"、，,；（(：", ""}
        )

    def _named_before(self, words: Words) -> str | None:
        """What the clause before speaks of, where it has no figure: 固定资产投资稳步回升，同比增长2.1%."""
        start = words.clause[0]
        if not start or self.text[start - 1] not in "，,":
            return None
        first, end = self.line.clause_of(start - 1)
        if bisect_left(self.starts, first) != bisect_left(self.starts, end):
            return None
        subject = SUBJECT.match(self.surroundings.bare_words(max(first, end - WINDOW), end))
        return subject["noun"] if subject else None

    def _names_previous(self, previous: Figure, figure: Figure) -> bool:
        """Whether all between two figures is the noun of the first: 4个村9000亩土地."""
        between = self.text[previous.end : figure.start]
        return is_count(previous.unit) and bool(NOUN.fullmatch(between)) and not ATTRIBUTES.search(between)

    def _named_behind(self, figure: Figure) -> str | None:
        """The noun behind the last of a run of figures: 5.9万人、4.2万人预约祭扫."""
        index = bisect_left(self.starts, figure.start)
        for following in range(index + 1, min(index + MOST_LISTED, len(self.bare))):
            words = self.surroundings.words(following)
            if not words.joined:
                return None
            if words.after:
                return name_indicator("", words.after, self.bare[following].quantity.unit, prefers_before=False)
        return None

    def _share_out(self, index: int, words: Words, done: list[Figure]) -> list[str]:
        """The indicator of each figure behind 分别: named in a list before it, or those of the figures before."""
        end = self.line.clause_of(self.bare[index].start)[1]
        count = 1
        while count < MOST_LISTED and index + count < len(self.bare) and self.bare[index + count].start < end:
            count += 1
        listed = split_list(words.before, count)
        if listed:
            does = lone_verb(read_before(RESPECTIVELY.split(words.before)[-1]) or "")
            return [item + does for item in listed] if does else listed  # 铁路、公路分别发送
        earlier = [figure.indicator for figure in done[-count:] if figure.indicator]
        if len(earlier) == count and len(set(earlier)) == count:
            return earlier
        return []


def recount(carried: str, unit: str | None) -> str:
    """What was counted before, as another unit counts it: 搬迁户数 of 120户, 搬迁人数 of 450人."""
    counts = "人次" if unit == "人次" else COUNTED.get(unit or "")
    return COUNTS.sub(counts, carried) if unit in PEOPLE and counts else carried


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
    "产销量": ("产量", "销量"),
    "产销": ("产量", "销量"),
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
