"""Text as the network sees it: one code point for each character, compatibility forms and digits folded."""

import unicodedata
from functools import cache

import numpy as np
from numpy.typing import NDArray

# Full-width letters, punctuation, CJK compatibility forms and mathematical letters live in these ranges.
FOLDED_RANGES = ((0x00A0, 0x10000), (0x1D400, 0x1D800), (0x1F100, 0x1F200), (0x2F800, 0x2FA20))
# Papers print either kind of quotation mark, and OCR turns one into the other.
QUOTES = {"「": "“", "『": "“", "」": "”", "』": "”", "﹃": "“", "﹄": "”", "﹁": "“", "﹂": "”"}
# Above the last code point, so that a look-up never runs past the end.
TABLE_SIZE = 0x2FA20


def fold_character(character: str) -> str:
    """The one character that stands for it: ，is `,`, every digit is `0`; what would become several stays."""
    character = QUOTES.get(character, character)
    plain = unicodedata.normalize("NFKC", character)
    if len(plain) != 1:
        return character
    return "0" if plain.isdigit() else plain


@cache
def folding_table() -> NDArray[np.int32]:
    """What each code point becomes."""
    table = np.arange(TABLE_SIZE, dtype=np.int32)
    table[ord("0") : ord("9") + 1] = ord("0")
    for start, end in FOLDED_RANGES:
        for code in range(start, end):
            if not 0xD800 <= code < 0xE000:  # halves of a pair have no normal form
                table[code] = ord(fold_character(chr(code)))
    return table


def code_points(text: str) -> NDArray[np.int32]:
    """The folded text, an integer for each character of the original."""
    raw = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype="<i4")
    return np.where(raw < TABLE_SIZE, folding_table()[np.minimum(raw, TABLE_SIZE - 1)], raw)


def fold(text: str) -> str:
    """The text as the network sees it; no character is lost or added."""
    return code_points(text).astype("<i4").tobytes().decode("utf-32-le", "surrogatepass")
