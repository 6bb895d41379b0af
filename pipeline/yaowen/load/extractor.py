"""A process of its own that takes the text out of PDF and HTML files: it may hang or crash on one, and nothing else does."""

from __future__ import annotations

import faulthandler
import json
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import IO, Any, Self, cast

from yaowen.errors import InputError
from yaowen.load.unreadable import UnreadableError
from yaowen.page import Box, Printed, PrintedText

START = "import sys; sys.path[:] = sys.argv[1:]; from yaowen.load.extractor import serve; serve()"
TOO_LONG = 1
"""The exit code of a process that ended itself for taking too long: what `faulthandler` gives it."""

Extracted = Iterator[tuple[int, PrintedText | InputError]]

MEMORY = 2 << 30
"""Bytes of data that it may hold."""


@dataclass
class Extractor:
    """Use it in a `with` statement. The process starts with the first file and goes on with the next.

    A page that takes longer than `seconds`, or that the process dies of, ends its file; a new process takes the next.
    """

    seconds: float
    process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self.process:
            self.process.kill()
            self.process.communicate()
            self.process = None

    def __call__(self, place: str, **request: Any) -> Extracted:
        """Number and text of each page of a file (0 where it has one only), or what is wrong with it."""
        if self.process is None:
            command = [sys.executable, "-c", START, *filter(None, sys.path)]
            pipe = subprocess.PIPE
            self.process = subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL)  # noqa: S603 # our own
        number, done, since = 0, False, time.monotonic()
        try:
            for at, text, printed, problem in _ask(self.process, json.dumps({"seconds": self.seconds} | request)):
                if at is None:
                    done = True
                    break
                number, since = at, time.monotonic()
                yield (
                    number,
                    PrintedText(text, _read_printed(printed))
                    if problem is None
                    else InputError(f"{place}:{number}" if number else place, problem),
                )
            else:
                slow = self.process.wait() == TOO_LONG and time.monotonic() - since >= self.seconds
                problem = (
                    f"took more than {self.seconds:g} s; raise page_seconds in [load]" if slow else "crashed what reads it"
                )
            if problem and number:  # the pages before it were read
                yield number + 1, InputError(f"{place}:{number + 1}", f"{problem}; the rest of the file is left out")
            elif problem:
                yield 0, InputError(place, problem)
        finally:
            if not done:
                self.__exit__()


def _ask(process: subprocess.Popen[bytes], request: str) -> Iterator[Any]:
    questions, answers = cast("IO[bytes]", process.stdin), cast("IO[bytes]", process.stdout)
    with suppress(BrokenPipeError):  # it has died; there will be no answer
        questions.write(request.encode() + b"\n")
        questions.flush()
    yield from map(json.loads, answers)


def _read_printed(rows: Sequence[Any]) -> tuple[Printed, ...]:
    return tuple(Printed(start, end, size, box and Box(*box)) for start, end, size, box in rows)


def serve() -> None:
    """Answers each line of standard input by lines of number, text, how its rows are printed, and problem.

    The line without a number is the last.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # who started us ends us
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, resource.getrlimit(resource.RLIMIT_DATA)[1]))
    for line in sys.stdin:
        request = json.loads(line)
        seconds, replies = request.pop("seconds"), _replies(**request)
        number: int | None = 0
        while number is not None:
            faulthandler.dump_traceback_later(seconds, exit=True)  # whatever it is in, be it native code
            number, sheet, problem = next(replies)
            text, printed = sheet or (None, ())
            answer = json.dumps((number, text, printed, problem))
            faulthandler.cancel_dump_traceback_later()
            sys.stdout.write(answer + "\n")
            sys.stdout.flush()


def _replies(pdf: str = "", html: str = "", **limits: int) -> Iterator[tuple[int | None, PrintedText | None, str | None]]:
    problem = None
    try:
        if pdf:
            from yaowen.load.textlayer import read_pdf

            for number, sheet in read_pdf(pdf, **limits):
                yield (number, sheet, None) if isinstance(sheet, PrintedText) else (number, None, str(sheet))
        else:
            from yaowen.load.html import read_html

            yield 0, read_html(html), None
    except UnreadableError as error:
        problem = str(error)
    except ImportError as error:
        problem = f"reading it needs {error.name}; pip install 'yaowen[{'pdf' if pdf else 'html'}]'"
    except MemoryError:
        problem = f"needs more than {MEMORY >> 30} GiB of memory"
    except OSError as error:
        problem = f"cannot be read ({error.strerror})"
    except Exception as error:  # it must not keep the other files from being read
        problem = f"not read, a defect of ours ({error!r}); please report it"
    yield None, None, problem
