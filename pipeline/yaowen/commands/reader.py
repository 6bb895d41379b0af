"""Pages read one by one, as a person waits for them."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from threading import Timer
from typing import TYPE_CHECKING

from yaowen.errors import InputError, YaowenError
from yaowen.names import Names
from yaowen.schema import Document, Publication

if TYPE_CHECKING:
    from yaowen.page import Page
    from yaowen.pipeline import Pipeline

NOTHING_KNOWN = Publication()
SLOW = 5.0
"""Seconds after which somebody at a terminal is told that a page is still being read."""


@dataclass(frozen=True)
class PageReader:
    """Reads a page with a pipeline and with what is known of every page; no two documents get one `doc_id`."""

    pipeline: Pipeline
    names: Names
    publication: Publication = NOTHING_KNOWN
    home: str | None = None

    def __call__(self, page: Page) -> Document:
        """The document of a page. Raises `InputError` for one that we fail on, so that the others are read all the same."""
        place = page.uri or page.name
        name = self.names.make_unique(page.name)
        try:
            with _telling(f"{place}: {len(page.raw):,} characters, still reading"):
                document = self.pipeline(replace(page, publication=self.publication, home=self.home))
        except YaowenError:
            raise
        except Exception as error:
            raise InputError(place, f"not read, a defect of ours ({error!r}); please report it") from error
        return replace(document, doc_id=name)


@contextmanager
def _telling(what: str) -> Iterator[None]:
    """Says once on a terminal what takes long; a log needs no such line."""
    if not sys.stderr.isatty():
        yield
        return
    timer = Timer(SLOW, print, (f"yaowen: {what} …",), {"file": sys.stderr, "flush": True})
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
