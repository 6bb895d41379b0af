"""Labels find the kind of article that they name: 河阳时评 an essay, 乡镇短波 the first of some briefs."""

from __future__ import annotations

import re
from collections.abc import Sequence

from yaowen.datelines import SENT
from yaowen.schema import BlockRole
from yaowen.segment.apart import has_title
from yaowen.segment.body import Body
from yaowen.segment.likeness import BRIEFS
from yaowen.segment.row_words import is_label

MOST = 400
"""Texts of a page that is looked through; a page of a newspaper has fewer."""
OPINION = re.compile(r"[时快短热锐微]评$")


def follow_kinds(bodies: Sequence[Body]) -> None:
    """Takes 河阳时评 and 乡镇短波 from reports that open with 本报讯（记者卓然）: they stand over an essay and over briefs.

    The essay is the nearest that has a title and no label, the brief the first of those that end above the label.
    """
    for body in bodies if len(bodies) <= MOST else ():
        for label in [head for head in body.heads if is_label(head.text.chars)]:
            place, chars = label.text.offsets[0], "".join(label.text.chars.split())
            free = [other for other in bodies if other is body or _may_have_label(other)]
            taker = None
            if OPINION.search(chars) and _is_report(body):
                essays = [other for other in free if _is_essay(other)]
                taker = min(essays, key=lambda other: abs(other.pieces[0].text.offsets[0] - place), default=None)
            elif BRIEFS.search(chars):
                taker = _first_brief(free, place)
            if taker and taker is not body:
                body.heads.remove(label)
                taker.heads.insert(0, label)


def _may_have_label(body: Body) -> bool:
    labelled = any(is_label(head.text.chars) for head in body.heads)
    return bool(body.pieces) and not (labelled or body.is_caption) and has_title(body)


def _bylines(body: Body) -> list[str]:
    return [piece.text.chars for piece in (*body.heads, *body.pieces) if piece.role == BlockRole.BYLINE]


def _is_report(body: Body) -> bool:
    """Whether a dateline says who sent it."""
    return any(SENT.match(chars) for chars in _bylines(body))


def _is_essay(body: Body) -> bool:
    """Whether a bare name stands over a text: □卓然."""
    names = [head.text.chars for head in body.heads if head.role == BlockRole.BYLINE]
    return len(names) == 1 and not _is_report(body) and "记者" not in names[0] and "通讯员" not in names[0]


def _first_brief(bodies: Sequence[Body], place: int) -> Body | None:
    """The first of the briefs that stand together right above a place, each signed at its end: （卓然）."""
    first: Body | None = None
    above = [body for body in bodies if body.pieces and body.pieces[0].text.offsets[0] < place]
    for body in sorted(above, key=lambda body: -body.pieces[0].text.offsets[0]):
        if _is_report(body) or not any(chars[:1] in {*"（("} for chars in _bylines(body)):
            break
        first = body
    return first
