"""Where the clauses of a text start and end."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable

CLAUSE_END = re.compile(
    "[，。；！？：\n\u3000]|(?<=[\u4e00-\u9fff”]) (?=[\u4e00-\u9fff“])"
    "|(?<![0-9０-９]),|,(?![0-9０-９]{3}(?![0-9０-９]))|[;!?:](?![0-9０-９])|……|(?<!”)——|…"
)


class Clauses:
    """The clauses of a text, without the marks between them; no mark counts that is `held` by a quotation or brackets."""

    def __init__(self, text: str, held: Callable[[int], object] = lambda place: None) -> None:
        marks = [match.span() for match in CLAUSE_END.finditer(text) if not held(match.start())]
        self.starts = [0, *(end for _, end in marks)]
        self.ends = [*(start for start, _ in marks), len(text)]

    def around(self, place: int) -> tuple[int, int]:
        """The clause that a place is in; a mark belongs to the clause that it ends."""
        index = max(bisect_right(self.starts, place) - 1, 0)
        return self.starts[index], self.ends[index]
