"""Captions go to the article whose picture they tell of; a picture without an article stays one by itself."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import replace
from math import log

from yaowen.schema import BlockRole
from yaowen.segment.headlines import Body, read_bigrams
from yaowen.segment.pieces import CAPTION, POINTER

SHARED = 0.25
"""How much of what a caption says, rare pairs of characters counting for more, its article says too. Captions of pictures that
stand alone share less than 0.1 with any article of their page."""
CLEARLY = 1.5
"""So many times more than any other article."""
NEAR = 40
"""So many articles before a caption and behind it may be its own."""
NUMBERED = re.compile(rf"{POINTER}(?:图\s*)?(?P<number>[①-⑳]|(?<=图)[一二三四五六1-9])")
"""What opens the captions of several pictures."""
FIRST = "①一1"
"""Begins another series."""


def place_captions(bodies: Sequence[Body]) -> list[Body]:
    """The bodies of a page, captions put behind the articles that they belong to."""
    if not any(_is_bare_caption(body) for body in bodies):
        return list(bodies)
    groups = list(_group(bodies))
    articles = [body for body in bodies if not _is_bare_caption(body)]
    said = [set(read_bigrams("".join(piece.text.chars for piece in (*body.heads, *body.pieces)))) for body in articles]
    held = Counter(gram for grams in said for gram in grams)
    placed: dict[int, list[Body]] = {}
    passed = 0
    for group in groups:
        if not _is_bare_caption(group):
            passed += 1
            continue
        captions = [set(read_bigrams(CAPTION.sub("", piece.text.chars, count=1))) for piece in group.pieces]
        weights = {gram: log((len(articles) + 2) / (held[gram] + 0.3)) for grams in captions for gram in grams}
        rates = sorted(
            (
                (max(_rate(grams & said[number], grams, weights) for grams in captions), number)
                for number in range(max(0, passed - NEAR), min(passed + NEAR, len(said)))
            ),
            reverse=True,
        )
        (best, number), (second, _) = [*rates, (0.0, -1), (0.0, -1)][:2]
        if best >= SHARED and best >= CLEARLY * second and not articles[number].is_caption:
            placed.setdefault(id(articles[number]), []).append(group)
    taken = {id(group) for own in placed.values() for group in own}
    return [_with(group, placed.get(id(group), ())) for group in groups if id(group) not in taken]


def _rate(shared: Set[str], grams: Set[str], weights: Mapping[str, float]) -> float:
    total = sum(weights[gram] for gram in grams)
    return sum(weights[gram] for gram in shared) / total if total else 0.0


def _is_bare_caption(body: Body) -> bool:
    return body.is_caption and all(head.role == BlockRole.BYLINE for head in body.heads)


def _group(bodies: Sequence[Body]) -> Iterator[Body]:
    """The bodies, numbered captions that follow each other (图①…, 图②…) as one."""
    group: Body | None = None
    for body in bodies:
        numbered = NUMBERED.match(body.pieces[0].text.chars) if _is_bare_caption(body) else None
        if numbered and group and numbered["number"] not in FIRST:
            group = _with(group, (body,))
            continue
        if group:
            yield group
        group = body if numbered else None
        if not numbered:
            yield body
    if group:
        yield group


def _with(body: Body, captions: Sequence[Body]) -> Body:
    """A body with captions behind it; a row that names their photographer is one of them."""
    told = [replace(piece, role=BlockRole.CAPTION) for caption in captions for piece in (*caption.pieces, *caption.heads)]
    return replace(body, pieces=[*body.pieces, *told]) if told else body
