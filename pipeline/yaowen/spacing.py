"""Spaces that only the layout, or the program that read it, put there, taken out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import accumulate

from yaowen.markup import cells_of
from yaowen.text import Text

LATIN = "A-Za-z\u00c0-\u024f"
SPACE = re.compile(r"\s")
# Of 河畔 Green Bay 小区 the space between the Latin words stays, the two beside them go.
# So does the one between numbers of two digits (03 11 19); other digits it sets apart (1 8 日) or groups (1 164.4亿元).
NUMBERS = r"(?<=(?<!\d)\d\d)\s++(?=\d\d(?!\d))"
PADDING = re.compile(rf"(?!{NUMBERS})(?:(?<![{LATIN}.,;:!?\s])\s++|(?<!\s)\s++(?![{LATIN}(]))")
PADDED_DIGIT = re.compile(r"(?<=[^\s\x00-\x7f])[ \xa0]++(?=[0-9０-９])|(?<=[0-9０-９%％])[ \xa0]++(?=[^\s\x00-\x7f])")
AROUND_MARKS = re.compile(r"(?<!\s)\s++(?=[，。、；：！？”’）》」』】])|(?<=[，。、；：！？“‘（《「『【])\s++")
PADDED_LATIN = re.compile(rf"(?<=[^\s\x00-\x7f])([ \xa0])[{LATIN}][{LATIN}0-9]{{0,11}}([ \xa0])(?=[^\s\x00-\x7f])")
"""A word in Latin letters within a clause, set off on both sides: 全县| GDP |突破百亿元."""
WORD_BEFORE = re.compile(r"[^\s\x00-\x7f]{2}[^\s]{2,60}(?:[%％]|[0-9]{1,12}[^\s0-9]{0,3})$")
WORD_BEHIND = re.compile(
    r"(?![个名家年月日时分秒点万亿元人项条件次位户亩吨米公千毫克里层所座辆台场届期版号种类多余以左左的至到等])[^\s\x00-\x7f]{4}"
)
ROOM = re.compile(r"\s+")
CLAUSE = 3
"""No clause of a headline has fewer characters."""
SPREAD = 0.6
"""A row is letter-spaced where more than this share of what its spaces part is single characters."""
IN_BRACKETS = re.compile(r"[（(][^（）()]{1,12}[）)]$")
"""What ends a letter-spaced title and is set close: 渡 口（组诗）."""
# 本报记者 张 琦 loses its spaces, but 卓然 石小满 keeps the one between two names.
BEHIND_TITLE = re.compile(r"(?<=[者员])\s+(?=[一-鿿]\s+[一-鿿](?![一-鿿]))")
WITHIN_NAME = re.compile(r"(?<=[者员][一-鿿])\s+(?=[一-鿿](?![一-鿿]))")
SPACED_RUN = re.compile(r"(?<![一-鿿])[一-鿿](?:\s+[一-鿿](?![一-鿿]))+")
"""Characters that stand alone: of 记者 储 小 良 those of the name."""
SPACED_PAIR = re.compile(r"(?<![一-鿿])[一-鿿](?P<space>\s+)[一-鿿](?![一-鿿])")
HAN = r"[\u4e00-\u9fff]"
BROKEN_PAIR, WHOLE_PAIR = re.compile(rf"{HAN} (?={HAN})"), re.compile(rf"{HAN}(?={HAN})")
BREAK = re.compile(r"(?<=[^\sA-Za-z]) (?=[^\sA-Za-z])(?!(?<=\d )\d)")
BROKEN, FEWEST_BROKEN = 0.2, 20
"""Of the pairs of characters in a text so many have a space between them, and so many at least, where it is broken."""
BEFORE_NAME = re.compile(r"(?<=[讯电息者员])\s++(?=[（(]?\S++\s*[）)摄文]?$)|(?<!\s)\s++(?=[（(])|(?<=[□■◎●])\s++")


def close_up(text: Text) -> Text:
    """Running text: only the spaces between Latin words stay, and one between the cells of a table."""
    text = text.strip()
    if not SPACE.search(text.chars):
        return text
    return Text.join(" ", [cell.without(PADDING) for cell in cells_of(text)])


def close_up_headline(text: Text) -> Text:
    """A headline: letter spacing and padding go, the spaces between parallel clauses stay.

    In a row whose letters are spaced, that is where the room is twice as wide as between the letters.
    """
    text = text.strip()
    if not SPACE.search(text.chars):
        return text
    words = IN_BRACKETS.sub("", text.chars).split()
    if len(words) > 1 and sum(len(word) == 1 for word in words) > SPREAD * len(words):
        return Text.join("", list(_close_letters(text)))
    tight = text.without(AROUND_MARKS)
    return _leave_out(tight, sorted(set(_find_padding(tight.chars))))


def _find_padding(chars: str) -> Iterator[tuple[int, int]]:
    for space in PADDED_DIGIT.finditer(chars):
        if not _parts_clauses(chars, *space.span()):
            yield space.span()
    for word in PADDED_LATIN.finditer(chars):
        yield from (word.span(1), word.span(2))


def _parts_clauses(chars: str, start: int, end: int) -> bool:
    """Whether a space beside a digit parts two clauses: 产值增长8.1% 投资增长12.4%, but 全市共有12 个县."""
    before, behind = WORD_BEFORE.search(chars[:start]), WORD_BEHIND.match(chars, end)
    return before is not None and behind is not None


def _close_letters(text: Text) -> Iterator[Text]:
    runs = list(ROOM.finditer(text.chars))
    usual = Counter(len(run[0]) for run in runs).most_common(1)[0][0]
    letters = [0, *accumulate(not char.isspace() for char in text.chars)]
    start = 0
    for run in runs:
        before, behind = letters[run.start()] - letters[start], letters[-1] - letters[run.end()]
        if len(run[0]) >= 2 * usual and min(before, behind) >= CLAUSE:
            yield text[start : run.start()].without(PADDING)
            yield text[run.start()] if text.chars[run.start()] == " " else Text.inserted(" ")
            start = run.end()
    yield text[start:].without(PADDING)


def close_up_byline(text: Text) -> Text:
    """A byline: spaces within a name, after 记者 and round digits go, those of a list of names stay."""
    titled = text.strip().without(BEHIND_TITLE).without(WITHIN_NAME)
    runs = (_find_within_names(run) for run in SPACED_RUN.finditer(titled.chars))
    return _leave_out(titled, [space for run in runs for space in run]).without(BEFORE_NAME).without(PADDED_DIGIT)


def _find_within_names(run: re.Match[str]) -> list[tuple[int, int]]:
    """The spaces within names that are letter-spaced: two names are 储 良 牧 歌, one is 储 小 良."""
    spaces = [(run.start() + space.start(), run.start() + space.end()) for space in ROOM.finditer(run[0])]
    return spaces[::2] if len(spaces) % 2 else spaces


def close_up_names(text: Text) -> Text:
    """A roll of names: of two characters that stand alone, the space between them goes."""
    text = text.strip()
    return _leave_out(text, [pair.span("space") for pair in SPACED_PAIR.finditer(text.chars)])


def _leave_out(text: Text, spaces: Sequence[tuple[int, int]]) -> Text:
    kept, position = [], 0
    for start, end in spaces:
        kept.append(text[position:start])
        position = end
    return Text.join("", [*kept, text[position:]])


def mend_broken(rows: Sequence[Text]) -> Sequence[Text]:
    """Rows without the spaces that a program for OCR writes at random between characters: 全 县 造林 面积 达 3 万 亩."""
    broken = sum(len(BROKEN_PAIR.findall(row.chars)) for row in rows)
    whole = sum(len(WHOLE_PAIR.findall(row.chars)) for row in rows)
    if broken < FEWEST_BROKEN or broken / (broken + whole) < BROKEN:
        return rows
    return [row.without(BREAK) for row in rows]
