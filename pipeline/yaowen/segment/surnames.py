"""Names of authors as bylines have them, and where one ends and the next begins if the space between them is lost."""

from __future__ import annotations

import re

SURNAMES = (
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆"
    "郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂焦向柳邢骆岳齐梅莫庄辛管祝左"
    "涂谷祁时舒耿牟卜路詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍位覃霍翁隋甘景薄单包司柏宁柯阮桂闵解柴车冉房边辜吉饶刁瞿戚丘古米池滕晋苑邬臧"
    "畅宫来嵺苟全褚廉简娄盖符奚木穆党燕郎邸冀谈姬屠连郜晏栾郁商蒙计喻揭窦迟宇敖糜鄢冷卓花仇艾蓝都巩稽井练仲乐虞卞封竺冼原官衣楚佟栗匡宗应台巫鞠"
    "僧桑荆谌银扬明沙薄伏岑习胥保和蔺肖闫佘芮付麦逄邰阙亓邝厉闻茅晁荣"
)
COMMON = (SURNAMES[:230] + "肖闫付").translate(dict.fromkeys(map(ord, "白古马明金石高木")))
"""Surnames that seldom stand within a name of another people (马哈木提, 古丽米热) or within a given name."""
NAMES = rf"(?:[一-鿿]{{1,5}}(?:·[一-鿿]{{1,6}}){{1,2}}|[一-鿿]{{2,4}}|[{SURNAMES}][ \u3000][一-鿿](?![一-鿿]))"
DOUBLE = "欧阳|上官|司马|诸葛|夏侯|皇甫|东方|尉迟|公孙|慕容|令狐|司徒|端木|独孤|南宫|东郭|西门|呼延"
ONE = re.compile(rf"(?:{DOUBLE}|[{COMMON}])[一-鿿]{{1,2}}")
"""A surname with a name, the longer the likelier."""
ANY = re.compile(rf"(?:{DOUBLE}|[{SURNAMES}])[一-鿿]{{1,2}}")
"""The same with a surname however rare."""
SHORTEST_PAIR, LONGEST_RUN = 4, 20
"""So many characters at least are two names without a space, and of so many at most all ways to part them are tried."""


def part_names(chars: str) -> list[str]:
    """Names between which the space is lost (韦岚涂小青); one name where its parts do not all begin with a surname.

    A name said twice, in two rows that were joined, is one.
    """
    if chars[: len(chars) // 2] * 2 == chars and len(chars) >= SHORTEST_PAIR:
        return [chars[: len(chars) // 2]]
    double = len(chars) == SHORTEST_PAIR and chars[:2] in DOUBLE.split("|")
    if "·" in chars or double or not SHORTEST_PAIR <= len(chars) <= LONGEST_RUN:
        return [chars]
    # 韦小岚 and 阿依努尔, whose name no surname opens.
    return (
        _part_all(chars)
        or _part_rare(chars)
        or ([chars[:3], chars[3:]] if len(chars) > SHORTEST_PAIR and ONE.match(chars) else [chars])
    )


def _part_rare(chars: str) -> list[str]:
    """Names of which the first one or, if not that, any other has a rarer surname: 巫小山张冰, 张小山高冰马岚."""
    if len(chars) <= SHORTEST_PAIR:
        return []
    if ONE.match(chars):
        return _part_all(chars, ANY)
    parted = ([chars[:end], *_part_all(chars[end:])] for end in (3, 2) if ANY.fullmatch(chars[:end]))
    return next((names for names in parted if len(names) > 1), [])


def _part_all(chars: str, one: re.Pattern[str] = ONE) -> list[str]:
    if not (first := one.match(chars)):
        return []
    for end in range(first.end(), first.end() - 2, -1):
        if end == len(chars):
            return [chars]
        if one.fullmatch(chars[:end]) and (rest := _part_all(chars[end:], one)):
            return [chars[:end], *rest]
    return []
