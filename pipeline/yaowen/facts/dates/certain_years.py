"""The year that an article was written in, where its own text makes it certain."""

from __future__ import annotations

import re

from yaowen.facts.dates.words import DAY_DIGITS, DIGIT, FOUR, MONTH_DIGITS, number

THIS_YEAR = re.compile(f"今年[（(]({FOUR})年[)）]")
MONTH_DAY = re.compile(f"({MONTH_DIGITS})月{DAY_DIGITS}日")
REVIEW = re.compile(
    f"(?:总结|回顾)[^。；\n]{{0,6}}?({FOUR})年[^。；\n]{{0,60}}?(?:部署|安排|谋划|研究|展望)[^。；\n]{{0,8}}?({FOUR})年"
)
OCCASION = "(?:会议|大会|年会|例会|全会|推进会|论坛|峰会|仪式|典礼|赛|运动会|奥运会|博览会|展览会|交易会|艺术节|文化节|活动|行)"
TAKES_PLACE = "(?:召开|举行|举办|开幕|闭幕|启动|开赛|开跑|开班|鸣枪|收官|落幕|备战|主办|承办)"
EDITION = f"({FOUR})年?(?!{DIGIT}|至今|以来)[^，。；、！？\n年]{{0,24}}?{OCCASION}"
HELD = re.compile(
    f"{EDITION}(?:[（(][^（）()\n]{{1,8}}[)）])?[^，。；！？\n]{{0,14}}?{TAKES_PLACE}"
    f"|{TAKES_PLACE}[了的]?{EDITION}"
    f"|({FOUR})年{MONTH_DIGITS}月{DAY_DIGITS}日[^。；！？\n将]{{0,40}}?{TAKES_PLACE}"
)
# 筹备2025年全市运动会 tells of another year than the paper's.
NOT_YET = re.compile("将|拟|筹备|迎接|申办")


def certain_year(text: str) -> int | None:
    """The year that an article was written in, where its own text leaves no doubt; None where it says nothing or two years.

    A year review gives it (总结2023年…部署2024年: the latter, or the former in a paper of the last months), so does an event
    held under its year (2024年全市卫生工作会议召开, 第五届…2024…), and a year in brackets after 今年.
    """
    if told := {number(match[1]) for match in THIS_YEAR.finditer(text)}:
        return told.pop() if len(told) == 1 else None
    late = {number(match[1]) for match in MONTH_DAY.finditer(text)}
    reviewed = set()
    for match in REVIEW.finditer(text):
        before, after = number(match[1]), number(match[2])
        if after == before + 1:
            reviewed.add(before if late and min(late) >= 10 else after)
    held = {
        number(match[1] or match[2] or match[3])
        for match in HELD.finditer(text)
        if not NOT_YET.search(text, max(match.start() - 6, 0), match.end())
    }
    for years in (reviewed, held):
        if years:
            return years.pop() if len(years) == 1 else None
    return None
