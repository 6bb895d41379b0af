"""Lines that run from the top down come as rows of a character each, or of two where they stand side by side."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from yaowen.mastheads import HAN
from yaowen.rows import Row
from yaowen.text import Text
from yaowen.vocabulary import weigh

BLANK = "[ \u3000]*"
CHARS = re.compile(f"{HAN}(?:{BLANK}{HAN})?")
TWO_LINES = 3
"""Rows of two characters each that follow each other at least where two lines run from the top down."""
SURE = 9.0
"""By so much (a logarithm) must words be likelier down the lines than along the rows: half the cost of an unknown character."""
FROM_LEFT = 5.0
"""By so much must they be likelier from the left: lines that run down follow each other from the right."""


def read_upright(rows: Sequence[Row]) -> Iterator[Row]:
    """The rows of a page; those that lines run down are one row, each line whole.

    Two lines are told from rows of two characters (names, the sections of a paper) by the words that they make up:
    新老⏎模街⏎样换 is 老街换新模样.
    """
    for run in _find_runs(rows):
        line = _join(run) if len(run) > 1 else None
        if line is None:
            yield from run
        else:
            yield replace(run[0], text=line, runs_down=True)


def _join(run: Sequence[Row]) -> Text | None:
    """The line that rows of one character are, or the two that rows of two are, if they are any."""
    texts = [_visible(row.text) for row in run]
    if len(texts[0]) == 1:
        return Text.join("", texts)
    return _read_lines(texts) if len(run) >= TWO_LINES else None


def _find_runs(rows: Sequence[Row]) -> Iterator[list[Row]]:
    """Rows of one or two characters each that follow each other without a blank row; any other row is by itself.

    The last row of two lines may have one character: the one line is longer.
    """
    run: list[Row] = []
    for number, row in enumerate(rows):
        width = _count(row)
        longer = width == 1 and len(run) >= TWO_LINES and (number + 1 == len(rows) or _count(rows[number + 1]) != 1)
        alike = run and width and not row.gap and _count(run[-1]) == _count(run[0]) and (width == _count(run[0]) or longer)
        if run and not alike:
            yield run
            run = []
        run.append(row)
    if run:
        yield run


def _count(row: Row) -> int:
    """How many characters a row of one or two has; 0 for any other."""
    return len(_visible(row.text)) if len(row.text) < 8 and CHARS.fullmatch(row.text.chars) and not row.marks else 0


def _visible(text: Text) -> Text:
    return text.without(BLANK)


def _read_lines(texts: Sequence[Text]) -> Text | None:
    """Two lines that run down side by side, the first one first, or None where the rows read better along."""
    ways = [(weigh(line.chars) - cost, line) for cost, line in _arrange(texts)]
    likely, best = max(ways, key=lambda way: way[0])
    along = max(weigh("".join(map(str, texts))), sum(weigh(text.chars) for text in texts))
    return best if likely > along + SURE else None


def _arrange(texts: Sequence[Text]) -> Iterator[tuple[float, Text]]:
    """Each way to read two lines, and what it costs; a last character by itself is of either."""
    pairs = [text for text in texts if len(text) == 2]
    last = [text for text in texts if len(text) == 1]
    left, right = ([text[column : column + 1] for text in pairs] for column in (0, 1))
    for left_line, right_line in ((left, right + last), (left + last, right))[: 1 + len(last)]:
        yield 0.0, Text.join("", right_line + left_line)
        yield FROM_LEFT, Text.join("", left_line + right_line)
