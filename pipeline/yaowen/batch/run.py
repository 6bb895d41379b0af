"""A batch run: every input of a config is read once, and the sinks are written when all are accounted for."""

from __future__ import annotations

import hashlib
import json
import os
import platform
import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field, replace
from functools import partial
from importlib.metadata import PackageNotFoundError, version
from itertools import chain, islice
from pathlib import Path
from typing import Any

from yaowen.batch.ledger import Known, Ledger, Outcome
from yaowen.batch.links import linked
from yaowen.batch.progress import count_inputs
from yaowen.batch.ray import RayTeam
from yaowen.batch.reader import Task
from yaowen.batch.results import Results
from yaowen.batch.settings import Run
from yaowen.batch.workers import Team
from yaowen.config import make_pipeline
from yaowen.errors import InputError, OutputError, YaowenError
from yaowen.files import as_utf8, writing
from yaowen.page import Page
from yaowen.pipeline import Pipeline
from yaowen.record import hash_text
from yaowen.version import __version__

COMMIT_EVERY = 2.0
"""Seconds between the moments when what was read becomes safe on disk: what a kill can cost."""

QUARANTINE = "quarantine.jsonl"
"""The file of an output folder that names what was given up."""

LIBRARIES = ("duckdb", "lxml", "numpy", "onnxruntime", "pypdfium2", "spacy", "hanlp", "torch", "ray")
"""Whose versions a manifest names, where they are installed."""

OnOutcome = Callable[[Outcome | None, int | None], None]


@dataclass(frozen=True)
class Summary:
    """What a run came to. `documents` + `quarantined` = inputs; `skipped` of them had been read or given up before.

    `characters` are those read in this run, `seconds` its length. An input named twice counts once, and once in `repeated`.
    `unread` counts the files by suffix that are no inputs, since their names do not end like those of pages.
    """

    documents: int
    quarantined: int
    skipped: int
    repeated: int
    warnings: int
    characters: int
    seconds: float
    outputs: tuple[Path | str, ...]
    unread: Mapping[str, int]
    quarantine: Path


def run_batch(
    run: Run,
    config: dict[str, Any],
    *,
    limit: int | None = None,
    fresh: bool = False,
    retry: bool = False,
    on_outcome: OnOutcome = lambda outcome, total: None,
) -> Summary:
    """Reads all inputs of a run that its ledger does not know yet, then writes every sink.

    `retry` reads those again that were given up. `on_outcome` is called with each outcome as it comes (None for an input that
    is known from before) and the number of all inputs, where that can be told beforehand.
    Raises `ConfigError` and `ModelError` for what no page can be read with, `InputError` where there is nothing to read, and
    `OutputError` where the output cannot be written; what has been read until then is kept.
    """
    started = time.monotonic()
    pipeline = make_pipeline(config, place=run.place)
    limits = f"{run.page_seconds:g} s, {run.memory_mb} MB"
    for sink in run.sinks:
        getattr(sink, "check", lambda: None)()
    with _said_where(run.output):
        folder = run.output / "ledger"
        folder.mkdir(parents=True, exist_ok=True)
        with Ledger(folder / "ledger.sqlite", pipeline.fingerprint, limits, fresh=fresh) as ledger:
            # It stands there only when all that it speaks of is written.
            (run.output / "manifest.json").unlink(missing_ok=True)
            inputs = _Inputs(run, pipeline, ledger, limit, retry, on_outcome)
            characters = _read_all(run, config, inputs)
            outputs = _write_all(run, ledger)
            counts = ledger.counts()
            summary = Summary(
                documents=counts.documents,
                quarantined=counts.quarantined,
                skipped=inputs.skipped,
                repeated=inputs.repeated,
                warnings=counts.warnings,
                characters=characters,
                seconds=time.monotonic() - started,
                outputs=outputs,
                unread=pipeline.load.count_unread(map(run.path, run.inputs)),
                quarantine=run.output / QUARANTINE,
            )
            with writing(run.output / "manifest.json") as file:
                json.dump(_manifest(summary, ledger, run, config, inputs.hash), file, ensure_ascii=False, indent=2)
    return summary


@dataclass
class _Inputs:
    """The inputs of a run: those that must be read come out as tasks, the others are accounted for on the way."""

    run: Run
    pipeline: Pipeline
    ledger: Ledger
    limit: int | None
    retry: bool
    on_outcome: OnOutcome
    skipped: int = 0
    repeated: int = 0
    total: int | None = None
    digest: Any = field(default_factory=hashlib.sha256)

    @property
    def hash(self) -> str:
        """A SHA-256 over the names and contents of all inputs, in order."""
        return str(self.digest.hexdigest())

    def __iter__(self) -> Iterator[Task]:
        paths = [self.run.path(given) for given in self.run.inputs]
        total = count_inputs(self.pipeline.load, paths)
        self.total = total if total is None or self.limit is None else min(total, self.limit)
        loaded = chain.from_iterable(
            ((given, page) for page in self.pipeline.load([path])) for given, path in zip(self.run.inputs, paths, strict=True)
        )
        absent: list[tuple[InputError, Outcome]] = []  # told in one line each, be it in the error that ends the run
        found = False
        for position, (given, page) in enumerate(islice(loaded, self.limit)):
            place = (page.uri or page.name) if isinstance(page, Page) else page.place
            whole = isinstance(page, InputError) and place == self.run.path(given)
            if not (found or whole):
                found = True
                self._tell(absent)
            # Named from the folder of the config, a page is the same wherever the run is started from.
            uri = as_utf8(place if Path(given).is_absolute() or place == "-" else os.path.relpath(place, self.run.folder))
            if not self.ledger.meet(os.path.normpath(uri)):
                self.repeated += 1
            elif isinstance(page, InputError):
                outcome = Outcome(position, uri, uri, "", stage="load", error=str(page).replace(place, uri, 1))
                self.ledger.note(outcome)
                self.digest.update(f"{uri}\n".encode())
                if found:
                    self.on_outcome(outcome, self.total)
                else:
                    absent.append((page, outcome))
            else:
                yield from self._unread(position, page, uri)
        if absent and not found:
            self._tell(absent[:-1])
            raise absent[-1][0]

    def _tell(self, absent: Iterable[tuple[InputError, Outcome]]) -> None:
        for _, outcome in absent:
            self.on_outcome(outcome, self.total)

    def _unread(self, position: int, page: Page, uri: str) -> Iterator[Task]:
        name = self.ledger.make_unique(page.name)
        page = replace(page, uri=uri)
        about = (name, page.name, page.kind, page.publication, page.home, hash_text(page.raw), *filter(None, [page.printed]))
        content = hash_text(repr(about))
        self.digest.update(f"{uri} {content}\n".encode())
        if self.ledger.knows(uri, content, position, retry=self.retry) is Known.NOT:
            yield Task(position, page, uri, name, content)
        else:
            self.skipped += 1
            self.on_outcome(None, self.total)


def _read_all(run: Run, config: dict[str, Any], inputs: _Inputs) -> int:
    characters, committed = 0, time.monotonic()
    team: Team | RayTeam = Team(partial(make_pipeline, config, place=run.place), run.workers, run.page_seconds, run.memory_mb)
    if run.engine == "ray":
        team = RayTeam(team.make_pipeline, run.workers, run.page_seconds, run.memory_mb, run.output)
    with team:
        for outcome in team.read(inputs):
            inputs.ledger.note(outcome)
            characters += outcome.characters
            inputs.on_outcome(outcome, inputs.total)
            if time.monotonic() - committed > COMMIT_EVERY:
                inputs.ledger.commit()
                committed = time.monotonic()
    inputs.ledger.commit()
    return characters


def _write_all(run: Run, ledger: Ledger) -> tuple[Path | str, ...]:
    with writing(run.output / QUARANTINE) as file:
        for record in ledger.quarantined():
            file.write(json.dumps(asdict(record), ensure_ascii=False) + "\n")
    with linked(ledger.documents, run.output) as read, Results(read, run.output) as results:
        return tuple(sink(run.output, results) for sink in run.sinks)


@contextmanager
def _said_where(output: Path) -> Iterator[None]:
    """What the disk or the database refuses, as an `OutputError` that names the folder."""
    try:
        yield
    except YaowenError:
        raise
    except (OSError, sqlite3.Error) as error:
        why = (error.strerror if isinstance(error, OSError) else None) or str(error).splitlines()[0]
        raise OutputError(
            f"{output}: cannot be written ({why}); what was read so far is kept, so mend it and run again"
        ) from error


def _manifest(summary: Summary, ledger: Ledger, run: Run, config: dict[str, Any], inputs_hash: str) -> dict[str, Any]:
    return {
        "yaowen": __version__,
        "python": platform.python_version(),
        "platform": platform.platform(),
        "libraries": dict(_versions()),
        "config_sha256": hash_text(json.dumps(config, sort_keys=True, ensure_ascii=False, default=str)),
        "settings_sha256": ledger.settings,
        "inputs_sha256": inputs_hash,
        "inputs": list(run.inputs),
        "workers": run.workers,
        "limits": ledger.limits,
        "documents": summary.documents,
        "quarantined": summary.quarantined,
        "skipped": summary.skipped,
        "repeated": summary.repeated,
        "unread": summary.unread,
        "warnings": summary.warnings,
        "characters": ledger.counts().characters,
        "stage_seconds": ledger.timings(),
        "this_run": {"characters": summary.characters, "seconds": round(summary.seconds, 3)},
        "outputs": [_describe(output) for output in summary.outputs],
    }


def _versions() -> Iterator[tuple[str, str]]:
    for library in LIBRARIES:
        try:
            yield library, version(library)
        except PackageNotFoundError:
            continue


def _describe(output: Path | str) -> dict[str, Any]:
    if isinstance(output, str) or not output.is_file():
        return {"name": output if isinstance(output, str) else output.name}
    with output.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    return {"name": output.name, "bytes": output.stat().st_size, "sha256": digest}
