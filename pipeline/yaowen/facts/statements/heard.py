"""A speaker and what was heard of him: the pieces that a statement is made from."""

from __future__ import annotations

from dataclasses import dataclass

from yaowen.facts.scene import Sentence
from yaowen.schema import Mention


@dataclass(frozen=True)
class Speaker:
    """Who speaks, and the words that name him."""

    name: str
    start: int
    """Where the words that name the speaker start."""
    end: int
    mention: Mention | None = None
    """The name, where the speaker is a person."""


@dataclass(frozen=True)
class Heard:
    """Something said: by whom, and the words before or behind the verb."""

    speaker: Speaker
    cue: str | None
    place: int
    sentence: Sentence
    words: tuple[int, int] | None = None
    """The words behind the cue; their end may still be open (`-1`)."""
    quoted: tuple[int, int] | None = None
    """The quotation that stands before the speaker: “…。”局长王一说."""

    @property
    def start(self) -> int:
        """Where it starts to be told."""
        return self.quoted[0] if self.quoted else self.place
