"""One page read, with everything that can go wrong written down, and the seconds of each stage."""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

from yaowen.batch.ledger import Outcome, pack
from yaowen.errors import ConfigError, ModelError
from yaowen.page import Page
from yaowen.pipeline import Pipeline

TRIAL = "全市工作会议召开\n\n本报讯 10月12日，全市工作会议召开。\n"
"""Read once before the first page, so that what stages load when they are first called is loaded by then."""

TOO_LITTLE = "needed more memory than memory_mb in [run] allows; raise it, or split the page"


@dataclass(frozen=True)
class Task:
    """A page to be read, its place among the inputs, and what the ledger calls it."""

    position: int
    page: Page
    uri: str
    name: str
    content: str

    def failed(self, stage: str, error: str) -> Outcome:
        """What is noted when the page is given up; the error names it."""
        return Outcome(self.position, self.uri, self.name, self.content, stage=stage, error=f"{self.uri}: {error}")


@dataclass
class Reader:
    """Reads pages with a pipeline whose stages are timed."""

    pipeline: Pipeline
    timings: defaultdict[str, float] = field(default_factory=lambda: defaultdict(float))

    def __post_init__(self) -> None:
        pipeline, timed = self.pipeline, self._timed
        self.pipeline = replace(
            pipeline,
            imprint=timed("imprint", pipeline.imprint),
            dehyphenate=timed("dehyphenate", pipeline.dehyphenate),
            segment=timed("segment", pipeline.segment),
            # A finder may find as it is asked for the next clipping; it is asked for all here, so that the time is its own.
            find_entities=timed("entities", lambda clippings: tuple(pipeline.find_entities(clippings))),
            find_facts=tuple(timed(_fact_stage(find), find) for find in pipeline.find_facts),
        )

    def _timed(self, stage: str, work: Callable[..., Any]) -> Any:
        def call(*arguments: Any) -> Any:
            started = time.perf_counter()
            try:
                return work(*arguments)
            finally:
                self.timings[stage] += time.perf_counter() - started

        return call

    def warm_up(self) -> None:
        """Reads a short page. Raises `ModelError` and `ConfigError` where no page could be read."""
        try:
            self.pipeline(TRIAL)
        except (MemoryError, ModelError, ConfigError):
            raise
        except Exception:  # noqa: S110 # if it is so with pages too, each will say so
            pass

    def __call__(self, task: Task) -> Outcome:
        """What comes of one page. Raises `ModelError` and `ConfigError`, since no other page would fare better."""
        self.timings.clear()
        started = time.perf_counter()
        try:
            document = replace(self.pipeline(task.page), doc_id=task.name)
            packed = pack(document.to_json(ensure_ascii=False))
        except MemoryError:
            return task.failed("memory", TOO_LITTLE)
        except (ModelError, ConfigError):
            raise
        except Exception as error:  # one bad page never stops a run
            return task.failed("read", f"{type(error).__name__}: {error}")
        self.timings["record"] = time.perf_counter() - started - sum(self.timings.values())
        timings = {stage: round(seconds, 6) for stage, seconds in self.timings.items()}
        characters, warnings = len(task.page.raw), len(document.warnings)
        return Outcome(
            *(task.position, task.uri, task.name, task.content, packed),
            characters=characters,
            warnings=warnings,
            timings=timings,
        )


def _fact_stage(find: Any) -> str:
    return f"facts: {getattr(find, '__name__', type(find).__name__)}"
