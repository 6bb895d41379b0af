"""The characters of a PDF page, where PDFium says that each stands."""

from __future__ import annotations

import ctypes
from collections import Counter
from collections.abc import Iterator
from math import atan2, isfinite, pi
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from pypdfium2 import PdfPage, PdfTextPage

FAR = 1e6
"""No character stands further away than so many points."""


class Glyph(NamedTuple):
    """A character where it stands. Lengths are in points, and `base` grows upwards."""

    char: str
    left: float
    right: float
    base: float
    size: float


class _Character(NamedTuple):
    """A character as PDFium tells it, in the sheet's own coordinates."""

    char: str
    drawn: int
    """The address of the object that draws it."""
    turn: int
    """By how many quarters, clockwise, it is turned from being upright."""
    origin: tuple[float, float]
    box: tuple[float, float, float, float]
    """Left, bottom, right and top."""

    def upright(self, turn: int) -> Glyph:
        """Where it stands on a sheet that is turned back by so many quarters, as one is that was printed sideways."""
        left, bottom, right, top = self.box
        x, y = self.origin
        left, right, base, size = (
            (left, right, y, top - bottom),
            (-top, -bottom, x, right - left),
            (-right, -left, -y, top - bottom),
            (bottom, top, -x, right - left),
        )[turn]
        return Glyph(self.char, left, right, base, max(size, 1.0))


def lay_upright(page: PdfPage) -> None:
    """Turns what a page draws by a quarter where most of its texts run upwards or downwards.

    PDFium takes a text for empty, and leaves it out, that has no width on the sheet; so has one that runs upwards in a font
    which neither the file nor the machine has. Call it before the text layer is asked for.
    """
    from pypdfium2 import raw

    objects = [raw.FPDFPage_GetObject(page, index) for index in range(raw.FPDFPage_CountObjects(page))]
    turns = Counter(turn for drawn in objects for turn in _find_turns(drawn))
    turn = max(turns, key=turns.__getitem__, default=0)
    if turn % 2:
        sine = 1 if turn == 3 else -1
        for drawn in objects:
            raw.FPDFPageObj_Transform(drawn, 0, sine, -sine, 0, 0, 0)


def _find_turns(drawn: Any) -> Iterator[int]:
    """By how many quarters, against the clock, each text of an object is turned."""
    from pypdfium2 import raw

    waiting = [(drawn, 0)]
    matrix = raw.FS_MATRIX()
    while waiting:
        inner, turned = waiting.pop()
        kind = raw.FPDFPageObj_GetType(inner)
        if kind not in {raw.FPDF_PAGEOBJ_TEXT, raw.FPDF_PAGEOBJ_FORM} or not raw.FPDFPageObj_GetMatrix(inner, matrix):
            continue
        turn = (turned + round(atan2(_bound(matrix.b), _bound(matrix.a)) / (pi / 2))) % 4
        if kind == raw.FPDF_PAGEOBJ_TEXT:
            yield turn
        else:
            parts = range(raw.FPDFFormObj_CountObjects(inner))
            waiting += [(raw.FPDFFormObj_GetObject(inner, index), turn) for index in parts]


def read_glyphs(page: PdfPage, layer: PdfTextPage, count: int) -> list[Glyph]:
    """The characters of a page in the order in which they are drawn, turned so that most of them are upright.

    PDFium itself sorts what stands at nearly one height from left to right, and mixes a headline with the rows beside it.
    """
    order = _number_objects(page)
    found = sorted(_find_characters(layer, count), key=lambda character: order.get(character.drawn, 0))
    turns = Counter(character.turn for character in found if not character.char.isspace())
    turn = max(turns, key=turns.__getitem__, default=0)
    return [character.upright(turn) for character in found]


def _number_objects(page: PdfPage) -> dict[int, int]:
    """The addresses of what is drawn on a page, each with its place in the order of drawing."""
    from pypdfium2 import raw

    order: dict[int, int] = {}
    waiting = [raw.FPDFPage_GetObject(page, index) for index in range(raw.FPDFPage_CountObjects(page))][::-1]
    while waiting:
        drawn = waiting.pop()
        order[ctypes.addressof(drawn.contents)] = len(order)
        if raw.FPDFPageObj_GetType(drawn) == raw.FPDF_PAGEOBJ_FORM:
            parts = [raw.FPDFFormObj_GetObject(drawn, index) for index in range(raw.FPDFFormObj_CountObjects(drawn))]
            waiting += parts[::-1]
    return order


def _find_characters(layer: PdfTextPage, count: int) -> Iterator[_Character]:
    """The characters of a page in PDFium's order."""
    from pypdfium2 import raw

    x, y, box = ctypes.c_double(), ctypes.c_double(), raw.FS_RECTF()
    high = 0
    for index in range(count):
        if raw.FPDFText_IsGenerated(layer, index) == 1:  # PDFium's own guess at a space or a line end
            continue
        # PDFium marks the hyphen of a cut word by a code of its own.
        code = ord("-") if raw.FPDFText_IsHyphen(layer, index) == 1 else raw.FPDFText_GetUnicode(layer, index)
        if 0xD800 <= code < 0xDC00:  # the first half of a rare character
            high = code
            continue
        if 0xDC00 <= code < 0xE000 and high:
            code += 0x10000 - 0xDC00 + ((high - 0xD800) << 10)
        high = 0
        raw.FPDFText_GetCharOrigin(layer, index, x, y)
        raw.FPDFText_GetLooseCharBox(layer, index, box)
        object_ = raw.FPDFText_GetTextObject(layer, index)
        yield _Character(
            chr(code),
            ctypes.addressof(object_.contents) if object_ else 0,
            round(_bound(raw.FPDFText_GetCharAngle(layer, index)) / (pi / 2)) % 4,
            (_bound(x.value), _bound(y.value)),
            (_bound(box.left), _bound(box.bottom), _bound(box.right), _bound(box.top)),
        )


def _bound(length: float) -> float:
    """A length of a file that may be damaged: what is no number is 0."""
    return min(max(length, -FAR), FAR) if isfinite(length) else 0.0
