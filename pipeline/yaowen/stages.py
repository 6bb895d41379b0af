"""The signature of each stage."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol, runtime_checkable

from yaowen.page import Clipping, Cuttings, Page, Paragraph, Reading
from yaowen.schema import Mention


class Imprint(Protocol):
    """Fills in what is known of the page's publication, date and home place."""

    def __call__(self, page: Page) -> Page: ...


class Dehyphenate(Protocol):
    """Undoes the lines that the layout broke: every character of the page's text but white space is in one paragraph."""

    def __call__(self, page: Page) -> tuple[Paragraph, ...]: ...


class Segment(Protocol):
    """Cuts a page into articles: every character of the paragraphs is in one part of one clipping, or in furniture."""

    def __call__(self, page: Page, paragraphs: Sequence[Paragraph]) -> Cuttings: ...


class FindEntities(Protocol):
    """Finds the mentions of each clipping: flat, in order, none across a line end."""

    def __call__(self, clippings: Sequence[Clipping]) -> Iterable[tuple[Mention, ...]]: ...


@runtime_checkable
class ReviseEntities(Protocol):
    """Revises what the finders of a page found together."""

    def revise(self, clippings: Sequence[Clipping], found: Sequence[tuple[Mention, ...]]) -> Iterable[tuple[Mention, ...]]: ...


class FindFacts(Protocol):
    """Adds facts of one kind to what has been understood of a clipping."""

    def __call__(self, reading: Reading) -> Reading: ...
