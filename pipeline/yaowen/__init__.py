"""yaowen reads Chinese newspaper pages and writes down what they report."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

from yaowen.version import __version__

if TYPE_CHECKING:
    from pathlib import Path

    from yaowen.pipeline import Pipeline

__all__ = ["__version__", "load"]

# The stage that loads pages is a package of the same name as our `load()`. Imported first, it does not take the name later.
importlib.import_module("yaowen.load")


def load(config: Path | str | None = None) -> Pipeline:
    """The pipeline of a config file, or the one that ships. Call it with a text: it gives a `Document`."""
    from yaowen.config import read_pipeline

    return read_pipeline(config)
