"""Reading and writing the files of other tools."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from yaowen.errors import ConfigError, InputError, say_why
from yaowen.files import writing


def read_text(path: Path) -> str:
    """A UTF-8 file as it is, line ends too. Raises `InputError` that names it."""
    try:
        return path.read_bytes().decode("utf-8-sig", "surrogatepass")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(str(path), f"cannot be read ({say_why(error)}); give the UTF-8 file of --format") from None


def read_lines(path: Path) -> Iterator[tuple[int, str]]:
    """The lines of a file with their numbers; only a line feed ends one, as text may hold other breaks."""
    return enumerate(read_text(path).split("\n"), start=1)


def read_json(path: Path) -> Any:
    """The JSON of a file. Raises `InputError` that names the file and the line."""
    try:
        return json.loads(read_text(path))
    except ValueError as error:
        raise InputError(str(path), f"not JSON ({error})") from None


def write_text(path: Path, text: str) -> None:
    """Writes a UTF-8 file as it is. Raises `ConfigError` where it cannot be written."""
    try:
        with writing(path) as file:
            file.write(text)
    except OSError as error:
        raise ConfigError(f"{path}: cannot be written ({error.strerror}); give another -o") from None
