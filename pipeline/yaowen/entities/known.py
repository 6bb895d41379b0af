"""Names that every paper uses and a model trained on a few of them may not know."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from yaowen.divisions import ALIASES
from yaowen.page import Clipping
from yaowen.schema import Label, Mention

OF_SEVERAL_PROVINCES = ("巴蜀", "吴越")
LANES = (
    r"(?<=[\s、，,；。在过了到沿])[\u4e00-\u9fff]{2}(?<![玩卖戏捉摆糊愚嘲作拨舞搬里么样何着])"
    r"弄(?:\d{1,4}号|(?=[、，；。（里口]))"
)
"""书院弄, 打铁弄17号, but not 玩弄, 在家里弄."""
DIRECTIONS = "东北|西北|华北|华东|华中|华南|西南|东南|中西部|东中西部|东西部|东部|西部|中部"
PATTERNS = {
    Label.PLACE: (
        # 三晋大地 is Shanxi, 三晋都市报 is a paper.
        rf"(?:{'|'.join((*ALIASES, *OF_SEVERAL_PROVINCES))})(?!\w{{0,2}}[报社刊院校团队局])",
        rf"(?:{DIRECTIONS})地区",
        "西部(?=大开发|陆海)|中部(?=地区?崛起)|东北(?=全面振兴|振兴|老工业)|东西部(?=协作|扶贫)|(?:东部|中西部)(?=省份|产业)",
        "京津冀|长三角|珠三角|粤港澳大湾区|海峡西岸|成渝地区双城经济圈|长江经济带|黄河流域",
        '枫桥(?=式|经验)|新中国(?=成立)|三北(?=[”"’]?工程|防护林)',
        LANES,
        r"中国[（(]\w{2,4}[）)]自由贸易试验区",
    ),
    Label.ORG: (
        "少先队(?!员)|共青团(?!员)|(?<=共青团、)妇联|工会(?=、共青团)",
        "(?<![一二三四五六七八九十第央省市委两])巡视组(?![组长成])",
    ),
    Label.PERSON: ('(?<=学)雷锋|雷锋(?=精神|志愿|[”"’]?活动)',),
}


@dataclass(frozen=True)
class KnownEntities:
    """Aliases of provinces and cities, regions of the country, nationwide bodies: listed after a model, they fill its gaps."""

    def __call__(self, clippings: Sequence[Clipping]) -> Iterator[tuple[Mention, ...]]:
        return (tuple(self._find(clipping)) for clipping in clippings)

    def _find(self, clipping: Clipping) -> Iterator[Mention]:
        for match in ANY.finditer(str(clipping.text)):
            yield Mention.at(clipping.text, *match.span(), Label(str(match.lastgroup)))


ANY = re.compile("|".join(f"(?P<{label}>{'|'.join(patterns)})" for label, patterns in PATTERNS.items()))
