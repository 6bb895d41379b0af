"""A config file becomes a pipeline."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import fields
from importlib import import_module, resources
from pathlib import Path
from typing import Any

from yaowen.errors import ConfigError, say_why
from yaowen.pipeline import Pipeline

CHOICES: Mapping[str, Mapping[str, str]] = {
    "load": {"files": "yaowen.load.files:LoadFiles"},
    "imprint": {"text": "yaowen.load.imprint:ReadImprint"},
    "dehyphenate": {
        "columns": "yaowen.dehyphenate.columns:JoinColumns",
        "unfinished": "yaowen.dehyphenate.unfinished:JoinUnfinished",
    },
    "segment": {"page": "yaowen.segment.page:SegmentPage", "gaps": "yaowen.segment.gaps:SegmentByGaps"},
    "entities": {
        "yaowen": "yaowen.entities.neural:NeuralEntities",
        "lexicon": "yaowen.entities.lexicon:LexiconEntities",
        "spacy": "yaowen.entities.spacy:SpacyEntities",
        "hanlp": "yaowen.entities.hanlp:HanlpEntities",
        "known": "yaowen.entities.known:KnownEntities",
        "repeated": "yaowen.entities.repeated:RepeatedEntities",
    },
    "facts": {
        "canonical": "yaowen.facts.names.resolve:resolve_names",
        "persons": "yaowen.facts.persons.find:find_persons",
        "events": "yaowen.facts.events.find:find_events",
        "statistics": "yaowen.facts.statistics.find:FindStatistics",
        "statements": "yaowen.facts.statements.find:find_statements",
    },
}
"""What each stage's `use` may say, and the class or function that does it. The first of each stage is its default."""

SEVERAL = {"entities", "facts"}
"""The stages that are lists of tables (`[[entities]]`)."""

OTHERS = {"run", "sinks"}
"""The tables of a config that speak of a batch run and not of how a page is read."""

ESCAPE = re.compile(r"Unescaped|Invalid hex value")
"""What Python says of "C:\\pages" and "C:\\Users"."""

PATHS = {"file", "model"}
"""The keys of `[[entities]]` that may name a file or folder, relative to the config."""

NAMED = {"spacy", "hanlp"}
"""The finders whose `model` may also be a name: one without a slash that no file or folder beside the config has."""


def read_config(path: Path) -> dict[str, Any]:
    """The tables of a TOML file, the paths of its stages taken from its folder.

    Raises `ConfigError` that names the file and, where the TOML is wrong, the line.
    """
    try:
        config = tomllib.loads(path.read_text("utf-8-sig"))
    except FileNotFoundError:
        raise ConfigError(f"{path}: no such file; give a TOML file such as configs/sample.toml") from None
    except UnicodeDecodeError:
        raise ConfigError(f"{path}: not UTF-8; save it in that encoding") from None
    except OSError as error:
        raise ConfigError(f"{path}: cannot be read ({say_why(error)}); give a TOML file") from None
    except tomllib.TOMLDecodeError as error:
        quotes = "; a path with \\ stands in single quotes" if ESCAPE.match(str(error)) else ""
        raise ConfigError(f"{path}: {error}{quotes}") from None
    entities = config.get("entities")
    for table in entities if isinstance(entities, list) else ():
        for key in PATHS & set(table) if isinstance(table, dict) else ():
            if isinstance(table[key], str) and not (key == "model" and _is_name(path, table)):
                table[key] = str(path.parent / table[key])
    return config


def _is_name(config: Path, table: Mapping[str, Any]) -> bool:
    """Whether a model is no folder but a package of spaCy, or what HanLP knows by that name or address."""
    model = str(table["model"])
    if table.get("use") not in NAMED or (config.parent / model).exists():
        return False
    if Path(model).name == model and Path(model).exists():
        # The library would take it: another model, or none, where the work is done in another folder.
        raise ConfigError(f"{config}: [[entities]] model = {model!r} is not beside the config; paths start at its folder")
    return Path(model).name == model or "://" in model


def default_config() -> dict[str, Any]:
    """The config that ships: every stage with its default."""
    return tomllib.loads(resources.files("yaowen.resources").joinpath("default.toml").read_text("utf-8"))


def make_pipeline(config: Mapping[str, Any], *, place: str = "config") -> Pipeline:
    """The pipeline that a config describes; a stage it does not speak of is as in the default config.

    Raises `ConfigError` that names the table and the key.
    """
    if unknown := sorted(set(config) - set(CHOICES) - OTHERS):
        raise ConfigError(f"{place}: has a table {unknown[0]!r} that means nothing; choose from {sorted({*CHOICES, *OTHERS})}")
    tables = default_config() | {name: table for name, table in config.items() if name in CHOICES}
    stages = {name: _make_stages(place, name, tables.get(name, [])) for name in CHOICES}
    return Pipeline(
        load=stages["load"][0],
        imprint=stages["imprint"][0],
        dehyphenate=stages["dehyphenate"][0],
        segment=stages["segment"][0],
        find_entities=_combine(place, stages["entities"]),
        find_facts=tuple(stages["facts"]),
    )


def _make_stages(place: str, name: str, table: Any) -> list[Any]:
    if name in SEVERAL:
        if not isinstance(table, list) or not all(isinstance(entry, dict) for entry in table):
            raise ConfigError(f"{place}: {name} must be a list of tables; write [[{name}]]")
        return [choose(f"{place}: [[{name}]]", CHOICES[name], entry) for entry in table]
    if not isinstance(table, dict):
        raise ConfigError(f"{place}: {name} must be a table; write [{name}]")
    return [choose(f"{place}: [{name}]", CHOICES[name], table)]


def choose(place: str, choices: Mapping[str, str], table: Mapping[str, Any]) -> Any:
    """The thing that a table's `use` names (the first of the choices where it names none), with the table's other keys set.

    Raises `ConfigError` where `use` or a key is unknown or a value has the wrong type.
    """
    use = table.get("use", next(iter(choices), None))
    if use not in choices:
        raise ConfigError(f"{place} has no {use!r}; choose from {list(choices)}")
    module, _, attribute = choices[use].partition(":")
    make = getattr(import_module(module), attribute)
    settings = {key: value for key, value in table.items() if key != "use"}
    if isinstance(make, type):
        return with_settings(f"{place} use = {use!r}" if "use" in table else place, make, settings)
    if settings:
        raise ConfigError(f"{place} use = {use!r} takes no settings, but has {sorted(settings)}")
    return make


def with_settings(place: str, make: type, settings: Mapping[str, Any]) -> Any:
    """A dataclass with its fields set from a table. Raises `ConfigError` that names the field and what it should be."""
    from pydantic import TypeAdapter, ValidationError

    known = [field.name for field in fields(make)]
    if unknown := sorted(set(settings) - set(known)):
        raise ConfigError(f"{place} has no setting {unknown[0]!r}; choose from {known}")
    try:
        return TypeAdapter(make).validate_python(settings)
    except ConfigError as error:
        raise ConfigError(f"{place}: {error}") from None
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        where = ".".join(map(str, first["loc"]))
        problem = first["msg"].removeprefix("Value error, ")
        raise ConfigError(": ".join(filter(None, (place, where, problem)))) from None


def _combine(place: str, stages: list[Any]) -> Any:
    from yaowen.entities.combined import CombinedEntities
    from yaowen.stages import ReviseEntities

    revisers = tuple(stage for stage in stages if isinstance(stage, ReviseEntities))
    finders = tuple(stage for stage in stages if not isinstance(stage, ReviseEntities))
    if not finders:
        raise ConfigError(f"{place}: [[entities]] has nothing that finds mentions; list 'yaowen' before what revises its work")
    return finders[0] if len(finders) == 1 and not revisers else CombinedEntities(finders, revisers)


def read_pipeline(path: Path | str | None = None) -> Pipeline:
    """The pipeline of a config file, or the default one."""
    if path is None:
        return make_pipeline({}, place="default config")
    path = Path(path)
    return make_pipeline(read_config(path), place=str(path))
