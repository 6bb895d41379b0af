"""Radicals that stand for common characters: PDFs made by some programs hold ⼈ (U+2F08) where the page shows 人.

Facts are found in the text without them, by the words of the language, and are given in the characters of the page.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from typing import Any

from yaowen.page import Clipping, Reading
from yaowen.schema import Mention
from yaowen.text import Text

# Normal forms miss the radicals from U+2E80 on.
RADICALS = dict(
    zip("⺠⻁⻄⻅⻆⻉⻋⻓⻔⻘⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻬⻮⻰", "民虎西见角贝车长门青页风飞食马骨鬼鱼鸟卤麦黄齐齿龙", strict=True)
) | {chr(code): unicodedata.normalize("NFKC", chr(code)) for code in range(0x2F00, 0x2FD6)}
_WRITTEN_OUT = str.maketrans(RADICALS)
_RADICAL = re.compile("[\u2e80-\u2fdf]")


def read_without_radicals(
    clipping: Clipping, mentions: tuple[Mention, ...], read: Callable[[Clipping, tuple[Mention, ...]], Reading]
) -> Reading:
    """What `read` finds in a clipping whose radicals are written out, in the characters of the clipping itself."""
    printed = clipping.text.chars
    if not _RADICAL.search(printed):
        return read(clipping, mentions)
    parts = (replace(part, text=Text(part.text.chars.translate(_WRITTEN_OUT), part.text.offsets)) for part in clipping.parts)
    plain = replace(clipping, parts=tuple(parts))
    found = read(plain, tuple(replace(mention, text=mention.text.translate(_WRITTEN_OUT)) for mention in mentions))
    facts = {item.name: _as_printed(getattr(found, item.name), plain.text.chars, printed) for item in fields(Reading)[1:]}
    return Reading(clipping, **facts)


def _as_printed(value: Any, plain: str, printed: str) -> Any:
    """A value whose strings are those of the page: where one stands in the text, as it is printed there."""
    if type(value) is str:
        place = plain.find(value)
        return printed[place : place + len(value)] if place >= 0 else value
    if isinstance(value, tuple):
        return tuple(_as_printed(item, plain, printed) for item in value)
    if is_dataclass(value) and not isinstance(value, type):
        return replace(
            value, **{field.name: _as_printed(getattr(value, field.name), plain, printed) for field in fields(value)}
        )
    return value
