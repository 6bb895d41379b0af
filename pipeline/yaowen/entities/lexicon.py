"""Words of a list."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from yaowen.errors import ConfigError, say_why
from yaowen.page import Clipping
from yaowen.schema import Label, Mention
from yaowen.text import Text


@dataclass(frozen=True)
class LexiconEntities:
    """Every listed word, the longest where several fit.

    `file` names a UTF-8 table of the user's own words: a word, a tab, and one of PERSON, ROLE, PLACE, ORG on each line.
    """

    words: Mapping[str, Label] = field(default_factory=dict)
    file: Path | None = None

    @property
    def fingerprint(self) -> str:
        """What is listed, the file's words included."""
        return repr(sorted(self._words.items()))

    def __call__(self, clippings: Sequence[Clipping]) -> Iterator[tuple[Mention, ...]]:
        return (tuple(self._find(clipping.text)) for clipping in clippings)

    def _find(self, text: Text) -> Iterator[Mention]:
        if self._words:
            for match in self._pattern.finditer(str(text)):
                yield Mention.at(text, *match.span(), Label(self._words[match[0]]))

    @cached_property
    def _words(self) -> dict[str, Label]:
        listed = dict(read_words(self.file)) if self.file else {}
        return {word: label for word, label in {**listed, **self.words}.items() if word}

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        return re.compile("|".join(map(re.escape, sorted(self._words, key=len, reverse=True))))


def read_words(file: Path) -> Iterator[tuple[str, Label]]:
    """The words and labels of a table. Raises `ConfigError` that names the line where it cannot be read."""
    try:
        lines = file.read_text("utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"{file}: cannot be read ({say_why(error)}); give a UTF-8 file of words and labels") from None
    for number, line in enumerate(lines, start=1):
        if line.strip() and not line.startswith("#"):
            word, _, label = (cell.strip() for cell in line.partition("\t"))
            if not word or label not in set(Label):
                raise ConfigError(f"{file}:{number}: must be a word, a tab and one of {', '.join(Label)}")
            yield word, Label(label)
