"""Worker processes that read pages, each with a pipeline of its own, and can be stopped while they do."""

from __future__ import annotations

import ctypes
import multiprocessing
import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from multiprocessing import resource_tracker
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Self

from yaowen.batch.ledger import Outcome
from yaowen.batch.reader import TOO_LITTLE, Reader, Task
from yaowen.errors import ConfigError, YaowenError
from yaowen.pipeline import Pipeline
from yaowen.threads import keep_to_one_thread

MakePipeline = Callable[[], Pipeline]
READY = "ready"
PR_SET_PDEATHSIG = 1
ROOM = 32 << 20
"""Bytes that a page may well take."""


@dataclass
class Team:
    """Workers that read. Use it in a `with` statement; they are stopped at its end.

    A page that takes longer than `page_seconds`, that needs more than `memory_mb` for its worker, or whose worker dies is given
    up, and a new worker takes the place. The limits hold whatever the page does, since they act from outside the process.
    """

    make_pipeline: MakePipeline
    size: int = 1
    page_seconds: float = 60.0
    memory_mb: int = 4096
    members: list[_Worker] = field(default_factory=list)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for worker in self.members:
            worker.stop()
        self.members.clear()

    def read(self, tasks: Iterable[Task]) -> Iterator[Outcome]:
        """What comes of each page, in no particular order. A page a worker and one more are held at a time.

        Raises `ModelError` and `ConfigError` where no page can be read.
        """
        waiting = iter(tasks)
        upcoming = next(waiting, None)
        heard: list[Outcome] = []
        while upcoming is not None and len(self.members) < self.size:
            self.members.append(_Worker(self.make_pipeline, self.memory_mb))
        while upcoming is not None or any(worker.task for worker in self.members):
            for worker in self.members:
                if upcoming is not None and worker.ready and worker.task is None:
                    worker.give(upcoming)
                    upcoming = next(waiting, None)
            yield from heard  # only now, so that no worker waits while an outcome is noted
            heard = list(self._hear())
        yield from heard

    def _hear(self) -> Iterator[Outcome]:
        busy = [worker for worker in self.members if worker.task or not worker.ready]
        spoke = wait([worker.connection for worker in busy], timeout=0.5)
        for worker in busy:
            task = worker.task
            if worker.connection in spoke:
                said = worker.hear()
                if isinstance(said, YaowenError):
                    raise said
                if said == READY:
                    worker.ready = True
                elif task is None:
                    raise ConfigError(
                        f"a worker ended before it was ready; is memory_mb = {self.memory_mb} in [run] too little?"
                    )
                elif isinstance(said, Outcome):
                    worker.task = None
                    yield said
                else:
                    self._replace(worker)
                    yield task.failed("crash", "the process that read it died")
            elif task is not None and time.monotonic() - worker.since > self.page_seconds:
                self._replace(worker)
                yield task.failed("time", f"took more than {self.page_seconds:g} s; raise page_seconds in [run]")

    def _replace(self, worker: _Worker) -> None:
        worker.stop()
        self.members[self.members.index(worker)] = _Worker(self.make_pipeline, self.memory_mb)


class _Worker:
    """A process, our end of its pipe, and the page it is at."""

    def __init__(self, make_pipeline: MakePipeline, memory_mb: int) -> None:
        # A forked child would share locks with the threads of our parent; a spawned one starts clean.
        context = multiprocessing.get_context("spawn")
        self.connection, theirs = context.Pipe()
        self.process: BaseProcess = context.Process(
            target=_work, args=(theirs, make_pipeline, memory_mb, os.getpid()), daemon=True
        )
        with _interrupts_held():
            keep_to_one_thread()
            self.process.start()
        theirs.close()
        self.ready = False
        self.task: Task | None = None
        self.since = time.monotonic()

    def give(self, task: Task) -> None:
        self.task, self.since = task, time.monotonic()
        with suppress(OSError):  # it has died; we hear of that next
            self.connection.send(task)

    def hear(self) -> object:
        """What it said: that it is ready, an outcome, an error that stops the run, or None where it has died."""
        try:
            return self.connection.recv()
        except (EOFError, OSError):
            return None

    def stop(self) -> None:
        self.process.kill()
        self.process.join()
        self.connection.close()


def _work(connection: Connection, make_pipeline: MakePipeline, memory_mb: int, parent: int) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _end_with(parent)
    with suppress(EOFError, BrokenPipeError, ConnectionResetError):  # the run has ended
        try:
            reader = Reader(make_pipeline())
            reader.warm_up()
            _limit_memory(memory_mb)
        except YaowenError as error:
            connection.send(error)
            return
        connection.send(READY)
        while True:
            _answer(connection, reader)


def _answer(connection: Connection, reader: Reader) -> None:
    task = connection.recv()
    try:
        connection.send(reader(task))
    except YaowenError as error:
        connection.send(error)
    except MemoryError:  # the outcome itself was too large to send
        connection.send(task.failed("memory", TOO_LITTLE))


def _limit_memory(memory_mb: int) -> None:
    """Raises `ConfigError` where what has been loaded leaves no room for a page."""
    if sys.platform != "win32":
        import resource

        free = resource.getrlimit(resource.RLIMIT_DATA)
        resource.setrlimit(resource.RLIMIT_DATA, (memory_mb << 20, free[1]))
        try:
            bytearray(ROOM)
        except MemoryError:
            resource.setrlimit(resource.RLIMIT_DATA, free)  # an error must have room, too
            raise ConfigError(f"memory_mb = {memory_mb} in [run] leaves no room for a page beside the models") from None


def _end_with(parent: int) -> None:
    """Ends this process when its parent ends, in whatever it is: a killed run leaves no page behind that hangs."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
        if os.getppid() != parent:  # it ended before that
            os._exit(1)
    else:

        def watch() -> None:
            if process := multiprocessing.parent_process():
                process.join()
            os._exit(1)

        threading.Thread(target=watch, daemon=True).start()


@contextmanager
def _interrupts_held() -> Iterator[None]:
    """A child started meanwhile ignores Ctrl-C, which a terminal sends to all: the run itself ends its workers."""
    if sys.platform == "win32":
        yield
        return
    resource_tracker.ensure_running()  # the first child starts it, and with it interrupts again
    held = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, held)
