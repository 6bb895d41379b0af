"""A figure whose indicator is asked for: the words round it, the figures before it, and what they measured."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from yaowen.facts.statistics.behind import ATTRIBUTES
from yaowen.facts.statistics.lead_ins import LEADING
from yaowen.facts.statistics.lines import WINDOW, Figure, Line
from yaowen.facts.statistics.naming import name_indicator
from yaowen.facts.statistics.surroundings import Surroundings, Words
from yaowen.facts.statistics.units import is_count
from yaowen.facts.statistics.verbs import lone_verb
from yaowen.schema import Label, Measure
from yaowen.vocabulary import DOES

MOST_LISTED = 12
LONGEST_FROM = 12
RANKED_PART = {"增速", "增幅", "总量", "占比", "比重", "总额", "总值", "总数", "余额", "规模", "降幅", "涨幅"}
"""What of a sum is ranked: 总量|居全市第3位."""
RATE_END = re.compile("(?:增速|降幅|涨幅|增幅|跌幅|占比|比重)$")
OPENS, CLOSES = re.compile("[（(]"), re.compile("[）)]")
NOUN = re.compile("[\u4e00-\u9fff]{1,8}")
RISES_FROM = re.compile("(?:由|从)(?:[^，。；、]{0,8}的)?$")
RISES = re.compile("[\u4e00-\u9fff]{0,4}?[至到为成]了?(?:(?:目前|现在|如今)的?)?(?:近|超过?|约|逾)?(?=[0-9０-９]|$)")
GIVEN_TO = re.compile("(?<![因作行认成])(?:为|给|向)[^，。；、0-9]{0,6}$")
GIVES_THEM = re.compile(
    "[^，。；、]{2,12}?(?:每[人户家校村])?(?P<does>发放|派驻|选派|配备|安装|捐赠|减免|兑现|兑付|补发|提供|送去|送上)了?"
    "(?P<what>[^，。；、]{2,14})"
)
"""What is given to those who were counted before: 为9所学校|配备电脑300台."""
SUBJECT = re.compile(
    "(?:其中|同时|此外|，|、)*"
    "(?P<noun>(?!按|扣除|剔除)[\u4e00-\u9fff]{2,14}?"
    "(?:增加值|总值|产值|零售额|总额|投资|收入|支出|价格|贷款余额|存款余额|贷款"
    "|存款|销售额|产量|用电量|里程|吞吐量|进出口|出口|进口|客流量|货运量))"
    "(?![\u4e00-\u9fff]{0,2}(?:项目|企业|工作|政策|结构|力度|环境))"
)


@dataclass(frozen=True)
class Case:
    """One figure of a line; `done` are those before it, with their indicators."""

    figure: Figure
    words: Words
    done: Sequence[Figure]
    surroundings: Surroundings

    @property
    def line(self) -> Line:
        """The line it stands in."""
        return self.surroundings.line

    @property
    def text(self) -> str:
        """The characters of the line."""
        return self.surroundings.line.text

    @property
    def unit(self) -> str | None:
        """The base unit: 人 of 万人."""
        return self.figure.quantity.unit

    @cached_property
    def counts(self) -> bool:
        """Whether it counts things, whose noun then stands behind it: 12所|学校."""
        return is_count(self.figure.unit)

    @cached_property
    def previous(self) -> Figure | None:
        """The figure before; where a bracket is closed between, that before it: 受理案件80件（含积压9件），|上升3%."""
        before = self.done[-1] if self.done else None
        if before is None or not CLOSES.search(self.text, before.end, self.figure.start):
            return before
        for earlier in reversed(self.done[-MOST_LISTED:-1]):
            if OPENS.match(self.text, earlier.end):
                return earlier
            if CLOSES.search(self.text, earlier.end, before.start):
                break
        return before

    @cached_property
    def carried(self) -> str | None:
        """What the figure before measured, where it is of the same sentence or the one before.

        Behind a rank it is the whole whose 总量 or 增幅 was ranked.
        """
        previous, line = self.previous, self.line
        near = previous is not None and line.sentence_of(previous.start) >= line.sentence_of(self.figure.start) - 1
        ranked = previous if previous is not None and previous.measure == Measure.RANK else None
        whole = self.done[-2].indicator if ranked and len(self.done) > 1 else None
        if ranked and whole and (ranked.indicator or "").removeprefix(whole) in RANKED_PART:
            return whole  # 财政收入9亿元，总量居全市第3位，增长|5%
        return previous.indicator if previous is not None and near else None

    @property
    def carried_sum(self) -> str:
        """What that is the rate or the share of: 出口 of 出口增速; empty where nothing was measured."""
        return RATE_END.sub("", self.carried or "")

    @cached_property
    def counted_before(self) -> bool:
        """Whether the figure before counts things."""
        previous = self.previous
        return previous is not None and previous.measure == Measure.LEVEL and is_count(previous.unit)

    @cached_property
    def continues(self) -> bool:
        """Whether the figure before is of the same sentence."""
        return self.line.same_sentence(self.figure, self.previous)

    def search_sentence(self, pattern: re.Pattern[str], end: int | None = None) -> re.Match[str] | None:
        """What its sentence says up to it, or to an `end` behind it."""
        start = self.figure.start
        return pattern.search(self.text, self.line.read_from(start), start if end is None else end)

    @cached_property
    def opens_part(self) -> bool:
        """Whether its sentence opens with 其中, which parts what the sentence before speaks of."""
        return self.text.startswith("其中", self.line.sentence_start(self.figure.start)) and self.carried is not None

    @cached_property
    def before(self) -> str:
        """The words before it, less the place or body between a verb and what is counted: 惠及|安渡镇|3所学校."""
        before = self.words.before
        named = self.line.ending.get(self.figure.start)
        if named and before.endswith((f"为{named.text}", f"是{named.text}")):
            return before.removesuffix(named.text)  # 最大雨量为|安渡|96毫米
        name = named if self.words.after else None
        does = before.removesuffix(name.text) if name and before.endswith(name.text) else ""
        return does if lone_verb(does, DOES) else before

    @cached_property
    def names_previous(self) -> bool:
        """Whether all between it and the figure before is the noun of that one: 4个村|9000亩土地."""
        if self.previous is None or not is_count(self.previous.unit):
            return False
        between = self.text[self.previous.end : self.figure.start]
        return bool(NOUN.fullmatch(between)) and not ATTRIBUTES.search(between)

    @cached_property
    def rises(self) -> bool:
        """Whether it is what the next figure rose from: 由|17家|扩围至53家."""
        return bool(RISES_FROM.search(self.own_before) and RISES.match(self.text, self.figure.end))

    @cached_property
    def own_before(self) -> str:
        """The words before it that may name it: none where they are the noun of the figure before."""
        if self.names_previous and self.words.after:
            return ""
        previous, clause = self.previous, self.words.clause[0]
        given = previous and previous.start > clause and GIVEN_TO.search(self.text, clause, previous.start)
        gives = GIVES_THEM.fullmatch(self.before) if given else None
        return gives["does"] + gives["what"] if gives else self.before

    @cached_property
    def rises_from_previous(self) -> bool:
        """Whether it is what the figure before rose or fell to: 由17家|扩围至|53家."""
        previous = self.previous
        return bool(
            previous
            and RISES_FROM.search(self.text, max(previous.start - LONGEST_FROM, 0), previous.start)
            and RISES.fullmatch(self.text, previous.end, self.figure.start)
        )

    @cached_property
    def follows_place(self) -> bool:
        """Whether all between a mark and the figure is the name of a place: 、云州市|26例, 以|云州市26毫米为最大."""
        place = self.line.ending.get(self.figure.start)
        return (
            place is not None
            and place.label == Label.PLACE
            and self.text[place.start - 1 : place.start] in {*"、，,；（(：以", ""}
        )

    @cached_property
    def last_alike(self) -> Figure | None:
        """The last figure before, in the sentence or the one before it, that counts with the same unit."""
        sentence = self.line.sentence_of(self.figure.start) - 1
        for earlier in reversed(self.done[-MOST_LISTED:]):
            if self.line.sentence_of(earlier.start) < sentence:
                return None
            if earlier.quantity.unit == self.unit and earlier.measure == Measure.LEVEL:
                return earlier
        return None

    @cached_property
    def whole(self) -> str | None:
        """What was counted before, where this may count some of it: 38个行业中|29个, 抽查了52家企业，|七成."""
        previous = self.last_alike if self.counts else self.previous
        counted = previous is not None and is_count(previous.unit) and previous.measure == Measure.LEVEL
        share = self.unit == "%" and self.figure.measure == Measure.SHARE and self.carried is not None
        return previous.indicator if previous is not None and counted and (self.counts or share) else None

    @cached_property
    def next_listed(self) -> bool:
        """Whether the figure and its noun are the next of a list in one clause: 树苗300株、|化肥20包."""
        previous, words = self.previous, self.words
        if previous is None or previous.start < words.clause[0] or not previous.measure == self.figure.measure == Measure.LEVEL:
            return False
        listed = words.start > previous.end and self.text[words.start - 1] in "、和及与"
        return listed or (self.counts and self.names_previous)

    @cached_property
    def subject_before(self) -> str | None:
        """What the clause before speaks of, where it has no figure: 财政收入快速增长，|增幅居全省第3位."""
        lead = LEADING.sub("", self.clause_before() or "")
        subject = SUBJECT.match(lead) if lead else None
        return subject["noun"] if subject else None

    def clause_before(self) -> str | None:
        """The words of the clause before, where it has no figure."""
        start = self.words.clause[0]
        if not start or self.text[start - 1] not in "，,":
            return None
        first, end = self.line.clause_of(start - 1)
        starts = self.surroundings.starts
        if bisect_left(starts, first) != bisect_left(starts, end):
            return None
        return self.surroundings.bare_words(max(first, end - WINDOW), end)

    def named_behind(self) -> str | None:
        """The noun behind the last of a run of figures: 5.9万人、4.2万人|预约祭扫."""
        bare = self.surroundings.bare
        index = bisect_left(self.surroundings.starts, self.figure.start)
        for following in range(index + 1, min(index + MOST_LISTED, len(bare))):
            words = self.surroundings.words(following)
            if not words.joined:
                return None
            if words.after:
                return name_indicator("", words.after, bare[following].quantity.unit, prefers_before=False)
        return None
