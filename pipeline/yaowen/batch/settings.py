"""What a config says of a run."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from yaowen.config import choose, with_settings
from yaowen.errors import ConfigError

SINKS: Mapping[str, str] = {
    "jsonl": "yaowen.batch.jsonl:JsonLines",
    "duckdb": "yaowen.batch.duckdb:DuckDB",
    "parquet": "yaowen.batch.duckdb:Parquet",
    "csv": "yaowen.batch.duckdb:Csv",
    "postgres": "yaowen.batch.postgres:Postgres",
}
"""What `use` may say in `[[sinks]]`."""

SETTINGS = ("inputs", "output", "engine", "workers", "page_seconds", "memory_mb")
"""The keys of `[run]`; the other fields of a `Run` come from elsewhere."""

OURS = {"manifest.json", "quarantine.jsonl", "ledger"}
"""What a run writes itself beside the files of its sinks."""


@dataclass(frozen=True)
class Run:
    """`[run]`: which inputs are read, where the ledger and the outputs go, and how much a page may take.

    Relative paths start at `folder`, that of the config file, which errors call `place`. `page_seconds` and `memory_mb` bound
    one page and one worker.
    """

    inputs: tuple[str, ...]
    output: Path
    folder: Path = Path()
    place: str = "config"
    engine: Literal["local", "ray"] = "local"
    workers: int = 1
    page_seconds: float = 60.0
    memory_mb: int = 4096
    sinks: tuple[Any, ...] = field(default_factory=tuple)

    def path(self, given: str) -> str:
        """Where an input is, as seen from the working directory."""
        return given if given == "-" else os.path.normpath(self.folder / given)


def read_run(config: Mapping[str, Any], folder: Path, place: str) -> Run:
    """The run of a config whose file stands in `folder`. Raises `ConfigError` that names the table and the key."""
    table = config.get("run")
    if not isinstance(table, dict):
        raise ConfigError(f'{place}: has no table [run]; write [run] with inputs = [...] and output = "..."')
    table = dict(table)
    if "sinks" in table:
        raise ConfigError(f"{place}: [run] has 'sinks', which are tables of their own; write [[sinks]]")
    if unknown := sorted(set(table) - set(SETTINGS)):
        raise ConfigError(f"{place}: [run] has no setting {unknown[0]!r}; choose from {list(SETTINGS)}")
    if isinstance(table.get("inputs"), str):
        table["inputs"] = [table["inputs"]]
    for key, example in (("inputs", '["pages"]'), ("output", '"out"')):
        if not table.get(key):
            raise ConfigError(f"{place}: [run] has no {key!r}; write {key} = {example}")
    if isinstance(table["inputs"], list) and "" in table["inputs"]:
        raise ConfigError(f"{place}: [run] inputs has one that names no file or folder; write . for the folder of the config")
    sinks = config.get("sinks", [{"use": "jsonl"}])
    if not isinstance(sinks, list) or not all(isinstance(sink, dict) for sink in sinks):
        raise ConfigError(f"{place}: sinks must be a list of tables; write [[sinks]]")
    made = tuple(choose(f"{place}: [[sinks]]", SINKS, sink) for sink in sinks)
    for sink in made:
        _check_name(place, getattr(sink, "name", "any"))
    run: Run = with_settings(
        f"{place}: [run]",
        Run,
        table | {"output": folder / str(table["output"]), "folder": folder, "place": place, "sinks": made},
    )
    for key in ("workers", "page_seconds", "memory_mb"):
        if not getattr(run, key) > 0:  # true of nan too
            raise ConfigError(f"{place}: [run] {key} must be more than 0")
    return run


def _check_name(place: str, name: str) -> None:
    # ../documents.jsonl would take the place of another run's, and files with a leading dot are our drafts.
    if not name or name.startswith(".") or set(name) & set("/\\\0") or name.lower() in OURS:
        raise ConfigError(
            f"{place}: [[sinks]] name = {name!r} must be a plain file name: no folder, no leading dot, none of {sorted(OURS)}"
        )
