"""The period that a figure is of: that of its clause, else of what opens its sentence, else of the sentence before.

Reads the dates of a line that can be periods. A period in the figure's own clause wins; else one in the same sentence
that leads it, or has no figure of its own; else one that leads the sentence before. A date that something else is
compared with, or was founded on, is none.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from yaowen.facts.dates.find import DateMatch
from yaowen.facts.statistics.lines import Figure, Line
from yaowen.facts.statistics.scope_mentions import EDITION
from yaowen.facts.statistics.scopes import Scopes
from yaowen.facts.statistics.surroundings import Words
from yaowen.schema import Basis, TimeSpan

COMPARED = re.compile("(?:比|较|同|与|超过?|高于|低于|快于|多于|少于|相当于|优于|好于|占)了?$")
FROM_VALUE = re.compile("(?:由|从)$")
TO_VALUE = re.compile("(?:左右|以上)?(?:提高|提升|增加|增长|上升|下降|降低|减少|缩短|压缩|压减|扩大|降|增|升|减)(?:至|到|为)")
THIS_YEAR = re.compile("今年$|[0-9０-９]{4}年度?$")
BEHIND = re.compile("前$|年度?$")
NOW = re.compile("如今|现在|眼下|当前")
SAME_DAY = re.compile("当[日天晚]")
CALLED = re.compile("[^。；0-9０-９]{0,20}(?:组织|走进)[^。；0-9０-９]{0,8}")
"""Before those who are called together on a day: 当天，镇里|组织60名党员开展活动."""
NO_PERIOD = re.compile(
    "^(?:近年来?|近日来?|日前|连日来?|近期|近来|不久前|前不久|最近|多年来|长期以来|历年来?"
    "|迄今为?止?|.*同期|.*第.{1,3}周|岁末.*|年底|年初|长期|昨.|今[天日晨晚]|明[天日晚早晨]|前天)$"
)
UNTIL = re.compile("截至|截止|.*[至到—–-]|.*(?:以来|起)$")
FLOW = re.compile(
    "[^。；]{0,20}?"
    "(?:新增|接待|发送|销售|成交|客流|用电|供水|水位|流量|交易|入园|出入境|降雨|降水|气温|收盘|报收|票房|到站|抵离|旅客)"
)
FOUNDED = re.compile(
    "出厂|成立|建[于校院]|始建|创办|创建|创立|组建|建起|建成|毕业|出生|生于|加入|入职|就读"
    "|动工|建厂|投产|开业|启用|起步|来到|回到|返乡|落户|任职|担任|当选|获批|通过|印发|出台"
)
"""What happened on a date before there was anything to measure."""
AFTERWARDS = re.compile("(?:达产|投产|建成|投用|竣工|完工|满产)后")
"""What will be so when something is done, and not on the date before: 将于年底投产，达产后|产值9亿元."""
OF_ITS_SENTENCE = re.compile("^(?:目前|眼下|当年)$|[日号天晚]起$")
IN_FORCE = re.compile("[，,]?(?:正式|全面|统一)?(?:施行|实施|执行|生效|接受|开始报名)")
ALWAYS = re.compile("每[天日周月年个]|一直|历来|至今|如今|目前|岁")
LISTED = re.compile("[“（(]?(?:[一二三四五六七八九十]是|第[一二三四五六七八九]，|其[一二三四五]|另一方面|与此同时)")
BARE_CHANGE = re.compile(
    "[，,](?:同比|环比|[比较][^，。；0-9]{1,6})?(?:增长|下降|上升|回落|增加|减少|提高|降低)[^，。；]{0,12}[。；]"
)
"""All that the last clause says: …，其中6月完成9亿元，|增长5%。"""
YEAR_ALONE = re.compile("[0-9０-９]{4}年度?")
SCOPE_FREE = re.compile(
    "^(?:[、，,：:\\s“”仅]|全[国省市县区州镇乡村]|我[国省市县区州镇乡村]|该[省市县区州镇乡村]"
    "|其中|同时|据[^，。]{0,6}|在|到|自|从|至|预计|力争|计划|报告提出|确保|目标是|截至|截止"
    "|[\u4e00-\u9fff]{1,6}[省市县区州镇乡村](?![\u4e00-\u9fff]{0,2}(?:年|企业)))*$"
)


def tells_when(line: Line, date: DateMatch) -> bool:
    """Whether a day only says when something was done, as nothing behind it flows."""
    return (
        date.is_day
        and date.span.start == date.span.end
        and not SAME_DAY.fullmatch(date.span.text)
        and not UNTIL.match(date.span.text)
        and not FLOW.match(line.text, date.end)
        and line.text[date.start - 1 : date.start] != "仅"  # 仅3月12日，发放蔬菜300斤
    )


class Periods:
    """What can be a period in a line, and which of them a figure is of."""

    def __init__(self, line: Line, bare: Sequence[Figure], scopes: Scopes) -> None:
        self.line = line
        self.text = line.text
        self.scopes = scopes
        self.starts = [figure.start for figure in bare]
        self.periods = [date for date, than in self._compared(line.dates) if not than and self._is_period(date)]
        self.period_starts = [date.start for date in self.periods]

    def _compared(self, dates: Sequence[DateMatch]) -> Iterator[tuple[DateMatch, bool]]:
        """The dates, and whether something is compared with them, one after the other: 比1至10月|和前三季度提高."""
        than, end = False, 0
        for date in dates:
            goes_on = than and self.text[end : date.start] in {"和", "与", "、", "及", "以及"}
            than, end = goes_on or bool(COMPARED.search(self.text[max(date.start - 6, 0) : date.start])), date.end
            yield date, than

    def _is_period(self, date: DateMatch) -> bool:
        text = date.span.text
        if text == "当年":
            return date.span.start is not None
        if self._of_first_value(date):
            return True  # 由上年同期的6.3%提高到8%
        if NO_PERIOD.match(text) or text.endswith("同期"):
            return False
        if tells_when(self.line, date):
            return False  # 3月10日，百余名选手参加 says when they met
        if self.text[date.end : date.end + 2] == "同期":
            return False
        return not (YEAR_ALONE.fullmatch(text) and EDITION.match(self.text, date.end))  # 2023年全市中学生运动会 names the games

    def of(self, figure: Figure, words: Words, previous: Figure | None) -> TimeSpan | None:
        """The period of a figure; `previous` is the figure before it."""
        return self._period_before(figure, words, previous) or self._period_behind(figure, words)

    def _period_behind(self, figure: Figure, words: Words) -> TimeSpan | None:
        """A period behind a figure in its clause: 完成投资9亿元，|全年."""
        index = bisect_left(self.period_starts, figure.end)
        behind = self.periods[index] if index < len(self.periods) else None
        return behind.span if behind and behind.end <= words.clause[1] and BEHIND.search(behind.span.text) else None

    def _period_before(self, figure: Figure, words: Words, previous: Figure | None) -> TimeSpan | None:
        index = bisect_left(self.period_starts, figure.start) - 1
        if previous is not None and self._is_part_of(index, figure, words, previous):
            return previous.period
        if index >= 0 and self.text[self.periods[index].end : figure.start] == "的":
            if not (figure.unit or "").endswith("倍"):
                return self.periods[index].span
            index -= 1  # 是十年前的2.1倍
        while index >= 0 and self._is_aside(self.periods[index], figure):
            index -= 1
        if index < 0:
            return None
        near = self.periods[index]
        if near.span.text == "全年" and (named := [date for date in self.periods[:index] if THIS_YEAR.match(date.span.text)]):
            return named[-1].span  # 做好今年工作，全年实施项目320个
        if SAME_DAY.fullmatch(near.span.text) and CALLED.fullmatch(self.text, near.end, figure.start):
            return None
        if near.is_day and near.span.text.endswith("起") and not self._begins(near, words, previous):
            return None
        if near.end > words.clause[0]:
            return near.span
        if self._is_over(near, figure, words) or AFTERWARDS.search(self.text, near.end, figure.start):
            return None
        same = self.line.sentence_of(near.start) == self.line.sentence_of(figure.start)
        reaches = self._reaches_on if same else self._reaches_next
        return near.span if reaches(near, figure, words, previous) else None

    def _is_part_of(self, index: int, figure: Figure, words: Words, previous: Figure) -> bool:
        """Whether a clause or a sentence without a period parts what was told: 全市今年进口9亿元。其中，水果进口3亿元."""
        near, clause = self.periods[index] if index >= 0 else None, words.clause[0]
        told_before = near is not None and near.end <= clause and self.line.same_sentence(figure, previous)
        if told_before and self.text.startswith("其中", clause):
            return True
        start = self.line.sentence_start(figure.start)
        tells_when = near is not None and near.start >= start
        goes_on = self.line.sentence_of(previous.start) >= self.line.sentence_of(figure.start) - 1
        return goes_on and not tells_when and self.text.startswith("其中", start)

    def _is_over(self, date: DateMatch, figure: Figure, words: Words) -> bool:
        """Whether a date of a clause before is that of something else, which was over when the figure was counted."""
        if date.span.end and not date.span.text.startswith("今年") and NOW.search(self.text, date.end, figure.start):
            return True  # 去年9月食堂开业，目前全市已有528家
        if FROM_VALUE.search(words.before) and TO_VALUE.match(self.text, figure.end):
            return True  # 亩产由8斤提高到32斤: when it was 8 is not said
        start, end = self.line.clause_of(date.start)
        if FOUNDED.search(self.text, max(start, date.start - 6), end):
            return True  # 2019年建起技术中心，累计获得专利112件
        counted = bisect_left(self.starts, date.end) < bisect_left(self.starts, figure.start)
        # 2023年出口额9亿元，企业累计超过1300家
        return figure.basis == Basis.CUMULATIVE and YEAR_ALONE.fullmatch(date.span.text) is not None and counted

    def _reaches_on(self, date: DateMatch, figure: Figure, words: Words, previous: Figure | None) -> bool:
        """Whether a date of a clause before is that of a figure in its sentence."""
        goes_on = previous if previous is not None and previous.period == date.span else None
        if self._leads(date) and not self.scopes.subject_between(goes_on.end if goes_on else date.end, words.clause[0]):
            return True
        if goes_on and goes_on.indicator == figure.indicator:
            return True
        return self._opens(date, words.clause[0])

    def _reaches_next(self, date: DateMatch, figure: Figure, _words: Words, previous: Figure | None) -> bool:
        """Whether a date is that of a figure in the next sentence, or of one later where the sentences between are of it."""
        sentence, own = self.line.sentence_of(date.start), self.line.sentence_of(figure.start)
        start = self.line.sentence_start(figure.start)
        chained = previous is not None and previous.period == date.span and self.line.sentence_of(previous.start) >= own - 1
        return (
            (sentence == own - 1 or chained)
            and not OF_ITS_SENTENCE.search(date.span.text)
            and not LISTED.match(self.text, start)
            and not self._is_told(start, figure.start)
            and not self._opens_with_day(start, figure.start)
            and self._leads(date)
            and "世纪" not in date.span.text
            and not self.scopes.new_area(date.end, figure)
            and not self.scopes.subject_between(date.end, figure.start)
        )

    def _is_told(self, start: int, end: int) -> bool:
        """Whether a sentence is told by somebody: 今年，全县建桥5座。“每座要花30万元。”."""
        return self.text[start : start + 1] == "“" and self.text.find("”", start, end) < 0

    def _opens_with_day(self, start: int, end: int) -> bool:
        """Whether a sentence has a day of its own: 10月至12月奔赴多地。12月10日，抓获14人 is not of the three months."""
        opening = next((date for date in self.line.dates if start <= date.start < end), None)
        return opening is not None and opening.start - start <= 1 and tells_when(self.line, opening)

    def _begins(self, date: DateMatch, words: Words, previous: Figure | None) -> bool:
        """Whether what a figure says begins on a day: 5月1日起，开行3条专线, but not 5月1日起施行, nor what follows from it."""
        near = words.clause[0] <= self.line.clause_of(date.start)[1] + 1
        goes_on = previous is not None and previous.period == date.span
        return (near or goes_on) and not IN_FORCE.match(self.text, date.end)

    def _of_first_value(self, date: DateMatch) -> bool:
        """Whether a date is that of the number alone that something rose from."""
        behind = bisect_left(self.starts, date.end)
        return (
            self.text[date.start - 1 : date.start] in {"由", "从"}
            and self.text[date.end : date.end + 1] == "的"
            and behind < len(self.starts)
            and self.starts[behind] == date.end + 1
        )

    def _is_aside(self, date: DateMatch, figure: Figure) -> bool:
        """由上年的38.5%提高到42.1%: the year before is that of the first number alone."""
        start, end = self.line.clause_of(date.start)
        if self.text.startswith("其中", start) and figure.start > end and not BARE_CHANGE.match(self.text, end):
            return True  # 全年增长7.3%，其中12月增长9.8%，…
        if self.text[date.start - 1 : date.start] in {"由", "从"}:
            first = bisect_left(self.starts, date.end)
            return first < len(self.starts) and self.starts[first] != figure.start
        if self.text[date.end : date.end + 1] != "的":
            return False
        behind = self.text[date.end + 1 : date.end + 2]
        return (behind.isdecimal() or behind in "百两三四五六七八九十") and date.end + 1 != figure.start

    def _opens(self, date: DateMatch, start: int) -> bool:
        """Whether a date without a figure of its own stands in the clause before: 晒出上半年成绩单，余额2.6亿元."""
        first, end = self.line.clause_of(date.start)
        if date.is_day or date.span.text.endswith("前") or min(date.start - first, end - date.end) > 8:
            return False
        if ALWAYS.search(self.text, date.end, start + 12) or start > end + 1:
            return False
        if self.scopes.subject_between(date.end, start):
            return False  # 去年同时尤满仓开店，全县售果9万吨
        return bisect_left(self.starts, date.start) == bisect_left(self.starts, start) and self.text[end - 1] != "的"

    def _leads(self, date: DateMatch) -> bool:
        # 中心晒出上半年成绩单：全市新增…
        if self.text[self.line.clause_of(date.start)[1] :][:1] in {"：", ":"}:
            return True
        start = self.line.clause_of(date.start)[0]
        return date.start - start <= 24 and bool(SCOPE_FREE.match(self.text[start : date.start]))
