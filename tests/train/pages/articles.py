"""Articles to set into pages."""

from random import Random

from yaowen.schema import BlockRole
from yaowen.train.copy import Copy, make_copy

BRIDGE = {
    "title": "石桥修缮完工 两岸往来更便捷",
    "kicker": "望江县古桥保护工程",
    "subtitle": "",
    "text": "本报望江3月2日电 （记者卓然）历时8个月，望江县永安石桥修缮工程昨天完工。\n"
    "修缮按照“修旧如旧”的原则进行，更换石板120块。\n桥还是那座桥\n附近居民说，孩子上学少走了两公里。",
}
ORCHARD = {
    "title": "果园里来了授粉无人机",
    "text": "清晨6时，石门镇的梨园里响起嗡嗡声，3架无人机正在授粉。\n往年靠人工，20个人要干一周；如今一天就够了。\n（卓 然）",
}
TITLED = Copy(("望江县永安石桥修缮工程圆满收官",), tuple((BlockRole.PARAGRAPH, line) for line in BRIDGE["text"].split("\n")))


def copies(random: Random) -> list[Copy]:
    return [copy for row in (BRIDGE, ORCHARD, BRIDGE) if (copy := make_copy(row, random))]
