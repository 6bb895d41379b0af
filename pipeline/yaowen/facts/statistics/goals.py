"""Rules for figures of budgets: what is set against a goal, what the goal is, and who has collected or spent how much.

Each returns None where it has nothing to say.
"""

from __future__ import annotations

import re

from yaowen.facts.statistics.cases import MOST_LISTED, Case
from yaowen.facts.statistics.lines import Figure
from yaowen.facts.statistics.measures import POINTS
from yaowen.schema import Measure

GOAL = "(?:目标|计划|任务|预算)(?:任务|目标|投资|数|量|额)?"
AGAINST = "(?:完成|占|为|达到?|相当于)了?"
OF_GOAL = re.compile(f"{AGAINST}[^，。；、]{{0,6}}{GOAL}的$")
THE_GOAL = re.compile(f"{AGAINST}(?P<goal>(?:全年|年初|年度|年|调整|变动)*{GOAL})(?:近|约)?$")
AHEAD = re.compile("^[^，。；]{0,4}?(?:[超欠]|[高低快慢]于|领先|[落滞]后)[^，。；]{0,6}进度(?:近|约|超过?)?$")
SHARE_OF_IT = re.compile("的(?:近|约|不足|超过?)?")
SUMS = re.compile("(?:收入|支出|投资|税收|税款|[收支])$")
SIDES_OF_SUM = re.compile("(?:^[，、]?|同比|[比较][上去]年(?:同期)?)净?(?:增收|减收|增支|减支)$")
WHO = re.compile(
    "(?:其中|[：:，])*(?P<who>[\u4e00-\u9fff]{0,8}(?:部门|系统|本级|市辖区|直管县|各?[县区市旗镇乡])(?:（[县区市旗]）)?)"
    "(?:共计?|累计|合计|分别|实际)*(?:完成|实现)$"
)


def name_goal(case: Case) -> str | None:
    """A share of a goal is of what the figure before measured: 新增就业4万人，|完成年度目标的93%."""
    if case.figure.measure != Measure.SHARE:
        return None
    if OF_GOAL.search(case.before):
        return case.carried_sum if case.carried else None
    measured = case.done[-2] if len(case.done) > 1 else None
    goal = case.previous if measured else None
    # 税收收入8亿元，完成年初预算20亿元的|40%
    told = goal and SHARE_OF_IT.fullmatch(case.text, goal.end, case.figure.start) and _is_goal(case, goal)
    return measured.indicator if told and measured and case.line.same_sentence(case.figure, measured) else None


def name_the_goal(case: Case) -> str | None:
    """The goal itself, where its amount is told: 完成|年初预算|20亿元的40%."""
    goal = THE_GOAL.search(case.before) if case.figure.measure == Measure.LEVEL else None
    return goal["goal"] if goal and SHARE_OF_IT.match(case.text, case.figure.end) else None


def _is_goal(case: Case, figure: Figure) -> bool:
    return THE_GOAL.search(case.text, max(figure.start - 20, 0), figure.start) is not None


def name_ahead(case: Case) -> str | None:
    """How far ahead of its schedule the sum before is: 完成预算的47%，超序时进度|3个百分点 is of its 进度."""
    points = case.figure.measure == Measure.CHANGE and case.unit in POINTS and AHEAD.match(case.before.strip("，、"))
    return case.carried_sum.removesuffix("进度") + "进度" if points and case.carried else None


def name_more_or_less(case: Case) -> str | None:
    """How much more or less came in or went out is said of the sum before: 税收8亿元，同比增收|1亿元."""
    more = SIDES_OF_SUM.search(case.before) if case.figure.measure == Measure.CHANGE else None
    return case.carried if more and case.carried and SUMS.search(case.carried) else None


def name_by_office(case: Case) -> str | None:
    """Whose part it is of a sum that the sentence or the one before told: 支出90亿元。其中：市本级完成|20亿元."""
    if case.figure.measure != Measure.LEVEL or case.unit != "元" or not WHO.fullmatch(case.before):
        return None
    told = reversed(case.done[-MOST_LISTED:])
    sums = (each.indicator or "" for each in told if each.quantity.unit == "元" and each.measure == Measure.LEVEL)
    return next((indicator for indicator in sums if SUMS.search(indicator)), None)
