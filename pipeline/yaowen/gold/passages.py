"""Finds what a fact quotes in the text of its article."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from yaowen.schema import Label, Mention, Post
from yaowen.text import Source, Text

FAR = 40
"""How many characters at most stand between an organisation and the second post in it (市卫健委党组书记、主任)."""

_BETWEEN_NAMES = re.compile(r"[\s、，,和及与]*")


def find_all(quote: str, text: str) -> list[int]:
    """Where a string starts, every time, overlaps included; its spaces may part clauses of a headline, each on a row."""
    pattern = re.escape(quote).replace(r"\ ", r"[ \n]")
    return [match.start() for match in re.finditer(f"(?={pattern})", text)] if quote else []


@dataclass(frozen=True)
class Passage:
    """`[start, end)` of an article's text, and where that stands on the page."""

    start: int
    end: int
    quote: str
    source: Source


@dataclass(frozen=True)
class Passages:
    """The text of an article, asked for the places of quotes. Every question raises `ValueError` where it has no answer."""

    text: Text
    mentions: tuple[Mention, ...]

    def at(self, start: int, end: int) -> Passage:
        """The passage between two places."""
        return Passage(start, end, self.text.chars[start:end], self.text.source(start, end))

    def check(self, *words: str) -> None:
        """Whether the article has all of these words, wherever they stand."""
        for word in words:
            if word not in self.text.chars:
                raise ValueError(f"the article has no {word!r}")

    def find(self, quote: str, nth: int | None = None, inside: Passage | None = None) -> Passage:
        """The one place of a quote; which one, counted from 1, where there are several."""
        starts = find_all(quote, self.text.chars)
        if not starts:
            raise ValueError(f"the article has no {quote!r}")
        if nth is not None:
            if not 1 <= nth <= len(starts):
                raise ValueError(f"the article has {quote!r} {len(starts)} times, not {nth}")
            return self.at(starts[nth - 1], starts[nth - 1] + len(quote))
        if inside is not None:
            starts = [start for start in starts if inside.start <= start and start + len(quote) <= inside.end]
        if len(starts) != 1:
            where = f"the passage {inside.quote!r}" if inside else "the article"
            raise ValueError(f"{where} has {quote!r} {len(starts)} times; say which with nth = 1, 2 …, counted in the article")
        return self.at(starts[0], starts[0] + len(quote))

    def quoted(self, table: Mapping[str, Any]) -> Passage:
        """The passage of a table's `quote`, or that between the first words `from` and the last words `to`."""
        if "quote" in table:
            return self.find(table["quote"], table.get("nth"))
        first = self.find(table["from"], table.get("nth"))
        end = next((end for end in find_all(table["to"], self.text.chars) if end >= first.start), None)
        if end is None:
            raise ValueError(f"the article has no {table['to']!r} after {table['from']!r}")
        return self.at(first.start, end + len(table["to"]))

    def around(self, evidence: str, nth: int | None, quote: str, quote_nth: int | None) -> tuple[Passage, Passage]:
        """The place of a clause and of a number in it."""
        if nth is None and quote_nth is not None:
            number = self.find(quote, quote_nth)
            starts = [s for s in find_all(evidence, self.text.chars) if s <= number.start and number.end <= s + len(evidence)]
            if not starts:
                raise ValueError(f"{quote!r}, number {quote_nth} of the article, is not in {evidence!r}")
            return self.at(starts[0], starts[0] + len(evidence)), number
        clause = self.find(evidence, nth)
        return clause, self.find(quote, quote_nth, clause)

    def post(self, name: str, org: str | None, role: str) -> Post:
        """A post and the passage that says so: organisation, role, and the name where it follows at once."""
        # 市卫健委党组书记、主任冯某: the second post has its organisation from the first.
        found = min(self._posts(name, org, role), key=lambda found: found[0], default=None)
        if found is None:
            what = f"{org!r} with {role!r} after it" if org else f"{role!r}"
            raise ValueError(
                f"the article marks no {what} near {name!r}; posts are written 'organisation|role' as they are marked"
            )
        _, passage = found
        return Post(role, org, passage.quote, passage.source)

    def _posts(self, name: str, org: str | None, role: str) -> Iterator[tuple[tuple[int, int, int], Passage]]:
        names = [m for m in self.mentions if m.label == Label.PERSON and name in (m.canonical, m.text)]
        for mention in self.mentions:
            if mention.label != Label.ROLE or mention.text != role:
                continue
            start = mention.start
            if org is not None:
                start = self.text.chars.rfind(org, 0, mention.start)
                if start < 0 or mention.start - start - len(org) > FAR or "\n" in self.text.chars[start : mention.start]:
                    continue
            for person in names:
                after = mention.end <= person.start
                gap = person.start - mention.end if after else mention.start - person.end
                if gap == 0 and not after and start == mention.start:  # 习近平总书记
                    yield (0, 0, 0), self.at(person.start, mention.end)
                elif after and self._belongs(mention.end, person.start):
                    yield (0, mention.start - start, gap), self.at(start, person.end)
                else:
                    yield (1, abs(gap), mention.start - start), self.at(start, mention.end)

    def _belongs(self, start: int, end: int) -> bool:
        """Whether only other names stand between a role and a name (市领导刘某、李某)."""
        for mention in self.mentions:
            if start <= mention.start and mention.end <= end:
                if mention.label != Label.PERSON or not _BETWEEN_NAMES.fullmatch(self.text.chars[start : mention.start]):
                    return False
                start = mention.end
        return _BETWEEN_NAMES.fullmatch(self.text.chars[start:end]) is not None
