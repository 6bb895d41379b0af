"""What kind of thing a unit counts or measures: people, things, time."""

from __future__ import annotations

TIME = {*"年月日天周秒时点", "小时", "人天", "个月", "学时", "课时", "分钟", "个小时", "个季度", "工作日", "个工作日"}
PEOPLE = {"人", "人次", "户"}
"""They are what they count: 300人 says of whom, 300家 does not."""
MEDALS = {"金": "金牌", "银": "银牌", "铜": "铜牌"}
PERSONS = {*"名位人"}
THINGS = frozenset("家户件台套辆架艘场起份册本部篇幅张条座处所栋幢间口眼棵株头只枚块支组")
"""Measure words of things that can be pointed at: 两座|桥 reports a result, 两项|任务 may not."""
COUNTERS = (*THINGS, *"个名人位项次宗笔道盏匹对双批类种款门席轮盘局票桌颗瓶箱袋盒包床例", "人次")
"""What counts rather than measures."""


def is_count(unit: str | None) -> bool:
    """Whether a unit counts things (家, 名, 万件), whose noun stands behind it as often as before."""
    return unit is not None and unit.endswith(COUNTERS)
