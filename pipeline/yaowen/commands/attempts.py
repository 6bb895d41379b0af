"""What several commands do with inputs: one that cannot be used is said in a line and does not stop the others."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, TypeAlias, TypeVar

from yaowen.errors import InputError, several

if TYPE_CHECKING:
    import argparse

    from yaowen.load.files import LoadFiles
    from yaowen.page import Page

Given = TypeVar("Given")
Made = TypeVar("Made")
Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"
"""Where a command adds its parser."""

INPUT = "a text, Markdown, PDF, HTML or JSON lines file, a folder, a glob, or -"


class Attempts:
    """Does the same with each input, tells on standard error which of them failed, and counts those."""

    def __init__(self) -> None:
        self.failed = 0

    @property
    def exit_code(self) -> int:
        return 2 if self.failed else 0

    def each(self, inputs: Iterable[Given | InputError], work: Callable[[Given], Made]) -> Iterator[Made]:
        """What `work` makes of each input, without those that are an `InputError` or raise one."""
        for given in inputs:
            try:
                if isinstance(given, InputError):
                    raise given
                made = work(given)
            except InputError as error:
                print(f"yaowen: {error}", file=sys.stderr)
                self.failed += 1
            else:
                yield made

    def each_page(self, load: LoadFiles, inputs: Iterable[str], work: Callable[[Page], Made]) -> Iterator[Made]:
        """What `work` makes of each page; at the end it is told which files were passed over."""
        yield from self.each(load(inputs), work)
        tell_unread(load.count_unread(inputs))


def tell_unread(counts: Mapping[str, int]) -> None:
    """Tells on standard error how many files of which suffix were passed over: 3 .docx, 1 .rtf."""
    if counts:
        kinds = ", ".join(f"{count:,} {suffix or 'without a suffix'}" for suffix, count in counts.items())
        total = several(sum(counts.values()), "file")
        print(f"yaowen: {total} not read: {kinds}; save pages as text or PDF", file=sys.stderr)
