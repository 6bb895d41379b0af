"""The words that dates are made of, as pieces of patterns, and the numbers that digits stand for."""

from __future__ import annotations

import re

from yaowen.facts.numbers import DIGITS

DIGIT = "[0-9０-９]"
FOUR = f"(?<![0-9０-９.．])(?:[1１][6-9６-９]{DIGIT}{{2}}|[2２][01０１]{DIGIT}{{2}}|[一二][〇○零Ｏ一二三四五六七八九]{{3}})"
RELATIVE = "今年(?!轻)|去年|前年(?!均|产)|明年|上年|(?<![成资基样])本年"
# 一座有2000年历史的古城 tells how long, not when.
YEAR = f"(?:{FOUR}年(?![多余来]|的?历史|的?文明)度?|上年度|本年度|{RELATIVE})"
MONTH_DIGITS = "(?<![0-9０-９.．])(?:[1１][012０１２]|[0０]?[1-9１-９])(?![0-9０-９])"
DAY_DIGITS = f"(?:[12１２]{DIGIT}|[3３][01０１]|[0０]?[1-9１-９])(?![0-9０-９])"
MONTH_HAN = "(?:十[一二]?|[一二三四五六七八九])"
DAY_HAN = "(?:三十一?|二?十[一二三四五六七八九]?|[一二三四五六七八九])"
TO = "(?:至|到|[-－—–―~～]{1,2})"
PART_OF_DAY = "(?:上午|下午|中午|晚上|晚间|晚|凌晨|清晨|早上|早晨|傍晚|夜间|夜里|深夜|当晚|当天)?"
UNTIL = "(?:截至|截止[到至]?|(?:从|自)?即日起至)"
TILL = "(?<![达得看听想收谈提签来直回找遇做接升增高降加跌减少长大延缩整])[到至]"
SINCE = "(?:以来|至今|起(?![草飞步点来伏])|开始(?=[，,]))?"
CLOCK = f"(?:{DIGIT}{{1,2}}[时点](?:半|{DIGIT}{{1,2}}分)?(?:{TO}{DIGIT}{{1,2}}[时点](?:{DIGIT}{{1,2}}分)?)?)?"
"""The hour behind a day, or the hours: 7月3日上午8时30分, 3日2时至5时."""
HOUR = "(?:[0-9０-９]{1,2}时)?"
BEFORE = "(?:之前|以前|前(?![0-9０-９一二三四五六七八九十两列往进去来后期沿]))?"
QUOTE_L, QUOTE_R = '[“"‘「『”＂]?', '[”"’」』“＂]?'
HAN = DIGITS | {"Ｏ": 0, "首": 1}
SHIFTS = {"今年": 0, "本年": 0, "去年": -1, "上年": -1, "前年": -2, "明年": 1}
_DAYS = {"今": ("日天晨早晚", 0), "昨": ("日天晚夜晨", -1), "前": ("天日晚", -2), "后": ("天", 2), "明": ("日天晚", 1)}
DAY_SHIFTS = {day + part: shift for day, (parts, shift) in _DAYS.items() for part in parts}
"""How far a day is from the paper's: 昨晚, 明天."""

AHEAD = re.compile(r"(?:将|[拟定订]|计划|预计|即将)[于在从自到](?:每年|当地时间|北京时间)?$")
"""将于11月19日举行: a day that is announced."""


def number(digits: str) -> int:
    """The number that digits of any width, or Chinese digits one after the other or with 十, stand for."""
    if digits == "元":
        return 1  # 元月
    if digits.isdecimal():
        return int(digits)
    if "十" in digits:
        tens, _, ones = digits.partition("十")
        return HAN.get(tens, 1) * 10 + HAN.get(ones, 0)
    return int("".join(str(HAN[char]) for char in digits))
