"""Lines with their mentions, as tests write them: <P石岩>是<L石桥镇>人."""

from collections.abc import Iterable

from yaowen.page import Clipping, Part
from yaowen.schema import BlockRole, Label, Mention
from yaowen.text import Text

LABELS = {"P": Label.PERSON, "R": Label.ROLE, "L": Label.PLACE, "O": Label.ORG}
LETTERS = {label: letter for letter, label in LABELS.items()}


def read_marked(line: str) -> tuple[Clipping, list[Mention]]:
    """The clipping of a line, and its mentions."""
    pieces = [piece for half in line.split("<") for piece in half.split(">")]
    text = "".join(piece[1:] if number % 2 else piece for number, piece in enumerate(pieces))
    clipping = Clipping((Part(BlockRole.PARAGRAPH, Text.of(text)),))
    mentions, start = [], 0
    for number, piece in enumerate(pieces):
        length = len(piece) - number % 2
        if number % 2:
            mentions.append(Mention.at(clipping.text, start, start + length, LABELS[piece[0]]))
        start += length
    return clipping, mentions


def write_marked(clipping: Clipping, mentions: Iterable[Mention]) -> str:
    """The line of a clipping with its mentions."""
    text, written, start = clipping.text.chars.removesuffix("\n"), "", 0
    for mention in mentions:
        written += f"{text[start : mention.start]}<{LETTERS[mention.label]}{mention.text}>"
        start = mention.end
    return written + text[start:]
