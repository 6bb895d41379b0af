"""A speaker and what was heard of him: the pieces that a statement is made from."""

from __future__ import annotations

import re
from dataclasses import dataclass

from yaowen.facts.sentences import Sentence
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

    @classmethod
    def called(cls, name: re.Match[str] | Mention) -> Speaker:
        """Who is named by a body's name or by other words than a person's."""
        return cls(name.text, name.start, name.end) if isinstance(name, Mention) else cls(name[0], *name.span())


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


@dataclass(frozen=True)
class Cue:
    """A verb of speech where it stands, and what was told before it."""

    match: re.Match[str]
    sentence: Sentence
    behind: int
    """Where the cue before it in the sentence ends; the sentence's start where it is the first."""
    last: Heard | None
    acted: Mention | None
    """Who acted in the sentences before."""
    marked: bool
    """Whether a colon, a comma or a word marks that what follows is said."""
    quoted: bool
    """Whether a quotation stands before or behind it."""

    @property
    def place(self) -> int:
        """Where the verb starts."""
        return self.match.start()

    @property
    def verb(self) -> str:
        """The verb without what belongs to it."""
        return self.match["cue"]
