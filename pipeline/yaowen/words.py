"""Words, cut by spacy-pkuseg with a model that stands in a folder; `python -m yaowen.train.words` makes one."""

from __future__ import annotations

import gc
import re
import zipfile
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from yaowen.errors import ModelError

FILES = ("features.msgpack", "weights.npz")
"""What a model consists of. Where one is missing pkuseg takes files of older formats, a pickle among them."""
REMEDY = "make one with python -m yaowen.train.words"
NOT_INSTALLED = "spacy-pkuseg: not installed; pip install 'yaowen[words]'"
# The time that pkuseg takes for an unbroken text grows faster than the text; no paragraph of print is longer than this.
PIECES = re.compile(r"\s+|\S{1,5000}")


@dataclass(frozen=True)
class Words:
    """Cuts a text into words that put together are the text; a run of blanks is a word of its own.

    They are those of spaCy's tokenizer with the same model: what the word list that comes with pkuseg has as one word is one.
    Nothing is downloaded, and nothing of the folder is unpickled. Raises `ModelError` where spacy-pkuseg or a file of the model
    is missing, and for files that do not fit together.
    """

    folder: Path

    def __call__(self, text: str) -> list[str]:
        return [word for piece in PIECES.findall(text) for word in self._cut(piece)]

    def _cut(self, piece: str) -> list[str]:
        if piece.isspace():
            return [piece]
        words: list[str] = self._pkuseg.cut(piece)
        return words

    @cached_property
    def _pkuseg(self) -> Any:
        check_files(self.folder)
        try:
            import spacy_pkuseg
        except ImportError:
            raise ModelError(NOT_INSTALLED) from None
        try:
            # A name such as `news` would be downloaded; a full path never is.
            loaded = spacy_pkuseg.pkuseg(str(self.folder.resolve()))
            _check_sizes(loaded)
        except (OSError, ValueError, LookupError, TypeError, AttributeError, AssertionError, zipfile.BadZipFile) as error:
            gc.enable()  # srsly leaves it off when a file cannot be read
            raise ModelError(f"{self.folder}: pkuseg cannot load it ({error!r}); {REMEDY}") from None
        return loaded


def check_files(folder: Path) -> None:
    """Raises `ModelError` that names the file which a folder lacks to be a model that is safe to load."""
    for name in FILES:
        if (folder / name).is_file():
            continue
        if name == FILES[0] and (folder / "features.pkl").exists():
            raise ModelError(f"{folder}: has features.pkl, a pickle that can run any code, but no {name}; {REMEDY}")
        raise ModelError(f"{folder}: not a pkuseg model, as it has no {name}; {REMEDY}")


def _check_sizes(loaded: Any) -> None:
    """Weights are read by number, and pkuseg does not look whether there are so many."""
    features, tags = loaded.feature_extractor.feature_to_idx, loaded.feature_extractor.tag_to_idx
    count, kinds, weights = loaded.model.n_feature, loaded.model.n_tag, loaded.model.w
    if weights.shape != (kinds * (count + kinds),) or weights.dtype != float:
        raise ValueError(f"weights.npz holds {weights.dtype} {weights.shape}")
    if sorted(tags.values()) != list(range(kinds)) or not all(isinstance(tag, str) for tag in tags):
        raise ValueError(f"features.msgpack has the tags {tags}, weights.npz {kinds}")
    if not all(type(number) is int and 0 <= number < count for number in features.values()):
        raise ValueError(f"features.msgpack has features beyond the {count} of weights.npz")
