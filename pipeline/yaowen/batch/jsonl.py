"""Documents as JSON lines."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from yaowen.batch.results import Results
from yaowen.errors import ConfigError, InputError
from yaowen.files import replacing, writing

ZSTD = ".zst"


@dataclass(frozen=True)
class JsonLines:
    """One document a line, in the order of the inputs, in the file `name`; compressed where that ends in `.zst`."""

    name: str = "documents.jsonl"

    def check(self) -> None:
        """Raises `ConfigError` where what it needs is not installed."""
        if self.name.endswith(ZSTD):
            _zstandard()

    def __call__(self, output: Path, results: Results) -> Path:
        path = output / self.name
        with _compressed(path) if self.name.endswith(ZSTD) else writing(path) as file:
            for document in results.read():
                file.write(document + "\n")
        return path


@contextmanager
def _compressed(path: Path) -> Iterator[IO[str]]:
    import zstandard

    compressor = zstandard.ZstdCompressor(level=10, write_checksum=True)
    with replacing(path) as draft, zstandard.open(draft, "wt", cctx=compressor, encoding="utf-8", newline="\n") as file:
        yield file


def _zstandard() -> None:
    try:
        import zstandard  # noqa: F401 # whether it is there
    except ImportError:
        raise ConfigError("zstandard: not installed; install yaowen[zstd], or name a file that does not end in .zst") from None


@contextmanager
def reading(path: Path) -> Iterator[IO[str]]:
    """A file of JSON lines to read, compressed or not. Raises `InputError` where it is damaged."""
    if path.suffix == ZSTD:
        _zstandard()
        import zstandard

        try:
            with zstandard.open(path, "rt", encoding="utf-8") as file:
                yield file
        except zstandard.ZstdError as error:
            raise InputError(str(path), f"cannot be decompressed ({error}); write it again") from None
    else:
        with path.open(encoding="utf-8", errors="surrogatepass") as file:
            yield file
