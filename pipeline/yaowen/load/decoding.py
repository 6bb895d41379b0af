"""The text of a file's bytes, in the encoding that explains them."""

from __future__ import annotations

import codecs

from yaowen.errors import InputError

BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
WORD = "a Word file or an archive; save it as text, or as a PDF"
ARCHIVE = "a compressed file; unpack it"
SCAN = "a picture; recognise its text first"
NO_TEXT = {
    b"PK\x03\x04": WORD,
    b"\xd0\xcf\x11\xe0": WORD,
    b"\x1f\x8b": ARCHIVE,
    b"7z\xbc\xaf": ARCHIVE,
    b"Rar!\x1a": ARCHIVE,
    rb"{\rtf": "rich text; save it as plain text",
    b"\x89PNG": SCAN,
    b"\xff\xd8\xff": SCAN,
    b"%PDF-": "a PDF; give it as a file whose name ends in .pdf",
}
"""How files begin that are no text, whatever their names say."""

CERTAIN = 10
"""So many characters beyond ASCII are never UTF-8 by chance: of GB18030 one or two are."""


def decode(data: bytes, place: str, encoding: str | None = None, fallback: str = "gb18030") -> str:
    """The text of a file: by its byte order mark, in `encoding`, else UTF-8, UTF-16 without a mark, or `fallback`.

    Raises `InputError` for what is no text, and names the first byte that no encoding explains.
    """
    head = data[:64].lstrip()
    for start, what in NO_TEXT.items():
        if head.startswith(start):
            raise InputError(place, what)
    for mark, marked in BOMS:
        if data.startswith(mark):
            return _decode(data, marked, place)
    if encoding:
        return _decode(data, encoding, place)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as utf8_error:
        # A file that is UTF-8 but for a byte, or for its cut end, can be read as GB18030 too, as other characters.
        if sum(char > "\x7f" for char in data[: utf8_error.start].decode("utf-8")) >= CERTAIN:
            remedy = "get the file again, or drop the byte with iconv -c -f utf-8"
            raise InputError(place, f"byte {utf8_error.start} is damaged, all before it is UTF-8; {remedy}") from None
        if (text := _decode_unmarked(data)) is not None:
            return text
        try:
            return data.decode(fallback)
        except UnicodeDecodeError:
            raise InputError(
                place, f"byte {utf8_error.start} is neither UTF-8 nor {fallback.upper()}; set `encoding` in [load]"
            ) from None


def _decode_unmarked(data: bytes) -> str | None:
    """UTF-16 without a byte order mark: what has NULs, which stand beside every digit and line end, and reads as Chinese."""
    if b"\0" not in data:
        return None
    for encoding in ("utf-16-le", "utf-16-be"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if 2 * sum("\u4e00" <= char <= "\u9fff" for char in text) > len(text):
            return text
    return None


def _decode(data: bytes, encoding: str, place: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise InputError(place, f"byte {error.start} is not {encoding}; set another `encoding` in [load]") from None
    except LookupError:
        raise InputError(place, f"there is no encoding {encoding!r}; set another `encoding` in [load]") from None
