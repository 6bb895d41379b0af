"""Training of the entity model. Needs the extra `train`; PyTorch is imported when training starts."""

import logging
from pathlib import Path


def train(config_path: Path) -> None:
    """Train as the settings say, or go on where an earlier run stopped; leave the model and its card in `output`."""
    from yaowen.train.card import write_model
    from yaowen.train.run import run_training
    from yaowen.train.settings import read_settings

    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    settings = read_settings(config_path)
    run_training(settings)
    write_model(settings)
