"""Where a command writes: a file, standard output, or nowhere."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from yaowen.errors import ConfigError
from yaowen.files import writing

STANDARD_OUTPUT = "-"


@contextmanager
def opening(output: str | None) -> Iterator[TextIO | None]:
    """The file that `-o` names; None where it is not given. Raises `ConfigError` for one that cannot be written."""
    if output == "":
        raise ConfigError("-o: names no file; give a path, or - for standard output")
    if output is None:
        yield None
    elif output == STANDARD_OUTPUT:
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr] # a text stream
        yield sys.stdout
    else:
        try:
            with writing(Path(output)) as file:
                yield file
        except OSError as error:
            raise ConfigError(f"{output}: cannot be written ({error.strerror}); give another -o") from None
