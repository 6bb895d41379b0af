"""Workers on a Ray cluster: the pages stream through Ray Data, and each actor has a worker process of its own."""

from __future__ import annotations

import pickle
import shutil
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any, Self

from yaowen.batch.ledger import Outcome
from yaowen.batch.reader import Task
from yaowen.batch.workers import MakePipeline, Team
from yaowen.errors import ConfigError, OutputError, YaowenError

IN_A_FILE = 256
"""Pages in one file of those that wait: what one read task brings."""

AT_ONCE = 8
"""Pages that an actor is given at a time. Few, so that the last ones are shared among all."""


@dataclass
class RayTeam:
    """Reads like a `Team` of `size` workers, wherever the cluster has room. Use it in a `with` statement.

    It joins the cluster that `RAY_ADDRESS` names, or starts one on this machine. The pages wait in files in `folder`, which
    every machine of the cluster must see. One core is left to Ray's own tasks: actors on all would wait for pages for ever.
    """

    make_pipeline: MakePipeline
    size: int
    page_seconds: float
    memory_mb: int
    folder: Path

    def __enter__(self) -> Self:
        try:
            import ray
            import ray.data  # it has needs of its own
        except ImportError as error:
            raise ConfigError(f"engine = 'ray': {error.name} is not installed; install yaowen[ray]") from None
        if not ray.is_initialized():
            ray.init(log_to_driver=False, logging_level="error", include_dashboard=False)
        cores = int(ray.cluster_resources().get("CPU", 0))
        if cores < 2:
            raise ConfigError(f"engine = 'ray': the cluster has {cores} core; it needs one for each worker and one for itself")
        self.size = min(self.size, cores - 1)
        self.__exit__()  # a killed run left them
        return self

    def __exit__(self, *_: object) -> None:
        shutil.rmtree(self._waiting, ignore_errors=True)

    @property
    def _waiting(self) -> Path:
        return self.folder.resolve() / ".waiting"

    def read(self, tasks: Iterable[Task]) -> Iterator[Outcome]:
        """What comes of each page, in no particular order. Raises `ModelError` and `ConfigError` where no page can be read."""
        if not self._store(tasks):
            return
        import ray

        context = ray.data.DataContext.get_current()
        context.enable_progress_bars = False
        outcomes = ray.data.read_parquet(str(self._waiting)).map_batches(
            _Actor,
            fn_constructor_args=(self.make_pipeline, self.page_seconds, self.memory_mb),
            batch_size=AT_ONCE,
            compute=ray.data.ActorPoolStrategy(size=self.size),
            num_cpus=1,
        )
        try:
            for row in outcomes.iter_rows():
                said = pickle.loads(row["outcome"])  # noqa: S301 # our own actors wrote it
                if isinstance(said, YaowenError):
                    raise said
                yield said
        except ray.exceptions.RayError as error:
            why = str(error).strip().splitlines()[-1]
            raise OutputError(f"engine = 'ray': the cluster gave up ({why}); what was read is kept, so run again") from error

    def _store(self, tasks: Iterable[Task]) -> int:
        """Writes the pages that must be read, and gives the number of files."""
        import pyarrow
        import pyarrow.parquet

        files, waiting = 0, iter(tasks)
        while some := list(islice(waiting, IN_A_FILE)):
            self._waiting.mkdir(parents=True, exist_ok=True)
            rows = pyarrow.table({"task": pyarrow.array([pickle.dumps(task) for task in some], pyarrow.large_binary())})
            pyarrow.parquet.write_table(rows, self._waiting / f"{files:06}.parquet", compression="zstd")
            files += 1
        return files


class _Actor:
    """Reads some pages at a time with a worker that keeps its pipeline from one batch to the next."""

    def __init__(self, make_pipeline: MakePipeline, page_seconds: float, memory_mb: int) -> None:
        self.team = Team(make_pipeline, 1, page_seconds, memory_mb)

    def __call__(self, batch: dict[str, Any]) -> dict[str, list[bytes]]:
        tasks = [pickle.loads(task) for task in batch["task"]]  # noqa: S301 # the run wrote it
        try:
            return {"outcome": [pickle.dumps(outcome) for outcome in self.team.read(tasks)]}
        except YaowenError as error:
            return {"outcome": [pickle.dumps(error)]}
