"""The flow: a page comes in, its lines are joined, it is cut up, entities and facts are found, a document goes out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import date
from functools import cached_property, reduce
from itertools import starmap
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from yaowen.errors import InputError
from yaowen.load.listing import SUFFIXES
from yaowen.names import Names
from yaowen.page import Clipping, Page, Reading
from yaowen.radicals import read_without_radicals
from yaowen.record import hash_text, make_document
from yaowen.schema import Document, Mention, Publication, SourceKind
from yaowen.version import __version__

if TYPE_CHECKING:
    from yaowen.load.files import LoadFiles
    from yaowen.load.listing import Inputs
    from yaowen.stages import Dehyphenate, FindEntities, FindFacts, Imprint, Segment


@dataclass(frozen=True)
class Pipeline:
    """Reads pages. Call it with a page, or with a text and what is known of it."""

    load: LoadFiles
    imprint: Imprint
    dehyphenate: Dehyphenate
    segment: Segment
    find_entities: FindEntities
    find_facts: tuple[FindFacts, ...] = ()

    @cached_property
    def fingerprint(self) -> str:
        """A SHA-256 of all that decides what is read from a page: the version, every setting, every model."""
        stages = (self.imprint, self.dehyphenate, self.segment, self.find_entities, *self.find_facts)
        return hash_text(repr((__version__, [(_describe(stage), getattr(stage, "fingerprint", None)) for stage in stages])))

    def __call__(
        self,
        page: Page | str,
        *,
        name: str = "text",
        kind: SourceKind | str | None = None,
        publication: str | None = None,
        issue_date: str | date | None = None,
        home: str | None = None,
    ) -> Document:
        """Reads one page. The keywords describe a page given as plain text; `kind` is recognised where it is not given.

        Raises `TypeError` for what is neither, `ValueError` for a `kind` that there is none of, and `InputError` for a text
        that is empty or the name of a file.
        """
        if not isinstance(page, (Page, str)):
            raise TypeError(f"a page is a str or a Page, not {type(page).__name__}; decode bytes, and give files to read()")
        if isinstance(page, str):
            if _names_file(page):
                raise InputError(page, "the name of a file and no text; give it to read()")
            page = self.load.page(name, page, _kind(kind) if kind else None)
            day = issue_date.isoformat()[:10] if isinstance(issue_date, date) else issue_date
            page = replace(page, publication=Publication(name=publication, issue_date=day), home=home)
        return self._read_page(self.imprint(page))

    def read(self, inputs: Inputs) -> Iterator[Document | InputError]:
        """Reads a file, folder or glob, or several: a document for each page in them, an error for what cannot be read.

        A second page of one name is told from the first: its `doc_id` ends in `~2`.
        """
        names = Names()
        for page in self.load(inputs):
            yield page if isinstance(page, InputError) else replace(self(page), doc_id=names.make_unique(page.name))

    def _read_page(self, page: Page) -> Document:
        cuttings = self.segment(page, self.dehyphenate(page))
        mentions = self.find_entities(cuttings.clippings)  # all of a page at once: models like batches
        # A finder that gives too few would lose articles without a word.
        readings = starmap(self.read_clipping, zip(cuttings.clippings, mentions, strict=True))
        return make_document(page, cuttings, readings)

    def read_clipping(self, clipping: Clipping, mentions: tuple[Mention, ...]) -> Reading:
        """Finds the facts of one clipping whose mentions are known."""
        return read_without_radicals(clipping, mentions, self._find_all)

    def _find_all(self, clipping: Clipping, mentions: tuple[Mention, ...]) -> Reading:
        return reduce(lambda reading, find: find(reading), self.find_facts, Reading(clipping, mentions))


def _kind(written: str) -> SourceKind:
    if written not in list(SourceKind):
        raise ValueError(f"kind {written!r} means nothing; choose from {list(map(str, SourceKind))}")
    return SourceKind(written)


def _names_file(text: str) -> bool:
    """Whether a text is but the name of a file, which somebody gave for its content; 详见http://a.cn/b.html is none."""
    return len(text.split()) == 1 and PurePath(text).suffix.lower() in SUFFIXES and "//" not in text and "。" not in text


def _describe(stage: Any) -> Any:
    """A stage by what it is and how it is set, the same in every process: `repr` of a function holds its address."""
    if is_dataclass(stage):
        return type(stage).__qualname__, [(field.name, _describe(getattr(stage, field.name))) for field in fields(stage)]
    if isinstance(stage, (set, frozenset)):
        return sorted(map(repr, stage))
    if isinstance(stage, (tuple, list)):
        return [_describe(each) for each in stage]
    return f"{stage.__module__}.{stage.__qualname__}" if callable(stage) else repr(stage)
