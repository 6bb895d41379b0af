"""How a run goes: a bar on a terminal, a line now and then elsewhere."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from yaowen.errors import InputError, several
from yaowen.load.listing import LINES, PDF, STANDARD_INPUT

if TYPE_CHECKING:
    from yaowen.batch.ledger import Outcome
    from yaowen.load.files import LoadFiles

TELL_EVERY = 10.0
CHUNK = 1 << 20


def count_inputs(load: LoadFiles, inputs: Iterable[str]) -> int | None:
    """How many pages the inputs hold: a file each, a line each in files of JSON lines. None where only reading tells."""
    count = 0
    for given in inputs:
        try:
            for _, path in load.find(given):
                suffix = Path(path).suffix.lower()
                if path == STANDARD_INPUT or suffix == PDF:
                    return None
                count += _count_lines(path) if suffix in LINES else 1
        except (InputError, OSError):
            count += 1  # it will be one quarantined input
    return count


def _count_lines(path: str) -> int:
    with Path(path).open("rb") as file:
        return sum(chunk.count(b"\n") for chunk in iter(lambda: file.read(CHUNK), b""))


@dataclass
class Progress:
    """What has come so far, and what it says of the time left: pages known from before took none."""

    started: float = field(default_factory=time.monotonic)
    total: int | None = None
    pages: int = 0
    known: int = 0
    errors: int = 0
    characters: int = 0

    def add(self, outcome: Outcome | None, total: int | None) -> None:
        self.total = total
        self.pages += 1
        if outcome is None:
            self.known += 1
        else:
            self.characters += outcome.characters
            self.errors += outcome.document is None

    @property
    def left(self) -> float | None:
        """Seconds until the last page, at the pace so far."""
        read = self.pages - self.known
        if self.total is None or not read:
            return None
        return max(self.total - self.pages, 0) * (time.monotonic() - self.started) / read

    def __str__(self) -> str:
        seconds = max(time.monotonic() - self.started, 1e-9)
        pages = several(self.pages, "page") if self.total is None else f"{self.pages:,} of {several(self.total, 'page')}"
        left = "" if self.left is None else f", {_clock(self.left)} left"
        return f"{pages}, {self.characters / seconds:,.0f} characters/s, {several(self.errors, 'error')}{left}"


def _clock(seconds: float) -> str:
    minutes, seconds = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{seconds:02}"


@contextmanager
def follow(to: TextIO | None = None) -> Iterator[Progress]:
    """A progress that is shown as it is added to."""
    out = to or sys.stderr
    with _on_terminal(out) if out.isatty() else _in_lines(out) as progress:
        yield progress


@contextmanager
def _on_terminal(out: TextIO) -> Iterator[Progress]:
    from rich.console import Console
    from rich.progress import BarColumn, TextColumn
    from rich.progress import Progress as Bars

    class Shown(Progress):
        def add(self, outcome: Outcome | None, total: int | None) -> None:
            super().add(outcome, total)
            if outcome is not None and outcome.error:
                bars.console.print(outcome.error, markup=False, highlight=False, soft_wrap=True)
            bars.update(bar, total=self.total, completed=self.pages, said=str(self))

    with Bars(TextColumn("{task.fields[said]}"), BarColumn(), console=Console(file=out), transient=True) as bars:
        bar = bars.add_task("reading", total=None, said="starting")
        yield Shown()


@contextmanager
def _in_lines(out: TextIO) -> Iterator[Progress]:
    class Told(Progress):
        told = time.monotonic()

        def add(self, outcome: Outcome | None, total: int | None) -> None:
            super().add(outcome, total)
            if outcome is not None and outcome.error:
                print(f"yaowen: {outcome.error}", file=out)
            if time.monotonic() - self.told > TELL_EVERY:
                print(self, file=out, flush=True)
                self.told = time.monotonic()

    yield Told()
