"""A batch run: every input of a config is read once, and the sinks are written when all are accounted for."""

from __future__ import annotations

import json
import platform
import shutil
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any

from yaowen.batch.ledger import Ledger, Outcome
from yaowen.batch.settings import Run
from yaowen.batch.workers import read_pages
from yaowen.config import make_pipeline
from yaowen.errors import InputError
from yaowen.files import writing
from yaowen.page import Page
from yaowen.record import hash_text
from yaowen.version import __version__

COMMIT_EVERY = 2.0
"""Seconds between the moments when what was read becomes safe on disk: what a kill can cost."""


@dataclass(frozen=True)
class Summary:
    """What a run came to. `documents` + `quarantined` = inputs; `skipped` of them had been read before."""

    documents: int
    quarantined: int
    skipped: int
    characters: int
    seconds: float
    outputs: tuple[Path, ...]


def run_batch(
    run: Run,
    config: dict[str, Any],
    *,
    limit: int | None = None,
    fresh: bool = False,
    on_outcome: Callable[[Outcome | None], None] = lambda _: None,
) -> Summary:
    """Reads all inputs of a run that its ledger does not know yet, then writes every sink.

    `on_outcome` is called with each outcome as it comes, and with None for an input that was read before.
    Raises `ConfigError` for what is wrong with the config and `InputError` where no input exists at all.
    """
    started = time.monotonic()
    pipeline = make_pipeline(config)
    if fresh and run.output.exists():
        shutil.rmtree(run.output / "ledger", ignore_errors=True)
    (run.output / "ledger").mkdir(parents=True, exist_ok=True)
    skipped = characters = 0
    with Ledger(run.output / "ledger" / "ledger.sqlite", pipeline.fingerprint) as ledger:

        def unread() -> Iterator[tuple[int, Page]]:
            nonlocal skipped
            seen: set[int] = set()
            for position, page in enumerate(islice(pipeline.load(run.inputs), limit)):
                if isinstance(page, InputError):
                    outcome = Outcome(page.place, page.place, "", stage="load", error=str(page))
                    ledger.note(outcome, position)
                    on_outcome(outcome)
                elif hash(page.uri) in seen:
                    continue  # the same file named by two inputs
                elif ledger.knows(page.uri or page.name, hash_text(page.raw), position):
                    skipped += 1
                    on_outcome(None)
                else:
                    yield position, page
                if isinstance(page, Page):
                    seen.add(hash(page.uri))

        committed = time.monotonic()
        for position, outcome in read_pages(
            unread(),
            partial(make_pipeline, config),
            workers=run.workers,
            page_seconds=run.page_seconds,
            memory_mb=run.memory_mb,
        ):
            ledger.note(outcome, position)
            characters += outcome.characters
            on_outcome(outcome)
            if time.monotonic() - committed > COMMIT_EVERY:
                ledger.commit()
                committed = time.monotonic()
        ledger.commit()
        outputs = [sink(run.output, ledger.documents()) for sink in run.sinks]
        with writing(run.output / "quarantine.jsonl") as file:
            for record in ledger.quarantined():
                file.write(json.dumps(record.__dict__, ensure_ascii=False) + "\n")
        documents, quarantined = ledger.counts()
        summary = Summary(documents, quarantined, skipped, characters, time.monotonic() - started, tuple(outputs))
        with writing(run.output / "manifest.json") as file:
            json.dump(_manifest(summary, pipeline.fingerprint, run), file, ensure_ascii=False, indent=2)
    return summary


def _manifest(summary: Summary, settings: str, run: Run) -> dict[str, Any]:
    return {
        "yaowen": __version__,
        "python": platform.python_version(),
        "settings_sha256": settings,
        "inputs": list(run.inputs),
        "workers": run.workers,
        "documents": summary.documents,
        "quarantined": summary.quarantined,
        "skipped": summary.skipped,
        "characters_read": summary.characters,
        "seconds": round(summary.seconds, 3),
        "outputs": [path.name for path in summary.outputs],
    }
