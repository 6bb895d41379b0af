"""Newsprint with its mentions marked: `[O市委][R书记][P王一鸣]`. `# `, `> `, `~ ` open a title, a kicker, a byline."""

from __future__ import annotations

import re
from array import array

from yaowen.page import Clipping, Part, Reading
from yaowen.schema import BlockRole, Genre, Label, Mention, Publication
from yaowen.text import Text

ROLES = {"# ": BlockRole.TITLE, "> ": BlockRole.KICKER, "~ ": BlockRole.BYLINE}
LABELS = {label[0]: label for label in (Label.ORG, Label.ROLE, Label.PERSON)} | {"L": Label.PLACE}


def mark(newsprint: str, *, genre: Genre = Genre.NEWS, issue_date: str | None = None, **clipping) -> Reading:
    parts, marks, length = [], [], 0
    for line in newsprint.strip().splitlines():
        role = ROLES.get(line[:2], BlockRole.PARAGRAPH)
        line = line[2:] if line[:2] in ROLES else line
        chars = ""
        for piece in re.split(r"(\[[ORPL][^\]]*\])", line):
            if piece[:1] == "[":
                marks.append((length + len(chars), length + len(chars) + len(piece) - 3, LABELS[piece[1]]))
                piece = piece[2:-1]
            chars += piece
        parts.append(Part(role, Text(chars, array("q", range(length, length + len(chars))))))
        length += len(chars) + 1
    read = Clipping(tuple(parts), genre, publication=Publication(issue_date=issue_date), **clipping)
    return Reading(read, tuple(Mention.at(read.text, *span) for span in marks))
