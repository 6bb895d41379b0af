"""What a training config may say."""

import pytest

from conftest import ROOT
from yaowen.errors import ConfigError

pytest.importorskip("torch", reason="the extra yaowen[train] is not installed")

CONFIG = """
name = "small"
corpora = "corpora"
folder = "build"
output = "model"
[vectors.raw]
press = 1.0
[run]
shares = { news_domain = 1.0 }
"""


@pytest.mark.parametrize("name", ["entities.toml", "large.toml"])
def test_the_configs_that_ship_are_read(name):
    from yaowen.train.settings import read_settings

    assert read_settings(ROOT / "configs" / "train" / name).name


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("epoch = 3", "run.epoch: Unexpected keyword argument"),
        ("[language]\nchars = 3", "language.chars: Unexpected keyword argument"),
        ("[networks]", "networks: Unexpected keyword argument"),
    ],
)
def test_a_key_that_is_not_known_is_an_error(tmp_path, line, problem):
    from yaowen.train.settings import read_settings

    (tmp_path / "c.toml").write_text(CONFIG + line)
    with pytest.raises(ConfigError, match=problem):
        read_settings(tmp_path / "c.toml")


def test_a_config_that_is_not_there_is_said_in_words(tmp_path):
    from yaowen.train.settings import read_settings

    with pytest.raises(ConfigError, match=r"c\.toml: cannot be read \(No such file or directory\); give a file such as"):
        read_settings(tmp_path / "c.toml")
