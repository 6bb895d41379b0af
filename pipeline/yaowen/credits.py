"""Who took a picture, as it is said behind what the picture shows or below it: …白鹭在浅滩觅食。 本报记者 卓然 摄."""

from __future__ import annotations

import re

TAKEN = r"(?:摄影报道|(?<!文)(?<!文[/／并])摄|供图)"
"""Says of the name before it that the picture is theirs; 卓然 文/摄 has written a text, too."""
GIVEN = rf"(?:{TAKEN}|摄影|提供)"
"""The same where nothing but that is said, in brackets or in a row of its own: a sentence may end in 提供 too."""
NAMES = r"[一-鿿]{2,4}"
STROKED = rf"(?:摄影?|供图)\s*[/／:：]\s*{NAMES}"
"""摄影/卓然, 摄影：卓然"""
AGENCY = r"(?:\s*[（(][一-鿿]{2,8}[）)])?"
"""Whence a picture came, behind who took it: 卓然 摄（望江图片社）."""
ENDS = rf"{AGENCY}\s*[）)]?\s*$"
ENDS_WITH_CREDIT = re.compile(TAKEN + ENDS)
"""Ends a caption, whatever stands before: a sentence or the name alone."""
CREDIT_ALONE = re.compile(rf"[（(]?[^，。！？（(]{{1,30}}{GIVEN}{AGENCY}\s*[）)]?\s*")
"""All that a row says: 本报记者 卓然 摄, （望江县融媒体中心提供）."""
CREDIT_BEHIND = re.compile(
    r"[。！？”]\s*(?:"
    rf"(?:(?:(?<=\s)|[（(]){NAMES}(?:\s+{NAMES})?"
    rf"|[（(]?[一-鿿]{{0,6}}?(?:记者|通讯员|摄影师?)\s*[一-鿿· \u3000]{{2,16}}?)\s*{TAKEN}{ENDS}"
    rf"|(?:{STROKED}|{NAMES}\s*[/／]\s*(?:摄影?|供图))\s*$)"
)
"""Behind a sentence and nothing else: bare names set off from it (…觅食。 卓然 摄), people who say what they are, however
close (…觅食。本报记者卓然 石小满摄), or a stroke (…觅食。摄影/卓然).
"""
CREDIT = rf"(?P<credit>(?:[一-鿿]{{2}}社发\s*)?[（(]?[^。！？（(]{{0,24}}(?:{TAKEN}|{STROKED}){AGENCY}\s*[）)]?)[\s|｜]*$"
"""Whatever stands behind the last sentence and ends so, of what is known to be a caption."""
