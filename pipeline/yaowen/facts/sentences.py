"""The sentences of an article, and what stands at a place of its text: a mention, a quotation, a bracket, a clause."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from yaowen.facts.clauses import Clauses
from yaowen.page import Reading
from yaowen.schema import Block, BlockRole, Label, Mention

HEADLINE = {BlockRole.KICKER, BlockRole.TITLE, BlockRole.SUBTITLE}
BODY = {BlockRole.PARAGRAPH, BlockRole.CAPTION}
SITES = {Label.PLACE, Label.ORG}
"""What somebody may visit, or something be held at."""

_SENTENCE = re.compile(r"[^。！？!?\n]*(?:[。！？!?…]+[”’」』）)\"]*|$)")
_QUOTE_MARK = re.compile(r"[“”‘’「」『』《》\"\n]")
_BRACKET = re.compile(r"[（(][^（）()\n]{1,60}[）)]")
PAIRS = {"“": "”", '"': '"', "‘": "’", "「": "」", "『": "』", "《": "》"}


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, `[start, end)` of the article's text, in the block that it stands in."""

    start: int
    end: int
    block: int
    role: BlockRole
    number: int
    """Counted from 0 in its block."""


_FULL_WIDTH = {",": "，", ";": "；", ":": "："}
_HALF_WIDTH = re.compile("(?<![0-9])[,;:]|[,;:](?![0-9])")


@dataclass(frozen=True)
class Sentences:
    """An article, cut into sentences."""

    reading: Reading

    @cached_property
    def chars(self) -> str:
        """The article's text, each half-width mark read as the full one that it stands for (王一主持,李二出席)."""
        return _HALF_WIDTH.sub(lambda mark: _FULL_WIDTH[mark[0]], self.reading.clipping.text.chars)

    @cached_property
    def mentions(self) -> tuple[Mention, ...]:
        """The mentions in the order of the text."""
        return tuple(sorted(self.reading.mentions, key=lambda mention: (mention.start, mention.end)))

    @cached_property
    def people(self) -> tuple[Mention, ...]:
        """The mentions of persons."""
        return tuple(mention for mention in self.mentions if mention.label == Label.PERSON)

    @cached_property
    def starts(self) -> list[int]:
        return [mention.start for mention in self.mentions]

    @cached_property
    def people_starts(self) -> list[int]:
        return [mention.start for mention in self.people]

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """The blocks of the article."""
        return self.reading.clipping.blocks

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences of every block; a line of a headline is one."""
        return tuple(self._cut())

    def _cut(self) -> Iterator[Sentence]:
        for index, block in enumerate(self.blocks):
            if block.role not in BODY:
                yield Sentence(block.start, block.end, index, block.role, 0)
                continue
            number, position = 0, block.start
            while position < block.end:
                match = _SENTENCE.match(self.chars, position, block.end)
                end = match.end() if match and match.end() > position else position + 1
                yield Sentence(position, end, index, block.role, number)
                number, position = number + 1, end

    @cached_property
    def headlines(self) -> tuple[Sentence, ...]:
        """The lines of the headline."""
        return tuple(sentence for sentence in self.sentences if sentence.role in HEADLINE)

    def in_headline(self, place: int) -> bool:
        """Whether a place is in the headline."""
        return any(line.start <= place < line.end for line in self.headlines)

    @cached_property
    def body(self) -> tuple[Sentence, ...]:
        """The sentences of the paragraphs and captions."""
        return tuple(sentence for sentence in self.sentences if sentence.role in BODY)

    @cached_property
    def quotations(self) -> tuple[tuple[int, int], ...]:
        """The passages in quotation marks or title marks, the outermost ones, marks included; none crosses a line."""
        spans: list[tuple[int, int]] = []
        opened, closing = -1, ""
        for match in _QUOTE_MARK.finditer(self.chars):
            mark = match[0]
            if mark == "\n":
                opened = -1
            elif opened < 0 and mark in PAIRS:
                opened, closing = match.start(), PAIRS[mark]
            elif opened >= 0 and mark == closing:
                spans.append((opened, match.end()))
                opened = -1
        return tuple(spans)

    def quotation(self, place: int) -> tuple[int, int] | None:
        """The quotation that a place is inside of."""
        return around(self.quotations, place)

    def quotations_in(self, start: int, end: int) -> tuple[tuple[int, int], ...]:
        """The quotations that open inside `[start, end)`."""
        return self.quotations[bisect_left(self.quotations, (start, 0)) : bisect_left(self.quotations, (end, 0))]

    def mentions_in(self, start: int, end: int) -> tuple[Mention, ...]:
        """The mentions that lie inside `[start, end)`."""
        found = self.mentions[bisect_left(self.starts, start) : bisect_left(self.starts, end)]
        return tuple(mention for mention in found if mention.end <= end)

    def people_in(self, start: int, end: int) -> tuple[Mention, ...]:
        """The persons whose names lie inside `[start, end)`."""
        return tuple(mention for mention in self.mentions_in(start, end) if mention.label == Label.PERSON)

    def inside_mention(self, place: int) -> bool:
        """Whether a character belongs to a name: the 于 of 于海平 is no preposition."""
        index = bisect_right(self.starts, place) - 1
        return index >= 0 and place < self.mentions[index].end

    def mention_at(self, start: int) -> Mention | None:
        """The mention that starts at a place."""
        index = bisect_left(self.starts, start)
        return self.mentions[index] if index < len(self.mentions) and self.starts[index] == start else None

    def clause(self, place: int, sentence: Sentence, reach: int = 120) -> tuple[int, int]:
        """The clause around a place, between marks that no quotation or bracket holds; no more than `reach` to each side."""
        start, end = self._clauses.around(place)
        return max(start, sentence.start, place - reach), min(end, sentence.end, place + reach)

    @cached_property
    def _clauses(self) -> Clauses:
        return Clauses(self.chars, lambda place: self.quotation(place) or self.bracket(place))

    @cached_property
    def _brackets(self) -> tuple[tuple[int, int], ...]:
        return tuple(match.span() for match in _BRACKET.finditer(self.chars))

    def bracket(self, place: int) -> tuple[int, int] | None:
        """The brackets that a place is inside of."""
        return around(self._brackets, place)


def around(spans: tuple[tuple[int, int], ...], place: int) -> tuple[int, int] | None:
    """The one of some spans, none within another, that a place is inside of."""
    index = bisect_left(spans, (place, 0)) - 1
    return spans[index] if index >= 0 and place < spans[index][1] else None
