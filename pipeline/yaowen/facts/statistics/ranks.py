"""Places in an order: 位居全省第2, 列全国第三位."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from yaowen.facts.numbers import read_han
from yaowen.facts.statistics.lines import Figure
from yaowen.schema import Comparator, Measure, Quantity

PLACE = "(?P<rank>第(?P<number>[0-9０-９]{1,4}|[一二三四五六七八九十]{1,3})[位名]?)"
# 位居全省第2, 列全国第三位, 全省第3; not 全国第七次人口普查.
RANK = re.compile(
    "(?:(?P<verb>居|列|(?:夺得?|(?<![缴查捕抓破])获得?|斩获|摘得|取得)(?=[^，。；、第]{0,14}第[0-9０-９一二三四五六七八九十]{1,2}名)|排[名在]?|(?:升|提高|前移|前进|降|下滑|回落|退)[至到]|跻身|保持|蝉联"
    "|(?:由|从)"
    "(?=[^，。；第]{0,14}第[0-9０-９一二三四五六七八九十]{1,4}[位名]"
    "(?:[跃提晋上]?升|提高|前移|前进|下[降滑]|回落|[后倒]?退|降)))"
    "(?:[^，。；、第]{0,14}?)|(?:(?:全[国省市区县州球]|世界|全市同类[^，。；第]{0,4}|同行业)(?:同类[^，。；第]{0,6})?))"
    f"{PLACE}(?![0-9０-９一二三四五六七八九十次届期个批轮产大季方人中小医附师代条章款版页阶梯线家台座所项部战只组])"
)
NEXT_RANK = re.compile(f"(?:[、和与]|以及){PLACE}(?=[，。；、！？,;)）”和与]|$)")
"""Another rank of a list: 列全省第二位、第三位."""
ENDS = {*"，。；、！？,;)）”", ""}


def find_ranks(text: str, is_masked: Callable[[int, int], bool]) -> Iterator[re.Match[str]]:
    """The ranks of a text; none that stands in a name."""
    for rank in RANK.finditer(text):
        following = rank if _is_rank(rank, text, is_masked) else None
        while following:
            yield following
            following = NEXT_RANK.match(text, following.end("rank"))


def _is_rank(match: re.Match[str], text: str, is_masked: Callable[[int, int], bool]) -> bool:
    if is_masked(*match.span("rank")):
        return False
    return bool(match["verb"]) or text[match.end() : match.end() + 1] in ENDS or match["rank"].endswith(("位", "名"))


def rank_figure(match: re.Match[str]) -> Figure:
    """A rank as a figure."""
    digits = match["number"]
    value = int(digits) if digits.isdecimal() else read_han(digits) or 0
    return Figure(*match.span("rank"), value, "位", Quantity(value, "位"), Comparator.EXACT, Measure.RANK)
