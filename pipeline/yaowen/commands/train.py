"""`yaowen train`: the entity model is trained."""

from __future__ import annotations

import argparse
from pathlib import Path

from yaowen.commands.attempts import Commands
from yaowen.errors import ConfigError


def add_parser(commands: Commands) -> None:
    """Adds `train` to the command line."""
    parser = commands.add_parser("train", help="train the entity model (needs torch==2.13.0, then yaowen[train])")
    parser.add_argument("config", metavar="CONFIG.toml", help="such as configs/train/entities.toml")
    parser.set_defaults(func=run)


def run(options: argparse.Namespace) -> int:
    """Trains what the config describes."""
    try:
        from yaowen.train import train

        train(Path(options.config))
    except ModuleNotFoundError as error:
        raise ConfigError(f"training needs {error.name}; pip install torch==2.13.0, then yaowen[train]") from None
    return 0
