"""What several tests use."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from hypothesis import settings
from numpy.typing import NDArray

from yaowen.model.features import Featuriser, pair_keys
from yaowen.model.fold import code_points
from yaowen.model.lexicon import Lexicon, word_keys

os.environ.setdefault("OMP_NUM_THREADS", "1")  # threads of PyTorch that wait for one another on a busy machine take minutes
settings.register_profile("steady", settings(), deadline=None)  # a busy machine must not fail a test
settings.load_profile("steady")

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"
SENTENCES = ("市长 李明 昨天 讲话 。", "昨天 市长 到 云岭 。", "书记 王芳 到 云岭 讲话 。", "市委 书记 昨天 讲话 。")
BASELINE = ROOT / "tests" / "baseline.json"


def pytest_addoption(parser: pytest.Parser) -> None:
    """How scores that have changed on purpose are recorded."""
    parser.addoption("--update-baseline", action="store_true", help="record the scores of today in tests/baseline.json")


@pytest.fixture(scope="session")
def tiny() -> Callable[[str], tuple[Featuriser, list[NDArray[np.float32]]]]:
    """Makes of a text a featuriser, and random vectors of its characters and pairs, for networks trained in a second or two."""

    def make(text: str) -> tuple[Featuriser, list[NDArray[np.float32]]]:
        codes = code_points(text)
        characters, pairs = np.unique(codes).astype(np.int64), np.unique(pair_keys(codes))
        none, vector = np.zeros(1, np.int32), np.ones((1, 4), np.int8)
        lexicon = Lexicon(word_keys(["市委"]), none.astype(np.uint8), none, vector, np.ones(1, np.float32), 1.0)
        random = np.random.default_rng(1)
        vectors = [random.normal(size=(len(keys) + 2, 12)).astype(np.float32) for keys in (characters, pairs)]
        return Featuriser(characters, pairs, lexicon), vectors

    return make


@pytest.fixture
def update_baseline(request: pytest.FixtureRequest) -> bool:
    """Whether scores are to be recorded rather than held to what was recorded."""
    return bool(request.config.getoption("--update-baseline"))


def shared(*folders: str) -> Path:
    """A folder of the real pages and corpora beside the checkout; the test is skipped where it is absent."""
    path = SHARED.joinpath(*folders)
    if not path.exists():
        pytest.skip(f"{path} is absent")
    return path


@pytest.fixture
def seeds() -> list[Path]:
    """The real pages."""
    return sorted(shared("seeds").glob("*.txt"))


@pytest.fixture(scope="session")
def word_model(tmp_path_factory) -> Path:
    """A pkuseg model that knows a few sentences, trained as `python -m yaowen.train.words` does."""
    pytest.importorskip("spacy_pkuseg", reason="the extra yaowen[words] is not installed")
    from yaowen.train.words import train

    folder = tmp_path_factory.mktemp("words")
    sentences = [line.split() for line in SENTENCES]
    train(sentences * 8, sentences, folder, iterations=6)
    return folder


def pytest_terminal_summary(terminalreporter, config):
    """Prints the characters per second that benchmarks measured under the table of their times."""
    session = getattr(config, "_benchmarksession", None)
    rates = {each.name: each.extra_info.get("characters per second") for each in getattr(session, "benchmarks", [])}
    if any(rates.values()):
        terminalreporter.section("characters per second, one core")
        for name, rate in rates.items():
            terminalreporter.write_line(f"{name.removeprefix('test_'):<24}{rate:>12,}")
