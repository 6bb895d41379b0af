"""Worker processes that read pages, each with a pipeline of its own, and can be stopped while they do."""

from __future__ import annotations

import multiprocessing
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait

from yaowen.batch.ledger import Outcome
from yaowen.errors import ConfigError, ModelError, YaowenError
from yaowen.page import Page
from yaowen.pipeline import Pipeline
from yaowen.record import hash_text

MakePipeline = Callable[[], Pipeline]


@dataclass
class _Worker:
    """A process, our end of its pipe, and the page it is at."""

    make_pipeline: MakePipeline
    memory_mb: int
    at: tuple[int, Page] | None = None
    since: float = 0.0
    connection: Connection = field(init=False)

    def __post_init__(self) -> None:
        # A forked child would share locks with the threads of our parent; a spawned one starts clean.
        context = multiprocessing.get_context("spawn")
        self.connection, theirs = context.Pipe()
        self.process = context.Process(target=_work, args=(theirs, self.make_pipeline, self.memory_mb), daemon=True)
        self.process.start()
        theirs.close()

    def give(self, position: int, page: Page) -> None:
        self.at, self.since = (position, page), time.monotonic()
        self.connection.send(page)

    def stop(self) -> None:
        self.process.kill()
        self.process.join()
        self.connection.close()


def _work(connection: Connection, make_pipeline: MakePipeline, memory_mb: int) -> None:
    pipeline = make_pipeline()
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_DATA, (memory_mb << 20, memory_mb << 20))
    connection.send("ready")
    while True:
        try:
            page = connection.recv()
        except EOFError:
            return
        try:
            connection.send(read_page(pipeline, page))
        except YaowenError as error:
            connection.send(error)
            return


def read_page(pipeline: Pipeline, page: Page) -> Outcome:
    """What comes of one page; whatever goes wrong with it is written down, so that the run goes on.

    Raises `ModelError` and `ConfigError`, since no other page would fare better.
    """
    started = time.perf_counter()
    uri, sha256 = page.uri or page.name, hash_text(page.raw)
    try:
        document = pipeline(page).to_json(ensure_ascii=False)
    except MemoryError:
        return Outcome(uri, page.name, sha256, stage="memory", error="needed more memory than memory_mb in [run] allows")
    except (ModelError, ConfigError):
        raise
    except Exception as error:  # one bad page never stops a run
        return Outcome(uri, page.name, sha256, stage="read", error=f"{type(error).__name__}: {error}")
    return Outcome(uri, page.name, sha256, document, seconds=time.perf_counter() - started, characters=len(page.raw))


def read_pages(
    pages: Iterable[tuple[int, Page]], make_pipeline: MakePipeline, *, workers: int, page_seconds: float, memory_mb: int
) -> Iterator[tuple[int, Outcome]]:
    """What comes of each numbered page, in no particular order. At most one page a worker is held at a time.

    A page that takes longer than `page_seconds` or whose process dies is given up, and a new worker takes the place.
    """
    waiting = iter(pages)
    team = [_Worker(make_pipeline, memory_mb) for _ in range(workers)]
    starting = set(range(workers))
    try:
        while True:
            for number, worker in enumerate(team):
                if worker.at is None and number not in starting and (task := next(waiting, None)) is not None:
                    worker.give(*task)
            busy = [number for number, worker in enumerate(team) if worker.at is not None or number in starting]
            if not any(team[number].at for number in busy) and not starting:
                return
            ready = wait([team[number].connection for number in busy], timeout=0.5)
            for number in busy:
                worker = team[number]
                late = worker.at is not None and time.monotonic() - worker.since > page_seconds
                if worker.connection not in ready and not late:
                    continue
                try:
                    said = worker.connection.recv() if worker.connection in ready else None
                except (EOFError, OSError):
                    said = None
                if isinstance(said, YaowenError):
                    raise said
                if number in starting and said is None:
                    raise RuntimeError("a worker process ended before it was ready")
                if number in starting:
                    starting.discard(number)
                    continue
                position, page = worker.at or (0, Page("", ""))
                if isinstance(said, Outcome):
                    worker.at = None
                    yield position, said
                    continue
                stage, error = (
                    ("time", f"took more than {page_seconds:g} s") if late else ("crash", "the process that read it died")
                )
                worker.stop()
                team[number] = _Worker(make_pipeline, memory_mb)
                starting.add(number)
                yield position, Outcome(page.uri or page.name, page.name, hash_text(page.raw), stage=stage, error=error)
    finally:
        for worker in team:
            worker.stop()
