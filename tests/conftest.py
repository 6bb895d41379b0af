"""What several tests use."""

from __future__ import annotations

from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"


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
