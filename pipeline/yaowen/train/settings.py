"""The settings of a training run, read from TOML."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from yaowen.errors import ConfigError, say_why
from yaowen.train.language import LanguageSettings
from yaowen.train.network import NetworkSettings
from yaowen.train.strict import Strict
from yaowen.train.transformer import TransformerSettings
from yaowen.train.vectors import VectorSettings


@dataclass(frozen=True)
class RunSettings(Strict):
    """How long, how fast, and how much of each corpus an epoch sees."""

    shares: Mapping[str, float]  # how often an epoch repeats the training part of each head
    made_up: int = 0  # how many made-up examples an epoch gets
    renamed: float = 0.3  # how many pieces of our own corpus get other names
    epochs: int = 10
    batch: int = 2000  # characters, for each worker
    longest: int = 256
    rate: float = 2e-3
    warm: int = 200  # steps until the full rate is reached
    weight_decay: float = 0.01
    clip: float = 5.0
    workers: int = 2  # processes of one thread each that share every step
    readers: int = 0  # processes beside each of these that prepare its batches
    scored: int = 1  # epochs between scores on the development parts; the last is always scored
    device: str = "cpu"  # or "cuda", for one worker
    soft_labels: float = 0.0  # how much of what a teacher, or a released model, has read an epoch sees
    transformer_rate: float = 2e-4  # of a teacher's transformer
    seed: int = 1


@dataclass(frozen=True)
class ReadingSettings(Strict):
    """How much raw text is read for the network that ships, and which heads say what they think of it."""

    characters: int
    heads: tuple[str, ...] = ("news_domain", "msra", "pfr199801")
    longest: int = 128  # characters of a window
    bare: float = 0.3  # how many of the windows without a name are kept
    batch: int = 60_000


@dataclass(frozen=True)
class TeacherSettings(Strict):
    """How a teacher learns, and what it reads."""

    run: RunSettings
    reading: ReadingSettings
    transformer: TransformerSettings = field(default_factory=TransformerSettings)


@dataclass(frozen=True)
class ReleasedSettings(Strict):
    """A model that was released before, which reads as a teacher does."""

    model: Path
    reading: ReadingSettings


@dataclass(frozen=True)
class FinishSettings(Strict):
    """Whose layers learn once more, and how."""

    heads: tuple[str, ...] = ()
    beside: float = 1.0  # texts of the training part for each of the development part
    rate: float = 2e-3
    epochs: int = 8
    dropout: float = 0.3
    drawn: float = 1e-5  # how strongly weights are drawn to what they were
    batch: int = 96
    folds: int = 4  # what the layer gains is measured on parts that it has not seen
    seed: int = 1


@dataclass(frozen=True)
class TrainSettings(Strict):
    """Everything a run depends on. Folders are relative to the settings file."""

    name: str
    corpora: Path
    folder: Path  # vectors, checkpoints, log
    output: Path  # the model that ships
    vectors: VectorSettings
    run: RunSettings
    network: NetworkSettings = field(default_factory=NetworkSettings)
    language: LanguageSettings = field(default_factory=LanguageSettings)
    press: Mapping[str, float] = field(default_factory=dict)  # which share of the articles of each source is raw text to read
    teacher: TeacherSettings | None = None  # with neither of these two the network learns from the annotations alone
    released: ReleasedSettings | None = None
    finish: FinishSettings = field(default_factory=FinishSettings)
    annotations: tuple[str, ...] = ()  # patterns of files that hold further annotations
    notes: str = ""  # what the card should say of this run beyond its settings


def read_settings(path: Path) -> TrainSettings:
    """The settings of a TOML file, its folders made absolute. Raises `ConfigError` where they cannot be read or are wrong."""
    try:
        table: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
        settings = TypeAdapter(TrainSettings).validate_python(table)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ConfigError(
            f"{path}: cannot be read ({say_why(error)}); give a file such as configs/train/entities.toml"
        ) from None
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        raise ConfigError(f"{path}: {'.'.join(map(str, first['loc']))}: {first['msg']}") from None
    here = path.resolve().parent
    return TrainSettings(
        **{
            **vars(settings),
            "corpora": here / settings.corpora,
            "folder": here / settings.folder,
            "output": here / settings.output,
            "released": settings.released and replace(settings.released, model=here / settings.released.model),
            "annotations": tuple(str(here / pattern) for pattern in settings.annotations),
        }
    )
